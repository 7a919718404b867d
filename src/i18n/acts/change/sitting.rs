//! Reads off a session as it stood and stands which act changed it.

use crate::domain::dates::Minute;
use crate::domain::session::attendance::{Attendance, Stay, Way};
use crate::domain::session::recusal::Matter;
use crate::domain::session::times::Times;
use crate::domain::session::{Attendee, Plan, RollMark, Session, SessionState};
use crate::domain::{Event, session};

/// Reads off a plan.
pub(super) fn planned(after: &Session) -> Event {
    let plan = Plan {
        kind: after.kind,
        ordinal: after.ordinal,
        date: after.date,
        start: after.start,
        place: after.place.clone(),
        chair: after.chair.clone(),
        recorder: after.recorder.clone(),
    };
    Event::Session(session::Event::Planned {
        session: after.id.clone(),
        plan,
    })
}

/// Says whether nothing is another but who led, and what taking up an item settles beside it.
pub(super) fn only_led(before: &Session, after: &Session) -> bool {
    let same = Session {
        led: after.led.clone(),
        broke_off_in: after.broke_off_in.clone(),
        ..before.clone()
    };
    before.led != after.led && same == *after
}

/// Reads off what happened to a session.
pub(super) fn of_session(before: &Session, after: &Session) -> Vec<Event> {
    let session = after.id.clone();
    let times = times_mended(before, after);
    let event = if !times.is_empty() {
        Some(session::Event::TimesMended { session, times })
    } else if before.state != after.state || before.opened != after.opened {
        match (after.state, before.state) {
            (SessionState::Break, _) => after.breaks.last().map(|stay| session::Event::Paused {
                session,
                at: stay.from,
            }),
            (SessionState::Adjourned, _) => {
                let last = after.adjournments.last();
                last.map(|it| session::Event::Adjourned {
                    session,
                    at: it.at,
                    again: it.again,
                })
            }
            (SessionState::Lapsed, _) => {
                let lapse = after.lapses.last().cloned();
                lapse.map(|lapse| session::Event::Lapsed { session, lapse })
            }
            (SessionState::Closed, _) => after
                .closed
                .map(|at| session::Event::Closed { session, at }),
            (SessionState::Planned, SessionState::Lapsed) => {
                Some(session::Event::Reconvened { session })
            }
            (SessionState::Sitting, SessionState::Break | SessionState::Adjourned) => {
                let broken = after.breaks.last().and_then(|stay| stay.to);
                let adjourned = after.adjournments.last().and_then(|it| it.resumed);
                broken.max(adjourned).map(|at| session::Event::Resumed {
                    session,
                    at,
                    asks: true,
                })
            }
            (SessionState::Sitting, _) => after.opened.map(|at| session::Event::Opened {
                session,
                at,
                rule: None,
                deputies: None,
                without_votes: after.without_votes.clone(),
            }),
            _ => None,
        }
    } else if before.roll.is_empty() && !after.roll.is_empty() {
        let places = after
            .roll
            .iter()
            .map(|attendee| attendee.place.clone())
            .collect();
        Some(session::Event::RollCalled { session, places })
    } else if let Some(events) = withdrew(before, after) {
        return events;
    } else if let Some(event) = room(before, after) {
        Some(event)
    } else if before.notice != after.notice {
        Some(session::Event::Notified {
            session,
            notice: after.notice.clone(),
        })
    } else {
        let changed = after
            .roll
            .iter()
            .zip(&before.roll)
            .filter(|(new, old)| new != old);
        let marks: Vec<Event> = changed
            .filter_map(|(new, old)| marked(after, old, new))
            .map(Event::Session)
            .collect();
        return if marks.is_empty() && before.roll == after.roll {
            vec![planned(after)]
        } else {
            marks
        };
    };
    event.map(Event::Session).into_iter().collect()
}

/// Reads off which times were put right while the session was where it is.
fn times_mended(before: &Session, after: &Session) -> Vec<Times> {
    if before.state != after.state {
        return Vec::new();
    }
    let breaks = after.breaks.clone();
    let breaks = (before.breaks != breaks).then_some(Times::Breaks { breaks });
    let adjournments =
        (before.adjournments != after.adjournments).then(|| Times::of_adjournments(after));
    breaks.into_iter().chain(adjournments).collect()
}

/// Reads off who withdrew, and who was proposed and did not.
fn withdrew(before: &Session, after: &Session) -> Option<Vec<Event>> {
    let session = &after.id;
    let taken = after.recusals.iter().skip(before.recusals.len());
    let taken = taken.map(|recusal| session::Event::Recused {
        session: session.clone(),
        recusal: recusal.clone(),
    });
    let declined = after.declined.iter().skip(before.declined.len());
    let declined = declined.map(|declined| session::Event::RecusalDeclined {
        session: session.clone(),
        declined: declined.clone(),
    });
    let events: Vec<Event> = taken.chain(declined).map(Event::Session).collect();
    (!events.is_empty()).then_some(events)
}

/// Reads off who came to the room beside the roster, and who took over.
fn room(before: &Session, after: &Session) -> Option<session::Event> {
    let session = after.id.clone();
    if after.papers.len() > before.papers.len() {
        let paper = after.papers.last()?.clone();
        return Some(session::Event::FromPaper { session, paper });
    }
    if before.paper().is_some() && after.paper().is_none() {
        let until = after.papers.last()?.until?;
        return Some(session::Event::PaperEnded { session, until });
    }
    if after.asked_again.len() > before.asked_again.len() {
        let asked = *after.asked_again.last()?;
        return Some(session::Event::RollConfirmed { session, asked });
    }
    if after.handovers.len() > before.handovers.len() {
        let handover = after.handovers.last()?.clone();
        return Some(session::Event::HandedOver { session, handover });
    }
    let ended = after.recusals.iter().zip(&before.recusals);
    let mut ended = ended.filter(|(new, old)| new.to != old.to);
    if let Some((recusal, at)) = ended.next().and_then(|(new, _)| Some((new, new.to?))) {
        return Some(session::Event::RecusalEnded {
            session,
            person: recusal.person.clone(),
            of: recusal.of.clone(),
            at,
        });
    }
    let reframed = after.recusals.iter().zip(&before.recusals);
    let mut reframed = reframed.filter(|(new, old)| new.of != old.of);
    if let Some((new, old)) = reframed.next()
        && let Matter::Part { motions, .. } = &new.of
    {
        return Some(session::Event::RecusalReframed {
            session,
            person: new.person.clone(),
            of: old.of.clone(),
            motions: motions.clone(),
        });
    }
    if after.seat_mends.len() > before.seat_mends.len() {
        let mend = after.seat_mends.last()?.clone();
        let place = after.attendee(&mend.person)?.place.clone();
        return Some(session::Event::SeatMended {
            session,
            place,
            mend,
        });
    }
    if after.guests.len() < before.guests.len() {
        let mut guests = before.guests.iter();
        let gone = guests.find(|guest| !after.guests.contains(guest))?;
        let person = gone.person.clone();
        return Some(session::Event::Dismissed { session, person });
    }
    if after.guests.len() > before.guests.len() {
        let place = after.guests.last()?.clone();
        return Some(session::Event::Admitted { session, place });
    }
    let asked = after
        .leave
        .iter()
        .find(|leave| !before.leave.contains(leave));
    asked.map(|leave| session::Event::LeaveAsked {
        session,
        person: leave.person.clone(),
        reason: Some(leave.reason.clone()),
    })
}

fn marked(after: &Session, old: &Attendee, new: &Attendee) -> Option<session::Event> {
    let (session, person) = (after.id.clone(), new.place.person.clone());
    if old.place.excluded != new.place.excluded {
        return Some(session::Event::Excluded {
            session,
            person,
            reason: new.place.excluded,
        });
    }
    let nearest = Minute::on(after.date, after.start.unwrap_or_default());
    let (mark, at) = match &new.attendance {
        Attendance::Unmarked => return None,
        Attendance::Absent => (RollMark::Absent, nearest),
        Attendance::Excused { reason } => (
            RollMark::Excused {
                reason: reason.clone(),
            },
            nearest,
        ),
        Attendance::Attended { stays } if old.there() == new.there() => {
            return Some(session::Event::StaysMended {
                session,
                person,
                stays: stays.clone(),
            });
        }
        Attendance::Attended { stays } => match stays.last()? {
            Stay { to: Some(at), .. } => (RollMark::Left, *at),
            Stay { from, by, .. } => match by {
                Way::Room => (RollMark::Present, *from),
                Way::Video => (RollMark::Video, *from),
            },
        },
    };
    Some(session::Event::Marked {
        session,
        person,
        mark,
        at,
    })
}
