//! The minutes: who said what, what was decided, entry by entry.

use super::{Session, SessionState, entered_from_paper};
use crate::domain::dates::Minute;
use crate::domain::ids::{EntryId, ItemId, PersonId, SessionId};
use crate::domain::refusal::Refusal;
use crate::domain::text::Text;
use crate::domain::world::World;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What an entry is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum EntryKind {
    /// What somebody said.
    Speech {
        /// Who.
        speaker: PersonId,
    },
    /// 书面意见: what somebody who was not there had sent in writing; kept and never counted (domain.md §0.2 6).
    Written {
        /// Who sent it.
        sender: PersonId,
    },
    /// 议定事项: what was decided.
    Decision,
    /// Anything else worth keeping.
    Note,
}

impl EntryKind {
    /// Returns whose words they are, where they are somebody's.
    #[must_use]
    pub fn whose(&self) -> Option<&PersonId> {
        match self {
            Self::Speech { speaker } => Some(speaker),
            Self::Written { sender } => Some(sender),
            Self::Decision | Self::Note => None,
        }
    }
}

/// An entry of the minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// The session.
    pub session: SessionId,
    /// The item it belongs to.
    pub item: ItemId,
    /// What it is.
    pub kind: EntryKind,
    /// When it was said.
    pub at: Minute,
    /// The words; empty while only the stamp is there.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub words: Text,
    /// The wording taken down live, where it was tidied after 散会.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub live: Option<Text>,
    /// 发言人已核对.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub checked: bool,
    /// Entered afterwards from paper.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub from_paper: bool,
    /// Whether its minute was stated afterwards, so that it stands where that puts it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub restated: bool,
}

impl Entry {
    /// Puts another speaker or minute on it.
    pub(super) fn restamp(&mut self, kind: &EntryKind, at: Minute) {
        if self.kind != *kind {
            // Somebody else checked those words.
            self.checked = false;
        }
        self.kind = kind.clone();
        self.restated = self.restated || self.at != at;
        self.at = at;
    }
}

/// What may be asked of the minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Stamps an entry, with or without words.
    Add(Entry),
    /// Writes the words of an entry.
    Write {
        /// The entry.
        entry: EntryId,
        /// Its words from now on.
        words: Text,
    },
    /// Mends what an entry is, and when it was said.
    Restamp {
        /// The entry.
        entry: EntryId,
        /// What it is.
        kind: EntryKind,
        /// When.
        at: Minute,
    },
    /// Marks a speech as checked by its speaker, or not.
    Check {
        /// The entry.
        entry: EntryId,
        /// Whether it was checked.
        checked: bool,
    },
    /// Takes an entry away, before 散会.
    Remove(EntryId),
}

/// What happened to the minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum Event {
    /// An entry was stamped.
    #[serde(rename = "minutes.entry")]
    Added {
        /// The entry.
        entry: Entry,
    },
    /// An entry's words were written.
    #[serde(rename = "minutes.words")]
    Written {
        /// The session.
        session: SessionId,
        /// The entry.
        entry: EntryId,
        /// Its words from now on.
        words: Text,
        /// Whether this is tidying after 散会, which keeps the live wording.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        tidied: bool,
    },
    /// An entry's stamp was mended.
    #[serde(rename = "minutes.stamp")]
    Restamped {
        /// The session.
        session: SessionId,
        /// The entry.
        entry: EntryId,
        /// What it is.
        kind: EntryKind,
        /// When.
        at: Minute,
    },
    /// A speech was checked by its speaker, or the mark was taken back.
    #[serde(rename = "minutes.checked")]
    Checked {
        /// The session.
        session: SessionId,
        /// The entry.
        entry: EntryId,
        /// Whether it was checked.
        checked: bool,
    },
    /// An entry was taken away.
    #[serde(rename = "minutes.removed")]
    Removed {
        /// The session.
        session: SessionId,
        /// The entry.
        entry: EntryId,
    },
}

impl Event {
    /// Returns the session it is about.
    #[must_use]
    pub fn session(&self) -> &SessionId {
        match self {
            Self::Added { entry } => &entry.session,
            Self::Written { session, .. }
            | Self::Restamped { session, .. }
            | Self::Checked { session, .. }
            | Self::Removed { session, .. } => session,
        }
    }
}

/// Judges a command about the minutes.
///
/// # Errors
/// A [`Refusal`] that names what stands in the way.
pub fn decide(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Add(entry) => {
            let session = world.session(&entry.session)?;
            if matches!(session.state, SessionState::Closed | SessionState::Sealed) {
                return Err(Refusal::MinutesOver);
            }
            live(session)?;
            let item = world.item(&entry.item)?;
            if item.session != entry.session {
                return Err(Refusal::Unknown);
            }
            speaker_known(world, session, &entry.kind)?;
            sender_away(world, session, &entry.kind)?;
            if world.entries.contains_key(&entry.id) {
                return Err(Refusal::AlreadyThere);
            }
            Ok(vec![Event::Added {
                entry: Entry {
                    live: None,
                    checked: false,
                    restated: false,
                    from_paper: session.paper().is_some(),
                    ..entry.clone()
                },
            }])
        }
        Command::Write { entry, words } => {
            let entry = world.entry(entry)?;
            let session = world.session(&entry.session)?;
            tidy(session)?;
            if entry.words == *words {
                return Ok(Vec::new());
            }
            let tidied = session.state == SessionState::Closed;
            Ok(vec![Event::Written {
                session: entry.session.clone(),
                entry: entry.id.clone(),
                words: words.clone(),
                tidied,
            }])
        }
        Command::Restamp { entry, kind, at } => {
            let entry = world.entry(entry)?;
            let session = world.session(&entry.session)?;
            mendable(session)?;
            speaker_known(world, session, kind)?;
            // Whoever sent it may have come in since; that does not unmake the paper.
            if entry.kind != *kind {
                sender_away(world, session, kind)?;
            }
            Ok(vec![Event::Restamped {
                session: entry.session.clone(),
                entry: entry.id.clone(),
                kind: kind.clone(),
                at: *at,
            }])
        }
        Command::Check { entry, checked } => {
            let entry = world.entry(entry)?;
            tidy(world.session(&entry.session)?)?;
            if entry.checked == *checked {
                return Ok(Vec::new());
            }
            Ok(vec![Event::Checked {
                session: entry.session.clone(),
                entry: entry.id.clone(),
                checked: *checked,
            }])
        }
        Command::Remove(entry) => {
            let entry = world.entry(entry)?;
            mendable(world.session(&entry.session)?)?;
            Ok(vec![Event::Removed {
                session: entry.session.clone(),
                entry: entry.id.clone(),
            }])
        }
    }
}

pub(super) fn speaker_known(
    world: &World,
    session: &Session,
    kind: &EntryKind,
) -> Result<(), Refusal> {
    match kind.whose() {
        Some(person) if session.attendee(person).is_none() => Err(Refusal::NotOnTheRoll {
            name: world.person(person)?.name.clone(),
        }),
        _ => Ok(()),
    }
}

/// Says whether a written opinion is of somebody who is not there: whoever is there says it themselves.
fn sender_away(world: &World, session: &Session, kind: &EntryKind) -> Result<(), Refusal> {
    let EntryKind::Written { sender } = kind else {
        return Ok(());
    };
    match session.attendee(sender).and_then(super::Attendee::there) {
        None => Ok(()),
        Some(_) => Err(Refusal::IsThereToSpeak {
            name: world.person(sender)?.name.clone(),
        }),
    }
}

fn live(session: &Session) -> Result<(), Refusal> {
    match session.state {
        SessionState::Sitting | SessionState::Break => Ok(()),
        have => Err(Refusal::SessionNotIn {
            have,
            need: SessionState::Sitting,
        }),
    }
}

/// Says whether an entry is still mended freely: after 散会 only a correction does it.
fn mendable(session: &Session) -> Result<(), Refusal> {
    match session.state {
        SessionState::Closed => Err(Refusal::Frozen),
        SessionState::Sealed => Err(Refusal::Sealed),
        _ => live(session),
    }
}

fn tidy(session: &Session) -> Result<(), Refusal> {
    match session.state {
        SessionState::Sealed => Err(Refusal::Sealed),
        SessionState::Closed => Ok(()),
        _ => live(session),
    }
}

/// Carries out what happened to the minutes.
pub fn apply(world: &mut World, event: &Event) {
    match event {
        Event::Added { entry } => {
            world
                .entries
                .insert(entry.id.clone(), Arc::new(entry.clone()));
        }
        Event::Written {
            entry,
            words,
            tidied,
            session,
        } => {
            let from_paper = entered_from_paper(world, session);
            change(world, entry, |entry| {
                let before = std::mem::replace(&mut entry.words, words.clone());
                if *tidied {
                    entry.live.get_or_insert(before);
                }
                // The speaker checked other words.
                entry.checked = false;
                entry.from_paper = entry.from_paper || from_paper;
            });
        }
        Event::Restamped {
            entry, kind, at, ..
        } => change(world, entry, |entry| entry.restamp(kind, *at)),
        Event::Checked { entry, checked, .. } => {
            change(world, entry, |entry| entry.checked = *checked)
        }
        Event::Removed { entry, .. } => {
            world.entries.remove(entry);
        }
    }
}

fn change(world: &mut World, entry: &EntryId, change: impl FnOnce(&mut Entry)) {
    if let Some(entry) = world.entries.get_mut(entry) {
        change(Arc::make_mut(entry));
    }
}
