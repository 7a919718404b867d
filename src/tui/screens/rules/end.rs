//! Ends a rule with its last day.

use crate::desk::Desk;
use crate::desk::place::Place;
use crate::domain::Command;
use crate::domain::dates::days_after;
use crate::domain::ids::RuleId;
use crate::domain::rule::book::Command as Book;
use crate::i18n::{idle_rule, rule_book as words, rule_items, terms, ui};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, day_hint, day_of};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

/// The longest date a field takes, in characters.
const DATE: usize = 20;

/// Asks for the last day of a rule.
pub(super) struct EndSheet {
    pub(super) rule: RuleId,
}

impl Sheet for EndSheet {
    fn title(&self, app: &App) -> String {
        let world = app.desk.as_ref().map(Desk::world);
        let name = world.map(|world| terms::rule(app.language, world, &self.rule));
        words::title_end(app.language, name.unwrap_or_default())
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let today = app.desk.as_ref().map(|desk| desk.today().to_string());
        let day = Field::figure(
            "end_day",
            words::end_day(language),
            &today.unwrap_or_default(),
            DATE,
        );
        let day = day.required().hint(words::end_hint(language));
        Form::new(words::confirm_end(language), vec![day])
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if let Some(desk) = &app.desk {
            let hint = words::end_hint(app.language);
            day_hint(app.language, form, field, desk.today(), hint);
        }
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let Some(desk) = &app.desk else {
            return Vec::new();
        };
        let Ok(last) = day_of(app.language, form, 0, desk.today()) else {
            return Vec::new();
        };
        let found = desk.world().items_by(&self.rule, days_after(last, 1));
        let items = rule_items::named(app.language, &found);
        let said = items.map(|items| (Role::Warn, idle_rule::ends_under(app.language, items)));
        said.into_iter().collect()
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let Some(desk) = &app.desk else {
            return Err(Fault::at(0, ui::no_committee_open(language)));
        };
        let on = day_of(language, form, 0, desk.today())?;
        let rule = self.rule.clone();
        let begun = desk.world().adopted(&rule).ok();
        if let Some(begun) = begun.and_then(|adopted| adopted.rule.from)
            && on < begun
        {
            let words = words::end_too_early(language, begun.to_string());
            return Err(Fault::at(0, words));
        }
        Ok(Submission::Record(vec![Command::Rule(Book::End {
            rule,
            on,
        })]))
    }

    fn place(&self) -> Option<Place> {
        // A day alone, and it is proposed.
        None
    }
}
