//! Postings: how long they hang, and how objections are answered.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::board_duties::received;
use super::stage::Stage;
use super::things::{day, line, text};
use crate::domain::board::period::{NATIONAL, last_day};
use crate::domain::board::rest::RestYear;
use crate::domain::board::rules::{BoardRules, Contact};
use crate::domain::board::{
    Affairs, Board, Command as Ask, Event, Light, Masked, Next, NoticeKind, Posting, PostingState,
    Refused, RestDays, Wording,
};
use crate::domain::ids::PostingId;
use crate::domain::matter::intake::Secrecy;
use crate::domain::refusal::Refusal;
use crate::domain::{Command, decide, roster};
use chrono::NaiveDate;

pub(super) fn wording(on: &str, words: &str) -> Wording {
    Wording {
        on: day(on),
        title: Masked::line(&line("关于灌渠清淤的公示")),
        text: Masked::text(&text(words)),
        basis: Masked::default(),
    }
}

pub(super) fn posting(id: &str) -> Posting {
    Posting::draft(
        PostingId::from(id),
        Board::Area,
        (NoticeKind::Notice, Affairs::Village),
        wording("11-23", "灌渠清淤，每户一工。"),
        day("11-24"),
    )
}

pub(super) fn ask(command: Ask) -> Command {
    Command::Board(command)
}

pub(super) fn up(on: &str) -> Command {
    ask(Ask::PutUp {
        posting: "b1".into(),
        on: day(on),
    })
}

pub(super) fn down(on: &str, reason: Option<&str>) -> Command {
    ask(Ask::TakeDown {
        posting: "b1".into(),
        on: day(on),
        reason: reason.map(line),
        again: "b2".into(),
    })
}

fn moved(to: &str) -> Command {
    ask(Ask::Move {
        posting: "b1".into(),
        on: day("11-25"),
        to: day(to),
        reason: line("镇里要求"),
    })
}

/// A posting that hangs since 23 November 2026, a Monday; its fifteenth day after is 8 December.
fn hanging() -> Stage {
    let mut stage = Stage::founded();
    stage.run(ask(Ask::Draft(Box::new(posting("b1")))));
    stage.run(up("11-23"));
    stage
}

pub(super) fn refused(stage: &Stage, command: Command) -> Refused {
    match decide(&stage.world, &command) {
        Err(Refusal::Board(why)) => why,
        other => panic!("{other:?}"),
    }
}

pub(super) fn now<'a>(stage: &'a Stage, id: &str) -> &'a Posting {
    stage.world.posting(&PostingId::from(id)).unwrap()
}

#[test]
fn the_day_it_goes_up_is_not_counted_and_the_last_is_a_working_day() {
    for (posted, days, last) in [
        ("2026-11-23", 15, "2026-12-08"),
        // Sunday the 13th becomes Monday.
        ("2026-11-28", 15, "2026-12-14"),
        ("2026-11-27", 15, "2026-12-14"),
        // New Year's Day is a Friday, so the Monday after the weekend.
        ("2026-12-17", 15, "2027-01-04"),
        // The National Day of 2026 is seven days off.
        ("2026-09-16", 15, "2026-10-08"),
        // The Spring Festival is, and a Saturday is worked for it.
        ("2026-02-02", 15, "2026-02-24"),
        ("2026-02-13", 15, "2026-02-28"),
        ("2028-02-14", 15, "2028-02-29"),
    ] {
        let of = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(
            last_day(of(posted), days, &RestDays::default()),
            of(last),
            "{posted}"
        );
    }
}

#[test]
fn it_hangs_whole_days_and_may_then_come_down() {
    let mut stage = hanging();
    assert_eq!(now(&stage, "b1").until, Some(day("12-08")));
    assert_eq!(now(&stage, "b1").light(day("12-08")), Light::Hangs);
    let next = now(&stage, "b1").next_on(day("12-09"));
    assert_eq!(next, Next::TakeDown(day("12-09")));
    stage.run(down("12-09", None));
    let posting = now(&stage, "b1");
    assert_eq!(posting.state, PostingState::Closed);
    assert_eq!(posting.taken_down(), Some((day("12-09"), false)));
    assert!(posting.hung_on(day("12-08")) && !posting.hung_on(day("12-09")));
    assert_eq!(refused(&stage, up("12-10")), Refused::Closed);
}

#[test]
fn cut_short_it_must_be_posted_again_for_a_whole_period() {
    let mut stage = hanging();
    // On its last day it is still shown.
    assert_eq!(refused(&stage, down("12-08", None)), Refused::WantsReason);
    assert_eq!(
        refused(&stage, down("11-22", None)),
        Refused::BeforePutUp {
            posted: day("11-23")
        }
    );
    stage.run(down("12-01", Some("被大风刮落")));
    assert_eq!(now(&stage, "b1").taken_down(), Some((day("12-01"), true)));
    let again = now(&stage, "b2");
    assert_eq!(again.again, Some("b1".into()));
    assert_eq!(again.next(), Next::PutUp(day("12-01")));
    assert_eq!(again.wording(), now(&stage, "b1").wording());
    let drop = ask(Ask::Drop {
        posting: "b2".into(),
        on: day("12-02"),
        reason: line("算了"),
    });
    assert_eq!(refused(&stage, drop), Refused::MustHangAgain);
    stage.run(ask(Ask::PutUp {
        posting: "b2".into(),
        on: day("12-02"),
    }));
    assert_eq!(
        now(&stage, "b2").until,
        Some(last_day(day("12-02"), NATIONAL, &RestDays::default()))
    );
}

#[test]
fn a_last_day_is_moved_with_a_reason_and_never_before_the_law() {
    let mut stage = hanging();
    let short = Refused::TooShort {
        least: day("12-08"),
        days: 15,
    };
    assert_eq!(refused(&stage, moved("12-07")), short);
    stage.run(moved("12-20"));
    assert_eq!(now(&stage, "b1").until, Some(day("12-20")));
    stage.run(moved("12-08"));
    assert_eq!(now(&stage, "b1").until, Some(day("12-08")));
}

#[test]
fn the_longer_of_law_and_local_rule_holds() {
    for (local, days) in [(0, 15), (5, 15), (15, 15), (20, 20)] {
        let mut stage = Stage::founded();
        stage.run(Command::Roster(roster::Command::SetBoards(BoardRules {
            local,
            ..BoardRules::default()
        })));
        stage.run(ask(Ask::Draft(Box::new(posting("b1")))));
        stage.run(up("11-23"));
        assert_eq!(
            now(&stage, "b1").until,
            Some(last_day(day("11-23"), days, &RestDays::default()))
        );
    }
}

#[test]
fn a_period_goes_on_over_a_feast_by_the_moon_that_the_clerk_entered() {
    let of = |text: &str| text.parse::<NaiveDate>().unwrap();
    let feast = RestYear {
        off: RestYear::read(2027, "2.6-2.12").unwrap(),
        worked: RestYear::read(2027, "2.20").unwrap(),
    };
    let entered = RestDays::default().with(2027, feast);
    for (rest, until, answer, township) in [
        (
            RestDays::default(),
            "2027-02-09",
            "2027-02-09",
            "2027-02-19",
        ),
        (entered, "2027-02-15", "2027-02-15", "2027-02-19"),
    ] {
        let mut stage = Stage::founded();
        stage.run(Command::Roster(roster::Command::SetBoards(BoardRules {
            rest,
            ..BoardRules::default()
        })));
        stage.run(ask(Ask::Draft(Box::new(posting("b1")))));
        let on = of("2027-01-25");
        stage.run(ask(Ask::PutUp {
            posting: "b1".into(),
            on,
        }));
        assert_eq!(now(&stage, "b1").until, Some(of(until)));
        stage.run(ask(Ask::Object {
            posting: "b1".into(),
            who: None,
            on: of("2027-02-04"),
            text: text("工数太多"),
        }));
        assert_eq!(now(&stage, "b1").objections[0].by, of(answer));
        let on = of("2027-02-09");
        stage.run(ask(Ask::Refer {
            posting: "b1".into(),
            number: 1,
            on,
        }));
        assert_eq!(now(&stage, "b1").objections[0].by, of(township));
    }
}

#[test]
fn another_text_on_the_board_is_counted_anew_and_the_old_one_is_kept() {
    let mut stage = hanging();
    let word = |reason: Option<&str>| {
        ask(Ask::Word {
            posting: "b1".into(),
            wording: wording("12-01", "灌渠清淤，每户两工。"),
            reason: reason.map(line),
        })
    };
    assert_eq!(refused(&stage, word(None)), Refused::WantsReason);
    stage.run(word(Some("工数写错")));
    let posting = now(&stage, "b1");
    assert_eq!(posting.wordings.len(), 2);
    assert_eq!(posting.posted, Some(day("12-01")));
    assert_eq!(
        posting.until,
        Some(last_day(day("12-01"), 15, &RestDays::default()))
    );
}

#[test]
fn an_objection_is_answered_in_five_days_or_by_the_township_in_ten() {
    let mut stage = hanging();
    let object = ask(Ask::Object {
        posting: "b1".into(),
        who: Some(line("王大山")),
        on: day("11-25"),
        text: text("工数太多"),
    });
    stage.run(object);
    assert_eq!(now(&stage, "b1").next(), Next::Answer(day("11-30")));
    assert_eq!(now(&stage, "b1").light(day("12-01")), Light::Late);
    let refer = ask(Ask::Refer {
        posting: "b1".into(),
        number: 1,
        on: day("12-01"),
    });
    stage.run(refer.clone());
    assert_eq!(now(&stage, "b1").next(), Next::Answer(day("12-11")));
    assert_eq!(refused(&stage, refer), Refused::Referred);
    // Taken down it stays open until it is answered.
    stage.run(down("12-09", None));
    assert_eq!(now(&stage, "b1").state, PostingState::Open);
    let answer = |number| {
        ask(Ask::Answer {
            posting: "b1".into(),
            number,
            on: day("12-10"),
            reply: text("已改为每户一工"),
        })
    };
    assert!(matches!(
        decide(&stage.world, &answer(2)),
        Err(Refusal::Unknown)
    ));
    stage.run(answer(1));
    assert_eq!(now(&stage, "b1").state, PostingState::Closed);
}

#[test]
fn what_settles_a_posting_is_an_event_of_its_own() {
    let settles = |stage: &Stage, command: &Command| {
        let events = decide(&stage.world, command).unwrap();
        events
            .iter()
            .any(|event| matches!(event, crate::domain::Event::Board(Event::Settled { .. })))
    };
    let mut stage = hanging();
    let object = ask(Ask::Object {
        posting: "b1".into(),
        who: None,
        on: day("11-25"),
        text: text("工数太多"),
    });
    let answer = ask(Ask::Answer {
        posting: "b1".into(),
        number: 1,
        on: day("12-10"),
        reply: text("已改"),
    });
    assert!(settles(&stage, &down("12-09", None)));
    assert!(!settles(&stage, &object));
    stage.run(object);
    assert!(!settles(&stage, &answer));
    assert!(!settles(&stage, &down("12-09", None)));
    stage.run(down("12-09", None));
    assert!(settles(&stage, &answer));
    stage.run(ask(Ask::Draft(Box::new(posting("b3")))));
    let drop = ask(Ask::Drop {
        posting: "b3".into(),
        on: day("12-02"),
        reason: line("误拟"),
    });
    assert!(settles(&stage, &drop));
}

#[test]
fn what_cannot_hang_is_refused() {
    let mut stage = Stage::founded();
    let empty = Posting {
        wordings: vec![Wording {
            text: Masked::default(),
            ..wording("11-23", "一")
        }],
        ..posting("b1")
    };
    assert_eq!(
        refused(&stage, ask(Ask::Draft(Box::new(empty)))),
        Refused::NoText
    );
    for secrecy in [Secrecy::Internal, Secrecy::WorkSecret] {
        let id = received(&mut stage, secrecy);
        let secret = Posting {
            matter: Some(id),
            ..posting("b1")
        };
        let why = refused(&stage, ask(Ask::Draft(Box::new(secret))));
        let title = line("灌渠清淤");
        assert_eq!(why, Refused::Secret { title });
    }
    let unknown = Posting {
        board: Board::Village("nowhere".into()),
        ..posting("b1")
    };
    let unknown = decide(&stage.world, &ask(Ask::Draft(Box::new(unknown))));
    assert!(matches!(unknown, Err(Refusal::Unknown)));
}

#[test]
fn a_contact_is_public_and_names_nobody() {
    let contact = |words: &str| Contact::try_from(line(words));
    for public in ["0632-8811234", "13800138000", "东集村前街15号党群服务中心"] {
        assert!(contact(public).is_ok(), "{public}");
    }
    for secret in ["370406195002031238", "6222021234567890128", "低保户王小明"] {
        assert!(contact(secret).is_err(), "{secret}");
    }
}
