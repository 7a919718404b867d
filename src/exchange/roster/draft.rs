//! A roster that is read but not taken in: its rows can be mended one by one.

use super::MOST_ROWS;
use super::columns::{Column, Wording};
use super::decode;
use super::fault::{Cause, RowFault, quoted};
use super::judge::Mending;
use super::loose::{self, CELLS};
use super::sheet::{Raw, split};
use crate::domain::World;
use crate::domain::text::Line;
use std::collections::{BTreeMap, BTreeSet};

/// A row as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// The line it was read from; no two rows have the same.
    pub line: u64,
    pub(super) cells: BTreeMap<Column, String>,
    /// What was wrong with the line as a whole, until it is mended.
    pub(super) doubt: Option<Cause>,
    /// Whether the name is that of the person who has it already.
    pub(super) same: bool,
}

/// Rows to be looked through before they are taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The columns with their headings, in order.
    pub(super) heads: BTreeMap<Column, String>,
    pub(super) rows: Vec<DraftRow>,
    /// The keys of villages that are new though their names are nearly those of others.
    pub(super) sure: BTreeSet<String>,
    pub(super) wording: Wording,
    /// Headings that mean nothing here; what stands under them is not taken in.
    pub left_out: Vec<String>,
}

impl DraftRow {
    /// Returns what stands in a column.
    #[must_use]
    pub fn cell(&self, column: Column) -> &str {
        self.cells.get(&column).map_or("", String::as_str)
    }

    /// Returns what stands in it, a cell after the other.
    #[must_use]
    pub fn words(&self) -> String {
        let cells: Vec<&str> = self.cells.values().map(String::as_str).collect();
        cells.join(" ").trim().to_owned()
    }

    pub(super) fn key(&self, column: Column) -> String {
        key(self.cell(column))
    }
}

impl Draft {
    /// Reads a list: a roster file, or lines of village, name and role without a header.
    ///
    /// # Errors
    /// What is wrong with the list as a whole, so that there are no rows to mend.
    pub fn read(bytes: &[u8], world: &World, wording: Wording) -> Result<Self, Vec<RowFault>> {
        let text = decode::text(bytes, decode::has_words).map_err(|fault| vec![fault])?;
        let mut faults = Vec::new();
        let rows = split(&text, &mut faults);
        let table = rows.first().and_then(|header| {
            let known = header.cells.iter().any(|cell| Column::of(cell).is_some());
            (known && header.cells.len() > 1).then_some(header)
        });
        let draft = match table {
            Some(_) if !faults.is_empty() => return Err(faults),
            Some(header) => Self::of_table(header, rows.get(1..).unwrap_or_default(), wording),
            None => Self::of_lines(&text, world, wording),
        };
        let cause = match draft.rows.len() {
            0 if table.is_some() => Cause::NoRows,
            0 => Cause::Empty,
            have if have > MOST_ROWS => Cause::TooManyRows { most: MOST_ROWS },
            _ => return Ok(draft),
        };
        Err(vec![RowFault::of_line(1, cause)])
    }

    fn empty(wording: Wording) -> Self {
        let heads = Column::REQUIRED.map(|column| (column, column.heading(wording).to_owned()));
        Self {
            heads: BTreeMap::from(heads),
            rows: Vec::new(),
            sure: BTreeSet::new(),
            wording,
            left_out: Vec::new(),
        }
    }

    fn of_table(header: &Raw, rows: &[Raw], wording: Wording) -> Self {
        let mut draft = Self::empty(wording);
        let columns = draft.read_heads(&header.cells);
        let need = header
            .cells
            .iter()
            .rposition(|cell| !cell.trim().is_empty())
            .map_or(0, |last| last + 1);
        draft.rows = rows
            .iter()
            .map(|raw| {
                let have = raw.cells.len();
                let stray = raw.cells.iter().skip(need).any(|it| !it.trim().is_empty());
                let doubt = if have < need {
                    Some(Cause::HalfRow { have, need })
                } else {
                    stray.then_some(Cause::NoHeading)
                };
                row(raw.line, &columns, &raw.cells, doubt)
            })
            .collect();
        draft
    }

    fn of_lines(text: &str, world: &World, wording: Wording) -> Self {
        let mut draft = Self::empty(wording);
        let mut villages: BTreeSet<String> =
            world.villages.values().map(|it| it.name.key()).collect();
        let mut columns: Vec<Option<Column>> = Column::REQUIRED.map(Some).to_vec();
        let mut need = CELLS;
        let text = text.replace("\r\n", "\n");
        for (line, words) in (1..).zip(text.split(['\n', '\r'])) {
            if words.trim().is_empty() {
                continue;
            }
            let cells = loose::cells(words, &villages);
            if draft.rows.is_empty()
                && let Some(found) = loose::headings(&cells)
            {
                need = found.len();
                columns = found;
                draft.read_heads(&cells);
                continue;
            }
            let typed = need == CELLS && columns.iter().eq(&Column::REQUIRED.map(Some));
            let row = if typed {
                typed_row(line, cells, &villages, !draft.rows.is_empty())
            } else {
                let have = cells.len();
                let doubt = match have.cmp(&need) {
                    std::cmp::Ordering::Less => Some(Cause::HalfRow { have, need }),
                    std::cmp::Ordering::Equal => None,
                    std::cmp::Ordering::Greater => Some(Cause::NoHeading),
                };
                row(line, &columns, &cells, doubt)
            };
            if row.doubt.is_none() {
                villages.insert(row.key(Column::Village));
            }
            draft.rows.push(row);
            if draft.rows.len() > MOST_ROWS {
                break;
            }
        }
        draft
    }

    /// Takes the headings, and gives the column of each cell of a row.
    fn read_heads(&mut self, header: &[String]) -> Vec<Option<Column>> {
        let mut seen = BTreeSet::new();
        let mut columns = Vec::new();
        for cell in header {
            let column = Column::of(cell).filter(|column| seen.insert(*column));
            match column {
                Some(column) => {
                    self.heads.insert(column, quoted(cell));
                }
                None if cell.trim().is_empty() => {}
                None => self.left_out.push(quoted(cell)),
            }
            columns.push(column);
        }
        columns
    }

    /// Returns the rows in order.
    #[must_use]
    pub fn rows(&self) -> &[DraftRow] {
        &self.rows
    }

    /// Returns the row of a line.
    #[must_use]
    pub fn row(&self, line: u64) -> Option<&DraftRow> {
        self.rows.iter().find(|row| row.line == line)
    }

    /// Returns the column of a heading that a fault names.
    #[must_use]
    pub fn column_of(&self, heading: &str) -> Option<Column> {
        let mut heads = self.heads.iter();
        heads
            .find(|(_, own)| own.as_str() == heading)
            .map(|(column, _)| *column)
    }

    /// Returns the heading of a column, where there is one.
    #[must_use]
    pub fn heading(&self, column: Column) -> Option<&str> {
        self.heads.get(&column).map(String::as_str)
    }

    /// Adds the rows of another list behind these.
    pub fn append(&mut self, other: Self) {
        let after = self.rows.iter().map(|row| row.line).max().unwrap_or(0);
        for (column, heading) in other.heads {
            self.heads.entry(column).or_insert(heading);
        }
        self.left_out.extend(other.left_out);
        self.rows.extend(other.rows.into_iter().map(|row| DraftRow {
            line: row.line.saturating_add(after),
            ..row
        }));
    }

    /// Writes cells of a row; whatever was wrong with the line as a whole is mended by it.
    pub fn set(&mut self, line: u64, cells: impl IntoIterator<Item = (Column, String)>) {
        let wording = self.wording;
        let Some(row) = self.rows.iter_mut().find(|row| row.line == line) else {
            return;
        };
        row.doubt = None;
        for (column, text) in cells {
            if !text.is_empty() {
                let heading = || column.heading(wording).to_owned();
                self.heads.entry(column).or_insert_with(heading);
            }
            row.cells.insert(column, text);
        }
    }

    /// Lets a row go.
    pub fn drop_row(&mut self, line: u64) {
        self.rows.retain(|row| row.line != line);
    }

    /// Takes the mending that is proposed. A village misspelt is put right wherever it stands.
    pub fn accept(&mut self, line: u64, mending: &Mending) {
        match mending {
            Mending::Village(name) => {
                let wrong = self.row(line).map(|row| row.key(Column::Village));
                let rows = self.rows.iter_mut();
                for row in rows.filter(|row| Some(row.key(Column::Village)) == wrong) {
                    row.cells.insert(Column::Village, name.to_string());
                }
            }
            Mending::Above(name) => self.set(line, [(Column::Village, name.to_string())]),
            Mending::Drop => self.drop_row(line),
            Mending::Keep => self.set(line, []),
            Mending::Same => {
                if let Some(row) = self.rows.iter_mut().find(|row| row.line == line) {
                    row.same = true;
                }
            }
        }
    }

    /// Keeps a village's name as a new village's.
    pub fn keep_village(&mut self, line: u64) {
        let key = self.row(line).map(|row| row.key(Column::Village));
        self.sure.extend(key);
    }

    /// Makes the village of a row the lead village, and of no other row.
    pub fn lead(&mut self, line: u64) {
        let Some(leads) = self.row(line).map(|row| row.key(Column::Village)) else {
            return;
        };
        let (yes, no) = (self.wording.answer(true), self.wording.answer(false));
        let heading = Column::Lead.heading(self.wording);
        let had = self.heads.contains_key(&Column::Lead);
        self.heads
            .entry(Column::Lead)
            .or_insert_with(|| heading.to_owned());
        for row in &mut self.rows {
            let said = if row.key(Column::Village) == leads {
                yes
            } else if had && !row.cell(Column::Lead).is_empty() {
                no
            } else {
                continue;
            };
            row.cells.insert(Column::Lead, said.to_owned());
        }
    }
}

fn row(line: u64, columns: &[Option<Column>], cells: &[String], doubt: Option<Cause>) -> DraftRow {
    let cells = columns.iter().zip(cells);
    DraftRow {
        line,
        cells: cells
            .filter_map(|(column, cell)| Some(((*column)?, cell.clone())))
            .collect(),
        doubt,
        same: false,
    }
}

/// Makes a row of a line without headings. Half a line below others is the next of their village.
fn typed_row(line: u64, cells: Vec<String>, known: &BTreeSet<String>, below: bool) -> DraftRow {
    let have = cells.iter().filter(|cell| !cell.is_empty()).count();
    let columns = Column::REQUIRED.map(Some);
    let mut cells = cells;
    let names_village = cells.first().is_some_and(|cell| known.contains(&key(cell)));
    if cells.len() == 2 && below && !names_village {
        cells.insert(0, String::new());
    }
    let doubt = if have < CELLS {
        Some(Cause::ShortLine { have })
    } else if cells.len() > CELLS {
        let rest = cells.split_off(CELLS - 1);
        cells.push(rest.join(" ").trim().to_owned());
        Some(Cause::LongLine { have })
    } else {
        None
    };
    row(line, &columns, &cells, doubt)
}

fn key(text: &str) -> String {
    Line::new(text).map(|line| line.key()).unwrap_or_default()
}
