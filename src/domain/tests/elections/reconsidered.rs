//! An election taken up once more: whoever it came to elect stands in the place of those elected before.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::refill::{of, short};
use super::{ELECTION, elects, issued};

use crate::domain::rule::Method;
use crate::domain::session::agenda;
use crate::domain::tests::stage::{Stage, at, decision, item, line, motion};
use crate::domain::tests::totals::totals;
use crate::domain::vote::secret::BallotCount;
use crate::domain::vote::slate::{self, Sheet, Tellers};
use crate::domain::vote::totals::Totals;
use crate::domain::vote::{self, CameTo, Motion, SequelStep, Standing, may_refill, standing};
use crate::domain::{Command, Refusal, Remedy};
use crate::i18n::{Language, sequels};

/// Takes the election `m1` up once more on an item.
pub(super) fn reconsider(on: &str) -> Command {
    Command::Vote(vote::Command::Reconsider {
        session: "s1".into(),
        decided: "m1".into(),
        motion: Motion {
            mover: Some("p4".into()),
            ..motion(on, "m2")
        },
        at: at("10:00"),
        reason: line("有人反映"),
    })
}

fn papers(motion: &str, sheet: &Sheet) -> Command {
    Command::Vote(vote::Command::CountPapers {
        motion: motion.into(),
        count: BallotCount::Slate {
            sheet: sheet.clone(),
        },
    })
}

/// Takes the election up once more on its item, and counts it.
fn again(stage: &mut Stage, sheet: &Sheet) {
    stage.run(reconsider("i5"));
    stage.vote(vote::Command::NameTellers {
        motion: "m2".into(),
        tellers: Tellers {
            watching: vec!["p5".into()],
            counting: vec!["p6".into()],
        },
    });
    stage.vote(vote::Command::open(
        "m2".into(),
        at("10:05"),
        Method::Secret,
    ));
    stage.vote(vote::Command::IssuePapers {
        motion: "m2".into(),
        number: 10,
        at: at("10:06"),
    });
    for _ in 0..2 {
        stage.run(papers("m2", sheet));
    }
    stage.end("m2");
    stage.announce("m2");
}

fn said(stage: &Stage, id: &str) -> [String; 2] {
    Language::ALL.map(|language| {
        let motion = of(stage, id);
        match id {
            "m2" => sequels::reconsidered(language, &stage.world, motion).unwrap(),
            _ => sequels::standing_whole(language, &stage.world, motion),
        }
    })
}

fn reviewed(stage: &Stage) -> CameTo {
    match &of(stage, "m1").sequels.last().unwrap().step {
        SequelStep::Reviewed { came_to, .. } => *came_to.clone().unwrap(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_election_stands_with_whoever_the_reconsideration_elected() {
    let mut stage = short();
    assert!(may_refill(of(&stage, "m1")));
    again(&mut stage, &elects(&[(3, 7), (8, 2), (9, 1)]));
    assert_eq!(standing(of(&stage, "m1")), Standing::Adopted);
    let came_to = reviewed(&stage);
    let names: Vec<&str> = came_to.taken.iter().map(|it| it.as_str()).collect();
    assert_eq!((names, came_to.open), (vec!["赵秀英", "李家屯"], 0));
    // Its own votes left a seat open; what stands leaves none.
    assert!(!may_refill(of(&stage, "m1")));
    assert_eq!(
        said(&stage, "m1"),
        ["当选：赵秀英、李家屯", "Elected: 赵秀英, 李家屯"]
    );
    let last = of(&stage, "m1").sequels.last().unwrap();
    for (language, whole) in Language::ALL.into_iter().zip(said(&stage, "m1")) {
        let step = sequels::step(language, &stage.world, of(&stage, "m1"), last);
        assert!(step.ends_with(&whole), "{step}");
    }
}

#[test]
fn a_correction_of_the_reconsideration_tells_it_whom_that_elects() {
    let mut stage = short();
    again(&mut stage, &elects(&[(3, 7), (8, 2), (9, 1)]));
    let sheet = elects(&[(9, 1), (8, 2), (2, 8)]);
    let Command::Correct(mut correct) = totals(
        "x1",
        Totals::Papers {
            count: BallotCount::Slate { sheet },
        },
    ) else {
        panic!("a correction");
    };
    if let crate::domain::session::correction::Wanted::Totals { motion, .. } = &mut correct.wanted {
        *motion = "m2".into();
    }
    stage.run(Command::Correct(correct));
    let names = reviewed(&stage).taken;
    assert_eq!(names, [line("孙广田"), line("李家屯")]);
}

#[test]
fn what_takes_it_up_names_those_who_were_announced() {
    let mut stage = issued();
    super::counted(&mut stage, &elects(&[(9, 1), (8, 2), (3, 7)]));
    stage.announce("m1");
    let count = BallotCount::Slate {
        sheet: elects(&[(9, 1), (5, 5), (3, 7)]),
    };
    stage.run(totals("x1", Totals::Papers { count }));
    stage.run(reconsider("i5"));
    let [zh, en] = said(&stage, "m2");
    assert!(
        zh.contains("（当时当选：孙广田、李家屯；后来更正为当选：孙广田；缺 1 名）"),
        "{zh}"
    );
    assert!(
        en.contains(
            "(then Elected: 孙广田, 李家屯; corrected since to Elected: 孙广田; seats open: 1)"
        ),
        "{en}"
    );
}

#[test]
fn what_was_voted_for_and_against_is_not_taken_up_as_an_election() {
    let mut stage = Stage::voting();
    for person in crate::domain::tests::stage::VOTERS {
        stage.take(person, crate::domain::vote::Choice::For);
    }
    stage.end("m1");
    stage.announce("m1");
    stage.agenda(agenda::Command::Settle {
        item: "i2".into(),
        state: agenda::ItemState::Done,
        at: at("09:50"),
    });
    stage.agenda(agenda::Command::Put(item("s1", "i5", decision(ELECTION))));
    stage.start("i5");
    let refused = Refusal::Slate(slate::Refused::ForAndAgainst {
        rule: ELECTION.into(),
    });
    assert_eq!(stage.refused(&reconsider("i5")), refused);
    assert_eq!(refused.remedy(), Some(Remedy::StartItem));
}
