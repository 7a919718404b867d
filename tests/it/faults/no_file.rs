//! A pipe, a device or another program's database by the name of a file: refused in words at once, nothing laid beside.

use super::ground::names;
use crate::shell::{self, EN, ZH, program};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Runs the program, which is not waited for for ever, and returns its code and everything it said.
fn run(data: &Path, language: &str, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = program(data, language);
    command.args(arguments).stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if begun.elapsed() > Duration::from_secs(20) {
            child.kill().unwrap();
            let _dead = child.wait().unwrap();
            panic!("it waits for ever: {arguments:?}");
        }
        thread::sleep(Duration::from_millis(5));
    }
    let output = child.wait_with_output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(said).unwrap())
}

#[test]
fn a_pipe_or_a_device_by_the_name_of_a_file_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    shell::fine(&data, ZH, &["record", "last"]);
    let pipe = |name: &str| {
        let path = folder.path().join(name);
        let made = Command::new("mkfifo").arg(&path).status().unwrap();
        assert!(made.success());
        path.to_str().unwrap().to_owned()
    };
    let (db, rules, list) = (pipe("pipe.db"), pipe("pipe.toml"), pipe("pipe.csv"));
    let new = folder.path().join("new.db");
    let new = new.to_str().unwrap();
    for file in [db.as_str(), "/dev/zero"] {
        for asked in [
            &["verify", file][..],
            &["--read-only", file, "verify"],
            &["--read-only", file, "record", "last"],
            &["salvage", file, "-o", new],
            &["restore", file],
            &["--committee", "sample", "import", "roster", file],
            &["import", "popolo", file],
            &["tally", file],
            &["--committee", "sample", "rules", "import", file],
        ] {
            for (language, words) in [
                (ZH, "那不是文件，是管道或设备"),
                (EN, "that is no file but a pipe or a device"),
            ] {
                let (code, said) = run(&data, language, asked);
                assert!(said.contains(words), "{asked:?} {said}");
                assert!(matches!(code, Some(2 | 3)), "{asked:?} {code:?} {said}");
            }
        }
    }
    for asked in [
        &["--committee", "sample", "import", "roster", &list][..],
        &["tally", "--rule", &rules, &list],
    ] {
        let (code, said) = run(&data, ZH, asked);
        assert!(said.contains("管道或设备"), "{asked:?} {said}");
        assert_eq!(code, Some(2), "{asked:?} {said}");
    }
    // Among the committees it is no committee, and in nobody's way.
    let among = data.join("committees/pipe.db");
    fs::rename(&db, &among).unwrap();
    for asked in ["verify", "doctor"] {
        let (_, said) = run(&data, ZH, &[asked]);
        assert!(said.contains("10 步"), "{asked} {said}");
    }
    let beside = names(&data.join("committees"));
    assert!(
        !beside.iter().any(|it| it.starts_with("pipe.db.")),
        "{beside:?}"
    );
    // The settings too.
    let made = Command::new("mkfifo")
        .arg(data.join("settings.toml"))
        .status();
    assert!(made.unwrap().success());
    let (_, said) = run(&data, ZH, &["record", "last"]);
    assert!(said.contains("管道或设备"), "{said}");
}

#[test]
fn beside_the_file_of_another_program_nothing_is_laid() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    shell::fine(&data, ZH, &["record", "last"]);
    let committees = data.join("committees");
    let mut other = b"SQLite format 3\0".to_vec();
    other.resize(4096, 0);
    other[68..72].fill(7);
    for (name, bytes) in [
        ("bookmarks.db", &other[..]),
        ("notes.db", "笔记".as_bytes()),
        ("nothing.db", b""),
    ] {
        fs::write(committees.join(name), bytes).unwrap();
    }
    let before = names(&committees);
    for name in ["bookmarks", "notes", "nothing"] {
        for asked in [
            &["record", "last"][..],
            &["backup"],
            &["verify"],
            &["tasks", "list"],
        ] {
            let named = [&["--committee", name][..], asked].concat();
            let (code, said) = run(&data, ZH, &named);
            assert_ne!(code, Some(0), "{named:?} {said}");
        }
    }
    assert_eq!(names(&committees), before);
    // The control: what is the program's own is locked while it is written.
    fs::remove_file(committees.join("sample.db.lock")).unwrap();
    let (code, said) = run(&data, ZH, &["--committee", "sample", "backup"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(committees.join("sample.db.lock").exists());
}
