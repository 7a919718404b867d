//! The joint trigger (`domain.md` §5): whether a matter is settled in a joint session, and why.

use super::Matter;
use super::intake::Intake;
use crate::domain::text::Line;
use crate::domain::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A ground on which a matter is a joint one; any of them is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// A: 涉及片区党委建设.
    Committee,
    /// B: 涉及群众切身利益.
    Livelihood,
    /// C: 涉及2个村以上, two included.
    Villages,
}

/// How a matter was screened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Screening {
    /// The day.
    pub on: NaiveDate,
    /// The grounds found that day; none where it is no joint matter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<Ground>,
    /// Why, in words; kept whether it is joint or not.
    pub reason: Line,
}

impl Screening {
    /// Says whether the matter is settled in a joint session.
    #[must_use]
    pub fn joint(&self) -> bool {
        !self.grounds.is_empty()
    }
}

impl Matter {
    /// Says whether it is settled in a joint session: as it was screened, or as it would be that day.
    #[must_use]
    pub fn is_joint(&self, world: &World, day: NaiveDate) -> bool {
        match &self.screening {
            Some(screening) => screening.joint(),
            None => !grounds_on(world, &self.intake, self.as_of(day)).is_empty(),
        }
    }
}

/// Returns the grounds of a day: a village that left by then is not counted.
#[must_use]
pub fn grounds_on(world: &World, intake: &Intake, day: NaiveDate) -> Vec<Ground> {
    if intake.villages.is_empty() {
        return grounds(intake, world.villages_on(day));
    }
    let named = intake.villages.iter();
    let stays = named.filter(|id| {
        let village = world.villages.get(*id);
        village.is_none_or(|village| !village.left_by(day))
    });
    grounds(intake, stays.count())
}

/// Returns the grounds of a matter that concerns so many villages.
pub(super) fn grounds(intake: &Intake, villages: usize) -> Vec<Ground> {
    let found = [
        (intake.committee, Ground::Committee),
        (intake.livelihood, Ground::Livelihood),
        (villages >= 2, Ground::Villages),
    ];
    let found = found.into_iter();
    found
        .filter_map(|(is, ground)| is.then_some(ground))
        .collect()
}
