//! The sheet that founds a committee.

use crate::desk::place::Place;
use crate::domain::text::{LONGEST_LINE, Line};
use crate::i18n::start;
use crate::store::memory::Memory;
use crate::tui::alike;
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_of};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

/// Asks for the committee's name; everything else is asked when it is needed.
pub(super) struct Founding {
    /// The names of the committees there are.
    others: Vec<Line>,
}

impl Founding {
    /// Reads the names of the others once: each is in a file of its own.
    pub(super) fn new(app: &App) -> Self {
        Self {
            others: app.office.names_but(None),
        }
    }
}

/// The name of its field in a draft.
pub(super) const NAME: &str = "name";

impl Sheet for Founding {
    fn title(&self, app: &App) -> String {
        start::own_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let name = Field::text(NAME, start::own_name(language), "", LONGEST_LINE)
            .required()
            .hint(start::own_name_hint(language));
        Form::new(start::own_confirm(language), vec![name])
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        alike::warn_of_committee(app.language, form.text(0).as_str(), &self.others)
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let name = line_of(app.language, form, 0)?;
        let found = move |app: &mut App| match app.office.found(name.clone()) {
            Ok(desk) => {
                Memory::Founding.forget(&app.office.paths);
                app.enter_desk(desk);
                let words = start::founded(app.language, name.to_string());
                app.say(Role::Good, words);
                true
            }
            Err(error) => {
                app.fail(&error);
                false
            }
        };
        Ok(Submission::Do(Box::new(found)))
    }

    fn place(&self) -> Option<Place> {
        // There is no committee's file yet; what is typed is remembered beside the data.
        Some(Place::Founding)
    }
}
