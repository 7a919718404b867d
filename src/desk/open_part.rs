//! Reading the world: from the rows what is open, from the journal what it ought to be.

use super::DeskError;
use super::line::Act;
use crate::domain::entity::{Entity, Key, Kind, Root};
use crate::domain::ids::SessionId;
use crate::domain::session::{SessionKind, SessionState};
use crate::domain::task::Task;
use crate::domain::{World, apply};
use crate::store::check::{Damage, Mismatch, check};
use crate::store::doubt::Filed;
use crate::store::query::OPEN_TASKS;
use crate::store::{Row, RowChange, Store, Table};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The states in which a session is open and held in memory.
const OPEN: [SessionState; 6] = [
    SessionState::Planned,
    SessionState::Sitting,
    SessionState::Break,
    SessionState::Adjourned,
    SessionState::Lapsed,
    SessionState::Closed,
];

/// Returns the table in which entities of a kind have their rows.
pub fn table(kind: Kind) -> Table {
    match kind {
        Kind::Committee => Table::Committee,
        Kind::Village => Table::Village,
        Kind::Person => Table::Person,
        Kind::Seat => Table::Seat,
        Kind::Rule => Table::Rule,
        Kind::Session => Table::Session,
        Kind::Item => Table::Item,
        Kind::Motion => Table::Motion,
        Kind::Entry => Table::Entry,
        Kind::Correction => Table::Correction,
        Kind::Task => Table::Task,
        Kind::Template => Table::Template,
        Kind::Matter => Table::Matter,
        Kind::Posting => Table::Posting,
        Kind::Ledger => Table::Ledger,
    }
}

/// The kinds that belong to a session.
const OF_A_SESSION: [Kind; 4] = [Kind::Item, Kind::Motion, Kind::Entry, Kind::Correction];

/// Reads everything that is open.
///
/// # Errors
/// Where the file cannot be read, or a row is not what its table asks for.
pub fn load(store: &Store) -> Result<World, DeskError> {
    let mut world = World::default();
    for kind in [
        Kind::Committee,
        Kind::Village,
        Kind::Person,
        Kind::Seat,
        Kind::Rule,
        Kind::Template,
    ] {
        put_rows(&mut world, kind, store.load_all(table(kind))?)?;
    }
    for state in OPEN {
        put_rows(
            &mut world,
            Kind::Session,
            store.load_where_state(Table::Session, word(state))?,
        )?;
    }
    let sessions: Vec<SessionId> = world.sessions.keys().cloned().collect();
    for session in &sessions {
        put_children(&mut world, store, session)?;
    }
    put_open_tasks(&mut world, store)?;
    for kind in [Kind::Matter, Kind::Posting] {
        put_rows(
            &mut world,
            kind,
            store.load_where_state(table(kind), "open")?,
        )?;
    }
    world.matter_numbers = store.highest_closed_matters()?;
    for kind in SessionKind::ALL {
        let highest = store.highest_filed(kind_word(kind))?;
        if highest > 0 {
            world
                .ordinals
                .insert(kind, u32::try_from(highest).unwrap_or(u32::MAX));
        }
    }
    Ok(world)
}

/// Fetches into the world what a command or a screen needs and that is not open.
///
/// # Errors
/// Where the file cannot be read. What is not there is simply not fetched.
pub fn fetch(world: &mut World, store: &Store, root: &Root) -> Result<(), DeskError> {
    match root {
        Root::Roster => Ok(()),
        Root::Task(id) if world.tasks.contains_key(id) => Ok(()),
        Root::Task(id) => put_one(world, store, Kind::Task, id.as_str()),
        Root::Matter(id) if world.matters.contains_key(id) => Ok(()),
        Root::Matter(id) => put_one(world, store, Kind::Matter, id.as_str()),
        Root::Posting(id) if world.postings.contains_key(id) => Ok(()),
        Root::Posting(id) => put_one(world, store, Kind::Posting, id.as_str()),
        Root::Ledger(id) if world.ledger.contains_key(id) => Ok(()),
        Root::Ledger(id) => put_one(world, store, Kind::Ledger, id.as_str()),
        Root::Session(id) if world.sessions.contains_key(id) => Ok(()),
        Root::Session(id) => {
            put_one(world, store, Kind::Session, id.as_str())?;
            put_children(world, store, id)
        }
    }
}

/// Puts in what is of a session. What is there already stays: a command before this one in the same transaction may
/// have changed it, and no row says so yet.
pub(super) fn put_children(
    world: &mut World,
    store: &Store,
    session: &SessionId,
) -> Result<(), DeskError> {
    for kind in OF_A_SESSION.into_iter().chain([Kind::Task]) {
        let mut rows = store.load_where_session(table(kind), session.as_str())?;
        rows.retain(|row| {
            let id = row.id.clone();
            world.entity(&Key { kind, id }).is_none()
        });
        put_rows(world, kind, rows)?;
    }
    Ok(())
}

fn put_one(world: &mut World, store: &Store, kind: Kind, id: &str) -> Result<(), DeskError> {
    if let Some(body) = store.load(table(kind), id)? {
        put_rows(
            world,
            kind,
            vec![Row {
                id: id.to_owned(),
                body,
            }],
        )?;
    }
    Ok(())
}

pub(super) fn put_rows(world: &mut World, kind: Kind, rows: Vec<Row>) -> Result<(), DeskError> {
    for row in rows {
        let entity = Entity::read(kind, &row.body).map_err(|_| DeskError::Row {
            table: table(kind),
            id: row.id,
        })?;
        world.put(entity);
    }
    Ok(())
}

/// Puts the open follow-ups in, read straight from the text: there may be a hundred thousand, and read by way of
/// values as everything else is they would be what a start waits for.
fn put_open_tasks(world: &mut World, store: &Store) -> Result<(), DeskError> {
    let mut tasks = Vec::new();
    store.each_open_task(|id, body| {
        let task: Task = serde_json::from_str(body).map_err(|_| DeskError::Row {
            table: Table::Task,
            id: id.to_owned(),
        })?;
        tasks.push((task.id.clone(), Arc::new(task)));
        Ok::<_, DeskError>(())
    })?;
    world.tasks.extend(tasks);
    Ok(())
}

fn word(state: SessionState) -> &'static str {
    match state {
        SessionState::Planned => "planned",
        SessionState::Sitting => "sitting",
        SessionState::Break => "break",
        SessionState::Adjourned => "adjourned",
        SessionState::Lapsed => "lapsed",
        SessionState::Closed => "closed",
        SessionState::Sealed => "sealed",
    }
}

/// Returns the word by which the rows know a kind of session.
pub fn kind_word(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Regular => "regular",
        SessionKind::Special => "special",
        SessionKind::Urgent => "urgent",
    }
}

/// Replays from the journal what is about some roots, up to but not including `before`.
///
/// # Errors
/// Where the journal cannot be read.
pub fn replay(store: &Store, roots: &BTreeSet<Root>, before: u64) -> Result<World, DeskError> {
    let mut lines = std::collections::BTreeMap::new();
    for root in roots {
        for line in store.read_about(&root.key())? {
            if line.seq < before {
                lines.insert(line.seq, line.bytes);
            }
        }
    }
    let mut world = World::default();
    for (seq, bytes) in lines {
        let act = Act::read(&bytes).map_err(|_| DeskError::Line { seq })?;
        for event in act
            .events
            .iter()
            .filter(|event| event.root().is_some_and(|root| roots.contains(&root)))
        {
            apply(&mut world, event);
        }
    }
    Ok(world)
}

/// Compares what is open in the rows with what the journal says it ought to be.
///
/// # Errors
/// [`Damage`] that names the rows that differ.
pub fn compare_open(store: &Store) -> Result<(), Damage> {
    // Rows of another making are made anew before they are used.
    if store.is_stale() {
        return Ok(());
    }
    let mut rows = load(store).map_err(damage)?;
    let mut roots = in_doubt(store).map_err(damage)?;
    for root in &roots {
        fetch(&mut rows, store, root).map_err(damage)?;
    }
    // A row that is gone names no root, so the roster and what is in doubt are asked for by name.
    roots.insert(Root::Roster);
    roots.extend(rows.entities().map(|entity| entity.root()));
    let ought = replay(store, &roots, u64::MAX).map_err(damage)?;
    differences(&rows, &ought)
}

/// What puts a thing back as it stood, open or not.
const RESTORED: &str = "\"undo.restored\"";

/// Returns the sessions, follow-ups, matters and postings whose rows are gone, unreadable or filed without a word.
fn in_doubt(store: &Store) -> Result<BTreeSet<Root>, DeskError> {
    let sessions = store.in_doubt(&Filed {
        table: Table::Session,
        prefix: "session:",
        open: &["planned", "sitting", "break", "closed"],
        state: "sealed",
        files: &["\"session.sealed\"", "\"session.taken_in\""],
        opens: &[RESTORED],
    })?;
    let tasks = store.in_doubt(&Filed {
        table: Table::Task,
        prefix: "task:",
        open: OPEN_TASKS,
        state: "closed",
        files: &[
            r#""task":"{id}","step":{"is":"signed""#,
            r#""task":"{id}","step":{"is":"settled""#,
        ],
        opens: &[r#""task":"{id}","step":{"is":"reopened""#, RESTORED],
    })?;
    let matters = store.in_doubt(&Filed {
        table: Table::Matter,
        prefix: "matter:",
        open: &["open"],
        state: "closed",
        files: &[
            r#""matter":"{id}","step":{"what":"filed""#,
            r#""matter":"{id}","step":{"what":{"filed_without""#,
            r#""matter":"{id}","step":{"what":{"withdrawn""#,
            r#""matter":"{id}","step":{"what":{"handed_back""#,
            r#""matter":"{id}","step":{"what":{"merged_into""#,
        ],
        opens: &[r#""matter":"{id}","step":{"what":{"reopened""#, RESTORED],
    })?;
    let postings = store.in_doubt(&Filed {
        table: Table::Posting,
        prefix: "posting:",
        open: &["open"],
        state: "closed",
        files: &[r#""t":"board.settled","posting":"{id}""#],
        opens: &[RESTORED],
    })?;
    let sessions = sessions.into_iter().map(|id| Root::Session(id.into()));
    let matters = matters.into_iter().map(|id| Root::Matter(id.into()));
    let postings = postings.into_iter().map(|id| Root::Posting(id.into()));
    let tasks = tasks.into_iter().map(|id| Root::Task(id.into()));
    Ok(sessions
        .chain(tasks)
        .chain(matters)
        .chain(postings)
        .collect())
}

/// Writes every row anew from the journal, as a program that projects otherwise must.
///
/// A file that does not hold together is left as it is: the checks at start will say so.
///
/// # Errors
/// Where the file cannot be read or written, or a line is not an act.
pub fn rebuild(store: &mut Store) -> Result<(), DeskError> {
    match check(store.path(), |_| Ok(())) {
        Ok(_) => {}
        Err(Damage::Unread(error)) => return Err(error.into()),
        Err(_) => return Ok(()),
    }
    store.rebuild(|rebuild| {
        let mut world = World::default();
        rebuild.each_line::<DeskError>(1, |line| {
            let act = Act::read(&line.bytes).map_err(|_| DeskError::Line { seq: line.seq })?;
            act.events.iter().for_each(|event| apply(&mut world, event));
            Ok(())
        })?;
        let rows = world
            .changes_since(&World::default())
            .into_iter()
            .map(row_change)
            .collect::<Result<Vec<_>, _>>()?;
        Ok(rebuild.save(&rows)?)
    })
}

/// Returns what becomes of the row of an entity.
///
/// # Errors
/// Only where an entity could not be written as JSON, which none holds.
pub fn row_change((key, entity): (Key, Option<Entity>)) -> Result<RowChange, DeskError> {
    let body = entity.map(|entity| entity.body()).transpose()?;
    Ok(RowChange {
        table: table(key.kind),
        id: key.id,
        body,
    })
}

/// Compares every row with a replay of the whole journal; rows of another making are made anew before they are
/// used, so the journal is replayed and they are left be.
///
/// # Errors
/// [`Damage`] that names the rows that differ.
pub fn compare_all(store: &Store) -> Result<(), Damage> {
    let mut rows = World::default();
    if !store.is_stale() {
        for &kind in Kind::ALL {
            put_rows(&mut rows, kind, store.load_all(table(kind))?).map_err(damage)?;
        }
    }
    let mut ought = World::default();
    store.each_line::<Damage>(1, |line| {
        let act = Act::read(&line.bytes).map_err(|_| Damage::Line { seq: line.seq })?;
        act.events.iter().for_each(|event| apply(&mut ought, event));
        Ok(())
    })?;
    if store.is_stale() {
        return Ok(());
    }
    differences(&rows, &ought)
}

fn differences(rows: &World, ought: &World) -> Result<(), Damage> {
    let rows: Vec<Mismatch> = ought
        .changes_since(rows)
        .into_iter()
        .map(|(key, _)| Mismatch {
            table: table(key.kind),
            id: key.id,
        })
        .collect();
    if rows.is_empty() {
        Ok(())
    } else {
        Err(Damage::Rows { rows })
    }
}

fn damage(error: DeskError) -> Damage {
    match error {
        DeskError::Store(error) => Damage::Unread(error),
        DeskError::Line { seq } => Damage::Line { seq },
        DeskError::Row { table, id } => Damage::Rows {
            rows: vec![Mismatch { table, id }],
        },
        _ => Damage::Rows { rows: Vec::new() },
    }
}
