//! The sheet of the times, before 散会 and after it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::tests::sample;
use super::words;
use crate::domain::Command;
use crate::domain::dates::Minute;
use crate::domain::refusal::Refusal;
use crate::domain::session::again::Sitting;
use crate::domain::session::attendance::Attendance;
use crate::domain::session::{self, SessionState};
use crate::i18n::{Language, terms, times};
use crate::tui::action::Why;
use crate::tui::stage::Stage;
use chrono::Days;

/// A session with a break and a vote that was announced; its clock stood still at nine.
fn voted(language: Language) -> Stage {
    let mut stage = sample(language, 3);
    stage.press("F5 9 F5 F5 F6 F6 F5 a Down Down Down 1 F5");
    stage.type_text("同意。");
    stage.press("Tab Left Tab PgDn Enter F5 9 End 8");
    stage
}

fn minutes(stage: &mut Stage, field: &str, minutes: &str) {
    stage.press(&format!("PgUp {field} End Backspace Backspace"));
    stage.type_text(minutes);
}

#[test]
fn times_are_mended_and_after_the_session_corrected_by_the_same_key() {
    for language in Language::ALL {
        let mut stage = voted(language);
        stage.press("t");
        let sheet = stage.screen();
        for label in [times::vote_opened(language), times::break_from(language)] {
            assert!(sheet.contains(label), "{sheet}");
        }
        stage.every_size();
        // A result announced before its vote ended is refused, in words.
        minutes(&mut stage, "Down", "10");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        let crossed = stage.app.reason(&Why::Refused(Refusal::TimesCross));
        assert_eq!(stage.said(), crossed);
        minutes(&mut stage, "Down Down", "12");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        assert!(stage.said().contains("09:12"), "{}", stage.said());
        // In the agenda the same key has the item's own times.
        stage.press("a t");
        let item = times::item_from(language, terms::number_of_item(language, 4));
        assert!(stage.screen().contains(&item), "{}", stage.screen());
        stage.press("Esc F9 Tab Tab 8");
        let id = stage.app.live().unwrap().session.clone();
        let state = stage.desk().world().session(&id).unwrap().state;
        assert_eq!(state, SessionState::Closed);
        stage.press("t");
        let sheet = stage.screen();
        for label in [words::closed_at(language), words::corrected_by(language)] {
            assert!(sheet.contains(label), "{sheet}");
        }
        // The break was from nine to ten past nine, and nobody looked at the clock.
        minutes(&mut stage, "Down Down", "10");
        minutes(&mut stage, "Down Down Down", "12");
        stage.press("PgDn Up");
        stage.type_text("漏看钟");
        stage.press("Enter Enter");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        let crossing = times::vote(language, 1, 4);
        assert!(stage.said().contains(&crossing), "{}", stage.said());
        // With the break as it stood it is one correction, of the closing alone, with its reason.
        minutes(&mut stage, "Down Down", "00");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let world = stage.desk().world();
        assert_eq!(world.corrections.len(), 1);
        let correction = world.corrections.values().next().unwrap();
        assert_eq!(correction.reason.as_str(), "漏看钟");
        let session = world.session(&id).unwrap();
        assert_eq!(session.closed.unwrap().clock(), "09:12");
        assert_eq!(session.breaks[0].to.unwrap().clock(), "09:00");
    }
}

#[test]
fn when_it_broke_off_and_went_on_is_put_right_on_the_same_sheet() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5");
        let id = stage.app.live().unwrap().session.clone();
        let minute = |stage: &Stage, days: u64, clock: &str| {
            let day = stage.desk().today() + Days::new(days);
            Minute::on(day, clock.parse().unwrap())
        };
        let (broke_off, resumed) = (minute(&stage, 0, "09:30:00"), minute(&stage, 1, "09:00:00"));
        let again = Sitting {
            date: resumed.day(),
            start: None,
        };
        let closed = minute(&stage, 1, "10:00:00");
        stage.record(&[
            Command::Session(session::Command::Adjourn {
                id: id.clone(),
                at: broke_off,
                again,
            }),
            Command::Session(session::Command::Resume {
                id: id.clone(),
                at: resumed,
            }),
        ]);
        let put_right = |stage: &mut Stage, to: &str| {
            for (label, field) in [
                (times::broke_off(language), "Down"),
                (times::went_on(language), "Down Down"),
            ] {
                assert!(stage.screen().contains(label), "{}", stage.screen());
                minutes(stage, field, to);
            }
        };
        let stand = |stage: &Stage, minutes: &str| {
            let session = stage.desk().world().session(&id).unwrap();
            let known = session.adjournments[0];
            assert_eq!(known.at.clock(), format!("09:{minutes}"));
            assert_eq!(known.resumed.unwrap().clock(), format!("09:{minutes}"));
            assert_eq!(known.resumed.unwrap().day(), resumed.day());
            session.roll.iter().all(|it| match &it.attendance {
                Attendance::Attended { stays } => stays[0].to == Some(known.at),
                _ => true,
            })
        };
        stage.press("t");
        put_right(&mut stage, "35");
        stage.every_size();
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        assert!(stage.said().contains("09:35"), "{}", stage.said());
        assert!(stand(&stage, "35"));
        // Taken back, it is said, and stands where it stood.
        stage.press("u");
        assert!(stage.said().contains("09:35"), "{}", stage.said());
        stage.record(&[Command::Session(session::Command::Close {
            id: id.clone(),
            at: closed,
        })]);
        stage.press("t");
        put_right(&mut stage, "40");
        stage.press("PgDn Up");
        stage.type_text("漏看钟");
        stage.press("Enter Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        assert!(stand(&stage, "40"));
        assert_eq!(stage.desk().world().corrections.len(), 1);
    }
}
