//! The record of elections and of one of several: every round, every number, who counted, who is taken.

#![allow(clippy::unwrap_used)]

use super::{Printed, record};
use crate::domain::Command;
use crate::domain::rule::Method;
use crate::domain::session::agenda::{self, ItemState};
use crate::domain::session::{self, RollMark, correction};
use crate::domain::tests::stage::{
    Stage, at, chooses, contender, decision, item, line, motion, recused, text,
};
use crate::domain::vote::secret::BallotCount;
use crate::domain::vote::slate::{Row, Sheet, Slate, Tellers};
use crate::domain::vote::{self, Choice, Motion, Wording};
use crate::i18n::Language;
use crate::papers::plain;
use insta::assert_snapshot;

fn row(yes: u32, no: u32, abstain: u32) -> Row {
    Row { yes, no, abstain }
}

fn papers(stage: &mut Stage, sheet: Sheet) {
    for _ in 0..2 {
        stage.vote(vote::Command::CountPapers {
            motion: "m1".into(),
            count: BallotCount::Slate {
                sheet: sheet.clone(),
            },
        });
    }
    stage.end("m1");
    stage.announce("m1");
}

fn issue(stage: &mut Stage, number: u32) {
    stage.vote(vote::Command::open(
        "m1".into(),
        at("09:15"),
        Method::Secret,
    ));
    stage.vote(vote::Command::IssuePapers {
        motion: "m1".into(),
        number,
        at: at("09:16"),
    });
}

fn put(stage: &mut Stage, id: &str, on: &str, rule: &str, wording: &str, names: &[&str]) {
    stage.agenda(agenda::Command::Put(item("s1", on, decision(rule))));
    stage.start(on);
    stage.vote(vote::Command::Draft(Motion {
        wordings: vec![Wording {
            at: at("09:10"),
            text: text(wording),
            turn: None,
        }],
        slate: Some(Slate {
            seats: 2,
            contenders: names.iter().map(|name| contender(name)).collect(),
            ..Slate::default()
        }),
        ..motion(on, id)
    }));
}

#[test]
fn a_record_of_an_election_and_a_run_off() {
    let mut stage = Stage::sitting();
    let names = ["赵一民", "王二", "丁三"];
    put(
        &mut stage,
        "m1",
        "i5",
        "election-contested",
        "选举联建理事会理事。",
        &names,
    );
    stage.vote(vote::Command::NameTellers {
        motion: "m1".into(),
        tellers: Tellers {
            watching: vec!["p5".into()],
            counting: vec!["p6".into(), "p7".into()],
        },
    });
    stage.mark("p10", RollMark::Left);
    // Too many papers; then counts that differ, a name written in, somebody withdrawn.
    issue(&mut stage, 9);
    papers(&mut stage, Sheet::bare(9, 10, 3));
    stage.vote(vote::Command::open(
        "m1".into(),
        at("09:15"),
        Method::Secret,
    ));
    stage.take("p2", recused());
    stage.vote(vote::Command::IssuePapers {
        motion: "m1".into(),
        number: 8,
        at: at("09:16"),
    });
    let tied = Sheet {
        issued: 8,
        returned: 8,
        valid: 7,
        spoiled: 1,
        rows: vec![row(7, 0, 0), row(6, 1, 0), row(0, 6, 1)],
        written: vec![(line("周七"), 1)],
        ..Sheet::default()
    };
    let other = Sheet {
        rows: vec![row(6, 1, 0), row(6, 1, 0), row(0, 6, 1)],
        ..tied.clone()
    };
    for count in [&tied, &other] {
        stage.vote(vote::Command::CountPapers {
            motion: "m1".into(),
            count: BallotCount::Slate {
                sheet: count.clone(),
            },
        });
    }
    papers(&mut stage, tied);
    stage.agenda(agenda::Command::Settle {
        item: "i5".into(),
        state: ItemState::Done,
        at: at("09:40"),
    });
    let names = ["甲方案", "乙方案", "丙方案"];
    put(
        &mut stage,
        "m2",
        "i6",
        "one-of-several-run-off",
        "选一个选址方案。",
        &names,
    );
    for (votes, abstain) in [(&[4, 3, 1][..], 1), (&[6, 3][..], 0)] {
        stage.vote(vote::Command::open("m2".into(), at("09:45"), Method::Hands));
        let sheet = Sheet {
            issued: 9,
            returned: 9,
            valid: 9,
            rows: votes.iter().map(|yes| row(*yes, 0, 0)).collect(),
            abstain,
            ..Sheet::default()
        };
        stage.vote(vote::Command::CountSlate {
            motion: "m2".into(),
            sheet,
        });
        stage.end("m2");
        stage.announce("m2");
    }
    stage.agenda(agenda::Command::Settle {
        item: "i6".into(),
        state: ItemState::Done,
        at: at("09:50"),
    });
    // What was put on a ballot and not voted is printed too.
    put(
        &mut stage,
        "m3",
        "i7",
        "election-single",
        "选举召集人。",
        &["李四"],
    );
    stage.close();
    for language in Language::ALL {
        let paper = record(&stage.world, stage.s1(), language, Printed::default());
        assert_snapshot!(
            format!("elections.{language}"),
            plain::write(&paper, language, 80)
        );
    }
}

/// One of several by name: who took which, village by village, in both rounds, and a voice put right.
#[test]
fn who_took_which_of_several_is_printed_by_name() {
    let mut stage = Stage::planned();
    stage.session(session::Command::CallRoll("s1".into()));
    stage.mark("p9", RollMark::Absent);
    stage.sit();
    let names = ["甲方案", "乙方案", "丙方案"];
    let rule = "one-of-several-run-off";
    put(&mut stage, "m1", "i5", rule, "选一个选址方案。", &names);
    for round in [&["甲", "甲", "乙", "乙", "丙", "甲", "乙"][..], &["乙"; 7]] {
        stage.vote(vote::Command::open(
            "m1".into(),
            at("09:15"),
            Method::ByName,
        ));
        stage.take("p2", recused());
        for (person, option) in ["p1", "p3", "p4", "p5", "p6", "p7", "p8"].iter().zip(round) {
            stage.take(person, chooses(&format!("{option}方案")));
        }
        stage.take("p10", Choice::Abstain);
        stage.end("m1");
        stage.announce("m1");
    }
    stage.agenda(agenda::Command::Settle {
        item: "i5".into(),
        state: ItemState::Done,
        at: at("09:50"),
    });
    stage.run(Command::Correct(correction::Command {
        id: "x1".into(),
        session: "s1".into(),
        wanted: correction::Wanted::Voice {
            motion: "m1".into(),
            person: "p3".into(),
            to: chooses("甲方案"),
        },
        by: line("蒋会计"),
        at: at("10:30"),
        reason: line("听错了"),
    }));
    stage.close();
    for language in Language::ALL {
        let paper = record(&stage.world, stage.s1(), language, Printed::default());
        assert_snapshot!(
            format!("options_by_name.{language}"),
            plain::write(&paper, language, 80)
        );
        assert!(crate::papers::count_sheet::sheets(&stage.world, stage.s1(), language).is_empty());
    }
}
