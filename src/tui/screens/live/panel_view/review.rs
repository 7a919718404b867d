//! How the follow-ups that a session goes through are drawn: how many by urgency, a row each, and the
//! selected one with its history.

use super::super::{Panel, State};
use super::draw_list;
use super::minutes::titled;
use crate::domain::World;
use crate::domain::task::Task;
use crate::domain::task::review::by_light;
use crate::i18n::{Language, clocks, follow_ups, review as words, terms};
use crate::tui::action::key_of;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::screens::shades;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::line;
use crate::tui::widgets::list::{Column, Row};
use crate::tui::widgets::popup;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The width from which the last step of each has a column of its own.
const WITH_LAST: u16 = 68;

/// Draws the follow-ups that the item looked at goes through.
pub fn review(
    state: &mut State,
    glance: Glance<'_>,
    world: &World,
    listed: &[&Task],
    today: NaiveDate,
    area: Rect,
    buf: &mut Buffer,
) -> Caret {
    let language = glance.language;
    let counts = by_light(listed.iter().copied(), today);
    let title = state.item(world).map(|item| titled(language, item));
    let mut said = vec![
        (Role::Title, title.unwrap_or_default()),
        (Role::Normal, follow_ups::counts(language, &counts)),
    ];
    let carried = state.carried.as_ref().map(|carried| {
        let day = terms::short_date(language, carried.since, today);
        let (ended, votes) = (carried.ended.len(), carried.votes());
        let key = key_of("review.report");
        words::carried(language, day, ended, votes, key)
    });
    // Its end says what the key does, so it is wrapped and not cut.
    let carried = carried.iter();
    let lines = carried.flat_map(|words| text::wrap(words, area.width));
    said.extend(lines.map(|words| (Role::Normal, words)));
    for (y, (role, words)) in (area.top()..area.bottom()).zip(&said) {
        let at = Rect {
            y,
            height: 1,
            ..area
        };
        line::toast(at, buf, glance.theme, *role, words);
    }
    let head = area.height.min(u16::try_from(said.len()).unwrap_or(2));
    let below = Rect {
        y: area.y + head,
        height: area.height - head,
        ..area
    };
    if listed.is_empty() {
        let said = words::nothing_to_review(language);
        line::toast(below, buf, glance.theme, Role::Muted, said);
        return Caret::block(below.x, below.y).within(area);
    }
    let low = if below.height < 8 {
        0
    } else {
        below.height * 2 / 5
    };
    let upper = Rect {
        height: below.height - low,
        ..below
    };
    let with_last = area.width >= WITH_LAST;
    let row = |task: &&Task| row(language, world, task, today, with_last);
    let rows: Vec<Row> = listed.iter().map(row).collect();
    let mut columns = vec![
        Column::Flex(1),
        Column::fitting(&rows, 1),
        Column::fitting(&rows, 2),
    ];
    columns.extend(with_last.then(|| Column::fitting(&rows, 3)));
    let caret = draw_list(state, Panel::Review, glance, &columns, &rows, upper, buf);
    let lower = Rect {
        y: upper.bottom(),
        height: low,
        ..below
    };
    if let Some(task) = listed.get(state.listing(Panel::Review).selected) {
        in_full(glance, world, task, today, lower, buf);
    }
    caret
}

fn row(language: Language, world: &World, task: &Task, today: NaiveDate, with_last: bool) -> Row {
    let left = follow_ups::left(language, task, today);
    let light = task.light(today);
    let left = if left.is_empty() {
        terms::light(language, light).to_owned()
    } else {
        left
    };
    let mut cells = vec![
        task.what.to_string(),
        follow_ups::owner(language, world, task).to_owned(),
        left,
    ];
    if with_last {
        let last = task.history.last().map(|step| {
            let on = terms::short_date(language, step.on(), today);
            let on = clocks::day(language, on, task.step_doubted(step, None));
            words::last_step(language, on, follow_ups::step_name(language, step))
        });
        cells.push(last.unwrap_or_default());
    }
    Row::new(cells).role(shades::of(light))
}

/// Draws the selected one whole: the facts, then its history, the latest first.
fn in_full(
    glance: Glance<'_>,
    world: &World,
    task: &Task,
    today: NaiveDate,
    area: Rect,
    buf: &mut Buffer,
) {
    if area.is_empty() {
        return;
    }
    let language = glance.language;
    let inside = popup::framed(area, buf, task.what.as_str(), glance.theme);
    let mut said = vec![
        follow_ups::facts(language, world, task),
        follow_ups::more(language, world, task, today),
    ];
    said.extend(follow_ups::parts(language, world, task, today));
    let history = follow_ups::history(language, world, task, today);
    said.extend(history.into_iter().rev());
    let lines = said
        .iter()
        .flat_map(|words| text::wrap(words, inside.width));
    for (y, words) in (inside.top()..inside.bottom()).zip(lines) {
        let style = glance.theme.style(Role::Normal);
        text::put(buf, inside.x, y, inside.width, &words, style);
    }
}
