//! What a session did not come to: said at closing, asked about before sealing, and found after it; given up
//! where it is listed.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::Panel;
use super::tests::panel;
use crate::domain::ids::SessionId;
use crate::domain::session::agenda::{self, Item, ItemKind, Refused};
use crate::domain::session::{self, Sealing, SessionKind, SessionState};
use crate::domain::vote::{self, Effect};
use crate::domain::{Command, Refusal};
use crate::i18n::{Language, left as words, lefts, shared, terms};
use crate::tui::action::{key_of, named};
use crate::tui::app::Overlay;
use crate::tui::screens::scene::line;
use crate::tui::screens::sequel::tests::{at, drafted, vote_on};
use crate::tui::screens::{Screen, home, record, sessions};
use crate::tui::stage::Stage;
use insta::assert_snapshot;

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

const REASON: &str = "镇里已经统一安排";

/// Goes down to the row on which an action is on.
fn to_row(stage: &mut Stage, action: &str) {
    stage.screen();
    stage.press("Home");
    for _ in 0..20 {
        if named(action).unwrap().enabled(&stage.app).is_ok() {
            return;
        }
        stage.press("Down");
    }
    panic!("{action}: {}", stage.screen());
}

fn left_item(stage: &Stage) -> Item {
    let world = stage.desk().look(&"s1".into()).unwrap();
    world.item(&"i2".into()).unwrap().clone()
}

#[test]
fn what_is_not_wanted_any_more_is_given_up_at_home_with_a_reason_and_back_by_one_key() {
    for language in Language::ALL {
        let mut stage = closed(language);
        stage.app.go(Screen::Home(home::State::default()));
        to_row(&mut stage, "home.drop_item");
        let keys = stage.screen();
        stage.press("F2");
        assert!(
            matches!(stage.app.overlay, Some(Overlay::Dialog(_))),
            "{keys}"
        );
        assert_snapshot!(format!("given_up_at_home_{language}"), stage.screen());
        stage.every_size();
        // Without a reason it is not given up.
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        // What was begun is gone on with from home.
        stage.press("Home");
        stage.type_text(REASON);
        stage.press("Esc");
        assert!(stage.app.overlay.is_none());
        to_row(&mut stage, "home.drop");
        let screen = stage.screen();
        assert!(screen.contains(words::draft_drop(language)), "{screen}");
        stage.press("Enter");
        let screen = stage.screen();
        assert!(screen.contains(REASON), "{screen}");
        stage.press("PgDn Enter");
        let said = words::act_dropped(language, "", REASON);
        assert!(stage.said().contains(said.trim()), "{}", stage.said());
        let dropped = left_item(&stage).dropped.unwrap();
        assert_eq!(
            (dropped.reason.as_str(), dropped.after_signing),
            (REASON, false)
        );
        // Where its fate is told it is told so: on the agenda, and in the record.
        for _ in 0..6 {
            if panel(&stage) != Panel::Agenda {
                stage.press("Tab");
            }
        }
        assert_snapshot!(format!("given_up_agenda_{language}"), stage.screen());
        assert!(!at_home(&mut stage));
        stage.press("u");
        assert_eq!(left_item(&stage).dropped, None);
        assert!(at_home(&mut stage));
        stage.press("r");
        assert!(!at_home(&mut stage));
        // Nothing is left to ask about when the record is sealed.
        stage.press("F5");
        assert!(!asked(&stage), "{}", stage.screen());
    }
}

#[test]
fn what_a_sealed_session_left_over_is_given_up_in_its_list_and_its_record_says_so() {
    for language in Language::ALL {
        let mut stage = closed(language);
        stage.press("F5 Down Down Enter");
        sign(&mut stage);
        stage.app.go(Screen::live("s1".into()));
        to_row(&mut stage, "closing.drop");
        stage.press("4");
        stage.type_text(REASON);
        stage.press("PgDn Enter");
        let item = left_item(&stage);
        assert!(item.dropped.as_ref().is_some_and(|it| it.after_signing));
        assert!(!at_home(&mut stage), "{}", stage.screen());
        let fate = lefts::fate(language, &item).unwrap();
        stage
            .app
            .go(Screen::Record(record::State::new("s1".into())));
        let mut seen = stage.screen_of(120, 40);
        for _ in 0..6 {
            stage.press("PgDn");
            seen.push_str(&stage.screen_of(120, 40));
        }
        let close = |text: &str| text.split_whitespace().collect::<String>();
        assert!(close(&seen).contains(&close(&fate)), "{fate}: {seen}");
        // Nobody carries on what was given up, and no list of sessions says that something is left.
        stage.app.go(Screen::Sessions(sessions::State::default()));
        let list = stage.screen();
        assert!(!list.contains(words::label(language)), "{list}");
        stage.press("3 PgUp Down Down");
        stage.type_text("11-24");
        stage.press("PgDn Enter");
        assert!(!stage.screen().contains(TITLE), "{}", stage.screen());
    }
}

/// Holds a session of nobody but its agenda, and files it.
fn held(stage: &mut Stage, id: &str) {
    let id: SessionId = id.into();
    let sealing = Sealing {
        by: line("李长河、李春梅"),
        on: "2026-11-23".parse().unwrap(),
        paper: line("档案柜"),
    };
    let commands = [
        session::Command::CallRoll(id.clone()),
        session::Command::AllPresent {
            id: id.clone(),
            at: at("09:10"),
        },
        session::Command::Open {
            id: id.clone(),
            at: at("09:11"),
        },
        session::Command::Close {
            id: id.clone(),
            at: at("09:12"),
        },
        session::Command::Seal {
            today: chrono::NaiveDate::MAX,
            id,
            sealing,
        },
    ];
    stage.record(&commands.map(Command::Session));
}

#[test]
fn what_a_filed_agenda_took_up_and_left_to_another_is_not_given_up_behind_it() {
    let mut stage = closed(Language::En);
    stage.press("F5 Down Down Enter");
    sign(&mut stage);
    for (from, to, session) in [("i2", "j2", "s2"), ("j2", "k2", "s3")] {
        let plan = session::Plan {
            kind: SessionKind::Regular,
            ordinal: if session == "s2" { 2 } else { 3 },
            date: "2026-11-23".parse().unwrap(),
            start: None,
            place: None,
            chair: Some("李长河".into()),
            recorder: Some("李春梅".into()),
        };
        let world = stage.desk().look(&"s1".into()).unwrap();
        let item = world.item(&"i2".into()).unwrap();
        let into = Item {
            id: to.into(),
            session: session.into(),
            ..item.clone()
        };
        stage.record(&[
            Command::Session(session::Command::Create {
                id: session.into(),
                plan,
                opening: None,
            }),
            Command::Agenda(agenda::Command::Carry {
                item: from.into(),
                into,
            }),
        ]);
        held(&mut stage, session);
    }
    let drop = |item: &str| {
        Command::Agenda(agenda::Command::Drop {
            item: item.into(),
            reason: line(REASON),
            at: at("09:20"),
        })
    };
    for (item, ordinal) in [("i2", 2), ("j2", 3)] {
        let why = stage.desk().would(&[drop(item)]);
        assert!(
            matches!(
                why,
                Err(Refusal::Agenda(Refused::Carried { ordinal: in_, .. })) if in_ == ordinal
            ),
            "{item}: {why:?}"
        );
    }
    stage.record(&[drop("k2")]);
    assert!(!at_home(&mut stage));
}
