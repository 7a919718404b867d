//! The fields that put the day of a session right: one for each day on which something of it was taken down.

use super::super::seen;
use super::LINE;
use crate::domain::dates::Minute;
use crate::domain::session::Session;
use crate::domain::session::day::{SetBy, days, may_be_wrong, set_by};
use crate::domain::text::Line;
use crate::domain::world::World;
use crate::i18n::{Language, terms, times as words};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, line_of};
use crate::tui::past_day;
use crate::tui::widgets::form::{Field, Form};
use chrono::{Datelike, NaiveDate};

/// The longest day that is typed.
const DATE: usize = 24;

/// The days a form asks about, and where in it.
#[derive(Default)]
pub(super) struct Asked {
    /// The days, as they were taken down.
    days: Vec<NaiveDate>,
    /// Whether they stand before the hours: a day in doubt is what the form was opened for.
    first: bool,
}

impl Asked {
    /// Returns what is asked: while the session is live only a day in doubt, and after it every day.
    pub(super) fn of(app: &App) -> Self {
        let Ok((_, session, world)) = seen(app) else {
            return Self::default();
        };
        let Some(today) = app.desk.as_ref().map(|desk| desk.today()) else {
            return Self::default();
        };
        let first = may_be_wrong(world, session, today);
        let asks = session.opened.is_some() && (first || session.closed.is_some());
        Self {
            days: match asks {
                true => days(world, session),
                false => Vec::new(),
            },
            first,
        }
    }

    /// Says whether a day is in doubt.
    pub(super) const fn doubted(&self) -> bool {
        self.first
    }

    /// Puts the fields of the days before the hours or behind them.
    pub(super) fn beside(&self, language: Language, hours: Vec<Field>) -> Vec<Field> {
        let many = self.days.len() > 1;
        let mut fields: Vec<Field> = (1..)
            .zip(&self.days)
            .map(|(nth, day)| {
                let label = match many {
                    true => words::nth_from(language, words::day(language), nth),
                    false => words::day(language).to_owned(),
                };
                let name = format!("day_{nth}");
                Field::figure(name, &label, &day.to_string(), DATE).required()
            })
            .collect();
        if let Some(one) = fields.first_mut() {
            *one = one.clone().hint(words::day_hint(language));
        }
        match self.first {
            true => fields.into_iter().chain(hours).collect(),
            false => hours.into_iter().chain(fields).collect(),
        }
    }

    /// Returns the field of the first hour.
    pub(super) fn first_hour(&self) -> usize {
        if self.first { self.days.len() } else { 0 }
    }

    /// Returns how many fields there are.
    pub(super) fn len(&self) -> usize {
        self.days.len()
    }

    /// Returns each day that is put right, with the day it was; `hours` is how many hours the form shows.
    pub(super) fn changed(
        &self,
        app: &App,
        form: &Form,
        hours: usize,
    ) -> Result<Vec<(NaiveDate, NaiveDate)>, Fault> {
        let start = if self.first { 0 } else { hours };
        let mut changed = Vec::new();
        for (field, day) in (start..).zip(&self.days) {
            let typed = form.text(field);
            if typed.trim() == day.to_string() {
                continue;
            }
            let today = app.desk.as_ref().map_or(*day, |desk| desk.today());
            let to_come = words::day_to_come(app.language, terms::date(app.language, today));
            let to = past_day::of(app.language, form, field, today, &to_come)?;
            if to != *day {
                changed.push((*day, to));
            }
        }
        // One that goes back follows those before it, one that goes on goes ahead of those behind it: none comes to lie on
        // another that is still to be moved.
        changed.sort_by_key(|(from, to)| {
            let turn = from.num_days_from_ce();
            let on = to > from;
            (on, if on { -turn } else { turn })
        });
        Ok(changed)
    }
}

/// The most days that are named of those that stay.
const NAMED: usize = 3;

/// Says which days that the session set for later stay as they are when its own is put right.
pub(super) fn leaves(language: Language, world: &World, session: &Session) -> Option<String> {
    let set = set_by(world, session);
    let said = set.iter().take(NAMED).map(|it| match it {
        SetBy::Due(task, on) => {
            let on = terms::plain_date(language, *on);
            words::set_due(language, task.what.as_str(), on)
        }
        SetBy::PutOff(motion, on) => {
            let item = world.item(&motion.item);
            let item = item.map_or_else(|_| String::new(), |it| terms::item_number(language, it));
            words::set_put_off(
                language,
                item,
                motion.number,
                terms::plain_date(language, *on),
            )
        }
    });
    let said: Vec<String> = said.collect();
    let what = terms::list(language, said.iter().map(String::as_str));
    let what = match set.len() {
        0 => return None,
        many if many > NAMED => words::day_leaves_more(language, what, many),
        _ => what,
    };
    Some(words::day_leaves(language, what))
}

/// Returns the field that asks why, while the session is live: only another day wants a reason.
pub(super) fn reason(language: Language) -> Field {
    Field::text("day_reason", words::day_reason(language), "", LINE)
}

/// Reads why the day is put right.
pub(super) fn reason_of(language: Language, form: &Form, field: usize) -> Result<Line, Fault> {
    line_of(language, form, field)
}

/// Says whether an hour stands as it did.
pub(super) fn stands(form: &Form, field: usize, old: Minute) -> bool {
    form.text(field).trim() == old.clock()
}
