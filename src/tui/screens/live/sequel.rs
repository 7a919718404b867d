//! What follows an announced vote, as the live screen leads to it.

use super::paper::moment;
use super::{Panel, closing, hands, moved_on, seen, show, vote, with};
use crate::domain::Command;
use crate::domain::dates::Minute;
use crate::domain::ids::{ItemId, MotionId, PersonId, SessionId};
use crate::domain::rule::Method;
use crate::domain::session::agenda::{ItemKind, ItemState};
use crate::domain::vote as votes;
use crate::i18n::sequel as words;
use crate::tui::action::Why;
use crate::tui::app::App;
use crate::tui::screens::sequel::{self, Of};

/// Returns the motion looked at: that of the ballot, or of the selected line of the closing list.
fn looked_at(app: &App) -> Result<Of, Why> {
    let (state, _, world) = seen(app)?;
    let motion = match state.panel {
        Panel::Closing => closing::motion(app)?,
        _ => vote::motion(state, world),
    };
    motion
        .map(Of::motion)
        .ok_or(Why::Says(words::no_motion_here))
}

/// Says whether anything is next with the motion looked at.
///
/// # Errors
/// Why nothing is.
pub fn can(app: &App) -> Result<(), Why> {
    sequel::can(app, &looked_at(app)?)
}

/// Opens the menu of what is next with the motion looked at.
pub fn offer(app: &mut App) {
    match looked_at(app) {
        Ok(of) => sequel::offer(app, &of),
        Err(why) => app.explain(&why),
    }
}

/// Opens a vote once more.
pub fn vote_again(app: &mut App, motion: MotionId, method: Method) {
    let at = match moment(app) {
        Ok(at) => at,
        Err(why) => return app.explain(&why),
    };
    let commands = [Command::Vote(votes::Command::open(motion, at, method))];
    if app.record_with(&commands, &hands::spent(&commands)) {
        moved_on(app);
        show(app, Panel::Vote);
        with(app, |state| {
            state.looked_at = None;
            state.motion = None;
            state.counting = None;
            state.papers = None;
            state.listing_mut(Panel::Vote).selected = 0;
        });
        vote::select_missing(app);
    }
}

/// Returns those with a vote in the session seen, in the order of the roll.
#[must_use]
pub fn with_a_vote(app: &App) -> Vec<PersonId> {
    seen(app).map_or_else(
        |_| Vec::new(),
        |(_, session, _)| {
            let entitled = session.entitled();
            entitled.map(|it| it.place.person.clone()).collect()
        },
    )
}

/// Returns the session seen, the item for decision that runs in it, and the minute acts carry now.
///
/// # Errors
/// That no session is seen.
pub fn item_now(app: &App) -> Result<(SessionId, Option<ItemId>, Minute), Why> {
    let (_, session, world) = seen(app)?;
    let running = world.running_item(&session.id);
    let decides = running.filter(|item| {
        item.state == ItemState::Running && matches!(item.kind, ItemKind::Decision { .. })
    });
    let item = decides.map(|item| item.id.clone());
    Ok((session.id.clone(), item, moment(app)?))
}

/// Looks at a motion that was just put.
pub fn look_at_motion(app: &mut App, motion: MotionId) {
    show(app, Panel::Vote);
    with(app, |state| {
        state.looked_at = None;
        state.motion = Some(motion);
    });
}
