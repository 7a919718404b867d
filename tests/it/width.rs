//! How wide the terminal draws characters whose width the standard leaves open: the program asks, waits for
//! nothing, and takes no answer for a key.

use crate::terminal::{Start, Terminal};
use std::fs;
use std::path::Path;

const QUESTION: &[u8] = b"\x1b[6n";

fn start(data: &Path) -> Terminal {
    let terminal = Terminal::start(&Start {
        data,
        locale: "zh_CN.UTF-8",
        size: (80, 24),
        environment: &[("TERM", "xterm-256color")],
    });
    terminal.see("从这里开始");
    terminal
}

fn asked(terminal: &Terminal) -> bool {
    let bytes = terminal.bytes();
    bytes.windows(QUESTION.len()).any(|part| part == QUESTION)
}

/// Boxes are drawn with characters that are open themselves.
const NARROW_BOX: &str = "┌";
const WIDE_BOX: &str = "+-";

#[test]
fn a_terminal_that_draws_them_wide_is_believed() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = start(folder.path());
    assert!(asked(&terminal));
    terminal.whisper("\x1b[2;3R");
    terminal.press("F1").see(WIDE_BOX);
    assert!(!terminal.screen().contains(NARROW_BOX));
}

#[test]
fn a_terminal_that_draws_them_narrow_stays_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = start(folder.path());
    terminal.whisper("\x1b[2;2R");
    terminal.press("F1").see(NARROW_BOX);
    assert!(!terminal.screen().contains(WIDE_BOX));
}

#[test]
fn a_terminal_that_never_answers_is_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = start(folder.path());
    terminal.press("F1").see(NARROW_BOX);
}

#[test]
fn a_late_answer_among_keys_is_none_and_widens_what_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = start(folder.path());
    terminal.press("F1").see(NARROW_BOX);
    // in two pieces, as a slow line brings it, with keys before, between and behind
    terminal.whisper("b\x1b[2;");
    terminal.whisper("3Rz");
    terminal.see("bz").see(WIDE_BOX).see_no_more(NARROW_BOX);
    let screen = terminal.screen();
    assert!(!screen.contains("3R") && !screen.contains("[2"), "{screen}");
    // asked again with every full frame: a terminal that is another one now says so
    terminal.press("Esc Esc").see("从这里开始");
    terminal.whisper("\x1b[2;2R");
    terminal.press("F1").see(NARROW_BOX);
}

#[test]
fn the_caret_of_the_editor_stands_behind_wide_quotes_and_dashes() {
    let mut columns = Vec::new();
    for answer in ["\x1b[2;2R", "\x1b[2;3R"] {
        let folder = tempfile::tempdir().unwrap();
        let mut terminal = start(folder.path());
        terminal.whisper(answer);
        terminal.press("1").see("第3次联席会议");
        terminal.press("Enter F5").see("未登记");
        terminal.press("F5 F5 F5").see("进行中");
        terminal.press("m 3").see("记事");
        let (_, before) = terminal.caret();
        terminal.commit("“清淤”——").see("淤");
        let (_, after) = terminal.caret();
        columns.push(after - before);
    }
    assert_eq!(columns, [8, 12]);
}

#[test]
fn what_is_set_is_not_asked() {
    for (set, edge) in [("wide", WIDE_BOX), ("narrow", NARROW_BOX)] {
        let folder = tempfile::tempdir().unwrap();
        let settings = format!("ambiguous = \"{set}\"\n");
        fs::write(folder.path().join("settings.toml"), settings).unwrap();
        let mut terminal = start(folder.path());
        assert!(!asked(&terminal));
        terminal.press("F1").see(edge);
    }
}
