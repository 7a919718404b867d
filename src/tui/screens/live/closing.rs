//! The closing panel: what is read aloud before 散会, and what is left to do after it.

use super::{desk, seen};
use crate::domain::Command;
use crate::domain::World;
use crate::domain::ids::{ItemId, SessionId};
use crate::domain::session::agenda::{self, Item, ItemState};
use crate::domain::session::minutes::{Entry, EntryKind};
use crate::domain::session::{self, Attendee, Plan, Session, SessionState};
use crate::domain::task::Task;
use crate::domain::vote::{Motion, MotionState};
use crate::i18n::live as words;
use crate::tui::action::Why;
use crate::tui::app::App;
use chrono::Months;

/// A line of the panel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Line<'a> {
    /// Over what was decided.
    DecidedHeader,
    /// A motion that was voted.
    Voted(&'a Motion),
    /// A decision taken down in words.
    Decision(&'a Entry),
    /// A follow-up with owner and date.
    Task(&'a Task),
    /// Over items left.
    ItemsHeader,
    /// An item that was not settled.
    Item(&'a Item),
    /// Over stamps without words.
    StampsHeader,
    /// An entry without words.
    Stamp(&'a Entry),
    /// Over people without a leaving time.
    PeopleHeader,
    /// A person still in the room.
    Person(&'a Attendee),
    /// Nothing is open.
    AllClear,
}

/// Returns the items that were not settled and were not carried yet.
pub fn left_over<'a>(world: &'a World, session: &SessionId) -> impl Iterator<Item = &'a Item> {
    let carried: Vec<&ItemId> = world
        .items
        .values()
        .filter_map(|item| item.carries.as_ref())
        .collect();
    world
        .agenda(session)
        .filter(|item| !matches!(item.state, ItemState::Done | ItemState::Withdrawn))
        .filter(move |item| !carried.contains(&&item.id))
        .collect::<Vec<_>>()
        .into_iter()
}

/// Returns the lines of the panel.
#[must_use]
pub fn lines<'a>(world: &'a World, session: &'a Session) -> Vec<Line<'a>> {
    let mut lines = vec![Line::DecidedHeader];
    for item in world.agenda(&session.id) {
        lines.extend(
            world
                .motions_of(&item.id)
                .filter(|motion| matches!(motion.state, MotionState::Announced { .. }))
                .map(Line::Voted),
        );
        lines.extend(
            world
                .entries_of(&item.id)
                .filter(|entry| entry.kind == EntryKind::Decision)
                .map(Line::Decision),
        );
    }
    lines.extend(world.tasks_of(&session.id).map(Line::Task));
    let mut section = |header: Line<'a>, found: Vec<Line<'a>>| {
        if !found.is_empty() {
            lines.push(header);
            lines.extend(found);
        }
    };
    section(
        Line::ItemsHeader,
        left_over(world, &session.id).map(Line::Item).collect(),
    );
    let stamps = world
        .agenda(&session.id)
        .flat_map(|item| world.entries_of(&item.id))
        .filter(|entry| entry.words.is_empty())
        .map(Line::Stamp)
        .collect();
    section(Line::StampsHeader, stamps);
    let people = session
        .roll
        .iter()
        .filter(|attendee| attendee.in_room())
        .map(Line::Person)
        .collect();
    section(Line::PeopleHeader, people);
    if lines.len() == 1 {
        lines.push(Line::AllClear);
    }
    lines
}

/// Carries what is left over into the next session, which is planned where there is none yet.
///
/// # Errors
/// Why there is nothing to carry.
pub fn carry(app: &App) -> Result<Vec<Command>, Why> {
    let (_, from, world) = seen(app)?;
    let desk = desk(app)?;
    let items: Vec<&Item> = left_over(world, &from.id).collect();
    if items.is_empty() {
        return Err(Why::Says(words::nothing_to_carry));
    }
    let mut commands = Vec::new();
    let next = world
        .sessions
        .values()
        .filter(|session| session.state == SessionState::Planned && session.date >= from.date)
        .min_by_key(|session| session.date)
        .map(|session| session.id.clone());
    let into = next.unwrap_or_else(|| {
        let id: SessionId = desk.new_id();
        commands.push(Command::Session(session::Command::Create {
            id: id.clone(),
            plan: Plan {
                kind: from.kind,
                ordinal: world.next_ordinal(from.kind),
                date: from
                    .date
                    .checked_add_months(Months::new(1))
                    .unwrap_or(from.date),
                start: from.start,
                place: from.place.clone(),
                chair: from.chair.clone(),
                recorder: from.recorder.clone(),
            },
            opening: opening(app, &id),
        }));
        id
    });
    for item in items {
        commands.push(Command::Agenda(agenda::Command::Carry {
            item: item.id.clone(),
            into: Item {
                id: desk.new_id(),
                session: into.clone(),
                late: carried_reason(app, &into),
                ..item.clone()
            },
        }));
    }
    Ok(commands)
}

/// An agenda whose notice is out wants a reason for what is added.
fn carried_reason(app: &App, into: &SessionId) -> Option<crate::domain::text::Line> {
    let world = app.desk.as_ref()?.world();
    world.session(into).ok()?.notice?;
    crate::domain::text::Line::new(words::carried_reason(app.language)).ok()
}

/// Makes the item every new agenda opens with: 上次议定事项落实情况.
#[must_use]
pub fn opening(app: &App, session: &SessionId) -> Option<Item> {
    let title = crate::domain::text::Line::new(words::opening_item(app.language)).ok()?;
    Some(Item {
        id: app.desk.as_ref()?.new_id(),
        session: session.clone(),
        position: 1,
        published_number: None,
        title,
        kind: agenda::ItemKind::Notice,
        planned: Some(10),
        presenter: None,
        villages: Vec::new(),
        late: None,
        state: ItemState::Pending,
        runs: Vec::new(),
        carries: None,
    })
}
