//! What can be done with a person of the roll.

use super::super::roll;
use super::super::sheets::{ExclusionSheet, ExcuseSheet, RollCorrectionSheet, StaysSheet};
use super::{frozen, open};
use crate::domain::refusal::Refusal;
use crate::domain::session::SessionState;
use crate::i18n::live as words;
use crate::tui::action::{Action, Does, Scope, Why, row};
use crate::tui::app::App;
use crate::tui::input::Key;

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
        Does::Show(roll_person, |app| {
            let sheet = ExcuseSheet::new(app);
            open(app, sheet);
        }),
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
    row(
        "roll.correct",
        Scope::LiveRoll,
        &[Key::char('c')],
        words::correct_short,
        words::correct_roll_hint,
        Does::Show(roll_person_frozen, |app| open(app, RollCorrectionSheet)),
    ),
];

fn roll_person(app: &App) -> Result<(), Why> {
    let (session, _, _) = roll::selected(app)?;
    if session.state >= SessionState::Closed {
        return Err(Why::Refused(Refusal::Frozen));
    }
    Ok(())
}

fn roll_person_frozen(app: &App) -> Result<(), Why> {
    roll::selected(app)?;
    frozen(app)
}

fn roll_person_attended(app: &App) -> Result<(), Why> {
    use crate::domain::session::attendance::Attendance;
    roll_person(app)?;
    let (_, _, attendee) = roll::selected(app)?;
    match attendee.attendance {
        Attendance::Attended { .. } => Ok(()),
        _ => Err(Why::Says(words::not_here)),
    }
}
