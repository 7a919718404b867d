//! The figures of a period, and below them the bars of the one selected.

use super::View;
use crate::domain::World;
use crate::domain::register::fact::Reckoned;
use crate::domain::register::report::{Cell, Facts, Figured, TREND, bar};
use crate::domain::register::{Column, Period};
use crate::i18n::{Language, registers, report as words};
use crate::tui::action::key_of;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::screens::rows::Rows;
use crate::tui::text;
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::line;
use crate::tui::widgets::list::{self, Column as Width, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The width from which what a figure is reckoned from has a column of its own.
const WIDE: u16 = 72;

/// The width from which both kinds of bars stand side by side.
const BOTH: u16 = 110;

/// The mark of which bars are made: one cell in every terminal.
const BAR: &str = "#";

/// The figures on the screen.
#[derive(Debug)]
pub struct Table {
    pub(super) view: View,
    pub(super) rows: Rows<Column>,
    /// Whether the bars below stand village beside village.
    pub(super) by_village: bool,
}

impl Default for Table {
    fn default() -> Self {
        let mut rows = Rows::default();
        rows.select(Column::Villages);
        Self {
            view: View::default(),
            rows,
            by_village: false,
        }
    }
}

/// A bar: what it is of, how much, and how that is written.
struct Bar {
    label: String,
    value: u64,
    said: String,
}

impl Table {
    pub(super) fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let (language, theme) = (glance.language, glance.theme);
        let Some(desk) = glance.desk else {
            return Caret::block(area.x, area.y);
        };
        let head = self.view.head(language, desk);
        line::toast(area, buf, theme, Role::Title, &head);
        let place = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        };
        let (period, village) = (self.view.period(desk), self.view.village.clone());
        let facts = match self.view.facts(desk) {
            Ok(facts) => facts,
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
        let report = facts.report(period, village.as_ref());
        let rows: Vec<Row> = report
            .rows
            .iter()
            .map(|(column, cell)| row(language, *column, cell, area.width))
            .collect();
        self.rows.settle(
            report
                .rows
                .iter()
                .map(|(column, _)| Some(*column))
                .collect(),
        );
        let heads = heads(language, area.width);
        let columns = columns(&rows, &heads, area.width);
        let over = headed(&heads, &columns);
        text::put(
            buf,
            area.x,
            place.y,
            area.width,
            &over,
            theme.style(Role::Muted),
        );
        let place = Rect {
            y: place.y + 1,
            height: place.height.saturating_sub(1),
            ..place
        };
        let selected = self.rows.selected().copied();
        let panel = match place.height {
            0..10 => 0,
            _ => (TREND as u16 + 2).min(place.height / 2),
        };
        let above = Rect {
            height: place.height - panel,
            ..place
        };
        if let Some(column) = selected.filter(|_| panel > 0) {
            let below = Rect {
                y: above.bottom(),
                height: panel,
                ..area
            };
            let cell = facts.cell(column, period, village.as_ref());
            let panels = Panels {
                language,
                theme,
                world: desk.world(),
                facts,
                period,
                column,
                cell,
            };
            panels.draw(self.by_village, below, buf);
        }
        let keys = report
            .rows
            .iter()
            .map(|(column, _)| Some(*column))
            .collect();
        let listing = self.rows.settle(keys);
        list::draw(above, buf, theme, &columns, &rows, listing)
    }
}

/// Returns the words over the columns.
fn heads(language: Language, width: u16) -> Row {
    let mut cells = vec![
        words::head_column(language).to_owned(),
        words::head_now(language).to_owned(),
        words::head_unit(language).to_owned(),
        words::head_change(language).to_owned(),
    ];
    if width >= WIDE {
        cells.push(words::head_beside(language).to_owned());
        cells.push(words::head_from(language).to_owned());
    }
    Row::new(cells)
}

/// Lays the columns out: each as wide as its words, the figures beside their names.
fn columns(rows: &[Row], heads: &Row, width: u16) -> Vec<Width> {
    let widest = |at: usize| {
        let cells = rows
            .iter()
            .chain([heads])
            .filter_map(|row| row.cells.get(at));
        cells.map(|words| text::width(words)).max().unwrap_or(0)
    };
    let mut columns = vec![
        Width::Fixed(widest(0)),
        Width::Number(widest(1)),
        Width::Fixed(widest(2)),
        Width::Number(widest(3)),
    ];
    if width >= WIDE {
        columns.extend([Width::Number(widest(4)), Width::Flex(1)]);
    }
    columns
}

/// Writes the words over the columns as the list below lays them out.
fn headed(heads: &Row, columns: &[Width]) -> String {
    let cells = heads.cells.iter().zip(columns);
    let cells: Vec<String> = cells
        .map(|(words, column)| match column {
            Width::Fixed(cells) => text::pad(words, *cells),
            Width::Number(cells) => text::pad_left(words, *cells),
            Width::Flex(_) => words.clone(),
        })
        .collect();
    format!("  {}", cells.join(" "))
}

fn row(language: Language, column: Column, cell: &Cell, width: u16) -> Row {
    let unit = column.unit();
    let name = registers::column(language, column).to_owned();
    let (said, beside, change, role) = match cell {
        Cell::NotKept => (
            words::not_kept(language).to_owned(),
            String::new(),
            String::new(),
            Role::Muted,
        ),
        Cell::OfAllOnly => (
            words::not_by_village(language).to_owned(),
            String::new(),
            String::new(),
            Role::Muted,
        ),
        Cell::Figured(figured) => (
            registers::value(unit, figured.now),
            registers::value(unit, figured.beside),
            change(language, column, figured),
            Role::Normal,
        ),
    };
    let shown = matches!(cell, Cell::Figured(_));
    let unit = if shown {
        registers::unit(language, unit)
    } else {
        ""
    };
    let mut cells = vec![name, said, unit.to_owned(), change];
    if width >= WIDE {
        cells.push(beside);
        cells.push(registers::room(language, column.room()).to_owned());
    }
    Row::new(cells).role(role)
}

/// Says how a figure differs from that of the period before.
fn change(language: Language, column: Column, figured: &Figured) -> String {
    let Some(before) = figured.trend.iter().rev().nth(1) else {
        return String::new();
    };
    let by = registers::value(column.unit(), figured.now.abs_diff(*before));
    match figured.now.cmp(before) {
        std::cmp::Ordering::Greater => words::change_up(language, by),
        std::cmp::Ordering::Less => words::change_down(language, by),
        std::cmp::Ordering::Equal => words::change_same(language).to_owned(),
    }
}

/// What the bars are drawn from.
struct Panels<'a> {
    language: Language,
    theme: Theme,
    world: &'a World,
    facts: &'a Facts,
    period: Period,
    column: Column,
    cell: Cell,
}

impl Panels<'_> {
    fn draw(&self, by_village: bool, area: Rect, buf: &mut Buffer) {
        let language = self.language;
        let name = registers::column(language, self.column);
        let figured = match &self.cell {
            Cell::Figured(figured) => figured,
            Cell::NotKept => {
                let said = words::panel_not_kept(language, name);
                return self.say(&said, area, buf);
            }
            Cell::OfAllOnly => {
                let said = words::panel_not_by_village(language, name, key_of("report.village"));
                return self.say(&said, area, buf);
            }
        };
        if area.width >= BOTH {
            let half = Rect {
                width: area.width / 2 - 1,
                ..area
            };
            self.trend(figured, half, buf);
            let right = Rect {
                x: area.x + area.width / 2 + 1,
                ..half
            };
            self.villages(right, buf);
        } else if by_village {
            self.villages(area, buf);
        } else {
            self.trend(figured, area, buf);
        }
    }

    fn say(&self, words: &str, area: Rect, buf: &mut Buffer) {
        for (y, line) in (area.y + 1..area.bottom()).zip(text::wrap(words, area.width)) {
            text::put(
                buf,
                area.x,
                y,
                area.width,
                &line,
                self.theme.style(Role::Muted),
            );
        }
    }

    fn trend(&self, figured: &Figured, area: Rect, buf: &mut Buffer) {
        let (language, unit) = (self.language, self.column.unit());
        let beside = registers::value(unit, figured.beside);
        let unit_name = registers::unit(language, unit);
        let beside = match self.column.reckoned() {
            Reckoned::Happened => words::beside_happened(language, beside, unit_name),
            Reckoned::Standing => words::beside_standing(language, beside, unit_name),
        };
        let periods = self.period.up_to(figured.trend.len());
        let name = registers::column(language, self.column);
        let head = words::trend_of(language, name, periods.len());
        let bars = periods
            .into_iter()
            .zip(&figured.trend)
            .map(|(period, value)| Bar {
                label: period.to_string(),
                value: *value,
                said: registers::value(unit, *value),
            });
        let whole = format!("{head}  {beside}");
        // What stands beside has its column above; it is said once more where there is room for it.
        let head = if text::width(&whole) <= area.width {
            whole
        } else {
            head
        };
        self.bars(&head, bars.collect(), area, buf);
    }

    fn villages(&self, area: Rect, buf: &mut Buffer) {
        let unit = self.column.unit();
        let villages = self.world.villages_in_order().into_iter();
        let bars = villages.filter_map(|village| {
            match self.facts.cell(self.column, self.period, Some(&village.id)) {
                Cell::Figured(figured) => Some(Bar {
                    label: village.name.to_string(),
                    value: figured.now,
                    said: registers::value(unit, figured.now),
                }),
                Cell::NotKept | Cell::OfAllOnly => None,
            }
        });
        let name = registers::column(self.language, self.column);
        let bars: Vec<Bar> = bars.collect();
        if bars.is_empty() {
            let said = words::panel_not_by_village(self.language, name, key_of("report.village"));
            return self.say(&said, area, buf);
        }
        self.bars(&words::villages_of(self.language, name), bars, area, buf);
    }

    /// Draws bars one below the other, as long as there is room; none is wider than what is left of it.
    fn bars(&self, head: &str, bars: Vec<Bar>, area: Rect, buf: &mut Buffer) {
        let theme = self.theme;
        text::put(
            buf,
            area.x,
            area.y,
            area.width,
            head,
            theme.style(Role::Title),
        );
        let widest = |of: fn(&Bar) -> &str, most: u16| {
            let cells = bars.iter().map(|bar| text::width(of(bar)));
            cells.max().unwrap_or(0).min(most)
        };
        let label = widest(|bar| &bar.label, area.width / 3);
        let said = widest(|bar| &bar.said, area.width / 3);
        let room = area.width.saturating_sub(label + said + 2);
        let largest = bars.iter().map(|bar| bar.value).max().unwrap_or(0);
        for (y, it) in (area.y + 1..area.bottom()).zip(&bars) {
            let filled = bar(it.value, largest, room);
            let words = format!(
                "{} {} {}",
                text::pad(&text::fit(&it.label, label), label),
                text::pad_left(&text::fit(&it.said, said), said),
                BAR.repeat(usize::from(filled)),
            );
            text::put(
                buf,
                area.x,
                y,
                area.width,
                &words,
                theme.style(Role::Normal),
            );
        }
    }
}
