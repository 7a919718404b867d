//! Everything that keeps a rule from being one as a table, each with what is next to it and is one.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod clauses;

use super::stage::line;
use crate::domain::ids::RuleId;
use crate::domain::rule::{
    Base, Cause, Comparator, Figure, Method, Over, Pass, Provenance, Required, Rule, SecondCall,
    Threshold, TieStep, Turnout, Weights, faults,
};

/// A change that makes a rule none, where and why; and one as near as can be that leaves it one.
type Row = (fn(&mut Rule), &'static str, Cause, fn(&mut Rule));

fn own() -> Rule {
    let pass = Pass::Reaches(Threshold::more_than_half(Base::Entitled));
    Rule::counting("own".into(), pass, Provenance::Own, "第五条".to_owned())
}

/// Rules of a committee's own, each with a second call by the next.
fn known(id: &RuleId) -> Option<Rule> {
    let calls = |id: &str, next: Option<&str>| {
        let mut rule = own();
        rule.id = id.into();
        rule.quorum.second_call = Some(call(10, next));
        rule
    };
    match id.as_str() {
        "to-any" => Some(calls("to-any", None)),
        "to-own" => Some(calls("to-own", Some("own"))),
        "to-itself" => Some(calls("to-itself", Some("to-itself"))),
        "to-unknown" => Some(calls("to-unknown", Some("nowhere"))),
        "plain" => Some(Rule {
            id: "plain".into(),
            ..own()
        }),
        // A line of second calls that is long and ends.
        step => {
            let left: u32 = step.strip_prefix("in-")?.parse().ok()?;
            let next = match left {
                0 => "plain".to_owned(),
                left => format!("in-{}", left - 1),
            };
            Some(calls(step, Some(&next)))
        }
    }
}

fn call(within_days: u32, by: Option<&str>) -> SecondCall {
    SecondCall {
        within_days,
        notice: line("到会几人即几人"),
        by: by.map(Into::into),
    }
}

fn found(rule: &Rule) -> Vec<(String, Cause)> {
    let found = faults(rule, known).into_iter();
    found.map(|fault| (fault.at, fault.cause)).collect()
}

fn each(rows: &[Row], rule: fn() -> Rule) {
    for (at, (wrong, place, cause, right)) in rows.iter().enumerate() {
        let (mut bad, mut good) = (rule(), rule());
        wrong(&mut bad);
        right(&mut good);
        assert_eq!(found(&bad), [((*place).to_owned(), *cause)], "row {at}");
        assert_eq!(found(&good), [], "row {at}, beside it");
    }
}

fn share(num: u32, den: u32, comparator: Comparator, base: Base) -> Pass {
    Pass::Reaches(Threshold {
        over: Over::Persons,
        num,
        den,
        comparator,
        base,
    })
}

fn wide(leaves: usize) -> Pass {
    Pass::All(vec![share(1, 2, Comparator::MoreThan, Base::Cast); leaves])
}

fn deep(branches: usize) -> Pass {
    let leaf = share(1, 2, Comparator::MoreThan, Base::Cast);
    (0..branches).fold(leaf, |pass, _| Pass::Any(vec![pass]))
}

#[test]
fn criteria() {
    use Base::{Against, Cast};
    use Cause::{NeverReached, NoCriterion, NoParts, OverOne, TooFine, TooMuch};
    use Comparator::{AtLeast, MoreThan};
    let rows: [Row; 11] = [
        (
            |it| it.pass = share(0, 2, AtLeast, Cast),
            "pass",
            NoParts,
            |it| it.pass = share(1, 2, AtLeast, Cast),
        ),
        (
            |it| it.pass = share(1, 0, AtLeast, Cast),
            "pass",
            NoParts,
            |it| it.pass = share(1, 1, AtLeast, Cast),
        ),
        (
            |it| it.pass = share(3, 2, AtLeast, Cast),
            "pass",
            OverOne,
            |it| it.pass = share(2, 2, AtLeast, Cast),
        ),
        (
            |it| it.pass = share(1, 1001, AtLeast, Cast),
            "pass",
            TooFine,
            |it| it.pass = share(1, 1000, AtLeast, Cast),
        ),
        (
            |it| it.pass = share(3, 3, MoreThan, Cast),
            "pass",
            NeverReached,
            |it| it.pass = share(3, 3, MoreThan, Against),
        ),
        (
            |it| it.pass = wide(17),
            "pass",
            TooMuch,
            |it| it.pass = wide(16),
        ),
        (
            |it| it.pass = Pass::All(vec![wide(1), deep(4), wide(1)]),
            "pass",
            TooMuch,
            |it| it.pass = Pass::All(vec![wide(1), deep(3), wide(1)]),
        ),
        (
            |it| it.pass = deep(5),
            "pass",
            TooMuch,
            |it| it.pass = deep(4),
        ),
        (
            |it| {
                it.pass = Pass::All(vec![
                    wide(1),
                    Pass::Any(vec![
                        share(1, 2, MoreThan, Cast),
                        share(5, 4, MoreThan, Cast),
                    ]),
                ])
            },
            "pass.all[1].any[1]",
            OverOne,
            |it| {
                it.pass = Pass::All(vec![
                    wide(1),
                    Pass::Any(vec![
                        share(1, 2, MoreThan, Cast),
                        share(4, 5, MoreThan, Cast),
                    ]),
                ])
            },
        ),
        (
            |it| it.pass = Pass::All(vec![wide(1), Pass::Any(Vec::new())]),
            "pass.all[1].any",
            NoCriterion,
            |it| it.pass = Pass::All(vec![wide(1), wide(1)]),
        ),
        (
            |it| it.pass = Pass::Any(vec![wide(1), Pass::All(Vec::new())]),
            "pass.any[1].all",
            NoCriterion,
            |it| it.pass = Pass::Any(vec![wide(1), wide(2)]),
        ),
    ];
    each(&rows, own);
    // What asks nothing is said at the place and for the whole.
    let mut nothing = own();
    nothing.pass = Pass::Any(Vec::new());
    let said = ["pass.any", "pass"].map(|at| (at.to_owned(), NoCriterion));
    assert_eq!(found(&nothing), said);
    let causes = |pass| {
        let rule = Rule { pass, ..own() };
        found(&rule)
            .into_iter()
            .map(|(_, cause)| cause)
            .collect::<Vec<_>>()
    };
    let blockers = |number| Pass::FewerBlockersThan {
        over: Over::Persons,
        number,
    };
    assert_eq!(causes(blockers(0)), [Cause::Zero]);
    assert_eq!(causes(blockers(1)), []);
    let each_village = |over, den| Pass::EachVillage(Threshold::at_least(1, den, Cast).over(over));
    // By a show of hands no village is known.
    let by_hands = Cause::BaseUnknown {
        method: Method::Hands,
    };
    assert_eq!(causes(each_village(Over::Persons, 2)), [by_hands]);
    assert_eq!(causes(each_village(Over::Persons, 0)), [NoParts, by_hands]);
    assert!(causes(each_village(Over::Villages, 2)).contains(&Cause::NotForThatQuestion));
}

fn named(mut rule: Rule) -> Rule {
    rule.methods = vec![Method::ByName];
    rule
}

#[test]
fn what_the_way_of_voting_cannot_know() {
    let over = |over| Pass::Reaches(Threshold::more_than_half(Base::Entitled).over(over));
    let unknown = |pass: Pass, method| {
        let mut rule = own();
        rule.pass = pass;
        rule.weights = Some(Weights::PerStarted {
            each: 1000,
            figure: Figure::Inhabitants,
        });
        rule.methods = vec![method];
        !found(&rule).is_empty()
    };
    use Method::{ByName, ByVillage, Hands};
    for (pass, methods) in [
        (over(Over::Persons), [false, false, false]),
        (over(Over::Villages), [false, true, false]),
        (over(Over::Weights), [false, true, false]),
        (over(Over::Households), [false, true, true]),
        (over(Over::Shares), [false, true, true]),
        (over(Over::Women), [false, true, true]),
        (
            Pass::Any(vec![over(Over::Persons), over(Over::Villages)]),
            [false, true, false],
        ),
        (
            Pass::All(vec![over(Over::Persons), over(Over::Women)]),
            [false, true, true],
        ),
        (
            Pass::FewerBlockersThan {
                over: Over::Villages,
                number: 2,
            },
            [false, true, false],
        ),
    ] {
        let found = [ByName, Hands, ByVillage].map(|method| unknown(pass.clone(), method));
        assert_eq!(found, methods, "{pass:?}");
    }
    let rows: [Row; 5] = [
        (
            |it| it.methods.clear(),
            "methods",
            Cause::NoMethod,
            |it| it.methods = vec![Method::Secret],
        ),
        (
            |it| it.methods = vec![Method::ByName, Method::Hands, Method::ByName],
            "methods[2]",
            Cause::Twice,
            |it| it.methods = vec![Method::ByName, Method::Hands, Method::Secret],
        ),
        (
            |it| it.bloc = true,
            "methods[1]",
            Cause::BaseUnknown {
                method: Method::Hands,
            },
            |it| {
                it.bloc = true;
                it.methods = vec![Method::ByName];
            },
        ),
        (
            |it| it.tie = vec![TieStep::Defer, TieStep::Lot, TieStep::Defer],
            "tie[2]",
            Cause::Twice,
            |it| it.tie = TieStep::ALL.to_vec(),
        ),
        (
            |it| {
                it.tie = vec![TieStep::ChairCasts];
                it.methods = vec![Method::Secret];
            },
            "tie[0]",
            Cause::CastingSecretly,
            |it| {
                it.tie = vec![TieStep::ChairCasts];
                it.methods = vec![Method::Secret, Method::Hands];
            },
        ),
    ];
    each(&rows, own);
    let mut many = own();
    many.methods = vec![Method::ByName; 9];
    many.tie = vec![TieStep::Defer; 9];
    let said = found(&many);
    let too_much = |at: &str| said.contains(&(at.to_owned(), Cause::TooMuch));
    assert!(too_much("methods") && too_much("tie"), "{said:?}");
    many.methods.pop();
    many.tie.pop();
    assert!(
        !found(&many)
            .iter()
            .any(|(_, cause)| *cause == Cause::TooMuch)
    );
}

#[test]
fn quorum_and_second_call() {
    let rows: [Row; 9] = [
        (
            |it| it.quorum.all_of = vec![Turnout::TWO_THIRDS; 9],
            "quorum",
            Cause::TooMuch,
            |it| it.quorum.all_of = vec![Turnout::TWO_THIRDS; 8],
        ),
        (
            |it| it.quorum.required = vec![Required::Chair; 9],
            "quorum",
            Cause::TooMuch,
            |it| it.quorum.required = vec![Required::Chair; 8],
        ),
        (
            |it| {
                let nobody = Turnout {
                    num: 0,
                    ..Turnout::TWO_THIRDS
                };
                it.quorum.all_of = vec![Turnout::TWO_THIRDS, nobody];
            },
            "quorum.all_of[1]",
            Cause::NoParts,
            |it| it.quorum.all_of = vec![Turnout::TWO_THIRDS],
        ),
        (
            |it| it.quorum.second_call = Some(call(0, None)),
            "quorum.second_call.within_days",
            Cause::Zero,
            |it| it.quorum.second_call = Some(call(1, None)),
        ),
        (
            |it| it.quorum.second_call = Some(call(10, Some("own"))),
            "quorum.second_call.by",
            Cause::Circular,
            |it| it.quorum.second_call = Some(call(10, Some("plain"))),
        ),
        (
            |it| it.quorum.second_call = Some(call(10, Some("to-own"))),
            "quorum.second_call.by",
            Cause::Circular,
            |it| it.quorum.second_call = Some(call(10, Some("to-any"))),
        ),
        (
            |it| it.quorum.second_call = Some(call(10, Some("to-itself"))),
            "quorum.second_call.by",
            Cause::Circular,
            |it| it.quorum.second_call = Some(call(10, Some("in-0"))),
        ),
        (
            |it| it.quorum.second_call = Some(call(10, Some("in-7"))),
            "quorum.second_call.by",
            Cause::Circular,
            |it| it.quorum.second_call = Some(call(10, Some("in-6"))),
        ),
        (
            |it| it.quorum.second_call = Some(call(10, Some("to-unknown"))),
            "quorum.second_call.by",
            Cause::UnknownRule,
            |it| it.quorum.second_call = Some(call(10, Some("in-1"))),
        ),
    ];
    each(&rows, own);
}
