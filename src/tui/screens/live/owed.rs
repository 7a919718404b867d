//! A vote that is owed: whoever settles its item or closes the session before it was held is asked once
//! whether to hold it now, and never kept from going on.

use super::paper::moment;
use super::{Panel, agenda, desk, left, moved_on, seen, show, with};
use crate::domain::ids::ItemId;
use crate::domain::session::agenda::{Command as Agenda, ItemState, owed};
use crate::domain::vote::Due;
use crate::domain::{Command, World, session};
use crate::i18n::{later_vote as words, sequels, steps, terms};
use crate::tui::action::key_of;
use crate::tui::app::{App, Overlay};
use crate::tui::menus::{Choice, Menus};
use crate::tui::text;
use crate::tui::theme::Role;
use std::rc::Rc;

/// How many cells the title of a menu has.
const TITLE: u16 = 66;

/// Settles an item.
pub fn settle(app: &mut App, commands: Vec<Command>) {
    ask_first(app, commands, |app, commands| {
        if app.record(commands) {
            moved_on(app);
        }
    });
}

/// Settles the item that runs and goes on to the next.
pub fn go_on(app: &mut App, commands: Vec<Command>) {
    ask_first(app, commands, |app, commands| {
        if app.record(commands) {
            agenda::follow(app);
        }
    });
}

/// Closes the session, and says which votes and items it leaves.
pub fn close(app: &mut App, commands: Vec<Command>) {
    ask_first(app, commands, |app, commands| {
        if !app.record(commands) {
            return;
        }
        moved_on(app);
        left::say_after_closing(app);
    });
}

/// Records commands. Where they leave a vote that is owed it is asked first whether to hold that now; the
/// first row records nothing.
pub(super) fn ask_first(
    app: &mut App,
    commands: Vec<Command>,
    record: impl Fn(&mut App, &[Command]) + 'static,
) {
    let may = desk(app).is_ok_and(|desk| desk.would(&commands).is_ok());
    let found = match seen(app) {
        Ok((_, _, world)) if may => leaves(world, &commands),
        _ => Vec::new(),
    };
    if found.is_empty() {
        record(app, &commands);
    } else {
        ask(app, found, commands.into(), Rc::new(record));
    }
}

/// Returns the items that are owed a vote and that commands leave without it.
fn leaves(world: &World, commands: &[Command]) -> Vec<(ItemId, Due)> {
    let items = commands.iter().flat_map(|command| match command {
        Command::Agenda(Agenda::Settle {
            item,
            state: ItemState::Done,
            ..
        }) => vec![item],
        Command::Session(session::Command::Close { id, .. }) => {
            world.agenda(id).map(|item| &item.id).collect()
        }
        _ => Vec::new(),
    });
    let owed = items.filter_map(|item| Some((item.clone(), owed(world, item)?)));
    owed.collect()
}

type Record = Rc<dyn Fn(&mut App, &[Command])>;

fn ask(app: &mut App, found: Vec<(ItemId, Due)>, commands: Rc<[Command]>, record: Record) {
    let language = app.language;
    let Ok((_, session, world)) = seen(app) else {
        return;
    };
    let closes = |command: &Command| matches!(command, Command::Session(_));
    let closes = commands.iter().any(closes);
    let number = |item| {
        let item = world.item(item).ok();
        item.map_or_else(String::new, |item| terms::item_number(language, item))
    };
    let title = match found.first() {
        Some((item, due)) if !closes => {
            words::ask_item(language, number(item), sequels::due_name(language, *due))
        }
        _ => {
            let items = steps::votes_owed(language, world, &session.id);
            words::ask_close(language, items.unwrap_or_default())
        }
    };
    let mut rows: Vec<Choice> = vec![(
        words::not_yet(language).to_owned(),
        Box::new(|_: &mut App| {}),
    )];
    for (item, due) in &found {
        let due = sequels::due_name(language, *due);
        let label = words::vote_now(language, number(item), due, key_of("live.step"));
        let item = item.clone();
        rows.push((label, Box::new(move |app: &mut App| vote_now(app, item))));
    }
    let go_on = match closes {
        true => words::close_now(language),
        false => words::settle(language),
    };
    let (then, also) = (Rc::clone(&record), Rc::clone(&commands));
    rows.push((
        go_on.to_owned(),
        Box::new(move |app: &mut App| then(app, &also)),
    ));
    let title = text::fit(&title, TITLE);
    app.overlay = Some(Overlay::Menu(Menus::choice(&title, rows, move |app| {
        ask(app, found.clone(), Rc::clone(&commands), Rc::clone(&record));
    })));
}

/// Goes to the vote that an item is owed; the key of the step opens it.
fn vote_now(app: &mut App, item: ItemId) {
    let Ok(at) = moment(app) else { return };
    let start = Command::Agenda(Agenda::Start {
        item: item.clone(),
        at,
    });
    // The item that runs is not taken up once more.
    if !app.record(&[start]) {
        return;
    }
    moved_on(app);
    show(app, Panel::Vote);
    with(app, |state| {
        state.looked_at = None;
        state.motion = None;
    });
    let language = app.language;
    let number = seen(app)
        .ok()
        .and_then(|(_, _, world)| world.item(&item).ok())
        .map(|item| terms::item_number(language, item));
    let said = words::now(language, number.unwrap_or_default(), key_of("live.step"));
    app.say(Role::Normal, said);
}
