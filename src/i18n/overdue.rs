//! What villages did not make known in periods that are over.

use super::boards::{Draft, affairs};
use super::{Language, board_overdue as words, posting as paper, registers, terms};
use crate::domain::board::calendar::{began, ends};
use crate::domain::board::period::day_after;
use crate::domain::board::{Affairs, NoticeKind};
use crate::domain::register::Period;
use crate::domain::register::period::Span;
use chrono::NaiveDate;

/// Says that affairs were not made known in periods that are over, of which the first days are given.
#[must_use]
pub fn missing(language: Language, of: Affairs, first_days: &[NaiveDate]) -> String {
    let named = periods(language, of, first_days);
    words::missing(language, affairs(language, of), named)
}

/// Says the same in a row that is marked as missing.
#[must_use]
pub fn row(language: Language, of: Affairs, first_days: &[NaiveDate]) -> String {
    let named = periods(language, of, first_days);
    words::missing_row(language, affairs(language, of), named)
}

/// Drafts the text that makes up for them; what it says is the clerk's.
#[must_use]
pub fn draft(language: Language, village: &str, of: Affairs, first_days: &[NaiveDate]) -> Draft {
    let named = periods(language, of, first_days);
    Draft {
        title: words::title(language, village, affairs(language, of), named),
        text: String::new(),
        basis: paper::basis_law(language).to_owned(),
        affairs: of,
        kind: NoticeKind::Disclosure,
    }
}

/// Names periods, those that follow one another together.
fn periods(language: Language, of: Affairs, first_days: &[NaiveDate]) -> String {
    let mut runs: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for day in first_days {
        match runs.last_mut() {
            Some((_, to)) if began(of, day_after(ends(of, *to))) == *day => *to = *day,
            _ => runs.push((*day, *day)),
        }
    }
    let span = match of {
        Affairs::Finance => Span::Month,
        Affairs::Party | Affairs::Village => Span::Quarter,
    };
    let name = |day: NaiveDate| registers::period(language, Period::around(day, span));
    let runs = runs.into_iter().map(|(from, to)| match from == to {
        true => name(from),
        false => words::run(language, name(from), name(to)),
    });
    let runs: Vec<String> = runs.collect();
    terms::list(language, runs.iter().map(String::as_str))
}
