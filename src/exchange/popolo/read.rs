//! From bytes to a document.

use super::fault::{Cause, Cleaned, Fault};
use super::fields::{Cleaner, Fields, unique};
use super::json::{self, Json, Place};
use super::{
    AgendaItem, Attendee, Count, Document, Event, GroupResult, Membership, Mention, Motion,
    Organization, Person, Published, Status, Vote, VoteEvent, voice,
};
use crate::domain::ids::GroupId;
use crate::domain::vote::tally::Voice;
use std::collections::HashSet;
use std::io::Read;

/// The largest file that is read, in bytes.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// The collections of the format; a document has at least one of them.
const COLLECTIONS: [&str; 6] = [
    "organizations",
    "persons",
    "memberships",
    "events",
    "motions",
    "vote_events",
];

/// A document that was taken in, and what was cleaned on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What it says.
    pub document: Document,
    /// The unclean characters that were removed, place by place.
    pub cleaned: Vec<Cleaned>,
}

/// Reads a document from a file or a stream, at most [`MOST_BYTES`] of it.
///
/// # Errors
/// [`Fault`] with the first place that is wrong.
pub fn read(from: impl Read) -> Result<Reading, Fault> {
    let mut bytes = Vec::new();
    from.take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Fault::whole(Cause::Unreadable(error.kind())))?;
    parse(&bytes)
}

/// Reads a document.
///
/// # Errors
/// [`Fault`] with the first place that is wrong.
pub fn parse(bytes: &[u8]) -> Result<Reading, Fault> {
    if u64::try_from(bytes.len()).is_ok_and(|len| len > MOST_BYTES) {
        return Err(Fault::whole(Cause::TooLarge { most: MOST_BYTES }));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        Fault::whole(Cause::NotUtf8 {
            offset: error.valid_up_to(),
        })
    })?;
    let (text, dropped) = match text.strip_prefix('\u{feff}') {
        Some(rest) => (rest, 1),
        None => (text, 0),
    };
    match json::parse(text) {
        Ok((tree, in_keys)) => reading(&tree, dropped + in_keys),
        // only a text that is refused is looked through for what JSON forbids inside strings
        Err(fault) => {
            let (tidy, raw) = json::without_raw_controls(text).ok_or(fault)?;
            let (tree, in_keys) = json::parse(&tidy)?;
            reading(&tree, dropped + raw + in_keys)
        }
    }
}

fn reading(tree: &Json, dropped: usize) -> Result<Reading, Fault> {
    let mut cleaner = Cleaner::default();
    cleaner.drop_at(String::new(), dropped);
    let document = document(tree, &mut cleaner)?;
    Ok(Reading {
        document,
        cleaned: cleaner.cleaned,
    })
}

fn document(tree: &Json, cleaner: &mut Cleaner) -> Result<Document, Fault> {
    let root = Fields::new(tree, Place::Root).map_err(|_| Fault::whole(Cause::NotPopolo))?;
    let mut any = false;
    for name in COLLECTIONS {
        any |= root.list(name)?.is_some();
    }
    if !any {
        return Err(Fault::whole(Cause::NotPopolo));
    }
    let organizations = {
        let mut known = HashSet::new();
        root.objects("organizations", |fields| {
            Ok(Organization {
                id: cleaner.id(fields, &mut known)?,
                name: cleaner.text(fields, "name")?,
            })
        })?
    };
    let mut people = HashSet::new();
    let persons = root.objects("persons", |fields| {
        Ok(Person {
            id: cleaner.id(fields, &mut people)?,
            name: cleaner.text(fields, "name")?,
        })
    })?;
    let mut known = HashSet::new();
    let memberships = root.objects("memberships", |fields| {
        membership(fields, cleaner, &mut known)
    })?;
    let mut known = HashSet::new();
    let events = root.objects("events", |fields| event(fields, cleaner, &mut known))?;
    let mut known = HashSet::new();
    let motions = root.objects("motions", |fields| motion(fields, cleaner, &mut known))?;
    let mut known = HashSet::new();
    let vote_events = root.objects("vote_events", |fields| {
        vote_event(fields, cleaner, &mut known, &people)
    })?;
    Ok(Document {
        organizations: organizations.unwrap_or_default(),
        persons: persons.unwrap_or_default(),
        memberships: memberships.unwrap_or_default(),
        events: events.unwrap_or_default(),
        motions: motions.unwrap_or_default(),
        vote_events,
    })
}

fn membership(
    fields: &Fields,
    cleaner: &mut Cleaner,
    known: &mut HashSet<String>,
) -> Result<Membership, Fault> {
    let id = cleaner.text(fields, "id")?;
    if let Some(id) = &id {
        unique(fields, known, id)?;
    }
    Ok(Membership {
        id,
        person_id: cleaner.text(fields, "person_id")?,
        organization_id: cleaner.text(fields, "organization_id")?,
        on_behalf_of_id: cleaner.text(fields, "on_behalf_of_id")?,
        role: cleaner.text(fields, "role")?,
        start_date: cleaner.moment(fields, "start_date")?,
        end_date: cleaner.moment(fields, "end_date")?,
    })
}

fn event(
    fields: &Fields,
    cleaner: &mut Cleaner,
    known: &mut HashSet<String>,
) -> Result<Event, Fault> {
    Ok(Event {
        id: cleaner.id(fields, known)?,
        name: cleaner.text(fields, "name")?,
        organization_id: cleaner.text(fields, "organization_id")?,
        location: cleaner.text(fields, "location")?,
        start_date: cleaner.moment(fields, "start_date")?,
        end_date: cleaner.moment(fields, "end_date")?,
        agenda: fields
            .objects("agenda", |item| {
                Ok(AgendaItem {
                    number: cleaner.label(item, "number")?,
                    title: cleaner.text(item, "title")?,
                })
            })?
            .unwrap_or_default(),
        attendees: fields
            .objects("attendees", |person| {
                Ok(Attendee {
                    person_id: cleaner.required(person, "person_id")?,
                    status: cleaner.text(person, "status")?.map(status),
                })
            })?
            .unwrap_or_default(),
    })
}

fn status(word: String) -> Status {
    match word.as_str() {
        "present" => Status::Present,
        "absent" => Status::Absent,
        _ => Status::Other(word),
    }
}

fn motion(
    fields: &Fields,
    cleaner: &mut Cleaner,
    known: &mut HashSet<String>,
) -> Result<Motion, Fault> {
    Ok(Motion {
        id: cleaner.id(fields, known)?,
        legislative_session_id: cleaner.text(fields, "legislative_session_id")?,
        organization_id: cleaner.text(fields, "organization_id")?,
        agenda_item: cleaner.label(fields, "agenda_item")?,
        text: cleaner.text(fields, "text")?,
        date: cleaner.moment(fields, "date")?,
        creator: mention(fields, cleaner, "creator", "creator_id")?,
        seconder: mention(fields, cleaner, "seconder", "seconder_id")?,
    })
}

/// Reads somebody named as an object, as a bare name, by an id beside it, or not at all.
fn mention(
    fields: &Fields,
    cleaner: &mut Cleaner,
    key: &str,
    id_key: &str,
) -> Result<Option<Mention>, Fault> {
    let (id, name) = match fields.get(key)? {
        None => (None, None),
        Some(Json::Text(_)) => (None, cleaner.text(fields, key)?),
        Some(object) => {
            let person = Fields::new(object, Place::Field(&fields.place, key))?;
            (cleaner.text(&person, "id")?, cleaner.text(&person, "name")?)
        }
    };
    let id = match cleaner.text(fields, id_key)? {
        Some(beside) => Some(beside),
        None => id,
    };
    Ok((id.is_some() || name.is_some()).then_some(Mention { id, name }))
}

fn vote_event(
    fields: &Fields,
    cleaner: &mut Cleaner,
    known: &mut HashSet<String>,
    people: &HashSet<String>,
) -> Result<VoteEvent, Fault> {
    let id = cleaner.id(fields, known)?;
    let mut voted = HashSet::new();
    let votes = fields
        .objects("votes", |vote| one_vote(vote, cleaner, people, &mut voted))?
        .ok_or_else(|| fields.fault("votes", Cause::NoVotes))?;
    Ok(VoteEvent {
        id,
        motion_id: cleaner.text(fields, "motion_id")?,
        legislative_session_id: cleaner.text(fields, "legislative_session_id")?,
        organization_id: cleaner.text(fields, "organization_id")?,
        start_date: cleaner.moment(fields, "start_date")?,
        end_date: cleaner.moment(fields, "end_date")?,
        votes,
        result: match fields.get("result")? {
            None => None,
            Some(_) => Some(published(fields, cleaner)?),
        },
        group_results: fields
            .objects("group_results", |row| {
                Ok(GroupResult {
                    group_id: group(row, cleaner)?
                        .ok_or_else(|| row.fault("group_id", Cause::MissingField))?,
                    result: published(row, cleaner)?,
                })
            })?
            .unwrap_or_default(),
        counts: fields
            .objects("counts", |row| {
                Ok(Count {
                    group_id: group(row, cleaner)?,
                    option: option(row, cleaner)?,
                    value: row.number("value")?,
                })
            })?
            .unwrap_or_default(),
    })
}

fn one_vote(
    fields: &Fields,
    cleaner: &mut Cleaner,
    people: &HashSet<String>,
    voted: &mut HashSet<String>,
) -> Result<Vote, Fault> {
    let voter_id = cleaner.required(fields, "voter_id")?;
    if !people.contains(&voter_id) {
        return Err(fields.fault("voter_id", Cause::UnknownPerson(voter_id)));
    }
    if !voted.insert(voter_id.clone()) {
        return Err(fields.fault("voter_id", Cause::VotedTwice(voter_id)));
    }
    let option = option(fields, cleaner)?;
    fields.weighs_one("weight")?;
    Ok(Vote {
        voter_id,
        option,
        group_id: group(fields, cleaner)?,
    })
}

/// Reads a group by its id, or as the object that the format allows in its place.
fn group(fields: &Fields, cleaner: &mut Cleaner) -> Result<Option<GroupId>, Fault> {
    let id = match cleaner.text(fields, "group_id")? {
        Some(id) => Some(id),
        None => match fields.get("group")? {
            None => None,
            Some(object) => {
                let group = Fields::new(object, Place::Field(&fields.place, "group"))?;
                match cleaner.text(&group, "id")? {
                    Some(id) => Some(id),
                    None => cleaner.text(&group, "name")?,
                }
            }
        },
    };
    Ok(id.map(GroupId::from))
}

fn option(fields: &Fields, cleaner: &mut Cleaner) -> Result<Voice, Fault> {
    let word = cleaner.required(fields, "option")?;
    voice(&word).ok_or_else(|| fields.fault("option", Cause::UnknownOption(word)))
}

fn published(fields: &Fields, cleaner: &mut Cleaner) -> Result<Published, Fault> {
    let word = cleaner.required(fields, "result")?;
    match word.as_str() {
        "pass" => Ok(Published::Pass),
        "fail" => Ok(Published::Fail),
        _ => Err(fields.fault("result", Cause::UnknownResult(word))),
    }
}
