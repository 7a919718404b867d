//! Far more than any committee has: a hundred thousand follow-ups, an agenda of ten thousand items. The
//! program starts, every screen works, and a frame costs by what is seen and not by what is on file.

use super::ground::{counted, profile, rounds};
use crate::seat::{Seat, office};
use crate::staged::{day, line};
use lianxi::desk::Desk;
use lianxi::domain::Command;
use lianxi::domain::ids::ActId;
use lianxi::domain::roster::{self, Person};
use lianxi::domain::session::agenda::{self, Item, ItemKind, ItemState};
use lianxi::domain::session::{self, Plan, SessionKind};
use lianxi::domain::task::{self, Task};
use lianxi::tui::screens::{Screen, plan, tasks};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How many things one act records.
const AN_ACT: usize = 500;

fn record(desk: &mut Desk, commands: Vec<Command>) {
    let acts = commands
        .chunks(AN_ACT)
        .map(|commands| (desk.new_id::<ActId>(), commands.to_vec()))
        .collect();
    let _recorded = desk.execute_acts(acts).unwrap();
}

/// Founds a committee with so many follow-ups and so many items on its next agenda.
fn founded(base: &Path, tasks: usize, items: usize) -> PathBuf {
    let mut desk = office(base).found(line("柳河片区联合党委")).unwrap();
    let people: Vec<Command> = (0..20)
        .map(|n| {
            Command::Roster(roster::Command::PutPerson(Person {
                id: format!("p{n}").into(),
                name: line(&format!("张三{n}")),
                woman: false,
                kin: Vec::new(),
            }))
        })
        .collect();
    record(&mut desk, people);
    let plan = Plan {
        kind: SessionKind::Regular,
        ordinal: 1,
        date: day("2026-11-23"),
        start: None,
        place: None,
        chair: None,
        recorder: None,
    };
    let create = session::Command::Create {
        id: "s1".into(),
        plan,
        opening: None,
    };
    record(&mut desk, vec![Command::Session(create)]);
    let agenda = (1..=items).map(|n| {
        Command::Agenda(agenda::Command::Put(Item {
            id: format!("i{n:06}").into(),
            session: "s1".into(),
            position: 0,
            published_number: None,
            title: line(&format!("第{n}件事")),
            kind: ItemKind::Discussion,
            planned: Some(5),
            presenter: None,
            presented: None,
            villages: Vec::new(),
            concerned: Vec::new(),
            late: None,
            state: ItemState::Pending,
            runs: Vec::new(),
            carries: None,
            put_off: Vec::new(),
            owes: Vec::new(),
            dropped: None,
            matter: None,
        }))
    });
    record(&mut desk, agenda.collect());
    let due = |n: usize| day("2026-10-01") + chrono::Days::new((n % 200) as u64);
    let put = (0..tasks).map(|n| {
        Command::Task(task::Command::Put(Task {
            owner: Some(format!("p{}", n % 20).into()),
            due: Some(due(n)),
            ..Task::new(
                format!("t{n:06}").into(),
                line(&format!("督办第{n}件")),
                day("2026-09-01"),
            )
        }))
    });
    record(&mut desk, put.collect());
    desk.path().to_owned()
}

/// How what was done may cost more where there is more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cost {
    /// By what is seen: the same.
    Seen,
    /// By what there is, and no worse.
    There,
}

type Times = Vec<(&'static str, Cost, Duration)>;

fn times(base: &Path, tasks: usize, items: usize) -> Times {
    let file = founded(base, tasks, items);
    let starts = (0..2).map(|_| Seat::start(base, &file).1).min().unwrap();
    let (mut seat, took) = Seat::start(base, &file);
    let took = took.min(starts);
    let mut times = vec![("start", Cost::There, took)];
    times.push(("home", Cost::Seen, seat.key("Down")));
    let first = seat.go(|| Screen::Tasks(tasks::State::default()));
    times.push(("follow-ups, first", Cost::There, first));
    let seen = seat.frame();
    assert!(seen.contains("督办第"), "{seen}");
    for key in ["Down", "PgDn"] {
        times.push(("follow-ups, a key", Cost::Seen, seat.key(key)));
    }
    times.push(("follow-ups, marked", Cost::There, seat.key("Space")));
    times.push(("follow-ups, grouped", Cost::There, seat.key("Tab")));
    seat.app.go(Screen::Plan(plan::State::new("s1".into())));
    let seen = seat.frame();
    assert!(seen.contains("第1件事"), "{seen}");
    times.push(("agenda", Cost::There, seat.key("Down")));
    seat.key("End");
    assert!(seat.frame().contains(&format!("第{items}件事")));
    seat.app.go(Screen::live("s1".into()));
    times.push(("roll", Cost::There, seat.key("Down")));
    seat.key("a");
    let seen = seat.frame();
    assert!(seen.contains("第1件事"), "{seen}");
    times.push(("agenda in session", Cost::There, seat.key("Down")));
    let desk = seat.desk();
    let acts = ["石沟", "王楼", "东集"].map(|name| {
        let begun = Instant::now();
        let _done = super::office::rename(desk, name).unwrap();
        begun.elapsed()
    });
    times.push(("an act", Cost::There, acts.into_iter().min().unwrap()));
    times
}

/// Not held to milliseconds, which are the machine's, but to each other in one run.
#[test]
fn a_frame_costs_by_what_is_seen() {
    let grown = rounds(1) * 10;
    let (few, many) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let few = times(few.path(), 1_000, 100);
    let many = times(many.path(), 1_000 * grown, 100 * grown);
    let mut said = Vec::new();
    for ((what, cost, few), (_, _, many)) in few.iter().zip(&many) {
        let millis = |time: &Duration| format!("{:.1}", time.as_secs_f64() * 1e3);
        said.push(format!("{what} {} → {} ms", millis(few), millis(many)));
        let most = match cost {
            Cost::Seen => 8,
            // The control of what is bounded above: this does grow with what there is, but not faster.
            Cost::There => 8 * grown,
        };
        let most = *few * u32::try_from(most).unwrap();
        assert!(many <= &most, "{what}: {few:?}, {many:?}");
    }
    let first = |times: &Times| {
        times
            .iter()
            .find(|it| it.0 == "follow-ups, first")
            .unwrap()
            .2
    };
    assert!(first(&many) > 2 * first(&few), "nothing grew at all");
    counted(&format!(
        "{}: 1,000 follow-ups and 100 items → {} and {}: {}",
        profile(),
        1_000 * grown,
        100 * grown,
        said.join(", ")
    ));
}
