//! However the program ends or stands still, the terminal is whole afterwards.

use crate::faults::ground::not_done;
use crate::terminal::{Start, Terminal};
use lianxi::i18n::Language;
use lianxi::office::Office;
use lianxi::settings::Settings;
use lianxi::store::folder::Paths;
use lianxi::tui::caret::Caret;
use lianxi::tui::terminal::{Alive, Frames, Screen, Session, on_panic};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::io::Read;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};
use std::{env, fs, thread};

const PROGRAM: &str = env!("CARGO_BIN_EXE_lianxi");

const FRAME_ENDS: &[u8] = b"\x1b[?2026l";

fn start_as(command: CommandBuilder, data: &Path) -> Terminal {
    Terminal::start_as(
        command,
        &Start {
            data,
            locale: "zh_CN.UTF-8",
            size: (80, 24),
            environment: &[],
        },
    )
}

fn at_the_roll(data: &Path) -> Terminal {
    let mut terminal = start_as(CommandBuilder::new(PROGRAM), data);
    terminal.see("从这里开始");
    terminal.press("1").see("第3次联席会议");
    terminal.press("Enter F5").see("未登记");
    terminal
}

fn kill(signal: &str, pid: u32) {
    let killed = Command::new("kill")
        .args([&format!("-{signal}"), &pid.to_string()])
        .status();
    assert!(killed.unwrap().success());
}

fn assert_whole(terminal: &Terminal, after: &str) {
    let bytes = String::from_utf8_lossy(&terminal.bytes()).into_owned();
    assert!(terminal.is_whole(), "{after}: {bytes:?}");
    let (_, behind) = bytes.rsplit_once("\x1b[?1049l").unwrap();
    assert!(
        !behind.contains("\x1b[?2026h"),
        "{after}: a frame behind the end: {behind:?}"
    );
}

#[test]
fn by_quitting_and_by_signals() {
    let ends = ["quit", "TERM", "HUP", "INT", "QUIT", "ABRT", "ALRM", "USR1"];
    let rarer = [
        "USR2", "VTALRM", "PROF", "XCPU", "IO", "PWR", "STKFLT", "40",
    ];
    for end in ends.into_iter().chain(rarer) {
        let folder = tempfile::tempdir().unwrap();
        let mut terminal = at_the_roll(folder.path());
        if end == "quit" {
            terminal.press("q");
        } else {
            kill(end, terminal.pid());
        }
        terminal.ended();
        assert_whole(&terminal, end);
    }
}

#[test]
fn standing_still_gives_the_terminal_back_until_the_program_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = at_the_roll(folder.path());
    for _ in 0..2 {
        kill("TSTP", terminal.pid());
        let status = format!("/proc/{}/stat", terminal.pid());
        let stands = || {
            let stat = fs::read_to_string(&status).unwrap();
            stat.rsplit_once(") ").unwrap().1.starts_with('T')
        };
        terminal.until("standing still", stands);
        // What it wrote before it stood still may still be on its way here.
        terminal.until("given back", || terminal.is_whole());
        assert_whole(&terminal, "standing still");
        kill("CONT", terminal.pid());
        terminal.until("going on", || terminal.is_entered());
        terminal.see("未登记");
    }
    terminal.press("1").see("实到 1");
}

/// Ctrl-Z gives the terminal to the shell that waits behind it. In a window opened for the program alone nobody could
/// bring it back, so there it goes on and says so.
#[test]
fn a_key_puts_it_behind_a_shell_where_there_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = at_the_roll(folder.path());
    terminal.press("\u{1a}").see("没有命令行可退");
    terminal.press("1").see("实到 1");
    drop(terminal);

    let folder = tempfile::tempdir().unwrap();
    let mut shell = CommandBuilder::new("/bin/bash");
    shell.args(["--norc", "--noprofile", "-i", "-c"]);
    shell.arg(format!("set -m; {PROGRAM}; echo 回到命令行; read _; fg"));
    let mut terminal = start_as(shell, folder.path());
    terminal.see("从这里开始");
    terminal.press("1").see("第3次联席会议");
    terminal.press("Enter F5").see("未登记");
    terminal.press("1").see("实到 1");
    terminal.whisper("\u{1a}");
    terminal.see("输入 fg 回车就回来").see("回到命令行");
    assert!(!terminal.is_entered());
    terminal.whisper("\r");
    terminal.until("going on", || terminal.is_entered());
    terminal.see("实到 1");
    terminal.press("q");
    terminal.ended();
}

/// In a container the session and the group of whoever started it may have no number (0).
#[test]
fn a_key_puts_nothing_behind_what_cannot_be_seen() {
    for script in ["exec \"$0\"", "\"$0\"; :"] {
        let folder = tempfile::tempdir().unwrap();
        let mut command = CommandBuilder::new("/usr/bin/unshare");
        command.args(["--pid", "--fork", "/bin/sh", "-c", script, PROGRAM]);
        if !Command::new("/usr/bin/unshare")
            .args(["--pid", "--fork", "true"])
            .status()
            .is_ok_and(|it| it.success())
        {
            not_done(
                "Ctrl-Z where who started it has no number",
                "no process numbers of one's own",
            );
            return;
        }
        let mut terminal = start_as(command, folder.path());
        terminal.see("从这里开始");
        terminal.press("1").see("第3次联席会议");
        terminal.press("Enter F5").see("未登记");
        terminal.press("\u{1a}").see("没有命令行可退");
        terminal.press("1").see("实到 1");
    }
}

#[test]
fn with_an_error_on_the_way() {
    // Where no more files can be opened, the signals have no pipe: at some limit the program has the
    // terminal already and must give up.
    let mut failed = 0;
    for limit in 3..10 {
        let folder = tempfile::tempdir().unwrap();
        let mut command = CommandBuilder::new("/bin/sh");
        command.args([
            "-c",
            "ulimit -n $1; exec \"$0\"",
            PROGRAM,
            &limit.to_string(),
        ]);
        let mut terminal = start_as(command, folder.path());
        let entered = || {
            let bytes = terminal.bytes();
            bytes.ends_with(FRAME_ENDS) || bytes.ends_with(b"\n")
        };
        terminal.until("a frame or an end", entered);
        if terminal.is_entered() {
            terminal.press("q");
        }
        let code = terminal.ended();
        assert!(terminal.is_whole(), "{limit}");
        let bytes = String::from_utf8_lossy(&terminal.bytes()).into_owned();
        if code != 0 && bytes.contains("\x1b[?1049h") {
            failed += 1;
            assert_whole(&terminal, "error");
        }
    }
    assert!(failed > 0, "no limit made the program fail on the terminal");
}

/// Starts one of the programs below.
fn fallen(which: &str, data: &Path) -> Terminal {
    let mut command = CommandBuilder::new(env::current_exe().unwrap());
    let which = format!("endings::{which}");
    command.args(["--exact", &which, "--ignored", "--nocapture"]);
    start_as(command, data)
}

#[test]
fn with_a_panic_while_it_draws() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = fallen("falls_while_it_draws", folder.path());
    assert_eq!(terminal.ended(), 101);
    assert_whole(&terminal, "panic");
    assert!(
        terminal.screen().contains("invented"),
        "{}",
        terminal.screen()
    );
}

#[test]
#[ignore = "the program of the test above, started by it on a terminal"]
fn falls_while_it_draws() {
    let (to, _from) = channel::<lianxi::tui::terminal::Incoming>();
    on_panic(to, Alive::default(), |info| info.to_string());
    let _session = Session::enter().unwrap();
    let mut screen = Screen::new(Frames::default(), 80, 24);
    screen.draw(|_, _| Caret::bar(0, 0)).unwrap();
    screen.draw(|_, _| panic!("invented")).unwrap();
}

#[test]
fn with_a_panic_beside_the_loop() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = fallen("falls_beside_the_loop", folder.path());
    terminal.see("从这里开始");
    fs::write(folder.path().join("fall"), "").unwrap();
    assert_eq!(terminal.ended(), 101);
    assert_whole(&terminal, "panic");
    let screen = terminal.screen();
    for words in ["程序出错", "The program failed", "invented"] {
        assert_eq!(screen.matches(words).count(), 1, "{screen}");
    }
    // The loop ended by itself: what called it goes on.
    assert!(screen.contains("test result"), "{screen}");
}

#[test]
#[ignore = "the program of the test above, started by it on a terminal"]
fn falls_beside_the_loop() {
    let data = Path::new(&env::var_os("LIANXI_DATA").unwrap()).to_owned();
    let paths = Paths::find(Some(data.clone())).unwrap();
    paths.make().unwrap();
    let office = Office {
        paths,
        settings: Settings::default(),
        language: Language::Zh,
        no_color: false,
        only: None,
        stopped: None,
    };
    let word = data.join("fall");
    thread::spawn(move || {
        while !word.exists() {
            thread::yield_now();
        }
        panic!("invented");
    });
    lianxi::tui::run(office).unwrap();
}

#[test]
fn a_terminal_that_went_away_without_a_word_ends_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let size = PtySize {
        rows: 24,
        cols: 80,
        pixel_width: 0,
        pixel_height: 0,
    };
    let pty = native_pty_system().openpty(size).unwrap();
    // Only the leader of the session is told of a hang-up, and this one keeps it to himself.
    let mut command = CommandBuilder::new("/bin/sh");
    let script = "trap '' HUP; \"$0\"; echo $? >\"$1/code\"; times >\"$1/times\"; mv \"$1/times\" \"$1/ended\"";
    command.args(["-c", script, PROGRAM, folder.path().to_str().unwrap()]);
    command.env_clear();
    command.env("PATH", env::var_os("PATH").unwrap());
    command.env("TERM", "xterm-256color");
    command.env("LANG", "zh_CN.UTF-8");
    command.env("LIANXI_DATA", folder.path());
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let mut out = pty.master.try_clone_reader().unwrap();
    let mut seen = Vec::new();
    let mut bytes = [0; 4096];
    while !seen.ends_with(FRAME_ENDS) {
        let read = out.read(&mut bytes).unwrap();
        seen.extend_from_slice(&bytes[..read]);
    }
    drop((out, pty.master));
    let begun = Instant::now();
    while !folder.path().join("ended").exists() {
        assert!(begun.elapsed() < Duration::from_secs(30), "it runs on");
        thread::sleep(Duration::from_millis(5));
    }
    child.wait().unwrap();
    let said = |name| fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(said("code").trim(), "0");
    // The last line is the program's: time of its own and of the system, in `0m0.12s`.
    let times = said("ended");
    let spent: f64 = times
        .lines()
        .last()
        .unwrap()
        .split_whitespace()
        .map(|time| {
            let (minutes, seconds) = time.trim_end_matches('s').split_once('m').unwrap();
            minutes.parse::<f64>().unwrap() * 60.0 + seconds.parse::<f64>().unwrap()
        })
        .sum();
    assert!(spent < 1.5, "it spun: {times}");
}
