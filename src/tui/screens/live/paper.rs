//! 补录: while a session is entered from paper its acts carry the minute the paper states, not the clock's.

use super::{State, seen, with};
use crate::desk::Desk;
use crate::domain::dates::Minute;
use crate::domain::ids::SessionId;
use crate::domain::session::paper::{clock_is_behind, last_stated};
use crate::domain::session::{self, Session};
use crate::domain::task::Task;
use crate::domain::task::review::to_review;
use crate::domain::{Command, World};
use crate::i18n::paper as words;
use crate::tui::action::Why;
use crate::tui::app::App;
use crate::tui::screens::Screen;
use crate::tui::theme::Role;

/// Returns the minute that acts carry now: the clock's, or the one stated while paper is entered.
///
/// # Errors
/// Why no session is seen.
pub fn moment(app: &App) -> Result<Minute, Why> {
    let (state, session, world) = seen(app)?;
    Ok(state.moment(world, session, super::desk(app)?.minute()))
}

/// Returns the minute that acts of a session carry now, whichever screen asks: the minute stated is
/// known to the live screen that lies open, seen or not.
///
/// # Errors
/// Why there is no such session.
pub fn moment_of(app: &App, id: &SessionId) -> Result<Minute, Why> {
    let desk = super::desk(app)?;
    let fresh = State::new(id.clone());
    let open = app.screens().find_map(|screen| match screen {
        Screen::Live(state) if state.session == *id => Some(&**state),
        _ => None,
    });
    let state = open.unwrap_or(&fresh);
    let world = state.world(desk);
    Ok(state.moment(world, world.session(id)?, desk.minute()))
}

impl State {
    /// Returns the minute that acts carry now, where the clock says `clock`.
    ///
    /// Until another minute is stated, what is entered from paper goes on where the session stands,
    /// which may be planned for an hour still to come: no paper states that.
    #[must_use]
    pub fn moment(&self, world: &World, session: &Session, clock: Minute) -> Minute {
        let behind = session.paper().is_some() && clock_is_behind(world, session, clock);
        let stated = match (session.paper(), self.stated) {
            (None, _) => clock,
            // What is recorded may have been stamped by that clock before it was set: the paper's own minute stands.
            (Some(paper), None) if behind => paper.since,
            (Some(paper), None) => last_stated(world, session).max(paper.since),
            // A session goes on at the hour it broke off to, and that is never before the paper's last.
            (Some(_), Some(stated)) => session.goes_on_at().map_or(stated, |at| at.max(stated)),
        };
        match behind {
            true => stated,
            false => stated.min(clock),
        }
    }

    /// Returns the follow-ups the session goes through on the day its acts carry, as they are listed.
    #[must_use]
    pub fn to_review<'a>(
        &self,
        world: &'a World,
        session: &Session,
        clock: Minute,
    ) -> Vec<&'a Task> {
        let today = self.moment(world, session, clock).day();
        to_review(world, &session.id, today)
    }
}

/// States the minute that acts carry from now on.
pub fn state_at(app: &mut App, at: Minute) {
    with(app, |state| state.stated = Some(at));
}

/// Says whether paper is being entered.
///
/// # Errors
/// That it is not.
pub fn is_entered(app: &App) -> Result<(), Why> {
    let (_, session, _) = seen(app)?;
    session
        .paper()
        .map(|_| ())
        .ok_or(Why::Says(words::not_from_paper))
}

/// Says whether paper can be entered from here on.
///
/// # Errors
/// Why not.
pub fn can_begin(app: &App) -> Result<(), Why> {
    let (_, session, _) = seen(app)?;
    session::paper::may_begin(session)?;
    Ok(())
}

/// Says whether the clock cannot be right, so that what paper states may lie after it.
pub(super) fn behind(app: &App, clock: Minute) -> bool {
    seen(app).is_ok_and(|(_, session, world)| clock_is_behind(world, session, clock))
}

/// Moves the stated minute on or back by one.
pub fn step(app: &mut App, on: bool) {
    let (Ok(at), Ok(clock)) = (moment(app), super::desk(app).map(Desk::minute)) else {
        return;
    };
    let to = if on { at.next() } else { at.before() };
    if to > clock && !behind(app, clock) {
        return app.explain(&Why::Says(words::not_yet));
    }
    state_at(app, to);
    let said = words::stated(app.language, to.clock());
    app.say(Role::Normal, said);
}

/// Returns the command after which acts carry the clock's minute again.
///
/// # Errors
/// That no paper is being entered.
pub fn end(app: &App) -> Result<Vec<Command>, Why> {
    is_entered(app)?;
    let (_, session, _) = seen(app)?;
    Ok(vec![Command::Session(session::Command::EndPaper {
        id: session.id.clone(),
        until: moment(app)?,
    })])
}
