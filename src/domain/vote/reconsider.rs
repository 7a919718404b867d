//! Taking a decision up once more (复议): who may, when, and what both motions are told of it.

use super::decide::draft;
use super::follow::not_next;
use super::reviewed::{CameTo, announced_otherwise};
use super::slate::{self, chooses_people};
use super::turns::decided_on;
use super::{Event, Motion, Sequel, SequelStep, Standing, apply, standing};
use crate::domain::dates::{Minute, days_after};
use crate::domain::ids::{MotionId, PersonId, RuleId, SessionId};
use crate::domain::omitted::zero;
use crate::domain::refusal::Refusal;
use crate::domain::rule::Question;
use crate::domain::session::{SessionKind, SessionState};
use crate::domain::text::{Line, Text};
use crate::domain::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The decision a motion takes up once more (复议).
///
/// A reconsideration is a motion of its own, not one more round of the old one: the old decision may
/// stand in a record that is signed, and the new vote has its own day, roll and version of the rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reconsidered {
    /// Its session.
    pub session: SessionId,
    /// The motion.
    pub motion: MotionId,
    /// How often it was voted before.
    pub rounds: u32,
    /// Who moved it, and why; papers of its own session say so too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved: Option<Box<Moved>>,
    /// What was decided, as it stood then: its session may be filed, and papers of the new one name it.
    pub decided: Box<Decided>,
}

/// By whom and why a decision was taken up once more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Who.
    pub mover: PersonId,
    /// Why.
    pub reason: Line,
}

/// A decision as a motion that takes it up once more is told of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// The kind of its session.
    pub kind: SessionKind,
    /// The ordinal of its session.
    pub ordinal: u32,
    /// The name its session was published under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_as: Option<Line>,
    /// The day it was decided.
    pub on: NaiveDate,
    /// The title of its item: numbers begin anew with every item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<Line>,
    /// Its number within its item.
    pub number: u32,
    /// Its wording.
    pub wording: Text,
    /// Where it stood.
    pub standing: Standing,
    /// The rule by which it was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<RuleId>,
    /// Whoever it elected, or what of several it took.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<Line>,
    /// Whoever it was announced to elect, or to take, where a correction says another since.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub announced: Vec<Line>,
    /// How many seats it left open.
    #[serde(default, skip_serializing_if = "zero")]
    pub open: u32,
    /// Whether those are people.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub people: bool,
}

/// Says whether a motion of a session that stands so can be taken up once more (复议): what is decided,
/// and what the session that is over left undecided, since no step of its rule can be taken there.
#[must_use]
pub fn may_reconsider(motion: &Motion, session: SessionState) -> bool {
    match standing(motion) {
        Standing::Adopted
        | Standing::Rejected
        | Standing::AdoptedInPart
        | Standing::AwaitingVillages => true,
        Standing::Tied | Standing::VoteAgain | Standing::Inquorate | Standing::Void => {
            matches!(session, SessionState::Closed | SessionState::Sealed)
        }
        Standing::Open
        | Standing::Deferred
        | Standing::Withdrawn
        | Standing::ReferredUp
        | Standing::Reconsidering => false,
    }
}

/// Judges a reconsideration: the decision is marked, and a motion of its own is drafted.
pub(super) fn reconsider(
    world: &World,
    (session, old): (&SessionId, &MotionId),
    motion: &Motion,
    at: Minute,
    reason: &Line,
) -> Result<Vec<Event>, Refusal> {
    let old = world.motion(old)?;
    if old.session != *session {
        return Err(Refusal::Unknown);
    }
    if !may_reconsider(old, world.session(session)?.state) {
        return Err(not_next(old));
    }
    let rounds = old.rounds().max(1);
    if let Some(limit) = old.rule().and_then(|rule| rule.revote) {
        if rounds >= limit.rounds {
            return Err(Refusal::RoundsSpent {
                rounds: limit.rounds,
            });
        }
        let from = decided_on(world, old).map(|day| days_after(day, limit.days));
        if let Some(from) = from.filter(|from| at.day() < *from) {
            return Err(Refusal::TooSoon { from });
        }
    }
    let mover = motion.mover.clone().ok_or(Refusal::NoMover)?;
    let item = world.item(&motion.item)?;
    let now = world.session(&item.session)?;
    asked_alike(world, old, item.kind.rule(), now.date)?;
    let mut events = vec![Event::Followed {
        session: old.session.clone(),
        motion: old.id.clone(),
        sequel: Sequel::new(
            at,
            SequelStep::Reconsidered {
                by: motion.id.clone(),
                session: now.id.clone(),
                kind: now.kind,
                ordinal: now.ordinal,
                mover: mover.clone(),
                reason: reason.clone(),
            },
        ),
    }];
    let moved = Moved {
        mover,
        reason: reason.clone(),
    };
    let decided = decided_of(world, old)?;
    let motion = Motion {
        reconsiders: Some(Reconsidered {
            session: old.session.clone(),
            motion: old.id.clone(),
            rounds,
            moved: Some(Box::new(moved)),
            decided: Box::new(decided),
        }),
        slate: motion.slate.clone().or_else(|| old.slate.clone()),
        ..motion.clone()
    };
    events.extend(draft(world, &motion, &old.villages)?);
    Ok(events)
}

/// Refuses to take a decision up under a rule that asks something else. Candidates and seats mean something
/// under their rule only, and where it was voted for and against nobody stands for anything.
fn asked_alike(
    world: &World,
    old: &Motion,
    by: Option<&RuleId>,
    on: NaiveDate,
) -> Result<(), Refusal> {
    let (Some(was), Some(by)) = (old.rule(), by) else {
        return Ok(());
    };
    match was.question {
        Question::YesNo if world.rule_on(by, on)?.question != Question::YesNo => {
            let rule = by.clone();
            Err(slate::Refused::ForAndAgainst { rule }.into())
        }
        Question::YesNo => Ok(()),
        _ if world.version_on(by, on) == world.version_on(&was.id, on) => Ok(()),
        _ => {
            let rule = was.id.clone();
            Err(Refusal::SeatsByRule { rule })
        }
    }
}

/// Returns a decision as another motion is told of it.
pub(super) fn decided_of(world: &World, old: &Motion) -> Result<Decided, Refusal> {
    let of = world.session(&old.session)?;
    let stands = old.stands_with();
    // What another motion came to was not announced as this one.
    let announced = match old.reviewed() {
        Some(_) => Vec::new(),
        None => announced_otherwise(world, old),
    };
    Ok(Decided {
        kind: of.kind,
        ordinal: of.ordinal,
        published_as: of.published_as.clone(),
        on: decided_on(world, old).unwrap_or(of.date),
        item: world.items.get(&old.item).map(|item| item.title.clone()),
        number: old.number,
        wording: old.wordings.last().ok_or(Refusal::NoWords)?.text.clone(),
        standing: standing(old),
        rule: old.rule().map(|rule| rule.id.clone()),
        open: stands.as_ref().map_or(0, |it| it.open),
        taken: stands.map_or_else(Vec::new, |it| it.taken),
        announced,
        people: old.rule().is_some_and(chooses_people),
    })
}

/// Returns the motion that took a decision up last, whether that came to its end or not.
fn taken_up_last(decision: &Motion) -> Option<&MotionId> {
    let mut steps = decision.sequels.iter().rev();
    steps.find_map(|it| match &it.step {
        SequelStep::Reconsidered { by, .. } | SequelStep::Reviewed { by, .. } => Some(by),
        _ => None,
    })
}

/// Adds to what happened that a reconsideration came to its end, where it did, and came to another
/// after that: a village that did not agree may meet again.
pub(super) fn with_review(world: &World, mut events: Vec<Event>) -> Vec<Event> {
    let ids = events.iter().filter_map(|event| match event {
        Event::Announced { motion, at, .. }
        | Event::Followed {
            motion,
            sequel: Sequel { at, .. },
            ..
        } => Some((motion.clone(), Some(*at))),
        Event::Agreed {
            motion, agreement, ..
        } => Some((motion.clone(), Some(agreement.at))),
        Event::Withdrawn { motion, .. } => Some((motion.clone(), None)),
        _ => None,
    });
    let touched: Vec<(MotionId, Option<Minute>)> = ids.collect();
    let mut after = None;
    for (id, at) in touched {
        let Some(before) = world.motions.get(&id) else {
            continue;
        };
        let Some(of) = &before.reconsiders else {
            continue;
        };
        let after = after.get_or_insert_with(|| {
            let mut after = world.clone();
            events.iter().for_each(|event| apply(&mut after, event));
            after
        });
        let Ok(ended) = after.motion(&id) else {
            continue;
        };
        let now = standing(ended);
        let stands_by = world
            .motion(&of.motion)
            .is_ok_and(|it| taken_up_last(it) == Some(&id));
        if !stands_by || !now.is_final() || now == standing(before) {
            continue;
        }
        let worded = before.wordings.last().map(|wording| wording.at);
        let Some(at) = at.or(worded) else { continue };
        events.push(Event::Followed {
            session: of.session.clone(),
            motion: of.motion.clone(),
            sequel: Sequel::new(
                at,
                SequelStep::Reviewed {
                    by: id,
                    standing: now,
                    came_to: CameTo::of(ended).map(Box::new),
                },
            ),
        });
        break;
    }
    events
}
