//! Which of two things came first in a session: by the order of acts, whatever the clock said. Only where
//! somebody stated a minute does the minute decide.

use super::again::{Adjournment, RollAsked, Sitting};
use super::agenda::Item;
use super::attendance::{Attendance, Stay};
use super::handover::Handover;
use super::{Attendee, Session, SessionState};
use crate::domain::dates::Minute;
use crate::domain::ids::SessionId;
use crate::domain::refusal::Refusal;
use crate::domain::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How many days from its date a session may have sat without being planned anew.
const MONTH: i64 = 31;

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
pub(in crate::domain) fn moment(world: &World, id: &SessionId, at: Minute) -> Moment {
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

/// Returns how the minute of what is done beside the votes is come by, while its session sits: a wording, a step after a
/// vote. What is done when it does not sit has a day of its own.
pub(in crate::domain) fn while_sitting(world: &World, id: &SessionId, at: Minute) -> Option<Turn> {
    let session = world.sessions.get(id)?;
    let sits = matches!(session.state, SessionState::Sitting | SessionState::Break);
    sits.then(|| match session.paper() {
        Some(_) => Turn::Stated,
        None => moment(world, id, at).turn,
    })
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

/// Returns the latest minute that was stamped before the clock went back to a turn, of those on a day of the session:
/// a clock a year ahead for one step casts no doubt on those taken down by it once it is right.
pub(super) fn reached(world: &World, session: &Session, turn: u32) -> Option<Minute> {
    let before = |end: &Moment| matches!(end.turn, Turn::Stamped(earlier) if earlier < turn);
    let ends = ends(world, session).filter(before).map(|end| end.at);
    ends.filter(|at| session.sits_at(*at)).max()
}

/// Returns every end of what a session keeps times of: its roll, its breaks, its items and votes, who withdrew
/// and who was spoken for.
fn ends<'a>(world: &'a World, session: &'a Session) -> impl Iterator<Item = Moment> + 'a {
    let roll = session.roll.iter().flat_map(|it| it.attendance.stays());
    // What was taken up is named by who led it: a file of a hundred years is not asked item by item.
    let items = session.led.iter().filter_map(|led| led.item.as_ref());
    let items = items.filter_map(|item| world.items.get(item));
    let stays = roll
        .chain(&session.breaks)
        .chain(items.flat_map(|item| &item.runs));
    let ends = stays.flat_map(|stay| std::iter::once(stay.began()).chain(stay.ended()));
    let votes = session.voted.iter();
    let votes = votes.filter_map(|motion| world.motions.get(motion));
    let recusals = session.recusals.iter();
    let recusals = recusals.flat_map(|it| std::iter::once(it.began()).chain(it.came_back()));
    let proxies = session.proxies.iter();
    let proxies = proxies.flat_map(|it| std::iter::once(it.began()).chain(it.taken_back()));
    let went_on = session.adjournments.iter().filter_map(Adjournment::went_on);
    session
        .opening()
        .into_iter()
        .chain(ends)
        .chain(votes.flat_map(|motion| motion.moments()))
        .chain(recusals)
        .chain(proxies)
        .chain(went_on)
        .chain(session.handovers.iter().map(Handover::moment))
        .chain(session.asked_again.iter().map(RollAsked::moment))
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

/// Refuses a stated minute before what it follows.
pub(super) fn not_before(at: Minute, earlier: Option<Minute>) -> Result<(), Refusal> {
    match earlier.is_some_and(|earlier| at < earlier) {
        true => Err(Refusal::TimesCross),
        false => Ok(()),
    }
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

    pub(super) fn stays_mut(&mut self) -> &mut [Stay] {
        match self {
            Self::Attended { stays } => stays,
            Self::Unmarked | Self::Excused { .. } | Self::Absent => &mut [],
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

    /// Refuses a minute that paper states before what it follows. What the clock stamps is taken whatever it says:
    /// the order of acts decides, and the record tells of the minute.
    pub(super) fn states(&self, at: Minute, after: Option<Minute>) -> Result<(), Refusal> {
        match self.paper() {
            Some(_) => not_before(at, after),
            None => Ok(()),
        }
    }

    /// Returns the day of a minute of it, as its date was stated: a clock months from every day it was called for is
    /// wrong, and the last of those days decides.
    #[must_use]
    pub fn day_of(&self, at: Minute) -> NaiveDate {
        let again = self.adjournments.iter().map(|it| it.again.date);
        let called = std::iter::once(self.date).chain(again);
        let near = |day: NaiveDate| (at.day() - day).num_days().abs() <= MONTH;
        match called.clone().any(near) {
            true => at.day(),
            false => called.max().unwrap_or(self.date),
        }
    }

    /// Says whether a sitting that somebody names comes after what happens now; see [`Self::day_of`].
    pub(super) fn comes_after(&self, sitting: Sitting, at: Minute) -> bool {
        sitting.after(Minute::on(self.day_of(at), at.time()))
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
