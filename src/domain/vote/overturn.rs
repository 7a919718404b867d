//! A result that a correction turns into another: what followed the old one has to go with it, or the
//! correction is refused and the decision is taken up once more (复议).

use super::due::chosen;
use super::exclusive::not_beside_adopted;
use super::refill::{claimed, seats_anew};
use super::reviewed::CameTo;
use super::{
    Event, Motion, MotionState, Outcome, Sequel, SequelStep, Standing, VoteResult, standing,
};
use crate::domain::dates::Minute;
use crate::domain::refusal::Refusal;
use crate::domain::task::{Decision, TaskState};
use crate::domain::text::Line;
use crate::domain::world::World;
use std::collections::BTreeSet;

/// What was done after a vote was announced and stands in the way of another result.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Followed {
    /// It was voted once more.
    VotedAgain,
    /// Whoever chaired cast a vote on the tie.
    ChairCast,
    /// A lot was drawn on the tie.
    LotDrawn,
    /// A step was not taken that the other result asks for.
    PassedOver,
    /// It was put off.
    Deferred,
    /// It was referred up.
    ReferredUp,
    /// The superior ruled.
    Ruled,
    /// The villages were asked.
    VillagesAsked,
    /// It was taken up once more.
    Reconsidered,
    /// A step after it was done on the way of its matter.
    StepTaken,
    /// The seats it left open were put to another election, or to a vote on leaving them so.
    Refilled {
        /// Whether that came to its end: it cannot be taken back any more.
        decided: bool,
    },
    /// A follow-up carries it out.
    FollowUp {
        /// What is to be done.
        what: Line,
    },
}

/// Says whether one result of a vote settles something else than another: the outcome, or who is taken.
#[must_use]
pub fn turns(was: &VoteResult, now: &VoteResult) -> bool {
    let next = |it: &VoteResult| it.slate.as_ref().map(|it| it.judged.next.clone());
    was.outcome != now.outcome || next(was) != next(now) || taken(was) != taken(now)
}

/// Returns who or what of several a result takes.
fn taken(result: &VoteResult) -> BTreeSet<&Line> {
    let slate = result.slate.iter();
    slate.flat_map(|it| it.judged.taken()).collect()
}

/// Says whether a step settled a tie that a correction took away since: the vote itself comes out now.
#[must_use]
pub fn is_moot(motion: &Motion, step: &SequelStep) -> bool {
    let on_a_tie = matches!(step, SequelStep::Cast { .. } | SequelStep::Lot { .. });
    let now = motion.result().map(|result| result.outcome);
    on_a_tie && now.is_some_and(|outcome| outcome != Outcome::Tied)
}

/// Returns an announced motion as it would be with another result.
#[must_use]
pub fn with_result(motion: &Motion, now: &VoteResult) -> Motion {
    let mut motion = motion.clone();
    if let MotionState::Announced { result, .. } = &mut motion.state {
        **result = now.clone();
    }
    motion
}

/// Refuses another result where what followed the announced one would not fit it.
///
/// # Errors
/// [`Refusal::ResultFollowed`] with what followed, or what else the other result would contradict.
pub fn may_turn(world: &World, motion: &Motion, now: &VoteResult) -> Result<(), Refusal> {
    let Some(was) = motion.result().filter(|was| turns(was, now)) else {
        return Ok(());
    };
    if now.outcome == Outcome::Adopted {
        not_beside_adopted(world, motion)?;
    }
    let mut steps = motion.sequels.iter().map(|it| &it.step);
    let same_taken = taken(was) == taken(now);
    if let Some(by) = steps.find_map(|step| contradicts(world, motion, step, (now, same_taken))) {
        return Err(Refusal::ResultFollowed { by });
    }
    let turned = with_result(motion, now);
    // What carries one of several out does not carry out another.
    let stands = same_taken && Decision::of_motion(&turned).is_some();
    if !stands && let Some(decision) = Decision::of_motion(motion) {
        let tasks = decision.follow_ups(world, &motion.session).into_iter();
        let mut standing = tasks.filter(|task| task.state != TaskState::Dropped);
        if let Some(task) = standing.next() {
            let what = task.what.clone();
            return Err(Refusal::ResultFollowed {
                by: Followed::FollowUp { what },
            });
        }
    }
    still_open(world, motion)
}

/// Refuses another result of what a matter was closed on.
pub(super) fn still_open(world: &World, motion: &Motion) -> Result<(), Refusal> {
    let item = world.items.get(&motion.item);
    let matter = item.and_then(|item| world.matters.get(item.matter.as_ref()?));
    matter.map_or(Ok(()), |it| Ok(it.still_open()?))
}

/// Returns what a step stands for where another result contradicts it.
fn contradicts(
    world: &World,
    motion: &Motion,
    step: &SequelStep,
    (now, same_taken): (&VoteResult, bool),
) -> Option<Followed> {
    // What was decided on a tie stands where it is a tie again, or the vote itself comes out the same.
    let same = |adopted: bool| match now.outcome {
        Outcome::Adopted => adopted,
        Outcome::Rejected => !adopted,
        Outcome::Tied => true,
        Outcome::Inquorate | Outcome::Void | Outcome::VoteAgain => false,
    };
    match step {
        SequelStep::Cast { adopted, .. } if !same(*adopted) => Some(Followed::ChairCast),
        SequelStep::Lot { adopted, .. } if !same(*adopted) => Some(Followed::LotDrawn),
        SequelStep::Ruled { adopted, .. } if !same(*adopted) => Some(Followed::Ruled),
        SequelStep::Cast { .. } | SequelStep::Lot { .. } | SequelStep::Ruled { .. } => None,
        // What was chosen before a close result was announced is no step of the path of a tie.
        SequelStep::PassedOver { .. } if chosen(motion).is_some_and(|it| it.step == *step) => None,
        SequelStep::PassedOver { .. } => match now.outcome {
            Outcome::Tied | Outcome::VoteAgain => Some(Followed::PassedOver),
            _ => None,
        },
        SequelStep::Deferred { .. } => Some(Followed::Deferred),
        SequelStep::Referred { .. } => {
            let ruled = |it: &Sequel| matches!(it.step, SequelStep::Ruled { .. });
            let open = !motion.sequels.iter().any(ruled);
            open.then_some(Followed::ReferredUp)
        }
        SequelStep::Asked { .. }
        | SequelStep::Decided { .. }
        | SequelStep::Assent { .. }
        | SequelStep::Mended { .. }
        | SequelStep::Redated { .. } => match now.outcome {
            // They were asked about what was taken then.
            Outcome::Adopted if same_taken => None,
            _ => Some(Followed::VillagesAsked),
        },
        SequelStep::Refilled { by, .. } | SequelStep::LeftOpen { by, .. } => {
            // What another session decided may be filed.
            let decided = !world.motion(by).is_ok_and(Motion::pending);
            (claimed(motion) == Some(by)).then_some(Followed::Refilled { decided })
        }
        SequelStep::SeatsOpenAgain { .. } => None,
        SequelStep::Reconsidered { .. } | SequelStep::Reviewed { .. } => {
            Some(Followed::Reconsidered)
        }
    }
}

/// Returns what the decision that a motion took up once more, or the election whose open seats it deals
/// with, learns from another result of it.
pub(in crate::domain) fn reviewed_anew(
    world: &World,
    motion: &Motion,
    now: &VoteResult,
    at: Minute,
) -> Option<Event> {
    let turned = with_result(motion, now);
    let Some(of) = &motion.reconsiders else {
        return seats_anew(world, motion, standing(&turned), at);
    };
    let old = world.motion(&of.motion).ok()?;
    let now = standing(&turned);
    let last = old.sequels.iter().rev().find_map(|it| match &it.step {
        SequelStep::Reviewed { by, .. } | SequelStep::Reconsidered { by, .. } => Some(by),
        _ => None,
    });
    // Another motion may have taken it up since.
    if last != Some(&motion.id) {
        return None;
    }
    let (now, came_to) = match now.is_final() {
        true => (now, CameTo::of(&turned).map(Box::new)),
        false => (Standing::Reconsidering, None),
    };
    let known = old.reviewed() == Some((now, came_to.as_deref()));
    (!known).then(|| Event::Followed {
        session: of.session.clone(),
        motion: of.motion.clone(),
        sequel: Sequel::new(
            at,
            SequelStep::Reviewed {
                by: motion.id.clone(),
                standing: now,
                came_to,
            },
        ),
    })
}
