//! 补录: while a session is entered from paper its acts carry the minute the paper states, not the clock's.

use super::{State, seen, with};
use crate::domain::dates::Minute;
use crate::domain::session::paper::last_stated;
use crate::domain::session::{self, Session};
use crate::domain::{Command, World};
use crate::i18n::paper as words;
use crate::tui::action::Why;
use crate::tui::app::App;
use crate::tui::theme::Role;

/// Returns the minute that acts carry now: the clock's, or the one stated while paper is entered.
///
/// # Errors
/// Why no session is seen.
pub fn moment(app: &App) -> Result<Minute, Why> {
    let (state, session, world) = seen(app)?;
    Ok(state.moment(world, session, super::desk(app)?.minute()))
}

impl State {
    /// Returns the minute that acts carry now, where the clock says `clock`.
    ///
    /// Until another minute is stated, what is entered from paper goes on where the session stands.
    #[must_use]
    pub fn moment(&self, world: &World, session: &Session, clock: Minute) -> Minute {
        match (session.paper(), self.stated) {
            (None, _) => clock,
            (Some(paper), None) => last_stated(world, session).max(paper.since),
            // A session goes on at the hour it broke off to, and that is never before the paper's last.
            (Some(_), Some(stated)) => session.goes_on_at().map_or(stated, |at| at.max(stated)),
        }
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

/// Moves the stated minute on or back by one.
pub fn step(app: &mut App, on: bool) {
    let Ok(at) = moment(app) else { return };
    let to = if on { at.next() } else { at.before() };
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
