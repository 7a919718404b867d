//! How the agenda is drawn, as a panel and beside another one.

use super::super::{Panel, State};
use crate::domain::World;
use crate::domain::dates::Minute;
use crate::domain::session::Session;
use crate::domain::session::agenda::{Item, ItemState};
use crate::domain::session::attendance::minutes_spent;
use crate::i18n::{lates, lefts, live as words, terms};
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::list::{self, Column, Lines, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn item_row(glance: Glance<'_>, item: &Item, now: Minute) -> Row {
    let language = glance.language;
    let spent = minutes_spent(&item.runs, now);
    let spent = spent.filter(|_| !item.runs.is_empty());
    let time = match (item.planned, spent) {
        (Some(planned), None) => words::minutes_planned(language, planned),
        (Some(planned), Some(spent)) => words::minutes_of(language, spent, planned),
        (None, Some(spent)) => words::minutes_spent(language, spent),
        (None, None) => String::new(),
    };
    let role = match item.state {
        _ if item.dropped.is_some() => Role::Muted,
        ItemState::Running => Role::Title,
        ItemState::Done | ItemState::Withdrawn | ItemState::Deferred => Role::Muted,
        ItemState::Pending | ItemState::Paused => Role::Normal,
    };
    let late = item.late.as_ref();
    let late = late.map_or("", |late| lates::mark(language, late));
    Row::new(vec![
        item_mark(item).to_owned(),
        item.position.to_string(),
        terms::item_kind(language, &item.kind).to_owned(),
        format!("{late}{}", item.title),
        lefts::state(language, item).to_owned(),
        time,
    ])
    .role(role)
}

/// Draws the agenda panel.
pub fn agenda(
    state: &mut State,
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    area: Rect,
    buf: &mut Buffer,
) -> Caret {
    let now = glance.desk.map_or(
        Minute::on(session.date, chrono::NaiveTime::MIN),
        crate::desk::Desk::minute,
    );
    let (language, items) = (glance.language, world.agenda(&session.id));
    let items: Vec<&Item> = items.collect();
    let kinds = items.iter().map(|it| terms::item_kind(language, &it.kind));
    let states = items.iter().map(|it| lefts::state(language, it));
    let columns = [
        Column::Fixed(1),
        Column::Number(2),
        Column::fitting_words(kinds),
        Column::Flex(1),
        Column::fitting_words(states),
        Column::Number(9),
    ];
    state.headers = vec![false; items.len()];
    let lines = Lines {
        count: items.len(),
        header: |_| false,
        row: |at: usize| Some(item_row(glance, items.get(at)?, now)),
    };
    let listing = state.listing_mut(Panel::Agenda);
    list::draw_lines(area, buf, glance.theme, &columns, &lines, listing)
}

/// Draws the agenda beside another panel.
pub fn agenda_beside(
    state: &State,
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    area: Rect,
    buf: &mut Buffer,
) {
    let now = glance.desk.map_or(
        Minute::on(session.date, chrono::NaiveTime::MIN),
        crate::desk::Desk::minute,
    );
    let looked_at = state.item(world).map(|item| item.id.clone());
    for (y, item) in (area.top()..area.bottom()).zip(world.agenda(&session.id)) {
        let row = item_row(glance, item, now);
        let here = Some(&item.id) == looked_at.as_ref();
        let style = glance
            .theme
            .style(if here { Role::Title } else { row.role });
        let mark = format!("{} {:>2} ", item_mark(item), item.position);
        let x = text::put(buf, area.x, y, area.width, &mark, style);
        let time = row.cells.last().cloned().unwrap_or_default();
        let room = area.right().saturating_sub(x + text::width(&time) + 1);
        text::put(
            buf,
            x,
            y,
            room,
            &text::fit(item.title.as_str(), room),
            style,
        );
        let x = area.right().saturating_sub(text::width(&time));
        text::put(buf, x, y, area.right() - x, &time, style);
    }
}

/// Returns the mark of where an item stands.
fn item_mark(item: &Item) -> &'static str {
    match item.state {
        _ if item.dropped.is_some() => "✗",
        ItemState::Pending => "◦",
        ItemState::Running => "▸",
        ItemState::Paused => "╎",
        ItemState::Done => "✓",
        ItemState::Deferred => "▹",
        ItemState::Withdrawn => "✗",
    }
}
