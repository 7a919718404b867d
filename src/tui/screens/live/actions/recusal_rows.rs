//! What can be done with recusals, whatever panel is seen.

use super::super::recusals;
use super::super::sheets::RecusalSheet;
use super::{frozen, open};
use crate::i18n::{recusal as words, recusal_mend as mend};
use crate::tui::action::{Action, Does, Scope, row};
use crate::tui::app::App;
use crate::tui::input::Key;

/// What can be done with recusals.
pub const RECUSAL_ACTIONS: &[Action] = &[
    row(
        "recusal.decline",
        Scope::Live,
        &[Key::char('~')],
        words::decline_short,
        words::decline_hint,
        Does::Record(recusals::decline),
    ),
    row(
        "recusal.end",
        Scope::Live,
        &[Key::char('*')],
        words::end_short,
        words::end_hint,
        Does::Ask(recusals::can_end, recusals::ask_end),
    ),
    row(
        "recusal.correct",
        Scope::Live,
        &[Key::char('$')],
        mend::short,
        mend::hint,
        Does::Ask(frozen, recusals::ask_which),
    ),
];

pub(super) fn recuse(app: &mut App) {
    if let Ok(person) = recusals::selected(app) {
        open(app, RecusalSheet::from_item(app, person));
    }
}
