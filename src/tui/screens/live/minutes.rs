//! The minutes panel: entries of the item looked at.

use super::sheets::LateNoteSheet;
use super::{Panel, seen, with, writing};
use crate::desk::place::Place;
use crate::domain::Command;
use crate::domain::World;
use crate::domain::ids::EntryId;
use crate::domain::session::minutes::{self, Entry, EntryKind};
use crate::domain::text::Text;
use crate::i18n::live as said;
use crate::tui::action::Why;
use crate::tui::app::App;
use crate::tui::dialog;

/// Makes the kind of an entry that keeps what was decided.
#[must_use]
pub fn decision(_: &World) -> EntryKind {
    EntryKind::Decision
}

/// Makes the kind of an entry that keeps anything else.
#[must_use]
pub fn note(_: &World) -> EntryKind {
    EntryKind::Note
}

/// Returns the command that stamps an entry on the item looked at.
///
/// # Errors
/// Why there is no item to stamp it on.
pub fn stamp_command(app: &App, id: &EntryId, kind: EntryKind) -> Result<Vec<Command>, Why> {
    enter_command(app, id, kind, Text::default())
}

/// Returns the command that enters words on the item looked at.
///
/// # Errors
/// Why there is no item to enter them on.
pub fn enter_command(
    app: &App,
    id: &EntryId,
    kind: EntryKind,
    words: Text,
) -> Result<Vec<Command>, Why> {
    let (state, session, world) = seen(app)?;
    let item = state.item(world).ok_or(Why::Says(said::no_item))?;
    let entry = Entry {
        id: id.clone(),
        session: session.id.clone(),
        item: item.id.clone(),
        kind,
        at: super::paper::moment(app)?,
        words,
        live: None,
        checked: false,
        from_paper: false,
        restated: false,
    };
    Ok(vec![Command::Minutes(minutes::Command::Add(entry))])
}

/// Says whether the session is over, so that a note is a correction.
#[must_use]
pub fn is_over(app: &App) -> bool {
    seen(app).is_ok_and(|(_, session, _)| session.closed.is_some())
}

/// Says whether a note can be made: in the minutes, or after them.
///
/// # Errors
/// Why none can.
pub fn can_note(app: &App) -> Result<(), Why> {
    if !is_over(app) {
        return can_stamp(app);
    }
    let (state, _, world) = seen(app)?;
    state
        .item(world)
        .map(|_| ())
        .ok_or(Why::Says(said::no_item))
}

/// Asks for a note after the end, with words found or none.
pub fn note_late(app: &mut App, found: Option<(String, Place)>) {
    match LateNoteSheet::new(app, found) {
        Some(sheet) => dialog::open(app, Box::new(sheet)),
        None => app.explain(&Why::Says(said::no_item)),
    }
}

/// Makes a note of the item looked at.
pub fn make_note(app: &mut App) {
    if is_over(app) {
        note_late(app, None);
    } else {
        stamp(app, &note);
    }
}

/// Stamps an entry and opens the editor on it. Returns whether it is there.
pub fn stamp(app: &mut App, kind: &dyn Fn(&World) -> EntryKind) -> bool {
    writing::leave(app);
    let Some(desk) = &app.desk else { return false };
    let id: EntryId = desk.new_id();
    let kind = kind(desk.world());
    match stamp_command(app, &id, kind) {
        Ok(commands) => {
            if !app.record(&commands) {
                return false;
            }
            with(app, |state| state.panel = Panel::Minutes);
            select(app, &id);
            writing::open(app, &id);
            true
        }
        Err(why) => {
            app.explain(&why);
            false
        }
    }
}

/// Returns the entries of the item looked at.
#[must_use]
pub fn entries(app: &App) -> Vec<EntryId> {
    let Ok((state, _, world)) = seen(app) else {
        return Vec::new();
    };
    state
        .item(world)
        .map(|item| {
            world
                .entries_of(&item.id)
                .map(|entry| entry.id.clone())
                .collect()
        })
        .unwrap_or_default()
}

/// Selects an entry of the item looked at.
pub fn select(app: &mut App, entry: &EntryId) {
    if let Some(at) = entries(app).iter().position(|known| known == entry) {
        with(app, |state| state.listing_mut(Panel::Minutes).selected = at);
    }
}

/// Returns the entry selected.
///
/// # Errors
/// Why none is.
pub fn selected(app: &App) -> Result<&Entry, Why> {
    let (state, _, world) = seen(app)?;
    let item = state.item(world).ok_or(Why::Says(said::no_item))?;
    let at = state.listing(Panel::Minutes).selected;
    let entry = world.entries_of(&item.id).nth(at);
    entry.ok_or(Why::Says(said::no_entry))
}

/// Returns the command that takes the selected entry away.
///
/// # Errors
/// Why none is selected.
pub fn remove(app: &App) -> Result<Vec<Command>, Why> {
    Ok(vec![Command::Minutes(minutes::Command::Remove(
        selected(app)?.id.clone(),
    ))])
}

/// Returns the command that marks the selected speech as checked by its speaker, or takes the mark back.
///
/// # Errors
/// Why none is selected, or that it is no speech.
pub fn check(app: &App) -> Result<Vec<Command>, Why> {
    let entry = selected(app)?;
    match entry.kind {
        EntryKind::Speech { .. } => Ok(vec![Command::Minutes(minutes::Command::Check {
            entry: entry.id.clone(),
            checked: !entry.checked,
        })]),
        EntryKind::Written { .. } | EntryKind::Decision | EntryKind::Note => {
            Err(Why::Says(said::only_speeches_are_checked))
        }
    }
}

/// Opens the editor on the selected entry.
pub fn write(app: &mut App) {
    match selected(app).map(|entry| entry.id.clone()) {
        Ok(entry) => writing::open(app, &entry),
        Err(why) => app.explain(&why),
    }
}

/// Says whether the selected entry may be written.
///
/// # Errors
/// Why not.
pub fn can_write(app: &App) -> Result<(), Why> {
    let entry = selected(app)?;
    let write = minutes::Command::Write {
        entry: entry.id.clone(),
        words: entry.words.clone(),
    };
    Ok(super::desk(app)?.would(&[Command::Minutes(write)])?)
}

/// Says whether the stamp of the selected entry may still be mended.
///
/// # Errors
/// Why not.
pub fn can_restamp(app: &App) -> Result<(), Why> {
    let entry = selected(app)?;
    let restamp = minutes::Command::Restamp {
        entry: entry.id.clone(),
        kind: entry.kind.clone(),
        at: entry.at,
    };
    Ok(super::desk(app)?.would(&[Command::Minutes(restamp)])?)
}

/// Says whether an entry may be stamped.
///
/// # Errors
/// Why not.
pub fn can_stamp(app: &App) -> Result<(), Why> {
    let commands = stamp_command(app, &EntryId::from(""), EntryKind::Note)?;
    Ok(super::desk(app)?.would(&commands)?)
}

/// Looks at the item before or after the one looked at.
pub fn look(app: &mut App, ahead: bool) {
    writing::leave(app);
    let Ok((state, session, world)) = seen(app) else {
        return;
    };
    let items: Vec<_> = world
        .agenda(&session.id)
        .map(|item| item.id.clone())
        .collect();
    let here = state
        .item(world)
        .and_then(|item| items.iter().position(|id| *id == item.id))
        .unwrap_or(0);
    let there = if ahead {
        here + 1
    } else {
        here.saturating_sub(1)
    };
    let item = items.get(there.min(items.len().saturating_sub(1))).cloned();
    with(app, |state| {
        state.interrupted = None;
        state.looked_at = item;
        state.motion = None;
        state.listing_mut(Panel::Minutes).selected = 0;
    });
}
