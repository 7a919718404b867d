//! What must hang on which board, and is missed until it does.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::boards::{ask, posting, up};
use super::stage::Stage;
use super::things::{day, line, text};
use crate::domain::Command;
use crate::domain::board::calendar::{Lacks, Missing, began, boards, ends, missing};
use crate::domain::board::{Affairs, Board, Command as Ask, Light, Posting};
use crate::domain::ids::MatterId;
use crate::domain::matter::intake::{Intake, Legal, MatterKind, Origin, Secrecy, Urgency};
use crate::domain::matter::{self, Heard, Hearing};
use crate::domain::text::Text;
use crate::domain::vote::Standing;

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

fn lacking(stage: &Stage, today: &str) -> Vec<Missing> {
    let found = missing(&stage.world, day(today), &[], &[]);
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
        let found = missing(&stage.world, day("11-23"), &[], &[]);
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
