//! The sheets of 补录: which paper is entered and why, and what minute it states now.

use super::super::paper::{behind, moment, state_at};
use super::super::{desk, seen};
use super::LINE;
use crate::desk::place::{InSession, Place};
use crate::domain::Command;
use crate::domain::dates::Minute;
use crate::domain::session::paper::{FromPaper, last_stated};
use crate::domain::session::{self, Session};
use crate::i18n::{paper as words, terms};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, day_hint, day_of, line_of};
use crate::tui::widgets::form::{Field, Form};

/// From which minute on a session is entered from paper, why, and which paper.
pub struct PaperSheet {
    place: Option<Place>,
}

impl PaperSheet {
    /// Makes the sheet of the session seen.
    #[must_use]
    pub fn new(app: &App) -> Self {
        let place = seen(app)
            .ok()
            .map(|(_, session, _)| Place::Live(session.id.clone(), InSession::Paper));
        Self { place }
    }
}

impl Sheet for PaperSheet {
    fn title(&self, app: &App) -> String {
        words::begin_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let mut fields = vec![
            Field::text("reason", words::reason(language), "", LINE)
                .required()
                .hint(words::reason_hint(language)),
            Field::text("which_paper", words::which_paper(language), "", LINE)
                .required()
                .hint(words::which_paper_hint(language)),
        ];
        fields.extend(moment_fields(app, begins(app)));
        Form::new(words::begin_row(language), fields)
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        hint_day(app, form, field, 3);
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let fault = |why| Fault::at(0, app.reason(&why));
        let (_, session, _) = seen(app).map_err(fault)?;
        let since = read_moment(app, form, 2)?;
        let paper = FromPaper {
            since,
            until: None,
            reason: line_of(language, form, 0)?,
            paper: line_of(language, form, 1)?,
        };
        let begin = session::Command::FromPaper {
            id: session.id.clone(),
            paper,
        };
        Ok(Submission::Then(
            vec![Command::Session(begin)],
            Box::new(move |app| state_at(app, since)),
        ))
    }

    fn place(&self) -> Option<Place> {
        self.place.clone()
    }
}

/// What minute the paper states for what is entered next.
pub struct StatedSheet;

impl Sheet for StatedSheet {
    fn title(&self, app: &App) -> String {
        words::stated_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let (language, now) = (app.language, moment(app).ok());
        let mut fields = moment_fields(app, now);
        // Typed at once, without taking away the old one first: people read it off the paper by the dozen.
        if let Some(first) = fields.first_mut() {
            let hint =
                words::stated_field_hint(language, now.map(Minute::clock).unwrap_or_default());
            *first = Field::figure("minute", words::minute(language), "", 8)
                .required()
                .hint(&hint);
        }
        Form::new(words::stated_row(language), fields)
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        hint_day(app, form, field, 1);
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let at = read_moment(app, form, 0)?;
        Ok(Submission::Then(
            Vec::new(),
            Box::new(move |app| state_at(app, at)),
        ))
    }

    fn place(&self) -> Option<Place> {
        None
    }
}

/// Proposes where the paper begins: where a session that runs stands, else the hour it was planned for.
fn begins(app: &App) -> Option<Minute> {
    let (_, session, world) = seen(app).ok()?;
    let clock = desk(app).ok()?.minute();
    if behind(app, clock) {
        return Some(last_stated(world, session));
    }
    let begins = match planned(session) {
        Some(planned) if session.opened.is_none() => planned,
        _ if session.opened.is_none() => Minute::on(session.date, clock.time()),
        _ => last_stated(world, session),
    };
    Some(begins.min(clock))
}

fn planned(session: &Session) -> Option<Minute> {
    let start = session.start?;
    Some(Minute::on(session.date, start))
}

/// An hour and its day, in this order: the day seldom changes.
fn moment_fields(app: &App, at: Option<Minute>) -> Vec<Field> {
    let language = app.language;
    let clock = at.map(Minute::clock).unwrap_or_default();
    let day = at.map(Minute::day);
    let hint = day
        .map(|day| terms::date(language, day))
        .unwrap_or_default();
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    vec![
        Field::figure("minute", words::minute(language), &clock, 8)
            .required()
            .hint(words::minute_hint(language)),
        Field::figure("day", words::day(language), &day, 20)
            .required()
            .hint(&hint),
    ]
}

fn hint_day(app: &App, form: &mut Form, field: usize, day: usize) {
    if let (true, Ok((_, session, _))) = (field == day, seen(app)) {
        day_hint(app.language, form, field, session.date, "");
    }
}

/// Reads an hour and its day; what has not happened yet stands on no paper.
fn read_moment(app: &App, form: &Form, field: usize) -> Result<Minute, Fault> {
    let fault = |why| Fault::at(field, app.reason(&why));
    let language = app.language;
    let (_, session, _) = seen(app).map_err(fault)?;
    let day = day_of(language, form, field + 1, session.date)?;
    let typed = form.text(field);
    let at = Minute::typed(&typed, day)
        .ok_or_else(|| Fault::at(field, crate::i18n::live::not_a_time(language, typed)))?;
    let clock = desk(app).map_err(fault)?.minute();
    if at > clock && !behind(app, clock) {
        return Err(Fault::at(field, words::not_yet(language)));
    }
    Ok(at)
}
