//! What a session did not come to: said at closing, asked about before sealing, and found after it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::Panel;
use super::tests::panel;
use crate::domain::Command;
use crate::domain::session::agenda::{self, Item, ItemKind};
use crate::domain::session::{SessionKind, SessionState};
use crate::domain::vote::{self, Effect};
use crate::i18n::{Language, left as words, shared, terms};
use crate::tui::action::key_of;
use crate::tui::app::Overlay;
use crate::tui::screens::scene::line;
use crate::tui::screens::sequel::tests::{at, drafted, vote_on};
use crate::tui::screens::{Screen, home, sessions};
use crate::tui::stage::Stage;

const TITLE: &str = "传达防火通知";

/// A decision that was announced, and an item that was not come to; the session is closed by keys.
fn closed(language: Language) -> Stage {
    let mut stage = drafted(language, None, Effect::Decides);
    let item = stage.desk().world().item(&"i1".into()).unwrap().clone();
    stage.record(&[Command::Agenda(agenda::Command::Put(Item {
        id: "i2".into(),
        title: line(TITLE),
        kind: ItemKind::Study,
        ..item
    }))]);
    vote_on(&mut stage, 4);
    stage.record(&[Command::Vote(vote::Command::Announce {
        motion: "m1".into(),
        at: at("08:51"),
    })]);
    stage.app.go(Screen::live("s1".into()));
    stage.screen();
    for _ in 0..6 {
        if panel(&stage) != Panel::Closing {
            stage.press("Tab");
        }
    }
    stage.press("8");
    assert_eq!(state(&stage), SessionState::Closed, "{}", stage.screen());
    stage
}

fn state(stage: &Stage) -> SessionState {
    stage.desk().world().session(&"s1".into()).unwrap().state
}

fn second(language: Language) -> String {
    words::items(language, terms::number_of_item(language, 2))
}

fn asked(stage: &Stage) -> bool {
    matches!(stage.app.overlay, Some(Overlay::Menu(_)))
}

/// Fills in where the signed record lies, and seals.
fn sign(stage: &mut Stage) {
    assert!(matches!(stage.app.overlay, Some(Overlay::Dialog(_))));
    stage.press("Down Down");
    stage.type_text("档案柜");
    stage.press("PgDn Enter");
}

fn at_home(stage: &mut Stage) -> bool {
    stage.app.go(Screen::Home(home::State::default()));
    let language = stage.app.language;
    let kind = terms::session_kind(language, SessionKind::Regular);
    let how = words::home(language, shared::session_short(language, kind, 1));
    let screen = stage.screen_of(120, 40);
    let found = screen.contains(&how);
    assert_eq!(found, screen.contains(TITLE), "{screen}");
    stage.every_size();
    stage.app.back();
    found
}

#[test]
fn what_was_not_come_to_is_said_and_carried_before_the_record_is_sealed() {
    for language in Language::ALL {
        let mut stage = closed(language);
        let said = words::closed(language, second(language), key_of("closing.carry"));
        assert_eq!(stage.said(), said);
        assert!(at_home(&mut stage));
        // It is asked before the sheet, and the first row seals nothing.
        stage.press("F5");
        let title = words::ask_seal(language, second(language));
        let screen = stage.screen();
        for said in [title.as_str(), words::seal_agenda(language)] {
            assert!(screen.contains(said), "{said}: {screen}");
        }
        stage.every_size();
        stage.press("F12 F12 Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        // One key carries it; no session is planned yet, so that is asked.
        stage.press("F5 Down Enter Enter");
        let items = stage.desk().world().items.values();
        let carried: Vec<_> = items.filter(|it| it.carries.is_some()).collect();
        assert_eq!(carried.len(), 1);
        assert_eq!(carried[0].title.as_str(), TITLE);
        assert!(!at_home(&mut stage));
        // Nothing is left to ask about.
        stage.press("F5");
        assert!(!asked(&stage), "{}", stage.screen());
        sign(&mut stage);
        assert!(stage.desk().world().session(&"s1".into()).is_err());
    }
}

#[test]
fn what_was_sealed_without_it_is_found_and_stands_on_the_next_agenda() {
    for language in Language::ALL {
        let mut stage = closed(language);
        stage.press("F5 Down Down Enter");
        sign(&mut stage);
        assert!(stage.desk().world().session(&"s1".into()).is_err());
        assert!(at_home(&mut stage), "{}", stage.screen());
        stage.app.go(Screen::Sessions(sessions::State::default()));
        let list = stage.screen();
        assert!(list.contains(words::label(language)), "{list}");
        stage.every_size();
        // The sealed session still lists it, and carries it by hand.
        let mut by_hand = closed(language);
        by_hand.press("F5 Down Down Enter");
        sign(&mut by_hand);
        by_hand.app.go(Screen::live("s1".into()));
        let screen = by_hand.screen();
        assert!(screen.contains(words::header(language)), "{screen}");
        assert!(screen.contains(TITLE), "{screen}");
        by_hand.every_size();
        by_hand.press("1 Enter");
        assert!(!at_home(&mut by_hand), "{}", by_hand.screen());
        // Whoever plans the next session has it on the agenda.
        stage.press("3 PgUp Down Down");
        stage.type_text("11-24");
        stage.press("PgDn Enter");
        assert_eq!(stage.said(), words::came_back(language, 1));
        let screen = stage.screen();
        assert!(screen.contains(TITLE), "{screen}");
        assert!(!at_home(&mut stage));
        // Taken off there, it waits again.
        let items = stage.desk().world().items.values();
        let back = items
            .filter(|it| it.carries.is_some())
            .map(|it| it.id.clone());
        let back = back.collect::<Vec<_>>().remove(0);
        stage.record(&[Command::Agenda(agenda::Command::Remove(back))]);
        assert!(at_home(&mut stage));
    }
}
