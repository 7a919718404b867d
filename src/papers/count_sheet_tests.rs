//! The count sheet before the count and after it, of papers and of an election.

#![allow(clippy::unwrap_used)]

use super::count_sheet::sheets;
use super::{Block, plain};
use crate::domain::rule::Method;
use crate::domain::session::agenda;
use crate::domain::tests::moments::{self, Moment};
use crate::domain::tests::stage::{Stage, at, contender, decision, item, motion};
use crate::domain::tests::totals::totals;
use crate::domain::vote::secret::{BallotCount, Papers};
use crate::domain::vote::slate::{Row, Sheet, Slate, Tellers};
use crate::domain::vote::totals::Totals;
use crate::domain::vote::{self, Motion};
use crate::i18n::Language;
use insta::assert_snapshot;

fn text(stage: &Stage, language: Language) -> String {
    let parts = sheets(&stage.world, stage.s1(), language);
    let blocks: Vec<Block> = parts.into_iter().map(|part| part.block).collect();
    plain::write(&blocks, language, 76)
}

fn opened(stage: &mut Stage) {
    stage.vote(vote::Command::open(
        "m1".into(),
        at("09:15"),
        Method::Secret,
    ));
    stage.vote(vote::Command::IssuePapers {
        motion: "m1".into(),
        number: 10,
        at: at("09:16"),
    });
}

fn count(stage: &mut Stage, count: BallotCount) {
    stage.vote(vote::Command::CountPapers {
        motion: "m1".into(),
        count,
    });
}

fn whole(yes: u32, no: u32) -> BallotCount {
    BallotCount::Whole {
        papers: Papers {
            returned: yes + no + 1,
            spoiled: 1,
            yes,
            no,
            abstain: 0,
        },
    }
}

#[test]
fn a_sheet_is_blank_before_the_count_and_has_every_count_after_it() {
    for language in Language::ALL {
        let mut stage = moments::stage(Moment::Running);
        opened(&mut stage);
        let blank = text(&stage, language);
        assert_snapshot!(format!("count_sheet_blank_{language}"), blank);
        // Whoever counts once more does not read the first count here.
        count(&mut stage, whole(7, 2));
        assert_eq!(text(&stage, language), blank);
        count(&mut stage, whole(6, 3));
        count(&mut stage, whole(6, 3));
        count(&mut stage, whole(6, 3));
        stage.end("m1");
        stage.announce("m1");
        let to = Totals::Papers { count: whole(5, 4) };
        stage.run(totals("x1", to));
        assert_snapshot!(
            format!("count_sheet_counted_{language}"),
            text(&stage, language)
        );
    }
}

#[test]
fn an_election_has_its_seats_its_tellers_and_a_line_for_each_figure() {
    for language in Language::ALL {
        let mut stage = Stage::sitting();
        let rule = decision("election-contested");
        stage.agenda(agenda::Command::Put(item("s1", "i5", rule)));
        stage.start("i5");
        stage.vote(vote::Command::Draft(Motion {
            slate: Some(Slate {
                seats: 1,
                contenders: ["丁一", "王二"].map(contender).to_vec(),
                ..Slate::default()
            }),
            ..motion("i5", "m1")
        }));
        stage.vote(vote::Command::NameTellers {
            motion: "m1".into(),
            tellers: Tellers {
                watching: vec!["p5".into()],
                counting: vec!["p6".into()],
            },
        });
        let drafted = text(&stage, language);
        assert_snapshot!(format!("count_sheet_election_blank_{language}"), drafted);
        opened(&mut stage);
        let row = |yes| Row {
            yes,
            no: 9 - yes,
            abstain: 0,
        };
        let sheet = Sheet {
            issued: 10,
            returned: 10,
            valid: 9,
            spoiled: 1,
            rows: vec![row(3), row(6)],
            ..Sheet::default()
        };
        for _ in 0..2 {
            let sheet = sheet.clone();
            count(&mut stage, BallotCount::Slate { sheet });
        }
        stage.end("m1");
        stage.announce("m1");
        assert_snapshot!(
            format!("count_sheet_election_{language}"),
            text(&stage, language)
        );
    }
}

#[test]
fn a_vote_by_name_or_by_hands_has_no_sheet() {
    let mut stage = Stage::voting();
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    stage.announce("m1");
    assert_eq!(text(&stage, Language::Zh), "");
}
