//! The sheet of the committee's own rules of procedure.

use super::sheets::{DATE, desk_of, hint_day};
use crate::desk::Desk;
use crate::desk::place::Place;
use crate::domain::Command;
use crate::domain::ids::RuleId;
use crate::domain::roster::{Command as Roster, OwnRules};
use crate::domain::rule::{Rule, presets};
use crate::domain::text::LONGEST_LINE;
use crate::i18n::{Language, rule_sentences, seats, terms, ui};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, day_of, line_of};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

/// Enters the committee's own rules of procedure: the one place that says which rule it sits by.
#[derive(Default)]
pub struct RulesSheet {
    /// The rule that is proposed, where it was chosen in the rule book.
    rule: Option<RuleId>,
}

impl RulesSheet {
    /// Proposes a rule.
    pub const fn by(rule: RuleId) -> Self {
        Self { rule: Some(rule) }
    }

    /// Says whether it is among those the sheet offers.
    pub fn offers(desk: &Desk, rule: &RuleId) -> bool {
        rules(desk).iter().any(|offered| offered.id == *rule)
    }
}

/// Returns the rules a committee can sit by: what it has adopted, then what is shipped.
fn rules(desk: &Desk) -> Vec<Rule> {
    let adopted = desk.world().rules_on(desk.today()).into_iter();
    let adopted = adopted.map(|adopted| adopted.rule.clone());
    let all = adopted.chain(presets().iter().cloned());
    all.filter(Rule::may_be_sat_by).collect()
}

fn offered(app: &App) -> Vec<Rule> {
    app.desk.as_ref().map(rules).unwrap_or_default()
}

const RULES_RULE: usize = 2;
const RULES_ONLINE: usize = 4;
const RULES_DEPUTIES: usize = 5;
const RULES_BACK: usize = 6;

fn own_rules(app: &App) -> Option<&OwnRules> {
    app.desk.as_ref().and_then(|desk| desk.world().own_rules())
}

impl Sheet for RulesSheet {
    fn title(&self, app: &App) -> String {
        seats::rules_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let own = own_rules(app);
        let rules = offered(app);
        let names = rules.iter().map(|rule| terms::rule_name(language, rule));
        let names = names.map(ToOwned::to_owned).collect();
        let today = app.desk.as_ref().map(|desk| (desk.world(), desk.today()));
        let named = today.map(|(world, today)| match own {
            Some(own) => world.version_on(&own.rule, own.adopted.max(today)),
            None => world.default_rule(today).id,
        });
        let wanted = self.rule.clone().or(named);
        let at = rules
            .iter()
            .position(|rule| Some(&rule.id) == wanted.as_ref());
        let title = own.map_or("", |own| own.title.as_str());
        let clause = own.map_or("", |own| own.clause.as_str());
        let adopted = own.map(|own| own.adopted.to_string()).unwrap_or_default();
        let mut fields = vec![
            Field::text(
                "rules_name",
                seats::rules_name(language),
                title,
                LONGEST_LINE,
            )
            .required()
            .hint(seats::rules_name_hint(language)),
            Field::text(
                "rules_clause",
                seats::rules_clause(language),
                clause,
                LONGEST_LINE,
            )
            .required()
            .hint(seats::rules_clause_hint(language)),
            Field::choice("rules_rule", seats::rules_rule(language), names, at)
                .required()
                .hint(seats::rules_rule_hint(language)),
            Field::figure(
                "rules_adopted",
                seats::rules_adopted(language),
                &adopted,
                DATE,
            )
            .required()
            .hint(seats::day_hint(language)),
            Field::check(
                "rules_online",
                seats::rules_online(language),
                own.is_some_and(|own| own.online),
            )
            .hint(seats::rules_online_hint(language)),
            Field::check(
                "rules_deputies",
                seats::rules_deputies(language),
                own.is_some_and(|own| own.deputies),
            )
            .hint(seats::rules_deputies_hint(language)),
        ];
        if own.is_some() {
            fields.push(
                Field::check("rules_back", seats::rules_back(language), false)
                    .hint(seats::rules_back_hint(language)),
            );
        }
        Form::new(seats::confirm_rules(language), fields)
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if field == 3 {
            hint_day(app, form, field, seats::day_hint(app.language));
        }
    }

    fn settle(&self, app: &App, form: &mut Form) {
        let rules = offered(app);
        let rule = form.chosen(RULES_RULE).and_then(|at| rules.get(at));
        // A rule of the book says itself whether video counts.
        let shipped = rule.is_none_or(|rule| rule.name.is_none());
        form.show(RULES_ONLINE, shipped);
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let rules = offered(app);
        let rule = form.chosen(RULES_RULE).and_then(|at| rules.get(at));
        rule.map_or_else(Vec::new, |rule| said(app.language, rule))
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let own = if form.checked(RULES_BACK) {
            None
        } else {
            let rules = offered(app);
            let rule = form.chosen(RULES_RULE);
            let rule = rule.and_then(|at| rules.into_iter().nth(at));
            Some(OwnRules {
                online: form.checked(RULES_ONLINE),
                deputies: form.checked(RULES_DEPUTIES),
                title: line_of(language, form, 0)?,
                clause: line_of(language, form, 1)?,
                rule: rule
                    .ok_or_else(|| Fault::at(RULES_RULE, ui::field_missing(language)))?
                    .id,
                adopted: day_of(language, form, 3, desk_of(app)?.today())?,
            })
        };
        let command = Command::Roster(Roster::AdoptRules(own));
        Ok(Submission::Record(vec![command]))
    }

    fn place(&self) -> Option<Place> {
        Some(Place::OwnRules)
    }

    fn is_recorded(&self) -> bool {
        true
    }
}

/// Says what a rule says, below a sheet that chooses among them: first whether it holds at all.
pub(in crate::tui::screens) fn said(language: Language, rule: &Rule) -> Vec<(Role, String)> {
    let warning = rule_sentences::warning(language, rule);
    let warning = warning.map(|words| (Role::Warn, words.to_owned()));
    let said = (Role::Muted, rule_sentences::in_short(language, rule));
    warning.into_iter().chain([said]).collect()
}
