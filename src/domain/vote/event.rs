//! What happened to a motion.

use super::agreement::Agreement;
use super::by_village::VillageVote;
use super::hands::Hands;
use super::secret::{BallotCount, Issued};
use super::slate::{Contender, Sheet, Slate, Tellers};
use super::{Choice, Dropped, Effect, Motion, Sequel, VoteResult, Voter, Wording};
use crate::domain::dates::Minute;
use crate::domain::ids::{MotionId, PersonId, SessionId, VillageId};
use crate::domain::rule::{Method, Rule};
use crate::domain::text::Line;
use serde::{Deserialize, Serialize};

/// What happened to a motion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum Event {
    /// It was drafted.
    #[serde(rename = "vote.motion")]
    Drafted {
        /// The motion.
        motion: Box<Motion>,
    },
    /// It was worded anew.
    #[serde(rename = "vote.reworded")]
    Reworded {
        /// The session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// The wording.
        wording: Wording,
    },
    /// Its villages or its effect were set.
    #[serde(rename = "vote.framed")]
    Framed {
        /// The session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// Villages concerned.
        villages: Vec<VillageId>,
        /// Decides, or proposes.
        effect: Effect,
    },
    /// It was taken back.
    #[serde(rename = "vote.withdrawn")]
    Withdrawn {
        /// The session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Line>,
    },
    /// Its vote was opened; rule and 应到会 are copied here.
    #[serde(rename = "vote.opened")]
    Opened {
        /// The session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// When.
        at: Minute,
        /// The rule.
        rule: Box<Rule>,
        /// 应到会, in the order they are asked.
        voters: Vec<Voter>,
        /// How it is taken.
        #[serde(default, skip_serializing_if = "Method::is_by_name")]
        method: Method,
        /// Who or what may be taken, where the rule asks for more than for and against.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        slate: Option<Box<Slate>>,
    },
    /// Contenders were put on its ballot.
    #[serde(rename = "vote.slate")]
    SlateSet {
        /// The session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// How many are to be taken.
        seats: u32,
        /// Who or what may be, in the order of the ballot.
        contenders: Vec<Contender>,
    },
    /// Who watches the count and who counts was named.
    #[serde(rename = "vote.tellers")]
    TellersNamed {
        /// The session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// Who.
        tellers: Tellers,
    },
    /// The hands for each contender were counted.
    #[serde(rename = "vote.slate_counted")]
    SlateCounted {
        /// The session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// The hands.
        sheet: Sheet,
    },
    /// The hands were counted.
    #[serde(rename = "vote.hands")]
    HandsCounted {
        /// The session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// The hands.
        hands: Hands,
    },
    /// The papers of a secret ballot were given out.
    #[serde(rename = "vote.papers")]
    PapersIssued {
        /// The session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// To whom, when.
        issued: Issued,
    },
    /// The papers were counted, the first time or the second.
    #[serde(rename = "vote.papers_counted")]
    PapersCounted {
        /// The session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// The count.
        count: BallotCount,
    },
    /// A village was heard.
    #[serde(rename = "vote.village")]
    VillageHeard {
        /// The session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// The village and what it said.
        vote: VillageVote,
    },
    /// What a village said was taken back.
    #[serde(rename = "vote.village_cleared")]
    VillageCleared {
        /// The session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// The village; absent for area-wide seats.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        village: Option<VillageId>,
    },
    /// It was linked with a motion that excludes it, or the link was taken away.
    #[serde(rename = "vote.excludes")]
    Excluded {
        /// The session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// The other.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        other: Option<MotionId>,
    },
    /// It was agreed without a vote.
    #[serde(rename = "vote.agreed")]
    Agreed {
        /// The session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// Who was asked, when, by what rule.
        agreement: Box<Agreement>,
    },
    /// A mark was taken down.
    #[serde(rename = "vote.taken")]
    Taken {
        /// The session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// Who.
        person: PersonId,
        /// What.
        choice: Choice,
        /// Only proposed.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pencilled: bool,
    },
    /// A mark was taken away.
    #[serde(rename = "vote.cleared")]
    Cleared {
        /// The session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// Whose.
        person: PersonId,
    },
    /// The vote was ended and counted.
    #[serde(rename = "vote.counted")]
    Counted {
        /// The session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// The count with its proof.
        result: Box<VoteResult>,
    },
    /// The result was announced.
    #[serde(rename = "vote.announced")]
    Announced {
        /// The session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// When.
        at: Minute,
    },
    /// The room was told that its result was put right.
    #[serde(rename = "vote.told")]
    Told {
        /// The session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// When.
        at: Minute,
    },
    /// What was cast by proxy counts no more.
    #[serde(rename = "vote.proxy_dropped")]
    ProxyDropped {
        /// The session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// Whose, cast by whom, and why not.
        dropped: Dropped,
    },
    /// A step was taken after its vote was announced.
    #[serde(rename = "vote.followed")]
    Followed {
        /// The session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// The step.
        sequel: Sequel,
    },
}

impl Event {
    /// Returns the session it is about.
    #[must_use]
    pub fn session(&self) -> &SessionId {
        match self {
            Self::Drafted { motion } => &motion.session,
            Self::Reworded { session, .. }
            | Self::Framed { session, .. }
            | Self::Withdrawn { session, .. }
            | Self::Opened { session, .. }
            | Self::SlateSet { session, .. }
            | Self::TellersNamed { session, .. }
            | Self::SlateCounted { session, .. }
            | Self::HandsCounted { session, .. }
            | Self::PapersIssued { session, .. }
            | Self::PapersCounted { session, .. }
            | Self::VillageHeard { session, .. }
            | Self::VillageCleared { session, .. }
            | Self::Excluded { session, .. }
            | Self::Agreed { session, .. }
            | Self::Taken { session, .. }
            | Self::Cleared { session, .. }
            | Self::ProxyDropped { session, .. }
            | Self::Counted { session, .. }
            | Self::Announced { session, .. }
            | Self::Told { session, .. }
            | Self::Followed { session, .. } => session,
        }
    }

    /// Returns the motion it is about.
    #[must_use]
    pub fn motion(&self) -> &MotionId {
        match self {
            Self::Drafted { motion } => &motion.id,
            Self::Reworded { motion, .. }
            | Self::Framed { motion, .. }
            | Self::Withdrawn { motion, .. }
            | Self::Opened { motion, .. }
            | Self::SlateSet { motion, .. }
            | Self::TellersNamed { motion, .. }
            | Self::SlateCounted { motion, .. }
            | Self::HandsCounted { motion, .. }
            | Self::PapersIssued { motion, .. }
            | Self::PapersCounted { motion, .. }
            | Self::VillageHeard { motion, .. }
            | Self::VillageCleared { motion, .. }
            | Self::Excluded { motion, .. }
            | Self::Agreed { motion, .. }
            | Self::Taken { motion, .. }
            | Self::Cleared { motion, .. }
            | Self::ProxyDropped { motion, .. }
            | Self::Counted { motion, .. }
            | Self::Announced { motion, .. }
            | Self::Told { motion, .. }
            | Self::Followed { motion, .. } => motion,
        }
    }
}
