//! The roll panel: one key a person, and before the roll is called who is expected.

use super::paper::moment;
use super::{Panel, desk, seen, with};
use crate::domain::Command;
use crate::domain::World;
use crate::domain::ids::{PersonId, VillageId};
use crate::domain::roster::Capacity;
use crate::domain::session::attendance::{Attendance, Excuse};
use crate::domain::session::room::roll_or_expected;
use crate::domain::session::{self, Attendee, RollMark, Session, SessionState};
use crate::i18n::{live as words, proxy, room, terms};
use crate::tui::action::Why;
use crate::tui::app::App;
use crate::tui::theme::Role;
use std::borrow::Cow;

/// A line of the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line<'a> {
    /// The header over a village's people; `None` for area-wide seats.
    Village(Option<&'a VillageId>),
    /// The header over those who attend without vote.
    Observers,
    /// A person, with the number on the roll.
    Person(usize, &'a Attendee),
}

/// Returns the lines of the panel, in the order of the roll.
#[must_use]
pub fn lines(roll: &[Attendee]) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut under: Option<(Capacity, Option<&VillageId>)> = None;
    for (number, attendee) in (1..).zip(roll) {
        let place = &attendee.place;
        let group = match place.capacity {
            Capacity::Voting => (Capacity::Voting, place.village.as_ref()),
            Capacity::Observer => (Capacity::Observer, None),
        };
        if under != Some(group) {
            under = Some(group);
            lines.push(match group {
                (Capacity::Voting, village) => Line::Village(village),
                (Capacity::Observer, _) => Line::Observers,
            });
        }
        lines.push(Line::Person(number, attendee));
    }
    lines
}

/// Returns the attendee selected.
///
/// # Errors
/// Why none is.
pub fn selected(app: &App) -> Result<(&Session, &World, Cow<'_, Attendee>), Why> {
    let (state, session, world) = seen(app)?;
    let roll = roll_or_expected(world, session);
    let line = lines(&roll)
        .get(state.listing(Panel::Roll).selected)
        .copied();
    let attendee = match line {
        Some(Line::Person(number, _)) => match &roll {
            Cow::Borrowed(roll) => roll.get(number - 1).map(Cow::Borrowed),
            Cow::Owned(roll) => roll.get(number - 1).cloned().map(Cow::Owned),
        },
        _ => None,
    };
    let attendee = attendee.ok_or(Why::Says(words::no_person))?;
    Ok((session, world, attendee))
}

/// Selects a person's line; says whether there is one.
pub fn select(app: &mut App, person: &PersonId) -> bool {
    let row = seen(app).ok().and_then(|(_, session, world)| {
        let roll = roll_or_expected(world, session);
        let is =
            |line: &Line<'_>| matches!(line, Line::Person(_, it) if it.place.person == *person);
        lines(&roll).iter().position(is)
    });
    if let Some(row) = row {
        with(app, |state| state.listing_mut(Panel::Roll).selected = row);
    }
    row.is_some()
}

fn mark(app: &App, mark: RollMark) -> Result<Vec<Command>, Why> {
    let (session, _, attendee) = selected(app)?;
    Ok(vec![Command::Session(session::Command::Mark {
        id: session.id.clone(),
        person: attendee.place.person.clone(),
        mark,
        at: moment(app)?,
    })])
}

/// Excuses the selected person: by a mark, or before the roll is called as leave asked for.
///
/// # Errors
/// Why it cannot be.
pub fn excuse(app: &App, reason: Excuse) -> Result<Vec<Command>, Why> {
    let (session, _, attendee) = selected(app)?;
    if session.state != SessionState::Planned || !session.roll.is_empty() {
        return mark(app, RollMark::Excused { reason });
    }
    Ok(vec![Command::Session(session::Command::AskLeave {
        id: session.id.clone(),
        person: attendee.place.person.clone(),
        reason: Some(reason),
    })])
}

/// Takes the selected guest off the list, who was entered by mistake.
///
/// # Errors
/// Why it cannot be.
pub fn dismiss(app: &App) -> Result<Vec<Command>, Why> {
    let (session, _, attendee) = selected(app)?;
    Ok(vec![Command::Session(session::Command::Dismiss {
        id: session.id.clone(),
        person: attendee.place.person.clone(),
    })])
}

/// Takes back the proxy the selected person has given.
///
/// # Errors
/// Why it cannot be: none is on record, or a vote is open.
pub fn proxy_back(app: &App) -> Result<Vec<Command>, Why> {
    let (session, _, attendee) = selected(app)?;
    let giver = attendee.place.person.clone();
    if session.proxy_of(&giver).is_none() {
        return Err(Why::Says(proxy::none_given));
    }
    Ok(vec![Command::Session(session::Command::TakeProxyBack {
        id: session.id.clone(),
        giver,
        at: moment(app)?,
    })])
}

/// Marks the selected person as taking part by video.
///
/// # Errors
/// Why it cannot be.
pub fn video(app: &App) -> Result<Vec<Command>, Why> {
    mark(app, RollMark::Video)
}

/// Marks the selected person as there.
///
/// # Errors
/// Why it cannot be.
pub fn present(app: &App) -> Result<Vec<Command>, Why> {
    mark(app, RollMark::Present)
}

/// Marks the selected person as ill.
///
/// # Errors
/// Why it cannot be.
pub fn ill(app: &App) -> Result<Vec<Command>, Why> {
    excuse(app, Excuse::Illness)
}

/// Marks the selected person as excused for private reasons.
///
/// # Errors
/// Why it cannot be.
pub fn private(app: &App) -> Result<Vec<Command>, Why> {
    excuse(app, Excuse::Private)
}

/// Marks the selected person as away on duty.
///
/// # Errors
/// Why it cannot be.
pub fn duty(app: &App) -> Result<Vec<Command>, Why> {
    excuse(app, Excuse::Duty)
}

/// Marks the selected person as absent.
///
/// # Errors
/// Why it cannot be.
pub fn absent(app: &App) -> Result<Vec<Command>, Why> {
    mark(app, RollMark::Absent)
}

/// Says whether the selected person can be marked as not having come.
///
/// # Errors
/// Why not.
pub fn may_be_away(app: &App, mark: fn(&App) -> Result<Vec<Command>, Why>) -> Result<(), Why> {
    Ok(desk(app)?.would(&mark(app)?)?)
}

/// Marks the selected person as not having come. Where times of coming and going were taken down, it says
/// that they are gone with it: a key pressed by mistake loses them.
pub fn take_away(app: &mut App, mark: fn(&App) -> Result<Vec<Command>, Why>) {
    let came = came(app);
    match mark(app) {
        Err(why) => return app.explain(&why),
        Ok(commands) if !app.record(&commands) => return,
        Ok(_) => {}
    }
    if let Some(came) = came {
        say_times_gone(app, &came);
    }
    next(app);
}

/// Returns the selected person where times of coming and going were taken down.
pub fn came(app: &App) -> Option<PersonId> {
    let (_, _, attendee) = selected(app).ok()?;
    let came = matches!(attendee.attendance, Attendance::Attended { .. });
    came.then(|| attendee.place.person.clone())
}

/// Says that the times of somebody marked away after all are gone, and how they come back.
pub fn say_times_gone(app: &mut App, came: &PersonId) {
    let Ok((_, session, world)) = seen(app) else {
        return;
    };
    let language = app.language;
    let name = terms::person(language, world, came);
    let now = session.attendee(came);
    let now = now.map_or("", |now| terms::attendance(language, &now.attendance));
    app.say(Role::Warn, room::times_gone(language, name, now));
}

/// Marks the selected person as gone.
///
/// # Errors
/// Why it cannot be.
pub fn left(app: &App) -> Result<Vec<Command>, Why> {
    let (_, _, attendee) = selected(app)?;
    if attendee.there().is_some() {
        mark(app, RollMark::Left)
    } else {
        Err(Why::Says(words::not_here))
    }
}

/// Marks everybody not marked yet as there, but for those whose deputy came.
///
/// # Errors
/// Why it cannot be.
pub fn all_present(app: &App) -> Result<Vec<Command>, Why> {
    let (_, session, _) = seen(app)?;
    let at = moment(app)?;
    let back = session.to_come_back().count();
    if session.awaited().next().is_none() && back == 0 && !session.roll.is_empty() {
        return Err(Why::Says(if session.unmarked() == 0 {
            words::all_marked
        } else {
            words::deputy_came
        }));
    }
    Ok(vec![Command::Session(session::Command::AllPresent {
        id: session.id.clone(),
        at,
    })])
}

/// Moves the selection to the next person.
pub fn next(app: &mut App) {
    use crate::tui::input::{Code, Key};
    if let Some(state) = app.live_mut() {
        state.moves(Key::plain(Code::Down));
    }
}
