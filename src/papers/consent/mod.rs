//! The papers of the villages' consent: the registration form of a step at one place, and the table of all.

mod asked;
mod form;
mod table;

pub use form::form;
pub use table::table;

use super::block::Field;
use crate::domain::matter::Matter;
use crate::i18n::{Language, matters, path_screen as words};

/// Says of which matter a paper is.
fn head(language: Language, matter: &Matter) -> Vec<Field> {
    let about = matter.intake.about.as_str();
    let content = (!about.is_empty()).then(|| Field::new(words::form_content(language), about));
    let mut fields = vec![
        Field::new(
            words::form_number(language),
            matters::number(language, matter.number),
        ),
        Field::new(words::form_matter(language), matter.intake.title.as_str()),
        Field::new(
            words::form_origin(language),
            matters::origin(language, matter.intake.origin),
        ),
    ];
    fields.extend(content);
    fields
}
