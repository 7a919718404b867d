//! The steps a matter has to go: an ordered template copied into it, and what each body did.
//!
//! What was done is kept as entries, oldest first, and none is ever taken away; [`grid`] reads off them
//! where each village stands.

pub mod anew;
pub mod asking;
pub mod bodies;
mod change;
mod decide;
pub mod follow_up;
pub mod grid;
pub mod linked;
mod mend;
pub mod pressing;
mod reviews;
pub mod shipped;
pub mod stopped;
pub mod template;
pub mod term;
#[cfg(test)]
mod tests;

pub use change::{Command, Event, Refused, Taking, What, apply};
pub use decide::{decide, without_steps};
pub use reviews::Reviewed;
pub use template::{By, DayOf, Level, RecordKind, Shown, Template, TemplateStep, Wait, WaitFrom};

use super::Matter;
use super::intake::Fen;
use crate::domain::dates::Minute;
use crate::domain::ids::{MotionId, SessionId, TaskId, VillageId};
use crate::domain::refusal::Refusal;
use crate::domain::rule::{Partial, Rule};
use crate::domain::text::Line;
use crate::domain::vote::village::VillageDecision;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The steps a matter has to go, and what was done of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Path {
    /// The template, copied: a later edit changes no matter that is under way.
    pub template: Template,
    /// The day the steps were chosen.
    pub chosen: NaiveDate,
    /// What was chosen to become of the matter where some villages do not agree. Once a motion of it
    /// was put to the villages, that says it: [`Matter::assent`] is what holds.
    assent: Partial,
    /// The villages that are asked, in the order of lists.
    pub villages: Vec<Asked>,
    /// The days by which the villages are to be done, as they were set; the last one holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<Deadline>,
    /// What was done, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<Entry>,
    /// What villages contribute, as it was changed; the last of a village holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contributions: Vec<Contribution>,
}

/// A village that is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The village.
    pub village: VillageId,
    /// Since when and why, where it was added after the steps were chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub added: Option<Added>,
    /// The follow-up it has, where it was not asked on a motion with the others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<TaskId>,
}

/// That a village was added to a matter under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Added {
    /// The day.
    pub on: NaiveDate,
    /// Why; absent where it joined before the matter was decided, and so had to be asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
}

/// A day by which the villages are to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The village it is for; absent where it is for all that have none of their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub village: Option<VillageId>,
    /// The day; absent where it was lifted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<NaiveDate>,
    /// The day it was set.
    pub set: NaiveDate,
    /// Why it was moved; the first needs no reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
}

/// What a village contributes from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contribution {
    /// The village.
    pub village: VillageId,
    /// How much.
    pub amount: Fen,
    /// How much it was before.
    pub was: Fen,
    /// The day.
    pub on: NaiveDate,
    /// Why.
    pub reason: Line,
    /// The villages that had agreed by then, when it was another figure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreed: Vec<VillageId>,
}

/// That something was done of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The step, counted from 0.
    pub step: usize,
    /// The village; absent at the other levels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub village: Option<VillageId>,
    /// When it was entered.
    pub at: Minute,
    /// The day it was done, as it stands now.
    pub on: NaiveDate,
    /// What.
    pub taken: Taken,
    /// The day the notice of the meeting went out, where that is not the day of the step before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noticed: Option<NaiveDate>,
    /// Why what was agreed to was taken up once more (复议); absent where it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anew: Option<Line>,
    /// Why a term was not waited for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub early: Option<Line>,
    /// Who signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<Line>,
    /// The records kept of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<Record>,
    /// How its day was corrected.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moved: Vec<Moved>,
    /// How what was voted was corrected.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mended: Vec<Mended>,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Taken {
    /// The body voted.
    Voted {
        /// What it decided, with everything its proof rests on.
        decision: Box<VillageDecision>,
        /// The motion of the joint session on which the same decision stands.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        motion: Option<OfMotion>,
    },
    /// It was done, without a vote.
    Done {
        /// By whom.
        body: Line,
        /// Whether the body went along with it.
        agreed: bool,
        /// How many were entitled and came, where it was a meeting.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        turnout: Option<Turnout>,
    },
    /// It was taken together with the step before it.
    Merged,
    /// The village's board did it; the boards say on which day. What is entered are the records of it.
    Posted,
}

/// How many were entitled, and came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turnout {
    /// 应到.
    pub entitled: u32,
    /// 实到.
    pub present: u32,
}

/// A motion of the joint session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfMotion {
    /// Its session.
    pub session: SessionId,
    /// The motion.
    pub motion: MotionId,
}

/// A record that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// What it is.
    pub kind: RecordKind,
    /// Its number, and where it lies; or the path of a photo.
    pub paper: Line,
}

/// How a day was corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// From which day.
    pub from: NaiveDate,
    /// When it was corrected.
    pub at: Minute,
    /// Why.
    pub reason: Line,
}

/// How what a body voted was corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mended {
    /// As it was entered.
    pub was: Box<VillageDecision>,
    /// When it was corrected.
    pub at: Minute,
    /// Why.
    pub reason: Line,
}

impl Entry {
    /// Says whether the body went along; `None` where too few came to decide anything.
    #[must_use]
    pub fn agreed(&self) -> Option<bool> {
        match &self.taken {
            Taken::Voted { decision, .. } => decision.agreed(),
            Taken::Done { agreed, .. } => Some(*agreed),
            Taken::Merged | Taken::Posted => Some(true),
        }
    }

    /// Returns how many were entitled and came, where a body met and that is known.
    #[must_use]
    pub fn turnout(&self) -> Option<Turnout> {
        match &self.taken {
            Taken::Voted { decision, .. } => Some(decision.turnout()),
            Taken::Done { turnout, .. } => *turnout,
            Taken::Merged | Taken::Posted => None,
        }
    }

    /// Returns what a board that did a step comes to.
    fn posted(step: usize, village: Option<&VillageId>, on: NaiveDate) -> Self {
        Self {
            step,
            village: village.cloned(),
            at: Minute::on(on, chrono::NaiveTime::MIN),
            on,
            taken: Taken::Posted,
            noticed: None,
            anew: None,
            early: None,
            signed: None,
            records: Vec::new(),
            moved: Vec::new(),
            mended: Vec::new(),
        }
    }

    /// Returns where the record of it lies: its first paper, else whoever did it.
    #[must_use]
    pub fn paper(&self) -> Option<&Line> {
        let kept = self.records.first().map(|it| &it.paper);
        match &self.taken {
            Taken::Voted { decision, .. } => Some(&decision.paper),
            Taken::Done { body, .. } => kept.or(Some(body)),
            Taken::Merged | Taken::Posted => kept,
        }
    }

    /// Returns the rule it was decided by, where it was a vote.
    #[must_use]
    pub fn rule(&self) -> Option<&Rule> {
        match &self.taken {
            Taken::Voted { decision, .. } => Some(&decision.rule),
            Taken::Done { .. } | Taken::Merged | Taken::Posted => None,
        }
    }

    /// Says whether a record of a kind is kept of it. The paper of a decision is its record.
    #[must_use]
    pub fn keeps(&self, kind: RecordKind) -> bool {
        let voted = matches!(self.taken, Taken::Voted { .. });
        voted && kind == RecordKind::Minutes || self.records.iter().any(|it| it.kind == kind)
    }
}

impl Path {
    /// Returns the day by which the villages are to be done that have none of their own.
    #[must_use]
    pub fn deadline(&self) -> Option<NaiveDate> {
        let mut all = self.deadlines.iter().rev();
        all.find(|it| it.village.is_none()).and_then(|it| it.by)
    }

    /// Returns the day by which a village is to be done: its own, else that of all. One that was over before the
    /// village was asked at all is none of it.
    #[must_use]
    pub fn deadline_of(&self, village: &VillageId) -> Option<NaiveDate> {
        let came = self.came(village);
        let of_all = || self.deadline().filter(|by| came <= Some(*by));
        self.own_deadline(village).or_else(of_all)
    }

    /// Returns the day that was set for a village alone.
    #[must_use]
    pub fn own_deadline(&self, village: &VillageId) -> Option<NaiveDate> {
        let mut all = self.deadlines.iter().rev();
        let own = all.find(|it| it.village.as_ref() == Some(village));
        own.and_then(|it| it.by)
    }

    /// Returns what was done of a step at one place, oldest first, each with its number.
    pub fn tries<'p>(
        &'p self,
        step: usize,
        village: Option<&'p VillageId>,
    ) -> impl DoubleEndedIterator<Item = (usize, &'p Entry)> {
        let all = self.entries.iter().enumerate();
        all.filter(move |(_, it)| it.step == step && it.village.as_ref() == village)
    }

    /// Returns what a village did not agree to before its body was to decide, as it stands: it comes to no
    /// decision of that body, and the village does not go on.
    #[must_use]
    pub fn stopped_before<'p>(&'p self, village: &'p VillageId) -> Option<&'p Entry> {
        let mut before = 0..self.template.decider()?;
        before.find_map(|step| {
            let tries = self.tries(step, Some(village)).rev().map(|(_, it)| it);
            let mut heard = tries.filter(|it| it.agreed().is_some());
            heard.next().filter(|it| it.agreed() == Some(false))
        })
    }

    /// Says whether a village is asked.
    #[must_use]
    pub fn asks(&self, village: &VillageId) -> bool {
        self.villages.iter().any(|it| it.village == *village)
    }
}

impl Matter {
    /// Returns what becomes of it where some villages do not agree: as the motion that was put to them
    /// says; before there is one, as its steps were chosen. `None` where neither is.
    #[must_use]
    pub fn assent(&self) -> Option<Partial> {
        let chosen = self.path.as_ref().map(|path| path.assent);
        self.assent_by_motion().or(chosen)
    }

    /// Returns what the last motion says of it that was put to the villages, or was voted by a rule that
    /// says it.
    #[must_use]
    pub fn assent_by_motion(&self) -> Option<Partial> {
        let hearings = self.hearings.iter().rev();
        let mut motions = hearings.flat_map(|it| it.motions.iter().rev());
        motions.find_map(|motion| motion.assent)
    }
}

/// Makes a refusal of the rules of a path.
pub(super) fn refuse(why: Refused) -> Refusal {
    super::Refused::Path(why).into()
}
