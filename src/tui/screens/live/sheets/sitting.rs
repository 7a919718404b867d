//! The sheets of a session that does not go as planned: another hour or day, a second date, no votes.

use super::super::paper::moment;
use super::super::{Panel, seen, show};
use super::{LINE, looked_at};
use crate::desk::place::{InSession, Place};
use crate::domain::Command;
use crate::domain::dates::read_time;
use crate::domain::rule::Rule;
use crate::domain::session;
use crate::domain::session::again::Sitting;
use crate::domain::session::quorum;
use crate::i18n::{second_call, sitting as words, terms};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, day_hint, day_if_any, day_of, line_of};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};
use chrono::NaiveTime;

const DAY: usize = 0;
const HOUR: usize = 1;

/// Reads the hour of a field; empty is `None`.
fn hour_if_any(app: &App, form: &Form) -> Result<Option<NaiveTime>, Fault> {
    let typed = form.text(HOUR);
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let wrong = || Fault::at(HOUR, words::not_an_hour(app.language));
    read_time(&typed).map(Some).ok_or_else(wrong)
}

/// Names the place of a draft of the session seen.
fn place_of(app: &App, what: InSession) -> Option<Place> {
    looked_at(app).map(|(session, _)| Place::Live(session, what))
}

/// 续会: when the session goes on.
pub struct AdjournSheet {
    place: Option<Place>,
}

impl AdjournSheet {
    /// Makes the sheet of the session seen.
    #[must_use]
    pub fn new(app: &App) -> Self {
        let place = place_of(app, InSession::Adjourn);
        Self { place }
    }
}

impl Sheet for AdjournSheet {
    fn title(&self, app: &App) -> String {
        words::adjourn_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        Form::new(
            words::adjourn_row(language),
            vec![
                Field::text("day", words::day(language), "", 20).hint(words::day_hint(language)),
                Field::text("hour", words::hour(language), "", 10).hint(words::hour_hint(language)),
            ],
        )
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if let (DAY, Ok(at)) = (field, moment(app)) {
            let hint = words::day_hint(app.language);
            day_hint(app.language, form, DAY, at.day(), hint);
        }
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let fault = |why| Fault::at(DAY, app.reason(&why));
        let (_, session, _) = seen(app).map_err(fault)?;
        let at = moment(app).map_err(fault)?;
        let day = day_if_any(app.language, form, DAY, at.day())?;
        let start = hour_if_any(app, form)?;
        if day.is_none() && start.is_none() {
            return Err(Fault::at(DAY, words::when_missing(app.language)));
        }
        let adjourn = session::Command::Adjourn {
            id: session.id.clone(),
            at,
            again: Sitting {
                date: day.unwrap_or_else(|| at.day()),
                start,
            },
        };
        Ok(Submission::Then(
            vec![Command::Session(adjourn)],
            Box::new(|app| show(app, Panel::Roll)),
        ))
    }

    fn place(&self) -> Option<Place> {
        self.place.clone()
    }
}

/// 流会: the second date.
pub struct LapseSheet {
    place: Option<Place>,
}

impl LapseSheet {
    /// Makes the sheet of the session seen.
    #[must_use]
    pub fn new(app: &App) -> Self {
        let place = place_of(app, InSession::Lapse);
        Self { place }
    }
}

impl Sheet for LapseSheet {
    fn title(&self, app: &App) -> String {
        let meter = seen(app)
            .ok()
            .map(|(_, session, world)| quorum::meter(world, session));
        let (entitled, present) = meter.map_or((0, 0), |it| (it.entitled, it.present));
        words::lapse_title(app.language, entitled, present)
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let start = seen(app).ok().and_then(|(_, session, _)| session.start);
        let start = start.map(terms::clock).unwrap_or_default();
        Form::new(
            words::lapse_row(language),
            vec![
                Field::text("day", words::day(language), "", 20)
                    .required()
                    .hint(words::second_hint(language)),
                Field::figure("hour", words::hour(language), &start, 10)
                    .hint(words::hour_hint(language)),
            ],
        )
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if let (DAY, Ok(at)) = (field, moment(app)) {
            let hint = words::second_hint(app.language);
            day_hint(app.language, form, DAY, at.day(), hint);
        }
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let (Ok((_, session, world)), Ok(at)) = (seen(app), moment(app)) else {
            return Vec::new();
        };
        let language = app.language;
        // The rules it was called by still have the second call that the first date may fall back on.
        let rules = session.rules_called_again(world);
        if rules.is_empty() {
            let none = words::lapse_no_second_call(language).to_owned();
            return vec![(Role::Muted, none)];
        }
        let day = day_if_any(language, form, DAY, at.day()).ok().flatten();
        let own = world.default_rule(session.date).id;
        let whose = |rule: &Rule, said: String| match rule.id == own {
            true => said,
            false => second_call::of_rule(language, terms::rule(language, world, &rule.id), said),
        };
        let calls = rules.iter().filter_map(|rule| {
            let until = session.second_call_until(rule)?;
            let last = terms::date(language, until);
            let call = rule.quorum.second_call.as_ref()?;
            Some(match day {
                Some(day) if day > until => {
                    let late = words::lapse_too_late(language, last);
                    vec![(Role::Warn, whose(rule, late))]
                }
                _ => vec![
                    (Role::Muted, whose(rule, words::lapse_until(language, last))),
                    (
                        Role::Warn,
                        second_call::must_say(language, call.notice.as_str()),
                    ),
                ],
            })
        });
        calls.flatten().collect()
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let fault = |why| Fault::at(DAY, app.reason(&why));
        let (_, session, _) = seen(app).map_err(fault)?;
        let at = moment(app).map_err(fault)?;
        let lapse = session::Command::Lapse {
            id: session.id.clone(),
            at,
            second: Sitting {
                date: day_of(app.language, form, DAY, at.day())?,
                start: hour_if_any(app, form)?,
            },
        };
        Ok(Submission::Record(vec![Command::Session(lapse)]))
    }

    fn place(&self) -> Option<Place> {
        self.place.clone()
    }
}

/// Why the session is opened short of quorum, for what needs no vote.
pub struct WithoutVotesSheet {
    place: Option<Place>,
}

impl WithoutVotesSheet {
    /// Makes the sheet of the session seen.
    #[must_use]
    pub fn new(app: &App) -> Self {
        let place = place_of(app, InSession::WithoutVotes);
        Self { place }
    }
}

impl Sheet for WithoutVotesSheet {
    fn title(&self, app: &App) -> String {
        words::without_votes_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let reason = Field::text(
            "without_votes_reason",
            words::without_votes_reason(language),
            words::without_votes_proposed(language),
            LINE,
        );
        Form::new(words::without_votes_row(language), vec![reason.required()])
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let fault = |why| Fault::at(0, app.reason(&why));
        let (_, session, _) = seen(app).map_err(fault)?;
        let open = session::Command::OpenWithoutVotes {
            id: session.id.clone(),
            at: moment(app).map_err(fault)?,
            reason: line_of(app.language, form, 0)?,
        };
        Ok(Submission::Then(
            vec![Command::Session(open)],
            Box::new(|app| show(app, Panel::Agenda)),
        ))
    }

    fn place(&self) -> Option<Place> {
        self.place.clone()
    }
}
