//! 补录: a session, or the rest of one, entered afterwards from what was written down on paper.

use super::{Event, Session, SessionState};
use crate::domain::dates::Minute;
use crate::domain::refusal::Refusal;
use crate::domain::text::Line;
use serde::{Deserialize, Serialize};

/// That what follows is entered from paper, with the times the paper states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FromPaper {
    /// From which minute of the session on.
    pub since: Minute,
    /// Up to which minute; `None` while it is being entered, or where it goes to the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Minute>,
    /// Why it was not taken down live.
    pub reason: Line,
    /// Which paper, and where it lies.
    pub paper: Line,
}

impl Session {
    /// Returns the paper from which the session is being entered, `None` while it is taken down live.
    #[must_use]
    pub fn paper(&self) -> Option<&FromPaper> {
        self.papers.last().filter(|paper| paper.until.is_none())
    }
}

fn may_enter(session: &Session) -> Result<(), Refusal> {
    match session.state {
        SessionState::Closed => Err(Refusal::Frozen),
        SessionState::Sealed => Err(Refusal::Sealed),
        _ => Ok(()),
    }
}

/// Judges the beginning of an entry from paper.
pub(super) fn begin(session: &Session, paper: &FromPaper) -> Result<Vec<Event>, Refusal> {
    may_enter(session)?;
    if session.paper().is_some() {
        return Err(Refusal::AlreadyThere);
    }
    Ok(vec![Event::FromPaper {
        session: session.id.clone(),
        paper: FromPaper {
            until: None,
            ..paper.clone()
        },
    }])
}

/// Judges the end of an entry from paper: from here it is taken down live.
pub(super) fn end(session: &Session, until: Minute) -> Result<Vec<Event>, Refusal> {
    may_enter(session)?;
    match session.paper() {
        None => Ok(Vec::new()),
        Some(paper) if until < paper.since => Err(Refusal::TimesCross),
        Some(_) => Ok(vec![Event::PaperEnded {
            session: session.id.clone(),
            until,
        }]),
    }
}
