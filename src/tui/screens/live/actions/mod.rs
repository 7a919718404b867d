//! The live screen's rows of the table. What can be pressed while an input method is on stands first.

mod agenda_rows;
mod hands_rows;
mod minutes_rows;
mod options_rows;
mod recusal_rows;
mod review_rows;
mod roll_rows;
mod secret_rows;
mod sitting_rows;
mod vote_rows;

pub use agenda_rows::{AGENDA_ACTIONS, CLOSING_ACTIONS};
pub use hands_rows::{HANDS_ACTIONS, HANDS_ENDED_ACTIONS};
pub use minutes_rows::MINUTES_ACTIONS;
pub use options_rows::OPTIONS_ACTIONS;
pub use recusal_rows::RECUSAL_ACTIONS;
pub use review_rows::REVIEW_ACTIONS;
pub use roll_rows::ROLL_ACTIONS;
pub use secret_rows::SECRET_ACTIONS;
pub use sitting_rows::{SITTING_ACTIONS, other_ways};
pub use vote_rows::VOTE_ACTIONS;

use super::sheets::{HandOverSheet, PaperSheet, StatedSheet, TaskSheet, TimesSheet};
use super::{
    Panel, agenda, bases, in_force, minutes, owed, paper, presenter, seen, show, speaker, step,
    whole, writing,
};
use crate::domain::refusal::Refusal;
use crate::domain::session::SessionState;
use crate::i18n::{
    bases as compared, in_force as force, live as words, paper as paper_words,
    presenter as presenter_words, read, room, sequel as sequel_words,
};
use crate::tui::action::{Action, Danger, Does, Scope, Why, row};
use crate::tui::app::App;
use crate::tui::dialog::{self, Sheet};
use crate::tui::input::{Code, Key};
use crate::tui::screens::sequel::earlier;
use crate::tui::screens::{Screen, record};

const fn f(number: u8) -> Key {
    Key::plain(Code::F(number))
}

/// What can be done whatever panel is seen.
pub const ACTIONS: &[Action] = &[
    Action {
        danger: Danger::EndsStage,
        stays: true,
        ..row(
            "live.step",
            Scope::Live,
            &[f(5), Key::char(' ')],
            words::step_short,
            words::step_hint,
            Does::Ask(step::can, step::take),
        )
    },
    row(
        "live.speaker",
        Scope::Live,
        &[f(3)],
        words::speaker_short,
        words::speaker_hint,
        Does::Ask(minutes::can_stamp, speaker::ask),
    ),
    row(
        "live.roll",
        Scope::Live,
        &[f(4)],
        words::roll_short,
        words::roll_hint,
        Does::Show(is_live, |app| show(app, Panel::Roll)),
    ),
    row(
        "live.vote",
        Scope::Live,
        &[f(7)],
        words::vote_short,
        words::vote_hint,
        Does::Show(is_live, |app| show(app, Panel::Vote)),
    ),
    row(
        "live.task",
        Scope::Live,
        &[f(8)],
        words::task_short,
        words::task_hint,
        Does::Ask(can_follow_up, |app| {
            let sheet = TaskSheet::new(app);
            open(app, sheet);
        }),
    ),
    row(
        "live.next_item",
        Scope::Live,
        &[f(9)],
        words::next_item_short,
        words::next_item_hint,
        Does::RecordBy(agenda::next_item, owed::go_on),
    ),
    row(
        "live.break",
        Scope::Live,
        &[f(6)],
        words::break_short,
        words::break_hint,
        Does::RecordThen(step::pause_or_resume, after_break),
    ),
    row(
        "live.panel",
        Scope::Live,
        &[Key::plain(Code::Tab)],
        words::panel_short,
        words::panel_hint,
        Does::Show(is_live, |app| turn(app, true)),
    ),
    row(
        "live.panel_back",
        Scope::Live,
        &[Key::plain(Code::BackTab)],
        words::panel_back_short,
        words::panel_back_hint,
        Does::Show(is_live, |app| turn(app, false)),
    ),
    row(
        "live.agenda",
        Scope::Live,
        &[Key::char('a')],
        words::agenda_short,
        words::agenda_hint,
        Does::Show(is_live, |app| show(app, Panel::Agenda)),
    ),
    row(
        "live.minutes",
        Scope::Live,
        &[Key::char('m')],
        words::minutes_short,
        words::minutes_hint,
        Does::Show(is_live, |app| show(app, Panel::Minutes)),
    ),
    row(
        "live.back",
        Scope::Live,
        &[Key::plain(Code::Esc)],
        words::back_short,
        words::back_hint,
        Does::Show(is_live, back),
    ),
    row(
        "live.times",
        Scope::Live,
        &[Key::char('t')],
        words::times_short,
        words::times_hint,
        Does::Ask(was_opened, |app| {
            let sheet = TimesSheet::new(app);
            open(app, sheet);
        }),
    ),
    row(
        "live.whole",
        Scope::Live,
        &[Key::char('y')],
        read::short,
        read::hint,
        Does::Show(is_live, whole::read),
    ),
    row(
        "live.rule",
        Scope::Live,
        &[Key::char('(')],
        force::short,
        force::hint,
        Does::Show(is_live, in_force::read),
    ),
    row(
        "live.bases",
        Scope::Live,
        &[Key::char('%')],
        compared::short,
        compared::hint,
        Does::Show(bases::can_compare, bases::compare),
    ),
    row(
        "live.hand",
        Scope::Live,
        &[Key::char('h')],
        room::hand_short,
        room::hand_hint,
        Does::Ask(can_hand_over, |app| {
            let sheet = HandOverSheet::new(app);
            open(app, sheet);
        }),
    ),
    row(
        "live.earlier",
        Scope::Live,
        &[Key::char('^')],
        sequel_words::earlier_short,
        sequel_words::earlier_hint,
        Does::Ask(earlier::can, earlier::offer),
    ),
    row(
        "live.presenter",
        Scope::Live,
        &[Key::char(';')],
        presenter_words::short,
        presenter_words::hint,
        Does::Ask(presenter::can, presenter::ask),
    ),
    row(
        "live.record",
        Scope::Live,
        &[f(10), Key::char('w')],
        words::record_short,
        words::record_hint,
        Does::Show(has_a_record, read_record),
    ),
    row(
        "paper.begin",
        Scope::Live,
        &[Key::char('p')],
        paper_words::begin_short,
        paper_words::begin_hint,
        Does::Ask(paper::can_begin, |app| {
            let sheet = PaperSheet::new(app);
            open(app, sheet);
        }),
    ),
    row(
        "paper.stated",
        Scope::Live,
        &[Key::char('.')],
        paper_words::stated_short,
        paper_words::stated_hint,
        Does::Ask(paper::is_entered, |app| open(app, StatedSheet)),
    ),
    row(
        "paper.later",
        Scope::Live,
        &[Key::char('+'), Key::char(']')],
        paper_words::later_short,
        paper_words::later_hint,
        Does::Show(paper::is_entered, |app| paper::step(app, true)),
    ),
    row(
        "paper.earlier",
        Scope::Live,
        &[Key::char('-'), Key::char('[')],
        paper_words::earlier_short,
        paper_words::earlier_hint,
        Does::Show(paper::is_entered, |app| paper::step(app, false)),
    ),
    row(
        "paper.end",
        Scope::Live,
        &[Key::char(',')],
        paper_words::end_short,
        paper_words::end_hint,
        Does::Record(paper::end),
    ),
];

/// Opens a sheet; what is being written is recorded first.
pub(super) fn open(app: &mut App, sheet: impl Sheet + 'static) {
    writing::leave(app);
    dialog::open(app, Box::new(sheet));
}

fn is_live(app: &App) -> Result<(), Why> {
    seen(app).map(|_| ())
}

fn was_opened(app: &App) -> Result<(), Why> {
    let (_, session, _) = seen(app)?;
    if session.opened.is_some() {
        Ok(())
    } else {
        Err(Why::Says(words::not_opened))
    }
}

/// That too few came is on record as well.
fn has_a_record(app: &App) -> Result<(), Why> {
    match seen(app)? {
        (_, session, _) if !session.lapses.is_empty() => Ok(()),
        _ => was_opened(app),
    }
}

fn can_hand_over(app: &App) -> Result<(), Why> {
    let (_, session, world) = seen(app)?;
    match session.state {
        SessionState::Planned => Err(Why::Says(room::hand_before)),
        SessionState::Sitting | SessionState::Break => match world.open_vote(&session.id) {
            Some(motion) => Err(Why::Refused(Refusal::VoteOpen {
                motion: motion.id.clone(),
            })),
            None => Ok(()),
        },
        SessionState::Closed => Err(Why::Refused(Refusal::Frozen)),
        SessionState::Sealed => Err(Why::Refused(Refusal::Sealed)),
        have @ (SessionState::Adjourned | SessionState::Lapsed) => {
            Err(Why::Refused(Refusal::SessionNotIn {
                have,
                need: SessionState::Sitting,
            }))
        }
    }
}

fn can_follow_up(app: &App) -> Result<(), Why> {
    let (_, session, _) = seen(app)?;
    match session.state {
        SessionState::Planned => Err(Why::Says(words::no_task_yet)),
        SessionState::Sealed => Err(Why::Says(words::no_task_sealed)),
        SessionState::Sitting
        | SessionState::Break
        | SessionState::Adjourned
        | SessionState::Lapsed
        | SessionState::Closed => Ok(()),
    }
}

/// Says whether roll and stamps are frozen, so that they are corrected and no longer mended.
fn frozen(app: &App) -> Result<(), Why> {
    let (_, session, _) = seen(app)?;
    if session.state >= SessionState::Closed {
        Ok(())
    } else {
        Err(Why::Refused(Refusal::NotFrozenYet {
            have: session.state,
        }))
    }
}

fn back(app: &mut App) {
    if !writing::resume(app) {
        app.back();
    }
}

fn turn(app: &mut App, ahead: bool) {
    let Ok((state, _, world)) = seen(app) else {
        return;
    };
    let panel = state.panel;
    let panels: Vec<Panel> = state.panels(world).collect();
    let here = panels.iter().position(|known| *known == panel).unwrap_or(0);
    let step = if ahead { 1 } else { panels.len() - 1 };
    let next = panels.into_iter().cycle().nth(here + step);
    show(app, next.unwrap_or(panel));
}

fn after_break(app: &mut App) {
    let goes_on = seen(app)
        .is_ok_and(|(_, session, _)| session.state == SessionState::Sitting && !session.roll_due);
    if goes_on {
        agenda::show_item(app);
    } else {
        show(app, Panel::Roll);
    }
}

fn read_record(app: &mut App) {
    writing::leave(app);
    let Ok((_, session, _)) = seen(app) else {
        return;
    };
    let session = session.id.clone();
    app.go(Screen::Record(record::State::new(session)));
}
