//! Drafts of the live screen: each is gone on with in the sheet it was typed in.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::ballots_tests::of_villages;
use super::hands_tests::drafted;
use super::tests::sample;
use super::{Panel, with};
use crate::desk::place::{InSession, Place, Step};
use crate::domain::Command;
use crate::domain::refusal::Refusal;
use crate::domain::session;
use crate::domain::session::correction::Corrected;
use crate::domain::vote::MotionState;
use crate::domain::vote::by_village::Says;
use crate::i18n::{Language, draft, live, place};
use crate::tui::action::Why;
use crate::tui::stage::Stage;

fn voting(language: Language) -> Stage {
    let mut stage = sample(language, 3);
    stage.press("F5 9 F5 a Down Down Down 1 F5");
    stage.type_text("同意路灯安装方案。");
    stage.press("Tab Left Tab PgDn Enter F5");
    stage
}

#[test]
fn a_recusal_half_typed_is_gone_on_with() {
    for language in Language::ALL {
        let mut stage = voting(language);
        stage.press("Down Down 5");
        let title = stage.screen();
        stage.type_text("承包人是");
        let back = stage.come_back();
        assert!(stage.app.overlay.is_some(), "{title}{back}");
        assert!(back.contains("承包人是"), "{back}");
        stage.type_text("其弟");
        stage.press("PgDn Enter");
        let mut motions = stage.desk().world().motions.values();
        let marks = motions.find_map(|motion| motion.ballot()).unwrap();
        let marks = serde_json::to_string(&marks.marks).unwrap();
        assert!(marks.contains("承包人是其弟"), "{marks}");
        assert!(stage.desk().drafts().unwrap().is_empty());
    }
}

#[test]
fn the_numbers_of_a_village_half_typed_are_gone_on_with() {
    for language in Language::ALL {
        // Killed while they are typed, or left by Esc before.
        for left in ["", "Esc"] {
            let mut stage = of_villages(language);
            stage.press("& Home Down s 1 Enter 1");
            stage.press(left);
            let back = stage.come_back();
            assert!(stage.app.overlay.is_some(), "{back}");
            stage.press("PgDn Enter");
            assert!(stage.app.overlay.is_none(), "{}", stage.screen());
            let mut motions = stage.desk().world().motions.values();
            let heard = motions.find_map(|motion| motion.ballot()).unwrap();
            assert_eq!(heard.villages.len(), 1);
            let Says::ByNumbers { split } = heard.villages[0].says else {
                panic!("{heard:?}");
            };
            assert_eq!((split.no, split.abstain), (1, 1));
            assert!(stage.desk().drafts().unwrap().is_empty());
        }
    }
}

#[test]
fn a_motion_chosen_as_the_excluding_one_is_gone_on_with() {
    for language in Language::ALL {
        for left in ["", "Esc"] {
            let mut stage = drafted(language);
            stage.press("6");
            stage.type_text("电费由各村分担。");
            stage.press("Tab Left Tab PgDn Enter x Right");
            stage.press(left);
            let back = stage.come_back();
            assert!(stage.app.overlay.is_some(), "{back}");
            // It is the second motion that excludes the first, whichever stands first.
            assert!(back.contains("同意路灯方案。"), "{back}");
            stage.press("PgDn Enter");
            assert!(stage.app.overlay.is_none(), "{}", stage.screen());
            let world = stage.desk().world();
            assert_eq!(
                world
                    .motions
                    .values()
                    .filter(|it| it.excludes.is_some())
                    .count(),
                2
            );
            assert!(stage.desk().drafts().unwrap().is_empty());
        }
    }
}

#[test]
fn a_correction_half_typed_is_gone_on_with_its_choice() {
    for language in Language::ALL {
        let mut stage = voting(language);
        stage.press("9 End 8 Down Down c Right Right Down Down");
        stage.type_text("听错");
        let back = stage.come_back();
        assert!(stage.app.overlay.is_some(), "{back}");
        assert!(back.contains("听错"), "{back}");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        assert_eq!(stage.desk().world().corrections.len(), 1);
    }
}

#[test]
fn a_reason_of_absence_half_typed_is_gone_on_with() {
    let mut stage = sample(Language::Zh, 3);
    stage.press("F5 Down Down 7");
    stage.type_text("去县里");
    let back = stage.come_back();
    assert!(stage.app.overlay.is_some(), "{back}");
    assert!(back.contains("去县里"), "{back}");
}

#[test]
fn a_recusal_whose_vote_is_over_says_so_and_keeps_its_words() {
    let mut stage = voting(Language::Zh);
    stage.press("Down Down 5");
    stage.type_text("承包人");
    stage.press("Esc 9 End");
    let back = stage.come_back();
    assert!(stage.app.overlay.is_none(), "{back}");
    assert_eq!(stage.desk().drafts().unwrap().len(), 1);
    let mut motions = stage.desk().world().motions.values();
    let ended = motions.find(|it| matches!(it.state, MotionState::Counted { .. }));
    let motion = ended.unwrap().id.clone();
    let over = stage
        .app
        .reason(&Why::Refused(Refusal::NotAnnounced { motion }));
    assert_eq!(stage.said(), over);
}

#[test]
fn a_recusal_half_typed_while_hands_are_counted_is_gone_on_with() {
    for language in Language::ALL {
        let mut stage = drafted(language);
        stage.press("j Home x");
        stage.type_text("hlc");
        stage.press("Enter End");
        stage.type_text("，其弟承包");
        let back = stage.come_back();
        assert!(stage.app.overlay.is_some(), "{back}");
        assert!(back.contains("其弟承包"), "{back}");
        stage.press("PgDn Enter");
        let mut motions = stage.desk().world().motions.values();
        let marks = motions.find_map(|motion| motion.ballot()).unwrap();
        let marks = serde_json::to_string(&marks.marks).unwrap();
        assert!(marks.contains("其弟承包"), "{marks}");
        assert!(stage.desk().drafts().unwrap().is_empty());
    }
}

#[test]
fn a_seat_of_somebody_missing_half_typed_is_gone_on_with() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5");
        with(&mut stage.app, |state| {
            state.listing_mut(Panel::Roll).selected = 0;
        });
        stage.press("s");
        stage.type_text("新来");
        let back = stage.come_back();
        assert!(stage.app.overlay.is_some(), "{back}");
        assert!(back.contains("新来"), "{back}");
        let draft = stage.desk().drafts().unwrap().remove(0);
        let what = InSession::Seat(None);
        let session = stage.app.live().unwrap().session.clone();
        assert_eq!(draft.spot.place, Place::Live(session, what));
    }
}

#[test]
fn a_draft_of_somebody_who_is_gone_says_so_and_stays() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        let session = stage.app.live().unwrap().session.clone();
        let places = [
            InSession::Excuse("nobody".into()),
            InSession::VoiceCorrection("gone".into(), "nobody".into()),
            InSession::Review("gone".into(), Step::Done, vec!["gone".into()]),
        ];
        for what in places {
            let place = Place::Live(session.clone(), what);
            stage.app.toast = None;
            let desk = stage.app.desk.as_mut().unwrap();
            desk.save_draft(&place, "几个字", 0).unwrap();
            stage.come_back();
            assert_eq!(stage.said(), draft::nowhere(language), "{place:?}");
            let desk = stage.app.desk.as_mut().unwrap();
            assert!(desk.draft(&place).unwrap().is_some());
            desk.drop_draft(&place.into()).unwrap();
        }
    }
}

/// Types the reason of the correction that is open, is killed, and comes back to it.
fn a_reason_is_gone_on_with(stage: &mut Stage, place: &str) {
    assert!(stage.app.overlay.is_some(), "{place} {}", stage.said());
    stage.press("PgDn Up");
    stage.type_text("抄错一行");
    let back = stage.come_back();
    assert!(back.contains("抄错一行"), "{place} {back}");
    let draft = stage.desk().drafts().unwrap().remove(0);
    assert!(draft.spot.text().contains(place), "{draft:?}");
    stage.press("Esc");
    let desk = stage.app.desk.as_mut().unwrap();
    desk.drop_draft(&draft.spot).unwrap();
}

#[test]
fn a_reason_typed_after_the_session_is_gone_on_with() {
    // The second session is over, the first is sealed, and its sheets are found from home as well.
    for ((language, ordinal), sealed) in [
        ((Language::Zh, 2), false),
        ((Language::En, 2), false),
        ((Language::Zh, 1), true),
        ((Language::En, 1), true),
    ] {
        let mut stage = sample(language, ordinal);
        let session = stage.app.live().unwrap().session.clone();
        let again = |stage: &mut Stage, keys: &str| {
            stage
                .app
                .go(crate::tui::screens::Screen::live(session.clone()));
            stage.screen();
            stage.press(keys);
        };
        let world = stage.desk().look(&session).unwrap();
        assert_eq!(world.session(&session).unwrap().sealing.is_some(), sealed);
        again(&mut stage, "F4 Down c");
        a_reason_is_gone_on_with(&mut stage, "roll_correction");
        again(&mut stage, "t");
        a_reason_is_gone_on_with(&mut stage, "times_correction");
        again(&mut stage, "a Down t");
        a_reason_is_gone_on_with(&mut stage, "times_correction");
        // The first motion that was voted on by name.
        let motion = world
            .motions
            .values()
            .find(|it| it.session == session && it.result().is_some_and(|it| it.hands.is_none()));
        let (motion, item) = motion.map(|it| (it.id.clone(), it.item.clone())).unwrap();
        again(&mut stage, "Home");
        with(&mut stage.app, |state| {
            state.panel = Panel::Vote;
            state.looked_at = Some(item);
            state.motion = Some(motion);
        });
        stage.screen();
        stage.press("Home Down c");
        a_reason_is_gone_on_with(&mut stage, "voice_correction");
        let entry = world.entries.values().find(|it| it.session == session);
        let item = entry.unwrap().item.clone();
        again(&mut stage, "Home");
        with(&mut stage.app, |state| {
            state.panel = Panel::Minutes;
            state.looked_at = Some(item);
        });
        stage.screen();
        stage.press("Home c");
        a_reason_is_gone_on_with(&mut stage, "entry_correction");
    }
}

/// Writes words whose entry is undone beneath the editor, as no key of the screen does it.
fn undone(language: Language) -> Stage {
    let mut stage = sample(language, 3);
    stage.press("F5 9 F5 F5 m 3");
    stage.type_text("电费另议");
    stage.app.walk(crate::desk::Way::Back);
    stage
}

fn words_of(stage: &Stage) -> Vec<String> {
    let entries = stage.desk().world().entries.values();
    entries.map(|entry| entry.words.to_string()).collect()
}

#[test]
fn words_of_an_entry_that_was_undone_are_read_and_entered_anew() {
    for language in Language::ALL {
        let mut stage = undone(language);
        stage.press("Esc");
        assert!(!words_of(&stage).contains(&"电费另议".to_owned()));
        stage.press("Esc");
        let home = stage.screen();
        assert!(home.contains(place::entry(language)), "{home}");
        let back = stage.come_back();
        assert!(back.contains("电费另议"), "{back}");
        assert!(back.contains(draft::title_alone(language)), "{back}");
        stage.every_size();
        // Left alone it lies where it lay.
        stage.press("2");
        assert!(stage.app.overlay.is_none());
        assert_eq!(stage.desk().drafts().unwrap().len(), 1);
        stage.come_back();
        stage.press("1");
        assert!(words_of(&stage).contains(&"电费另议".to_owned()));
        let after = stage.screen();
        assert!(after.contains("电费另议"), "{after}");
        assert!(stage.desk().drafts().unwrap().is_empty());
    }
}

#[test]
fn words_of_an_entry_that_was_undone_are_thrown_away_by_a_word_only() {
    let mut stage = undone(Language::Zh);
    stage.press("Esc");
    stage.come_back();
    stage.press("3 Enter");
    assert_eq!(stage.desk().drafts().unwrap().len(), 1);
    stage.come_back();
    stage.press("3 Down Enter");
    assert!(stage.desk().drafts().unwrap().is_empty());
}

#[test]
fn words_that_no_draft_takes_stay_in_their_editor() {
    for language in Language::ALL {
        let mut stage = undone(language);
        let file = rusqlite::Connection::open(stage.desk().path()).unwrap();
        let full = "CREATE TRIGGER full BEFORE INSERT ON draft BEGIN \
                    SELECT RAISE(ABORT, 'full'); END";
        file.execute_batch(full).unwrap();
        stage.press("Esc");
        let screen = stage.screen();
        assert!(screen.contains("电费另议"), "{screen}");
        assert!(stage.app.live().unwrap().writing.is_some());
        assert_ne!(stage.said(), live::entry_gone(language));
        file.execute_batch("DROP TRIGGER full").unwrap();
        stage.press("Esc");
        assert!(stage.app.live().unwrap().writing.is_none());
        assert_eq!(stage.said(), live::entry_gone(language));
    }
}

#[test]
fn words_found_after_the_end_are_entered_as_a_note_with_who_and_why() {
    for language in Language::ALL {
        let mut stage = undone(language);
        stage.press("Esc F4 Tab Tab Tab Tab");
        let id = stage.app.live().unwrap().session.clone();
        let now = stage.desk().minute();
        stage.record(&[Command::Session(session::Command::Close {
            id: id.clone(),
            at: now,
        })]);
        stage.come_back();
        stage.press("1");
        let sheet = stage.screen();
        assert!(sheet.contains("电费另议"), "{sheet}");
        stage.every_size();
        // By whom is proposed; why is not, and nothing is entered without it.
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        stage.type_text("散会时漏记");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let world = stage.desk().world();
        let corrections = world.corrections.values();
        let words: Vec<String> = corrections
            .filter_map(|it| match &it.change {
                Corrected::Note { words, .. } => Some(words.to_string()),
                _ => None,
            })
            .collect();
        assert_eq!(words, ["电费另议"]);
        assert!(!words_of(&stage).contains(&"电费另议".to_owned()));
        assert!(stage.desk().drafts().unwrap().is_empty());
        // The record has it among the corrections.
        stage.press("F10 End");
        let mut record = String::new();
        for _ in 0..8 {
            record.push_str(&stage.screen());
            stage.press("PgUp");
        }
        assert!(record.contains("电费另议"), "{record}");
    }
}

#[test]
fn the_key_of_a_note_asks_for_a_correction_once_the_session_is_over() {
    for language in Language::ALL {
        let mut stage = sample(language, 2);
        stage.press("m 3");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        stage.type_text("会后补一句");
        let back = stage.come_back();
        assert!(back.contains("会后补一句"), "{back}");
        stage.press("PgDn Up");
        stage.type_text("漏记");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let corrections = stage.desk().world().corrections.values();
        let notes = corrections.filter(|it| matches!(it.change, Corrected::Note { .. }));
        assert_eq!(notes.count(), 1);
    }
}
