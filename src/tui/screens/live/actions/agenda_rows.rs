//! What can be done with an item, and at 散会.

use super::super::sheets::TaskSheet;
use super::super::{agenda, closing, left, moved_on, owed, sequel};
use super::open;
use crate::i18n::{left as left_words, live as words, sequel as sequel_words};
use crate::tui::action::{Action, Danger, Does, Scope, Why, row};
use crate::tui::app::App;
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
        Does::RecordThen(agenda::pause, moved_on),
    ),
    row(
        "agenda.done",
        Scope::LiveAgenda,
        &[Key::char('3')],
        words::done_short,
        words::done_hint,
        Does::RecordBy(agenda::done, owed::settle),
    ),
    row(
        "agenda.defer",
        Scope::LiveAgenda,
        &[Key::char('4')],
        words::defer_short,
        words::defer_hint,
        Does::RecordThen(agenda::defer, moved_on),
    ),
    row(
        "agenda.withdraw",
        Scope::LiveAgenda,
        &[Key::char('5')],
        words::withdraw_item_short,
        words::withdraw_item_hint,
        Does::RecordThen(agenda::withdraw, moved_on),
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
        Does::Ask(closing::can_carry, closing::carry),
    ),
    row(
        "closing.go",
        Scope::LiveClosing,
        &[Key::char('2')],
        words::lead_short,
        words::lead_hint,
        Does::Show(|app| closing::leads(app).map(|_| ()), closing::go),
    ),
    row(
        "closing.drop",
        Scope::LiveClosing,
        &[Key::char('4'), Key::char('x')],
        left_words::drop_short,
        left_words::drop_hint,
        Does::Ask(left::can_drop, left::ask_to_drop),
    ),
    row(
        "closing.next",
        Scope::LiveClosing,
        &[Key::char('5')],
        sequel_words::next_short,
        sequel_words::next_hint,
        Does::Ask(sequel::can, sequel::offer),
    ),
    row(
        "closing.task",
        Scope::LiveClosing,
        &[Key::char('3')],
        words::closing_task_short,
        words::closing_task_hint,
        Does::Ask(can_follow_up, |app| {
            let sheet = TaskSheet::new(app);
            open(app, sheet);
        }),
    ),
    Action {
        danger: Danger::EndsStage,
        ..row(
            "closing.close",
            Scope::LiveClosing,
            &[Key::char('8')],
            words::close_short,
            words::close_hint,
            Does::RecordBy(closing::close, owed::close),
        )
    },
];

fn can_follow_up(app: &App) -> Result<(), Why> {
    closing::decision(app)?;
    super::can_follow_up(app)
}
