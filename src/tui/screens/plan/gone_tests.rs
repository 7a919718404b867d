//! A village that left by the day of a session is not offered by its sheets; where it was chosen before, it
//! stays there to be read.

#![allow(clippy::unwrap_used)]

use super::State;
use crate::domain::dates::Minute;
use crate::domain::ids::{SessionId, VillageId};
use crate::domain::roster::Village;
use crate::domain::session::agenda::{self, Item, ItemKind};
use crate::domain::session::{Plan, SessionKind};
use crate::domain::text::Text;
use crate::domain::vote::{self, Motion, Wording};
use crate::domain::{Command, roster, session};
use crate::i18n::{Language, path_screen, terms};
use crate::tui::screens::Screen;
use crate::tui::screens::live::tests::sample;
use crate::tui::screens::scene::{committee, line};
use crate::tui::stage::Stage;
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn leaves(stage: &mut Stage, village: &VillageId, on: NaiveDate) {
    let mut village = stage.desk().world().village(village).unwrap().clone();
    village.left = Some(on);
    stage.record(&[Command::Roster(roster::Command::PutVillage(village))]);
}

#[test]
fn an_item_offers_the_villages_of_the_day_of_its_session() {
    for language in Language::ALL {
        let mut stage = committee(language);
        let id = SessionId::from("s1");
        let item = Item {
            kind: ItemKind::Discussion,
            villages: vec!["王庄".into(), "张家湾".into()],
            ..Item::opening("i1".into(), id.clone(), line("上游的渠"))
        };
        stage.record(&[
            Command::Session(session::Command::Create {
                id: id.clone(),
                plan: Plan {
                    kind: SessionKind::Regular,
                    ordinal: 5,
                    date: day("2026-11-26"),
                    start: None,
                    place: None,
                    chair: None,
                    recorder: None,
                },
                opening: None,
            }),
            Command::Agenda(agenda::Command::Put(item)),
        ]);
        // Its last day is after today, and before the session.
        leaves(&mut stage, &"张家湾".into(), day("2026-11-25"));
        stage.app.go(Screen::Plan(State::new(id)));
        stage.press("2");
        let asked = stage.screen_of(120, 40);
        assert!(asked.contains("☐ 王庄"), "{asked}");
        assert!(!asked.contains("☐ 张家湾"), "{asked}");
        stage.press("Esc 3");
        let known = stage.screen_of(120, 40);
        let on = terms::date(language, day("2026-11-25"));
        let said = path_screen::form_left_on(language, "张家湾", on);
        assert!(known.contains(&said), "{known}");
        // What is changed beside it leaves it there.
        stage.type_text("修");
        stage.press("PgDn Enter");
        let item = stage.desk().world().item(&"i1".into()).unwrap();
        assert_eq!(item.title.as_str(), "上游的渠修");
        assert_eq!(item.villages.len(), 2, "{}", stage.said());
    }
}

#[test]
fn a_motion_offers_the_villages_of_the_day_of_its_session() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        let session = stage.app.live().unwrap().session.clone();
        let world = stage.desk().world();
        let date = world.session(&session).unwrap().date;
        let of_item = |it: &&Item| matches!(it.kind, ItemKind::Decision { .. });
        let item = world.agenda(&session).find(of_item).unwrap().clone();
        let villages = world.villages_in_order();
        let [first, .., last] = villages.as_slice() else {
            unreachable!("there are several");
        };
        let (first, last) = (Village::clone(first), Village::clone(last));
        stage.press("F5 Home 9 F5 F5");
        let at = Minute::read(&format!("{date}T16:00")).unwrap();
        let start = agenda::Command::Start {
            item: item.id.clone(),
            at,
        };
        let wording = Wording {
            at,
            text: Text::new("同意修渠。").unwrap(),
            turn: None,
        };
        let motion = Motion {
            villages: vec![last.id.clone()],
            ..Motion::draft("m9".into(), session, item.id, vec![wording])
        };
        stage.record(&[
            Command::Agenda(start),
            Command::Vote(vote::Command::Draft(motion)),
        ]);
        leaves(&mut stage, &last.id, date);
        stage.press("F7 7");
        let known = stage.screen_of(120, 40);
        let said =
            path_screen::form_left_on(language, last.name.as_str(), terms::date(language, date));
        assert!(known.contains(&format!("✓ {said}")), "{known}");
        stage.press("Esc 6");
        let asked = stage.screen_of(120, 40);
        let offers = |name| ["☐", "✓"].map(|it| asked.contains(&format!("{it} {name}")));
        assert!(offers(&first.name).contains(&true), "{asked}");
        assert_eq!(offers(&last.name), [false, false], "{asked}");
    }
}
