//! 审核: whether a matter is one for the joint session, why, and who must still decide.

use super::intake::lettered;
use super::{LINE, known, numbered};
use crate::desk::place::{OfMatter, Place};
use crate::domain::Command;
use crate::domain::ids::MatterId;
use crate::domain::matter::Command as Of;
use crate::domain::matter::gate::gate;
use crate::domain::matter::screening::grounds_on;
use crate::i18n::{gates, matter_sheet as words, matters, shared, ui};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, day_hint, line_of};
use crate::tui::past_day;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

const REASON: usize = 0;
const DAY: usize = 1;

/// The cells from which a reason has no room in its field and is read whole below.
const READ_WHOLE: u16 = 40;

/// Asks why a matter is one for the joint session, or is none.
pub struct ScreenSheet(MatterId);

impl ScreenSheet {
    /// Asks about a matter.
    #[must_use]
    pub const fn new(matter: MatterId) -> Self {
        Self(matter)
    }
}

impl Sheet for ScreenSheet {
    fn title(&self, app: &App) -> String {
        words::title_screen(app.language, numbered(app, &self.0))
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let reason = app.desk.as_ref().zip(known(app, &self.0));
        let reason = reason.map(|(desk, matter)| {
            let found = grounds_on(desk.world(), &matter.intake, desk.today());
            matters::reason(language, desk.world(), &matter.intake, &found)
        });
        let today = app.desk.as_ref().map(|desk| desk.today().to_string());
        let reason = reason.unwrap_or_default();
        let mut form = Form::new(
            words::screen_row(language),
            vec![
                Field::text("reason", words::field_reason(language), &reason, LINE).required(),
                Field::figure(
                    "day",
                    words::field_day(language),
                    &today.unwrap_or_default(),
                    20,
                )
                .required(),
            ],
        );
        self.changed(app, &mut form, DAY);
        form
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if let (DAY, Some(desk)) = (field, &app.desk) {
            let hint = shared::day_hint(app.language);
            day_hint(app.language, form, DAY, desk.today(), hint);
        }
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let language = app.language;
        let reason = form.text(REASON);
        let whole = (text::width(&reason) > READ_WHOLE)
            .then(|| (Role::Muted, words::preview_reason(language, reason)));
        let Some((desk, matter)) = app.desk.as_ref().zip(known(app, &self.0)) else {
            return Vec::new();
        };
        let world = desk.world();
        let found = grounds_on(world, &matter.intake, desk.today());
        if found.is_empty() {
            let words = words::preview_not_joint(language).to_owned();
            return std::iter::once((Role::Warn, words)).chain(whole).collect();
        }
        let joint = words::preview_joint(language, lettered(language, &found));
        let gate = gates::sentences(language, world, &gate(&matter.intake));
        let gate = gate.into_iter().map(|words| (Role::Normal, words));
        let first = std::iter::once((Role::Good, joint));
        let unsettled = matters::unsettled(language, world, &matter, desk.today()).into_iter();
        let unsettled = unsettled.chain(matters::opinion_awaited(language, &matter));
        let unsettled = unsettled.map(|words| (Role::Warn, words));
        let said = first.chain(unsettled).chain(whole);
        said.chain(gate).collect()
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let Some(desk) = &app.desk else {
            return Err(Fault::at(REASON, ui::no_committee_open(language)));
        };
        let late = crate::i18n::tasks::not_yet(language);
        let screen = Of::Screen {
            matter: self.0.clone(),
            on: past_day::of(language, form, DAY, desk.today(), late)?,
            reason: line_of(language, form, REASON)?,
        };
        Ok(Submission::Record(vec![Command::Matter(screen)]))
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Matter(self.0.clone(), OfMatter::Screening))
    }
}
