//! What a drafted text waits for before it may hang: its day is none that somebody missed.

use super::calendar::{Decisions, by_after, known_on};
use super::change::matter_of;
use super::known::may_tell;
use super::order::said_no;
use super::period::day_after;
use super::unheard::heard_since;
use super::{Light, Next, Posting, Refused};
use crate::domain::matter::path::grid::{Before, Grid, Since};
use crate::domain::rule::Name;
use crate::domain::world::World;
use chrono::NaiveDate;

/// What a drafted text waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Waits {
    /// A step before it is to be done.
    Step {
        /// The step.
        step: Name,
        /// Since when: the day of the last step before that; absent where nothing is done yet.
        since: Option<NaiveDate>,
    },
    /// Its village came to a no at a step of its own, and meets again.
    Again {
        /// The step; absent where the village was asked outside any steps.
        step: Option<Name>,
        /// The day.
        since: NaiveDate,
    },
    /// A step before it came to a no, and is to be applied for anew.
    Anew {
        /// The step.
        step: Name,
        /// The day.
        since: NaiveDate,
    },
    /// A term runs.
    Term {
        /// The step that waits for it.
        step: Name,
        /// The first day after it.
        from: NaiveDate,
    },
    /// It was put to the villages outside any steps.
    Village {
        /// Whether that of the board is to decide it; else one of them.
        own: bool,
    },
    /// Every village must agree.
    Others,
    /// Its matter is to be decided.
    Decision,
    /// Its matter was not adopted: there is nothing to put up, unless it is decided otherwise.
    Adoption,
}

impl Posting {
    /// Returns what it waits for on a day; `None` where it may hang, hangs, or is not put up at all.
    #[must_use]
    pub fn waits_for(&self, world: &World, today: NaiveDate) -> Option<Waits> {
        if !matches!(self.next(), Next::PutUp(_)) {
            return None;
        }
        if let Some(since) = said_no(world, self) {
            return Some(Waits::Again { step: None, since });
        }
        match heard_since(world, self) {
            Err(Refused::Unheard { village: own }) => return Some(Waits::Village { own }),
            Err(Refused::OthersOpen) => return Some(Waits::Others),
            _ => {}
        }
        match self.since(world, today) {
            Err(Before::Open { step, since }) => Some(Waits::Step { step, since }),
            Err(Before::MeetsAgain { step, on }) => {
                let step = Some(step);
                Some(Waits::Again { step, since: on })
            }
            Err(Before::Refused { step, on }) => Some(Waits::Anew { step, since: on }),
            Err(Before::Runs { step, from }) => Some(Waits::Term { step, from }),
            Err(Before::Others) => Some(Waits::Others),
            Ok(_) => match may_tell(world, self, matter_of(world, self), today) {
                Err(Refused::Undecided { .. }) => Some(Waits::Decision),
                Err(Refused::Rejected { .. }) => Some(Waits::Adoption),
                _ => None,
            },
        }
    }

    /// Returns what is next about it as its matter stands: what its board lacked is put up by the day by which that was
    /// due, late or not; what waited for a step on the day after that at the latest, what waited for a term on the first
    /// day after it.
    #[must_use]
    pub fn next_as_it_stands(&self, world: &World, today: NaiveDate) -> Next {
        let next = self.next_on(today);
        let Next::PutUp(by) = next else { return next };
        if let Some(due) = self.duty(world, today) {
            return Next::PutUp(due);
        }
        // What waited for a village is not late from the day it was drafted.
        if let Ok(Some(met)) = heard_since(world, self) {
            return Next::PutUp(by.max(day_after(met)));
        }
        let Ok(Some(since)) = self.since(world, today) else {
            return next;
        };
        let after = matter_of(world, self).map(|it| by_after(it, &since));
        Next::PutUp(after.map_or(by, |after| by.max(after)))
    }

    /// Returns the day by which its board is to have the decision that it tells; `None` where it tells none, hangs in the
    /// place of another, or the board has, or had, a text about it.
    pub(super) fn duty(&self, world: &World, today: NaiveDate) -> Option<NaiveDate> {
        let matter = world.matters.get(self.matter.as_ref()?)?;
        if self.result || self.again.is_some() {
            return None;
        }
        let told = Decisions::of(world, matter, today);
        let has = matter.hung.iter().any(|it| {
            let hung = (Some(it.on), it.off.is_none());
            // What came down too early hangs again by a text of its own, and what was void told nothing.
            let other = it.board == self.board && it.posting != self.id && !it.short;
            other && told.by(&it.board, it.result, hung)
        });
        known_on(world, matter, &self.board, today).filter(|_| !has)
    }

    /// Returns how urgent that is on a day, where nothing keeps it from hanging.
    pub(super) fn light_in_order(&self, world: &World, today: NaiveDate) -> Light {
        match self.waits_for(world, today) {
            Some(_) => Light::Waits,
            None => Light::of(self.next_as_it_stands(world, today), today),
        }
    }

    fn since(&self, world: &World, today: NaiveDate) -> Result<Option<Since>, Before> {
        let matter = matter_of(world, self);
        match matter.and_then(|matter| Grid::of(world, matter, today)) {
            Some(grid) => grid.hangs_from(&self.board, self.result),
            None => Ok(None),
        }
    }
}
