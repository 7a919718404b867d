//! What the screen asks: the plan of a session, the day of its notice, an item.

mod item;
pub mod late;
mod notice;
mod plan;

pub use item::ItemSheet;
pub use notice::NoticeSheet;
pub use plan::{PlanSheet, opening};

use crate::domain::text::LONGEST_LINE;
use crate::i18n::Language;
use crate::tui::dialog::Fault;
use crate::tui::input::fold_text;
use crate::tui::widgets::form::Form;

/// The longest line a field takes.
const LINE: usize = LONGEST_LINE;

/// Reads a whole number of a field; empty is `None`.
fn number_if_any(
    form: &Form,
    field: usize,
    most: u32,
    wrong: impl Fn(Language) -> &'static str,
    language: Language,
) -> Result<Option<u32>, Fault> {
    let typed = fold_text(form.text(field).trim());
    if typed.is_empty() {
        return Ok(None);
    }
    match typed.parse() {
        Ok(number) if number <= most => Ok(Some(number)),
        _ => Err(Fault::at(field, wrong(language))),
    }
}
