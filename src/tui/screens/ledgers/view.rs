//! How the ledgers are drawn: what is looked at, the lines, and the selected one in full.

use super::State;
use super::laid::Laying;
use crate::desk::Desk;
use crate::domain::World;
use crate::domain::register::fact::Unit;
use crate::domain::register::money::yuan;
use crate::domain::register::{Figure, LedgerLine};
use crate::i18n::{Language, ledgers as words, registers, terms};
use crate::papers::figures;
use crate::tui::action::key_of;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::line;
use crate::tui::widgets::list::{self, Column, Lines, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The cells of what is counted of a line.
const AMOUNT: u16 = 14;

/// The width from which villages have a column of their own.
const WITH_VILLAGES: u16 = 76;

/// The width from which the mark of a line that nobody typed is written out.
const WITH_MARK: u16 = 100;

impl State {
    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let (language, theme) = (glance.language, glance.theme);
        let Some(desk) = glance.desk else {
            return Caret::block(area.x, area.y);
        };
        self.lay_out(desk, language);
        self.read_series(desk);
        let head = self.head(language, desk);
        line::toast(area, buf, theme, Role::Title, &head);
        let place = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        };
        if let Some(Err(error)) = self.read.as_ref().map(|read| &read.lines) {
            line::centred(
                place,
                buf,
                theme,
                Role::Bad,
                &words::unread(language, error.clone()),
            );
            return Caret::block(place.x, place.y).within(area);
        }
        let world = desk.world();
        if self.laid.lines.is_empty() {
            let keys = (key_of("ledgers.new"), key_of("ledgers.kind"));
            let empty = words::empty(language, keys.0, keys.1, key_of("ledgers.before"));
            line::centred(place, buf, theme, Role::Warn, &empty);
            return Caret::block(place.x, place.y).within(area);
        }
        let mut columns = vec![Column::Flex(1), Column::Number(AMOUNT)];
        if area.width >= WITH_VILLAGES {
            columns.push(Column::Fixed(area.width / 4));
        }
        columns.extend([
            Column::Fixed(10),
            Column::Fixed(text::width(mark(language, area.width))),
        ]);
        let said = self
            .selected()
            .map(|line| detail(language, world, line, area.width));
        let mut said = said.unwrap_or_default();
        said.extend(self.brought_in(language, area.width));
        let most = place.height / 3;
        let below = u16::try_from(said.len()).unwrap_or(most).min(most);
        let above = Rect {
            height: place.height - below,
            ..place
        };
        for (y, words) in (above.bottom()..place.bottom()).zip(&said) {
            text::put(buf, area.x, y, area.width, words, theme.style(Role::Muted));
        }
        let mut listing = self.rows.taken();
        let lines = Lines {
            count: self.laid.lines.len(),
            header: |at: usize| !matches!(self.laid.lines.get(at), Some(Laying::Line(_))),
            row: |at: usize| match self.laid.lines.get(at)? {
                Laying::Head(words) => Some(Row::header(words)),
                Laying::Line(at) => {
                    let line = self.lines().get(*at)?;
                    Some(row(language, world, line, area.width))
                }
            },
        };
        let caret = list::draw_lines(above, buf, theme, &columns, &lines, &mut listing);
        self.rows.given_back(listing);
        caret
    }

    /// Says what the selected line brought in, period by period.
    fn brought_in(&self, language: Language, width: u16) -> Vec<String> {
        let series = self.series.as_ref().map(|(_, _, series)| series.iter());
        let said: Vec<String> = series
            .into_iter()
            .flatten()
            .map(|line| {
                let amount = yuan(line.amount.unwrap_or_default().0);
                let said = words::brought_one(language, line.on.to_string(), amount);
                match line.figures.get(&Figure::Jobs) {
                    Some(jobs) => words::brought_jobs(language, said, *jobs),
                    None => said,
                }
            })
            .collect();
        if said.is_empty() {
            return Vec::new();
        }
        let said = said.join(words::between(language));
        text::wrap(&words::brought_in(language, said), width)
    }

    fn head(&self, language: Language, desk: &Desk) -> String {
        let words = self.looked_at(language, desk);
        if self.filter.is_empty() {
            words
        } else {
            words::looked_for(language, words, self.filter.clone())
        }
    }
}

/// Says a figure of a line in short: its money, or else the first thing counted of it.
fn measure(language: Language, line: &LedgerLine) -> String {
    if let Some(amount) = line.amount {
        return yuan(amount.0);
    }
    if line.kind.is_settled() {
        return match line.until {
            Some(_) => words::is_settled(language, line.number()),
            None => words::is_open(language, line.number()),
        };
    }
    let counted = Figure::ALL.into_iter().find_map(|figure| {
        let value = line.figures.get(&figure)?;
        Some((figure, *value))
    });
    let Some((figure, value)) = counted else {
        return String::new();
    };
    let unit = match figure {
        Figure::HouseholdIncome => return yuan(value),
        Figure::Number => return value.to_string(),
        Figure::Jobs | Figure::Persons => Unit::People,
        Figure::Households => Unit::Households,
        Figure::Points => Unit::Points,
    };
    format!("{value} {}", registers::unit(language, unit))
}

/// Returns the mark of a line that nobody typed, as long as there is room for it.
const fn mark(language: Language, width: u16) -> &'static str {
    if width >= WITH_MARK {
        words::mark_fed(language)
    } else {
        words::mark_fed_short(language)
    }
}

fn row(language: Language, world: &World, line: &LedgerLine, width: u16) -> Row {
    let mut cells = vec![line.what.to_string(), measure(language, line)];
    if width >= WITH_VILLAGES {
        cells.push(figures::villages(language, world, &line.villages));
    }
    cells.push(line.on.to_string());
    cells.push(
        line.source
            .as_ref()
            .map_or("", |_| mark(language, width))
            .to_owned(),
    );
    Row::new(cells)
}

/// Says a line in full.
fn detail(language: Language, world: &World, line: &LedgerLine, width: u16) -> Vec<String> {
    let mut parts = vec![
        words::of_villages(language, figures::villages(language, world, &line.villages)),
        match (line.kind.stands(), line.until) {
            (_, None) if line.kind.is_settled() => words::came_in(language, line.on.to_string()),
            (_, Some(until)) if line.kind.is_settled() => {
                words::settled(language, line.on.to_string(), until.to_string())
            }
            (false, _) => words::on(language, line.on.to_string()),
            (true, None) => words::since(language, line.on.to_string()),
            (true, Some(until)) => words::span(language, line.on.to_string(), until.to_string()),
        },
    ];
    if let Some(person) = &line.person {
        parts.push(words::person(language, person.as_str()));
    }
    if let Some(amount) = line.amount {
        parts.push(words::amount(language, yuan(amount.0)));
    }
    for share in &line.shares {
        let name = terms::village(language, world, Some(&share.village));
        parts.push(words::share(language, name, yuan(share.amount.0)));
    }
    for (figure, value) in &line.figures {
        let value = if figure.is_money() {
            yuan(*value)
        } else {
            value.to_string()
        };
        parts.push(words::figure(
            language,
            registers::figure(language, *figure),
            value,
        ));
    }
    if let Some(note) = &line.note {
        parts.push(words::note(language, note.as_str()));
    }
    if let Some(source) = figures::source(language, line) {
        parts.push(words::source(language, source));
    }
    let mut said = vec![String::new()];
    said.extend(text::wrap(line.what.as_str(), width));
    said.extend(text::wrap(&parts.join(words::between(language)), width));
    said
}

/// Returns the names of the ledgers as they are listed, with what their lines come to.
#[cfg(test)]
pub(super) fn heads(state: &State) -> Vec<String> {
    let lines = state.laid.lines.iter();
    let heads = lines.filter_map(|line| match line {
        Laying::Head(words) => Some(words.clone()),
        Laying::Line(_) => None,
    });
    heads.collect()
}
