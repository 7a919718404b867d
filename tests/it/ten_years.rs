//! Ten years of generated matters among eight villages, 120 a year, against one: lists, filters, the page of a matter,
//! the grid of its villages, the boards and their calendar, follow-ups, ledgers and figures cost by what is seen.

use crate::faults::ground::{counted, profile};
use crate::generated::chain::{Wanted, generate};
use crate::seat::Seat;
use lianxi::tui::screens::{Screen, boards, home, ledgers, paths, report, tasks};
use std::io::Write;
use std::time::Duration;

/// A frame (`design.md` §7), for whoever reads the times; the program is not built here as it is released.
const FRAME: u128 = 16;

/// What is seen may cost so many times as much among ten times as much: what a busy machine makes of the same work.
const MOST: u32 = 2;

/// And so much more, for a row more is seen here than there; as it is released that is a tenth of a frame.
const MORE: Duration = Duration::from_millis(8);

/// What lists everything that ever was, and so grows with it: no faster than it, on a busy machine.
const EVERYTHING: [&str; 5] = [
    "  those done too",
    "the ledgers",
    "  another",
    "the report",
    "  the period before",
];

/// The filters of the backlog and the keys that choose something in each.
const FILTERS: [(&str, &str); 7] = [
    ("words", "g q"),
    (
        "stage",
        "Down Right Right Right Right Right Right Right Right",
    ),
    ("village", "Down Down Right"),
    ("kind", "Down Down Down Right"),
    ("urgency", "Down Down Down Down Right"),
    ("origin", "Down Down Down Down Down Right"),
    ("joint", "Down Down Down Down Down Down Right"),
];

struct Times<'s> {
    seat: &'s mut Seat,
    taken: Vec<(String, Duration)>,
}

impl Times<'_> {
    /// Takes the time of the last of some keys on a screen, and sees what it leads to.
    fn take(&mut self, what: &str, screen: &dyn Fn() -> Screen, keys: &str, sees: &str) {
        let time = match keys {
            "" => self.seat.go(screen),
            keys => self.seat.last_of(screen, keys),
        };
        let seen = self.seat.frame();
        assert!(seen.contains(sees), "{what}: {seen}");
        self.taken.push((what.to_owned(), time));
    }
}

fn times(years: u32) -> Vec<(String, Duration)> {
    let folder = tempfile::tempdir().unwrap();
    let wanted = Wanted {
        years,
        today: "2026-11-23".parse().unwrap(),
        seed: 1,
        // As much is open in any number of years.
        makes_room: Some(300),
    };
    let file = generate(folder.path().to_owned(), &wanted);
    let (mut seat, _) = Seat::start(folder.path(), &file);
    let mut times = Times {
        seat: &mut seat,
        taken: Vec::new(),
    };
    times.take(
        "home",
        &|| Screen::Home(home::State::default()),
        "Down",
        "下次会议",
    );

    let backlog = || Screen::Matters(Box::default());
    times.take("the backlog", &backlog, "", "〔2026〕");
    times.take("  a row down", &backlog, "Down", "〔2026〕");
    times.take("  a character of its filter", &backlog, "0 g", "筛选事项");
    for (filter, keys) in FILTERS {
        let keys = format!("0 {keys} PgDn Enter");
        times.take(&format!("  by {filter}"), &backlog, &keys, "〔2026〕");
    }
    times.take("  with those closed", &backlog, "6", "已了结");
    times.take("  a page of them", &backlog, "6 PgDn", "〔2026〕");
    times.take("  more than a page", &backlog, "6 End Down", "〔2026〕");
    times.take(
        "  of them by words",
        &backlog,
        "6 0 g q PgDn Enter",
        "〔2026〕",
    );
    times.take("the page of a matter", &backlog, "1", "经过");
    times.take("  a row down", &backlog, "1 Down", "经过");

    let paths = || Screen::Paths(paths::State::default());
    times.take("what the villages are to do", &paths, "", "〔2026〕");
    times.take("  a row down", &paths, "Down", "〔2026〕");
    times.take("the grid of a matter", &paths, "Enter", "党");
    times.take("  a cell down", &paths, "Enter Down", "党");

    let boards = || Screen::Boards(boards::State::default());
    times.take("the boards", &boards, "", "张贴中");
    times.take("  a row down", &boards, "Down", "张贴中");
    times.take("  by board", &boards, "Tab", "按公开栏");
    times.take("  their calendar", &boards, "Tab Tab", "按日期");
    times.take("  by words", &boards, "0 g q PgDn Enter", "gq");
    times.take("  those settled too", &boards, "9", "张贴中");

    let tasks = || Screen::Tasks(tasks::State::default());
    times.take("follow-ups", &tasks, "", "落实");
    times.take("  a row down", &tasks, "Down", "落实");
    times.take("  by village", &tasks, "Tab", "村");
    times.take("  by words", &tasks, "0 g q PgDn Enter", "落实");
    times.take("  those done too", &tasks, "9", "落实");

    let ledgers = || Screen::Ledgers(ledgers::State::default());
    times.take("the ledgers", &ledgers, "", "2026");
    times.take("  a row down", &ledgers, "Down", "2026");
    times.take("  another", &ledgers, "Tab", "2026");
    let report = || Screen::Report(report::State::default());
    times.take("the report", &report, "", "2026");
    times.take("  a row down", &report, "Down", "2026");
    times.take("  the period before", &report, "Left", "2026");
    times.taken
}

/// Not held to milliseconds, which are the machine's, but to each other in one run.
#[test]
fn ten_years_of_matters_are_seen_as_fast_as_one() {
    let (one, ten) = (times(1), times(10));
    let mut out = std::io::stdout();
    let millis = |time: &Duration| time.as_secs_f64() * 1e3;
    let (mut slow, mut grown, mut longest) = (Vec::new(), 0, (0.0, ""));
    for ((what, one), (_, ten)) in one.iter().zip(&ten) {
        let ratio = ten.as_secs_f64() / one.as_secs_f64();
        let (few, many) = (millis(one), millis(ten));
        let said = format!("{what:<30} {few:>8.2} {many:>8.2} ms  {ratio:>5.2}");
        writeln!(out, "{said}  (a frame, as released: {FRAME} ms)").unwrap();
        let seen = *one * MOST + MORE;
        let most = match EVERYTHING.contains(&what.as_str()) {
            true => *one * 15,
            false => seen,
        };
        // The control: what lists everything that ever was is over the limit of what is seen.
        grown += usize::from(*ten > seen);
        if !EVERYTHING.contains(&what.as_str()) && many > longest.0 {
            longest = (many, what.trim());
        }
        if *ten > most {
            slow.push(said);
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
    assert!(grown > 0, "nothing grew at all");
    counted(&format!(
        "{}: {} screens and keys, one year → ten, at most {MOST} times as long and {} ms; the longest {:.1} ms ({})",
        profile(),
        one.len(),
        MORE.as_millis(),
        longest.0,
        longest.1
    ));
}
