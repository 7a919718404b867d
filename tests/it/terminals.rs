//! Terminals of every kind: with 256 colours, with none, too plain for a screen, and one whose window
//! is pulled at without end.

use crate::faults::ground::counted;
use crate::terminal::{Start, Terminal};
use portable_pty::CommandBuilder;
use std::process::{Command, Stdio};

/// A terminal by what it calls itself.
struct Kind {
    term: &'static str,
    no_color: bool,
    coloured: bool,
    /// What it sends for F1, Home and End.
    keys: [&'static str; 3],
}

const fn kind(term: &'static str, coloured: bool, keys: [&'static str; 3]) -> Kind {
    Kind {
        term,
        no_color: false,
        coloured,
        keys,
    }
}

const XTERM: [&str; 3] = ["\x1bOP", "\x1b[H", "\x1b[F"];
const SCREEN: [&str; 3] = ["\x1bOP", "\x1b[1~", "\x1b[4~"];

const KINDS: [Kind; 9] = [
    kind("xterm-256color", true, XTERM),
    kind("xterm", true, ["\x1b[11~", "\x1bOH", "\x1bOF"]),
    kind("screen", true, SCREEN),
    kind("screen-256color", true, SCREEN),
    kind("tmux-256color", true, SCREEN),
    kind("linux", true, ["\x1b[[A", "\x1b[1~", "\x1b[4~"]),
    kind("vt100", false, XTERM),
    kind("xterm-mono", false, XTERM),
    Kind {
        no_color: true,
        ..kind("xterm-256color", false, XTERM)
    },
];

/// Returns the parameters of everything that sets how characters look.
fn looks(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let parts = text.split("\x1b[").skip(1);
    parts
        .filter_map(|part| {
            let end = part.find(|c: char| !c.is_ascii_digit() && c != ';')?;
            let (parameters, rest) = part.split_at(end);
            rest.starts_with('m').then(|| parameters.to_owned())
        })
        .collect()
}

/// Says whether any look asks for a colour, other than the terminal's own (39, 49, 59).
fn is_coloured(bytes: &[u8]) -> bool {
    looks(bytes).iter().any(|look| {
        let mut numbers = look.split(';').filter_map(|it| it.parse::<u8>().ok());
        numbers.any(|it| matches!(it, 30..=38 | 40..=48 | 58 | 90..=97 | 100..=107))
    })
}

#[test]
fn the_screen_can_be_read_and_used_on_every_terminal() {
    for kind in &KINDS {
        let folder = tempfile::tempdir().unwrap();
        let mut environment = vec![("TERM", kind.term)];
        environment.extend(kind.no_color.then_some(("NO_COLOR", "1")));
        let mut terminal = crate::manners::at_the_roll(folder.path(), &environment);
        let (row, _) = terminal.caret();
        assert!(terminal.inverse(row, 4), "{}: the selection", kind.term);
        assert!(!terminal.inverse(row + 1, 4), "{}", kind.term);
        terminal.press("1 5 2").see("实到 1");
        let screen = terminal.screen();
        // Every state has a sign and a word of its own, coloured or not.
        for state in ["✓ 到会", "✗ 缺席", "病假"] {
            assert!(screen.contains(state), "{}: {state}\n{screen}", kind.term);
        }
        let [help, home, end] = kind.keys;
        let top = terminal.commit(home).caret().0;
        let bottom = terminal.commit(end).caret().0;
        assert!(top < bottom, "{}: {top}, {bottom}", kind.term);
        terminal.commit(help).see("帮助：");
        terminal.press("Esc").see_no_more("帮助：");
        let bytes = terminal.bytes();
        assert_eq!(is_coloured(&bytes), kind.coloured, "{}", kind.term);
        // Where 256 colours are not known, these numbers are other looks.
        let long = |look: &String| look.contains("38;5") || look.contains("48;5");
        assert!(!looks(&bytes).iter().any(long), "{}", kind.term);
        assert!(
            looks(&bytes)
                .iter()
                .any(|look| look.split(';').any(|part| part == "7")),
            "{}",
            kind.term
        );
        terminal.press("q");
        terminal.ended();
        assert!(terminal.is_whole(), "{}", kind.term);
        // With its end it is looked at whether it was asked anything.
        drop(terminal);
    }
    counted(&format!(
        "{} kinds of terminal, none of them asked",
        KINDS.len()
    ));
}

#[test]
fn a_terminal_that_only_prints_lines_is_told_so_in_words() {
    for (locale, name, words) in [
        ("zh_CN.UTF-8", "dumb", "只会逐行打印"),
        ("en_US.UTF-8", "dumb", "only prints lines"),
        ("en_US.UTF-8", "unknown", "only prints lines"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut terminal = Terminal::start(&Start {
            data: folder.path(),
            locale,
            size: (80, 24),
            environment: &[("TERM", name)],
        });
        assert_eq!(terminal.ended(), 2, "{name}");
        let said = String::from_utf8(terminal.bytes()).unwrap();
        assert!(said.contains(words) && said.contains("--help"), "{said}");
        assert!(!said.contains('\x1b'), "{said:?}");
        // A command answers there all the same.
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_lianxi"));
        command.arg("verify");
        let start = Start {
            data: folder.path(),
            locale,
            size: (80, 24),
            environment: &[("TERM", name)],
        };
        let mut terminal = Terminal::start_as(command, &start);
        assert_eq!(terminal.ended(), 0);
        assert!(!terminal.bytes().contains(&0x1b));
    }
}

#[test]
fn where_there_is_no_terminal_it_is_said_in_words() {
    let folder = tempfile::tempdir().unwrap();
    for (locale, words) in [
        ("zh_CN.UTF-8", "不是终端"),
        ("en_US.UTF-8", "not a terminal"),
    ] {
        let said = Command::new(env!("CARGO_BIN_EXE_lianxi"))
            .env_clear()
            .env("LIANXI_DATA", folder.path())
            .env("LANG", locale)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert_eq!(said.status.code(), Some(2));
        let err = String::from_utf8(said.stderr).unwrap();
        assert!(err.contains(words) && said.stdout.is_empty(), "{err}");
        assert!(!err.contains('\x1b'));
    }
}

/// The windows of a storm: far too small, odd, and wider than any desk.
const SIZES: [(u16, u16); 12] = [
    (1, 1),
    (2, 40),
    (59, 15),
    (60, 16),
    (61, 17),
    (79, 24),
    (109, 30),
    (110, 30),
    (200, 60),
    (300, 2),
    (80, 5),
    (80, 24),
];

/// Returns what a reader sees: blanks at the end of a row are none.
fn shown(terminal: &Terminal) -> Vec<String> {
    let screen = terminal.screen();
    screen
        .lines()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

#[test]
fn a_storm_of_sizes_breaks_nothing_and_loses_no_word() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = crate::manners::at_the_roll(folder.path(), &[]);
    terminal.press("F5 F5 F5").see("进行中");
    terminal.press("m 3").see("记事");
    terminal.commit("沟渠清淤的钱由四村").see("四村");
    let calm = shown(&terminal);
    let storm = |terminal: &mut Terminal, typed: &[&str]| {
        for round in 0..200_usize {
            let (cols, rows) = SIZES[round * 7 % SIZES.len()];
            terminal.resize(cols, rows);
            if round % 50 == 49 {
                terminal.resize(80, 24);
                terminal.until("a frame", || terminal.screen().contains("进行中"));
                if let Some(text) = typed.get(round / 50) {
                    terminal.commit(text);
                }
            }
        }
        terminal.resize(80, 24);
    };
    storm(&mut terminal, &[]);
    terminal.until("as before the storm", || shown(&terminal) == calm);
    // Words typed between two storms stay, on the screen and behind a kill.
    storm(&mut terminal, &["平", "摊", "，", "下"]);
    terminal.see("四村平摊，下");
    assert_ne!(shown(&terminal), calm);
    terminal.resize(59, 15);
    terminal.see("窗口太小");
    terminal.kill();
    let mut again = crate::manners::start_again(folder.path());
    again.press("m F2").see("四村平摊，下");
}

/// What a terminal answers late, whoever asked it, is no key.
#[test]
fn no_answer_of_a_terminal_is_taken_for_keys() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = crate::manners::at_the_roll(folder.path(), &[]);
    let before = terminal.screen();
    for answer in [
        "\x1b[?62;1;22c",
        "\x1b[>0;276;0c",
        "\x1b[0n",
        "\x1b[?1;1R",
        "\x1b[8;24;80t",
        "\x1b[?2026;1$y",
        "\x1b[?1u",
        "\x1bP1$r0m\x1b\\",
        "\x1bP1+r544e=787465726d\x1b\\",
        "\x1bP>|terminal 1\x1b\\",
        "\x1bP!|00000000\x1b\\",
        "\x1b]4;1;rgb:1111/1111/1111\x07",
        "\x1b]11;rgb:0000/0000/0000\x1b\\",
        "\x1b]52;c;MTExMQ==\x07",
        "\x1b[?997;1n",
    ] {
        terminal.whisper(answer);
    }
    // The control: a key that comes behind them is taken, and it alone.
    terminal.press("Down");
    terminal.until("moved", || terminal.screen() != before);
    terminal.press("1").see("实到 1");
}

/// The control of the kinds above: what is looked for in the bytes is found where it is.
#[test]
fn colours_are_told_from_other_looks() {
    assert!(is_coloured(b"\x1b[38;5;2;49m"));
    assert!(is_coloured(b"a\x1b[31mb") && is_coloured(b"\x1b[1;104m"));
    assert!(!is_coloured(
        b"\x1b[0m\x1b[7m\x1b[39m\x1b[49m\x1b[59m\x1b[1;4m"
    ));
    assert!(!is_coloured(b"\x1b[31;1H31m"));
}
