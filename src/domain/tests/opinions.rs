//! 法律意见: it is entered whenever it comes, and everything that was said of it stays. What came of a matter is
//! told on a board before it is filed.

#![allow(clippy::unwrap_used)]

use super::ledgers::matter as told_matter;
use super::matters::{become_, intake, of, screen, screened, why};
use super::stage::{Stage, day, line, task};
use crate::domain::matter::intake::{Legal, MatterKind};
use crate::domain::matter::life::{Fact, Stage as At, facts, stage as at_stage};
use crate::domain::matter::screening::{Ground, Screening};
use crate::domain::matter::untold::result_untold;
use crate::domain::matter::{Became, Command as Of, Hung, Intake, Opinion, Refused};
use crate::domain::register::{LedgerKind, fed};
use crate::domain::task::{Rating, Step, Task, TaskState};
use crate::domain::world::World;
use crate::domain::{Command, Refusal};
use crate::i18n::results::draft_result;
use crate::i18n::{Language, lives, matters};

fn opinion(on: &str, paper: &str) -> Became {
    Became::OpinionGiven {
        opinion: Box::new(Opinion {
            by: line("片区法律顾问所"),
            on: day(on),
            paper: line(paper),
            says: Some(line("合法可行")),
        }),
    }
}

/// A matter that wants an opinion, screened.
fn wanted() -> Stage {
    let mut stage = Stage::planned();
    stage.run(Command::Matter(Of::Receive {
        id: "m".into(),
        on: day("11-02"),
        intake: Box::new(Intake {
            legal: Legal::Needed,
            livelihood: true,
            ..intake("修渠")
        }),
    }));
    stage.run(screen("m"));
    stage
}

#[test]
fn an_opinion_that_comes_after_the_screening_is_entered_and_waited_for_no_more() {
    let mut stage = wanted();
    for language in Language::ALL {
        assert!(matters::opinion_awaited(language, of(&stage, "m")).is_some());
    }
    // It is no opinion before the day it is given.
    assert_eq!(
        stage.refused(&become_("m", opinion("12-30", "9"))),
        Refusal::NotYet { on: day("12-30") }
    );
    stage.run(become_("m", opinion("11-20", "法意〔2026〕7号")));
    for language in Language::ALL {
        let matter = of(&stage, "m");
        assert_eq!(matters::opinion_awaited(language, matter), None);
        let said = matters::legal(language, matter);
        for words in ["片区法律顾问所", "法意〔2026〕7号", "合法可行"] {
            assert!(said.contains(words), "{said}");
        }
    }
    // Its ledger says who and when, and not the day the matter came.
    let lines = fed::of_matter(of(&stage, "m"));
    let fed = lines.iter().find(|it| it.kind == LedgerKind::LegalOpinion);
    let fed = fed.unwrap();
    assert_eq!(
        (fed.on, &fed.person),
        (day("11-20"), &Some(line("片区法律顾问所")))
    );
    // Another one follows it, and both are told.
    stage.run(become_("m", opinion("11-24", "法意〔2026〕8号")));
    let matter = of(&stage, "m");
    assert_eq!(matter.opinion().unwrap().on, day("11-24"));
    let told: Vec<String> = facts(&stage.world, matter, day("12-31"))
        .into_iter()
        .filter(|it| matches!(it.fact, Fact::Became(_)))
        .map(|it| lives::fact((Language::Zh, day("12-31")), &stage.world, matter, &it.fact))
        .collect();
    for paper in ["7号", "8号"] {
        assert!(told.iter().any(|it| it.contains(paper)), "{told:?}");
    }
    stage.run(become_("m", Became::Withdrawn { reason: why() }));
    assert!(matches!(
        stage.refused(&become_("m", opinion("11-25", "9"))),
        Refusal::Matter(Refused::Closed { .. })
    ));
}

#[test]
fn what_is_entered_where_none_was_wanted_stands_all_the_same() {
    let mut stage = screened();
    let id = stage.world.matters.keys().next().unwrap().clone();
    stage.run(become_(id.as_str(), opinion("11-20", "7")));
    let matter = stage.world.matter(&id).unwrap();
    assert!(matches!(matter.intake.legal, Legal::Given { .. }));
}

#[test]
fn what_came_of_a_matter_is_untold_until_it_hung_whole() {
    let mut world = Stage::founded().world;
    let mut told = told_matter("m1", MatterKind::Industry);
    told.screening = Some(Screening {
        on: day("03-02"),
        grounds: vec![Ground::Villages],
        reason: line("两个村"),
    });
    assert_eq!(at_stage(&world, &told, day("12-01")), At::Results);
    assert!(result_untold(&world, &told, day("12-01")));
    let hung = |result: bool, short: bool| Hung {
        posting: "b1".into(),
        board: crate::domain::board::Board::Area,
        kind: crate::domain::board::NoticeKind::Disclosure,
        result,
        on: day("11-01"),
        off: Some(day("11-20")),
        short,
        photo: None,
    };
    for (result, short, untold) in [
        (false, false, true),
        (true, true, true),
        (true, false, false),
    ] {
        told.hung = vec![hung(result, short)];
        assert_eq!(result_untold(&world, &told, day("12-01")), untold);
    }
    // A follow-up that is open comes first.
    told.hung.clear();
    let open = Task {
        matter: Some("m1".into()),
        ..task("t1", "i2")
    };
    world.tasks.insert("t1".into(), std::sync::Arc::new(open));
    assert!(!result_untold(&world, &told, day("12-01")));
}

#[test]
fn a_result_tells_when_it_was_done_what_was_seen_and_how_it_was_rated() {
    let matter = told_matter("m1", MatterKind::Industry);
    let signed = Task {
        matter: Some("m1".into()),
        what: line("修好南渠"),
        state: TaskState::Closed,
        history: vec![
            Step::Finished {
                on: day("11-10"),
                note: Some(line("渠长两公里，已通水")),
                evidence: None,
            },
            Step::Signed {
                on: day("11-12"),
                by: line("丁守业"),
                paper: line("督办单7"),
            },
            Step::Rated {
                on: day("11-15"),
                rating: Rating::Counted {
                    satisfied: 9,
                    fairly: 1,
                    not: 0,
                },
            },
        ],
        ..task("t1", "i2")
    };
    let mut world = Stage::founded().world;
    let said_in = |world: &World, language| {
        let now = (world, day("12-01"));
        draft_result(language, now, &matter, std::slice::from_ref(&signed)).text
    };
    let said = |language| said_in(&world, language);
    let rated =
        |language| crate::i18n::follow_ups::rating(language, signed.rating().unwrap()).to_string();
    for (language, on) in [
        (Language::Zh, "2026年11月12日办结"),
        (Language::En, "12 Nov 2026"),
    ] {
        let said = said(language);
        for words in [on, "修好南渠", "渠长两公里，已通水", &rated(language)] {
            assert!(said.contains(words), "{words}: {said}");
        }
    }
    // What is still to be done is named, and that it is late.
    let open = Task {
        matter: Some("m1".into()),
        what: line("验收北渠"),
        due: Some(day("11-20")),
        ..task("t2", "i2")
    };
    world.tasks.insert("t2".into(), std::sync::Arc::new(open));
    for (language, late) in [(Language::Zh, "已经逾期"), (Language::En, "overdue")] {
        let said = said_in(&world, language);
        assert!(said.contains("验收北渠") && said.contains(late), "{said}");
    }
}
