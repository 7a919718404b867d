//! A row of cells as what it says: each cell read by itself, nothing looked up yet.

use super::columns::{Column, answer_of, capacity_of};
use super::fault::{Cause, Cleaned, RowFault, quoted};
use super::sheet::{Raw, Sheet};
use crate::domain::dates::read_full_day;
use crate::domain::roster::Capacity;
use crate::domain::text::{Line, TextFault, clean};
use crate::exchange::escape::unescape;
use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

/// What a row says. `None` where it says nothing, so that what stands is left as it is.
pub(super) struct Row {
    pub(super) line: u64,
    /// The village; `None` for an area-wide seat.
    pub(super) village: Option<Line>,
    pub(super) name: Line,
    pub(super) role: Line,
    pub(super) capacity: Option<Capacity>,
    pub(super) from: Option<NaiveDate>,
    /// The last day; inside, `None` for a seat without end.
    pub(super) to: Option<Option<NaiveDate>>,
    pub(super) counts: Option<bool>,
    pub(super) lead: Option<bool>,
    pub(super) joined: Option<NaiveDate>,
    pub(super) left: Option<NaiveDate>,
    pub(super) reference: Option<Line>,
}

/// Reads cells and keeps what is to be said about them.
pub(super) struct Cells<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) faults: &'a mut Vec<RowFault>,
    pub(super) cleaned: Vec<Cleaned>,
}

/// A cell that was found.
struct Cell {
    heading: String,
    text: String,
}

impl Cells<'_> {
    /// Reads a row; `None` when it is not known who sits where as what.
    pub(super) fn row(&mut self, raw: &Raw) -> Option<Row> {
        let village = self.line(raw, Column::Village, false);
        let name = self.line(raw, Column::Name, true);
        let role = self.line(raw, Column::Role, true);
        let reference = self.line(raw, Column::Ref, false);
        let capacity = self.word(raw, Column::Capacity, capacity_of, Cause::UnknownCapacity);
        let counts = self.word(raw, Column::Counts, answer_of, Cause::NotYesOrNo);
        let lead = self.word(raw, Column::Lead, answer_of, Cause::NotYesOrNo);
        let from = self.word(raw, Column::From, day_of, Cause::NotADay);
        let to = self.word(raw, Column::To, day_of, Cause::NotADay);
        let joined = self.word(raw, Column::Joined, day_of, Cause::NotADay);
        let left = self.word(raw, Column::Left, day_of, Cause::NotADay);
        let has = |column| self.sheet.head(column).is_some();
        Some(Row {
            line: raw.line,
            capacity: has(Column::Capacity).then(|| capacity.unwrap_or(Capacity::Voting)),
            to: has(Column::To).then_some(to),
            counts: has(Column::Counts).then(|| counts.unwrap_or(false)),
            from,
            lead,
            joined,
            left,
            village: village.ok()?,
            name: name.ok()??,
            role: role.ok()??,
            reference: reference.ok()?,
        })
    }

    /// Adds a fault of a cell.
    pub(super) fn fault(&mut self, line: u64, column: Column, value: &str, cause: Cause) {
        let head = self.sheet.head(column);
        self.faults.push(RowFault {
            line,
            column: head.map(|head| head.heading.clone()),
            value: quoted(value),
            cause,
        });
    }

    fn line(&mut self, raw: &Raw, column: Column, required: bool) -> Result<Option<Line>, ()> {
        let Some(cell) = self.cell(raw, column)? else {
            return Ok(None);
        };
        match Line::new(&cell.text) {
            Ok(line) => Ok(Some(line)),
            Err(TextFault::Empty) if !required => Ok(None),
            Err(TextFault::Empty) => {
                self.fault(raw.line, column, "", Cause::Missing);
                Err(())
            }
            Err(TextFault::TooLong { have, most }) => {
                let cause = Cause::TooLong { have, most };
                self.fault(raw.line, column, &cell.text, cause);
                Err(())
            }
        }
    }

    /// Reads a cell that says one of few things; a fault says nothing.
    fn word<T>(
        &mut self,
        raw: &Raw,
        column: Column,
        read: impl FnOnce(&str) -> Option<T>,
        cause: Cause,
    ) -> Option<T> {
        let cell = self.cell(raw, column).ok()??;
        if cell.text.is_empty() {
            return None;
        }
        let word = read(&cell.text);
        if word.is_none() {
            self.fault(raw.line, column, &cell.text, cause);
        }
        word
    }

    fn cell(&mut self, raw: &Raw, column: Column) -> Result<Option<Cell>, ()> {
        let Some(head) = self.sheet.head(column) else {
            return Ok(None);
        };
        let (text, dropped) = clean(&unescape(raw.cell(head).trim()));
        let cell = Cell {
            heading: head.heading.clone(),
            text: text.trim().to_owned(),
        };
        if cell.text.contains('\n') {
            self.fault(raw.line, column, &cell.text, Cause::SpansLines);
            return Err(());
        }
        if dropped > 0 {
            self.cleaned.push(Cleaned {
                line: raw.line,
                column: cell.heading.clone(),
                value: quoted(&cell.text),
                dropped,
            });
        }
        Ok(Some(cell))
    }
}

/// Reads a day written in full.
fn day_of(text: &str) -> Option<NaiveDate> {
    let folded: String = text.nfkc().collect();
    read_full_day(&folded)
}
