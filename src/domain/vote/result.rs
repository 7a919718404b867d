//! The result of a vote: the count, its proof, and the villages that did not agree.

use super::hands::HandCount;
use super::tally::{Counts, Tally, Voice, tally};
use super::{Ballot, Voter};
use crate::domain::dates::Minute;
use crate::domain::ids::{GroupId, PersonId, VillageId};
use crate::domain::rule::{Base, Comparator, Inequality, Rule, Threshold};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How the count came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The rule's criteria hold.
    Adopted,
    /// They do not.
    Rejected,
    /// They do not, with as many for as against.
    Tied,
    /// Too few were in the room when the vote ended: nothing was decided.
    Inquorate,
}

/// What one person did, as it was counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voiced {
    /// Who, for which village.
    pub voter: Voter,
    /// What.
    pub voice: Voice,
}

/// A village concerned and what its voices said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VillageVoice {
    /// The village.
    pub village: VillageId,
    /// Its voices.
    pub counts: Counts,
    /// Whether more than half of its voices in the room were for.
    pub agreed: bool,
}

/// The result of a vote, with everything its proof rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoteResult {
    /// When the vote ended.
    pub ended: Minute,
    /// Every voice that is known by name, in the order asked.
    pub voices: Vec<Voiced>,
    /// The count and its criteria.
    pub tally: Tally,
    /// The quorum with its numbers, where the rule has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<Inequality>,
    /// The villages concerned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub concerned: Vec<VillageVoice>,
    /// Those of 应到会 who took part by video, which the rule did not count; they are among the absent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_video: Vec<PersonId>,
    /// The hands, where only they were counted; the voices then name who was absent or withdrew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hands: Option<HandCount>,
    /// How it came out.
    pub outcome: Outcome,
}

impl VoteResult {
    /// Counts a ballot as the room stands when the vote ends.
    #[must_use]
    pub fn count(
        ballot: &Ballot,
        in_room: &BTreeSet<PersonId>,
        villages: &[VillageId],
        ended: Minute,
    ) -> Self {
        let voices = ballot
            .voters
            .iter()
            .map(|voter| Voiced {
                voter: voter.clone(),
                voice: ballot.voice_of(&voter.person, in_room.contains(&voter.person)),
            })
            .collect();
        Self::of(&ballot.rule, voices, villages, ended)
    }

    /// Counts voices under a rule.
    #[must_use]
    pub fn of(rule: &Rule, voices: Vec<Voiced>, villages: &[VillageId], ended: Minute) -> Self {
        let groups: Vec<Option<GroupId>> = voices
            .iter()
            .map(|voiced| voiced.voter.village.as_ref().map(GroupId::from))
            .collect();
        let tally = tally(
            rule,
            groups
                .iter()
                .map(Option::as_ref)
                .zip(voices.iter().map(|voiced| voiced.voice)),
        );
        let concerned = villages
            .iter()
            .map(|village| concerned(village, &voices))
            .collect();
        Self {
            concerned,
            ..Self::judged(rule, tally, voices, ended)
        }
    }

    /// Counts a show of hands; what the villages concerned think is not known then.
    #[must_use]
    pub fn by_hands(
        ballot: &Ballot,
        in_room: &BTreeSet<PersonId>,
        hands: HandCount,
        ended: Minute,
    ) -> Self {
        let known: Vec<Voiced> = ballot
            .voters
            .iter()
            .map(|voter| Voiced {
                voter: voter.clone(),
                voice: ballot.voice_of(&voter.person, in_room.contains(&voter.person)),
            })
            .filter(|voiced| matches!(voiced.voice, Voice::Absent | Voice::Recused))
            .collect();
        let counts = hands.hands.counts();
        let raised = [
            (Voice::For, counts.yes),
            (Voice::Against, counts.no),
            (Voice::Abstain, counts.abstain),
            (Voice::NotVoting, counts.not_voting),
        ];
        let raised = raised
            .into_iter()
            .flat_map(|(voice, times)| (0..times).map(move |_| voice));
        let voices = known.iter().map(|voiced| voiced.voice).chain(raised);
        let tally = tally(&ballot.rule, voices.map(|voice| (None, voice)));
        Self {
            hands: Some(hands),
            ..Self::judged(&ballot.rule, tally, known, ended)
        }
    }

    fn judged(rule: &Rule, tally: Tally, voices: Vec<Voiced>, ended: Minute) -> Self {
        let quorum = rule.quorum_of(
            tally.counts.attending(rule.recusal),
            tally.counts.entitled(rule.recusal),
        );
        let outcome = if quorum.is_some_and(|quorum| !quorum.holds()) {
            Outcome::Inquorate
        } else if tally.adopted {
            Outcome::Adopted
        } else if tally.counts.yes == tally.counts.no && tally.counts.yes > 0 {
            Outcome::Tied
        } else {
            Outcome::Rejected
        };
        Self {
            ended,
            voices,
            tally,
            quorum,
            concerned: Vec::new(),
            by_video: Vec::new(),
            hands: None,
            outcome,
        }
    }

    /// Returns what a person did, `None` for somebody not entitled.
    #[must_use]
    pub fn voice_of(&self, person: &PersonId) -> Option<Voice> {
        self.voices
            .iter()
            .find(|voiced| voiced.voter.person == *person)
            .map(|voiced| voiced.voice)
    }

    /// Says whether the person's having been there is what the result stands on.
    #[must_use]
    pub fn stands_on(&self, person: &PersonId) -> bool {
        let raised = self.hands.as_ref().is_some_and(|hands| {
            let mut room = hands.room.iter();
            room.any(|voter| voter.person == *person)
        });
        raised
            || self
                .voice_of(person)
                .is_some_and(|voice| voice != Voice::Absent)
    }

    /// Counts anew with one voice put right.
    #[must_use]
    pub fn with_voice(
        &self,
        rule: &Rule,
        villages: &[VillageId],
        person: &PersonId,
        voice: Voice,
    ) -> Self {
        let mut voices = self.voices.clone();
        for voiced in voices
            .iter_mut()
            .filter(|voiced| voiced.voter.person == *person)
        {
            voiced.voice = voice;
        }
        Self {
            by_video: self.by_video.clone(),
            ..Self::of(rule, voices, villages, self.ended)
        }
    }

    /// Returns the villages concerned that did not agree; they are named wherever the result is.
    pub fn not_agreed(&self) -> impl Iterator<Item = &VillageId> {
        self.concerned
            .iter()
            .filter(|voice| !voice.agreed)
            .map(|voice| &voice.village)
    }
}

fn concerned(village: &VillageId, voices: &[Voiced]) -> VillageVoice {
    let mut counts = Counts::default();
    for voiced in voices
        .iter()
        .filter(|voiced| voiced.voter.village.as_ref() == Some(village))
    {
        counts.add(voiced.voice);
    }
    let half = Threshold {
        num: 1,
        den: 2,
        comparator: Comparator::MoreThan,
        base: Base::Present,
    };
    VillageVoice {
        village: village.clone(),
        counts,
        agreed: half.with(counts.yes, counts.present()).holds(),
    }
}
