//! What is not in a journal that was made out of a damaged one. Salvage says it where the gap is, so that whoever
//! reads on in the new file knows of it for ever.

use super::ids::SessionId;
use super::session::{Session, SessionState};
use super::world::World;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What is not here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum Event {
    /// Acts lack, by the numbers they had in the file that was damaged.
    #[serde(rename = "gap.lacks")]
    Lacks {
        /// The first.
        from: u64,
        /// The last.
        to: u64,
        /// Why.
        why: Why,
    },
    /// A session was under way when they were recorded, so that some may have been its own.
    #[serde(rename = "gap.touches")]
    Touches {
        /// The session.
        session: SessionId,
        /// Which acts lack.
        acts: Vec<Span>,
    },
}

/// Acts that lack, by the numbers they had in the file that was damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first.
    pub from: u64,
    /// The last.
    pub to: u64,
}

/// Returns the sessions that were under way: roll begun, and not sealed yet.
#[must_use]
pub fn touched(world: &World) -> Vec<SessionId> {
    let sessions = world.sessions.values();
    let touched = sessions.filter(|session| is_under_way(session));
    touched.map(|session| session.id.clone()).collect()
}

fn is_under_way(session: &Session) -> bool {
    match session.state {
        SessionState::Planned => !session.roll.is_empty(),
        SessionState::Sealed => false,
        _ => true,
    }
}

/// Carries out what is told of a gap: the sessions it touches know of it for ever.
pub fn apply(world: &mut World, event: &Event) {
    if let Event::Touches { session, acts } = event
        && let Some(session) = world.sessions.get_mut(session)
    {
        Arc::make_mut(session).lacks.extend(acts);
    }
}

/// Why acts lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Nothing was found of them.
    Lost,
    /// They stood there, and nothing proved that they stood there unchanged.
    Unproved,
    /// They were proved, and are none that the program reads.
    Unread,
}
