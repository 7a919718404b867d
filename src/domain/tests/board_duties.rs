//! What must hang on which board, and is missed until it does.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::boards::{ask, posting, up};
use super::stage::Stage;
use super::things::{day, line, text};
use crate::domain::board::calendar::{Lacks, Missing, began, boards, ends, missing};
use crate::domain::board::regular::{Earlier, Told};
use crate::domain::board::{Affairs, Board, Command as Ask, Light, Posting};
use crate::domain::ids::MatterId;
use crate::domain::matter::intake::{Intake, Legal, MatterKind, Origin, Secrecy, Urgency};
use crate::domain::matter::{self, Heard, Hearing};
use crate::domain::text::Text;
use crate::domain::vote::Standing;
use crate::domain::{Command, World};

/// Receives a matter of two villages.
pub(super) fn received(stage: &mut Stage, secrecy: Secrecy) -> MatterId {
    let id = MatterId::from(format!("{secrecy:?}"));
    let villages = stage.world.villages.keys().take(2).cloned().collect();
    stage.run(Command::Matter(matter::Command::Receive {
        id: id.clone(),
        on: day("11-20"),
        intake: Box::new(Intake {
            title: line("灌渠清淤"),
            about: text("低保户王小明，电话13800138000。"),
            origin: Origin::Superior,
            brought_by: None,
            villages,
            kind: MatterKind::Project,
            committee: false,
            livelihood: true,
            money: None,
            major: false,
            touches: Vec::new(),
            legal: Legal::NotNeeded,
            secrecy,
            urgency: Urgency::Ordinary,
        }),
    }));
    id
}

/// Says that the session of 23 November adopted it.
fn adopt(stage: &mut Stage, id: &MatterId) {
    let matter = stage.world.matters.get_mut(id).unwrap();
    std::sync::Arc::make_mut(matter).hearings.push(Hearing {
        kind: crate::domain::session::SessionKind::Regular,
        ordinal: 1,
        item_state: crate::domain::session::agenda::ItemState::Done,
        over: true,
        session: "s1".into(),
        item: "i1".into(),
        on: day("11-23"),
        motions: vec![Heard {
            first: None,
            turnout: None,
            assent: None,
            wording: Text::default(),
            by: None,
            villages: Vec::new(),
            motion: "m1".into(),
            standing: Standing::Adopted,
            on: day("11-23"),
        }],
    });
}

/// Nothing is known of earlier periods, and nothing asked.
fn earlier() -> Earlier {
    Earlier {
        since: day("11-20"),
        told: Vec::new(),
    }
}

fn lacking(stage: &Stage, today: &str) -> Vec<Missing> {
    let found = missing(&stage.world, day(today), &[], &[], &earlier());
    let decisions = found.into_iter();
    decisions
        .filter(|it| matches!(it.what, Lacks::Matter { .. }))
        .collect()
}

#[test]
fn a_decision_is_missed_until_it_hangs_on_every_board() {
    let mut stage = Stage::founded();
    let id = received(&mut stage, Secrecy::Public);
    assert_eq!(lacking(&stage, "11-23"), []);
    adopt(&mut stage, &id);
    let boards = boards(
        &stage.world,
        &stage.world.matters[&id].intake.villages,
        day("11-23"),
    );
    assert_eq!(boards.len(), 3);
    for (at, board) in boards.iter().enumerate() {
        let found = lacking(&stage, "11-23");
        let what = Lacks::Matter {
            matter: id.clone(),
            boards: boards[at..].to_vec(),
        };
        let by = day("11-24");
        assert_eq!(found, [Missing { what, by }]);
        assert_eq!(found[0].light(day("11-25")), Light::Late);
        stage.run(ask(Ask::Draft(Box::new(Posting {
            matter: Some(id.clone()),
            board: board.clone(),
            ..posting(&format!("b{at}"))
        }))));
    }
    assert_eq!(lacking(&stage, "11-23"), []);
    // What is given up hangs nowhere.
    stage.run(ask(Ask::Drop {
        posting: "b0".into(),
        on: day("11-24"),
        reason: line("误拟"),
    }));
    assert_eq!(lacking(&stage, "11-24").len(), 1);
    // What is not public is missed on no board.
    let secret = received(&mut stage, Secrecy::Internal);
    adopt(&mut stage, &secret);
    assert_eq!(lacking(&stage, "11-24").len(), 1);
}

#[test]
fn what_is_of_great_weight_hangs_at_once_and_the_rest_on_the_next_day() {
    for (major, by, light) in [(true, "11-23", Light::Late), (false, "11-24", Light::Due)] {
        let mut stage = Stage::founded();
        let id = received(&mut stage, Secrecy::Public);
        let matter = stage.world.matters.get_mut(&id).unwrap();
        std::sync::Arc::make_mut(matter).intake.major = major;
        adopt(&mut stage, &id);
        let found = lacking(&stage, "11-24");
        assert_eq!(found[0].by, day(by));
        assert_eq!(found[0].light(day("11-23")), Light::Due);
        assert_eq!(found[0].light(day("11-24")), light);
    }
}

#[test]
fn finance_is_made_known_every_month_and_the_rest_every_quarter() {
    for (affairs, today, first, last) in [
        (Affairs::Finance, "11-23", "11-01", "11-30"),
        (Affairs::Finance, "02-01", "02-01", "02-28"),
        (Affairs::Village, "11-23", "10-01", "12-31"),
        (Affairs::Party, "03-31", "01-01", "03-31"),
        (Affairs::Village, "04-30", "04-01", "06-30"),
    ] {
        assert_eq!(began(affairs, day(today)), day(first));
        assert_eq!(ends(affairs, day(today)), day(last));
    }
    let mut stage = Stage::founded();
    let villages = stage.world.villages.len();
    let regular = |stage: &Stage| {
        let found = missing(&stage.world, day("11-23"), &[], &[], &earlier());
        let regular = found
            .iter()
            .filter(|it| matches!(it.what, Lacks::Regular { .. }));
        regular.count()
    };
    assert_eq!(regular(&stage), villages * 3);
    let village = stage.world.villages.keys().next().cloned().unwrap();
    stage.run(ask(Ask::Draft(Box::new(Posting {
        board: Board::Village(village),
        affairs: Affairs::Finance,
        ..posting("b1")
    }))));
    assert_eq!(regular(&stage), villages * 3);
    stage.run(up("11-23"));
    assert_eq!(regular(&stage), villages * 3 - 1);
}

#[test]
fn what_was_not_made_known_stays_missed_until_it_is_made_up_for_or_given_up() {
    let mut stage = Stage::founded();
    let village = stage.world.villages.keys().next().cloned().unwrap();
    let joined = std::sync::Arc::make_mut(stage.world.villages.get_mut(&village).unwrap());
    joined.joined = None;
    let board = Board::Village(village.clone());
    let year = |month: u32| chrono::NaiveDate::from_ymd_opt(2027, month, 1).unwrap();
    let overdue = |stage: &Stage, today, of, told: &[Told]| {
        let earlier = Earlier {
            told: told.to_vec(),
            ..earlier()
        };
        let found = missing(&stage.world, today, &[], &[], &earlier);
        let mut found = found.into_iter().filter_map(|it| match it.what.clone() {
            Lacks::Overdue {
                village: at,
                affairs,
                periods,
            } if at == village && affairs == of => Some((it, periods)),
            _ => None,
        });
        found.next()
    };
    let periods = |stage: &Stage, today, told: &[Told]| {
        overdue(stage, today, Affairs::Finance, told).map(|it| it.1)
    };
    // Of the month that runs nothing is overdue, nor of those that were over when the file was begun.
    assert_eq!(periods(&stage, day("11-30"), &[]), None);
    let (missed, first) = overdue(&stage, year(1), Affairs::Finance, &[]).unwrap();
    assert_eq!(first, [day("11-01"), day("12-01")]);
    assert_eq!(missed.by, day("11-30"));
    assert_eq!(missed.light(year(1)), Light::Late);
    let (_, quarter) = overdue(&stage, year(1), Affairs::Party, &[]).unwrap();
    assert_eq!(quarter, [day("10-01")]);
    // What was put up then is known; what makes up for others says nothing of the month it hangs in.
    let told = |posted, makes_up: Vec<chrono::NaiveDate>| Told {
        board: board.clone(),
        affairs: Affairs::Finance,
        posted,
        makes_up,
    };
    let november = told(Some(day("11-29")), Vec::new());
    assert_eq!(
        periods(&stage, year(1), std::slice::from_ref(&november)),
        Some(vec![day("12-01")])
    );
    let later = told(Some(day("12-02")), vec![day("11-01")]);
    assert_eq!(periods(&stage, year(1), &[later]), Some(vec![day("12-01")]));
    let given_up = told(None, vec![day("11-01"), day("12-01")]);
    assert_eq!(periods(&stage, year(1), &[given_up]), None);
    // A draft is not enough; put up it is, and given up it says why nothing is made up for.
    let id = "b1";
    stage.run(ask(Ask::Draft(Box::new(Posting {
        board: board.clone(),
        affairs: Affairs::Finance,
        makes_up: vec![day("11-01")],
        ..posting(id)
    }))));
    let both = Some(vec![day("11-01"), day("12-01")]);
    assert_eq!(periods(&stage, year(1), &[]), both);
    let draft = stage.world.posting(&id.into()).unwrap().clone();
    assert_eq!(Told::by(&draft), None);
    let dropped = Stage {
        world: stage.world.clone(),
        log: Vec::new(),
    };
    let mut dropped = dropped;
    dropped.run(ask(Ask::Drop {
        posting: id.into(),
        on: day("12-01"),
        reason: line("当月没有收支"),
    }));
    assert_eq!(periods(&dropped, year(1), &[]), Some(vec![day("12-01")]));
    stage.run(up("12-02"));
    assert_eq!(periods(&stage, year(1), &[]), Some(vec![day("12-01")]));
    // A year back it is the past.
    let many = periods(&stage, year(12), &[november]).unwrap();
    assert_eq!(many.first(), Some(&day("12-01")));
    assert_eq!(many.len(), 12);
}

/// What ought to hang of a decision without a matter is told board by board, each by the same day.
#[test]
fn a_motion_that_hangs_nowhere_is_told_board_by_board() {
    let village = |id: &str| Board::Village(id.into());
    let what = |boards: Vec<Board>| Lacks::Motion {
        session: "s1".into(),
        motion: "m1".into(),
        wording: "同意联建冷库。".to_owned(),
        boards,
    };
    let by = day("11-30");
    let both = Missing {
        what: what(vec![village("v1"), village("v2")]),
        by,
    };
    let each = both.each_board(&World::default(), day("11-24"));
    let alone = |id| Missing {
        what: what(vec![village(id)]),
        by,
    };
    assert_eq!(each, [alone("v1"), alone("v2")]);
}
