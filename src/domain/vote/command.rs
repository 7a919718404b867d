//! What may be asked of motions and votes.

use super::by_village::Says;
use super::hands::Hands;
use super::secret::BallotCount;
use super::slate::{Contender, Sheet, Tellers};
use super::{Choice, Effect, Motion, Next, Wording};
use crate::domain::dates::Minute;
use crate::domain::ids::{MotionId, PersonId, SessionId, VillageId};
use crate::domain::rule::Method;
use crate::domain::text::Line;

/// What may be asked of motions and votes.
#[derive(Debug, Clone, PartialEq, Eq)]
// A command lives for one keypress; a box would only make every caller wrap its motion.
#[allow(clippy::large_enum_variant)]
pub enum Command {
    /// Drafts a motion on an item. Its number and state are set here.
    Draft(Motion),
    /// Words a motion anew, until its vote opens.
    Reword {
        /// The motion.
        motion: MotionId,
        /// The wording in force from now on.
        wording: Wording,
    },
    /// Sets which villages a motion concerns and what a vote for it brings about.
    Frame {
        /// The motion.
        motion: MotionId,
        /// Villages concerned.
        villages: Vec<VillageId>,
        /// Decides, or proposes.
        effect: Effect,
    },
    /// Puts contenders on the ballot of a motion, until its vote opens.
    SetSlate {
        /// The motion.
        motion: MotionId,
        /// How many are to be taken.
        seats: u32,
        /// Who or what may be; people are put in the order of strokes.
        contenders: Vec<Contender>,
    },
    /// Names who watches the count and who counts, until the vote opens.
    NameTellers {
        /// The motion.
        motion: MotionId,
        /// Who.
        tellers: Tellers,
    },
    /// Takes down the hands for each contender.
    CountSlate {
        /// The motion.
        motion: MotionId,
        /// The hands.
        sheet: Sheet,
    },
    /// Takes a motion back before its vote, or breaks its vote off.
    Withdraw {
        /// The motion.
        motion: MotionId,
        /// Why.
        reason: Option<Line>,
    },
    /// Opens the vote, every voice by name.
    Open {
        /// The motion.
        motion: MotionId,
        /// When.
        at: Minute,
    },
    /// Opens the vote by a show of hands.
    OpenByHands {
        /// The motion.
        motion: MotionId,
        /// When.
        at: Minute,
    },
    /// Takes down the hands; they must add up to the room.
    CountHands {
        /// The motion.
        motion: MotionId,
        /// The hands.
        hands: Hands,
    },
    /// Opens a secret ballot.
    OpenSecretly {
        /// The motion.
        motion: MotionId,
        /// When.
        at: Minute,
    },
    /// Gives the papers of a secret ballot out: one to each who is there and has not withdrawn.
    IssuePapers {
        /// The motion.
        motion: MotionId,
        /// How many.
        number: u32,
        /// When.
        at: Minute,
    },
    /// Takes down a count of the papers; the first waits for the second.
    CountPapers {
        /// The motion.
        motion: MotionId,
        /// The count.
        count: BallotCount,
    },
    /// Opens the vote village by village.
    OpenByVillage {
        /// The motion.
        motion: MotionId,
        /// When.
        at: Minute,
    },
    /// Takes down what a village says.
    HearVillage {
        /// The motion.
        motion: MotionId,
        /// The village; `None` for area-wide seats.
        village: Option<VillageId>,
        /// What.
        says: Says,
    },
    /// Takes back what a village said.
    ClearVillage {
        /// The motion.
        motion: MotionId,
        /// The village; `None` for area-wide seats.
        village: Option<VillageId>,
    },
    /// Links two motions of which nobody is for both, or takes the link away.
    Exclude {
        /// The motion.
        motion: MotionId,
        /// The motion that excludes it.
        other: Option<MotionId>,
    },
    /// 协商一致: asks those in the room; nobody objects, and no vote is held.
    Agree {
        /// The motion.
        motion: MotionId,
        /// When.
        at: Minute,
    },
    /// Takes down what one person did.
    Take {
        /// The motion.
        motion: MotionId,
        /// Who.
        person: PersonId,
        /// What.
        choice: Choice,
    },
    /// Takes a mark away again.
    Clear {
        /// The motion.
        motion: MotionId,
        /// Whose.
        person: PersonId,
    },
    /// 全部赞成: pencils a vote for everybody in the room without a mark, or every village unheard.
    AllFor {
        /// The motion.
        motion: MotionId,
    },
    /// Pencils the same of several for everybody in the room without a mark.
    AllChoose {
        /// The motion.
        motion: MotionId,
        /// Which, by the name it has on the ballot.
        option: Line,
    },
    /// Ends the vote and counts it.
    End {
        /// The motion.
        motion: MotionId,
        /// When.
        at: Minute,
    },
    /// 已宣布: from here only corrections.
    Announce {
        /// The motion.
        motion: MotionId,
        /// When.
        at: Minute,
    },
    /// Tells the room that a result was put right.
    Tell {
        /// The motion.
        motion: MotionId,
        /// When.
        at: Minute,
    },
    /// Takes the next step with a motion whose vote was announced.
    Follow {
        /// Its session, which may be sealed.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// When.
        at: Minute,
        /// Which step.
        next: Next,
    },
    /// 复议: takes a decision up once more, by a motion of its own.
    Reconsider {
        /// The session of the decision, which may be sealed.
        session: SessionId,
        /// The decision.
        decided: MotionId,
        /// The motion put for it; who moved it is named.
        motion: Motion,
        /// When.
        at: Minute,
        /// Why.
        reason: Line,
    },
    /// 另行选举: puts the seats an election left open to another one, by a motion of its own.
    Refill {
        /// The session of the election, which may be sealed.
        session: SessionId,
        /// The election.
        elected: MotionId,
        /// The motion put for it; who stands is set here, and may be changed before the vote.
        motion: Motion,
        /// When.
        at: Minute,
    },
    /// 缺额暂不补选: puts it to a vote, by a motion of its own, to leave open the seats an election left.
    LeaveOpen {
        /// The session of the election, which may be sealed.
        session: SessionId,
        /// The election.
        elected: MotionId,
        /// The motion put for it.
        motion: Motion,
        /// When.
        at: Minute,
    },
    /// Takes in a motion and its vote as another body published them.
    TakeIn(Box<Motion>),
}

impl Command {
    /// Opens the vote that way.
    #[must_use]
    pub fn open(motion: MotionId, at: Minute, method: Method) -> Self {
        match method {
            Method::ByName => Self::Open { motion, at },
            Method::Hands => Self::OpenByHands { motion, at },
            Method::Secret => Self::OpenSecretly { motion, at },
            Method::ByVillage => Self::OpenByVillage { motion, at },
        }
    }

    /// Returns the motion from whose open vote somebody withdraws by it.
    #[must_use]
    pub const fn withdraws(&self) -> Option<&MotionId> {
        match self {
            Self::Take {
                motion,
                choice: Choice::Recused { .. },
                ..
            } => Some(motion),
            _ => None,
        }
    }
}
