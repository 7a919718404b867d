//! A kill at any instant: what was acknowledged, and what was seen on the screen, is there.

use super::dice::Dice;
use super::disk::folder;
use super::ground::{counted, rounds};
use super::{office, program};
use crate::manners;
use crate::shell;
use lianxi::desk::Checking;
use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Names the folder to work in: set only for the process that is to be killed.
const CHILD: &str = "LIANXI_TO_BE_KILLED";

/// Makes the process say that it recorded one more than it did: the control.
const HASTY: &str = "LIANXI_HASTY";

/// Records acts and says each number when it is on the disk, until the process is killed. Does
/// nothing in a run of the tests.
#[test]
fn a_process_to_be_killed() {
    let Some(base) = env::var_os(CHILD).map(PathBuf::from) else {
        return;
    };
    let hasty = u64::from(env::var_os(HASTY).is_some());
    let mut desk = office::open(&base);
    let mut n = office::acts(&desk);
    let mut out = std::io::stdout();
    loop {
        let _recorded = office::rename(&mut desk, &format!("第{n}次")).unwrap();
        n += 1;
        writeln!(out, "recorded {}", n + hasty).unwrap();
        out.flush().unwrap();
    }
}

/// Starts the process, kills it after so many acts and so many microseconds, and returns the last
/// number it said.
fn killed(base: &Path, acts: usize, then: u64, hasty: bool) -> u64 {
    let mut command = Command::new(env::current_exe().unwrap());
    command
        .args(["--exact", "faults::kill::a_process_to_be_killed"])
        .args(["--nocapture", "--test-threads=1"])
        .env(CHILD, base)
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    if hasty {
        command.env(HASTY, "1");
    }
    let mut child = command.spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let number = |line: String| line.split_once("recorded ")?.1.trim().parse::<u64>().ok();
    let mut said = lines.by_ref().map_while(Result::ok).filter_map(number);
    let mut last = said.nth(acts).expect("the process records");
    thread::sleep(Duration::from_micros(then));
    child.kill().unwrap();
    // What stands in the pipe was acknowledged too.
    last = said.last().unwrap_or(last);
    child.wait().unwrap();
    last
}

/// Returns how many rounds lost something, of how many with one act more than was told.
fn kills(rounds: usize, hasty: bool) -> (usize, usize, usize) {
    let folder = folder();
    let base = fs::canonicalize(folder.path()).unwrap();
    drop(office::found(&base, "东山片区"));
    let mut dice = Dice::new(3);
    let (mut lost, mut more, mut hot) = (0, 0, 0);
    for _ in 0..rounds {
        let then = dice.throw() % 4_000;
        let told = killed(&base, dice.below(20), then, hasty);
        let journal = base.join("one.db-journal");
        hot += usize::from(fs::metadata(journal).is_ok_and(|file| file.len() > 0));
        // The lock of the dead is free, and the file is whole.
        let mut desk = office::open(&base);
        office::settle(&mut desk);
        assert_eq!(desk.checking(), Checking::Passed);
        let there = office::acts(&desk);
        lost += usize::from(there < told);
        more += usize::from(there > told);
        assert_eq!(office::name(&desk), format!("第{}次", there - 1));
    }
    (lost, more, hot)
}

#[test]
fn a_kill_at_any_instant_loses_nothing_that_was_acknowledged() {
    let rounds = rounds(25);
    let (lost, more, hot) = kills(rounds, false);
    counted(&format!(
        "{rounds} kills over a pipe: {lost} lost, {more} with one act more, {hot} rolled back"
    ));
    assert_eq!(lost, 0);
    // The control: a process that tells an act before it is on the disk must be caught.
    assert!(kills(4, true).0 > 0);
}

/// Presses one key after the other on the real program until it is killed, and compares what the
/// screen showed with what the next start shows.
#[test]
fn a_kill_at_any_instant_loses_nothing_that_was_seen() {
    let rounds = rounds(10);
    let mut dice = Dice::new(5);
    let (mut most, mut unseen) = (0, 0);
    let mut last = None;
    for _ in 0..rounds {
        let folder = folder();
        let mut terminal = manners::at_the_roll(folder.path(), &[]);
        let file = folder.path().join("committees/sample.db");
        let unmarked = fs::read(&file).unwrap();
        let pid = terminal.pid().to_string();
        let wait = Duration::from_micros(dice.throw() % 150_000);
        let killer = thread::spawn(move || {
            thread::sleep(wait);
            Command::new("kill").args(["-9", &pid]).status().unwrap()
        });
        for _ in 0..9 {
            if !terminal.is_running() {
                break;
            }
            terminal.press("1");
        }
        assert!(killer.join().unwrap().success());
        terminal.ended();
        let seen = present(&terminal.screen());
        let mut again = manners::start_again(folder.path());
        again.see("实到 ");
        let there = present(&again.screen());
        assert!(there >= seen, "seen {seen}, there {there}");
        most = most.max(seen);
        unseen += usize::from(there > seen);
        again.kill();
        if seen > 0 {
            last = Some((folder, file, unmarked, seen));
        }
    }
    counted(&format!(
        "{rounds} kills over a terminal: 0 lost, {unseen} recorded and not yet seen"
    ));
    assert!(most > 0, "nothing was ever shown");
    // The control: in a file without what was seen it is missed.
    let (folder, file, unmarked, seen) = last.unwrap();
    fs::write(&file, unmarked).unwrap();
    let mut without = manners::start_again(folder.path());
    without.see("实到 ");
    assert!(present(&without.screen()) < seen);
    without.kill();
}

/// A backup that has the name of one is whole, whenever the program that made it was killed.
#[test]
fn a_kill_while_a_backup_is_made_leaves_a_whole_one_or_none() {
    let home = tempfile::tempdir().unwrap();
    let file = program::sample(home.path());
    let kept = home.path().join("backups/sample");
    let mut dice = Dice::new(9);
    let rounds = rounds(12);
    let (mut made, mut none) = (0, 0);
    for round in 0..rounds {
        let before = fs::read_dir(&kept).map_or(0, Iterator::count);
        let mut child = Command::new(env!("CARGO_BIN_EXE_lianxi"))
            .args(["--committee", "sample", "backup"])
            .env_clear()
            .env("LIANXI_DATA", home.path())
            .env("LIANXI_CLOCK", format!("2026-11-23T08:{:02}", round % 60))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_micros(dice.throw() % 60_000));
        child.kill().unwrap();
        child.wait().unwrap();
        for name in fs::read_dir(&kept).into_iter().flatten() {
            let path = name.unwrap().path();
            if path.extension().is_some_and(|it| it == "db") {
                lianxi::desk::Desk::verify(&path).unwrap();
            }
        }
        let after = fs::read_dir(&kept).map_or(0, Iterator::count);
        made += usize::from(after > before);
        none += usize::from(after == before);
        lianxi::desk::Desk::verify(&file).unwrap();
    }
    counted(&format!(
        "{rounds} kills of a backup: {made} left something, {none} nothing, no half one"
    ));
    // The control: one that nobody kills is there.
    let (code, _, err) = program::en(home.path(), &["--committee", "sample", "backup"]);
    assert_eq!(code, 0, "{err}");
    let names = super::ground::names(&kept);
    assert!(names.iter().any(|name| name.ends_with(".db")), "{names:?}");
}

/// The first start founds the sample: killed at any moment of it, the next start has it all the same.
#[test]
fn a_kill_while_the_sample_is_founded_leaves_the_whole_file_or_none() {
    let asked = |home: &Path| {
        let mut command = shell::program(home, shell::EN);
        command.args(["--committee", "sample", "record", "last"]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    let home = folder();
    let begun = Instant::now();
    assert!(asked(home.path()).status().unwrap().success());
    let whole = begun.elapsed();
    let mut dice = Dice::new(12);
    let (mut none, mut there) = (0, 0);
    for _ in 0..rounds(10) {
        let home = folder();
        let mut child = asked(home.path()).spawn().unwrap();
        let part = u32::try_from(dice.below(100)).unwrap();
        thread::sleep(whole * part / 100);
        let _killed = child.kill();
        let _dead = child.wait().unwrap();
        let file = home.path().join("committees/sample.db");
        match fs::metadata(&file) {
            Ok(file) => {
                assert!(file.len() > 0, "an empty file in the place of the sample");
                there += 1;
            }
            Err(_) => none += 1,
        }
        let (code, _, err) = program::en(home.path(), &["--committee", "sample", "record", "last"]);
        assert_eq!(code, 0, "{err}");
        let (code, out, err) = program::en(home.path(), &["verify"]);
        assert_eq!(code, 0, "{out} {err}");
    }
    counted(&format!("{none} killed before it was there, {there} after"));
}

/// A paper or a journal that has its name is whole, whenever the program that wrote it was killed.
#[test]
fn a_kill_while_a_paper_is_written_leaves_a_whole_one_or_none() {
    let home = tempfile::tempdir().unwrap();
    program::sample(home.path());
    let rounds = rounds(12);
    let (mut whole, mut none, mut broken_off) = (0, 0, 0);
    for what in [&["record", "last"][..], &["export", "journal"]] {
        let out = tempfile::tempdir().unwrap();
        let path = out.path().join("paper");
        let asked = [
            &["--committee", "sample"],
            what,
            &["-o", path.to_str().unwrap()],
        ]
        .concat();
        // The control: one that nobody kills is there, and it is whole.
        let (code, _, err) = program::en(home.path(), &asked);
        assert_eq!(code, 0, "{err}");
        let due = fs::read(&path).unwrap();
        for round in 0..rounds {
            fs::remove_file(&path).unwrap();
            let mut child = Command::new(env!("CARGO_BIN_EXE_lianxi"))
                .args(&asked)
                .env_clear()
                .env("LIANXI_DATA", home.path())
                .env("LIANXI_CLOCK", "2026-11-23T08:30")
                .env("LANG", "en_US.UTF-8")
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            // Killed as soon as something lies there, and a little later each time.
            let mut later = 0..round * round * 4;
            while child.try_wait().unwrap().is_none() {
                let there = fs::read_dir(out.path()).unwrap().next().is_some();
                if there && later.next().is_none() {
                    child.kill().unwrap();
                }
            }
            if path.exists() {
                assert!(fs::read(&path).unwrap() == due, "half a paper");
                whole += 1;
            } else {
                none += 1;
            }
            for left in fs::read_dir(out.path()).unwrap() {
                let left = left.unwrap().path();
                if left != path {
                    broken_off += 1;
                    fs::remove_file(left).unwrap();
                }
            }
            if !path.exists() {
                assert_eq!(program::en(home.path(), &asked).0, 0);
            }
        }
    }
    counted(&format!(
        "{} kills of a paper: {whole} whole, {none} none, {broken_off} left something unfinished, no half one",
        2 * rounds
    ));
}

/// Reads how many are present off the screen.
fn present(screen: &str) -> usize {
    let (_, after) = screen.split_once("实到 ").expect("the roll is shown");
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}
