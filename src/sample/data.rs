//! How the sample is written down. Days count from today, hours are of the session's day.

use crate::domain::entity;
use crate::domain::ids::{ItemId, MotionId, PersonId, SessionId, TaskId, VillageId};
use crate::domain::session::agenda::ItemKind;
use crate::domain::session::attendance::Excuse;
use crate::domain::session::minutes::EntryKind;
use crate::domain::text::{Line, Text};
use crate::domain::vote::{Choice, Effect};
use chrono::NaiveTime;
use serde::Deserialize;

const TEXT: &str = include_str!("sample.json");

/// Reads the sample.
///
/// # Errors
/// Only where the file that is compiled in is not of this shape, which a test rules out.
pub fn read() -> serde_json::Result<Sample> {
    entity::read(TEXT)
}

/// The sample committee.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    /// Its name.
    pub committee: Line,
    /// Its villages, the lead village first.
    pub villages: Vec<Named<VillageId>>,
    /// Its people.
    pub people: Vec<Named<PersonId>>,
    /// Their seats.
    pub seats: Vec<SeatOf>,
    /// The session that was held first and is sealed.
    pub first: Meeting,
    /// The session that was held last; its words are still to be tidied.
    pub second: Meeting,
    /// The session of today.
    pub ready: Meeting,
}

/// Somebody or something with a name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named<T> {
    /// The id.
    pub id: T,
    /// The name.
    pub name: Line,
}

/// A seat, held long before the first session.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeatOf {
    /// Who holds it.
    pub person: PersonId,
    /// For which village; area-wide where absent.
    pub village: Option<VillageId>,
    /// The role.
    pub role: Line,
    /// Whether it is the one that counts.
    #[serde(default)]
    pub counts: bool,
    /// Whether it only attends.
    #[serde(default)]
    pub observer: bool,
}

/// A session and what was said and decided in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// The id.
    pub id: SessionId,
    /// Which regular session it is.
    pub ordinal: u32,
    /// The day.
    pub day: i64,
    /// The hour it is to begin.
    pub start: NaiveTime,
    /// Where.
    pub place: Line,
    /// Who chairs.
    pub chair: PersonId,
    /// Who records.
    pub recorder: PersonId,
    /// The day of the notice.
    pub notice: i64,
    /// The agenda.
    pub items: Vec<ItemOf>,
    /// Those who were not there, and why.
    #[serde(default)]
    pub roll: Vec<Missing>,
    /// When it was opened.
    pub opened: Option<NaiveTime>,
    /// When it was closed.
    pub closed: Option<NaiveTime>,
    /// How it was sealed.
    pub sealed: Option<SealedBy>,
}

/// Somebody excused.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Missing {
    /// Who.
    pub who: PersonId,
    /// Why.
    pub excuse: Excuse,
}

/// Who signed, when, and where the paper lies.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealedBy {
    /// Who signed.
    pub by: Line,
    /// The day.
    pub on: i64,
    /// Where the paper lies.
    pub paper: Line,
}

/// An item of an agenda.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemOf {
    /// The id.
    pub id: ItemId,
    /// The title.
    pub title: Line,
    /// The kind.
    pub kind: ItemKind,
    /// Minutes planned.
    pub planned: u32,
    /// Who reports on it.
    pub presenter: Option<PersonId>,
    /// Villages concerned.
    #[serde(default)]
    pub villages: Vec<VillageId>,
    /// From when to when it was dealt with.
    pub ran: Option<(NaiveTime, NaiveTime)>,
    /// What was said.
    #[serde(default)]
    pub entries: Vec<Said>,
    /// What was voted.
    pub motion: Option<Voted>,
    /// What is to be followed up.
    #[serde(default)]
    pub tasks: Vec<FollowUp>,
}

/// An entry of the minutes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// When.
    pub at: NaiveTime,
    /// What it is.
    pub kind: EntryKind,
    /// The words.
    pub words: Text,
}

/// A motion and its vote: everybody for, but for the marks.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voted {
    /// The id.
    pub id: MotionId,
    /// When it was moved.
    pub at: NaiveTime,
    /// The words.
    pub words: Text,
    /// Who moved it.
    pub mover: Option<PersonId>,
    /// Who seconded it.
    pub seconder: Option<PersonId>,
    /// Villages concerned.
    #[serde(default)]
    pub villages: Vec<VillageId>,
    /// Decides, where absent.
    pub effect: Option<Effect>,
    /// When the vote was opened.
    pub open: NaiveTime,
    /// Those who did not vote for it.
    pub marks: Vec<Marked>,
    /// When the vote ended.
    pub ended: NaiveTime,
    /// When the result was announced.
    pub announced: NaiveTime,
}

/// What somebody did in a vote.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Marked {
    /// Who.
    pub who: PersonId,
    /// What.
    pub choice: Choice,
}

/// A follow-up and what became of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// The id.
    pub id: TaskId,
    /// What is to be done.
    pub what: Line,
    /// By whom.
    pub owner: PersonId,
    /// In which village.
    pub village: Option<VillageId>,
    /// By which day.
    pub due: Option<i64>,
    /// How its date was moved.
    pub moved: Option<MovedTo>,
    /// How it was done.
    pub done: Option<DoneOn>,
}

/// A date moved.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MovedTo {
    /// The day it was moved.
    pub on: i64,
    /// The new date.
    pub to: i64,
    /// Why.
    pub reason: Line,
}

/// A follow-up done.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoneOn {
    /// The day.
    pub on: i64,
    /// What was seen.
    pub note: Line,
    /// Who signed it off.
    pub by: Line,
    /// On which paper.
    pub paper: Line,
}
