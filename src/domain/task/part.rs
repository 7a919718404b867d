//! 配合村: what each supporting village does of a joint follow-up.

use super::{OfPart, Step, Task};
use crate::domain::ids::VillageId;
use crate::domain::text::Line;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The part of one village.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What the village does.
    pub what: Line,
    /// The day it was done, once it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<NaiveDate>,
}

/// How far the part of a village is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartState {
    /// Nothing was heard of it.
    NotStarted,
    /// Something was.
    Underway,
    /// It is done.
    Done(NaiveDate),
}

impl Task {
    /// Returns how far the part of a village is; `None` where it has none.
    #[must_use]
    pub fn part(&self, village: &VillageId) -> Option<PartState> {
        let part = self.parts.get(village)?;
        Some(match part.done {
            Some(done) => PartState::Done(done),
            None if self.of_part(village).next().is_some() => PartState::Underway,
            None => PartState::NotStarted,
        })
    }

    /// Says whether the day on which the part of a village was done is in doubt.
    #[must_use]
    pub fn part_doubted(&self, village: &VillageId, today: NaiveDate) -> bool {
        let mut steps = self.history.iter().rev();
        let done = steps.find(|step| {
            matches!(step, Step::Part { village: of, what: OfPart::Done { .. }, .. } if of == village)
        });
        done.is_some_and(|step| self.step_doubted(step, Some(today)))
    }

    /// Returns what became of the part of a village, oldest first.
    pub fn of_part<'a>(
        &'a self,
        village: &'a VillageId,
    ) -> impl Iterator<Item = (NaiveDate, &'a OfPart)> {
        self.history.iter().filter_map(move |step| match step {
            Step::Part {
                on,
                village: of,
                what,
            } if of == village => Some((*on, what)),
            _ => None,
        })
    }

    /// Returns the villages whose part is not done yet.
    pub fn parts_open(&self) -> impl Iterator<Item = &VillageId> {
        let open = self.parts.iter().filter(|(_, part)| part.done.is_none());
        open.map(|(village, _)| village)
    }
}
