//! What may be corrected once it is frozen, and what becomes of it.

use super::{Command, Corrected, Correction, Event, Wanted};
use super::{recusal, result};
use crate::domain::ids::{CorrectionId, EntryId, PersonId};
use crate::domain::refusal::Refusal;
use crate::domain::session::apply::{change, change_attendee};
use crate::domain::session::attendance::{Attendance, Stay};
use crate::domain::session::day;
use crate::domain::session::decide::{counted_in_a_vote, on_the_roll, stays_fit};
use crate::domain::session::minutes::{Entry, speaker_known};
use crate::domain::session::times::{self, put_right, session_spans};
use crate::domain::session::turn::{restated, stated_now};
use crate::domain::session::{Session, SessionState};
use crate::domain::world::World;
use std::sync::Arc;

/// Judges a correction.
///
/// # Errors
/// A [`Refusal`]: what is still open is mended freely, not corrected.
pub fn decide(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    let session = world.session(&command.session)?;
    if world.corrections.contains_key(&command.id) {
        return Err(Refusal::AlreadyThere);
    }
    let change = match &command.wanted {
        Wanted::Voice { motion, person, to } => {
            result::of_voice(world, session, motion, person, to)?
        }
        Wanted::Village {
            motion,
            village,
            to,
        } => result::of_village(world, session, motion, village, to)?,
        Wanted::Totals { motion, to, sheet } => {
            result::of_totals(world, session, motion, to, sheet.as_ref())?
        }
        Wanted::Words { entry, to } => {
            need(session, SessionState::Sealed)?;
            let entry = entry_of(world, session, entry)?;
            Corrected::Words {
                entry: entry.id.clone(),
                from: entry.words.clone(),
                to: to.clone(),
            }
        }
        Wanted::Note { item, words } => {
            need(session, SessionState::Closed)?;
            let item = world.item(item)?;
            if item.session != session.id {
                return Err(Refusal::Unknown);
            }
            Corrected::Note {
                item: item.id.clone(),
                words: words.clone(),
            }
        }
        Wanted::Stays { person, to } => {
            need(session, SessionState::Closed)?;
            stays_over(to)?;
            match session
                .attendee(person)
                .map(|attendee| &attendee.attendance)
            {
                Some(Attendance::Attended { stays }) => Corrected::Stays {
                    person: person.clone(),
                    from: stays.clone(),
                    to: restated(stays, to, stated_now(world, &session.id)),
                },
                _ => {
                    return Err(Refusal::NotOnTheRoll {
                        name: world.person(person)?.name.clone(),
                    });
                }
            }
        }
        Wanted::Attendance { person, to } => {
            need(session, SessionState::Closed)?;
            attendance(world, session, person, to)?
        }
        Wanted::Stamp { entry, to } => {
            need(session, SessionState::Closed)?;
            let entry = entry_of(world, session, entry)?;
            speaker_known(world, session, &to.0)?;
            Corrected::Stamp {
                entry: entry.id.clone(),
                from: (entry.kind.clone(), entry.at),
                to: to.clone(),
            }
        }
        Wanted::Opened(to) => {
            need(session, SessionState::Closed)?;
            session_spans(world, session, Some(*to), session.closed)?;
            Corrected::Opened {
                from: session.opened.ok_or(Refusal::Unknown)?,
                to: *to,
            }
        }
        Wanted::Closed(to) => {
            need(session, SessionState::Closed)?;
            session_spans(world, session, session.opened, Some(*to))?;
            Corrected::Closed {
                from: session.closed.ok_or(Refusal::Unknown)?,
                to: *to,
            }
        }
        Wanted::Day { from, to } => {
            need(session, SessionState::Closed)?;
            if from != to {
                day::fits(world, session, (*from, *to), command.at.day())?;
            }
            Corrected::Day {
                from: *from,
                to: *to,
            }
        }
        Wanted::Recusal { from, to } => {
            need(session, SessionState::Closed)?;
            recusal::put_right(world, session, from.as_ref(), to.as_ref())?
        }
        Wanted::Times(to) => {
            need(session, SessionState::Closed)?;
            Corrected::Times {
                moved: put_right(world, session, to)?,
            }
        }
    };
    if change.changes_nothing() {
        return Ok(Vec::new());
    }
    // What a recusal changes in the votes that come out the same is put right with it.
    let along = match &change {
        Corrected::Recusal { from, to, .. } => {
            recusal::voices_along(world, session, from.as_ref(), to.as_ref())
        }
        _ => Vec::new(),
    };
    let after_sealing = session.state == SessionState::Sealed;
    let made = |id, change| Event::Made {
        correction: Correction {
            id,
            session: command.session.clone(),
            change,
            by: command.by.clone(),
            at: command.at,
            reason: command.reason.clone(),
            after_sealing,
        },
    };
    let first = made(command.id.clone(), change);
    let along = (1..).zip(along).map(|(n, change)| {
        let id = CorrectionId::from(format!("{}.{n}", command.id.as_str()).as_str());
        made(id, change)
    });
    Ok(std::iter::once(first).chain(along).collect())
}

fn need(session: &Session, need: SessionState) -> Result<(), Refusal> {
    if session.state >= need {
        Ok(())
    } else {
        Err(Refusal::NotFrozenYet {
            have: session.state,
        })
    }
}

fn entry_of<'a>(
    world: &'a World,
    session: &Session,
    entry: &EntryId,
) -> Result<&'a Entry, Refusal> {
    let entry = world.entry(entry)?;
    if entry.session == session.id {
        Ok(entry)
    } else {
        Err(Refusal::Unknown)
    }
}

/// Refuses stays that do not fit, or that a session which is over leaves open.
fn stays_over(stays: &[Stay]) -> Result<(), Refusal> {
    stays_fit(stays)?;
    if stays.is_empty() || stays.iter().any(|stay| stay.to.is_none()) {
        return Err(Refusal::TimesCross);
    }
    Ok(())
}

fn attendance(
    world: &World,
    session: &Session,
    person: &PersonId,
    to: &Attendance,
) -> Result<Corrected, Refusal> {
    let from = on_the_roll(world, session, person)?.attendance.clone();
    match to {
        // Nobody is corrected into not having been called.
        Attendance::Unmarked => return Err(Refusal::RollNotFinished { unmarked: 1 }),
        Attendance::Attended { stays } => {
            let stated = stated_now(world, &session.id);
            stays_over(&restated(from.stays(), stays, stated))?;
        }
        // A result stands on that person's having been there.
        Attendance::Excused { .. } | Attendance::Absent
            if counted_in_a_vote(world, &session.id, person) =>
        {
            return Err(Refusal::Final);
        }
        Attendance::Excused { .. } | Attendance::Absent => {}
    }
    let person = person.clone();
    Ok(match (from, to.clone()) {
        // Only the times were wrong: the same fact is put right in one form, whichever way it is asked.
        (Attendance::Attended { stays: from }, Attendance::Attended { stays: to }) => {
            let to = restated(&from, &to, stated_now(world, &session.id));
            Corrected::Stays { person, from, to }
        }
        (from, Attendance::Attended { stays }) => {
            let stays = restated(&[], &stays, stated_now(world, &session.id));
            let to = Attendance::Attended { stays };
            Corrected::Attendance { person, from, to }
        }
        (from, to) => Corrected::Attendance { person, from, to },
    })
}

/// Carries a correction out.
pub fn apply(world: &mut World, event: &Event) {
    let Event::Made { correction } = event;
    let session = &correction.session;
    match &correction.change {
        change @ (Corrected::Voice { .. }
        | Corrected::Village { .. }
        | Corrected::Totals { .. }) => {
            result::apply(world, change);
        }
        Corrected::Words { entry, to, .. } => {
            if let Some(entry) = world.entries.get_mut(entry) {
                Arc::make_mut(entry).words = to.clone();
            }
        }
        // It stands among the corrections alone: what was minuted stays what it was.
        Corrected::Note { .. } => {}
        Corrected::Stays { person, to, .. } => {
            change_attendee(world, session, person, |attendee| {
                attendee.attendance = Attendance::Attended { stays: to.clone() };
            })
        }
        Corrected::Attendance { person, to, .. } => {
            change_attendee(world, session, person, |attendee| {
                attendee.attendance.clone_from(to);
            })
        }
        Corrected::Stamp {
            entry,
            to: (kind, at),
            ..
        } => {
            if let Some(entry) = world.entries.get_mut(entry) {
                Arc::make_mut(entry).restamp(kind, *at);
            }
        }
        Corrected::Opened { to, .. } => {
            change(world, session, |session| session.opened = Some(*to))
        }
        Corrected::Closed { to, .. } => {
            change(world, session, |session| session.closed = Some(*to))
        }
        Corrected::Day { from, to } => day::put(world, session, (*from, *to)),
        Corrected::Recusal { from, to, .. } => change(world, session, |session| {
            recusal::apply(session, from.as_ref(), to.as_ref());
        }),
        Corrected::Times { moved } => {
            moved
                .iter()
                .for_each(|moved| times::put(world, session, &moved.to));
        }
    }
    world
        .corrections
        .insert(correction.id.clone(), Arc::new(correction.clone()));
}
