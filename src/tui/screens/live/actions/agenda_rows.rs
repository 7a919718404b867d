//! What can be done with an item, and at 散会.

use super::super::{agenda, closing};
use crate::i18n::live as words;
use crate::tui::action::{Action, Does, Scope, row};
use crate::tui::input::Key;

/// What can be done with an item.
pub const AGENDA_ACTIONS: &[Action] = &[
    row(
        "agenda.start",
        Scope::LiveAgenda,
        &[Key::char('1')],
        words::start_short,
        words::start_hint,
        Does::RecordThen(agenda::start, agenda::follow),
    ),
    row(
        "agenda.pause",
        Scope::LiveAgenda,
        &[Key::char('2')],
        words::pause_short,
        words::pause_hint,
        Does::Record(agenda::pause),
    ),
    row(
        "agenda.done",
        Scope::LiveAgenda,
        &[Key::char('3')],
        words::done_short,
        words::done_hint,
        Does::Record(agenda::done),
    ),
    row(
        "agenda.defer",
        Scope::LiveAgenda,
        &[Key::char('4')],
        words::defer_short,
        words::defer_hint,
        Does::Record(agenda::defer),
    ),
    row(
        "agenda.withdraw",
        Scope::LiveAgenda,
        &[Key::char('5')],
        words::withdraw_item_short,
        words::withdraw_item_hint,
        Does::Record(agenda::withdraw),
    ),
    row(
        "agenda.look",
        Scope::LiveAgenda,
        &[Key::char('6')],
        words::look_short,
        words::look_hint,
        Does::Show(|app| agenda::selected(app).map(|_| ()), agenda::look),
    ),
];

/// What can be done at 散会 and after it.
pub const CLOSING_ACTIONS: &[Action] = &[
    row(
        "closing.carry",
        Scope::LiveClosing,
        &[Key::char('1')],
        words::carry_short,
        words::carry_hint,
        Does::Record(closing::carry),
    ),
    row(
        "closing.go",
        Scope::LiveClosing,
        &[Key::char('2')],
        words::lead_short,
        words::lead_hint,
        Does::Show(|app| closing::leads(app).map(|_| ()), closing::go),
    ),
];
