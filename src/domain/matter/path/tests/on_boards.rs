//! Steps that a village's board does: nothing of them is entered twice, and what comes down too early
//! does no step.

use super::*;
use crate::domain::board::{self, Affairs, Board, Masked, NoticeKind, Posting, Wording};

const DISCLOSED: usize = 5;
const RESULT: usize = 6;

fn board(command: board::Command) -> Any {
    Any::Board(command)
}

pub(super) fn draft(id: &str, village: &str, kind: NoticeKind, result: bool) -> Any {
    let words = |words: &str| Masked::line(&line(words));
    board(board::Command::Draft(Box::new(Posting {
        matter: Some(X.into()),
        result,
        ..Posting::draft(
            id.into(),
            Board::Village(village.into()),
            (kind, Affairs::Village),
            Wording {
                on: day("11-02"),
                title: words("关于合修石沟路的公示"),
                text: Masked::text(&Text::new("联席会议议定合修石沟路。").unwrap()),
                basis: words("第三十五条"),
            },
            day("11-02"),
        )
    })))
}

pub(super) fn up(id: &str, on: &str) -> Any {
    let (posting, on) = (id.into(), day(on));
    board(board::Command::PutUp { posting, on })
}

pub(super) fn down(id: &str, on: &str, reason: Option<&str>) -> Any {
    board(board::Command::TakeDown {
        posting: id.into(),
        on: day(on),
        reason: reason.map(line),
        again: format!("{id}-again").into(),
    })
}

/// A matter of `v1` whose village decided on the 20th of November.
pub(super) fn decided() -> Stage {
    let mut stage = adopted(&["v1"], &[]);
    stage.run(choose("four-deliberations", Partial::AgreeingGoOn));
    for step in 1..=2 {
        stage.run(done(step, Some("v1"), "11-03"));
    }
    stage.run(voted(3, "v1", "party-members", "11-06", 20));
    stage.run(voted(4, "v1", "village-representatives", "11-20", 20));
    stage
}

fn at_step(stage: &Stage, today: &str, step: usize) -> State {
    state(stage, today, step, Some("v1"))
}

#[test]
fn a_step_follows_from_what_hangs_and_keeps_its_records() {
    let mut stage = decided();
    assert_eq!(at_step(&stage, "11-21", DISCLOSED), State::Due);
    stage.run(draft("p1", "v1", NoticeKind::Notice, false));
    assert_eq!(
        at_step(&stage, "11-21", DISCLOSED),
        State::Due,
        "a draft hangs nowhere"
    );
    stage.run(up("p1", "11-21"));
    assert_eq!(at_step(&stage, "11-20", DISCLOSED), State::Due);
    assert_eq!(
        at_step(&stage, "11-21", DISCLOSED),
        State::Done { on: day("11-21") }
    );
    // It is not entered again, but its records are.
    assert_eq!(
        refused(&stage, &done(DISCLOSED, Some("v1"), "11-22")),
        Refused::TakenAlready
    );
    let lacks = |stage: &Stage| {
        let grid = grid(stage, "11-22");
        grid.cell(DISCLOSED, Some(&"v1".into()))
            .unwrap()
            .lacks
            .clone()
    };
    let all = [RecordKind::Form, RecordKind::Photo, RecordKind::Supervision];
    assert_eq!(lacks(&stage), all);
    stage.run(board(board::Command::Photograph {
        posting: "p1".into(),
        on: day("11-22"),
        photo: line("照片/1.jpg"),
    }));
    assert_eq!(lacks(&stage), [RecordKind::Form, RecordKind::Supervision]);
    let keep = |records: &[RecordKind]| {
        let records = records.iter().map(|kind| Record {
            kind: *kind,
            paper: line("3 号"),
        });
        taken(Taking {
            records: records.collect(),
            ..take(DISCLOSED, Some("v1"), "11-22", What::Posted)
        })
    };
    stage.run(keep(&[RecordKind::Form, RecordKind::Supervision]));
    assert_eq!(lacks(&stage), []);
    assert_eq!(refused(&stage, &keep(&[])), Refused::TakenAlready);
    assert_eq!(
        at_step(&stage, "11-22", DISCLOSED),
        State::Done { on: day("11-21") }
    );
    let number = stage
        .world
        .matter(&X.into())
        .unwrap()
        .path
        .as_ref()
        .unwrap();
    let redate = path(Command::Redate {
        matter: X.into(),
        entry: number.entries.len() - 1,
        on: day("11-25"),
        at: at("12-31"),
        reason: line("写错"),
    });
    assert_eq!(refused(&stage, &redate), Refused::ByBoard);
}

#[test]
fn what_hung_before_the_village_decided_shows_no_decision() {
    let mut stage = adopted(&["v1"], &[]);
    stage.run(draft("p1", "v1", NoticeKind::Disclosure, false));
    stage.run(up("p1", "11-02"));
    let before = decided();
    for event in before
        .log
        .iter()
        .filter(|event| matches!(event, crate::domain::Event::Matter(matter::Event::Path(_))))
    {
        crate::domain::apply(&mut stage.world, event);
    }
    assert_eq!(at_step(&stage, "11-21", DISCLOSED), State::Due);
}

#[test]
fn the_day_of_a_step_is_corrected_on_the_board_and_never_past_what_was_seen() {
    let mut stage = decided();
    stage.run(draft("p1", "v1", NoticeKind::Notice, false));
    stage.run(up("p1", "11-23"));
    let redate = |to: &str| {
        board(board::Command::Redate {
            posting: "p1".into(),
            on: day("12-01"),
            to: day(to),
            reason: line("登记写错"),
        })
    };
    let until = |stage: &Stage| stage.world.posting(&"p1".into()).unwrap().until;
    stage.run(redate("11-21"));
    assert_eq!(
        at_step(&stage, "12-01", DISCLOSED),
        State::Done { on: day("11-21") }
    );
    assert_eq!(until(&stage), Some(day("12-07")), "put off to a Monday");
    assert_eq!(
        stage.refused(&redate("12-02")),
        Refusal::NotYet { on: day("12-02") }
    );
    stage.run(board(board::Command::Photograph {
        posting: "p1".into(),
        on: day("11-25"),
        photo: line("照片/1.jpg"),
    }));
    assert_eq!(
        stage.refused(&redate("11-26")),
        board::Refused::HungThen { on: day("11-25") }.into()
    );
    // A last day that was moved out is never taken back unseen.
    stage.run(board(board::Command::Move {
        posting: "p1".into(),
        on: day("12-01"),
        to: day("12-20"),
        reason: line("农忙"),
    }));
    stage.run(redate("11-20"));
    assert_eq!(until(&stage), Some(day("12-20")));
    assert!(
        stage
            .world
            .posting(&"p1".into())
            .unwrap()
            .hung_on(day("11-20"))
    );
    assert!(
        !stage
            .world
            .posting(&"p1".into())
            .unwrap()
            .hung_on(day("11-19"))
    );
    // Taken down and settled it is corrected too, and the step has the day it has.
    stage.run(down("p1", "12-21", None));
    stage.run(redate("11-22"));
    assert_eq!(
        at_step(&stage, "12-22", DISCLOSED),
        State::Done { on: day("11-22") }
    );
}

#[test]
fn what_comes_down_too_early_does_no_step_until_it_hangs_again() {
    let mut stage = decided();
    stage.run(draft("p1", "v1", NoticeKind::Notice, false));
    stage.run(up("p1", "11-21"));
    stage.run(down("p1", "11-25", Some("大风")));
    assert_eq!(at_step(&stage, "11-25", DISCLOSED), State::Due);
    stage.run(up("p1-again", "11-26"));
    assert_eq!(
        at_step(&stage, "11-26", DISCLOSED),
        State::Done { on: day("11-26") }
    );
}

#[test]
fn the_result_is_another_step_and_a_settled_posting_is_not_forgotten() {
    let mut stage = decided();
    stage.run(draft("p1", "v1", NoticeKind::Notice, false));
    stage.run(up("p1", "11-21"));
    stage.run(draft("p2", "v1", NoticeKind::Disclosure, false));
    stage.run(up("p2", "11-24"));
    let waits = |stage: &Stage, today| {
        matches!(
            at_step(stage, today, RESULT),
            State::Waiting { .. } | State::Due
        )
    };
    assert!(
        waits(&stage, "12-11"),
        "no other text on the decision does it"
    );
    stage.run(down("p1", "12-08", None));
    stage.run(draft("p3", "v1", NoticeKind::Disclosure, true));
    stage.run(up("p3", "12-11"));
    assert_eq!(
        at_step(&stage, "12-11", RESULT),
        State::Done { on: day("12-11") }
    );
    stage.world.forget_closed();
    assert!(!stage.world.postings.contains_key(&"p1".into()));
    assert_eq!(
        at_step(&stage, "12-11", DISCLOSED),
        State::Done { on: day("11-21") }
    );
    // A result that hangs before the decision hung its whole period breaks the term, and that shows.
    let broken = |stage: &Stage| {
        let grid = grid(stage, "12-31");
        grid.cell(RESULT, Some(&"v1".into()))
            .unwrap()
            .broken()
            .count()
    };
    assert_eq!(broken(&stage), 0);
    stage.run(board(board::Command::Redate {
        posting: "p3".into(),
        on: day("12-12"),
        to: day("11-27"),
        reason: line("登记写错"),
    }));
    assert_eq!(broken(&stage), 1);
}

#[test]
fn what_came_of_it_is_told_once_the_steps_before_are_done() {
    let mut stage = decided();
    stage.run(draft("p3", "v1", NoticeKind::Disclosure, true));
    let open = board::Refused::StepOpen {
        step: shipped::named("four-deliberations").unwrap().steps[DISCLOSED]
            .name
            .clone(),
    };
    assert_eq!(stage.refused(&up("p3", "12-11")), open.clone().into());
    let posting = stage.world.posting(&"p3".into()).unwrap();
    assert_eq!(posting.awaits(&stage.world, day("12-11")), Some(open));
    stage.run(draft("p1", "v1", NoticeKind::Notice, false));
    stage.run(up("p1", "11-21"));
    stage.run(up("p3", "12-11"));
    // Where the matter fell, that is told at once.
    let mut fell = adopted(&["v1"], &[]);
    fell.run(choose("four-deliberations", Partial::AgreeingGoOn));
    for step in 1..=2 {
        fell.run(done(step, Some("v1"), "11-03"));
    }
    fell.run(voted(3, "v1", "party-members", "11-06", 2));
    fell.run(draft("p3", "v1", NoticeKind::Disclosure, true));
    fell.run(up("p3", "11-08"));
}

#[test]
fn only_a_step_of_each_village_without_a_vote_is_a_boards() {
    let stage = adopted(&["v1"], &[]);
    let mut own = shipped::named("joint-levy").unwrap();
    let wrong = |own: &Template| {
        let found = template::faults(&stage.world, own);
        found.into_iter().map(|it| it.cause).collect::<Vec<_>>()
    };
    assert_eq!(wrong(&own), []);
    for (at, step) in own.steps.clone().iter().enumerate() {
        own.steps[at].shown = Some(Shown::Decision);
        let is_one = step.level == Level::Village && step.by == By::Record;
        let expected = if is_one {
            vec![]
        } else {
            vec![template::Cause::ShownElsewhere]
        };
        assert_eq!(wrong(&own), expected, "{at}");
        own.steps[at] = step.clone();
    }
}

#[test]
fn a_text_that_tells_of_a_village_what_is_no_longer_so_is_told() {
    let mut stage = decided();
    let name = stage.world.village(&"v1".into()).unwrap().name.clone();
    let says = |on: &str, words: &str, result: bool| Posting {
        matter: Some(X.into()),
        result,
        ..Posting::draft(
            "p9".into(),
            Board::Area,
            (NoticeKind::Notice, Affairs::Village),
            Wording {
                on: day(on),
                title: Masked::line(&line("关于合修石沟路的公示")),
                text: Masked::text(&Text::new(words).unwrap()),
                basis: Masked::default(),
            },
            day("12-31"),
        )
    };
    let refused = format!("未同意的村：{name}。");
    let old = |stage: &Stage, on: &str, result: bool| {
        let matter = stage.world.matter(&X.into()).unwrap();
        let posting = says(on, &refused, result);
        posting.tells_old_consent(&stage.world, matter).cloned()
    };
    let v1 = Some("v1".into());
    // What it decided was entered after the text was written.
    assert_eq!(old(&stage, "12-30", false), v1);
    assert_eq!(old(&stage, "12-31", false), None);
    assert_eq!(
        old(&stage, "12-30", true),
        None,
        "a result tells of no vote"
    );
    let matter = stage.world.matter(&X.into()).unwrap();
    let other = says("12-30", "联席会议议定合修石沟路。", false);
    assert_eq!(other.tells_old_consent(&stage.world, matter), None);
    // The day of its decision was corrected after that.
    let entry = matter.path.as_ref().unwrap().entries.len() - 1;
    stage.run(path(Command::Redate {
        matter: X.into(),
        entry,
        on: day("11-19"),
        at: Minute::read("2027-01-05T09:00").unwrap(),
        reason: line("写错"),
    }));
    assert_eq!(old(&stage, "12-31", false), v1);
}

#[test]
fn an_objection_that_is_not_answered_is_named_where_its_matter_is_to_be_filed() {
    use crate::domain::matter::life::Missing;
    use crate::domain::matter::{Became, Refused as OfMatter, Step};
    use crate::domain::refusal::{OfBoard, Remedy};
    let mut stage = adopted(&["v1"], &[]);
    stage.run(draft("p1", "v1", NoticeKind::Notice, false));
    stage.run(up("p1", "11-03"));
    let object = |who: Option<&str>, on: &str| {
        board(board::Command::Object {
            posting: "p1".into(),
            who: who.map(line),
            on: day(on),
            text: Text::new("工数太多").unwrap(),
        })
    };
    stage.run(object(Some("周大山"), "11-05"));
    stage.run(object(None, "11-06"));
    let file = Any::Matter(matter::Command::Become {
        matter: X.into(),
        step: Step {
            on: day("12-31"),
            what: Became::Filed,
        },
    });
    let missing = |stage: &Stage| match stage.refused(&file) {
        Refusal::Matter(why @ OfMatter::NotDone { .. }) => {
            let remedy = why.remedy();
            let OfMatter::NotDone { missing } = why else {
                panic!()
            };
            (missing, remedy)
        }
        other => panic!("{other:?}"),
    };
    let (first, remedy) = missing(&stage);
    assert_eq!(remedy, Some(Remedy::Board(OfBoard::Answer)));
    let by = stage.world.posting(&"p1".into()).unwrap().objections[0].by;
    for (language, unnamed) in [
        (crate::i18n::Language::Zh, "不具名"),
        (crate::i18n::Language::En, "without a name"),
    ] {
        let said = first
            .iter()
            .map(|it| crate::i18n::matters::lacks(language, &stage.world, it));
        let said: Vec<String> = said.collect();
        let by = crate::i18n::terms::date(language, by);
        assert!(
            said[0].contains("周大山") && said[0].contains(&by),
            "{said:?}"
        );
        assert!(said[1].contains(unnamed), "{said:?}");
        let village = stage.world.village(&"v1".into()).unwrap().name.to_string();
        assert!(
            said.iter().take(2).all(|it| it.contains(&village)),
            "{said:?}"
        );
    }
    // What hangs besides is said as ever.
    assert!(matches!(first[2], Missing::Posting { .. }));
    assert_eq!(first.len(), 3);
}
