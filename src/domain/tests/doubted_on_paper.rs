//! What a wrong clock stamped stands on the papers of a follow-up all the same, in the order of recording and with the
//! mark: on its slips, in what the record says of it, and where the part of a village is told.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{Stage, day, line};
use crate::domain::Command;
use crate::domain::task::{Command as Follow, OfPart, Part, Slip, Task};
use crate::i18n::{Language, clock as words, follow_ups, terms};
use crate::papers::{markdown, reminder};
use chrono::NaiveDate;

fn ahead() -> NaiveDate {
    "2027-11-27".parse().unwrap()
}

fn behind() -> NaiveDate {
    "2025-11-27".parse().unwrap()
}

fn run(stage: &mut Stage, clock: NaiveDate, what: Follow) {
    stage.run(Command::Task(what.recorded(clock)));
}

/// One of a village that has a part in it, entered under the right clock.
fn entered() -> Stage {
    let mut stage = Stage::planned();
    let part = Part {
        what: line("清淤上段"),
        done: None,
    };
    let new = Task {
        parts: [("v2".into(), part)].into(),
        due: Some(day("11-24")),
        ..Task::new("t1".into(), line("修机耕路"), day("11-20"))
    };
    run(&mut stage, day("11-20"), Follow::Put(new));
    stage
}

fn t1(stage: &Stage) -> &Task {
    stage.world.task(&"t1".into()).unwrap()
}

fn note(stage: &mut Stage, clock: NaiveDate, on: NaiveDate, what: &str) {
    let note = Follow::Note {
        task: "t1".into(),
        on,
        note: line(what),
        evidence: None,
    };
    run(stage, clock, note);
}

fn remind(stage: &mut Stage, clock: NaiveDate, on: NaiveDate, serial: u32) {
    let remind = Follow::Remind {
        task: "t1".into(),
        on,
        slip: slip(serial),
        to: line("村委会"),
    };
    run(stage, clock, remind);
}

const fn slip(serial: u32) -> Slip {
    Slip { year: 2026, serial }
}

fn printed(stage: &Stage, language: Language, serial: u32, today: &str) -> String {
    let of = reminder::of(t1(stage)).find(|it| it.slip == slip(serial));
    let paper = reminder::paper(language, (&stage.world, day(today)), &[of.unwrap()]);
    markdown::write(&paper, language)
}

fn marked(language: Language, on: NaiveDate) -> String {
    words::marked(language, terms::date(language, on))
}

#[test]
fn a_slip_tells_what_was_done_under_a_wrong_clock_before_it_was_made() {
    for (wrong, language) in [ahead(), behind()]
        .into_iter()
        .flat_map(|wrong| Language::ALL.map(|language| (wrong, language)))
    {
        let mut stage = entered();
        note(&mut stage, wrong, wrong, "图出了");
        remind(&mut stage, day("11-28"), day("11-28"), 1);
        // Noted later the same day: the slip had gone out.
        note(&mut stage, day("11-28"), day("11-28"), "又看了");
        for today in ["11-28", "12-05"] {
            let paper = printed(&stage, language, 1, today);
            assert!(paper.contains("图出了"), "{paper}");
            assert!(paper.contains(&marked(language, wrong)), "{paper}");
            assert!(!paper.contains("又看了"), "{paper}");
            assert!(!paper.contains(&marked(language, day("11-28"))), "{paper}");
        }
    }
}

#[test]
fn a_slip_that_is_dated_back_tells_what_was_by_its_day() {
    let mut stage = entered();
    note(&mut stage, day("11-22"), day("11-22"), "开工了");
    note(&mut stage, day("11-27"), day("11-27"), "又看了");
    remind(&mut stage, day("11-28"), day("11-25"), 1);
    for language in Language::ALL {
        let paper = printed(&stage, language, 1, "11-28");
        assert!(paper.contains("开工了"), "{paper}");
        assert!(!paper.contains("又看了"), "{paper}");
        assert!(!paper.contains(words::mark(language).trim()), "{paper}");
    }
}

#[test]
fn the_day_of_a_slip_of_a_wrong_clock_carries_the_mark_when_it_is_printed_again() {
    let mut stage = entered();
    remind(&mut stage, ahead(), ahead(), 1);
    remind(&mut stage, day("11-28"), day("11-28"), 2);
    for language in Language::ALL {
        let again = printed(&stage, language, 1, "11-28");
        assert!(again.contains(&marked(language, ahead())), "{again}");
        let right = printed(&stage, language, 2, "11-28");
        assert!(!right.contains(words::mark(language).trim()), "{right}");
    }
}

#[test]
fn the_record_and_the_part_of_a_village_mark_the_day_of_a_wrong_clock() {
    for wrong in [ahead(), behind()] {
        let mut stage = entered();
        note(&mut stage, day("11-21"), day("11-21"), "开工了");
        note(&mut stage, day("11-22"), day("11-22"), "挖沟");
        note(&mut stage, wrong, wrong, "图出了");
        let done = Follow::Part {
            task: "t1".into(),
            on: wrong,
            village: "v2".into(),
            what: OfPart::Done { evidence: None },
        };
        run(&mut stage, wrong, done);
        // What was noted since leaves the days of the wrong clock outside, in whichever year one looks.
        remind(&mut stage, day("11-27"), day("11-27"), 1);
        remind(&mut stage, day("11-28"), day("11-28"), 2);
        let (world, task) = (&stage.world, t1(&stage));
        for language in Language::ALL {
            let report = follow_ups::report(language, world, &[task], None, day("11-28"));
            let marks = report.matches(&marked(language, wrong)).count();
            assert_eq!(marks, 2, "{report}");
            let parts = follow_ups::parts(language, world, task, day("11-28"));
            let on = terms::short_date(language, wrong, day("11-28"));
            assert!(parts[0].contains(&words::marked(language, on)), "{parts:?}");
        }
    }
}
