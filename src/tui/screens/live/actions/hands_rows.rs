//! What can be done while hands are counted. The keys of numbers stand for digits typed on a row.

use super::super::counting as pencil;
use super::super::hands::{self, Row};
use super::super::sheets::RecusalSheet;
use super::super::{moved_on, vote};
use super::open;
use super::{f, is_live};
use crate::i18n::{hands as words, live};
use crate::tui::action::{Action, Danger, Does, Scope, Why, row};
use crate::tui::app::App;
use crate::tui::input::{Code, Key};
use crate::tui::theme::Role;

/// The digits, from 0.
pub(super) const DIGITS: &[Key] = &[
    Key::char('0'),
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

/// What can be done while hands are counted.
pub const HANDS_ACTIONS: &[Action] = &[
    row(
        "hands.number",
        Scope::LiveHands,
        DIGITS,
        words::number_short,
        words::number_hint,
        Does::Show(counting, |app| {
            let said = words::number_hint(app.language);
            app.say(Role::Normal, said);
        }),
    ),
    row(
        "hands.more",
        Scope::LiveHands,
        &[Key::plain(Code::Right), Key::char('+'), Key::char('=')],
        words::more_short,
        words::more_hint,
        Does::Ask(counting, more),
    ),
    row(
        "hands.less",
        Scope::LiveHands,
        &[Key::plain(Code::Left), Key::char('-')],
        words::less_short,
        words::less_hint,
        Does::Ask(counting, less),
    ),
    row(
        "hands.rest",
        Scope::LiveHands,
        &[f(2)],
        words::rest_short,
        words::rest_hint,
        Does::Ask(pencil::can_rest, pencil::rest),
    ),
    row(
        "hands.recount",
        Scope::LiveHands,
        &[Key::plain(Code::Delete)],
        words::recount_short,
        words::recount_hint,
        Does::Ask(counting, pencil::recount),
    ),
    row(
        "hands.recuse",
        Scope::LiveHands,
        &[Key::char('x')],
        words::recuse_short,
        words::recuse_hint,
        Does::Ask(hands::can_recuse, recuse),
    ),
    row(
        "hands.erase",
        Scope::LiveHands,
        &[Key::plain(Code::Backspace)],
        words::erase_short,
        words::erase_hint,
        Does::Ask(counting, pencil::erase),
    ),
];

/// What can be done once hands are counted, before the keys of a vote by name. Digits are being typed
/// there a moment before, so that none of them announces.
pub const HANDS_ENDED_ACTIONS: &[Action] = &[Action {
    danger: Danger::EndsStage,
    ..row(
        "hands.announce",
        Scope::LiveHandsEnded,
        &[Key::plain(Code::End)],
        live::announce_short,
        live::announce_hint,
        Does::RecordThen(vote::announce_hands, moved_on),
    )
}];

fn counting(app: &App) -> Result<(), Why> {
    is_live(app)?;
    hands::open(app).map(|_| ())
}

fn recuse(app: &mut App) {
    if let Ok(motion) = hands::open(app).map(|count| count.motion.id.clone()) {
        open(app, RecusalSheet::of_somebody(motion));
    }
}

fn more(app: &mut App) {
    match (hands::row(app), hands::can_recuse(app)) {
        (Ok(Row::Recusals | Row::Recused(_)), Ok(())) => recuse(app),
        (Ok(Row::Recusals | Row::Recused(_)), Err(why)) => app.explain(&why),
        _ => pencil::nudge(app, true),
    }
}

fn less(app: &mut App) {
    match hands::row(app) {
        Ok(Row::Recusals | Row::Recused(_)) => match hands::clear_recusal(app) {
            Ok(commands) => {
                app.record(&commands);
            }
            Err(why) => app.explain(&why),
        },
        _ => pencil::nudge(app, false),
    }
}
