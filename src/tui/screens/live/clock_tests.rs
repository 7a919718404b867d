#![allow(clippy::unwrap_used)]

use super::tests::sample;
use super::view::clock_keys;
use crate::domain::Command;
use crate::domain::dates::Minute;
use crate::domain::ids::SessionId;
use crate::domain::session;
use crate::domain::session::sequence::ClockDoubt;
use crate::i18n::{Language, clock as words, clocks, record as record_words};
use crate::papers::{plain, record};
use crate::tui::screens::Screen;
use crate::tui::stage::Stage;
use insta::assert_snapshot;

/// Opens the same file under another clock, at the session.
pub(super) fn under(stage: &mut Stage, id: SessionId, clock: &str) {
    let path = stage.desk().path().to_owned();
    stage.app.desk = None;
    stage.app.office.stopped = Some(format!("{clock}:00").parse().unwrap());
    stage.app.enter(&path);
    stage.app.go(Screen::live(id));
}

/// What the smallest usual window shows of a clock that is wrong: at home and in the session.
#[test]
fn the_bars_of_a_wrong_clock_fit_the_usual_window() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 F5 m 3");
        stage.type_text("先记的。");
        stage.press("Esc");
        let sits = stage.desk().today();
        let id = stage.app.live().unwrap().session.clone();
        for (name, clock) in [
            ("early", format!("{sits}T08:00")),
            ("year", "2025-11-23T09:30".to_owned()),
        ] {
            under(&mut stage, id.clone(), &clock);
            let named = |place| format!("clock_{name}_{place}_{}", language.tag());
            assert_snapshot!(named("live"), stage.screen());
            stage.app.go(Screen::home());
            assert_snapshot!(named("home"), stage.screen());
        }
    }
}

/// What a clock of another year stamped is put on the session's own day by whoever mends its hour.
#[test]
fn an_entry_of_another_day_is_mended_onto_the_day_of_the_session() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 F5");
        let id = stage.app.live().unwrap().session.clone();
        let opened = stage.desk().world().session(&id).unwrap().opened.unwrap();
        under(&mut stage, id.clone(), "2025-11-23T09:30");
        stage.press("m 3");
        stage.type_text("错年时记的。");
        stage.press("Esc");
        let at = |stage: &Stage| {
            let world = stage.desk().world();
            let noted = world.entries.values();
            let mut noted = noted.filter(|it| it.words.as_str().contains("错年时记的"));
            noted.next().unwrap().at
        };
        assert_eq!(at(&stage).to_string(), "2025-11-23T09:30");
        stage.press("6 Left Down End Backspace Backspace");
        stage.type_text("40");
        stage.press("Enter Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let at = at(&stage);
        assert_eq!((at.day(), at.clock()), (opened.day(), "09:40".to_owned()));
        let session = stage.desk().world().session(&id).unwrap();
        assert_eq!(session.clock_doubt(at), None);
        let screen = stage.screen_of(120, 30);
        assert!(!screen.contains(words::mark(language).trim()), "{screen}");
    }
}

/// The clerk is told at once that the clock cannot be right; what is noted all the same stands last, is marked on the
/// screen and is printed with why.
#[test]
fn a_clock_that_cannot_be_right_is_told_while_the_session_sits_and_in_the_record() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 F5 m 3");
        stage.type_text("先记的。");
        stage.press("Esc");
        let id = stage.app.live().unwrap().session.clone();
        let opened = stage.desk().world().session(&id).unwrap().opened.unwrap();
        let sits = opened.day();
        let cases = [
            (
                opened.day().to_string() + "T08:00",
                ClockDoubt::BeforeOpening { opened },
            ),
            ("2025-11-23T09:30".to_owned(), ClockDoubt::OtherDay { sits }),
        ];
        for (clock, doubt) in cases {
            under(&mut stage, id.clone(), &clock);
            let minute = Minute::read(&clock).unwrap();
            let said = clocks::now(language, doubt, minute, clock_keys());
            let screen = stage.screen_of(80, 24);
            assert!(screen.contains(&said), "{said}\n{screen}");
            stage.press("m 3");
            stage.type_text("后记的。");
            stage.press("Esc");
            let screen = stage.screen_of(120, 30);
            let mark = words::mark(language).trim();
            let row = screen.lines().find(|it| it.contains(mark));
            assert!(row.is_some_and(|it| it.contains("后记的")), "{screen}");
            let world = stage.desk().world();
            let session = world.session(&id).unwrap();
            let paper = record::record(world, session, language, record::Printed::default());
            let paper = plain::write(&paper, language, 400);
            let told = clocks::entry(language, doubt, minute, minute.clock());
            assert!(paper.contains(&told), "{told}\n{paper}");
            assert!(paper.find("先记的") < paper.find("后记的"), "{paper}");
        }
    }
}

/// A clock that was fast at the opening and is put right makes nobody absent; whoever leaves by one that went back
/// is on the roll with the minute that was stamped, and with a mark.
#[test]
fn a_clock_put_right_makes_nobody_absent_and_bends_no_minute() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        let id = stage.app.live().unwrap().session.clone();
        let day = stage.desk().today();
        under(&mut stage, id.clone(), &format!("{day}T12:00"));
        stage.press("F5 9 F5");
        under(&mut stage, id.clone(), &format!("{day}T09:20"));
        stage.press("F5 F5 F5 F5");
        let world = stage.desk().world();
        let session = world.session(&id).unwrap().clone();
        let paper = record::record(world, &session, language, record::Printed::default());
        let paper = plain::write(&paper, language, 400);
        let away = record_words::presenter_away(language, "丁守业");
        assert!(!paper.contains(&away), "{paper}");
        assert!(paper.contains("09:20"), "{paper}");
        let leaving = session::Command::Mark {
            id: id.clone(),
            person: session.roll.get(2).unwrap().place.person.clone(),
            mark: session::RollMark::Left,
            at: Minute::read(&format!("{day}T09:20")).unwrap(),
        };
        stage.record(&[Command::Session(leaving)]);
        stage.press("F4");
        let screen = stage.screen_of(120, 40);
        let gone = format!("12:00-{}", words::marked(language, "09:20"));
        assert!(screen.contains(&gone), "{screen}");
    }
}

/// What lies between two clocks is no time an item took: the header says that it is in doubt, the agenda what was planned.
#[test]
fn a_year_between_two_clocks_is_no_time_of_an_item() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 F5");
        let id = stage.app.live().unwrap().session.clone();
        under(&mut stage, id, "2027-11-23T09:30");
        for screen in [stage.screen(), stage.screen_of(120, 40)] {
            assert!(!screen.contains("52"), "{screen}");
        }
        let mark = words::mark(language);
        assert!(stage.screen().contains(mark.trim()), "{}", stage.screen());
    }
}

/// What a wrong clock closed says so at home and in the session until its day is put right, also in the usual window.
#[test]
fn a_session_closed_under_a_wrong_clock_says_so_at_home_and_in_the_session() {
    for language in Language::ALL {
        for (clock, doubted) in [("2027-11-23T10:20", true), ("09:50", false)] {
            let mut stage = sample(language, 3);
            stage.press("F5 9 F5 F5");
            let id = stage.app.live().unwrap().session.clone();
            let day = stage.desk().today();
            let clock = match doubted {
                true => clock.to_owned(),
                false => format!("{day}T{clock}"),
            };
            under(&mut stage, id.clone(), &clock);
            let at = Minute::read(&clock).unwrap();
            let close = session::Command::Close { id: id.clone(), at };
            stage.record(&[Command::Session(close)]);
            let said = clocks::closed(language, at, clock_keys());
            for (width, height) in [(80, 24), (120, 40)] {
                let screen = stage.screen_of(width, height);
                assert_eq!(screen.contains(&said), doubted, "{said}\n{screen}");
            }
            stage.app.go(Screen::home());
            let screen = stage.screen();
            let mark = words::mark(language).trim();
            assert_eq!(screen.contains(mark), doubted, "{screen}");
        }
    }
}

/// Below what is written stands how typing is taken back, as below a form.
#[test]
fn where_words_are_written_the_key_that_takes_back_typing_is_named() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 F5 m 3");
        let screen = stage.screen_of(80, 24);
        assert!(
            screen.contains("Ctrl-Z") && screen.contains("Esc"),
            "{screen}"
        );
        stage.type_text("写错的字");
        assert!(stage.screen().contains("写错的字"));
        stage.press("Ctrl-z");
        assert!(!stage.screen().contains("写错的字"), "{}", stage.screen());
    }
}
