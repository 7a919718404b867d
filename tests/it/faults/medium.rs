//! A read-only disk, two at one file, a clock that jumps, a file of a newer program.

use super::book;
use super::disk::folder;
use super::ground::{EXT4, Ground, counted, not_done, run};
use super::office;
use lianxi::desk::{Checking, Desk, DeskError, ReadOnly};
use lianxi::store::{Access, ActRecord, Commit, FORMAT, Store, StoreError};
use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// Leaves a file as a kill in the middle of a commit does: pages in it, the way back beside it.
fn killed_in_a_commit(base: &Path) {
    let file = office::file(base);
    let journal = base.join("one.db-journal");
    let conn = rusqlite::Connection::open(&file).unwrap();
    conn.execute_batch(
        "PRAGMA cache_size = 1; PRAGMA journal_mode = TRUNCATE; BEGIN IMMEDIATE;
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
         INSERT INTO village (id, body) SELECT 'v' || i, '{}' FROM n;",
    )
    .unwrap();
    let (half, back) = (fs::read(&file).unwrap(), fs::read(&journal).unwrap());
    drop(conn);
    fs::write(&file, half).unwrap();
    fs::write(&journal, back).unwrap();
}

#[test]
fn a_read_only_disk_is_read_and_says_so() {
    let ground = match Ground::lay(EXT4) {
        Ok(ground) => ground,
        Err(why) => return not_done("a read-only disk", &why),
    };
    let base = ground.root();
    drop(office::found(&base, "东山片区"));
    ground.protect(true);
    let mut desk = office::open(&base);
    assert_eq!(desk.checking(), Checking::ReadOnly(&ReadOnly::Disk));
    assert_eq!(office::name(&desk), "东山片区");
    assert!(matches!(
        office::rename(&mut desk, "西山片区"),
        Err(DeskError::ReadOnly(ReadOnly::Disk))
    ));
    assert_eq!(Desk::verify(&office::file(&base)).unwrap().head.seq, 1);
    drop(desk);

    ground.protect(false);
    killed_in_a_commit(&base);
    ground.protect(true);
    assert!(matches!(
        office::try_open(&base).map(|_| ()),
        Err(DeskError::Store(StoreError::HotJournal { .. }))
    ));
    // The control: where it may be written, the same file is rolled back and whole.
    ground.protect(false);
    assert_eq!(office::name(&office::open(&base)), "东山片区");
    assert_eq!(Desk::verify(&office::file(&base)).unwrap().head.seq, 1);
}

/// A stick that carries nothing but the committees' files has no room for a log, and needs none.
#[test]
fn a_read_only_disk_without_a_log_is_opened() {
    let ground = match Ground::lay(EXT4) {
        Ok(ground) => ground,
        Err(why) => return not_done("a read-only disk without a log", &why),
    };
    let stick = ground.root().join("stick");
    let full = ground.root().join("full");
    super::program::sample(&full);
    fs::create_dir_all(stick.join("committees")).unwrap();
    let file = |at: &Path| at.join("committees/sample.db");
    fs::copy(file(&full), file(&stick)).unwrap();
    ground.protect(true);
    let list = |at: &Path| super::program::en(at, &["--committee", "sample", "tasks", "list"]);
    let (code, told, why) = list(&stick);
    assert_eq!((code, why.as_str()), (0, ""));
    assert_eq!(told, list(&full).1);
    // The control: where there is no committee either, nothing can be opened.
    assert_ne!(list(&ground.root().join("none")).0, 0);
    ground.protect(false);
}

const CHILD: &str = "LIANXI_ONE_OF_TWO";

/// How many acts each of two processes commits.
const EACH: u64 = 200;

/// Works as one of two processes at one file. Does nothing in a run of the tests.
#[test]
fn a_process_beside_another() {
    let Some(base) = env::var_os(CHILD).map(PathBuf::from) else {
        return;
    };
    let mut out = std::io::stdout();
    if env::var_os("LIANXI_HOLD").is_some() {
        let mut desk = office::open(&base);
        office::settle(&mut desk);
        writeln!(out, "holds").unwrap();
        out.flush().unwrap();
        loop {
            std::thread::park();
        }
    }
    let mut store = Store::open(&office::file(&base), Access::Write).unwrap();
    writeln!(out, "ready").unwrap();
    out.flush().unwrap();
    // Both begin at one moment, when the other end is closed.
    std::io::stdin().read_line(&mut String::new()).unwrap();
    for n in 0..EACH {
        let act = ActRecord {
            id: format!("{}-{n}", std::process::id()),
            ..book::act(n)
        };
        let done = store.commit(&[act], &[], &[]).unwrap();
        assert!(matches!(done, Commit::Done(_)));
        // A look at the whole chain lets the other one in.
        store.verify_chain().unwrap();
    }
}

fn beside(base: &Path, hold: bool) -> Child {
    let mut command = Command::new(env::current_exe().unwrap());
    command
        .args(["--exact", "faults::medium::a_process_beside_another"])
        .args(["--nocapture", "--test-threads=1"])
        .env(CHILD, base)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    if hold {
        command.env("LIANXI_HOLD", "1");
    }
    command.spawn().unwrap()
}

/// Waits until a process says a word.
fn until(process: &mut Child, word: &str) {
    let out = process.stdout.as_mut().unwrap();
    let mut lines = BufReader::new(out).lines();
    assert!(lines.any(|line| line.unwrap().contains(word)));
}

/// Even with no lock between them, two writers leave one chain.
#[test]
fn two_processes_at_one_file_leave_one_whole_chain() {
    let folder = tempfile::tempdir().unwrap();
    let base = fs::canonicalize(folder.path()).unwrap();
    book::make(&office::file(&base), 0);
    let mut writers = [beside(&base, false), beside(&base, false)];
    for writer in &mut writers {
        until(writer, "ready");
    }
    for writer in &mut writers {
        drop(writer.stdin.take());
    }
    for mut writer in writers {
        assert!(writer.wait().unwrap().success());
    }
    let store = Store::open(&office::file(&base), Access::Read).unwrap();
    assert_eq!(store.verify_chain().unwrap().seq, 2 * EACH);
    let changes = store.read(1).unwrap();
    let turns = changes.windows(2).filter(|two| {
        let who = |n: usize| {
            let act = two[n].act.clone().unwrap();
            act.split('-').next().unwrap().to_owned()
        };
        who(0) != who(1)
    });
    let turns = turns.count();
    counted(&format!("two writers took turns {turns} times"));
    // The control: had they never met, nothing would be shown.
    assert!(turns > 0, "they never met");
}

#[test]
fn the_second_is_told_who_holds_the_file_and_has_it_when_the_first_is_killed() {
    let folder = folder();
    let base = fs::canonicalize(folder.path()).unwrap();
    drop(office::found(&base, "东山片区"));
    let mut first = beside(&base, true);
    until(&mut first, "holds");
    let mut second = office::open(&base);
    let Checking::ReadOnly(ReadOnly::Held { by: Some(by) }) = second.checking() else {
        panic!("two writers: {:?}", second.checking());
    };
    assert_eq!(by.pid, first.id());
    drop(second);
    first.kill().unwrap();
    first.wait().unwrap();
    // The control: it was the first that kept it from writing.
    let mut second = office::open(&base);
    let _written = office::rename(&mut second, "西山片区").unwrap();
}

/// Order is by place and never by a clock, and what is new is new whatever the clock says.
#[test]
fn a_clock_that_jumps_changes_no_order() {
    let folder = folder();
    let base = fs::canonicalize(folder.path()).unwrap();
    drop(office::found(&base, "东山片区"));
    let mut ids = Vec::new();
    for (day, name) in [
        ("2036-11-23T09:00:00", "十年后"),
        ("2025-11-23T09:00:00", "一年前"),
        ("1970-01-01T08:00:00", "没有电池"),
    ] {
        let mut desk = office::open_at(&base, day);
        let _done = office::rename(&mut desk, name).unwrap();
        ids.push(desk.new_id::<String>());
        assert_eq!(office::name(&desk), name);
        // The control: the clock did jump, and the act says so.
        let last = desk.last_act().unwrap().unwrap();
        assert!(
            last.at.starts_with(day.split_once('T').unwrap().0),
            "{}",
            last.at
        );
        let _undone = desk.walk(lianxi::desk::Way::Back).unwrap();
        let _again = desk.walk(lianxi::desk::Way::Forth).unwrap();
    }
    assert!(ids.is_sorted(), "{ids:?}");
    assert_eq!(office::name(&office::open(&base)), "没有电池");
    assert_eq!(Desk::verify(&office::file(&base)).unwrap().head.seq, 10);
}

/// The same with the real program under another clock and another time zone.
#[test]
fn the_program_under_another_clock_goes_on_where_it_was() {
    if let Err(why) = run(&["faketime", "--version"]) {
        return not_done("another clock for the whole program", &why);
    }
    let home = tempfile::tempdir().unwrap();
    let lianxi = |clock: &str, zone: &str, arguments: &[&str]| {
        let said = Command::new("faketime")
            .args(["-f", clock, env!("CARGO_BIN_EXE_lianxi")])
            .args(["--committee", "sample"])
            .args(arguments)
            .env("LIANXI_DATA", home.path())
            .env("TZ", zone)
            .env("LANG", "zh_CN.UTF-8")
            .output()
            .unwrap();
        let err = String::from_utf8(said.stderr).unwrap();
        assert!(said.status.success(), "{clock} {zone}: {err}");
        String::from_utf8(said.stdout).unwrap()
    };
    let file = home.path().join("名册.csv");
    let file = file.to_str().unwrap();
    let mut csv = lianxi(
        "@2026-11-23 09:00:00",
        "Asia/Shanghai",
        &["export", "roster"],
    );
    for (clock, zone, name) in [
        ("@2036-11-23 09:00:00", "Asia/Shanghai", "金小满"),
        ("@2025-11-23 09:00:00", "America/New_York", "银小满"),
        ("@2026-11-23 09:00:00", "UTC", "铜小满"),
    ] {
        csv.push_str(&format!("上坪村,{name},委员,列席,2026-01-01,,,,,,\n"));
        fs::write(file, &csv).unwrap();
        lianxi(clock, zone, &["import", "roster", file]);
        assert!(lianxi(clock, zone, &["verify"]).contains("重放"));
    }
    let sample = home.path().join("committees/sample.db");
    let store = Store::open(&sample, Access::Read).unwrap();
    let acts: Vec<String> = store
        .read(1)
        .unwrap()
        .into_iter()
        .filter_map(|line| line.act)
        .collect();
    let imported = &acts[acts.len() - 3..];
    assert!(imported.is_sorted(), "ids follow the order: {imported:?}");
    // The control: the clocks did jump, and the lines say so.
    let lines = store.read(1).unwrap();
    let hours = |line: &lianxi::store::Line| {
        let body: serde_json::Value = serde_json::from_slice(&line.bytes).unwrap();
        body["at"].as_str().unwrap().to_owned()
    };
    let hours: Vec<String> = lines.iter().rev().take(3).rev().map(hours).collect();
    assert!(!hours.is_sorted(), "{hours:?}");
}

#[test]
fn a_file_of_a_newer_program_is_not_touched_by_anything() {
    let home = tempfile::tempdir().unwrap();
    let lianxi = |arguments: &[&str]| {
        let said = Command::new(env!("CARGO_BIN_EXE_lianxi"))
            .args(arguments)
            .env_clear()
            .env("LIANXI_DATA", home.path())
            .env("LIANXI_CLOCK", "2026-11-23T08:30")
            .env("LANG", "en_US.UTF-8")
            .output()
            .unwrap();
        let all = [said.stdout, said.stderr].concat();
        (said.status.code().unwrap(), String::from_utf8(all).unwrap())
    };
    assert_eq!(lianxi(&["--committee", "sample", "record", "1"]).0, 0);
    let committees = home.path().join("committees");
    let own = committees.join("own.db");
    fs::rename(committees.join("sample.db"), &own).unwrap();
    let conn = rusqlite::Connection::open(&own).unwrap();
    conn.pragma_update(None, "user_version", FORMAT + 1)
        .unwrap();
    drop(conn);
    let before = (
        fs::read(&own).unwrap(),
        fs::metadata(&own).unwrap().modified().unwrap(),
    );
    let empty = home.path().join("empty.csv");
    fs::write(&empty, "").unwrap();
    for arguments in [
        &["verify"][..],
        &["record", "last"],
        &["export", "roster"],
        &["resume", "--yes"],
        &["backup"],
        &["restore", own.to_str().unwrap(), "--yes"],
        &["import", "roster", empty.to_str().unwrap()],
    ] {
        let (code, said) = lianxi(arguments);
        assert_ne!(code, 0, "{arguments:?}: {said}");
        assert!(said.contains("newer version"), "{arguments:?}: {said}");
    }
    let after = (
        fs::read(&own).unwrap(),
        fs::metadata(&own).unwrap().modified().unwrap(),
    );
    assert_eq!(before, after);
    // The control: of this program's format it is read.
    let conn = rusqlite::Connection::open(&own).unwrap();
    conn.pragma_update(None, "user_version", FORMAT).unwrap();
    drop(conn);
    let (code, said) = lianxi(&["verify"]);
    assert_eq!(code, 0, "{said}");
}
