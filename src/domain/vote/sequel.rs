//! What follows an announced vote, step by step.
//!
//! No step erases one before it: a round that was voted again stays in [`Motion::earlier`], every step
//! stays in [`Motion::sequels`], and [`standing()`](super::standing()) is read off both.

use super::due::may_be_taken;
use super::reviewed::CameTo;
use super::village::VillageDecision;
use super::{Effect, Motion, MotionState, Outcome, RoundEnd, Standing};
use crate::domain::dates::Minute;
use crate::domain::ids::{MotionId, PersonId, RuleId, SessionId, TaskId, VillageId};
use crate::domain::rule::{Consent, Partial, Rule, TieStep};
use crate::domain::session::SessionKind;
use crate::domain::session::turn::{Moment, Turn};
use crate::domain::text::Line;
use crate::domain::vote::under::under;
use crate::domain::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One step after a vote was announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sequel {
    /// When it was entered.
    pub at: Minute,
    /// What was done.
    pub step: SequelStep,
    /// Whether the record of its session had been signed before.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub after_signing: bool,
    /// How its minute was come by, where its session sat then; known once it happens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turn: Option<Turn>,
}

impl Sequel {
    /// Makes a step; whether the record was signed before it is known once it happens.
    #[must_use]
    pub const fn new(at: Minute, step: SequelStep) -> Self {
        Self {
            at,
            step,
            after_signing: false,
            turn: None,
        }
    }

    /// Returns when it was entered, where its session sat then.
    #[must_use]
    pub fn moment(&self) -> Option<Moment> {
        let at = self.at;
        self.turn.map(|turn| Moment { at, turn })
    }
}

/// What was done after a vote was announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum SequelStep {
    /// 主持人裁定: whoever chaired cast a vote on a tie.
    Cast {
        /// Who chaired.
        chair: PersonId,
        /// Whether for it.
        adopted: bool,
    },
    /// 抽签: a lot was drawn on a tie.
    Lot {
        /// Who drew it.
        drawn_by: Line,
        /// Whether it fell for the motion.
        adopted: bool,
    },
    /// A step the rule names, or 暂缓 as it was proposed, was not taken.
    PassedOver {
        /// Which.
        step: TieStep,
    },
    /// 暂缓.
    Deferred {
        /// Until which day; absent where the next session takes it up.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<NaiveDate>,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Line>,
    },
    /// 提请上级裁决.
    Referred {
        /// To whom.
        to: Line,
        /// The follow-up that asks for the ruling.
        task: TaskId,
    },
    /// The superior ruled.
    Ruled {
        /// Who.
        by: Line,
        /// The day.
        on: NaiveDate,
        /// Whether for the motion.
        adopted: bool,
        /// Where the ruling lies.
        paper: Line,
    },
    /// The villages concerned were asked to decide, each in its own body.
    Asked {
        /// Which, each with the follow-up it has.
        villages: Vec<AskedVillage>,
        /// What becomes of it where some do not agree, as the steps of its matter have it; absent where
        /// the rule it was voted by says that, or nobody does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        partial: Option<Partial>,
    },
    /// A village decided at its own meeting.
    Decided {
        /// What.
        decision: Box<VillageDecision>,
    },
    /// It was said what becomes of it where some villages do not agree, after they were asked.
    Assent {
        /// What.
        partial: Partial,
    },
    /// The day of a village's decision was corrected.
    Redated {
        /// The village.
        village: VillageId,
        /// From which day.
        from: NaiveDate,
        /// To which.
        on: NaiveDate,
        /// Why.
        reason: Line,
    },
    /// What a village's own body said was put right.
    Mended {
        /// As it was entered.
        was: Box<VillageDecision>,
        /// As it was.
        now: Box<VillageDecision>,
        /// Why.
        reason: Line,
    },
    /// 复议: the decision was taken up once more by another motion.
    Reconsidered {
        /// That motion.
        by: MotionId,
        /// Its session.
        session: SessionId,
        /// The kind of that session.
        kind: SessionKind,
        /// The ordinal of that session.
        ordinal: u32,
        /// Who moved it.
        mover: PersonId,
        /// Why.
        reason: Line,
    },
    /// 另行选举: the seats it left open were put to another election.
    Refilled {
        /// That motion.
        by: MotionId,
        /// The kind of its session.
        kind: SessionKind,
        /// The ordinal of its session.
        ordinal: u32,
        /// How many seats.
        seats: u32,
    },
    /// 缺额暂不补选: another motion is to leave open the seats it left.
    LeftOpen {
        /// That motion.
        by: MotionId,
        /// The kind of its session.
        kind: SessionKind,
        /// The ordinal of its session.
        ordinal: u32,
        /// How many seats.
        seats: u32,
    },
    /// The motion that was to deal with the open seats came to nothing: taken back, or voted down where it
    /// was to leave them so. They are open to an election again.
    SeatsOpenAgain {
        /// That motion.
        by: MotionId,
        /// The kind of its session.
        kind: SessionKind,
        /// The ordinal of its session.
        ordinal: u32,
        /// How many seats.
        seats: u32,
    },
    /// The reconsideration came to an end.
    Reviewed {
        /// The motion that took it up.
        by: MotionId,
        /// Where that motion stands; where it was withdrawn, the decision stays as it was.
        standing: Standing,
        /// Whom it elected, or what of several it took.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        came_to: Option<Box<CameTo>>,
    },
}

/// A village that was asked, and its follow-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedVillage {
    /// Which.
    pub village: VillageId,
    /// The follow-up.
    pub task: TaskId,
}

impl Motion {
    /// Returns the rule it was voted or agreed by.
    #[must_use]
    pub fn rule(&self) -> Option<&Rule> {
        match &self.state {
            MotionState::Agreed { agreement } => Some(&agreement.rule),
            _ => self.ballot().map(|ballot| &ballot.rule),
        }
    }

    /// Returns what becomes of it where some villages do not agree; `None` where none is asked.
    #[must_use]
    pub fn consent(&self) -> Option<Partial> {
        match (&self.rule()?.consent, self.effect) {
            (Consent::OwnBody { partial, .. }, _) => Some(*partial),
            (_, Effect::Proposes) => Some(self.asked_for().unwrap_or(Partial::AgreeingGoOn)),
            (_, Effect::Decides) => None,
        }
    }

    /// Returns what a vote for it brings about under a rule: where each village is to agree in its own
    /// body, the session alone decides nothing.
    #[must_use]
    pub const fn effect_under(&self, rule: &Rule) -> Effect {
        match rule.consent {
            Consent::OwnBody { .. } => Effect::Proposes,
            _ => self.effect,
        }
    }

    /// Returns what the vote for it brings about by the rule it was voted or agreed by.
    #[must_use]
    pub fn effect_of_vote(&self) -> Effect {
        self.rule()
            .map_or(self.effect, |rule| self.effect_under(rule))
    }

    /// Returns what [`Motion::consent`] says where the rule says it, so that nobody can say otherwise.
    #[must_use]
    pub fn fixed_consent(&self) -> Option<Partial> {
        match &self.rule()?.consent {
            Consent::OwnBody { partial, .. } => Some(*partial),
            _ => None,
        }
    }

    /// Returns what was last said becomes of it where some villages do not agree.
    fn asked_for(&self) -> Option<Partial> {
        self.sequels.iter().rev().find_map(|it| match &it.step {
            SequelStep::Asked { partial, .. } => *partial,
            SequelStep::Assent { partial } => Some(*partial),
            _ => None,
        })
    }

    /// Returns the rule each village decides by, where the rule of the vote names one.
    #[must_use]
    pub fn consent_by(&self) -> Option<&RuleId> {
        match &self.rule()?.consent {
            Consent::OwnBody { by, .. } => by.as_ref(),
            _ => None,
        }
    }

    /// Returns the villages that were asked; none before they were.
    #[must_use]
    pub fn asked(&self) -> &[AskedVillage] {
        let last = self.sequels.iter().rev().find_map(|it| match &it.step {
            SequelStep::Asked { villages, .. } => Some(villages.as_slice()),
            _ => None,
        });
        last.unwrap_or_default()
    }

    /// Returns every decision of a village, oldest first.
    pub fn decisions<'a>(
        &'a self,
        village: &'a VillageId,
    ) -> impl DoubleEndedIterator<Item = &'a VillageDecision> {
        let decided = |it: &'a Sequel| match &it.step {
            SequelStep::Decided { decision } => Some(decision.as_ref()),
            _ => None,
        };
        let all = self.sequels.iter().filter_map(decided);
        all.filter(move |decision| decision.village == *village)
    }

    /// Returns what stands of a village's decisions: the last, but a meeting to which too few came, or one that upheld
    /// what it took up once more, leaves what stood and its day.
    #[must_use]
    pub fn stands<'a>(&'a self, village: &'a VillageId) -> Option<&'a VillageDecision> {
        self.decisions(village).reduce(|stands, next| {
            let upheld = next.anew.is_some() && next.agreed() != Some(false);
            let agreed = stands.agreed() == Some(true);
            if agreed && upheld { stands } else { next }
        })
    }

    /// Says whether a village agreed; `None` while it has not decided. A meeting too few came to
    /// decided nothing.
    #[must_use]
    pub fn agreed(&self, village: &VillageId) -> Option<bool> {
        let mut decisions = self.decisions(village).rev();
        decisions.find_map(VillageDecision::agreed)
    }

    /// Returns the villages that go on: those that agreed, once the motion is adopted or adopted in part.
    #[must_use]
    pub fn going_on(&self) -> Vec<VillageId> {
        let agreed = |asked: &&AskedVillage| self.agreed(&asked.village) == Some(true);
        let agreed = self.asked().iter().filter(agreed);
        agreed.map(|asked| asked.village.clone()).collect()
    }

    /// Returns how often it was voted so that something could have been decided.
    #[must_use]
    pub fn rounds(&self) -> u32 {
        let decided = |outcome| !matches!(outcome, Outcome::Inquorate | Outcome::Void);
        let earlier = self.earlier.iter().filter_map(|round| round.result());
        let all = earlier.chain(self.result());
        let before = self.reconsiders.as_ref().map_or(0, |it| it.rounds);
        let before = before.max(self.voted_before);
        all.filter(|result| decided(result.outcome))
            .fold(before, |rounds, _| rounds.saturating_add(1))
    }

    /// Says whether the rule lets it be voted once more.
    #[must_use]
    pub fn may_be_voted_again(&self) -> bool {
        let limit = self.rule().and_then(|rule| rule.revote);
        limit.is_none_or(|limit| self.rounds() < limit.rounds)
    }

    /// Says whether another vote among some of the contenders may follow.
    pub(super) fn goes_on(&self) -> bool {
        self.may_be_voted_again() && !self.passed_over(TieStep::SecondVote)
    }

    fn passed_over(&self, step: TieStep) -> bool {
        let passed =
            |it: &Sequel| matches!(it.step, SequelStep::PassedOver { step: it } if it == step);
        self.sequels.iter().any(passed)
    }

    /// Returns what is left of the path of a tie, in order.
    pub fn path(&self) -> impl Iterator<Item = TieStep> + '_ {
        self.whole_path().filter(|step| !self.passed_over(*step))
    }

    /// Returns the path of a tie with the steps that were passed over, in order: what can be taken of it.
    pub(super) fn whole_path(&self) -> impl Iterator<Item = TieStep> + '_ {
        let steps = self.rule().map_or(&[][..], |rule| rule.tie.as_slice());
        let voted_again = self.voted_on_a_tie();
        let counted = self.ballot().zip(self.result());
        let bar = counted.and_then(|(ballot, result)| ballot.tie_bar(result));
        steps.iter().copied().filter(move |step| match step {
            step if !may_be_taken(bar, *step) => false,
            TieStep::SecondVote => !voted_again && self.may_be_voted_again(),
            _ => !voted_again || !self.before_second_vote(*step),
        })
    }

    /// Says whether a vote on it went before that was a tie.
    pub(super) fn voted_on_a_tie(&self) -> bool {
        self.earlier.iter().any(|round| {
            matches!(&round.end, RoundEnd::Announced { result, .. } if result.outcome == Outcome::Tied)
        })
    }

    /// Returns how a vote that settled nothing was settled after it: by the chair's vote, by lot, by the ruling
    /// of the superior.
    #[must_use]
    pub fn settled(&self) -> Option<bool> {
        let mut steps = self.sequels.iter().rev();
        steps.find_map(|it| match it.step {
            SequelStep::Cast { adopted, .. }
            | SequelStep::Lot { adopted, .. }
            | SequelStep::Ruled { adopted, .. } => Some(adopted),
            _ => None,
        })
    }

    pub(super) fn before_second_vote(&self, step: TieStep) -> bool {
        let tie = self.rule().map_or(&[][..], |rule| rule.tie.as_slice());
        let place = |wanted| tie.iter().position(|it| *it == wanted);
        place(step) < place(TieStep::SecondVote)
    }
}

/// Returns what a vote for a motion brings about, voted or still to be voted.
#[must_use]
pub fn effect(world: &World, motion: &Motion) -> Effect {
    match motion.rule() {
        Some(_) => motion.effect_of_vote(),
        None => under(world, motion).map_or(motion.effect, |rule| motion.effect_under(&rule)),
    }
}

/// Returns what becomes of a motion where some villages do not agree, as the rule it was voted by or is to
/// be voted by says.
#[must_use]
pub fn consent_to_be_asked(world: &World, motion: &Motion) -> Option<Partial> {
    let rule = motion.rule().cloned();
    match rule.or_else(|| under(world, motion).ok())?.consent {
        Consent::OwnBody { partial, .. } => Some(partial),
        _ => None,
    }
}
