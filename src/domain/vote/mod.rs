//! Motions and votes: wording, ballot, recusal, count, announcement.

pub mod agreement;
mod apply;
pub mod barred;
pub mod bases;
pub mod by_village;
mod came;
mod command;
mod decide;
mod dropped;
pub mod due;
mod end;
mod event;
pub mod exclusive;
pub mod follow;
pub mod hands;
pub mod left_out;
pub mod meeting;
mod mended;
pub mod overturn;
mod put;
pub mod reconsider;
mod refill;
pub mod result;
mod reviewed;
pub mod secret;
pub mod sequel;
pub mod slate;
mod so_far;
pub mod standing;
pub mod tally;
pub mod told;
pub mod totals;
pub mod trial;
pub mod tried;
pub mod turns;
pub mod under;
pub mod village;
mod weighed;
mod withdrawn;

pub use apply::apply;
pub use command::Command;
pub use decide::{decide, missing as missing_voices, not_open};
use decide::{taken, voting};
pub use dropped::{Dropped, Gone, dropped, goes_on_unchanged};
pub use due::{Awaits, Due, Filed, awaited, due};
pub use event::Event;
pub use follow::Next;
pub use mended::may_be_taken_up_by;
pub(in crate::domain) use mended::{of_follow_up, taken_back, taken_up};
pub(in crate::domain) use put::chair_withdrew;
pub use reconsider::{Decided, Reconsidered};
pub use refill::{Refills, Vacancy, left_open, may_refill, opened_again};
pub use result::{Attending, Outcome, QuorumProof, VillageVoice, VoteResult};
pub use reviewed::CameTo;
pub use sequel::{Sequel, SequelStep, consent_to_be_asked, effect};
pub use so_far::{so_far, spoken_for};
pub(in crate::domain) use standing::by_answers;
pub use standing::{Standing, standing};
pub use withdrawn::withdrawals;
pub(in crate::domain) use withdrawn::withdrew;

use self::agreement::Agreement;
use self::by_village::VillageVote;
use self::hands::Hands;
use self::secret::Urn;
use self::slate::{Sheet, Slate};
use self::tally::{Stake, Voice};
use self::told::Told;
use self::turns::Turns;
use super::dates::Minute;
use super::ids::{ItemId, MotionId, PersonId, SessionId, VillageId};
use super::rule::{Method, Rule};
use super::session::handover::Office;
use super::session::recusal::Reason;
use super::session::turn::{Moment, Turn};
use super::text::{Line, Text};
use super::world::World;
use crate::domain::omitted::zero;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A motion: what is put to the vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Motion {
    /// Its id.
    pub id: MotionId,
    /// The session.
    pub session: SessionId,
    /// The item it belongs to.
    pub item: ItemId,
    /// Its number within the item, from 1.
    pub number: u32,
    /// Every wording it had, the last one in force; never empty.
    pub wordings: Vec<Wording>,
    /// Who moved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mover: Option<PersonId>,
    /// Who seconded it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconder: Option<PersonId>,
    /// Villages concerned; empty means the whole area.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub villages: Vec<VillageId>,
    /// Whether the session decides, or proposes to the villages.
    pub effect: Effect,
    /// Moved, voted or agreed on paper, and entered afterwards.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub from_paper: bool,
    /// The motion that excludes this one: nobody is for both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excludes: Option<MotionId>,
    /// Who or what may be taken, where its rule asks for more than for and against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slate: Option<Slate>,
    /// Somebody's voice on it was taken by name, undone or not: it is not voted secretly any more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub named: bool,
    /// Its votes that another vote followed, oldest first; none of them is erased by a later one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Round>,
    /// What was done after its vote was announced, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sequels: Vec<Sequel>,
    /// The decision it takes up once more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reconsiders: Option<Reconsidered>,
    /// The election whose open seats it is to fill.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refills: Option<Refills>,
    /// When the room was told of the corrections of its result, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<Told>,
    /// How often the same matter was voted in sessions before, where it was put off and came back.
    #[serde(default, skip_serializing_if = "zero")]
    pub voted_before: u32,
    /// How many of its steps had been taken when its last vote was announced, those announced with it among them.
    #[serde(default, skip_serializing_if = "zero")]
    pub announced_after: u32,
    /// Where it stands.
    pub state: MotionState,
}

/// A vote on a motion that another vote on the same motion followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// The marks.
    pub ballot: Ballot,
    /// How it ended.
    pub end: RoundEnd,
}

/// How a vote ended that another vote followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum RoundEnd {
    /// It was counted and announced: a tie, too few in the room, or ballots that cannot be right.
    Announced {
        /// The count with its proof.
        result: Box<VoteResult>,
        /// When.
        at: Minute,
    },
}

impl Round {
    /// Returns the result, where it was counted.
    #[must_use]
    pub fn result(&self) -> Option<&VoteResult> {
        match &self.end {
            RoundEnd::Announced { result, .. } => Some(result),
        }
    }
}

impl Motion {
    /// Returns a motion that was drafted, to decide for the whole area, the first of its item. Nobody moved
    /// it, and nothing came of it yet, until it is said.
    #[must_use]
    pub fn draft(id: MotionId, session: SessionId, item: ItemId, wordings: Vec<Wording>) -> Self {
        Self {
            id,
            session,
            item,
            number: 1,
            wordings,
            mover: None,
            seconder: None,
            villages: Vec::new(),
            effect: Effect::Decides,
            from_paper: false,
            excludes: None,
            named: false,
            slate: None,
            earlier: Vec::new(),
            sequels: Vec::new(),
            reconsiders: None,
            refills: None,
            told: Vec::new(),
            voted_before: 0,
            announced_after: 0,
            state: MotionState::Drafted,
        }
    }

    /// Returns the wording in force.
    #[must_use]
    pub fn wording(&self) -> &str {
        self.wordings
            .last()
            .map_or("", |wording| wording.text.as_str())
    }

    /// Says whether it is still to be voted, or being voted.
    #[must_use]
    pub fn pending(&self) -> bool {
        matches!(
            self.state,
            MotionState::Drafted | MotionState::Voting { .. }
        )
    }

    /// Returns the result, once the vote is ended.
    #[must_use]
    pub fn result(&self) -> Option<&VoteResult> {
        match &self.state {
            MotionState::Counted { result, .. } | MotionState::Announced { result, .. } => {
                Some(result)
            }
            _ => None,
        }
    }

    /// Returns the ballot, once the vote is open.
    #[must_use]
    pub fn ballot(&self) -> Option<&Ballot> {
        match &self.state {
            MotionState::Voting { ballot }
            | MotionState::Counted { ballot, .. }
            | MotionState::Announced { ballot, .. } => Some(ballot),
            MotionState::Drafted | MotionState::Agreed { .. } | MotionState::Withdrawn { .. } => {
                None
            }
        }
    }

    /// Returns the way a vote on it is proposed to be taken: as the one before it, else as its rule has
    /// them in order.
    #[must_use]
    pub fn way(&self, rule: &Rule) -> Option<Method> {
        self.ways(rule).next()
    }

    /// Returns the ways a vote on it may be taken, the likeliest first.
    pub(super) fn ways<'r>(&self, rule: &'r Rule) -> impl Iterator<Item = Method> + 'r {
        let before = self.ballot().or_else(|| Some(&self.earlier.last()?.ballot));
        let before = before.map(|ballot| ballot.method);
        let ways = before.into_iter().chain(rule.ways());
        ways.filter(|way| rule.allows(*way))
    }

    /// Says whether the person's having been there is what its outcome stands on.
    #[must_use]
    pub fn stands_on(&self, person: &PersonId) -> bool {
        match &self.state {
            MotionState::Agreed { agreement } => agreement.asked(person),
            _ => {
                let earlier = self.earlier.iter().filter_map(Round::result);
                let mut results = earlier.chain(self.result());
                results.any(|result| result.stands_on(person))
            }
        }
    }
}

/// A vote that was open when its motion was taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begun {
    /// When it was opened.
    pub opened: Minute,
    /// How it was taken.
    #[serde(default, skip_serializing_if = "Method::is_by_name")]
    pub method: Method,
    /// How the minute it was opened was come by.
    #[serde(default, skip_serializing_if = "Turn::is_plain")]
    pub turn: Turn,
}

/// One wording of a motion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// When it was worded so.
    pub at: Minute,
    /// The words.
    pub text: Text,
    /// How that minute was come by, where its session sat then; known once it happens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turn: Option<Turn>,
}

impl Wording {
    /// Returns when it was worded so, where its session sat then.
    #[must_use]
    pub fn moment(&self) -> Option<Moment> {
        let at = self.at;
        self.turn.map(|turn| Moment { at, turn })
    }
}

/// What a vote for a motion brings about (`domain.md` §5.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// The session decides.
    #[default]
    Decides,
    /// The session agrees and asks the villages to follow their own lawful procedure.
    Proposes,
}

/// Where a motion stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum MotionState {
    /// Its wording may change.
    Drafted,
    /// The vote is open.
    Voting {
        /// The marks so far.
        ballot: Ballot,
    },
    /// The vote is ended and counted, not announced; it may be reopened until another act follows.
    Counted {
        /// The marks.
        ballot: Ballot,
        /// The count with its proof.
        result: Box<VoteResult>,
    },
    /// 已宣布.
    Announced {
        /// The marks.
        ballot: Ballot,
        /// The count with its proof.
        result: Box<VoteResult>,
        /// When.
        at: Minute,
    },
    /// Agreed without a vote.
    Agreed {
        /// Who was asked, when, by what rule.
        agreement: Box<Agreement>,
    },
    /// Taken back before the vote, or while it was open.
    Withdrawn {
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Line>,
        /// The vote that was open; what was taken down in it stays in the journal.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        begun: Option<Begun>,
    },
}

/// The marks of one vote, with what was copied when it opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballot {
    /// When the vote was opened.
    pub opened: Minute,
    /// The rule, copied.
    pub rule: Rule,
    /// 应到会, copied, in the order they are asked.
    pub voters: Vec<Voter>,
    /// What each did; only who withdrew, where the vote is not by name.
    pub marks: BTreeMap<PersonId, Mark>,
    /// Whether somebody spoke for the first time after whoever chairs had, where the rule has the chair last.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub chair_before: bool,
    /// Whether whoever chairs was taken down in one stroke with others, where the rule has the chair last:
    /// who spoke last is not known.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub chair_among: bool,
    /// How it is taken.
    #[serde(default, skip_serializing_if = "Method::is_by_name")]
    pub method: Method,
    /// The hands, once they are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hands: Option<Hands>,
    /// The papers of a secret ballot.
    #[serde(default, skip_serializing_if = "Urn::is_untouched")]
    pub secret: Urn,
    /// What each village was heard to say, in the order asked, where villages vote.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub villages: Vec<VillageVote>,
    /// Who or what may be taken, copied, where the rule asks for more than for and against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slate: Option<Slate>,
    /// The hands for each of them, once they are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<Sheet>,
    /// What was cast by proxy and counts no more, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dropped: Vec<Dropped>,
    /// How its minutes were come by.
    #[serde(default, skip_serializing_if = "Turns::is_plain")]
    pub turns: Turns,
}

impl Ballot {
    /// Makes a ballot without a mark.
    #[must_use]
    pub fn new(opened: Minute, rule: Rule, voters: Vec<Voter>, method: Method) -> Self {
        Self {
            opened,
            rule,
            voters,
            marks: BTreeMap::new(),
            chair_before: false,
            chair_among: false,
            method,
            hands: None,
            secret: Urn::default(),
            villages: Vec::new(),
            slate: None,
            sheet: None,
            dropped: Vec::new(),
            turns: Turns::default(),
        }
    }

    /// Returns what a voter's mark counts as, in the room or out of it.
    #[must_use]
    pub fn voice_of(&self, person: &PersonId, in_room: bool) -> Voice {
        match self.marks.get(person).map(|mark| mark.choice.voice()) {
            // Whoever withdraws may do so by leaving the room.
            Some(Voice::Recused) => Voice::Recused,
            _ if !in_room => Voice::Absent,
            Some(voice) => voice,
            None => Voice::NotVoting,
        }
    }

    /// Returns what a voter's mark takes of several.
    #[must_use]
    pub fn option_of(&self, person: &PersonId) -> Option<&Line> {
        self.marks.get(person)?.choice.option()
    }

    /// Says whether whoever chairs has spoken: in ink, and not withdrawn.
    #[must_use]
    pub fn chair_spoke(&self, world: &World, motion: &Motion) -> bool {
        let mark = self.mark_of_chair(world, motion);
        mark.is_some_and(|mark| !mark.pencilled && !mark.choice.is_recusal())
    }

    /// Says whether whoever chairs is taken down in pencil together with others: in one stroke.
    fn chair_pencilled_among(&self, world: &World, motion: &Motion) -> bool {
        let pencilled = self.marks.values().filter(|mark| mark.pencilled).count();
        let mark = self.mark_of_chair(world, motion);
        pencilled > 1 && mark.is_some_and(|mark| mark.pencilled)
    }

    fn mark_of_chair(&self, world: &World, motion: &Motion) -> Option<&Mark> {
        let session = world.session(&motion.session).ok()?;
        let chair = session.acting(Office::Chair, Some(&motion.item))?;
        self.marks.get(chair)
    }

    /// Takes a mark down in ink.
    pub fn take(&mut self, person: &PersonId, choice: Choice) {
        self.marks.insert(
            person.clone(),
            Mark {
                choice,
                pencilled: false,
            },
        );
    }
}

/// Somebody entitled to a vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voter {
    /// Who.
    pub person: PersonId,
    /// The village the person is counted for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub village: Option<VillageId>,
    /// The households they represent, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub households: Option<u32>,
    /// The shares they hold or represent, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shares: Option<u32>,
    /// Whether they are a woman, where the rule counts women.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub woman: bool,
}

impl Voter {
    /// Makes a voter of whom nothing but the village counts.
    #[must_use]
    pub fn new(person: PersonId, village: Option<VillageId>) -> Self {
        Self {
            person,
            village,
            households: None,
            shares: None,
            woman: false,
        }
    }

    /// Returns what the voice counts for beside its person.
    #[must_use]
    pub fn stake(&self) -> Stake {
        Stake {
            households: self.households.unwrap_or(0),
            shares: self.shares.unwrap_or(0),
            woman: self.woman,
        }
    }
}

/// One mark of a ballot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// What it says.
    pub choice: Choice,
    /// Proposed by 全部赞成 and not confirmed yet; the vote's end removes it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pencilled: bool,
}

/// What a person in the room did in a vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Choice {
    /// 赞成.
    For,
    /// One of several, by the name it has on the ballot.
    Chooses {
        /// Which.
        option: Line,
    },
    /// 反对.
    Against,
    /// 弃权.
    Abstain,
    /// 未表决.
    NotVoting,
    /// 回避.
    Recused {
        /// Why.
        reason: Reason,
    },
}

impl Choice {
    /// Says whether somebody withdraws.
    #[must_use]
    pub fn is_recusal(&self) -> bool {
        matches!(self, Self::Recused { .. })
    }

    /// Returns what it takes of several.
    #[must_use]
    pub fn option(&self) -> Option<&Line> {
        match self {
            Self::Chooses { option } => Some(option),
            _ => None,
        }
    }

    /// Returns what is counted. Whoever takes one of several is for it.
    #[must_use]
    pub fn voice(&self) -> Voice {
        match self {
            Self::For | Self::Chooses { .. } => Voice::For,
            Self::Against => Voice::Against,
            Self::Abstain => Voice::Abstain,
            Self::NotVoting => Voice::NotVoting,
            Self::Recused { .. } => Voice::Recused,
        }
    }
}
