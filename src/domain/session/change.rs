//! How a session goes from 待开 to 定稿: its plan, its roll, its times.

use super::agenda::{Item, ItemState, no_open_vote};
use super::attendance::{Attendance, Excuse, Stay, begin_stay, end_stay};
use super::{Attendee, Sealing, Session, SessionKind, SessionState, quorum};
use crate::domain::dates::Minute;
use crate::domain::ids::{PersonId, SessionId};
use crate::domain::refusal::Refusal;
use crate::domain::roster::Capacity;
use crate::domain::roster::roll::{Exclusion, Place, draw_up};
use crate::domain::text::Line;
use crate::domain::vote::tally::Voice;
use crate::domain::world::World;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What a clerk writes down when a session is planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// What kind it is.
    pub kind: SessionKind,
    /// 第N次 within its kind.
    pub ordinal: u32,
    /// The day.
    pub date: NaiveDate,
    /// The hour it is to begin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveTime>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Line>,
    /// 主持人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<PersonId>,
    /// 记录人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorder: Option<PersonId>,
}

/// What may be asked of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Plans a session; a new agenda opens with the item given (上次议定事项落实情况).
    Create {
        /// The new session.
        id: SessionId,
        /// Its plan.
        plan: Plan,
        /// The first item of its agenda.
        opening: Option<Item>,
    },
    /// Changes the plan before the session sits.
    Replan {
        /// The session.
        id: SessionId,
        /// The plan from now on.
        plan: Plan,
    },
    /// Records the day the notice went out, or takes it back.
    Notify {
        /// The session.
        id: SessionId,
        /// The day.
        on: Option<NaiveDate>,
    },
    /// Calls the roll: copies who is entitled that day from the roster. Called again, it takes in what
    /// the roster has learnt since; whoever stays on it keeps their mark.
    CallRoll(SessionId),
    /// Marks one person of the roll.
    Mark {
        /// The session.
        id: SessionId,
        /// Who.
        person: PersonId,
        /// There, excused or absent.
        mark: RollMark,
        /// When.
        at: Minute,
    },
    /// 全部到会: marks everybody not marked yet as there.
    AllPresent {
        /// The session.
        id: SessionId,
        /// When.
        at: Minute,
    },
    /// Sets why a person is not counted in 应到会, or counts them again.
    Exclude {
        /// The session.
        id: SessionId,
        /// Who.
        person: PersonId,
        /// Why, or `None` to count the person again.
        reason: Option<Exclusion>,
    },
    /// Mends when a person was there, until 散会.
    MendStays {
        /// The session.
        id: SessionId,
        /// Who.
        person: PersonId,
        /// When the person was there.
        stays: Vec<Stay>,
    },
    /// Opens the session: refused short of quorum.
    Open {
        /// The session.
        id: SessionId,
        /// When.
        at: Minute,
    },
    /// 休会.
    Pause {
        /// The session.
        id: SessionId,
        /// When.
        at: Minute,
    },
    /// Goes on after a break.
    Resume {
        /// The session.
        id: SessionId,
        /// When.
        at: Minute,
    },
    /// Mends when the session was opened, until 散会.
    MendOpening {
        /// The session.
        id: SessionId,
        /// When.
        at: Minute,
    },
    /// 散会: freezes roll, times and votes.
    Close {
        /// The session.
        id: SessionId,
        /// When.
        at: Minute,
    },
    /// 定稿: the printed record is signed.
    Seal {
        /// The session.
        id: SessionId,
        /// By whom, when, where the paper lies.
        sealing: Sealing,
    },
    /// Takes in a session as another body published it, sealed.
    TakeIn(Box<Session>),
}

/// What one key of the roll records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum RollMark {
    /// There; after 开会 this is an arrival.
    Present,
    /// Went away.
    Left,
    /// 请假.
    Excused {
        /// Why.
        reason: Excuse,
    },
    /// 缺席.
    Absent,
}

/// What happened to a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum Event {
    /// It was planned.
    #[serde(rename = "session.planned")]
    Planned {
        /// The session.
        session: SessionId,
        /// Its plan.
        plan: Plan,
    },
    /// The notice went out.
    #[serde(rename = "session.notice")]
    Notified {
        /// The session.
        session: SessionId,
        /// The day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on: Option<NaiveDate>,
    },
    /// The roll was drawn up.
    #[serde(rename = "session.roll")]
    RollCalled {
        /// The session.
        session: SessionId,
        /// Everybody on it.
        places: Vec<Place>,
    },
    /// A person was marked.
    #[serde(rename = "session.mark")]
    Marked {
        /// The session.
        session: SessionId,
        /// Who.
        person: PersonId,
        /// As what.
        mark: RollMark,
        /// When.
        at: Minute,
    },
    /// A person is no longer counted in 应到会, or counted again.
    #[serde(rename = "session.excluded")]
    Excluded {
        /// The session.
        session: SessionId,
        /// Who.
        person: PersonId,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Exclusion>,
    },
    /// A person's times were mended.
    #[serde(rename = "session.stays")]
    StaysMended {
        /// The session.
        session: SessionId,
        /// Who.
        person: PersonId,
        /// When the person was there.
        stays: Vec<Stay>,
    },
    /// It was opened, or its opening time mended.
    #[serde(rename = "session.opened")]
    Opened {
        /// The session.
        session: SessionId,
        /// When.
        at: Minute,
    },
    /// 休会.
    #[serde(rename = "session.paused")]
    Paused {
        /// The session.
        session: SessionId,
        /// When.
        at: Minute,
    },
    /// It went on.
    #[serde(rename = "session.resumed")]
    Resumed {
        /// The session.
        session: SessionId,
        /// When.
        at: Minute,
    },
    /// 散会.
    #[serde(rename = "session.closed")]
    Closed {
        /// The session.
        session: SessionId,
        /// When.
        at: Minute,
    },
    /// 定稿.
    #[serde(rename = "session.sealed")]
    Sealed {
        /// The session.
        session: SessionId,
        /// By whom, when, where the paper lies.
        sealing: Sealing,
    },
    /// A session was taken in as published.
    #[serde(rename = "session.taken_in")]
    TakenIn {
        /// The session.
        session: Box<Session>,
    },
}

impl Event {
    /// Returns the session it is about.
    #[must_use]
    pub fn session(&self) -> &SessionId {
        match self {
            Self::TakenIn { session } => &session.id,
            Self::Planned { session, .. }
            | Self::Notified { session, .. }
            | Self::RollCalled { session, .. }
            | Self::Marked { session, .. }
            | Self::Excluded { session, .. }
            | Self::StaysMended { session, .. }
            | Self::Opened { session, .. }
            | Self::Paused { session, .. }
            | Self::Resumed { session, .. }
            | Self::Closed { session, .. }
            | Self::Sealed { session, .. } => session,
        }
    }
}

/// Judges a command about a session. What it asks of the agenda comes back as the agenda's events.
///
/// # Errors
/// A [`Refusal`] that names what stands in the way.
pub fn decide(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Create { id, plan, .. } => {
            if world.sessions.contains_key(id) {
                return Err(Refusal::AlreadyThere);
            }
            plan_fits(world, id, plan)?;
            Ok(vec![Event::Planned {
                session: id.clone(),
                plan: plan.clone(),
            }])
        }
        Command::Replan { id, plan } => {
            in_state(world.session(id)?, SessionState::Planned)?;
            plan_fits(world, id, plan)?;
            Ok(vec![Event::Planned {
                session: id.clone(),
                plan: plan.clone(),
            }])
        }
        Command::Notify { id, on } => {
            in_state(world.session(id)?, SessionState::Planned)?;
            Ok(vec![Event::Notified {
                session: id.clone(),
                on: *on,
            }])
        }
        Command::CallRoll(id) => {
            let session = world.session(id)?;
            in_state(session, SessionState::Planned)?;
            let mut places = draw_up(world, session.date);
            if !places.iter().any(Place::entitled) {
                return Err(Refusal::NobodyEntitled { on: session.date });
            }
            for place in &mut places {
                place.excluded = session
                    .attendee(&place.person)
                    .filter(|_| place.capacity == Capacity::Voting)
                    .and_then(|known| known.place.excluded);
            }
            if places
                .iter()
                .eq(session.roll.iter().map(|known| &known.place))
            {
                return Ok(Vec::new());
            }
            Ok(vec![Event::RollCalled {
                session: id.clone(),
                places,
            }])
        }
        Command::Mark {
            id,
            person,
            mark,
            at,
        } => {
            let session = world.session(id)?;
            roll_open(session)?;
            on_the_roll(world, session, person)?;
            if matches!(mark, RollMark::Excused { .. } | RollMark::Absent)
                && counted_in_a_vote(world, id, person)
            {
                // A result stands on that person's having been there; only the leaving can be noted.
                return Err(Refusal::Final);
            }
            let attendee = session.attendee(person);
            let unchanged = match mark {
                RollMark::Present => attendee.is_some_and(Attendee::in_room),
                RollMark::Left => !attendee.is_some_and(Attendee::in_room),
                RollMark::Excused { reason } => attendee.is_some_and(|attendee| {
                    attendee.attendance
                        == Attendance::Excused {
                            reason: reason.clone(),
                        }
                }),
                RollMark::Absent => {
                    attendee.is_some_and(|attendee| attendee.attendance == Attendance::Absent)
                }
            };
            if unchanged {
                return Ok(Vec::new());
            }
            Ok(vec![Event::Marked {
                session: id.clone(),
                person: person.clone(),
                mark: mark.clone(),
                at: *at,
            }])
        }
        Command::AllPresent { id, at } => {
            let session = world.session(id)?;
            roll_open(session)?;
            Ok(session
                .roll
                .iter()
                .filter(|attendee| attendee.wants_mark())
                .map(|attendee| Event::Marked {
                    session: id.clone(),
                    person: attendee.place.person.clone(),
                    mark: RollMark::Present,
                    at: *at,
                })
                .collect())
        }
        Command::Exclude { id, person, reason } => {
            let session = world.session(id)?;
            roll_open(session)?;
            no_open_vote(world, id)?;
            let attendee = on_the_roll(world, session, person)?;
            if attendee.place.capacity == Capacity::Observer {
                return Err(Refusal::ObserverNeverCounted {
                    name: world.person(person)?.name.clone(),
                });
            }
            if attendee.place.excluded == *reason {
                return Ok(Vec::new());
            }
            Ok(vec![Event::Excluded {
                session: id.clone(),
                person: person.clone(),
                reason: *reason,
            }])
        }
        Command::MendStays { id, person, stays } => mend_stays(world, id, person, stays),
        Command::Open { id, at } => {
            let session = world.session(id)?;
            in_state(session, SessionState::Planned)?;
            let chair = session.chair.as_ref().ok_or(Refusal::NoChair)?;
            if session.roll.is_empty() {
                return Err(Refusal::RollNotCalled);
            }
            let unmarked = session.unmarked();
            if unmarked > 0 {
                return Err(Refusal::RollNotFinished { unmarked });
            }
            if session.chair_missing() {
                return Err(Refusal::NotInRoom {
                    name: world.person(chair)?.name.clone(),
                });
            }
            let meter = quorum::meter(world, session);
            if let Some(quorum) = meter.first()
                && !quorum.inequality.holds()
            {
                return Err(Refusal::short_of(&meter, quorum));
            }
            Ok(vec![Event::Opened {
                session: id.clone(),
                at: *at,
            }])
        }
        Command::Pause { id, at } => {
            let session = world.session(id)?;
            in_state(session, SessionState::Sitting)?;
            no_open_vote(world, id)?;
            Ok(vec![Event::Paused {
                session: id.clone(),
                at: *at,
            }])
        }
        Command::Resume { id, at } => {
            in_state(world.session(id)?, SessionState::Break)?;
            Ok(vec![Event::Resumed {
                session: id.clone(),
                at: *at,
            }])
        }
        Command::MendOpening { id, at } => {
            let session = world.session(id)?;
            if session.opened.is_none()
                || !matches!(session.state, SessionState::Sitting | SessionState::Break)
            {
                return Err(Refusal::SessionNotIn {
                    have: session.state,
                    need: SessionState::Sitting,
                });
            }
            Ok(vec![Event::Opened {
                session: id.clone(),
                at: *at,
            }])
        }
        Command::Close { id, at } => {
            let session = world.session(id)?;
            if !matches!(session.state, SessionState::Sitting | SessionState::Break) {
                return Err(Refusal::SessionNotIn {
                    have: session.state,
                    need: SessionState::Sitting,
                });
            }
            no_open_vote(world, id)?;
            if let Some(motion) = world.unannounced(id) {
                return Err(Refusal::NotAnnounced {
                    motion: motion.id.clone(),
                });
            }
            Ok(vec![Event::Closed {
                session: id.clone(),
                at: *at,
            }])
        }
        Command::Seal { id, sealing } => {
            in_state(world.session(id)?, SessionState::Closed)?;
            Ok(vec![Event::Sealed {
                session: id.clone(),
                sealing: sealing.clone(),
            }])
        }
        Command::TakeIn(session) => {
            if world.sessions.contains_key(&session.id) {
                return Err(Refusal::AlreadyThere);
            }
            taken_in(session)?;
            Ok(vec![Event::TakenIn {
                session: session.clone(),
            }])
        }
    }
}

fn plan_fits(world: &World, id: &SessionId, plan: &Plan) -> Result<(), Refusal> {
    if plan.ordinal == 0 {
        return Err(Refusal::OrdinalTaken { ordinal: 0 });
    }
    for person in plan.chair.iter().chain(&plan.recorder) {
        world.person(person)?;
    }
    let taken = world
        .sessions
        .values()
        .any(|other| other.id != *id && other.kind == plan.kind && other.ordinal == plan.ordinal);
    if taken {
        return Err(Refusal::OrdinalTaken {
            ordinal: plan.ordinal,
        });
    }
    Ok(())
}

fn in_state(session: &Session, need: SessionState) -> Result<(), Refusal> {
    if session.state == need {
        Ok(())
    } else {
        Err(Refusal::SessionNotIn {
            have: session.state,
            need,
        })
    }
}

/// Refuses what only a session taken in as published may be given: it is sealed, and was never
/// signed here.
///
/// # Errors
/// [`Refusal::Sealed`], or [`Refusal::SessionNotIn`] for one that lives here.
pub(in crate::domain) fn taken_in(session: &Session) -> Result<(), Refusal> {
    in_state(session, SessionState::Sealed)?;
    if session.published_as.is_none() && session.sealing.is_some() {
        return Err(Refusal::Sealed);
    }
    Ok(())
}

fn counted_in_a_vote(world: &World, session: &SessionId, person: &PersonId) -> bool {
    world
        .motions
        .values()
        .filter(|motion| motion.session == *session)
        .filter_map(|motion| motion.result())
        .any(|result| {
            result
                .voice_of(person)
                .is_some_and(|voice| voice != Voice::Absent)
        })
}

fn roll_open(session: &Session) -> Result<(), Refusal> {
    match session.state {
        SessionState::Closed => Err(Refusal::Frozen),
        SessionState::Sealed => Err(Refusal::Sealed),
        _ if session.roll.is_empty() => Err(Refusal::RollNotCalled),
        _ => Ok(()),
    }
}

fn on_the_roll<'a>(
    world: &World,
    session: &'a Session,
    person: &PersonId,
) -> Result<&'a Attendee, Refusal> {
    match session.attendee(person) {
        Some(attendee) => Ok(attendee),
        None => Err(Refusal::NotOnTheRoll {
            name: world.person(person)?.name.clone(),
        }),
    }
}

fn mend_stays(
    world: &World,
    id: &SessionId,
    person: &PersonId,
    stays: &[Stay],
) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    roll_open(session)?;
    let attendee = on_the_roll(world, session, person)?;
    let Attendance::Attended { stays: known } = &attendee.attendance else {
        return Err(Refusal::TimesOnly);
    };
    if known == stays {
        return Ok(Vec::new());
    }
    stays_fit(stays)?;
    // Times are mended here, not presence: who was in the room for a vote follows the order of acts.
    let in_room = stays.last().is_some_and(|stay| stay.to.is_none());
    if stays.is_empty() || in_room != attendee.in_room() {
        return Err(Refusal::TimesOnly);
    }
    Ok(vec![Event::StaysMended {
        session: id.clone(),
        person: person.clone(),
        stays: stays.to_vec(),
    }])
}

/// Says whether stays are in order, none before the other has ended.
///
/// # Errors
/// [`Refusal::TimesCross`] where they are not.
pub(super) fn stays_fit(stays: &[Stay]) -> Result<(), Refusal> {
    let mut free_from: Option<Minute> = None;
    for (place, stay) in stays.iter().enumerate() {
        let open_inside = stay.to.is_none() && place + 1 < stays.len();
        let backwards = stay.to.is_some_and(|to| to < stay.from);
        if open_inside || backwards || free_from.is_some_and(|free| stay.from < free) {
            return Err(Refusal::TimesCross);
        }
        free_from = stay.to;
    }
    Ok(())
}

/// Carries out what happened to a session.
pub fn apply(world: &mut World, event: &Event) {
    match event {
        Event::Planned { session, plan } => planned(world, session, plan),
        Event::TakenIn { session } => {
            world
                .sessions
                .insert(session.id.clone(), Arc::new(Session::clone(session)));
        }
        Event::Notified { session, on } => change(world, session, |session| session.notice = *on),
        Event::RollCalled { session, places } => change(world, session, |session| {
            session.roll = places
                .iter()
                .map(|place| Attendee {
                    place: place.clone(),
                    attendance: session
                        .attendee(&place.person)
                        .map_or(Attendance::Unmarked, |known| known.attendance.clone()),
                })
                .collect();
        }),
        Event::Marked {
            session,
            person,
            mark,
            at,
        } => {
            change_attendee(world, session, person, |attendee| {
                marked(&mut attendee.attendance, mark, *at)
            });
            if !matches!(mark, RollMark::Present) {
                world.voice_left(session, person);
            }
        }
        Event::Excluded {
            session,
            person,
            reason,
        } => {
            change_attendee(world, session, person, |attendee| {
                attendee.place.excluded = *reason
            });
        }
        Event::StaysMended {
            session,
            person,
            stays,
        } => change_attendee(world, session, person, |attendee| {
            if let Attendance::Attended { stays: times } = &mut attendee.attendance {
                times.clone_from(stays);
            }
        }),
        Event::Opened { session, at } => change(world, session, |session| {
            session.opened = Some(*at);
            if session.state == SessionState::Planned {
                session.state = SessionState::Sitting;
            }
        }),
        Event::Paused { session, at } => {
            change(world, session, |session| {
                session.state = SessionState::Break;
                begin_stay(&mut session.breaks, *at);
            });
            // The item still runs; its time does not.
            change_running(world, session, |item| end_stay(&mut item.runs, *at));
        }
        Event::Resumed { session, at } => {
            change(world, session, |session| {
                session.state = SessionState::Sitting;
                end_stay(&mut session.breaks, *at);
            });
            change_running(world, session, |item| begin_stay(&mut item.runs, *at));
        }
        Event::Closed { session, at } => closed(world, session, *at),
        Event::Sealed { session, sealing } => change(world, session, |session| {
            session.state = SessionState::Sealed;
            session.sealing = Some(sealing.clone());
        }),
    }
}

fn planned(world: &mut World, id: &SessionId, plan: &Plan) {
    let session = world.sessions.entry(id.clone()).or_insert_with(|| {
        Arc::new(Session {
            id: id.clone(),
            kind: plan.kind,
            ordinal: plan.ordinal,
            published_as: None,
            date: plan.date,
            start: None,
            place: None,
            chair: None,
            recorder: None,
            notice: None,
            state: SessionState::Planned,
            roll: Vec::new(),
            opened: None,
            breaks: Vec::new(),
            closed: None,
            sealing: None,
        })
    });
    let session = Arc::make_mut(session);
    let Plan {
        kind,
        ordinal,
        date,
        start,
        place,
        chair,
        recorder,
    } = plan.clone();
    if session.date != date {
        // Who is entitled is a matter of the day: a roll drawn up for another day is drawn up again.
        session.roll.clear();
    }
    (session.kind, session.ordinal, session.date) = (kind, ordinal, date);
    (
        session.start,
        session.place,
        session.chair,
        session.recorder,
    ) = (start, place, chair, recorder);
}

fn marked(attendance: &mut Attendance, mark: &RollMark, at: Minute) {
    match (mark, &mut *attendance) {
        (RollMark::Present, Attendance::Attended { stays }) => begin_stay(stays, at),
        (RollMark::Present, _) => {
            *attendance = Attendance::Attended {
                stays: vec![Stay::since(at)],
            }
        }
        (RollMark::Left, Attendance::Attended { stays }) => end_stay(stays, at),
        (RollMark::Left, _) => {}
        (RollMark::Excused { reason }, _) => {
            *attendance = Attendance::Excused {
                reason: reason.clone(),
            }
        }
        (RollMark::Absent, _) => *attendance = Attendance::Absent,
    }
}

fn closed(world: &mut World, id: &SessionId, at: Minute) {
    change(world, id, |session| {
        session.state = SessionState::Closed;
        session.closed = Some(at);
        end_stay(&mut session.breaks, at);
        for attendee in &mut session.roll {
            if let Attendance::Attended { stays } = &mut attendee.attendance {
                end_stay(stays, at);
            }
        }
    });
    // Nothing runs in a session that is over: what was being dealt with was broken off.
    change_running(world, id, |item| {
        end_stay(&mut item.runs, at);
        item.state = ItemState::Paused;
    });
}

fn change_running(world: &mut World, id: &SessionId, act: impl Fn(&mut Item)) {
    for item in world
        .items
        .values_mut()
        .filter(|item| item.session == *id && item.state == ItemState::Running)
    {
        act(Arc::make_mut(item));
    }
}

pub(super) fn change(world: &mut World, id: &SessionId, change: impl FnOnce(&mut Session)) {
    if let Some(session) = world.sessions.get_mut(id) {
        change(Arc::make_mut(session));
    }
}

pub(super) fn change_attendee(
    world: &mut World,
    id: &SessionId,
    person: &PersonId,
    act: impl FnOnce(&mut Attendee),
) {
    change(world, id, |session| {
        if let Some(attendee) = session
            .roll
            .iter_mut()
            .find(|attendee| attendee.place.person == *person)
        {
            act(attendee);
        }
    });
}
