//! The day of a session that was opened under a clock of another year, put right by the key of the times.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::clock_tests::under;
use super::tests::sample;
use crate::desk::Desk;
use crate::domain::Command;
use crate::domain::dates::Minute;
use crate::domain::ids::SessionId;
use crate::domain::session::Session;
use crate::domain::session::correction::Corrected;
use crate::domain::task::{self, Task};
use crate::domain::text::Line;
use crate::i18n::{
    Language, clock as doubts, live as live_words, record as record_words, terms, times,
};
use crate::papers::{plain, record};
use crate::tui::stage::Stage;
use chrono::{Months, NaiveDate};
use insta::assert_snapshot;

/// A session said to sit today, by a clock a year ahead; one entry is taken down by it.
fn a_year_ahead(language: Language) -> (Stage, SessionId, NaiveDate, NaiveDate) {
    let mut stage = sample(language, 3);
    let id = stage.app.live().unwrap().session.clone();
    let right = stage.desk().today();
    let wrong = right.checked_add_months(Months::new(12)).unwrap();
    under(&mut stage, id.clone(), &format!("{wrong}T09:00"));
    stage.press("F5 9 F5 Down Enter F5 m 3");
    stage.type_text("错年时记的。");
    stage.press("Esc");
    under(&mut stage, id.clone(), &format!("{right}T09:20"));
    (stage, id, right, wrong)
}

fn session(stage: &Stage, id: &SessionId) -> Session {
    stage.desk().world().session(id).unwrap().clone()
}

fn printed(stage: &Stage, id: &SessionId, language: Language) -> String {
    let world = stage.desk().world();
    let session = world.session(id).unwrap();
    let paper = record::record(world, session, language, record::Printed::default());
    plain::write(&paper, language, 400)
}

/// Says whether a screen or a paper doubts a minute.
fn doubts(language: Language, text: &str) -> bool {
    let mark = doubts::mark(language);
    text.contains(mark.trim().trim_end_matches([')', '）']))
}

#[test]
fn the_key_of_the_times_asks_the_day_where_it_is_in_doubt() {
    for language in Language::ALL {
        let (mut stage, id, right, wrong) = a_year_ahead(language);
        assert_eq!(session(&stage, &id).opened.unwrap().day(), wrong);
        stage.press("t");
        let sheet = stage.screen();
        assert!(sheet.contains(times::day(language)), "{sheet}");
        assert!(sheet.contains(&wrong.to_string()), "{sheet}");
        assert_snapshot!(format!("right_day_{}", language.tag()), sheet);
        stage.every_size();
        // A day still to come is refused beside its field, and the right one wants a reason.
        stage.type_text(&right.succ_opt().unwrap().to_string());
        stage.press("PgDn Enter");
        let to_come = times::day_to_come(language, terms::date(language, right));
        let sheet = stage.screen_of(120, 40);
        assert!(sheet.contains(&to_come), "{sheet}");
        stage.press("PgUp Ctrl-u");
        stage.type_text(&right.to_string());
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        stage.press("PgDn Up");
        stage.type_text("时钟快了一年");
        stage.press("Enter");
        if stage.app.overlay.is_some() {
            stage.press("Enter");
        }
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let day = |day| terms::date(language, day);
        let plain_day = |day| terms::plain_date(language, day);
        let told = times::day_mended(language, plain_day(wrong), plain_day(right), "");
        assert!(
            stage.said().contains(told.trim()),
            "{told}\n{}",
            stage.said()
        );
        let now = session(&stage, &id);
        assert_eq!(now.opened, Minute::read(&format!("{right}T09:00")));
        // Neither the bar nor what is taken down from here is in doubt.
        stage.press("m 3");
        stage.type_text("对年时记的。");
        stage.press("Esc");
        let screen = stage.screen_of(120, 40);
        assert!(!screen.contains(&wrong.to_string()), "{screen}");
        assert!(!doubts(language, &screen), "{screen}");
        let paper = printed(&stage, &id, language);
        assert!(!doubts(language, &paper), "{paper}");
        let (at, why) = (
            Minute::read(&format!("{right}T09:20")).unwrap(),
            "时钟快了一年",
        );
        let at = terms::minute(language, at);
        let told = times::day_told(language, day(wrong), at, day(right), why);
        assert!(paper.contains(&told), "{told}\n{paper}");
        // It is one step, and undone it is gone: behind it the words and the stamp of the entry.
        stage.press("u u u");
        let before = session(&stage, &id);
        assert_eq!(before.opened.unwrap().day(), wrong);
        assert_eq!(before.day_mends, []);
        stage.press("r");
        assert_eq!(session(&stage, &id).opened, now.opened);
    }
}

#[test]
fn a_session_on_its_own_day_is_asked_for_none() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 F5 t");
        let sheet = stage.screen();
        assert!(sheet.contains(live_words::opened_at(language)), "{sheet}");
        assert!(!sheet.contains(times::day(language)), "{sheet}");
    }
}

#[test]
fn after_the_session_the_same_key_corrects_the_day() {
    for language in Language::ALL {
        let (mut stage, id, right, wrong) = a_year_ahead(language);
        stage.press("F9 Tab Tab 8");
        assert!(session(&stage, &id).closed.is_some(), "{}", stage.screen());
        stage.press("t");
        let sheet = stage.screen_of(120, 40);
        assert!(sheet.contains(&wrong.to_string()), "{sheet}");
        // The day in doubt is one of two: the end was stamped on the right one.
        let found = times::nth_from(language, times::day(language), 2);
        assert!(sheet.contains(&found), "{sheet}");
        stage.type_text(&right.to_string());
        stage.press("PgDn Up");
        stage.type_text("时钟快了一年");
        stage.press("Enter Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let world = stage.desk().world();
        let made = world.corrections_of(&id).next().unwrap();
        let (from, to) = (wrong, right);
        assert_eq!(made.change, Corrected::Day { from, to });
        let paper = printed(&stage, &id, language);
        assert!(!doubts(language, &paper), "{paper}");
        let at = terms::minute(language, Minute::read(&format!("{right}T09:00")).unwrap());
        assert!(paper.contains(&at), "{paper}");
        assert!(paper.contains(record_words::corrections(language)));
    }
}

/// What the session entered goes to the right day with it and back, each in the file as the journal has it.
#[test]
fn follow_ups_go_along_with_the_day_and_back_with_its_undo() {
    let (mut stage, id, right, wrong) = a_year_ahead(Language::Zh);
    for (task, session, entered) in [
        ("t91", Some(&id), wrong),
        ("t92", Some(&id), right),
        ("t93", None, wrong),
    ] {
        stage.record(&[Command::Task(task::Command::Put(Task {
            session: session.cloned(),
            ..Task::new(task.into(), Line::new("修好三号闸").unwrap(), entered)
        }))]);
    }
    let entered = |stage: &Stage| {
        ["t91", "t92", "t93"].map(|id| stage.desk().world().task(&id.into()).unwrap().entered)
    };
    let before = entered(&stage);
    assert_eq!(before, [wrong, right, wrong]);
    stage.press("t Ctrl-u");
    stage.type_text(&right.to_string());
    stage.press("PgDn Up");
    stage.type_text("时钟快了一年");
    stage.press("Enter Enter");
    assert_eq!(entered(&stage), [right, right, wrong], "{}", stage.screen());
    stage.press("u");
    assert_eq!(entered(&stage), before);
    assert_eq!(session(&stage, &id).opened.unwrap().day(), wrong);
    stage.press("r");
    assert_eq!(entered(&stage), [right, right, wrong]);
    let checked = Desk::verify(stage.desk().path()).unwrap();
    assert!(checked.compared);
}

/// What the session set for later does not move with its day, and that is said before it is recorded.
#[test]
fn the_days_the_session_set_are_named_where_its_own_is_put_right() {
    for language in Language::ALL {
        let (mut stage, id, right, wrong) = a_year_ahead(language);
        let due = wrong + chrono::Days::new(10);
        for (at, what) in ["修好三号闸", "清淤", "装路灯", "补界桩"]
            .iter()
            .enumerate()
        {
            stage.record(&[Command::Task(task::Command::Put(Task {
                session: Some(id.clone()),
                due: Some(due),
                ..Task::new(format!("t9{at}").into(), Line::new(what).unwrap(), wrong)
            }))]);
        }
        stage.press("t");
        let first = times::set_due(language, "修好三号闸", terms::plain_date(language, due));
        // The control: an hour alone moves nothing.
        let sheet = stage.screen_of(120, 40);
        assert!(!sheet.contains(&first), "{sheet}");
        stage.press("Ctrl-u");
        stage.type_text(&right.to_string());
        stage.press("Down");
        let sheet = stage.screen_of(120, 40);
        assert!(sheet.contains(&first), "{sheet}");
        insta::assert_snapshot!(format!("day_leaves_{}", language.tag()), stage.screen());
    }
}
