//! The live screen's rows of the table. What can be pressed while an input method is on stands first.

use super::sheets::{
    CorrectionSheet, ExclusionSheet, ExcuseSheet, MotionSheet, RecusalSheet, StaysSheet, TaskSheet,
    TimesSheet, WithdrawSheet,
};
use super::{Panel, agenda, closing, minutes, roll, seen, show, speaker, step, vote, writing};
use crate::domain::session::SessionState;
use crate::domain::vote::MotionState;
use crate::i18n::live as words;
use crate::tui::action::{Action, Danger, Does, Scope, Why, row};
use crate::tui::app::{App, Overlay};
use crate::tui::dialog::{Dialog, Sheet};
use crate::tui::input::{Code, Key};
use crate::tui::screens::{Screen, record};

const fn f(number: u8) -> Key {
    Key::plain(Code::F(number))
}

/// What can be done whatever panel is seen.
pub const ACTIONS: &[Action] = &[
    Action {
        danger: Danger::EndsStage,
        ..row(
            "live.step",
            Scope::Live,
            &[f(5), Key::char(' ')],
            words::step_short,
            words::step_hint,
            Does::Show(step::can, step::take),
        )
    },
    row(
        "live.speaker",
        Scope::Live,
        &[f(3)],
        words::speaker_short,
        words::speaker_hint,
        Does::Show(minutes::can_stamp, speaker::ask),
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
        Does::Show(is_live, |app| open(app, TaskSheet)),
    ),
    row(
        "live.next_item",
        Scope::Live,
        &[f(9)],
        words::next_item_short,
        words::next_item_hint,
        Does::RecordThen(agenda::next_item, agenda::follow),
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
        "live.times",
        Scope::Live,
        &[Key::char('t')],
        words::times_short,
        words::times_hint,
        Does::Show(was_opened, |app| open(app, TimesSheet)),
    ),
    row(
        "live.record",
        Scope::Live,
        &[f(10), Key::char('w')],
        words::record_short,
        words::record_hint,
        Does::Show(was_opened, read_record),
    ),
];

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

/// What can be done with a person of the roll.
pub const ROLL_ACTIONS: &[Action] = &[
    row(
        "roll.present",
        Scope::LiveRoll,
        &[Key::char('1')],
        words::present_short,
        words::present_hint,
        Does::RecordThen(roll::present, roll::next),
    ),
    row(
        "roll.ill",
        Scope::LiveRoll,
        &[Key::char('2')],
        words::ill_short,
        words::ill_hint,
        Does::RecordThen(roll::ill, roll::next),
    ),
    row(
        "roll.private",
        Scope::LiveRoll,
        &[Key::char('3')],
        words::private_short,
        words::private_hint,
        Does::RecordThen(roll::private, roll::next),
    ),
    row(
        "roll.duty",
        Scope::LiveRoll,
        &[Key::char('4')],
        words::duty_short,
        words::duty_hint,
        Does::RecordThen(roll::duty, roll::next),
    ),
    row(
        "roll.absent",
        Scope::LiveRoll,
        &[Key::char('5')],
        words::absent_short,
        words::absent_hint,
        Does::RecordThen(roll::absent, roll::next),
    ),
    row(
        "roll.left",
        Scope::LiveRoll,
        &[Key::char('6')],
        words::left_short,
        words::left_hint,
        Does::RecordThen(roll::left, roll::next),
    ),
    row(
        "roll.all",
        Scope::LiveRoll,
        &[Key::char('9')],
        words::all_short,
        words::all_hint,
        Does::Record(roll::all_present),
    ),
    row(
        "roll.other",
        Scope::LiveRoll,
        &[Key::char('7')],
        words::other_short,
        words::other_hint,
        Does::Show(roll_person, |app| open(app, ExcuseSheet)),
    ),
    row(
        "roll.exclude",
        Scope::LiveRoll,
        &[Key::char('8')],
        words::exclude_short,
        words::exclude_hint,
        Does::Show(roll_person, |app| open(app, ExclusionSheet)),
    ),
    row(
        "roll.times",
        Scope::LiveRoll,
        &[Key::char('0')],
        words::stays_short,
        words::stays_hint,
        Does::Show(roll_person_attended, |app| open(app, StaysSheet)),
    ),
];

/// What can be done with the minutes of an item.
pub const MINUTES_ACTIONS: &[Action] = &[
    row(
        "minutes.speech",
        Scope::LiveMinutes,
        &[Key::char('1'), Key::char('s')],
        words::speech_short,
        words::speech_hint,
        Does::Show(minutes::can_stamp, speaker::ask),
    ),
    row(
        "minutes.decision",
        Scope::LiveMinutes,
        &[Key::char('2'), Key::char('d')],
        words::decision_short,
        words::decision_hint,
        Does::Show(minutes::can_stamp, |app| {
            minutes::stamp(app, &minutes::decision);
        }),
    ),
    row(
        "minutes.note",
        Scope::LiveMinutes,
        &[Key::char('3'), Key::char('n')],
        words::note_short,
        words::note_hint,
        Does::Show(minutes::can_stamp, |app| {
            minutes::stamp(app, &minutes::note);
        }),
    ),
    row(
        "minutes.write",
        Scope::LiveMinutes,
        &[f(2), Key::char('4')],
        words::write_short,
        words::write_hint,
        Does::Show(minutes::can_write, minutes::write),
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
];

/// What can be done in a vote.
pub const VOTE_ACTIONS: &[Action] = &[
    row(
        "vote.for",
        Scope::LiveVote,
        &[Key::char('1')],
        words::for_short,
        words::for_hint,
        Does::RecordThen(vote::take_for, roll::next),
    ),
    row(
        "vote.against",
        Scope::LiveVote,
        &[Key::char('2')],
        words::against_short,
        words::against_hint,
        Does::RecordThen(vote::take_against, roll::next),
    ),
    row(
        "vote.abstain",
        Scope::LiveVote,
        &[Key::char('3')],
        words::abstain_short,
        words::abstain_hint,
        Does::RecordThen(vote::take_abstain, roll::next),
    ),
    row(
        "vote.not_voting",
        Scope::LiveVote,
        &[Key::char('4')],
        words::not_voting_short,
        words::not_voting_hint,
        Does::RecordThen(vote::take_not_voting, roll::next),
    ),
    row(
        "vote.recuse",
        Scope::LiveVote,
        &[Key::char('5')],
        words::recuse_short,
        words::recuse_hint,
        Does::Show(can_recuse, recuse),
    ),
    row(
        "vote.all_for",
        Scope::LiveVote,
        &[Key::char('9')],
        words::all_for_short,
        words::all_for_hint,
        Does::Record(vote::all_for),
    ),
    Action {
        danger: Danger::EndsStage,
        ..row(
            "vote.end",
            Scope::LiveVote,
            &[Key::plain(Code::End), Key::char('e')],
            words::end_short,
            words::end_hint,
            Does::Record(vote::end),
        )
    },
    row(
        "vote.clear",
        Scope::LiveVote,
        &[Key::char('0')],
        words::clear_short,
        words::clear_hint,
        Does::Record(vote::clear),
    ),
    row(
        "vote.draft",
        Scope::LiveVote,
        &[Key::char('6')],
        words::draft_short,
        words::draft_hint,
        Does::Show(can_draft, |app| open(app, MotionSheet::default())),
    ),
    row(
        "vote.word",
        Scope::LiveVote,
        &[f(2), Key::char('7')],
        words::word_short,
        words::word_hint,
        Does::Show(vote::can_word, reword),
    ),
    row(
        "vote.withdraw",
        Scope::LiveVote,
        &[Key::char('8')],
        words::withdraw_short,
        words::withdraw_hint,
        Does::Show(vote::can_word, withdraw),
    ),
    row(
        "live.correct",
        Scope::LiveVote,
        &[Key::char('c')],
        words::correct_short,
        words::correct_hint,
        Does::Show(can_correct, correct),
    ),
    row(
        "vote.before",
        Scope::LiveVote,
        &[Key::plain(Code::Left)],
        words::motion_before_short,
        words::motion_before_hint,
        Does::Show(is_live, |app| vote::look(app, false)),
    ),
    row(
        "vote.after",
        Scope::LiveVote,
        &[Key::plain(Code::Right)],
        words::motion_after_short,
        words::motion_after_hint,
        Does::Show(is_live, |app| vote::look(app, true)),
    ),
];

/// What can be done at 散会 and after it.
pub const CLOSING_ACTIONS: &[Action] = &[row(
    "closing.carry",
    Scope::LiveClosing,
    &[Key::char('1')],
    words::carry_short,
    words::carry_hint,
    Does::Record(closing::carry),
)];

fn open(app: &mut App, sheet: impl Sheet + 'static) {
    writing::leave(app);
    let dialog = Dialog::open(app, Box::new(sheet));
    app.overlay = Some(Overlay::Dialog(Box::new(dialog)));
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

fn turn(app: &mut App, ahead: bool) {
    let Some(panel) = app.live().map(|state| state.panel) else {
        return;
    };
    let here = Panel::ALL
        .iter()
        .position(|known| *known == panel)
        .unwrap_or(0);
    let step = if ahead { 1 } else { Panel::ALL.len() - 1 };
    let next = Panel::ALL.iter().cycle().nth(here + step).copied();
    show(app, next.unwrap_or(panel));
}

fn after_break(app: &mut App) {
    let sitting = seen(app).is_ok_and(|(_, session, _)| session.state == SessionState::Sitting);
    show(app, if sitting { Panel::Minutes } else { Panel::Roll });
}

fn read_record(app: &mut App) {
    writing::leave(app);
    let Ok((_, session, _)) = seen(app) else {
        return;
    };
    let session = session.id.clone();
    app.go(Screen::Record(record::State::new(session)));
}

fn roll_person(app: &App) -> Result<(), Why> {
    roll::selected(app).map(|_| ())
}

fn roll_person_attended(app: &App) -> Result<(), Why> {
    use crate::domain::session::attendance::Attendance;
    let (_, _, attendee) = roll::selected(app)?;
    match attendee.attendance {
        Attendance::Attended { .. } => Ok(()),
        _ => Err(Why::Says(words::not_here)),
    }
}

fn can_recuse(app: &App) -> Result<(), Why> {
    let (motion, _) = vote::selected(app)?;
    match motion.state {
        MotionState::Voting { .. } => Ok(()),
        _ => Err(Why::Refused(crate::domain::Refusal::VoteNotOpen)),
    }
}

fn recuse(app: &mut App) {
    if let Ok((motion, voter)) = vote::selected(app) {
        let sheet = RecusalSheet {
            motion: motion.id.clone(),
            person: voter.person.clone(),
        };
        open(app, sheet);
    }
}

fn can_draft(app: &App) -> Result<(), Why> {
    use crate::domain::session::agenda::ItemKind;
    let (state, _, world) = seen(app)?;
    let item = state.item(world).ok_or(Why::Says(words::no_item))?;
    match item.kind {
        ItemKind::Decision { .. } => Ok(()),
        _ => Err(Why::Refused(crate::domain::Refusal::ItemHasNoRule {
            title: item.title.clone(),
        })),
    }
}

fn looked_at(app: &App) -> Option<crate::domain::ids::MotionId> {
    let (state, _, world) = seen(app).ok()?;
    vote::motion(state, world).map(|motion| motion.id.clone())
}

fn reword(app: &mut App) {
    let motion = looked_at(app);
    open(app, MotionSheet { motion });
}

fn withdraw(app: &mut App) {
    if let Some(motion) = looked_at(app) {
        open(app, WithdrawSheet { motion });
    }
}

fn can_correct(app: &App) -> Result<(), Why> {
    let (motion, _) = vote::selected(app)?;
    match motion.state {
        MotionState::Announced { .. } => Ok(()),
        _ => Err(Why::Says(words::not_announced)),
    }
}

fn correct(app: &mut App) {
    if let Ok((motion, voter)) = vote::selected(app) {
        let sheet = CorrectionSheet {
            motion: motion.id.clone(),
            person: voter.person.clone(),
        };
        open(app, sheet);
    }
}
