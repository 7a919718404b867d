//! A hundred thousand follow-ups, all open: what one committee would not have in a lifetime, and what no screen
//! may be felt to carry.

use crate::data;
use crate::stats::{By, Samples, row};
use crate::terminal::Terminal;
use crate::years::town::{MATTERS, VILLAGES, line};
use chrono::Days;
use lianxi::desk::Desk;
use lianxi::desk::surroundings::{CountedIds, StoppedClock};
use lianxi::domain::Command;
use lianxi::domain::ids::{ActId, TaskId};
use lianxi::domain::task::{self, Task};
use lianxi::i18n::{Language, ui};
use lianxi::store::folder::Paths;
use std::path::Path;

/// So many follow-ups are put in one transaction.
const AT_ONCE: usize = 2_000;

/// Puts so many open follow-ups into a file, each an act.
pub fn fill(file: &Path, paths: &Paths, many: usize) {
    let clock = StoppedClock::at("2026-11-23T08:00:00".parse().unwrap()).unwrap();
    let ids = Box::new(CountedIds::after(1 << 41));
    let mut desk = Desk::open(file, paths, Box::new(clock), ids).unwrap();
    let all: Vec<usize> = (0..many).collect();
    for some in all.chunks(AT_ONCE) {
        let put = |nth: &usize| Command::Task(task::Command::Put(open(*nth)));
        let acts = some.iter().map(|nth| (desk.new_id(), vec![put(nth)]));
        let acts: Vec<(ActId, Vec<Command>)> = acts.collect();
        let _recorded = desk.execute_acts(acts).unwrap();
    }
}

fn open(nth: usize) -> Task {
    let entered = data::day();
    Task {
        village: Some(VILLAGES[nth % VILLAGES.len()].0.into()),
        due: entered.checked_add_days(Days::new((nth % 400) as u64)),
        ..Task::new(
            TaskId::from(format!("c{nth:06}")),
            line(&format!(
                "{}第{nth}处现场查看并公示",
                MATTERS[nth % MATTERS.len()]
            )),
            entered,
        )
    }
}

/// Measures the start and keys among so many follow-ups. The start is held against the bare program on the same
/// file, keys against the bare program on a file without them, for it draws all rows it has.
pub fn measured(years: u32, many: usize, starts: usize, keys: usize) {
    let crowded = data::crowded(years, many);
    let [mut start, mut start_floor, mut home, mut tasks, mut floor]: [Samples; 5] =
        Default::default();
    for _ in 0..starts {
        start_floor.push(Terminal::bare(&data::file(&crowded)).frame());
        start.push(Terminal::lianxi(&crowded).frame());
    }
    let mut bare = Terminal::bare(&data::file(&data::on_file(years)));
    bare.frame();
    let mut lianxi = Terminal::lianxi(&crowded);
    lianxi.frame();
    lianxi.wait(ui::checks_running(Language::Zh), false);
    let downs = |nth: usize| {
        if (nth / 8).is_multiple_of(2) {
            "\x1b[B"
        } else {
            "\x1b[A"
        }
    };
    for nth in 0..keys {
        floor.push(bare.key("\x1b[B"));
        home.push(lianxi.key(downs(nth)));
    }
    lianxi.keys(&["2"]);
    assert!(lianxi.screen().contains("现场查看"), "{}", lianxi.screen());
    for nth in 0..keys {
        floor.push(bare.key("\x1b[B"));
        tasks.push(lianxi.key(downs(nth)));
    }
    println!("{many} open follow-ups:");
    row(
        "  start to first full frame",
        &start,
        &start_floor,
        By::Median,
        Some(1.5),
    );
    row(
        "  key to frame: a row down in home",
        &home,
        &floor,
        By::P99,
        Some(2.0),
    );
    row(
        "  key to frame: a row down in follow-ups",
        &tasks,
        &floor,
        By::P99,
        Some(2.0),
    );
}
