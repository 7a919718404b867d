//! A draft beside the words it would take the place of: each way on, and that neither is lost.

#![allow(clippy::unwrap_used)]

use crate::i18n::{Language, draft as words};
use crate::tui::app::Overlay;
use crate::tui::dispatch;
use crate::tui::input::Input;
use crate::tui::screens::Screen;
use crate::tui::stage::Stage;

const RECORDED: &str = "路灯由三村合装，电费另议。";
const TYPED: &str = "补记：李村提出分期付款。";

fn asks(stage: &Stage) -> bool {
    matches!(stage.app.overlay, Some(Overlay::Found(_)))
}

fn typed(stage: &Stage) -> String {
    let drafts = stage.desk().drafts().unwrap();
    drafts.iter().map(|draft| draft.text.as_str()).collect()
}

fn recorded(stage: &Stage) -> Vec<String> {
    let entries = stage.desk().world().entries.values();
    let words = entries.map(|entry| entry.words.to_string());
    words.filter(|words| words.contains("合装")).collect()
}

/// Comes back as after a kill, to the draft that stands at home.
fn come_back(stage: &mut Stage) {
    stage.app.keep_unfinished();
    let path = stage.desk().path().to_owned();
    stage.app.desk = None;
    stage.app.overlay = None;
    stage.app.enter(&path);
    stage.press("Home");
    to_draft(stage);
    stage.press("Enter");
}

fn to_draft(stage: &mut Stage) {
    stage.press("Home");
    let words = crate::i18n::home::drop_no_draft(stage.app.language);
    for _ in 0..12 {
        let drop = crate::tui::action::named("home.drop").unwrap();
        if drop.enabled(&stage.app).is_ok() {
            return;
        }
        stage.press("Down");
    }
    panic!("{words}: {}", stage.screen());
}

/// Records an entry, writes on in it, and is killed.
fn killed(language: Language) -> Stage {
    let mut stage = Stage::new(language);
    stage.press("1");
    let sessions = stage.desk().sessions(0, 9).unwrap();
    let session = sessions.iter().find(|it| it.ordinal == 3).unwrap();
    stage.app.go(Screen::live(session.id.clone()));
    stage.screen();
    stage.press("F5 9 F5 F5 m 3");
    stage.type_text(RECORDED);
    stage.press("Esc F2");
    stage.type_text(TYPED);
    come_back(&mut stage);
    stage
}

#[test]
fn both_texts_are_seen_before_either_is_taken() {
    for language in Language::ALL {
        let mut stage = killed(language);
        assert!(asks(&stage), "{}", stage.screen());
        for (width, height) in [(80, 24), (120, 40)] {
            let screen = stage.screen_of(width, height);
            assert!(screen.contains(words::recorded(language)), "{screen}");
            assert!(screen.contains(RECORDED), "{screen}");
            assert!(screen.contains(TYPED), "{screen}");
        }
        insta::assert_snapshot!(format!("found_{language}"), stage.screen());
        insta::assert_snapshot!(format!("found_beside_{language}"), stage.screen_of(120, 30));
        stage.every_size();
        // What is typed or pasted here is nobody's text and no word.
        stage.type_text("x写");
        dispatch::input(&mut stage.app, Input::Paste("贴".to_owned()));
        assert!(asks(&stage));
        stage.press("Esc");
        assert!(!asks(&stage) && typed(&stage).contains(TYPED));
        assert_eq!(recorded(&stage), [RECORDED]);
    }
}

#[test]
fn the_draft_is_gone_on_with() {
    for language in Language::ALL {
        let mut stage = killed(language);
        stage.press("Enter");
        stage.type_text("续");
        stage.press("Esc");
        let words = recorded(&stage).remove(0);
        assert!(words.contains(TYPED) && words.contains("续"), "{words}");
        assert_eq!(typed(&stage), "");
    }
}

#[test]
fn a_draft_kept_for_later_is_not_written_over_and_is_taken_up_again() {
    for language in Language::ALL {
        let mut stage = killed(language);
        stage.press("2");
        stage.type_text("另写一句");
        stage.press("Esc");
        let now = recorded(&stage).remove(0);
        assert!(now.contains("另写一句") && !now.contains(TYPED), "{now}");
        assert!(typed(&stage).contains(TYPED));
        // A second one at the same place: the first is taken up, the second lies aside.
        stage.press("F2");
        stage.type_text("第二稿");
        come_back(&mut stage);
        assert!(asks(&stage), "{}", stage.screen());
        stage.press("Esc Home");
        assert_eq!(stage.desk().drafts().unwrap().len(), 2);
        while stage.app.can_go_back() && !matches!(stage.app.top(), Screen::Home(_)) {
            stage.app.back();
        }
        to_draft(&mut stage);
        stage.press("Enter");
        let all = typed(&stage);
        assert!(all.contains("第二稿") && all.contains(TYPED), "{all}");
    }
}

#[test]
fn a_draft_is_dropped_only_by_a_second_word() {
    for language in Language::ALL {
        let mut stage = killed(language);
        stage.press("F12");
        assert!(stage.screen().contains(words::drop(language.other())));
        // The second word is asked in whichever language, and asked once more it still does what it says.
        stage.press("3 F12 F12 F12");
        assert!(
            stage.screen().contains(words::drop_yes(language)),
            "{}",
            stage.screen()
        );
        stage.press("Enter");
        assert!(typed(&stage).contains(TYPED), "{}", stage.screen());
        come_back(&mut stage);
        stage.press("3 Down Enter");
        assert_eq!(typed(&stage), "");
        stage.press("Esc");
        assert_eq!(recorded(&stage), [RECORDED]);
    }
}
