//! The list to read aloud: every decision with who carries it out, by when.

#![allow(clippy::unwrap_used)]

use super::tests::sample;
use super::words;
use crate::domain::Command;
use crate::domain::session::{self, SessionKind, SessionState};
use crate::domain::task::Decision;
use crate::i18n::{Language, ui};
use crate::tui::stage::Stage;

#[test]
fn a_decision_nobody_has_in_hand_is_marked_and_one_key_makes_its_follow_up() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 a Down Down Down 1 F5");
        stage.type_text("同意路灯安装方案。");
        stage.press("Tab Left Tab PgDn Enter F5 9 End 8 Tab Home");
        let missing = words::no_follow_up(language, "3");
        assert!(stage.screen().contains(&missing), "{}", stage.screen());
        // The mark stands below its decision, and either makes the follow-up.
        stage.press("Down");
        assert!(
            stage.caret_row().contains(missing.trim()),
            "{}",
            stage.screen()
        );
        stage.press("3");
        assert!(
            stage.screen().contains("同意路灯安装方案。"),
            "{}",
            stage.screen()
        );
        stage.press("Enter Right Enter Enter");
        stage.type_text("+10");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let screen = stage.screen();
        assert!(!screen.contains(&missing), "{screen}");
        let world = stage.desk().world();
        let decided = |task: &crate::domain::task::Task| task.decision.clone();
        assert!(matches!(
            world.tasks.values().find_map(|task| decided(task)),
            Some(Decision::Motion { .. })
        ));
        stage.every_size();
        // What is left of the list is no decision.
        stage.press("End 3");
        assert_eq!(stage.said(), words::no_decision_here(language));
    }
}

#[test]
fn the_draft_of_a_decisions_follow_up_goes_back_to_it() {
    let mut stage = sample(Language::Zh, 3);
    stage.press("F5 9 F5 F5 m 2");
    stage.type_text("冬季清淤分段包干。");
    stage.press("F8");
    assert!(
        stage.screen().contains("冬季清淤分段包干。"),
        "{}",
        stage.screen()
    );
    stage.press("End");
    stage.type_text("十二月前");
    stage.press("Esc Esc Esc Home");
    let home = stage.screen();
    for _ in 0..9 {
        if stage.caret_row().contains("，13 字") {
            break;
        }
        stage.press("Down");
    }
    stage.press("Enter");
    let sheet = stage.screen();
    assert!(stage.app.overlay.is_some(), "{home}{sheet}");
    assert!(sheet.contains("冬季清淤分段包干。十二月前"), "{sheet}");
}

#[test]
fn an_item_left_goes_to_the_next_session_of_its_kind_before_an_earlier_one_of_another() {
    let mut stage = sample(Language::Zh, 3);
    let plan = |ordinal, kind, day: &str| {
        Command::Session(session::Command::Create {
            id: format!("next-{ordinal}").into(),
            plan: session::Plan {
                kind,
                ordinal,
                date: day.parse().unwrap(),
                start: None,
                place: None,
                chair: None,
                recorder: None,
            },
            opening: None,
        })
    };
    let into = |stage: &Stage| {
        let mut items = stage.desk().world().items.values();
        let carried = items.find(|item| item.carries.is_some());
        carried.map(|item| item.session.to_string())
    };
    stage.record(&[
        plan(71, SessionKind::Urgent, "2026-12-01"),
        plan(72, SessionKind::Regular, "2026-12-20"),
        plan(73, SessionKind::Regular, "2027-01-20"),
    ]);
    stage.press("F5 9 F5 a BackTab 8 1");
    assert!(stage.app.overlay.is_none(), "{}", stage.screen());
    assert_eq!(into(&stage).as_deref(), Some("next-72"));
    // Without one of its kind it is the next of any.
    let mut stage = sample(Language::Zh, 3);
    stage.record(&[
        plan(71, SessionKind::Urgent, "2026-12-09"),
        plan(72, SessionKind::Special, "2026-12-01"),
    ]);
    stage.press("F5 9 F5 a BackTab 8 1");
    assert_eq!(into(&stage).as_deref(), Some("next-72"));
}

/// A session closed by a wrong key sits again as it sat, by one key, until anything follows upon its closing.
#[test]
fn a_closing_is_taken_back_until_something_follows_it() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 a");
        let id = stage.app.live().unwrap().session.clone();
        let state = |stage: &Stage| stage.desk().world().session(&id).unwrap().state;
        let items = |stage: &Stage| -> Vec<_> {
            let agenda = stage.desk().world().agenda(&id);
            agenda.map(|item| format!("{item:?}")).collect()
        };
        let sat = items(&stage);
        stage.press("BackTab 8");
        assert_eq!(state(&stage), SessionState::Closed, "{}", stage.screen());
        stage.press("u");
        assert_eq!(state(&stage), SessionState::Sitting, "{}", stage.said());
        assert_eq!(items(&stage), sat);
        let undone = ui::undone(language, String::new());
        let undone = undone.split(['：', ':']).next().unwrap();
        assert!(stage.said().contains(undone), "{}", stage.said());
        stage.press("r");
        assert_eq!(state(&stage), SessionState::Closed, "{}", stage.said());
        // Whatever is recorded then follows it, and behind that nobody steps.
        stage.record(&[Command::Session(session::Command::Create {
            id: "next".into(),
            plan: session::Plan {
                kind: SessionKind::Regular,
                ordinal: 71,
                date: "2026-12-20".parse().unwrap(),
                start: None,
                place: None,
                chair: None,
                recorder: None,
            },
            opening: None,
        })]);
        stage.press("u u u");
        assert_eq!(state(&stage), SessionState::Closed, "{}", stage.said());
        stage.every_size();
    }
}
