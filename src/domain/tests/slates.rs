//! People for seats and one of several: an independent count, and where it goes wrong elsewhere.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::polls::Luck;
use super::stage::line;
use crate::domain::rule::{
    Base, Otherwise, Pass, Provenance, Question, RecusalEffect, Rule, Threshold,
};
use crate::domain::text::Line;
use crate::domain::vote::slate::{Contender, Imbalance, Judged, Next, Row, Sheet, Slate, judge};
use crate::domain::vote::tally::Counts;

const NAMES: [&str; 6] = ["丁", "王", "李", "赵", "孙", "钱"];

fn rule(question: Question, threshold: Threshold) -> Rule {
    let pass = Pass::Reaches(threshold);
    Rule {
        question,
        ..Rule::counting("slate".into(), pass, Provenance::Own, "第六条".to_owned())
    }
}

fn election(base: Base) -> Rule {
    let seats = Question::Seats {
        spare_percent: 20,
        write_in: true,
    };
    rule(seats, Threshold::more_than_half(base))
}

fn slate(seats: u32, names: usize) -> Slate {
    let contenders = NAMES.iter().take(names).map(|name| Contender {
        name: line(name),
        person: None,
    });
    Slate {
        seats,
        contenders: contenders.collect(),
        write_in: true,
        ..Slate::default()
    }
}

fn sheet(valid: u32, rows: &[(u32, u32)]) -> Sheet {
    let rows = rows.iter().map(|(yes, no)| Row {
        yes: *yes,
        no: *no,
        abstain: valid - yes - no,
    });
    Sheet {
        issued: valid,
        returned: valid,
        valid,
        spoiled: 0,
        rows: rows.collect(),
        ..Sheet::default()
    }
}

fn taken(judged: &Judged) -> Vec<String> {
    judged.taken().map(ToString::to_string).collect()
}

fn again(names: &[&str], seats: u32) -> Next {
    Next::VoteAgain {
        among: names.iter().map(|name| line(name)).collect(),
        seats,
        through: Vec::new(),
    }
}

#[test]
fn of_the_votes_cast_each_has_a_base_of_its_own() {
    let rule = election(Base::Cast);
    for (seats, rows, who, next) in [
        // Who abstains from one has not decided on them, against or not.
        (1, &[(5, 0)][..], &["丁"][..], Next::Nothing),
        (1, &[(5, 1)], &["丁"], Next::Nothing),
        (1, &[(5, 5)], &[], Next::SeatsOpen { seats: 1 }),
        (1, &[(0, 0)], &[], Next::SeatsOpen { seats: 1 }),
        // Whoever has more votes, and as many against, keeps nobody else out.
        (1, &[(6, 6), (5, 1)], &["王"], Next::Nothing),
        (2, &[(6, 6), (5, 1)], &["王"], Next::SeatsOpen { seats: 1 }),
        (1, &[(6, 6), (5, 1), (5, 2)], &[], again(&["王", "李"], 1)),
        (2, &[(6, 6), (5, 1), (5, 2)], &["王", "李"], Next::Nothing),
        (
            2,
            &[(5, 5), (7, 0), (4, 1), (4, 0)],
            &["王"],
            again(&["李", "赵"], 1),
        ),
    ] {
        let judged = judge(
            &rule,
            &slate(seats, rows.len()),
            &sheet(12, rows),
            &Counts::default(),
        );
        let expected: Vec<String> = who.iter().map(ToString::to_string).collect();
        assert_eq!(
            (taken(&judged), judged.next),
            (expected, next),
            "{seats} {rows:?}"
        );
    }
    let cast = judge(
        &rule,
        &slate(1, 2),
        &sheet(12, &[(6, 5), (0, 3)]),
        &Counts::default(),
    );
    let printed: Vec<String> = cast
        .placed
        .iter()
        .map(|it| it.inequality.to_string())
        .collect();
    assert_eq!(printed, ["2*6 > 11", "2*0 > 3"]);
}

#[test]
fn of_one_of_several_every_ballot_that_counts_is_a_vote_cast() {
    let several = Question::OneOf {
        otherwise: Otherwise::None,
    };
    for base in [Base::Cast, Base::Valid] {
        let rule = rule(several, Threshold::more_than_half(base));
        let judged = judge(
            &rule,
            &slate(1, 2),
            &sheet(12, &[(6, 0), (5, 0)]),
            &Counts::default(),
        );
        assert_eq!(judged.placed[0].inequality.to_string(), "2*6 > 12");
        assert_eq!((taken(&judged), judged.next), (Vec::new(), Next::Nothing));
    }
}

#[test]
fn whoever_is_written_in_is_held_against_the_same_rule() {
    let counts = Counts {
        abstain: 12,
        absent: 3,
        recused: 1,
        ..Counts::default()
    };
    for (base, recusal, printed) in [
        (Base::Entitled, RecusalEffect::KeepBase, "2*8 > 16"),
        (Base::Entitled, RecusalEffect::ReduceBase, "2*8 > 15"),
        (Base::Present, RecusalEffect::KeepBase, "2*8 > 12"),
        (Base::Valid, RecusalEffect::KeepBase, "2*8 > 11"),
        (Base::Cast, RecusalEffect::KeepBase, "2*8 > 11"),
    ] {
        let rule = Rule {
            recusal,
            ..election(base)
        };
        let mut sheet = sheet(11, &[(3, 2)]);
        sheet.written.push((line("周"), 8));
        let judged = judge(&rule, &slate(1, 1), &sheet, &counts);
        assert_eq!(judged.placed[0].inequality.to_string(), printed, "{base:?}");
        let who = if printed == "2*8 > 16" {
            Vec::new()
        } else {
            vec!["周".to_owned()]
        };
        assert_eq!(taken(&judged), who, "{base:?}");
        assert_eq!(judged.placed[0].at, None);
        assert_eq!(judged.placed[1].at, Some(0));
    }
}

/// Who is elected, by the plainest way there is: everybody is compared with everybody.
fn elected(reached: &[(Line, u32)], seats: usize) -> Vec<Line> {
    let mut elected = Vec::new();
    for (name, votes) in reached {
        let as_many = reached.iter().filter(|(_, other)| other >= votes).count();
        if as_many <= seats {
            elected.push((std::cmp::Reverse(*votes), name.clone()));
        }
    }
    elected.sort_by_key(|(votes, _)| *votes);
    elected.into_iter().map(|(_, name)| name).collect()
}

#[test]
fn an_independent_count_agrees_on_every_election() {
    let (mut ties, mut open, mut full) = (0, 0, 0);
    for seed in 1..=20_000 {
        let mut luck = Luck::new(seed);
        let (valid, names) = (luck.below(12), luck.below(6) as usize);
        let rows: Vec<(u32, u32)> = (0..names)
            .map(|_| {
                let yes = luck.below(valid + 1);
                (yes, luck.below(valid - yes + 1))
            })
            .collect();
        let slate = slate(1 + luck.below(4), names);
        let (absent, base) = (
            luck.below(4),
            luck.one(&[Base::Entitled, Base::Valid, Base::Cast]),
        );
        let counts = Counts {
            abstain: valid,
            absent,
            ..Counts::default()
        };
        let judged = judge(&election(base), &slate, &sheet(valid, &rows), &counts);
        let reached: Vec<(Line, u32)> = slate
            .contenders
            .iter()
            .zip(&rows)
            .filter(|(_, (yes, no))| {
                let whole = match base {
                    Base::Entitled => valid + absent,
                    Base::Cast => yes + no,
                    _ => valid,
                };
                *yes > whole - yes
            })
            .map(|(it, (yes, _))| (it.name.clone(), *yes))
            .collect();
        let seats = slate.seats as usize;
        let expected = elected(&reached, seats);
        let have: Vec<Line> = judged.taken().cloned().collect();
        assert_eq!(have, expected, "seed {seed}: {rows:?} {judged:?}");
        let left = slate.seats - u32::try_from(have.len()).unwrap();
        match &judged.next {
            Next::Nothing => {
                assert_eq!(left, 0, "seed {seed}");
                full += 1;
            }
            Next::SeatsOpen { seats } => {
                assert!(*seats == left && reached.len() == have.len(), "seed {seed}");
                open += 1;
            }
            Next::VoteAgain { among, seats, .. } => {
                assert_eq!(*seats, left, "seed {seed}");
                let votes = |name: &Line| reached.iter().find(|it| it.0 == *name).unwrap().1;
                let tied = votes(&among[0]);
                let all = reached.iter().filter(|it| it.1 == tied);
                assert!(all.map(|it| &it.0).eq(among), "seed {seed}: {judged:?}");
                assert!(
                    have.len() + among.len() > slate.seats as usize,
                    "seed {seed}"
                );
                ties += 1;
            }
        }
    }
    assert!(
        ties > 500 && open > 500 && full > 500,
        "{ties} {open} {full}"
    );
}

#[test]
fn names_are_written_in_once_and_the_ballot_is_in_the_order_of_strokes() {
    let mut slate = slate(2, 4);
    let mut sheet = sheet(12, &[(1, 0), (1, 0), (1, 0), (1, 0)]);
    sheet.written = vec![(line("周"), 1), (line("吴"), 1)];
    assert_eq!(slate.balance(&sheet, true), Ok(()));
    sheet.written[1].0 = line("周");
    let twice = Imbalance::WrittenIn { name: line("周") };
    assert_eq!(slate.balance(&sheet, true), Err(twice.clone()));
    sheet.written.pop();
    slate.write_in = false;
    assert_eq!(slate.balance(&sheet, true), Err(twice));
    slate.contenders.reverse();
    slate.in_stroke_order();
    let names: Vec<&str> = slate.contenders.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["丁", "王", "李", "赵"]);
}

#[test]
fn what_a_row_does_not_count_is_not_written() {
    let written = |row: Row| serde_json::to_value(row).unwrap();
    let yes = 1;
    assert_eq!(
        written(Row {
            yes,
            no: 0,
            abstain: 0
        }),
        serde_json::json!({"yes": 1})
    );
    let all = serde_json::json!({"yes": 1, "no": 1, "abstain": 2});
    assert_eq!(
        written(Row {
            yes,
            no: 1,
            abstain: 2
        }),
        all
    );
}

#[test]
fn nothing_is_taken_without_a_vote_for_it() {
    // At least half of no vote cast is none at all, and the inequality holds.
    let rule = rule(
        Question::Seats {
            spare_percent: 20,
            write_in: true,
        },
        Threshold::at_least(1, 2, Base::Cast),
    );
    let counts = Counts::default();
    let judged = judge(&rule, &slate(1, 2), &sheet(12, &[(0, 0), (0, 0)]), &counts);
    assert!(judged.placed[0].inequality.holds());
    assert_eq!(
        (taken(&judged), judged.next),
        (Vec::new(), Next::SeatsOpen { seats: 1 })
    );
    // Nor does anything go on between options that nobody chose.
    for otherwise in [
        Otherwise::None,
        Otherwise::Most,
        Otherwise::RunOff,
        Otherwise::DropLast,
    ] {
        let rule = self::rule(
            Question::OneOf { otherwise },
            Threshold::more_than_half(Base::Valid),
        );
        let judged = judge(&rule, &slate(1, 3), &sheet(12, &[(0, 0); 3]), &counts);
        assert_eq!(
            (taken(&judged), judged.next),
            (Vec::new(), Next::Nothing),
            "{otherwise:?}"
        );
    }
}

#[test]
fn none_of_several_goes_on_as_its_rule_says() {
    for (otherwise, rows, who, next) in [
        (
            Otherwise::None,
            &[(5, 0), (4, 0), (3, 0)][..],
            &[][..],
            Next::Nothing,
        ),
        (
            Otherwise::Most,
            &[(4, 0), (5, 0), (3, 0)],
            &["王"],
            Next::Nothing,
        ),
        (
            Otherwise::Most,
            &[(3, 0), (4, 0), (4, 0)],
            &[],
            again(&["王", "李"], 1),
        ),
        // Whoever has more votes stands first in the count, and where the ballot has them in the next.
        (
            Otherwise::RunOff,
            &[(4, 0), (2, 0), (5, 0)],
            &[],
            again(&["丁", "李"], 1),
        ),
        (
            Otherwise::DropLast,
            &[(3, 0), (5, 0), (4, 0)],
            &[],
            again(&["王", "李"], 1),
        ),
        (
            Otherwise::DropLast,
            &[(4, 0), (4, 0), (4, 0)],
            &[],
            again(&["丁", "王", "李"], 1),
        ),
        (
            Otherwise::DropLast,
            &[(4, 0), (3, 0), (3, 0)],
            &[],
            Next::VoteAgain {
                among: vec![line("王"), line("李")],
                seats: 1,
                through: vec![line("丁")],
            },
        ),
    ] {
        let rule = rule(
            Question::OneOf { otherwise },
            Threshold::more_than_half(Base::Valid),
        );
        let judged = judge(&rule, &slate(1, 3), &sheet(12, rows), &Counts::default());
        let expected: Vec<String> = who.iter().map(ToString::to_string).collect();
        assert_eq!(
            (taken(&judged), judged.next),
            (expected, next),
            "{otherwise:?} {rows:?}"
        );
    }
}

#[test]
fn who_is_written_in_stands_after_the_ballot_when_voted_on_again() {
    let rule = rule(
        Question::OneOf {
            otherwise: Otherwise::RunOff,
        },
        Threshold::more_than_half(Base::Valid),
    );
    let mut sheet = sheet(12, &[(2, 0), (4, 0)]);
    sheet.written = vec![(line("周"), 6)];
    let judged = judge(&rule, &slate(1, 2), &sheet, &Counts::default());
    assert_eq!(judged.placed[0].name, line("周"));
    assert_eq!(judged.next, again(&["王", "周"], 1));
}

#[test]
fn no_option_has_more_votes_than_ballots_and_together_they_are_all() {
    let options = |rows: &[u32], abstain: u32| {
        let rows = rows.iter().map(|yes| Row {
            yes: *yes,
            ..Row::default()
        });
        let sheet = Sheet {
            issued: 10,
            returned: 10,
            valid: 10,
            rows: rows.collect(),
            abstain,
            ..Sheet::default()
        };
        slate(1, 2).balance(&sheet, false)
    };
    let (at, valid) = (1, 10);
    assert_eq!(options(&[0, 10], 0), Ok(()));
    assert_eq!(options(&[4, 3], 3), Ok(()));
    assert_eq!(
        options(&[0, 11], 0),
        Err(Imbalance::Contender { at, valid, sum: 11 })
    );
    assert_eq!(
        options(&[4, 3], 2),
        Err(Imbalance::Options { valid, sum: 9 })
    );
    assert_eq!(
        options(&[8, 3], 0),
        Err(Imbalance::Options { valid, sum: 11 })
    );
}

#[test]
fn a_slate_of_no_seats_is_one_of_one() {
    let none = slate(0, 2);
    let judged = judge(
        &election(Base::Valid),
        &none,
        &sheet(12, &[(9, 0), (3, 0)]),
        &Counts::default(),
    );
    assert_eq!(
        (taken(&judged), judged.next),
        (vec!["丁".to_owned()], Next::Nothing)
    );
    assert_eq!(none.balance(&sheet(12, &[(9, 0), (3, 0)]), true), Ok(()));
    let (most, sum) = (12, 13);
    assert_eq!(
        none.balance(&sheet(12, &[(9, 0), (4, 0)]), true),
        Err(Imbalance::Votes { most, sum })
    );
}
