//! What the chair tells the room once a vote is over: open seats, a result that turned, a tie that is none.

#![allow(clippy::unwrap_used)]

use super::hands_tests::drafted;
use super::slate_tests::{fill, motion, secretly};
use super::words;
use crate::domain::rule::{Method, Name, Provenance, Rule, TieStep, joint_default};
use crate::domain::vote::{Effect, Outcome};
use crate::i18n::{Language, sequel, sequels, slate, slates, steps, terms, totals};
use crate::tui::action::key_of;
use crate::tui::screens::Screen;
use crate::tui::screens::scene::line;
use crate::tui::screens::sequel::tests::{drafted as of_four, looked_at, vote_on, whole};
use crate::tui::stage::Stage;
use insta::assert_snapshot;

fn flat(text: &str) -> String {
    text.replace('│', "").split_whitespace().collect()
}

fn says(stage: &mut Stage, said: &str) -> bool {
    let screen = flat(&stage.screen());
    screen.contains(&flat(said))
}

/// Counts the papers of three candidates for two seats, and announces.
fn announced(language: Language, figures: &[u32]) -> Stage {
    let mut stage = secretly(language);
    for _ in 0..2 {
        fill(&mut stage, figures);
        stage.press("F5");
    }
    stage.press("F5 End");
    stage
}

#[test]
fn open_seats_are_said_next_with_the_key_to_deal_with_them() {
    for language in Language::ALL {
        for (figures, open) in [
            ([12, 0, 6, 6, 6, 6, 5, 7], 2),
            ([12, 0, 9, 3, 6, 6, 5, 7], 1),
        ] {
            let mut stage = announced(language, &figures);
            assert_eq!(motion(&stage).seats_open(), open);
            let stands = slates::standing_whole(language, &motion(&stage)).unwrap();
            let said = slate::finish_open(language, stands);
            assert!(says(&mut stage, &said), "{said}\n{}", stage.screen());
            let key = words::own_key(language, key_of("vote.next"), sequel::next_short(language));
            assert!(says(&mut stage, &key), "{key}\n{}", stage.screen());
            assert_snapshot!(format!("told_open_{open}_{language}"), stage.screen());
            stage.every_size();
            stage.press("g");
            let row = slate::menu_refill(language, open);
            assert!(says(&mut stage, &row), "{}", stage.screen());
            // Once another election is to fill them, nothing is asked of them any more.
            stage.press("Down Down Down Enter");
            stage.press("Esc");
        }
        // Where every seat is taken the item is done.
        let mut stage = announced(language, &[12, 0, 9, 3, 8, 4, 5, 7]);
        let stands = slates::standing_whole(language, &motion(&stage)).unwrap();
        let said = slate::finish_open(language, stands);
        assert!(!says(&mut stage, &said), "{}", stage.screen());
    }
}

/// Signs a sheet of a result that turns.
fn signs(stage: &mut Stage) {
    stage.press("PgDn Up");
    stage.type_text("抄错一行");
    stage.press("PgDn Enter Space PgDn Enter");
    assert!(stage.app.overlay.is_none(), "{}", stage.screen());
}

#[test]
fn a_result_that_turns_is_told_to_the_room_by_a_step_of_its_own() {
    for language in Language::ALL {
        let mut stage = drafted(language);
        stage.press("j Home 2 F5 F5 End");
        let effect = motion(&stage).effect;
        let outcome = |it| terms::outcome(language, it, effect);
        let (was, now) = (outcome(Outcome::Adopted), outcome(Outcome::Rejected));
        let told = totals::tell_turned(language, 1, was, now);
        assert!(!says(&mut stage, &told), "{}", stage.screen());
        stage.press("c 7 Down Down Down 5");
        signs(&mut stage);
        assert!(says(&mut stage, &told), "{told}\n{}", stage.screen());
        assert_snapshot!(format!("told_turned_{language}"), stage.screen());
        stage.every_size();
        stage.press(&key_of("live.whole"));
        assert!(says(&mut stage, &told), "{}", stage.screen());
        stage.press("Esc");
        // Back again before anybody was told: nothing is told. Told in between, that is told as well.
        let back = |stage: &mut Stage| {
            stage.press("c 2 Down Down Down 1 0");
            signs(stage);
        };
        let mut untold = stage;
        back(&mut untold);
        assert!(!says(&mut untold, &told), "{}", untold.screen());
        let mut stage = untold;
        stage.press("c 7 Down Down Down 5");
        signs(&mut stage);
        assert!(says(&mut stage, &told), "{told}\n{}", stage.screen());
        stage.press("F5");
        assert!(!says(&mut stage, &told), "{}", stage.screen());
        back(&mut stage);
        let again = totals::tell_turned(language, 1, now, was);
        assert!(says(&mut stage, &again), "{again}\n{}", stage.screen());
        stage.press("F5");
        assert!(!says(&mut stage, &again), "{}", stage.screen());
        assert_eq!(motion(&stage).told.len(), 2);
        // It is undone like any other step, and the paper says when the room was told.
        stage.press("u");
        assert!(says(&mut stage, &again), "{again}\n{}", stage.screen());
        stage.press("r");
        let at = terms::minute(language, motion(&stage).told.last().unwrap().at);
        stage.press("w");
        let paper = whole(&mut stage);
        assert!(paper.contains(&totals::told_at(language, at)), "{paper}");
    }
}

/// A mistake is found when the next item runs already: the room is told of it before that goes on.
#[test]
fn a_result_of_an_earlier_item_that_turns_is_told_before_the_item_that_runs_goes_on() {
    for language in Language::ALL {
        let mut stage = drafted(language);
        stage.press("j Home 2 F5 F5 End");
        let earlier = motion(&stage);
        let position = stage.desk().world().item(&earlier.item).unwrap().position;
        let number = {
            let item = stage.desk().world().item(&earlier.item).unwrap();
            terms::item_number(language, item)
        };
        stage.press("F5 F5");
        let running = |stage: &Stage| {
            let session = stage.app.live().unwrap().session.clone();
            let item = stage.desk().world().running_item(&session);
            item.map(|item| item.id.clone())
        };
        let runs = running(&stage).unwrap();
        assert_ne!(runs, earlier.item);
        let before = stage.screen();
        stage.press("a Home");
        for _ in 1..position {
            stage.press("Down");
        }
        stage.press("6 F7 c 7 Down Down Down 5");
        signs(&mut stage);
        let outcome = |it| terms::outcome(language, it, earlier.effect);
        let (was, now) = (outcome(Outcome::Adopted), outcome(Outcome::Rejected));
        let told = totals::tell_turned_of(language, number, 1, was, now);
        assert!(says(&mut stage, &told), "{told}\n{}", stage.screen());
        assert_snapshot!(format!("told_earlier_{language}"), stage.screen());
        stage.every_size();
        // One step, and the item that runs goes on as before.
        stage.press("F5");
        assert!(!says(&mut stage, &told), "{}", stage.screen());
        assert_eq!(running(&stage), Some(runs));
        let next = steps::spoken(
            language,
            stage.desk().world(),
            stage.desk().world().session(&earlier.session).unwrap(),
            &super::hands::step(
                stage.app.live().unwrap(),
                stage.desk().world(),
                stage.desk().world().session(&earlier.session).unwrap(),
            ),
        );
        assert!(flat(&before).contains(&flat(&next)), "{next}\n{before}");
        assert!(says(&mut stage, &next), "{}", stage.screen());
    }
}

/// Four vote two to two by a rule whose tie is settled by the chair, who casts a vote.
fn cast(language: Language, adopted: bool) -> Stage {
    let rule = Rule {
        id: "own-1".into(),
        name: Some(Name {
            zh: line("主持人裁定"),
            en: line("Casting vote"),
        }),
        provenance: Provenance::Own,
        clause: "《议事规则》第九条".to_owned(),
        unverified: false,
        from: "2026-01-01".parse().ok(),
        methods: vec![Method::ByName],
        tie: vec![TieStep::ChairCasts],
        ..joint_default()
    };
    let mut stage = of_four(language, Some(rule), Effect::Decides);
    vote_on(&mut stage, 2);
    stage.app.go(Screen::live("s1".into()));
    stage.press("F7 8 F5");
    stage.press(if adopted {
        "Down Enter"
    } else {
        "Down Down Enter"
    });
    stage
}

fn step(stage: &Stage, language: Language) -> String {
    let world = looked_at(stage);
    let motion = world.motion(&"m1".into()).unwrap();
    sequels::step(language, &world, motion, motion.sequels.last().unwrap())
}

fn corrects(stage: &mut Stage, person: &str, keys: &str) {
    assert!(super::vote::select(&mut stage.app, &person.into()));
    stage.press("c");
    stage.press(keys);
}

#[test]
fn a_casting_vote_on_a_tie_that_was_none_is_said_to_settle_nothing() {
    // Who was for it, and who against, is put right to the other.
    let (against, yes) = (("李春梅", "Right Right"), ("王建国", "Right"));
    for language in Language::ALL {
        for adopted in [true, false] {
            let mut stage = cast(language, adopted);
            let cast = step(&stage, language);
            let said = match adopted {
                true => sequel::step_cast_for(language, "李长河"),
                false => sequel::step_cast_against(language, "李长河"),
            };
            assert_eq!(cast, said);
            assert!(says(&mut stage, &cast), "{cast}\n{}", stage.screen());
            // The other way than the chair cast: refused, with what may be done.
            let (other, same) = if adopted {
                (against, yes)
            } else {
                (yes, against)
            };
            corrects(&mut stage, other.0, other.1);
            let screen = stage.screen_of(200, 50);
            let inside = screen.lines().filter_map(|line| line.split('│').nth(1));
            let inside: String = inside.flat_map(str::split_whitespace).collect();
            for said in [
                totals::chair_cast(language),
                totals::remedy_reconsider(language),
            ] {
                assert!(inside.contains(&flat(said)), "{said}\n{screen}");
            }
            stage.every_size();
            stage.press("Esc");
            stage.app.overlay = None;
            corrects(&mut stage, same.0, same.1);
            signs(&mut stage);
            let moot = sequel::step_moot(language, cast.as_str());
            assert_eq!(step(&stage, language), moot);
            let screen = stage.screen_of(160, 50);
            assert!(flat(&screen).contains(&flat(&moot)), "{screen}");
            let decided = sequel::finish_decided(language, cast.as_str(), "");
            assert!(!says(&mut stage, &decided), "{}", stage.screen());
            assert_snapshot!(format!("told_moot_{adopted}_{language}"), stage.screen());
            stage.every_size();
        }
    }
}
