//! Every way out of the editor of the minutes, and out of other fields of many lines.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::tests::sample;
use crate::i18n::Language;
use crate::tui::dispatch;
use crate::tui::input::Input;
use crate::tui::stage::Stage;

fn recorded(stage: &Stage, words: &str) -> bool {
    let mut entries = stage.desk().world().entries.values();
    entries.any(|entry| entry.words.as_str() == words)
}

fn half_written() -> Stage {
    let mut stage = sample(Language::Zh, 3);
    stage.press("F5 9 F5 F5 m 3");
    stage.type_text("写到一半");
    assert!(!recorded(&stage, "写到一半"));
    stage
}

#[test]
fn every_key_that_leaves_the_editor_records_its_words() {
    let keys = [
        "Esc", "Tab", "BackTab", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10",
        "F12", "Ctrl-P", "Ctrl-C", "Ctrl-L",
    ];
    for key in keys {
        let mut stage = half_written();
        stage.press(key);
        assert!(recorded(&stage, "写到一半"), "{key}: {}", stage.screen());
        assert!(stage.desk().drafts().unwrap().is_empty(), "{key}");
    }
}

#[test]
fn a_key_that_does_nothing_leaves_nobody_out_of_a_sentence() {
    let mut stage = half_written();
    stage.press("F11");
    stage.type_text("还在写");
    stage.press("Esc");
    assert!(recorded(&stage, "写到一半还在写"));
}

#[test]
fn what_is_pasted_or_comes_in_a_burst_is_written_and_recorded() {
    let mut stage = half_written();
    for input in [
        Input::Paste("，贴上一段\n第二行".to_owned()),
        Input::Burst("，又一段".to_owned()),
    ] {
        dispatch::input(&mut stage.app, input);
    }
    stage.press("F4");
    assert!(recorded(&stage, "写到一半，贴上一段\n第二行，又一段"));
    // Past the editor a paste asks what it is to become, and is recorded as that.
    dispatch::input(&mut stage.app, Input::Paste("从别处贴来".to_owned()));
    stage.press("Enter");
    stage.press("Tab");
    assert!(recorded(&stage, "从别处贴来"), "{}", stage.screen());
}

/// What parts lines or paragraphs otherwise than a line feed moves the caret of a terminal and has no width of its own:
/// it is a blank as soon as it is pasted, and the words beside it stand where they were put.
#[test]
fn what_parts_lines_or_paragraphs_is_a_blank_as_soon_as_it_is_pasted() {
    let mut stage = half_written();
    stage.press("Home");
    dispatch::input(
        &mut stage.app,
        Input::Paste("甲\u{2028}\u{2029}乙\u{200b}".to_owned()),
    );
    dispatch::input(&mut stage.app, Input::Burst("\u{2028}丙丁".to_owned()));
    let screen = stage.screen();
    assert!(!screen.contains(['\u{2028}', '\u{2029}']), "{screen:?}");
    assert!(screen.contains("甲  乙 丙丁写到一半"), "{screen}");
    stage.press("Esc");
    assert!(
        recorded(&stage, "甲  乙 丙丁写到一半"),
        "{}",
        stage.screen()
    );
}

#[test]
fn a_kill_or_another_size_leaves_a_draft_with_every_word() {
    let mut stage = half_written();
    dispatch::input(&mut stage.app, Input::Resize(60, 16));
    assert_eq!(stage.desk().drafts().unwrap()[0].text, "写到一半");
    stage.type_text("，改了大小");
    stage.press("Esc");
    assert!(recorded(&stage, "写到一半，改了大小"));
    // A window too small shows nothing, and ending there records too.
    let mut stage = half_written();
    stage.screen_of(40, 10);
    dispatch::input(&mut stage.app, Input::Key("Ctrl-C".parse().unwrap()));
    assert!(recorded(&stage, "写到一半") && stage.app.ended);
}

#[test]
fn every_way_out_of_a_motion_half_worded_keeps_its_words() {
    for key in ["Esc", "Ctrl-C", "F4", "F7"] {
        let mut stage = sample(Language::Zh, 3);
        stage.press("F5 9 F5 a Down Down Down 1 F5");
        stage.type_text("同意路灯\n");
        stage.press("Enter");
        stage.type_text("电费分担");
        stage.press(key);
        let drafts = stage.desk().drafts().unwrap();
        assert_eq!(drafts.len(), 1, "{key}");
        assert!(drafts[0].text.contains("同意路灯"), "{key}");
        assert!(drafts[0].text.contains("电费分担"), "{key}");
    }
}
