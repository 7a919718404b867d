//! What can be done with a person of the roll.

use super::super::sheets::{
    ExclusionSheet, ExcuseSheet, ProxySheet, RollCorrectionSheet, SeatSheet, StaysSheet, may_give,
};
use super::super::{desk, recusals, roll, seen};
use super::{frozen, open, recusal_rows};
use crate::domain::Command;
use crate::domain::ids::SessionId;
use crate::domain::refusal::Refusal;
use crate::domain::roster::roll::Exclusion;
use crate::domain::session::room::roll_or_expected;
use crate::domain::session::{self, SessionState};
use crate::i18n::{live as words, proxy, recusal as recusal_words, room};
use crate::tui::action::{Action, Does, Scope, Why, row};
use crate::tui::app::App;
use crate::tui::input::{Code, Key};
use crate::tui::screens::room::{GuestSheet, LeaveSheet};

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
        Does::Ask(
            |app| roll::may_be_away(app, roll::ill),
            |app| roll::take_away(app, roll::ill),
        ),
    ),
    row(
        "roll.private",
        Scope::LiveRoll,
        &[Key::char('3')],
        words::private_short,
        words::private_hint,
        Does::Ask(
            |app| roll::may_be_away(app, roll::private),
            |app| roll::take_away(app, roll::private),
        ),
    ),
    row(
        "roll.duty",
        Scope::LiveRoll,
        &[Key::char('4')],
        words::duty_short,
        words::duty_hint,
        Does::Ask(
            |app| roll::may_be_away(app, roll::duty),
            |app| roll::take_away(app, roll::duty),
        ),
    ),
    row(
        "roll.absent",
        Scope::LiveRoll,
        &[Key::char('5')],
        words::absent_short,
        words::absent_hint,
        Does::Ask(
            |app| roll::may_be_away(app, roll::absent),
            |app| roll::take_away(app, roll::absent),
        ),
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
        Does::Ask(roll_person, |app| {
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
        Does::Ask(may_be_left_out, |app| open(app, ExclusionSheet)),
    ),
    row(
        "roll.times",
        Scope::LiveRoll,
        &[Key::char('0')],
        words::stays_short,
        words::stays_hint,
        Does::Ask(roll_person_attended, |app| open(app, StaysSheet)),
    ),
    row(
        "roll.video",
        Scope::LiveRoll,
        &[Key::char('v')],
        room::video_short,
        room::video_hint,
        Does::RecordThen(roll::video, roll::next),
    ),
    row(
        "roll.guest",
        Scope::LiveRoll,
        &[Key::char('g')],
        room::guest_short,
        room::guest_hint,
        Does::Ask(not_over, |app| {
            if let Some(session) = session_of(app) {
                open(app, GuestSheet::new(session));
            }
        }),
    ),
    row(
        "roll.dismiss",
        Scope::LiveRoll,
        &[Key::plain(Code::Delete)],
        room::dismiss_short,
        room::dismiss_hint,
        Does::Record(roll::dismiss),
    ),
    row(
        "roll.deputy",
        Scope::LiveRoll,
        &[Key::char('d')],
        room::deputy_short,
        room::deputy_hint,
        Does::Ask(may_have_a_deputy, |app| {
            if let Ok((session, _, attendee)) = roll::selected(app) {
                let (session, member) = (session.id.clone(), attendee.place.person.clone());
                open(app, GuestSheet::in_stead_of(session, member));
            }
        }),
    ),
    row(
        "roll.proxy",
        Scope::LiveRoll,
        &[Key::char('e')],
        proxy::short,
        proxy::hint,
        Does::Ask(may_give, |app| match ProxySheet::new(app) {
            Ok(sheet) => open(app, sheet),
            Err(why) => app.explain(&why),
        }),
    ),
    row(
        "roll.proxy_back",
        Scope::LiveRoll,
        &[Key::char('n')],
        proxy::back_short,
        proxy::back_hint,
        Does::Record(roll::proxy_back),
    ),
    row(
        "roll.seat",
        Scope::LiveRoll,
        &[Key::char('s')],
        room::seat_short,
        room::seat_hint,
        Does::Ask(may_mend_seats, |app| {
            let sheet = SeatSheet::new(app);
            open(app, sheet);
        }),
    ),
    row(
        "roll.leave",
        Scope::LiveRoll,
        &[Key::char('b')],
        room::leave_short,
        room::leave_hint,
        Does::Ask(not_called, |app| {
            let person = roll::selected(app).ok();
            let person = person.map(|(_, _, attendee)| attendee.place.person.clone());
            if let Some(session) = session_of(app) {
                open(app, LeaveSheet::new(session, person));
            }
        }),
    ),
    row(
        "roll.correct",
        Scope::LiveRoll,
        &[Key::char('c')],
        words::correct_short,
        words::correct_roll_hint,
        Does::Ask(roll_person_frozen, |app| {
            let sheet = RollCorrectionSheet::new(app);
            open(app, sheet);
        }),
    ),
    row(
        "roll.recuse",
        Scope::LiveRoll,
        &[Key::char('x')],
        recusal_words::recuse_short,
        recusal_words::recuse_hint,
        Does::Ask(
            |app| recusals::selected(app).map(|_| ()),
            recusal_rows::recuse,
        ),
    ),
];

fn session_of(app: &App) -> Option<SessionId> {
    seen(app).ok().map(|(_, session, _)| session.id.clone())
}

fn not_over(app: &App) -> Result<(), Why> {
    let (_, session, _) = seen(app)?;
    match session.state {
        SessionState::Closed => Err(Why::Refused(Refusal::Frozen)),
        SessionState::Sealed => Err(Why::Refused(Refusal::Sealed)),
        _ => Ok(()),
    }
}

fn not_called(app: &App) -> Result<(), Why> {
    not_over(app)?;
    let (_, session, _) = seen(app)?;
    if session.roll.is_empty() {
        Ok(())
    } else {
        Err(Why::Refused(Refusal::RollCalled))
    }
}

fn may_have_a_deputy(app: &App) -> Result<(), Why> {
    not_over(app)?;
    let (session, world, attendee) = roll::selected(app)?;
    let name = || {
        world
            .person(&attendee.place.person)
            .map(|it| it.name.clone())
    };
    let taken = roll_or_expected(world, session)
        .iter()
        .any(|it| it.place.stands_for.as_ref() == Some(&attendee.place.person));
    match attendee.place.excluded {
        _ if attendee.there().is_some() => Err(Refusal::IsThere { name: name()? }.into()),
        Some(Exclusion::Represented) => Err(Refusal::StoodFor { name: name()? }.into()),
        _ if taken => Err(Refusal::AlreadyThere.into()),
        _ if !attendee.place.entitled() => Err(Refusal::NotEntitled { name: name()? }.into()),
        _ => Ok(()),
    }
}

fn may_mend_seats(app: &App) -> Result<(), Why> {
    not_over(app)?;
    let (_, session, world) = seen(app)?;
    if session.roll.is_empty() {
        return Err(Why::Refused(Refusal::RollNotCalled));
    }
    match world.open_vote(&session.id) {
        Some(motion) => Err(Why::Refused(Refusal::VoteOpen {
            motion: motion.id.clone(),
        })),
        None => Ok(()),
    }
}

/// Whoever attends only was never counted, and whoever is stood for is counted by the deputy.
fn may_be_left_out(app: &App) -> Result<(), Why> {
    roll_person(app)?;
    let (session, _, attendee) = roll::selected(app)?;
    let count = session::Command::Exclude {
        id: session.id.clone(),
        person: attendee.place.person.clone(),
        reason: None,
    };
    Ok(desk(app)?.would(&[Command::Session(count)])?)
}

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
