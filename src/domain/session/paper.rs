//! 补录: a session, or the rest of one, entered afterwards from what was written down on paper.

use super::attendance::{Attendance, Stay};
use super::sequence::ClockDoubt;
use super::{Event, Session, SessionState};
use crate::domain::dates::Minute;
use crate::domain::refusal::Refusal;
use crate::domain::text::Line;
use crate::domain::vote::{Motion, MotionState, RoundEnd};
use crate::domain::world::World;
use serde::{Deserialize, Serialize};

/// That what follows is entered from paper, with the times the paper states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FromPaper {
    /// From which minute of the session on.
    pub since: Minute,
    /// Up to which minute; `None` while it is being entered; 散会 ends it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Minute>,
    /// Why it was not taken down live.
    pub reason: Line,
    /// Which paper, and where it lies.
    pub paper: Line,
}

impl Session {
    /// Returns the paper from which the session is being entered, `None` while it is taken down live.
    #[must_use]
    pub fn paper(&self) -> Option<&FromPaper> {
        self.papers.last().filter(|paper| paper.until.is_none())
    }

    /// Ends the entry from paper, where there is one: what follows is taken down by the clock.
    pub(super) fn end_paper(&mut self, until: Minute) {
        let open = self.papers.last_mut().filter(|it| it.until.is_none());
        if let Some(paper) = open {
            paper.until = Some(until.max(paper.since));
        }
    }

    /// Returns the hour to which a session broke off, while it waits for it.
    #[must_use]
    pub fn goes_on_at(&self) -> Option<Minute> {
        let broke_off = self.adjournments.last()?;
        let waits = self.state == SessionState::Adjourned;
        let again = broke_off.again;
        let start = again.start.unwrap_or(broke_off.at.time());
        waits.then(|| Minute::on(again.date, start))
    }
}

/// Says whether the clock cannot be right, for it is behind what a session that began has recorded, or behind its
/// day: what paper states is not held against it then.
#[must_use]
pub fn clock_is_behind(world: &World, session: &Session, clock: Minute) -> bool {
    let before_its_day = match session.clock_doubt(clock) {
        Some(ClockDoubt::OtherDay { sits }) => clock.day() < sits,
        _ => false,
    };
    let since = session.paper().map(|paper| paper.since);
    let known = recorded(world, session).max().max(since);
    session.opened.is_some() && (before_its_day || known.is_some_and(|known| clock < known))
}

/// Returns the latest minute anything of a session is stated for; where there is none yet, the hour it
/// was planned for. What is entered from paper goes on from there until the paper states another.
#[must_use]
pub fn last_stated(world: &World, session: &Session) -> Minute {
    let planned = Minute::on(session.date, session.start.unwrap_or_default());
    let known = recorded(world, session).chain(session.goes_on_at());
    known.max().unwrap_or(planned)
}

/// Returns the minutes of all that is recorded of a session.
fn recorded<'a>(world: &'a World, session: &'a Session) -> impl Iterator<Item = Minute> + 'a {
    let ends = |stay: &Stay| stay.to.unwrap_or(stay.from);
    let attended = session.roll.iter().filter_map(|attendee| {
        let Attendance::Attended { stays } = &attendee.attendance else {
            return None;
        };
        stays.last().map(ends)
    });
    let agenda = || world.agenda(&session.id);
    let motions = agenda().flat_map(|item| world.motions_of(&item.id));
    let entries = agenda().flat_map(|item| world.entries_of(&item.id));
    let asked = session.asked_again.iter().map(|asked| asked.at);
    let of_room = session.opened.into_iter().chain(asked).chain(attended);
    of_room
        .chain(session.breaks.iter().map(ends))
        .chain(agenda().flat_map(|item| item.runs.iter().map(ends)))
        .chain(motions.filter_map(last_of_motion))
        .chain(entries.map(|entry| entry.at))
        .collect::<Vec<_>>()
        .into_iter()
}

fn last_of_motion(motion: &Motion) -> Option<Minute> {
    match &motion.state {
        MotionState::Announced { at, .. } => Some(*at),
        MotionState::Agreed { agreement } => Some(agreement.at),
        MotionState::Voting { ballot } => Some(ballot.opened),
        MotionState::Counted { result, .. } => Some(result.ended),
        MotionState::Drafted | MotionState::Withdrawn { .. } => {
            let voted = motion.earlier.last().map(|round| match round.end {
                RoundEnd::Announced { at, .. } => at,
            });
            voted.or(motion.wordings.last().map(|wording| wording.at))
        }
    }
}

fn may_enter(session: &Session) -> Result<(), Refusal> {
    match session.state {
        SessionState::Closed => Err(Refusal::Frozen),
        SessionState::Sealed => Err(Refusal::Sealed),
        _ => Ok(()),
    }
}

/// Says whether paper can be entered from here on.
///
/// # Errors
/// That the session is frozen, or that paper is being entered already.
pub fn may_begin(session: &Session) -> Result<(), Refusal> {
    may_enter(session)?;
    if session.paper().is_some() {
        return Err(Refusal::AlreadyThere);
    }
    Ok(())
}

/// Judges the beginning of an entry from paper.
pub(super) fn begin(session: &Session, paper: &FromPaper) -> Result<Vec<Event>, Refusal> {
    may_begin(session)?;
    Ok(vec![Event::FromPaper {
        session: session.id.clone(),
        paper: FromPaper {
            until: None,
            ..paper.clone()
        },
    }])
}

/// Judges the end of an entry from paper: from here it is taken down live.
pub(super) fn end(session: &Session, until: Minute) -> Result<Vec<Event>, Refusal> {
    may_enter(session)?;
    match session.paper() {
        None => Ok(Vec::new()),
        Some(paper) => {
            session.states(until, Some(paper.since))?;
            Ok(vec![Event::PaperEnded {
                session: session.id.clone(),
                until,
            }])
        }
    }
}
