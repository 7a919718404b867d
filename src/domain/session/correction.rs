//! Corrections: what is frozen is never undone. A correction names the old value, the new one, who,
//! when and why; the old value is kept and both are printed.

use super::apply::{change, change_attendee};
use super::attendance::{Attendance, Stay};
use super::decide::stays_fit;
use super::{Session, SessionState};
use crate::domain::dates::Minute;
use crate::domain::ids::{CorrectionId, EntryId, MotionId, PersonId, SessionId};
use crate::domain::refusal::Refusal;
use crate::domain::text::{Line, Text};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{Choice, MotionState, VoteResult};
use crate::domain::world::World;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A correction of a frozen value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Its id.
    pub id: CorrectionId,
    /// The session it corrects.
    pub session: SessionId,
    /// What was corrected, from what to what.
    pub change: Corrected,
    /// Who corrected it.
    pub by: Line,
    /// When.
    pub at: Minute,
    /// Why.
    pub reason: Line,
}

/// What was corrected, from what to what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Corrected {
    /// A voice the recorder took down wrongly, after the result was announced.
    Voice {
        /// The motion.
        motion: MotionId,
        /// Whose voice.
        person: PersonId,
        /// As it was taken down.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Choice>,
        /// As it was given.
        to: Choice,
        /// The result as it was announced.
        was: Box<VoteResult>,
        /// The result counted anew.
        now: Box<VoteResult>,
    },
    /// Words of a sealed record.
    Words {
        /// The entry.
        entry: EntryId,
        /// As they were sealed.
        from: Text,
        /// As they should read.
        to: Text,
    },
    /// When somebody was there.
    Stays {
        /// Who.
        person: PersonId,
        /// As it was frozen.
        from: Vec<Stay>,
        /// As it was.
        to: Vec<Stay>,
    },
    /// When the session was opened.
    Opened {
        /// As it was frozen.
        from: Minute,
        /// As it was.
        to: Minute,
    },
    /// When the session was closed.
    Closed {
        /// As it was frozen.
        from: Minute,
        /// As it was.
        to: Minute,
    },
}

impl Corrected {
    fn changes_nothing(&self) -> bool {
        match self {
            Self::Voice { from, to, .. } => from.as_ref() == Some(to),
            Self::Words { from, to, .. } => from == to,
            Self::Stays { from, to, .. } => from == to,
            Self::Opened { from, to } | Self::Closed { from, to } => from == to,
        }
    }
}

/// What is to be corrected, to what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// A voice.
    Voice {
        /// The motion.
        motion: MotionId,
        /// Whose voice.
        person: PersonId,
        /// As it was given.
        to: Choice,
    },
    /// Words.
    Words {
        /// The entry.
        entry: EntryId,
        /// As they should read.
        to: Text,
    },
    /// When somebody was there.
    Stays {
        /// Who.
        person: PersonId,
        /// As it was.
        to: Vec<Stay>,
    },
    /// When the session was opened.
    Opened(Minute),
    /// When the session was closed.
    Closed(Minute),
}

/// Asks for a correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// The correction's id.
    pub id: CorrectionId,
    /// The session.
    pub session: SessionId,
    /// What is to be corrected.
    pub wanted: Wanted,
    /// Who corrects it.
    pub by: Line,
    /// When.
    pub at: Minute,
    /// Why.
    pub reason: Line,
}

/// Something was corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum Event {
    /// A correction was made.
    #[serde(rename = "correction.made")]
    Made {
        /// It.
        correction: Correction,
    },
}

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
        Wanted::Voice { motion, person, to } => voice(world, session, motion, person, to)?,
        Wanted::Words { entry, to } => {
            need(session, SessionState::Sealed)?;
            let entry = world.entry(entry)?;
            if entry.session != session.id {
                return Err(Refusal::Unknown);
            }
            Corrected::Words {
                entry: entry.id.clone(),
                from: entry.words.clone(),
                to: to.clone(),
            }
        }
        Wanted::Stays { person, to } => {
            need(session, SessionState::Closed)?;
            stays_fit(to)?;
            if to.is_empty() || to.iter().any(|stay| stay.to.is_none()) {
                return Err(Refusal::TimesCross);
            }
            match session
                .attendee(person)
                .map(|attendee| &attendee.attendance)
            {
                Some(Attendance::Attended { stays }) => Corrected::Stays {
                    person: person.clone(),
                    from: stays.clone(),
                    to: to.clone(),
                },
                _ => {
                    return Err(Refusal::NotOnTheRoll {
                        name: world.person(person)?.name.clone(),
                    });
                }
            }
        }
        Wanted::Opened(to) => {
            need(session, SessionState::Closed)?;
            if session.closed.is_some_and(|closed| *to > closed) {
                return Err(Refusal::TimesCross);
            }
            Corrected::Opened {
                from: session.opened.ok_or(Refusal::Unknown)?,
                to: *to,
            }
        }
        Wanted::Closed(to) => {
            need(session, SessionState::Closed)?;
            if session.opened.is_some_and(|opened| *to < opened) {
                return Err(Refusal::TimesCross);
            }
            Corrected::Closed {
                from: session.closed.ok_or(Refusal::Unknown)?,
                to: *to,
            }
        }
    };
    if change.changes_nothing() {
        return Ok(Vec::new());
    }
    let Command {
        id,
        session,
        by,
        at,
        reason,
        ..
    } = command.clone();
    Ok(vec![Event::Made {
        correction: Correction {
            id,
            session,
            change,
            by,
            at,
            reason,
        },
    }])
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

fn voice(
    world: &World,
    session: &Session,
    motion: &MotionId,
    person: &PersonId,
    to: &Choice,
) -> Result<Corrected, Refusal> {
    let motion = world.motion(motion)?;
    if motion.session != session.id {
        return Err(Refusal::Unknown);
    }
    let MotionState::Announced { ballot, result, .. } = &motion.state else {
        return Err(Refusal::NotFrozenYet {
            have: session.state,
        });
    };
    if !ballot.voters.iter().any(|voter| voter.person == *person) {
        return Err(Refusal::NotOnTheRoll {
            name: world.person(person)?.name.clone(),
        });
    }
    if result.voice_of(person) == Some(Voice::Absent) {
        // Whoever was not in the room has no voice to put right.
        return Err(Refusal::NotInRoom {
            name: world.person(person)?.name.clone(),
        });
    }
    let now = result.with_voice(&ballot.rule, &motion.villages, person, to.voice());
    Ok(Corrected::Voice {
        motion: motion.id.clone(),
        person: person.clone(),
        from: ballot.marks.get(person).map(|mark| mark.choice.clone()),
        to: to.clone(),
        was: result.clone(),
        now: Box::new(now),
    })
}

/// Carries a correction out.
pub fn apply(world: &mut World, event: &Event) {
    let Event::Made { correction } = event;
    let session = &correction.session;
    match &correction.change {
        Corrected::Voice {
            motion,
            person,
            to,
            now,
            ..
        } => {
            if let Some(motion) = world.motions.get_mut(motion)
                && let MotionState::Announced { ballot, result, .. } =
                    &mut Arc::make_mut(motion).state
            {
                ballot.take(person, to.clone());
                result.clone_from(now);
            }
        }
        Corrected::Words { entry, to, .. } => {
            if let Some(entry) = world.entries.get_mut(entry) {
                Arc::make_mut(entry).words = to.clone();
            }
        }
        Corrected::Stays { person, to, .. } => {
            change_attendee(world, session, person, |attendee| {
                attendee.attendance = Attendance::Attended { stays: to.clone() };
            })
        }
        Corrected::Opened { to, .. } => {
            change(world, session, |session| session.opened = Some(*to))
        }
        Corrected::Closed { to, .. } => {
            change(world, session, |session| session.closed = Some(*to))
        }
    }
    world
        .corrections
        .insert(correction.id.clone(), Arc::new(correction.clone()));
}
