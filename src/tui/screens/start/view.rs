//! The first screen drawn.

use super::sheets::NAME;
use super::{State, Way, before_doors, ways};
use crate::i18n::start;
use crate::store::memory::Memory;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::form::Typed;
use crate::tui::widgets::list::{self, Column, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

impl State {
    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let language = glance.language;
        let folder = glance.office.paths.data.display().to_string();
        let mut y = area.y;
        for words in [
            start::about(language).to_owned(),
            start::local(language, folder),
        ] {
            for line in text::wrap(&words, area.width).iter().take(2) {
                if y < area.bottom() {
                    let style = glance.theme.style(Role::Normal);
                    text::put(buf, area.x, y, area.width, line, style);
                    y += 1;
                }
            }
        }
        y = (y + 1).min(area.bottom());
        let ways = ways(glance.office);
        let sample_there = glance.office.paths.sample().exists();
        let begun = Memory::Founding.recall(&glance.office.paths);
        let begun = begun.and_then(|text| Typed::read(&text));
        let begun = begun.as_ref().and_then(|typed| typed.words(NAME));
        let first = before_doors(glance.office);
        let mut number = 2;
        let rows: Vec<Row> = ways
            .iter()
            .enumerate()
            .map(|(at, way)| match way {
                Way::Header if at + 1 >= first => Row::header(start::committees(language)),
                Way::Header => Row::header(start::ways(language)),
                Way::Sample if sample_there => cells("1", start::sample_again(language)),
                Way::Sample => cells("1", start::try_sample(language)),
                Way::Own => match begun {
                    Some(name) => cells("2", &start::own_begun(language, name)),
                    None => cells("2", start::own(language)),
                },
                Way::Door(door) => {
                    number += 1;
                    let digit = if number < 10 {
                        number.to_string()
                    } else {
                        String::new()
                    };
                    match door.sample {
                        true => cells(&digit, &start::invented(language, door.name.as_str())),
                        false => cells(&digit, &door.name),
                    }
                }
            })
            .collect();
        // Who has a committee comes for it, so the selection begins there.
        let doors = ways.len().saturating_sub(first);
        if std::mem::replace(&mut self.doors, doors) != doors {
            self.listing.selected = if doors > 0 { first } else { 0 };
        }
        self.headers = rows.iter().map(|row| row.header).collect();
        let area = Rect {
            y,
            height: area.bottom() - y,
            ..area
        };
        let columns = [Column::Fixed(1), Column::Flex(1)];
        list::draw(area, buf, glance.theme, &columns, &rows, &mut self.listing)
    }
}

fn cells(digit: &str, words: &str) -> Row {
    Row::new(vec![digit.to_owned(), words.to_owned()])
}
