//! A file that is damaged, or is not the one this computer saw last, is read with a warning: what is printed from it says
//! so, and the exit code too.

use super::shell::{EN, ZH, answer, fine, program, sample};
use std::fs;
use std::path::{Path, PathBuf};

fn file(data: &Path) -> PathBuf {
    data.join("committees").join("sample.db")
}

/// Changes one name in a row, as another program may.
fn change_a_name(data: &Path) {
    let connection = rusqlite::Connection::open(file(data)).unwrap();
    let sql = "UPDATE person SET body = replace(body, '韩立诚', '韩立城') WHERE id = 'han'";
    assert_eq!(connection.execute(sql, []).unwrap(), 1);
}

const READ: [&[&str]; 8] = [
    &["record", "last"],
    &["record", "last", "--text"],
    &["tasks", "list"],
    &["matters", "list"],
    &["boards", "list"],
    &["export", "roster"],
    &["export", "journal"],
    &["rules", "list"],
];

#[test]
fn what_is_read_of_a_damaged_file_comes_with_a_warning() {
    for (language, told, mark) in [
        (ZH, "注意：数据文件已损坏", "【数据存疑】"),
        (EN, "Take care: the data file is damaged", "[DATA IN DOUBT]"),
    ] {
        let data = tempfile::tempdir().unwrap();
        // The control: of a whole file nothing is said.
        for read in READ {
            let (code, out, err) = sample(data.path(), language, read);
            assert_eq!((code, err.contains(told)), (0, false), "{read:?} {err}");
            assert!(!out.contains(mark), "{out}");
        }
        change_a_name(data.path());
        for read in READ {
            let (code, out, err) = sample(data.path(), language, read);
            assert_eq!((code, err.contains(told)), (1, true), "{read:?} {err}");
            let paper = read.contains(&"record");
            assert_eq!(out.starts_with(mark), paper, "{read:?} {out}");
        }
    }
}

#[test]
fn an_older_file_in_the_place_of_the_latest_is_no_whole_one() {
    let data = tempfile::tempdir().unwrap();
    fine(data.path(), ZH, &["tasks", "list"]);
    let older = fs::read(file(data.path())).unwrap();
    let add = [
        "tasks",
        "add",
        "清淤",
        "--village",
        "柳沟村",
        "--due",
        "2026-12-20",
    ];
    fine(data.path(), ZH, &add);
    // The control: the latest is whole.
    assert!(fine(data.path(), ZH, &["verify"]).contains("完好"));
    let latest = fs::read(file(data.path())).unwrap();
    fs::write(file(data.path()), &older).unwrap();
    for (language, verified, told) in [
        (ZH, "不是最新的一份", "文件比本机见过的旧"),
        (
            EN,
            "not the latest",
            "the file is older than what this computer has seen",
        ),
    ] {
        let (code, out, _) = sample(data.path(), language, &["verify"]);
        assert_eq!((code, out.contains(verified)), (1, true), "{out}");
        let (code, _, err) = sample(data.path(), language, &["tasks", "list"]);
        assert_eq!((code, err.contains(told)), (1, true), "{err}");
    }
    // Named as a copy it is what it is.
    fs::write(file(data.path()), latest).unwrap();
    let copy = data.path().join("copy.db");
    fs::write(&copy, older).unwrap();
    let copy = copy.to_str().unwrap();
    let (code, out, err) = super::shell::run(data.path(), ZH, &["verify", copy]);
    assert_eq!((code, out.contains("完好")), (0, true), "{out}");
    assert!(err.contains("这是一份旧的"), "{err}");
}

#[test]
fn a_clock_behind_the_last_act_and_a_backup_of_a_later_day_are_told_by_the_doctor() {
    let data = tempfile::tempdir().unwrap();
    fine(data.path(), ZH, &["backup"]);
    for (language, clock, backup, none) in [
        (ZH, "电脑时钟早于最后一步", "晚于今天", "还没有备份"),
        (
            EN,
            "The clock of this computer is earlier",
            "later than today",
            "There is no backup",
        ),
    ] {
        let doctor = |at: &str| {
            let mut command = program(data.path(), language);
            answer(command.env("LIANXI_CLOCK", at).arg("doctor"))
        };
        // The control: on its own day nothing is wrong with either.
        let (_, out, _) = doctor("2026-11-23T10:00");
        assert!(!out.contains(clock) && !out.contains(backup), "{out}");
        let (code, out, _) = doctor("2026-11-20T10:00");
        assert_eq!(code, 1, "{out}");
        assert!(out.contains(clock) && out.contains(backup), "{out}");
        // Whoever has one is not told that there is none.
        assert!(!out.contains(none), "{out}");
    }
}
