//! How the ledgers are drawn: what is looked at, the lines, and the selected one in full.

use super::State;
use crate::desk::Desk;
use crate::domain::World;
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
use crate::tui::widgets::list::{self, Column, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The width from which villages have a column of their own.
const WITH_VILLAGES: u16 = 76;

impl State {
    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let (language, theme) = (glance.language, glance.theme);
        let Some(desk) = glance.desk else {
            return Caret::block(area.x, area.y);
        };
        self.refresh(desk);
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
        let listed: Vec<LedgerLine> = self.listed(language, desk).into_iter().cloned().collect();
        if listed.is_empty() {
            let keys = (key_of("ledgers.new"), key_of("ledgers.kind"));
            let empty = words::empty(language, keys.0, keys.1, key_of("ledgers.before"));
            line::centred(place, buf, theme, Role::Warn, &empty);
            return Caret::block(place.x, place.y).within(area);
        }
        let mut keys = Vec::new();
        let mut rows = Vec::new();
        let mut last = None;
        for line in &listed {
            if last != Some(line.kind) {
                last = Some(line.kind);
                keys.push(None);
                rows.push(Row::header(&self.sum(language, line, &listed)));
            }
            keys.push(Some(line.id.clone()));
            rows.push(row(language, world, line, area.width));
        }
        let amount = match Column::fitting(&rows, 1) {
            Column::Fixed(cells) => Column::Number(cells),
            other => other,
        };
        let mut columns = vec![Column::Flex(1), amount];
        if area.width >= WITH_VILLAGES {
            columns.push(Column::Fixed(area.width / 4));
        }
        columns.extend([
            Column::Fixed(10),
            Column::Fixed(4 + 4 * u16::from(language == Language::En)),
        ]);
        // What is selected is known once the rows are.
        self.rows.settle(keys.clone());
        let said = self
            .selected()
            .map(|line| detail(language, world, line, area.width));
        let said = said.unwrap_or_default();
        let most = place.height / 3;
        let below = u16::try_from(said.len()).unwrap_or(most).min(most);
        let above = Rect {
            height: place.height - below,
            ..place
        };
        for (y, words) in (above.bottom()..place.bottom()).zip(&said) {
            text::put(buf, area.x, y, area.width, words, theme.style(Role::Muted));
        }
        let listing = self.rows.settle(keys);
        list::draw(above, buf, theme, &columns, &rows, listing)
    }

    fn head(&self, language: Language, desk: &Desk) -> String {
        let words = self.looked_at(language, desk);
        if self.filter.is_empty() {
            words
        } else {
            words::looked_for(language, words, self.filter.clone())
        }
    }

    /// Names a ledger with what its listed lines come to.
    fn sum(&self, language: Language, of: &LedgerLine, listed: &[LedgerLine]) -> String {
        let same = || listed.iter().filter(|line| line.kind == of.kind);
        let name = registers::kind(language, of.kind);
        let number = same().fold(0_u64, |sum, line| sum.saturating_add(line.number()));
        let money = same().filter_map(|line| self.money(line));
        let money = money.fold(0_u64, u64::saturating_add);
        if money > 0 {
            words::head_money(language, name, number, yuan(money))
        } else {
            words::head(language, name, number)
        }
    }

    /// Returns the money of a line, as far as it is of the village looked at.
    fn money(&self, line: &LedgerLine) -> Option<u64> {
        let amount = line.amount?;
        match &self.village {
            Some(village) if !line.shares.is_empty() => {
                let own = line.shares.iter().filter(|it| it.village == *village);
                Some(own.fold(0_u64, |sum, it| sum.saturating_add(it.amount.0)))
            }
            _ => Some(amount.0),
        }
    }
}

/// Says a figure of a line in short: its money, or else the first thing counted of it.
fn measure(line: &LedgerLine) -> String {
    if let Some(amount) = line.amount {
        return yuan(amount.0);
    }
    let counted = Figure::ALL.into_iter().find_map(|figure| {
        let value = line.figures.get(&figure)?;
        Some((figure, *value))
    });
    counted.map_or_else(String::new, |(figure, value)| match figure.is_money() {
        true => yuan(value),
        false => value.to_string(),
    })
}

fn row(language: Language, world: &World, line: &LedgerLine, width: u16) -> Row {
    let mut cells = vec![line.what.to_string(), measure(line)];
    if width >= WITH_VILLAGES {
        cells.push(figures::villages(language, world, &line.villages));
    }
    cells.push(line.on.to_string());
    cells.push(
        line.source
            .as_ref()
            .map_or("", |_| words::mark_fed(language))
            .to_owned(),
    );
    Row::new(cells)
}

/// Says a line in full.
fn detail(language: Language, world: &World, line: &LedgerLine, width: u16) -> Vec<String> {
    let mut parts = vec![
        words::of_villages(language, figures::villages(language, world, &line.villages)),
        match (line.kind.stands(), line.until) {
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

/// Says what the lines come to that are looked at, for whoever asks for one ledger only.
#[cfg(test)]
pub(super) fn heads(state: &State, language: Language, desk: &Desk) -> Vec<String> {
    let listed: Vec<LedgerLine> = state.listed(language, desk).into_iter().cloned().collect();
    let mut heads: Vec<String> = listed
        .iter()
        .map(|line| state.sum(language, line, &listed))
        .collect();
    heads.dedup();
    heads
}
