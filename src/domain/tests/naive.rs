//! An independent count, written from `domain.md` alone: slow, plain, and with nothing of the rules'
//! own code but their data. It has to agree on every random rule and room.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::polls::{Case, Luck};
use crate::domain::ids::VillageId;
use crate::domain::rule::{
    Base, Comparator, Consent, Figure, Inequality, Over, Pass, RecusalEffect, Rule, Threshold,
    Weights,
};
use crate::domain::vote::Outcome;
use crate::domain::vote::result::Voiced;
use crate::domain::vote::tally::{Criterion, Demand, Measured, Voice};

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
    let yes = sum(units, |it| it == Voice::For);
    let base = base(units, threshold.base, recusal);
    // Where no village, no weight, no woman is, none of them can be for it.
    let nothing = threshold.over != Over::Persons && yes == 0 && base == 0;
    let Threshold {
        num,
        den,
        comparator,
        ..
    } = threshold;
    !nothing && reaches(yes, base, num, den, comparator)
}

fn each(threshold: Threshold, people: &[&Voiced], recusal: RecusalEffect) -> bool {
    let units: Vec<Unit> = people.iter().map(|it| (1, it.voice)).collect();
    met(threshold, &units, recusal)
}

/// Nothing is adopted, and no village has agreed, without a vote for it.
fn somebody_for(people: &[&Voiced]) -> bool {
    people.iter().any(|it| it.voice == Voice::For)
}

fn passes(rule: &Rule, pass: &Pass, voices: &[Voiced]) -> bool {
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
        // Where nobody is entitled nobody can have come.
        quorate &= whole > 0;
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
    let yes = voices.iter().filter(|it| it.voice == Voice::For).count();
    // As many for as against, whichever of the things it counts is looked at.
    let mut counted = Over::ALL.into_iter().filter(|it| asks(&rule.pass, *it));
    let level = counted.all(|over| {
        let units = units(rule, voices, over);
        let votes = sum(&units, |it| it == Voice::For);
        votes > 0 && votes == sum(&units, |it| it == Voice::Against)
    });
    let consents = match &rule.consent {
        Consent::InVote { each: threshold } => concerned
            .iter()
            .map(|village| people_of(voices, village))
            .all(|people| each(*threshold, &people, rule.recusal) && somebody_for(&people)),
        _ => true,
    };
    if yes > 0 && consents && passes(rule, &rule.pass, voices) {
        Outcome::Adopted
    } else if level {
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
            Outcome::Void | Outcome::VoteAgain => unreachable!(),
        };
        seen[place] += 1;
    }
    assert!(seen.iter().all(|times| *times > ROUNDS / 100), "{seen:?}");
}

/// Would a village pass the rule with nobody but its own people?
fn alone(rule: &Rule, pass: &Pass, people: &[&Voiced]) -> bool {
    let is_for = voice_of_village(people) == Voice::For;
    match pass {
        Pass::Reaches(threshold) | Pass::EachVillage(threshold) => match threshold.over {
            Over::Persons => each(*threshold, people, rule.recusal) && somebody_for(people),
            // Only all together can be asked the rest; a village answers by how it speaks.
            _ => is_for,
        },
        Pass::FewerBlockersThan { .. } => is_for,
        Pass::All(of) => of.iter().filter(|it| !alone(rule, it, people)).count() == 0,
        Pass::Any(of) => of.iter().filter(|it| alone(rule, it, people)).count() > 0,
    }
}

/// Does a rule count that anywhere?
fn asks(pass: &Pass, what: Over) -> bool {
    match pass {
        Pass::Reaches(threshold) | Pass::EachVillage(threshold) => threshold.over == what,
        Pass::FewerBlockersThan { over, .. } => *over == what,
        Pass::All(of) | Pass::Any(of) => of.iter().any(|it| asks(it, what)),
    }
}

/// Counts anew what a criterion prints: the votes for and what they are held against.
fn numbers(case: &Case, criterion: &Criterion) -> (u64, u64) {
    let Case { rule, voices, .. } = case;
    let units = match &criterion.group {
        Some(village) => people_of(voices, &VillageId::from(village.as_str()))
            .iter()
            .map(|it| (1, it.voice))
            .collect(),
        None => units(rule, voices, criterion.over),
    };
    let yes = sum(&units, |it| it == Voice::For);
    match criterion.demand {
        Demand::Reaches(of) | Demand::Consent(of) => (yes, base(&units, of, rule.recusal)),
        Demand::OneFor => (yes, 0),
        Demand::FewBlockers => {
            let number = u64::from(criterion.inequality.count);
            (number, entitled(&units, rule.recusal) - yes)
        }
    }
}

#[test]
fn every_number_that_is_printed_is_counted_anew() {
    let (mut passed, mut measured) = ([0; 2], 0);
    for seed in 1..=ROUNDS / 10 {
        let mut case = Case::by_luck(&mut Luck::new(seed));
        let figure = Figure::Inhabitants;
        case.rule.weights = (seed % 2 == 0).then_some(Weights::PerStarted { each: 1, figure });
        let tally = case.result().tally;
        for criterion in tally.criteria() {
            let Inequality { count, base, .. } = criterion.inequality;
            let printed = (u64::from(count), u64::from(base));
            assert_eq!(
                printed,
                numbers(&case, criterion),
                "seed {seed}: {criterion:?}"
            );
        }
        for group in &tally.groups {
            let village = VillageId::from(group.group.as_str());
            let people = people_of(&case.voices, &village);
            let alone = alone(&case.rule, &case.rule.pass, &people);
            assert_eq!(group.passed, alone, "seed {seed}: {group:?}");
            let weighs = case.rule.reckoned.get(&village).copied();
            assert_eq!(
                group.weight,
                weighs.filter(|_| seed % 2 == 0),
                "seed {seed}"
            );
            passed[usize::from(alone)] += 1;
        }
        let dissenting: Vec<_> = tally.dissenting().collect();
        let against = tally
            .groups
            .iter()
            .filter(|it| !it.passed)
            .map(|it| &it.group);
        assert!(against.eq(dissenting), "seed {seed}");
        for Measured { over, counts } in &tally.measured {
            let units = units(&case.rule, &case.voices, *over);
            for base_of in Base::ALL {
                let counted = u64::from(counts.base(base_of, case.rule.recusal));
                assert_eq!(
                    counted,
                    base(&units, base_of, case.rule.recusal),
                    "seed {seed}"
                );
            }
            assert_eq!(u64::from(counts.yes), sum(&units, |it| it == Voice::For));
            measured += 1;
        }
        let asked = |over: &Over| *over != Over::Persons && asks(&case.rule.pass, *over);
        let others: Vec<Over> = Over::ALL.into_iter().filter(asked).collect();
        let listed: Vec<Over> = tally.measured.iter().map(|it| it.over).collect();
        assert_eq!(listed, others, "seed {seed}");
    }
    let least = ROUNDS / 100;
    assert!(measured > least && passed.iter().all(|times| *times > least));
}
