//! Ballots judged a second on one core, beside a bare loop over integers that does the same sums.

use crate::stats::figures;
use lianxi::domain::dates::Minute;
use lianxi::domain::ids::{GroupId, VillageId};
use lianxi::domain::rule::{Rule, Weights, preset};
use lianxi::domain::vote::result::Voiced;
use lianxi::domain::vote::tally::{Poll, Voice};
use lianxi::domain::vote::{Ballot, VoteResult, Voter};
use std::hint::black_box;
use std::time::{Duration, Instant};

const VOTERS: usize = 70;
const VILLAGES: usize = 7;
const VOICES: [Voice; 6] = [
    Voice::For,
    Voice::Against,
    Voice::Abstain,
    Voice::NotVoting,
    Voice::Absent,
    Voice::Recused,
];

/// Seventy voters of seven villages, each with what is counted of them.
struct Hall {
    rule: Rule,
    voices: Vec<Voiced>,
    groups: Vec<GroupId>,
}

/// The same as numbers alone.
struct Bare {
    voice: [u8; VOTERS],
    village: [u8; VOTERS],
    households: [u32; VOTERS],
    shares: [u32; VOTERS],
    woman: [u32; VOTERS],
    weight: [u32; VILLAGES],
}

fn village(number: usize) -> VillageId {
    VillageId::from(format!("v{number}"))
}

/// The rule asks for more than half of the villages and more than half of their weight.
fn hall() -> (Hall, Bare) {
    let mut rule = preset("double-majority").unwrap();
    let figures: Vec<(VillageId, u64)> = (0..VILLAGES)
        .map(|number| (village(number), 900 * (number as u64 + 1)))
        .collect();
    let weights: &Weights = rule.weights.as_ref().unwrap();
    rule.reckoned = weights.reckon(&figures);
    let mut bare = Bare {
        voice: [0; VOTERS],
        village: [0; VOTERS],
        households: [0; VOTERS],
        shares: [0; VOTERS],
        woman: [0; VOTERS],
        weight: [0; VILLAGES],
    };
    for number in 0..VILLAGES {
        bare.weight[number] = rule.reckoned[&village(number)];
    }
    let mut hall = Hall {
        rule,
        voices: Vec::new(),
        groups: Vec::new(),
    };
    for at in 0..VOTERS {
        // Mostly for, as votes are.
        let voice = [0, 0, 0, 1, 0, 2, 0, 3, 0, 4, 5][at * 7 % 11];
        let of = at % VILLAGES;
        let mut voter = Voter::new(format!("p{at}").as_str().into(), Some(village(of)));
        let (households, shares) = (at as u32 % 30, at as u32 * 11);
        (voter.households, voter.shares) = (Some(households), Some(shares));
        voter.woman = at % 3 == 0;
        bare.voice[at] = voice as u8;
        bare.village[at] = of as u8;
        (bare.households[at], bare.shares[at]) = (households, shares);
        bare.woman[at] = u32::from(voter.woman);
        hall.groups.push(GroupId::from(&village(of)));
        hall.voices.push(Voiced::new(voter, VOICES[voice]));
    }
    (hall, bare)
}

impl Bare {
    /// Counts persons, households, shares, women and each village, then asks what the rule asks.
    fn adopted(&self) -> bool {
        let mut sums = [[0u32; 6]; 4];
        let mut villages = [[0u32; 6]; VILLAGES];
        for at in 0..VOTERS {
            let voice = self.voice[at] as usize;
            sums[0][voice] += 1;
            sums[1][voice] += self.households[at];
            sums[2][voice] += self.shares[at];
            sums[3][voice] += self.woman[at];
            villages[self.village[at] as usize][voice] += 1;
        }
        let (mut yes, mut yes_weight, mut all_weight, mut came) = (0, 0, 0, 0);
        for (voices, weight) in villages.iter().zip(&self.weight) {
            let present = voices[0] + voices[1] + voices[2] + voices[3];
            let agrees = 2 * voices[0] > present;
            yes += u32::from(agrees);
            yes_weight += if agrees { *weight } else { 0 };
            all_weight += *weight;
            came += u32::from(present + voices[5] > 0);
        }
        let present = sums[0][0] + sums[0][1] + sums[0][2] + sums[0][3] + sums[0][5];
        let quorate = 2 * present > VOTERS as u32 && 2 * came > VILLAGES as u32;
        black_box(&sums);
        quorate && 2 * yes > VILLAGES as u32 && 2 * yes_weight > all_weight
    }
}

/// Returns ballots a millisecond at the best of many batches: whatever else runs only ever slows one.
fn rate(batches: usize, rounds: usize, mut round: impl FnMut() -> bool) -> u64 {
    let mut best = Duration::MAX;
    for _ in 0..batches {
        let begun = Instant::now();
        for _ in 0..rounds {
            black_box(round());
        }
        best = best.min(begun.elapsed());
    }
    ((rounds * VOTERS) as f64 / best.as_secs_f64() / 1e3) as u64
}

/// Measures and prints.
pub fn judged(batches: usize) {
    let (hall, bare) = hall();
    let at = Minute::read("2026-11-23T09:00").unwrap();
    let voters = hall.voices.iter().map(|it| it.voter.clone()).collect();
    let ballot = Ballot::new(at, hall.rule.clone(), voters, Default::default());
    let concerned = [village(1), village(4)];
    let whole = || {
        let voices = black_box(&hall.voices).clone();
        VoteResult::of(&ballot, voices, &concerned, at)
    };
    let counted = || {
        let mut poll = Poll::under(&hall.rule);
        for (voiced, group) in black_box(&hall.voices).iter().zip(&hall.groups) {
            poll.take(Some(group), voiced.voice, voiced.voter.stake());
        }
        poll.judge(&hall.rule, &[]).adopted
    };
    let floor = || black_box(&bare).adopted();
    assert!(whole().tally.adopted && counted() && floor());
    let floor = rate(batches, 10_000, floor);
    let counted = rate(batches, 200, counted);
    let whole = rate(batches, 200, || whole().tally.adopted);
    let unit = "1000/s";
    figures(
        "ballots counted and judged, one core",
        unit,
        counted,
        floor,
        None,
    );
    figures(
        "  with the whole result made of them",
        unit,
        whole,
        floor,
        None,
    );
}
