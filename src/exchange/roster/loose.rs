//! Lines as people paste them: village, name and role, parted by whatever is at hand.

use super::columns::{AFTER_A_NUMBER, Column, TYPED_SEPARATORS};
use std::collections::BTreeSet;

/// How many cells a line has that says who sits where as what.
pub(super) const CELLS: usize = 3;

/// Parts a line into cells. `villages` are the keys of villages that are known, whose names may
/// have blanks in them.
pub(super) fn cells(line: &str, villages: &BTreeSet<String>) -> Vec<String> {
    let line = without_number(line.trim_matches(['\r', '\n']));
    if line.contains('\t') {
        return tabbed(line);
    }
    let line = line.trim();
    let words: Vec<&str> = line.split_whitespace().collect();
    let mixed = || {
        let parts = line.split(|c: char| c.is_whitespace() || TYPED_SEPARATORS.contains(&c));
        owned(parts.filter(|part| !part.is_empty()))
    };
    if line.contains(TYPED_SEPARATORS) {
        let parted = owned(line.split(TYPED_SEPARATORS));
        return better(parted, mixed());
    }
    let village = words.iter().enumerate().rev().find_map(|(last, _)| {
        let (head, rest) = words.split_at_checked(last + 1)?;
        (rest.len() > 1 && villages.contains(&key(&head.concat()))).then(|| {
            (
                head.join(" "),
                joined(owned(rest.iter().copied()), CELLS - 1),
            )
        })
    });
    if let Some((village, rest)) = village {
        return [vec![village], rest].concat();
    }
    let wide = owned(wide_gaps(line));
    let all = joined(owned(words.iter().copied()), CELLS);
    if wide.len() > 1 {
        better(wide, all)
    } else {
        all
    }
}

/// Parts by tabs. A column of numbers before a list is nobody's village.
fn tabbed(line: &str) -> Vec<String> {
    let mut cells = owned(line.trim_end().split('\t'));
    let number = |cell: &String| !cell.is_empty() && cell.chars().all(|c| c.is_ascii_digit());
    if cells.len() > CELLS && cells.first().is_some_and(number) {
        cells.remove(0);
    }
    cells
}

/// Parts where two blanks or more stand, or a full-width one.
fn wide_gaps(line: &str) -> impl Iterator<Item = &str> {
    line.split("  ")
        .flat_map(|part| part.split('\u{3000}'))
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// Prefers the first way unless only the second gives a whole line.
fn better(first: Vec<String>, second: Vec<String>) -> Vec<String> {
    let second = joined(second, CELLS);
    if first.len() != CELLS && second.len() == CELLS {
        second
    } else {
        first
    }
}

/// Joins what was one name: people set a blank in a short one, so that lines stand in columns.
fn joined(mut cells: Vec<String>, want: usize) -> Vec<String> {
    if cells.len() != want + 1 {
        return cells;
    }
    let halves = |pair: &[String]| pair.iter().all(|cell| is_one_character(cell));
    if let Some(at) = cells.windows(2).position(halves) {
        let second = cells.remove(at + 1);
        if let Some(first) = cells.get_mut(at) {
            first.push_str(&second);
        }
    }
    cells
}

fn is_one_character(cell: &str) -> bool {
    let mut chars = cell.chars();
    matches!(
        (chars.next(), chars.next()),
        (Some('\u{3400}'..='\u{9fff}'), None)
    )
}

/// Takes away the number before a line of a numbered list.
fn without_number(line: &str) -> &str {
    let trimmed = line.trim_start_matches([' ', '\u{3000}']);
    let rest = trimmed.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = rest.len() < trimmed.len();
    match rest.strip_prefix(AFTER_A_NUMBER) {
        Some(rest) if numbered && !rest.trim().is_empty() => rest,
        _ => line,
    }
}

/// Returns the columns of a line of headings, `None` where it is none.
pub(super) fn headings(cells: &[String]) -> Option<Vec<Option<Column>>> {
    let columns: Vec<Option<Column>> = cells.iter().map(|cell| Column::of(cell)).collect();
    let known = columns.iter().flatten().count();
    (known > 1 || (known > 0 && known == columns.len())).then_some(columns)
}

fn owned<'a>(parts: impl Iterator<Item = &'a str>) -> Vec<String> {
    parts.map(|part| part.trim().to_owned()).collect()
}

fn key(words: &str) -> String {
    crate::domain::text::Line::new(words)
        .map(|line| line.key())
        .unwrap_or_default()
}
