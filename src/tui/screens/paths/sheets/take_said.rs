//! What the sheet of a step says of the answers so far: the day it has, the terms, how the vote is judged.

use super::matter;
use super::take::{NOTICED, ON, RULE, TakeSheet, Way};
use crate::domain::board::BoardRules;
use crate::domain::matter::path::DayOf;
use crate::domain::matter::path::grid::Grid;
use crate::domain::matter::path::term::{Follows, terms};
use crate::domain::vote::village::VillageDecision;
use crate::i18n::{
    path_merge, path_screen as words, path_states, path_way, paths, step_day, terms as named,
    village_notice,
};
use crate::tui::app::App;
use crate::tui::past_day;
use crate::tui::theme::Role;
use crate::tui::widgets::form::Form;
use chrono::NaiveDate;

impl TakeSheet {
    /// Says from which day the next step may be taken, where this one is put up on a board.
    fn then(&self, app: &App, on: NaiveDate) -> Vec<String> {
        let path = matter(app, &self.matter).and_then(|it| it.path.as_ref());
        let at = self.step.saturating_add(1);
        let next = path.and_then(|path| path.template.steps.get(at));
        let (Some(next), DayOf::PutUp, Some(desk)) = (next, self.day_of(app), &app.desk) else {
            return Vec::new();
        };
        let rest = BoardRules::of(desk.world()).rest;
        let follows = Follows {
            since: on,
            met: None,
        };
        let said = terms(next, None, Some(follows), None, &rest);
        let said = said.iter().map(|it| {
            let name = paths::step(app.language, next);
            step_day::then(app.language, name, path_states::term(app.language, it))
        });
        said.collect()
    }

    /// Says of a step that is taken together with the one before which day it has, and by what it may be.
    fn together(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let merged = self.way(app, form) == Some(Way::Merged);
        let found = app.desk.as_ref().filter(|_| merged).and_then(|desk| {
            let matter = matter(app, &self.matter)?;
            let grid = Grid::of(desk.world(), matter, desk.today())?;
            grid.cell(self.step, self.village.as_ref())?.since
        });
        let day = found.map(|on| path_merge::hint(app.language, named::date(app.language, on)));
        let step = self.step(app).filter(|_| merged);
        let by = step.and_then(|step| paths::merges_by(app.language, step));
        let said = day.into_iter().chain(by);
        said.map(|words| (Role::Normal, words)).collect()
    }

    /// Says what the answers so far come to: the terms, and how the vote is judged.
    pub(super) fn said(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let language = app.language;
        let Some(desk) = &app.desk else {
            return Vec::new();
        };
        let mut said = self.together(app, form);
        let rule = form
            .chosen(RULE)
            .and_then(|at| self.rules(app).into_iter().nth(at));
        let found = matter(app, &self.matter).and_then(|matter| {
            let grid = Grid::of(desk.world(), matter, desk.today())?;
            let since = grid.cell(self.step, self.village.as_ref())?.since?;
            let tries = matter.path.as_ref()?;
            let mut tries = tries.tries(self.step, self.village.as_ref());
            let met = tries.next_back().map(|(_, it)| it.on);
            Some(Follows { since, met })
        });
        if let (Some(step), Some(follows)) = (self.step(app), found) {
            let late = words::not_yet_come(language);
            let noticed = past_day::if_any(language, form, NOTICED, desk.today(), late);
            let noticed = noticed.ok().flatten();
            let on = past_day::of(language, form, ON, desk.today(), late).ok();
            if noticed.is_some_and(|noticed| noticed < follows.since) {
                let since = named::date(language, follows.since);
                said.push((Role::Warn, path_way::notice_before(language, since)));
            }
            let rest = BoardRules::of(desk.world()).rest;
            let terms = terms(step, rule.as_ref(), Some(follows), noticed, &rest);
            if terms.iter().any(|term| term.noticed == Some(false)) {
                let words = village_notice::unwritten(language).to_owned();
                said.push((Role::Warn, words));
            }
            for term in terms {
                let short = on.is_some_and(|on| on < term.from);
                let role = if short { Role::Bad } else { Role::Muted };
                said.push((role, path_states::term(language, &term)));
            }
        }
        let late = words::not_yet_come(language);
        if let Ok(on) = past_day::of(language, form, ON, desk.today(), late) {
            said.extend(self.then(app, on).into_iter().map(|it| (Role::Muted, it)));
        }
        let meeting = self
            .votes(app)
            .then(|| self.meeting(app, form).ok())
            .flatten();
        if let (Some(meeting), Some(rule)) = (meeting, rule) {
            let name = named::rule_name(language, &rule).to_owned();
            if let Ok(decision) = VillageDecision::of(&meeting, rule) {
                let agreed = decision.agreed();
                let outcome = match agreed {
                    Some(true) => words::mark_carried(language),
                    Some(false) => words::mark_refused(language),
                    None => words::mark_inquorate(language),
                };
                let role = if agreed == Some(true) {
                    Role::Good
                } else {
                    Role::Bad
                };
                said.push((role, words::take_judged(language, name, outcome)));
            }
        }
        said
    }
}
