//! Slips of a finger at the roll, and the step nobody had prepared.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::seen;
use super::tests::sample;
use crate::domain::roster::Person;
use crate::domain::session;
use crate::domain::session::attendance::Attendance;
use crate::domain::{Command, Refusal};
use crate::i18n::{Language, live, plan, recusal_mend as mend, refusals, room, step, terms};
use crate::tui::screens::scene::line;

#[test]
fn whoever_is_marked_away_after_all_loses_the_times_with_a_word_and_gets_them_back() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 F4 Home 2");
        let world = stage.desk().world();
        let session = world.session(&stage.app.live().unwrap().session).unwrap();
        let first = &session.roll[0];
        assert!(matches!(first.attendance, Attendance::Excused { .. }));
        let name = terms::person(language, world, &first.place.person);
        let now = terms::attendance(language, &first.attendance);
        assert_eq!(stage.said(), room::times_gone(language, name, now));
        stage.press("u");
        let world = stage.desk().world();
        let session = world.session(&stage.app.live().unwrap().session).unwrap();
        assert!(session.roll[0].there().is_some());
        stage.every_size();
    }
}

#[test]
fn another_reason_in_words_says_too_that_the_times_are_gone() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 F4 Home 7");
        stage.type_text("家中有事");
        stage.press("PgDn Enter");
        let world = stage.desk().world();
        let session = world.session(&stage.app.live().unwrap().session).unwrap();
        let first = &session.roll[0];
        assert!(matches!(first.attendance, Attendance::Excused { .. }));
        let name = terms::person(language, world, &first.place.person);
        let now = terms::attendance(language, &first.attendance);
        assert_eq!(stage.said(), room::times_gone(language, name, now));
        stage.press("u Home");
        let world = stage.desk().world();
        let session = world.session(&stage.app.live().unwrap().session).unwrap();
        assert!(session.roll[0].there().is_some());
    }
}

#[test]
fn whoever_has_sent_a_deputy_is_left_to_be_marked_and_the_step_leads_there() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5");
        let id = stage.app.live().unwrap().session.clone();
        let session = stage.desk().world().session(&id).unwrap();
        let member = session.entitled().last().unwrap().place.person.clone();
        stage.record(&[Command::Session(session::Command::Admit {
            id: id.clone(),
            person: Person {
                woman: false,
                kin: Vec::new(),

                id: "deputy".into(),
                name: line("何文书"),
            },
            role: line("村文书"),
            stands_for: Some(member.clone()),
        })]);
        stage.press("9");
        let world = stage.desk().world();
        let session = world.session(&id).unwrap();
        assert_eq!(session.unmarked(), 1);
        assert!(
            session
                .attendee(&"deputy".into())
                .unwrap()
                .there()
                .is_some()
        );
        let name = terms::person(language, world, &member).to_owned();
        let spoken = step::mark_member(language, name.as_str());
        assert!(stage.screen().contains(&spoken), "{}", stage.screen());
        stage.press("9");
        assert_eq!(stage.said(), live::deputy_came(language));
        stage.press("End a F5");
        assert!(stage.caret_row().contains(&name), "{}", stage.screen());
        assert_eq!(stage.said(), live::deputy_came(language));
        stage.every_size();
        stage.press("3 F5");
        let session = stage.desk().world().session(&id).unwrap();
        assert!(session.opened.is_some(), "{}", stage.screen());
    }
}

#[test]
fn the_step_that_wants_a_chair_asks_for_one_where_one_stands() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        let id = stage.app.live().unwrap().session.clone();
        let session = stage.desk().world().session(&id).unwrap().clone();
        let known = session::Plan {
            kind: session.kind,
            ordinal: session.ordinal,
            date: session.date,
            start: session.start,
            place: session.place.clone(),
            chair: None,
            recorder: session.recorder.clone(),
        };
        stage.record(&[Command::Session(session::Command::Replan {
            id: id.clone(),
            plan: known,
        })]);
        stage.press("F5 9 F5");
        let asked = plan::field_chair(language);
        assert!(stage.caret_row().contains(asked), "{}", stage.screen());
        stage.press("Right PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        assert!(stage.app.live().is_some());
        assert!(stage.desk().world().session(&id).unwrap().chair.is_some());
        stage.press("F5");
        assert!(stage.desk().world().session(&id).unwrap().opened.is_some());
    }
}

#[test]
fn a_guest_entered_by_mistake_goes_while_nothing_stands_under_the_name() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 F4 g");
        stage.type_text("王强 镇农业办");
        stage.press("PgDn Enter");
        assert!(stage.caret_row().contains("王强"), "{}", stage.screen());
        // Not the step just taken any more, so that undo would take another back.
        stage.press("Home 6 End Delete");
        assert!(!stage.screen().contains("王强  "), "{}", stage.screen());
        let world = stage.desk().world();
        let session = world.session(&stage.app.live().unwrap().session).unwrap();
        assert!(
            session
                .guests
                .iter()
                .all(|it| it.role.as_str() != "镇农业办")
        );
        stage.press("u Down");
        assert!(stage.caret_row().contains("镇农业办"), "{}", stage.screen());
        // A member is no guest, and a guest who spoke stands in the record.
        stage.press("Home Delete");
        let name = line("韩立诚");
        let refusal = Refusal::NoMereGuest { name };
        let refused = refusals::refusal(language, stage.desk().world(), &refusal);
        assert!(stage.said().contains(&refused), "{}", stage.said());
        stage.press("F5 F3");
        stage.type_text("王强");
        stage.press("Enter Esc F4 End Delete");
        let name = line("王强");
        let refusal = Refusal::NoMereGuest { name };
        let refused = refusals::refusal(language, stage.desk().world(), &refusal);
        assert!(stage.said().contains(&refused), "{}", stage.said());
        stage.every_size();
    }
}

#[test]
fn a_result_left_unannounced_is_said_to_wait_and_where() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 a Down Down Down 1 F5");
        stage.type_text("同意路灯安装方案。");
        stage.press("Tab Left Tab PgDn Enter F5 9 e F9");
        let (number, item) = {
            let (_, session, world) = seen(&stage.app).ok().unwrap();
            let motion = world.unannounced(&session.id).unwrap();
            let item = world.item(&motion.item).unwrap();
            assert_ne!(world.running_item(&session.id).unwrap().id, item.id);
            (motion.number, terms::item_number(language, item))
        };
        let left = live::left_unannounced(language, item.as_str(), number, "F7");
        assert_eq!(stage.said(), left);
        stage.press("F7");
        let panel = stage.screen();
        assert!(
            panel.contains(&live::of_other_item(language, item.as_str())),
            "{panel}"
        );
        assert!(
            panel.contains(&live::panel_vote(language, item.as_str())),
            "{panel}"
        );
        stage.every_size();
        stage.press("8");
        let (_, session, world) = seen(&stage.app).ok().unwrap();
        assert!(world.unannounced(&session.id).is_none(), "{}", stage.said());
    }
}

#[test]
fn the_language_turns_under_a_choice_of_the_session() {
    for language in Language::ALL {
        let mut stage = sample(language, 2);
        stage.press("$ F12");
        let other = language.other();
        let menu = stage.screen();
        assert!(menu.contains(mend::which(other)), "{menu}");
        stage.press("Enter");
        assert!(stage.screen().contains(mend::title_missed(other)));
    }
}
