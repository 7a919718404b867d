//! The field of a day gone by: what is typed is the last such day, and its weekday stands below it.

use super::dialog::{Fault, no_day};
use super::widgets::form::Form;
use crate::domain::dates::{read_day, read_past_day};
use crate::i18n::{Language, terms, ui};
use chrono::NaiveDate;

/// Shows below a field the day that was typed, with its weekday; `else_words` where it is none.
pub fn hint(
    language: Language,
    form: &mut Form,
    field: usize,
    latest: NaiveDate,
    else_words: &str,
) {
    match read_past_day(&form.text(field), latest) {
        Some(day) => form.set_hint(field, &terms::date(language, day)),
        None => form.set_hint(field, else_words),
    }
}

/// Reads the day of a field that may be empty, at the latest `latest`; `too_late` is said of one after it.
///
/// # Errors
/// The fault of that field.
pub fn if_any(
    language: Language,
    form: &Form,
    field: usize,
    latest: NaiveDate,
    too_late: &str,
) -> Result<Option<NaiveDate>, Fault> {
    let typed = form.text(field);
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    match (read_past_day(typed, latest), read_day(typed, latest)) {
        (Some(day), _) => Ok(Some(day)),
        (None, Some(_)) => Err(Fault::at(field, too_late)),
        (None, None) => Err(Fault::at(field, no_day(language, typed))),
    }
}

/// Reads the day of a field, as [`if_any`] does.
///
/// # Errors
/// The fault of that field.
pub fn of(
    language: Language,
    form: &Form,
    field: usize,
    latest: NaiveDate,
    too_late: &str,
) -> Result<NaiveDate, Fault> {
    if_any(language, form, field, latest, too_late)?
        .ok_or_else(|| Fault::at(field, ui::field_missing(language)))
}
