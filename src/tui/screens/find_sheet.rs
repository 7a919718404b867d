//! What a list is narrowed to, asked by every list alike.

use crate::desk::place::Place;
use crate::i18n::Language;
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission};
use crate::tui::widgets::form::{Field, Form};

/// Asks what a list is narrowed to.
pub struct FindSheet {
    /// What it is narrowed to now.
    pub now: String,
    /// The title, the field, its hint, and the row that is confirmed.
    pub words: [fn(Language) -> &'static str; 4],
    /// Narrows the list that is seen.
    pub narrow: fn(&mut App, String),
}

impl Sheet for FindSheet {
    fn title(&self, app: &App) -> String {
        let [title, ..] = self.words;
        title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let [_, label, hint, row] = self.words.map(|words| words(app.language));
        Form::new(
            row,
            vec![Field::text("filter", label, &self.now, 40).hint(hint)],
        )
    }

    fn submit(&self, _app: &App, form: &Form) -> Result<Submission, Fault> {
        let (filter, narrow) = (form.text(0).trim().to_owned(), self.narrow);
        Ok(Submission::Then(
            Vec::new(),
            Box::new(move |app| narrow(app, filter)),
        ))
    }

    fn place(&self) -> Option<Place> {
        // What is looked for is no text that anybody comes back to.
        None
    }

    fn records(&self) -> bool {
        false
    }
}
