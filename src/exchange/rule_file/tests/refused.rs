//! What is refused: each wrong shape, and each fault of a rule, with its line and its place.

use super::super::fault::Kind;
use super::super::words;
use super::super::{Cause, Fault, read};
use super::{HALF, refused, schema, shipped, taken, with};
use crate::domain::rule;

#[test]
fn every_wrong_shape_is_refused_with_its_place() {
    use Cause as C;
    let word = |given: &str, known: &[&'static str]| C::UnknownWord {
        given: given.into(),
        known: known.into(),
    };
    let share = |given: &str| C::NotAShare {
        given: given.into(),
    };
    let table: Vec<(&str, usize, &str, Cause)> = vec![
        ("id = 3", 2, "rule[0].id", C::WrongType(Kind::Text)),
        (
            "id = \"a b\"",
            2,
            "rule[0].id",
            C::NotAnId {
                given: "a b".into(),
            },
        ),
        ("id = \"\"", 2, "rule[0].id", C::Empty),
        (
            "provenance = 1",
            3,
            "rule[0].provenance",
            C::WrongType(Kind::Text),
        ),
        ("tie = \"lot\"", 6, "rule[0].tie", C::WrongType(Kind::List)),
        (
            "tie = [\n\"lott\"]",
            7,
            "rule[0].tie[0]",
            word(
                "lott",
                &["lot", "defer", "refer", "chair_casts", "second_vote"],
            ),
        ),
        ("close = -1", 6, "rule[0].close", C::OutOfRange),
        ("close = 99999999999", 6, "rule[0].close", C::OutOfRange),
        ("close = 1.5", 6, "rule[0].close", C::WrongType(Kind::Whole)),
        (
            "bloc = \"yes\"",
            6,
            "rule[0].bloc",
            C::WrongType(Kind::Flag),
        ),
        (
            "from = \"2026-12-01\"",
            6,
            "rule[0].from",
            C::WrongType(Kind::Day),
        ),
        (
            "from = 2026-12-01T09:00:00",
            6,
            "rule[0].from",
            C::WrongType(Kind::Day),
        ),
        (
            "unverified = true",
            6,
            "rule[0].unverified",
            C::Rule(rule::Cause::NothingToVerify),
        ),
        ("name = { zh = \"名\" }", 6, "rule[0].name.en", C::Missing),
        (
            "name = { zh = \"名\", en = \" \" }",
            6,
            "rule[0].name.en",
            C::Empty,
        ),
        (
            "name = \"x\"",
            6,
            "rule[0].name",
            C::NotATable {
                known: words::NAME.to_vec(),
            },
        ),
        ("proxies = {}", 6, "rule[0].proxies.each", C::Missing),
        (
            "pass = {}",
            6,
            "rule[0].pass",
            C::Rule(rule::Cause::NoCriterion),
        ),
        (
            "pass = { more_than = \"half\", of = \"cast\" }",
            6,
            "rule[0].pass.more_than",
            share("half"),
        ),
        (
            "pass = { at_least = \"２/3\", of = \"cast\" }",
            6,
            "rule[0].pass.at_least",
            share("２/3"),
        ),
        (
            "pass = { at_least = \"99999999999/3\", of = \"cast\" }",
            6,
            "rule[0].pass.at_least",
            share("99999999999/3"),
        ),
        (
            "pass = { at_least = \"2/3\" }",
            6,
            "rule[0].pass.of",
            C::Missing,
        ),
        (
            "pass = { of = \"cast\" }",
            6,
            "rule[0].pass",
            C::OneComparator,
        ),
        (
            "pass = { of = \"cast\", more_than = \"1/2\", at_least = \"1/2\" }",
            6,
            "rule[0].pass",
            C::OneComparator,
        ),
        (
            "pass = { all = [], of = \"cast\" }",
            6,
            "rule[0].pass",
            C::OneDemand,
        ),
        (
            "pass = { all = [{}] }",
            6,
            "rule[0].pass.all[0]",
            C::Rule(rule::Cause::NoCriterion),
        ),
        (
            "quorum.all_of = [{ more_than = \"1/2\", of = \"present\" }]",
            6,
            "rule[0].quorum.all_of[0].of",
            C::UnknownField {
                known: vec!["over", "at_least", "more_than"],
            },
        ),
        (
            "quorum.required = [\"clerk\"]",
            6,
            "rule[0].quorum.required[0]",
            word("clerk", &["chair"]),
        ),
        (
            "consent = { is = \"in_vote\", partial = \"all_must\" }",
            6,
            "rule[0].consent.partial",
            C::UnknownField {
                known: vec!["is", "each"],
            },
        ),
        (
            "weights = { is = \"per_started\", each = 1000 }",
            6,
            "rule[0].weights.figure",
            C::Missing,
        ),
        (
            "clauses = \"c\"",
            6,
            "rule[0].clauses",
            C::UnknownField {
                known: {
                    let mut known = words::RULE.to_vec();
                    known.sort_by_key(|name| *name != "clause");
                    known
                },
            },
        ),
    ];
    for (line, at, place, cause) in table {
        let text = match line.split_once([' ', '.']).unwrap().0 {
            "id" => with(HALF).replace("id = \"own\"", line),
            "provenance" => with(HALF).replace("provenance = \"own\"", line),
            "pass" => with(&format!("\n{line}")).replace("\n\n", "\n# \n"),
            _ => with(&format!("{HALF}\n{line}")),
        };
        let faults = refused(&text);
        let unsorted = |cause: &Cause| match cause {
            C::UnknownField { known } => {
                let first = known.first().copied();
                let mut known = known.clone();
                known.sort_unstable();
                C::UnknownField {
                    known: first.into_iter().chain(known).collect(),
                }
            }
            other => other.clone(),
        };
        let found = faults.iter().any(|fault| {
            (fault.place.as_str(), unsorted(&fault.cause)) == (place, unsorted(&cause))
                && fault.line == at
        });
        assert!(found, "{line}: {faults:#?}");
        if !matches!(cause, C::Rule(_) | C::Empty) {
            assert!(schema::holds(&text).is_err(), "the schema takes {line}");
        }
    }
}

#[test]
fn every_fault_of_a_rule_is_said_with_its_line() {
    use rule::Cause as R;
    let table = [
        (
            "pass = { at_least = \"4/3\", of = \"cast\" }",
            5,
            "pass",
            R::OverOne,
        ),
        (
            "pass = { at_least = \"1/0\", of = \"cast\" }",
            5,
            "pass",
            R::NoParts,
        ),
        (
            "pass = { more_than = \"1/1\", of = \"cast\" }",
            5,
            "pass",
            R::NeverReached,
        ),
        ("pass = { all = [] }", 5, "pass.all", R::NoCriterion),
        (
            "pass = { all = [\n{ more_than = \"1/2\", of = \"cast\" },\n{ any = [\n{ at_least = \"4/3\", of = \"cast\" }]}] }",
            8,
            "pass.all[1].any[0]",
            R::OverOne,
        ),
        (
            "pass = { each_village = { at_least = \"4/3\", of = \"cast\" } }\nmethods = [\"by_name\"]",
            5,
            "pass.each_village",
            R::OverOne,
        ),
        (
            "pass = { fewer_blockers_than = 0 }",
            5,
            "pass.fewer_blockers_than",
            R::Zero,
        ),
        (
            "pass = { over = \"villages\", more_than = \"1/2\", of = \"entitled\" }\nmethods = [\"by_name\",\n\"hands\"]",
            7,
            "methods[1]",
            R::BaseUnknown {
                method: rule::Method::Hands,
            },
        ),
        (
            "pass = { over = \"weights\", more_than = \"1/2\", of = \"entitled\" }\nmethods = [\"by_name\"]",
            1,
            "weights",
            R::WeightsMissing,
        ),
    ];
    let numbers = [
        ("close = 4000000000", "close", R::TooLarge),
        ("close = 10001", "close", R::TooLarge),
        ("revote = { rounds = 0 }", "revote.rounds", R::Zero),
        (
            "revote = { rounds = 2, days = 10001 }",
            "revote.days",
            R::TooLarge,
        ),
        ("proxies = { each = 0 }", "proxies.each", R::Zero),
        (
            "notice = { days = 10001, statute = \"s\" }",
            "notice.days",
            R::TooLarge,
        ),
    ];
    for (lines, at, cause) in numbers {
        let [fault] = &refused(&with(&format!("{HALF}\n{lines}")))[..] else {
            panic!("{lines}");
        };
        let place = format!("rule[0].{at}");
        assert_eq!((fault.line, &fault.place), (6, &place), "{lines}");
        assert_eq!(fault.cause, Cause::Rule(cause), "{lines}");
    }
    assert_eq!(taken(&with(&format!("{HALF}\nclose = 10000"))).len(), 1);
    // Nothing of nothing is said to be no fraction, and nothing else.
    let nothing = refused(&with("pass = { more_than = \"0/0\", of = \"cast\" }"));
    assert_eq!(nothing.len(), 1, "{nothing:?}");
    // Ways that were not written are not named by a place the file has not.
    let unwritten = refused(&with(
        "pass = { over = \"villages\", more_than = \"1/2\", of = \"present\" }",
    ));
    let ways = vec![rule::Method::Hands];
    let fault = Fault {
        line: 1,
        place: "rule[0].methods".into(),
        cause: Cause::WaysUnwritten {
            ways,
            fit: "by_name",
        },
    };
    assert_eq!(unwritten, [fault]);
    for (lines, line, at, cause) in table {
        let faults = refused(&with(lines));
        let fault = Fault {
            line,
            place: format!("rule[0].{at}"),
            cause: Cause::Rule(cause),
        };
        assert!(faults.contains(&fault), "{lines}: {faults:#?}");
    }
    let of = |provenance: &str, lines: &str| {
        let text = with(&format!("{HALF}\n{lines}"));
        let text = text.replace(
            "provenance = \"own\"",
            &format!("provenance = \"{provenance}\""),
        );
        refused(&text)
            .into_iter()
            .map(|fault| (fault.line, fault.place, fault.cause))
            .collect::<Vec<_>>()
    };
    let own_only = |place: &str| vec![(6, format!("rule[0].{place}"), Cause::Rule(R::OwnOnly))];
    assert_eq!(of("party", "proxies = { each = 1 }"), own_only("proxies"));
    assert_eq!(of("law", "tie = [\"lot\"]"), own_only("tie[0]"));
    assert_eq!(of("law", "recusal = \"waive\""), own_only("recusal"));
    let foreign = Cause::Rule(R::ForeignOnly);
    assert_eq!(
        of("own", "circulation = true"),
        [(6, "rule[0].circulation".into(), foreign)]
    );
    let several = of(
        "own",
        "question = { is = \"one_of\", otherwise = \"most\" }\nclose = 2",
    );
    let close = Cause::Rule(R::CloseOfSeveral);
    assert!(
        several.contains(&(7, "rule[0].close".into(), close)),
        "it is not passed over in silence: {several:?}"
    );
    let text = with(HALF).replace("clause = \"c\"\n", "");
    assert_eq!(
        refused(&text),
        [Fault {
            line: 1,
            place: "rule[0].clause".into(),
            cause: Cause::Rule(R::CitationMissing)
        }]
    );
}

#[test]
fn a_circle_of_second_calls_is_refused_in_each_of_its_rules() {
    let call = |id: &str, by: &str| {
        let lines = format!(
            "{HALF}\nquorum.second_call = {{ within_days = 7, notice = \"n\", by = \"{by}\" }}"
        );
        with(&lines).replace("\"own\"\nprov", &format!("\"{id}\"\nprov"))
    };
    let circle = [call("a", "b"), call("b", "c"), call("c", "a")].concat();
    let faults = refused(&circle);
    assert_eq!(faults.len(), 3);
    for fault in faults {
        assert_eq!(fault.cause, Cause::Rule(rule::Cause::Circular));
        assert!(fault.place.ends_with("quorum.second_call.by"), "{fault:?}");
    }
    let chain = [
        call("a", "b"),
        call("b", "c"),
        call("c", "village-assembly"),
    ]
    .concat();
    assert_eq!(taken(&chain).len(), 3);
    let lost = refused(&call("a", "nobody"));
    assert_eq!(lost[0].cause, Cause::Rule(rule::Cause::UnknownRule));
    let twice = refused(&[with(HALF), with(HALF)].concat());
    assert_eq!(twice[0].cause, Cause::SameId { id: "own".into() });
    assert_eq!(twice[0].line, 7);
}

/// A field that is not known hides nothing else that is wrong with its rule, and what it is meant for is not missed too.
#[test]
fn a_field_that_is_not_known_is_told_with_every_other_fault_of_its_rule() {
    let text = with("pass = { more_than = \"3/2\", of = \"entitled\" }\ncolse = 1")
        .replace("clause = \"c\"", "claus = \"c\"");
    let faults = refused(&text);
    let places: Vec<&str> = faults.iter().map(|it| it.place.as_str()).collect();
    assert!(
        places.contains(&"rule[0].claus") && places.contains(&"rule[0].colse"),
        "{faults:?}"
    );
    let share = faults
        .iter()
        .find(|it| it.place.starts_with("rule[0].pass"));
    assert!(share.is_some(), "{faults:?}");
    assert!(!places.contains(&"rule[0].clause"), "{faults:?}");
    // What judges the whole rule is told too: hands count no households.
    let households = with(
        "pass = { more_than = \"1/2\", of = \"entitled\", over = \"households\" }\nmethods = [\"secret\"]\nnonsense = 1",
    );
    let alone = refused(&households.replace("\nnonsense = 1", ""));
    let both = refused(&households);
    assert!(
        !alone.is_empty() && both.len() == alone.len() + 1,
        "{alone:?} {both:?}"
    );
}

/// One whose name is like that of a true one that stands there too hides nothing of that; a word that is not known hides
/// nothing that is wrong whichever is meant.
#[test]
fn what_is_not_known_hides_no_fault_of_what_stands_beside_it() {
    let places = |text: &str| -> Vec<String> {
        let faults = refused(text).into_iter();
        faults
            .map(|it| format!("{} {}", it.line, it.place))
            .collect()
    };
    let empty = |text: &str| with(text).replace("clause = \"c\"", "clause = \"\"");
    let like = "pass = { more_than = \"1/2\", of = \"entitled\" }\ncoulor = 1";
    assert_eq!(
        places(&empty(like)),
        ["4 rule[0].clause", "6 rule[0].coulor"]
    );
    let unknown = "pass = { more_than = \"3/2\", of = \"everybody\" }\ntie = [\"lot\", \"lot\"]";
    let told = places(&empty(unknown));
    assert!(told.contains(&"4 rule[0].clause".to_owned()), "{told:?}");
    assert!(told.contains(&"5 rule[0].pass.of".to_owned()), "{told:?}");
    assert!(
        told.iter().any(|it| it.starts_with("6 rule[0].tie")),
        "{told:?}"
    );
    let of_share = |it: &&String| it.starts_with("5 rule[0].pass") && !it.ends_with(".of");
    assert_eq!(told.iter().filter(of_share).count(), 1, "{told:?}");
    // What is wrong only where one of the words is meant is not told.
    let alone = "pass = { more_than = \"1/2\", of = \"everybody\" }";
    assert_eq!(places(&with(alone)), ["5 rule[0].pass.of"]);
    // Each of two rules of one id is told, and whoever sits by the other finds it.
    let twice = [with(alone), with(alone)].concat();
    assert!(
        places(&twice).contains(&"7 rule[1].id".to_owned()),
        "{twice}"
    );
}

#[test]
fn what_is_no_rule_file_is_refused_as_a_whole() {
    let one = |bytes: &[u8]| match read(bytes, shipped).unwrap_err().as_slice() {
        [fault] => (fault.line, fault.cause.clone()),
        more => panic!("{more:?}"),
    };
    assert_eq!(one(b""), (0, Cause::NoRules));
    assert_eq!(one(b"rule = []"), (1, Cause::NoRules));
    assert_eq!(one(b"a = 1\nb = \xff"), (2, Cause::NotUtf8));
    assert_eq!(one(b"a = 1\nb = = 2"), (2, Cause::Syntax { column: 5 }));
    assert_eq!(
        one("a = 1\nb = \"村".as_bytes()),
        (2, Cause::Syntax { column: 7 })
    );
    let twice = with(&format!("{HALF}\n{HALF}"));
    assert!(matches!(one(twice.as_bytes()), (6, Cause::Syntax { .. })));
    let newer = format!("form = 2\n{}", with(HALF));
    assert_eq!(one(newer.as_bytes()), (1, Cause::OtherForm));
    let bom = format!("\u{feff}{}", with(HALF).replace('\n', "\r\n"));
    assert_eq!(taken(&bom).len(), 1);
}
