//! The feasts and shifted working days of a year, as a clerk takes them from the published notice.

use super::today;
use crate::desk::place::Place;
use crate::domain::board::BoardRules;
use crate::domain::board::rest::{NoDays, RestYear};
use crate::domain::{Command, World, roster};
use crate::i18n::{Language, board_rest as words, shared};
use crate::tui::action::key_of;
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission};
use crate::tui::input::fold_text;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

const YEAR: usize = 0;
const OFF: usize = 1;
const WORKED: usize = 2;

/// The most characters the days of a year take.
const LONGEST: usize = 400;

/// Asks for the days of a year.
pub struct RestSheet;

impl RestSheet {
    fn year(language: Language, form: &Form) -> Result<i32, Fault> {
        let typed = fold_text(form.text(YEAR).trim());
        let year = typed.parse().ok();
        let year = year.filter(|year| (1949..=2199).contains(year));
        year.ok_or_else(|| Fault::at(YEAR, words::year_fault(language)))
    }

    fn days(
        language: Language,
        form: &Form,
        year: i32,
        field: usize,
    ) -> Result<BTreeSet<NaiveDate>, Fault> {
        RestYear::read(year, &form.text(field)).map_err(|why| {
            let said = match why {
                NoDays::Word(word) => words::no_days(language, word),
                NoDays::TooMany => words::too_many(language).to_owned(),
            };
            Fault::at(field, said)
        })
    }

    fn read(language: Language, form: &Form) -> Result<(i32, RestYear), Fault> {
        let year = Self::year(language, form)?;
        let off = Self::days(language, form, year, OFF)?;
        let worked = Self::days(language, form, year, WORKED)?;
        Ok((year, RestYear { off, worked }))
    }
}

fn rules(app: &App) -> BoardRules {
    let desk = app.desk.as_ref();
    desk.map(|desk| BoardRules::of(desk.world()))
        .unwrap_or_default()
}

/// Counts the postings whose last day nobody works, by rules as they would be.
fn on_rest(world: &World, rules: &BoardRules) -> usize {
    let hanging = world.postings.values().filter(|posting| posting.hangs());
    let last = hanging.filter_map(|posting| posting.until);
    last.filter(|day| rules.rest.rests(*day)).count()
}

impl Sheet for RestSheet {
    fn title(&self, app: &App) -> String {
        words::title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let rest = rules(app).rest;
        let now = today(app).year();
        // The year that comes is the one that is wanted next.
        let year = [now, now + 1].into_iter().find(|year| !rest.knows(*year));
        let year = year.unwrap_or(now);
        let days = rest.of(year).cloned().unwrap_or_default();
        let line = |name, label, days: &BTreeSet<NaiveDate>| {
            Field::text(name, label, &RestYear::write(days), LONGEST)
        };
        let fields = vec![
            Field::figure("year", words::field_year(language), &year.to_string(), 4).required(),
            line("off", words::field_off(language), &days.off).hint(words::off_hint(language)),
            line("worked", words::field_worked(language), &days.worked)
                .hint(words::worked_hint(language)),
        ];
        Form::new(shared::save_row(language), fields)
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if field != YEAR {
            return;
        }
        if let Ok(year) = Self::year(app.language, form) {
            let days = rules(app).rest.of(year).cloned().unwrap_or_default();
            form.propose(OFF, &RestYear::write(&days.off));
            form.propose(WORKED, &RestYear::write(&days.worked));
        }
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let language = app.language;
        let (year, days) = match Self::read(language, form) {
            Ok(read) => read,
            Err(fault) => return vec![(Role::Warn, fault.words)],
        };
        let mut rules = rules(app);
        let mut said = vec![(
            Role::Normal,
            words::come_to(
                language,
                year.to_string(),
                days.off.len(),
                days.worked.len(),
            ),
        )];
        if BoardRules::default().rest.of(year) == Some(&days) {
            said.push((Role::Muted, words::published(language).to_owned()));
        }
        rules.rest = rules.rest.with(year, days);
        let world = app.desk.as_ref().map(|desk| desk.world());
        let count = world.map_or(0, |world| on_rest(world, &rules));
        if count > 0 {
            let key = key_of("boards.move");
            said.push((Role::Warn, words::on_rest(language, count, key)));
        }
        said
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let (year, days) = Self::read(app.language, form)?;
        let mut rules = rules(app);
        rules.rest = rules.rest.with(year, days);
        let set = roster::Command::SetBoards(rules);
        Ok(Submission::Record(vec![Command::Roster(set)]))
    }

    fn place(&self) -> Option<Place> {
        Some(Place::RestDays)
    }

    fn is_recorded(&self) -> bool {
        true
    }
}

/// Says that a period ends in a year whose holidays nobody entered, where it does.
#[must_use]
pub fn unknown(language: Language, rules: &BoardRules, day: NaiveDate) -> Option<String> {
    let year = day.year();
    let said = || words::unknown(language, year.to_string(), key_of("boards.rest"));
    (!rules.rest.knows(year)).then(said)
}
