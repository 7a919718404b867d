//! The sheet that mends a stamp while the session is live: who spoke, or what the entry is, and when.

use super::super::{minutes, seen};
use super::amend::{kinds, stamp_fields};
use super::minute_of;
use crate::desk::place::Place;
use crate::domain::Command;
use crate::domain::session::minutes as entries;
use crate::i18n::{live as words, ui};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission};
use crate::tui::widgets::form::Form;

/// What an entry is and when it was made, before 散会.
pub struct RestampSheet;

impl Sheet for RestampSheet {
    fn title(&self, app: &App) -> String {
        words::restamp_hint(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let (Ok(entry), Ok((_, session, world))) = (minutes::selected(app), seen(app)) else {
            return Form::new(words::record_row(language), Vec::new());
        };
        Form::new(
            words::record_row(language),
            stamp_fields(language, world, session, entry),
        )
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let fault = |why| Fault::at(0, app.reason(&why));
        let entry = minutes::selected(app).map_err(fault)?;
        let (_, session, _) = seen(app).map_err(fault)?;
        let kind = form
            .chosen(0)
            .and_then(|at| kinds(session, entry).into_iter().nth(at))
            .ok_or_else(|| Fault::at(0, ui::field_missing(app.language)))?;
        let restamp = entries::Command::Restamp {
            entry: entry.id.clone(),
            kind,
            at: minute_of(app.language, session, form, 1, Some(entry.at))?,
        };
        Ok(Submission::Record(vec![Command::Minutes(restamp)]))
    }

    fn place(&self) -> Option<Place> {
        // A name and an hour, both proposed: there is nothing to lose.
        None
    }
}
