//! What of an announced vote can be corrected where the selection stands.

use super::lines::{Line, lines};
use super::{Panel, seen, vote};
use crate::domain::ids::VillageId;
use crate::domain::rule::Method;
use crate::domain::vote::{Motion, MotionState, Voter};
use crate::i18n::{ballots as papers, live as words};
use crate::tui::action::Why;
use crate::tui::app::App;

/// What of an announced vote can be corrected: what is selected, or the figures of the whole.
#[derive(Debug, Clone, Copy)]
pub enum Correctable<'a> {
    /// The voice of somebody.
    Voice(&'a Motion, &'a Voter),
    /// The figures of a count.
    Figures(&'a Motion),
    /// What a village said; `None` for area-wide seats.
    Village(&'a Motion, Option<&'a VillageId>),
}

/// Returns what of the vote looked at can be corrected.
///
/// # Errors
/// Why nothing can.
pub fn correctable(app: &App) -> Result<Correctable<'_>, Why> {
    let (state, session, world) = seen(app)?;
    let motion = vote::motion(state, world).ok_or(Why::Says(words::no_motion))?;
    let MotionState::Announced { ballot, .. } = &motion.state else {
        return Err(Why::Says(words::not_announced));
    };
    let selected = state.listing(Panel::Vote).selected;
    match (ballot.method, lines(session, motion).get(selected)) {
        (_, Some(Line::Voter(_))) if ballot.method != Method::ByName => {
            Err(Why::Says(papers::choose_village))
        }
        (_, Some(Line::Voter(asked))) => Ok(Correctable::Voice(motion, asked.voter)),
        (Method::ByVillage, Some(Line::Asked(heard))) if heard.here > 0 => {
            Ok(Correctable::Village(motion, heard.village))
        }
        (Method::ByVillage, _) => Err(Why::Says(papers::choose_village)),
        (Method::ByName, _) => Err(Why::Says(words::no_person)),
        (Method::Hands | Method::Secret, _) => Ok(Correctable::Figures(motion)),
    }
}
