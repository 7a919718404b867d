#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::tests::{panel, sample};
use super::{Panel, State};
use crate::domain::dates::Minute;
use crate::domain::session::{Session, SessionState};
use crate::domain::vote::MotionState;
use crate::i18n::{Language, paper as words};
use crate::tui::stage::Stage;

fn session(stage: &Stage) -> Session {
    let id = &stage
        .app
        .live()
        .map(|state: &State| &state.session)
        .unwrap();
    stage.desk().world().session(id).unwrap().clone()
}

/// Begins to enter the sample's session of today from paper, at 8:00.
fn begun(language: Language) -> Stage {
    let mut stage = sample(language, 3);
    stage.press("p");
    stage.type_text("会上停电");
    stage.press("Down");
    stage.type_text("记录本第12页，在档案柜");
    stage.press("Down");
    stage.press(&"Backspace ".repeat(5));
    stage.type_text("800");
    stage.press("PgDn Enter");
    assert!(stage.app.overlay.is_none(), "{}", stage.screen());
    stage
}

/// States another minute.
fn state(stage: &mut Stage, clock: &str) {
    stage.press(".");
    stage.type_text(clock);
    stage.press("PgDn Enter");
    assert!(stage.app.overlay.is_none(), "{}", stage.screen());
}

#[test]
fn a_session_is_entered_from_paper_with_the_times_it_states() {
    for language in Language::ALL {
        let mut stage = begun(language);
        let seen = stage.screen();
        assert!(seen.contains("08:00"), "{seen}");
        assert!(seen.contains("会上停电"), "{seen}");
        stage.press("F5 9");
        state(&mut stage, "8：02");
        stage.press("F5");
        assert_eq!(session(&stage).opened.unwrap().clock(), "08:02");
        let came = session(&stage).roll[0].attendance.clone();
        assert!(format!("{came:?}").contains("08:00"), "{came:?}");
        // An item with a motion, each at its minute.
        state(&mut stage, "805");
        stage.press("a Down Down Down 1");
        state(&mut stage, "0820");
        stage.press("F5");
        stage.type_text("同意。");
        stage.press("Tab Left Tab PgDn Enter F5");
        assert_eq!(panel(&stage), Panel::Vote);
        stage.press("+ + 9 F5 + 8");
        let world = stage.desk().world();
        let motion = world.motions.values().find(|it| it.from_paper).unwrap();
        let MotionState::Announced { ballot, result, at } = &motion.state else {
            panic!("{:?}", motion.state);
        };
        let clocks = [ballot.opened, result.ended, *at].map(|at| at.clock());
        assert_eq!(clocks, ["08:20", "08:22", "08:23"]);
        // From here it is taken down live again, by the clock of the machine.
        stage.press(",");
        assert!(session(&stage).paper().is_none());
        assert_eq!(session(&stage).papers[0].until.unwrap().clock(), "08:23");
        stage.press("m 3");
        stage.type_text("来电了。");
        stage.press("Esc");
        let entries = &stage.desk().world().entries;
        let entry = entries.values().find(|it| it.words.as_str() == "来电了。");
        assert_eq!(entry.unwrap().at.clock(), "09:00");
        assert!(!entry.unwrap().from_paper);
        stage.press("F10");
        let record = stage.screen_of(80, 60);
        assert!(record.contains("记录本第12页"), "{record}");
    }
}

#[test]
fn what_has_not_come_yet_stands_on_no_paper() {
    for language in Language::ALL {
        let mut stage = begun(language);
        stage.press(".");
        stage.press(&"Backspace ".repeat(5));
        stage.type_text("9:01");
        stage.press("PgDn Enter");
        let said = stage.screen();
        assert!(said.contains(words::not_yet(language)), "{said}");
        stage.press("Esc");
        // It goes back and on a minute at a time.
        stage.press("- - +");
        assert!(stage.screen().contains("07:59"), "{}", stage.screen());
        stage.every_size();
    }
}

#[test]
fn no_key_states_a_minute_that_has_not_come() {
    for language in Language::ALL {
        let mut stage = begun(language);
        state(&mut stage, "900");
        stage.press("+");
        assert!(
            stage.said().starts_with(words::not_yet(language)),
            "{}",
            stage.said()
        );
        let id = session(&stage).id;
        let now = |stage: &Stage| super::moment_of(&stage.app, &id).unwrap().clock();
        assert_eq!(now(&stage), "09:00");
        // Nor does a session that broke off to an hour still to come.
        stage.press("F5 9 F5 z");
        stage.press("PgUp");
        stage.type_text("25");
        stage.press("Enter");
        stage.type_text("1430");
        stage.press("Enter Enter");
        assert_eq!(
            session(&stage).state,
            SessionState::Adjourned,
            "{}",
            stage.screen()
        );
        assert_eq!(now(&stage), "09:00");
        stage.press("Esc");
        assert_eq!(now(&stage), "09:00", "without the screen");
    }
}

#[test]
fn after_the_session_is_closed_no_paper_is_entered() {
    for language in Language::ALL {
        let mut stage = begun(language);
        stage.press("F5 9 F5");
        state(&mut stage, "830");
        stage.press("a BackTab 8");
        let closed = session(&stage);
        assert_eq!(closed.state, SessionState::Closed, "{}", stage.screen());
        assert_eq!(closed.papers[0].until, closed.closed);
        assert!(!stage.screen().contains("会上停电"), "{}", stage.screen());
        assert_eq!(super::moment(&stage.app).unwrap().clock(), "09:00");
    }
}

#[test]
fn the_follow_up_that_is_set_is_the_one_shown_on_the_day_the_paper_states() {
    for language in Language::ALL {
        let mut stage = begun(language);
        stage.press("F5 9 F5 F5");
        assert_eq!(panel(&stage), Panel::Review, "{}", stage.screen());
        let first = |stage: &Stage| super::review::selected(&stage.app).unwrap().what.clone();
        let today = first(&stage);
        // Three weeks before, another one is the most urgent.
        stage.press(". Down");
        stage.press(&"Backspace ".repeat(10));
        stage.type_text("2026-11-01");
        stage.press("Up");
        stage.type_text("0800");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let row = stage.caret_row();
        let meant = first(&stage);
        assert_ne!(meant, today, "{}", stage.screen());
        assert!(row.contains(meant.as_str()), "{row}: {meant}");
        stage.press("2");
        assert!(
            stage.screen().contains(meant.as_str()),
            "{}",
            stage.screen()
        );
    }
}

#[test]
fn a_guest_added_from_the_plan_comes_at_the_minute_the_paper_states() {
    let mut stage = begun(Language::Zh);
    stage.press("F5 9 F5");
    state(&mut stage, "812");
    let id = session(&stage).id;
    let plan = crate::tui::screens::plan::State::new(id.clone());
    stage.app.go(crate::tui::screens::Screen::Plan(plan));
    stage.press("0");
    stage.type_text("何水利 县水利局");
    stage.press("PgDn Enter");
    let world = stage.desk().world();
    let roll = &world.session(&id).unwrap().roll;
    let guest = roll.iter().find(|it| it.place.role.as_str() == "县水利局");
    let came = format!("{:?}", guest.unwrap().attendance);
    assert!(came.contains("08:12"), "{came}");
}

#[test]
fn the_keys_of_paper_say_that_no_paper_is_entered() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        for key in [".", "+", "-", ","] {
            stage.press(key);
            assert!(
                stage.said().starts_with(words::not_from_paper(language)),
                "{key}: {}",
                stage.said()
            );
        }
    }
}

#[test]
fn after_a_restart_the_paper_goes_on_where_the_session_stands() {
    let mut stage = begun(Language::Zh);
    stage.press("F5 9");
    state(&mut stage, "810");
    stage.press("F5");
    // As a kill leaves it: the screen is new, the minute stated last is gone with it.
    let id = session(&stage).id;
    stage.press("Esc");
    stage.app.go(crate::tui::screens::Screen::live(id));
    assert!(stage.screen().contains("08:10"), "{}", stage.screen());
    // The next act goes on from there: the item that is taken up begins a minute later.
    stage.press("+ F5");
    let world = stage.desk().world();
    let item = world.running_item(&session(&stage).id).unwrap();
    assert_eq!(item.runs[0].from.clock(), "08:11");
}

/// Paper is what is asked for where the clock is wrong: a clock that went back holds no minute of it down, and the
/// entry from paper ends where the paper does.
#[test]
fn a_clock_that_went_back_is_not_held_against_what_paper_states() {
    for language in Language::ALL {
        let mut stage = begun(language);
        stage.press("F5 9 F5");
        state(&mut stage, "830");
        let day = session(&stage).opened.unwrap().day();
        let at = |clock| Minute::typed(clock, day).unwrap();
        let year_back = Minute::on(day - chrono::Days::new(365), at("9:00").time());
        let now = |stage: &Stage, clock| {
            let (seen, session, world) = super::seen(&stage.app).unwrap();
            seen.moment(world, session, clock).clock()
        };
        assert_eq!(now(&stage, at("9:00")), "08:30");
        assert_eq!(now(&stage, at("7:10")), "08:30", "an hour back");
        assert_eq!(now(&stage, year_back), "08:30", "a year back");
        // Where nobody stated one yet, as after a new start, the paper's first stands.
        super::with(&mut stage.app, |state| state.stated = None);
        assert_eq!(now(&stage, year_back), "08:00");
    }
}
