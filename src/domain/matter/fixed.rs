//! How a matter is changed once its answers are fixed: what works at the stage it is at.

use super::path::grid::{Grid, Outcome};
use super::{Matter, Refused};
use crate::domain::refusal::OfMatter;
use crate::domain::world::World;
use chrono::NaiveDate;

impl Matter {
    /// Lets its answers be changed until it is screened.
    ///
    /// # Errors
    /// [`Refused::Screened`] with what works instead.
    pub fn may_be_mended(&self, world: &World, on: NaiveDate) -> Result<(), Refused> {
        match self.screening {
            Some(_) => Err(Refused::Screened {
                way: self.way_to_change(world, on),
            }),
            None => Ok(()),
        }
    }

    /// Returns how it is changed by now: it is sent back, after it was taken off an agenda where it stands on one; once
    /// a session dealt with it, only what the villages bear is, and what they agreed to is reconsidered. `None` where
    /// nothing of that is left.
    #[must_use]
    pub fn way_to_change(&self, world: &World, on: NaiveDate) -> Option<OfMatter> {
        let Some(last) = self.last_hearing() else {
            return Some(OfMatter::SendBack);
        };
        // With an earlier session behind it, it could not be sent back anyway.
        if last.awaited() && !last.opened(world) && self.hearings.len() == 1 {
            return Some(OfMatter::OffAgenda);
        }
        if self.all_agreed(world, on) {
            return Some(OfMatter::Reconsider);
        }
        match (&self.path, self.money()) {
            (Some(_), Some(_)) => Some(OfMatter::Contribute),
            (None, Some(_)) => Some(OfMatter::ChooseSteps),
            (_, None) => None,
        }
    }

    /// Says whether no village is left to be asked, so that what one bears was agreed to.
    fn all_agreed(&self, world: &World, on: NaiveDate) -> bool {
        let decides = self
            .path
            .as_ref()
            .is_some_and(|it| it.template.decider().is_some());
        let grid = Grid::of(world, self, on).filter(|_| decides);
        grid.is_some_and(|it| matches!(it.of_villages(), Outcome::All | Outcome::Part))
    }
}
