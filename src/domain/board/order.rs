//! A board says of a matter that it was decided only once the steps before that are done, and on no day before what
//! it tells of.

use super::{Board, Posting, Refused, calendar, unheard};
use crate::domain::matter::Matter;
use crate::domain::matter::path::grid::{Before, Grid};
use crate::domain::world::World;
use chrono::NaiveDate;

/// Lets pass what may hang from a day on by the order of the steps of its matter. What came of a matter is told
/// once the steps before that are done and their time is over, whatever it was.
pub(super) fn in_order(
    world: &World,
    posting: &Posting,
    matter: Option<&Matter>,
    on: NaiveDate,
) -> Result<(), Refused> {
    if let Some(on) = said_no(world, posting) {
        return Err(Refused::MeetsAgain { step: None, on });
    }
    if let Some(met) = unheard::heard_since(world, posting)?.filter(|met| on < *met) {
        return Err(Refused::BeforeDecided { on: met });
    }
    let Some(matter) = matter else {
        return Ok(());
    };
    let Some(grid) = Grid::of(world, matter, on) else {
        return Ok(());
    };
    let since = grid.hangs_from(&posting.board, posting.result);
    let since = since.map_err(Refused::from)?;
    if let Some(since) = since.filter(|since| on < since.on) {
        let (step, on) = (since.step, since.on);
        return Err(Refused::BeforeStep { step, on });
    }
    if posting.result {
        return Ok(());
    }
    match told_later(world, posting, (matter, &grid), on) {
        Some(why) => Err(why),
        None => Ok(()),
    }
}

/// Returns the day on which the village of a board did not agree to what a text tells, where it was asked outside any
/// steps; what came of the matter is told there all the same.
pub(super) fn said_no(world: &World, posting: &Posting) -> Option<NaiveDate> {
    let Board::Village(village) = &posting.board else {
        return None;
    };
    if posting.result {
        return None;
    }
    if let Some(decided) = &posting.decided {
        let motion = world.motions.get(&decided.motion)?;
        let no = motion.agreed(village) == Some(false);
        return motion.stands(village).filter(|_| no).map(|it| it.met);
    }
    calendar::said_no(world.matters.get(posting.matter.as_ref()?)?, village)
}

/// Returns the village of whose consent a text tells that was given only after a day: it is named in it, and the
/// text was written when the consent was known.
fn told_later(
    world: &World,
    posting: &Posting,
    (matter, grid): (&Matter, &Grid<'_>),
    on: NaiveDate,
) -> Option<Refused> {
    let wording = posting.wording()?;
    let path = matter.path.as_ref()?;
    let decider = path.template.decider()?;
    let later = path.villages.iter().filter_map(|asked| {
        let agreed = grid.agreed_on(&asked.village).filter(|it| on < *it)?;
        let known = path.stands(decider, Some(&asked.village))?.1.at.day();
        let name = &world.villages.get(&asked.village)?.name;
        let told = known <= wording.on && wording.text.as_str().contains(name.as_str());
        told.then(|| (agreed, name.clone()))
    });
    let (on, name) = later.max_by_key(|(on, _)| *on)?;
    Some(Refused::BeforeConsent { name, on })
}

impl From<Before> for Refused {
    fn from(why: Before) -> Self {
        match why {
            Before::Open { step, .. } => Self::StepOpen { step },
            Before::Refused { step, on } => Self::StepRefused { step, on },
            Before::MeetsAgain { step, on } => {
                let step = Some(step);
                Self::MeetsAgain { step, on }
            }
            Before::Runs { step, from } => Self::TermRuns { step, from },
            Before::Others => Self::OthersOpen,
        }
    }
}

impl Posting {
    /// Returns why its matter does not let it hang on a day yet, where a step before it is open or came to a no.
    #[must_use]
    pub fn awaits(&self, world: &World, on: NaiveDate) -> Option<Refused> {
        let matter = world.matters.get(self.matter.as_ref()?)?;
        in_order(world, self, Some(matter), on).err()
    }
}
