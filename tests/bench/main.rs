//! The budgets, each a ratio against a bare program measured in the same run. Absolute figures are
//! printed for the curious and judged by nobody.
//!
//! `cargo bench` measures on ten and a hundred years; `cargo bench -- --quick` tries every measure
//! once on one year, to see that they still run. `-- --order` writes down what runs at the start, see [`order`].
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    missing_docs
)]

mod ballots;
mod bare;
mod bare_screen;
mod bare_text;
mod chain;
mod crowd;
mod data;
mod matters;
mod order;
mod sitting;
mod stats;
mod terminal;
mod years;

use lianxi::i18n::{Language, ui};
use stats::{By, Samples, alone, figures, head, row};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;
use terminal::Terminal;

/// What is pressed before memory is measured: down, up, into the session, down its items.
const FIRST_KEYS: [&str; 5] = ["\x1b[B", "\x1b[A", "\r", "\x1b[B", "\x1b[B"];

/// How much is measured.
struct Much {
    years: u32,
    more_years: u32,
    starts: usize,
    keys: usize,
    follow_ups: usize,
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, mode, file, ..] = arguments.as_slice()
        && mode == "--bare"
    {
        bare::run(file);
    }
    if arguments.iter().any(|argument| argument == "--bare-text") {
        bare_text::run();
    }
    if arguments.iter().any(|argument| argument == "--order") {
        return order::write(&data::on_file(10));
    }
    let much = if arguments.iter().any(|argument| argument == "--quick") {
        Much {
            years: 1,
            more_years: 2,
            starts: 2,
            keys: 20,
            follow_ups: 2_000,
        }
    } else {
        Much {
            years: 10,
            more_years: 100,
            starts: 40,
            keys: 400,
            follow_ups: 100_000,
        }
    };
    let (have, more) = (data::on_file(much.years), data::on_file(much.more_years));
    println!(
        "{} and {} years on file, 80x24",
        much.years, much.more_years
    );
    head();
    start(&much, &have, &more);
    keys(&much);
    vote(&much);
    memory(&have);
    first_act(&much);
    tally(&much);
    ballots::judged(much.starts);
    crowd::measured(much.years, much.follow_ups, much.starts, much.keys);
    matters::measured(much.years, much.starts);
}

/// Starts both programs in turn; the bare one twice, and what its two halves differ by is the noise.
fn start(much: &Much, have: &Path, more: &Path) {
    let mut samples: [Samples; 5] = Default::default();
    let mut bytes = (0, 0);
    for _ in 0..much.starts {
        let mut first = |which: usize, mut terminal: Terminal| {
            samples[which].push(terminal.frame());
            terminal.bytes
        };
        first(0, Terminal::bare(&data::file(have)));
        bytes.0 = first(1, Terminal::lianxi(have));
        first(2, Terminal::lianxi(more));
        bytes.1 = first(3, Terminal::bare(&data::file(have)));
        first(4, Terminal::bare(&data::file(more)));
    }
    let [bare, lianxi, hundred, again, bare_hundred] = &samples;
    row(
        "noise: the bare program against itself",
        again,
        bare,
        By::Median,
        None,
    );
    row(
        "start to first full frame",
        lianxi,
        bare,
        By::Median,
        Some(1.5),
    );
    row(
        "start with more years, against fewer",
        hundred,
        lianxi,
        By::Median,
        Some(1.1),
    );
    row(
        "  the bare program's, for comparison",
        bare_hundred,
        bare,
        By::Median,
        None,
    );
    println!("  bytes of the first frame: {}, floor {}", bytes.0, bytes.1);
}

/// Measures keys that write nothing. What a text area of the library costs alone is the floor of what is typed: it
/// lays out all of its lines at every character.
fn keys(much: &Much) {
    let sitting = data::sitting(much.years, "sitting");
    let mut floor = Terminal::bare(&data::file(&sitting));
    floor.frame();
    let [mut bare, mut again, mut text]: [Samples; 3] = Default::default();
    let [mut roll, mut editor, mut filter]: [Samples; 3] = Default::default();
    let mut lianxi = at_the_vote(&sitting);
    lianxi.keys(&["\x1bOS"]);
    for nth in 0..much.keys {
        bare.push(floor.key("\x1b[B"));
        roll.push(lianxi.key(if nth / 8 % 2 == 0 { "\x1b[B" } else { "\x1b[A" }));
        again.push(floor.key("\x1b[B"));
    }
    lianxi.keys(&["m", "\x1bOQ"]);
    assert!(
        lianxi.screen().contains("按受益面积"),
        "{}",
        lianxi.screen()
    );
    let mut area = Terminal::bare_text();
    area.frame();
    for _ in 0..much.keys {
        bare.push(floor.key("\x1b[B"));
        editor.push(lianxi.key("a"));
        text.push(area.key("a"));
    }
    drop(lianxi);
    let mut lianxi = at_the_vote(&sitting);
    lianxi.keys(&[":"]);
    for nth in 0..much.keys {
        bare.push(floor.key("\x1b[B"));
        filter.push(lianxi.key(["b", "j", "\x7f", "\x7f"][nth % 4]));
        again.push(floor.key("\x1b[B"));
    }
    row(
        "noise: a key of the bare program",
        &again,
        &bare,
        By::P99,
        None,
    );
    row(
        "key to frame: Down in the roll",
        &roll,
        &bare,
        By::P99,
        Some(2.0),
    );
    row(
        "key to frame: a character in 2,000 lines",
        &editor,
        &text,
        By::P99,
        Some(2.0),
    );
    row(
        "  against a key without any text",
        &editor,
        &bare,
        By::P99,
        None,
    );
    row(
        "key to frame: a character in a filter",
        &filter,
        &bare,
        By::P99,
        Some(2.0),
    );
}

/// Measures marks against the bare program's commit of as many rows.
fn vote(much: &Much) {
    let sitting = data::sitting(much.years, "voting");
    let other = data::sitting(much.years, "floor");
    let mut floor = Terminal::bare(&data::file(&other));
    floor.frame();
    let mut lianxi = at_the_vote(&sitting);
    let [mut bare, mut marks, mut again]: [Samples; 3] = Default::default();
    // Once through the ten voters with one choice, then with another: every key is an act.
    'all: for choice in ["1", "2", "3"].iter().cycle() {
        lianxi.keys(&["\x1b[H"]);
        for _ in 0..10 {
            bare.push(floor.key("v"));
            marks.push(lianxi.key(choice));
            again.push(floor.key("v"));
        }
        if marks.len() >= much.keys {
            break 'all;
        }
    }
    row(
        "noise: a commit of the bare program",
        &again,
        &bare,
        By::Median,
        None,
    );
    row(
        "vote key to durable and painted",
        &marks,
        &bare,
        By::Median,
        Some(1.3),
    );
}

/// Measures what both programs hold once the checks are done. Most of it is code: the kernel maps a window of 64 KB
/// around whatever runs, so that nearly all of a program counts, and takes it back where memory is short. What it
/// cannot take back is what was written: cells, pages of the file, relocated tables. That part is printed by itself;
/// the budget stands at the whole.
fn memory(have: &Path) {
    let mut floor = Terminal::bare(&data::file(have));
    floor.frame();
    let mut lianxi = Terminal::lianxi(have);
    lianxi.frame();
    lianxi.wait(ui::checks_running(Language::Zh), false);
    for key in FIRST_KEYS {
        floor.key(key);
        lianxi.key(key);
    }
    for (what, line, budget) in [
        ("memory, checks done", "Rss:", Some(1.5)),
        ("  of it private and written", "Private_Dirty:", None),
    ] {
        figures(what, "kB", lianxi.memory(line), floor.memory(line), budget);
    }
}

/// Measures until the first mark is on the disk: it waits for the checks.
fn first_act(much: &Much) {
    let mut acted = Samples::default();
    for _ in 0..much.starts.min(8) {
        let sitting = data::sitting(much.years, "first-act");
        let mut lianxi = Terminal::lianxi(&sitting);
        lianxi.frame();
        lianxi.keys(&["\r"]);
        lianxi.key("1");
        acted.push(lianxi.wait("已记录", true));
    }
    alone(
        "start to first act accepted, checks done",
        &acted,
        "no limit yet",
    );
}

fn tally(much: &Much) {
    for many in [832, 1000] {
        let document = data::votes(many);
        let mut counted = Samples::default();
        for _ in 0..much.starts {
            let begun = Instant::now();
            let status = Command::new(env!("CARGO_BIN_EXE_lianxi"))
                .arg("tally")
                .arg(&document)
                .stdout(Stdio::null())
                .status()
                .unwrap();
            counted.push(begun.elapsed());
            assert!(status.success());
        }
        let words = if many == 832 { "under 100" } else { "" };
        alone(
            &format!("tally of {many} votes by 70 members"),
            &counted,
            words,
        );
    }
}

/// Starts the program, waits for its checks and goes to the open vote.
fn at_the_vote(data: &Path) -> Terminal {
    let mut lianxi = Terminal::lianxi(data);
    lianxi.frame();
    lianxi.wait(ui::checks_running(Language::Zh), false);
    lianxi.keys(&["\r"]);
    assert!(
        lianxi.screen().contains("同意所议方案"),
        "{}",
        lianxi.screen()
    );
    lianxi
}
