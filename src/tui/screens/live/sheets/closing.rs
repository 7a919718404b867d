//! The sheet of 定稿: how the record was signed.

use super::super::{desk, seen};
use super::{LINE, looked_at};
use crate::desk::place::{InSession, Place};
use crate::domain::Command;
use crate::domain::ids::{PersonId, SessionId};
use crate::domain::refusal::Refusal;
use crate::domain::session::handover::{Office, OnePerson};
use crate::domain::session::version::versions;
use crate::domain::session::{self, Sealing};
use crate::i18n::{live as words, refusals, shared, terms, version};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_of};
use crate::tui::past_day;
use crate::tui::screens::{Screen, record};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

/// How the printed record was signed.
pub struct SealSheet {
    place: Option<Place>,
}

impl SealSheet {
    /// Makes the sheet of the session seen.
    #[must_use]
    pub fn new(app: &App) -> Self {
        // Of each version another paper is signed: a draft of one before is not taken for it.
        let what = again(app).map_or(InSession::Seal, InSession::SignAgain);
        let place = looked_at(app).map(|(session, _)| Place::Live(session, what));
        Self { place }
    }
}

impl Sheet for SealSheet {
    fn title(&self, app: &App) -> String {
        match again(app) {
            Some(version) => version::title(app.language, version),
            None => words::seal_title(app.language).to_owned(),
        }
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let signers = seen(app).ok().map(|(_, session, world)| {
            signers(
                app,
                session.acting(Office::Chair, None),
                session.acting(Office::Recorder, None),
                world,
            )
        });
        let today = app
            .desk
            .as_ref()
            .map(|desk| desk.today().to_string())
            .unwrap_or_default();
        let mut by = Field::text(
            "signed_by",
            words::signed_by(language),
            &signers.unwrap_or_default(),
            LINE,
        )
        .required();
        let alone = seen(app).is_ok_and(|(_, it, _)| it.one_person() == OnePerson::ToTheEnd);
        if alone {
            by = by.hint(words::signed_by_checker(language));
        }
        Form::new(
            match again(app) {
                Some(_) => version::row(language),
                None => words::seal_row(language),
            },
            vec![
                by,
                Field::figure("signed_on", words::signed_on(language), &today, 20).required(),
                Field::text("paper_lies", words::paper_lies(language), "", LINE)
                    .required()
                    .hint(words::seal_hint(language)),
            ],
        )
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if let (1, Some(desk)) = (field, &app.desk) {
            let hint = shared::past_day_hint(app.language);
            past_day::hint(app.language, form, field, desk.today(), hint);
        }
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let fault = |why| Fault::at(0, app.reason(&why));
        let (_, session, world) = seen(app).map_err(fault)?;
        let today = desk(app).map_err(fault)?.today();
        let sealing = Sealing {
            by: line_of(app.language, form, 0)?,
            // A record is signed today or on a day gone by.
            on: past_day::of(
                app.language,
                form,
                1,
                today,
                words::signed_later(app.language),
            )?,
            paper: line_of(app.language, form, 2)?,
        };
        if let Err(refusal) = session::may_sign(world, session, &sealing, today) {
            let field = match refusal {
                Refusal::Signing(_) => 1,
                _ => 0,
            };
            let said = refusals::refusal(app.language, world, &refusal);
            return Err(Fault::at(field, said));
        }
        let id: SessionId = session.id.clone();
        let sealed = id.clone();
        let again = again(app);
        let seal = Command::Session(session::Command::Seal { today, id, sealing });
        Ok(Submission::Then(
            vec![seal],
            Box::new(move |app| {
                // The plan is over as well; the record is what there is from now on.
                while matches!(
                    app.top(),
                    Screen::Live(_) | Screen::Plan(_) | Screen::Record(_)
                ) {
                    app.back();
                }
                app.go(Screen::Record(record::State::new(sealed)));
                let said = match again {
                    Some(version) => version::recorded(app.language, version),
                    None => words::sealed(app.language).to_owned(),
                };
                // That no backup of it was made has to be seen: it is said already, and that it is recorded.
                let role = app.toast.as_ref().map(|toast| toast.role);
                if role != Some(Role::Warn) {
                    app.say(Role::Good, said);
                }
            }),
        ))
    }

    fn place(&self) -> Option<Place> {
        self.place.clone()
    }
}

/// Returns the version of a sealed record that is to be signed once more.
fn again(app: &App) -> Option<u32> {
    let (_, session, world) = seen(app).ok()?;
    let versions = versions(world, session)?;
    versions.wants_signatures().then_some(versions.now)
}

fn signers(
    app: &App,
    chair: Option<&PersonId>,
    recorder: Option<&PersonId>,
    world: &crate::domain::World,
) -> String {
    let mut names: Vec<&str> = Vec::new();
    for person in chair.into_iter().chain(recorder) {
        let name = terms::person(app.language, world, person);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    terms::list(app.language, names)
}
