//! Whether there is a decision that a posting may make known, and since when: a board says of nothing that it
//! was adopted before it was.

use super::calendar::is_adopted;
use super::{Board, Posting, Refused};
use crate::domain::matter::path::By;
use crate::domain::matter::path::grid::{Grid, Outcome};
use crate::domain::matter::{Heard, Matter};
use crate::domain::text::Line;
use crate::domain::vote::turns::decided_on;
use crate::domain::vote::{Motion, Standing, standing};
use crate::domain::world::World;
use chrono::NaiveDate;

/// Lets pass what tells of no decision, and what tells on a day of one that stands and was made by then.
pub(super) fn may_tell(
    world: &World,
    posting: &Posting,
    matter: Option<&Matter>,
    on: NaiveDate,
) -> Result<(), Refused> {
    let decided = match (matter, of_motion(world, posting)) {
        (_, Some((motion, title))) => {
            let stands = standing(motion);
            if !is_put(stands) {
                return Err(untold(title, stands));
            }
            decided_on(world, motion)
        }
        (Some(matter), None) => of_matter(world, matter, &posting.board, on)?,
        (None, None) => None,
    };
    match decided.filter(|decided| on < *decided) {
        Some(on) => Err(Refused::BeforeDecided { on }),
        None => Ok(()),
    }
}

/// Returns the day on which a matter was first decided, by a session or by the steps it goes.
fn of_matter(
    world: &World,
    matter: &Matter,
    board: &Board,
    on: NaiveDate,
) -> Result<Option<NaiveDate>, Refused> {
    let put = |heard: &&Heard| is_put(heard.standing);
    let mut heard = matter.hearings.iter().rev().map(|it| &it.motions);
    let last = heard.find_map(|motions| {
        let any = |standing| motions.iter().any(|it| it.standing == standing);
        let stands = motions.iter().any(|it| put(&it));
        (stands || any(Standing::Rejected)).then_some(stands)
    });
    let title = || matter.intake.title.clone();
    match last {
        Some(true) => {
            let all = matter.hearings.iter().flat_map(|it| &it.motions);
            let days = all.filter(put);
            Ok(days
                .map(|it| it.first.map_or(it.on, |first| first.on))
                .min())
        }
        Some(false) => Err(Refused::Rejected { title: title() }),
        None => {
            let decided = by_steps(world, matter, board, on);
            decided.ok_or_else(|| Refused::Undecided { title: title() })
        }
    }
}

/// Returns that a matter was decided by the steps it goes, where no session comes before the villages: on the board
/// of a village since it agreed, on that of the area once the villages came to an end.
fn by_steps(
    world: &World,
    matter: &Matter,
    board: &Board,
    on: NaiveDate,
) -> Option<Option<NaiveDate>> {
    let steps = &matter.path.as_ref()?.template.steps;
    let decider = matter.path.as_ref()?.template.decider();
    let before = steps.iter().take(decider.unwrap_or(steps.len()));
    if { before }.any(|step| step.by == By::Session) {
        return None;
    }
    let grid = Grid::of(world, matter, on)?;
    match (board, decider) {
        (Board::Village(village), Some(_)) => grid.agreed_on(village).map(Some),
        _ => matches!(grid.of_villages(), Outcome::All | Outcome::Part).then_some(None),
    }
}

/// Says whether what stands so may be told of: it was adopted, or put to the villages.
const fn is_put(standing: Standing) -> bool {
    is_adopted(standing) || matches!(standing, Standing::AwaitingVillages)
}

/// Returns the motion a posting makes known, with the title of its item.
fn of_motion<'w>(world: &'w World, posting: &Posting) -> Option<(&'w Motion, Line)> {
    let decided = posting.decided.as_ref()?;
    let motion = world.motions.get(&decided.motion)?;
    let item = world.items.get(&motion.item)?;
    Some((motion, item.title.clone()))
}

fn untold(title: Line, stands: Standing) -> Refused {
    match stands {
        Standing::Rejected => Refused::Rejected { title },
        _ => Refused::Undecided { title },
    }
}
