//! 复议: a body of a village takes up once more what it agreed to (`domain.md` §5.3, reconsideration by a village and
//! withdrawal of a village). What it said before stays among the entries; what stands is the later answer.

use super::decide::{chosen, take};
use super::follow_up::of_village;
use super::grid::{Cell, State};
use super::{By, DayOf, Entry, Event, Level, OfMotion, Path, Refused, Taken, Taking, What, refuse};
use crate::domain::ids::VillageId;
use crate::domain::matter::Matter;
use crate::domain::matter::life::is_of;
use crate::domain::refusal::Refusal;
use crate::domain::task::Task;
use crate::domain::text::Line;
use crate::domain::vote::taken_up;
use crate::domain::world::World;
use chrono::NaiveDate;

/// That a village took back what it had agreed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakenBack<'p> {
    /// The step, counted from 0.
    pub step: usize,
    /// The village.
    pub village: &'p VillageId,
    /// The day its body met again.
    pub on: NaiveDate,
    /// Why it took it up once more.
    pub reason: &'p Line,
    /// The number of the entry.
    pub entry: usize,
}

/// That a village took back what it had agreed to and agreed anew, after an authority had looked at the papers of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overtaken<'p> {
    /// What was taken back.
    pub back: TakenBack<'p>,
    /// The day it agreed anew.
    pub agreed: NaiveDate,
    /// The day of what the authority did before that.
    pub done: NaiveDate,
}

impl Path {
    /// Returns what stands of a step at one place, with its number: what was entered last. A reconsideration to which
    /// too few came, or that upheld what stood, leaves that and its day as they were.
    #[must_use]
    pub fn stands<'p>(
        &'p self,
        step: usize,
        village: Option<&'p VillageId>,
    ) -> Option<(usize, &'p Entry)> {
        let mut tries = self.tries(step, village);
        let first = tries.next()?;
        let last = tries.fold(first, |stands, next| {
            let agreed = stands.1.agreed() == Some(true);
            let upheld = next.1.anew.is_some() && next.1.agreed() != Some(false);
            if agreed && upheld { stands } else { next }
        });
        Some(last)
    }

    /// Returns what villages took back and did not agree to again, in the order it was entered.
    #[must_use]
    pub fn taken_back(&self) -> Vec<TakenBack<'_>> {
        let all = self.entries.iter().enumerate();
        let back = all.filter_map(|(number, entry)| {
            let (village, reason) = (entry.village.as_ref()?, entry.anew.as_ref()?);
            let (_, stands) = self.stands(entry.step, Some(village))?;
            let mut since = self.tries(entry.step, Some(village));
            let agreed_since = since.any(|(at, it)| at > number && it.agreed() == Some(true));
            let no = entry.agreed() == Some(false) && stands.agreed() != Some(true);
            (no && !agreed_since).then_some(TakenBack {
                step: entry.step,
                village,
                on: entry.on,
                reason,
                entry: number,
            })
        });
        back.collect()
    }

    /// Returns what was taken back after an entry that rests on it was made: a step before it, of the same village or
    /// of one of those it was made for.
    #[must_use]
    pub fn shaken(&self, number: usize) -> Option<TakenBack<'_>> {
        let entry = self.entries.get(number)?;
        let rests = |it: &TakenBack<'_>| {
            let same = entry.village.as_ref().is_none_or(|of| of == it.village);
            it.step < entry.step && it.entry > number && same
        };
        self.taken_back().into_iter().find(rests)
    }

    /// Returns the last vote anew by which a filing or an approval was overtaken: it was given of a decision that was
    /// taken back since, and tells nothing of the one in its place, until whoever gave it looks at that.
    #[must_use]
    pub fn overtaken(&self, number: usize) -> Option<Overtaken<'_>> {
        let entry = self.entries.get(number)?;
        let of = self.template.steps.get(entry.step)?;
        if !of.is_review() || entry.agreed() != Some(true) {
            return None;
        }
        let later = || {
            self.entries
                .iter()
                .enumerate()
                .skip(number.saturating_add(1))
        };
        // Whoever looked at it before the village agreed anew did not see that.
        let seen = |from: usize, anew: &Entry| {
            let mut tries = self.tries(entry.step, entry.village.as_ref());
            tries.any(|(at, it)| at > from && it.agreed() == Some(true) && anew.on <= it.on)
        };
        let backs = later().filter_map(|(at, it)| {
            let (village, reason) = (it.village.as_ref()?, it.anew.as_ref()?);
            let same = entry.village.as_ref().is_none_or(|of| of == village);
            let no = it.step < entry.step && same && it.agreed() == Some(false);
            no.then_some(TakenBack {
                step: it.step,
                village,
                on: it.on,
                reason,
                entry: at,
            })
        });
        let mut overtaken = backs.filter_map(|back| {
            let mut anew = later().filter(|(at, _)| *at > back.entry);
            let (at, anew) = anew.find(|(_, it)| {
                let same = it.step == back.step && it.village.as_ref() == Some(back.village);
                same && it.agreed() == Some(true)
            })?;
            (!seen(at, anew)).then_some(Overtaken {
                back,
                agreed: anew.on,
                done: entry.on,
            })
        });
        overtaken.next_back()
    }

    /// Says whether whoever agreed at a step may take it up once more: a body of the village that met about it, or an
    /// authority that reviewed it.
    #[must_use]
    pub fn may_meet_again(&self, step: usize) -> bool {
        let Some(of) = self.template.steps.get(step) else {
            return false;
        };
        let meets = matches!(of.by, By::Vote { .. })
            || of.by == By::Record && self.template.day_of(step) == DayOf::Meeting;
        match of.level {
            Level::Village => meets && !of.is_review(),
            Level::Township => of.is_review(),
            Level::Area => false,
        }
    }
}

/// Lets pass that a body takes up once more what stands as agreed to.
///
/// # Errors
/// [`Refused::NoBodyMet`] where none met there, [`Refused::NothingToReconsider`] where nothing was agreed to.
pub fn may_be_taken_up(path: &Path, cell: &Cell) -> Result<(), Refused> {
    let stands = path.stands(cell.step, cell.village.as_ref());
    let together = matches!(stands, Some((_, it)) if it.taken == Taken::Merged);
    if !path.may_meet_again(cell.step) || together || cell.hung.is_some() {
        return Err(Refused::NoBodyMet);
    }
    match (&cell.state, stands) {
        (State::Done { .. }, Some(_)) => Ok(()),
        _ => Err(Refused::NothingToReconsider),
    }
}

/// Judges that a body of a village met about what it had agreed to.
pub(super) fn reconsidered(
    world: &World,
    matter: &Matter,
    taking: &Taking,
    reason: &Line,
) -> Result<Event, Refusal> {
    match taking.what {
        What::Vote(_) | What::Done { .. } => take(world, matter, taking, Some(reason)),
        What::Merge | What::Posted => Err(refuse(Refused::NoBodyMet)),
    }
}

/// Returns the motion on which what a village takes up once more stands too; `None` where that was itself taken up
/// once more by the joint session since, and is decided there.
pub(super) fn of_motion(
    world: &World,
    matter: &Matter,
    step: usize,
    village: &VillageId,
) -> Result<Option<OfMotion>, Refusal> {
    let Some((_, stands)) = chosen(matter)?.stands(step, Some(village)) else {
        return Ok(None);
    };
    let Taken::Voted {
        motion: Some(of), ..
    } = &stands.taken
    else {
        return Ok(None);
    };
    let open = !taken_up(world.motion(&of.motion)?);
    Ok(open.then(|| of.clone()))
}

/// Returns the open follow-ups that carry out a matter in villages that took back what they had agreed to; those by
/// which the villages are asked are none of them.
pub fn in_question<'a>(
    world: &'a World,
    matter: &'a Matter,
    back: &'a [TakenBack<'a>],
) -> impl Iterator<Item = &'a Task> {
    let hearings = matter.hearings.iter();
    let motions = hearings.flat_map(|it| world.motions_of(&it.item));
    let by_motion = motions.flat_map(|it| it.asked().iter().map(|asked| &asked.task));
    let by_path = matter.path.iter().flat_map(|path| &path.villages);
    let by_path = by_path.filter_map(|it| it.task.as_ref());
    // Of a motion that is filed nobody knows here whom it asked by what.
    let by_filed = back.iter();
    let by_filed = by_filed.filter_map(|it| of_village(world, matter, it.village));
    let asks = by_motion.chain(by_path);
    let asks: Vec<_> = asks.chain(by_filed.map(|it| &it.id)).collect();
    let there = |task: &Task| {
        let mut villages = back.iter().map(|it| it.village);
        villages.any(|it| task.village.as_ref() == Some(it) || task.parts.contains_key(it))
    };
    let tasks = world.tasks.values().map(AsRef::as_ref);
    tasks.filter(move |task: &&Task| {
        task.is_open() && is_of(matter, task) && there(task) && !asks.contains(&&task.id)
    })
}
