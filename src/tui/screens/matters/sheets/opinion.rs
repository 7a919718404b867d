//! 法律意见: who gave it, on which day, on which paper.

use super::{LINE, known, numbered};
use crate::desk::place::{OfMatter, Place};
use crate::domain::Refusal;
use crate::domain::ids::MatterId;
use crate::domain::matter::{Became, Opinion};
use crate::i18n::{matter_opinion as words, matters, shared, ui};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, day_hint, line_if_any, line_of};
use crate::tui::past_day;
use crate::tui::screens::matters::actions::step;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

const BY: usize = 0;
const DAY: usize = 1;
const PAPER: usize = 2;
const SAYS: usize = 3;

/// Asks for the legal opinion on a matter.
pub struct OpinionSheet(MatterId);

impl OpinionSheet {
    /// Asks about a matter.
    #[must_use]
    pub const fn new(matter: MatterId) -> Self {
        Self(matter)
    }
}

impl Sheet for OpinionSheet {
    fn title(&self, app: &App) -> String {
        words::title(app.language, numbered(app, &self.0))
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let today = app.desk.as_ref().map(|desk| desk.today().to_string());
        let today = today.unwrap_or_default();
        let fields = vec![
            Field::text("by", words::by(language), "", LINE)
                .required()
                .hint(words::by_hint(language)),
            Field::figure("day", words::day(language), &today, 20).required(),
            Field::text("paper", words::paper(language), "", LINE)
                .required()
                .hint(words::paper_hint(language)),
            Field::text("says", words::says(language), "", LINE).hint(words::says_hint(language)),
        ];
        let mut form = Form::new(words::row(language), fields);
        self.changed(app, &mut form, DAY);
        form
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if let (DAY, Some(desk)) = (field, &app.desk) {
            let hint = shared::day_hint(app.language);
            day_hint(app.language, form, DAY, desk.today(), hint);
        }
    }

    fn preview(&self, app: &App, _: &Form) -> Vec<(Role, String)> {
        // One that was given before stays in the history of the matter.
        let known = known(app, &self.0);
        let before = known.as_ref().and_then(|matter| matter.opinion());
        let said = before.map(|it| matters::opinion_given(app.language, it));
        said.map(|words| (Role::Muted, words)).into_iter().collect()
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let Some(desk) = &app.desk else {
            return Err(Fault::at(BY, ui::no_committee_open(language)));
        };
        let late = crate::i18n::tasks::not_yet(language);
        let opinion = Opinion {
            by: line_of(language, form, BY)?,
            on: past_day::of(language, form, DAY, desk.today(), late)?,
            paper: line_of(language, form, PAPER)?,
            says: line_if_any(language, form, SAYS)?,
        };
        let given = Became::OpinionGiven {
            opinion: Box::new(opinion),
        };
        let command = step(self.0.clone(), desk.today(), given);
        Ok(Submission::Record(vec![command]))
    }

    fn field_of(&self, refusal: &Refusal) -> Option<usize> {
        Some(match refusal {
            Refusal::NotYet { .. } => DAY,
            _ => BY,
        })
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Matter(self.0.clone(), OfMatter::Opinion))
    }
}
