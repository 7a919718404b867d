//! The motions of an item, one beside the other: which is looked at, and how one steps between them.

use super::vote::motion;
use super::{Panel, seen, with};
use crate::domain::ids::MotionId;
use crate::domain::vote::Motion;
use crate::i18n::live as words;
use crate::tui::action::Why;
use crate::tui::app::App;

/// Says whether a vote is open in the session, or waits to be announced.
pub fn in_hand(app: &App) -> bool {
    seen(app).is_ok_and(|(_, session, world)| {
        let open = world.open_vote(&session.id);
        open.or_else(|| world.unannounced(&session.id)).is_some()
    })
}

/// Returns the motion of the item that stands before or after the one looked at.
///
/// # Errors
/// That none does.
pub fn next_to(app: &App, ahead: bool) -> Result<MotionId, Why> {
    let (state, _, world) = seen(app)?;
    let looked_at = motion(state, world).ok_or(Why::Says(words::no_motion))?;
    let motions: Vec<&Motion> = world.motions_of(&looked_at.item).collect();
    let here = motions.iter().position(|it| it.id == looked_at.id);
    let there = here.and_then(|at| match ahead {
        true => at.checked_add(1),
        false => at.checked_sub(1),
    });
    let there = there.and_then(|at| motions.get(at));
    there
        .map(|motion| motion.id.clone())
        .ok_or(Why::Says(match ahead {
            true => words::no_motion_after,
            false => words::no_motion_before,
        }))
}

/// Looks at the motion before or after the one looked at.
pub fn look(app: &mut App, ahead: bool) {
    if let Ok(motion) = next_to(app, ahead) {
        look_at(app, motion);
    }
}

/// Looks at a motion of the item looked at.
pub fn look_at(app: &mut App, motion: MotionId) {
    with(app, |state| {
        state.motion = Some(motion);
        state.listing_mut(Panel::Vote).selected = 0;
    });
}
