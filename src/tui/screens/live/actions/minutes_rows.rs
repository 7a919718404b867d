//! What can be done with the minutes of an item.

use super::super::sheets::{EntryCorrectionSheet, RestampSheet};
use super::super::{minutes, speaker};
use super::{f, frozen, is_live, open};
use crate::i18n::live as words;
use crate::tui::action::{Action, Does, Scope, Why, row};
use crate::tui::app::App;
use crate::tui::input::{Code, Key};

/// What can be done with the minutes of an item.
pub const MINUTES_ACTIONS: &[Action] = &[
    row(
        "minutes.speech",
        Scope::LiveMinutes,
        &[Key::char('1'), Key::char('s')],
        words::speech_short,
        words::speech_hint,
        Does::Ask(minutes::can_stamp, speaker::ask),
    ),
    row(
        "minutes.decision",
        Scope::LiveMinutes,
        &[Key::char('2'), Key::char('d')],
        words::decision_short,
        words::decision_hint,
        Does::Ask(minutes::can_stamp, |app| {
            minutes::stamp(app, &minutes::decision);
        }),
    ),
    row(
        "minutes.note",
        Scope::LiveMinutes,
        &[Key::char('3'), Key::char('n')],
        words::note_short,
        words::note_hint,
        Does::Ask(minutes::can_note, minutes::make_note),
    ),
    row(
        "minutes.write",
        Scope::LiveMinutes,
        &[f(2), Key::char('4')],
        words::write_short,
        words::write_hint,
        Does::Ask(minutes::can_write, minutes::write),
    ),
    row(
        "minutes.check",
        Scope::LiveMinutes,
        &[Key::char('5')],
        words::check_short,
        words::check_hint,
        Does::Record(minutes::check),
    ),
    row(
        "minutes.restamp",
        Scope::LiveMinutes,
        &[Key::char('6')],
        words::restamp_short,
        words::restamp_hint,
        Does::Ask(minutes::can_restamp, |app| open(app, RestampSheet)),
    ),
    row(
        "minutes.correct",
        Scope::LiveMinutes,
        &[Key::char('c')],
        words::correct_short,
        words::correct_entry_hint,
        Does::Ask(can_correct, |app| {
            let sheet = EntryCorrectionSheet::new(app);
            open(app, sheet);
        }),
    ),
    row(
        "minutes.remove",
        Scope::LiveMinutes,
        &[Key::plain(Code::Delete)],
        words::remove_short,
        words::remove_hint,
        Does::Record(minutes::remove),
    ),
    row(
        "minutes.before",
        Scope::LiveMinutes,
        &[Key::plain(Code::Left)],
        words::item_before_short,
        words::item_before_hint,
        Does::Show(is_live, |app| minutes::look(app, false)),
    ),
    row(
        "minutes.after",
        Scope::LiveMinutes,
        &[Key::plain(Code::Right)],
        words::item_after_short,
        words::item_after_hint,
        Does::Show(is_live, |app| minutes::look(app, true)),
    ),
    row(
        "minutes.opinion",
        Scope::LiveMinutes,
        &[Key::char('7')],
        words::opinion_short,
        words::opinion_hint,
        Does::Show(minutes::can_stamp, speaker::ask_writer),
    ),
];

fn can_correct(app: &App) -> Result<(), Why> {
    minutes::selected(app)?;
    frozen(app)
}
