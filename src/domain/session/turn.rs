//! Which of two things came first in a session: by the order of acts, whatever the clock said. Only where
//! somebody stated a minute does the minute decide.

use super::agenda::Item;
use super::attendance::{Attendance, Stay};
use super::{Attendee, Session};
use crate::domain::dates::Minute;
use crate::domain::ids::SessionId;
use crate::domain::world::World;
use serde::{Deserialize, Serialize};

/// How a minute was come by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// The clock stamped it, after it had gone back that often in the session.
    Stamped(u32),
    /// Somebody stated it: paper it is entered from, or whoever mended it.
    Stated,
}

impl Default for Turn {
    fn default() -> Self {
        Self::Stamped(0)
    }
}

impl Turn {
    /// Says whether it is what every minute has where no clock went back: it need not be written.
    pub(in crate::domain) fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

/// A minute with how it was come by.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// The minute, as the clock or somebody said it.
    pub at: Minute,
    /// How it was come by.
    pub turn: Turn,
}

impl From<Minute> for Moment {
    fn from(at: Minute) -> Self {
        let turn = Turn::default();
        Self { at, turn }
    }
}

impl Moment {
    /// Says whether it came before another.
    #[must_use]
    pub fn before(self, other: Self) -> bool {
        match (self.turn, other.turn) {
            (Turn::Stamped(one), Turn::Stamped(two)) => (one, self.at) < (two, other.at),
            _ => self.at < other.at,
        }
    }

    /// Returns the minute a stay takes: what the clock stamped is kept though it goes back, what paper
    /// states is not before what it follows.
    pub(super) fn not_before(self, earlier: Option<Minute>) -> Minute {
        match (self.turn, earlier) {
            (Turn::Stated, Some(earlier)) => self.at.max(earlier),
            _ => self.at,
        }
    }
}

/// Returns the moment of an act of a session: by the clock, which may have gone back, or as paper states it.
pub(in crate::domain::session) fn moment(world: &World, id: &SessionId, at: Minute) -> Moment {
    let Some(session) = world.sessions.get(id) else {
        return at.into();
    };
    let stamped = ends(world, session).filter_map(|end| match end.turn {
        Turn::Stamped(turn) => Some((turn, end.at)),
        Turn::Stated => None,
    });
    let (turn, back) = match stamped.max() {
        Some((turn, last)) => (turn, at < last),
        None => (0, false),
    };
    let turn = match session.paper() {
        Some(_) if back || turn > 0 => Turn::Stated,
        _ if back => Turn::Stamped(turn.saturating_add(1)),
        _ => Turn::Stamped(turn),
    };
    Moment { at, turn }
}

/// Returns how a minute is come by that somebody states now: while no clock has gone back, it is before all that
/// comes after, as what is stamped is.
pub(super) fn stated_now(world: &World, id: &SessionId) -> Turn {
    let session = world.sessions.get(id);
    let turned = session.is_some_and(|it| ends(world, it).any(|end| !end.turn.is_plain()));
    if turned {
        Turn::Stated
    } else {
        Turn::default()
    }
}

/// Returns the latest minute that was stamped before the clock went back to a turn.
pub(super) fn reached(world: &World, session: &Session, turn: u32) -> Option<Minute> {
    let before = |end: &Moment| matches!(end.turn, Turn::Stamped(earlier) if earlier < turn);
    ends(world, session).filter(before).map(|end| end.at).max()
}

/// Returns every end of what a session keeps times of: its roll, its breaks, its items.
fn ends<'a>(world: &'a World, session: &'a Session) -> impl Iterator<Item = Moment> + 'a {
    let roll = session.roll.iter().flat_map(|it| it.attendance.stays());
    // What was taken up is named by who led it: a file of a hundred years is not asked item by item.
    let items = session.led.iter().filter_map(|led| led.item.as_ref());
    let items = items.filter_map(|item| world.items.get(item));
    let stays = roll
        .chain(&session.breaks)
        .chain(items.flat_map(|item| &item.runs));
    let ends = stays.flat_map(|stay| std::iter::once(stay.began()).chain(stay.ended()));
    session.opening().into_iter().chain(ends)
}

/// Returns stays as somebody stated them: an end that differs from what was known is stated, the others
/// keep how they were come by.
pub(super) fn restated(known: &[Stay], said: &[Stay], stated: Turn) -> Vec<Stay> {
    let told = said.iter().map(|stay| {
        let from = known.iter().find(|it| it.from == stay.from);
        let to = known.iter().find(|it| it.to == stay.to);
        Stay {
            from_turn: from.map_or(stated, |it| it.from_turn),
            to_turn: match stay.to {
                Some(_) => to.map_or(stated, |it| it.to_turn),
                None => Turn::default(),
            },
            ..*stay
        }
    });
    told.collect()
}

/// Says whether a span, open at either end, and another have a moment in common.
fn meet(from: Option<Moment>, to: Option<Moment>, run: &Stay) -> bool {
    let begins = match (from, run.ended()) {
        (Some(from), Some(end)) => !end.before(from),
        _ => true,
    };
    begins && to.is_none_or(|to| !to.before(run.began()))
}

impl Attendance {
    /// Returns when somebody was there.
    #[must_use]
    pub fn stays(&self) -> &[Stay] {
        match self {
            Self::Attended { stays } => stays,
            Self::Unmarked | Self::Excused { .. } | Self::Absent => &[],
        }
    }
}

impl Session {
    /// Returns when it was opened.
    #[must_use]
    pub fn opening(&self) -> Option<Moment> {
        let turn = self.opened_turn;
        self.opened.map(|at| Moment { at, turn })
    }

    /// Returns when it was closed.
    #[must_use]
    pub fn closing(&self) -> Option<Moment> {
        let turn = self.closed_turn;
        self.closed.map(|at| Moment { at, turn })
    }

    /// Says whether a stay began after the opening.
    #[must_use]
    pub fn came_late(&self, stay: &Stay) -> bool {
        let opening = self.opening();
        opening.is_none_or(|opening| opening.before(stay.began()))
    }

    /// Says whether a stay ended before the session did.
    #[must_use]
    pub fn left_early(&self, stay: &Stay) -> bool {
        let ended = stay.ended();
        ended.is_some_and(|ended| self.closing().is_none_or(|end| ended.before(end)))
    }

    /// Says whether somebody was there at any moment of an item. Items are dealt with between the opening and
    /// the end: whoever was there at either needs no minute for it.
    #[must_use]
    pub fn was_at(&self, attendee: &Attendee, item: &Item) -> bool {
        attendee.attendance.stays().iter().any(|stay| {
            let from = Some(stay.began()).filter(|_| self.came_late(stay));
            let to = stay.ended().filter(|_| self.left_early(stay));
            item.runs.iter().any(|run| meet(from, to, run))
        })
    }
}
