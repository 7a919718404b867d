//! What is told of a matter: why it is not merged, what is undone and done again, and where that is found.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::chain_tests::adopted;
use super::open_page;
use super::tests::{known, levy, receive, screen, stands};
use crate::desk::Way;
use crate::domain::matter::intake::Intake;
use crate::domain::matter::life::Stage as At;
use crate::i18n::{Language, history, matter_sheet, matters};
use crate::tui::action::key_of;
use crate::tui::screens::Screen;
use crate::tui::screens::scene::{committee, line};
use crate::tui::stage::Stage;

/// One that was to be taken up again, the fifth of its year.
fn fifth(language: Language) -> Stage {
    let mut stage = committee(language);
    for (id, title) in [
        ("a", "修桥"),
        ("b", "路灯"),
        ("c", "清渠"),
        ("d", "绿化"),
        ("e", "敬老院选址"),
    ] {
        let intake = Intake {
            title: line(title),
            ..levy()
        };
        stage.record(&[receive(id, "11-02", intake)]);
    }
    stage.record(&[screen("e")]);
    stage
}

#[test]
fn nothing_is_merged_into_what_a_session_decided() {
    for language in Language::ALL {
        let mut stage = adopted(language);
        let intake = Intake {
            title: line("渠上的桥"),
            ..levy()
        };
        stage.record(&[receive("b", "11-03", intake)]);
        open_page(&mut stage.app, "b".into());
        stage.screen();
        stage.press("7");
        stage.type_text("一起办");
        let before = stage.desk().revision();
        stage.press("PgDn Enter");
        let seen = stage.screen();
        let why = match language {
            Language::Zh => "已经议定，不能再并入",
            Language::En => "is decided, so nothing is merged",
        };
        let bare = |words: &str| words.split_whitespace().collect::<String>();
        assert!(bare(&seen).contains(&bare(why)), "{seen}");
        assert!(seen.contains("一起办"), "what was typed stays: {seen}");
        // It is told where the other one is chosen, with the key of what is next about this one.
        let way = match language {
            Language::Zh => "按5审核",
            Language::En => "Press5:",
        };
        let way = way.replace('5', &key_of("matter.screen"));
        assert!(bare(&seen).contains(&way), "{seen}");
        let row = stage.caret_row();
        let into = matter_sheet::field_into(language);
        assert!(row.contains(into), "{row}\n{seen}");
        assert_eq!(stage.desk().revision(), before, "{seen}");
        assert_eq!(stands(&stage, "b"), At::Received);
        stage.every_size();
    }
}

#[test]
fn what_is_decided_is_offered_last_for_a_merger() {
    for language in Language::ALL {
        let mut stage = adopted(language);
        for (id, title) in [("b", "渠上的桥"), ("c", "渠边的路")] {
            let intake = Intake {
                title: line(title),
                ..levy()
            };
            stage.record(&[receive(id, "11-03", intake)]);
        }
        open_page(&mut stage.app, "b".into());
        stage.screen();
        stage.press("7");
        stage.type_text("一起办");
        stage.press("PgDn Enter");
        assert_eq!(stands(&stage, "b"), At::Merged, "{}", stage.screen());
        assert_eq!(stands(&stage, "c"), At::Received, "{}", stage.screen());
    }
}

#[test]
fn what_is_undone_and_done_again_names_the_matter_by_its_number() {
    for (language, undone, redone) in [
        (
            Language::Zh,
            "已撤销：事项〔2026〕5号属于联席会议议事范围 · r 重做",
            "已重做：事项〔2026〕5号属于联席会议议事范围 · u 撤销",
        ),
        (
            Language::En,
            "Undone: Matter No. 2026-5 is one for the joint session · r redo",
            "Redone: Matter No. 2026-5 is one for the joint session · u undo",
        ),
    ] {
        let mut stage = fifth(language);
        stage.app.walk(Way::Back);
        assert_eq!(stage.said(), undone);
        stage.app.walk(Way::Forth);
        assert_eq!(stage.said(), redone);
    }
}

#[test]
fn the_number_of_a_matter_finds_what_was_undone_and_done_again_of_it() {
    for language in Language::ALL {
        let mut stage = fifth(language);
        stage.app.walk(Way::Back);
        stage.app.walk(Way::Forth);
        let number = known(&stage, "e").number;
        // Everything there is, not what is behind the page of the start alone.
        stage.press("i 1");
        assert!(
            matches!(stage.app.top(), Screen::History(_)),
            "{}",
            stage.screen()
        );
        stage.press("7");
        match language {
            Language::Zh => stage.type_text("5号"),
            Language::En => stage.type_text(&matters::number(language, number)),
        }
        stage.press("Enter Enter");
        let seen = stage.screen();
        let number = matters::number(language, number);
        let found: Vec<&str> = seen
            .lines()
            .skip(2)
            .take_while(|line| !line.trim().is_empty())
            .collect();
        assert!(found.iter().all(|line| line.contains(&number)), "{seen}");
        assert_eq!(found.len(), 4, "{seen}");
        let is = |line: usize, words: String| {
            assert!(found[line].contains(words.trim()), "{words}: {seen}");
        };
        is(0, history::redoing(language, ""));
        is(1, history::undoing(language, ""));
    }
}
