//! A village's own decision on a motion: taken by its own body, at its own meeting, judged by its own rule.

use super::meeting;
use super::result::{outcome_of, turnouts};
use super::tally::{Counts, Poll, Tally, Voice};
use super::{Attending, Outcome, QuorumProof};
use crate::domain::ids::{RuleId, VillageId};
use crate::domain::matter::path;
use crate::domain::refusal::Refusal;
use crate::domain::rule::{Over, Question, Rule, Turnout};
use crate::domain::text::Line;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a village's paper says about its meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VillageMeeting {
    /// The village.
    pub village: VillageId,
    /// The body that met.
    pub body: Line,
    /// The day it met.
    pub met: NaiveDate,
    /// Whether it met at all: papers passed around and voices collected one by one are no decision.
    pub held: bool,
    /// The rule it decides by.
    pub rule: RuleId,
    /// 应到会.
    pub entitled: u32,
    /// 实到.
    pub present: u32,
    /// For.
    pub yes: u32,
    /// Against.
    pub no: u32,
    /// Abstaining.
    pub abstain: u32,
    /// The households that the representatives who came stand for, where the law counts them.
    pub households: Option<Households>,
    /// The women among them, where the rule counts these apart.
    pub women: Option<Women>,
    /// Where its record lies.
    pub paper: Line,
}

/// The women of a body: a local rule may ask for so many of them besides (`domain.md` §2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Women {
    /// Those who came.
    pub present: u32,
    /// All who are entitled.
    pub of: u32,
}

impl Women {
    /// Says whether there may be so many of them beside those numbers of all.
    #[must_use]
    pub fn may_be(self, entitled: u32, present: u32) -> bool {
        self.away(entitled, present).is_some()
    }

    /// Returns how many of them stayed away; `None` where the numbers cannot be, beside those of all.
    fn away(self, entitled: u32, present: u32) -> Option<u32> {
        let men = entitled.checked_sub(self.of)?;
        let men_present = present.checked_sub(self.present)?;
        men.checked_sub(men_present)?;
        self.of.checked_sub(self.present)
    }
}

/// The households that representatives stand for: a levy is voted where those who come stand for two
/// thirds of them (`domain.md` §2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Households {
    /// Of those who came.
    pub present: u32,
    /// All of the village.
    pub of: u32,
}

impl Households {
    /// What must be stood for.
    const WANTED: Turnout = Turnout::TWO_THIRDS.over(Over::Households);

    fn proof(self) -> QuorumProof {
        QuorumProof {
            of: Attending::Of(Over::Households),
            inequality: Self::WANTED.threshold().with(self.present, self.of),
            waived: false,
        }
    }
}

impl VillageMeeting {
    /// Returns its counts.
    ///
    /// # Errors
    /// [`meeting::Refused::DoesNotAddUp`] where more came than are entitled, [`meeting::Refused::VotedNotThere`] where
    /// more voted than came.
    pub fn counts(&self) -> Result<Counts, Refusal> {
        let (entitled, present) = (self.entitled, self.present);
        let voted = self.yes.saturating_add(self.no);
        let voted = voted.saturating_add(self.abstain);
        let absent = entitled.checked_sub(present).filter(|_| entitled > 0);
        let Some(absent) = absent else {
            return Err(Refusal::Meeting(meeting::Refused::DoesNotAddUp {
                entitled,
                present,
                voted,
            }));
        };
        let Some(not_voting) = present.checked_sub(voted) else {
            return Err(Refusal::Meeting(meeting::Refused::VotedNotThere {
                entitled,
                present,
                voted,
                rule: self.rule.clone(),
            }));
        };
        if let Some(it) = self
            .households
            .filter(|it| it.of == 0 || it.present > it.of)
        {
            return Err(Refusal::Meeting(meeting::Refused::DoesNotAddUp {
                entitled: it.of,
                present: it.present,
                voted: 0,
            }));
        }
        let may_be = |it: &Women| it.may_be(self.entitled, self.present);
        if let Some(women) = self.women.filter(|it| !may_be(it)) {
            return Err(Refusal::Meeting(meeting::Refused::DoesNotAddUp {
                entitled: women.of,
                present: women.present,
                voted: 0,
            }));
        }
        Ok(Counts {
            yes: self.yes,
            no: self.no,
            abstain: self.abstain,
            not_voting,
            absent,
            ..Counts::default()
        })
    }
}

/// A village's decision, with everything its proof rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VillageDecision {
    /// The village.
    pub village: VillageId,
    /// The body that met.
    pub body: Line,
    /// The day it met.
    pub met: NaiveDate,
    /// The rule, copied.
    pub rule: Rule,
    /// The count and its criteria.
    pub tally: Tally,
    /// What the rule's quorum asks for, with its numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quorum: Vec<QuorumProof>,
    /// How it came out.
    pub outcome: Outcome,
    /// Where its record lies.
    pub paper: Line,
    /// Why it took up once more what it had agreed to (复议), where it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anew: Option<Line>,
}

impl VillageDecision {
    /// Judges a meeting by its rule.
    ///
    /// # Errors
    /// [`Refusal`] where it was no meeting, its numbers cannot be, or the rule counts more than is known.
    pub fn of(meeting: &VillageMeeting, rule: Rule) -> Result<Self, Refusal> {
        if !meeting.held {
            return Err(Refusal::Meeting(meeting::Refused::NoneHeld));
        }
        let women = meeting.women.filter(|_| counts_women(&rule));
        if !judged_by_counts(&rule) || counts_women(&rule) && women.is_none() {
            return Err(Refusal::Meeting(meeting::Refused::RuleCountsMore {
                rule: rule.id,
            }));
        }
        let counts = meeting.counts()?;
        let mut poll = Poll::under(&rule);
        for (voice, times) in [
            (Voice::For, counts.yes),
            (Voice::Against, counts.no),
            (Voice::Abstain, counts.abstain),
            (Voice::NotVoting, counts.not_voting),
            (Voice::Absent, counts.absent),
        ] {
            poll.take_times(None, voice, times);
        }
        if let Some(women) = women {
            poll.count_women(women.present, women.of.saturating_sub(women.present));
        }
        let (tally, mut quorum) = (poll.judge(&rule, &[]), turnouts(&rule, &poll));
        let mut rule = rule;
        if let Some(households) = meeting.households {
            quorum.push(households.proof());
            rule.quorum.all_of.push(Households::WANTED);
        }
        Ok(Self {
            village: meeting.village.clone(),
            body: meeting.body.clone(),
            met: meeting.met,
            outcome: outcome_of(&tally, &quorum),
            tally,
            quorum,
            rule,
            paper: meeting.paper.clone(),
            anew: None,
        })
    }

    /// Judges what was put right by the rule that judged it then.
    ///
    /// # Errors
    /// [`Refusal`] as [`VillageDecision::of`] says it; [`meeting::Refused::OtherRule`] where it is of another rule.
    pub fn again(&self, meeting: &VillageMeeting) -> Result<Self, Refusal> {
        if meeting.rule != self.rule.id {
            let rule = self.rule.id.clone();
            return Err(Refusal::Meeting(meeting::Refused::OtherRule { rule }));
        }
        let mut rule = self.rule.clone();
        if self.households().is_some() {
            // What the law asks of the households came along with the meeting, and does so again.
            rule.quorum.all_of.pop();
        }
        let anew = self.anew.clone();
        Self::of(meeting, rule).map(|it| Self { anew, ..it })
    }

    /// Returns the households that were stood for and all there are, where the law counts them.
    #[must_use]
    pub fn households(&self) -> Option<Households> {
        let proof = self.proof(Over::Households)?;
        Some(Households {
            present: proof.inequality.count,
            of: proof.inequality.base,
        })
    }

    /// Returns the women who came and all who were entitled, where its rule counts them apart.
    #[must_use]
    pub fn women(&self) -> Option<Women> {
        let proof = self.proof(Over::Women)?;
        Some(Women {
            present: proof.inequality.count,
            of: proof.inequality.base,
        })
    }

    fn proof(&self, over: Over) -> Option<&QuorumProof> {
        let mut all = self.quorum.iter();
        all.find(|it| it.of == Attending::Of(over))
    }

    /// Returns how many were entitled to decide, and came.
    #[must_use]
    pub fn turnout(&self) -> path::Turnout {
        path::Turnout {
            entitled: self.tally.counts.entitled(self.rule.recusal),
            present: self.tally.counts.present(),
        }
    }

    /// Says whether the village agreed; `None` where too few came to decide anything.
    #[must_use]
    pub const fn agreed(&self) -> Option<bool> {
        match self.outcome {
            Outcome::Adopted => Some(true),
            Outcome::Rejected | Outcome::Tied | Outcome::VoteAgain => Some(false),
            Outcome::Inquorate | Outcome::Void => None,
        }
    }
}

/// Says whether a rule asks for so many women besides.
#[must_use]
pub fn counts_women(rule: &Rule) -> bool {
    let mut asked = rule.quorum.all_of.iter();
    asked.any(|turnout| turnout.over == Over::Women)
}

/// Says whether a rule judges by how many were entitled, came and voted each way, and how many of those who
/// were entitled and came were women, and by no more.
#[must_use]
pub fn judged_by_counts(rule: &Rule) -> bool {
    let persons = |over: &Over| *over == Over::Persons;
    rule.question == Question::YesNo
        && !rule.asks_villages()
        && rule.pass.counted().iter().all(persons)
        && rule
            .quorum
            .all_of
            .iter()
            .all(|turnout| persons(&turnout.over) || turnout.over == Over::Women)
        && rule.quorum.required.is_empty()
}
