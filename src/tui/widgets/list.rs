//! A list with one selected row. The state knows no row type; rows are columns of text.

use crate::tui::caret::Caret;
use crate::tui::find::Finder;
use crate::tui::input::{Code, Key};
use crate::tui::text;
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::borrow::Borrow;
use std::collections::BTreeSet;

/// Where the selection stands, what part is seen, and what is being looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// Index of the selected row among those shown.
    pub selected: usize,
    /// Index of the first row seen.
    pub offset: usize,
    /// What the user typed to narrow the list.
    pub filter: String,
    /// Rows seen in the last frame, for paging.
    height: usize,
}

/// The width of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// So many cells, text at the left.
    Fixed(u16),
    /// So many cells, text at the right, for numbers.
    Number(u16),
    /// A share of the cells that are left over.
    Flex(u16),
}

impl Column {
    /// Makes a column as wide as its widest text, so that it fits its language and takes no more.
    #[must_use]
    pub fn fitting(rows: &[Row], index: usize) -> Self {
        let texts = rows
            .iter()
            .filter(|row| !row.header)
            .filter_map(|row| row.cells.get(index));
        Self::Fixed(texts.map(|text| text::width(text)).max().unwrap_or(0))
    }

    /// Makes a column as wide as the widest of few words that come again and again.
    #[must_use]
    pub fn fitting_words(words: impl Iterator<Item = &'static str>) -> Self {
        let words: BTreeSet<&str> = words.collect();
        Self::Fixed(words.into_iter().map(text::width).max().unwrap_or(0))
    }
}

/// One row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// One text a column; a header uses only the first, over the whole width.
    pub cells: Vec<String>,
    /// How it is drawn when it is not selected.
    pub role: Role,
    /// A header of a section; it cannot be selected.
    pub header: bool,
}

impl Row {
    /// Makes an ordinary row.
    #[must_use]
    pub const fn new(cells: Vec<String>) -> Self {
        Self {
            cells,
            role: Role::Normal,
            header: false,
        }
    }

    /// Makes a section header.
    #[must_use]
    pub fn header(label: &str) -> Self {
        Self {
            cells: vec![label.to_owned()],
            role: Role::Title,
            header: true,
        }
    }

    /// Makes a line that goes on with the row above it.
    #[must_use]
    pub fn continued(words: &str, role: Role) -> Self {
        Self {
            cells: vec![format!("  {words}")],
            role,
            header: true,
        }
    }

    /// Gives the row another role.
    #[must_use]
    pub const fn role(mut self, role: Role) -> Self {
        self.role = role;
        self
    }
}

impl Listing {
    /// Moves the selection for an arrow or paging key among `count` rows, passing over those that cannot be selected;
    /// gives whether the key was one of these.
    pub fn key(&mut self, key: Key, count: usize, can: impl Fn(usize) -> bool) -> bool {
        if key.ctrl || key.alt {
            return false;
        }
        let page = self.height.saturating_sub(1).max(1);
        let last = count.saturating_sub(1);
        let (target, down) = match key.code {
            Code::Up => (self.selected.saturating_sub(1), false),
            Code::Down => (self.selected.saturating_add(1), true),
            Code::PageUp => (self.selected.saturating_sub(page), false),
            Code::PageDown => (self.selected.saturating_add(page), true),
            Code::Home => (0, true),
            Code::End => (last, false),
            _ => return false,
        };
        let target = target.min(last);
        let found = if down {
            (target..count).find(|i| can(*i))
        } else {
            (0..=target).rev().find(|i| *i < count && can(*i))
        };
        // paging past the last row that can be selected goes to it and not nowhere
        let found = found.or_else(|| match key.code {
            Code::PageDown => (self.selected..count).rev().find(|i| can(*i)),
            Code::PageUp => (0..count).find(|i| can(*i)),
            _ => None,
        });
        if let Some(i) = found {
            self.selected = i;
        }
        // a header above the first row comes into view with it
        if self.selected > 0 && !(0..self.selected).any(can) {
            self.offset = 0;
        }
        true
    }

    /// Puts the selection on a row that exists and can be selected, the nearest from where it is; for when rows changed.
    pub fn settle(&mut self, count: usize, can: impl Fn(usize) -> bool) {
        self.selected = self.selected.min(count.saturating_sub(1));
        let after = (self.selected..count).find(|i| can(*i));
        let found = after.or_else(|| (0..self.selected).rev().find(|i| can(*i)));
        self.selected = found.unwrap_or(0);
    }

    /// Adds to the filter or takes from it; gives whether the key was taken. The selection goes back to the top.
    pub fn type_filter(&mut self, key: Key) -> bool {
        let changed = match (key.text(), key.code) {
            (Some(' '), _) if self.filter.is_empty() => false,
            (Some(c), _) => {
                self.filter.push(c);
                true
            }
            (None, Code::Backspace) => self.filter.pop().is_some(),
            _ => false,
        };
        if changed {
            self.selected = 0;
            self.offset = 0;
        }
        changed
    }

    /// Gives the indices of the names that fit the filter, in their own order.
    pub fn visible<'a>(&self, names: impl IntoIterator<Item = &'a str>) -> Vec<usize> {
        let finder = Finder::new(&self.filter);
        names
            .into_iter()
            .enumerate()
            .filter(|(_, name)| finder.matches(name))
            .map(|(i, _)| i)
            .collect()
    }

    /// Scrolls just far enough for the selection to be seen in `height` rows.
    fn scroll(&mut self, height: usize, count: usize) {
        self.height = height;
        self.offset = self
            .offset
            .min(self.selected)
            .max((self.selected + 1).saturating_sub(height))
            .min(count.saturating_sub(height.min(count)));
    }
}

/// The mark before a row and the blanks in its place, with the gap behind.
const MARK: (&str, u16) = ("▸", 2);

/// Lines of which those that are seen are made while they are drawn.
pub struct Lines<H, R> {
    /// How many there are.
    pub count: usize,
    /// Says whether one is a header; asked of more than are seen.
    pub header: H,
    /// Makes one.
    pub row: R,
}

/// Draws the rows that fit. The selected one is reversed and marked with `▸`, and the caret stands on its first cell.
pub fn draw(
    area: Rect,
    buf: &mut Buffer,
    theme: Theme,
    columns: &[Column],
    rows: &[Row],
    listing: &mut Listing,
) -> Caret {
    let lines = Lines {
        count: rows.len(),
        header: |at: usize| rows.get(at).is_none_or(|row| row.header),
        row: |at: usize| rows.get(at),
    };
    draw_lines(area, buf, theme, columns, &lines, listing)
}

/// Draws as [`draw`] does, and makes only the rows that are seen.
pub fn draw_lines<B: Borrow<Row>>(
    area: Rect,
    buf: &mut Buffer,
    theme: Theme,
    columns: &[Column],
    lines: &Lines<impl Fn(usize) -> bool, impl Fn(usize) -> Option<B>>,
    listing: &mut Listing,
) -> Caret {
    let area = area.intersection(buf.area);
    let home = Caret::block(area.x, area.y);
    if area.is_empty() {
        return home;
    }
    listing.settle(lines.count, |at| !(lines.header)(at));
    listing.scroll(usize::from(area.height), lines.count);
    let widths = widths(columns, area.width.saturating_sub(MARK.1));
    let mut caret = home;
    for (y, at) in (area.top()..area.bottom()).zip(listing.offset..lines.count) {
        let Some(row) = (lines.row)(at) else { continue };
        let row = row.borrow();
        if row.header {
            let label = row.cells.first().map_or("", String::as_str);
            text::put(buf, area.x, y, area.width, label, theme.style(row.role));
            continue;
        }
        let selected = at == listing.selected;
        if selected {
            caret = Caret::block(area.x, y);
        }
        draw_row(
            Rect::new(area.x, y, area.width, 1),
            buf,
            theme,
            &widths,
            row,
            selected,
        );
    }
    caret
}

fn draw_row(
    area: Rect,
    buf: &mut Buffer,
    theme: Theme,
    widths: &[(Column, u16)],
    row: &Row,
    selected: bool,
) {
    let style = theme.style(if selected { Role::Selected } else { row.role });
    // Every cell of every row in every frame is much to change nothing that is seen.
    if Theme::shows_on_blanks(style) {
        buf.set_style(area, style);
    }
    if selected {
        text::put(buf, area.x, area.y, area.width, MARK.0, style);
    }
    let mut x = area.x.saturating_add(MARK.1);
    let last = row.cells.len();
    for (at, ((column, width), cell)) in (1..).zip(widths.iter().zip(&row.cells)) {
        let rest = area.right().saturating_sub(x);
        // a row with fewer cells than columns has the room of the others for its last
        let room = if at == last && last < widths.len() {
            rest
        } else {
            (*width).min(rest)
        };
        match column {
            Column::Number(_) => {
                text::put(buf, x, area.y, room, &text::pad_left(cell, room), style)
            }
            Column::Fixed(_) | Column::Flex(_) => text::put(buf, x, area.y, room, cell, style),
        };
        x = x.saturating_add(*width).saturating_add(1);
    }
}

/// Shares out the room; where it is too narrow the last columns give way first.
fn widths(columns: &[Column], room: u16) -> Vec<(Column, u16)> {
    let gaps = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let mut left = room.saturating_sub(gaps);
    let shares: u16 = columns
        .iter()
        .map(|c| if let Column::Flex(n) = c { *n } else { 0 })
        .fold(0, u16::saturating_add);
    // a flexible column carries the name of the thing, so fixed ones leave it at least this
    let mut fixed = left.saturating_sub(if shares == 0 { 0 } else { left.min(8) });
    let mut out: Vec<(Column, u16)> = Vec::with_capacity(columns.len());
    for column in columns {
        let width = match column {
            Column::Fixed(n) | Column::Number(n) => (*n).min(fixed),
            Column::Flex(_) => 0,
        };
        fixed -= width;
        left -= width;
        out.push((*column, width));
    }
    let (mut shares, mut left) = (shares, left);
    for (column, width) in &mut out {
        if let Column::Flex(n) = column
            && shares > 0
        {
            let part = u32::from(left) * u32::from(*n) / u32::from(shares);
            *width = u16::try_from(part).unwrap_or(left);
            left -= *width;
            shares -= *n;
        }
    }
    out
}

#[cfg(test)]
#[path = "list_tests.rs"]
mod tests;
