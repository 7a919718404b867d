//! Totals put right after a vote was announced: the same people, the same papers, other figures.
//!
//! Whoever was in the room and whoever was given a paper stays as it was; the figures are held against
//! that as they were when the vote ended, and the rule judges them anew from nothing.

use super::by_village::{Says, VillageCount, VillageVote};
use super::exclusive::sums_fit;
use super::follow::apart;
use super::hands::{ChairHand, HandCount, Hands, hands_of};
use super::secret::{BallotCount, SecretCount, balances};
use super::slate::{self, Sheet, hands_fit};
use super::tally::Voice;
use super::{Attending, Ballot, Motion, MotionState, VoteResult};
use crate::domain::ids::{PersonId, VillageId};
use crate::domain::refusal::Refusal;
use crate::domain::rule::Method;
use crate::domain::session::quorum::count;
use crate::domain::world::World;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a vote that is not by name came to in figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Totals {
    /// Hands, for and against.
    Hands {
        /// The hands.
        hands: Hands,
    },
    /// Hands for each contender.
    Raised {
        /// The hands.
        sheet: Sheet,
    },
    /// Papers, for and against or for each contender.
    Papers {
        /// The papers.
        count: BallotCount,
    },
    /// What one village was heard to say.
    Village {
        /// The village; absent for area-wide seats.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        village: Option<VillageId>,
        /// What it said.
        says: Says,
    },
}

impl Totals {
    /// Returns the figures an announced vote stands on; `None` for a vote by name or by village.
    #[must_use]
    pub fn of(motion: &Motion) -> Option<Self> {
        let MotionState::Announced { result, .. } = &motion.state else {
            return None;
        };
        let method = motion.ballot()?.method;
        if method.tells_names() {
            return None;
        }
        let by_papers = method == Method::Secret;
        if let Some(slate) = &result.slate {
            let sheet = slate.sheet.clone();
            return Some(match by_papers {
                true => Self::Papers {
                    count: BallotCount::Slate { sheet },
                },
                false => Self::Raised { sheet },
            });
        }
        let hands = result.hands.as_ref().map(|it| Self::Hands {
            hands: it.hands.clone(),
        });
        let papers = result.secret.as_ref().map(|it| Self::Papers {
            count: it.count.clone(),
        });
        hands.or(papers)
    }

    /// Returns what an announced vote by village has of one of them.
    #[must_use]
    pub fn of_village(motion: &Motion, village: Option<&VillageId>) -> Option<Self> {
        let MotionState::Announced { result, .. } = &motion.state else {
            return None;
        };
        let mut votes = result.by_village.as_ref()?.votes.iter();
        let heard = votes.find(|it| it.village.as_ref() == village)?;
        Some(Self::Village {
            village: heard.village.clone(),
            says: heard.says,
        })
    }

    /// Returns what the vote has where these figures are to stand.
    pub(in crate::domain) fn replaced(&self, motion: &Motion) -> Option<Self> {
        match self {
            Self::Village { village, .. } => Self::of_village(motion, village.as_ref()),
            _ => Self::of(motion),
        }
    }

    /// Puts written-in names into the order in which two counts are held together.
    #[must_use]
    pub fn in_order(mut self) -> Self {
        if let Self::Raised { sheet }
        | Self::Papers {
            count: BallotCount::Slate { sheet },
        } = &mut self
        {
            sheet.in_stroke_order();
        }
        self
    }

    /// Says whether they are read off papers that others counted, so that a signed sheet says so.
    #[must_use]
    pub const fn are_of_papers(&self) -> bool {
        matches!(self, Self::Papers { .. })
    }

    /// Puts them on a ballot.
    pub(in crate::domain) fn put(&self, ballot: &mut Ballot) {
        match self {
            Self::Hands { hands } => ballot.hands = Some(hands.clone()),
            Self::Raised { sheet } => ballot.sheet = Some(sheet.clone()),
            Self::Papers { count } => ballot.secret.counted = Some(count.clone()),
            Self::Village { village, says } => ballot.hear(VillageVote {
                village: village.clone(),
                says: *says,
                pencilled: false,
            }),
        }
    }
}

/// Judges an announced vote anew with other figures.
///
/// # Errors
/// What of the figures does not fit the room, the papers or the rule.
pub fn counted_anew(
    world: &World,
    motion: &Motion,
    totals: &Totals,
) -> Result<VoteResult, Refusal> {
    let MotionState::Announced { ballot, result, .. } = &motion.state else {
        return Err(Refusal::NotAnnounced {
            motion: motion.id.clone(),
        });
    };
    let absent = |it: &&PersonId| result.voice_of(it) == Some(Voice::Absent);
    let voters = ballot.voters.iter().map(|it| &it.person);
    let in_room: BTreeSet<PersonId> = voters.filter(|it| !absent(it)).cloned().collect();
    let villages = &apart(world, motion, &ballot.rule);
    let ended = result.ended;
    let counted = match (totals, &result.hands, &result.secret, &result.by_village) {
        (Totals::Hands { hands }, Some(was), ..) => {
            let count = hands_anew(world, was, hands)?;
            VoteResult::by_hands(ballot, &in_room, count, ended)
        }
        (Totals::Papers { count }, _, Some(was), _) => {
            balances(ballot, count)?;
            let count = SecretCount {
                issued: was.issued.clone(),
                count: count.clone(),
            };
            VoteResult::secretly(ballot, &in_room, count, villages, ended)
        }
        (Totals::Village { village, says }, _, _, Some(was)) => {
            let count = village_anew(ballot, was, village.as_ref(), *says)?;
            VoteResult::by_village(ballot, &in_room, count, villages, ended)
        }
        _ => slate_anew(ballot, result, &in_room, totals)?,
    };
    let required = result.quorum.iter();
    let required = required.filter(|proof| matches!(proof.of, Attending::Required(_)));
    let counted = VoteResult {
        by_video: result.by_video.clone(),
        ..counted.requiring(required.cloned().collect())
    };
    sums_fit(world, motion, &counted)?;
    Ok(counted)
}

fn hands_anew(world: &World, was: &HandCount, hands: &Hands) -> Result<HandCount, Refusal> {
    let chair = match &was.chair {
        Some(chair) if !was.chair_raises() => Some(&world.person(chair)?.name),
        _ => None,
    };
    hands_of(count(was.room.iter()), hands)?;
    match (&hands.chair, chair, &was.chair) {
        (ChairHand::Apart { .. }, _, None) => Err(Refusal::NoChair),
        (ChairHand::Apart { .. }, Some(name), _) => {
            Err(Refusal::NotEntitled { name: name.clone() })
        }
        _ => Ok(HandCount {
            hands: hands.clone(),
            ..was.clone()
        }),
    }
}

fn slate_anew(
    ballot: &Ballot,
    result: &VoteResult,
    in_room: &BTreeSet<PersonId>,
    totals: &Totals,
) -> Result<VoteResult, Refusal> {
    let (Some(slate), Some(was)) = (&ballot.slate, &result.slate) else {
        return Err(Refusal::counted_otherwise(ballot.method));
    };
    let sheet = match totals {
        Totals::Raised { sheet } if ballot.method == Method::Hands => {
            hands_fit(ballot, count(was.took_part.iter()), sheet)?;
            sheet
        }
        Totals::Papers {
            count: papers @ BallotCount::Slate { sheet },
        } if ballot.method == Method::Secret => {
            balances(ballot, papers)?;
            sheet
        }
        _ => return Err(slate::Refused::CountedByContender.into()),
    };
    let counted = (sheet.clone(), was.took_part.clone());
    Ok(VoteResult::of_slate(
        ballot,
        slate,
        in_room,
        counted,
        result.ended,
    ))
}

fn village_anew(
    ballot: &Ballot,
    was: &VillageCount,
    village: Option<&VillageId>,
    says: Says,
) -> Result<VillageCount, Refusal> {
    let mut anew = was.clone();
    let of = village.cloned();
    let here = count(was.room.iter().filter(|it| it.village == of));
    let heard = anew.votes.iter_mut().find(|it| it.village == of);
    let heard = heard.ok_or(Refusal::NoDelegateThere {
        village: of.clone(),
    })?;
    // Area-wide seats are no village that would have to speak as one.
    if let (true, Some(village), Says::ByNumbers { .. }) = (ballot.rule.bloc, village, says) {
        return Err(Refusal::SpeaksAsOne {
            village: village.clone(),
        });
    }
    let sum = says.of(here).sum();
    if sum != here {
        return Err(Refusal::DelegatesDoNotAddUp {
            village: of,
            here,
            sum,
        });
    }
    heard.says = says;
    Ok(anew)
}
