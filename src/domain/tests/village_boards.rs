//! What the villages decide outside any steps hangs on no board before they did, and is asked for since they did.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::sequels::{ask, asks_villages, follow, meeting};
use super::stage::{Stage, day, line};
use crate::domain::Command;
use crate::domain::board::calendar::{Lacks, Missing, missing};
use crate::domain::board::regular::Earlier;
use crate::domain::board::{
    self, Affairs, Board, Decided, Masked, Next as Hangs, NoticeKind, Posting, Refused, Waits,
    Wording,
};
use crate::domain::dates::Minute;
use crate::domain::rule::Partial;
use crate::domain::text::Text;
use crate::domain::vote::{self, Next};
use crate::i18n::{Language, boards, waiting};

const AREA: [&str; 4] = ["v1", "v2", "v3", "v4"];

fn asked(partial: Partial) -> Stage {
    let mut stage = asks_villages(partial);
    stage.run(follow(ask(&AREA)));
    for (id, board) in [("p1", of("v1")), ("p2", of("v2")), ("p3", Board::Area)] {
        stage.run(drafted(id, board));
    }
    stage
}

fn of(village: &str) -> Board {
    Board::Village(village.into())
}

fn drafted(id: &str, board: Board) -> Command {
    let on = day("11-23");
    let text = Wording {
        on,
        title: Masked::line(&line("公示")),
        text: Masked::text(&Text::new("已经议定。").unwrap()),
        basis: Masked::default(),
    };
    let what = (NoticeKind::Notice, Affairs::Village);
    let posting = Posting {
        decided: Some(Decided {
            session: "s1".into(),
            motion: "m1".into(),
        }),
        ..Posting::draft(id.into(), board, what, text, on)
    };
    Command::Board(board::Command::Draft(Box::new(posting)))
}

fn up(id: &str, on: &str) -> Command {
    let (posting, on) = (id.into(), day(on));
    Command::Board(board::Command::PutUp { posting, on })
}

fn decides(village: &str, on: &str) -> Command {
    let meeting = crate::domain::vote::village::VillageMeeting {
        met: day(on),
        ..meeting(village, 20)
    };
    Command::Vote(vote::Command::Follow {
        session: "s1".into(),
        motion: "m1".into(),
        at: Minute::read("2026-11-27T09:00").unwrap(),
        next: Next::Decide(meeting),
    })
}

fn waits(stage: &Stage, id: &str) -> Option<Waits> {
    let posting = stage.world.posting(&id.into()).unwrap();
    posting.waits_for(&stage.world, day("11-27"))
}

fn late(stage: &Stage) -> Option<Missing> {
    let today = day("11-27");
    let earlier = Earlier {
        since: today,
        told: Vec::new(),
    };
    let all = missing(&stage.world, today, &[], &[], &earlier);
    { all }
        .into_iter()
        .find(|it| matches!(it.what, Lacks::Motion { .. }))
}

#[test]
fn a_board_waits_for_its_village_and_that_of_the_area_for_the_first() {
    let mut stage = asked(Partial::AgreeingGoOn);
    let own = Refused::Unheard { village: true };
    let none = Refused::Unheard { village: false };
    for (id, why) in [("p1", &own), ("p2", &own), ("p3", &none)] {
        assert_eq!(stage.refused(&up(id, "11-27")), why.clone().into());
        assert!(why.remedy().is_some());
        for language in Language::ALL {
            assert!(!boards::refused(language, why).is_empty());
            let waits = waits(&stage, id).unwrap();
            assert!(!waiting::whole(language, &waits).is_empty());
        }
    }
    assert_eq!(waits(&stage, "p1"), Some(Waits::Village { own: true }));
    assert_eq!(waits(&stage, "p3"), Some(Waits::Village { own: false }));
    stage.run(decides("v1", "11-24"));
    assert_eq!(waits(&stage, "p2"), Some(Waits::Village { own: true }));
    // It is not late from the day it was drafted, and told on no day before the village met.
    let posting = stage.world.posting(&"p1".into()).unwrap();
    let next = posting.next_as_it_stands(&stage.world, day("11-27"));
    assert_eq!(next, Hangs::PutUp(day("11-25")));
    for id in ["p1", "p3"] {
        let early = Refused::BeforeDecided { on: day("11-24") };
        assert_eq!(stage.refused(&up(id, "11-23")), early.into());
        stage.run(up(id, "11-27"));
    }
}

#[test]
fn where_all_must_agree_no_board_tells_of_it_before_they_did() {
    let mut stage = asked(Partial::AllMust);
    stage.run(decides("v1", "11-24"));
    for id in ["p1", "p3"] {
        assert_eq!(
            stage.refused(&up(id, "11-27")),
            Refused::OthersOpen.into(),
            "{id}"
        );
        assert_eq!(waits(&stage, id), Some(Waits::Others));
    }
    for village in ["v2", "v3", "v4"] {
        stage.run(decides(village, "11-26"));
    }
    stage.run(up("p1", "11-27"));
}

#[test]
fn it_is_late_only_from_the_day_after_the_last_of_them_met() {
    let mut stage = asks_villages(Partial::AgreeingGoOn);
    stage.run(follow(ask(&AREA)));
    for village in ["v1", "v3", "v4"] {
        stage.run(decides(village, "11-24"));
    }
    assert_eq!(late(&stage), None);
    stage.run(decides("v2", "11-26"));
    let found = late(&stage).unwrap();
    assert_eq!(found.by, day("11-27"));
    let each = found.each_board(&stage.world, day("11-27"));
    assert!(each.iter().all(|it| it.by == day("11-27")));
}
