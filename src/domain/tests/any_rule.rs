//! Any rule that is one: every field, every tree, mended where chance made it none.

use crate::domain::ids::{RuleId, VillageId};
use crate::domain::rule::{
    Base, Cause, Comparator, Consent, Figure, Method, Name, Otherwise, Over, Partial, Pass,
    Provenance, Proxies, Question, Quorum, RecusalEffect, Required, Revote, Rule, SecondCall,
    Threshold, TieStep, Turnout, Weights, faults, preset, presets,
};
use crate::domain::text::Line;
use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Makes any rule that `faults` finds nothing in, where shipped rules are known.
pub(crate) fn any_rule() -> impl Strategy<Value = Rule> {
    let criteria = (pass(), quorum(), consent(), of(weights()), any::<bool>());
    let ways = (
        select(RecusalEffect::ALL.to_vec()),
        subsequence(TieStep::ALL.to_vec(), 0..=TieStep::ALL.len()).prop_shuffle(),
        subsequence(Method::ALL.to_vec(), 1..=Method::ALL.len()).prop_shuffle(),
        of(0u32..5),
        of((1u32..4, any::<bool>()).prop_map(|(each, in_quorum)| Proxies { each, in_quorum })),
        of((1u32..4, 0u32..30).prop_map(|(rounds, days)| Revote { rounds, days })),
        question(),
    );
    let flags = any::<[bool; 6]>();
    let origin = (
        "[A-Za-z0-9][A-Za-z0-9._-]{0,12}",
        of((text(), text())),
        select(Provenance::ALL.to_vec()),
        text(),
        of(day()),
        of(day()),
    );
    let parts = (criteria, ways, flags, origin);
    parts.prop_filter_map("a rule", |(criteria, ways, flags, origin)| {
        let (pass, quorum, consent, weights, bloc) = criteria;
        let (recusal, tie, methods, close, proxies, revote, question) = ways;
        let [
            chair_last,
            online,
            may_agree,
            circulation,
            unverified,
            stricter,
        ] = flags;
        let (id, name, provenance, clause, from, to) = origin;
        let clause = clause.to_string();
        mended(Rule {
            name: name.map(|(zh, en)| Name { zh, en }),
            question,
            quorum,
            consent,
            bloc,
            weights,
            recusal,
            tie,
            close,
            proxies,
            methods,
            chair_last,
            online,
            may_agree,
            circulation,
            revote,
            unverified: unverified && provenance.has_official_text(),
            stricter,
            from,
            to,
            ..Rule::counting(RuleId::from(id), pass, provenance, clause)
        })
    })
}

/// Takes away what keeps a rule from being one, as its faults say; `None` where that is not enough.
fn mended(mut rule: Rule) -> Option<Rule> {
    for _ in 0..8 {
        let found = faults(&rule, |id| preset(id.as_str()));
        if found.is_empty() {
            return Some(rule);
        }
        for fault in found {
            match fault.cause {
                Cause::OwnOnly if rule.provenance != Provenance::Foreign => {
                    rule.provenance = Provenance::Own;
                    rule.unverified = false;
                }
                Cause::ForeignOnly => rule.provenance = Provenance::Foreign,
                Cause::BaseUnknown { method } => {
                    rule.methods.retain(|it| *it != method);
                }
                Cause::NoMethod => rule.methods = vec![Method::ByName],
                Cause::WeightsMissing => {
                    let (total, floor, cap) = (100, 1, 40);
                    let figure = Figure::Inhabitants;
                    rule.weights = Some(Weights::Share {
                        total,
                        floor,
                        cap,
                        figure,
                    });
                }
                Cause::CastingSecretly => rule.tie.retain(|it| *it != TieStep::ChairCasts),
                Cause::EndsBeforeItBegins => rule.to = None,
                Cause::ElectedByName => rule.methods = vec![Method::Secret],
                Cause::NotForThatQuestion => rule.question = Question::YesNo,
                Cause::CloseOfSeveral => rule.close = None,
                Cause::TiedVotedAgain => rule.tie.clear(),
                Cause::NoSecondRound => rule.revote = None,
                _ => {}
            }
        }
    }
    None
}

/// Makes a line as a person might write it.
pub(crate) fn text() -> impl Strategy<Value = Line> {
    let words = "[东西南北村议a-zA-Z0-9《》“”\"'\\\\#=\\[\\]{},. ]{1,24}";
    words.prop_filter_map("words", |words| Line::new(&words).ok())
}

fn day() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap_or_default();
    (0u64..6000).prop_map(move |days| first + Days::new(days))
}

fn share() -> impl Strategy<Value = (u32, u32)> {
    let plain = select(vec![(1, 2), (2, 3), (3, 4), (4, 5), (1, 3), (1, 1)]);
    prop_oneof![
        3 => plain,
        1 => (1u32..=1000).prop_flat_map(|den| (1..=den, Just(den))),
    ]
}

fn comparator() -> impl Strategy<Value = Comparator> {
    select(vec![Comparator::MoreThan, Comparator::AtLeast])
}

fn threshold(over: Vec<Over>) -> impl Strategy<Value = Threshold> {
    let parts = (
        select(over),
        share(),
        comparator(),
        select(Base::ALL.to_vec()),
    );
    parts.prop_map(|(over, (num, den), comparator, base)| Threshold {
        over,
        num,
        den,
        comparator: reachable(num, den, comparator, base),
        base,
    })
}

/// More than all of a base is never reached, except of the votes against.
fn reachable(num: u32, den: u32, comparator: Comparator, base: Base) -> Comparator {
    if num == den && base != Base::Against {
        Comparator::AtLeast
    } else {
        comparator
    }
}

fn pass() -> impl Strategy<Value = Pass> {
    let everything = select(Over::ALL.to_vec());
    let leaf = prop_oneof![
        4 => threshold(Over::ALL.to_vec()).prop_map(Pass::Reaches),
        4 => threshold(vec![Over::Persons]).prop_map(Pass::Reaches),
        1 => threshold(vec![Over::Persons]).prop_map(Pass::EachVillage),
        1 => (everything, 1u32..20)
            .prop_map(|(over, number)| Pass::FewerBlockersThan { over, number }),
    ];
    let tree = leaf.prop_recursive(3, 12, 3, |part| {
        prop_oneof![
            vec(part.clone(), 1..=3).prop_map(Pass::All),
            vec(part, 1..=3).prop_map(Pass::Any),
        ]
    });
    tree.prop_filter("few enough", |tree| tree.leaves() <= 16)
}

fn quorum() -> impl Strategy<Value = Quorum> {
    let turnout = (select(Over::ALL.to_vec()), share(), comparator());
    let turnout = turnout.prop_map(|(over, (num, den), comparator)| Turnout {
        over,
        num,
        den,
        comparator: reachable(num, den, comparator, Base::Entitled),
    });
    let required = prop_oneof![
        Just(Required::Chair),
        text().prop_map(|role| Required::Role { role }),
    ];
    let shipped: Vec<RuleId> = presets().iter().map(|rule| rule.id.clone()).collect();
    let second_call = (1u32..60, text(), of(select(shipped)));
    let second_call = second_call.prop_map(|(within_days, notice, by)| SecondCall {
        within_days,
        notice,
        by,
    });
    let parts = (vec(turnout, 0..4), vec(required, 0..3), of(second_call));
    parts.prop_map(|(all_of, required, second_call)| Quorum {
        all_of,
        required,
        second_call,
    })
}

fn consent() -> impl Strategy<Value = Consent> {
    let shipped: Vec<RuleId> = presets().iter().map(|rule| rule.id.clone()).collect();
    let partial = select(vec![Partial::AllMust, Partial::AgreeingGoOn]);
    let own_body = (of(select(shipped)), partial, of(1u32..100));
    prop_oneof![
        3 => Just(Consent::NotAsked),
        1 => threshold(vec![Over::Persons]).prop_map(|each| Consent::InVote { each }),
        1 => own_body.prop_map(|(by, partial, silence_days)| Consent::OwnBody {
            by,
            partial,
            silence_days,
        }),
    ]
}

fn weights() -> impl Strategy<Value = Weights> {
    let figure = || select(Figure::ALL.to_vec());
    let village = text().prop_map(|name| VillageId::from(name.as_str()));
    let fixed = proptest::collection::btree_map(village, 1..=Weights::MOST, 1..5);
    prop_oneof![
        fixed.prop_map(|of| Weights::Fixed { of }),
        (1u32..5000, figure()).prop_map(|(each, figure)| Weights::PerStarted { each, figure }),
        (1..=Weights::MOST, 0u32..10, 10u32..5000, figure()).prop_map(
            |(total, floor, cap, figure)| Weights::Share {
                total,
                floor,
                cap,
                figure,
            }
        ),
    ]
}

fn question() -> impl Strategy<Value = Question> {
    let otherwise = select(vec![
        Otherwise::None,
        Otherwise::Most,
        Otherwise::RunOff,
        Otherwise::DropLast,
    ]);
    prop_oneof![
        3 => Just(Question::YesNo),
        1 => otherwise.prop_map(|otherwise| Question::OneOf { otherwise }),
        1 => (0u32..=100, any::<bool>()).prop_map(|(spare_percent, write_in)| Question::Seats {
            spare_percent,
            write_in,
        }),
    ]
}
