//! Rules changed at random and numbers as large as they come: nothing panics, and what is taken for a
//! rule can be judged.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::polls::{Case, Luck, pass, threshold, turnout};
use super::stage::{day, line};
use crate::domain::ids::{GroupId, VillageId};
use crate::domain::rule::{
    Base, Comparator, Consent, Figure, Inequality, Method, Otherwise, Partial, Pass, Provenance,
    Proxies, Question, RecusalEffect, Revote, Rule, SecondCall, TieStep, Weights, faults, preset,
    presets,
};
use crate::domain::vote::result::turnouts;
use crate::domain::vote::slate::{Contender, Row, Sheet, Slate, judge};
use crate::domain::vote::tally::{Counts, Poll, Stake, Voice};

/// Numbers at which something ends.
const EDGES: [u32; 12] = [
    0,
    1,
    2,
    3,
    100,
    101,
    1_000,
    1_001,
    Weights::MOST,
    Weights::MOST + 1,
    u32::MAX - 1,
    u32::MAX,
];

fn edge(luck: &mut Luck) -> u32 {
    luck.one(&EDGES)
}

/// Changes one thing about a rule, sensibly or not.
fn shake(luck: &mut Luck, rule: &mut Rule) {
    let maybe = |luck: &mut Luck| luck.chance(2);
    match luck.below(18) {
        0 => rule.pass = pass(luck, 3),
        1 => bend(luck, &mut rule.pass),
        2 => rule.quorum.all_of = (0..luck.below(10)).map(|_| turnout(luck)).collect(),
        3 => {
            let by = maybe(luck).then(|| luck.one(&["joint-default", "nowhere", "own"]).into());
            rule.quorum.second_call = Some(SecondCall {
                within_days: edge(luck),
                notice: line("到会几人即几人"),
                by,
            });
        }
        4 => {
            rule.consent = match luck.below(3) {
                0 => Consent::NotAsked,
                1 => Consent::InVote {
                    each: threshold(luck),
                },
                _ => Consent::OwnBody {
                    by: None,
                    partial: Partial::AgreeingGoOn,
                    silence_days: maybe(luck).then(|| edge(luck)),
                },
            }
        }
        5 => rule.weights = maybe(luck).then(|| weights(luck)),
        6 => rule.recusal = luck.one(&RecusalEffect::ALL),
        7 => {
            rule.tie = (0..luck.below(10))
                .map(|_| luck.one(&TieStep::ALL))
                .collect()
        }
        8 => rule.close = maybe(luck).then(|| edge(luck)),
        9 => {
            rule.proxies = maybe(luck).then(|| Proxies {
                each: edge(luck),
                in_quorum: maybe(luck),
            });
        }
        10 => {
            rule.methods = (0..luck.below(10))
                .map(|_| luck.one(&Method::ALL))
                .collect()
        }
        11 => {
            rule.revote = maybe(luck).then(|| Revote {
                rounds: edge(luck),
                days: edge(luck),
            });
        }
        12 => rule.provenance = luck.one(&Provenance::ALL),
        13 => rule.clause = luck.one(&["", " ", "第五条"]).to_owned(),
        14 => {
            let days = ["11-22", "11-23"];
            rule.from = maybe(luck).then(|| day(luck.one(&days)));
            rule.to = maybe(luck).then(|| day(luck.one(&days)));
        }
        15 => {
            rule.question = match luck.below(3) {
                0 => Question::YesNo,
                1 => Question::OneOf {
                    otherwise: luck.one(&[
                        Otherwise::None,
                        Otherwise::Most,
                        Otherwise::RunOff,
                        Otherwise::DropLast,
                    ]),
                },
                _ => Question::Seats {
                    spare_percent: edge(luck),
                    write_in: maybe(luck),
                },
            }
        }
        16 => rule.bloc = maybe(luck),
        _ => {
            (rule.circulation, rule.may_agree, rule.online) =
                (luck.chance(4), maybe(luck), maybe(luck));
        }
    }
}

/// Puts a number that may be senseless somewhere into a tree, or a tree around it.
fn bend(luck: &mut Luck, pass: &mut Pass) {
    match pass {
        Pass::Reaches(threshold) | Pass::EachVillage(threshold) => match luck.below(3) {
            0 => threshold.num = edge(luck),
            1 => threshold.den = edge(luck),
            _ => (threshold.num, threshold.den) = (999, 1_000),
        },
        Pass::FewerBlockersThan { number, .. } => *number = edge(luck),
        Pass::All(of) | Pass::Any(of) => match of.is_empty() || luck.chance(4) {
            true => of.clear(),
            false => {
                let at = luck.below(u32::try_from(of.len()).unwrap()) as usize;
                bend(luck, &mut of[at]);
            }
        },
    }
    if luck.chance(4) {
        for _ in 0..luck.below(40) {
            let inner = std::mem::replace(pass, Pass::All(Vec::new()));
            *pass = Pass::Any(vec![inner]);
        }
    }
}

fn weights(luck: &mut Luck) -> Weights {
    let figure = luck.one(&Figure::ALL);
    match luck.below(3) {
        0 => Weights::Fixed {
            of: (0..luck.below(5))
                .map(|village| (VillageId::from(format!("v{village}")), edge(luck)))
                .collect(),
        },
        1 => Weights::PerStarted {
            each: edge(luck),
            figure,
        },
        _ => Weights::Share {
            total: edge(luck),
            floor: edge(luck),
            cap: edge(luck),
            figure,
        },
    }
}

/// Reckons what villages weigh by figures as large as they come.
fn reckon(luck: &mut Luck, rule: &mut Rule) {
    let Some(weights) = &rule.weights else { return };
    let figures: Vec<(VillageId, u64)> = (0..luck.below(6))
        .map(|village| {
            let figure = luck.one(&[0, 1, 999, 1_000, u64::from(u32::MAX), u64::MAX]);
            (VillageId::from(format!("v{village}")), figure)
        })
        .collect();
    rule.reckoned = weights.reckon(&figures);
    assert!(
        rule.reckoned.values().all(|it| *it <= Weights::MOST),
        "{rule:?}"
    );
}

/// Counts more than any hall holds.
fn crowd(luck: &mut Luck, rule: &Rule) -> Poll {
    let voices = [
        Voice::For,
        Voice::Against,
        Voice::Abstain,
        Voice::NotVoting,
        Voice::Absent,
        Voice::Recused,
    ];
    let mut poll = Poll::under(rule);
    for _ in 0..luck.below(8) {
        let group = GroupId::from(format!("v{}", luck.below(6)).as_str());
        let group = luck.chance(2).then_some(&group);
        let (voice, times) = (luck.one(&voices), edge(luck));
        match luck.below(3) {
            0 => poll.take_times(group, voice, times),
            1 => poll.spoil(group, times),
            _ => poll.take(
                group,
                voice,
                Stake {
                    households: edge(luck),
                    shares: times,
                    woman: true,
                },
            ),
        }
    }
    poll
}

/// Says whether what it wants is exactly what is missing.
pub(crate) fn sane(inequality: Inequality) -> bool {
    let with = |count| Inequality {
        count,
        ..inequality
    };
    let missing = inequality.missing();
    if inequality.holds() {
        return missing == 0;
    }
    // Where not even the largest number there is would be enough, something is missing all the same.
    if !with(u32::MAX).holds() {
        return missing > 0;
    }
    let enough = inequality.count + missing;
    enough == inequality.least() && with(enough).holds() && !with(enough - 1).holds()
}

fn slate(luck: &mut Luck, rule: &Rule) {
    let seats = luck.one(&[0, 1, 2, u32::MAX]);
    let names = luck.below(4);
    let names = (0..names).map(|name| line(&format!("候选人{name}")));
    let slate = Slate {
        seats,
        contenders: names.map(|name| Contender { name, person: None }).collect(),
        write_in: true,
        ..Slate::default()
    };
    let row = |luck: &mut Luck| Row {
        yes: edge(luck),
        no: edge(luck),
        abstain: edge(luck),
    };
    let sheet = Sheet {
        issued: edge(luck),
        returned: edge(luck),
        valid: edge(luck),
        spoiled: edge(luck),
        rows: slate.contenders.iter().map(|_| row(luck)).collect(),
        abstain: edge(luck),
        written: vec![(line("另选"), edge(luck))],
    };
    let _balance = slate.balance(&sheet, luck.chance(2));
    let counts = Counts {
        yes: edge(luck),
        absent: edge(luck),
        recused: edge(luck),
        ..Counts::default()
    };
    let judged = judge(rule, &slate, &sheet, &counts);
    let taken = judged.taken().count();
    assert!(taken <= seats.max(1) as usize, "{judged:?}");
    assert!(
        judged.placed.iter().all(|it| sane(it.inequality)),
        "{judged:?}"
    );
}

#[test]
fn whatever_is_taken_for_a_rule_can_be_judged() {
    let shipped = presets();
    let (mut accepted, mut refused) = (0, 0);
    for seed in 1..=30_000 {
        let mut luck = Luck::new(seed);
        let mut rule = shipped[luck.below(u32::try_from(shipped.len()).unwrap()) as usize].clone();
        for _ in 0..=luck.below(4) {
            shake(&mut luck, &mut rule);
        }
        let found = faults(&rule, |id| preset(id.as_str()));
        if !found.is_empty() {
            refused += 1;
            continue;
        }
        accepted += 1;
        reckon(&mut luck, &mut rule);
        if rule.question != Question::YesNo {
            slate(&mut luck, &rule);
        }
        let poll = crowd(&mut luck, &rule);
        let concerned = [GroupId::from("v0"), GroupId::from("nobody")];
        let tally = poll.judge(&rule, &concerned);
        assert_eq!(tally.adopted, tally.proof.holds());
        assert!(!tally.adopted || tally.counts.yes > 0, "{rule:?} {tally:?}");
        let criteria = tally.criteria().into_iter().map(|it| it.inequality);
        let quorum = turnouts(&rule, &poll).into_iter().map(|it| it.inequality);
        assert!(criteria.chain(quorum).all(sane), "{rule:?} {tally:?}");
        let mut case = Case::by_luck(&mut luck);
        case.rule = rule;
        let result = case.result();
        assert_eq!(result.tally.adopted, result.tally.proof.holds());
    }
    assert!(accepted > 5_000 && refused > 5_000, "{accepted} {refused}");
}

#[test]
fn the_largest_numbers_are_compared_exactly() {
    const MAX: u32 = u32::MAX;
    for comparator in [Comparator::MoreThan, Comparator::AtLeast] {
        for (den, count, num, base) in [
            (1, MAX, 1, MAX),
            (MAX, MAX, MAX, MAX),
            (1000, MAX, 999, MAX),
            (1000, MAX - 1, 1000, MAX),
            (1, 0, 1, MAX),
            (1, MAX, 1, 0),
        ] {
            let inequality = Inequality {
                den,
                count,
                comparator,
                num,
                base,
            };
            let (left, right) = (
                u128::from(den) * u128::from(count),
                u128::from(num) * u128::from(base),
            );
            let really = match comparator {
                Comparator::MoreThan => left > right,
                Comparator::AtLeast => left >= right,
            };
            assert_eq!(inequality.holds(), really, "{inequality}");
            assert!(sane(inequality), "{inequality}");
        }
    }
}

#[test]
fn counts_stop_at_the_largest_number() {
    let mut poll = Poll::default();
    let group = GroupId::from("a");
    for voice in [Voice::For, Voice::For, Voice::Against, Voice::Absent] {
        poll.take_times(Some(&group), voice, u32::MAX);
    }
    poll.spoil(Some(&group), u32::MAX);
    poll.spoil(None, 1);
    let counts = poll.counts(crate::domain::rule::Over::Persons);
    assert_eq!((counts.yes, counts.spoiled), (u32::MAX, u32::MAX));
    for base in Base::ALL {
        for recusal in RecusalEffect::ALL {
            assert_eq!(counts.base(base, recusal), u32::MAX);
        }
    }
}

#[test]
fn a_started_so_many_is_the_least_weight_that_covers_the_figure() {
    for seed in 1..=4_000 {
        let mut luck = Luck::new(seed);
        let each = 1 + luck.below(5);
        let figures: Vec<(VillageId, u64)> = (0..luck.below(5))
            .map(|village| {
                (
                    VillageId::from(format!("v{village}")),
                    luck.below(40).into(),
                )
            })
            .collect();
        let figure = Figure::Households;
        let weights = Weights::PerStarted { each, figure }.reckon(&figures);
        for (village, figure) in figures {
            let weight = u64::from(weights[&village]);
            let covers = |weight: u64| weight * u64::from(each) >= figure;
            assert!(covers(weight), "seed {seed}");
            assert!(weight == 0 || !covers(weight - 1), "seed {seed}");
        }
    }
}

#[test]
fn a_share_is_handed_out_whole_where_floors_and_caps_leave_it_to_be() {
    for seed in 1..=20_000 {
        let mut luck = Luck::new(seed);
        let villages = 1 + luck.below(6);
        let (floor, total) = (luck.below(4), 1 + luck.below(120));
        let cap = floor + luck.below(40);
        let figures: Vec<(VillageId, u64)> = (0..villages)
            .map(|village| {
                let figure = 1 + luck.below(luck_of_size(seed));
                (VillageId::from(format!("v{village}")), figure.into())
            })
            .collect();
        let figure = Figure::Inhabitants;
        let weights = Weights::Share {
            total,
            floor,
            cap,
            figure,
        }
        .reckon(&figures);
        let all: u32 = weights.values().sum();
        assert!(
            weights.values().all(|it| (floor..=cap).contains(it)),
            "seed {seed}"
        );
        if floor * villages <= total && total <= cap * villages {
            assert_eq!(
                all, total,
                "seed {seed}: {figures:?} {floor} {cap} {weights:?}"
            );
        }
        // Who has more never weighs less.
        for (one, more) in &figures {
            for (other, less) in &figures {
                assert!(
                    more <= less || weights[one] >= weights[other],
                    "seed {seed}"
                );
            }
        }
    }
}

fn luck_of_size(seed: u64) -> u32 {
    [3, 100, 5_000][usize::try_from(seed % 3).unwrap()]
}
