//! A list in groups: a line above that sums it up, headers between its rows, marks before those that are set
//! at once, and the selected one in full below.

use super::line;
use super::list::{self, Column, Lines, Listing, Row};
use crate::tui::caret::Caret;
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The mark of one that is set with others at once.
const MARK: &str = "*";

/// A line of the list.
#[derive(Debug)]
pub enum Line<T> {
    /// The header of a group.
    Header(String),
    /// One that is listed.
    Entry(T),
}

impl<T> Line<T> {
    /// Returns what is listed, where it is no header.
    pub const fn entry(&self) -> Option<&T> {
        match self {
            Self::Header(_) => None,
            Self::Entry(entry) => Some(entry),
        }
    }
}

/// How many rows of so many are for the selected one in full.
pub type Below = fn(u16) -> u16;

/// A third of a large window, and none of a small one.
#[must_use]
pub const fn a_third(height: u16) -> u16 {
    match height {
        0..11 => 0,
        11..18 => 4,
        height => height / 3,
    }
}

/// The same few in any window that is not small.
#[must_use]
pub const fn a_few(height: u16) -> u16 {
    if height < 11 { 0 } else { 4 }
}

/// What is drawn: the lines, and how one is said.
pub struct Groups<'a, T, M, R, D> {
    /// What sums it up.
    pub summary: &'a str,
    /// The lines.
    pub lines: &'a [Line<T>],
    /// The columns of a row, without that of the marks.
    pub columns: Vec<Column>,
    /// Says whether one is marked; `None` where none is, so that marks take no room.
    pub marked: Option<M>,
    /// Makes a row, without its mark.
    pub row: R,
    /// How many rows the selected one has below.
    pub below: Below,
    /// Says the selected one in full, in so many rows.
    pub detail: D,
}

impl<T, M, R, D> Groups<'_, T, M, R, D>
where
    M: Fn(&T) -> bool,
    R: Fn(&T) -> Option<Row>,
    D: Fn(&T, u16) -> Vec<String>,
{
    /// Draws it and says where the caret is.
    pub fn draw(self, area: Rect, buf: &mut Buffer, theme: Theme, listing: &mut Listing) -> Caret {
        line::toast(area, buf, theme, Role::Title, self.summary);
        let place = under(area);
        let below = (self.below)(place.height);
        let place = Rect {
            height: place.height - below,
            ..place
        };
        let marks = self.marked.as_ref().map(|_| Column::Fixed(1));
        let columns: Vec<Column> = marks.into_iter().chain(self.columns).collect();
        let lines = Lines {
            count: self.lines.len(),
            header: |at: usize| self.lines.get(at).and_then(Line::entry).is_none(),
            row: |at: usize| match self.lines.get(at)? {
                Line::Header(words) => Some(Row::header(words)),
                Line::Entry(entry) => {
                    let mut row = (self.row)(entry)?;
                    if let Some(marked) = &self.marked {
                        let mark = if marked(entry) { MARK } else { "" };
                        row.cells.insert(0, mark.to_owned());
                    }
                    Some(row)
                }
            },
        };
        let caret = list::draw_lines(place, buf, theme, &columns, &lines, listing);
        let selected = self.lines.get(listing.selected).and_then(Line::entry);
        let said = selected.map(|entry| (self.detail)(entry, below));
        for (y, words) in (place.bottom() + 1..area.bottom()).zip(said.iter().flatten()) {
            let at = Rect {
                y,
                height: 1,
                ..area
            };
            line::toast(at, buf, theme, Role::Normal, words);
        }
        caret
    }
}

/// Draws a list that has nothing to list: why, and the key that helps.
pub fn draw_empty(area: Rect, buf: &mut Buffer, theme: Theme, summary: &str, empty: &str) -> Caret {
    line::toast(area, buf, theme, Role::Title, summary);
    let place = under(area);
    line::centred(place, buf, theme, Role::Warn, empty);
    Caret::block(place.x, place.y).within(area)
}

/// Returns what is left of an area below its first line.
fn under(area: Rect) -> Rect {
    Rect {
        y: area.y + area.height.min(1),
        height: area.height.saturating_sub(1),
        ..area
    }
}

#[cfg(test)]
#[path = "groups_tests.rs"]
mod tests;
