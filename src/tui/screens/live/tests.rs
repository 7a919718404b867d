#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::{Panel, State};
use crate::i18n::Language;
use crate::tui::screens::Screen;
use crate::tui::stage::Stage;

/// Opens the sample's live screen: of the session to run today, or of one held before.
pub(in crate::tui) fn sample(language: Language, ordinal: u32) -> Stage {
    let mut stage = Stage::new(language);
    stage.press("1");
    let sessions = stage.desk().sessions(0, 9).unwrap();
    let session = sessions
        .iter()
        .find(|session| session.ordinal == ordinal)
        .unwrap();
    let screen = Screen::live(session.id.clone());
    stage.app.go(screen);
    stage.screen();
    stage
}

pub(super) fn panel(stage: &Stage) -> Panel {
    stage.app.live().map(|state: &State| state.panel).unwrap()
}

#[test]
fn after_closing_what_is_to_be_tidied_stands_first_and_leads_to_its_words() {
    for language in Language::ALL {
        let mut stage = sample(language, 2);
        assert_eq!(panel(&stage), Panel::Closing);
        let row = stage.caret_row();
        assert!(row.contains("15:46"), "{row}");
        stage.press("2");
        assert_eq!(panel(&stage), Panel::Minutes);
        assert!(stage.caret_row().contains("15:46"), "{}", stage.screen());
        stage.press("F2");
        stage.type_text("同意。");
        stage.press("Esc 5 Tab Tab");
        assert_eq!(panel(&stage), Panel::Closing);
        assert!(!stage.screen().contains("15:46"), "{}", stage.screen());
        stage.every_size();
    }
}

#[test]
fn a_frozen_roll_is_corrected_with_a_reason() {
    for language in Language::ALL {
        let mut stage = sample(language, 2);
        stage.press("F4 Down");
        assert!(stage.caret_row().contains("14:32-15:58"));
        // Marks and times are not mended any more, and the answer names the key of a correction.
        stage.press("1");
        assert!(stage.said().contains('c'), "{}", stage.said());
        stage.press("c Down Backspace Backspace");
        stage.type_text("50");
        stage.press("Down Down Down Down");
        stage.type_text("迟到漏记");
        stage.press("Enter Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let row = stage.caret_row();
        assert!(row.contains("14:50-15:58"), "{row}");
        // Nothing changed is no correction.
        stage.press("c PgDn Up");
        stage.type_text("无");
        stage.press("Enter Enter");
        assert!(stage.app.overlay.is_some());
    }
}

#[test]
fn a_sealed_session_is_seen_and_corrected_on_the_live_screen() {
    for language in Language::ALL {
        let mut stage = sample(language, 1);
        assert_eq!(panel(&stage), Panel::Closing);
        stage.press("m Left Left Left Left Left Left");
        while stage.app.toast.is_none() {
            // The first item with an entry: without one the key says that there is none.
            stage.press("c");
            if stage.app.overlay.is_some() {
                break;
            }
            stage.press("Right");
        }
        let before = stage.screen();
        assert!(stage.app.overlay.is_some(), "{before}");
        stage.press("Down Down End");
        stage.type_text("（补）");
        stage.press("Tab Down");
        stage.type_text("漏记两字");
        stage.press("Enter Enter");
        let after = stage.screen();
        assert!(stage.app.overlay.is_none(), "{after}");
        assert!(after.contains("（补）"), "{after}");
        stage.every_size();
        // Whatever else the screen offers is refused in words, not done.
        for keys in [
            "1", "2", "3", "5", "Delete", "F2", "F3", "F5", "F6", "F9", "u",
        ] {
            stage.press(keys);
            assert!(!stage.said().is_empty());
            stage.press("Esc");
            stage.app.overlay = None;
            if stage.app.live().is_none() {
                let screen = Screen::live(
                    stage
                        .desk()
                        .sessions(0, 9)
                        .unwrap()
                        .iter()
                        .find(|session| session.ordinal == 1)
                        .unwrap()
                        .id
                        .clone(),
                );
                stage.app.go(screen);
            }
        }
    }
}

#[test]
fn in_a_vote_the_caret_moves_on_past_whoever_is_not_there() {
    let mut stage = sample(Language::Zh, 3);
    // The roll: all there but the third, then to the item for a vote and its motion.
    stage.press("F5 F5 Down Down 5 F5 a Down Down Down 1 F5");
    stage.type_text("同意。");
    stage.press("Tab Left Tab PgDn Enter F5");
    assert_eq!(panel(&stage), Panel::Vote, "{}", stage.screen());
    stage.press("Home");
    let mut seen = Vec::new();
    for _ in 0..11 {
        seen.push(stage.caret_row());
        stage.press("1");
    }
    let absent = seen
        .iter()
        .filter(|row| row.contains("缺席"))
        .collect::<Vec<_>>();
    assert!(absent.is_empty(), "{absent:?}");
    assert!(stage.screen().contains("结束表决"), "{}", stage.screen());
}

#[test]
fn a_draft_that_was_found_leads_back_to_its_text() {
    let mut stage = sample(Language::Zh, 3);
    stage.press("F5 9 F5 F5 m 3");
    stage.type_text("这一句没有写完");
    // As a kill leaves it: the draft kept, the words not recorded.
    stage.app.keep_unfinished();
    stage.app.live_mut().unwrap().writing = None;
    stage.press("Esc");
    let home = stage.screen();
    assert!(home.contains("发现草稿"), "{home}");
    stage.press("Home");
    while !stage.caret_row().contains("第一项") {
        stage.press("Down");
    }
    stage.press("Enter");
    assert!(stage.app.live().unwrap().writing.is_some());
    assert!(stage.screen().contains("这一句没有写完"));
    assert_eq!(stage.said(), "找到未存的草稿，已放回");
}

#[test]
fn labels_of_both_languages_stand_in_full() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 Home 2 Down 3 5 F5");
        let labels = match language {
            Language::Zh => [["审议表决", "未进行"], ["病假", "缺席"]],
            Language::En => [
                ["Decision by vote", "Not taken up"],
                ["Sick leave", "Absent"],
            ],
        };
        for (panel, labels) in ["a", "F4"].into_iter().zip(labels) {
            stage.press(panel);
            let screen = stage.screen();
            for label in labels {
                assert!(screen.contains(label), "{label}: {screen}");
            }
        }
    }
}

#[test]
fn a_question_that_leads_nowhere_says_what_else_to_do() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 F5 F3");
        stage.type_text("xyz");
        let asked = stage.screen();
        assert!(
            asked.contains(&super::words::nobody_found(language, "Esc", "F4", "g")),
            "{asked}"
        );
        // A report is not voted on, so no key for a motion is promised.
        stage.press("Esc F7");
        let vote = stage.screen();
        assert!(!vote.contains(super::words::no_motion(language)), "{vote}");
    }
}

#[test]
fn where_the_quorum_is_lost_the_step_leads_to_the_roll_and_says_what_is_missing() {
    let mut stage = sample(Language::Zh, 3);
    stage.press("F5 9 F5 a Down Down Down 1 F5");
    stage.type_text("同意。");
    stage.press("Tab Left Tab PgDn Enter F4 Home 6 6 6 6 6 6 F7");
    assert_eq!(panel(&stage), Panel::Vote);
    stage.press("F5");
    assert_eq!(panel(&stage), Panel::Roll);
    stage.press("F5");
    assert!(stage.said().contains("还差 1"), "{}", stage.said());
    stage.press("Home 1 F5");
    assert_eq!(panel(&stage), Panel::Vote, "{}", stage.screen());
}

#[test]
fn of_a_sealed_session_the_step_shows_the_record() {
    let mut stage = sample(Language::Zh, 1);
    stage.press("F5");
    assert!(matches!(stage.app.top(), Screen::Record(_)));
    stage.press("Esc");
    assert_eq!(panel(&stage), Panel::Closing);
}
