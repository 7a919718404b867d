//! Years of matters that all still hang on the board of the area: what a key costs in the lists that show them, held
//! against a frame.

use crate::data;
use crate::stats::{Samples, alone};
use crate::terminal::Terminal;
use lianxi::i18n::{Language, ui};

const ESCAPE: &str = "\x1b";
const DOWN: &str = "\x1b[B";
const TAB: &str = "\t";

/// What is measured: the keys that lead there from home, the key itself, and how many screens lie between.
const ROWS: [(&str, &[&str], &str, usize); 15] = [
    ("  the backlog of matters", &[], "7", 1),
    ("    a row down", &["7"], DOWN, 1),
    ("    a character of its filter", &["7", "0"], "g", 2),
    ("    with those closed", &["7"], "6", 1),
    ("  what the villages are to do", &[], "0", 1),
    ("    the grid of a matter", &["0"], "\r", 2),
    ("  the boards", &[], "8", 1),
    ("    a row down", &["8"], DOWN, 1),
    ("    by board", &["8"], TAB, 1),
    ("    their calendar", &["8", TAB], TAB, 1),
    ("  follow-ups", &[], "2", 1),
    ("    a row down", &["2"], DOWN, 1),
    ("  the ledgers", &[], "9", 1),
    ("    a row down", &["9"], DOWN, 1),
    ("  the report", &["9"], "r", 2),
];

/// Measures keys on so many years of matters.
pub fn measured(years: u32, times: usize) {
    let data = data::matters(years);
    let mut lianxi = Terminal::lianxi(&data);
    lianxi.frame();
    lianxi.wait(ui::checks_running(Language::Zh), false);
    println!("{years} years of matters, 120 a year, eight villages:");
    for (what, before, key, screens) in ROWS {
        let mut taken = Samples::default();
        for _ in 0..times {
            lianxi.keys(before);
            taken.push(lianxi.key(key));
            lianxi.keys(&[ESCAPE].repeat(screens));
        }
        alone(what, &taken, "under 16, a frame");
    }
}
