//! A vote that is owed: asked about where it would be left, and listed until it is held.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use crate::domain::Command;
use crate::domain::rule::{Name, Provenance, Rule, TieStep, joint_default};
use crate::domain::session::agenda::{ItemState, owed};
use crate::domain::session::{self, SessionState};
use crate::domain::vote::{Due, Effect, Standing, standing};
use crate::i18n::{Language, later_vote as words, sequels, shared, terms};
use crate::tui::action::key_of;
use crate::tui::app::Overlay;
use crate::tui::screens::Screen;
use crate::tui::screens::plan;
use crate::tui::screens::scene::line;
use crate::tui::screens::sequel::tests::{drafted, vote_on};
use crate::tui::stage::Stage;

const DUE: Due = Due::Tie(TieStep::SecondVote);

/// Two for and two against by a rule that asks for another vote, announced.
fn tied(language: Language) -> Stage {
    let rule = Rule {
        id: "twice".into(),
        name: Some(Name {
            zh: line("平票再投一次"),
            en: line("Voted twice"),
        }),
        tie: vec![TieStep::SecondVote],
        clause: "《议事规则》第九条".to_owned(),
        unverified: false,
        from: Some("2026-01-01".parse().unwrap()),
        provenance: Provenance::Own,
        ..joint_default()
    };
    let mut stage = drafted(language, Some(rule), Effect::Decides);
    vote_on(&mut stage, 2);
    stage.app.go(Screen::live("s1".into()));
    stage.press("F7 8");
    assert!(is_owed(&stage), "{}", stage.screen());
    stage
}

fn is_owed(stage: &Stage) -> bool {
    owed(stage.desk().world(), &"i1".into()) == Some(DUE)
}

fn asked(stage: &Stage) -> bool {
    matches!(stage.app.overlay, Some(Overlay::Menu(_)))
}

fn item(stage: &Stage) -> ItemState {
    stage.desk().world().item(&"i1".into()).unwrap().state
}

fn state(stage: &Stage) -> SessionState {
    let session = stage.desk().world().session(&"s1".into());
    session.unwrap().state
}

/// Chooses the row of a menu that says so.
fn pick(stage: &mut Stage, says: &str) {
    for _ in 0..9 {
        if stage.caret_row().contains(says) {
            return stage.press("Enter");
        }
        stage.press("Down");
    }
    unreachable!("{says}: {}", stage.screen());
}

fn number(language: Language) -> String {
    terms::number_of_item(language, 1)
}

fn vote_now(language: Language) -> String {
    let due = sequels::due_name(language, DUE);
    words::vote_now(language, number(language), due, key_of("live.step"))
}

#[test]
fn whoever_leaves_the_item_is_asked_once_whether_to_vote_now() {
    for language in Language::ALL {
        for keys in ["F9", "a Home 3"] {
            let mut stage = tied(language);
            stage.press(keys);
            assert!(asked(&stage), "{keys}: {}", stage.screen());
            let screen = stage.screen();
            let title =
                words::ask_item(language, number(language), sequels::due_name(language, DUE));
            for said in [&title, &vote_now(language), words::settle(language)] {
                assert!(screen.contains(said), "{said}: {screen}");
            }
            stage.every_size();
            // The language turns under it, and the first row records nothing.
            stage.press("F12 F12 Enter");
            assert_eq!((asked(&stage), item(&stage)), (false, ItemState::Running));
            // The vote is a key away.
            stage.press(keys);
            pick(&mut stage, &vote_now(language));
            assert_eq!(
                stage.said(),
                words::now(language, number(language), key_of("live.step"))
            );
            stage.press("F5");
            assert!(
                stage.desk().world().open_vote(&"s1".into()).is_some(),
                "{}",
                stage.screen()
            );
            // Or the item is left as it is, and nobody asks again about it.
            let mut stage = tied(language);
            stage.press(keys);
            pick(&mut stage, words::settle(language));
            assert_eq!((asked(&stage), item(&stage)), (false, ItemState::Done));
            assert!(is_owed(&stage));
        }
    }
}

#[test]
fn whoever_closes_is_asked_once_and_told_where_it_is_carried() {
    for language in Language::ALL {
        let mut stage = tied(language);
        stage.press("F9");
        pick(&mut stage, words::settle(language));
        // The key of the step leads to the list, which says what is owed; it closes nothing.
        stage.press("F5");
        assert_eq!(state(&stage), SessionState::Sitting);
        let due = sequels::due_name(language, DUE);
        let items = words::close_item(language, number(language), due);
        let said = words::close(language, items.as_str());
        let said: String = said.split_whitespace().collect();
        let screen: String = stage.screen().split_whitespace().collect();
        assert!(screen.contains(&said), "{screen}");
        stage.press("8");
        let screen = stage.screen();
        let title = words::ask_close(language, items.as_str());
        for said in [&title, &vote_now(language), words::close_now(language)] {
            assert!(screen.contains(said), "{said}: {screen}");
        }
        stage.every_size();
        stage.press("Enter");
        assert_eq!(state(&stage), SessionState::Sitting);
        // The item is taken up once more for it.
        stage.press("8");
        pick(&mut stage, &vote_now(language));
        assert_eq!(item(&stage), ItemState::Running);
        stage.press("F5");
        let open = stage.desk().world().open_vote(&"s1".into()).is_some();
        assert!(open, "{}", stage.screen());
        stage.press("u u");
        assert_eq!(item(&stage), ItemState::Done);
        stage.press("F5 8");
        pick(&mut stage, words::close_now(language));
        assert_eq!(state(&stage), SessionState::Closed, "{}", stage.screen());
        let said = words::closed(language, items, key_of("closing.carry"));
        assert_eq!(stage.said(), said);
    }
}

/// Closes and carries it into the next session.
fn carried(language: Language) -> (Stage, session::Session) {
    let mut stage = tied(language);
    stage.press("F9");
    pick(&mut stage, words::settle(language));
    stage.press("F5 8");
    pick(&mut stage, words::close_now(language));
    stage.press("1 Enter");
    let world = stage.desk().world();
    let next = world.items.values().find(|it| it.carries.is_some());
    let next = world.session(&next.unwrap().session).unwrap().clone();
    (stage, next)
}

fn contains(stage: &mut Stage, said: &str) {
    let screen: String = stage.screen_of(120, 40).split_whitespace().collect();
    let said: String = said.split_whitespace().collect();
    assert!(screen.contains(&said), "{said}: {screen}");
}

#[test]
fn once_carried_it_is_said_on_every_screen_until_it_is_held() {
    for language in Language::ALL {
        let (mut stage, next) = carried(language);
        let world = stage.desk().world();
        let of_next = world.agenda(&next.id).find(|it| it.carries.is_some());
        let said = sequels::owed(language, &of_next.unwrap().owes[0]);
        // The list of sessions has it under the session that is to hold it, not under the old one.
        let row = |stage: &mut Stage, listed: bool| {
            stage.app.go(Screen::Sessions(Default::default()));
            let screen = stage.screen_of(120, 40);
            let rows = screen
                .lines()
                .filter(|it| it.contains(words::label(language)));
            let rows: Vec<&str> = rows.collect();
            assert_eq!(rows.len(), usize::from(listed), "{screen}");
            let no = next.ordinal.to_string();
            assert!(rows.iter().all(|row| row.contains(&no)), "{screen}");
            stage.every_size();
            stage.press("Esc");
        };
        row(&mut stage, true);
        stage.app.go(Screen::home());
        let due = sequels::due_name(language, DUE);
        let kind = terms::session_kind(language, next.kind);
        let name = shared::session_short(language, kind, next.ordinal);
        contains(&mut stage, &words::home_carried(language, due, name));
        stage
            .app
            .go(Screen::Plan(plan::State::new(next.id.clone())));
        stage.screen();
        stage.press("End");
        contains(&mut stage, &said);
        // In the session itself, before a motion is put and in the sheet that puts it.
        let now = stage.desk().minute();
        let id = || next.id.clone();
        stage.record(
            &[
                session::Command::CallRoll(id()),
                session::Command::AllPresent { id: id(), at: now },
                session::Command::Open { id: id(), at: now },
            ]
            .map(Command::Session),
        );
        stage.app.go(Screen::live(next.id.clone()));
        stage.press("a End 1 F7");
        contains(&mut stage, &said);
        stage.every_size();
        stage.press("F5");
        contains(&mut stage, "同意冬季清淤分段包干。");
        stage.press("PgDn Enter");
        contains(&mut stage, &said);
        row(&mut stage, true);
        // Held, it is owed by nobody.
        stage.press("F5 F5 F5 8");
        let held = stage.desk().world().motions.values();
        let held = held.filter(|it| it.session == next.id && it.result().is_some());
        let held: Vec<Standing> = held.map(|it| standing(it)).collect();
        assert_eq!(held, [Standing::Adopted], "{}", stage.screen());
        row(&mut stage, false);
    }
}
