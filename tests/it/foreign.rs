//! What foreign bodies have laid down, as data: each sample is a rule, and worked examples come out as
//! its text demands.

use crate::house::source::root;
use lianxi::domain::ids::{GroupId, RuleId};
use lianxi::domain::rule::{
    Consent, Method, Partial, Provenance, RecusalEffect, Rule, TieStep, preset, presets,
};
use lianxi::domain::vote::result::turnouts;
use lianxi::domain::vote::tally::{Poll, Voice};
use lianxi::exchange::rule_file;
use std::collections::BTreeSet;

fn samples() -> Vec<Rule> {
    let path = root().join("tests/fixtures/rules/foreign.toml");
    let bytes = rule_file::load(&path).unwrap();
    let reading = rule_file::read(&bytes, |id: &RuleId| preset(id.as_str()));
    reading.expect("samples without fault").rules
}

fn sample(id: &str) -> Rule {
    let mut samples = samples().into_iter();
    samples.find(|rule| rule.id.as_str() == id).expect(id)
}

/// Takes voices down: `a+` is member a for it, `-` against, `0` abstaining, `.` away, `x` excluded; `5+`
/// are five people of no member.
fn poll(rule: &Rule, voices: &str) -> Poll {
    let mut poll = Poll::under(rule);
    for one in voices.split_whitespace() {
        let (who, sign) = one.split_at(one.len() - 1);
        let voice = match sign {
            "+" => Voice::For,
            "-" => Voice::Against,
            "0" => Voice::Abstain,
            "." => Voice::Absent,
            "x" => Voice::Recused,
            other => panic!("{other}"),
        };
        match who.parse() {
            Ok(times) => poll.take_times(None, voice, times),
            Err(_) => poll.take_times(Some(&GroupId::from(who)), voice, 1),
        }
    }
    poll
}

/// Returns whether enough came, and whether it is adopted.
fn judged(rule: &Rule, voices: &str, concerned: &[&str]) -> (bool, bool) {
    let poll = poll(rule, voices);
    let concerned: Vec<GroupId> = concerned.iter().map(|it| GroupId::from(*it)).collect();
    let enough = turnouts(rule, &poll).iter().all(|it| it.holds());
    (enough, poll.judge(rule, &concerned).adopted)
}

fn weighing(mut rule: Rule, figures: &[(&str, u64)]) -> Rule {
    let figures: Vec<_> = figures
        .iter()
        .map(|(who, it)| ((*who).into(), *it))
        .collect();
    if let Some(weights) = &rule.weights {
        rule.reckoned = weights.reckon(&figures);
    }
    rule
}

#[test]
fn each_sample_is_foreign_and_none_is_offered() {
    let samples = samples();
    let shipped: BTreeSet<RuleId> = presets().iter().map(|rule| rule.id.clone()).collect();
    for rule in &samples {
        assert_eq!(rule.provenance, Provenance::Foreign, "{}", rule.id);
        assert!(rule.unverified && rule.name.is_some(), "{}", rule.id);
        assert!(!shipped.contains(&rule.id), "{}", rule.id);
    }
    let bodies = [
        "de-rlp",
        "de-bay",
        "de-th",
        "at-",
        "de-seelow",
        "ch-zase",
        "ch-gvg",
        "eu-",
        "fr-2121",
        "fr-5211",
        "jp-116",
        "jp-287",
        "us-sandag",
        "uk-",
        "ronr",
    ];
    for body in bodies {
        let of_it = samples
            .iter()
            .filter(|rule| rule.id.as_str().starts_with(body));
        assert!(of_it.count() > 0, "{body}");
    }
    let text = rule_file::write(&samples);
    let again = rule_file::read(text.as_bytes(), |id: &RuleId| preset(id.as_str()));
    assert_eq!(again.unwrap().rules, samples);
}

#[test]
fn worked_examples_come_out_as_the_text_demands() {
    const MEMBERS: [(&str, u64); 5] = [("a", 900), ("b", 60), ("c", 30), ("d", 10), ("e", 10)];
    const SEELOW: [(&str, u64); 4] = [("a", 4200), ("b", 1000), ("c", 999), ("d", 1001)];
    type Example = (
        &'static str,
        &'static [(&'static str, u64)],
        &'static str,
        &'static [&'static str],
        bool,
        bool,
    );
    let table: &[Example] = &[
        // more than half of the members and more than half of the votes
        (
            "de-rlp-8",
            &[],
            "stadt. nord+ sued+ west+",
            &[],
            false,
            true,
        ),
        (
            "de-rlp-8",
            &[],
            "stadt+ nord+ sued. west.",
            &[],
            false,
            true,
        ),
        ("de-rlp-8", &[], "stadt+ nord- sued. west-", &[], true, true),
        (
            "de-rlp-8",
            &[],
            "stadt- nord+ sued+ west0",
            &[],
            true,
            false,
        ),
        (
            "de-rlp-6-task",
            &[],
            "stadt+ nord+ sued- west-",
            &[],
            true,
            false,
        ),
        (
            "de-rlp-6-task",
            &[],
            "stadt+ nord+ sued+ west-",
            &[],
            true,
            true,
        ),
        (
            "de-rlp-6-task",
            &[],
            "stadt- nord+ sued+ west+",
            &[],
            true,
            false,
        ),
        (
            "de-rlp-6-member",
            &[],
            "stadt+ nord+ sued- west-",
            &[],
            true,
            false,
        ),
        (
            "de-rlp-6-member",
            &[],
            "stadt+ nord+ sued- west+",
            &[],
            true,
            true,
        ),
        // votes of the charter in the room; a tie is rejected
        ("de-bay-33", &[], "markt+ berg. tal.", &[], false, true),
        ("de-bay-33", &[], "markt+ berg- tal0", &[], true, true),
        ("de-bay-33", &[], "markt. berg- tal+", &[], true, false),
        // two thirds of all votes, there or not, and whoever it touches
        ("de-th-38", &[], "a+ b+ c.", &[], true, true),
        ("de-th-38", &[], "a+ b. c.", &[], true, false),
        ("de-th-38", &[], "a+ b+ c-", &["b"], true, true),
        ("de-th-38", &[], "a+ b+ c-", &["c"], true, false),
        ("de-th-38-other", &[], "a+ b+ c.", &[], true, true),
        ("de-th-38-other", &[], "a+ b. c.", &[], true, false),
        // the burdened municipality must be for it
        ("at-6", &[], "a+ b+ c+ d+ e-", &["e"], true, false),
        ("at-6", &[], "a+ b+ c+ d+ e0", &["e"], true, false),
        ("at-6", &[], "a+ b+ c- d- e+", &["e"], true, true),
        ("at-6", &[], "a- b- c- d- e+", &["e"], true, false),
        ("at-6", &[], "a+ b+ c. d. e.", &["a"], false, true),
        // 5, 1, 1 and 2 votes
        ("de-seelow", &SEELOW, "a+ b- c- d-", &[], true, true),
        ("de-seelow", &SEELOW, "a- b+ c+ d+", &[], true, false),
        ("de-seelow", &SEELOW, "a. b+ c+ d-", &[], true, false),
        ("ch-zase", &[], "a+ b- c- d+ e+", &[], true, true),
        ("ch-zase", &[], "a+ b- c- d+ e-", &[], true, false),
        // municipalities which at the same time hold more than half of the quotas
        (
            "ch-gvg-16",
            &[],
            "gross- mittel+ klein+ weiler+",
            &[],
            true,
            false,
        ),
        (
            "ch-gvg-16",
            &[],
            "gross+ mittel+ klein- weiler-",
            &[],
            true,
            false,
        ),
        (
            "ch-gvg-16",
            &[],
            "gross+ mittel- klein+ weiler+",
            &[],
            true,
            true,
        ),
        (
            "ch-gvg-16-all",
            &[],
            "gross+ mittel+ klein+ weiler+",
            &[],
            true,
            true,
        ),
        (
            "ch-gvg-16-all",
            &[],
            "gross+ mittel+ klein+ weiler.",
            &[],
            true,
            false,
        ),
        // suffrages exprimés; whoever may not vote leaves the quorum
        ("fr-2121-20", &[], "5+ 4- 60", &[], true, true),
        ("fr-2121-20", &[], "4+ 5- 6.", &[], true, false),
        ("fr-2121-20", &[], "5+ 4- 3x 8.", &[], true, true),
        ("fr-2121-20", &[], "5+ 4- 11.", &[], false, true),
        // half or more of the fixed number; more than half of those present
        ("jp-116", &[], "6+ 4- 10.", &[], true, true),
        ("jp-116", &[], "5+ 4- 10 10.", &[], true, false),
        ("jp-116", &[], "6+ 3- 1x 10.", &[], true, true),
        ("jp-116", &[], "6+ 3- 11.", &[], false, true),
        ("jp-287-2", &[], "6+ 4- 10.", &[], true, true),
        // 40, 33, 16, 6 and 5 of a hundred votes
        ("us-sandag", &MEMBERS, "a- b- c+ d+ e+", &[], true, false),
        ("us-sandag", &MEMBERS, "a+ b+ c- d- e-", &[], true, false),
        ("us-sandag", &MEMBERS, "a+ b- c- d+ e+", &[], true, true),
        ("us-sandag", &MEMBERS, "a+ b+ c. d. e.", &[], false, true),
        (
            "us-sandag-override",
            &MEMBERS,
            "a+ b+ c- d- e-",
            &[],
            true,
            true,
        ),
        (
            "us-sandag-override",
            &MEMBERS,
            "a+ b- c- d- e-",
            &[],
            true,
            false,
        ),
        // present and voting
        ("uk-1972-12-39", &[], "3+ 2- 9.", &[], true, true),
        ("uk-1972-12-39", &[], "3+ 2- 90", &[], true, true),
        ("uk-1972-12-39", &[], "2+ 3-", &[], true, false),
        ("ronr", &[], "3+ 2- 90", &[], true, true),
        ("ronr", &[], "3+ 3-", &[], true, false),
        ("ronr-present", &[], "3+ 2- 90", &[], true, false),
        ("ronr-present", &[], "8+ 2- 4. 5x", &[], true, true),
        ("ronr-membership", &[], "8+ 2- 7.", &[], true, false),
        ("ronr-membership", &[], "9+ 2- 6.", &[], true, true),
    ];
    for (id, figures, voices, concerned, enough, adopted) in table {
        let rule = weighing(sample(id), figures);
        assert_eq!(
            judged(&rule, voices, concerned),
            (*enough, *adopted),
            "{id}: {voices}"
        );
    }
}

#[test]
fn a_hundred_votes_are_handed_out_and_a_waived_shortfall_is_marked() {
    let members = [("a", 1_000_000), ("b", 500_000), ("c", 400_000), ("d", 1)];
    let sandag = weighing(sample("us-sandag"), &members);
    let votes: Vec<u32> = sandag.reckoned.into_values().collect();
    assert_eq!(votes, [40, 33, 26, 1]);
    let japan = sample("jp-116");
    for (voices, waived) in [("6+ 3- 1x 10.", true), ("6+ 3- 11.", false)] {
        let proofs = turnouts(&japan, &poll(&japan, voices));
        assert!(!proofs[0].inequality.holds(), "{voices}");
        assert_eq!(proofs[0].waived, waived, "{voices}");
    }
}

/// Inhabitants of 27 states, the largest first, rounded.
const STATES: [u64; 27] = [
    84_000, 68_000, 59_000, 48_000, 37_000, 19_000, 18_000, 12_000, 11_000, 10_800, 10_500, 10_500,
    10_400, 9_600, 9_100, 6_400, 5_900, 5_600, 5_400, 5_300, 4_000, 2_900, 2_100, 1_900, 1_400,
    900, 550,
];

#[test]
fn a_qualified_majority_is_of_states_and_people_and_three_cannot_block() {
    let names: Vec<String> = (1..=27).map(|at| format!("s{at:02}")).collect();
    let figures: Vec<(&str, u64)> = names
        .iter()
        .zip(STATES)
        .map(|(name, thousands)| (name.as_str(), thousands * 1000))
        .collect();
    let voices = |signs: &[(std::ops::RangeInclusive<usize>, char)]| -> String {
        let sign = |at: usize| signs.iter().find(|(of, _)| of.contains(&at)).unwrap().1;
        names
            .iter()
            .enumerate()
            .map(|(at, name)| format!("{name}{} ", sign(at + 1)))
            .collect()
    };
    let proposal = weighing(sample("eu-qmv"), &figures);
    let adopted = |rule: &Rule, signs: &[(std::ops::RangeInclusive<usize>, char)]| {
        judged(rule, &voices(signs), &[]).1
    };
    // 15 of 27 are 55 %, 14 are not, however many people they are
    assert!(adopted(&proposal, &[(1..=15, '+'), (16..=27, '-')]));
    assert!(!adopted(&proposal, &[(1..=14, '+'), (15..=27, '-')]));
    // the fifteen smallest are not 65 % of the people
    assert!(!adopted(&proposal, &[(13..=27, '+'), (1..=12, '-')]));
    // the three largest are more than 35 % of the people and cannot block; four can
    assert!(adopted(&proposal, &[(1..=3, '-'), (4..=27, '+')]));
    assert!(!adopted(&proposal, &[(1..=4, '-'), (5..=27, '+')]));
    // whoever abstains is not for it
    assert!(!adopted(&proposal, &[(1..=14, '+'), (15..=27, '0')]));
    assert!(!adopted(&proposal, &[(1..=4, '0'), (5..=27, '+')]));
    // of twenty who take part eleven are 55 %
    let eleven_of_twenty = [(1..=11, '+'), (12..=20, '-'), (21..=27, 'x')];
    assert!(adopted(&proposal, &eleven_of_twenty));
    let kept = Rule {
        recusal: RecusalEffect::KeepBase,
        ..proposal
    };
    assert!(!adopted(&kept, &eleven_of_twenty));
    // not on a proposal: 72 % are 20 of 27
    let motion = weighing(sample("eu-qmv-own-motion"), &figures);
    assert!(adopted(&motion, &[(1..=20, '+'), (21..=27, '-')]));
    assert!(!adopted(&motion, &[(1..=19, '+'), (20..=27, '-')]));
}

#[test]
fn what_follows_a_tie_and_who_is_asked_beside_are_written_down() {
    for (id, tie) in [
        ("fr-2121-20", &[TieStep::ChairCasts][..]),
        ("jp-116", &[TieStep::ChairCasts]),
        ("uk-1972-12-39", &[TieStep::ChairCasts]),
        ("de-bay-33", &[]),
        ("de-bay-33-election", &[]),
        ("ronr", &[]),
    ] {
        let rule = sample(id);
        assert_eq!(rule.tie, tie, "{id}");
        let poll = poll(&rule, "5+ 5-").judge(&rule, &[]);
        assert!(!poll.adopted, "{id}");
    }
    assert!(sample("fr-2121-20").allows(Method::Secret));
    assert!(!sample("de-bay-33").allows(Method::Secret));
    assert!(!sample("uk-1972-12-39").stricter);
    let bavaria = sample("de-bay-33").quorum.second_call.unwrap();
    assert_eq!((bavaria.within_days, bavaria.by), (28, None));
    assert!(bavaria.notice.as_str().contains("beschlussfähig"));
    assert!(matches!(
        sample("jp-287-2").consent,
        Consent::OwnBody {
            partial: Partial::AllMust,
            silence_days: None,
            ..
        }
    ));
    assert!(matches!(
        sample("fr-5211-20-1").consent,
        Consent::OwnBody {
            partial: Partial::AllMust,
            silence_days: Some(90),
            ..
        }
    ));
    let secretly_cast = Rule {
        methods: vec![Method::Secret],
        ..sample("fr-2121-20")
    };
    let faults = lianxi::domain::rule::faults(&secretly_cast, |_| None);
    // Nobody casts a vote over papers that nobody knows, and nobody votes for another on one.
    let places: Vec<&str> = faults.iter().map(|fault| fault.at.as_str()).collect();
    assert_eq!(places, ["tie[0]", "proxies"], "{faults:?}");
}
