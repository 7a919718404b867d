//! The published thresholds beside the project, each row under a rule made of its text.
//!
//! Two rows contradict the rule they were published with: they are traps, and no oracle.

use lianxi::domain::dates::Minute;
use lianxi::domain::rule::{
    Base, Comparator, Inequality, Pass, Provenance, Quorum, RecusalEffect, Rule, Threshold,
    Turnout, preset,
};
use lianxi::domain::vote::result::Voiced;
use lianxi::domain::vote::tally::Voice;
use lianxi::domain::vote::{Ballot, Outcome, VoteResult, Voter};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// One published row.
struct Row(BTreeMap<String, String>);

impl Row {
    fn text(&self, column: &str) -> &str {
        &self.0[column]
    }

    fn number(&self, column: &str) -> Option<u32> {
        self.text(column).parse().ok()
    }

    fn count(&self, column: &str) -> u32 {
        self.number(column).unwrap_or(0)
    }
}

/// The rows of the file; `None`, and said so, where it is not there.
fn published() -> Option<Vec<Row>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real/thresholds.csv");
    let Ok(mut reader) = csv::Reader::from_path(&file) else {
        eprintln!(
            "skipped: the published thresholds are not at {}",
            file.display()
        );
        return None;
    };
    let rows = reader.deserialize().map(|row| Row(row.unwrap()));
    Some(rows.collect())
}

/// How a row is judged.
enum Judged {
    /// So many must come.
    Quorum(Turnout),
    /// The votes of the row under a rule.
    Votes(Box<Rule>),
    /// Only a text was published: the rules made of it that are shipped.
    Text(Vec<(&'static str, Option<Turnout>, Threshold)>),
}

const fn turnout(num: u32, den: u32, comparator: Comparator) -> Turnout {
    Turnout {
        num,
        den,
        comparator,
        ..Turnout::MORE_THAN_HALF
    }
}

fn by(threshold: Threshold) -> Rule {
    let pass = Pass::Reaches(threshold);
    Rule::counting(
        "published".into(),
        pass,
        Provenance::Foreign,
        "published".to_owned(),
    )
}

fn sitting(quorum: Turnout, rule: Rule) -> Rule {
    Rule {
        quorum: Quorum::of(quorum),
        ..rule
    }
}

fn under(rule: Rule) -> Judged {
    Judged::Votes(Box::new(rule))
}

const HALF_OF_PRESENT: Threshold = Threshold::more_than_half(Base::Present);
const HALF_OF_ENTITLED: Threshold = Threshold::more_than_half(Base::Entitled);

/// Reads the text of each row.
fn read(id: &str) -> Vec<Judged> {
    use Comparator::{AtLeast, MoreThan};
    let half = Threshold::more_than_half;
    let two_thirds = |base| by(Threshold::at_least(2, 3, base));
    match id {
        "FIG-Q20" | "FIG-Q21" | "FIG-Q22" | "FIG-Q23" | "FIG-Q24" | "FIG-Q25" => {
            vec![Judged::Quorum(turnout(1, 3, AtLeast))]
        }
        "AGR-Q42" | "AGR-Q43" => vec![Judged::Quorum(turnout(1, 2, AtLeast))],
        "FIG-M10" | "FIG-M11" | "FIG-M12" => vec![under(by(half(Base::Cast)))],
        "OS-2258" => vec![under(by(half(Base::Valid))), under(two_thirds(Base::Valid))],
        "HPSF-60" => vec![under(sitting(
            turnout(1, 2, MoreThan),
            by(half(Base::Cast)),
        ))],
        // Who abstains says so and leaves the base, as whoever withdraws does here.
        "NODE-CTC" => vec![under(Rule {
            recusal: RecusalEffect::ReduceBase,
            ..by(half(Base::Entitled))
        })],
        "TVFY-1196" => vec![under(by(half(Base::Entitled)))],
        "MUNC-52-EXCL" | "LON-12" => vec![under(two_thirds(Base::Cast))],
        "MUNC-52-INCL" => vec![under(two_thirds(Base::Valid))],
        // Five of ten: how many are entitled was not published.
        "GRANT-38-A" | "GRANT-38-B" => {
            vec![under(sitting(
                turnout(5, 10, AtLeast),
                by(half(Base::Valid)),
            ))]
        }
        "LEG-EX" => vec![under(by(half(Base::Present)))],
        "CN-CUNMIN" => vec![Judged::Text(vec![
            (
                "village-assembly",
                Some(turnout(1, 2, MoreThan)),
                HALF_OF_PRESENT,
            ),
            (
                "village-assembly-households",
                Some(turnout(2, 3, AtLeast)),
                HALF_OF_PRESENT,
            ),
        ])],
        "CN-DAIBIAO" => vec![Judged::Text(vec![(
            "village-representatives",
            Some(turnout(2, 3, AtLeast)),
            HALF_OF_PRESENT,
        )])],
        "CN-ZHIBU" => vec![Judged::Text(vec![(
            "party-members",
            Some(turnout(1, 2, AtLeast)),
            HALF_OF_ENTITLED,
        )])],
        "CN-DANGZU" => vec![Judged::Text(vec![(
            "joint-default",
            None,
            HALF_OF_ENTITLED,
        )])],
        other => panic!("{other} is a row nobody has read"),
    }
}

fn judged(rule: &Rule, voices: &[(Voice, u32)]) -> VoteResult {
    let at = Minute::read("2026-11-23T09:00").unwrap();
    let all = voices
        .iter()
        .flat_map(|(voice, times)| (0..*times).map(|_| *voice));
    let voices: Vec<Voiced> = all
        .enumerate()
        .map(|(number, voice)| {
            let voter = Voter::new(format!("p{number}").as_str().into(), None);
            Voiced::new(voter, voice)
        })
        .collect();
    let voters = voices.iter().map(|it| it.voter.clone()).collect();
    let ballot = Ballot::new(at, rule.clone(), voters, Default::default());
    VoteResult::of(&ballot, voices, &[], at)
}

/// The votes of a row; who is not accounted for was not there.
fn votes(id: &str, row: &Row) -> Vec<(Voice, u32)> {
    let said: u32 = ["yes", "no", "abstain", "not_voting"]
        .map(|it| row.count(it))
        .iter()
        .sum();
    let (yes, no, abstain) = (row.count("yes"), row.count("no"), row.count("abstain"));
    match id {
        // The other half of the valid votes were not for it.
        "OS-2258" => vec![
            (Voice::For, yes),
            (Voice::Against, row.count("present") - yes),
        ],
        // Eight of sixteen did not vote.
        "HPSF-60" => {
            let silent = row.count("not_voting");
            vec![
                (Voice::Absent, silent),
                (Voice::For, row.count("entitled") - silent),
            ]
        }
        "NODE-CTC" => vec![
            (Voice::For, yes),
            (Voice::Recused, abstain),
            (Voice::NotVoting, row.count("entitled") - yes - abstain),
        ],
        _ => {
            let entitled = match id {
                "GRANT-38-A" | "GRANT-38-B" => 10,
                _ => row.number("entitled").unwrap_or(said),
            };
            vec![
                (Voice::For, yes),
                (Voice::Against, no),
                (Voice::Abstain, abstain),
                (Voice::NotVoting, row.count("not_voting")),
                (Voice::Absent, entitled - said),
            ]
        }
    }
}

/// The number behind a word: `quorum_needed=7`, `published 7 (exact rule gives 8)`.
fn number_after(text: &str, word: &str) -> Option<u32> {
    let after = text.split_once(word)?.1;
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// Says whether a quorum is there with so many of a body.
fn quorate(turnout: Turnout, came: u32, entitled: u32) -> bool {
    let rule = sitting(turnout, by(Threshold::more_than_half(Base::Cast)));
    let voices = [(Voice::For, came), (Voice::Absent, entitled - came)];
    judged(&rule, &voices).outcome != Outcome::Inquorate
}

/// Returns the least number of a body that makes a quorum, tried one by one.
fn needed(turnout: Turnout, entitled: u32) -> u32 {
    (0..=entitled)
        .find(|came| quorate(turnout, *came, entitled))
        .unwrap()
}

fn votes_agree(id: &str, nth: usize, row: &Row, rule: &Rule) {
    let result = judged(rule, &votes(id, row));
    let (outcome, expected) = (result.outcome, row.text("expected"));
    let proof: Inequality = result.tally.criteria()[0].inequality;
    match expected.split([' ', ',']).next().unwrap() {
        "pass" => assert_eq!(outcome, Outcome::Adopted, "{id}"),
        "fail" | "Failed" | "Negatived" | "NOT" => {
            assert!(
                matches!(outcome, Outcome::Rejected | Outcome::Tied),
                "{id}: {outcome:?}"
            );
        }
        // Both have one row: 1 more by the first rule, 17 by the second.
        "absolute" => {
            let wanted = expected.split("needs ").nth(nth + 1).unwrap();
            let missing = number_after(wanted, "-> ").unwrap();
            assert_eq!(proof.missing(), missing, "{id}");
            assert_eq!(
                Some(proof.least()),
                number_after(expected.split("; ").nth(nth).unwrap(), "needs ")
            );
        }
        "quorum" => {
            assert_eq!(outcome, Outcome::Inquorate, "{id}");
            assert_eq!(result.quorum[0].inequality.to_string(), "2*8 > 16");
        }
        other => panic!("{id}: {other}"),
    }
    if let Some(needed) = number_after(expected, "(").filter(|_| expected.ends_with("needed)")) {
        assert_eq!(proof.least(), needed, "{id}");
    }
    if let Some(base) = number_after(expected, "of base ") {
        assert_eq!(proof.base, base, "{id}");
    }
}

#[test]
fn every_published_row_is_judged_as_it_was_published() {
    let Some(rows) = published() else { return };
    let mut seen = BTreeSet::new();
    for row in &rows {
        let id = row.text("id");
        assert!(seen.insert(id), "{id} twice");
        let consistent = row.text("self_consistent") == "yes";
        for (nth, how) in read(id).iter().enumerate() {
            match how {
                Judged::Quorum(turnout) => {
                    let entitled = row.number("entitled").unwrap();
                    let exact = needed(*turnout, entitled);
                    assert_eq!(exact, turnout.threshold().least(entitled), "{id}");
                    if consistent {
                        let published = number_after(row.text("expected"), "quorum_needed=");
                        assert_eq!(Some(exact), published, "{id}");
                    } else {
                        let expected = row.text("expected");
                        assert_eq!(
                            Some(exact),
                            number_after(expected, "exact rule gives "),
                            "{id}"
                        );
                        // The number that was printed is a trap: with it the body has no quorum.
                        let printed = number_after(expected, "published ").unwrap();
                        assert_eq!(printed + 1, exact, "{id}");
                        assert!(!quorate(*turnout, printed, entitled), "{id}");
                    }
                }
                Judged::Votes(rule) => votes_agree(id, nth, row, rule),
                Judged::Text(shipped) => {
                    assert_eq!(row.text("expected"), "rule text only", "{id}");
                    for (rule, quorum, pass) in shipped {
                        let rule = preset(rule).unwrap();
                        assert_eq!(rule.pass, Pass::Reaches(*pass), "{id} {}", rule.id);
                        if let Some(quorum) = quorum {
                            assert_eq!(rule.quorum.all_of, [*quorum], "{id} {}", rule.id);
                        }
                    }
                }
            }
        }
    }
    let contradicting = rows
        .iter()
        .filter(|row| row.text("self_consistent") != "yes");
    let contradicting: Vec<&str> = contradicting.map(|row| row.text("id")).collect();
    assert_eq!(contradicting, ["FIG-Q22", "FIG-Q25"]);
    assert_eq!(seen.len(), 25);
}

#[test]
fn a_text_that_says_half_and_means_more_is_met_by_exactly_half() {
    for (comparator, enough) in [(Comparator::AtLeast, true), (Comparator::MoreThan, false)] {
        assert_eq!(quorate(turnout(1, 2, comparator), 8, 16), enough);
    }
    assert!(preset("joint-default").unwrap().chair_last);
}
