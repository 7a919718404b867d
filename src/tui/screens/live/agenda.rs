//! The agenda panel: items taken up, put aside, settled, in order or out of it.

use super::paper::moment;
use super::{Panel, desk, presenter, review, seen, with};
use crate::domain::Command;
use crate::domain::ids::ItemId;
use crate::domain::session::agenda::{self, Item, ItemState};
use crate::i18n::{live as words, terms};
use crate::tui::action::{Why, key_of};
use crate::tui::app::App;
use crate::tui::theme::Role;

/// Returns the item selected.
///
/// # Errors
/// Why none is.
pub fn selected(app: &App) -> Result<&Item, Why> {
    let (state, session, world) = seen(app)?;
    let at = state.listing(Panel::Agenda).selected;
    let item = world.agenda(&session.id).nth(at);
    item.ok_or(Why::Says(words::no_item))
}

/// Takes the selected item up, in its turn or out of it.
///
/// # Errors
/// Why it cannot be.
pub fn start(app: &App) -> Result<Vec<Command>, Why> {
    let item = selected(app)?;
    if item.state == ItemState::Running {
        return Err(Why::Says(words::runs_already));
    }
    Ok(vec![Command::Agenda(agenda::Command::Start {
        item: item.id.clone(),
        at: moment(app)?,
    })])
}

/// Puts the selected item aside.
///
/// # Errors
/// Why it cannot be.
pub fn pause(app: &App) -> Result<Vec<Command>, Why> {
    let at = moment(app)?;
    Ok(vec![Command::Agenda(agenda::Command::Pause {
        item: selected(app)?.id.clone(),
        at,
    })])
}

/// Settles an item; one that is done and goes through the follow-ups says of each how it stands.
///
/// # Errors
/// Why it cannot be.
pub(super) fn settled(app: &App, item: &ItemId, state: ItemState) -> Result<Vec<Command>, Why> {
    let settle = Command::Agenda(agenda::Command::Settle {
        item: item.clone(),
        state,
        at: moment(app)?,
    });
    let done = state == ItemState::Done;
    let said = done.then(|| review::rest_of(app, item)).transpose()?;
    Ok(std::iter::once(settle).chain(said.flatten()).collect())
}

fn settle(app: &App, state: ItemState) -> Result<Vec<Command>, Why> {
    settled(app, &selected(app)?.id, state)
}

/// Settles the selected item as done.
///
/// # Errors
/// Why it cannot be.
pub fn done(app: &App) -> Result<Vec<Command>, Why> {
    settle(app, ItemState::Done)
}

/// Defers the selected item.
///
/// # Errors
/// Why it cannot be.
pub fn defer(app: &App) -> Result<Vec<Command>, Why> {
    settle(app, ItemState::Deferred)
}

/// Settles the selected item as withdrawn.
///
/// # Errors
/// Why it cannot be.
pub fn withdraw(app: &App) -> Result<Vec<Command>, Why> {
    settle(app, ItemState::Withdrawn)
}

/// Settles the item that runs and takes up the next, as one act.
///
/// # Errors
/// Why it cannot be.
pub fn next_item(app: &App) -> Result<Vec<Command>, Why> {
    let (_, session, world) = seen(app)?;
    let at = moment(app)?;
    let mut commands = Vec::new();
    if let Some(running) = world.running_item(&session.id) {
        commands.extend(settled(app, &running.id, ItemState::Done)?);
    }
    let waiting = |state: ItemState| world.agenda(&session.id).find(|item| item.state == state);
    if let Some(next) = waiting(ItemState::Pending).or_else(|| waiting(ItemState::Paused)) {
        commands.push(Command::Agenda(agenda::Command::Start {
            item: next.id.clone(),
            at,
        }));
    }
    if commands.is_empty() {
        Err(Why::Says(words::no_more_items))
    } else {
        Ok(commands)
    }
}

/// Looks at the minutes of the selected item.
pub fn look(app: &mut App) {
    match selected(app).map(|item| item.id.clone()) {
        Ok(item) => with(app, |state| {
            state.interrupted = None;
            state.looked_at = Some(item);
            state.motion = None;
            state.panel = Panel::Minutes;
        }),
        Err(why) => app.explain(&why),
    }
}

/// Shows the item that runs again, after an act moved on.
pub fn follow(app: &mut App) {
    with(app, |state| {
        state.interrupted = None;
        state.looked_at = None;
        state.motion = None;
        state.listing_mut(Panel::Minutes).selected = 0;
        state.listing_mut(Panel::Review).selected = 0;
    });
    show_item(app);
    presenter::say_away(app);
    say_unannounced(app);
}

/// Says of a result that was left unannounced that it waits, and where it is announced: no other vote can
/// be taken before that.
pub fn say_unannounced(app: &mut App) {
    let Ok((_, session, world)) = seen(app) else {
        return;
    };
    let Some(motion) = world.unannounced(&session.id) else {
        return;
    };
    let running = world.running_item(&session.id);
    if running.is_some_and(|item| item.id == motion.item) {
        return;
    }
    let language = app.language;
    let item = world.item(&motion.item);
    let item = item.map_or_else(|_| String::new(), |item| terms::item_number(language, item));
    let said = words::left_unannounced(language, item, motion.number, key_of("live.vote"));
    app.say(Role::Warn, said);
}

/// Shows the panel on which the item looked at is dealt with.
pub fn show_item(app: &mut App) {
    let panel = match (seen(app), desk(app)) {
        (Ok((state, session, world)), Ok(desk)) => state.of_item(world, session, desk.minute()),
        _ => Panel::Minutes,
    };
    with(app, |state| state.panel = panel);
}
