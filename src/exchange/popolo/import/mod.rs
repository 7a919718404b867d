//! From a document to what a committee files: one committee an organization, its sessions sealed as
//! they were published, every vote counted anew.
//!
//! Ids stay the source's. What only this program needs an id for is named after the source's: an
//! agenda item `<session>#<number>`, a seat `<organization>/<person>`.

mod finding;
mod motions;
mod names;
mod roster;
mod sitting;
mod sort;

pub use finding::Finding;
pub use names::committee_of;
pub use sitting::Sitting;
pub use sort::{Body, Gathered, Sorted, sort};

use super::compare::recount;
use super::{Cause, Document, Fault};
use crate::domain::ids::SessionId;
use crate::domain::rule::Rule;
use crate::domain::text::{Line, Text, TextFault};
use crate::domain::world::World;
use roster::Known;
use std::collections::{BTreeMap, BTreeSet};

/// What is written where a source is silent and the record cannot be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unstated {
    /// What somebody is in the body.
    pub role: Line,
    /// The title of a point of the agenda.
    pub item: Line,
    /// The wording of a motion.
    pub wording: Text,
    /// Why a motion was not voted.
    pub unvoted: Line,
}

/// What one organization's committee takes in of a document.
#[derive(Debug)]
pub struct Intake {
    /// The id of the organization.
    pub organization: String,
    /// Its name.
    pub name: Line,
    /// Its sessions, the earliest first.
    pub sittings: Vec<Sitting>,
}

/// What a committee has on file before it takes a document in.
#[derive(Debug, Default)]
pub struct OnFile {
    /// The world of its desk.
    pub world: World,
    /// The sessions of the document that are there already.
    pub sessions: BTreeSet<SessionId>,
}

/// Makes of a body's part of a document what its committee takes in. Every vote is counted under the
/// rule; sessions on file already are counted and compared all the same, but bring no people.
///
/// # Errors
/// [`Fault`] with the place of a text that is too long, or of a session without a day.
pub fn intake(
    sorted: &Sorted<'_>,
    body: &Body<'_>,
    rule: &Rule,
    unstated: &Unstated,
    on_file: &OnFile,
) -> Result<Intake, Fault> {
    let source = Source::new(sorted.document, body.organization);
    let mut known = Known::new(&on_file.world);
    let mut sittings = Vec::new();
    for session in &body.sessions {
        let fresh = !on_file
            .sessions
            .contains(&SessionId::from(session.event.id.as_str()));
        let sitting = sitting::sitting(&source, session, rule, unstated, &mut known, fresh)?;
        sittings.push(sitting);
    }
    Ok(Intake {
        organization: body.organization.to_owned(),
        name: source.committee_name()?,
        sittings,
    })
}

/// Counts the votes that belong to no session, so that no published number goes unheard.
#[must_use]
pub fn astray(sorted: &Sorted<'_>, rule: &Rule) -> Vec<Finding> {
    let of = |vote: &&super::VoteEvent| {
        let recount = recount(rule, vote);
        let differences = recount.differences.into_iter();
        differences
            .map(|difference| Finding::Vote {
                vote: vote.id.clone(),
                difference,
            })
            .collect::<Vec<_>>()
    };
    sorted.astray.iter().flat_map(of).collect()
}

/// A document and one of its bodies, with what is looked up in it.
struct Source<'d> {
    document: &'d Document,
    organization: &'d str,
    persons: BTreeMap<&'d str, usize>,
}

impl<'d> Source<'d> {
    fn new(document: &'d Document, organization: &'d str) -> Self {
        Self {
            document,
            organization,
            persons: document
                .persons
                .iter()
                .enumerate()
                .map(|(at, person)| (person.id.as_str(), at))
                .collect(),
        }
    }

    fn committee_name(&self) -> Result<Line, Fault> {
        self.organization_name(self.organization)
    }

    /// Returns the name of an organization; one that the document does not describe has its id.
    fn organization_name(&self, id: &str) -> Result<Line, Fault> {
        let found = (0..)
            .zip(&self.document.organizations)
            .find(|(_, it)| it.id == id);
        let (place, name) = match found {
            Some((at, it)) => (format!("organizations[{at}]"), it.name.as_deref()),
            None => ("organizations".to_owned(), None),
        };
        named(name, id, &place)
    }

    fn person_name(&self, id: &str) -> Result<Option<Line>, Fault> {
        let Some((at, person)) = self
            .persons
            .get(id)
            .and_then(|at| Some((*at, self.document.persons.get(*at)?)))
        else {
            return Ok(None);
        };
        named(person.name.as_deref(), id, &format!("persons[{at}]")).map(Some)
    }
}

/// Returns a name, or the id of what has none.
fn named(name: Option<&str>, id: &str, place: &str) -> Result<Line, Fault> {
    if let Some(name) = line(name, || format!("{place}.name"))? {
        return Ok(name);
    }
    line(Some(id), || format!("{place}.id"))?.ok_or_else(|| Fault {
        path: format!("{place}.id"),
        cause: Cause::MissingField,
    })
}

/// Returns a line of the source; a missing one and one of nothing but spaces are `None`.
fn line(raw: Option<&str>, place: impl FnOnce() -> String) -> Result<Option<Line>, Fault> {
    match raw.map(Line::new) {
        None | Some(Err(TextFault::Empty)) => Ok(None),
        Some(Ok(line)) => Ok(Some(line)),
        Some(Err(TextFault::TooLong { have, most })) => Err(too_long(place(), have, most)),
    }
}

/// Returns a text of the source; a missing one and one of nothing but spaces are `None`.
fn text(raw: Option<&str>, place: impl FnOnce() -> String) -> Result<Option<Text>, Fault> {
    match raw.map(Text::new) {
        None | Some(Err(TextFault::Empty)) => Ok(None),
        Some(Ok(text)) => Ok(Some(text).filter(|text| !text.is_empty())),
        Some(Err(TextFault::TooLong { have, most })) => Err(too_long(place(), have, most)),
    }
}

fn too_long(path: String, have: usize, most: usize) -> Fault {
    Fault {
        path,
        cause: Cause::TooLong { have, most },
    }
}
