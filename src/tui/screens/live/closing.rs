//! The closing panel: what is read aloud before 散会, and what is left to do after it.

use super::{Panel, desk, minutes, seen, with};
use crate::domain::Command;
use crate::domain::World;
use crate::domain::ids::{EntryId, ItemId, MotionId, SessionId, TaskId};
use crate::domain::session::agenda::{self, Item, ItemKind, ItemState, Late};
use crate::domain::session::minutes::{Entry, EntryKind};
use crate::domain::session::{self, Attendee, Plan, Session, SessionState};
use crate::domain::task::{self, Task};
use crate::domain::vote::{Due, Motion, MotionState, due};
use crate::i18n::{left, live as words, terms};
use crate::tui::action::Why;
use crate::tui::app::{App, Overlay};
use crate::tui::menus::{Choice, Menus};
use crate::tui::screens::plan::sheets::opening;
use chrono::Months;

/// A line of the panel.
#[derive(Debug, Clone, PartialEq)]
pub enum Line<'a> {
    /// Over what was decided.
    DecidedHeader,
    /// A motion that was voted, or agreed without a vote.
    Voted(&'a Motion),
    /// A decision taken down in words.
    Decision(&'a Entry),
    /// A follow-up with owner and date; those of a decision stand below it.
    Task(&'a Task),
    /// A decision that nobody carries out yet.
    NoFollowUp(task::Decision),
    /// Over follow-ups of no decision.
    OtherTasksHeader,
    /// Over items left.
    ItemsHeader,
    /// An item that was not settled.
    Item(&'a Item),
    /// Over ties whose path is not at its end.
    TiesHeader,
    /// A tie whose path is not at its end.
    Tied(&'a Motion),
    /// Over stamps without words.
    StampsHeader,
    /// An entry without words.
    Stamp(&'a Entry),
    /// Over people without a leaving time.
    PeopleHeader,
    /// A person still in the room.
    Person(&'a Attendee),
    /// Over items for a vote that ended without one.
    UnvotedHeader,
    /// An item for a vote that ended without one.
    Unvoted(&'a Item),
    /// Over speeches their speakers have not checked.
    UncheckedHeader,
    /// A speech its speaker has not checked.
    Unchecked(&'a Entry),
    /// Every word stands and is checked.
    Tidied,
    /// Nothing is open.
    AllClear,
}

/// Returns the items that were not settled, were not carried yet and not given up. A review of follow-ups is not among
/// them: the next agenda opens with its own.
pub fn left_over<'a>(world: &'a World, session: &SessionId) -> impl Iterator<Item = &'a Item> {
    let carried: Vec<&ItemId> = world
        .items
        .values()
        .filter_map(|item| item.carries.as_ref())
        .collect();
    world
        .agenda(session)
        .filter(|item| agenda::is_left_over(world, item))
        .filter(|item| item.kind != ItemKind::Review && item.dropped.is_none())
        .filter(move |item| !carried.contains(&&item.id))
        .collect::<Vec<_>>()
        .into_iter()
}

/// Returns the lines of the panel: what is read aloud before 散会, and after it what is to be tidied first.
#[must_use]
pub fn lines<'a>(world: &'a World, session: &'a Session) -> Vec<Line<'a>> {
    match session.state {
        SessionState::Closed => {
            let mut lines = tidying(world, session);
            if lines.is_empty() {
                lines.push(Line::Tidied);
            }
            lines.extend(decided(world, session));
            lines.extend(unsettled(world, session));
            lines
        }
        SessionState::Sealed => {
            let mut lines = decided(world, session);
            lines.extend(ties(world, session));
            let left = left_over(world, &session.id);
            section(&mut lines, Line::ItemsHeader, left.map(Line::Item));
            lines
        }
        SessionState::Planned
        | SessionState::Sitting
        | SessionState::Break
        | SessionState::Adjourned
        | SessionState::Lapsed => {
            let mut lines = decided(world, session);
            lines.extend(unsettled(world, session));
            let stamps = entries(world, session).filter(|entry| entry.words.is_empty());
            section(&mut lines, Line::StampsHeader, stamps.map(Line::Stamp));
            let people = session
                .roll
                .iter()
                .filter(|attendee| attendee.there().is_some());
            section(&mut lines, Line::PeopleHeader, people.map(Line::Person));
            lines
        }
    }
}

fn section<'a>(lines: &mut Vec<Line<'a>>, header: Line<'a>, found: impl Iterator<Item = Line<'a>>) {
    let mut found = found.peekable();
    if found.peek().is_some() {
        lines.push(header);
        lines.extend(found);
    }
}

fn entries<'a>(world: &'a World, session: &'a Session) -> impl Iterator<Item = &'a Entry> {
    world
        .agenda(&session.id)
        .flat_map(|item| world.entries_of(&item.id))
}

fn decided<'a>(world: &'a World, session: &'a Session) -> Vec<Line<'a>> {
    let mut lines = vec![Line::DecidedHeader];
    let mut named: Vec<&TaskId> = Vec::new();
    let mut with_follow_ups = |decision: task::Decision| {
        let tasks = decision.follow_ups(world, &session.id);
        named.extend(tasks.iter().map(|task| &task.id));
        if tasks.is_empty() {
            return vec![Line::NoFollowUp(decision)];
        }
        tasks.into_iter().map(Line::Task).collect()
    };
    for item in world.agenda(&session.id) {
        let settled = |motion: &&Motion| {
            matches!(
                motion.state,
                MotionState::Announced { .. } | MotionState::Agreed { .. }
            )
        };
        for motion in world.motions_of(&item.id).filter(settled) {
            lines.push(Line::Voted(motion));
            let decision = task::Decision::of_motion(motion);
            lines.extend(decision.into_iter().flat_map(&mut with_follow_ups));
        }
        for entry in world.entries_of(&item.id) {
            if entry.kind == EntryKind::Decision {
                lines.push(Line::Decision(entry));
                lines.extend(with_follow_ups(decision_of(entry)));
            }
        }
    }
    if lines.len() == 1 {
        lines.push(Line::AllClear);
    }
    let others = world.tasks_of(&session.id);
    let others = others.filter(|task| !named.contains(&&task.id));
    section(&mut lines, Line::OtherTasksHeader, others.map(Line::Task));
    lines
}

fn decision_of(entry: &Entry) -> task::Decision {
    task::Decision::Entry {
        entry: entry.id.clone(),
    }
}

/// Returns the ties that still ask for a step. What is owed another vote is among the items left.
fn ties<'a>(world: &'a World, session: &'a Session) -> Vec<Line<'a>> {
    let tied = |motion: &&Motion| {
        let due = due(motion);
        due.is_some_and(|due| matches!(due, Due::Tie(_)) && !due.is_a_vote())
    };
    let items = world.agenda(&session.id);
    let ties = items.flat_map(|item| world.motions_of(&item.id).filter(tied));
    let mut lines = Vec::new();
    section(&mut lines, Line::TiesHeader, ties.map(Line::Tied));
    lines
}

fn unsettled<'a>(world: &'a World, session: &'a Session) -> Vec<Line<'a>> {
    let mut lines = ties(world, session);
    let left = left_over(world, &session.id);
    section(&mut lines, Line::ItemsHeader, left.map(Line::Item));
    let voted = |item: &&Item| {
        world.motions_of(&item.id).any(|motion| {
            motion.result().is_some() || matches!(motion.state, MotionState::Agreed { .. })
        })
    };
    let unvoted = world
        .agenda(&session.id)
        .filter(|item| matches!(item.kind, ItemKind::Decision { .. }))
        .filter(|item| item.state == ItemState::Done && !voted(item));
    section(&mut lines, Line::UnvotedHeader, unvoted.map(Line::Unvoted));
    lines
}

fn tidying<'a>(world: &'a World, session: &'a Session) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    let stamps = entries(world, session).filter(|entry| entry.words.is_empty());
    section(&mut lines, Line::StampsHeader, stamps.map(Line::Stamp));
    let unchecked = entries(world, session)
        .filter(|entry| matches!(entry.kind, EntryKind::Speech { .. }))
        .filter(|entry| !entry.words.is_empty() && !entry.checked);
    section(
        &mut lines,
        Line::UncheckedHeader,
        unchecked.map(Line::Unchecked),
    );
    lines
}

/// Where a line of the panel leads.
pub enum Leads {
    /// To the minutes of an item, and there to an entry.
    Minutes(ItemId, Option<EntryId>),
    /// To a motion of an item.
    Vote(ItemId, MotionId),
    /// To the roll.
    Roll,
}

/// Returns where the selected line leads.
///
/// # Errors
/// That it leads nowhere.
pub fn leads(app: &App) -> Result<Leads, Why> {
    let (state, session, world) = seen(app)?;
    let at = state.listing(Panel::Closing).selected;
    let line = state.closing_rows.get(at).copied();
    let found = lines(world, session);
    match line.and_then(|line| found.get(line)) {
        Some(Line::Voted(motion) | Line::Tied(motion)) => {
            Ok(Leads::Vote(motion.item.clone(), motion.id.clone()))
        }
        Some(Line::Decision(entry) | Line::Stamp(entry) | Line::Unchecked(entry)) => {
            Ok(Leads::Minutes(entry.item.clone(), Some(entry.id.clone())))
        }
        Some(Line::Item(item) | Line::Unvoted(item)) => Ok(Leads::Minutes(item.id.clone(), None)),
        Some(Line::Person(_)) => Ok(Leads::Roll),
        _ => Err(Why::Says(words::leads_nowhere)),
    }
}

/// Returns the decision of the selected line.
///
/// # Errors
/// That it is none.
pub fn decision(app: &App) -> Result<task::Decision, Why> {
    let (state, session, world) = seen(app)?;
    let at = state.listing(Panel::Closing).selected;
    let line = state.closing_rows.get(at).copied();
    let found = lines(world, session);
    let decision = match line.and_then(|line| found.get(line)) {
        Some(Line::Voted(motion)) => task::Decision::of_motion(motion),
        Some(Line::Decision(entry)) => Some(decision_of(entry)),
        Some(Line::NoFollowUp(decision)) => Some(decision.clone()),
        _ => None,
    };
    decision.ok_or(Why::Says(words::no_decision_here))
}

/// Returns the motion of the selected line.
///
/// # Errors
/// Why no list is seen.
pub fn motion(app: &App) -> Result<Option<&Motion>, Why> {
    let (state, session, world) = seen(app)?;
    let at = state.listing(Panel::Closing).selected;
    let line = state.closing_rows.get(at).copied();
    let mut found = lines(world, session);
    let line = line.filter(|line| *line < found.len());
    Ok(match line.map(|line| found.swap_remove(line)) {
        Some(Line::Voted(motion) | Line::Tied(motion)) => Some(motion),
        _ => None,
    })
}

/// Returns the item that the session left over, where the selected line is one.
///
/// # Errors
/// That it is none.
pub fn item(app: &App) -> Result<&Item, Why> {
    let (state, session, world) = seen(app)?;
    let at = state.listing(Panel::Closing).selected;
    let line = state.closing_rows.get(at).copied();
    let found = lines(world, session);
    match line.and_then(|line| found.get(line)) {
        Some(Line::Item(item)) => Ok(*item),
        _ => Err(Why::Says(left::drop_none)),
    }
}

/// Goes where the selected line leads.
pub fn go(app: &mut App) {
    let leads = match leads(app) {
        Ok(leads) => leads,
        Err(why) => return app.explain(&why),
    };
    let (panel, item, motion, entry) = match leads {
        Leads::Minutes(item, entry) => (Panel::Minutes, Some(item), None, entry),
        Leads::Vote(item, motion) => (Panel::Vote, Some(item), Some(motion), None),
        Leads::Roll => (Panel::Roll, None, None, None),
    };
    with(app, |state| {
        state.panel = panel;
        state.looked_at = item;
        state.motion = motion;
    });
    if let Some(entry) = entry {
        minutes::select(app, &entry);
    }
}

/// Closes the session: 散会. Items that were not taken up do not stand in the way.
///
/// # Errors
/// Why it cannot be.
pub fn close(app: &App) -> Result<Vec<Command>, Why> {
    let (_, from, _) = seen(app)?;
    Ok(vec![Command::Session(session::Command::Close {
        id: from.id.clone(),
        at: super::paper::moment(app)?,
    })])
}

/// Returns the items that may be carried: what is left over, and of a sealed session what waits for a vote or
/// has no matter that would lead to it.
fn to_carry(app: &App) -> Result<Vec<Item>, Why> {
    let (_, from, world) = seen(app)?;
    if from.state != SessionState::Sealed {
        return Ok(left_over(world, &from.id).cloned().collect());
    }
    let waiting = desk(app)?.filed_to_carry().unwrap_or_default().into_iter();
    let of_it =
        waiting.filter(|(motion, item)| [&motion.session, &item.session].contains(&&from.id));
    let mut items: Vec<Item> = Vec::new();
    for (_, item) in of_it {
        if items.iter().all(|it| it.id != item.id) {
            items.push(item);
        }
    }
    let left = desk(app)?.left_behind().unwrap_or_default().into_iter();
    let of_it = left.filter(|(item, _)| item.session == from.id);
    items.extend(of_it.map(|(item, _)| item));
    Ok(items)
}

/// Says whether anything is left to carry.
///
/// # Errors
/// That nothing is.
pub fn can_carry(app: &App) -> Result<(), Why> {
    match to_carry(app)?.is_empty() {
        false => Ok(()),
        true => Err(Why::Says(words::nothing_to_carry)),
    }
}

/// Carries what is left over into the next session; where none is planned, offers to plan one.
pub fn carry(app: &mut App) {
    let done = next_session(app).and_then(|next| match next {
        Some(next) => carried(app, &next).map(|commands| (commands, None)),
        None => planned(app).map(|(plan, commands)| (commands, Some(plan))),
    });
    match done {
        Ok((commands, None)) => {
            app.record(&commands);
        }
        Ok((commands, Some(plan))) => ask_to_plan(app, &plan, commands),
        Err(why) => app.explain(&why),
    }
}

/// Returns the next session of the same kind that is planned, else the next of any kind.
fn next_session(app: &App) -> Result<Option<SessionId>, Why> {
    let (_, from, world) = seen(app)?;
    let planned = world
        .sessions
        .values()
        .filter(|session| session.state == SessionState::Planned && session.date >= from.date);
    let next = planned.min_by_key(|it| (it.kind != from.kind, it.date, it.id.clone()));
    Ok(next.map(|session| session.id.clone()))
}

fn carried(app: &App, into: &SessionId) -> Result<Vec<Command>, Why> {
    let desk = desk(app)?;
    let late = carried_late(app, into);
    let carry = |item: &Item| {
        Command::Agenda(agenda::Command::Carry {
            item: item.id.clone(),
            into: Item {
                id: desk.new_id(),
                session: into.clone(),
                late: late.clone(),
                ..item.clone()
            },
        })
    };
    Ok(to_carry(app)?.iter().map(carry).collect())
}

/// Proposes the next session of the same kind, a month on, with what is left over on its agenda.
fn planned(app: &App) -> Result<(Plan, Vec<Command>), Why> {
    let (_, from, world) = seen(app)?;
    let id: SessionId = desk(app)?.new_id();
    let plan = Plan {
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
    };
    let create = session::Command::Create {
        id: id.clone(),
        plan: plan.clone(),
        opening: app.desk.as_ref().and_then(|desk| opening(desk, &id)),
    };
    let mut commands = vec![Command::Session(create)];
    commands.extend(carried(app, &id)?);
    Ok((plan, commands))
}

fn ask_to_plan(app: &mut App, plan: &Plan, commands: Vec<Command>) {
    let language = app.language;
    let again = {
        let (plan, commands) = (plan.clone(), commands.clone());
        move |app: &mut App| ask_to_plan(app, &plan, commands.clone())
    };
    let mut name = Session::new(SessionId::from(""), plan.kind, plan.ordinal, plan.date);
    name.start = plan.start;
    let name = terms::session_name(language, &name);
    let day = terms::date(language, plan.date);
    let plan: Choice = (
        words::carry_plan(language, name, day),
        Box::new(move |app: &mut App| {
            app.record(&commands);
        }),
    );
    let leave: Choice = (
        words::carry_not_yet(language).to_owned(),
        Box::new(|_: &mut App| {}),
    );
    let title = words::carry_where(language);
    let menu = Menus::choice(title, vec![plan, leave], again);
    app.overlay = Some(Overlay::Menu(menu));
}

/// An agenda whose notice is out wants a reason for what is added.
fn carried_late(app: &App, into: &SessionId) -> Option<Late> {
    let world = app.desk.as_ref()?.world();
    world.session(into).ok()?.notice.as_ref()?;
    let reason = crate::domain::text::Line::new(words::carried_reason(app.language));
    reason.ok().map(Late::before)
}
