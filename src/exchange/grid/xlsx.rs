//! Tables as a workbook, one sheet each.

use super::{Cell, Grid, yuan};
use crate::exchange::escape::escape;
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// The largest number that a spreadsheet keeps to the last digit; a larger one is written as words.
const EXACT: u64 = 1 << 53;

/// The longest name of a sheet, in characters.
const LONGEST_NAME: usize = 31;

/// The widest a column is made, in characters.
const WIDEST: usize = 48;

/// Writes tables into a workbook. `made` is the day that stands in its properties: the same tables with
/// the same day are the same bytes.
///
/// # Errors
/// Where a table has more rows or columns than a sheet takes.
pub fn write(grids: &[Grid], made: NaiveDate) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = match date(made) {
        Some(made) => made,
        None => ExcelDateTime::from_ymd(1900, 1, 1)?,
    };
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let mut names: Vec<String> = Vec::new();
    for grid in grids {
        let name = sheet_name(&grid.name, names.len() + 1, &names);
        let sheet = workbook.add_worksheet();
        sheet.set_name(&name)?;
        names.push(name);
        fill(sheet, grid)?;
    }
    workbook.save_to_buffer()
}

fn fill(sheet: &mut Worksheet, grid: &Grid) -> Result<(), XlsxError> {
    let head = Format::new()
        .set_bold()
        .set_border_bottom(FormatBorder::Thin);
    let money = Format::new().set_num_format("#,##0.00");
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let plain = Format::new();
    let mut row_at = 0;
    for row in &grid.rows {
        for (column, cell) in (0_u16..).zip(row) {
            let format = if row_at == 0 { &head } else { &plain };
            match cell {
                Cell::Text(words) => {
                    sheet.write_string_with_format(row_at, column, escape(words), format)?
                }
                Cell::Count(count) if *count <= EXACT => {
                    sheet.write_number_with_format(row_at, column, exact(*count), format)?
                }
                Cell::Money(fen) if *fen <= EXACT => {
                    sheet.write_number_with_format(row_at, column, exact(*fen) / 100.0, &money)?
                }
                Cell::Count(count) => sheet.write_string(row_at, column, count.to_string())?,
                Cell::Money(fen) => sheet.write_string(row_at, column, yuan(*fen))?,
                Cell::Day(on) => match date(*on) {
                    Some(date) => sheet.write_datetime_with_format(row_at, column, &date, &day)?,
                    None => sheet.write_string(row_at, column, on.to_string())?,
                },
                Cell::Empty => sheet,
            };
        }
        row_at += 1;
    }
    row_at += 1;
    for words in &grid.foot {
        sheet.write_string(row_at, 0, escape(words))?;
        row_at += 1;
    }
    let columns = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
    for (column, at) in (0_u16..).zip(0..columns) {
        let widths = grid.rows.iter().filter_map(|row| row.get(at)).map(width);
        let widest = widths.max().unwrap_or(0).clamp(8, WIDEST);
        sheet.set_column_width(column, u32::try_from(widest + 2).unwrap_or(10))?;
    }
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

/// Returns a day as a spreadsheet keeps it; `None` before those it knows.
fn date(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    let (month, day) = (
        u8::try_from(day.month()).ok()?,
        u8::try_from(day.day()).ok()?,
    );
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// Returns a number that a spreadsheet keeps to the last digit.
#[allow(clippy::cast_precision_loss)]
const fn exact(number: u64) -> f64 {
    number as f64
}

/// Returns how wide a field is, a character beyond ASCII taken for two.
fn width(cell: &Cell) -> usize {
    match cell {
        Cell::Text(words) => words.chars().map(|c| 1 + usize::from(!c.is_ascii())).sum(),
        Cell::Count(count) => count.to_string().len(),
        Cell::Money(fen) => yuan(*fen).len() + 3,
        Cell::Day(_) => "yyyy-mm-dd".len(),
        Cell::Empty => 0,
    }
}

/// Makes a name that a sheet may have, and that no other one of the workbook has.
fn sheet_name(words: &str, number: usize, taken: &[String]) -> String {
    let safe: String = words
        .chars()
        .map(|c| match c {
            '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'' => ' ',
            c if c.is_control() => ' ',
            c => c,
        })
        // A sheet counts its name in the units of UTF-16.
        .scan(0, |units, c| {
            *units += c.len_utf16();
            (*units <= LONGEST_NAME).then_some(c)
        })
        .collect();
    let safe = safe.trim().to_owned();
    let same = |other: &String| other.to_lowercase() == safe.to_lowercase();
    if safe.is_empty() || taken.iter().any(same) || safe.eq_ignore_ascii_case("history") {
        return number.to_string();
    }
    safe
}
