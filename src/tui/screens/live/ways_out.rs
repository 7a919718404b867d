//! What of the remedies of a refusal is left in the session that is seen.

use super::{hands, seen};
use crate::domain::ids::MotionId;
use crate::domain::refusal::{Refusal, Remedy};
use crate::domain::session::SessionState;
use crate::domain::session::next::Step;
use crate::domain::vote::{Due, due};
use crate::tui::app::App;

/// Returns what may be done about a refusal, the likeliest first; after 散会 nothing that only a session does that is not
/// over.
#[must_use]
pub fn ways_out(app: &App, refusal: &Refusal) -> Vec<Remedy> {
    let over = seen(app).is_ok_and(|(_, session, _)| {
        matches!(session.state, SessionState::Closed | SessionState::Sealed)
    });
    let mut ways = refusal.remedies();
    // The same key asks first whether what is close is put off.
    if let Refusal::NotAnnounced { motion } = refusal
        && asks_to_put_off(app, motion)
    {
        for way in ways.iter_mut().filter(|way| **way == Remedy::Announce) {
            *way = Remedy::SettleClose;
        }
    }
    for way in ways.iter_mut().filter(|way| **way == Remedy::EndVote) {
        *way = ends(app).unwrap_or(*way);
    }
    ways.retain(|remedy| !over || !remedy.is_of_an_open_session());
    ways
}

/// Returns what leads to the end of a vote where the next step is not it: that step's key would take all who are still
/// to be asked for the motion, or give the papers out, or count.
fn ends(app: &App) -> Option<Remedy> {
    let (state, session, world) = seen(app).ok()?;
    match hands::step(state, world, session) {
        Step::Ask { .. }
        | Step::AskWhich { .. }
        | Step::HearVillages { .. }
        | Step::SpeakAsOne { .. } => Some(Remedy::EndVoteNow),
        Step::IssuePapers { .. } => Some(Remedy::IssuePapers),
        Step::CountPapers { .. } => Some(Remedy::CountPapers),
        Step::CountHands { .. } => Some(Remedy::CountHands),
        _ => None,
    }
}

fn asks_to_put_off(app: &App, motion: &MotionId) -> bool {
    seen(app).is_ok_and(|(_, _, world)| {
        let motion = world.motion(motion);
        motion.is_ok_and(|motion| due(motion) == Some(Due::CloseSplit))
    })
}
