//! The locked screen: nothing is seen, nothing is done, nothing is lost.

#![allow(clippy::unwrap_used)]

use crate::domain::session::SessionState;
use crate::i18n::{Language, lock as words};
use crate::tui::app::App;
use crate::tui::dispatch;
use crate::tui::input::Input;
use crate::tui::lock::{self, IDLE};
use crate::tui::screens::Screen;
use crate::tui::stage::Stage;
use std::time::Duration;

const NAME: &str = "三河片区联席会议";

/// A committee of that name with a passphrase set by keys.
fn with_passphrase(language: Language) -> Stage {
    let mut stage = Stage::founded(language, NAME);
    stage.press("Ctrl-P");
    stage.type_text("take away");
    stage.press("Enter");
    stage.type_text("开门1");
    stage.press("Enter");
    stage.type_text("开门1");
    stage.press("Enter");
    assert_eq!(stage.said(), words::was_set(language));
    stage
}

/// Leaves for the start screen, where the committee is shut.
fn leave(stage: &mut Stage) {
    while stage.app.desk.is_some() {
        stage.app.take_screen_away();
    }
}

fn unlock(stage: &mut Stage) {
    stage.type_text("开门1");
    stage.press("Enter");
}

#[test]
fn a_locked_screen_shows_nothing_and_takes_only_the_passphrase() {
    for language in Language::ALL {
        let mut stage = with_passphrase(language);
        assert!(stage.screen().contains(NAME));
        stage.press("4 Down Down Down Down");
        stage.type_text("李家屯村部");
        stage.press("Ctrl-K");
        insta::assert_snapshot!(format!("locked_{language}"), stage.screen());
        for (width, height) in [
            (1, 1),
            (2, 2),
            (20, 5),
            (59, 15),
            (60, 16),
            (80, 24),
            (200, 60),
        ] {
            let screen = stage.screen_of(width, height);
            assert!(
                !screen.contains("三河") && !screen.contains("李家屯"),
                "{screen}"
            );
        }
        stage.every_size();
        // Nothing else is done: not by a key of the table, not by an end, not by a wrong word.
        for keys in [
            "F1", "F5", "q", "Ctrl-C", "Ctrl-P", "F12", "Esc", "Up", "Ctrl-U", "Enter",
        ] {
            stage.press(keys);
            assert!(stage.app.lock.is_some() && !stage.app.ended, "{keys}");
        }
        assert_eq!(stage.app.language, language);
        stage.type_text("开门");
        stage.press("Enter");
        assert!(stage.screen().contains(words::wrong(language)));
        dispatch::input(&mut stage.app, Input::Paste("别的".to_owned()));
        stage.press("Esc");
        assert!(!stage.screen().contains("开门"));
        // What lay over the screen lies there again, with its words; a draft holds them too.
        unlock(&mut stage);
        let screen = stage.screen();
        assert!(screen.contains("李家屯村部"), "{screen}");
        assert_eq!(stage.desk().drafts().unwrap().len(), 1, "{screen}");
    }
}

#[test]
fn a_program_that_is_ended_while_locked_begins_locked() {
    for language in Language::ALL {
        let mut stage = with_passphrase(language);
        stage.press("Ctrl-K");
        let office = stage.app.office.clone();
        stage.app.desk = None;
        stage.app = App::new(office.clone());
        assert!(!stage.screen().contains(NAME));
        // Typed in full width, as an input method gives it, it is the same.
        dispatch::input(&mut stage.app, Input::Burst("开门１".to_owned()));
        stage.press("Enter");
        assert!(stage.screen().contains(NAME), "{}", stage.screen());
        stage.app.desk = None;
        stage.app = App::new(office);
        assert!(stage.app.lock.is_none());
    }
}

#[test]
fn it_locks_itself_only_with_a_passphrase_and_never_from_the_roll_to_the_end() {
    let language = Language::Zh;
    let mut stage = Stage::founded(language, NAME);
    lock::idle(&mut stage.app, IDLE);
    assert!(stage.app.lock.is_none());
    stage.press("Ctrl-K");
    assert_eq!(stage.said(), words::none(language));
    let mut stage = with_passphrase(language);
    lock::idle(&mut stage.app, IDLE - Duration::from_secs(1));
    assert!(stage.app.lock.is_none());
    lock::idle(&mut stage.app, IDLE);
    assert!(stage.app.lock.is_some());
    unlock(&mut stage);

    let mut stage = Stage::new(language);
    stage.press("1");
    stage.app.office.set_passphrase("开门1").unwrap();
    let sessions = stage.desk().sessions(0, 9).unwrap();
    let session = sessions.iter().find(|it| it.ordinal == 3).unwrap();
    let id = session.id.clone();
    // Planned alone it is not under way.
    lock::idle(&mut stage.app, IDLE);
    unlock(&mut stage);
    stage.app.go(Screen::live(id.clone()));
    stage.screen();
    // The roll is called and the hall waits for its quorum.
    stage.press("F5 Space");
    let session = stage.desk().world().session(&id).unwrap();
    assert_eq!(session.state, SessionState::Planned);
    lock::idle(&mut stage.app, IDLE * 9);
    assert!(stage.app.lock.is_none());
    stage.press("9 F5");
    stage.app.go(Screen::home());
    lock::idle(&mut stage.app, IDLE * 9);
    assert!(stage.app.lock.is_none());
    // Shut for the start screen it sits all the same.
    let path = stage.desk().path().to_owned();
    leave(&mut stage);
    lock::idle(&mut stage.app, IDLE * 9);
    assert!(stage.app.lock.is_none());
    stage.app.enter(&path);
    lock::idle(&mut stage.app, IDLE * 9);
    assert!(stage.app.lock.is_none());
    // By key it locks all the same.
    stage.press("Ctrl-K");
    assert!(stage.app.lock.is_some());
}

#[test]
fn a_passphrase_is_changed_by_who_knows_it_and_taken_away() {
    for language in Language::ALL {
        let mut stage = with_passphrase(language);
        let change = |stage: &mut Stage, words: [&str; 3]| {
            stage.press("Ctrl-P");
            stage.type_text("take away");
            stage.press("Enter");
            for word in words {
                stage.type_text(word);
                stage.press("Enter");
            }
        };
        change(&mut stage, ["错的", "", ""]);
        assert!(stage.app.office.is_passphrase("开门1"));
        stage.press("Esc");
        change(&mut stage, ["开门1", "一", "二"]);
        assert!(stage.screen().contains(words::differs(language)));
        stage.press("Esc");
        assert!(stage.app.office.is_passphrase("开门1"));
        change(&mut stage, ["开门1", "关门2", "关门2"]);
        assert!(stage.app.office.is_passphrase("关门2"));
        change(&mut stage, ["关门2", "", ""]);
        assert_eq!(stage.said(), words::taken_away(language));
        assert!(!stage.app.office.has_passphrase());
    }
}

#[cfg(unix)]
#[test]
fn what_is_kept_of_a_passphrase_is_its_owners_only() {
    use crate::store::memory::Memory;
    use std::os::unix::fs::PermissionsExt;
    let stage = with_passphrase(Language::Zh);
    let file = Memory::Passphrase.path(&stage.app.office.paths);
    let mode = std::fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert!(!std::fs::read_to_string(file).unwrap().contains("开门"));
}

#[test]
fn a_passphrase_that_is_pasted_is_opened_by_what_is_seen_of_it() {
    // As a chat, a word processor or a page brings it along.
    let hidden = [
        "mima\u{200b}",
        "\u{feff}mima",
        "mi\u{202e}ma",
        "mi\u{ad}ma\u{2060}",
        "mima\r\n",
        "\u{1b}mima\u{9b}",
    ];
    let bring: [fn(String) -> Input; 2] = [Input::Paste, Input::Burst];
    for (pasted, bring) in hidden.iter().flat_map(|it| bring.map(|bring| (*it, bring))) {
        let mut stage = Stage::founded(Language::Zh, NAME);
        lock::set(&mut stage.app);
        for _ in 0..2 {
            dispatch::input(&mut stage.app, bring(pasted.to_owned()));
            assert!(stage.screen().contains("****"), "{pasted:?}");
            assert!(!stage.screen().contains("*****"), "{pasted:?}");
            stage.press("Enter");
        }
        stage.press("Ctrl-K");
        assert!(stage.app.lock.is_some(), "{pasted:?}");
        stage.type_text("mima");
        stage.press("Enter");
        assert!(stage.app.lock.is_none(), "{pasted:?}");
        // And what is pasted opens what was typed.
        stage.press("Ctrl-K");
        dispatch::input(&mut stage.app, bring(pasted.to_owned()));
        stage.press("Enter");
        assert!(stage.app.lock.is_none(), "{pasted:?}");
    }
}

/// A program that has just begun, and the sample of which has a session under way: nobody opened it in this run.
#[test]
fn the_start_screen_does_not_lock_before_a_committee_with_a_session_under_way_is_opened() {
    let mut stage = Stage::new(Language::Zh);
    stage.press("1");
    stage.app.office.set_passphrase("开门1").unwrap();
    let sessions = stage.desk().sessions(0, 9).unwrap();
    let id = sessions
        .iter()
        .find(|it| it.ordinal == 3)
        .unwrap()
        .id
        .clone();
    stage.app.go(Screen::live(id));
    stage.screen();
    stage.press("F5 Space 9 F5");
    leave(&mut stage);
    // As in another run nothing is known but what the file says.
    stage.app.shut = Default::default();
    lock::idle(&mut stage.app, IDLE * 9);
    assert!(stage.app.lock.is_none());
    // While what the files said holds they are not read again; gone, nothing keeps the screen open.
    let files = stage.app.office.paths.list().unwrap();
    for file in files {
        std::fs::remove_file(file).unwrap();
    }
    lock::idle(&mut stage.app, IDLE * 9 + Duration::from_secs(59));
    assert!(stage.app.lock.is_none());
    lock::idle(&mut stage.app, IDLE * 9 + Duration::from_secs(60));
    assert!(stage.app.lock.is_some());
}

/// The control: a committee without a session under way is shut, and the start screen locks.
#[test]
fn the_start_screen_locks_where_no_session_was_left_under_way() {
    let mut stage = with_passphrase(Language::Zh);
    leave(&mut stage);
    lock::idle(&mut stage.app, IDLE);
    assert!(stage.app.lock.is_some());
}
