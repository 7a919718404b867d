//! An undo restores things as they stood; this reads off them which act that was, so that it can be
//! named in the words of the act.

mod matter;
mod sitting;

use self::sitting::{of_session, only_led, planned};
use crate::domain::act::Restored;
use crate::domain::entity::{Entity, Root};
use crate::domain::ids::{MotionId, SessionId};
use crate::domain::rule::book;
use crate::domain::session::agenda::Item;
use crate::domain::session::minutes::Entry;
use crate::domain::session::times::{self, Times};
use crate::domain::task::Task;
use crate::domain::vote::by_village::VillageVote;
use crate::domain::vote::{Ballot, Motion, MotionState};
use crate::domain::{Event, World, roster, session, task, vote};
use crate::domain::{session::agenda, session::minutes};

/// Which way was walked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Undo.
    Back,
    /// Redo.
    Forth,
}

/// Returns the events as the act had them; what was only restored is read off the world after the walk.
pub(super) fn told(world: &World, events: &[Event], way: Way) -> Vec<Event> {
    let told = |event: &Event| match event {
        Event::Restored(restored) => {
            read_off(world, restored, way).unwrap_or_else(|| vec![event.clone()])
        }
        _ => vec![event.clone()],
    };
    events.iter().flat_map(told).collect()
}

/// Returns nothing where the change has no event of its own, so that the thing itself is named.
fn read_off(world: &World, restored: &Restored, way: Way) -> Option<Vec<Event>> {
    let now = world.entity(&restored.key);
    let then = restored.entity.clone();
    let (before, after) = match way {
        Way::Forth => (then, now),
        Way::Back => (now, then),
    };
    let events = match (before, after) {
        (before, Some(Entity::Motion(after))) => match before {
            Some(Entity::Motion(before)) => motion(&before, &after),
            _ => vec![Event::Vote(vote::Event::Drafted {
                motion: Box::new(Motion::clone(&after)),
            })],
        },
        (before, Some(Entity::Session(after))) => match before {
            // Who led is kept beside the item that was taken up, which has its own words.
            Some(Entity::Session(before)) if only_led(&before, &after) => return Some(Vec::new()),
            Some(Entity::Session(before)) => of_session(&before, &after),
            _ => vec![planned(&after)],
        },
        (before, Some(Entity::Item(after))) => match before {
            Some(Entity::Item(before)) => of_item(&before, &after),
            _ => vec![item_put(&after)],
        },
        (before, Some(Entity::Entry(after))) => match before {
            Some(Entity::Entry(before)) => entry(&before, &after),
            _ => vec![Event::Minutes(minutes::Event::Added {
                entry: Entry::clone(&after),
            })],
        },
        (before, Some(Entity::Task(after))) => match before {
            Some(Entity::Task(before)) => of_task(&before, &after),
            _ => vec![task_put(&after)],
        },
        (before, Some(after)) => match matter::of(before.as_ref(), &after) {
            events if events.is_empty() => vec![of_roster(&after)?],
            events => events,
        },
        (Some(before), None) => vec![gone(&before)?],
        (None, None) => Vec::new(),
    };
    (!events.is_empty()).then_some(events)
}

fn motion(before: &Motion, after: &Motion) -> Vec<Event> {
    let (session, motion) = (after.session.clone(), after.id.clone());
    if let Some(times) = times_mended(before, after) {
        return vec![mended(session, times)];
    }
    if let Some(sequel) = after.sequels.get(before.sequels.len()) {
        return vec![Event::Vote(vote::Event::Followed {
            session,
            motion,
            sequel: sequel.clone(),
        })];
    }
    let event = match (&before.state, &after.state) {
        (MotionState::Drafted | MotionState::Announced { .. }, MotionState::Voting { ballot }) => {
            vote::Event::Opened {
                session,
                motion,
                at: ballot.opened,
                rule: Box::new(ballot.rule.clone()),
                voters: ballot.voters.clone(),
                method: ballot.method,
                slate: ballot.slate.clone().map(Box::new),
            }
        }
        (MotionState::Voting { ballot: old }, MotionState::Voting { ballot: new }) => {
            if let Some(hands) = new.hands.clone().filter(|_| old.hands != new.hands) {
                return vec![Event::Vote(vote::Event::HandsCounted {
                    session,
                    motion,
                    hands,
                })];
            }
            if let Some(sheet) = new.sheet.clone().filter(|_| old.sheet != new.sheet) {
                return vec![Event::Vote(vote::Event::SlateCounted {
                    session,
                    motion,
                    sheet,
                })];
            }
            if let Some(event) = counted(&session, &motion, old, new) {
                return vec![Event::Vote(event)];
            }
            let dropped = new.dropped.iter().skip(old.dropped.len());
            let dropped: Vec<Event> = dropped
                .map(|dropped| {
                    Event::Vote(vote::Event::ProxyDropped {
                        session: session.clone(),
                        motion: motion.clone(),
                        dropped: dropped.clone(),
                    })
                })
                .collect();
            if !dropped.is_empty() {
                return dropped;
            }
            let taken = new
                .marks
                .iter()
                .filter(|(who, mark)| old.marks.get(*who) != Some(mark));
            let cleared = old.marks.keys().filter(|who| !new.marks.contains_key(*who));
            return taken
                .map(|(person, mark)| vote::Event::Taken {
                    session: session.clone(),
                    motion: motion.clone(),
                    person: person.clone(),
                    choice: mark.choice.clone(),
                    pencilled: mark.pencilled,
                })
                .chain(cleared.map(|person| vote::Event::Cleared {
                    session: session.clone(),
                    motion: motion.clone(),
                    person: person.clone(),
                }))
                .map(Event::Vote)
                .collect();
        }
        (MotionState::Voting { .. }, MotionState::Counted { result, .. }) => vote::Event::Counted {
            session,
            motion,
            result: result.clone(),
        },
        (MotionState::Drafted, MotionState::Agreed { agreement }) => vote::Event::Agreed {
            session,
            motion,
            agreement: agreement.clone(),
        },
        (_, MotionState::Withdrawn { reason, .. }) => vote::Event::Withdrawn {
            session,
            motion,
            reason: reason.clone(),
        },
        _ if before.slate != after.slate => {
            let (old, new) = (before.slate.clone(), after.slate.clone());
            let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
            match old.tellers == new.tellers {
                true => vote::Event::SlateSet {
                    session,
                    motion,
                    seats: new.seats,
                    contenders: new.contenders,
                },
                false => vote::Event::TellersNamed {
                    session,
                    motion,
                    tellers: new.tellers,
                },
            }
        }
        _ if before.excludes != after.excludes => vote::Event::Excluded {
            session,
            motion,
            other: after.excludes.clone(),
        },
        _ => match after.wordings.last() {
            Some(wording) if before.wordings.len() < after.wordings.len() => {
                vote::Event::Reworded {
                    session,
                    motion,
                    wording: wording.clone(),
                }
            }
            _ => vote::Event::Framed {
                session,
                motion,
                villages: after.villages.clone(),
                effect: after.effect,
            },
        },
    };
    vec![Event::Vote(event)]
}

/// Returns what changed of papers or villages.
fn counted(
    session: &SessionId,
    motion: &MotionId,
    old: &Ballot,
    new: &Ballot,
) -> Option<vote::Event> {
    let (session, motion) = (session.clone(), motion.clone());
    if old.secret != new.secret {
        return Some(match &new.secret.issued {
            Some(issued) if old.secret.issued.is_none() => vote::Event::PapersIssued {
                session,
                motion,
                issued: issued.clone(),
            },
            _ => vote::Event::PapersCounted {
                session,
                motion,
                count: new.secret.last_count()?.clone(),
            },
        });
    }
    let heard = new
        .villages
        .iter()
        .find(|vote| !old.villages.contains(vote));
    if let Some(vote) = heard {
        let vote = vote.clone();
        return Some(vote::Event::VillageHeard {
            session,
            motion,
            vote,
        });
    }
    let gone = |vote: &&VillageVote| new.village_vote(vote.village.as_ref()).is_none();
    let village = old.villages.iter().find(gone)?.village.clone();
    Some(vote::Event::VillageCleared {
        session,
        motion,
        village,
    })
}

/// Returns the times of a vote, where nothing else was changed.
fn times_mended(before: &Motion, after: &Motion) -> Option<Times> {
    let to = Times::of_motion(after)?;
    let from = Times::of_motion(before)?;
    let mut put = before.clone();
    times::put_in(&mut put, &to);
    (from != to && put == *after).then_some(to)
}

fn mended(session: SessionId, times: Times) -> Event {
    Event::Session(session::Event::TimesMended {
        session,
        times: vec![times],
    })
}

fn item_put(after: &Item) -> Event {
    Event::Agenda(agenda::Event::Put {
        item: Box::new(after.clone()),
    })
}

fn of_item(before: &Item, after: &Item) -> Vec<Event> {
    if before.state == after.state && before.runs != after.runs {
        let times = Times::Runs {
            item: after.id.clone(),
            runs: after.runs.clone(),
        };
        return vec![mended(after.session.clone(), times)];
    }
    let at = after.runs.last().map(|run| run.to.unwrap_or(run.from));
    let event = match at {
        Some(at) if before.state != after.state => Event::Agenda(agenda::Event::StateSet {
            session: after.session.clone(),
            item: after.id.clone(),
            state: after.state,
            at,
        }),
        _ if before.presented != after.presented => Event::Agenda(agenda::Event::Presented {
            session: after.session.clone(),
            item: after.id.clone(),
            by: after.presented.clone(),
        }),
        _ if before.position != after.position => Event::Agenda(agenda::Event::Ordered {
            session: after.session.clone(),
            items: Vec::new(),
        }),
        _ => item_put(after),
    };
    vec![event]
}

fn entry(before: &Entry, after: &Entry) -> Vec<Event> {
    let (session, entry) = (after.session.clone(), after.id.clone());
    vec![Event::Minutes(if before.words != after.words {
        minutes::Event::Written {
            session,
            entry,
            words: after.words.clone(),
            tidied: after.live.is_some(),
        }
    } else if before.checked != after.checked {
        minutes::Event::Checked {
            session,
            entry,
            checked: after.checked,
        }
    } else {
        minutes::Event::Restamped {
            session,
            entry,
            kind: after.kind.clone(),
            at: after.at,
        }
    })]
}

fn task_put(after: &Task) -> Event {
    Event::Task(task::Event::Put {
        task: Box::new(after.clone()),
    })
}

fn of_task(before: &Task, after: &Task) -> Vec<Event> {
    vec![match after.history.last() {
        Some(step) if after.history.len() > before.history.len() => {
            Event::Task(task::Event::Stepped {
                task: after.id.clone(),
                step: step.clone(),
            })
        }
        _ => task_put(after),
    }]
}

fn of_roster(after: &Entity) -> Option<Event> {
    Some(Event::Roster(match after {
        Entity::Committee(it) => roster::Event::CommitteePut {
            committee: it.as_ref().clone(),
        },
        Entity::Village(it) => roster::Event::VillagePut {
            village: it.as_ref().clone(),
        },
        Entity::Person(it) => roster::Event::PersonPut {
            person: it.as_ref().clone(),
        },
        Entity::Seat(it) => roster::Event::SeatPut {
            seat: it.as_ref().clone(),
        },
        Entity::Rule(it) => {
            return Some(Event::Rule(book::Event::Adopted {
                adopted: Box::new(it.as_ref().clone()),
            }));
        }
        _ => return None,
    }))
}

fn gone(before: &Entity) -> Option<Event> {
    let session = match before.root() {
        Root::Session(id) => Some(id),
        _ => None,
    };
    Some(match before {
        Entity::Village(it) => Event::Roster(roster::Event::VillageRemoved {
            village: it.id.clone(),
        }),
        Entity::Person(it) => Event::Roster(roster::Event::PersonRemoved {
            person: it.id.clone(),
        }),
        Entity::Seat(it) => Event::Roster(roster::Event::SeatRemoved {
            seat: it.id.clone(),
        }),
        Entity::Item(it) => Event::Agenda(agenda::Event::Removed {
            session: session?,
            item: it.id.clone(),
        }),
        Entity::Entry(it) => Event::Minutes(minutes::Event::Removed {
            session: session?,
            entry: it.id.clone(),
        }),
        Entity::Task(it) => Event::Task(task::Event::Removed {
            task: it.id.clone(),
        }),
        _ => return None,
    })
}
