//! A vote village by village: each by its delegates in the room, as one or by their numbers.

use super::hands::{cast_by, room};
use super::result::Voiced;
use super::{Ballot, Choice, Event, Motion, Voter, voting};
use crate::domain::ids::{MotionId, PersonId, VillageId};
use crate::domain::refusal::Refusal;
use crate::domain::rule::{Method, Rule};
use crate::domain::session::Session;
use crate::domain::session::quorum::count;
use crate::domain::vote::tally::Voice;
use crate::domain::world::World;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a village says as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// 赞成.
    For,
    /// 反对.
    Against,
    /// 弃权.
    Abstain,
    /// 未表决.
    NotVoting,
}

impl Stance {
    /// Every stance, in the order of its keys.
    pub const ALL: [Self; 4] = [Self::For, Self::Against, Self::Abstain, Self::NotVoting];

    /// Returns what is counted for each of its delegates.
    #[must_use]
    pub fn voice(self) -> Voice {
        match self {
            Self::For => Voice::For,
            Self::Against => Voice::Against,
            Self::Abstain => Voice::Abstain,
            Self::NotVoting => Voice::NotVoting,
        }
    }
}

/// How many of a village's delegates did what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Split {
    /// 赞成.
    pub yes: u32,
    /// 反对.
    pub no: u32,
    /// 弃权.
    pub abstain: u32,
    /// 未表决.
    #[serde(default)]
    pub not_voting: u32,
}

impl Split {
    /// Returns the numbers, each with what it counts.
    #[must_use]
    pub fn voices(&self) -> [(Voice, u32); 4] {
        [
            (Voice::For, self.yes),
            (Voice::Against, self.no),
            (Voice::Abstain, self.abstain),
            (Voice::NotVoting, self.not_voting),
        ]
    }

    /// Returns how many they are together.
    #[must_use]
    pub fn sum(&self) -> u32 {
        let voices = self.voices().into_iter();
        voices.fold(0, |sum, (_, number)| sum.saturating_add(number))
    }
}

/// What a village says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Says {
    /// All its delegates who are there, the same.
    AsOne {
        /// What.
        stance: Stance,
    },
    /// So many of them each.
    ByNumbers {
        /// The numbers.
        split: Split,
    },
}

impl Says {
    /// Returns the numbers, where so many delegates are there.
    #[must_use]
    pub fn of(&self, here: u32) -> Split {
        let mut split = match self {
            Self::ByNumbers { split } => return *split,
            Self::AsOne { .. } => Split::default(),
        };
        if let Self::AsOne { stance } = self {
            *match stance {
                Stance::For => &mut split.yes,
                Stance::Against => &mut split.no,
                Stance::Abstain => &mut split.abstain,
                Stance::NotVoting => &mut split.not_voting,
            } = here;
        }
        split
    }
}

/// What one village was heard to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VillageVote {
    /// The village; absent for area-wide seats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub village: Option<VillageId>,
    /// What it says.
    pub says: Says,
    /// Proposed by 全部赞成 and not confirmed yet; the vote's end removes it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pencilled: bool,
}

/// The villages' votes once they are ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VillageCount {
    /// What each said, in the order asked.
    pub votes: Vec<VillageVote>,
    /// Everybody who was there and had not withdrawn, in the order of the roll.
    pub room: Vec<Voter>,
}

impl VillageCount {
    /// Returns each village's numbers, in the order asked.
    pub fn splits(&self) -> impl Iterator<Item = (&VillageVote, Split)> {
        self.votes.iter().map(|vote| {
            let here = self.room.iter().filter(|it| it.village == vote.village);
            (vote, vote.says.of(count(here)))
        })
    }
}

impl Ballot {
    /// Returns the villages that are asked, in the order of the roll; area-wide seats are one.
    #[must_use]
    pub fn villages_asked(&self) -> Vec<Option<&VillageId>> {
        let mut asked: Vec<Option<&VillageId>> = Vec::new();
        for voter in &self.voters {
            let village = voter.village.as_ref();
            if !asked.contains(&village) {
                asked.push(village);
            }
        }
        asked
    }

    /// Returns what a village was heard to say.
    #[must_use]
    pub fn village_vote(&self, village: Option<&VillageId>) -> Option<&VillageVote> {
        let mut votes = self.villages.iter();
        votes.find(|vote| vote.village.as_ref() == village)
    }

    /// Takes down what a village says, in its place among those asked.
    pub(super) fn hear(&mut self, vote: VillageVote) {
        self.villages.retain(|known| known.village != vote.village);
        self.villages.push(vote);
        let asked: Vec<Option<VillageId>> = self
            .villages_asked()
            .into_iter()
            .map(|it| it.cloned())
            .collect();
        self.villages
            .sort_by_key(|vote| asked.iter().position(|it| *it == vote.village));
    }
}

/// Returns how many delegates of a village are there and have not withdrawn.
#[must_use]
pub fn here(session: &Session, ballot: &Ballot, village: Option<&VillageId>) -> u32 {
    count(room(session, ballot).filter(|voter| voter.village.as_ref() == village))
}

/// Returns the villages with somebody there that were not heard, in the order asked.
pub fn unheard<'a>(
    session: &'a Session,
    ballot: &'a Ballot,
) -> impl Iterator<Item = Option<&'a VillageId>> {
    ballot.villages_asked().into_iter().filter(|village| {
        here(session, ballot, *village) > 0 && ballot.village_vote(*village).is_none()
    })
}

fn by_village<'a>(
    world: &'a World,
    motion: &MotionId,
) -> Result<(&'a Motion, &'a Ballot, &'a Session), Refusal> {
    let (motion, ballot, session) = voting(world, motion)?;
    match ballot.method {
        Method::ByVillage => Ok((motion, ballot, session)),
        other => Err(Refusal::counted_otherwise(other)),
    }
}

/// Refuses numbers that are not those of the delegates who are there.
///
/// # Errors
/// [`Refusal::DelegatesDoNotAddUp`] with the difference as data.
pub fn adds_up(session: &Session, ballot: &Ballot, vote: &VillageVote) -> Result<(), Refusal> {
    let here = here(session, ballot, vote.village.as_ref());
    let sum = vote.says.of(here).sum();
    if here == sum {
        return Ok(());
    }
    Err(Refusal::DelegatesDoNotAddUp {
        village: vote.village.clone(),
        here,
        sum,
    })
}

/// Refuses voices by name of one village that differ, where the rule has its delegates speak as one.
/// Area-wide seats are no village that would have to.
pub(in crate::domain) fn speak_as_one(rule: &Rule, voices: &[Voiced]) -> Result<(), Refusal> {
    if !rule.bloc {
        return Ok(());
    }
    let mut said: BTreeMap<&VillageId, Voice> = BTreeMap::new();
    for voiced in voices {
        let heard = !matches!(voiced.voice, Voice::Absent | Voice::Recused);
        if let Some(village) = voiced.voter.village.as_ref().filter(|_| heard)
            && *said.entry(village).or_insert(voiced.voice) != voiced.voice
        {
            return Err(Refusal::SpeaksAsOne {
                village: village.clone(),
            });
        }
    }
    Ok(())
}

/// Returns the first village whose voices by name differ where the rule has it speak as one, with what
/// each of those who spoke said.
#[must_use]
pub fn differing<'a>(
    session: &Session,
    ballot: &'a Ballot,
) -> Option<(&'a VillageId, Vec<(&'a PersonId, &'a Choice)>)> {
    if !ballot.rule.bloc || ballot.method != Method::ByName {
        return None;
    }
    let mut said: BTreeMap<&VillageId, Vec<(&PersonId, &Choice)>> = BTreeMap::new();
    for voter in &ballot.voters {
        let there = session.attendee(&voter.person);
        let there = there.is_some_and(|it| it.counts_under(&ballot.rule))
            || cast_by(session, ballot, &voter.person).is_some();
        let heard = !matches!(
            ballot.voice_of(&voter.person, there),
            Voice::Absent | Voice::Recused
        );
        if let (true, Some(village), Some(mark)) =
            (heard, &voter.village, ballot.marks.get(&voter.person))
        {
            let of = said.entry(village).or_default();
            of.push((&voter.person, &mark.choice));
        }
    }
    let differs = |of: &Vec<(&PersonId, &Choice)>| {
        let first = of.first().map(|(_, choice)| choice.voice());
        of.iter().any(|(_, choice)| Some(choice.voice()) != first)
    };
    let mut villages = ballot
        .voters
        .iter()
        .filter_map(|voter| voter.village.as_ref());
    let village = villages.find(|village| said.get(village).is_some_and(differs))?;
    Some((village, said.remove(village)?))
}

/// Judges what a village says.
pub(super) fn hear(
    world: &World,
    motion: &MotionId,
    village: Option<&VillageId>,
    says: &Says,
) -> Result<Vec<Event>, Refusal> {
    let (motion, ballot, session) = by_village(world, motion)?;
    if !ballot.villages_asked().contains(&village) {
        return Err(Refusal::Unknown);
    }
    if here(session, ballot, village) == 0 {
        return Err(Refusal::NoDelegateThere {
            village: village.cloned(),
        });
    }
    // Area-wide seats are no village that would have to speak as one.
    if let (true, Some(village), Says::ByNumbers { .. }) = (ballot.rule.bloc, village, says) {
        return Err(Refusal::SpeaksAsOne {
            village: village.clone(),
        });
    }
    let vote = VillageVote {
        village: village.cloned(),
        says: *says,
        pencilled: false,
    };
    adds_up(session, ballot, &vote)?;
    if ballot.village_vote(village) == Some(&vote) {
        return Ok(Vec::new());
    }
    Ok(vec![heard(motion, vote)])
}

/// Judges taking back what a village said.
pub(super) fn unhear(
    world: &World,
    motion: &MotionId,
    village: Option<&VillageId>,
) -> Result<Vec<Event>, Refusal> {
    let (motion, ballot, _) = by_village(world, motion)?;
    if ballot.village_vote(village).is_none() {
        return Ok(Vec::new());
    }
    Ok(vec![Event::VillageCleared {
        session: motion.session.clone(),
        motion: motion.id.clone(),
        village: village.cloned(),
    }])
}

/// 全部赞成: pencils a vote for every village that was not heard.
pub(super) fn all_for(motion: &Motion, session: &Session, ballot: &Ballot) -> Vec<Event> {
    unheard(session, ballot)
        .map(|village| {
            let vote = VillageVote {
                village: village.cloned(),
                says: Says::AsOne {
                    stance: Stance::For,
                },
                pencilled: true,
            };
            heard(motion, vote)
        })
        .collect()
}

fn heard(motion: &Motion, vote: VillageVote) -> Event {
    Event::VillageHeard {
        session: motion.session.clone(),
        motion: motion.id.clone(),
        vote,
    }
}

/// Refuses an end before every village was heard, or with numbers that are no longer the room's.
pub(super) fn may_end(session: &Session, ballot: &Ballot) -> Result<VillageCount, Refusal> {
    let missing: Vec<Option<VillageId>> = unheard(session, ballot)
        .map(|village| village.cloned())
        .collect();
    if !missing.is_empty() {
        return Err(Refusal::VillagesMissing { villages: missing });
    }
    let count = so_far(session, ballot);
    for vote in &count.votes {
        adds_up(session, ballot, vote)?;
    }
    Ok(count)
}

/// Counts what the villages with somebody there said so far, in ink; one that was not heard has not voted.
pub(super) fn so_far(session: &Session, ballot: &Ballot) -> VillageCount {
    let silent = Says::AsOne {
        stance: Stance::NotVoting,
    };
    let asked = ballot.villages_asked().into_iter();
    let there = asked.filter(|village| here(session, ballot, *village) > 0);
    let votes = there.map(|village| VillageVote {
        village: village.cloned(),
        says: ballot
            .village_vote(village)
            .map_or(silent, |vote| vote.says),
        pencilled: false,
    });
    VillageCount {
        votes: votes.collect(),
        room: room(session, ballot).cloned().collect(),
    }
}
