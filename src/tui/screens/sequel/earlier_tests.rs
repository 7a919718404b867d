//! Reconsidering from a later session what a sealed one decided, and where what it awaits is seen.

#![allow(clippy::unwrap_used)]

use super::tests::{at, close_and_seal, drafted, looked_at, stands, vote_on, whole};
use crate::domain::Command;
use crate::domain::session::agenda::{self, ItemKind};
use crate::domain::session::{self, Plan, SessionKind};
use crate::domain::vote::{self, Effect, SequelStep, Standing};
use crate::i18n::{Language, sequel as words, sequels, terms};
use crate::tui::screens::Screen;
use crate::tui::screens::record;
use crate::tui::stage::Stage;

/// Decides, seals, and sits a month later on another item for decision.
fn a_month_later(language: Language, effect: Effect) -> Stage {
    let mut stage = drafted(language, None, effect);
    vote_on(&mut stage, 4);
    stage.record(&[Command::Vote(vote::Command::Announce {
        motion: "m1".into(),
        at: at("08:51"),
    })]);
    let old = looked_at(&stage);
    let item = old.item(&"i1".into()).unwrap().clone();
    close_and_seal(&mut stage);
    assert!(stage.desk().world().motions.is_empty());
    let id = crate::domain::ids::SessionId::from("s2");
    let later = |command| Command::Session(command);
    stage.record(&[
        later(session::Command::Create {
            id: id.clone(),
            plan: Plan {
                kind: SessionKind::Regular,
                ordinal: 2,
                date: "2026-11-23".parse().unwrap(),
                start: None,
                place: None,
                chair: Some("李长河".into()),
                recorder: Some("李春梅".into()),
            },
            opening: None,
        }),
        Command::Agenda(agenda::Command::Put(agenda::Item {
            id: "i9".into(),
            session: id.clone(),
            title: crate::tui::screens::scene::line("清淤的后续"),
            kind: ItemKind::Decision {
                rule: "joint-default".into(),
            },
            ..item
        })),
        later(session::Command::CallRoll(id.clone())),
        later(session::Command::AllPresent {
            id: id.clone(),
            at: at("08:56"),
        }),
        later(session::Command::Open {
            id: id.clone(),
            at: at("08:57"),
        }),
    ]);
    stage.app.go(Screen::live(id));
    stage
}

#[test]
fn what_a_sealed_session_decided_is_found_and_linked_both_ways() {
    for language in Language::ALL {
        let mut stage = a_month_later(language, Effect::Decides);
        stage.press("^");
        assert_eq!(stage.said(), words::reconsider_no_item(language));
        stage.record(&[Command::Agenda(agenda::Command::Start {
            item: "i9".into(),
            at: at("08:58"),
        })]);
        stage.press("^");
        let menu = stage.screen();
        assert!(menu.contains("同意冬季清淤分段包干"), "{menu}");
        stage.every_size();
        stage.press("Enter Right Down");
        stage.type_text("资金来源有变");
        stage.every_size();
        stage.press("PgDn Enter");
        assert_eq!(
            stands(&stage),
            Standing::Reconsidering,
            "{}",
            stage.screen()
        );
        let world = looked_at(&stage);
        let old = world.motion(&"m1".into()).unwrap();
        let new = stage
            .desk()
            .world()
            .motions
            .values()
            .next()
            .unwrap()
            .clone();
        assert!(matches!(&old.sequels.last().unwrap().step,
            SequelStep::Reconsidered { by, ordinal: 2, .. } if *by == new.id));
        let of = new.reconsiders.as_ref().unwrap();
        assert_eq!((of.motion.as_str(), of.decided.ordinal), ("m1", 1));
        // A decision that is taken up is not taken up twice.
        stage.press("^");
        assert_eq!(stage.said(), words::earlier_none(language));
        stage.press("F5 9 e 8");
        assert_eq!(stands(&stage), Standing::Adopted, "{}", stage.screen());
        // Both papers name the other session.
        let first = terms::session_named(language, SessionKind::Regular, 1);
        let second = terms::session_named(language, SessionKind::Regular, 2);
        for (session, named) in [("s2", first), ("s1", second)] {
            stage
                .app
                .go(Screen::Record(record::State::new(session.into())));
            stage.screen();
            let paper = whole(&mut stage);
            // What was signed stands as it was; what came after it is told apart.
            let mark = words::label_after_signing(language);
            assert_eq!(paper.contains(mark), session == "s1", "{paper}");
            let after = paper.split_once(mark);
            let rest = after.map_or(paper.as_str(), |(_, rest)| rest);
            let said = match session {
                "s2" => sequels::reconsidered(language, stage.desk().world(), &new).unwrap(),
                _ => named,
            };
            let flat = |text: &str| text.split_whitespace().collect::<String>();
            let paper = if session == "s2" {
                paper.as_str()
            } else {
                rest
            };
            assert!(flat(paper).contains(&flat(&said)), "{said}\n{paper}");
            assert!(flat(paper).contains("资金来源有变"), "{paper}");
        }
    }
}

#[test]
fn what_a_sealed_session_awaits_stands_at_home_and_in_the_list() {
    for language in Language::ALL {
        let mut stage = a_month_later(language, Effect::Proposes);
        stage
            .app
            .go(Screen::Home(crate::tui::screens::home::State::default()));
        let standing = sequels::standing_word(language, Standing::AwaitingVillages);
        let home = stage.screen();
        assert!(home.contains("同意冬季清淤分段包干"), "{home}");
        assert!(home.contains(standing), "{home}");
        stage.every_size();
        stage.app.go(Screen::Sessions(
            crate::tui::screens::sessions::State::default(),
        ));
        let list = stage.screen();
        assert!(list.contains(standing), "{list}");
        stage.every_size();
    }
}
