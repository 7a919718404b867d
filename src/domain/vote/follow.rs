//! The step after an announced vote: which may be taken, and what it asks of the follow-ups.

use super::due::{Due, due, due_once_announced};
use super::meeting;
use super::mended::{may_be_taken_up_by, mended, of_task, taken_back};
use super::put::chair_takes_part;
use super::sequel::AskedVillage;
use super::turns::decided_on;
use super::village::{VillageDecision, VillageMeeting};
use super::{Command, Event, Motion, MotionState, Sequel, SequelStep, Standing, standing};
use crate::domain::dates::Minute;
use crate::domain::ids::{MotionId, SessionId, TaskId, VillageId};
use crate::domain::refusal::Refusal;
use crate::domain::rule::{Consent, Partial, Rule, TieStep};
use crate::domain::session::agenda::sitting_now;
use crate::domain::session::handover::Office;
use crate::domain::session::{Session, SessionState};
use crate::domain::task::{self, Task};
use crate::domain::text::Line;
use crate::domain::world::World;
use chrono::NaiveDate;

/// The step that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// 主持人裁定.
    Cast {
        /// Whether for it.
        adopted: bool,
    },
    /// 抽签.
    Lot {
        /// Who drew it.
        drawn_by: Line,
        /// Whether it fell for the motion.
        adopted: bool,
    },
    /// Does not take the step that is next.
    PassOver,
    /// 暂缓; where the result is not announced yet, that is done in the same act.
    Defer {
        /// Until which day; absent where the next session takes it up.
        until: Option<NaiveDate>,
        /// Why.
        reason: Option<Line>,
    },
    /// 提请上级裁决; where the result is not announced yet, that is done in the same act.
    Refer {
        /// To whom.
        to: Line,
        /// The follow-up that asks for the ruling.
        task: Task,
    },
    /// Enters what the superior ruled; its follow-up is done with it.
    Rule {
        /// Who.
        by: Line,
        /// The day.
        on: NaiveDate,
        /// Whether for the motion.
        adopted: bool,
        /// Where the ruling lies.
        paper: Line,
    },
    /// Asks the villages concerned, each by a follow-up.
    AskVillages {
        /// The follow-ups, one a village.
        tasks: Vec<Task>,
    },
    /// Enters what a village decided; its follow-up is done with it.
    Decide(VillageMeeting),
    /// Enters that a village took up once more what it had agreed to (复议).
    Reconsider {
        /// What it came to.
        meeting: VillageMeeting,
        /// Why.
        reason: Line,
    },
    /// Says what becomes of it where some villages do not agree, as the steps of its matter have it.
    Assent {
        /// What.
        partial: Partial,
    },
    /// Corrects what a village decided last, as its paper has it; it is judged by the rule that judged it then.
    Mend {
        /// What the paper says.
        meeting: VillageMeeting,
        /// Why.
        reason: Line,
    },
    /// Corrects the day of what a village decided.
    Redate {
        /// The village.
        village: VillageId,
        /// The day as it stands.
        from: NaiveDate,
        /// The right day.
        on: NaiveDate,
        /// Why.
        reason: Line,
    },
}

/// Judges a step.
pub(super) fn follow(
    world: &World,
    session: &SessionId,
    motion: &MotionId,
    at: Minute,
    next: &Next,
) -> Result<Vec<Event>, Refusal> {
    let motion = world.motion(motion)?;
    if motion.session != *session {
        return Err(Refusal::Unknown);
    }
    let session = world.session(session)?;
    let step = step(world, session, motion, at, next)?;
    // What stands in the place of the decision is announced with it; what leaves it is not.
    let stands_in = !matches!(step, SequelStep::PassedOver { .. });
    let followed = Event::Followed {
        session: session.id.clone(),
        motion: motion.id.clone(),
        sequel: Sequel::new(at, step),
    };
    let announced = (stands_in && matches!(motion.state, MotionState::Counted { .. })).then(|| {
        Event::Announced {
            session: session.id.clone(),
            motion: motion.id.clone(),
            at,
        }
    });
    Ok(announced.into_iter().chain([followed]).collect())
}

fn step(
    world: &World,
    session: &Session,
    motion: &Motion,
    at: Minute,
    next: &Next,
) -> Result<SequelStep, Refusal> {
    // While it sits its stated date rules, however wrong the clock.
    let today = match session.state {
        SessionState::Sitting => session.day_of(at),
        _ => at.day(),
    };
    Ok(match next {
        Next::Cast { adopted } => {
            sitting_now(session)?;
            is_due(motion, TieStep::ChairCasts)?;
            chair_takes_part(world, session, motion)?;
            let chair = session.acting(Office::Chair, Some(&motion.item));
            SequelStep::Cast {
                chair: chair.ok_or(Refusal::NoChair)?.clone(),
                adopted: *adopted,
            }
        }
        Next::Lot { drawn_by, adopted } => {
            sitting_now(session)?;
            is_due(motion, TieStep::Lot)?;
            SequelStep::Lot {
                drawn_by: drawn_by.clone(),
                adopted: *adopted,
            }
        }
        Next::PassOver => {
            match due(motion) {
                // The vote that is owed is carried to where it is held.
                Some(Due::Tie(step)) if step != TieStep::SecondVote => tie_open(session)?,
                _ => sitting_now(session)?,
            }
            let step = match due(motion) {
                Some(Due::Tie(step)) => step,
                Some(Due::CloseSplit) => TieStep::Defer,
                Some(Due::VoteAgain) => TieStep::SecondVote,
                due => return Err(Refusal::NotNext { due }),
            };
            SequelStep::PassedOver { step }
        }
        Next::Defer { until, reason } => {
            match due(motion) {
                Some(Due::Tie(_)) => tie_open(session)?,
                _ => sitting_now(session)?,
            }
            disputed(motion, TieStep::Defer)?;
            not_past(*until, today)?;
            SequelStep::Deferred {
                until: *until,
                reason: reason.clone(),
            }
        }
        Next::Refer { to, task } => {
            match (due(motion), session.state) {
                (Some(Due::Tie(_)), _) => tie_open(session)?,
                (_, SessionState::Sealed) => return Err(Refusal::Sealed),
                (_, SessionState::Closed) => {}
                _ => sitting_now(session)?,
            }
            disputed(motion, TieStep::Refer)?;
            not_past(task.due, today)?;
            SequelStep::Referred {
                to: to.clone(),
                task: task.id.clone(),
            }
        }
        Next::Rule {
            by,
            on,
            adopted,
            paper,
        } => {
            has_come(*on, at)?;
            if standing(motion) != Standing::ReferredUp {
                return Err(not_next(motion));
            }
            if let Some(referred) = referred_on(motion).filter(|referred| on < referred) {
                return Err(Refusal::RuledTooEarly { on: *on, referred });
            }
            SequelStep::Ruled {
                by: by.clone(),
                on: *on,
                adopted: *adopted,
                paper: paper.clone(),
            }
        }
        Next::AskVillages { tasks } => {
            for task in tasks {
                not_past(task.due, today)?;
            }
            ask(world, motion, tasks, at)?
        }
        Next::Decide(meeting) => decided(world, motion, (meeting, None), at)?,
        Next::Reconsider { meeting, reason } => {
            decided(world, motion, (meeting, Some(reason)), at)?
        }
        Next::Assent { partial } => {
            if motion.asked().is_empty() || motion.fixed_consent().is_some() {
                return Err(not_next(motion));
            }
            SequelStep::Assent { partial: *partial }
        }
        Next::Mend { meeting, reason } => mended(world, motion, meeting, reason, at)?,
        Next::Redate {
            village,
            from,
            on,
            reason,
        } => {
            decided_no_earlier(world, motion, *on, at)?;
            let stands = |it: &VillageDecision| it.met == *from;
            if !motion.decisions(village).any(stands) {
                return Err(Refusal::Unknown);
            }
            SequelStep::Redated {
                village: village.clone(),
                from: *from,
                on: *on,
                reason: reason.clone(),
            }
        }
    })
}

pub(super) fn not_next(motion: &Motion) -> Refusal {
    match (due(motion), &motion.state) {
        (None, MotionState::Announced { .. } | MotionState::Agreed { .. }) => {
            Refusal::NotNext { due: None }
        }
        (None, _) => Refusal::NotCounted,
        (due, _) => Refusal::NotNext { due },
    }
}

fn announced(motion: &Motion) -> Result<(), Refusal> {
    match motion.state {
        MotionState::Announced { .. } => Ok(()),
        _ => Err(Refusal::NotAnnounced {
            motion: motion.id.clone(),
        }),
    }
}

fn is_due(motion: &Motion, step: TieStep) -> Result<(), Refusal> {
    if due(motion) == Some(Due::Tie(step)) {
        return announced(motion);
    }
    Err(not_next(motion))
}

/// Refuses to put off or to refer what is not disputed: a tie whose path says so next, or a close split.
/// A result that waits to be announced is judged as if it were.
fn disputed(motion: &Motion, step: TieStep) -> Result<(), Refusal> {
    let next = due_once_announced(motion);
    // In special cases a dispute is referred at once (Party constitution art. 17).
    let named = |rule: &Rule| step == TieStep::Defer || rule.tie.contains(&step);
    let proposed = next == Some(Due::CloseSplit) && motion.rule().is_some_and(named);
    if proposed || next == Some(Due::Tie(step)) {
        return Ok(());
    }
    Err(not_next(motion))
}

/// Refuses a step of a tie that asks nothing of the room before the session sits. A correction may make a
/// tie of a vote long after it, and its path is walked then.
fn tie_open(session: &Session) -> Result<(), Refusal> {
    match session.state {
        SessionState::Closed | SessionState::Sealed => Ok(()),
        _ => sitting_now(session),
    }
}

/// Returns the day the dispute was last referred to a superior.
fn referred_on(motion: &Motion) -> Option<NaiveDate> {
    let mut steps = motion.sequels.iter().rev();
    let referred = steps.find(|it| matches!(it.step, SequelStep::Referred { .. }));
    referred.map(|it| it.at.day())
}

/// Refuses a day for what is still to be done that is past.
fn not_past(on: Option<NaiveDate>, today: NaiveDate) -> Result<(), Refusal> {
    match on {
        Some(on) if on < today => Err(Refusal::DayPast { on, today }),
        _ => Ok(()),
    }
}

fn has_come(on: NaiveDate, at: Minute) -> Result<(), Refusal> {
    if on > at.day() {
        return Err(Refusal::NotYet { on });
    }
    Ok(())
}

/// Refuses a meeting of a village that is still to come, or that was held before the joint session decided
/// what it is asked about.
pub(super) fn decided_no_earlier(
    world: &World,
    motion: &Motion,
    met: NaiveDate,
    at: Minute,
) -> Result<(), Refusal> {
    has_come(met, at)?;
    match decided_on(world, motion).filter(|on| met < *on) {
        Some(on) => Err(Refusal::Meeting(meeting::Refused::BeforeDecided { on })),
        None => Ok(()),
    }
}

/// Refuses a meeting of a village before the last one it held about the same.
pub(super) fn before_last_meeting(on: NaiveDate) -> Refusal {
    Refusal::Meeting(meeting::Refused::BeforeLast { on })
}

/// Returns the villages an adopted motion concerns; those of the whole area where it names none.
#[must_use]
pub fn concerned(world: &World, motion: &Motion) -> Vec<VillageId> {
    if !motion.villages.is_empty() {
        return motion.villages.clone();
    }
    let day = world.session(&motion.session).map(|session| session.date);
    let villages = world.villages_in_order().into_iter();
    let here = villages.filter(|village| day.as_ref().is_ok_and(|day| village.belongs_on(*day)));
    here.map(|village| village.id.clone()).collect()
}

/// Returns the villages whose voices a vote by that rule holds apart: those the motion names, and where
/// it names none and the rule asks the villages concerned, those of the whole area.
#[must_use]
pub fn apart(world: &World, motion: &Motion, rule: &Rule) -> Vec<VillageId> {
    match rule.consent {
        Consent::InVote { .. } => concerned(world, motion),
        Consent::NotAsked | Consent::OwnBody { .. } => motion.villages.clone(),
    }
}

fn ask(world: &World, motion: &Motion, tasks: &[Task], at: Minute) -> Result<SequelStep, Refusal> {
    if due(motion) != Some(Due::AskVillages) {
        return Err(not_next(motion));
    }
    let concerned = concerned(world, motion);
    let asked = |village: &VillageId| {
        let task = tasks.iter().find(|it| it.village.as_ref() == Some(village));
        task.map(|task| AskedVillage {
            village: village.clone(),
            task: task.id.clone(),
        })
    };
    let villages: Option<Vec<AskedVillage>> = concerned.iter().map(asked).collect();
    match villages {
        Some(villages) if villages.len() == tasks.len() && !villages.is_empty() => {
            let of = world.items.get(&motion.item);
            let of = of.and_then(|item| world.matters.get(item.matter.as_ref()?));
            if let (Some(matter), Ok(session)) = (of, world.session(&motion.session)) {
                matter.may_be_asked(world, at.day().max(session.date))?;
            }
            let by_rule = motion.fixed_consent().is_some();
            let partial = of.filter(|_| !by_rule).and_then(|it| it.assent());
            Ok(SequelStep::Asked { villages, partial })
        }
        _ => Err(Refusal::Unknown),
    }
}

fn decided(
    world: &World,
    motion: &Motion,
    (meeting, anew): (&VillageMeeting, Option<&Line>),
    at: Minute,
) -> Result<SequelStep, Refusal> {
    let village = world.village(&meeting.village)?;
    let awaited = match standing(motion) {
        // What it agreed to it may take up once more, whatever the others said.
        _ if anew.is_some() => may_be_taken_up_by(motion, &village.id),
        Standing::AwaitingVillages => true,
        // A village that did not agree may meet again, and the others are asked all the same: where
        // it agrees then, what they said counts.
        Standing::Rejected | Standing::AdoptedInPart => {
            !motion.asked().is_empty() && motion.agreed(&village.id) != Some(true)
        }
        _ => false,
    };
    if !awaited {
        return Err(not_next(motion));
    }
    if !motion.asked().iter().any(|it| it.village == village.id) {
        return Err(Refusal::Meeting(meeting::Refused::NotAsked {
            name: village.name.clone(),
        }));
    }
    if let Some(by) = motion.consent_by().filter(|by| **by != meeting.rule) {
        return Err(Refusal::Meeting(meeting::Refused::OtherRule {
            rule: by.clone(),
        }));
    }
    decided_no_earlier(world, motion, meeting.met, at)?;
    let last = motion.decisions(&village.id).map(|it| it.met).max();
    if let Some(on) = last.filter(|on| meeting.met < *on) {
        return Err(before_last_meeting(on));
    }
    let rule = world.rule_on(&meeting.rule, meeting.met)?;
    Ok(SequelStep::Decided {
        decision: Box::new(VillageDecision {
            anew: anew.cloned(),
            ..VillageDecision::of(meeting, rule)?
        }),
    })
}

/// Says whether what a motion asks for next can still be done about it in a session that stands so.
#[must_use]
pub fn may_be_taken(due: Due, session: SessionState) -> bool {
    match (due, session) {
        (Due::AskVillages | Due::Tie(TieStep::Defer | TieStep::Refer), _) => true,
        (_, SessionState::Closed | SessionState::Sealed) => false,
        _ => true,
    }
}

/// Returns what a step asks of the follow-ups, in the same act.
pub(in crate::domain) fn of_tasks(world: &World, command: &Command) -> Vec<task::Command> {
    let Command::Follow {
        motion, next, at, ..
    } = command
    else {
        return Vec::new();
    };
    let Ok(motion) = world.motion(motion) else {
        return Vec::new();
    };
    // It is settled on the day it was decided, however much later that is entered.
    let settled = |id: &TaskId, on: NaiveDate, by: &Line, paper: &Line| {
        let task = world.tasks.get(id);
        let open = task.filter(|task| task.may_be_settled().is_ok());
        open.map(|task| task::Command::Settle {
            task: task.id.clone(),
            on: task.told_by(on, Some(at.day())),
            by: by.clone(),
            paper: paper.clone(),
        })
    };
    match next {
        Next::Refer { task, .. } => vec![task::Command::Put(task.clone())],
        Next::AskVillages { tasks } => tasks.iter().cloned().map(task::Command::Put).collect(),
        Next::Rule { by, paper, on, .. } => {
            let referred = motion.sequels.iter().rev().find_map(|it| match &it.step {
                SequelStep::Referred { task, .. } => Some(task),
                _ => None,
            });
            referred
                .and_then(|task| settled(task, *on, by, paper))
                .into_iter()
                .collect()
        }
        Next::Decide(meeting) => {
            let mut asked = motion.asked().iter();
            let asked = asked.find(|it| it.village == meeting.village);
            let asked = asked.zip(world.rule_on(&meeting.rule, meeting.met).ok());
            let told = asked.and_then(|(asked, rule)| {
                let came = VillageDecision::of(meeting, rule).ok()?.agreed();
                let (on, by, paper) = (meeting.met, &meeting.body, &meeting.paper);
                match came {
                    Some(true) => settled(&asked.task, on, by, paper),
                    // A village that did not agree, or of which too few came, may meet again.
                    came => left_open(
                        world.tasks.get(&asked.task)?,
                        meeting,
                        came.is_some(),
                        at.day(),
                    ),
                }
            });
            told.into_iter().collect()
        }
        Next::Reconsider { meeting, reason } => {
            let mut asked = motion.asked().iter();
            let asked = asked.find(|it| it.village == meeting.village);
            let task = asked.and_then(|it| world.tasks.get(&it.task));
            let rule = world.rule_on(&meeting.rule, meeting.met).ok();
            let came = rule.and_then(|rule| VillageDecision::of(meeting, rule).ok()?.agreed());
            // One that upheld it, or to which too few came, leaves what stood.
            let back = task.filter(|_| came == Some(false));
            let back = back.and_then(|task| taken_back(task, reason, *at));
            back.into_iter().collect()
        }
        Next::Mend { meeting, reason } => of_task(world, motion, (meeting, reason, *at))
            .into_iter()
            .collect(),
        Next::Cast { .. }
        | Next::Lot { .. }
        | Next::PassOver
        | Next::Defer { .. }
        | Next::Assent { .. } => Vec::new(),
        Next::Redate {
            village,
            from,
            on,
            reason,
        } => {
            let mut asked = motion.asked().iter();
            let asked = asked.find(|it| it.village == *village);
            let task = asked.and_then(|it| world.tasks.get(&it.task));
            let redate = task.map(|task| task::Command::Redate {
                task: task.id.clone(),
                on: at.day(),
                from: *from,
                to: *on,
                reason: reason.clone(),
            });
            redate.into_iter().collect()
        }
    }
}

/// Tells the follow-up of a village that it met without agreeing; one that is over is told nothing.
fn left_open(
    task: &Task,
    meeting: &VillageMeeting,
    refused: bool,
    today: NaiveDate,
) -> Option<task::Command> {
    task.is_open().then(|| task::Command::LeaveOpen {
        task: task.id.clone(),
        on: task.told_by(meeting.met, Some(today)),
        by: meeting.body.clone(),
        paper: meeting.paper.clone(),
        refused,
    })
}
