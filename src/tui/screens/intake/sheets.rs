//! Sheets that bring a list: typed or pasted lines, and a file.

use super::source::{add, open, path_of, read};
use crate::desk::place::Place;
use crate::domain::text::{LONGEST, LONGEST_LINE};
use crate::exchange::roster::Draft;
use crate::i18n::intake;
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission};
use crate::tui::widgets::form::{Field, Form};

/// The height of the field for lines.
const ROWS: u16 = 12;

/// Asks for lines.
pub(super) struct LinesSheet;

impl Sheet for LinesSheet {
    fn title(&self, app: &App) -> String {
        intake::paste_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let field = Field::table("paste_label", intake::paste_label(language), LONGEST, ROWS)
            .required()
            .hint(intake::paste_field_hint(language));
        Form::new(intake::paste_confirm(language), vec![field])
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let text = form.text(0);
        let draft = read(app, text.as_bytes()).map_err(|words| Fault::at(0, words))?;
        // The list is kept before the lines it was read from are let go.
        Ok(Submission::Do(Box::new(move |app| {
            add(app, draft);
            true
        })))
    }

    fn place(&self) -> Option<Place> {
        Some(Place::RosterList)
    }
}

/// Asks for the path of a file.
pub(super) struct FileSheet;

impl Sheet for FileSheet {
    fn title(&self, app: &App) -> String {
        intake::file_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let field = Field::text(
            "file_label",
            intake::file_label(language),
            "",
            LONGEST_LINE * 10,
        )
        .required()
        .hint(intake::file_field_hint(language));
        Form::new(intake::file_confirm(language), vec![field])
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let draft: Draft =
            open(app, &path_of(&form.text(0))).map_err(|words| Fault::at(0, words))?;
        Ok(Submission::Then(
            Vec::new(),
            Box::new(move |app| add(app, draft)),
        ))
    }

    fn place(&self) -> Option<Place> {
        Some(Place::RosterFile)
    }
}
