//! What is typed where no draft can be kept: it is said at once, and nobody loses it without a word.

#![allow(clippy::unwrap_used)]

use super::try_to_keep;
use crate::i18n::{Language, draft as words, ui};
use crate::store::memory::Memory;
use crate::tui::app::Overlay;
use crate::tui::dispatch;
use crate::tui::input::Input;
use crate::tui::screens::Screen;
use crate::tui::stage::Stage;

const TYPED: &str = "灌渠第二段已清完";

fn asks(stage: &Stage) -> bool {
    matches!(stage.app.overlay, Some(Overlay::Losing(_)))
}

/// The progress of a follow-up of the sample, half typed; the disk takes nothing any more.
fn in_a_sheet(language: Language) -> Stage {
    let mut stage = Stage::new(language);
    stage.press("1 2 2");
    let kept = ui::dialog_esc_kept(language);
    assert!(stage.screen().contains(kept), "{}", stage.screen());
    stage.desk().freeze_disk(true);
    stage.type_text(TYPED);
    stage
}

/// More words than an entry has room for on a full disk, in the editor of the minutes.
fn in_the_minutes(language: Language) -> Stage {
    let mut stage = Stage::new(language);
    stage.press("1");
    let sessions = stage.desk().sessions(0, 9).unwrap();
    let session = sessions.iter().find(|it| it.ordinal == 3).unwrap();
    stage.app.go(Screen::live(session.id.clone()));
    stage.press("F5 9 F5 F5 m 3");
    stage.desk().fill_disk(true);
    dispatch::input(&mut stage.app, Input::Paste(TYPED.repeat(1500)));
    stage
}

fn is_written(stage: &Stage) -> bool {
    stage
        .app
        .live()
        .is_some_and(|state| state.writing.is_some())
}

fn drafts(stage: &Stage) -> String {
    let drafts = stage.desk().drafts().unwrap();
    drafts.into_iter().map(|draft| draft.text).collect()
}

#[test]
fn a_draft_that_cannot_be_kept_is_told_once_and_then_when_it_can() {
    for language in Language::ALL {
        let mut stage = in_a_sheet(language);
        let said = stage.app.said.len();
        stage.app.keep_unfinished();
        let told = stage.said().to_owned();
        assert!(told.starts_with(&words::unkept(language, "")), "{told}");
        let screen = stage.screen();
        assert!(screen.contains(words::unkept_short(language)), "{screen}");
        assert!(screen.contains(ui::dialog_esc_unkept(language)), "{screen}");
        assert!(!screen.contains(ui::dialog_esc_kept(language)), "{screen}");
        stage.press("F1");
        assert!(stage.said().ends_with(ui::dialog_esc_unkept(language)));
        // Told once, however often it is tried.
        stage.type_text("，");
        stage.app.keep_unfinished();
        stage.app.keep_unfinished();
        assert_eq!(stage.app.said.len(), said + 2);
        stage.every_size();
        // A disk that has room again is told of too, and the next time that it has none.
        stage.desk().freeze_disk(false);
        stage.app.keep_unfinished();
        assert_eq!(stage.said(), words::kept_again(language));
        assert!(drafts(&stage).contains(TYPED));
        assert!(stage.screen().contains(ui::dialog_esc_kept(language)));
        stage.desk().freeze_disk(true);
        stage.type_text("还有");
        stage.app.keep_unfinished();
        assert_eq!(stage.said(), told);
    }
}

#[test]
fn a_sheet_whose_words_are_in_no_draft_is_not_left_without_a_word() {
    for language in Language::ALL {
        let mut stage = in_a_sheet(language);
        // Whether or not it was tried before.
        for tried in [false, true] {
            if tried {
                stage.app.keep_unfinished();
            }
            // Enter, Esc and what is typed on stay, all the same.
            for stay in [
                "Enter",
                "Esc",
                "Down Up Enter",
                "Down 2 q x Esc",
                "Tab Up 1 Enter",
            ] {
                stage.press("Esc");
                assert!(asks(&stage), "{}", stage.screen());
                let screen = stage.screen();
                assert!(screen.contains(words::leave_and_lose(language)), "{screen}");
                assert!(screen.contains("8"), "no reason: {screen}");
                stage.every_size();
                stage.press(stay);
                assert!(!asks(&stage), "{stay}");
                assert!(stage.screen().contains(TYPED), "{stay} {}", stage.screen());
            }
        }
        // The language turns under it.
        stage.press("Esc F12");
        let other = words::losing(language.other());
        assert!(stage.screen().contains(other), "{}", stage.screen());
        stage.press("F12");
        // What was refused is there as it was typed once there is room.
        stage.press("Esc");
        stage.desk().freeze_disk(false);
        stage.press("Esc");
        assert!(stage.app.overlay.is_none());
        assert!(drafts(&stage).contains(TYPED));
    }
}

#[test]
fn whoever_says_so_leaves_a_sheet_and_its_words() {
    for language in Language::ALL {
        let mut stage = in_a_sheet(language);
        stage.press("Esc Down Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        assert!(stage.app.unkept.is_none());
        assert!(!stage.screen().contains(words::unkept_short(language)));
        assert!(matches!(stage.app.top(), Screen::Tasks(_)));
        assert_eq!(drafts(&stage), "");
    }
}

#[test]
fn the_program_asks_once_before_it_ends_with_words_in_no_draft() {
    for language in Language::ALL {
        let mut stage = in_a_sheet(language);
        stage.press("Ctrl-C");
        assert!(!stage.app.ended && asks(&stage));
        let screen = stage.screen();
        assert!(screen.contains(words::quit_and_lose(language)), "{screen}");
        stage.press("Enter");
        assert!(!stage.app.ended && stage.screen().contains(TYPED));
        stage.press("Ctrl-C Ctrl-C");
        assert!(stage.app.ended);
        let left = stage.app.close();
        assert!(
            left.iter()
                .any(|it| it.starts_with(&words::lost(language, ""))),
            "{left:?}"
        );
    }
}

#[test]
fn a_sentence_of_the_minutes_is_not_lost_by_quitting_or_closing_the_window() {
    for language in Language::ALL {
        let mut stage = in_the_minutes(language);
        stage.app.keep_unfinished();
        let told = stage.said().to_owned();
        assert!(told.starts_with(&words::unkept(language, "")), "{told}");
        assert!(told.contains("13"), "{told}");
        let short = words::unkept_short(language);
        assert!(stage.screen().contains(short), "{}", stage.screen());
        // Esc records, and what cannot be recorded stays.
        stage.press("Esc");
        assert!(is_written(&stage));
        for quit in ["Ctrl-C", "Down Ctrl-C"] {
            stage.press(quit);
            assert!(
                !stage.app.ended && asks(&stage),
                "{quit} {}",
                stage.screen()
            );
            stage.press("Enter");
            assert!(is_written(&stage));
        }
        // In a window too small to read anything it is asked as well.
        stage.screen_of(30, 5);
        dispatch::input(&mut stage.app, Input::Key("Ctrl-C".parse().unwrap()));
        assert!(!stage.app.ended && asks(&stage));
        let unseen: String = stage.screen_of(30, 5).split_whitespace().collect();
        let wanted: String = words::losing_unseen(language).split_whitespace().collect();
        assert!(wanted.starts_with(unseen.get(..12).unwrap()), "{unseen}");
        stage.screen();
        stage.press("Enter");
        // Room again: it ends as ever.
        stage.desk().fill_disk(false);
        stage.press("Ctrl-C");
        assert!(stage.app.ended);
        assert!(stage.app.close().is_empty());
    }
}

#[test]
fn the_locked_screen_says_where_the_words_are() {
    use crate::i18n::lock;
    for language in Language::ALL {
        let mut stage = in_a_sheet(language);
        stage.app.office.set_passphrase("三河").unwrap();
        stage.press("Ctrl-K");
        let wanted = lock::about_open_unkept(language).get(..24).unwrap();
        assert!(stage.screen().contains(wanted), "{}", stage.screen());
    }
}

#[test]
fn the_name_of_a_committee_that_nothing_remembers_is_asked_about_too() {
    for language in Language::ALL {
        let mut stage = Stage::new(language);
        let path = Memory::Founding.path(&stage.app.office.paths);
        std::fs::create_dir_all(&path).unwrap();
        stage.press("2");
        stage.type_text("三河片区");
        stage.press("Esc");
        assert!(asks(&stage), "{}", stage.screen());
        stage.press("Enter");
        assert!(stage.screen().contains("三河片区"));
        std::fs::remove_dir(&path).unwrap();
        assert!(try_to_keep(&mut stage.app));
    }
}
