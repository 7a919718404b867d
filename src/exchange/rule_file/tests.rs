#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod hostile;
mod refused;
mod schema;

use super::words::Word;
use super::*;
use crate::domain::ids::RuleId;
use crate::domain::rule::{self, presets};
use crate::domain::tests::any_rule::any_rule;
use proptest::prelude::*;

fn shipped(id: &RuleId) -> Option<Rule> {
    rule::preset(id.as_str())
}

fn taken(text: &str) -> Vec<Rule> {
    match read(text.as_bytes(), shipped) {
        Ok(reading) => reading.rules,
        Err(faults) => panic!("{faults:#?}\n{text}"),
    }
}

fn refused(text: &str) -> Vec<Fault> {
    read(text.as_bytes(), shipped).unwrap_err()
}

/// A rule of one line each, which other lines are put to.
fn with(lines: &str) -> String {
    format!("[[rule]]\nid = \"own\"\nprovenance = \"own\"\nclause = \"c\"\n{lines}\n")
}

const HALF: &str = "pass = { more_than = \"1/2\", of = \"entitled\" }";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn what_is_written_is_read_as_it_was(rules in prop::collection::vec(any_rule(), 1..4)) {
        let mut rules = rules;
        for (at, rule) in rules.iter_mut().enumerate() {
            rule.id = format!("{at}-{}", rule.id).as_str().into();
        }
        let text = write(&rules);
        let read = taken(&text);
        prop_assert_eq!(&read, &rules, "{}", text);
        prop_assert_eq!(write(&read), text.clone());
        schema::holds(&text).map_err(TestCaseError::fail)?;
    }
}

#[test]
fn every_shipped_rule_is_written_and_read() {
    let rules = presets();
    let text = write(rules);
    assert_eq!(taken(&text), rules, "{text}");
    schema::holds(&text).unwrap();
}

#[test]
fn what_a_village_weighs_today_is_not_written() {
    let mut rule = rule::preset("double-majority").unwrap();
    let text = write(std::slice::from_ref(&rule));
    rule.reckoned = [("v1".into(), 3)].into();
    assert_eq!(write(std::slice::from_ref(&rule)), text);
    assert!(is_the_same(&rule, &taken(&text)[0]));
}

#[test]
fn the_whole_form_is_read() {
    let rules = taken(
        r#"
# a note
form = 1

[[rule]]
id = "roads"
name = { zh = "道路", en = "Roads" }
provenance = "own"
clause = "《议事规则》第八条"
from = 2026-12-01
to = 2030-12-31
pass = { any = [
    { all = [
        { over = "villages", at_least = "2/3", of = "entitled" },
        { each_village = { more_than = "1/2", of = "present" } },
    ] },
    { over = "villages", fewer_blockers_than = 2 },
] }
methods = ["by_name"]
close = 2
proxies = { each = 1, in_quorum = true }
revote = { rounds = 2, days = 7 }
recusal = "waive"
tie = ["second_vote", "lot"]

[rule.quorum]
required = ["chair", { role = "监督员" }]
[[rule.quorum.all_of]]
more_than = "1/2"
[[rule.quorum.all_of]]
over = "women"
at_least = "1/3"
[rule.quorum.second_call]
within_days = 14
notice = "第二次会议不限人数"

[rule.consent]
is = "own_body"
by = "village-assembly"
partial = "agreeing_go_on"

[rule.weights]
is = "fixed"
of = { v1 = 3, "东 村" = 2 }
"#,
    );
    insta::assert_snapshot!(write(&rules), @r#"
    form = 1

    [[rule]]
    id = "roads"
    name = { zh = "道路", en = "Roads" }
    provenance = "own"
    clause = "《议事规则》第八条"
    from = 2026-12-01
    to = 2030-12-31
    quorum.all_of = [{ more_than = "1/2" }, { over = "women", at_least = "1/3" }]
    quorum.required = ["chair", { role = "监督员" }]
    quorum.second_call = { within_days = 14, notice = "第二次会议不限人数" }
    pass = { any = [
        { all = [
            { over = "villages", at_least = "2/3", of = "entitled" },
            { each_village = { more_than = "1/2", of = "present" } },
        ] },
        { over = "villages", fewer_blockers_than = 2 },
    ] }
    consent = { is = "own_body", by = "village-assembly", partial = "agreeing_go_on" }
    weights = { is = "fixed", of = { v1 = 3, "东 村" = 2 } }
    recusal = "waive"
    tie = ["second_vote", "lot"]
    close = 2
    proxies = { each = 1, in_quorum = true }
    methods = ["by_name"]
    revote = { rounds = 2, days = 7 }
    "#);
}

#[test]
fn every_word_is_one() {
    fn once<W: Word + std::fmt::Debug>(all: &[W]) {
        for value in all {
            assert!(!value.word().is_empty(), "{value:?} has no word");
        }
        assert_eq!(W::WORDS.len(), all.len());
    }
    once(&rule::Over::ALL);
    once(&rule::Base::ALL);
    once(&rule::Method::ALL);
    once(&rule::TieStep::ALL);
    once(&rule::RecusalEffect::ALL);
    once(&rule::Provenance::ALL);
    once(&rule::Figure::ALL);
}
