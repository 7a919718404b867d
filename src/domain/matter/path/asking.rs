//! Which villages are asked of a matter: those of the committee on the day it was decided.

use super::{Added, Asked, Event};
use crate::domain::ids::VillageId;
use crate::domain::matter::life::is_of;
use crate::domain::matter::{Hearing, Matter};
use crate::domain::roster::Village;
use crate::domain::rule::Partial;
use crate::domain::task::{Decision, Task};
use crate::domain::vote::Standing;
use crate::domain::world::World;
use chrono::NaiveDate;

/// Why a village of the committee is not asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unasked {
    /// The matter does not concern it.
    NotConcerned,
    /// It joined after the matter was decided, or after its steps were chosen where it is not yet.
    JoinedLater {
        /// The day.
        on: NaiveDate,
    },
    /// It was entered later, and nobody said when it joined.
    Undated,
}

/// Returns the day on which a joint session decided for a matter; the last one, where there are several.
#[must_use]
pub fn decided_on(hearings: &[Hearing]) -> Option<NaiveDate> {
    let carried = |hearing: &&Hearing| {
        let mut motions = hearing.motions.iter();
        motions.any(|motion| {
            matches!(
                motion.standing,
                Standing::Adopted | Standing::AdoptedInPart | Standing::AwaitingVillages
            )
        })
    };
    let mut decided = hearings.iter().rev().filter(carried);
    decided.next().map(|hearing| hearing.on)
}

/// Returns the villages a matter concerns that are of the committee on a day, in the order of lists.
pub fn entitled<'a>(
    world: &'a World,
    matter: &'a Matter,
    day: NaiveDate,
) -> impl Iterator<Item = &'a Village> {
    let villages = world.villages_in_order().into_iter();
    villages.filter(move |it| matter.intake.concerns(&it.id) && it.belongs_on(day))
}

/// Returns the villages that are asked as well because a joint session decided now, and that joined
/// after the steps were chosen: no path skips one that had to be asked.
#[must_use]
pub fn joined_meanwhile(world: &World, matter: &Matter, hearings: &[Hearing]) -> Vec<Event> {
    let decided = matter.path.as_ref().zip(decided_on(hearings));
    let Some((path, on)) = decided else {
        return Vec::new();
    };
    let missing = entitled(world, matter, on).filter(|village| {
        let meanwhile = village.joined.is_some_and(|joined| path.chosen < joined);
        meanwhile && !path.asks(&village.id)
    });
    let added = missing.map(|village| Event::VillageAdded {
        matter: matter.id.clone(),
        asked: Asked {
            village: village.id.clone(),
            added: Some(Added { on, reason: None }),
            task: None,
        },
    });
    added.collect()
}

/// Returns the villages of the committee that are not asked, each with why.
#[must_use]
pub fn unasked(world: &World, matter: &Matter, today: NaiveDate) -> Vec<(VillageId, Unasked)> {
    let Some(path) = &matter.path else {
        return Vec::new();
    };
    let villages = world.villages_in_order().into_iter();
    let here = villages.filter(|it| it.left.is_none_or(|left| today < left));
    let others = here.filter(|it| !path.asks(&it.id));
    let why = |village: &Village| match village.joined {
        _ if !matter.intake.concerns(&village.id) => Unasked::NotConcerned,
        Some(on) => Unasked::JoinedLater { on },
        None => Unasked::Undated,
    };
    others.map(|it| (it.id.clone(), why(it))).collect()
}

/// What follows where a village is asked after all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AskedAfterAll {
    /// The day on which a joint session decided for the matter. That stays decided: entitled are the villages of
    /// that day (`domain.md` §5.3).
    pub carried: Option<NaiveDate>,
    /// Whether its own body decides.
    pub decides: bool,
    /// Whether what the others agreed to waits for it.
    pub others_wait: bool,
}

/// Returns what follows where a village is asked after all; `None` where no steps are chosen yet.
#[must_use]
pub fn asked_after_all(matter: &Matter) -> Option<AskedAfterAll> {
    let path = matter.path.as_ref()?;
    let decides = path.template.decider().is_some();
    Some(AskedAfterAll {
        carried: decided_on(&matter.hearings),
        decides,
        others_wait: decides && matter.assent() == Some(Partial::AllMust),
    })
}

impl super::Path {
    /// Returns the day a village was added to those that are asked, where it was not asked from the first.
    #[must_use]
    pub fn came(&self, village: &VillageId) -> Option<NaiveDate> {
        let mut asked = self.villages.iter();
        let asked = asked.find(|it| it.village == *village)?;
        Some(asked.added.as_ref()?.on)
    }
}

/// Returns the day by which the villages are to decide, as it was said when a motion of the matter was put to
/// them; the last where there are several. `None` where nobody said.
#[must_use]
pub fn asked_by(world: &World, matter: &Matter) -> Option<NaiveDate> {
    let tasks = world.tasks.values().map(AsRef::as_ref);
    let of = tasks.filter(|task: &&Task| {
        let by_motion = matches!(task.decision, Some(Decision::Motion { .. }));
        by_motion && task.is_open() && task.village.is_some() && is_of(matter, task)
    });
    of.filter_map(|task| task.due).max()
}
