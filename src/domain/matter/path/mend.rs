//! What was entered wrongly on the way of a matter, a vote or a day: put right with a reason, the old value kept.

use super::decide::{chosen, has_come, here};
use super::grid::{Cell, Grid};
use super::{Event, Mended, Moved, Refused, Taken, refuse};
use crate::domain::dates::Minute;
use crate::domain::matter::Matter;
use crate::domain::refusal::Refusal;
use crate::domain::text::Line;
use crate::domain::vote::overturn::Followed;
use crate::domain::vote::village::VillageMeeting;
use crate::domain::world::World;
use chrono::NaiveDate;

/// Judges a correction of what a body voted: by the rule that judged it then, on the day that stands.
pub(super) fn mended(
    matter: &Matter,
    number: usize,
    meeting: &VillageMeeting,
    at: Minute,
    reason: &Line,
) -> Result<Event, Refusal> {
    let path = chosen(matter)?;
    let entry = path.entries.get(number).ok_or(Refusal::Unknown)?;
    let Taken::Voted { decision, .. } = &entry.taken else {
        return Err(Refusal::Unknown);
    };
    if meeting.met != decision.met || meeting.village != decision.village {
        return Err(Refusal::Unknown);
    }
    let now = decision.again(meeting)?;
    if now == **decision {
        return Err(Refusal::AlreadyThere);
    }
    // What was done before a reconsideration does not follow from it.
    let later = path.entries.iter().skip(number).any(|it| {
        let same = it.village == entry.village || it.village.is_none() || entry.village.is_none();
        it.step > entry.step && same
    });
    if later && now.agreed() != decision.agreed() {
        let by = Followed::StepTaken;
        return Err(Refusal::ResultFollowed { by });
    }
    Ok(Event::Mended {
        matter: matter.id.clone(),
        entry: number,
        now: Box::new(now),
        mended: Mended {
            was: decision.clone(),
            at,
            reason: reason.clone(),
        },
    })
}

/// Judges a correction of the day of what was done: between what stands before and after it.
pub(super) fn redated(
    world: &World,
    matter: &Matter,
    number: usize,
    on: NaiveDate,
    at: Minute,
    reason: &Line,
) -> Result<Option<Event>, Refusal> {
    let path = chosen(matter)?;
    let entry = path.entries.get(number).ok_or(Refusal::Unknown)?;
    if entry.on == on {
        return Ok(None);
    }
    match entry.taken {
        Taken::Posted => return Err(refuse(Refused::ByBoard)),
        Taken::Merged => return Err(refuse(Refused::DayOfStepBefore)),
        Taken::Voted { .. } | Taken::Done { .. } => {}
    }
    has_come(on, at)?;
    if let Some(village) = &entry.village {
        here(world, village, on)?;
    }
    let grid = Grid::of(world, matter, at.day()).ok_or(Refusal::Unknown)?;
    let cell = grid.cell(entry.step, entry.village.as_ref());
    if let Some(since) = cell.and_then(|it| it.since).filter(|since| on < *since) {
        return Err(refuse(Refused::BeforeStepBefore { on: since }));
    }
    let tries = path.tries(entry.step, entry.village.as_ref());
    let later = tries.filter(|(it, _)| *it > number).map(|(_, it)| it.on);
    let earlier = path.tries(entry.step, entry.village.as_ref());
    let earlier = earlier.filter(|(it, _)| *it < number).map(|(_, it)| it.on);
    if let Some(before) = earlier.max().filter(|before| on < *before) {
        return Err(refuse(Refused::BeforeLastTime { on: before }));
    }
    // What was done before a village came does not follow what it did.
    let came = entry.village.as_ref().and_then(|it| path.came(it));
    let since = path.entries.iter().skip(number);
    let follows = since.filter(|it| {
        let since = it.village.is_some() || came.is_none_or(|came| came <= it.on);
        let shared = it.village.is_none() && since;
        let same = it.village == entry.village || shared || entry.village.is_none();
        // What a board did has its day from there.
        let dated = !matches!(it.taken, Taken::Merged | Taken::Posted);
        it.step == entry.step.saturating_add(1) && same && dated
    });
    if let Some(after) = later
        .chain(follows.map(|it| it.on))
        .min()
        .filter(|it| on > *it)
    {
        return Err(refuse(Refused::AfterStepAfter { on: after }));
    }
    // Nor is it done after what a board says of it was put up: that would do its step no more, and nobody would see.
    let mut after = grid.cells().filter(|it| it.step > entry.step);
    let posted = |it: &Cell| {
        let same = entry.village.is_none() || it.village == entry.village;
        let hung = it.hung.as_ref().filter(|hung| same && hung.on < on)?;
        Some(hung.on)
    };
    if let Some(posted) = after.find_map(posted) {
        return Err(refuse(Refused::AfterPosted { on: posted }));
    }
    Ok(Some(Event::Redated {
        matter: matter.id.clone(),
        entry: number,
        on,
        moved: Moved {
            from: entry.on,
            at,
            reason: reason.clone(),
        },
    }))
}
