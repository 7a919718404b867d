//! The rows of a text as they stand on the screen, laid out one line at a time, once, and only where somebody looks.

use crate::tui::text;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A row: its line, and which row of that line it is. Rows are in the order of their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Place {
    line: usize,
    row: usize,
}

/// Lines broken into rows of so many cells.
pub(super) struct Rows<'a> {
    lines: &'a [String],
    cells: u16,
    /// Where the rows of a line begin, of the lines looked at so far.
    laid: RefCell<BTreeMap<usize, Rc<[usize]>>>,
}

impl<'a> Rows<'a> {
    pub(super) const fn new(lines: &'a [String], cells: u16) -> Self {
        Self {
            lines,
            cells,
            laid: RefCell::new(BTreeMap::new()),
        }
    }

    fn line(&self, line: usize) -> &'a str {
        self.lines.get(line).map_or("", String::as_str)
    }

    /// Gives where the rows of a line begin, in characters; never empty.
    fn starts(&self, line: usize) -> Rc<[usize]> {
        let mut laid = self.laid.borrow_mut();
        let starts = laid
            .entry(line)
            .or_insert_with(|| text::row_starts(self.line(line), self.cells).into());
        Rc::clone(starts)
    }

    fn count(&self, line: usize) -> usize {
        self.starts(line).len()
    }

    /// Gives the row a caret is in.
    pub(super) fn place(&self, (line, at): (usize, usize)) -> Place {
        let starts = self.starts(line);
        let row = starts.partition_point(|start| *start <= at);
        Place {
            line,
            row: row.saturating_sub(1),
        }
    }

    /// Gives the text of a row, with the blanks that hang over its end.
    fn text(&self, place: Place) -> &'a str {
        let starts = self.starts(place.line);
        let line = self.line(place.line);
        let byte = |row: usize| {
            let at = starts.get(row)?;
            line.char_indices().nth(*at).map(|(byte, _)| byte)
        };
        let end = byte(place.row + 1).unwrap_or(line.len());
        line.get(byte(place.row).unwrap_or(line.len())..end)
            .unwrap_or_default()
    }

    /// Gives the column of a caret in its row.
    pub(super) fn column(&self, (line, at): (usize, usize)) -> u16 {
        let place = self.place((line, at));
        let start = self.starts(line).get(place.row).copied().unwrap_or(0);
        let before = self.text(place).char_indices().nth(at - start);
        let row = self.text(place);
        let end = before.map_or(row.len(), |(byte, _)| byte);
        text::width(row.get(..end).unwrap_or_default())
    }

    /// Gives the caret nearest to a column of a row, from the left.
    pub(super) fn at(&self, place: Place, column: u16) -> (usize, usize) {
        let starts = self.starts(place.line);
        let start = starts.get(place.row).copied().unwrap_or(0);
        let within = text::head(self.text(place), column).chars().count();
        // behind the last character of a row the caret would stand in the next one
        let last = starts
            .get(place.row + 1)
            .map_or(usize::MAX, |next| next.saturating_sub(1));
        (place.line, (start + within).min(last))
    }

    /// Gives the row so many rows on, or as far as there are rows.
    pub(super) fn walk(&self, from: Place, by: isize) -> Place {
        let mut place = from;
        for _ in 0..by.unsigned_abs() {
            let next = if by < 0 {
                self.before(place)
            } else {
                self.after(place)
            };
            match next {
                Some(next) => place = next,
                None => break,
            }
        }
        place
    }

    fn before(&self, place: Place) -> Option<Place> {
        if let Some(row) = place.row.checked_sub(1) {
            return Some(Place { row, ..place });
        }
        let line = place.line.checked_sub(1)?;
        let row = self.count(line) - 1;
        Some(Place { line, row })
    }

    fn after(&self, place: Place) -> Option<Place> {
        if place.row + 1 < self.count(place.line) {
            let row = place.row + 1;
            return Some(Place { row, ..place });
        }
        let line = place.line + 1;
        (line < self.lines.len()).then_some(Place { line, row: 0 })
    }

    /// Gives the first row to be seen so that a row is seen: the old one where that does.
    pub(super) fn scrolled(&self, top: Place, caret: Place, height: u16) -> Place {
        let top = Place {
            line: top.line,
            // of a line that is wider now, or shorter
            row: top.row.min(self.count(top.line) - 1),
        };
        if caret < top {
            caret
        } else if self.distance(top, caret, height) < height {
            top
        } else {
            let back = isize::try_from(height.saturating_sub(1)).unwrap_or(0);
            self.walk(caret, -back)
        }
    }

    /// Gives how many rows lie between two, `most` where there are more.
    pub(super) fn distance(&self, top: Place, caret: Place, most: u16) -> u16 {
        let mut rows = 0;
        let mut place = top;
        while place < caret && rows < most {
            match self.after(place) {
                Some(next) => place = next,
                None => break,
            }
            rows += 1;
        }
        rows
    }

    /// Gives the rows from one on.
    pub(super) fn from(&self, top: Place) -> impl Iterator<Item = &'a str> + '_ {
        std::iter::successors(Some(top), |place| self.after(*place)).map(|place| self.text(place))
    }
}
