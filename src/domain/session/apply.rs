//! What an event means for a session: its state, its roll, its times.

use super::again::RollAsked;
use super::agenda::{self, Item, ItemState};
use super::attendance::{Attendance, Stay, begin_stay, begin_stay_by, end_stay};
use super::decide::leave_asked;
use super::handover::Handover;
use super::proxy::Proxy;
use super::recusal::Recusal;
use super::turn::{Moment, Turn, moment, restated, stated_now};
use super::{Attendee, Event, Plan, RollMark, Session, SessionState, day, times};
use crate::domain::dates::Minute;
use crate::domain::ids::{PersonId, SessionId};
use crate::domain::world::World;
use std::sync::Arc;

/// Carries out what happened to a session.
pub fn apply(world: &mut World, event: &Event) {
    match event {
        Event::Planned { session, plan } => planned(world, session, plan),
        Event::TakenIn { session } => {
            world
                .sessions
                .insert(session.id.clone(), Arc::new(Session::clone(session)));
        }
        Event::Notified { session, notice } => {
            change(world, session, |session| session.notice.clone_from(notice));
        }
        Event::RollCalled { session, places } => change(world, session, |session| {
            session.roll = places
                .iter()
                .map(|place| {
                    session.attendee(&place.person).map_or_else(
                        || session.as_expected(place.clone()),
                        |known| Attendee {
                            place: place.clone(),
                            ..known.clone()
                        },
                    )
                })
                .collect();
        }),
        Event::Marked {
            session,
            person,
            mark,
            at,
        } => {
            let from_paper = entered_from_paper(world, session);
            let at = moment(world, session, *at);
            change_attendee(world, session, person, |attendee| {
                attendee.from_paper = attendee.from_paper || from_paper;
                marked(&mut attendee.attendance, mark, at)
            });
            world.voice_left(session, person, mark.way());
        }
        Event::Excluded {
            session,
            person,
            reason,
        } => change(world, session, |session| session.exclude(person, *reason)),
        Event::StaysMended {
            session,
            person,
            stays,
        } => {
            let stated = stated_now(world, session);
            change_attendee(world, session, person, |attendee| {
                if let Attendance::Attended { stays: times } = &mut attendee.attendance {
                    *times = restated(times, stays, stated);
                }
            });
        }
        Event::Admitted { session, place } => {
            change(world, session, |session| session.admit(place));
        }
        Event::Dismissed { session, person } => {
            change(world, session, |session| session.dismiss(person));
        }
        Event::SeatMended {
            session,
            place,
            mend,
        } => change(world, session, |session| session.mend(place, mend)),
        Event::LeaveAsked {
            session,
            person,
            reason,
        } => change(world, session, |session| {
            leave_asked(session, person, reason.as_ref());
        }),
        Event::HandedOver { session, handover } => {
            let running = world.running_item(session).map(|item| item.id.clone());
            let turn = match handover.turn {
                Turn::Stated => stated_now(world, session),
                Turn::Stamped(_) => moment(world, session, handover.at).turn,
            };
            change(world, session, |session| {
                session.handovers.push(Handover {
                    turn,
                    ..handover.clone()
                });
                session.note_who_leads(None, handover.at);
                if running.is_some() {
                    session.note_who_leads(running.as_ref(), handover.at);
                }
            });
        }
        Event::Recused { session, recusal } => {
            let from_turn = moment(world, session, recusal.from).turn;
            change(world, session, |session| {
                session.recusals.push(Recusal {
                    from_turn,
                    ..recusal.clone()
                });
            });
        }
        Event::RecusalEnded {
            session,
            person,
            of,
            at,
        } => {
            let at = moment(world, session, *at);
            change(world, session, |session| {
                session.end_recusal(person, of, at);
            });
        }
        Event::RecusalReframed {
            session,
            person,
            of,
            motions,
        } => change(world, session, |session| {
            session.reframe_recusal(person, of, motions);
        }),
        Event::RecusalDeclined { session, declined } => change(world, session, |session| {
            session.declined.push(declined.clone());
        }),
        Event::ProxyGiven { session, proxy } => {
            let from_turn = moment(world, session, proxy.from).turn;
            change(world, session, |session| {
                session.proxies.push(Proxy {
                    from_turn,
                    ..proxy.clone()
                });
            });
        }
        Event::ProxyEnded { session, giver, at } => {
            let at = moment(world, session, *at);
            change(world, session, |session| session.end_proxy(giver, at));
        }
        Event::Opened {
            session,
            at,
            rule,
            deputies,
            without_votes,
        } => {
            let opening = moment(world, session, *at);
            let stated = stated_now(world, session);
            change(world, session, |session| {
                if session.state != SessionState::Planned && session.opened != Some(*at) {
                    session.opened_turn = stated;
                }
                session.opened = Some(*at);
                if rule.is_some() {
                    session.rule = rule.as_deref().cloned();
                }
                session.deputies = deputies.or(session.deputies);
                if without_votes.is_some() {
                    session.without_votes.clone_from(without_votes);
                }
                if session.state == SessionState::Planned {
                    session.state = SessionState::Sitting;
                    session.opened_turn = opening.turn;
                    session.opened_with = session
                        .entitled()
                        .map(|attendee| attendee.place.person.clone())
                        .collect();
                    session.note_who_leads(None, *at);
                }
            })
        }
        Event::Paused { session, at } => {
            let at = moment(world, session, *at);
            change(world, session, |session| {
                session.state = SessionState::Break;
                begin_stay(&mut session.breaks, at);
            });
            // The item still runs; its time does not.
            change_running(world, session, |item| end_stay(&mut item.runs, at));
        }
        Event::Resumed { session, at, asks } => {
            let at = moment(world, session, *at);
            change(world, session, |session| session.resume(at, *asks));
            change_running(world, session, |item| begin_stay(&mut item.runs, at));
        }
        Event::Adjourned { session, at, again } => {
            let running = world.running_item(session).map(|item| item.id.clone());
            let at = moment(world, session, *at);
            change(world, session, |session| {
                session.adjourn(at, *again);
                session.broke_off_in = running.or_else(|| session.broke_off_in.take());
            });
            break_off(world, session, at);
        }
        Event::Lapsed { session, lapse } => {
            let at = moment(world, session, lapse.at);
            change(world, session, |session| session.lapse(lapse.clone(), at));
        }
        Event::Reconvened { session } => change(world, session, Session::reconvene),
        Event::RollConfirmed { session, asked } => {
            let turn = moment(world, session, asked.at).turn;
            change(world, session, |session| {
                session.roll_due = false;
                session.asked_again.push(RollAsked { turn, ..*asked });
            });
        }
        Event::FromPaper { session, paper } => change(world, session, |session| {
            session.papers.push(paper.clone());
        }),
        Event::PaperEnded { session, until } => {
            change(world, session, |session| session.end_paper(*until));
        }
        Event::TimesMended { session, times } => {
            times
                .iter()
                .for_each(|times| times::put(world, session, times));
        }
        Event::DayMended { session, mend } => {
            day::put(world, session, (mend.from, mend.to));
            change(world, session, |session| {
                session.day_mends.push(mend.clone())
            });
        }
        Event::Closed { session, at } => closed(world, session, *at),
        Event::Sealed { session, sealing } => change(world, session, |session| {
            session.state = SessionState::Sealed;
            session.sealing = Some(sealing.clone());
        }),
        Event::SignedAgain { session, signed } => change(world, session, |session| {
            session.signed_again.push(signed.clone());
        }),
    }
}

/// Says whether what happens to a session now is entered from paper.
pub(in crate::domain) fn entered_from_paper(world: &World, id: &SessionId) -> bool {
    world
        .sessions
        .get(id)
        .is_some_and(|session| session.paper().is_some())
}

fn planned(world: &mut World, id: &SessionId, plan: &Plan) {
    let session = world
        .sessions
        .entry(id.clone())
        .or_insert_with(|| Arc::new(Session::new(id.clone(), plan.kind, plan.ordinal, plan.date)));
    let session = Arc::make_mut(session);
    let Plan {
        kind,
        ordinal,
        date,
        start,
        place,
        chair,
        recorder,
    } = plan.clone();
    if session.date != date {
        // Who is entitled is a matter of the day: a roll drawn up for another day is drawn up again.
        session.roll.clear();
    }
    (session.kind, session.ordinal, session.date) = (kind, ordinal, date);
    (
        session.start,
        session.place,
        session.chair,
        session.recorder,
    ) = (start, place, chair, recorder);
}

fn marked(attendance: &mut Attendance, mark: &RollMark, at: Moment) {
    if let Some(by) = mark.way() {
        if let Attendance::Attended { stays } = attendance {
            // Whoever goes from the room to video, or comes in from it, ends one stay with the other.
            end_stay(stays, at);
            begin_stay_by(stays, at, by);
        } else {
            *attendance = Attendance::Attended {
                stays: vec![Stay::begun(at, by)],
            };
        }
        return;
    }
    match (mark, &mut *attendance) {
        (RollMark::Present | RollMark::Video, _) => {}
        (RollMark::Left, Attendance::Attended { stays }) => end_stay(stays, at),
        (RollMark::Left, _) => {}
        (RollMark::Excused { reason }, _) => {
            *attendance = Attendance::Excused {
                reason: reason.clone(),
            }
        }
        (RollMark::Absent, _) => *attendance = Attendance::Absent,
    }
}

fn closed(world: &mut World, id: &SessionId, at: Minute) {
    let end = moment(world, id, at);
    change(world, id, |session| {
        session.state = SessionState::Closed;
        session.closed = Some(at);
        session.closed_turn = end.turn;
        session.end_paper(at);
        let at = end;
        end_stay(&mut session.breaks, at);
        session.everybody_leaves(at);
    });
    break_off(world, id, end);
    settle_decided(world, id);
}

/// What was decided is dealt with, though another item was taken up, or the session ended, before that was said.
fn settle_decided(world: &mut World, id: &SessionId) {
    let left = world
        .agenda(id)
        .filter(|item| item.state == ItemState::Paused);
    let settled = left.filter(|item| agenda::is_decided(world, item));
    let settled: Vec<_> = settled
        .map(|item| (item.id.clone(), agenda::settles_as(world, &item.id)))
        .collect();
    for (item, state) in settled {
        if let Some(item) = world.items.get_mut(&item) {
            Arc::make_mut(item).state = state;
        }
    }
}

/// Nothing runs in a session that does not sit: what was being dealt with was broken off.
fn break_off(world: &mut World, id: &SessionId, at: Moment) {
    change_running(world, id, |item| {
        end_stay(&mut item.runs, at);
        item.state = ItemState::Paused;
    });
}

fn change_running(world: &mut World, id: &SessionId, act: impl Fn(&mut Item)) {
    for item in world
        .items
        .values_mut()
        .filter(|item| item.session == *id && item.state == ItemState::Running)
    {
        act(Arc::make_mut(item));
    }
}

pub(super) fn change(world: &mut World, id: &SessionId, change: impl FnOnce(&mut Session)) {
    if let Some(session) = world.sessions.get_mut(id) {
        change(Arc::make_mut(session));
    }
}

pub(super) fn change_attendee(
    world: &mut World,
    id: &SessionId,
    person: &PersonId,
    act: impl FnOnce(&mut Attendee),
) {
    change(world, id, |session| {
        if let Some(attendee) = session
            .roll
            .iter_mut()
            .find(|attendee| attendee.place.person == *person)
        {
            act(attendee);
        }
    });
}
