//! What becomes of a follow-up that the session goes through.

use super::super::{Panel, minutes, review, show};
use crate::desk::place::Step;
use crate::i18n::{live, task_sheet, tasks};
use crate::tui::action::{Action, Does, Scope, row};
use crate::tui::input::{Code, Key};

/// What becomes of a follow-up that the session goes through.
pub const REVIEW_ACTIONS: &[Action] = &[
    row(
        "review.done",
        Scope::LiveReview,
        &[Key::char('1')],
        tasks::done_short,
        tasks::done_hint,
        Does::Ask(review::can_pursue, |app| review::ask(app, Step::Done)),
    ),
    row(
        "review.note",
        Scope::LiveReview,
        &[Key::char('2')],
        tasks::note_short,
        tasks::note_hint,
        Does::Ask(review::can_pursue, |app| review::ask(app, Step::Note)),
    ),
    row(
        "review.move",
        Scope::LiveReview,
        &[Key::char('3')],
        tasks::move_short,
        tasks::move_hint,
        Does::Ask(review::can_pursue, |app| review::ask(app, Step::Move)),
    ),
    row(
        "review.drop",
        Scope::LiveReview,
        &[Key::char('4')],
        tasks::drop_short,
        tasks::drop_hint,
        Does::Ask(review::can, |app| review::ask(app, Step::Drop)),
    ),
    row(
        "review.sign",
        Scope::LiveReview,
        &[Key::char('6')],
        task_sheet::sign_short,
        task_sheet::sign_hint,
        Does::Ask(review::can_sign, |app| review::ask(app, Step::Sign)),
    ),
    row(
        "review.part",
        Scope::LiveReview,
        &[Key::char('7')],
        task_sheet::part_short,
        task_sheet::part_hint,
        Does::Ask(review::can_part, |app| review::ask(app, Step::Part)),
    ),
    row(
        "review.report",
        Scope::LiveReview,
        &[Key::char('8')],
        task_sheet::report_short,
        task_sheet::report_hint,
        Does::Record(review::report),
    ),
    row(
        "review.minute",
        Scope::LiveReview,
        &[Key::char('5')],
        live::note_short,
        live::note_hint,
        Does::Ask(minutes::can_stamp, |app| {
            minutes::stamp(app, &minutes::note);
        }),
    ),
    row(
        "review.write",
        Scope::LiveReview,
        &[Key::plain(Code::F(2))],
        live::write_short,
        live::write_hint,
        Does::Ask(minutes::can_write, |app| {
            show(app, Panel::Minutes);
            minutes::write(app);
        }),
    ),
    row(
        "review.return",
        Scope::LiveReview,
        &[Key::char('9')],
        task_sheet::return_short,
        task_sheet::return_hint,
        Does::Ask(review::can_sign, |app| review::ask(app, Step::Return)),
    ),
    row(
        "review.rest",
        Scope::LiveReview,
        &[Key::char('0')],
        task_sheet::rest_short,
        task_sheet::rest_hint,
        Does::Ask(review::can_rest, |app| {
            let rests = review::rests(app);
            let step = if rests { Step::Resume } else { Step::Suspend };
            review::ask(app, step);
        }),
    ),
    row(
        "review.remind",
        Scope::LiveReview,
        &[Key::char('b')],
        task_sheet::remind_short,
        task_sheet::remind_hint,
        Does::Ask(review::can_pursue, |app| review::ask(app, Step::Remind)),
    ),
    row(
        "review.list",
        Scope::LiveReview,
        &[Key::char('g')],
        task_sheet::list_short,
        task_sheet::list_hint,
        Does::Show(|app| review::selected(app).map(|_| ()), review::list),
    ),
];
