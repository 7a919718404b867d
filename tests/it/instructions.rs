//! What start, a key and a vote cost, in instructions of the processor: figures that do not depend on
//! how busy the machine is. A table is printed. What is judged is only that none of them grows with
//! what lies in the file, sealed.
//!
//! Counted is the thread that computes, draws and writes, from one whole frame to the next, in the
//! program as tests build it, so that the figures are to be compared with each other and with those
//! of another day, not with a release.

#[path = "../bench/sitting.rs"]
mod sitting;

use crate::generated::years::{self, Wanted, generate};
use crate::terminal::{Start, Terminal};
use lianxi::i18n::{Language, ui};
use lianxi::store::folder::Paths;
use portable_pty::CommandBuilder;
use sitting::sit;
use std::env;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// How many sessions lie sealed in the smaller file; in the larger one ten times as many.
const SESSIONS: u32 = 6;

/// More than so much more in the larger file, and something reads what nobody asked for.
const MORE: f64 = 1.1;

/// How often a key is pressed: what is taken is the one in the middle.
const KEYS: usize = 7;

/// So many frames are drawn at most until the program has come to rest: the first, and one for what
/// was heard of the checks.
const FRAMES_AT_START: usize = 3;

/// Every frame ends in this function.
const FRAME: &str = "lianxi::tui::terminal::screen::Screen*::draw";

struct Counted {
    what: &'static str,
    instructions: u64,
}

/// The program under valgrind, which writes down what every frame cost.
struct Program {
    terminal: Terminal,
    counts: TempDir,
}

impl Program {
    fn start(valgrind: &Path, data: &Path) -> Self {
        let counts = tempfile::tempdir().unwrap();
        let mut command = CommandBuilder::new(valgrind);
        command.args(["-q", "--tool=callgrind", "--separate-threads=yes"]);
        command.arg(format!("--dump-after={FRAME}"));
        let into = counts.path().join("frame");
        command.arg(format!("--callgrind-out-file={}", into.display()));
        command.arg(env!("CARGO_BIN_EXE_lianxi"));
        let start = Start {
            data,
            locale: "zh_CN.UTF-8",
            size: (80, 24),
            environment: &[],
        };
        Self {
            terminal: Terminal::start_as(command, &start),
            counts,
        }
    }

    /// Returns what a frame cost, counted from 1; the first thread is the one that draws.
    fn frame(&self, nth: usize) -> Option<u64> {
        let path = self.counts.path().join(format!("frame.{nth}-01"));
        let text = fs::read_to_string(path).ok()?;
        let total = text
            .lines()
            .find_map(|line| line.strip_prefix("totals: "))?;
        total.trim().parse().ok()
    }

    fn frames(&self) -> usize {
        (1..).take_while(|nth| self.frame(*nth).is_some()).count()
    }

    /// Presses keys and returns what the frames that follow them cost.
    fn press(&mut self, keys: &[&str]) -> Vec<u64> {
        let mut costs = Vec::new();
        for key in keys {
            let nth = self.frames() + 1;
            self.terminal.press(key);
            let counted = || self.frame(nth).is_some();
            self.terminal.until("a frame is counted", counted);
            costs.extend(self.frame(nth));
        }
        costs
    }
}

fn found(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
}

fn middle(mut costs: Vec<u64>) -> u64 {
    costs.sort_unstable();
    costs[costs.len() / 2]
}

/// Makes a file with so many sealed sessions and counts in it.
fn count(valgrind: &Path, sessions: u32) -> [Counted; 4] {
    let folder = tempfile::tempdir().unwrap();
    let wanted = Wanted {
        sessions,
        day: "2026-11-23".parse().unwrap(),
        seed: 1,
    };
    let (file, _) = generate(folder.path().to_owned(), &wanted);
    let paths = Paths::find(Some(folder.path().to_owned())).unwrap();
    sit(&file, &paths, sessions + 1);

    let mut program = Program::start(valgrind, folder.path());
    let terminal = &program.terminal;
    terminal.until("the first frame", || program.frame(1).is_some());
    terminal.see_no_more(ui::checks_running(Language::Zh));
    let start = program.frame(1).unwrap();
    program.press(&["Enter"]);
    program.terminal.see("同意所议方案");
    let drawn = program.frames();
    assert!(drawn <= FRAMES_AT_START + 1, "{drawn} frames at start");

    let marks = program.press(&["1", "2", "3", "1", "2", "3", "1"]);
    let filter = program.press(&[":"]);
    assert_eq!(filter.len(), 1);
    let filter = program.press(&["b", "j", "Backspace", "Backspace", "b", "j", "Backspace"]);
    program.press(&["Esc", "F4"]);
    let downs = program.press(&["Down"; KEYS]);
    program.terminal.kill();
    [
        ("start to the first whole frame", start),
        ("Down in the roll", middle(downs)),
        ("a character in a filter", middle(filter)),
        ("a mark in the vote, durable", middle(marks)),
    ]
    .map(|(what, instructions)| Counted { what, instructions })
}

fn print(rows: &str) {
    let mut out = std::io::stdout();
    writeln!(out, "{rows}").unwrap();
}

#[test]
fn start_key_and_vote_cost_as_many_instructions_whatever_lies_sealed() {
    let Some(valgrind) = found("valgrind") else {
        print("NOT DONE: instructions of start, key and vote: there is no valgrind");
        return;
    };
    let few = count(&valgrind, SESSIONS);
    let many = count(&valgrind, 10 * SESSIONS);
    print(&format!(
        "\n{:<36} {SESSIONS:>7} sessions {:>7} sessions  ratio",
        "instructions, in thousands",
        10 * SESSIONS
    ));
    for (few, many) in few.iter().zip(&many) {
        let ratio = many.instructions as f64 / few.instructions as f64;
        print(&format!(
            "{:<36} {:>16} {:>16}  {ratio:.3}",
            few.what,
            few.instructions / 1000,
            many.instructions / 1000
        ));
        assert!(ratio <= MORE, "{} grows with the file", few.what);
    }
}
