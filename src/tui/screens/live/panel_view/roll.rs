//! How the roll is drawn.

use super::super::{Panel, State, roll as rolls};
use super::draw_list;
use crate::domain::World;
use crate::domain::dates::Minute;
use crate::domain::session::attendance::{Attendance, Stay};
use crate::domain::session::{Attendee, Session};
use crate::i18n::{live as words, terms};
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::theme::Role;
use crate::tui::widgets::list::{Column, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the roll panel.
pub fn roll(
    state: &mut State,
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    area: Rect,
    buf: &mut Buffer,
) -> Caret {
    let language = glance.language;
    let rows: Vec<Row> = rolls::lines(session)
        .into_iter()
        .map(|line| match line {
            rolls::Line::Village(village) => Row::header(terms::village(language, world, village)),
            rolls::Line::Observers => Row::header(words::observers(language)),
            rolls::Line::Person(number, attendee) => {
                roll_row(glance, world, session, number, attendee)
            }
        })
        .collect();
    let columns = [
        Column::Number(2),
        Column::fitting(&rows, 1),
        Column::fitting(&rows, 2),
        Column::fitting(&rows, 3),
        Column::Flex(1),
    ];
    draw_list(state, Panel::Roll, glance, &columns, &rows, area, buf)
}

fn roll_row(
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    number: usize,
    attendee: &Attendee,
) -> Row {
    let language = glance.language;
    let person = &attendee.place.person;
    // 散会 gives everybody still there a leaving time; only an earlier one is worth a word.
    let stayed = attendee.there().is_some()
        || matches!(&attendee.attendance, Attendance::Attended { stays }
            if stays.last().map(|stay| stay.to) == Some(session.closed));
    let (mark, role) = match &attendee.attendance {
        Attendance::Unmarked => ("☐", Role::Normal),
        Attendance::Attended { .. } if stayed => ("✓", Role::Good),
        Attendance::Attended { .. } => ("◂", Role::Muted),
        Attendance::Excused { .. } => ("▪", Role::Warn),
        Attendance::Absent => ("✗", Role::Bad),
    };
    let status = match &attendee.attendance {
        Attendance::Excused { reason } => terms::excuse(language, reason).to_owned(),
        Attendance::Attended { .. } if !stayed => words::has_left(language).to_owned(),
        other => terms::attendance(language, other).to_owned(),
    };
    let mut more = Vec::new();
    if session.chair.as_ref() == Some(person) {
        more.push(words::chair(language).to_owned());
    }
    if session.recorder.as_ref() == Some(person) {
        more.push(words::recorder(language).to_owned());
    }
    if let Some(reason) = attendee.place.excluded {
        more.push(words::not_counted(
            language,
            terms::exclusion(language, reason),
        ));
    }
    if let Attendance::Attended { stays } = &attendee.attendance {
        more.extend(stays.iter().map(stay));
    }
    Row::new(vec![
        number.to_string(),
        terms::person(language, world, person).to_owned(),
        attendee.place.role.to_string(),
        format!("{mark} {status}"),
        more.join("  "),
    ])
    .role(role)
}

fn stay(stay: &Stay) -> String {
    let to = stay.to.map(Minute::clock).unwrap_or_default();
    format!("{}-{to}", stay.from.clock())
}
