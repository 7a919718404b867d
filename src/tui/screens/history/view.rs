//! How history is drawn: a line an act, the selected one in full below.

use super::{State, Told};
use crate::i18n::{Language, history as words};
use crate::tui::action::named;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::line;
use crate::tui::widgets::list::{self, Column, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The rows below the list.
const BELOW: u16 = 6;

impl State {
    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let language = glance.language;
        let Some(desk) = glance.desk else {
            return Caret::block(area.x, area.y);
        };
        self.refresh(desk, language);
        let listed = self.listed();
        let rows: Vec<Row> = listed.iter().map(|told| row(language, told)).collect();
        let keys = listed.iter().map(|told| Some(told.seq)).collect();
        let summary = self.summary(language, listed.len());
        let empty = self.empty(language);
        let listing = self.rows.settle(keys);
        line::toast(area, buf, glance.theme, Role::Title, &summary);
        let place = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        };
        if rows.is_empty() {
            line::centred(place, buf, glance.theme, Role::Warn, &empty);
            return Caret::block(place.x, place.y).within(area);
        }
        let below = if place.height >= 13 { BELOW } else { 0 };
        let place = Rect {
            height: place.height - below,
            ..place
        };
        let columns = [
            Column::fitting(&rows, 0),
            Column::fitting(&rows, 1),
            Column::fitting(&rows, 2),
            Column::Flex(1),
        ];
        let caret = list::draw(place, buf, glance.theme, &columns, &rows, listing);
        let Some(seq) = self.rows.selected().copied().filter(|_| below > 1) else {
            return caret;
        };
        let room = (area.width, usize::from(below - 1));
        let said = self.below(language, seq, room);
        for (y, words) in (place.bottom() + 1..area.bottom()).zip(&said) {
            let style = glance.theme.style(Role::Normal);
            text::put(buf, area.x, y, area.width, words, style);
        }
        caret
    }

    fn summary(&self, language: Language, count: usize) -> String {
        // What cannot be read is not nothing.
        if self.trouble {
            return String::new();
        }
        if self.filter.is_empty() {
            words::summary(language, count)
        } else {
            words::summary_found(language, count, self.filter.clone())
        }
    }

    fn empty(&self, language: Language) -> String {
        if self.trouble {
            return words::unreadable(language).to_owned();
        }
        let key = named("history.wider")
            .and_then(|action| action.keys.first())
            .map(ToString::to_string);
        words::empty(language, key.unwrap_or_default())
    }
}

fn row(language: Language, told: &Told) -> Row {
    let said = match &told.place {
        Some(place) => words::placed(language, told.sentence.clone(), place),
        None => told.sentence.clone(),
    };
    let (sentence, role) = if told.undone {
        let words = if told.is_walk {
            words::redone_since(language, said)
        } else {
            words::undone(language, said)
        };
        (words, Role::Muted)
    } else if told.clock_back {
        (words::clock_back(language, said), Role::Warn)
    } else {
        (said, Role::Normal)
    };
    Row::new(vec![
        told.seq.to_string(),
        told.at.clone(),
        told.who.clone(),
        sentence,
    ])
    .role(role)
}
