//! Rows of the table: the rule book, and a rule tried out.

use super::State;
use super::end::EndSheet;
use super::form::RuleSheet;
use super::reading::Reading;
use super::trial::Trial;
use crate::desk::Desk;
use crate::domain::Refusal;
use crate::domain::ids::RuleId;
use crate::domain::rule::book::Adopted;
use crate::i18n::{rule_book as words, ui};
use crate::tui::action::{Action, Does, Scope, Why, may_record, row};
use crate::tui::app::App;
use crate::tui::dialog::{self, Sheet};
use crate::tui::input::{Code, Key};
use crate::tui::screens::Screen;
use crate::tui::screens::roster::RulesSheet;

/// The rows of the table.
pub const ACTIONS: &[Action] = &[
    row(
        "rules.read",
        Scope::Rules,
        &[Key::char('1'), Key::char(' ')],
        words::read_short,
        words::read_hint,
        Does::Show(can_read, read),
    ),
    row(
        "rules.copy",
        Scope::Rules,
        &[Key::char('2'), Key::char('c')],
        words::copy_short,
        words::copy_hint,
        Does::Ask(can_copy, copy),
    ),
    row(
        "rules.change",
        Scope::Rules,
        &[Key::char('3'), Key::char('e')],
        words::change_short,
        words::change_hint,
        Does::Ask(|app| last_version(app).map(|_| ()), change),
    ),
    row(
        "rules.try",
        Scope::Rules,
        &[Key::char('4'), Key::char('t')],
        words::try_short,
        words::try_hint,
        Does::Show(|app| rule(app).map(|_| ()), try_out),
    ),
    row(
        "rules.sit",
        Scope::Rules,
        &[Key::char('5'), Key::char('s')],
        words::sit_short,
        words::sit_hint,
        Does::Ask(can_sit, sit),
    ),
    row(
        "rules.end",
        Scope::Rules,
        &[Key::char('6'), Key::char('x')],
        words::end_short,
        words::end_hint_row,
        Does::Ask(|app| adopted(app).map(|_| ()), end),
    ),
];

/// The rows of the table for a rule that is tried out.
pub const TRIAL_ACTIONS: &[Action] = &[
    row(
        "trial.in",
        Scope::RuleTrial,
        &[Key::plain(Code::Left), Key::char('1')],
        words::in_short,
        words::in_hint,
        Does::Show(trying, |app| on_trial(app, |trial| trial.send_out(false))),
    ),
    row(
        "trial.out",
        Scope::RuleTrial,
        &[Key::plain(Code::Right), Key::char('2')],
        words::out_short,
        words::out_hint,
        Does::Show(trying, |app| on_trial(app, |trial| trial.send_out(true))),
    ),
    row(
        "trial.decide",
        Scope::RuleTrial,
        &[Key::char('3'), Key::char('-')],
        words::decide_short,
        words::decide_hint,
        Does::Show(trying, |app| on_trial(app, |trial| trial.abstain(false))),
    ),
    row(
        "trial.abstain",
        Scope::RuleTrial,
        &[Key::char('4'), Key::char('+')],
        words::abstain_short,
        words::abstain_hint,
        Does::Show(trying, |app| on_trial(app, |trial| trial.abstain(true))),
    ),
    row(
        "trial.turn",
        Scope::RuleTrial,
        &[Key::plain(Code::Tab), Key::char('5')],
        words::turn_short,
        words::turn_hint,
        Does::Show(trying, |app| on_trial(app, Trial::turn)),
    ),
];

/// Goes to the rule book; home, the roster and the plan have a key for it.
pub fn open_book(app: &mut App) {
    app.go(Screen::Rules(State::default()));
}

/// Goes on with a rule that is made out of another; says whether that one is still there.
pub fn go_on_with_copy(app: &mut App, source: &RuleId) -> bool {
    go_on(app, source, RuleSheet::copy)
}

/// Goes on with the version that follows a rule; says whether that one is still there.
pub fn go_on_with_version(app: &mut App, source: &RuleId) -> bool {
    go_on(app, source, RuleSheet::change)
}

fn go_on(app: &mut App, source: &RuleId, sheet: fn(RuleId) -> RuleSheet) -> bool {
    let world = app.desk.as_ref().map(Desk::world);
    if world.is_none_or(|world| world.rule(source).is_err()) {
        return false;
    }
    app.go(Screen::Rules(State::at(source.clone())));
    open(app, sheet(source.clone()));
    true
}

fn open(app: &mut App, sheet: impl Sheet + 'static) {
    dialog::open(app, Box::new(sheet));
}

fn desk(app: &App) -> Result<&Desk, Why> {
    app.desk.as_ref().ok_or(Why::Says(ui::no_committee_open))
}

/// Returns the rule looked at, where there still is one.
fn rule(app: &App) -> Result<RuleId, Why> {
    let id = match app.top() {
        Screen::Rules(state) => state.rule(),
        _ => None,
    };
    let id = id.ok_or(Why::Says(ui::nothing_selected))?;
    match desk(app)?.world().rule(id) {
        Ok(_) => Ok(id.clone()),
        Err(_) => Err(Why::Says(words::gone)),
    }
}

fn adopted(app: &App) -> Result<&Adopted, Why> {
    may_record(app)?;
    let id = rule(app)?;
    let adopted = desk(app)?.world().rules.get(&id);
    adopted
        .map(AsRef::as_ref)
        .ok_or(Why::Says(words::not_adopted))
}

/// Returns the adopted rule that is looked at, where no version follows it yet.
fn last_version(app: &App) -> Result<RuleId, Why> {
    let rule = &adopted(app)?.id;
    match desk(app)?.world().follower(rule) {
        None => Ok(rule.clone()),
        Some(_) => Err(Why::Refused(Refusal::RuleFollowed { rule: rule.clone() })),
    }
}

fn can_read(app: &App) -> Result<(), Why> {
    match app.top() {
        Screen::Rules(State::Reading(_)) => Err(Why::Says(words::reading_already)),
        _ => rule(app).map(|_| ()),
    }
}

fn can_copy(app: &App) -> Result<(), Why> {
    may_record(app)?;
    rule(app).map(|_| ())
}

/// Says whether the committee may sit by the rule looked at: the sheet offers no other.
fn can_sit(app: &App) -> Result<(), Why> {
    may_record(app)?;
    let id = rule(app)?;
    let desk = desk(app)?;
    if RulesSheet::offers(desk, &id) {
        return Ok(());
    }
    match desk.world().rule(&id)?.may_be_sat_by() {
        true => Err(Why::Says(words::sit_not_now)),
        false => Err(Why::Refused(Refusal::NotToSitBy { rule: id })),
    }
}

fn trying(app: &App) -> Result<(), Why> {
    match app.top() {
        Screen::Rules(State::Trial(_)) => Ok(()),
        _ => Err(Why::Says(ui::nothing_selected)),
    }
}

fn read(app: &mut App) {
    if let Ok(rule) = rule(app) {
        app.go(Screen::Rules(State::Reading(Reading::new(rule))));
    }
}

fn copy(app: &mut App) {
    if let Ok(rule) = rule(app) {
        open(app, RuleSheet::copy(rule));
    }
}

fn change(app: &mut App) {
    if let Ok(rule) = last_version(app) {
        open(app, RuleSheet::change(rule));
    }
}

fn try_out(app: &mut App) {
    let trial = rule(app).ok().zip(app.desk.as_ref());
    match trial.map(|(rule, desk)| Trial::new(desk, rule)) {
        Some(Ok(trial)) => app.go(Screen::Rules(State::Trial(trial))),
        Some(Err(error)) => app.fail(&error),
        None => {}
    }
}

fn sit(app: &mut App) {
    if let Ok(rule) = rule(app) {
        open(app, RulesSheet::by(rule));
    }
}

fn end(app: &mut App) {
    let rule = adopted(app).map(|adopted| adopted.id.clone());
    if let Ok(rule) = rule {
        open(app, EndSheet { rule });
    }
}

fn on_trial(app: &mut App, change: impl FnOnce(&mut Trial)) {
    if let Some(Screen::Rules(State::Trial(trial))) = app.top_mut() {
        change(trial);
    }
}
