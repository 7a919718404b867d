//! The follow-ups panel: those open are gone through in the item that is for it, set on the spot, and
//! what is set is minuted in the same act.

use super::paper::moment;
use super::{Panel, desk, seen, with};
use crate::desk::place::Step;
use crate::domain::Command;
use crate::domain::ids::{EntryId, ItemId, TaskId};
use crate::domain::session::agenda::{Item, ItemKind};
use crate::domain::session::minutes::{self, Entry, EntryKind};
use crate::domain::task::{Refused, Task, TaskState};
use crate::domain::text::Text;
use crate::i18n::review as words;
use crate::tui::action::Why;
use crate::tui::app::App;
use crate::tui::screens::tasks::sheets::{self, Minuted};

/// Returns the item looked at, where it goes through the follow-ups.
fn item(app: &App) -> Result<&Item, Why> {
    let (state, _, world) = seen(app)?;
    state
        .item(world)
        .filter(|item| item.kind == ItemKind::Review)
        .ok_or(Why::Says(words::only_in_review))
}

/// Returns the follow-up selected.
///
/// # Errors
/// Why none is.
pub fn selected(app: &App) -> Result<&Task, Why> {
    item(app)?;
    let (state, session, world) = seen(app)?;
    let at = state.listing(Panel::Review).selected;
    let tasks = state.to_review(world, session, desk(app)?.minute());
    let task = tasks.into_iter().nth(at);
    task.ok_or(Why::Says(words::nothing_to_review))
}

/// Says whether the selected follow-up can be set and minuted now.
///
/// # Errors
/// Why not.
pub fn can(app: &App) -> Result<(), Why> {
    selected(app)?;
    let item = item(app)?;
    let entry = Entry {
        id: EntryId::from(""),
        session: item.session.clone(),
        item: item.id.clone(),
        kind: EntryKind::Note,
        at: moment(app)?,
        words: Text::default(),
        live: None,
        checked: false,
        from_paper: false,
    };
    Ok(desk(app)?.would(&[Command::Minutes(minutes::Command::Add(entry))])?)
}

/// Says whether the sign-off of the selected follow-up can be recorded now.
///
/// # Errors
/// Why not.
pub fn can_sign(app: &App) -> Result<(), Why> {
    can(app)?;
    match selected(app)?.state {
        TaskState::Finished => Ok(()),
        _ => Err(Why::Refused(Refused::NotFinished.into())),
    }
}

/// Says whether the parts of villages can be recorded now.
///
/// # Errors
/// Why not.
pub fn can_part(app: &App) -> Result<(), Why> {
    can(app)?;
    if selected(app)?.parts.is_empty() {
        return Err(Why::Refused(Refused::NoPart.into()));
    }
    Ok(())
}

/// Asks what becomes of the selected follow-up.
pub fn ask(app: &mut App, ask: Step) {
    let (task, minuted) = match (selected(app), item(app)) {
        (Ok(task), Ok(item)) => {
            let minuted = Minuted {
                session: item.session.clone(),
                item: item.id.clone(),
            };
            (task.clone(), minuted)
        }
        (Err(why), _) | (_, Err(why)) => return app.explain(&why),
    };
    sheets::ask(app, ask, &[&task], Some(minuted));
}

/// Goes on with a draft that was found; says whether its follow-up is still gone through.
pub fn go_on(app: &mut App, item: &ItemId, step: Step, tasks: &[TaskId]) -> bool {
    let (Ok((state, session, world)), Ok(desk)) = (seen(app), desk(app)) else {
        return false;
    };
    let item = world
        .agenda(&session.id)
        .map(|item| &item.id)
        .find(|id| *id == item)
        .cloned();
    let listed = state.to_review(world, session, desk.minute());
    let at = listed.iter().position(|task| tasks.contains(&task.id));
    let Some(at) = at else { return false };
    with(app, |state| {
        state.panel = Panel::Review;
        state.looked_at = item;
        state.listing_mut(Panel::Review).selected = at;
    });
    match can(app) {
        Ok(()) => ask(app, step),
        Err(why) => app.explain(&why),
    }
    true
}
