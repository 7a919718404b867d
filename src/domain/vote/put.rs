//! How a motion is put: agreed to without a vote, or its vote opened, where the session, the item, the
//! rule and whoever chairs allow it now.

use super::agreement::Agreement;
use super::barred::{fits, not_spent};
use super::decide::{drafted, to_be_voted};
use super::exclusive::not_beside_adopted;
use super::weighed::{are_known, weighs};
use super::withdrawn::{marks, withdrew};
use super::{Ballot, Event, Motion, MotionState, Voter, slate};
use crate::domain::dates::Minute;
use crate::domain::ids::{MotionId, PersonId};
use crate::domain::refusal::Refusal;
use crate::domain::rule::{Method, Question, Rule};
use crate::domain::session::agenda::{ItemState, sitting_now};
use crate::domain::session::handover::Office;
use crate::domain::session::turn::Turn;
use crate::domain::session::{Attendee, Session, quorum};
use crate::domain::vote::under::under;
use crate::domain::world::World;

/// What a motion is put under: the session, the item and the rule, all of which allow it now.
struct Put<'a> {
    motion: &'a Motion,
    session: &'a Session,
    rule: Rule,
}

fn put<'a>(world: &'a World, motion: &'a Motion) -> Result<Put<'a>, Refusal> {
    let session = world.session(&motion.session)?;
    sitting_now(session)?;
    not_beside_adopted(world, motion)?;
    if let Some(other) = world.open_vote(&session.id) {
        return Err(Refusal::VoteOpen {
            motion: other.id.clone(),
        });
    }
    if let Some(other) = world.unannounced(&session.id) {
        return Err(Refusal::NotAnnounced {
            motion: other.id.clone(),
        });
    }
    let item = world.item(&motion.item)?;
    if item.state != ItemState::Running {
        return Err(Refusal::ItemNotRunning {
            title: item.title.clone(),
        });
    }
    let asked = under(world, motion)?;
    let rule = session.after_lapses(world, asked.clone());
    if !rule.in_force(session.date) {
        return Err(Refusal::RuleNotInForce {
            rule: rule.id,
            on: session.date,
        });
    }
    if session.roll_due {
        return Err(Refusal::RollDue);
    }
    chair_takes_part(world, session, motion)?;
    // A quorum over weights that are not known is not short: it is not known.
    are_known(world, session, &rule)?;
    if let Some(quorum) = quorum::to_vote(world, session, &rule, motion)
        && !quorum.holds()
    {
        return Err(Refusal::short_again(session, &asked, &quorum));
    }
    Ok(Put {
        motion,
        session,
        rule,
    })
}

/// Says whether whoever chairs has withdrawn from a motion, and somebody else is there to lead its vote.
/// What a paper says was led so.
pub(in crate::domain) fn chair_withdrew(session: &Session, motion: &Motion) -> bool {
    let marked = |person: &PersonId| match &motion.state {
        MotionState::Voting { ballot } | MotionState::Counted { ballot, .. } => {
            let mark = ballot.marks.get(person);
            mark.is_some_and(|mark| mark.choice.is_recusal())
        }
        _ => false,
    };
    let withdrew =
        |person: &PersonId| marked(person) || withdrew(session, motion, person).is_some();
    let chair = session.acting(Office::Chair, Some(&motion.item));
    let mut there = session.entitled().filter(|it| it.there().is_some());
    chair.is_some_and(withdrew)
        && session.paper().is_none()
        && there.any(|it| !withdrew(&it.place.person))
}

/// Refuses to have a vote led by somebody who has withdrawn from it.
pub(super) fn chair_takes_part(
    world: &World,
    session: &Session,
    motion: &Motion,
) -> Result<(), Refusal> {
    match session.acting(Office::Chair, Some(&motion.item)) {
        Some(chair) if chair_withdrew(session, motion) => Err(Refusal::ChairWithdrew {
            name: world.person(chair)?.name.clone(),
        }),
        _ => Ok(()),
    }
}

fn voter(attendee: &Attendee) -> Voter {
    let place = &attendee.place;
    Voter {
        person: place.person.clone(),
        village: place.village.clone(),
        households: place.households,
        shares: place.shares,
        woman: place.woman,
    }
}

pub(super) fn agree(world: &World, motion: &MotionId, at: Minute) -> Result<Vec<Event>, Refusal> {
    let Put {
        motion,
        session,
        rule,
    } = put(world, drafted(world, motion)?)?;
    if !rule.may_agree || rule.question != Question::YesNo {
        return Err(Refusal::VoteDemanded { rule: rule.id });
    }
    let order = session.asking_order(&motion.item).into_iter();
    let asked = order.filter(|attendee| {
        let withdrawn = session.recusal_from(motion, &attendee.place.person);
        attendee.counts_under(&rule) && withdrawn.is_none()
    });
    let agreement = Agreement {
        at,
        asked: asked.map(voter).collect(),
        quorum: quorum::all_before(&rule, session, motion)
            .into_iter()
            .map(|quorum| quorum.proof)
            .collect(),
        rule,
        turn: Turn::default(),
    };
    if agreement.asked.is_empty() {
        return Err(Refusal::NobodyEntitled { on: session.date });
    }
    Ok(vec![Event::Agreed {
        session: session.id.clone(),
        motion: motion.id.clone(),
        agreement: Box::new(agreement),
    }])
}

pub(super) fn open(
    world: &World,
    motion: &MotionId,
    at: Minute,
    method: Method,
) -> Result<Vec<Event>, Refusal> {
    let Put {
        motion,
        session,
        rule,
    } = put(world, to_be_voted(world, motion)?)?;
    if method == Method::ByName && slate::chooses_people(&rule) {
        return Err(slate::Refused::ElectedByName { rule: rule.id }.into());
    }
    if !rule.allows(method) {
        return Err(Refusal::MethodNotAllowed {
            rule: rule.id,
            method,
        });
    }
    weighs(world, session, &rule)?;
    not_spent(motion, &rule)?;
    let slate = slate::ready(world, session, motion, &rule)?;
    if let Some((holder, most)) = session.holds_too_many(&rule) {
        return Err(Refusal::ProxiesFull {
            name: world.person(holder)?.name.clone(),
            most,
        });
    }
    fits(session, motion, &rule, method)?;
    let order = session.asking_order(&motion.item).into_iter();
    let voters: Vec<Voter> = order.map(voter).collect();
    let ballot = Ballot::new(at, rule.clone(), voters.clone(), method);
    let withdrawn = marks(session, motion, &ballot);
    let opened = Event::Opened {
        session: session.id.clone(),
        motion: motion.id.clone(),
        at,
        rule: Box::new(rule),
        voters,
        method,
        slate: slate.map(Box::new),
    };
    Ok(std::iter::once(opened).chain(withdrawn).collect())
}
