#![allow(clippy::unwrap_used)]
use super::*;
use crate::cells::{Ambiguous, wrap_as};
use crate::domain::ids::{RuleId, VillageId};
use crate::domain::rule::{
    Base, Comparator, Method, Over, Pass, Proxies, Quorum, RecusalEffect, Required, Revote,
    SecondCall, Threshold, TieStep, Turnout, faults, joint_default, preset, presets,
};
use crate::domain::text::Line;
use insta::assert_snapshot;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use std::collections::BTreeMap;

fn shipped(language: Language) -> String {
    let mut all = String::new();
    for rule in presets() {
        all.push_str(&format!("## {}\n", terms::rule_name(language, rule)));
        for paragraph in sentences(language, &World::default(), rule) {
            all.push_str(&paragraph);
            all.push('\n');
        }
        all.push('\n');
    }
    all
}

#[test]
fn every_shipped_rule_is_read_out_in_chinese() {
    assert_snapshot!(shipped(Language::Zh));
}

#[test]
fn every_shipped_rule_is_read_out_in_english() {
    assert_snapshot!(shipped(Language::En));
}

#[test]
fn no_shipped_rule_is_read_out_in_english_with_a_chinese_word() {
    let han =
        |c: &char| ('\u{3000}'..='\u{9fff}').contains(c) || ('\u{ff00}'..='\u{ffef}').contains(c);
    for rule in presets() {
        let mut said = sentences(Language::En, &World::default(), rule);
        said.push(terms::rule_name(Language::En, rule).to_owned());
        said.push(terms::clause(Language::En, rule).to_owned());
        for said in said {
            assert_eq!(said.chars().find(han), None, "{}: {said}", rule.id);
        }
    }
}

#[test]
fn the_notice_of_local_measures_is_read_out_with_its_days_and_its_source() {
    let rule = preset("village-representatives-shandong").unwrap();
    let said = |language| sentences(language, &World::default(), &rule).join("\n");
    let zh = said(Language::Zh);
    assert!(zh.contains("开会前至少 5 天通知（《山东省实施"), "{zh}");
    let en = said(Language::En);
    assert!(
        en.contains("at least 5 days before the meeting (Shandong Measures"),
        "{en}"
    );
    assert!(en.contains("in writing and posted"), "{en}");
}

#[test]
fn all_villages_are_not_said_to_be_all_of_all_villages() {
    let rule = preset("all-villages").unwrap();
    let said = sentences(Language::En, &World::default(), &rule).join("\n");
    assert!(said.contains("Adopted when all villages are for"), "{said}");
    assert!(!shipped(Language::En).contains("all of all"));
}

#[test]
fn the_default_is_said_as_a_clerk_says_it() {
    assert_eq!(
        in_short(Language::Zh, &joint_default()),
        "到会人数须过应到会的半数；赞成超过应到会的半数通过；弃权、缺席均计入基数。"
    );
}

/// A rule that holds what no shipped one does.
fn everything() -> Rule {
    let half = Threshold::more_than_half(Base::Present);
    Rule {
        quorum: Quorum {
            all_of: vec![
                Turnout::TWO_THIRDS.over(Over::Households),
                Turnout::MORE_THAN_HALF.over(Over::Weights),
            ],
            required: vec![
                Required::Chair,
                Required::Role {
                    role: Line::new("村党支部书记").unwrap(),
                },
            ],
            second_call: Some(SecondCall {
                within_days: 28,
                notice: Line::new("本次会议到会多少人都有效").unwrap(),
                by: None,
            }),
        },
        pass: Pass::All(vec![
            Pass::Any(vec![
                Pass::Reaches(half.over(Over::Shares)),
                Pass::Reaches(Threshold {
                    base: Base::Against,
                    num: 1,
                    den: 1,
                    ..half
                }),
            ]),
            Pass::EachVillage(Threshold::at_least(11, 20, Base::Valid)),
            Pass::FewerBlockersThan {
                over: Over::Villages,
                number: 4,
            },
        ]),
        consent: Consent::OwnBody {
            by: Some(RuleId::from("village-representatives")),
            partial: Partial::AgreeingGoOn,
            silence_days: None,
        },
        bloc: true,
        weights: Some(Weights::Fixed {
            of: (0..10)
                .map(|at| (VillageId::from(format!("v{at}")), at + 1))
                .collect(),
        }),
        recusal: RecusalEffect::Waive,
        tie: TieStep::ALL.to_vec(),
        proxies: Some(Proxies {
            each: 2,
            in_quorum: true,
        }),
        methods: vec![Method::ByName],
        online: true,
        revote: Some(Revote { rounds: 2, days: 1 }),
        provenance: Provenance::Own,
        clause: "《议事规则》第十二条".to_owned(),
        from: "2026-01-01".parse().ok(),
        to: "2026-12-31".parse().ok(),
        ..joint_default()
    }
}

#[test]
fn what_no_shipped_rule_says_is_read_out_too() {
    let said = |language| sentences(language, &World::default(), &everything()).join("\n");
    let both = format!("{}\n\n{}", said(Language::Zh), said(Language::En));
    assert_snapshot!(both);
}

/// What joins two demands is never left to the reader: a branch of one part that holds another of two
/// stands in brackets like that one, and so does what is asked of each village.
#[test]
fn a_nested_and_or_is_read_in_brackets() {
    let of = |base| Pass::Reaches(Threshold::more_than_half(base));
    let either = Pass::Any(vec![of(Base::Entitled), of(Base::Present)]);
    let each = Pass::EachVillage(Threshold::more_than_half(Base::Present));
    let rule = |of: Vec<Pass>| Rule {
        pass: Pass::All(of),
        ..joint_default()
    };
    let said = |language, of| in_short(language, &rule(of));
    let wrapped = vec![Pass::All(vec![either.clone()]), of(Base::Cast)];
    for of in [wrapped, vec![either, of(Base::Cast)]] {
        assert!(
            said(Language::Zh, of.clone())
                .contains("（赞成超过应到会的半数，或者赞成超过到会的半数），并且")
        );
        let english = said(Language::En, of);
        assert!(
            english.contains('(') && english.contains("), and "),
            "{english}"
        );
    }
    let said = said(Language::Zh, vec![each, of(Base::Cast)]);
    assert!(
        said.contains("（每个村各自算，赞成超过到会的半数），并且"),
        "{said}"
    );
}

fn threshold() -> impl Strategy<Value = Threshold> {
    (
        select(&Over::ALL),
        (1..=7u32, 1..=7u32),
        prop_oneof![Just(Comparator::AtLeast), Just(Comparator::MoreThan)],
        select(&Base::ALL),
    )
        .prop_map(|(over, (num, den), comparator, base)| Threshold {
            over,
            num: num.min(den),
            den: num.max(den),
            comparator,
            base,
        })
}

fn pass() -> impl Strategy<Value = Pass> {
    let leaf = prop_oneof![
        threshold().prop_map(Pass::Reaches),
        threshold().prop_map(|it| Pass::EachVillage(it.over(Over::Persons))),
        (select(&Over::ALL), 1..9u32)
            .prop_map(|(over, number)| Pass::FewerBlockersThan { over, number }),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let of = proptest::collection::vec(inner, 1..4);
        prop_oneof![of.clone().prop_map(Pass::All), of.prop_map(Pass::Any)]
    })
}

fn quorum() -> impl Strategy<Value = Quorum> {
    let turnout = threshold().prop_map(|it| Turnout {
        over: it.over,
        num: it.num,
        den: it.den,
        comparator: it.comparator,
    });
    let call = (1..60u32, any::<bool>()).prop_map(|(within_days, other)| SecondCall {
        within_days,
        notice: Line::new("同一议题第二次召集").unwrap(),
        by: other.then(|| RuleId::from("party-members")),
    });
    (
        proptest::collection::vec(turnout, 0..4),
        subsequence(vec![Required::Chair], 0..=1),
        proptest::option::of(call),
    )
        .prop_map(|(all_of, required, second_call)| Quorum {
            all_of,
            required,
            second_call,
        })
}

prop_compose! {
    fn rule()(
        quorum in quorum(),
        pass in pass(),
        consent in prop_oneof![
            Just(Consent::NotAsked),
            threshold().prop_map(|it| Consent::InVote { each: it.over(Over::Persons) }),
            Just(Consent::OwnBody { by: None, partial: Partial::AllMust, silence_days: None }),
        ],
        (bloc, chair_last, online, may_agree) in any::<(bool, bool, bool, bool)>(),
        (unverified, stricter) in any::<(bool, bool)>(),
        recusal in select(&RecusalEffect::ALL),
        tie in subsequence(TieStep::ALL.to_vec(), 0..=5),
        close in proptest::option::of(0..4u32),
        proxies in proptest::option::of((1..4u32, any::<bool>())),
        methods in subsequence(Method::ALL.to_vec(), 1..=4),
        revote in proptest::option::of((1..4u32, 0..30u32)),
        provenance in select(&Provenance::ALL),
    ) -> Rule {
        let mut rule = Rule {
            quorum,
            consent,
            bloc,
            recusal,
            tie,
            close,
            proxies: proxies.map(|(each, in_quorum)| Proxies { each, in_quorum }),
            chair_last,
            online,
            may_agree,
            revote: revote.map(|(rounds, days)| Revote { rounds, days }),
            unverified,
            stricter,
            weights: provenance.may_loosen().then_some(Weights::PerStarted {
                each: 100,
                figure: Figure::Households,
            }),
            methods,
            ..Rule::counting(RuleId::from("r"), pass, provenance, "第三条".to_owned())
        };
        let allowed: Vec<Method> = Method::ALL.into_iter().filter(|it| rule.allows(*it)).collect();
        rule.methods = if allowed.is_empty() { vec![Method::ByName] } else { allowed };
        rule
    }
}

fn is_one(rule: &Rule) -> bool {
    faults(rule, |id| preset(id.as_str())).is_empty()
}

/// The rows a reading may take in a window of 60 cells, with the tree as deep as it may be.
const MOST_ROWS: usize = 60;

proptest! {
    #[test]
    fn a_rule_is_read_out_whole_and_not_for_ever(
        rule in rule().prop_filter("no rule", is_one),
        language in select(&Language::ALL),
    ) {
        let said = sentences(language, &World::default(), &rule);
        prop_assert!(said.len() >= 4);
        let mut rows = 0;
        for paragraph in &said {
            prop_assert!(paragraph.trim().chars().count() > 3, "{said:?}");
            prop_assert!(!paragraph.contains(['{', '}']), "{said:?}");
            rows += wrap_as(Ambiguous::Narrow, paragraph, 58).count();
        }
        prop_assert!(rows <= MOST_ROWS, "{rows} {said:?}");
    }

    #[test]
    fn two_demands_that_differ_are_not_said_alike(one in threshold(), other in threshold()) {
        let reduced = |it: &Threshold| {
            // Three sixths are half, and are said so only where they are written so.
            (it.over, it.num * 420 / it.den, it.comparator, it.base)
        };
        prop_assume!(reduced(&one) != reduced(&other));
        for language in Language::ALL {
            // More than all and at least all are told apart by the faults alone.
            let never = |it: &Threshold| it.num == it.den && it.comparator == Comparator::MoreThan;
            prop_assume!(!never(&one) && !never(&other));
            prop_assert_ne!(
                counted::reaches(language, &one),
                counted::reaches(language, &other)
            );
        }
    }
}

#[test]
fn the_property_sees_most_of_the_rules_it_makes() {
    // A filter that lets nothing through would prove nothing.
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let made = (0..200).map(|_| {
        use proptest::strategy::ValueTree as _;
        rule().new_tree(&mut runner).unwrap().current()
    });
    let ones = made.filter(is_one).count();
    assert!(ones > 20, "{ones}");
    let none: BTreeMap<VillageId, u32> = BTreeMap::new();
    assert!(!is_one(&Rule {
        weights: Some(Weights::Fixed { of: none }),
        ..everything()
    }));
}
