//! Votes of contenders put right after the announcement: who is taken, and what that turns.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::{
    RUN_OFF, chooses, counted, drafted, elects, hands, issued, open, stands, taken, tellers,
};
use crate::domain::rule::Method;
use crate::domain::tests::stage::{Stage, line};
use crate::domain::tests::totals::totals;
use crate::domain::vote::overturn::Followed;
use crate::domain::vote::secret::BallotCount;
use crate::domain::vote::slate::{self, Imbalance, Sheet};
use crate::domain::vote::totals::Totals;
use crate::domain::vote::{Due, Standing};
use crate::domain::{Command, Refusal, vote};

fn of_papers(sheet: &Sheet) -> Command {
    let count = BallotCount::Slate {
        sheet: sheet.clone(),
    };
    totals("x1", Totals::Papers { count })
}

fn announced(rows: &[(u32, u32)]) -> Stage {
    let mut stage = issued();
    counted(&mut stage, &elects(rows));
    stage.announce("m1");
    stage
}

#[test]
fn whoever_the_corrected_papers_elect_is_elected() {
    let mut stage = announced(&[(9, 1), (8, 2), (3, 7)]);
    assert_eq!(taken(&stage), ["孙广田", "李家屯"]);
    stage.run(of_papers(&elects(&[(9, 1), (3, 7), (8, 2)])));
    assert_eq!(taken(&stage), ["孙广田", "赵秀英"]);
    // The same as an election that was counted so.
    let from_the_start = announced(&[(9, 1), (3, 7), (8, 2)]);
    let result = |stage: &Stage| {
        let motion = stage.world.motion(&"m1".into()).unwrap();
        motion.result().unwrap().clone()
    };
    assert_eq!(result(&stage), result(&from_the_start));
    let kept: Vec<_> = stage.world.corrections_of(&"s1".into()).collect();
    let (_, was, _) = kept[0].change.of_result().unwrap();
    let was: Vec<String> = was
        .slate
        .iter()
        .flat_map(|it| it.judged.taken())
        .map(ToString::to_string)
        .collect();
    assert_eq!(was, ["孙广田", "李家屯"]);
}

#[test]
fn a_sheet_has_to_balance_and_name_only_who_can_be_written_in() {
    let stage = announced(&[(9, 1), (8, 2), (3, 7)]);
    let unbalanced = Sheet {
        spoiled: 1,
        ..elects(&[(9, 1), (8, 2), (3, 7)])
    };
    assert_eq!(
        stage.refused(&of_papers(&unbalanced)),
        Refusal::Slate(slate::Refused::SheetDoesNotAddUp {
            imbalance: Imbalance::Returned {
                returned: 10,
                sum: 11
            },
            method: Method::Secret
        })
    );
    let twice = Sheet {
        written: vec![(line("孙广田"), 1)],
        ..elects(&[(9, 1), (8, 2), (3, 7)])
    };
    assert!(matches!(
        stage.refused(&of_papers(&twice)),
        Refusal::Slate(slate::Refused::SheetDoesNotAddUp { .. })
    ));
    let raised = totals("x1", Totals::Raised { sheet: unbalanced });
    assert_eq!(
        stage.refused(&raised),
        Refusal::Slate(slate::Refused::CountedByContender)
    );
}

#[test]
fn a_tie_for_the_last_seat_goes_once_the_papers_say_otherwise() {
    let mut stage = announced(&[(8, 2), (6, 4), (6, 4)]);
    assert_eq!(stands(&stage), (Standing::VoteAgain, Some(Due::VoteAgain)));
    let mut once_more = stage.clone();
    once_more.vote(tellers("p5", "p6"));
    once_more.run(open(Method::Secret));
    assert_eq!(
        once_more.refused(&of_papers(&elects(&[(8, 2), (7, 3), (5, 5)]))),
        Refusal::ResultFollowed {
            by: Followed::VotedAgain
        }
    );
    stage.run(of_papers(&elects(&[(8, 2), (7, 3), (5, 5)])));
    assert_eq!(stands(&stage), (Standing::Adopted, None));
    assert_eq!(taken(&stage), ["孙广田", "李家屯"]);
}

#[test]
fn hands_for_one_of_several_are_corrected_too() {
    let mut stage = drafted(RUN_OFF, 1, &["甲方案", "乙方案"]);
    stage.run(open(Method::Hands));
    stage.run(hands(&chooses(&[6, 4], 0)));
    stage.vote(vote::Command::End {
        motion: "m1".into(),
        at: super::at("09:30"),
    });
    stage.announce("m1");
    assert_eq!(taken(&stage), ["甲方案"]);
    let sheet = chooses(&[3, 6], 1);
    stage.run(totals("x1", Totals::Raised { sheet }));
    assert_eq!(taken(&stage), ["乙方案"]);
    let nine = Sheet {
        issued: 9,
        ..chooses(&[3, 6], 0)
    };
    let (room, sum) = (10, 9);
    assert_eq!(
        stage.refused(&totals("x2", Totals::Raised { sheet: nine })),
        Refusal::HandsDoNotAddUp { room, sum }
    );
}
