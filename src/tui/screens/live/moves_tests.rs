#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::tests::{panel, sample};
use super::{Panel, words};
use crate::domain::session::{Session, SessionState};
use crate::domain::vote::Effect;
use crate::i18n::{Language, read, sequels, terms, ui};
use crate::tui::action::key_of;
use crate::tui::input::Key;
use crate::tui::screens::Screen;
use crate::tui::stage::Stage;
use crate::tui::{action, dispatch};
use insta::assert_snapshot;

fn session(stage: &Stage) -> Session {
    let id = &stage.app.live().unwrap().session;
    stage.desk().world().session(id).unwrap().clone()
}

#[test]
fn a_session_is_closed_by_its_own_key_with_an_item_left_which_is_carried_after_it() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 F5 Tab Tab");
        assert_eq!(panel(&stage), Panel::Closing);
        let left = words::closing_items(language);
        assert!(stage.screen().contains(left), "{}", stage.screen());
        stage.press("8");
        assert_eq!(session(&stage).state, SessionState::Closed);
        assert!(stage.screen().contains(left), "{}", stage.screen());
        // No session is planned to carry it to: it is offered, and may be left.
        stage.press("1");
        let offered = words::carry_where(language);
        assert!(stage.screen().contains(offered), "{}", stage.screen());
        stage.press("Esc");
        assert!(stage.screen().contains(left), "{}", stage.screen());
        stage.press("1 Enter");
        assert!(!stage.screen().contains(left), "{}", stage.screen());
        let world = stage.desk().world();
        let planned = world.sessions.values();
        let planned = planned.filter(|it| it.state == SessionState::Planned);
        assert_eq!(planned.count(), 1);
        stage.press("8 8");
        stage.every_size();
    }
}

#[test]
fn a_held_key_neither_announces_nor_closes() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 a Down Down Down 1 F5");
        stage.type_text("同意。");
        stage.press("Tab Left Tab PgDn Enter");
        stage.press(&"F5 ".repeat(12));
        assert_eq!(panel(&stage), Panel::Vote);
        assert_eq!(stage.said(), words::announce_with_key(language));
        assert!(
            stage
                .desk()
                .world()
                .unannounced(&session(&stage).id)
                .is_some()
        );
        let own = words::own_key(language, "8", "");
        assert!(stage.screen().contains(own.trim()), "{}", stage.screen());
        stage.press("8");
        assert!(
            stage
                .desk()
                .world()
                .unannounced(&session(&stage).id)
                .is_none()
        );
        // The items that are left, and then 散会, which the same key does not reach either.
        stage.press(&"F9 ".repeat(9));
        stage.press(&"Space ".repeat(9));
        assert_eq!(panel(&stage), Panel::Closing);
        assert_eq!(session(&stage).state, SessionState::Sitting);
        assert_eq!(stage.said(), words::close_with_key(language));
        stage.press("8");
        assert_eq!(session(&stage).state, SessionState::Closed);
    }
}

#[test]
fn an_action_from_outside_leaves_the_editor_with_its_words_recorded() {
    for keys in ["Ctrl-L", "F12", "Ctrl-P Esc", "F1 Esc"] {
        let mut stage = sample(Language::Zh, 3);
        stage.press("F5 9 F5 F5 m 3");
        stage.type_text("写到一半");
        stage.press(keys);
        let state = stage.app.live().unwrap();
        assert!(state.writing.is_some(), "{keys}");
        assert!(
            stage
                .desk()
                .world()
                .entries
                .values()
                .any(|entry| entry.words.as_str() == "写到一半"),
            "{keys}"
        );
        stage.type_text("又写");
        assert!(stage.screen().contains("写到一半又写"), "{keys}");
    }
    let mut stage = sample(Language::Zh, 3);
    stage.press("F5 9 F5 F5 m 3");
    stage.type_text("写到一半");
    stage.press("Ctrl-C");
    assert!(stage.app.ended);
    let mut words = stage.desk().world().entries.values();
    assert!(words.any(|entry| entry.words.as_str() == "写到一半"));
}

#[test]
fn an_entry_that_was_undone_closes_its_editor_and_leaves_a_draft() {
    let mut stage = sample(Language::Zh, 3);
    stage.press("F5 9 F5 F5 m 3");
    stage.type_text("写到一半");
    // Undone beneath the editor, as no key of the screen does it.
    stage.app.walk(crate::desk::Way::Back);
    stage.press("Esc");
    assert!(stage.app.live().unwrap().writing.is_none());
    assert_eq!(stage.said(), words::entry_gone(Language::Zh));
    assert_eq!(stage.desk().drafts().unwrap().len(), 1);
    // From the menu, undo takes back the words, and then the entry; nothing is stuck.
    stage.press("3");
    stage.type_text("再写");
    stage.app.run(action::named("global.undo").unwrap());
    stage.app.run(action::named("global.undo").unwrap());
    assert!(stage.app.live().unwrap().writing.is_none());
    stage.press("F4");
    assert_eq!(panel(&stage), Panel::Roll);
}

#[test]
fn a_typo_mended_after_escape_unwinds_nothing() {
    let mut stage = sample(Language::Zh, 3);
    stage.press("F5 9 F5 F5 m 3");
    stage.type_text("一句");
    stage.press("Esc");
    let said = stage.app.said.len();
    stage.press("Backspace Backspace");
    assert_eq!(stage.app.said.len(), said);
    stage.press("Ctrl-U");
    assert_eq!(stage.app.said.len(), said + 1);
}

#[test]
fn whoever_moved_on_is_not_dragged_back() {
    let mut stage = sample(Language::Zh, 3);
    stage.press("F5 9 F5 F5 m 3");
    stage.type_text("一句");
    stage.press("F4 F9 F8 Esc");
    let state = stage.app.live().unwrap();
    assert!(state.writing.is_none(), "{}", stage.screen());
    // Without moving on, a sheet leads back to the sentence.
    stage.press("3");
    stage.type_text("另一句");
    stage.press("F8 Esc");
    assert!(stage.app.live().unwrap().writing.is_some());
}

#[test]
fn help_in_a_sheet_says_its_keys_and_a_window_too_small_does_nothing() {
    let mut stage = sample(Language::Zh, 3);
    stage.press("F5 9 F5 F5 F8 F1");
    assert_eq!(
        stage.said(),
        crate::i18n::ui::dialog_help(Language::Zh, crate::i18n::ui::dialog_esc_kept(Language::Zh))
    );
    assert!(stage.said().contains("Ctrl-Z"), "{}", stage.said());
    assert!(stage.app.overlay.is_some());
    stage.press("Esc");
    let before = stage.desk().world().clone();
    stage.screen_of(50, 10);
    for name in ["F9", "F5", "8", "u", "q"] {
        let key: Key = name.parse().unwrap();
        stage.screen_of(50, 10);
        dispatch::input(&mut stage.app, crate::tui::input::Input::Key(key));
    }
    assert!(*stage.desk().world() == before);
    assert!(stage.app.ended);
}

/// Nothing typed blind is taken, and both the window and what is said once it is larger say so.
#[test]
fn words_typed_into_a_window_too_small_are_not_swallowed_without_a_word() {
    use crate::i18n::ui;
    use crate::tui::input::Input;
    let flat = |text: &str| text.split_whitespace().collect::<String>();
    for language in Language::ALL {
        let says = flat(&ui::window_too_small_to_type(language, 59, 15, 60, 16));
        // An editor, and a sheet.
        for keys in ["F5 9 F5 F5 m 3", "F5 9 F5 F5 F8"] {
            let mut stage = sample(language, 3);
            // The control: where nothing is typed nothing is said of it.
            assert!(!flat(&stage.screen_of(59, 15)).contains(&says));
            stage.screen();
            stage.press(keys);
            stage.type_text("前半句");
            let small = stage.screen_of(59, 15);
            assert!(flat(&small).contains(&says), "{keys} {small}");
            stage.type_text("后半句");
            dispatch::input(&mut stage.app, Input::Paste("贴的".to_owned()));
            dispatch::input(&mut stage.app, Input::Resize(80, 24));
            let screen = stage.screen();
            assert!(screen.contains("前半句"), "{keys} {screen}");
            assert!(!screen.contains("后半句") && !screen.contains("贴的"));
            assert_eq!(stage.said(), ui::typed_unseen(language));
            stage.type_text("接着");
            assert!(stage.screen().contains("前半句接着"), "{keys}");
        }
    }
}

#[test]
fn a_stamp_is_mended_while_the_session_is_live() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 F5 m 3");
        stage.type_text("一句");
        stage.press("Esc 6 Left Down Backspace Backspace");
        stage.type_text("07");
        stage.press("Enter Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        assert!(stage.caret_row().contains("09:07"), "{}", stage.screen());
    }
}

#[test]
fn the_draft_of_a_motion_goes_back_to_its_item_with_its_choices() {
    let mut stage = sample(Language::Zh, 3);
    stage.press("F5 9 F5 a Down Down Down 1 F5");
    stage.type_text("只写了一半");
    stage.press("Tab Left Esc Esc");
    let home = stage.screen();
    assert!(home.contains("发现草稿"), "{home}");
    stage.press("Home");
    for _ in 0..9 {
        if stage.caret_row().contains("第四项") {
            break;
        }
        stage.press("Down");
    }
    stage.press("Enter");
    let sheet = stage.screen();
    assert!(stage.app.overlay.is_some(), "{home}{sheet}");
    assert!(sheet.contains("只写了一半"), "{sheet}");
    // The gate of its matter proposes otherwise; what was chosen stays.
    let decides = terms::effect(Language::Zh, Effect::Decides);
    assert!(sheet.contains(decides), "{sheet}");
}

#[test]
fn a_long_motion_is_read_whole_before_its_vote() {
    let mut stage = sample(Language::Zh, 3);
    stage.press("F5 9 F5 a Down Down Down 1 F5");
    stage.type_text(&"同意路灯安装方案，电费由各村分担。".repeat(14));
    stage.type_text("此为末句。");
    stage.press("Tab Left Tab PgDn Enter F7");
    let seen: String = stage.screen().split_whitespace().collect();
    assert!(seen.contains("此为末句。"), "{}", stage.screen());
    stage.every_size();
}

#[test]
fn a_day_typed_stands_with_its_weekday() {
    for (language, weekday) in [(Language::Zh, "周四"), (Language::En, "Thu")] {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 F5 F8 Down Down Down");
        stage.type_text("2026-12-03");
        assert!(stage.screen().contains(weekday), "{}", stage.screen());
    }
}

#[test]
fn a_ballot_says_that_the_default_rule_judges_it() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 a Down Down Down 1 F5");
        stage.type_text("同意。");
        stage.press("Tab Left Tab PgDn Enter F5");
        let own = stage.desk().world().own_rules().is_some();
        let said = words::ballot_default_rule(language, "", "");
        let said = said.split([':', '：']).next().unwrap().to_owned();
        assert_eq!(stage.screen().contains(&said), !own, "{}", stage.screen());
    }
}

#[test]
fn a_session_that_begins_is_said_to_be_recorded_though_no_backup_of_it_is_made() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        let backups = stage.app.office.paths.data.join("backups");
        std::fs::write(backups, "").unwrap();
        stage.press("F5 9 F5");
        let sits = stage.desk().sessions(0, 9).unwrap();
        assert!(sits.iter().any(|it| it.state == SessionState::Sitting));
        let said = stage.said();
        let both = ui::recorded_without_backup(language, "");
        let both = both.trim_end();
        assert!(said.starts_with(both), "{said}");
        assert!(stage.screen().contains(both), "{}", stage.screen());
    }
}

fn close_and_seal(stage: &mut Stage) {
    // Nothing was taken up: it is asked first, and left so.
    stage.press("a BackTab 8 F5 Down Down Enter");
    // Whoever chaired kept the minutes as well, so another checked them.
    stage.type_text("、魏核对");
    stage.press("Down");
    // Signed on the last such day.
    stage.press(&"Backspace ".repeat(10));
    stage.type_text("23");
    stage.press("Down");
    stage.type_text("档案柜");
    stage.press("PgDn Enter");
}

#[test]
fn a_record_that_is_sealed_is_said_to_be_recorded_though_no_backup_of_it_is_made() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9");
        let backups = stage.app.office.paths.data.join("backups");
        std::fs::write(backups, "").unwrap();
        stage.press("F5");
        let id = stage.app.live().unwrap().session.clone();
        close_and_seal(&mut stage);
        let sealed = stage.desk().look(&id).unwrap();
        assert!(sealed.session(&id).unwrap().sealing.is_some());
        let both = ui::recorded_without_backup(language, "");
        let both = both.trim_end();
        assert!(stage.said().starts_with(both), "{}", stage.said());
        assert!(stage.screen().contains(both), "{}", stage.screen());
    }
}

#[test]
fn a_session_that_begins_and_a_record_that_is_sealed_are_backed_up() {
    let mut stage = sample(Language::Zh, 3);
    let made = |stage: &Stage| -> Vec<String> {
        let files = stage.files("backups").into_iter();
        files
            .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
            .collect()
    };
    stage.press("F5 9");
    assert!(made(&stage).is_empty());
    stage.press("F5");
    while stage.app.is_proving() {
        stage.app.rest();
        std::thread::yield_now();
    }
    let [opening] = &made(&stage)[..] else {
        panic!("{:?}", made(&stage));
    };
    assert!(opening.ends_with("-opening.db"), "{opening}");
    assert!(stage.said().contains(opening), "{}", stage.said());
    let id = stage.app.live().unwrap().session.clone();
    close_and_seal(&mut stage);
    let sealed = stage.desk().look(&id).unwrap();
    let sealing = sealed.session(&id).unwrap().sealing.clone();
    assert_eq!(sealing.unwrap().on.to_string(), "2026-11-23");
    while stage.app.is_proving() {
        stage.app.rest();
        std::thread::yield_now();
    }
    assert!(
        made(&stage)
            .iter()
            .any(|name| name.ends_with("-sealing.db")),
        "{:?} {}",
        made(&stage),
        stage.screen()
    );
    // The record is what there is from now on; from it the way leads out, not back to a plan that is over.
    assert!(matches!(stage.app.top(), Screen::Record(_)));
    stage.press("Esc");
    assert!(!matches!(
        stage.app.top(),
        Screen::Live(_) | Screen::Plan(_)
    ));
}

/// Reads off the screen the key that a sentence with an empty key names.
fn more_key(screen: &str, sentence: &str) -> String {
    let line = screen.lines().find(|line| {
        let words = sentence.split_whitespace();
        words.into_iter().all(|word| line.contains(word))
    });
    let line = line.unwrap_or_else(|| panic!("{sentence}: {screen}"));
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let mut named = line.split_whitespace().filter(|word| !words.contains(word));
    named.next().unwrap().to_owned()
}

#[test]
fn what_does_not_fit_below_the_wording_is_said_to_be_cut_and_read_whole() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 a Down Down Down 1 F5");
        stage.type_text(&"同意路灯安装方案，电费由各村分担。".repeat(9));
        stage.press("Tab Left Tab PgDn Enter F5 9 Home 2 2 2 2 2 2 End 8 F5 Down Enter PgDn Enter");
        let screen = stage.screen();
        let world = stage.desk().world();
        let put_off = world.motions.values().find(|it| !it.sequels.is_empty());
        let standing = sequels::standing_line(language, world, put_off.unwrap());
        let more = read::more(language, "y");
        assert!(screen.contains(&more), "{screen}");
        assert!(screen.contains(&standing), "what it came to: {screen}");
        stage.press("y End");
        let whole = stage.screen();
        assert!(whole.contains(&standing), "{whole}");
        stage.every_size();
    }
}

#[test]
fn a_long_motion_is_read_whole_while_its_vote_is_open() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 a Down Down Down 1 F5");
        let part = "同意路灯安装方案，电费由各村分担。".repeat(11);
        stage.type_text("此为首句。");
        stage.type_text(&part);
        stage.type_text("居中一句。");
        stage.type_text(&part);
        stage.type_text("此为末句。");
        stage.press("Tab Left Tab PgDn Enter");
        // What the chair says is cut before the mark, which stands whole beside it.
        let mark = read::cut(language, key_of("live.whole"));
        for (width, height) in [(80, 24), (120, 40)] {
            let screen = stage.screen_of(width, height);
            assert!(screen.contains(mark.trim_end()), "{screen}");
        }
        stage.press("F5");
        // Begin and end are seen, and between them stands that there is more.
        for (width, height) in [(80, 24), (120, 40)] {
            let screen = stage.screen_of(width, height);
            let more = read::more(language, key_of("live.whole"));
            let places = ["此为首句。", more.as_str(), "此为末句。"].map(|it| screen.find(it));
            assert!(places.iter().all(Option::is_some), "{screen}");
            assert!(places.is_sorted(), "{screen}");
            assert!(!screen.contains("居中一句。"), "{screen}");
        }
        assert_snapshot!(format!("long_wording_{language}"), stage.screen());
        // The key it names is the key that shows it.
        let key = more_key(&stage.screen(), &read::more(language, ""));
        stage.press(&key);
        assert!(stage.screen().contains("居中一句。"), "{}", stage.screen());
        stage.every_size();
        stage.press("Esc");
        assert!(stage.app.overlay.is_none());
    }
}

#[test]
fn a_wording_with_room_for_one_row_says_beside_it_that_there_is_more() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 a Down Down Down 1 F5");
        stage.type_text("此为首句。");
        stage.type_text(&"同意路灯安装方案，电费由各村分担。".repeat(14));
        stage.press("Tab Left Tab PgDn Enter j");
        let low = stage.screen_of(80, 18);
        let row = low.lines().find(|row| row.contains("此为首句。"));
        let mark = read::cut_short(language, key_of("live.whole"));
        assert!(
            row.is_some_and(|row| row.trim_end().ends_with(&mark)),
            "{low}"
        );
    }
}

#[test]
fn no_step_is_taken_under_a_sheet_and_what_is_typed_in_it_stays() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 F8");
        stage.type_text("修渠");
        let before = (stage.desk().world().clone(), stage.screen());
        for key in ["F5", "F6", "F9"] {
            stage.press(key);
            assert_eq!(stage.said(), ui::sheet_is_open(language, key));
            assert!(stage.screen().contains("修渠"), "{}", stage.screen());
            assert_eq!(*stage.desk().world(), before.0);
        }
        // Another panel is looked at, and the sheet is found again as it was.
        stage.press("F4");
        assert_eq!(panel(&stage), Panel::Roll);
        assert!(stage.app.overlay.is_none());
        stage.press("F8");
        assert!(stage.screen().contains("修渠"), "{}", stage.screen());
    }
}
