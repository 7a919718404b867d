//! A note after 散会: minutes are frozen, so it is a correction, with who enters it and why.

use super::super::seen;
use super::amend::{corrections, signature};
use crate::desk::place::{InSession, Place};
use crate::domain::ids::{ItemId, SessionId};
use crate::domain::session::correction::Wanted;
use crate::domain::text::{LONGEST, Text};
use crate::i18n::{late_note as words, live, terms};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, text_fault};
use crate::tui::widgets::form::{Field, Form};

/// Asks for the words, by whom and why.
pub struct LateNoteSheet {
    session: SessionId,
    item: ItemId,
    /// Words that were written before the end, and the place they are kept at.
    found: Option<(String, Place)>,
}

impl LateNoteSheet {
    /// Makes the sheet for the item looked at.
    #[must_use]
    pub fn new(app: &App, found: Option<(String, Place)>) -> Option<Self> {
        let (state, session, world) = seen(app).ok()?;
        Some(Self {
            session: session.id.clone(),
            item: state.item(world)?.id.clone(),
            found,
        })
    }

    fn kept_at(&self) -> Place {
        let what = InSession::LateNote(self.item.clone());
        Place::Live(self.session.clone(), what)
    }
}

impl Sheet for LateNoteSheet {
    fn title(&self, app: &App) -> String {
        let item = seen(app)
            .ok()
            .and_then(|(_, _, world)| world.item(&self.item).ok());
        let number = item.map(|item| terms::item_number(app.language, item));
        let title = item.map_or("", |item| item.title.as_str());
        words::title(app.language, number.unwrap_or_default(), title)
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let found = self.found.as_ref().map_or("", |(text, _)| text.as_str());
        let field = Field::lines("words", words::words(language), found, LONGEST, 4)
            .required()
            .hint(words::hint(language));
        let fields = std::iter::once(field).chain(signature(app));
        Form::new(live::record_row(language), fields.collect())
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let words =
            Text::new(&form.text(0)).map_err(|why| Fault::at(0, text_fault(app.language, why)))?;
        let item = self.item.clone();
        let asked = corrections(app, form, 1, vec![Wanted::Note { item, words }])?;
        let Submission::Record(commands) = asked else {
            return Ok(asked);
        };
        let found = self.found.iter().map(|(_, place)| place.clone());
        let spent: Vec<Place> = found.chain([self.kept_at()]).collect();
        Ok(Submission::Do(Box::new(move |app| {
            app.record_with(&commands, &spent)
        })))
    }

    fn place(&self) -> Option<Place> {
        Some(self.kept_at())
    }
}
