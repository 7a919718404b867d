//! The result of a vote: the count, its proof, and the villages that did not agree.

use super::by_village::VillageCount;
use super::hands::HandCount;
use super::secret::{BallotCount, SecretCount};
use super::slate::SlateCount;
use super::tally::{Counts, Poll, Tally, Voice};
use super::{Ballot, Choice, Voter};
use crate::domain::dates::Minute;
use crate::domain::ids::{GroupId, PersonId, VillageId};
use crate::domain::rule::{
    Base, Comparator, Consent, Inequality, Over, RecusalEffect, Required, Rule, Threshold,
};
use crate::domain::text::Line;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How the count came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The rule's criteria hold.
    Adopted,
    /// They do not.
    Rejected,
    /// They do not, with as many for as against by what the rule counts.
    Tied,
    /// Too few were in the room when the vote ended: nothing was decided.
    Inquorate,
    /// 票数异常: the ballots cannot be right, and the vote is taken anew.
    Void,
    /// Of several contenders some are voted on again: the tied for the last seat, or a run-off.
    VoteAgain,
}

/// One demand of a quorum with its numbers put in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuorumProof {
    /// Whose attendance.
    pub of: Attending,
    /// The numbers.
    pub inequality: Inequality,
    /// Whether it is short only because of those who withdrew, and the rule waives that.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub waived: bool,
}

impl QuorumProof {
    /// Says whether the demand is met, or waived.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.waived || self.inequality.holds()
    }
}

/// Whose attendance a quorum counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attending {
    /// So many of these.
    Of(Over),
    /// Somebody without whom nothing is voted.
    Required(Required),
}

/// What is asked of a turnout nobody is entitled to: somebody, and there is none.
const SOMEBODY: Inequality = Inequality {
    den: 1,
    count: 0,
    comparator: Comparator::MoreThan,
    num: 1,
    base: 0,
};

/// Puts the numbers of a room into every turnout of a rule.
#[must_use]
pub fn turnouts(rule: &Rule, poll: &Poll) -> Vec<QuorumProof> {
    rule.quorum
        .all_of
        .iter()
        .map(|turnout| {
            let counts = poll.counts(turnout.over);
            let entitled = counts.entitled(rule.recusal);
            let threshold = turnout.threshold();
            let inequality = threshold.with(counts.attending(rule.recusal), entitled);
            // Of nobody every share is there: without a woman 2/3 of the women would have come.
            let nobody = entitled == 0 && inequality.holds();
            let inequality = if nobody { SOMEBODY } else { inequality };
            let with_recused = counts.present().saturating_add(counts.recused);
            QuorumProof {
                of: Attending::Of(turnout.over),
                inequality,
                waived: rule.recusal == RecusalEffect::Waive
                    && !inequality.holds()
                    && entitled > 0
                    && threshold.with(with_recused, entitled).holds(),
            }
        })
        .collect()
}

/// What one person did, as it was counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voiced {
    /// Who, for which village.
    pub voter: Voter,
    /// What.
    pub voice: Voice,
    /// Which of several they took, where the vote was by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option: Option<Line>,
    /// Who cast it, where the voter was away and had given a proxy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cast_by: Option<PersonId>,
}

impl Voiced {
    /// Makes the voice of somebody who was there, or was not.
    #[must_use]
    pub fn new(voter: Voter, voice: Voice) -> Self {
        Self {
            voter,
            voice,
            option: None,
            cast_by: None,
        }
    }

    /// Returns what is counted for the quorum: whoever was spoken for did not come, unless the rule
    /// counts that.
    pub(super) fn attended(&self, rule: &Rule) -> Voice {
        let counted = rule.proxies.is_some_and(|proxies| proxies.in_quorum);
        match &self.cast_by {
            Some(_) if !counted => Voice::Absent,
            _ => self.voice,
        }
    }
}

/// A village concerned and what its voices said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VillageVoice {
    /// The village.
    pub village: VillageId,
    /// Its voices.
    pub counts: Counts,
    /// Whether its voices reach what the rule asks of it; where the rule asks nothing, whether more than
    /// half of those in the room were for.
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
    /// What the rule's quorum asks for, with its numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quorum: Vec<QuorumProof>,
    /// The villages concerned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub concerned: Vec<VillageVoice>,
    /// Those of 应到会 who took part by video, which the rule did not count; they are among the absent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_video: Vec<PersonId>,
    /// The hands, where only they were counted; the voices then name who was absent or withdrew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hands: Option<HandCount>,
    /// The papers of a secret ballot; the voices then name who was absent or withdrew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret: Option<SecretCount>,
    /// What each village said, where villages voted; the voices then name who was absent or withdrew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_village: Option<VillageCount>,
    /// The count of each contender, where the rule asks for more than for and against; the voices then
    /// name who was absent or withdrew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slate: Option<SlateCount>,
    /// How it came out.
    pub outcome: Outcome,
}

impl VoteResult {
    /// Counts a ballot as the room stands when the vote ends; `proxies` says who casts whose vote.
    #[must_use]
    pub fn count(
        ballot: &Ballot,
        in_room: &BTreeSet<PersonId>,
        proxies: &BTreeMap<PersonId, PersonId>,
        villages: &[VillageId],
        ended: Minute,
    ) -> Self {
        let mut voices = voiced(ballot, in_room);
        for voiced in &mut voices {
            let giver = &voiced.voter.person;
            if let Some(holder) = proxies.get(giver).filter(|_| !in_room.contains(giver)) {
                voiced.voice = ballot.voice_of(giver, true);
                voiced.option = ballot.option_of(giver).cloned();
                voiced.cast_by = Some(holder.clone());
            }
        }
        Self::of(ballot, voices, villages, ended)
    }

    /// Counts voices under the rule of a ballot.
    #[must_use]
    pub fn of(ballot: &Ballot, voices: Vec<Voiced>, villages: &[VillageId], ended: Minute) -> Self {
        if let Some(slate) = &ballot.slate {
            return Self::of_named(ballot, slate, voices, ended);
        }
        let concerned = villages
            .iter()
            .map(|village| concerned(&ballot.rule, village, &voices))
            .collect();
        Self {
            concerned,
            ..Self::of_voices(&ballot.rule, voices, villages, ended)
        }
    }

    /// Counts voices under a rule, and for its quorum those who were there.
    pub(super) fn of_voices(
        rule: &Rule,
        voices: Vec<Voiced>,
        villages: &[VillageId],
        ended: Minute,
    ) -> Self {
        let (mut poll, mut there) = (Poll::under(rule), Poll::under(rule));
        for voiced in &voices {
            let group = voiced.voter.village.as_ref().map(GroupId::from);
            let stake = voiced.voter.stake();
            poll.take(group.as_ref(), voiced.voice, stake);
            there.take(group.as_ref(), voiced.attended(rule), stake);
        }
        Self::judged(rule, (&poll, &there), villages, voices, ended)
    }

    /// Counts a show of hands; what the villages concerned think is not known then.
    #[must_use]
    pub fn by_hands(
        ballot: &Ballot,
        in_room: &BTreeSet<PersonId>,
        hands: HandCount,
        ended: Minute,
    ) -> Self {
        let known = known(ballot, in_room);
        let counts = hands.hands.counts();
        let mut poll = Poll::under(&ballot.rule);
        for voiced in &known {
            poll.take_times(None, voiced.voice, 1);
        }
        for (voice, times) in [
            (Voice::For, counts.yes),
            (Voice::Against, counts.no),
            (Voice::Abstain, counts.abstain),
            (Voice::NotVoting, counts.not_voting),
        ] {
            poll.take_times(None, voice, times);
        }
        let there = there(&ballot.rule, &known, &hands.room);
        Self {
            hands: Some(hands),
            ..Self::judged(&ballot.rule, (&poll, &there), &[], known, ended)
        }
    }

    /// Counts a secret ballot. Whoever took no paper back is there and did not vote.
    #[must_use]
    pub fn secretly(
        ballot: &Ballot,
        in_room: &BTreeSet<PersonId>,
        secret: SecretCount,
        villages: &[VillageId],
        ended: Minute,
    ) -> Self {
        let known = known(ballot, in_room);
        let by_village = matches!(secret.count, BallotCount::ByVillage { .. });
        let mut poll = Poll::under(&ballot.rule);
        if by_village {
            begin(ballot, &mut poll);
        }
        for voiced in &known {
            let village = voiced.voter.village.as_ref().filter(|_| by_village);
            poll.take_times(village.map(GroupId::from).as_ref(), voiced.voice, 1);
        }
        let given = secret.issued.by_village();
        let void = secret.count.exceeds(&secret.issued);
        for (village, papers) in secret.count.piles() {
            let group = village.as_ref().map(GroupId::from);
            let group = group.as_ref();
            let issued = match given.iter().find(|(of, _)| by_village && *of == village) {
                Some((_, number)) => *number,
                None => secret.issued.number(),
            };
            // Nothing is decided by papers of which there are too many.
            let silent = if void {
                issued
            } else {
                issued.saturating_sub(papers.returned)
            };
            for (voice, times) in [
                (Voice::For, papers.yes),
                (Voice::Against, papers.no),
                (Voice::Abstain, papers.abstain),
                (Voice::NotVoting, silent),
            ] {
                poll.take_times(group, voice, times);
            }
            poll.spoil(group, papers.spoiled);
        }
        let concerned = match by_village && !void {
            true => villages
                .iter()
                .map(|it| of_group(&ballot.rule, it, &poll))
                .collect(),
            false => Vec::new(),
        };
        let there = there(&ballot.rule, &known, &secret.issued.to);
        let judged = Self::judged(&ballot.rule, (&poll, &there), villages, known, ended);
        Self {
            secret: Some(secret),
            concerned,
            outcome: if void { Outcome::Void } else { judged.outcome },
            ..judged
        }
    }

    /// Counts a vote village by village.
    #[must_use]
    pub fn by_village(
        ballot: &Ballot,
        in_room: &BTreeSet<PersonId>,
        count: VillageCount,
        villages: &[VillageId],
        ended: Minute,
    ) -> Self {
        let known = known(ballot, in_room);
        let mut poll = Poll::under(&ballot.rule);
        begin(ballot, &mut poll);
        for voiced in &known {
            let group = voiced.voter.village.as_ref().map(GroupId::from);
            poll.take_times(group.as_ref(), voiced.voice, 1);
        }
        for (vote, split) in count.splits() {
            let group = vote.village.as_ref().map(GroupId::from);
            for (voice, times) in split.voices() {
                poll.take_times(group.as_ref(), voice, times);
            }
        }
        let concerned = villages
            .iter()
            .map(|it| of_group(&ballot.rule, it, &poll))
            .collect();
        let there = there(&ballot.rule, &known, &count.room);
        Self {
            by_village: Some(count),
            concerned,
            ..Self::judged(&ballot.rule, (&poll, &there), villages, known, ended)
        }
    }

    /// Judges what was said by what was counted, and the quorum by who was there.
    pub(super) fn judged(
        rule: &Rule,
        (poll, there): (&Poll, &Poll),
        villages: &[VillageId],
        voices: Vec<Voiced>,
        ended: Minute,
    ) -> Self {
        let concerned: Vec<GroupId> = villages.iter().map(GroupId::from).collect();
        let tally = poll.judge(rule, &concerned);
        let quorum = turnouts(rule, there);
        Self {
            ended,
            voices,
            outcome: outcome_of(&tally, &quorum),
            tally,
            quorum,
            concerned: Vec::new(),
            by_video: Vec::new(),
            hands: None,
            secret: None,
            by_village: None,
            slate: None,
        }
    }

    /// Puts somebody without whom nothing is voted into the proof.
    #[must_use]
    pub fn requiring(mut self, required: Vec<QuorumProof>) -> Self {
        let void = self.outcome == Outcome::Void;
        if !void && !required.iter().all(QuorumProof::holds) {
            self.outcome = Outcome::Inquorate;
        }
        self.quorum.extend(required);
        self
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
        let mut took_part = self.took_part().into_iter();
        took_part.any(|voter| voter.person == *person)
            || self
                .voice_of(person)
                .is_some_and(|voice| voice != Voice::Absent)
    }

    /// Counts anew with one voice put right, that takes nothing of several.
    #[must_use]
    pub fn with_voice(
        &self,
        ballot: &Ballot,
        villages: &[VillageId],
        person: &PersonId,
        voice: Voice,
    ) -> Self {
        self.anew(ballot, villages, person, (voice, None))
    }

    /// Counts anew with the choice of somebody put right.
    #[must_use]
    pub fn with_choice(
        &self,
        ballot: &Ballot,
        villages: &[VillageId],
        person: &PersonId,
        choice: &Choice,
    ) -> Self {
        let said = (choice.voice(), choice.option());
        self.anew(ballot, villages, person, said)
    }

    fn anew(
        &self,
        ballot: &Ballot,
        villages: &[VillageId],
        person: &PersonId,
        (voice, option): (Voice, Option<&Line>),
    ) -> Self {
        let mut anew = self.clone();
        anew.recast_by(ballot, person, voice);
        let mut voices = anew.voices;
        for voiced in voices
            .iter_mut()
            .filter(|voiced| voiced.voter.person == *person)
        {
            voiced.voice = voice;
            voiced.option = option.cloned();
        }
        let required = self.quorum.iter();
        let required = required.filter(|proof| matches!(proof.of, Attending::Required(_)));
        Self {
            by_video: self.by_video.clone(),
            ..Self::of(ballot, voices, villages, self.ended).requiring(required.cloned().collect())
        }
    }

    /// Returns the villages whose voices were held apart when it was counted.
    #[must_use]
    pub fn apart(&self) -> Vec<VillageId> {
        let concerned = self.concerned.iter();
        concerned.map(|it| it.village.clone()).collect()
    }

    /// Returns the villages concerned that did not agree; they are named wherever the result is.
    pub fn not_agreed(&self) -> impl Iterator<Item = &VillageId> {
        self.concerned
            .iter()
            .filter(|voice| !voice.agreed)
            .map(|voice| &voice.village)
    }
}

/// Says how a count came out that had such a quorum.
#[must_use]
pub fn outcome_of(tally: &Tally, quorum: &[QuorumProof]) -> Outcome {
    if !quorum.iter().all(QuorumProof::holds) {
        Outcome::Inquorate
    } else if tally.adopted {
        Outcome::Adopted
    } else if tally.is_level() {
        Outcome::Tied
    } else {
        Outcome::Rejected
    }
}

/// Puts the villages into a count in the order in which they are asked.
fn begin(ballot: &Ballot, poll: &mut Poll) {
    for village in ballot.villages_asked() {
        poll.take_times(village.map(GroupId::from).as_ref(), Voice::NotVoting, 0);
    }
}

/// Returns the voices that are known by name in a vote that is not: who was absent, who withdrew.
pub(super) fn known(ballot: &Ballot, in_room: &BTreeSet<PersonId>) -> Vec<Voiced> {
    let mut known = voiced(ballot, in_room);
    known.retain(|voiced| matches!(voiced.voice, Voice::Absent | Voice::Recused));
    known
}

/// Counts those who were there beside those who were not, of a vote that is not by name.
pub(super) fn there(rule: &Rule, known: &[Voiced], took_part: &[Voter]) -> Poll {
    let mut poll = Poll::under(rule);
    let away = known.iter().map(|it| (&it.voter, it.voice));
    let here = took_part.iter().map(|voter| (voter, Voice::NotVoting));
    for (voter, voice) in away.chain(here) {
        let group = voter.village.as_ref().map(GroupId::from);
        poll.take(group.as_ref(), voice, voter.stake());
    }
    poll
}

fn voiced(ballot: &Ballot, in_room: &BTreeSet<PersonId>) -> Vec<Voiced> {
    ballot
        .voters
        .iter()
        .map(|voter| {
            let voice = ballot.voice_of(&voter.person, in_room.contains(&voter.person));
            let option = ballot.option_of(&voter.person);
            Voiced {
                option: option.filter(|_| voice == Voice::For).cloned(),
                ..Voiced::new(voter.clone(), voice)
            }
        })
        .collect()
}

fn of_group(rule: &Rule, village: &VillageId, poll: &Poll) -> VillageVoice {
    agreed(rule, village, poll.of_group(&GroupId::from(village)))
}

fn concerned(rule: &Rule, village: &VillageId, voices: &[Voiced]) -> VillageVoice {
    let mut counts = Counts::default();
    for voiced in voices
        .iter()
        .filter(|voiced| voiced.voter.village.as_ref() == Some(village))
    {
        counts.add(voiced.voice);
    }
    agreed(rule, village, counts)
}

fn agreed(rule: &Rule, village: &VillageId, counts: Counts) -> VillageVoice {
    let each = match &rule.consent {
        Consent::InVote { each } => *each,
        _ => Threshold::more_than_half(Base::Present),
    };
    let base = counts.base(each.base, rule.recusal);
    VillageVoice {
        village: village.clone(),
        counts,
        // A village of which nobody is for it has not agreed, whatever share is asked.
        agreed: counts.yes > 0 && each.with(counts.yes, base).holds(),
    }
}
