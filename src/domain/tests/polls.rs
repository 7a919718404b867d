//! Random rules and random rooms, for the laws of counting.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use crate::domain::ids::VillageId;
use crate::domain::rule::{
    Base, Comparator, Consent, Over, Pass, Provenance, Quorum, RecusalEffect, Rule, Threshold,
    Turnout,
};
use crate::domain::vote::result::Voiced;
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{Ballot, VoteResult, Voter};

/// Numbers that look random and are the same in every run (xorshift).
pub(crate) struct Luck(u64);

impl Luck {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// Returns a number below `end`.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from((self.0 >> 32) % u64::from(end.max(1))).unwrap_or(0)
    }

    pub(crate) fn chance(&mut self, of: u32) -> bool {
        self.below(of) == 0
    }

    pub(crate) fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(u32::try_from(of.len()).unwrap()) as usize]
    }
}

/// A rule and a room that votes under it.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) rule: Rule,
    pub(crate) voices: Vec<Voiced>,
    pub(crate) concerned: Vec<VillageId>,
}

const VOICES: [Voice; 6] = [
    Voice::For,
    Voice::Against,
    Voice::Abstain,
    Voice::NotVoting,
    Voice::Absent,
    Voice::Recused,
];

impl Case {
    /// Makes one by luck: often small, often even, so that halves and thirds are hit exactly.
    pub(crate) fn by_luck(luck: &mut Luck) -> Self {
        let villages = luck.below(6);
        let people = if luck.chance(4) {
            luck.below(3)
        } else {
            luck.below(25)
        };
        let likely = luck.one(&VOICES);
        let voices = (0..people)
            .map(|number| {
                let village = (villages > 0 && !luck.chance(5))
                    .then(|| VillageId::from(format!("v{}", luck.below(villages))));
                let mut voter = Voter::new(format!("p{number}").as_str().into(), village);
                voter.households = (!luck.chance(4)).then(|| luck.below(30));
                voter.shares = (!luck.chance(4)).then(|| luck.below(1000));
                voter.woman = luck.chance(3);
                let voice = match luck.below(4) {
                    0 => likely,
                    1 => Voice::For,
                    _ => luck.one(&VOICES),
                };
                Voiced::new(voter, voice)
            })
            .collect();
        let concerned = (0..villages).filter(|_| luck.chance(3));
        let concerned = concerned
            .map(|number| VillageId::from(format!("v{number}")))
            .collect::<Vec<_>>();
        let mut rule = Rule::counting(
            "any".into(),
            pass(luck, 2),
            Provenance::Foreign,
            "any".to_owned(),
        );
        rule.recusal = luck.one(&RecusalEffect::ALL);
        if luck.chance(3) {
            rule.consent = Consent::InVote {
                each: threshold(luck).over(Over::Persons),
            };
        }
        rule.quorum = Quorum {
            all_of: (0..luck.below(3)).map(|_| turnout(luck)).collect(),
            ..Quorum::default()
        };
        rule.reckoned = (0..villages)
            .map(|number| (VillageId::from(format!("v{number}")), luck.below(50)))
            .collect();
        Self {
            rule,
            voices,
            concerned,
        }
    }

    pub(crate) fn result(&self) -> VoteResult {
        let at = super::stage::at("09:00");
        let voters = self
            .voices
            .iter()
            .map(|voiced| voiced.voter.clone())
            .collect();
        let ballot = Ballot::new(at, self.rule.clone(), voters, Default::default());
        VoteResult::of(&ballot, self.voices.clone(), &self.concerned, at)
    }
}

pub(crate) fn threshold(luck: &mut Luck) -> Threshold {
    let den = 1 + luck.below(5);
    Threshold {
        over: luck.one(&Over::ALL),
        num: 1 + luck.below(den),
        den,
        comparator: luck.one(&[Comparator::MoreThan, Comparator::AtLeast]),
        base: luck.one(&Base::ALL),
    }
}

pub(crate) fn turnout(luck: &mut Luck) -> Turnout {
    let Threshold {
        over,
        num,
        den,
        comparator,
        ..
    } = threshold(luck);
    Turnout {
        over,
        num,
        den,
        comparator,
    }
}

pub(crate) fn pass(luck: &mut Luck, deep: u32) -> Pass {
    let branches = |luck: &mut Luck| (0..=luck.below(3)).map(|_| pass(luck, deep - 1)).collect();
    match luck.below(if deep == 0 { 4 } else { 7 }) {
        0 => Pass::EachVillage(threshold(luck).over(Over::Persons)),
        1 => Pass::FewerBlockersThan {
            over: luck.one(&Over::ALL),
            number: 1 + luck.below(6),
        },
        2 | 3 => Pass::Reaches(threshold(luck)),
        4 | 5 => Pass::All(branches(luck)),
        _ => Pass::Any(branches(luck)),
    }
}
