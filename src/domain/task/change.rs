//! How a follow-up is entered, moved, done, signed off and re-opened.

use super::{Command, Event, OfPart, Part, Refused, Step, Task, TaskState, day};
use crate::domain::ids::{TaskId, VillageId};
use crate::domain::matter::matter_of;
use crate::domain::refusal::Refusal;
use crate::domain::roster::gone::none_left;
use crate::domain::text::Line;
use crate::domain::world::World;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Judges a command about a follow-up.
///
/// # Errors
/// A [`Refusal`] that names what stands in the way.
pub fn decide(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    judge(world, command, None)
}

/// Judges a command by the day of the clock, where that is known.
fn judge(
    world: &World,
    command: &Command,
    today: Option<NaiveDate>,
) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Recorded { today, what } => judge(world, what, Some(*today)),
        Command::Put(task) => {
            let known = world.tasks.contains_key(&task.id);
            let session = task.session.as_ref().filter(|_| !known);
            match session.map(|session| world.session(session)).transpose()? {
                // It would add to the record that was signed.
                Some(session) if !session.open() => Err(Refusal::Sealed),
                _ => {
                    asks_nobody_gone(world, task)?;
                    put(world, task, today)
                }
            }
        }
        Command::Remove(task) => remove(world, task),
        Command::Move { task, .. }
        | Command::Note { task, .. }
        | Command::Part { task, .. }
        | Command::Remind { task, .. }
        | Command::Finish { task, .. }
        | Command::Sign { task, .. }
        | Command::Settle { task, .. }
        | Command::LeaveOpen { task, .. }
        | Command::Redate { task, .. }
        | Command::Return { task, .. }
        | Command::Rate { task, .. }
        | Command::Suspend { task, .. }
        | Command::Resume { task, .. }
        | Command::Drop { task, .. }
        | Command::Reopen { task, .. } => {
            let task = world.task(task)?;
            let step = step(world, task, command, today)?;
            let taken = |step: Step| Event::Stepped {
                task: task.id.clone(),
                stated: !step.of_others() && today.is_some_and(|today| step.on() != today),
                step,
            };
            Ok(step.map(taken).into_iter().collect())
        }
    }
}

/// Judges a command that an act of its own brings with it, which may come after the record was signed.
pub(in crate::domain) fn decide_with_act(
    world: &World,
    command: &Command,
) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Put(task) => put(world, task, None),
        Command::Recorded { today, what } => match what.as_ref() {
            Command::Put(task) => put(world, task, Some(*today)),
            what => judge(world, what, Some(*today)),
        },
        _ => decide(world, command),
    }
}

/// Makes the step that a command asks for; none where it changes nothing.
fn step(
    world: &World,
    task: &Task,
    command: &Command,
    today: Option<NaiveDate>,
) -> Result<Option<Step>, Refusal> {
    let step = made(world, task, command)?;
    if let Some(step) = &step {
        in_time(task, step, today)?;
    }
    Ok(step)
}

/// Refuses a step on a day on which it cannot have been: before the follow-up was entered, or before the step it
/// follows. What a decision of whoever was asked brings with it is told on the day the follow-up allows. A day that is
/// in doubt binds nobody: what is recorded now came after it all the same.
fn in_time(task: &Task, step: &Step, today: Option<NaiveDate>) -> Result<(), Refusal> {
    if step.of_others() {
        return Ok(());
    }
    if step.on() < task.entered && !task.entered_doubted(today) {
        let on = task.entered;
        return Err(Refused::BeforeEntered { on }.into());
    }
    // What was seen or done meanwhile may be written down late; what changes where it stands comes in its order.
    if !step.comes_in_order() {
        return Ok(());
    }
    match task.stands_since(today) {
        Some(from) if step.on() < from => Err(Refused::TooEarly { from }.into()),
        _ => Ok(()),
    }
}

fn made(world: &World, task: &Task, command: &Command) -> Result<Option<Step>, Refusal> {
    Ok(Some(match command {
        Command::Recorded { .. } | Command::Put(_) | Command::Remove(_) => return Ok(None),
        Command::Move { to, reason, on, .. } => {
            task.pursued()?;
            if task.due == Some(*to) {
                return Ok(None);
            }
            ahead(*on, Some(*to))?;
            Step::Moved {
                on: *on,
                from: task.due,
                to: *to,
                reason: reason.clone(),
            }
        }
        Command::Note {
            on, note, evidence, ..
        } => {
            task.pursued()?;
            Step::Noted {
                on: *on,
                note: note.clone(),
                evidence: evidence.clone(),
            }
        }
        Command::Part {
            on, village, what, ..
        } => of_part(task, *on, village, what)?,
        Command::Remind { on, slip, to, .. } => {
            task.pursued()?;
            if let Some(reminded) = world.tasks.values().find(|it| it.has_slip(*slip)) {
                let (slip, what) = (*slip, reminded.what.clone());
                return Err(Refused::SlipTaken { slip, what }.into());
            }
            Step::Reminded {
                on: *on,
                slip: *slip,
                to: to.clone(),
            }
        }
        Command::Finish {
            on, note, evidence, ..
        } => {
            task.pursued()?;
            let open = task.parts_open().map(|id| named(world, id));
            let villages: Vec<Line> = open.collect::<Result<_, _>>()?;
            if !villages.is_empty() {
                return Err(Refused::PartsOpen { villages }.into());
            }
            task.waits_for_no_decision(world)?;
            Step::Finished {
                on: *on,
                note: note.clone(),
                evidence: evidence.clone(),
            }
        }
        Command::Sign { on, by, paper, .. } => {
            task.waits_for_sign_off()?;
            if let Some(signer) = task.signer.as_ref().filter(|it| it.key() != by.key()) {
                let signer = signer.clone();
                return Err(Refused::OtherSigner { signer }.into());
            }
            Step::Signed {
                on: *on,
                by: by.clone(),
                paper: paper.clone(),
            }
        }
        Command::Settle { on, by, paper, .. } => {
            task.may_be_settled()?;
            Step::Settled {
                on: *on,
                by: by.clone(),
                paper: paper.clone(),
            }
        }
        Command::LeaveOpen {
            on,
            by,
            paper,
            refused,
            ..
        } => {
            task.still_open()?;
            Step::LeftOpen {
                on: *on,
                by: by.clone(),
                paper: paper.clone(),
                refused: *refused,
            }
        }
        Command::Redate {
            on,
            from,
            to,
            reason,
            ..
        } => {
            // It was entered after the day as it stood, or was told nothing of that day.
            let met = *from;
            let told = task.history.iter().any(|step| step.tells_of(met));
            let from = if told { met } else { met.max(task.entered) };
            let to = task.told_by(*to, Some(*on));
            if from == to || !task.history.iter().any(|step| step.tells_of(from)) {
                return Ok(None);
            }
            Step::Redated {
                on: *on,
                from,
                to,
                reason: reason.clone(),
            }
        }
        Command::Return { on, reason, .. } => {
            task.waits_for_sign_off()?;
            Step::Returned {
                on: *on,
                reason: reason.clone(),
            }
        }
        Command::Rate { on, rating, .. } => {
            task.closed()?;
            if rating.is_empty() {
                return Err(Refused::NobodyAsked.into());
            }
            Step::Rated {
                on: *on,
                rating: *rating,
            }
        }
        Command::Suspend { on, reason, .. } => {
            task.pursued()?;
            Step::Suspended {
                on: *on,
                reason: reason.clone(),
            }
        }
        Command::Resume { on, to, .. } => {
            task.resting()?;
            ahead(*on, *to)?;
            Step::Resumed {
                on: *on,
                from: task.due,
                to: *to,
            }
        }
        Command::Drop { on, reason, .. } => {
            task.still_open()?;
            Step::Dropped {
                on: *on,
                reason: reason.clone(),
            }
        }
        Command::Reopen {
            on,
            to,
            reason,
            again,
            ..
        } => {
            task.over()?;
            ahead(*on, Some(*to))?;
            for village in again {
                task.parts.get(village).ok_or(Refused::NoPart)?;
            }
            Step::Reopened {
                on: *on,
                from: task.due,
                to: *to,
                reason: reason.clone(),
                again: again.clone(),
            }
        }
    }))
}

fn of_part(
    task: &Task,
    on: NaiveDate,
    village: &VillageId,
    what: &OfPart,
) -> Result<Step, Refusal> {
    task.pursued()?;
    let part = task.parts.get(village).ok_or(Refused::NoPart)?;
    match (what, part.done) {
        (OfPart::Noted { .. } | OfPart::Done { .. }, Some(_)) => {
            return Err(Refused::PartDone.into());
        }
        (OfPart::Again { .. }, None) => return Err(Refused::PartNotDone.into()),
        (OfPart::Noted { .. } | OfPart::Done { .. }, None) | (OfPart::Again { .. }, Some(_)) => {}
    }
    Ok(Step::Part {
        on,
        village: village.clone(),
        what: what.clone(),
    })
}

fn remove(world: &World, task: &TaskId) -> Result<Vec<Event>, Refusal> {
    let task = world.task(task)?;
    task.still_open()?;
    let open = |session| world.sessions.get(session).is_some_and(|it| it.open());
    if !task.session.as_ref().is_none_or(open) {
        // It stands in the record that was signed.
        return Err(Refusal::Sealed);
    }
    if !task.history.is_empty() {
        return Err(Refusal::StillUsed {
            name: task.what.clone(),
        });
    }
    Ok(vec![Event::Removed {
        task: task.id.clone(),
    }])
}

fn put(world: &World, task: &Task, today: Option<NaiveDate>) -> Result<Vec<Event>, Refusal> {
    let known = world.tasks.get(&task.id).map(AsRef::as_ref);
    if let Some(owner) = &task.owner {
        world.person(owner)?;
    }
    if let Some(village) = &task.village {
        world.village(village)?;
    }
    let mut task = task.clone();
    task.parts = parts(world, task.parts, known)?;
    if let Some(known) = known {
        known.still_open()?;
        task.state = known.state;
        task.history.clone_from(&known.history);
        task.stated.clone_from(&known.stated);
        task.session.clone_from(&known.session);
        task.item.clone_from(&known.item);
        task.decision.clone_from(&known.decision);
        task.entered = known.entered;
        if known.matter.is_some() {
            task.matter.clone_from(&known.matter);
        } else if let Some(matter) = &task.matter {
            world.matter(matter)?.still_open()?;
        }
        task.matter = matter_of(world, &task).cloned();
        if known.due.is_some() && known.due != task.due {
            return Err(Refusal::DateWantsReason);
        }
        if known.due != task.due {
            ahead(today.unwrap_or(task.entered), task.due)?;
        }
    } else {
        fits(world, &task)?;
        ahead(task.entered, task.due)?;
        task.matter = matter_of(world, &task).cloned();
        task.state = TaskState::Open;
        task.history = Vec::new();
        task.stated.clear();
    }
    Ok(vec![Event::Put {
        task: Box::new(task),
    }])
}

/// Refuses what is newly asked of a village that has left by the day it is entered.
fn asks_nobody_gone(world: &World, task: &Task) -> Result<(), Refusal> {
    let known = world.tasks.get(&task.id);
    let asked = task
        .villages()
        .filter(|it| known.is_none_or(|known| !known.concerns(it)));
    none_left(world, asked, &[], task.entered)
}

/// Returns the parts of the villages as they are from now on: what is done stays done, and a part of
/// which something was heard stays.
fn parts(
    world: &World,
    asked: BTreeMap<VillageId, Part>,
    known: Option<&Task>,
) -> Result<BTreeMap<VillageId, Part>, Refusal> {
    for village in known.iter().flat_map(|task| task.parts.keys()) {
        let heard = known.is_some_and(|task| task.of_part(village).next().is_some());
        if heard && !asked.contains_key(village) {
            let village = named(world, village)?;
            return Err(Refused::PartBegun { village }.into());
        }
    }
    let mut parts = BTreeMap::new();
    for (village, part) in asked {
        let before = known.and_then(|task| task.parts.get(&village));
        if before.is_none() {
            world.village(&village)?;
        }
        let done = before.and_then(|part| part.done);
        parts.insert(village, Part { done, ..part });
    }
    Ok(parts)
}

/// Refuses a follow-up whose session, item, decision and matter are not of one another, or not there.
fn fits(world: &World, task: &Task) -> Result<(), Refusal> {
    if let Some(item) = &task.item
        && task.session.as_ref() != Some(&world.item(item)?.session)
    {
        return Err(Refusal::Unknown);
    }
    if let Some(decision) = &task.decision
        && decision.item(world) != task.item.as_ref()
    {
        return Err(Refusal::Unknown);
    }
    if let Some(session) = &task.session {
        world.session(session)?;
    }
    if let Some(matter) = &task.matter {
        world.matter(matter)?;
    }
    Ok(())
}

fn named(world: &World, village: &VillageId) -> Result<Line, Refusal> {
    world.village(village).map(|village| village.name.clone())
}

/// Refuses a new date that is over on the day it is given.
fn ahead(on: NaiveDate, to: Option<NaiveDate>) -> Result<(), Refusal> {
    match to {
        Some(to) if to < on => Err(Refused::DateOver.into()),
        _ => Ok(()),
    }
}

/// Carries out what happened to a follow-up.
pub fn apply(world: &mut World, event: &Event) {
    match event {
        Event::Put { task } => {
            let shared = Arc::new(task.as_ref().clone());
            world.tasks.insert(task.id.clone(), shared);
        }
        Event::Stepped { task, step, stated } => {
            if let Some(task) = world.tasks.get_mut(task) {
                let task = Arc::make_mut(task);
                take(task, step);
                if *stated {
                    task.stated.insert(task.history.len());
                }
            }
        }
        Event::DayMended { task, from, to } => {
            if let Some(task) = world.tasks.get_mut(task) {
                day::put(Arc::make_mut(task), *from, *to);
            }
        }
        Event::Removed { task } => {
            world.tasks.remove(task);
        }
    }
}

fn take(task: &mut Task, step: &Step) {
    match step {
        Step::Moved { to, .. } => task.due = Some(*to),
        Step::Noted { .. } | Step::Reminded { .. } | Step::LeftOpen { .. } | Step::Rated { .. } => {
        }
        Step::Redated { from, to, .. } => {
            let mut told = task.history.iter_mut().rev();
            if let Some(step) = told.find(|step| step.tells_of(*from)) {
                step.now_on(*to);
            }
        }
        Step::Part { on, village, what } => {
            if let Some(part) = task.parts.get_mut(village) {
                match what {
                    OfPart::Noted { .. } => {}
                    OfPart::Done { .. } => part.done = Some(*on),
                    OfPart::Again { .. } => part.done = None,
                }
            }
        }
        Step::Finished { .. } => task.state = TaskState::Finished,
        Step::Signed { by, .. } => {
            // Where nobody was named, whoever signed is.
            task.signer.get_or_insert_with(|| by.clone());
            task.state = TaskState::Closed;
        }
        Step::Settled { .. } => task.state = TaskState::Closed,
        Step::Returned { .. } => task.state = TaskState::Open,
        Step::Suspended { .. } => task.state = TaskState::Suspended,
        Step::Resumed { to, .. } => {
            task.due = to.or(task.due);
            task.state = TaskState::Open;
        }
        Step::Dropped { .. } | Step::VillageLeft { .. } => task.state = TaskState::Dropped,
        Step::Reopened { to, again, .. } => {
            task.due = Some(*to);
            task.state = TaskState::Open;
            for village in again {
                if let Some(part) = task.parts.get_mut(village) {
                    part.done = None;
                }
            }
        }
    }
    task.history.push(step.clone());
}
