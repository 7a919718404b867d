//! What a figure is made of: every line, session, motion, matter, follow-up or posting that adds to it.

use super::View;
use crate::desk::Desk;
use crate::domain::World;
use crate::domain::register::fact::Origin;
use crate::domain::register::{Column, Fact};
use crate::i18n::{Language, registers, report as words, shared, terms};
use crate::papers::figures;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::screens::rows::Rows;
use crate::tui::theme::Role;
use crate::tui::widgets::line;
use crate::tui::widgets::list::{self, Column as Width, Row};
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The width from which villages have a column of their own.
const WIDE: u16 = 72;

/// What adds to a figure once: one thing may do so on several days.
pub(super) type Added = (Origin, NaiveDate);

/// What a figure is made of, on the screen.
#[derive(Debug)]
pub struct Behind {
    pub(super) view: View,
    pub(super) column: Column,
    pub(super) rows: Rows<Added>,
}

impl Behind {
    pub(super) fn new(view: View, column: Column) -> Self {
        Self {
            view,
            column,
            rows: Rows::default(),
        }
    }

    pub(super) fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let (language, theme) = (glance.language, glance.theme);
        let Some(desk) = glance.desk else {
            return Caret::block(area.x, area.y);
        };
        let place = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        };
        let (period, village) = (self.view.period(desk), self.view.village.clone());
        let column = self.column;
        let name = terms::village(language, desk.world(), village.as_ref());
        let unit = column.unit();
        let facts = match self.view.facts(desk) {
            Ok(facts) => facts.behind(column, period, village.as_ref()),
            Err(error) => {
                line::centred(
                    place,
                    buf,
                    theme,
                    Role::Bad,
                    &words::unread(language, error),
                );
                return Caret::block(place.x, place.y).within(area);
            }
        };
        let sum = facts
            .iter()
            .fold(0_u64, |sum, (_, value)| sum.saturating_add(*value));
        let sum = registers::value(unit, sum);
        let head = words::behind_head(language, name, sum, registers::unit(language, unit));
        line::toast(area, buf, theme, Role::Title, &head);
        if facts.is_empty() {
            line::centred(place, buf, theme, Role::Warn, words::behind_empty(language));
            return Caret::block(place.x, place.y).within(area);
        }
        let keys = facts
            .iter()
            .map(|(fact, _)| Some((fact.origin.clone(), fact.on)))
            .collect();
        let rows: Vec<Row> = facts
            .iter()
            .map(|(fact, value)| row(language, desk, fact, *value, area.width))
            .collect();
        let value = match Width::fitting(&rows, 1) {
            Width::Fixed(cells) => Width::Number(cells),
            other => other,
        };
        let mut columns = vec![Width::Flex(1), value, Width::fitting(&rows, 2)];
        if area.width >= WIDE {
            columns.push(Width::Fixed(area.width / 4));
        }
        let listing = self.rows.settle(keys);
        list::draw(place, buf, theme, &columns, &rows, listing)
    }
}

fn row(language: Language, desk: &Desk, fact: &Fact, value: u64, width: u16) -> Row {
    let world = desk.world();
    let day = if fact.on == NaiveDate::MIN {
        String::new()
    } else {
        fact.on.to_string()
    };
    let mut cells = vec![
        name(language, world, fact),
        registers::value(fact.column.unit(), value),
        day,
    ];
    if width >= WIDE {
        cells.push(figures::villages(language, world, &fact.villages));
    }
    Row::new(cells)
}

/// Names what adds to a figure.
fn name(language: Language, world: &World, fact: &Fact) -> String {
    match (&fact.origin, &fact.what) {
        (Origin::Session { kind, ordinal, .. }, _) => {
            shared::session_short(language, terms::session_kind(language, *kind), *ordinal)
        }
        (Origin::Village(id), _) => terms::village(language, world, Some(id)).to_owned(),
        (_, Some(what)) => what.to_string(),
        (_, None) => String::new(),
    }
}
