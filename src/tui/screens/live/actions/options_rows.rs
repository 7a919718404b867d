//! What can be done while each is asked by name which of several they take. Digits stand for options.

use super::super::sheets::RecusalSheet;
use super::super::{options, vote, voter};
use super::{f, open};
use crate::i18n::{ballots, live, options as words};
use crate::tui::action::{Action, Does, Scope, row};
use crate::tui::app::App;
use crate::tui::input::{Code, Key};

/// The numbers of options a digit takes.
const NUMBERS: &[Key] = &[
    Key::char('1'),
    Key::char('2'),
    Key::char('3'),
    Key::char('4'),
    Key::char('5'),
    Key::char('6'),
    Key::char('7'),
    Key::char('8'),
    Key::char('9'),
];

/// What can be done while one of several is asked for by name. The key of the step ends it: the one that
/// announces the result ends nothing before.
pub const OPTIONS_ACTIONS: &[Action] = &[
    row(
        "options.number",
        Scope::LiveOptions,
        NUMBERS,
        words::number_short,
        words::number_hint,
        Does::Show(options::can_choose, options::say_number),
    ),
    row(
        "options.abstain",
        Scope::LiveOptions,
        &[Key::char('0')],
        live::abstain_short,
        live::abstain_hint,
        Does::RecordThen(options::abstain, vote::next),
    ),
    row(
        "options.not_voting",
        Scope::LiveOptions,
        &[Key::char('-')],
        live::not_voting_short,
        live::not_voting_hint,
        Does::RecordThen(options::not_voting, vote::next),
    ),
    row(
        "options.choose",
        Scope::LiveOptions,
        &[Key::plain(Code::Right), Key::char('+'), Key::char('=')],
        words::choose_short,
        words::choose_hint,
        Does::Ask(options::can_choose, options::choose),
    ),
    row(
        "options.rest",
        Scope::LiveOptions,
        &[f(2)],
        words::rest_short,
        words::rest_hint,
        Does::Ask(options::can_ask_rest, options::ask_rest),
    ),
    row(
        "options.recuse",
        Scope::LiveOptions,
        &[Key::char('x')],
        live::recuse_short,
        live::recuse_hint,
        Does::Ask(options::can_choose, recuse),
    ),
    row(
        "options.clear",
        Scope::LiveOptions,
        &[Key::plain(Code::Left), Key::plain(Code::Backspace)],
        live::clear_short,
        live::clear_hint,
        Does::Record(options::clear),
    ),
    row(
        "options.find",
        Scope::LiveOptions,
        &[Key::char('/')],
        ballots::find_short,
        ballots::find_hint,
        Does::Show(voter::can_find, voter::find),
    ),
];

fn recuse(app: &mut App) {
    if let Ok((motion, voter)) = vote::selected(app) {
        let sheet = RecusalSheet::of(motion.id.clone(), voter.person.clone());
        open(app, sheet);
    }
}
