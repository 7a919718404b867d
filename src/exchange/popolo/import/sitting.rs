//! A session as its committee files it: its roll, its agenda, and how it is held against what is there.

use super::super::{Attendee as Listed, Event, Status};
use super::motions::{Voted, voted};
use super::names::{motion_act, ordinal, session_act};
use super::roster::{Known, Wanted, bring, standing_of};
use super::sort::{Case, Gathered};
use super::{Cause, Fault, Finding, Source, Unstated, line, named};
use crate::domain::Command;
use crate::domain::dates::Minute;
use crate::domain::ids::{ActId, PersonId, SessionId, VillageId};
use crate::domain::roster::Capacity;
use crate::domain::roster::roll::Place;
use crate::domain::rule::Rule;
use crate::domain::session::agenda::{self, Item};
use crate::domain::session::attendance::{Attendance, Stay};
use crate::domain::session::{self, Attendee, Session, SessionKind, SessionState};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{self, Motion};
use crate::domain::world::World;
use chrono::{NaiveDate, NaiveTime};
use std::collections::{BTreeMap, BTreeSet};

/// A session taken in, and what was found about it.
#[derive(Debug)]
pub struct Sitting {
    /// The session, sealed as published.
    pub session: Session,
    /// Its agenda.
    pub items: Vec<Item>,
    /// Its motions with their votes.
    pub motions: Vec<Motion>,
    /// What the roster has to learn first.
    pub roster: Vec<Command>,
    /// How many votes were counted.
    pub votes: usize,
    /// How many of them came out as published, with nothing that differs.
    pub agreeing: usize,
    /// How many of them have no published result.
    pub unpublished: usize,
    /// What differs.
    pub findings: Vec<Finding>,
}

impl Sitting {
    /// Returns the acts that take it in. Every vote is an act of its own, so that a long session
    /// stays within the longest line of a journal.
    #[must_use]
    pub fn acts(&self) -> Vec<(ActId, Vec<Command>)> {
        let id = self.session.id.as_str();
        let mut first = self.roster.clone();
        let session = session::Command::TakeIn(Box::new(self.session.clone()));
        first.push(Command::Session(session));
        let items = self.items.iter().cloned().map(agenda::Command::TakeIn);
        first.extend(items.map(Command::Agenda));
        let mut acts = vec![(session_act(id), first)];
        acts.extend(self.motions.iter().map(|motion| {
            let take_in = vote::Command::TakeIn(Box::new(motion.clone()));
            (
                motion_act(id, motion.id.as_str()),
                vec![Command::Vote(take_in)],
            )
        }));
        acts
    }

    /// Says whether the session on file says the same, as far as the source speaks of it: what only
    /// this program writes, as an ordinal or a reason that was not stated, is not compared.
    #[must_use]
    pub fn is_as_in(&self, world: &World) -> bool {
        let Some(there) = world.sessions.get(&self.session.id) else {
            return false;
        };
        let head = |it: &Session| {
            (
                it.published_as.clone(),
                it.date,
                it.place.clone(),
                it.opened,
            )
        };
        let seat = |it: &Attendee| {
            let place = &it.place;
            (
                place.person.clone(),
                place.village.clone(),
                it.attendance.clone(),
            )
        };
        let numbers = |items: &mut dyn Iterator<Item = &Item>| -> Vec<_> {
            items
                .map(|it| (it.id.clone(), it.published_number.clone()))
                .collect()
        };
        let voices = |motion: &Motion| {
            let voices = motion.result().map(|it| it.voices.clone());
            (
                motion.id.clone(),
                motion.ballot().map(|it| it.rule.id.clone()),
                voices,
            )
        };
        let of_session = |it: &&Motion| it.session == self.session.id;
        let mine: BTreeMap<_, _> = self.motions.iter().map(|it| (&it.id, voices(it))).collect();
        let others = world.motions.values().map(AsRef::as_ref).filter(of_session);
        let theirs: BTreeMap<_, _> = others.map(|it| (&it.id, voices(it))).collect();
        head(&self.session) == head(there)
            && self
                .session
                .roll
                .iter()
                .map(seat)
                .eq(there.roll.iter().map(seat))
            && numbers(&mut self.items.iter()) == numbers(&mut world.agenda(&self.session.id))
            && mine == theirs
    }
}

/// The people of a session: the attendance, then who voted without being on it.
struct Room<'d> {
    listed: BTreeMap<&'d str, Option<&'d Status>>,
    order: Vec<&'d str>,
    groups: BTreeMap<&'d str, Option<&'d str>>,
    voters: BTreeSet<&'d str>,
    seen: BTreeSet<&'d str>,
}

/// Makes a session of what was gathered for it.
pub(super) fn sitting(
    source: &Source<'_>,
    gathered: &Gathered<'_>,
    rule: &Rule,
    unstated: &Unstated,
    known: &mut Known,
    fresh: bool,
) -> Result<Sitting, Fault> {
    let event = gathered.event;
    let place = format!("events[{}]", gathered.index);
    let (date, time) = when(event, &gathered.cases).ok_or_else(|| Fault {
        path: format!("{place}.start_date"),
        cause: Cause::MissingField,
    })?;
    let begun = Minute::on(date, time.unwrap_or_default());
    let mut findings = Vec::new();
    let room = room(source, event, &gathered.cases, &mut findings);
    let voted = voted(source, gathered, rule, unstated, begun, &mut findings)?;
    presence(source, &room, &gathered.cases, &mut findings)?;
    let mut people = room.groups.clone();
    let moved = voted
        .motions
        .iter()
        .flat_map(|it| it.mover.iter().chain(&it.seconder));
    for person in moved {
        people.entry(person.as_str()).or_default();
    }
    let name = named(event.name.as_deref(), &event.id, &place)?;
    let number = ordinal(name.as_str()).unwrap_or(known.last_ordinal.saturating_add(1));
    let villages = room.groups.values().filter_map(|it| *it).collect();
    let wanted = Wanted {
        people: &people,
        villages: &villages,
        day: date,
    };
    // A session on file already brings nobody, so the next one must not rely on it.
    let mut after = known.clone();
    let roster = bring(source, &wanted, unstated, &mut after, &mut findings)?;
    if fresh {
        after.last_ordinal = after.last_ordinal.max(number);
        *known = after;
    }
    let closed = event
        .end_date
        .as_ref()
        .and_then(|it| Some(Minute::on(it.day?, it.time?)));
    let closed = closed.filter(|closed| *closed >= begun);
    let id = SessionId::from(event.id.as_str());
    let session = Session {
        published_as: Some(name),
        start: time,
        place: line(event.location.as_deref(), || format!("{place}.location"))?,
        state: SessionState::Sealed,
        roll: roll(
            source,
            &room,
            unstated,
            Stay {
                to: closed,
                ..Stay::since(begun)
            },
        )?,
        opened: time.map(|_| begun),
        closed,
        ..Session::new(id, SessionKind::Regular, number, date)
    };
    let Voted {
        items,
        motions,
        votes,
        agreeing,
        unpublished,
    } = voted;
    Ok(Sitting {
        session,
        items,
        motions,
        roster,
        votes,
        agreeing,
        unpublished,
        findings,
    })
}

/// Returns the day and the hour a session began; one that does not say has the day of its first vote
/// or motion.
fn when(event: &Event, cases: &[Case<'_>]) -> Option<(NaiveDate, Option<NaiveTime>)> {
    let votes = cases.iter().filter_map(|it| it.vote?.1.start_date.as_ref());
    let motions = cases.iter().filter_map(|it| it.motion?.1.date.as_ref());
    let own = event.start_date.iter();
    if let Some((day, time)) = own.into_iter().find_map(|it| Some((it.day?, it.time))) {
        return Some((day, time));
    }
    let day = votes.chain(motions).find_map(|it| it.day)?;
    Some((day, None))
}

fn room<'d>(
    source: &Source<'d>,
    event: &'d Event,
    cases: &[Case<'d>],
    findings: &mut Vec<Finding>,
) -> Room<'d> {
    let mut room = Room {
        listed: BTreeMap::new(),
        order: Vec::new(),
        groups: BTreeMap::new(),
        voters: BTreeSet::new(),
        seen: BTreeSet::new(),
    };
    for Listed { person_id, status } in &event.attendees {
        let person = person_id.as_str();
        let first = room.listed.insert(person, status.as_ref()).is_none();
        if !source.persons.contains_key(person) {
            findings.push(Finding::AttendeeUnknown {
                person: person_id.clone(),
            });
        } else if first {
            room.order.push(person);
            room.groups.insert(person, None);
        }
    }
    for vote in cases
        .iter()
        .filter_map(|case| case.vote)
        .flat_map(|(_, it)| &it.votes)
    {
        let person = vote.voter_id.as_str();
        if !room.groups.contains_key(person) {
            room.order.push(person);
        }
        let group = room.groups.entry(person).or_default();
        *group = group.or(vote.group_id.as_ref().map(|it| it.as_str()));
        room.voters.insert(person);
        if vote.option != Voice::Absent {
            room.seen.insert(person);
        }
    }
    room
}

fn roll(
    source: &Source<'_>,
    room: &Room<'_>,
    unstated: &Unstated,
    stay: Stay,
) -> Result<Vec<Attendee>, Fault> {
    let mut roll = Vec::new();
    for person in &room.order {
        let standing = standing_of(source, person, unstated)?;
        let member = standing.is_some();
        let (role, behalf) = standing.unwrap_or_else(|| (unstated.role.clone(), None));
        let village = room.groups.get(person).copied().flatten().or(behalf);
        // Without a vote nobody is shown to be entitled, and a member is taken for one.
        let voting = room.voters.contains(person) || (room.voters.is_empty() && member);
        let there = matches!(room.listed.get(person), Some(Some(Status::Present)))
            || room.seen.contains(person);
        let invited = matches!(room.listed.get(person), Some(Some(Status::Other(_))));
        roll.push(Attendee {
            place: Place {
                households: None,
                shares: None,
                woman: false,

                person: PersonId::from(*person),
                village: village.map(VillageId::from),
                role,
                capacity: if voting {
                    Capacity::Voting
                } else {
                    Capacity::Observer
                },
                excluded: None,
                stands_for: None,
            },
            attendance: if there || (invited && !voting) {
                Attendance::Attended { stays: vec![stay] }
            } else {
                Attendance::Absent
            },
            from_paper: false,
        });
    }
    Ok(roll)
}

/// Holds the attendance against every vote. Who is on neither list as there was absent in both; a
/// recusal says nothing, for whoever withdraws may do so by leaving the room.
fn presence(
    source: &Source<'_>,
    room: &Room<'_>,
    cases: &[Case<'_>],
    findings: &mut Vec<Finding>,
) -> Result<(), Fault> {
    if room.listed.is_empty() {
        return Ok(());
    }
    let names = |people: &[&str]| -> Result<Vec<String>, Fault> {
        let name = |id: &&str| {
            let name = source.person_name(id)?;
            Ok(name.map_or_else(|| (*id).to_owned(), |it| it.to_string()))
        };
        people.iter().map(name).collect()
    };
    for (_, event) in cases.iter().filter_map(|case| case.vote) {
        let (mut unlisted, mut absent) = (Vec::new(), Vec::new());
        for vote in &event.votes {
            let person = vote.voter_id.as_str();
            match (room.listed.get(person), vote.option) {
                (_, Voice::Recused) | (Some(Some(Status::Other(_)) | None), _) => {}
                (Some(Some(Status::Present)), Voice::Absent) => absent.push(person),
                (Some(Some(Status::Present)), _) | (_, Voice::Absent) => {}
                (Some(Some(Status::Absent)) | None, _) => unlisted.push(person),
            }
        }
        let voters: BTreeSet<&str> = event.votes.iter().map(|it| it.voter_id.as_str()).collect();
        let present = |id: &&str| matches!(room.listed.get(id), Some(Some(Status::Present)));
        let missing: Vec<&str> = (room.order.iter().copied())
            .filter(|id| present(id) && !voters.contains(id))
            .collect();
        let vote = || event.id.clone();
        if !unlisted.is_empty() {
            let people = names(&unlisted)?;
            findings.push(Finding::ThereUnlisted {
                vote: vote(),
                people,
            });
        }
        if !absent.is_empty() {
            let people = names(&absent)?;
            findings.push(Finding::ListedAbsent {
                vote: vote(),
                people,
            });
        }
        if !missing.is_empty() {
            let people = names(&missing)?;
            findings.push(Finding::NotAVoter {
                vote: vote(),
                people,
            });
        }
    }
    Ok(())
}
