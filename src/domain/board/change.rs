//! How a text is drafted for a board, put up and taken down.

use super::Posting;
use crate::domain::ids::PostingId;
use crate::domain::refusal::Refusal;
use crate::domain::world::World;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What may be asked of a posting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Drafts a text for a board.
    Draft(Box<Posting>),
}

/// What happened to a posting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum Event {
    /// It was drafted, or stands as it is now.
    #[serde(rename = "board.put")]
    Put {
        /// As it is now.
        posting: Box<Posting>,
    },
}

/// Why a command about a posting is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It is taken down, and every objection answered.
    Closed,
}

impl Event {
    /// Returns the posting it is about.
    #[must_use]
    pub fn posting(&self) -> &PostingId {
        match self {
            Self::Put { posting } => &posting.id,
        }
    }
}

/// Judges a command about a posting.
///
/// # Errors
/// A [`Refusal`] that names what stands in the way.
pub fn decide(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Draft(posting) => {
            if let Some(matter) = &posting.matter {
                world.matter(matter)?;
            }
            Ok(vec![Event::Put {
                posting: posting.clone(),
            }])
        }
    }
}

/// Carries out what happened to a posting.
pub fn apply(world: &mut World, event: &Event) {
    match event {
        Event::Put { posting } => {
            let shared = Arc::new(posting.as_ref().clone());
            world.postings.insert(posting.id.clone(), shared);
        }
    }
}
