//! What a drafted text waits for before it hangs on a board: the step of its own village, a term that runs, and that it is
//! the only one of its matter there.

use super::on_boards::{decided, down, draft, up};
use super::*;
use crate::domain::board::calendar::known_on;
use crate::domain::board::{self, Board, Light, Next, NoticeKind, Posting, Waits};
use crate::domain::refusal::{OfBoard, Remedy};

const DECISION: usize = 4;
const RESULT: usize = 6;

fn named(step: usize) -> crate::domain::rule::Name {
    let template = shipped::named("four-deliberations").unwrap();
    template.steps[step].name.clone()
}

fn posting(stage: &Stage, id: &str) -> Posting {
    stage.world.posting(&id.into()).unwrap().clone()
}

fn waits(stage: &Stage, id: &str, on: &str) -> Option<Waits> {
    posting(stage, id).waits_for(&stage.world, day(on))
}

fn light(stage: &Stage, id: &str, on: &str) -> Light {
    posting(stage, id).light_as_it_stands(&stage.world, day(on))
}

/// A matter of two villages of which `v1` decided on the 20th of November, and `v2` did nothing yet.
fn one_of_two() -> Stage {
    let mut stage = adopted(&["v1", "v2"], &[]);
    stage.run(choose("four-deliberations", Partial::AgreeingGoOn));
    agrees(&mut stage, "v1");
    stage
}

/// A village goes the steps to its decision of the 20th of November.
fn agrees(stage: &mut Stage, village: &str) {
    for step in 1..=2 {
        stage.run(done(step, Some(village), "11-03"));
    }
    stage.run(voted(3, village, "party-members", "11-06", 20));
    stage.run(voted(
        DECISION,
        village,
        "village-representatives",
        "11-20",
        20,
    ));
}

#[test]
fn a_village_that_took_its_consent_back_waits_for_its_own_step_and_no_other_villages() {
    let mut stage = one_of_two();
    let what = What::Vote(meeting("v1", "village-representatives", "12-01", 2));
    stage.run(path(Command::Reconsider {
        matter: X.into(),
        taking: Taking {
            noticed: Some(day("11-21")),
            early: Some(line("农忙")),
            ..take(DECISION, Some("v1"), "12-01", what)
        },
        reason: line("村民联名要求"),
    }));
    stage.run(draft("p1", "v1", NoticeKind::Notice, false));
    let again = Waits::Again {
        step: Some(named(DECISION)),
        since: day("12-01"),
    };
    assert_eq!(waits(&stage, "p1", "12-31"), Some(again));
    assert_eq!(light(&stage, "p1", "12-31"), Light::Waits);
    let why = board::Refused::MeetsAgain {
        step: Some(named(DECISION)),
        on: day("12-01"),
    };
    assert!(why.remedy().is_some());
    let awaited = posting(&stage, "p1").awaits(&stage.world, day("12-31"));
    assert_eq!(awaited, Some(why.clone()));
    assert_eq!(stage.refused(&up("p1", "12-31")), why.into());
    // It meets again and agrees: the text may hang since that day.
    stage.run(voted(
        DECISION,
        "v1",
        "village-representatives",
        "12-20",
        20,
    ));
    assert_eq!(waits(&stage, "p1", "12-31"), None);
    stage.run(up("p1", "12-20"));
}

#[test]
fn a_village_that_did_not_agree_has_nothing_to_hang_while_others_go_on_and_is_due_once_it_does() {
    let mut stage = one_of_two();
    stage.run(draft("p1", "v1", NoticeKind::Notice, false));
    stage.run(draft("p2", "v2", NoticeKind::Notice, false));
    let no = What::Done {
        body: line("村党支部委员会"),
        agreed: false,
        turnout: None,
    };
    stage.run(taken(take(1, Some("v2"), "12-03", no)));
    let again = Waits::Again {
        step: Some(named(1)),
        since: day("12-03"),
    };
    assert_eq!(waits(&stage, "p2", "12-31"), Some(again));
    assert_eq!(light(&stage, "p2", "12-31"), Light::Waits);
    let why = board::Refused::MeetsAgain {
        step: Some(named(1)),
        on: day("12-03"),
    };
    assert_eq!(stage.refused(&up("p2", "12-31")), why.into());
    let matter = stage.world.matter(&X.into()).unwrap();
    let by = known_on(
        &stage.world,
        matter,
        &Board::Village("v2".into()),
        day("12-31"),
    );
    assert_eq!(by, None, "nobody misses it there");
    // The village that agreed hangs its own.
    assert_eq!(waits(&stage, "p1", "12-31"), None);
    // Once it agrees it is due on the day after that.
    for step in 1..=2 {
        stage.run(done(step, Some("v2"), "12-10"));
    }
    stage.run(voted(3, "v2", "party-members", "12-12", 20));
    stage.run(voted(
        DECISION,
        "v2",
        "village-representatives",
        "12-20",
        20,
    ));
    assert_eq!(waits(&stage, "p2", "12-31"), None);
    let next = posting(&stage, "p2").next_as_it_stands(&stage.world, day("12-20"));
    assert_eq!(next, Next::PutUp(day("12-21")));
    stage.run(up("p2", "12-21"));
}

#[test]
fn what_came_of_it_waits_until_the_decision_hung_its_time() {
    let mut stage = decided();
    stage.run(draft("p1", "v1", NoticeKind::Notice, false));
    stage.run(up("p1", "11-21"));
    stage.run(draft("p2", "v1", NoticeKind::Disclosure, true));
    let (step, from) = (named(RESULT), day("12-08"));
    let runs = Waits::Term {
        step: step.clone(),
        from,
    };
    assert_eq!(waits(&stage, "p2", "11-27"), Some(runs));
    assert_eq!(light(&stage, "p2", "11-27"), Light::Waits);
    let why = board::Refused::TermRuns { step, from };
    assert!(why.remedy().is_some());
    let awaited = posting(&stage, "p2").awaits(&stage.world, day("11-27"));
    assert_eq!(awaited, Some(why.clone()));
    for on in ["11-27", "12-07"] {
        assert_eq!(stage.refused(&up("p2", on)), why.clone().into(), "{on}");
    }
    // From then on it is to be put up, and late a day later.
    let next = |on| posting(&stage, "p2").next_as_it_stands(&stage.world, day(on));
    assert_eq!(next("12-08"), Next::PutUp(from));
    assert_eq!(light(&stage, "p2", "12-08"), Light::Due);
    assert_eq!(light(&stage, "p2", "12-09"), Light::Late);
    // Where the last day of what invites objections was moved on, it waits for that.
    let mut moved = Stage {
        world: stage.world.clone(),
        log: Vec::new(),
    };
    moved.run(Any::Board(board::Command::Move {
        posting: "p1".into(),
        on: day("12-01"),
        to: day("12-20"),
        reason: line("农忙"),
    }));
    assert!(matches!(
        moved.refused(&up("p2", "12-20")),
        Refusal::Board(board::Refused::TermRuns { from, .. }) if from == day("12-21")
    ));
    stage.run(up("p2", "12-08"));
    assert_eq!(
        state(&stage, "12-08", RESULT, Some("v1")),
        State::Done { on: from }
    );
}

#[test]
fn a_board_has_one_draft_of_a_matter_whatever_it_says() {
    let mut stage = decided();
    stage.run(draft("p1", "v1", NoticeKind::Notice, false));
    let already = board::Refused::DraftedAlready;
    let reword = Remedy::Board(OfBoard::Reword);
    assert_eq!(already.remedy(), Some(reword));
    let again = |stage: &Stage, id: &str, words: &str| {
        let Any::Board(board::Command::Draft(mut other)) =
            draft(id, "v1", NoticeKind::Notice, false)
        else {
            panic!()
        };
        other.wordings[0].text = board::Masked::text(&Text::new(words).unwrap());
        let other = Any::Board(board::Command::Draft(other));
        stage.refused(&other)
    };
    assert_eq!(again(&stage, "p2", "另一份文稿。"), already.clone().into());
    // Taken down too early it is drafted anew by the same act: that is the one.
    stage.run(up("p1", "11-21"));
    stage.run(down("p1", "11-25", Some("大风")));
    assert_eq!(again(&stage, "p3", "另一份文稿。"), already.into());
    // Where one hangs, only the same words are too many; another village's board and what came of it are others.
    stage.run(up("p1-again", "11-26"));
    let same = posting(&stage, "p1-again")
        .wording()
        .unwrap()
        .text
        .to_string();
    assert_eq!(
        again(&stage, "p4", &same),
        board::Refused::ThereAlready.into()
    );
    stage.run(draft("p5", "v1", NoticeKind::Disclosure, true));
}

#[test]
fn where_those_that_agree_go_on_each_boards_day_comes_with_its_own_consent() {
    let mut stage = one_of_two();
    let matter = stage.world.matters.get_mut(&MatterId::from(X)).unwrap();
    let of = &mut std::sync::Arc::make_mut(matter).hearings[0].motions[0];
    of.standing = Standing::AwaitingVillages;
    let by = |stage: &Stage, board: &Board| {
        let matter = stage.world.matter(&X.into()).unwrap();
        known_on(&stage.world, matter, board, day("12-31"))
    };
    let v1 = Board::Village("v1".into());
    assert_eq!(by(&stage, &v1), Some(day("11-21")));
    // A village that is not asked has nothing of its own to make known; that of the area tells of the first to go on.
    assert_eq!(by(&stage, &Board::Village("v3".into())), None);
    assert_eq!(by(&stage, &Board::Area), Some(day("11-21")));
    assert_eq!(by(&stage, &Board::Village("v2".into())), None);
    // It waits for the others until the day by which they are to answer, and no longer.
    stage.run(path(Command::SetDeadline {
        matter: X.into(),
        village: None,
        by: Some(day("12-05")),
        on: day("11-02"),
        reason: None,
    }));
    assert_eq!(by(&stage, &Board::Area), Some(day("12-06")));
    assert_eq!(by(&stage, &v1), Some(day("11-21")));
    // Where all must agree, none is asked for before they did.
    let mut all = adopted(&["v1", "v2"], &[]);
    all.run(choose("four-deliberations", Partial::AllMust));
    let matter = all.world.matters.get_mut(&MatterId::from(X)).unwrap();
    let of = &mut std::sync::Arc::make_mut(matter).hearings[0].motions[0];
    of.standing = Standing::AwaitingVillages;
    assert_eq!(by(&all, &v1), None);
    assert_eq!(by(&all, &Board::Area), None);
}

/// A text of the matter as it is written on a day, to be put up by a later one if nothing else says it.
fn written(id: &str, board: Board, kind: NoticeKind, on: &str) -> Any {
    let Any::Board(board::Command::Draft(mut of)) = draft(id, "v1", kind, false) else {
        panic!()
    };
    of.board = board;
    of.wordings[0].on = day(on);
    of.by = day(on) + chrono::Days::new(1);
    Any::Board(board::Command::Draft(of))
}

#[test]
fn a_draft_of_a_late_notice_is_as_late_as_the_board_was() {
    let mut stage = one_of_two();
    let matter = stage.world.matters.get_mut(&MatterId::from(X)).unwrap();
    let of = &mut std::sync::Arc::make_mut(matter).hearings[0].motions[0];
    of.standing = Standing::AwaitingVillages;
    stage.run(path(Command::SetDeadline {
        matter: X.into(),
        village: None,
        by: Some(day("12-05")),
        on: day("11-02"),
        reason: None,
    }));
    let v1 = || Board::Village("v1".into());
    for (id, board, by) in [("p1", v1(), "11-21"), ("p2", Board::Area, "12-06")] {
        stage.run(written(id, board, NoticeKind::Notice, "12-29"));
        let next = |on| posting(&stage, id).next_as_it_stands(&stage.world, day(on));
        assert_eq!(next("12-29"), Next::PutUp(day(by)), "{id}");
        assert_eq!(posting(&stage, id).by, day(by), "{id}");
        assert_eq!(light(&stage, id, "12-29"), Light::Late, "{id}");
    }
    // A text beside one that hangs is asked for by nobody, and is put up by its own day.
    stage.run(up("p1", "12-29"));
    stage.run(written("p3", v1(), NoticeKind::Disclosure, "12-29"));
    let next = posting(&stage, "p3").next_as_it_stands(&stage.world, day("12-29"));
    assert_eq!(next, Next::PutUp(day("12-30")));
}

/// `v1` takes back what it agreed to, and agrees to it anew on the 20th of December.
fn takes_back_and_agrees_anew(stage: &mut Stage) {
    let what = What::Vote(meeting("v1", "village-representatives", "12-14", 2));
    stage.run(path(Command::Reconsider {
        matter: X.into(),
        taking: Taking {
            noticed: Some(day("12-01")),
            early: Some(line("农忙")),
            ..take(DECISION, Some("v1"), "12-14", what)
        },
        reason: line("村民联名要求"),
    }));
    stage.run(voted(
        DECISION,
        "v1",
        "village-representatives",
        "12-20",
        20,
    ));
}

#[test]
fn what_is_agreed_to_anew_is_missed_on_every_board_that_told_of_the_old_consent() {
    use crate::domain::board::calendar::without;
    let mut stage = decided();
    let area = |id: &str, result: bool| {
        let Any::Board(board::Command::Draft(mut of)) = draft(id, "v1", NoticeKind::Notice, result)
        else {
            panic!()
        };
        of.board = Board::Area;
        Any::Board(board::Command::Draft(of))
    };
    stage.run(draft("p1", "v1", NoticeKind::Notice, false));
    stage.run(area("p2", false));
    for id in ["p1", "p2"] {
        stage.run(up(id, "11-21"));
        stage.run(down(id, "12-08", None));
    }
    stage.run(draft("p3", "v1", NoticeKind::Disclosure, true));
    stage.run(area("p4", true));
    for id in ["p3", "p4"] {
        stage.run(up(id, "12-11"));
    }
    let lack = |stage: &Stage| {
        let matter = stage.world.matter(&X.into()).unwrap();
        without(&stage.world, matter, day("12-31"), &[])
    };
    assert_eq!(lack(&stage), []);
    takes_back_and_agrees_anew(&mut stage);
    assert_eq!(lack(&stage), [Board::Village("v1".into()), Board::Area]);
}

#[test]
fn a_drafted_text_says_when_a_village_answered_after_it_was_written_on_the_same_day_too() {
    use crate::i18n::{Language, boards::draft_matter, consents::old_consent};
    for language in Language::ALL {
        let mut stage = one_of_two();
        let fresh = |stage: &Stage| {
            let matter = stage.world.matter(&X.into()).unwrap();
            let text = draft_matter(language, &stage.world, matter, day("12-31")).text;
            board::Masked::text(&Text::new(&text).unwrap())
        };
        let Any::Board(board::Command::Draft(mut of)) =
            written("p1", Board::Area, NoticeKind::Notice, "12-31")
        else {
            panic!()
        };
        of.wordings[0].text = fresh(&stage);
        let wording = of.wordings[0].clone();
        stage.run(Any::Board(board::Command::Draft(of)));
        let old = |stage: &Stage| old_consent(&stage.world, &posting(stage, "p1"), day("12-31"));
        assert_eq!(old(&stage), None);
        let no = What::Done {
            body: line("村党支部委员会"),
            agreed: false,
            turnout: None,
        };
        stage.run(taken(take(1, Some("v2"), "12-03", no)));
        assert_eq!(old(&stage), Some("v2".into()));
        let text = fresh(&stage);
        stage.run(Any::Board(board::Command::Word {
            posting: "p1".into(),
            wording: board::Wording { text, ..wording },
            reason: None,
        }));
        assert_eq!(old(&stage), None);
    }
}

/// Where all must agree the area tells that they do: what it told before one of them took that back is another text.
#[test]
fn where_all_must_agree_the_area_misses_what_one_of_them_agreed_to_anew() {
    use crate::domain::board::calendar::without;
    let mut stage = adopted(&["v1", "v2"], &[]);
    stage.run(choose("four-deliberations", Partial::AllMust));
    agrees(&mut stage, "v1");
    agrees(&mut stage, "v2");
    for (id, board) in [
        ("p1", Board::Village("v1".into())),
        ("p2", Board::Village("v2".into())),
        ("p3", Board::Area),
    ] {
        stage.run(written(id, board, NoticeKind::Notice, "11-20"));
        stage.run(up(id, "11-21"));
        stage.run(down(id, "12-08", None));
    }
    let lack = |stage: &Stage| {
        let matter = stage.world.matter(&X.into()).unwrap();
        without(&stage.world, matter, day("12-31"), &[])
    };
    assert_eq!(lack(&stage), []);
    takes_back_and_agrees_anew(&mut stage);
    assert_eq!(lack(&stage), [Board::Village("v1".into()), Board::Area]);
    let matter = stage.world.matter(&X.into()).unwrap();
    let by = known_on(&stage.world, matter, &Board::Area, day("12-31"));
    assert_eq!(by, Some(day("12-21")));
}
