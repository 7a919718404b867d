//! A rule on its days; a rule and a count as they are written down.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::day;
use crate::domain::rule::{Base, Pass, Provenance, Revote, Rule, Threshold, joint_default, preset};
use crate::domain::vote::tally::Counts;

fn own() -> Rule {
    let pass = Pass::Reaches(Threshold::more_than_half(Base::Entitled));
    Rule::counting("own".into(), pass, Provenance::Own, "第五条".to_owned())
}

#[test]
fn a_rule_is_in_force_from_its_first_day_to_its_last() {
    let rule = |from: Option<&str>, to: Option<&str>| Rule {
        from: from.map(day),
        to: to.map(day),
        ..joint_default()
    };
    for (rule, before, first, last, after) in [
        (rule(None, None), true, true, true, true),
        (rule(Some("11-10"), None), false, true, true, true),
        (rule(None, Some("11-20")), true, true, true, false),
        (rule(Some("11-10"), Some("11-20")), false, true, true, false),
    ] {
        let days = ["11-09", "11-10", "11-20", "11-21"].map(|it| rule.in_force(day(it)));
        assert_eq!(days, [before, first, last, after]);
    }
}

#[test]
fn what_a_rule_leaves_out_is_not_written_and_what_it_says_is() {
    let written = |rule: &Rule| serde_json::to_value(rule).unwrap();
    let plain = written(&own());
    let keys: Vec<&str> = plain
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(keys, ["clause", "id", "pass", "provenance", "recusal"]);
    for id in [
        "joint-major",
        "double-majority",
        "majority-and-affected",
        "election-single",
    ] {
        let rule = preset(id).unwrap();
        assert_eq!(
            serde_json::from_value::<Rule>(written(&rule)).unwrap(),
            rule,
            "{id}"
        );
    }
    let mut revoted = own();
    revoted.revote = Some(Revote { rounds: 2, days: 0 });
    assert_eq!(
        written(&revoted)["revote"],
        serde_json::json!({"rounds": 2})
    );
    revoted.revote = Some(Revote { rounds: 2, days: 1 });
    assert_eq!(
        written(&revoted)["revote"],
        serde_json::json!({"rounds": 2, "days": 1})
    );
}

#[test]
fn every_count_is_read_back_and_no_spoiled_ballot_is_not_written() {
    for spoiled in [0, 1, 2] {
        let counts = Counts {
            yes: 3,
            spoiled,
            ..Counts::default()
        };
        let written = serde_json::to_value(counts).unwrap();
        assert_eq!(written.get("spoiled").is_some(), spoiled > 0);
        assert_eq!(serde_json::from_value::<Counts>(written).unwrap(), counts);
    }
}
