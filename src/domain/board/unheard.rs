//! What is put to the villages outside any steps hangs on no board before they decided it: on that of a village once it
//! agreed, on that of the area once the first of them did, and where all must agree once they did.

use super::change::matter_of;
use super::{Board, Posting, Refused};
use crate::domain::ids::VillageId;
use crate::domain::matter::Matter;
use crate::domain::rule::Partial;
use crate::domain::vote::{Motion, Standing, standing};
use crate::domain::world::World;
use chrono::NaiveDate;

/// What a village that was asked came to, and the day it met; absent before it met.
type Said<'w> = (&'w VillageId, Option<(Option<bool>, NaiveDate)>);

/// What was put to the villages outside any steps.
struct PutTo<'w> {
    /// Whether some of them are still to be heard.
    awaits: bool,
    /// Whether nothing takes effect before all of them agreed.
    all_must: bool,
    /// The villages that were asked.
    asked: Vec<Said<'w>>,
}

impl<'w> PutTo<'w> {
    /// Reads what a posting makes known; `None` where no village was asked, or the steps of its matter say when it hangs.
    fn of(world: &'w World, posting: &'w Posting) -> Option<Self> {
        if posting.result {
            return None;
        }
        let matter = matter_of(world, posting);
        if matter.is_some_and(|it| it.path.is_some()) {
            return None;
        }
        match &posting.decided {
            Some(decided) => Some(Self::of_motion(world.motions.get(&decided.motion)?)),
            None => Self::of_matter(matter?),
        }
    }

    fn of_motion(motion: &'w Motion) -> Self {
        let said = |village: &'w VillageId| {
            let stands = motion.stands(village);
            (village, stands.map(|it| (it.agreed(), it.met)))
        };
        Self {
            awaits: standing(motion) == Standing::AwaitingVillages,
            all_must: motion.consent() == Some(Partial::AllMust),
            asked: motion.asked().iter().map(|it| said(&it.village)).collect(),
        }
    }

    fn of_matter(matter: &'w Matter) -> Option<Self> {
        let heard = matter.hearings.iter().rev().flat_map(|it| &it.motions);
        let put = |standing| {
            super::calendar::is_adopted(standing) || standing == Standing::AwaitingVillages
        };
        let last = { heard }.find(|it| put(it.standing))?;
        let asked = last.villages.iter().map(|it| {
            let said = it.decided.as_ref();
            (&it.village, said.map(|said| (said.agreed, said.met)))
        });
        Some(Self {
            awaits: last.standing == Standing::AwaitingVillages,
            all_must: matter.assent() == Some(Partial::AllMust),
            asked: asked.collect(),
        })
    }

    /// Returns the days on which villages agreed, each with its village.
    fn agreed(&self) -> impl Iterator<Item = (&'w VillageId, NaiveDate)> {
        self.asked.iter().filter_map(|(village, said)| {
            let (_, met) = said.filter(|(agreed, _)| *agreed == Some(true))?;
            Some((*village, met))
        })
    }

    /// Returns the day since which a board may tell of it; `None` where none was asked.
    fn since(&self, board: &Board) -> Result<Option<NaiveDate>, Refused> {
        let days = || self.agreed().map(|(_, met)| met);
        if self.all_must {
            return match self.awaits {
                true => Err(Refused::OthersOpen),
                false => Ok(days().max()),
            };
        }
        let own = match board {
            Board::Village(village) => self.asked.iter().find(|(asked, _)| *asked == village),
            Board::Area => None,
        };
        let Some((village, said)) = own else {
            // That of a village which was not asked tells of the others.
            return match days().min() {
                None if self.awaits => Err(Refused::Unheard { village: false }),
                first => Ok(first),
            };
        };
        match self.agreed().find(|(agreed, _)| agreed == village) {
            Some((_, met)) => Ok(Some(met)),
            // Of a no it is said elsewhere that it meets again.
            None if said.is_some_and(|(agreed, _)| agreed == Some(false)) => Ok(None),
            None => Err(Refused::Unheard { village: true }),
        }
    }
}

/// Returns the day since which a posting may tell what was put to the villages outside any steps; `None` where nothing was.
///
/// # Errors
/// [`Refused::Unheard`] or [`Refused::OthersOpen`] where they are still to be heard.
pub(super) fn heard_since(world: &World, posting: &Posting) -> Result<Option<NaiveDate>, Refused> {
    match PutTo::of(world, posting) {
        Some(put) => put.since(&posting.board),
        None => Ok(None),
    }
}

/// Returns the last day on which a village that was asked about a motion met, where one did.
pub(super) fn last_met(motion: &Motion) -> Option<NaiveDate> {
    let asked = motion.asked().iter();
    let met = asked.filter_map(|it| motion.stands(&it.village));
    met.map(|it| it.met).max()
}
