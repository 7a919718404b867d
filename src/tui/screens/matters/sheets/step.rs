//! What becomes of a matter, with the reason: sent back, merged, withdrawn, taken up again, late.

use super::{LINE, known, numbered};
use crate::desk::place::{OfMatter, Place};
use crate::domain::Refusal;
use crate::domain::ids::{MatterId, SessionId};
use crate::domain::matter::lacking::lacking;
use crate::domain::matter::life::is_decided;
use crate::domain::matter::united::brought;
use crate::domain::matter::{Became, Matter, MatterState, Refused};
use crate::i18n::{
    Language, matter_lacking, matter_merge, matter_sheet as words, matters, merges, refusals,
    shared, ui,
};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_of};
use crate::tui::screens::matters::actions::step;
use crate::tui::screens::matters::agenda;
use crate::tui::screens::plan::sheets::late;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

const REASON: usize = 0;
const INTO: usize = 1;

/// Asks why, and for a merger into which.
pub struct StepSheet {
    matter: MatterId,
    what: OfMatter,
}

impl StepSheet {
    /// Asks about a matter.
    #[must_use]
    pub const fn new(matter: MatterId, what: OfMatter) -> Self {
        Self { matter, what }
    }

    /// Returns the matters it may be merged into, in the order of their numbers; those that are decided, into
    /// which nothing is merged, come last.
    fn others(&self, app: &App) -> Vec<Matter> {
        let Some(desk) = &app.desk else {
            return Vec::new();
        };
        let world = desk.world();
        let others = world
            .matters
            .values()
            .filter(|it| it.state == MatterState::Open && it.id != self.matter);
        let mut others: Vec<Matter> = others.map(|it| it.as_ref().clone()).collect();
        others.sort_by_cached_key(|it| (is_decided(world, it, desk.today()), it.number));
        others
    }

    /// Says what it brings to the matter it is merged into.
    fn brings(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let language = app.language;
        let into = form.chosen(INTO);
        let into = into.and_then(|at| self.others(app).into_iter().nth(at));
        let found = app.desk.as_ref().zip(known(app, &self.matter));
        let Some(((desk, matter), into)) = found.zip(into) else {
            return Vec::new();
        };
        let brought = brought(&matter, &into);
        let Some(said) = merges::brought(language, desk.world(), &brought) else {
            return vec![(
                Role::Muted,
                matter_merge::brings_nothing(language).to_owned(),
            )];
        };
        let anew = into.judged_anew(&brought);
        let anew = anew.then(|| (Role::Warn, matter_merge::judged_anew(language).to_owned()));
        std::iter::once((Role::Warn, said)).chain(anew).collect()
    }
}

impl Sheet for StepSheet {
    fn title(&self, app: &App) -> String {
        let number = numbered(app, &self.matter);
        let title: fn(Language, String) -> String = match self.what {
            OfMatter::SendBack => words::title_send_back,
            OfMatter::Merge => words::title_merge,
            OfMatter::Reopen => words::title_reopen,
            OfMatter::FileWithout => matter_lacking::title,
            _ => words::title_withdraw,
        };
        title(app.language, number)
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let label = match self.what {
            OfMatter::SendBack => words::field_missing(language),
            _ => words::field_reason(language),
        };
        let mut reason = Field::text("reason", label, "", LINE).required();
        if self.what == OfMatter::SendBack {
            reason = reason.hint(words::field_missing_hint(language));
        }
        let mut fields = vec![reason];
        if self.what == OfMatter::Merge {
            let others = self.others(app).into_iter();
            let others = others.map(|it| {
                let number = matters::number(language, it.number);
                format!("{number} {}", it.intake.title)
            });
            let label = words::field_into(language);
            let field = Field::choice("into", label, others.collect(), Some(0));
            fields.push(field.required().hint(shared::choice_hint(language)));
        }
        Form::new(words::save(language), fields)
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        if self.what == OfMatter::Merge {
            return self.brings(app, form);
        }
        let found = app.desk.as_ref().zip(known(app, &self.matter));
        let Some((desk, matter)) = found.filter(|_| self.what == OfMatter::FileWithout) else {
            return Vec::new();
        };
        let missing = lacking(desk.world(), &matter, desk.today()).into_iter();
        let said = missing.map(|it| matters::lacks_records(app.language, desk.world(), &it));
        said.map(|words| (Role::Warn, words)).collect()
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let Some(desk) = &app.desk else {
            return Err(Fault::at(REASON, ui::no_committee_open(language)));
        };
        let reason = line_of(language, form, REASON)?;
        let became = match self.what {
            OfMatter::SendBack => Became::SentBack { reason },
            OfMatter::Reopen => Became::Reopened { reason },
            OfMatter::FileWithout => Became::FiledWithout { reason },
            OfMatter::Merge => {
                let into = form.chosen(INTO).and_then(|at| {
                    let mut others = self.others(app).into_iter();
                    others.nth(at)
                });
                let into = into.ok_or_else(|| Fault::at(INTO, words::no_other(language)))?;
                Became::MergedInto {
                    matter: into.id,
                    number: into.number,
                    reason,
                }
            }
            _ => Became::Withdrawn { reason },
        };
        let command = step(self.matter.clone(), desk.today(), became);
        Ok(Submission::Record(vec![command]))
    }

    fn field_of(&self, refusal: &Refusal) -> Option<usize> {
        Some(match refusal {
            // It is the other one that will not do.
            Refusal::Matter(
                Refused::IntoDecided { .. } | Refused::IntoUnderWay { .. } | Refused::Itself,
            ) => INTO,
            _ => REASON,
        })
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Matter(self.matter.clone(), self.what))
    }
}

/// Asks why a matter goes on an agenda after the notice went out.
pub struct LateSheet {
    matter: MatterId,
    session: SessionId,
}

impl LateSheet {
    /// Asks about a matter and a session.
    #[must_use]
    pub const fn new(matter: MatterId, session: SessionId) -> Self {
        Self { matter, session }
    }

    fn opened(&self, app: &App) -> bool {
        let session = app
            .desk
            .as_ref()
            .map(|it| it.world().session(&self.session));
        session.is_some_and(|it| it.is_ok_and(|session| session.opened.is_some()))
    }
}

impl Sheet for LateSheet {
    fn title(&self, app: &App) -> String {
        words::title_late(app.language, numbered(app, &self.matter))
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let title = known(app, &self.matter).map(|it| it.intake.title.to_string());
        let [reason, when, agreed] = late::fields(language, None, self.opened(app));
        let reason = reason.hint(&title.unwrap_or_default());
        Form::new(words::save(language), vec![reason, when, agreed])
    }

    fn settle(&self, app: &App, form: &mut Form) {
        late::show(form, REASON, self.opened(app));
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let late = late::read(language, form, REASON, self.opened(app))?;
        let put = agenda::late(app, &self.matter, &self.session, late);
        let put = put.map_err(|why| {
            let desk = app.desk.as_ref();
            let words = desk.map(|desk| refusals::refusal(language, desk.world(), &why));
            Fault::at(REASON, words.unwrap_or_default())
        })?;
        Ok(Submission::Record(vec![put]))
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Matter(self.matter.clone(), OfMatter::Late))
    }
}
