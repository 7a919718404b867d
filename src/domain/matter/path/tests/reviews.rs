//! What an authority says of a matter: one that refuses it stops the whole, and nothing is passed while it is asked.

use super::*;
use crate::domain::board::calendar::known_on;
use crate::domain::board::{
    self, Affairs, Board, Light, Masked, NoticeKind, Posting, Waits, Wording,
};
use crate::domain::matter::life::{self, Stage as Life, missing};

const APPLIED: usize = 3;
const REVIEW: usize = 4;

/// A levy of two villages that both agreed by the 20th of November.
pub(super) fn applied() -> Stage {
    let mut stage = adopted(&["v1", "v2"], &[Touch::Levy]);
    stage.run(choose("joint-levy", Partial::AgreeingGoOn));
    for village in ["v1", "v2"] {
        stage.run(voted(1, village, "party-members", "11-06", 20));
    }
    stage.run(voted(2, "v1", "village-assembly", "11-10", 20));
    stage.run(voted(2, "v2", "village-assembly", "11-20", 20));
    stage
}

pub(super) fn reviewed(on: &str, agreed: bool) -> Any {
    taken(Taking {
        records: vec![Record {
            kind: RecordKind::Approval,
            paper: line("县复〔2026〕3号"),
        }],
        ..take(
            REVIEW,
            None,
            on,
            What::Done {
                body: line("县农业农村局"),
                agreed,
                turnout: None,
            },
        )
    })
}

fn now(stage: &Stage) -> Life {
    let matter = stage.world.matter(&X.into()).unwrap();
    life::stage(&stage.world, matter, day("12-31"))
}

#[test]
fn nothing_is_passed_while_an_authority_is_asked_and_all_of_it_stops_where_it_refuses() {
    let mut stage = applied();
    let matter = stage.world.matters.get_mut(&MatterId::from(X)).unwrap();
    std::sync::Arc::make_mut(matter).screening = Some(matter::Screening {
        on: day("10-25"),
        grounds: Vec::new(),
        reason: line("两个村"),
    });
    assert_eq!(grid(&stage, "11-21").of_villages(), Outcome::All);
    assert_eq!(grid(&stage, "11-21").outcome(), Outcome::UnderReview);
    stage.run(done(APPLIED, None, "11-22"));
    assert_eq!(grid(&stage, "11-22").outcome(), Outcome::UnderReview);
    assert_eq!(now(&stage), Life::Villages);
    stage.run(reviewed("11-25", false));
    let refused = grid(&stage, "11-25");
    assert_eq!(refused.outcome(), Outcome::NotApproved);
    assert_eq!(refused.going_on(), []);
    assert_eq!(now(&stage), Life::Rejected);
    let matter = stage.world.matter(&X.into()).unwrap();
    assert_eq!(missing(&stage.world, matter, day("12-31")), []);
    // It is applied for anew, and then goes on.
    stage.run(reviewed("12-05", true));
    let approved = grid(&stage, "12-05");
    assert_eq!(approved.outcome(), Outcome::All);
    assert_eq!(approved.going_on().len(), 2);
    assert_eq!(now(&stage), Life::Villages);
}

#[test]
fn an_application_that_was_not_made_stops_it_too() {
    let mut stage = applied();
    stage.run(taken(take(
        APPLIED,
        None,
        "11-22",
        What::Done {
            body: line("片区联合党委"),
            agreed: false,
            turnout: None,
        },
    )));
    assert_eq!(grid(&stage, "11-22").outcome(), Outcome::NotPassed);
    assert_eq!(grid(&stage, "11-22").going_on(), []);
}

fn text_on(id: &str, board: Board, words: &str) -> Any {
    Any::Board(board::Command::Draft(Box::new(Posting {
        matter: Some(X.into()),
        ..Posting::draft(
            id.into(),
            board,
            (NoticeKind::Notice, Affairs::Village),
            Wording {
                on: day("12-31"),
                title: Masked::line(&line("关于合修石沟路的公示")),
                text: Masked::text(&Text::new(words).unwrap()),
                basis: Masked::default(),
            },
            day("12-31"),
        )
    })))
}

fn up(id: &str, on: &str) -> Any {
    let (posting, on) = (id.into(), day(on));
    Any::Board(board::Command::PutUp { posting, on })
}

fn step_named(at: usize) -> crate::domain::rule::Name {
    shipped::named("joint-levy").unwrap().steps[at].name.clone()
}

#[test]
fn a_board_says_it_is_decided_only_after_the_steps_before_it_and_on_no_day_before_them() {
    let mut stage = applied();
    let missing_by = |stage: &Stage| {
        let matter = stage.world.matter(&X.into()).unwrap();
        known_on(
            &stage.world,
            matter,
            &Board::Village("v1".into()),
            day("12-31"),
        )
    };
    for (id, board) in [("p1", Board::Village("v1".into())), ("p2", Board::Area)] {
        stage.run(text_on(id, board, "县里批了，合修石沟路。"));
    }
    let refused = |stage: &Stage, id: &str, on: &str| stage.refused(&up(id, on));
    for id in ["p1", "p2"] {
        let step = step_named(APPLIED);
        let why = board::Refused::StepOpen { step };
        assert_eq!(refused(&stage, id, "12-01"), why.into());
    }
    assert_eq!(missing_by(&stage), None);
    stage.run(done(APPLIED, None, "11-22"));
    let step = step_named(REVIEW);
    let why = board::Refused::StepOpen { step };
    assert_eq!(refused(&stage, "p1", "12-01"), why.into());
    stage.run(reviewed("11-25", false));
    let (step, on) = (step_named(REVIEW), day("11-25"));
    let why = board::Refused::StepRefused { step, on };
    assert!(why.remedy().is_some());
    assert_eq!(refused(&stage, "p1", "12-01"), why.into());
    stage.run(reviewed("12-02", true));
    assert_eq!(missing_by(&stage), Some(day("12-03")));
    let (step, on) = (step_named(REVIEW), day("12-02"));
    let why = board::Refused::BeforeStep { step, on };
    assert_eq!(refused(&stage, "p1", "12-01"), why.clone().into());
    assert_eq!(refused(&stage, "p2", "12-01"), why.clone().into());
    stage.run(up("p1", "12-03"));
    stage.run(up("p2", "12-02"));
    let redate = Any::Board(board::Command::Redate {
        posting: "p1".into(),
        on: day("12-31"),
        to: day("12-01"),
        reason: line("写错"),
    });
    assert_eq!(stage.refused(&redate), why.into());
    assert_eq!(
        state(&stage, "12-31", 5, Some("v1")),
        State::Done { on: day("12-03") }
    );
}

#[test]
fn what_waits_for_a_step_is_not_late_and_its_day_counts_from_that_step() {
    let mut stage = applied();
    let text = text_on("p1", Board::Village("v1".into()), "合修石沟路。");
    let Any::Board(board::Command::Draft(mut draft)) = text else {
        panic!("{text:?}")
    };
    draft.by = day("11-21");
    stage.run(Any::Board(board::Command::Draft(draft)));
    let stands = |stage: &Stage, on: &str| {
        let posting = stage.world.posting(&"p1".into()).unwrap();
        let (light, on) = (posting.light_as_it_stands(&stage.world, day(on)), day(on));
        (light, posting.waits_for(&stage.world, on))
    };
    let step = step_named(APPLIED);
    let (light, waits) = stands(&stage, "11-25");
    assert_eq!(light, Light::Waits);
    let Some(Waits::Step { step: of, since }) = waits else {
        panic!("{waits:?}")
    };
    assert_eq!(of, step);
    assert!(since.is_some());
    stage.run(done(APPLIED, None, "11-22"));
    let waits = Waits::Step {
        step: step_named(REVIEW),
        since: Some(day("11-22")),
    };
    assert_eq!(stands(&stage, "12-31"), (Light::Waits, Some(waits)));
    stage.run(reviewed("11-25", false));
    let waits = Waits::Anew {
        step: step_named(REVIEW),
        since: day("11-25"),
    };
    assert_eq!(stands(&stage, "12-31"), (Light::Waits, Some(waits)));
    stage.run(reviewed("12-02", true));
    assert_eq!(stands(&stage, "12-03"), (Light::Due, None));
    assert_eq!(stands(&stage, "12-04"), (Light::Late, None));
}

#[test]
fn what_is_of_great_weight_hangs_at_once_by_a_session_and_on_the_next_day_by_an_authority() {
    let mut stage = applied();
    let matter = stage.world.matters.get_mut(&MatterId::from(X)).unwrap();
    std::sync::Arc::make_mut(matter).intake.major = true;
    stage.run(done(APPLIED, None, "11-22"));
    let text = text_on("p1", Board::Village("v1".into()), "合修石沟路。");
    let Any::Board(board::Command::Draft(mut draft)) = text else {
        panic!("{text:?}")
    };
    draft.by = day("11-01");
    stage.run(Any::Board(board::Command::Draft(draft)));
    stage.run(reviewed("12-02", true));
    let by = |stage: &Stage| {
        let matter = stage.world.matter(&X.into()).unwrap();
        let board = Board::Village("v1".into());
        known_on(&stage.world, matter, &board, day("12-31"))
    };
    assert_eq!(by(&stage), Some(day("12-03")));
    let light = |stage: &Stage, on: &str| {
        let posting = stage.world.posting(&"p1".into()).unwrap();
        posting.light_as_it_stands(&stage.world, day(on))
    };
    assert_eq!(light(&stage, "12-03"), Light::Due);
    assert_eq!(light(&stage, "12-04"), Light::Late);
    // Where the session is the last step before the board it is known there on the day itself.
    let mut session = adopted(&["v1"], &[]);
    let matter = session.world.matters.get_mut(&MatterId::from(X)).unwrap();
    std::sync::Arc::make_mut(matter).intake.major = true;
    let held = session.world.matter(&X.into()).unwrap().hearings[0].on;
    session.run(choose("plain-session", Partial::AgreeingGoOn));
    assert_eq!(by(&session), Some(held));
}

#[test]
fn a_text_that_tells_of_a_consent_hangs_on_no_day_before_it() {
    let mut stage = adopted(&["v1", "v2"], &[]);
    stage.run(choose("four-deliberations", Partial::AgreeingGoOn));
    for (village, days) in [
        ("v1", ["11-03", "11-06", "11-10"]),
        ("v2", ["11-05", "11-12", "11-20"]),
    ] {
        for step in 1..=2 {
            stage.run(done(step, Some(village), days[0]));
        }
        stage.run(voted(3, village, "party-members", days[1], 20));
        stage.run(voted(4, village, "village-representatives", days[2], 20));
    }
    let name = |id: &str| stage.world.village(&id.into()).unwrap().name.clone();
    let both = format!("表决同意的村：{}、{}。", name("v1"), name("v2"));
    let own = format!("表决同意的村：{}。", name("v1"));
    let later = name("v2");
    stage.run(text_on("p2", Board::Village("v1".into()), &own));
    let (step, on) = (
        shipped::named("four-deliberations").unwrap().steps[4]
            .name
            .clone(),
        day("11-10"),
    );
    let why = board::Refused::BeforeStep { step, on };
    assert_eq!(stage.refused(&up("p2", "11-09")), why.into());
    stage.run(up("p2", "11-11"));
    stage.run(text_on("p1", Board::Village("v1".into()), &both));
    let (name, on) = (later, day("11-20"));
    let why = board::Refused::BeforeConsent { name, on };
    assert_eq!(stage.refused(&up("p1", "11-19")), why.into());
    stage.run(up("p1", "11-20"));
}

#[test]
fn a_text_tells_of_the_review_and_one_written_before_it_is_said_to_be_old() {
    use crate::i18n::{Language, boards::draft_matter};
    let mut stage = applied();
    stage.run(done(APPLIED, None, "11-22"));
    stage.run(text_on("p1", Board::Village("v1".into()), "各村都同意了。"));
    let untold = |stage: &Stage| {
        let matter = stage.world.matter(&X.into()).unwrap();
        let posting = stage.world.posting(&"p1".into()).unwrap();
        posting.untold_review(matter).cloned()
    };
    assert_eq!(untold(&stage), None);
    stage.run(reviewed("12-02", true));
    assert_eq!(untold(&stage), Some(step_named(REVIEW)));
    let matter = stage.world.matter(&X.into()).unwrap();
    for language in Language::ALL {
        let text = draft_matter(language, &stage.world, matter, day("12-31")).text;
        assert!(
            text.contains("县农业农村局") && text.contains("县复〔2026〕3号"),
            "{text}"
        );
    }
}
