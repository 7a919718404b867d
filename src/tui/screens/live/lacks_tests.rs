#![allow(clippy::unwrap_used)]

use super::tests::sample;
use crate::desk::Desk;
use crate::desk::surroundings::{CountedIds, StoppedClock};
use crate::i18n::{Language, salvage as words};
use crate::tui::screens::Screen;
use crate::tui::stage::{MOMENT, Stage};
use insta::assert_snapshot;
use std::fs;
use std::path::PathBuf;

fn clock() -> StoppedClock {
    StoppedClock::at(MOMENT.parse().unwrap()).unwrap()
}

/// Marks everybody present, opens, and takes the marks out of the file as damage does; returns its place, the line
/// and the last one.
fn damaged(stage: &mut Stage) -> (PathBuf, u64, u64) {
    stage.press("F5 9");
    let lost = stage.desk().shown_to().unwrap();
    stage.press("F5");
    let last = stage.desk().shown_to().unwrap();
    assert!(last > lost);
    let path = stage.desk().path().to_owned();
    stage.app.desk = None;
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute_batch(&format!(
        "PRAGMA foreign_keys = OFF; DROP TRIGGER journal_no_delete;
         DELETE FROM journal WHERE seq = {lost}; VACUUM"
    ))
    .unwrap();
    (path, lost, last)
}

/// The bar of it is read whole, with what to do, on the smallest usual window.
#[test]
fn the_bar_of_what_lacks_fits_at_80_cells() {
    for language in Language::ALL {
        for acts in ["12", "108", "1043"] {
            let said = words::session_lacks(language, acts);
            assert!(crate::cells::width(&said) <= 78, "{said}");
        }
    }
}

/// Whoever works in a session that was under way where acts lack is told so on its screen, in its history and in
/// its record.
#[test]
fn a_session_says_which_acts_lack_since_it_was_salvaged() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        let id = stage.app.live().unwrap().session.clone();
        let (path, lost, last) = damaged(&mut stage);
        let to = path.with_extension("new.db");
        Desk::salvage(&path, &to, &clock()).unwrap();
        Desk::verify(&to).unwrap();
        let ids = Box::new(CountedIds::after(9_000));
        stage.app.desk = Some(Desk::look_into(&to, Box::new(clock()), ids).unwrap());
        stage.app.go(Screen::live(id.clone()));
        let acts = format!("{lost}");
        let session = stage.desk().world().session(&id).unwrap();
        assert_eq!(
            session.lacks.first().map(|it| it.from),
            Some(lost),
            "{last}"
        );
        let spans = crate::i18n::acts::spans(language, &session.lacks);
        assert!(spans.contains(&acts), "{spans}");
        let said = words::session_lacks(language, spans.as_str());
        let screen = stage.screen_of(140, 30);
        assert!(screen.contains(&said), "{said}\n{screen}");
        assert_snapshot!(format!("gap_live_{}", language.tag()), stage.screen());
        stage.app.go(Screen::home());
        assert_snapshot!(format!("gap_home_{}", language.tag()), stage.screen());
        stage.app.go(Screen::live(id.clone()));
        // None that is only planned: nothing of its own can lack.
        let others = stage.desk().world().sessions.values();
        let mut planned = others.filter(|it| it.roll.is_empty());
        assert!(planned.all(|it| it.lacks.is_empty()));
        stage.press("i");
        let history = stage.screen_of(140, 60);
        let told = words::act_lost(language, acts.as_str());
        assert!(history.contains(&told), "{told}\n{history}");
        let world = stage.desk().world();
        let paper = crate::papers::record::record(
            world,
            world.session(&id).unwrap(),
            language,
            crate::papers::record::Printed::default(),
        );
        let paper = crate::papers::plain::write(&paper, language, 400);
        let said = words::record_lacks(language, spans.as_str());
        assert!(paper.contains(&said), "{said}\n{paper}");
    }
}

/// A file that SQLite reads no more still says how far its journal can be proved, and where it first cannot.
#[test]
fn what_a_damaged_file_still_proves_is_found_by_its_bytes() {
    let mut stage = sample(Language::Zh, 3);
    let (path, lost, _) = damaged(&mut stage);
    // The tree of the first page is gone, so that nothing opens it.
    let mut bytes = fs::read(&path).unwrap();
    bytes.get_mut(100..110).unwrap().fill(0xff);
    fs::write(&path, bytes).unwrap();
    let damage = Desk::verify(&path).unwrap_err();
    let said = crate::i18n::faults::damage(Language::Zh, &damage);
    assert!(said.contains("salvage"), "{said}");
    let found = Desk::provable(&path).unwrap();
    assert_eq!((found.whole_to, found.first_bad), (lost - 1, Some(lost)));
}
