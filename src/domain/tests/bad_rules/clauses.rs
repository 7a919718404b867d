//! Weights, names on a ballot, who may say what, and the rest.

use super::{Row, call, each, found, named, own, share, wide};
use crate::domain::rule::{
    Base, Cause, Comparator, Consent, Figure, Method, Otherwise, Over, Partial, Pass, Provenance,
    Proxies, Question, Quorum, RecusalEffect, Revote, Rule, Threshold, TieStep, Turnout, Weights,
};
use crate::domain::tests::stage::day;

#[test]
fn weights() {
    fn weigh(rule: &mut Rule, weights: Weights) {
        rule.weights = Some(weights);
    }
    fn fixed(of: &[u32]) -> Weights {
        let of = of.iter().enumerate();
        Weights::Fixed {
            of: of
                .map(|(at, weight)| (format!("v{at}").as_str().into(), *weight))
                .collect(),
        }
    }
    fn parts(total: u32, floor: u32, cap: u32) -> Weights {
        let figure = Figure::Inhabitants;
        Weights::Share {
            total,
            floor,
            cap,
            figure,
        }
    }
    fn started(each: u32) -> Weights {
        let figure = Figure::Inhabitants;
        Weights::PerStarted { each, figure }
    }
    const MOST: u32 = Weights::MOST;
    let by_weight = || {
        let over = |threshold: Threshold| threshold.over(Over::Weights);
        let mut rule = named(own());
        rule.pass = Pass::Reaches(over(Threshold::more_than_half(Base::Entitled)));
        rule.weights = Some(started(1));
        rule
    };
    let rows: [Row; 9] = [
        (
            |it| it.weights = None,
            "weights",
            Cause::WeightsMissing,
            |it| weigh(it, fixed(&[1, 0])),
        ),
        (
            |it| weigh(it, fixed(&[0, 0])),
            "weights.of",
            Cause::WeightsMissing,
            |it| weigh(it, fixed(&[0, 1])),
        ),
        (
            |it| weigh(it, fixed(&[1, MOST + 1])),
            "weights.of",
            Cause::WeighsTooMuch,
            |it| weigh(it, fixed(&[1, MOST])),
        ),
        (
            |it| weigh(it, started(0)),
            "weights.each",
            Cause::Zero,
            |it| weigh(it, started(1)),
        ),
        (
            |it| weigh(it, parts(100, 6, 5)),
            "weights.floor",
            Cause::FloorOverCap,
            |it| weigh(it, parts(100, 5, 5)),
        ),
        (
            |it| weigh(it, parts(0, 0, 5)),
            "weights.total",
            Cause::NothingToShare,
            |it| weigh(it, parts(1, 0, 5)),
        ),
        (
            |it| weigh(it, parts(MOST + 1, 0, 5)),
            "weights.total",
            Cause::WeighsTooMuch,
            |it| weigh(it, parts(MOST, 0, 5)),
        ),
        (
            |it| weigh(it, parts(100, 0, MOST + 1)),
            "weights.cap",
            Cause::WeighsTooMuch,
            |it| weigh(it, parts(100, 0, MOST)),
        ),
        (
            |it| {
                *it = named(own());
                it.quorum = Quorum::of(Turnout::TWO_THIRDS.over(Over::Weights));
            },
            "weights",
            Cause::WeightsMissing,
            |it| it.quorum = Quorum::of(Turnout::TWO_THIRDS.over(Over::Weights)),
        ),
    ];
    each(&rows, by_weight);
}

#[test]
fn several_names_are_held_against_one_demand_of_persons() {
    let several = || {
        let mut rule = own();
        rule.question = Question::OneOf {
            otherwise: Otherwise::Most,
        };
        rule.methods = vec![Method::Hands, Method::Secret];
        rule
    };
    let rows: [Row; 9] = [
        (
            |it| it.close = Some(1),
            "close",
            Cause::CloseOfSeveral,
            |it| it.close = None,
        ),
        (
            |it| it.methods = vec![Method::Hands, Method::ByVillage],
            "methods[1]",
            Cause::NotForThatQuestion,
            |it| it.methods = vec![Method::Hands, Method::ByName],
        ),
        (
            |it| {
                it.question = Question::Seats {
                    spare_percent: 20,
                    write_in: false,
                };
                it.methods = vec![Method::ByName];
            },
            "methods[0]",
            Cause::ElectedByName,
            |it| it.methods = vec![Method::ByName],
        ),
        (
            |it| it.pass = share(1, 2, Comparator::MoreThan, Base::Against),
            "pass",
            Cause::NotForThatQuestion,
            |it| it.pass = share(1, 2, Comparator::MoreThan, Base::Cast),
        ),
        (
            |it| it.pass = wide(2),
            "pass",
            Cause::NotForThatQuestion,
            |it| it.pass = wide(1),
        ),
        (
            |it| {
                it.pass = Pass::FewerBlockersThan {
                    over: Over::Persons,
                    number: 3,
                }
            },
            "pass",
            Cause::NotForThatQuestion,
            |it| it.pass = share(1, 2, Comparator::AtLeast, Base::Valid),
        ),
        (
            |it| it.tie = vec![TieStep::SecondVote, TieStep::Lot],
            "tie",
            Cause::TiedVotedAgain,
            |it| it.tie = Vec::new(),
        ),
        (
            |it| it.may_agree = true,
            "may_agree",
            Cause::NotForThatQuestion,
            |it| it.may_agree = false,
        ),
        (
            |it| {
                it.question = Question::Seats {
                    spare_percent: 101,
                    write_in: true,
                }
            },
            "question.spare_percent",
            Cause::OverOne,
            |it| {
                it.question = Question::Seats {
                    spare_percent: 100,
                    write_in: true,
                }
            },
        ),
    ];
    each(&rows, several);
    for over in [
        Over::Villages,
        Over::Weights,
        Over::Households,
        Over::Shares,
        Over::Women,
    ] {
        let mut rule = several();
        rule.weights = Some(Weights::PerStarted {
            each: 1,
            figure: Figure::Shares,
        });
        rule.pass = Pass::Reaches(Threshold::more_than_half(Base::Entitled).over(over));
        let said = ("pass".to_owned(), Cause::NotForThatQuestion);
        assert!(found(&rule).contains(&said), "{over:?}");
    }
}

/// A change and where it is said; nowhere, where anybody may make it.
type Loosened = (fn(&mut Rule), &'static str);

#[test]
fn what_only_a_committees_own_rules_or_a_foreign_body_may_say() {
    let loosened: [Loosened; 7] = [
        (|it| it.tie = vec![TieStep::ChairCasts], "tie[0]"),
        (|it| it.tie = vec![TieStep::Lot], "tie[0]"),
        (
            |it| {
                it.proxies = Some(Proxies {
                    each: 1,
                    in_quorum: false,
                })
            },
            "proxies",
        ),
        (
            |it| {
                it.weights = Some(Weights::PerStarted {
                    each: 1,
                    figure: Figure::Shares,
                })
            },
            "weights",
        ),
        (|it| it.recusal = RecusalEffect::Waive, "recusal"),
        (
            |it| it.quorum.second_call = Some(call(3, None)),
            "quorum.second_call.by",
        ),
        (
            |it| it.quorum.second_call = Some(call(3, Some("plain"))),
            "",
        ),
    ];
    let foreign: [Loosened; 2] = [
        (|it| it.circulation = true, "circulation"),
        (
            |it| {
                it.consent = Consent::OwnBody {
                    by: None,
                    partial: Partial::AllMust,
                    silence_days: Some(30),
                };
            },
            "consent.silence_days",
        ),
    ];
    for provenance in Provenance::ALL {
        let may = matches!(
            provenance,
            Provenance::Own | Provenance::Derived | Provenance::Foreign
        );
        let held = |change: fn(&mut Rule)| {
            let mut rule = own();
            rule.provenance = provenance;
            change(&mut rule);
            found(&rule)
        };
        for (change, at) in loosened {
            let said = [(at.to_owned(), Cause::OwnOnly)];
            let said = if may || at.is_empty() { &[][..] } else { &said };
            assert_eq!(held(change), said, "{provenance:?} {at}");
        }
        for (change, at) in foreign {
            let said = [(at.to_owned(), Cause::ForeignOnly)];
            let said = if provenance == Provenance::Foreign {
                &[][..]
            } else {
                &said
            };
            assert_eq!(held(change), said, "{provenance:?} {at}");
        }
        assert_eq!(
            held(|it| it.tie = vec![TieStep::SecondVote, TieStep::Defer, TieStep::Refer]),
            []
        );
        let pending = |it: &mut Rule| {
            it.consent = Consent::OwnBody {
                by: None,
                partial: Partial::AllMust,
                silence_days: None,
            };
        };
        assert_eq!(held(pending), []);
    }
}

#[test]
fn the_rest() {
    let rows: [Row; 6] = [
        (
            |it| " \t".clone_into(&mut it.clause),
            "clause",
            Cause::CitationMissing,
            |it| "第一条".clone_into(&mut it.clause),
        ),
        (
            |it| {
                it.proxies = Some(Proxies {
                    each: 0,
                    in_quorum: true,
                })
            },
            "proxies.each",
            Cause::Zero,
            |it| {
                it.proxies = Some(Proxies {
                    each: 1,
                    in_quorum: true,
                })
            },
        ),
        (
            |it| it.revote = Some(Revote { rounds: 0, days: 3 }),
            "revote.rounds",
            Cause::Zero,
            |it| it.revote = Some(Revote { rounds: 1, days: 0 }),
        ),
        (
            |it| {
                it.tie = vec![TieStep::SecondVote];
                it.revote = Some(Revote { rounds: 1, days: 0 });
            },
            "revote.rounds",
            Cause::NoSecondRound,
            |it| {
                it.tie = vec![TieStep::SecondVote];
                it.revote = Some(Revote { rounds: 2, days: 0 });
            },
        ),
        (
            |it| (it.from, it.to) = (Some(day("11-23")), Some(day("11-22"))),
            "to",
            Cause::EndsBeforeItBegins,
            |it| (it.from, it.to) = (Some(day("11-23")), Some(day("11-23"))),
        ),
        (
            |it| {
                it.methods = vec![Method::ByName];
                it.consent = Consent::InVote {
                    each: Threshold::at_least(3, 2, Base::Cast),
                };
            },
            "consent.each",
            Cause::OverOne,
            |it| {
                it.methods = vec![Method::ByName];
                it.consent = Consent::InVote {
                    each: Threshold::at_least(2, 3, Base::Cast),
                };
            },
        ),
    ];
    each(&rows, own);
    let mut of_shares = named(own());
    of_shares.consent = Consent::InVote {
        each: Threshold::at_least(2, 3, Base::Cast).over(Over::Shares),
    };
    let said = ("consent.each.over".to_owned(), Cause::NotForThatQuestion);
    assert_eq!(found(&of_shares), [said]);
}

#[test]
fn papers_alone_do_not_count_villages() {
    for (pass, villages) in [
        (
            Pass::EachVillage(Threshold::more_than_half(Base::Present)),
            true,
        ),
        (
            Pass::Reaches(Threshold::more_than_half(Base::Present).over(Over::Villages)),
            true,
        ),
        (
            Pass::Reaches(Threshold::more_than_half(Base::Present)),
            false,
        ),
    ] {
        let by = |methods: &[Method]| Rule {
            pass: pass.clone(),
            methods: methods.to_vec(),
            ..own()
        };
        let alone = ("methods".to_owned(), Cause::SecretAlone);
        let expected: Vec<_> = villages.then_some(alone).into_iter().collect();
        assert_eq!(found(&by(&[Method::Secret])), expected);
        for other in [Method::ByName, Method::ByVillage] {
            assert_eq!(found(&by(&[Method::Secret, other])), []);
        }
    }
}

/// Hands, papers and villages do not show which vote was cast for whom.
#[test]
fn proxies_ask_for_a_vote_by_name() {
    let by = |methods: &[Method]| Rule {
        proxies: Some(Proxies {
            each: 1,
            in_quorum: false,
        }),
        methods: methods.to_vec(),
        ..own()
    };
    let unnamed = ("proxies".to_owned(), Cause::ProxiesUnnamed);
    for methods in [
        &[Method::Hands][..],
        &[Method::Secret],
        &[Method::Hands, Method::Secret],
    ] {
        assert_eq!(found(&by(methods)), std::slice::from_ref(&unnamed));
    }
    assert_eq!(found(&by(&[Method::Hands, Method::ByName])), []);
}
