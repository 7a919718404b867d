//! What an event means for a motion and its ballot.

use super::exclusive::link;
use super::told::{self, Told};
use super::turns::Turns;
use super::{
    Ballot, Begun, Event, Mark, Motion, MotionState, Round, RoundEnd, Sequel, SequelStep,
    VoteResult, Wording,
};
use crate::domain::dates::Minute;
use crate::domain::ids::{MotionId, PersonId, SessionId, VillageId};
use crate::domain::rule::{Method, Rule};
use crate::domain::session::turn::{Turn, moment, while_sitting};
use crate::domain::session::{SessionState, entered_from_paper};
use crate::domain::world::World;
use chrono::NaiveDate;
use std::sync::Arc;

/// Carries out what happened to a motion.
pub fn apply(world: &mut World, event: &Event) {
    let from_paper = entered_from_paper(world, event.session());
    match event {
        Event::Drafted { motion } => {
            let mut motion = Motion::clone(motion);
            for wording in &mut motion.wordings {
                wording.turn = while_sitting(world, &motion.session, wording.at);
            }
            world.motions.insert(motion.id.clone(), Arc::new(motion));
        }
        Event::Reworded {
            session,
            motion,
            wording,
        } => {
            let turn = while_sitting(world, session, wording.at);
            change(world, motion, |motion| {
                motion.wordings.push(Wording {
                    turn,
                    ..wording.clone()
                })
            });
        }
        Event::Framed {
            motion,
            villages,
            effect,
            ..
        } => change(world, motion, |motion| {
            motion.villages.clone_from(villages);
            motion.effect = *effect;
        }),
        Event::Withdrawn { motion, reason, .. } => {
            change(world, motion, |motion| {
                let begun = motion.ballot().map(|ballot| Begun {
                    opened: ballot.opened,
                    method: ballot.method,
                    turn: ballot.turns.opened,
                });
                motion.state = MotionState::Withdrawn {
                    reason: reason.clone(),
                    begun,
                }
            });
        }
        Event::Opened {
            motion,
            at,
            rule,
            voters,
            method,
            slate,
            session,
        } => stamped(world, session, motion, *at, |motion, turn| {
            let ballot = Ballot {
                slate: slate.as_deref().cloned(),
                turns: Turns {
                    opened: turn,
                    ..Turns::default()
                },
                ..Ballot::new(*at, Rule::clone(rule), voters.clone(), *method)
            };
            if let MotionState::Announced { ballot, result, at } = &motion.state {
                motion.earlier.push(Round {
                    ballot: ballot.clone(),
                    end: RoundEnd::Announced {
                        result: result.clone(),
                        at: *at,
                    },
                });
            }
            motion.from_paper = motion.from_paper || from_paper;
            motion.state = MotionState::Voting { ballot };
        }),
        Event::SlateSet {
            motion,
            seats,
            contenders,
            ..
        } => change(world, motion, |motion| {
            let slate = motion.slate.get_or_insert_default();
            slate.seats = *seats;
            slate.contenders.clone_from(contenders);
        }),
        Event::TellersNamed {
            motion, tellers, ..
        } => change(world, motion, |motion| {
            if let Some(slate) = &mut motion.slate {
                slate.tellers.clone_from(tellers);
            }
        }),
        Event::SlateCounted { motion, sheet, .. } => change_ballot(world, motion, |ballot| {
            ballot.sheet = Some(sheet.clone());
        }),
        Event::HandsCounted { motion, hands, .. } => change_ballot(world, motion, |ballot| {
            ballot.hands = Some(hands.clone());
        }),
        Event::PapersIssued { motion, issued, .. } => change_ballot(world, motion, |ballot| {
            ballot.secret.issued = Some(issued.clone());
        }),
        Event::PapersCounted { motion, count, .. } => change_ballot(world, motion, |ballot| {
            ballot.secret.take(count);
        }),
        Event::VillageHeard { motion, vote, .. } => change_ballot(world, motion, |ballot| {
            ballot.hear(vote.clone());
        }),
        Event::VillageCleared {
            motion, village, ..
        } => change_ballot(world, motion, |ballot| {
            ballot.villages.retain(|vote| vote.village != *village);
        }),
        Event::Excluded { motion, other, .. } => link(world, motion, other.as_ref()),
        Event::Agreed {
            session,
            motion,
            agreement,
        } => stamped(world, session, motion, agreement.at, |motion, turn| {
            motion.from_paper = motion.from_paper || from_paper;
            let mut agreement = agreement.clone();
            agreement.turn = turn;
            motion.state = MotionState::Agreed { agreement };
        }),
        Event::Taken {
            motion,
            person,
            choice,
            pencilled,
            ..
        } => {
            let after_chair = after_chair(world, motion, person);
            change(world, motion, |motion| {
                let MotionState::Voting { ballot } = &mut motion.state else {
                    return;
                };
                let speaks = !choice.is_recusal();
                ballot.chair_before = ballot.chair_before || after_chair && speaks;
                ballot.marks.insert(
                    person.clone(),
                    Mark {
                        choice: choice.clone(),
                        pencilled: *pencilled,
                    },
                );
                let named = ballot.method == Method::ByName && speaks;
                motion.named = motion.named || named;
            })
        }
        Event::Cleared { motion, person, .. } => change_ballot(world, motion, |ballot| {
            ballot.marks.remove(person);
        }),
        Event::ProxyDropped {
            motion, dropped, ..
        } => change_ballot(world, motion, |ballot| {
            ballot.marks.remove(&dropped.giver);
            ballot.dropped.push(dropped.clone());
        }),
        Event::Counted {
            session,
            motion,
            result,
        } => {
            let known = world.motions.get(motion);
            let among = known.is_some_and(|motion| {
                let ballot = motion.ballot().filter(|it| it.rule.chair_last);
                ballot.is_some_and(|it| it.chair_pencilled_among(world, motion))
            });
            stamped(world, session, motion, result.ended, |motion, turn| {
                counted(motion, result, among, turn);
            });
        }
        Event::Followed {
            session,
            motion,
            sequel,
        } => {
            let known = world.sessions.get(session);
            let after_signing = known.is_some_and(|it| it.state == SessionState::Sealed);
            let turn = while_sitting(world, session, sequel.at);
            change(world, motion, |motion| {
                if let SequelStep::Redated {
                    village, from, on, ..
                } = &sequel.step
                {
                    redated(motion, village, (*from, *on));
                }
                if let SequelStep::Mended { now, .. } = &sequel.step {
                    motion.put_decision(now);
                }
                motion.sequels.push(Sequel {
                    after_signing,
                    turn,
                    ..sequel.clone()
                });
                motion.take_along(sequel.at);
            })
        }
        Event::Told { motion, at, .. } => {
            let known = world.motions.get(motion);
            let made = known.map(|motion| told::corrections(world, motion).count());
            change(world, motion, |motion| {
                motion.told.push(Told {
                    at: *at,
                    corrections: made.unwrap_or_default(),
                });
            })
        }
        Event::Announced {
            session,
            motion,
            at,
        } => stamped(world, session, motion, *at, |motion, turn| {
            if let MotionState::Counted { ballot, result } = &motion.state {
                let mut ballot = ballot.clone();
                ballot.turns.announced = turn;
                motion.announced_after = motion.sequels.len().try_into().unwrap_or(u32::MAX);
                motion.state = MotionState::Announced {
                    ballot,
                    result: result.clone(),
                    at: *at,
                };
            }
        }),
    }
}

/// Ends the vote on a motion with a result: what was in pencil is settled.
fn counted(motion: &mut Motion, result: &VoteResult, chair_among: bool, turn: Turn) {
    let MotionState::Voting { ballot } = &motion.state else {
        return;
    };
    let mut ballot = ballot.clone();
    ballot.chair_among = chair_among;
    ballot.turns.ended = turn;
    let marks = ballot.marks.values_mut();
    marks.for_each(|mark| mark.pencilled = false);
    let villages = ballot.villages.iter_mut();
    villages.for_each(|vote| vote.pencilled = false);
    motion.state = MotionState::Counted {
        ballot,
        result: Box::new(result.clone()),
    };
}

/// Says whether somebody speaks for the first time when whoever chairs has spoken already.
fn after_chair(world: &World, motion: &MotionId, person: &PersonId) -> bool {
    let known = world.motions.get(motion);
    let ballot = known.and_then(|motion| Some((motion, motion.ballot()?)));
    ballot.is_some_and(|(motion, ballot)| {
        ballot.rule.chair_last
            && ballot.chair_spoke(world, motion)
            && !ballot.marks.contains_key(person)
    })
}

/// Corrects the day of the last decision of a village that stands under the other.
fn redated(motion: &mut Motion, village: &VillageId, (from, on): (NaiveDate, NaiveDate)) {
    let decisions = motion.sequels.iter_mut().rev();
    let mut decisions = decisions.filter_map(|it| match &mut it.step {
        SequelStep::Decided { decision } => Some(decision),
        _ => None,
    });
    if let Some(decision) = decisions.find(|it| it.village == *village && it.met == from) {
        decision.met = on;
    }
}

/// Changes a motion at a minute of its session, with how that minute was come by.
fn stamped(
    world: &mut World,
    session: &SessionId,
    motion: &MotionId,
    at: Minute,
    act: impl FnOnce(&mut Motion, Turn),
) {
    let turn = moment(world, session, at).turn;
    if let Some(session) = world.sessions.get_mut(session)
        && !session.voted.contains(motion)
    {
        Arc::make_mut(session).voted.push(motion.clone());
    }
    change(world, motion, |motion| act(motion, turn));
}

fn change(world: &mut World, motion: &MotionId, change: impl FnOnce(&mut Motion)) {
    if let Some(motion) = world.motions.get_mut(motion) {
        change(Arc::make_mut(motion));
    }
}

fn change_ballot(world: &mut World, motion: &MotionId, act: impl FnOnce(&mut Ballot)) {
    change(world, motion, |motion| {
        if let MotionState::Voting { ballot } = &mut motion.state {
            act(ballot);
        }
    });
}
