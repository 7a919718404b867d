//! The people, villages and seats that a session needs and the committee does not know yet.

use super::super::{Membership, Moment};
use super::{Fault, Finding, Source, Unstated, line};
use crate::domain::Command;
use crate::domain::ids::{PersonId, SeatId, VillageId};
use crate::domain::roster::{self, Capacity, Person, Seat, Standing, Village};
use crate::domain::text::Line;
use crate::domain::world::World;
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// What the committee knows, and what the sessions before this one have brought.
#[derive(Clone)]
pub(super) struct Known {
    people: BTreeMap<PersonId, Line>,
    villages: BTreeMap<VillageId, String>,
    seats: BTreeSet<SeatId>,
    /// The highest ordinal given so far.
    pub last_ordinal: u32,
}

impl Known {
    pub fn new(world: &World) -> Self {
        let kind = crate::domain::session::SessionKind::Regular;
        Self {
            people: (world.people.values())
                .map(|it| (it.id.clone(), it.name.clone()))
                .collect(),
            villages: (world.villages.values())
                .map(|it| (it.id.clone(), it.name.key()))
                .collect(),
            seats: world.seats.keys().cloned().collect(),
            last_ordinal: world.next_ordinal(kind).saturating_sub(1),
        }
    }
}

/// What a session asks of the roster.
pub(super) struct Wanted<'s> {
    /// Everybody who was there, voted or moved, with the village each is counted for.
    pub people: &'s BTreeMap<&'s str, Option<&'s str>>,
    /// The villages that votes name.
    pub villages: &'s BTreeSet<&'s str>,
    /// The day of the session, from which a seat is held whose beginning is not stated.
    pub day: NaiveDate,
}

/// Returns the commands that bring what is wanted and not known.
pub(super) fn bring(
    source: &Source<'_>,
    wanted: &Wanted<'_>,
    unstated: &Unstated,
    known: &mut Known,
    findings: &mut Vec<Finding>,
) -> Result<Vec<Command>, Fault> {
    let mut brought = Vec::new();
    let members: Vec<(usize, &Membership)> = memberships(source).collect();
    let mut villages = wanted.villages.clone();
    villages.extend(members.iter().filter_map(|(_, it)| village_of(source, it)));
    for id in villages {
        brought.extend(village(source, id, known)?);
    }
    let of_members = members.iter().filter_map(|(_, it)| it.person_id.as_deref());
    let people: BTreeSet<&str> = wanted.people.keys().copied().chain(of_members).collect();
    for id in people {
        brought.extend(person(source, id, known, findings)?);
    }
    for (at, member) in members {
        brought.extend(seat(
            source,
            (at, member),
            wanted,
            unstated,
            known,
            findings,
        )?);
    }
    Ok(brought.into_iter().map(Command::Roster).collect())
}

/// Returns the memberships of the body whose person the document describes.
fn memberships<'s, 'd>(
    source: &'s Source<'d>,
) -> impl Iterator<Item = (usize, &'d Membership)> + use<'s, 'd> {
    let all = source.document.memberships.iter().enumerate();
    all.filter(|(_, it)| {
        it.organization_id.as_deref() == Some(source.organization)
            && (it.person_id.as_deref()).is_some_and(|person| source.persons.contains_key(person))
    })
}

fn village_of<'d>(source: &Source<'d>, member: &'d Membership) -> Option<&'d str> {
    let behalf = member.on_behalf_of_id.as_deref();
    behalf.filter(|it| *it != source.organization)
}

/// Returns the role a person has in the body, and the village the person speaks for.
pub(super) fn standing_of<'d>(
    source: &Source<'d>,
    person: &str,
    unstated: &Unstated,
) -> Result<Option<(Line, Option<&'d str>)>, Fault> {
    let Some((at, member)) =
        memberships(source).find(|(_, it)| it.person_id.as_deref() == Some(person))
    else {
        return Ok(None);
    };
    Ok(Some((
        role(at, member, unstated)?,
        village_of(source, member),
    )))
}

fn role(at: usize, member: &Membership, unstated: &Unstated) -> Result<Line, Fault> {
    let role = line(member.role.as_deref(), || format!("memberships[{at}].role"))?;
    Ok(role.unwrap_or_else(|| unstated.role.clone()))
}

fn village(
    source: &Source<'_>,
    id: &str,
    known: &mut Known,
) -> Result<Option<roster::Command>, Fault> {
    let village = VillageId::from(id);
    if known.villages.contains_key(&village) {
        return Ok(None);
    }
    let mut name = source.organization_name(id)?;
    let key = name.key();
    if known.villages.values().any(|taken| *taken == key) {
        // Two groups of one name are two groups: the id tells them apart.
        let both = format!("{name} ({id})");
        let place = || "organizations".to_owned();
        name = line(Some(&both), place)?.unwrap_or(name);
    }
    known.villages.insert(village.clone(), name.key());
    let position = u32::try_from(known.villages.len()).unwrap_or(u32::MAX);
    Ok(Some(roster::Command::PutVillage(Village {
        figures: Vec::new(),

        id: village,
        name,
        standing: Standing::Joined,
        position,
        joined: None,
        left: None,
    })))
}

fn person(
    source: &Source<'_>,
    id: &str,
    known: &mut Known,
    findings: &mut Vec<Finding>,
) -> Result<Option<roster::Command>, Fault> {
    let Some(name) = source.person_name(id)? else {
        return Ok(None);
    };
    let person = PersonId::from(id);
    if let Some(kept) = known.people.get(&person) {
        if kept.key() != name.key() {
            findings.push(Finding::OtherName {
                person: id.to_owned(),
                kept: kept.to_string(),
                given: name.to_string(),
            });
        }
        return Ok(None);
    }
    known.people.insert(person.clone(), name.clone());
    Ok(Some(roster::Command::PutPerson(Person {
        woman: false,
        kin: Vec::new(),

        id: person,
        name,
    })))
}

fn seat(
    source: &Source<'_>,
    (at, member): (usize, &Membership),
    wanted: &Wanted<'_>,
    unstated: &Unstated,
    known: &mut Known,
    findings: &mut Vec<Finding>,
) -> Result<Option<roster::Command>, Fault> {
    let Some(person) = member.person_id.as_deref() else {
        return Ok(None);
    };
    let id = SeatId::from(match &member.id {
        Some(id) => id.clone(),
        None => {
            let start = member.start_date.as_ref().map(|it| format!("/{}", it.text));
            let start = start.unwrap_or_default();
            format!("{}/{person}{start}", source.organization)
        }
    });
    if !known.seats.insert(id.clone()) {
        return Ok(None);
    }
    let to = member.end_date.as_ref().and_then(last_day);
    let stated = member.start_date.as_ref().and_then(first_day);
    // A seat without a beginning was held by the day the session sat, or ended before.
    let from = stated.unwrap_or_else(|| to.map_or(wanted.day, |to| to.min(wanted.day)));
    if to.is_some_and(|to| to < from) {
        findings.push(Finding::SeatCrossed {
            person: person.to_owned(),
        });
        return Ok(None);
    }
    let counted_for = || wanted.people.get(person).copied().flatten();
    let village = village_of(source, member).or_else(counted_for);
    Ok(Some(roster::Command::PutSeat(Seat {
        households: None,
        shares: None,

        id,
        person: PersonId::from(person),
        village: village.map(VillageId::from),
        role: role(at, member, unstated)?,
        capacity: Capacity::Voting,
        from,
        to,
        counts: false,
    })))
}

fn first_day(moment: &Moment) -> Option<NaiveDate> {
    moment
        .day
        .or_else(|| month_of(moment).map(|(first, _)| first))
}

fn last_day(moment: &Moment) -> Option<NaiveDate> {
    moment
        .day
        .or_else(|| month_of(moment).map(|(_, last)| last))
}

/// Returns the first and the last day of what is only a year or a month.
fn month_of(moment: &Moment) -> Option<(NaiveDate, NaiveDate)> {
    let day = |text: String| text.parse::<NaiveDate>().ok();
    let first = day(format!("{}-01", moment.text));
    let first = first.map(|it| (it, crate::domain::dates::end_of_month(it)));
    first.or_else(|| {
        let first = day(format!("{}-01-01", moment.text))?;
        Some((first, NaiveDate::from_ymd_opt(first.year(), 12, 31)?))
    })
}
