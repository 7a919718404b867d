//! What a session leaves over: said where it is closed, asked about before it is sealed, and never lost; given
//! up where somebody says why.

use super::sheets::DropItemSheet;
use super::{actions, closing, desk, seen};
use crate::domain::ids::{ItemId, SessionId};
use crate::domain::session::agenda::{self, Item, may_drop, owed, put_off_until};
use crate::domain::session::{Session, SessionState};
use crate::domain::{Command, World};
use crate::i18n::{Language, later_vote, left as words, steps, terms};
use crate::tui::action::{Why, key_of};
use crate::tui::app::{App, Overlay};
use crate::tui::menus::{Choice, Menus};
use crate::tui::theme::Role;

fn named(language: Language, items: &[&Item]) -> String {
    let numbers: Vec<String> = items
        .iter()
        .map(|item| terms::item_number(language, item))
        .collect();
    words::items(
        language,
        terms::list(language, numbers.iter().map(String::as_str)),
    )
}

/// Says which votes and items a session that was just closed leaves.
pub fn say_after_closing(app: &mut App) {
    let language = app.language;
    let Ok((_, session, world)) = seen(app) else {
        return;
    };
    let key = key_of("closing.carry");
    let votes = steps::votes_owed(language, world, &session.id);
    let items: Vec<&Item> = to_be_carried(world, session)
        .filter(|item| owed(world, &item.id).is_none())
        .collect();
    let items = (!items.is_empty()).then(|| named(language, &items));
    let said = match (votes, items) {
        (None, None) => return,
        (Some(votes), None) => later_vote::closed(language, votes, key),
        (None, Some(items)) => words::closed(language, items, key),
        (Some(votes), Some(items)) => words::closed_both(language, votes, items, key),
    };
    app.say(Role::Warn, said);
}

/// Returns what is left over and comes back on no day of its own: what was put off to one does.
fn to_be_carried<'a>(world: &'a World, session: &'a Session) -> impl Iterator<Item = &'a Item> {
    closing::left_over(world, &session.id).filter(|item| {
        let mut motions = world.motions_of(&item.id);
        motions.all(|motion| put_off_until(motion).is_none())
    })
}

/// Asks, where something is left over, whether to carry it before the record is signed: the record says where to.
/// The first row seals nothing.
pub fn before_sealing(app: &mut App, seal: fn(&mut App)) {
    let language = app.language;
    let Ok((_, session, world)) = seen(app) else {
        return;
    };
    let items: Vec<&Item> = to_be_carried(world, session).collect();
    // What was sealed before is only signed once more.
    if items.is_empty() || session.state == SessionState::Sealed {
        return seal(app);
    }
    let title = words::ask_seal(language, named(language, &items));
    let of_matters = items.iter().filter(|item| item.matter.is_some()).count();
    let seal_so = match of_matters {
        0 => words::seal_agenda(language),
        all if all == items.len() => words::seal_matters(language),
        _ => words::seal_both(language),
    };
    let mut rows: Vec<Choice> = vec![(
        words::not_yet(language).to_owned(),
        Box::new(|_: &mut App| {}),
    )];
    if session.state == SessionState::Closed {
        rows.push((
            words::carry_first(language, key_of("live.step")),
            Box::new(closing::carry),
        ));
    }
    rows.push((seal_so.to_owned(), Box::new(seal)));
    app.overlay = Some(Overlay::Menu(Menus::choice(&title, rows, move |app| {
        before_sealing(app, seal);
    })));
}

/// Says whether the item of the selected line may be given up.
///
/// # Errors
/// That the line is none, or why not.
pub fn can_drop(app: &App) -> Result<(), Why> {
    let (_, _, world) = seen(app)?;
    may_drop(world, closing::item(app)?)?;
    Ok(())
}

/// Asks why the item of the selected line is given up.
pub fn ask_to_drop(app: &mut App) {
    match closing::item(app).map(|item| (item.session.clone(), item.id.clone())) {
        Ok((session, item)) => drop_item(app, &session, &item),
        Err(why) => app.explain(&why),
    }
}

/// Asks why an item of a session, filed or not, is given up; says why it cannot be.
pub fn drop_item(app: &mut App, session: &SessionId, item: &ItemId) {
    match asked(app, session, item) {
        Ok(sheet) => actions::open(app, sheet),
        Err(why) => app.explain(&why),
    }
}

fn asked(app: &App, session: &SessionId, item: &ItemId) -> Result<DropItemSheet, Why> {
    let desk = desk(app)?;
    let world = desk.look(session);
    let world = world.map_err(|_| Why::Says(words::drop_none))?;
    let item = world.item(item)?;
    // An agenda that took it up may be filed; only the desk looks there.
    desk.would(&[Command::Agenda(agenda::Command::Drop {
        item: item.id.clone(),
        reason: item.title.clone(),
        at: desk.minute(),
    })])?;
    Ok(DropItemSheet::new(item))
}
