//! How an item came onto the agenda after the notice: before the session (会前增补), or in it (会上增补).

use crate::domain::refusal::Refusal;
use crate::domain::session::{Session, SessionState};
use crate::domain::text::Line;
use serde::{Deserialize, Serialize};

/// How and why an item was added after the notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Late {
    /// Why.
    pub reason: Line,
    /// When.
    #[serde(default, skip_serializing_if = "Added::is_before")]
    pub added: Added,
}

/// When an item was added that the notice does not name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Added {
    /// 会前增补: after the notice, before the session.
    #[default]
    BeforeSession,
    /// 会上增补: while the session was on.
    InSession {
        /// Who agreed to that, where it was recorded.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        agreed: Option<Line>,
    },
}

impl Added {
    fn is_before(&self) -> bool {
        *self == Self::BeforeSession
    }
}

impl Late {
    /// Makes what was added before the session.
    #[must_use]
    pub const fn before(reason: Line) -> Self {
        Self {
            reason,
            added: Added::BeforeSession,
        }
    }

    /// Makes what is added to a session as it stands.
    #[must_use]
    pub fn to(session: &Session, reason: Line) -> Self {
        let added = match session.opened {
            Some(_) => Added::InSession { agreed: None },
            None => Added::BeforeSession,
        };
        Self { reason, added }
    }

    /// Refuses what is said to be added in a session that was never opened.
    ///
    /// # Errors
    /// [`Refusal::SessionNotIn`].
    pub(super) fn fits(&self, session: &Session) -> Result<(), Refusal> {
        match self.added {
            Added::InSession { .. } if session.opened.is_none() => Err(Refusal::SessionNotIn {
                have: session.state,
                need: SessionState::Sitting,
            }),
            _ => Ok(()),
        }
    }
}
