//! What the list is narrowed to.

use crate::i18n::tasks;
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission};
use crate::tui::screens::Screen;
use crate::tui::widgets::form::{Field, Form};

/// Asks what the list is narrowed to.
pub struct FindSheet {
    now: String,
}

impl FindSheet {
    /// Asks, with what it is narrowed to now.
    #[must_use]
    pub const fn new(now: String) -> Self {
        Self { now }
    }
}

impl Sheet for FindSheet {
    fn title(&self, app: &App) -> String {
        tasks::title_find(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let field = Field::text(tasks::field_find(language), &self.now, 40);
        Form::new(
            tasks::find_row(language),
            vec![field.hint(tasks::find_field_hint(language))],
        )
    }

    fn submit(&self, _app: &App, form: &Form) -> Result<Submission, Fault> {
        let filter = form.text(0).trim().to_owned();
        Ok(Submission::Then(
            Vec::new(),
            Box::new(move |app| {
                if let Some(Screen::Tasks(state)) = app.top_mut() {
                    state.filter = filter;
                }
            }),
        ))
    }

    fn place(&self) -> Option<String> {
        None
    }
}
