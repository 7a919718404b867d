//! The form of a rule: choices that depend on one another, and below them the rule read out.

mod fields;
mod options;
mod parts;
mod places;
mod read;

use self::fields::*;
use self::options::Asked;
use self::parts::{Asking, Call, Formula, Kind, Tree};
use super::go_to;
use crate::desk::Desk;
use crate::desk::place::Place;
use crate::domain::Command;
use crate::domain::ids::RuleId;
use crate::domain::rule::book::{Adopted, Command as Book};
use crate::domain::rule::{
    Base, Cause, Method, Provenance, Question, Rule, RuleFault, faults, joint_default,
};
use crate::domain::vote::trial::{Needed, OrElse, Room, least, or_else};
use crate::i18n::rule_sentences::{self, About};
use crate::i18n::{idle_rule, rule_book as words, rule_fault, rule_faults, rule_items, ui};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, day_hint, day_of};
use crate::tui::theme::Role;
use crate::tui::widgets::form::Form;
use chrono::NaiveDate;

/// Asks for a rule: a copy of another, or the version that follows one.
pub struct RuleSheet {
    /// The rule it begins with.
    source: RuleId,
    /// Whether the new one follows it.
    follows: bool,
}

/// The rooms whose least votes are shown while a rule is made.
const ROOMS: [u32; 5] = [5, 7, 9, 15, 30];

impl RuleSheet {
    /// Makes a rule of its own out of another.
    pub const fn copy(source: RuleId) -> Self {
        Self {
            source,
            follows: false,
        }
    }

    /// Makes the version that follows an adopted rule.
    pub const fn change(source: RuleId) -> Self {
        Self {
            source,
            follows: true,
        }
    }

    /// Returns the rule it begins with, as far as it may be adopted.
    fn base(&self, app: &App) -> Rule {
        let world = app.desk.as_ref().map(Desk::world);
        let rule = world.and_then(|world| world.rule(&self.source).ok());
        let rule = rule.unwrap_or_else(joint_default);
        match rule.provenance {
            // What nobody has laid down needs a clause before it is a rule of anybody.
            Provenance::Derived | Provenance::Foreign => Rule {
                provenance: Provenance::Own,
                clause: String::new(),
                // There is no official text its clause could be held against.
                unverified: false,
                circulation: false,
                ..rule
            },
            _ => rule,
        }
    }

    /// Returns the first day of the version it follows, which it has to begin after.
    fn begun(&self, app: &App) -> Option<NaiveDate> {
        let world = app.desk.as_ref().filter(|_| self.follows)?.world();
        world.adopted(&self.source).ok()?.rule.from
    }

    /// Says which items of sessions still to be held the new version is voted by from its first day on.
    fn turning(&self, asked: &Asked<'_>, rule: &Rule) -> Option<String> {
        let from = rule.from.filter(|_| self.follows)?;
        let found = asked.world.items_by(&self.source, from);
        let items = rule_items::named(asked.language, &found)?;
        Some(idle_rule::turns_to(asked.language, items))
    }

    /// Reads the first day of the new one.
    fn first_day(&self, app: &App, form: &Form, today: NaiveDate) -> Result<NaiveDate, Fault> {
        let from = day_of(app.language, form, FROM, today)?;
        match self.begun(app).filter(|begun| from <= *begun) {
            Some(begun) => {
                let words = words::from_too_early(app.language, begun.to_string());
                Err(Fault::at(FROM, words))
            }
            None => Ok(from),
        }
    }

    /// Reads the rule with its faults, those of its adoption last.
    fn judged(app: &App, asked: &Asked<'_>, form: &Form) -> (Rule, Vec<RuleFault>) {
        let rule = read::rule(asked, form);
        let world = app.desk.as_ref().map(Desk::world);
        let known = |id: &RuleId| world.and_then(|world| world.rule(id).ok());
        let mut found = faults(&rule, known);
        let mut lacks = |at: &str, cause| {
            found.push(RuleFault {
                at: at.to_owned(),
                cause,
            });
        };
        if rule.name.is_none() {
            lacks("name", Cause::NameMissing);
        }
        if rule.from.is_none() {
            lacks("from", Cause::Empty);
        }
        let from = rule.from.unwrap_or(asked.today);
        found.extend(asked.world.weights_unmet(&rule, from));
        (rule, found)
    }

    /// Does something with what is asked; `None` without a desk.
    fn with<T>(&self, app: &App, then: impl FnOnce(&Asked<'_>) -> T) -> Option<T> {
        let desk = app.desk.as_ref()?;
        let base = self.base(app);
        Some(then(&Asked {
            language: app.language,
            world: desk.world(),
            base: &base,
            today: desk.today(),
        }))
    }
}

impl Sheet for RuleSheet {
    fn title(&self, app: &App) -> String {
        let language = app.language;
        let base = self.base(app);
        let name = crate::i18n::terms::rule_name(language, &base);
        if self.follows {
            words::title_change(language, name)
        } else {
            words::title_copy(language, name)
        }
    }

    fn form(&self, app: &App) -> Form {
        let today = app.desk.as_ref().map(Desk::today);
        let next = self.begun(app).and_then(|begun| begun.succ_opt());
        let from = today.max(next).map(|day| day.to_string());
        let from = from.unwrap_or_default();
        let fields = self.with(app, |asked| fields(asked, &from));
        Form::new(
            words::confirm_adopt(app.language),
            fields.unwrap_or_default(),
        )
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if let (FROM, Some(desk)) = (field, &app.desk) {
            let hint = words::from_hint(app.language);
            day_hint(app.language, form, FROM, desk.today(), hint);
        }
    }

    fn settle(&self, app: &App, form: &mut Form) {
        self.with(app, |asked| {
            offer(asked, form);
            show(asked, form);
        });
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let language = app.language;
        let found = self.faults(app, form);
        let said = self.with(app, |asked| {
            let rule = read::rule(asked, form);
            let fault = found.first().map(|fault| {
                let label = form.label(fault.field);
                let words = rule_fault::at(language, label, fault.words.as_str());
                let words = match found.len() - 1 {
                    0 => words,
                    more => words::fault_and_more(language, words, more),
                };
                (Role::Warn, words)
            });
            let mut said: Vec<(Role, String)> = fault.into_iter().collect();
            said.extend(
                self.turning(asked, &rule)
                    .map(|words| (Role::Normal, words)),
            );
            let doubts = asked.world.doubts(&rule);
            said.extend(
                doubts
                    .iter()
                    .map(|it| (Role::Warn, rule_faults::doubt(language, it))),
            );
            // What is being changed is read first: there may be no room for the whole of it.
            let first = places::about(form.focused());
            let mut read = rule_sentences::paragraphs(language, asked.world, &rule);
            read.sort_by_key(|(about, _)| (*about != first, *about != About::Counting));
            let counted =
                |(about, _): &(About, String)| *about == first || *about == About::Counting;
            let (near, rest): (Vec<_>, Vec<_>) = read.into_iter().partition(counted);
            let near = near.into_iter().map(|(_, words)| words);
            let rest = rest.into_iter().map(|(_, words)| words);
            let read = near.chain(rooms(app, &rule)).chain(rest);
            said.extend(read.map(|words| (Role::Muted, words)));
            said
        });
        said.unwrap_or_default()
    }

    fn faults(&self, app: &App, form: &Form) -> Vec<Fault> {
        let language = app.language;
        let day = app.desk.as_ref().map(Desk::today);
        let day = day.and_then(|today| self.first_day(app, form, today).err());
        let judged = self.with(app, |asked| Self::judged(app, asked, form).1);
        let mut faults = Vec::new();
        for fault in judged.unwrap_or_default() {
            let (field, why) = (
                places::field(form, &fault.at),
                rule_faults::why(language, &fault),
            );
            match faults.iter_mut().find(|it: &&mut Fault| it.field == field) {
                // What is no day at all is not said to be empty too.
                _ if field == FROM && day.is_some() => {}
                Some(told) => told.words = words::fault_beside(language, told.words.as_str(), why),
                None => faults.push(Fault::at(field, why)),
            }
        }
        faults.extend(day);
        faults
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let Some(desk) = &app.desk else {
            return Err(Fault::at(NAME_ZH, ui::no_committee_open(language)));
        };
        let from = self.first_day(app, form, desk.today())?;
        let judged = self.with(app, |asked| Self::judged(app, asked, form));
        let Some((rule, found)) = judged else {
            return Err(Fault::at(NAME_ZH, ui::no_committee_open(language)));
        };
        if let Some(fault) = found.first() {
            let words = rule_faults::why(language, fault);
            return Err(Fault::at(places::field(form, &fault.at), words));
        }
        let id: RuleId = desk.new_id();
        let adopted = Adopted {
            id: id.clone(),
            rule: Rule {
                id: id.clone(),
                from: Some(from),
                ..rule
            },
            follows: self.follows.then(|| self.source.clone()),
            on: desk.today(),
        };
        let command = Command::Rule(Book::Adopt(Box::new(adopted)));
        Ok(Submission::Then(
            vec![command],
            Box::new(move |app| go_to(app, id)),
        ))
    }

    fn place(&self) -> Option<Place> {
        let source = self.source.clone();
        Some(if self.follows {
            Place::RuleVersion(source)
        } else {
            Place::RuleCopy(source)
        })
    }
}

/// Says how many votes a full room of some sizes needs.
fn rooms(app: &App, rule: &Rule) -> Option<String> {
    let language = app.language;
    let needed: Option<Vec<String>> = ROOMS
        .into_iter()
        .map(|entitled| {
            let room = Room {
                entitled,
                absent: 0,
                abstaining: 0,
            };
            Some(match least(rule, room)? {
                Needed::Votes(votes) => words::room_needs(language, votes, entitled),
                Needed::Never | Needed::TooFew => words::room_never(language, entitled),
            })
        })
        .collect();
    let needed = needed?;
    let list = crate::i18n::terms::list(language, needed.iter().map(String::as_str));
    Some(match or_else(rule) {
        None => words::rooms(language, list),
        Some(OrElse::Alone) => words::rooms_or_else(language, list),
        Some(OrElse::Within) => words::rooms_at_least(language, list),
    })
}

/// Offers what the provenance lets a rule have.
fn offer(asked: &Asked<'_>, form: &mut Form) {
    let loosens = read::provenance(asked, form).may_loosen();
    for at in 0..TURNOUTS {
        form.offer(TURNOUT + 2 * at, asked.turnouts(loosens).labels());
    }
    form.offer(CALL, asked.calls(loosens).labels());
    for at in 0..CRITERIA {
        form.offer(CRITERION + 4 * at, asked.kinds(at, loosens).labels());
    }
    form.offer(RECUSAL, asked.recusals(loosens).labels());
    for at in 0..STEPS {
        form.offer(TIE + at, asked.steps(loosens).labels());
    }
}

/// Shows the fields that the answers so far call for.
fn show(asked: &Asked<'_>, form: &mut Form) {
    let loosens = read::provenance(asked, form).may_loosen();
    let question = asked.base.question;
    let yes_no = question == Question::YesNo;
    let source = read::provenance(asked, form);
    form.show(UNVERIFIED, source.has_official_text());
    form.show(OTHERWISE, matches!(question, Question::OneOf { .. }));
    for field in [SPARE, WRITE_IN] {
        form.show(field, matches!(question, Question::Seats { .. }));
    }
    let mut more = true;
    for at in 0..TURNOUTS {
        let over = read::turnout_over(asked, form, at);
        form.show(TURNOUT + 2 * at, more);
        more &= over.is_some();
        form.show(TURNOUT + 2 * at + 1, more);
    }
    form.show(ROLES, !asked.roles().is_empty());
    let called = read::call(asked, form) != Call::None;
    form.show(CALL_DAYS, called);
    form.show(CALL_NOTICE, called);
    show_criteria(asked, form);
    form.show(BLOC, yes_no);
    form.show(CONSENT, yes_no);
    let asking = read::asking(asked, form);
    form.show(CONSENT_SHARE, yes_no && asking == Asking::InVote);
    form.show(CONSENT_BASE, yes_no && asking == Asking::InVote);
    let own = matches!(asking, Asking::AllMust | Asking::AgreeingGoOn);
    form.show(CONSENT_BY, yes_no && own);
    show_weights(asked, form);
    let mut more = yes_no;
    for at in 0..STEPS {
        form.show(TIE + at, more);
        let step = asked.steps(loosens).read(form, TIE + at).flatten();
        more &= step.is_some();
    }
    form.show(CLOSE, yes_no);
    form.show(PROXIES, loosens);
    let proxies = asked.proxies().read(form, PROXIES).unwrap_or(0);
    form.show(PROXY_QUORUM, loosens && proxies > 0);
    let rule = Rule {
        methods: Method::ALL.to_vec(),
        ..read::rule(asked, form)
    };
    for (at, method) in Method::ALL.into_iter().enumerate() {
        form.show(METHOD + at, rule.allows(method));
    }
    form.show(MAY_AGREE, yes_no);
    let rounds = asked.rounds().read(form, ROUNDS).unwrap_or(0);
    form.show(DAYS, rounds > 0);
}

fn show_criteria(asked: &Asked<'_>, form: &mut Form) {
    let tree = read::tree(asked, form);
    let mut more = tree != Tree::Kept;
    for at in 0..CRITERIA {
        let first = CRITERION + 4 * at;
        let leaf = read::leaf(asked, form, at);
        form.show(first, more);
        let there = more && leaf.kind != Kind::Nothing;
        let blocks = matches!(leaf.kind, Kind::Blockers(_));
        let outnumbers = leaf.base == Base::Against;
        form.show(first + 1, there && !blocks && !outnumbers);
        form.show(first + 2, there && !blocks);
        form.show(first + 3, there && blocks);
        more = there && tree != Tree::One;
    }
}

fn show_weights(asked: &Asked<'_>, form: &mut Form) {
    let weighs = read::counts_weights(asked, form);
    let formula = read::formula(asked, form);
    form.show(WEIGHTS, weighs);
    form.show(FIGURE, weighs && formula != Formula::Fixed);
    form.show(EACH, weighs && formula == Formula::PerStarted);
    for field in [TOTAL, FLOOR, CAP] {
        form.show(field, weighs && formula == Formula::Share);
    }
    for at in 0..asked.world.villages.len() {
        form.show(VILLAGE + at, weighs && formula == Formula::Fixed);
    }
}

#[cfg(test)]
impl RuleSheet {
    /// Reads the rule from a form that nobody has touched.
    pub(super) fn untouched(&self, app: &App) -> Option<Rule> {
        self.pressed(app, |_| Vec::new()).map(|(rule, _)| rule)
    }

    /// Reads the rule and its faults after keys were pressed, one a field from the first down.
    pub(super) fn pressed(
        &self,
        app: &App,
        keys: impl FnOnce(usize) -> Vec<&'static str>,
    ) -> Option<(Rule, Vec<RuleFault>)> {
        let mut form = self.form(app);
        self.settle(app, &mut form);
        let fields = form.len();
        for (at, name) in keys(fields).into_iter().enumerate() {
            if form.shows(at)
                && let Ok(key) = name.parse()
            {
                form.focus(at);
                let _event = form.key(key);
                self.settle(app, &mut form);
            }
        }
        self.with(app, |asked| Self::judged(app, asked, &form))
    }
}
