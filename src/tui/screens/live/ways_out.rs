//! What of the remedies of a refusal is left in the session that is seen.

use super::seen;
use crate::domain::refusal::{Refusal, Remedy};
use crate::domain::session::SessionState;
use crate::tui::app::App;

/// Returns what may be done about a refusal, the likeliest first; after 散会 nothing that only a session does that is not
/// over.
#[must_use]
pub fn ways_out(app: &App, refusal: &Refusal) -> Vec<Remedy> {
    let over = seen(app).is_ok_and(|(_, session, _)| {
        matches!(session.state, SessionState::Closed | SessionState::Sealed)
    });
    let mut ways = refusal.remedies();
    ways.retain(|remedy| !over || !remedy.is_of_an_open_session());
    ways
}
