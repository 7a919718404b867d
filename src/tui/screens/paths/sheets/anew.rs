//! The sheet by which it is entered that a body of a village took up once more what it had agreed to: the sheet of its
//! meeting, with the reason.

use super::take::{TakeSheet, at_fault, papers, with_places};
use super::{LINE, judged, line, matter, path};
use crate::desk::place::{OfPath, Place};
use crate::domain::matter::path::Command;
use crate::domain::matter::path::grid::Grid;
use crate::i18n::{path_anew as words, path_states, paths, reconsiderations, terms};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

/// A meeting about what was agreed to before.
pub struct AnewSheet {
    pub meeting: TakeSheet,
}

impl AnewSheet {
    /// Returns the field of the reason, which stands behind those of the meeting.
    fn reason(&self, app: &App) -> usize {
        self.meeting.fields(app).len()
    }

    /// Says what stands now, and what rests on it.
    fn known(&self, app: &App) -> Vec<(Role, String)> {
        let language = app.language;
        let found = app.desk.as_ref().and_then(|desk| {
            let matter = matter(app, &self.meeting.matter)?;
            let (path, village) = (matter.path.as_ref()?, self.meeting.village.as_ref());
            let grid = Grid::of(desk.world(), matter, desk.today())?;
            let (_, stands) = path.stands(self.meeting.step, village)?;
            let on = terms::date(language, stands.on);
            let votes = path_states::votes(language, stands);
            let said = match votes {
                Some(votes) => format!("{on} {votes}"),
                None => format!("{on} {}", paths::came_of(language, stands)),
            };
            let cell = grid.cell(self.meeting.step, village)?;
            let rests = reconsiderations::rests_on(language, path, (&grid, cell));
            let stands = (Role::Muted, words::stands(language, said));
            let rests = rests.map(|words| (Role::Warn, words));
            Some(std::iter::once(stands).chain(rests).collect())
        });
        found.unwrap_or_default()
    }
}

impl Sheet for AnewSheet {
    fn title(&self, app: &App) -> String {
        let language = app.language;
        let found = app.desk.as_ref().and_then(|desk| {
            let matter = matter(app, &self.meeting.matter)?;
            let step = self.meeting.step(app)?;
            let grid = Grid::of(desk.world(), matter, desk.today())?;
            let cell = grid.cell(self.meeting.step, self.meeting.village.as_ref())?;
            let place = path_states::place(language, desk.world(), step.level, cell);
            Some(words::title(language, place, paths::step(language, step)))
        });
        found.unwrap_or_default()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let mut fields = self.meeting.fields(app);
        fields.push(Field::text("reason", words::reason(language), "", LINE).required());
        Form::new(words::confirm(language), fields)
    }

    fn settle(&self, app: &App, form: &mut Form) {
        self.meeting.settle(app, form);
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        self.meeting.changed(app, form, field);
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let mut said = self.known(app);
        said.extend(self.meeting.preview(app, form));
        said
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let taking = self.meeting.taking(app, form)?;
        let reason = line(app.language, form, self.reason(app))?;
        let places = papers(&taking);
        let command = path(Command::Reconsider {
            matter: self.meeting.matter.clone(),
            taking,
            reason,
        });
        Ok(with_places(judged(app, command, at_fault)?, places))
    }

    fn place(&self) -> Option<Place> {
        let (step, village) = (self.meeting.step, self.meeting.village.clone());
        let of = OfPath::Reconsider(step, village);
        Some(Place::Path(self.meeting.matter.clone(), of))
    }
}
