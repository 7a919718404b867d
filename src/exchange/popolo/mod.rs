//! Popolo documents: organizations, persons, sessions, motions and every named vote.
//!
//! It is other people's format: unknown fields are passed over, unclean characters are removed and
//! reported. What would change a count silently is refused with its place and cause. Ids keep the
//! source's spelling; references to what a partial document does not hold are left as they are,
//! except voters, who must be among the persons.

pub mod compare;
mod fault;
mod fields;
pub mod import;
mod json;
mod moment;
mod read;

pub use fault::{Cause, Cleaned, Fault, Kind};
pub use json::DEEPEST;
pub use moment::Moment;
pub use read::{MOST_BYTES, Reading, parse, read};

use crate::domain::ids::GroupId;
use crate::domain::vote::tally::Voice;
use std::collections::{BTreeMap, HashSet};

/// What one document says. A collection that the document leaves out is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The bodies that sit.
    pub organizations: Vec<Organization>,
    /// The people, voters among them.
    pub persons: Vec<Person>,
    /// Who belongs to which body.
    pub memberships: Vec<Membership>,
    /// The sessions.
    pub events: Vec<Event>,
    /// What was moved.
    pub motions: Vec<Motion>,
    /// The votes; `None` where the document does not speak of any.
    pub vote_events: Option<Vec<VoteEvent>>,
}

impl Document {
    /// Returns the votes of a document that is to be counted.
    ///
    /// # Errors
    /// [`Cause::MissingField`] when the document has no `vote_events`: counting nothing silently
    /// would look like agreement.
    pub fn votes(&self) -> Result<&[VoteEvent], Fault> {
        self.vote_events.as_deref().ok_or_else(|| Fault {
            path: "vote_events".to_owned(),
            cause: Cause::MissingField,
        })
    }

    /// Returns the groups its voters may be of, each with its id and its name: every body of it that holds
    /// no vote, and whatever else its votes name, in the order of their ids.
    #[must_use]
    pub fn groups(&self) -> Vec<(String, String)> {
        let events = || self.vote_events.iter().flatten();
        let votes: HashSet<&str> = events()
            .filter_map(|event| event.organization_id.as_deref())
            .collect();
        let bodies = self.organizations.iter();
        let bodies = bodies.filter(|body| !votes.contains(body.id.as_str()));
        let named = bodies.map(|body| {
            let name = body.name.as_ref().unwrap_or(&body.id);
            (body.id.clone(), name.clone())
        });
        let mut groups: BTreeMap<String, String> = named.collect();
        for vote in events().flat_map(|event| &event.votes) {
            if let Some(group) = &vote.group_id {
                let id = group.as_str();
                groups.entry(id.to_owned()).or_insert_with(|| id.to_owned());
            }
        }
        groups.into_iter().collect()
    }
}

/// A body that sits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// Its id in the source.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The id in the source.
    pub id: String,
    /// The name.
    pub name: Option<String>,
}

/// A person's place in a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// Its id in the source.
    pub id: Option<String>,
    /// Who.
    pub person_id: Option<String>,
    /// Where.
    pub organization_id: Option<String>,
    /// For whom, where a member speaks for a body of its own.
    pub on_behalf_of_id: Option<String>,
    /// As what.
    pub role: Option<String>,
    /// From when.
    pub start_date: Option<Moment>,
    /// Until when.
    pub end_date: Option<Moment>,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its id in the source.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// The body that sat.
    pub organization_id: Option<String>,
    /// Where.
    pub location: Option<String>,
    /// When it began.
    pub start_date: Option<Moment>,
    /// When it ended.
    pub end_date: Option<Moment>,
    /// What was on the agenda, in its order.
    pub agenda: Vec<AgendaItem>,
    /// Who was there.
    pub attendees: Vec<Attendee>,
}

/// A point of an agenda. The tree is in the numbers: `2.1` stands under `2`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaItem {
    /// The number as printed.
    pub number: Option<String>,
    /// The title.
    pub title: Option<String>,
}

/// A person on a list of attendance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendee {
    /// Who; not necessarily one of the persons.
    pub person_id: String,
    /// There or not.
    pub status: Option<Status>,
}

/// Whether somebody was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// There.
    Present,
    /// Not there.
    Absent,
    /// Any other word of the source.
    Other(String),
}

/// What was moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Motion {
    /// Its id in the source.
    pub id: String,
    /// The session it was moved in.
    pub legislative_session_id: Option<String>,
    /// The body it was moved in.
    pub organization_id: Option<String>,
    /// The number of its point of the agenda.
    pub agenda_item: Option<String>,
    /// The wording.
    pub text: Option<String>,
    /// When it was moved.
    pub date: Option<Moment>,
    /// Who moved it.
    pub creator: Option<Mention>,
    /// Who seconded it.
    pub seconder: Option<Mention>,
}

/// A person named in passing, by id, by name or by both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The id in the source.
    pub id: Option<String>,
    /// The name.
    pub name: Option<String>,
}

/// One vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoteEvent {
    /// Its id in the source.
    pub id: String,
    /// What was voted on.
    pub motion_id: Option<String>,
    /// The session it was held in.
    pub legislative_session_id: Option<String>,
    /// The body that voted.
    pub organization_id: Option<String>,
    /// When it began.
    pub start_date: Option<Moment>,
    /// When it ended.
    pub end_date: Option<Moment>,
    /// Every voter's voice: the roll and the presence of this vote.
    pub votes: Vec<Vote>,
    /// The published result.
    pub result: Option<Published>,
    /// The published result of each group.
    pub group_results: Vec<GroupResult>,
    /// The published numbers.
    pub counts: Vec<Count>,
}

impl VoteEvent {
    /// Says whether two accounts of a vote say the same, in whatever order they list the voters.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        fn sorted(event: &VoteEvent) -> VoteEvent {
            let mut event = event.clone();
            event
                .votes
                .sort_by(|one, two| one.voter_id.cmp(&two.voter_id));
            event
        }
        self == other || sorted(self) == sorted(other)
    }
}

/// What one voter did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// Who; one of the persons.
    pub voter_id: String,
    /// What.
    pub option: Voice,
    /// The group the voter is counted in.
    pub group_id: Option<GroupId>,
}

/// A result as it was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Published {
    /// `pass`.
    Pass,
    /// `fail`.
    Fail,
}

impl Published {
    /// Returns the result that says so.
    #[must_use]
    pub fn of(passed: bool) -> Self {
        if passed { Self::Pass } else { Self::Fail }
    }

    /// Returns the word of the format.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
        }
    }
}

/// The published result of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupResult {
    /// The group.
    pub group_id: GroupId,
    /// Its result.
    pub result: Published,
}

/// A published number of voters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// Who were counted; `None` for all voters.
    pub group_id: Option<GroupId>,
    /// What they did.
    pub option: Voice,
    /// How many they were.
    pub value: u32,
}

/// Returns the word of the format for what a voter did.
#[must_use]
pub fn word(voice: Voice) -> &'static str {
    match voice {
        Voice::For => "yes",
        Voice::Against => "no",
        Voice::Abstain => "abstain",
        Voice::NotVoting => "not voting",
        Voice::Absent => "absent",
        Voice::Recused => "recused",
    }
}

/// Returns what a word of the format says a voter did; `None` for any but the six.
#[must_use]
pub fn voice(word: &str) -> Option<Voice> {
    match word {
        "yes" => Some(Voice::For),
        "no" => Some(Voice::Against),
        "abstain" => Some(Voice::Abstain),
        "not voting" => Some(Voice::NotVoting),
        "absent" => Some(Voice::Absent),
        "recused" => Some(Voice::Recused),
        _ => None,
    }
}
