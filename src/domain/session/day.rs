//! The day put right: under a clock of another day a whole session, or a part of it, is stamped on a day on which
//! nobody sat. Everything taken down on that day goes to the same hours of the right one, in one act; who was
//! there, what was decided and in which order stays as it was.

use super::agenda::put_off_until;
use super::correction::Corrected;
use super::times::{Times, is_live};
use super::turn::Turn;
use super::version::Refused;
use super::{Event, Session, SessionState};
use crate::domain::dates::{Minute, days_after};
use crate::domain::ids::SessionId;
use crate::domain::refusal::Refusal;
use crate::domain::task::{Task, TaskState};
use crate::domain::text::Line;
use crate::domain::vote::{Ballot, Motion, MotionState, RoundEnd, VoteResult};
use crate::domain::world::World;
use chrono::{NaiveDate, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Up to which hour what was taken down belongs to the day before, where the session sat on that.
const DAWN: u32 = 6;

/// That the day of a session was put right while it was live.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayMend {
    /// The day as it was taken down.
    pub from: NaiveDate,
    /// The day it was.
    pub to: NaiveDate,
    /// When it was put right.
    pub at: Minute,
    /// Why.
    pub reason: Line,
}

/// Returns the days on which something of a session was taken down: first those it was not called for, the earliest
/// before the others. A night belongs to the day before it.
#[must_use]
pub fn days(world: &World, session: &Session) -> Vec<NaiveDate> {
    let minutes = minutes(world, session);
    let on: BTreeSet<NaiveDate> = minutes.iter().map(|at| at.day()).collect();
    let is_night = |day: NaiveDate| {
        let follows = day.pred_opt().is_some_and(|before| on.contains(&before));
        let mut of_day = minutes.iter().filter(|at| at.day() == day);
        follows && of_day.all(|at| at.time().hour() < DAWN)
    };
    let called = called(session);
    let mut days: Vec<NaiveDate> = on.iter().copied().filter(|day| !is_night(*day)).collect();
    days.sort_by_key(|day| called.contains(day));
    days
}

/// Returns the days a session was called for.
fn called(session: &Session) -> Vec<NaiveDate> {
    let again = session.adjournments.iter().map(|it| it.again.date);
    let first = [session.called_for().date, session.date];
    first.into_iter().chain(again).collect()
}

/// Returns the minutes of what happened while a session sat, and of its roll.
fn minutes(world: &World, session: &Session) -> Vec<Minute> {
    let mut all: Vec<Minute> = session.opened.into_iter().chain(session.closed).collect();
    for times in Times::of_session(world, session) {
        let spans = times.spans().into_iter();
        all.extend(spans.flat_map(|span| std::iter::once(span.from).chain(span.to)));
        if let Times::Vote { announced, .. } = times {
            all.extend(announced);
        }
    }
    for item in world.agenda(&session.id) {
        all.extend(world.entries_of(&item.id).map(|entry| entry.at));
    }
    let stays = session.roll.iter().flat_map(|it| it.attendance.stays());
    all.extend(stays.flat_map(|stay| std::iter::once(stay.from).chain(stay.to)));
    // A proxy may have been given days before.
    let recusals = session.recusals.iter();
    all.extend(recusals.flat_map(|it| std::iter::once(it.from).chain(it.to)));
    all.extend(session.handovers.iter().map(|it| it.at));
    all.extend(session.asked_again.iter().map(|it| it.at));
    all
}

/// Says whether the day of a session that sits may be wrong: it is not the day it is called for, or that is not the
/// day of the clock.
#[must_use]
pub fn may_be_wrong(world: &World, session: &Session, today: NaiveDate) -> bool {
    let called = called(session);
    let sits = matches!(session.state, SessionState::Sitting | SessionState::Break);
    let days = days(world, session);
    let now = Minute::on(today, NaiveTime::MIN.with_hour(12).unwrap_or_default());
    days.iter().any(|day| !called.contains(day))
        || (sits && !session.sits_at(now) && session.paper().is_none())
}

/// Judges a day put right while the session is live.
pub(super) fn mend(world: &World, id: &SessionId, mend: &DayMend) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    is_live(session)?;
    if mend.from == mend.to {
        return Ok(Vec::new());
    }
    fits(world, session, (mend.from, mend.to), mend.at.day())?;
    Ok(vec![Event::DayMended {
        session: id.clone(),
        mend: mend.clone(),
    }])
}

/// Refuses a day that cannot be it: it is still to come, the session would go on before it began, or its record was
/// signed before.
pub(super) fn fits(
    world: &World,
    session: &Session,
    (from, to): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Result<(), Refusal> {
    if session.opened.is_none() || !days(world, session).contains(&from) {
        return Err(Refusal::Unknown);
    }
    if to > today {
        return Err(Refusal::NotYet { on: to });
    }
    in_turn(world, session, (from, to))?;
    let known = sittings(session);
    let moved: Vec<NaiveDate> = known
        .iter()
        .map(|at| moved(*at, (from, to)).day())
        .collect();
    let known: Vec<NaiveDate> = known.iter().map(|at| at.day()).collect();
    // A part of it may stand on another wrong day still, and that is put right next.
    if goes_back(&moved) > goes_back(&known) {
        return Err(Refusal::TimesCross);
    }
    let signed = session.sealing.as_ref().map(|sealing| sealing.on);
    match signed.zip(moved.last().copied()) {
        Some((on, over)) if over == to && on < over => Err(Refused::BeforeOver { on, over }.into()),
        _ => Ok(()),
    }
}

/// Refuses a day on which one of its kind with a higher number had been opened, or one with a lower had not been over:
/// the numbers follow the days. Where they did not before, the day of the other may be the wrong one. Of one that is only
/// planned no day is known yet: it is planned anew first, whatever stood here before.
fn in_turn(world: &World, session: &Session, days: (NaiveDate, NaiveDate)) -> Result<(), Refusal> {
    let span = |it: &Session| Some((it.opened?, it.closed.or(it.opened)?));
    let Some((first, last)) = span(session) else {
        return Ok(());
    };
    // What was closed on a day before the opening is put right day by day.
    let [known, now] = [(first, last), (moved(first, days), moved(last, days))];
    let [known, now] = [known, now].map(|(one, other)| (one.min(other), one.max(other)));
    for other in world.sessions.values() {
        let (Some((begun, ended)), false) = (span(other), other.ordinal == session.ordinal) else {
            continue;
        };
        let later = other.ordinal > session.ordinal;
        let crosses = |first: Minute, last: Minute| match later {
            true => last > begun,
            false => first < ended,
        };
        if other.kind == session.kind && crosses(now.0, now.1) && !crosses(known.0, known.1) {
            return Err(Refusal::OutOfTurn {
                kind: other.kind,
                ordinal: other.ordinal,
                on: begun.day(),
                later,
            });
        }
    }
    match next_planned(world, session).filter(|next| days.1 > next.called_for().date) {
        Some(next) => Err(Refusal::BehindPlanned {
            kind: next.kind,
            ordinal: next.ordinal,
            on: next.called_for().date,
        }),
        None => Ok(()),
    }
}

/// Returns the session of the same kind that is planned to follow another, the earliest of them.
fn next_planned<'a>(world: &'a World, session: &Session) -> Option<&'a Session> {
    let others = world.sessions.values().map(AsRef::as_ref);
    let planned = others.filter(|it| {
        let to_come = matches!(it.state, SessionState::Planned | SessionState::Lapsed);
        to_come && it.kind == session.kind && it.ordinal > session.ordinal
    });
    planned.min_by_key(|it| (it.called_for().date, it.ordinal))
}

/// A day that a session set for later: it stays when the day of the session is put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetBy<'a> {
    /// By when a follow-up of its is to be done.
    Due(&'a Task, NaiveDate),
    /// Until when a motion of its was put off.
    PutOff(&'a Motion, NaiveDate),
}

/// Returns the days that a session set for later, first the follow-ups'.
pub fn set_by<'a>(world: &'a World, session: &'a Session) -> Vec<SetBy<'a>> {
    let tasks = world
        .tasks_of(&session.id)
        .filter(|it| !matches!(it.state, TaskState::Closed | TaskState::Dropped));
    let due = tasks.filter_map(|task| Some(SetBy::Due(task, task.due?)));
    let motions = world.agenda(&session.id);
    let motions = motions.flat_map(|item| world.motions_of(&item.id));
    let put_off = motions.filter_map(|it| Some(SetBy::PutOff(it, put_off_until(it)?)));
    due.chain(put_off).collect()
}

/// Returns when a session was opened, broke off, went on and was closed, in the order of acts.
fn sittings(session: &Session) -> Vec<Minute> {
    let gaps = session.adjournments.iter();
    let gaps = gaps.flat_map(|gap| std::iter::once(gap.at).chain(gap.resumed));
    let opened = session.opened.into_iter();
    opened.chain(gaps).chain(session.closed).collect()
}

fn goes_back(days: &[NaiveDate]) -> usize {
    let pairs = days.iter().zip(days.iter().skip(1));
    pairs.filter(|(one, next)| next < one).count()
}

/// Returns a minute as it stands once the day is put right.
fn moved(at: Minute, (from, to): (NaiveDate, NaiveDate)) -> Minute {
    let night = days_after(from, 1);
    if at.day() == from {
        Minute::on(to, at.time())
    } else if at.day() == night && night != to && at.time().hour() < DAWN {
        Minute::on(days_after(to, 1), at.time())
    } else {
        at
    }
}

/// Moves everything that was taken down on a day to another. What the clock stamped keeps its order: how often it
/// went back is counted anew.
pub(super) fn put(world: &mut World, id: &SessionId, days: (NaiveDate, NaiveDate)) {
    let mut stamped = BTreeSet::new();
    each(world, id, &mut |stamp| {
        if let Stamp::Turned(at, Turn::Stamped(turn)) = stamp {
            stamped.insert((*turn, *at));
        }
    });
    let mut turns = BTreeMap::new();
    let (mut back, mut last) = (0_u32, None);
    for (turn, at) in stamped {
        let now = moved(at, days);
        if last.is_some_and(|last| now < last) {
            back = back.saturating_add(1);
        }
        last = Some(now);
        turns.insert((turn, at), back);
    }
    each(world, id, &mut |stamp| match stamp {
        Stamp::Turned(at, turn) => {
            if let Turn::Stamped(known) = turn {
                *known = turns.get(&(*known, *at)).copied().unwrap_or(*known);
            }
            *at = moved(*at, days);
        }
        Stamp::Plain(at) => *at = moved(*at, days),
        Stamp::Day(day) => {
            if *day == days.0 {
                *day = days.1;
            }
        }
    });
}

/// A moment that is kept of a session.
enum Stamp<'a> {
    /// One that has its place in the order of acts.
    Turned(&'a mut Minute, &'a mut Turn),
    /// One that needs none: its place is known otherwise.
    Plain(&'a mut Minute),
    /// A day without an hour.
    Day(&'a mut NaiveDate),
}

/// Shows every moment that is kept of a session, of its items, minutes and motions, and of what was corrected in it.
fn each(world: &mut World, id: &SessionId, see: &mut dyn FnMut(Stamp<'_>)) {
    if let Some(session) = world.sessions.get_mut(id) {
        of_session(Arc::make_mut(session), see);
    }
    for item in world.items.values_mut().filter(|it| it.session == *id) {
        let item = Arc::make_mut(item);
        for run in &mut item.runs {
            see(Stamp::Turned(&mut run.from, &mut run.from_turn));
            ended(&mut run.to, &mut run.to_turn, see);
        }
    }
    for motion in world.motions.values_mut().filter(|it| it.session == *id) {
        of_motion(Arc::make_mut(motion), see);
    }
    for entry in world.entries.values_mut().filter(|it| it.session == *id) {
        see(Stamp::Plain(&mut Arc::make_mut(entry).at));
    }
    let corrections = world.corrections.values_mut();
    for correction in corrections.filter(|it| it.session == *id) {
        let correction = Arc::make_mut(correction);
        see(Stamp::Plain(&mut correction.at));
        // By these it is still told who came late and who left early.
        if let Corrected::Opened { from, to } | Corrected::Closed { from, to } =
            &mut correction.change
        {
            see(Stamp::Plain(from));
            see(Stamp::Plain(to));
        }
    }
}

fn ended(to: &mut Option<Minute>, turn: &mut Turn, see: &mut dyn FnMut(Stamp<'_>)) {
    if let Some(to) = to {
        see(Stamp::Turned(to, turn));
    }
}

fn taken_down(at: &mut Minute, turn: &mut Option<Turn>, see: &mut dyn FnMut(Stamp<'_>)) {
    match turn {
        Some(turn) => see(Stamp::Turned(at, turn)),
        None => see(Stamp::Plain(at)),
    }
}

fn of_session(session: &mut Session, see: &mut dyn FnMut(Stamp<'_>)) {
    ended(&mut session.opened, &mut session.opened_turn, see);
    ended(&mut session.closed, &mut session.closed_turn, see);
    see(Stamp::Day(&mut session.date));
    if let Some(notice) = &mut session.notice {
        see(Stamp::Day(&mut notice.on));
    }
    for mend in &mut session.seat_mends {
        see(Stamp::Day(&mut mend.on));
    }
    let roll = session.roll.iter_mut();
    let stays = roll.flat_map(|it| it.attendance.stays_mut());
    for stay in stays.chain(&mut session.breaks) {
        see(Stamp::Turned(&mut stay.from, &mut stay.from_turn));
        ended(&mut stay.to, &mut stay.to_turn, see);
    }
    for recusal in &mut session.recusals {
        see(Stamp::Turned(&mut recusal.from, &mut recusal.from_turn));
        ended(&mut recusal.to, &mut recusal.to_turn, see);
    }
    for proxy in &mut session.proxies {
        see(Stamp::Turned(&mut proxy.from, &mut proxy.from_turn));
        ended(&mut proxy.to, &mut proxy.to_turn, see);
    }
    for handover in &mut session.handovers {
        see(Stamp::Turned(&mut handover.at, &mut handover.turn));
    }
    for led in &mut session.led {
        see(Stamp::Plain(&mut led.at));
    }
    for gap in &mut session.adjournments {
        see(Stamp::Turned(&mut gap.at, &mut gap.turn));
        see(Stamp::Day(&mut gap.again.date));
        ended(&mut gap.resumed, &mut gap.resumed_turn, see);
    }
    for lapse in &mut session.lapses {
        see(Stamp::Plain(&mut lapse.at));
        see(Stamp::Day(&mut lapse.first.date));
    }
    for asked in &mut session.asked_again {
        see(Stamp::Turned(&mut asked.at, &mut asked.turn));
    }
    for paper in &mut session.papers {
        see(Stamp::Plain(&mut paper.since));
        if let Some(until) = &mut paper.until {
            see(Stamp::Plain(until));
        }
    }
    for mend in &mut session.day_mends {
        see(Stamp::Plain(&mut mend.at));
    }
}

fn of_motion(motion: &mut Motion, see: &mut dyn FnMut(Stamp<'_>)) {
    for wording in &mut motion.wordings {
        taken_down(&mut wording.at, &mut wording.turn, see);
    }
    for round in &mut motion.earlier {
        let RoundEnd::Announced { result, at } = &mut round.end;
        of_vote(&mut round.ballot, Some(result), Some(at), see);
    }
    for sequel in &mut motion.sequels {
        taken_down(&mut sequel.at, &mut sequel.turn, see);
    }
    for told in &mut motion.told {
        see(Stamp::Plain(&mut told.at));
    }
    match &mut motion.state {
        MotionState::Drafted => {}
        MotionState::Voting { ballot } => of_vote(ballot, None, None, see),
        MotionState::Counted { ballot, result } => of_vote(ballot, Some(result), None, see),
        MotionState::Announced { ballot, result, at } => {
            of_vote(ballot, Some(result), Some(at), see);
        }
        MotionState::Agreed { agreement } => {
            see(Stamp::Turned(&mut agreement.at, &mut agreement.turn));
        }
        MotionState::Withdrawn { begun, .. } => {
            if let Some(begun) = begun {
                see(Stamp::Turned(&mut begun.opened, &mut begun.turn));
            }
        }
    }
}

fn of_vote(
    ballot: &mut Ballot,
    result: Option<&mut Box<VoteResult>>,
    announced: Option<&mut Minute>,
    see: &mut dyn FnMut(Stamp<'_>),
) {
    see(Stamp::Turned(&mut ballot.opened, &mut ballot.turns.opened));
    if let Some(result) = result {
        see(Stamp::Turned(&mut result.ended, &mut ballot.turns.ended));
    }
    if let Some(at) = announced {
        see(Stamp::Turned(at, &mut ballot.turns.announced));
    }
    if let Some(issued) = &mut ballot.secret.issued {
        see(Stamp::Plain(&mut issued.at));
    }
    for at in ballot.dropped.iter_mut().filter_map(|it| it.at.as_mut()) {
        see(Stamp::Plain(at));
    }
}
