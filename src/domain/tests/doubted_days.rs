//! Which day of a follow-up is in doubt: the one that does not fit the order of recording, whether the clock that stamped
//! it was a year ahead or behind; a day that somebody stated is none of the clock's.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{Stage, day, line};
use crate::domain::Command;
use crate::domain::task::{Command as Follow, Step, Task, TaskState};
use crate::i18n::{Language, clock as words, follow_ups, terms};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

fn noted(on: NaiveDate) -> Step {
    Step::Noted {
        on,
        note: line("已开工"),
        evidence: None,
    }
}

fn note(on: NaiveDate) -> Follow {
    Follow::Note {
        task: "t1".into(),
        on,
        note: line("已开工"),
        evidence: None,
    }
}

fn asked(what: Follow, clock: NaiveDate) -> Command {
    Command::Task(what.recorded(clock))
}

fn entered(on: NaiveDate) -> Stage {
    let mut stage = Stage::planned();
    let new = Task::new("t1".into(), line("修机耕路"), on);
    stage.run(asked(Follow::Put(new), on));
    stage
}

fn t1(stage: &Stage) -> &Task {
    stage.world.task(&"t1".into()).unwrap()
}

/// The days of a follow-up of which the first is that of its entry.
fn of(days: &[NaiveDate]) -> Task {
    let mut task = Task::new("t1".into(), line("修机耕路"), days[0]);
    task.history = days.iter().skip(1).map(|on| noted(*on)).collect();
    task
}

/// Says of each day whether it is in doubt. Every step is asked by itself, so that no two may be of one day.
fn doubted(task: &Task, today: NaiveDate) -> Vec<bool> {
    let steps = task.history.iter();
    let steps = steps.map(|it| task.step_doubted(it, Some(today)));
    std::iter::once(task.entered_doubted(Some(today)))
        .chain(steps)
        .collect()
}

fn a_year_behind() -> NaiveDate {
    "2025-11-27".parse().unwrap()
}

#[test]
fn what_a_clock_a_year_behind_stamped_carries_the_mark_and_nothing_else() {
    let mut stage = entered(day("11-27"));
    stage.run(asked(note(a_year_behind()), a_year_behind()));
    let of = |stage: &Stage| doubted(t1(stage), day("11-28"));
    // Two days fit no better than each other: the one that is nearer to today is believed.
    assert_eq!(of(&stage), [false, true]);
    stage.run(asked(note(day("11-28")), day("11-28")));
    assert_eq!(of(&stage), [false, true, false]);
    for language in Language::ALL {
        let said = follow_ups::history(language, &stage.world, t1(&stage), day("11-28"));
        let marks = said
            .iter()
            .map(|it| it.contains(words::mark(language).trim()));
        assert!(marks.eq([false, true, false]), "{said:?}");
        let on = terms::short_date(language, a_year_behind(), day("11-28"));
        assert!(said[1].contains(&words::marked(language, on)), "{said:?}");
    }
}

#[test]
fn what_was_finished_by_a_clock_a_year_behind_is_signed_by_the_right_one() {
    let mut stage = entered(day("11-27"));
    let finish = Follow::Finish {
        task: "t1".into(),
        on: a_year_behind(),
        note: None,
        evidence: None,
    };
    stage.run(asked(finish, a_year_behind()));
    let sign = Follow::Sign {
        task: "t1".into(),
        on: day("11-28"),
        by: line("孙广田"),
        paper: line("督办卡"),
    };
    stage.run(asked(sign, day("11-28")));
    assert_eq!(t1(&stage).state, TaskState::Closed);
    assert_eq!(doubted(t1(&stage), day("12-01")), [false, true, false]);
    assert!(!t1(&stage).ended_doubted(Some(day("12-01"))));
}

#[test]
fn a_day_that_somebody_stated_is_in_no_doubt() {
    let mut stage = entered(day("11-20"));
    for on in ["11-25", "11-22", "11-24", "11-27", "11-21"] {
        // Noted late: the clock of all of them is that of the 27th.
        stage.run(asked(note(day(on)), day("11-27")));
    }
    assert_eq!(t1(&stage).stated, [1, 2, 3, 5].into());
    assert_eq!(doubted(t1(&stage), day("11-28")), [false; 6]);
    // And the journal keeps that it was stated.
    let kept = serde_json::to_string(t1(&stage)).unwrap();
    let read: Task = serde_json::from_str(&kept).unwrap();
    assert_eq!(&read, t1(&stage));
}

proptest! {
    /// Steps in order are never doubted.
    #[test]
    fn days_in_order_are_in_no_doubt(mut offsets in prop::collection::vec(0_u64..300, 1..12)) {
        offsets.sort_unstable();
        let days: Vec<NaiveDate> = offsets.iter().map(|it| day("01-01") + Days::new(*it)).collect();
        prop_assert!(doubted(&of(&days), day("12-31")).iter().all(|it| !it));
    }

    /// One day of a wrong clock among three or more right ones is the one in doubt, ahead or behind, whether it is still
    /// to come or long over, unless it fits: behind before the first, or ahead after the last of what is over.
    #[test]
    fn one_wrong_day_among_right_ones_is_the_one_in_doubt(
        mut offsets in prop::collection::btree_set(0_u64..300, 3..10),
        at in 0_usize..10,
        ahead in any::<bool>(),
        later in any::<bool>(),
    ) {
        let right = std::mem::take(&mut offsets);
        let mut days: Vec<NaiveDate> = right.iter().map(|it| day("01-01") + Days::new(*it)).collect();
        let at = at.min(days.len());
        let wrong = match ahead {
            true => day("12-31") + Days::new(200),
            false => day("01-01") - Days::new(200),
        };
        let today = day("12-31") + Days::new(if later { 900 } else { 0 });
        days.insert(at, wrong);
        let fits = if ahead { later && at == right.len() } else { at == 0 };
        let expected: Vec<bool> = (0..days.len()).map(|it| it == at && !fits).collect();
        prop_assert_eq!(doubted(&of(&days), today), expected);
    }
}
