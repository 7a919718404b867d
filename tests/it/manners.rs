//! How the program behaves on a terminal: nothing but a person's key is a command, and no word is lost.

use crate::terminal::{Start, Terminal};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

fn start(data: &Path, environment: &[(&str, &str)]) -> Terminal {
    let mut terminal = Terminal::start(&Start {
        data,
        locale: "zh_CN.UTF-8",
        size: (80, 24),
        environment,
    });
    terminal.see("从这里开始");
    terminal.press("1").see("第3次联席会议");
    terminal
}

/// Opens the roll of the session of today.
pub fn at_the_roll(data: &Path, environment: &[(&str, &str)]) -> Terminal {
    let mut terminal = start(data, environment);
    terminal.press("Enter F5").see("未登记");
    terminal
}

#[test]
fn a_paste_or_a_burst_never_marks_anybody() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = at_the_roll(folder.path(), &[]);
    terminal.commit("\x1b[200~1\r1\r1\r\x1b[201~").see("粘贴为");
    terminal.press("Esc").see_no_more("粘贴为");
    terminal.commit("111111111").see("没有执行");
    assert!(
        terminal.screen().contains("实到 0"),
        "{}",
        terminal.screen()
    );
}

#[test]
fn an_input_method_gets_a_hint_and_its_full_width_digits_work() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = at_the_roll(folder.path(), &[]);
    terminal.press("联").see("输入法为中文状态");
    assert!(terminal.screen().contains("实到 0"));
    terminal.press("１").see("实到 1");
    terminal.press("？").see("帮助：");
}

#[test]
fn what_said_recorded_is_there_after_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = at_the_roll(folder.path(), &[]);
    for present in 1..=9 {
        terminal.press("1").see(&format!("实到 {present}"));
        terminal.see("已记录");
        terminal.kill();
        terminal = start_again(folder.path());
        terminal.see(&format!("实到 {present}"));
        for _ in 0..present {
            terminal.press("Down");
        }
    }
}

pub fn start_again(data: &Path) -> Terminal {
    let mut terminal = start(data, &[]);
    terminal.press("Enter").see("点名");
    terminal
}

#[test]
fn half_a_sentence_survives_a_kill_and_comes_back_in_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = at_the_roll(folder.path(), &[]);
    terminal.press("F5 F5 F5").see("进行中");
    terminal.press("m 3").see("记事");
    terminal.commit("沟渠清淤的钱由四村").see("四村");
    // The draft is written after 400 ms without a key.
    sleep(Duration::from_millis(900));
    terminal.kill();
    let mut terminal = start(folder.path(), &[]);
    terminal.see("草稿");
    terminal.press("Enter").see("进行中");
    terminal.press("F2").see("沟渠清淤的钱由四村");
}

#[test]
fn the_selection_is_visible_without_colour() {
    let folder = tempfile::tempdir().unwrap();
    let terminal = at_the_roll(folder.path(), &[("NO_COLOR", "1")]);
    let (row, _) = terminal.caret();
    assert!(terminal.inverse(row, 4), "the selected row is reversed");
    assert!(!terminal.inverse(row + 1, 4), "the next one is not");
    let bytes = String::from_utf8_lossy(&terminal.bytes()).into_owned();
    for colour in ["\x1b[3", "\x1b[4"] {
        let coloured = bytes.match_indices(colour).any(|(at, _)| {
            let rest = bytes.get(at + colour.len()..).unwrap_or_default();
            rest.strip_prefix(|c: char| c.is_ascii_digit())
                .is_some_and(|rest| rest.starts_with('m'))
        });
        assert!(!coloured, "no colour is asked for");
    }
}

#[test]
fn a_second_copy_reads_and_says_who_writes() {
    let folder = tempfile::tempdir().unwrap();
    let _first = at_the_roll(folder.path(), &[]);
    let mut second = start(folder.path(), &[]);
    second.see("只能看：另一份程序正在记录");
    second.see("只能看：另一份程序正在记录（进程");
    second.press("Enter").see("点名");
    second.press("1");
    assert!(second.screen().contains("实到 0"), "{}", second.screen());
}
