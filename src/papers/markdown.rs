//! Writes a paper as Markdown (CommonMark with tables).
//!
//! Words of a person never become structure: every mark that Markdown reads is escaped.

use super::block::{Align, Block, Field, Table, lines, one_line};
use crate::cells::unstacked;
use crate::i18n::{Language, common};

/// The line to sign on. Underscores before a line end open no emphasis.
const SIGN: &str = "________________";

/// Writes a paper as Markdown, with no more marks on a letter than are drawn; the language chooses the mark between a
/// label and its value.
#[must_use]
pub fn write(paper: &[Block], language: Language) -> String {
    let mut parts: Vec<String> = Vec::new();
    // Two lists in a row would be read as one, unless their marks differ.
    let mut after_list = false;
    let mut odd = false;
    for block in paper {
        let is_list = matches!(block, Block::List { .. } | Block::Fields(_));
        odd = is_list && after_list && !odd;
        let part = match block {
            Block::Heading { level, text } => heading(*level, text),
            Block::Paragraph(text) => paragraph(text),
            Block::Fields(fields) => field_list(fields, odd, language),
            Block::List { ordered, items } => list(*ordered, items, odd),
            Block::Table(table) => table_rows(table),
            Block::Signature { lines } => signature(lines, language),
        };
        if part.is_empty() {
            continue;
        }
        after_list = is_list;
        parts.push(part);
    }
    let mut out = parts.join("\n\n");
    if !out.is_empty() {
        out.push('\n');
    }
    unstacked(&out).into_owned()
}

fn heading(level: u8, text: &str) -> String {
    let text = one_line(text);
    if text.is_empty() {
        return text;
    }
    let marks = "#".repeat(usize::from(level.clamp(1, 6)));
    format!("{marks} {}", inline(&text))
}

fn paragraph(text: &str) -> String {
    let mut out = String::new();
    let mut broken = false;
    for line in lines(text).map(block_line) {
        if line.is_empty() {
            broken = true;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if broken { "\n\n" } else { "\\\n" });
        }
        broken = false;
        out.push_str(&line);
    }
    out
}

fn field_list(fields: &[Field], odd: bool, language: Language) -> String {
    let items = fields.iter().map(|field| {
        // The colon stays outside: before a Chinese character `：**` would close no emphasis.
        let label = inline(&one_line(&field.label));
        let label = if label.is_empty() {
            label
        } else {
            format!("**{label}**")
        };
        let value = item(&field.value, 2);
        common::label_value(language, label, value)
            .trim_end()
            .to_owned()
    });
    bullets(items, odd)
}

fn list(ordered: bool, items: &[String], odd: bool) -> String {
    if !ordered {
        return bullets(items.iter().map(|text| item(text, 2)), odd);
    }
    let mark = if odd { ')' } else { '.' };
    let counted = items.iter().enumerate().map(|(at, text)| {
        let number = format!("{}{mark} ", at + 1);
        let text = item(text, number.len());
        format!("{number}{text}").trim_end().to_owned()
    });
    counted.collect::<Vec<_>>().join("\n")
}

fn bullets(items: impl Iterator<Item = String>, odd: bool) -> String {
    let mark = if odd { '*' } else { '-' };
    let items = items.map(|text| format!("{mark} {text}").trim_end().to_owned());
    items.collect::<Vec<_>>().join("\n")
}

/// Writes the lines of one item, the later ones indented so that they stay in it.
fn item(text: &str, indent: usize) -> String {
    let kept: Vec<String> = lines(text)
        .map(block_line)
        .filter(|l| !l.is_empty())
        .collect();
    kept.join(&format!("\\\n{}", " ".repeat(indent)))
}

fn table_rows(table: &Table) -> String {
    let columns = table.columns();
    if columns == 0 {
        return String::new();
    }
    let row = |cells: &[String]| {
        let cells = (0..columns).map(|at| cells.get(at).map_or_else(String::new, |c| cell(c)));
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let rule = (0..columns).map(|at| match table.align_of(at) {
        Align::Left => "---",
        Align::Center => ":-:",
        Align::Right => "--:",
    });
    let rule = format!("| {} |", rule.collect::<Vec<_>>().join(" | "));
    let mut out = vec![row(&table.head), rule];
    out.extend(table.rows.iter().map(|cells| row(cells)));
    out.join("\n")
}

fn cell(text: &str) -> String {
    let kept = lines(text).map(|line| inline(line.trim()));
    kept.filter(|l| !l.is_empty())
        .collect::<Vec<_>>()
        .join("<br>")
}

fn signature(labels: &[String], language: Language) -> String {
    let signed = labels
        .iter()
        .map(|label| common::label_value(language, block_line(&one_line(label)), SIGN));
    signed.collect::<Vec<_>>().join("\n\n")
}

/// Escapes a line that stands at the start of a block.
fn block_line(line: &str) -> String {
    let text = inline(line.trim_matches([' ', '\t']));
    if text.starts_with(['-', '+', '=', ':']) {
        return format!("\\{text}");
    }
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() < text.len() && rest.starts_with(['.', ')']) {
        let digits = text.strip_suffix(rest).unwrap_or_default();
        return format!("{digits}\\{rest}");
    }
    text
}

/// Escapes what Markdown reads anywhere in a line.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '#' | '$'
        ) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
