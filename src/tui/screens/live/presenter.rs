//! Who presents an item, where whoever was planned did not come.

use super::{Panel, agenda as panel, desk, seen};
use crate::domain::Command;
use crate::domain::ids::PersonId;
use crate::domain::session::SessionState;
use crate::domain::session::agenda::{self, Item};
use crate::i18n::{presenter as words, terms};
use crate::tui::action::{Why, named};
use crate::tui::app::{App, Overlay};
use crate::tui::menus::{Choice, Menus};
use crate::tui::screens::choices::label_of;
use crate::tui::theme::Role;

/// Returns the item that somebody is named for: the one selected on the agenda, else the one that runs,
/// else the next.
fn item(app: &App) -> Result<&Item, Why> {
    let (state, session, world) = seen(app)?;
    if session.state != SessionState::Sitting {
        return Err(Why::Says(words::not_sitting));
    }
    let waits = |item: &&Item| !item.state.settled();
    let selected = || {
        panel::selected(app)
            .ok()
            .filter(|_| state.panel == Panel::Agenda)
    };
    let item = selected()
        .or_else(|| world.running_item(&session.id))
        .filter(waits)
        .or_else(|| world.agenda(&session.id).find(waits));
    item.ok_or(Why::Says(words::nobody))
}

fn present(item: &Item, by: &PersonId) -> Command {
    Command::Agenda(agenda::Command::Present {
        item: item.id.clone(),
        by: by.clone(),
    })
}

/// Returns those who can present it: whoever is there.
fn people(app: &App) -> Result<Vec<&PersonId>, Why> {
    let (_, session, _) = seen(app)?;
    let there = session.roll.iter().filter(|it| it.there().is_some());
    Ok(there.map(|attendee| &attendee.place.person).collect())
}

/// Says whether somebody can be named.
///
/// # Errors
/// Why nobody can.
pub fn can(app: &App) -> Result<(), Why> {
    let item = item(app)?;
    match people(app)?.first() {
        Some(first) => Ok(desk(app)?.would(&[present(item, first)])?),
        None => Err(Why::Says(words::nobody)),
    }
}

/// Asks who presents it.
pub fn ask(app: &mut App) {
    let (item, people, world) = match (item(app), people(app), seen(app)) {
        (Ok(item), Ok(people), Ok((_, _, world))) => (item, people, world),
        (Err(why), ..) | (_, Err(why), _) | (.., Err(why)) => return app.explain(&why),
    };
    let language = app.language;
    let rows = people.into_iter().map(|person| -> Choice {
        let command = present(item, person);
        let record = move |app: &mut App| {
            app.record(&[command]);
        };
        (label_of(language, world, person), Box::new(record))
    });
    let title = words::title(language, terms::item_number(language, item));
    let menu = Menus::choice(&title, rows.collect(), ask);
    app.overlay = Some(Overlay::Menu(menu));
}

/// Says of the item that runs that whoever was to present it is not there, and by which key another is
/// named.
pub fn say_away(app: &mut App) {
    let Ok((_, session, world)) = seen(app) else {
        return;
    };
    let running = world.running_item(&session.id);
    let Some(away) = running.and_then(|item| session.presenter_away(item)) else {
        return;
    };
    let name = terms::person(app.language, world, away);
    let key = named("live.presenter").and_then(|action| action.keys.first());
    let key = key.map(ToString::to_string).unwrap_or_default();
    let said = words::away(app.language, name, key);
    app.say(Role::Warn, said);
}
