//! Bytes as a sheet: a header and rows of cells, each with its line. Nothing is understood yet.

use super::columns::{Column, OTHER_SEPARATORS};
use super::decode::{self, Lines};
use super::fault::{Cause, RowFault, quoted};
use super::{MOST_COLUMNS, MOST_ROWS};
use std::io::Read;

/// Stands behind the last line: where it is not found again, a quotation mark has swallowed it.
const END: &[u8] = b"\n\0";

/// A heading of the file that is known.
pub(super) struct Head {
    pub(super) column: Column,
    pub(super) heading: String,
    place: usize,
}

/// A row as it stands.
pub(super) struct Raw {
    pub(super) line: u64,
    pub(super) cells: Vec<String>,
}

/// The header that is understood, and the rows that are whole.
pub(super) struct Sheet {
    heads: Vec<Head>,
    pub(super) rows: Vec<Raw>,
    /// The line of the header.
    pub(super) line: u64,
    /// Whether rows were left out because of their faults.
    pub(super) holes: bool,
}

impl Sheet {
    /// Makes a sheet of cells that stand in the order of their headings.
    pub(super) fn made(
        headings: Vec<(Column, String)>,
        rows: Vec<(u64, Vec<String>)>,
        holes: bool,
    ) -> Self {
        let heads = headings.into_iter().enumerate();
        Self {
            heads: heads
                .map(|(place, (column, heading))| Head {
                    column,
                    heading,
                    place,
                })
                .collect(),
            rows: rows
                .into_iter()
                .map(|(line, cells)| Raw { line, cells })
                .collect(),
            line: 0,
            holes,
        }
    }

    /// Returns the heading of a column, where the file has it.
    pub(super) fn head(&self, column: Column) -> Option<&Head> {
        self.heads.iter().find(|head| head.column == column)
    }
}

impl Raw {
    /// Returns what stands under a heading.
    pub(super) fn cell(&self, head: &Head) -> &str {
        self.cells.get(head.place).map_or("", String::as_str)
    }

    fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Reads the bytes; `None` when there is nothing to go on with.
pub(super) fn read(bytes: &[u8], faults: &mut Vec<RowFault>) -> Option<Sheet> {
    let text = decode::text(bytes, decode::has_headings);
    let text = text.map_err(|fault| faults.push(fault)).ok()?;
    let mut rows = split(&text, faults).into_iter();
    let Some(header) = rows.next() else {
        if faults.is_empty() {
            faults.push(RowFault::of_file(Cause::Empty));
        }
        return None;
    };
    let (heads, width) = read_header(&header, faults)?;
    let mut sheet = Sheet {
        heads,
        rows: Vec::new(),
        line: header.line,
        holes: !faults.is_empty(),
    };
    for row in rows {
        if fits(&row, &header, width, faults) {
            sheet.rows.push(row);
        } else {
            sheet.holes = true;
        }
    }
    if sheet.rows.is_empty() && !sheet.holes {
        faults.push(RowFault::of_line(sheet.line, Cause::NoRows));
    }
    Some(sheet)
}

/// Parts the text into rows that are not blank.
pub(super) fn split(text: &str, faults: &mut Vec<RowFault>) -> Vec<Raw> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(delimiter(text))
        .flexible(true)
        .from_reader(text.as_bytes().chain(END));
    let mut lines = Lines::new(text.as_bytes());
    let mut record = csv::ByteRecord::new();
    let mut rows = Vec::new();
    let mut last: Option<Raw> = None;
    // Bytes in memory cannot fail to be read, so an error ends the loop like the end does.
    while let Ok(true) = reader.read_byte_record(&mut record) {
        rows.extend(last.take().filter(|row| !row.is_blank()));
        if rows.len() > MOST_ROWS + 1 {
            let line = rows.last().map_or(1, |row| row.line);
            faults.push(RowFault::of_line(
                line,
                Cause::TooManyRows { most: MOST_ROWS },
            ));
            rows.truncate(MOST_ROWS + 1);
            return rows;
        }
        let start = record.position().map_or(0, csv::Position::byte);
        last = Some(Raw {
            line: lines.at_text_after(start),
            cells: record
                .iter()
                .map(|cell| String::from_utf8_lossy(cell).into_owned())
                .collect(),
        });
    }
    if let Some(row) = last
        && row.cells != ["\0"]
    {
        let opened = row.cells.last().map_or("", String::as_str);
        faults.push(RowFault {
            value: quoted(opened),
            ..RowFault::of_line(row.line, Cause::Unclosed)
        });
    }
    rows
}

/// Returns what parts the cells. Programs that write UTF-16 part them by tabs.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty());
    let known = |mark| {
        let mut cells = header.unwrap_or_default().split(mark);
        cells.any(|cell| Column::of(cell.trim_matches('"')).is_some())
    };
    if known('\t') && !known(',') {
        b'\t'
    } else {
        b','
    }
}

/// Reads the header; returns the columns known and how many cells a row has.
fn read_header(header: &Raw, faults: &mut Vec<RowFault>) -> Option<(Vec<Head>, usize)> {
    let width = header
        .cells
        .iter()
        .rposition(|cell| !cell.trim().is_empty())
        .map_or(0, |last| last + 1);
    let mut fault = |cause, value: &str| {
        faults.push(RowFault {
            value: quoted(value),
            ..RowFault::of_line(header.line, cause)
        });
    };
    if width > MOST_COLUMNS {
        let most = MOST_COLUMNS;
        fault(Cause::TooManyColumns { have: width, most }, "");
        return None;
    }
    let first = header.cells.first().map_or("", String::as_str);
    if header.cells.iter().all(|cell| Column::of(cell).is_none()) {
        let parted = first
            .split(OTHER_SEPARATORS)
            .any(|part| Column::of(part).is_some());
        fault(
            if parted {
                Cause::NotCommas
            } else {
                Cause::NoHeader
            },
            first,
        );
        return None;
    }
    let mut heads: Vec<Head> = Vec::new();
    for (place, cell) in header.cells.iter().enumerate() {
        let heading = quoted(cell);
        match Column::of(cell) {
            _ if heading.is_empty() => {}
            None => fault(Cause::UnknownColumn, cell),
            Some(column) => match heads.iter().find(|head| head.column == column) {
                Some(there) => {
                    let first = there.heading.clone();
                    fault(Cause::DuplicateColumn { first }, cell);
                }
                None => heads.push(Head {
                    column,
                    heading,
                    place,
                }),
            },
        }
    }
    for column in Column::REQUIRED {
        if heads.iter().all(|head| head.column != column) {
            fault(Cause::MissingColumn { column }, "");
        }
    }
    Some((heads, width))
}

/// Checks that a row has the shape of the header. Spreadsheets pad rows with empty cells.
fn fits(row: &Raw, header: &Raw, width: usize, faults: &mut Vec<RowFault>) -> bool {
    let have = row.cells.len();
    if have < width {
        faults.push(RowFault::of_line(
            row.line,
            Cause::HalfRow { have, need: width },
        ));
        return false;
    }
    let stray = row.cells.iter().enumerate().find(|(place, cell)| {
        let heading = header.cells.get(*place).map_or("", String::as_str);
        heading.trim().is_empty() && !cell.trim().is_empty()
    });
    if let Some((_, cell)) = stray {
        faults.push(RowFault {
            value: quoted(cell),
            ..RowFault::of_line(row.line, Cause::NoHeading)
        });
    }
    stray.is_none()
}
