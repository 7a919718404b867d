//! What a village's own body said, entered wrongly: put right with a reason, the old value beside the new.
//! What was done on the old value is not overturned by it.

use super::follow::{before_last_meeting, decided_no_earlier, not_next};
use super::overturn::Followed;
use super::village::{VillageDecision, VillageMeeting};
use super::{Motion, SequelStep, Standing, standing};
use crate::domain::dates::Minute;
use crate::domain::ids::VillageId;
use crate::domain::refusal::Refusal;
use crate::domain::task::{self, Decision, Task, TaskState};
use crate::domain::text::Line;
use crate::domain::world::World;

impl Motion {
    /// Puts another decision in the place of the last of a village.
    pub(super) fn put_decision(&mut self, decision: &VillageDecision) {
        let mut steps = self.sequels.iter_mut().rev();
        let last = steps.find_map(|it| match &mut it.step {
            SequelStep::Decided { decision: last } if last.village == decision.village => {
                Some(last)
            }
            _ => None,
        });
        if let Some(last) = last {
            **last = decision.clone();
        }
    }

    /// Returns the motion as it would be with another last decision of a village.
    fn with_decision(&self, decision: &VillageDecision) -> Self {
        let mut motion = self.clone();
        motion.put_decision(decision);
        motion
    }
}

/// Judges a correction of the last decision of a village: by the rule that judged it then.
pub(super) fn mended(
    world: &World,
    motion: &Motion,
    meeting: &VillageMeeting,
    reason: &Line,
    at: Minute,
) -> Result<SequelStep, Refusal> {
    let mut decisions = motion.decisions(&meeting.village).rev();
    let was = decisions.next().ok_or_else(|| not_next(motion))?;
    let now = was.again(meeting)?;
    decided_no_earlier(world, motion, meeting.met, at)?;
    let earlier = decisions.next().map(|it| it.met);
    if let Some(on) = earlier.filter(|on| meeting.met < *on) {
        return Err(before_last_meeting(on));
    }
    if now == *was {
        return Err(Refusal::AlreadyThere);
    }
    if now.agreed() != was.agreed() {
        may_turn(world, motion, &now)?;
    }
    Ok(SequelStep::Mended {
        was: Box::new(was.clone()),
        now: Box::new(now),
        reason: reason.clone(),
    })
}

/// Refuses another answer of a village where what followed the one entered would not fit it.
fn may_turn(world: &World, motion: &Motion, now: &VillageDecision) -> Result<(), Refusal> {
    if taken_up(motion) {
        let by = Followed::Reconsidered;
        return Err(Refusal::ResultFollowed { by });
    }
    let turned = motion.with_decision(now);
    if standing(&turned) == standing(motion) {
        return Ok(());
    }
    let carried = matches!(
        standing(&turned),
        Standing::Adopted | Standing::AdoptedInPart
    );
    if !carried && let Some(decision) = Decision::of_motion(motion) {
        // By those each village was asked, and they are no carrying out.
        let asked = |task: &task::Task| motion.asked().iter().any(|it| it.task == task.id);
        let tasks = decision.follow_ups(world, &motion.session).into_iter();
        let mut given = tasks.filter(|it| it.state != TaskState::Dropped && !asked(it));
        if let Some(task) = given.next() {
            let what = task.what.clone();
            let by = Followed::FollowUp { what };
            return Err(Refusal::ResultFollowed { by });
        }
    }
    super::overturn::still_open(world, motion)
}

/// Returns what a correction asks of the follow-up by which the village was asked.
pub(super) fn of_task(
    world: &World,
    motion: &Motion,
    (meeting, reason, at): (&VillageMeeting, &Line, Minute),
) -> Option<task::Command> {
    let village: &VillageId = &meeting.village;
    let asked = motion.asked().iter().find(|it| it.village == *village)?;
    let task = world.tasks.get(&asked.task)?;
    let was = motion.decisions(village).next_back()?;
    let now = was.again(meeting).ok()?;
    of_follow_up(task, (was, &now), reason, at)
}

/// Says whether the joint session took a motion up once more.
pub(in crate::domain) fn taken_up(motion: &Motion) -> bool {
    motion.sequels.iter().any(|it| {
        use SequelStep::{Reconsidered, Reviewed};
        matches!(it.step, Reconsidered { .. } | Reviewed { .. })
    })
}

/// Says whether a village may take up once more what it agreed to on a motion: it agreed, and the joint session did not
/// take the motion up since.
#[must_use]
pub fn may_be_taken_up_by(motion: &Motion, village: &VillageId) -> bool {
    !taken_up(motion) && motion.agreed(village) == Some(true)
}

/// Returns that a follow-up that was done is taken up again: its village does not agree any more.
pub(in crate::domain) fn taken_back(
    task: &Task,
    reason: &Line,
    at: Minute,
) -> Option<task::Command> {
    let today = at.day();
    let reopen = || task::Command::Reopen {
        task: task.id.clone(),
        on: today,
        to: task.due.unwrap_or(today).max(today),
        reason: reason.clone(),
        again: Vec::new(),
    };
    task.over().is_ok().then(|| reopen().recorded(today))
}

/// Returns what it means to a follow-up that a village decided otherwise: it is done where the village agreed
/// after all, taken up again where it did not, and has another day where the village met on another.
pub(in crate::domain) fn of_follow_up(
    task: &Task,
    (was, now): (&VillageDecision, &VillageDecision),
    reason: &Line,
    at: Minute,
) -> Option<task::Command> {
    match (was.agreed() == Some(true), now.agreed() == Some(true)) {
        (true, false) => taken_back(task, reason, at),
        (false, true) => task
            .may_be_settled()
            .is_ok()
            .then(|| task::Command::Settle {
                task: task.id.clone(),
                on: task.told_by(now.met, Some(at.day())),
                by: now.body.clone(),
                paper: now.paper.clone(),
            }),
        (true, true) | (false, false) => (was.met != now.met).then(|| task::Command::Redate {
            task: task.id.clone(),
            on: at.day(),
            from: was.met,
            to: now.met,
            reason: reason.clone(),
        }),
    }
}
