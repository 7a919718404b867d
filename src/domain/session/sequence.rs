//! The order of the minutes: that in which they were recorded. Only a minute somebody stated moves an entry, and
//! what the clock said where it cannot be right is kept and told.

use super::agenda::Item;
use super::attendance::Stay;
use super::minutes::Entry;
use super::turn::{Moment, Turn, reached};
use super::{Session, SessionState};
use crate::domain::dates::Minute;
use crate::domain::ids::ItemId;
use crate::domain::world::World;
use chrono::NaiveDate;

/// How long a session may run past midnight: the day after is still its own.
const NIGHT: u32 = 18 * 60;

/// What cannot be right in what a clock said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockDoubt {
    /// A day on which the session did not sit.
    OtherDay {
        /// The day it is called for, or was opened on.
        sits: NaiveDate,
    },
    /// A minute before the session was opened.
    BeforeOpening {
        /// When it was.
        opened: Minute,
    },
    /// A minute earlier than what was recorded before it.
    BeforeLast {
        /// The minute that carries.
        last: Minute,
    },
}

impl Entry {
    /// Says whether somebody stated its minute: the paper it is entered from, or whoever mended it.
    #[must_use]
    pub fn is_stated(&self) -> bool {
        self.from_paper || self.restated
    }
}

/// Puts an item's minutes in order: by the order of acts, which the ids keep whatever the clock says. Where
/// a minute was stated the entry stands there, among what the clock stamped.
pub(in crate::domain) fn in_order(mut entries: Vec<&Entry>) -> Vec<&Entry> {
    entries.sort_by(|one, other| one.id.cmp(&other.id));
    let (mut stated, stamped): (Vec<&Entry>, Vec<&Entry>) =
        entries.into_iter().partition(|entry| entry.is_stated());
    if stated.is_empty() {
        return stamped;
    }
    stated.sort_by_key(|entry| entry.at);
    let mut stated = stated.into_iter().peekable();
    let mut order = Vec::new();
    let mut latest: Option<Minute> = None;
    for entry in stamped {
        // A clock put back does not draw what was stated for later in front of it.
        let reached = latest.map_or(entry.at, |latest| latest.max(entry.at));
        latest = Some(reached);
        let earlier = |next: &&Entry| (next.at, &next.id) < (reached, &entry.id);
        while let Some(next) = stated.next_if(earlier) {
            order.push(next);
        }
        order.push(entry);
    }
    order.extend(stated);
    order
}

impl Session {
    /// Says whether it sat, or is called to sit, on that day; what runs past midnight keeps its night.
    #[must_use]
    pub fn sits_at(&self, at: Minute) -> bool {
        let begun = self.adjournments.iter().filter_map(|it| it.resumed);
        let mut begun = self.opened.into_iter().chain(begun);
        let again = self.adjournments.iter().map(|it| it.again.date);
        let mut called = again.chain([self.called_for().date]);
        called.any(|day| day == at.day())
            || begun.any(|from| {
                from.day() == at.day() || (from <= at && at.minutes_since(from) < NIGHT)
            })
    }

    /// Returns why a minute read from the clock cannot be right for something that happened while it sat.
    #[must_use]
    pub fn clock_doubt(&self, at: Minute) -> Option<ClockDoubt> {
        if !self.sits_at(at) {
            let sits = self.opened.map_or(self.called_for().date, Minute::day);
            return Some(ClockDoubt::OtherDay { sits });
        }
        let opened = self.opened.filter(|opened| at < *opened)?;
        Some(ClockDoubt::BeforeOpening { opened })
    }

    /// Returns why a minute the clock stamped cannot be right, of a stay, a break, an item or the opening.
    #[must_use]
    pub fn doubt_of(&self, world: &World, moment: Moment) -> Option<ClockDoubt> {
        let Turn::Stamped(turn) = moment.turn else {
            return None;
        };
        let of_session = self.clock_doubt(moment.at).filter(|doubt| {
            // The roll is called before the opening.
            let called = self.opening().is_some_and(|opening| moment.before(opening));
            !called || matches!(doubt, ClockDoubt::OtherDay { .. })
        });
        of_session.or_else(|| {
            let last = (turn > 0).then(|| reached(world, self, turn)).flatten();
            let last = last.filter(|last| moment.at < *last)?;
            Some(ClockDoubt::BeforeLast { last })
        })
    }

    /// Returns why the minute at which it was closed cannot be right; what another body published is not doubted.
    #[must_use]
    pub fn closing_doubt(&self, world: &World) -> Option<ClockDoubt> {
        let closing = self.closing().filter(|_| self.published_as.is_none())?;
        self.doubt_of(world, closing)
    }

    /// Returns why the end of an item's last run cannot be right: something in it was taken down later.
    #[must_use]
    pub fn doubt_of_end(&self, world: &World, item: &Item, run: &Stay) -> Option<ClockDoubt> {
        let end = run.ended().filter(|end| end.turn != Turn::Stated)?;
        let last = item.runs.last().filter(|last| *last == run);
        last?;
        let entries = world.entries_of(&item.id);
        let said = entries.filter(|it| !it.is_stated()).map(|entry| entry.at);
        let said = said.filter(|at| self.sits_at(*at));
        let last = said.max().filter(|last| end.at < *last)?;
        Some(ClockDoubt::BeforeLast { last })
    }

    /// Returns why the clock cannot be right now, while the session is taken down by it.
    #[must_use]
    pub fn clock_now(&self, world: &World, clock: Minute) -> Option<ClockDoubt> {
        let by_clock = matches!(self.state, SessionState::Sitting | SessionState::Break);
        if !by_clock || self.paper().is_some() {
            return None;
        }
        let doubt = self.clock_doubt(clock);
        if doubt.is_some() {
            return doubt;
        }
        let item = world.running_item(&self.id)?;
        let begun = item.runs.last().map(|run| run.from);
        let said = world.entries_of(&item.id).map(|entry| entry.at);
        // What was taken down under a clock of another day is in doubt itself, and casts none on a right one.
        let said = said.chain(begun).filter(|at| self.sits_at(*at));
        let last = said.max().filter(|last| clock < *last)?;
        Some(ClockDoubt::BeforeLast { last })
    }
}

/// Returns an item's minutes in order, each with why its minute cannot be right, where it cannot. What paper states
/// is not doubted, and what somebody mended only where the session did not sit.
pub fn doubted<'a>(
    world: &'a World,
    session: &'a Session,
    item: &ItemId,
) -> impl Iterator<Item = (&'a Entry, Option<ClockDoubt>)> {
    let mut latest: Option<Minute> = None;
    world.entries_of(item).map(move |entry| {
        let of_session = session.clock_doubt(entry.at);
        let before = latest.filter(|last| entry.at < *last);
        if session.sits_at(entry.at) {
            latest = latest.max(Some(entry.at));
        }
        let doubt = match of_session {
            _ if entry.from_paper => None,
            Some(ClockDoubt::OtherDay { .. }) => of_session,
            _ if entry.is_stated() => None,
            Some(_) => of_session,
            None => before.map(|last| ClockDoubt::BeforeLast { last }),
        };
        (entry, doubt)
    })
}
