//! A board tells of a decision only that was made, and of none before it was.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::boards::{ask, posting};
use super::matters::{of, put, screened, settle, vote_on};
use super::stage::Stage;
use super::things::{day, line};
use crate::domain::Command;
use crate::domain::board::calendar::hangs_by;
use crate::domain::board::{Affairs, Command as Ask, Posting, Refused};
use crate::domain::refusal::Refusal;
use crate::domain::session::agenda::ItemState;
use crate::domain::vote::Choice;

/// A text of the matter, written on a day.
fn text_of(id: &str, result: bool, on: &str) -> Posting {
    let mut drafted = posting(id);
    drafted.wordings[0].on = day(on);
    Posting {
        matter: Some("m".into()),
        result,
        ..drafted
    }
}

fn draft(id: &str, result: bool, on: &str) -> Command {
    ask(Ask::Draft(Box::new(text_of(id, result, on))))
}

fn refused(stage: &Stage, command: &Command) -> Refused {
    match stage.refused(command) {
        Refusal::Board(why) => why,
        other => panic!("{other:?}"),
    }
}

fn up(id: &str, on: &str) -> Command {
    ask(Ask::PutUp {
        posting: id.into(),
        on: day(on),
    })
}

fn redate(id: &str, to: &str) -> Command {
    ask(Ask::Redate {
        posting: id.into(),
        on: day("12-05"),
        to: day(to),
        reason: line("写错"),
    })
}

#[test]
fn what_nobody_decided_or_what_fell_hangs_on_no_board() {
    let title = || line("修渠");
    let mut stage = screened();
    for result in [false, true] {
        let why = refused(&stage, &draft("b1", result, "11-25"));
        assert_eq!(why, Refused::Undecided { title: title() });
    }
    put(&mut stage);
    assert_eq!(
        refused(&stage, &draft("b1", false, "11-25")),
        Refused::Undecided { title: title() }
    );
    vote_on(&mut stage, Choice::Against);
    settle(&mut stage, ItemState::Done);
    for result in [false, true] {
        let why = refused(&stage, &draft("b1", result, "11-25"));
        assert_eq!(why, Refused::Rejected { title: title() });
    }
    // A text of nothing hangs as it did.
    stage.run(ask(Ask::Draft(Box::new(posting("b2")))));
}

#[test]
fn nothing_hangs_before_what_it_tells_of_was_decided() {
    let mut stage = screened();
    put(&mut stage);
    vote_on(&mut stage, Choice::For);
    settle(&mut stage, ItemState::Done);
    let on = of(&stage, "m").hearings[0].motions[0].on;
    let before = Refused::BeforeDecided { on };
    let short = |day: chrono::NaiveDate| day.format("%m-%d").to_string();
    let (day_of, early) = (short(on), short(on.pred_opt().unwrap()));
    assert_eq!(refused(&stage, &draft("b1", false, &early)), before);
    stage.run(draft("b1", false, &day_of));
    assert_eq!(refused(&stage, &up("b1", &early)), before);
    stage.run(up("b1", &day_of));
    assert_eq!(refused(&stage, &redate("b1", &early)), before);
}

#[test]
fn a_draft_falls_due_when_it_is_to_hang_and_not_on_the_day_it_is_written() {
    let on = day("11-27");
    let of = |affairs, matter: bool| {
        let mut drafted = posting("b1");
        drafted.kind = crate::domain::board::NoticeKind::Disclosure;
        drafted.affairs = affairs;
        drafted.matter = matter.then(|| "m".into());
        drafted.result = matter;
        hangs_by(&drafted, on)
    };
    assert_eq!(of(Affairs::Finance, false), day("11-30"));
    assert_eq!(of(Affairs::Party, false), day("12-31"));
    assert_eq!(of(Affairs::Village, false), day("12-31"));
    assert_eq!(of(Affairs::Village, true), day("11-28"), "a result");
    assert_eq!(hangs_by(&posting("b1"), on), day("11-28"), "a notice");
}
