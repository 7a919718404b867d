//! Writes a paper as plain text, lined up in cells.

use super::block::{Align, Block, Field, Table, lines, one_line};
use crate::cells::{pad, unstacked, width, wrap};
use crate::i18n::{Language, common};

/// The line to sign on.
const SIGN: &str = "________________";

/// What stands between two columns.
const GAP: &str = "  ";

/// The narrowest column: one Chinese character and its mark.
const NARROWEST: usize = 4;

/// The longest name that a row is known by and that stays whole.
const NAME: usize = 12;

/// So many columns stand beside each other however narrow the paper is.
const BESIDE: usize = 3;

/// The narrowest paper.
const LEAST: usize = 16;

/// A line of plain text, and what of the paper it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its words.
    pub text: String,
    /// The index of its block; that of the block below for the blank line between two.
    pub block: usize,
    /// The index of its item, in a list; 0 elsewhere.
    pub item: usize,
}

/// Writes a paper as plain text, wrapped at so many cells, with no more marks on a letter than are drawn.
///
/// Only a table with more columns than fit sticks out. The language chooses the mark between a label
/// and its value; Chinese paragraphs start two characters in.
#[must_use]
pub fn write(paper: &[Block], language: Language, cells: usize) -> String {
    let lines = write_lines(paper, language, cells).into_iter();
    let text: String = lines.map(|line| line.text + "\n").collect();
    // Whoever opens it with `less` or prints it has no screen of this program between.
    unstacked(&text).into_owned()
}

/// Writes a paper as [`write()`] does, and says of each line what it is of.
#[must_use]
pub fn write_lines(paper: &[Block], language: Language, cells: usize) -> Vec<Line> {
    let cells = cells.max(LEAST);
    let mut out = Vec::new();
    for (block, part) in paper.iter().enumerate() {
        let line = |item: usize, text: &str| Line {
            text: text.trim_end().to_owned(),
            block,
            item,
        };
        let part: Vec<(usize, String)> = match part {
            Block::Heading { level, text } => first(heading(*level, text, cells)),
            Block::Paragraph(text) => first(paragraph(text, language, cells)),
            Block::Fields(fields) => first(field_lines(fields, language, cells)),
            Block::List { ordered, items } => list(*ordered, items, cells),
            Block::Table(table) => first(table_lines(table, language, cells)),
            Block::Signature { lines } => first(signature(lines, language)),
        };
        if part.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push(line(0, ""));
        }
        out.extend(part.iter().map(|(item, text)| line(*item, text)));
    }
    out
}

fn first(lines: Vec<String>) -> Vec<(usize, String)> {
    lines.into_iter().map(|line| (0, line)).collect()
}

fn heading(level: u8, text: &str, cells: usize) -> Vec<String> {
    let text = one_line(text);
    if text.is_empty() {
        return Vec::new();
    }
    let lines = wrap(&text, cells).into_iter();
    if level > 1 {
        return lines.collect();
    }
    lines
        .map(|line| line_up(&line, cells, Align::Center))
        .collect()
}

fn paragraph(text: &str, language: Language, cells: usize) -> Vec<String> {
    let indent = match language {
        Language::Zh => "　　",
        Language::En => "",
    };
    let mut out = Vec::new();
    for line in lines(text) {
        match line.trim() {
            "" => out.push(String::new()),
            line => out.extend(wrap(&format!("{indent}{line}"), cells)),
        }
    }
    out.dedup_by(|a, b| a.is_empty() && b.is_empty());
    if out.iter().all(String::is_empty) {
        out.clear();
    }
    out
}

fn field_lines(fields: &[Field], language: Language, cells: usize) -> Vec<String> {
    let written = fields.iter().flat_map(|field| {
        let label = common::label_value(language, one_line(&field.label), "");
        hang(&label, &field.value, cells)
    });
    written.collect()
}

fn list(ordered: bool, items: &[String], cells: usize) -> Vec<(usize, String)> {
    let widest = items.len().to_string().len();
    let written = items.iter().enumerate().flat_map(|(at, text)| {
        let mark = if ordered {
            format!("{:>widest$}. ", at + 1)
        } else {
            "- ".to_owned()
        };
        let lines = hang(&mark, text, cells).into_iter();
        lines.map(move |line| (at, line))
    });
    written.collect()
}

/// Writes a text behind a mark, its later lines under its first.
fn hang(mark: &str, text: &str, cells: usize) -> Vec<String> {
    let indent = width(mark);
    // Beside a label that takes most of the line there is no room for a column.
    if indent * 2 > cells {
        return wrap(&format!("{mark}{}", one_line(text)), cells);
    }
    let text = lines(text).map(str::trim).collect::<Vec<_>>().join("\n");
    let written = wrap(&text, cells - indent).into_iter().enumerate();
    written
        .map(|(at, line)| match at {
            0 => format!("{mark}{line}"),
            _ => format!("{}{line}", " ".repeat(indent)),
        })
        .collect()
}

fn table_lines(table: &Table, language: Language, cells: usize) -> Vec<String> {
    if breaks_words(table, cells) {
        return stacked(table, language, cells);
    }
    let widths = column_widths(table, cells);
    if widths.is_empty() {
        return Vec::new();
    }
    let mut out = Vec::new();
    if !table.head.is_empty() {
        out.extend(row_lines(&table.head, table, &widths));
        let rule: Vec<_> = widths.iter().map(|w| "-".repeat(*w)).collect();
        out.push(rule.join(GAP));
    }
    let rows: Vec<_> = table
        .rows
        .iter()
        .map(|row| row_lines(row, table, &widths))
        .collect();
    // Where a cell takes several lines, only an empty line shows where its row ends.
    let apart = rows.iter().any(|row| row.len() > 1);
    for (at, row) in rows.into_iter().enumerate() {
        if apart && at > 0 {
            out.push(String::new());
        }
        out.extend(row);
    }
    out
}

/// Says whether words of a table would be broken, however its columns share the line.
fn breaks_words(table: &Table, cells: usize) -> bool {
    let columns = table.columns();
    if columns <= BESIDE || table.head.len() < columns {
        return false;
    }
    let words: usize = (0..columns).map(|at| longest_word(table, at)).sum();
    words + GAP.len() * (columns - 1) > cells
}

/// Writes a table row by row, each cell behind the name of its column: so no word is broken.
fn stacked(table: &Table, language: Language, cells: usize) -> Vec<String> {
    let mut out = Vec::new();
    for row in &table.rows {
        if !out.is_empty() {
            out.push(String::new());
        }
        for (at, name) in table.head.iter().enumerate() {
            let cell = one_line(row.get(at).map_or("", String::as_str));
            match at {
                0 => out.extend(wrap(&cell, cells)),
                _ => {
                    let name = common::label_value(language, one_line(name), "");
                    out.extend(hang(&format!("{GAP}{name}"), &cell, cells));
                }
            }
        }
    }
    out
}

/// Gives each column what it needs, then takes from the widest until the table fits.
fn column_widths(table: &Table, cells: usize) -> Vec<usize> {
    let columns = table.columns();
    let needs = |at: usize| {
        let column = table
            .rows
            .iter()
            .chain([&table.head])
            .filter_map(move |row| row.get(at));
        column
            .flat_map(|text| lines(text))
            .map(width)
            .max()
            .unwrap_or(0)
    };
    let mut widths: Vec<usize> = (0..columns).map(needs).collect();
    let gaps = GAP.len() * columns.saturating_sub(1);
    let mut over = (widths.iter().sum::<usize>() + gaps).saturating_sub(cells);
    // A word is broken only where lines between words do not make room enough.
    let unbroken = (0..columns).map(|at| longest_word(table, at));
    let unbroken: Vec<usize> = unbroken.collect();
    // The names that rows are known by stay whole longest.
    let mut narrow = vec![NARROWEST; columns];
    if let (Some(first), Some(name)) = (narrow.first_mut(), unbroken.first()) {
        *first = (*name).clamp(NARROWEST, NAME);
    }
    for least in [unbroken, narrow, vec![NARROWEST; columns]] {
        while over > 0 {
            let wide = widths.iter_mut().zip(&least);
            let wide = wide.filter(|(width, least)| **width > NARROWEST.max(**least));
            let Some((widest, _)) = wide.max_by_key(|(width, _)| **width) else {
                break;
            };
            *widest -= 1;
            over -= 1;
        }
    }
    widths
}

/// Returns how wide the longest word of a column is that has no place to break, in its head and its rows.
fn longest_word(table: &Table, at: usize) -> usize {
    let cells = table.rows.iter().chain([&table.head]);
    let cells = cells.filter_map(|row| row.get(at));
    let words = cells.flat_map(|text| text.split(|c: char| !c.is_ascii_alphanumeric()));
    let longest = words.map(width).max().unwrap_or(0);
    // Chinese breaks anywhere, and a name is not to.
    let names = table.rows.iter().filter_map(|row| row.get(at));
    let names = names.map(|text| width(text)).filter(|cells| *cells <= NAME);
    longest.max(names.filter(|_| at == 0).max().unwrap_or(0))
}

fn row_lines(row: &[String], table: &Table, widths: &[usize]) -> Vec<String> {
    let wrapped: Vec<Vec<String>> = widths
        .iter()
        .enumerate()
        .map(|(at, cells)| {
            let text = row.get(at).map_or("", String::as_str);
            let text = lines(text).map(str::trim).collect::<Vec<_>>().join("\n");
            wrap(&text, *cells)
        })
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    (0..height)
        .map(|line| {
            let cells = wrapped
                .iter()
                .zip(widths)
                .enumerate()
                .map(|(at, (texts, cells))| {
                    let text = texts.get(line).map_or("", String::as_str);
                    line_up(text, *cells, table.align_of(at))
                });
            cells.collect::<Vec<_>>().join(GAP)
        })
        .collect()
}

fn signature(labels: &[String], language: Language) -> Vec<String> {
    let labels: Vec<String> = labels.iter().map(|label| one_line(label)).collect();
    let widest = labels.iter().map(|label| width(label)).max().unwrap_or(0);
    let mut out = Vec::new();
    for label in &labels {
        // A hand needs more room than one line.
        if !out.is_empty() {
            out.push(String::new());
        }
        let label = line_up(label, widest, Align::Right);
        out.push(common::label_value(language, label, SIGN));
    }
    out
}

fn line_up(text: &str, cells: usize, align: Align) -> String {
    let free = cells.saturating_sub(width(text));
    let before = match align {
        Align::Left => 0,
        Align::Center => free / 2,
        Align::Right => free,
    };
    pad(&format!("{}{text}", " ".repeat(before)), cells)
}
