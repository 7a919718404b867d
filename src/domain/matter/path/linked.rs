//! A village's decision on a motion of the joint session and the step by which it decides on the path
//! are one fact: whichever way it is entered, it stands at both places by the same act.

use super::{
    Command, Event as PathEvent, OfMotion, Path, Refused, Taken, Taking, What, decide, refuse,
};
use crate::domain::dates::Minute;
use crate::domain::ids::{MatterId, MotionId, SessionId, VillageId};
use crate::domain::matter::{self, Matter};
use crate::domain::refusal::Refusal;
use crate::domain::rule::Partial;
use crate::domain::task::Task;
use crate::domain::vote::{self, Due, Motion, Next, Standing, due, standing};
use crate::domain::world::World;
use chrono::{NaiveDate, NaiveTime};

/// Returns the motion of a matter on which a village's decision is awaited; `None` where none is.
///
/// # Errors
/// [`Refused::AskFirst`] where a motion waits for its villages to be asked.
pub(super) fn awaiting(
    world: &World,
    matter: &Matter,
    village: &VillageId,
) -> Result<Option<OfMotion>, Refusal> {
    for hearing in matter.hearings.iter().rev() {
        for motion in world.motions_of(&hearing.item) {
            if due(motion) == Some(Due::AskVillages) {
                return Err(refuse(Refused::AskFirst));
            }
            if awaits(motion, village) {
                return Ok(Some(OfMotion {
                    session: motion.session.clone(),
                    motion: motion.id.clone(),
                }));
            }
        }
    }
    Ok(None)
}

fn awaits(motion: &Motion, village: &VillageId) -> bool {
    let asked = motion.asked().iter().any(|it| it.village == *village);
    let open = match standing(motion) {
        Standing::AwaitingVillages | Standing::Rejected | Standing::AdoptedInPart => {
            motion.agreed(village) != Some(true)
        }
        _ => false,
    };
    asked && open
}

/// Returns what an entry on the path asks of the motion, in the same act.
#[must_use]
pub fn on_motion(
    world: &World,
    command: &matter::Command,
    events: &[matter::Event],
) -> Option<vote::Command> {
    if let matter::Command::Path(Command::Redate { matter, at, .. }) = command {
        return redated(world, matter, *at, events);
    }
    if let matter::Command::Path(Command::Choose {
        matter, assent, on, ..
    }) = command
    {
        return assented(world, matter, *assent, *on);
    }
    if let matter::Command::Path(Command::Mend {
        matter,
        entry,
        meeting,
        at,
        reason,
    }) = command
    {
        let path = world.matter(matter).ok()?.path.as_ref()?;
        let Taken::Voted { motion, .. } = &path.entries.get(*entry)?.taken else {
            return None;
        };
        let of = motion.clone()?;
        return Some(vote::Command::Follow {
            session: of.session,
            motion: of.motion,
            at: *at,
            next: Next::Mend {
                meeting: meeting.clone(),
                reason: reason.clone(),
            },
        });
    }
    let (taking, reason) = match command {
        matter::Command::Path(Command::Take { taking, .. }) => (taking, None),
        matter::Command::Path(Command::Reconsider { taking, reason, .. }) => (taking, Some(reason)),
        _ => return None,
    };
    let What::Vote(meeting) = &taking.what else {
        return None;
    };
    let of = events.iter().find_map(|event| match event {
        matter::Event::Path(PathEvent::Entered { entry, .. }) => match &entry.taken {
            Taken::Voted { motion, .. } => motion.clone(),
            _ => None,
        },
        _ => None,
    })?;
    Some(vote::Command::Follow {
        session: of.session,
        motion: of.motion,
        at: taking.at,
        next: match reason {
            None => Next::Decide(meeting.clone()),
            Some(reason) => Next::Reconsider {
                meeting: meeting.clone(),
                reason: reason.clone(),
            },
        },
    })
}

/// Returns what the steps that are chosen ask of a motion that was put to the villages before: it comes
/// to the same where some do not agree.
fn assented(
    world: &World,
    matter: &MatterId,
    assent: Partial,
    on: NaiveDate,
) -> Option<vote::Command> {
    let hearings = world.matter(matter).ok()?.hearings.iter().rev();
    let mut motions = hearings.flat_map(|hearing| world.motions_of(&hearing.item));
    let motion = motions.find(|motion| {
        let asked = !motion.asked().is_empty() && motion.fixed_consent().is_none();
        asked && motion.consent().is_some_and(|it| it != assent)
    })?;
    Some(vote::Command::Follow {
        session: motion.session.clone(),
        motion: motion.id.clone(),
        at: Minute::on(on, NaiveTime::default()),
        next: Next::Assent { partial: assent },
    })
}

/// Returns what a corrected day on the path asks of the motion on which the decision stands too.
fn redated(
    world: &World,
    matter: &MatterId,
    at: Minute,
    events: &[matter::Event],
) -> Option<vote::Command> {
    let path = world.matter(matter).ok()?.path.as_ref()?;
    let (entry, on, moved) = events.iter().find_map(|event| match event {
        matter::Event::Path(PathEvent::Redated {
            entry, on, moved, ..
        }) => Some((path.entries.get(*entry)?, *on, moved)),
        _ => None,
    })?;
    let Taken::Voted {
        motion: Some(of), ..
    } = &entry.taken
    else {
        return None;
    };
    Some(vote::Command::Follow {
        session: of.session.clone(),
        motion: of.motion.clone(),
        at,
        next: Next::Redate {
            village: entry.village.clone()?,
            from: moved.from,
            on,
            reason: moved.reason.clone(),
        },
    })
}

/// Returns what a decision on the motion enters on the path, in the same act.
///
/// # Errors
/// A [`Refusal`] where the path does not allow it: a step before it is not done, or a term runs.
pub fn on_path(world: &World, command: &vote::Command) -> Result<Vec<matter::Event>, Refusal> {
    let vote::Command::Follow {
        session,
        motion,
        at,
        next,
    } = command
    else {
        return Ok(Vec::new());
    };
    let (meeting, reason) = match next {
        Next::Decide(meeting) => (meeting, None),
        Next::Reconsider { meeting, reason } => (meeting, Some(reason)),
        Next::AskVillages { tasks } => return until(world, (session, motion), *at, tasks),
        Next::Mend { meeting, reason } => {
            let Some((matter, entry)) = entry_of(world, motion, &meeting.village) else {
                return Ok(Vec::new());
            };
            let mend = Command::Mend {
                matter,
                entry,
                meeting: meeting.clone(),
                at: *at,
                reason: reason.clone(),
            };
            return decide(world, &mend);
        }
        _ => return Ok(Vec::new()),
    };
    let Some((matter, step)) = step_of(world, session, motion, &meeting.village) else {
        return Ok(Vec::new());
    };
    let taking = Taking {
        step,
        village: Some(meeting.village.clone()),
        at: *at,
        on: meeting.met,
        what: What::Vote(meeting.clone()),
        noticed: None,
        early: None,
        signed: None,
        records: Vec::new(),
    };
    let command = match reason.cloned() {
        None => Command::Take { matter, taking },
        Some(reason) => Command::Reconsider {
            matter,
            taking,
            reason,
        },
    };
    decide(world, &command)
}

/// Returns that the day by which villages are asked to decide is that of the path too, where it has none.
fn until(
    world: &World,
    (session, motion): (&SessionId, &MotionId),
    at: Minute,
    tasks: &[Task],
) -> Result<Vec<matter::Event>, Refusal> {
    let by = tasks.iter().filter_map(|task| task.due).max();
    let mut asked = tasks.iter().filter_map(|task| task.village.as_ref());
    let matter = asked.find_map(|village| step_of(world, session, motion, village));
    let Some((by, (matter, _))) = by.zip(matter) else {
        return Ok(Vec::new());
    };
    let path = world.matter(&matter)?.path.as_ref();
    let was_set = |path: &Path| path.deadlines.iter().any(|it| it.village.is_none());
    if path.is_none_or(was_set) {
        return Ok(Vec::new());
    }
    let set = Command::SetDeadline {
        matter,
        village: None,
        by: Some(by),
        on: at.day(),
        reason: None,
    };
    decide(world, &set)
}

/// Returns the last entry on the way of a matter at which a village's decision on a motion stands too.
#[must_use]
pub fn entry_of(
    world: &World,
    motion: &MotionId,
    village: &VillageId,
) -> Option<(MatterId, usize)> {
    let stands = |entry: &super::Entry| match &entry.taken {
        Taken::Voted {
            motion: Some(of), ..
        } => of.motion == *motion && entry.village.as_ref() == Some(village),
        _ => false,
    };
    world.matters.values().find_map(|matter| {
        let entries = &matter.path.as_ref()?.entries;
        let at = entries.iter().rposition(stands)?;
        Some((matter.id.clone(), at))
    })
}

/// Returns the matter of a motion and the step by which its villages decide, where it is on its way.
#[must_use]
pub fn step_of(
    world: &World,
    session: &SessionId,
    motion: &MotionId,
    village: &VillageId,
) -> Option<(MatterId, usize)> {
    let motion = world.motion(motion).ok()?;
    let open = |it: &&Matter| it.state == matter::MatterState::Open;
    let heard = |it: &&Matter| {
        let mut hearings = it.hearings.iter();
        hearings.any(|it| it.session == *session && it.item == motion.item)
    };
    let mut matters = world.matters.values().map(AsRef::as_ref).filter(open);
    let matter = matters.find(heard)?;
    let path = matter.path.as_ref()?;
    let step = path.template.decider()?;
    path.asks(village).then(|| (matter.id.clone(), step))
}
