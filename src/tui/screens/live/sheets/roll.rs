//! The sheets of the roll: why somebody is excused or not counted, and when somebody was there.

use super::super::roll;
use super::{LINE, minute_of};
use crate::desk::place::{InSession, Place};
use crate::domain::Command;
use crate::domain::dates::Minute;
use crate::domain::roster::roll::Exclusion;
use crate::domain::session;
use crate::domain::session::attendance::{Attendance, Excuse, Stay};
use crate::i18n::{live as words, terms};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_of};
use crate::tui::widgets::form::{Field, Form};

/// A reason for which somebody is excused, in words.
pub struct ExcuseSheet {
    place: Option<Place>,
}

impl ExcuseSheet {
    /// Makes the sheet of the person selected.
    #[must_use]
    pub fn new(app: &App) -> Self {
        let place = roll::selected(app).ok().map(|(session, _, attendee)| {
            let what = InSession::Excuse(attendee.place.person.clone());
            Place::Live(session.id.clone(), what)
        });
        Self { place }
    }
}

impl Sheet for ExcuseSheet {
    fn title(&self, app: &App) -> String {
        let who = roll::selected(app)
            .ok()
            .map(|(_, world, attendee)| terms::person(app.language, world, &attendee.place.person));
        words::excuse_title(app.language, who.unwrap_or_default())
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        Form::new(
            words::record_row(language),
            vec![Field::text("reason", words::reason(language), "", LINE).required()],
        )
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let reason = Excuse::Other(line_of(app.language, form, 0)?);
        let commands = roll::excuse(app, reason).map_err(|why| Fault::at(0, app.reason(&why)))?;
        Ok(match roll::came(app) {
            None => Submission::Record(commands),
            Some(came) => Submission::Then(
                commands,
                Box::new(move |app| roll::say_times_gone(app, &came)),
            ),
        })
    }

    fn place(&self) -> Option<Place> {
        self.place.clone()
    }
}

/// Why somebody is not counted in 应到会.
pub struct ExclusionSheet;

impl Sheet for ExclusionSheet {
    fn title(&self, app: &App) -> String {
        words::exclusion_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let now = roll::selected(app)
            .ok()
            .and_then(|(_, _, attendee)| attendee.place.excluded);
        let mut options = vec![words::counted(language).to_owned()];
        options.extend(
            Exclusion::ALL
                .iter()
                .map(|reason| terms::exclusion(language, *reason).to_owned()),
        );
        let chosen = now
            .and_then(|now| Exclusion::ALL.iter().position(|reason| *reason == now))
            .map_or(0, |at| at + 1);
        Form::new(
            words::record_row(language),
            vec![
                Field::choice("reason", words::reason(language), options, Some(chosen))
                    .hint(words::exclusion_hint(language)),
            ],
        )
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let (session, _, attendee) =
            roll::selected(app).map_err(|why| Fault::at(0, app.reason(&why)))?;
        let reason = form
            .chosen(0)
            .and_then(|at| at.checked_sub(1))
            .and_then(|at| Exclusion::ALL.get(at))
            .copied();
        let exclude = session::Command::Exclude {
            id: session.id.clone(),
            person: attendee.place.person.clone(),
            reason,
        };
        Ok(Submission::Record(vec![Command::Session(exclude)]))
    }

    fn place(&self) -> Option<Place> {
        None
    }
}

/// When somebody was there: mended freely until 散会.
pub struct StaysSheet;

impl Sheet for StaysSheet {
    fn title(&self, app: &App) -> String {
        words::stays_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let stays = roll::selected(app)
            .map(|(_, _, attendee)| stays_of(&attendee.attendance))
            .unwrap_or_default();
        let mut fields = Vec::new();
        for (nth, stay) in (1..).zip(&stays) {
            fields.push(
                Field::figure(
                    format!("came_{nth}"),
                    words::came(language),
                    &stay.from.clock(),
                    8,
                )
                .required(),
            );
            let to = stay.to.map(Minute::clock).unwrap_or_default();
            fields.push(Field::figure(
                format!("went_{nth}"),
                words::went(language),
                &to,
                8,
            ));
        }
        Form::new(words::record_row(language), fields)
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let (session, _, attendee) =
            roll::selected(app).map_err(|why| Fault::at(0, app.reason(&why)))?;
        let mut stays = Vec::new();
        for (place, old) in stays_of(&attendee.attendance).into_iter().enumerate() {
            let (from, to) = (place * 2, place * 2 + 1);
            let to = if form.text(to).trim().is_empty() {
                None
            } else {
                Some(minute_of(language, session, form, to, old.to)?)
            };
            let from = minute_of(language, session, form, from, Some(old.from))?;
            stays.push(Stay { from, to, ..old });
        }
        let mend = session::Command::MendStays {
            id: session.id.clone(),
            person: attendee.place.person.clone(),
            stays,
        };
        Ok(Submission::Record(vec![Command::Session(mend)]))
    }

    fn place(&self) -> Option<Place> {
        None
    }
}

fn stays_of(attendance: &Attendance) -> Vec<Stay> {
    match attendance {
        Attendance::Attended { stays } => stays.clone(),
        Attendance::Unmarked | Attendance::Excused { .. } | Attendance::Absent => Vec::new(),
    }
}
