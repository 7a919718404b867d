//! Reading answers: what stands in a field as a line, as a day, and why it will not do.

use super::Fault;
use crate::domain::dates::{beyond_month, read_day};
use crate::domain::text::{Line, TextFault};
use crate::i18n::{Language, terms, ui};
use crate::tui::input::fold_text;
use crate::tui::widgets::form::Form;
use chrono::NaiveDate;

/// Reads a line of a field.
///
/// # Errors
/// The fault of that field.
pub fn line_of(language: Language, form: &Form, field: usize) -> Result<Line, Fault> {
    Line::new(&form.text(field)).map_err(|fault| Fault::at(field, text_fault(language, fault)))
}

/// Reads a line of a field that may be left empty.
///
/// # Errors
/// The fault of that field.
pub fn line_if_any(language: Language, form: &Form, field: usize) -> Result<Option<Line>, Fault> {
    if form.text(field).trim().is_empty() {
        Ok(None)
    } else {
        line_of(language, form, field).map(Some)
    }
}

/// Reads a day of a field as a clerk types it; empty is `None`.
///
/// # Errors
/// The fault of that field.
pub fn day_if_any(
    language: Language,
    form: &Form,
    field: usize,
    today: NaiveDate,
) -> Result<Option<NaiveDate>, Fault> {
    let typed = form.text(field);
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    read_day(typed, today)
        .map(Some)
        .ok_or_else(|| Fault::at(field, no_day(language, typed)))
}

/// Says why what was typed is no day.
#[must_use]
pub fn no_day(language: Language, typed: &str) -> String {
    match beyond_month(typed) {
        Some((Some(year), month, day)) => ui::no_such_day_of_year(
            language,
            month.to_string(),
            year.to_string(),
            day.to_string(),
        ),
        Some((None, month, day)) => ui::no_such_day(language, month.to_string(), day.to_string()),
        None => ui::not_a_day(language, fold_text(typed)),
    }
}

/// Shows below a field the day that was typed, with its weekday; `else_words` where it is none.
pub fn day_hint(
    language: Language,
    form: &mut Form,
    field: usize,
    today: NaiveDate,
    else_words: &str,
) {
    match read_day(&form.text(field), today) {
        Some(day) => form.set_hint(field, &terms::date(language, day)),
        None => form.set_hint(field, else_words),
    }
}

/// Reads a day of a field.
///
/// # Errors
/// The fault of that field.
pub fn day_of(
    language: Language,
    form: &Form,
    field: usize,
    today: NaiveDate,
) -> Result<NaiveDate, Fault> {
    day_if_any(language, form, field, today)?
        .ok_or_else(|| Fault::at(field, ui::field_missing(language)))
}

/// Says why a text was not taken.
#[must_use]
pub fn text_fault(language: Language, fault: TextFault) -> String {
    match fault {
        TextFault::Empty => ui::field_missing(language).to_owned(),
        TextFault::TooLong { have, most } => ui::text_too_long(language, have, most),
    }
}
