//! An independent count, written from `domain.md` alone: slow, plain, and with nothing of the rules'
//! own code but their data. It has to agree on every random rule and room; the laws of counting follow.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::polls::{Case, Luck};
use crate::domain::ids::VillageId;
use crate::domain::rule::{Base, Comparator, Consent, Over, Pass, RecusalEffect, Rule, Threshold};
use crate::domain::vote::result::Voiced;
use crate::domain::vote::tally::{Criterion, Demand, Voice};
use crate::domain::vote::{Outcome, Voter};

/// Something that counts so much and says something.
type Unit = (u64, Voice);

fn sum(units: &[Unit], wanted: impl Fn(Voice) -> bool) -> u64 {
    let mut sum = 0;
    for (weight, voice) in units {
        if wanted(*voice) {
            sum += weight;
        }
    }
    sum
}

fn in_the_room(voice: Voice) -> bool {
    voice != Voice::Absent && voice != Voice::Recused
}

fn people_of<'a>(voices: &'a [Voiced], village: &VillageId) -> Vec<&'a Voiced> {
    let mut people = Vec::new();
    for voiced in voices {
        if voiced.voter.village.as_ref() == Some(village) {
            people.push(voiced);
        }
    }
    people
}

fn villages(voices: &[Voiced]) -> Vec<VillageId> {
    let mut villages = Vec::new();
    for voiced in voices {
        if let Some(village) = &voiced.voter.village
            && !villages.contains(village)
        {
            villages.push(village.clone());
        }
    }
    villages
}

/// One village, one voice: what more than half of its people in the room say.
fn voice_of_village(people: &[&Voiced]) -> Voice {
    let room: Vec<Voice> = people
        .iter()
        .map(|it| it.voice)
        .filter(|it| in_the_room(*it))
        .collect();
    if room.is_empty() {
        let withdrew = people.iter().any(|it| it.voice == Voice::Recused);
        return if withdrew {
            Voice::Recused
        } else {
            Voice::Absent
        };
    }
    for said in [Voice::For, Voice::Against, Voice::Abstain] {
        let so_many = room.iter().filter(|voice| **voice == said).count();
        if so_many > room.len() - so_many {
            return said;
        }
    }
    Voice::NotVoting
}

fn units(rule: &Rule, voices: &[Voiced], over: Over) -> Vec<Unit> {
    let of_people =
        |weight: &dyn Fn(&Voiced) -> u64| voices.iter().map(|it| (weight(it), it.voice)).collect();
    match over {
        Over::Persons => of_people(&|_| 1),
        Over::Women => of_people(&|it| if it.voter.woman { 1 } else { 0 }),
        Over::Households => of_people(&|it| it.voter.households.unwrap_or(0).into()),
        Over::Shares => of_people(&|it| it.voter.shares.unwrap_or(0).into()),
        Over::Villages | Over::Weights => {
            let mut units = Vec::new();
            for village in villages(voices) {
                let weight = match over {
                    Over::Weights => rule.reckoned.get(&village).copied().unwrap_or(0).into(),
                    _ => 1,
                };
                units.push((weight, voice_of_village(&people_of(voices, &village))));
            }
            units
        }
    }
}

fn entitled(units: &[Unit], recusal: RecusalEffect) -> u64 {
    sum(units, |voice| {
        voice != Voice::Recused || recusal != RecusalEffect::ReduceBase
    })
}

fn base(units: &[Unit], base: Base, recusal: RecusalEffect) -> u64 {
    match base {
        Base::Entitled => entitled(units, recusal),
        Base::Present => sum(units, in_the_room),
        Base::Valid => sum(units, |it| {
            [Voice::For, Voice::Against, Voice::Abstain].contains(&it)
        }),
        Base::Cast => sum(units, |it| [Voice::For, Voice::Against].contains(&it)),
        Base::Against => sum(units, |it| it == Voice::Against),
    }
}

/// Is this part of the whole more than, or at least, that fraction of it? Asked by division.
fn reaches(part: u64, whole: u64, num: u32, den: u32, comparator: Comparator) -> bool {
    let wanted = u128::from(whole) * u128::from(num);
    let parts = u128::from(den);
    let (full, rest) = (wanted / parts, wanted % parts);
    let part = u128::from(part);
    match comparator {
        Comparator::AtLeast => part > full || (part == full && rest == 0),
        Comparator::MoreThan => part > full,
    }
}

fn met(threshold: Threshold, units: &[Unit], recusal: RecusalEffect) -> bool {
    reaches(
        sum(units, |it| it == Voice::For),
        base(units, threshold.base, recusal),
        threshold.num,
        threshold.den,
        threshold.comparator,
    )
}

fn each(threshold: Threshold, people: &[&Voiced], recusal: RecusalEffect) -> bool {
    let units: Vec<Unit> = people.iter().map(|it| (1, it.voice)).collect();
    met(threshold, &units, recusal)
}

fn passes(rule: &Rule, pass: &Pass, voices: &[Voiced]) -> bool {
    let somebody_for = |people: &[&Voiced]| people.iter().any(|it| it.voice == Voice::For);
    match pass {
        Pass::Reaches(threshold) => met(
            *threshold,
            &units(rule, voices, threshold.over),
            rule.recusal,
        ),
        Pass::EachVillage(threshold) => {
            let mut bodies: Vec<Vec<&Voiced>> = Vec::new();
            for village in villages(voices) {
                bodies.push(people_of(voices, &village));
            }
            if bodies.is_empty() {
                bodies.push(voices.iter().collect());
            }
            bodies
                .iter()
                .all(|people| each(*threshold, people, rule.recusal) && somebody_for(people))
        }
        Pass::FewerBlockersThan { over, number } => {
            let units = units(rule, voices, *over);
            let not_for = entitled(&units, rule.recusal) - sum(&units, |it| it == Voice::For);
            not_for < u64::from(*number)
        }
        Pass::All(of) => of.iter().filter(|it| !passes(rule, it, voices)).count() == 0,
        Pass::Any(of) => of.iter().filter(|it| passes(rule, it, voices)).count() > 0,
    }
}

fn quorate(rule: &Rule, voices: &[Voiced]) -> bool {
    let mut quorate = true;
    for turnout in &rule.quorum.all_of {
        let units = units(rule, voices, turnout.over);
        let came = sum(&units, in_the_room);
        let withdrew = sum(&units, |it| it == Voice::Recused);
        let whole = entitled(&units, rule.recusal);
        let asked = |part| reaches(part, whole, turnout.num, turnout.den, turnout.comparator);
        quorate &= match rule.recusal {
            RecusalEffect::ReduceBase => asked(came),
            // Whoever withdraws did come, or their going is waived.
            RecusalEffect::KeepBase => asked(came + withdrew),
            RecusalEffect::Waive => asked(came) || asked(came + withdrew),
        };
    }
    quorate
}

fn outcome(case: &Case) -> Outcome {
    let Case {
        rule,
        voices,
        concerned,
    } = case;
    if !quorate(rule, voices) {
        return Outcome::Inquorate;
    }
    let so_many = |said| voices.iter().filter(|it| it.voice == said).count();
    let (yes, no) = (so_many(Voice::For), so_many(Voice::Against));
    let consents = match &rule.consent {
        Consent::InVote { each: threshold } => concerned
            .iter()
            .all(|village| each(*threshold, &people_of(voices, village), rule.recusal)),
        _ => true,
    };
    if yes > 0 && consents && passes(rule, &rule.pass, voices) {
        Outcome::Adopted
    } else if yes > 0 && yes == no {
        Outcome::Tied
    } else {
        Outcome::Rejected
    }
}

const ROUNDS: u64 = 100_000;

#[test]
fn an_independent_count_agrees_on_every_random_rule_and_room() {
    let mut seen = [0_u64; 4];
    for seed in 1..=ROUNDS {
        let case = Case::by_luck(&mut Luck::new(seed));
        let counted = case.result();
        assert_eq!(
            counted.outcome,
            outcome(&case),
            "seed {seed}: {case:#?} {counted:#?}"
        );
        let place = match counted.outcome {
            Outcome::Adopted => 0,
            Outcome::Rejected => 1,
            Outcome::Tied => 2,
            Outcome::Inquorate => 3,
            Outcome::Void => unreachable!(),
        };
        seen[place] += 1;
    }
    assert!(seen.iter().all(|times| *times > ROUNDS / 100), "{seen:?}");
}

/// Runs a law over many cases and says how often it had something to say.
fn law(seeds: std::ops::Range<u64>, mut holds: impl FnMut(&mut Luck, Case) -> Option<bool>) {
    let (mut said, all) = (0, seeds.end - seeds.start);
    for seed in seeds {
        let mut luck = Luck::new(seed);
        let case = Case::by_luck(&mut luck);
        let shown = case.clone();
        if let Some(holds) = holds(&mut luck, case) {
            assert!(holds, "seed {seed}: {shown:#?}");
            said += 1;
        }
    }
    assert!(said * 20 > all, "the law was asked {said} times of {all}");
}

#[test]
fn the_order_of_recording_never_matters() {
    law(0..4_000, |luck, mut case| {
        let before = case.result();
        for at in (1..case.voices.len()).rev() {
            case.voices
                .swap(at, luck.below(u32::try_from(at + 1).unwrap()) as usize);
        }
        let after = case.result();
        let same = before.outcome == after.outcome
            && before.tally.counts == after.tally.counts
            && before.tally.measured == after.tally.measured
            && before.quorum == after.quorum;
        Some(same)
    });
}

#[test]
fn counts_always_reconcile_with_the_roll() {
    law(0..4_000, |_, case| {
        let counts = case.result().tally.counts;
        let all = counts.entitled(RecusalEffect::KeepBase) as usize;
        let by_group: u32 = case
            .result()
            .tally
            .groups
            .iter()
            .map(|it| it.counts.entitled(RecusalEffect::KeepBase))
            .sum();
        let of_villages = case
            .voices
            .iter()
            .filter(|it| it.voter.village.is_some())
            .count();
        Some(
            all == case.voices.len()
                && by_group as usize == of_villages
                && counts.valid() == counts.yes + counts.no + counts.abstain
                && counts.present() + counts.absent + counts.recused
                    == counts.entitled(RecusalEffect::KeepBase),
        )
    });
}

#[test]
fn a_vote_for_never_turns_adopted_into_rejected() {
    law(0..20_000, |luck, mut case| {
        if case.result().outcome != Outcome::Adopted {
            return None;
        }
        let others: Vec<usize> = (0..case.voices.len())
            .filter(|at| case.voices[*at].voice != Voice::For)
            .collect();
        if others.is_empty() {
            return None;
        }
        let at = others[luck.below(u32::try_from(others.len()).unwrap()) as usize];
        case.voices[at].voice = Voice::For;
        Some(case.result().outcome == Outcome::Adopted)
    });
}

fn stricter(pass: &mut Pass) {
    match pass {
        Pass::Reaches(threshold) | Pass::EachVillage(threshold) => {
            threshold.comparator = Comparator::MoreThan;
        }
        Pass::FewerBlockersThan { .. } => {}
        Pass::All(of) | Pass::Any(of) => of.iter_mut().for_each(stricter),
    }
}

#[test]
fn a_stricter_comparator_never_adopts_more() {
    law(0..20_000, |_, mut case| {
        let before = case.result().outcome;
        stricter(&mut case.rule.pass);
        for turnout in &mut case.rule.quorum.all_of {
            turnout.comparator = Comparator::MoreThan;
        }
        let after = case.result().outcome;
        (after == Outcome::Adopted).then_some(before == Outcome::Adopted)
    });
}

/// What the vote asked of the villages concerned.
fn consents(case: &Case) -> Vec<Criterion> {
    let tally = case.result().tally;
    let criteria = tally.criteria().into_iter().cloned();
    criteria
        .filter(|it| matches!(it.demand, Demand::Consent(_)))
        .collect()
}

#[test]
fn a_village_outside_the_matter_changes_nothing() {
    law(0..10_000, |luck, mut case| {
        if case.rule.consent == Consent::NotAsked || case.concerned.is_empty() {
            return None;
        }
        let without = consents(&case);
        let stranger = |number: u32, voice| {
            let village = Some(VillageId::from("outside"));
            let voter = Voter::new(format!("stranger{number}").as_str().into(), village);
            Voiced { voter, voice }
        };
        for number in 0..=luck.below(4) {
            let voice = luck.one(&[Voice::For, Voice::Against, Voice::Absent]);
            case.voices.push(stranger(number, voice));
        }
        Some(consents(&case) == without && !without.is_empty())
    });
}

#[test]
fn scaling_all_weights_changes_nothing() {
    law(0..10_000, |luck, mut case| {
        let before = case.result().outcome;
        let blockers = case.rule.pass.clone();
        if counts_blockers(&blockers) {
            return None;
        }
        let times = 2 + luck.below(9);
        case.rule
            .reckoned
            .values_mut()
            .for_each(|weight| *weight *= times);
        for voiced in &mut case.voices {
            voiced.voter.households = voiced.voter.households.map(|it| it * times);
            voiced.voter.shares = voiced.voter.shares.map(|it| it * times);
        }
        Some(case.result().outcome == before)
    });
}

/// A number of blockers is no share, so it does not scale.
fn counts_blockers(pass: &Pass) -> bool {
    match pass {
        Pass::FewerBlockersThan { .. } => true,
        Pass::All(of) | Pass::Any(of) => of.iter().any(counts_blockers),
        Pass::Reaches(_) | Pass::EachVillage(_) => false,
    }
}

#[test]
fn every_proof_claims_what_its_own_printed_numbers_say() {
    law(0..4_000, |_, case| {
        let result = case.result();
        let told = |printed: String, holds: bool| {
            let words: Vec<&str> = printed.split(' ').collect();
            let product = |side: &str| {
                let factors = side.split('*').map(|it| it.parse::<u128>().unwrap());
                factors.product::<u128>()
            };
            let (left, right) = (product(words[0]), product(words[2]));
            let really = match words[1] {
                ">" => left > right,
                ">=" => left >= right,
                other => panic!("{other}"),
            };
            really == holds
        };
        let criteria = result.tally.criteria().into_iter().map(|it| it.inequality);
        let quorum = result.quorum.iter().map(|it| it.inequality);
        let all = criteria
            .chain(quorum)
            .all(|it| told(it.to_string(), it.holds()) && it.holds() == (it.missing() == 0));
        Some(all)
    });
}
