//! Tables as a workbook, one sheet each.

use super::{Cell, Grid, yuan};
use crate::exchange::escape::escape;
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// The largest number that a spreadsheet keeps to the last digit; a larger one is written as words.
const EXACT: u64 = 1 << 53;

/// The longest name of a sheet, in characters.
const LONGEST_NAME: usize = 31;

/// The widest a column is made, in characters.
const WIDEST: usize = 48;

/// A4, as a sheet counts kinds of paper.
const A4: u8 = 9;

/// How high a row of words is, in points.
const ROW_HEIGHT: u32 = 16;

/// How large the head is written, in points.
const HEAD_SIZE: f64 = 14.0;

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
    if !grid.head.is_empty() {
        let title = Format::new().set_bold().set_font_size(HEAD_SIZE);
        sheet.write_string_with_format(0, 0, escape(&grid.head), &title)?;
        row_at = 1;
    }
    let names_at = row_at;
    for row in &grid.rows {
        for (column, cell) in (0_u16..).zip(row) {
            let format = if row_at == names_at { &head } else { &plain };
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
    let columns = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut across = 0;
    for (column, at) in (0_u16..).zip(0..columns) {
        let widths = grid.rows.iter().filter_map(|row| row.get(at)).map(width);
        let widest = widths.max().unwrap_or(0).clamp(8, WIDEST) + 2;
        sheet.set_column_width(column, u32::try_from(widest).unwrap_or(10))?;
        across += widest;
    }
    foot(sheet, grid, row_at + 1, (columns, across))?;
    sheet.set_freeze_panes(names_at + 1, 1)?;
    on_paper(sheet, names_at)
}

/// Writes what is to be known of a table below it, each as wide as the table: what runs over its side is cut on paper.
fn foot(
    sheet: &mut Worksheet,
    grid: &Grid,
    from: u32,
    (columns, across): (usize, usize),
) -> Result<(), XlsxError> {
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let last = columns.checked_sub(1).map(u16::try_from);
    for (row_at, words) in (from..).zip(&grid.foot) {
        match last {
            Some(Ok(last)) if last > 0 => {
                let rows = width(&Cell::text(words.clone())).div_ceil(across.max(1));
                let height = ROW_HEIGHT.saturating_mul(u32::try_from(rows).unwrap_or(1));
                sheet.merge_range(row_at, 0, row_at, last, &escape(words), &wrapped)?;
                sheet.set_row_height(row_at, height.max(ROW_HEIGHT))?;
            }
            _ => {
                sheet.write_string(row_at, 0, escape(words))?;
            }
        }
    }
    Ok(())
}

/// Sets how it is printed: across, as wide as one page, its head and the names of its figures on every page.
fn on_paper(sheet: &mut Worksheet, names_at: u32) -> Result<(), XlsxError> {
    sheet.set_paper_size(A4).set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    // In inches: so low that the report and its notes stand on one page.
    sheet.set_margins(0.7, 0.7, 0.4, 0.5, 0.2, 0.25);
    sheet.set_repeat_rows(0, names_at)?;
    sheet.set_repeat_columns(0, 0)?;
    sheet.set_footer("&C&P / &N");
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
