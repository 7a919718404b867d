//! An item that was left over is given up: why.

use crate::desk::place::{InSession, Place};
use crate::domain::Command;
use crate::domain::ids::{ItemId, SessionId};
use crate::domain::session::agenda::{self, Item};
use crate::domain::text::LONGEST_LINE;
use crate::i18n::left as words;
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_of};
use crate::tui::widgets::form::{Field, Form};

const REASON: usize = 0;

/// Asks why. It is opened from wherever the item is listed, and keeps its draft with the session.
pub struct DropItemSheet {
    session: SessionId,
    item: ItemId,
    title: String,
}

impl DropItemSheet {
    /// Asks about an item, whose session may be filed.
    #[must_use]
    pub fn new(item: &Item) -> Self {
        Self {
            session: item.session.clone(),
            item: item.id.clone(),
            title: item.title.to_string(),
        }
    }
}

impl Sheet for DropItemSheet {
    fn title(&self, app: &App) -> String {
        words::title_drop(app.language, self.title.as_str())
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let reason = Field::text("reason", words::field_reason(language), "", LONGEST_LINE);
        let reason = reason.required().hint(words::reason_hint(language));
        Form::new(words::drop_row(language), vec![reason])
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let reason = line_of(app.language, form, REASON)?;
        let given_up = app.desk.as_ref().map(|desk| {
            Command::Agenda(agenda::Command::Drop {
                item: self.item.clone(),
                reason,
                at: desk.minute(),
            })
        });
        Ok(Submission::Record(given_up.into_iter().collect()))
    }

    fn place(&self) -> Option<Place> {
        let what = InSession::DropItem(self.item.clone());
        Some(Place::Live(self.session.clone(), what))
    }
}
