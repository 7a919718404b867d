//! The fields of an item that the notice does not name: why it was added, whether before the session or
//! in it, and who agreed to that.

use super::LINE;
use crate::domain::session::agenda::{Added, Late};
use crate::i18n::{Language, late as words, plan, shared};
use crate::tui::dialog::{Fault, line_if_any, line_of};
use crate::tui::widgets::form::{Field, Form};

/// How many fields there are.
pub const FIELDS: usize = 3;

const IN_SESSION: usize = 1;

/// Makes the fields; a new item of a session that was opened is proposed as added in it.
#[must_use]
pub fn fields(language: Language, known: Option<&Late>, opened: bool) -> [Field; FIELDS] {
    let reason = known.map_or("", |it| it.reason.as_str());
    let (chosen, agreed) = match known.map(|it| &it.added) {
        Some(Added::BeforeSession) => (0, ""),
        Some(Added::InSession { agreed }) => {
            (IN_SESSION, agreed.as_ref().map_or("", |it| it.as_str()))
        }
        None => (usize::from(opened), ""),
    };
    let when = [words::before(language), words::in_session(language)];
    let when = when.map(str::to_owned).to_vec();
    [
        Field::text("reason", plan::field_reason(language), reason, LINE)
            .required()
            .hint(plan::reason_hint(language)),
        Field::choice("added", words::field_when(language), when, Some(chosen))
            .hint(shared::choice_hint(language)),
        Field::text("agreed", words::field_agreed(language), agreed, LINE)
            .hint(words::agreed_hint(language)),
    ]
}

/// Shows the fields from `at` that the answers so far call for.
pub fn show(form: &mut Form, at: usize, opened: bool) {
    form.show(at + 1, opened);
    let in_session = opened && form.chosen(at + 1) == Some(IN_SESSION);
    form.show(at + 2, in_session);
}

/// Reads the fields from `at`.
///
/// # Errors
/// What is missing.
pub fn read(language: Language, form: &Form, at: usize, opened: bool) -> Result<Late, Fault> {
    let reason = line_of(language, form, at)?;
    let added = match opened && form.chosen(at + 1) == Some(IN_SESSION) {
        true => Added::InSession {
            agreed: line_if_any(language, form, at + 2)?,
        },
        false => Added::BeforeSession,
    };
    Ok(Late { reason, added })
}
