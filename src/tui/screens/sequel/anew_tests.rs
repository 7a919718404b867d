//! A village takes up once more what it agreed to on a motion that goes no steps, by keys alone.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::tests::{at, close_and_seal, counted, enter_village, looked_at, stands, whole};
use crate::domain::vote::{Effect, Standing};
use crate::domain::{Command, session};
use crate::i18n::{Language, path_anew, sequel as words, sequels, terms};
use crate::tui::screens::{Screen, record};

#[test]
fn a_village_that_agreed_reconsiders_and_the_record_keeps_both_votes_and_the_reason() {
    for language in Language::ALL {
        let mut stage = counted(language, 4, Effect::Proposes);
        stage.press("8 F5 Down Enter");
        stage.type_text("12-10");
        stage.press("PgDn Enter");
        close_and_seal(&mut stage);
        stage
            .app
            .go(Screen::Record(record::State::new("s1".into())));
        stage.screen();
        stage.press("4 Down Enter");
        enter_village(&mut stage, "Right Right", "20");
        stage.press("PgUp Left PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        stage.press("4");
        let world = looked_at(&stage);
        let motion = world.motion(&"m1".into()).unwrap();
        let village = motion.asked()[0].village.clone();
        let name = terms::village(language, &world, Some(&village)).to_owned();
        let row = words::menu_village_anew(language, name.as_str());
        assert!(stage.screen().contains(&row), "{}", stage.screen());
        // Behind the two that have not decided yet.
        stage.press("Down Down Down Enter");
        let sheet = stage.screen();
        let title = path_anew::title(language, name.as_str(), "");
        assert!(sheet.contains(title.trim()), "{sheet}");
        // The body that met last is proposed, with its rule.
        assert!(sheet.contains("村民代表会议"), "{sheet}");
        stage.press("Right Down Down");
        stage.type_text("11-23");
        stage.press("Down");
        for number in ["30", "24", "3", "4", "0", "村档案柜"] {
            stage.press("Down");
            stage.type_text(number);
        }
        stage.press("PgDn Enter");
        // The reason is asked for.
        assert!(stage.app.overlay.is_some());
        stage.type_text("村民联名要求");
        stage.every_size();
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        assert_eq!(stands(&stage), Standing::AwaitingVillages);
        let world = looked_at(&stage);
        let motion = world.motion(&"m1".into()).unwrap();
        let said: Vec<_> = motion.decisions(&village).map(|it| it.agreed()).collect();
        assert_eq!(said, [Some(true), Some(false)]);
        let flat = |text: &str| text.split_whitespace().collect::<String>();
        let printed = flat(&whole(&mut stage));
        assert!(printed.contains("村民联名要求"), "{printed}");
    }
}

#[test]
fn what_the_villages_are_still_to_say_stands_at_home_before_the_session_is_sealed() {
    for language in Language::ALL {
        let mut stage = counted(language, 4, Effect::Proposes);
        stage.press("8 F5 Down Enter");
        stage.type_text("12-10");
        stage.press("PgDn Enter");
        assert_eq!(stands(&stage), Standing::AwaitingVillages);
        stage.record(&[Command::Session(session::Command::Close {
            id: "s1".into(),
            at: at("08:55"),
        })]);
        let world = stage.desk().world();
        let (motion, today) = (world.motion(&"m1".into()).unwrap(), stage.desk().today());
        let awaited = sequels::standing_on(language, world, motion, today);
        while !matches!(stage.app.top(), Screen::Home(_)) {
            stage.app.back();
        }
        let home = stage.screen_of(160, 50);
        assert!(home.contains(words::home_motions(language)), "{home}");
        assert!(home.contains(&awaited), "{awaited}\n{home}");
    }
}
