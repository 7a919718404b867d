//! How the list to read aloud is drawn.

use super::super::{Panel, State, closing as closings};
use super::draw_list;
use super::minutes::entry_label;
use crate::domain::World;
use crate::domain::session::{Session, SessionState, agenda};
use crate::domain::task::{Task, TaskState};
use crate::domain::vote::due;
use crate::domain::vote::follow::may_be_taken;
use crate::i18n::{left, live as words, sequel, sequels, slates, terms};
use crate::tui::action::key_of;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::list::{Column, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the closing panel.
pub fn closing(
    state: &mut State,
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    area: Rect,
    buf: &mut Buffer,
) -> Caret {
    let room = area.width.saturating_sub(2);
    let lines = closings::lines(world, session).into_iter();
    let unbroken: Vec<Row> = lines
        .map(|line| closing_row(glance, world, session, line, room))
        .collect();
    // How it ended is never cut, and what is read aloud breaks before it.
    let ends = unbroken.iter().filter_map(|row| row.cells.get(1));
    let ends = ends.map(|end| text::width(end)).max().unwrap_or(0);
    let ends = ends.min(room / 2);
    let mut rows = Vec::new();
    state.closing_rows.clear();
    for (at, row) in unbroken.into_iter().enumerate() {
        let found = wrapped(row, room, ends);
        state
            .closing_rows
            .extend(std::iter::repeat_n(at, found.len()));
        rows.extend(found);
    }
    let columns = [Column::Flex(1), Column::Fixed(ends)];
    draw_list(state, Panel::Closing, glance, &columns, &rows, area, buf)
}

/// Breaks a row into lines: what is read aloud stands in full.
fn wrapped(mut row: Row, room: u16, ends: u16) -> Vec<Row> {
    if row.header {
        return vec![row];
    }
    let alone = row.cells.get(1).is_none_or(String::is_empty);
    if alone {
        row.cells.truncate(1);
    }
    let first = row.cells.first().cloned().unwrap_or_default();
    // The second column, and the blanks between the two.
    let narrow = room.saturating_sub(ends + 2);
    let mut lines = text::wrap(&first, if alone { room } else { narrow }).into_iter();
    let role = row.role;
    if let (Some(cell), Some(line)) = (row.cells.first_mut(), lines.next()) {
        *cell = line;
    }
    let rest = lines
        .map(|line| Row::continued(&line, role))
        .collect::<Vec<_>>();
    std::iter::once(row).chain(rest).collect()
}

fn one_line(text: &str) -> String {
    text.lines().collect::<Vec<_>>().join(" ")
}

fn closing_row(
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    line: closings::Line<'_>,
    room: u16,
) -> Row {
    let language = glance.language;
    let alone = |words: &str| Row::new(vec![words.to_owned()]);
    let over = session.state >= SessionState::Closed;
    match line {
        closings::Line::DecidedHeader if over => Row::header(words::closing_was_decided(language)),
        closings::Line::DecidedHeader => Row::header(words::closing_decided(language)),
        closings::Line::ItemsHeader if session.state == SessionState::Sealed => {
            Row::header(left::header(language))
        }
        closings::Line::ItemsHeader => Row::header(words::closing_items(language)),
        closings::Line::TiesHeader => Row::header(&words::closing_ties(
            language,
            key_of("closing.go"),
            key_of("closing.next"),
        )),
        closings::Line::StampsHeader => Row::header(words::closing_stamps(language)),
        closings::Line::PeopleHeader => Row::header(words::closing_people(language)),
        closings::Line::UnvotedHeader => Row::header(words::closing_unvoted(language)),
        closings::Line::UncheckedHeader => Row::header(words::closing_unchecked(language)),
        closings::Line::OtherTasksHeader => Row::header(words::closing_other_tasks(language)),
        // Of a sealed session none is entered here any more.
        closings::Line::NoFollowUp(_) if session.state == SessionState::Sealed => {
            alone(&words::no_follow_up_sealed(language, key_of("tasks.new"))).role(Role::Warn)
        }
        closings::Line::NoFollowUp(_) => {
            alone(&words::no_follow_up(language, key_of("closing.task"))).role(Role::Warn)
        }
        closings::Line::AllClear => alone(words::closing_nothing(language)),
        closings::Line::Tidied => alone(words::closing_tidied(language)).role(Role::Good),
        closings::Line::Voted(motion) => {
            let short = || sequels::standing_here(language, world, motion).to_owned();
            let outcome = slates::standing_whole(language, motion).unwrap_or_else(short);
            Row::new(vec![one_line(motion.wording()), outcome])
        }
        closings::Line::Tied(motion) => {
            let next = due(motion).map(|next| match may_be_taken(next, session.state) {
                true => sequel::home_due(language, sequels::due_name(language, next)),
                false => sequel::home_in_room(language, sequels::due_name(language, next)),
            });
            let cells = vec![one_line(motion.wording()), next.unwrap_or_default()];
            Row::new(cells).role(Role::Warn)
        }
        closings::Line::Decision(entry) => alone(&one_line(entry.words.as_str())),
        closings::Line::Task(task) => task_row(glance, world, task),
        closings::Line::Item(item) | closings::Line::Unvoted(item) => Row::new(vec![
            words::item_left(
                language,
                terms::item_number(language, item),
                item.title.as_str(),
            ),
            match agenda::owed(world, &item.id) {
                Some(due) => sequel::home_due(language, sequels::due_name(language, due)),
                None => sequels::left_as(language, world, item),
            },
        ])
        .role(Role::Warn),
        closings::Line::Stamp(entry) => {
            let label = entry_label(glance, world, entry);
            alone(&words::stamp_left(language, entry.at.clock(), label)).role(Role::Warn)
        }
        closings::Line::Unchecked(entry) => {
            let label = entry_label(glance, world, entry);
            let stamp = words::stamp_left(language, entry.at.clock(), label);
            let said = one_line(entry.words.as_str());
            alone(&text::fit(&format!("{stamp}  {said}"), room)).role(Role::Warn)
        }
        closings::Line::Person(attendee) => {
            alone(terms::person(language, world, &attendee.place.person))
        }
    }
}

fn task_row(glance: Glance<'_>, world: &World, task: &Task) -> Row {
    let language = glance.language;
    if task.state != TaskState::Open {
        let what = words::follow_up(language, task.what.as_str());
        return Row::new(vec![
            what,
            terms::task_state(language, task.state).to_owned(),
        ]);
    }
    let owner = task
        .owner
        .as_ref()
        .map_or(words::no_owner(language), |owner| {
            terms::person(language, world, owner)
        });
    let due = task.due.map_or_else(
        || words::no_date(language).to_owned(),
        |due| match glance.desk {
            Some(desk) => terms::short_date(language, due, desk.today()),
            None => terms::date(language, due),
        },
    );
    let role = if task.owner.is_none() || task.due.is_none() {
        Role::Warn
    } else {
        Role::Normal
    };
    Row::new(vec![
        words::follow_up(language, task.what.as_str()),
        words::owner_and_date(language, due, owner),
    ])
    .role(role)
}
