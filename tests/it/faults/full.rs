//! A full disk: nothing is recorded and that is said, reading goes on, and with room it works again.

use super::ground::{Ground, Medium, counted, names, not_done};
use super::{office, program};
use lianxi::desk::{Checking, Desk, DeskError, ReadOnly};
use lianxi::i18n::{Language, faults};
use lianxi::store::StoreError;
use std::fs;
use std::path::Path;
use std::process::Command;

const MEDIA: [(&str, Medium); 2] = [
    ("tmpfs", Medium::Memory { kibibytes: 1_000 }),
    (
        "ext4 with 1 KiB blocks",
        Medium::Image {
            make: &["mkfs.ext4", "-q", "-b", "1024"],
            mebibytes: 4,
        },
    ),
];

/// Does something on a small disk of each kind, where that can be made.
fn on_each(what: &str, mut go: impl FnMut(&str, &Ground)) {
    for (name, medium) in MEDIA {
        match Ground::lay(medium) {
            Ok(ground) => go(name, &ground),
            Err(why) => not_done(&format!("{what} on {name}"), &why),
        }
    }
}

/// Renames until the disk takes no more, and returns how many times it went well.
fn until_full(desk: &mut Desk) -> (usize, DeskError) {
    for n in 0..5_000 {
        let long = "长".repeat(150);
        if let Err(error) = office::rename(desk, &format!("第{n}次{long}")) {
            return (n, error);
        }
    }
    panic!("the disk never filled");
}

fn is_full(error: &DeskError) -> bool {
    matches!(error, DeskError::Store(StoreError::DiskFull { code: 13 }))
}

#[test]
fn a_disk_that_fills_up_is_told_and_works_again_with_room() {
    on_each("filling up", |name, ground| {
        let base = ground.root();
        let mut desk = office::found(&base, "东山片区");
        let _first = office::rename(&mut desk, "西山片区").unwrap();
        // Room for some acts: the file grows until it does not.
        let ballast = ground.fill(60_000);
        let (went, error) = until_full(&mut desk);
        assert!(is_full(&error), "{name}: {error:?}");
        let sentence = faults::desk(Language::Zh, &error);
        assert!(sentence.contains("磁盘已满") && sentence.contains("没有记录"));
        counted(&format!("{name}: {went} acts, then full"));

        let acts = office::acts(&desk);
        assert_eq!(Desk::verify(&office::file(&base)).unwrap().head.seq, acts);
        assert!(desk.last_act().unwrap().is_some(), "reading goes on");
        assert!(is_full(&until_full(&mut desk).1), "{name}: it stays full");
        let acts = office::acts(&desk);
        assert_eq!(office::name(&office::open(&base)), office::name(&desk));

        // The control: with room the same is recorded.
        fs::remove_file(ballast).unwrap();
        let _works = office::rename(&mut desk, "有了空间").unwrap();
        assert_eq!(office::acts(&desk), acts + 1);
        drop(desk);
        assert_eq!(office::name(&office::open(&base)), "有了空间");
        assert_eq!(
            Desk::verify(&office::file(&base)).unwrap().head.seq,
            acts + 1
        );
    });
}

#[test]
fn a_disk_that_is_full_before_the_start_still_shows_what_is_there() {
    on_each("a full disk before the start", |name, ground| {
        let base = ground.root();
        drop(office::found(&base, "东山片区"));
        let ballast = ground.fill(0);
        let before = fs::read(office::file(&base)).unwrap();
        let mut desk = office::open(&base);
        office::settle(&mut desk);
        assert_eq!(office::name(&desk), "东山片区", "{name}");
        // It is full, and nothing else is the matter with it.
        assert_eq!(desk.checking(), Checking::Passed, "{name}");
        let refused = office::rename(&mut desk, "写不下").unwrap_err();
        assert!(is_full(&refused), "{name}: {refused:?}");
        assert_eq!(office::name(&desk), "东山片区", "{name}");
        assert_eq!(fs::read(office::file(&base)).unwrap(), before, "{name}");
        assert!(!names(&base).contains(&"one.db.holder".to_owned()));
        // The control: with room the same is recorded, by the same desk.
        fs::remove_file(ballast).unwrap();
        let _works = office::rename(&mut desk, "有了空间").unwrap();
        assert_eq!(desk.checking(), Checking::Passed);
        drop(desk);
        assert_eq!(office::name(&office::open(&base)), "有了空间");
    });
}

/// A disk takes no more files at all: not even the lock can be made. It is full and not read-only, and says so.
#[test]
fn a_disk_without_room_for_the_lock_is_told_as_full_and_works_again_with_room() {
    let (name, medium) = MEDIA[1];
    let ground = match Ground::lay(medium) {
        Ok(ground) => ground,
        Err(why) => return not_done("no room for the lock", &why),
    };
    let base = ground.root();
    drop(office::found(&base, "东山片区"));
    fs::remove_file(base.join("one.db.lock")).unwrap();
    let spare = base.join("spare");
    fs::create_dir(&spare).unwrap();
    let full = (0..100_000).find_map(|n| fs::File::create(spare.join(n.to_string())).err());
    let kind = full.expect("the disk never filled").kind();
    assert_eq!(kind, std::io::ErrorKind::StorageFull, "{name}");
    let before = fs::read(office::file(&base)).unwrap();
    let mut desk = office::open(&base);
    assert_eq!(desk.checking(), Checking::ReadOnly(&ReadOnly::Full));
    office::settle(&mut desk);
    assert_eq!(office::name(&desk), "东山片区", "reading goes on");
    let refused = office::rename(&mut desk, "写不下").unwrap_err();
    assert!(
        matches!(refused, DeskError::ReadOnly(ReadOnly::Full)),
        "{refused:?}"
    );
    for (language, words) in [(Language::Zh, "磁盘已满"), (Language::En, "disk is full")] {
        for said in [
            faults::desk(language, &refused),
            faults::shut(language, &ReadOnly::Full),
        ] {
            assert!(said.contains(words), "{said}");
        }
    }
    assert_eq!(fs::read(office::file(&base)).unwrap(), before);
    drop(desk);
    // The control: with room it is opened to be written.
    fs::remove_dir_all(&spare).unwrap();
    let mut desk = office::open(&base);
    let _works = office::rename(&mut desk, "有了空间").unwrap();
    assert_eq!(office::name(&desk), "有了空间");
}

#[test]
fn a_committee_is_not_founded_on_a_full_disk_and_leaves_no_shell() {
    on_each("founding on a full disk", |name, ground| {
        let base = ground.root();
        let _around = office::paths(&base);
        let ballast = ground.fill(0);
        let error = office::try_found(&base, "东山片区")
            .map(|_| ())
            .unwrap_err();
        assert!(!office::file(&base).exists(), "{name}: {error:?}");
        fs::remove_file(ballast).unwrap();
        assert_eq!(office::name(&office::found(&base, "东山片区")), "东山片区");
    });
}

#[test]
fn a_record_that_does_not_fit_leaves_nothing_and_says_so() {
    let home = tempfile::tempdir().unwrap();
    on_each("a record on a full disk", |name, ground| {
        let ballast = ground.fill(1_000);
        let to = ground.root().join("record.md");
        let (code, err) = record(home.path(), &to);
        assert_eq!(code, 3, "{name}: {err}");
        assert!(err.contains("磁盘已满"), "{name}: {err}");
        let left = names(&ground.root());
        assert!(!left.iter().any(|it| it.contains("record")), "{left:?}");
        // The control: with room it is written.
        fs::remove_file(ballast).unwrap();
        let (code, err) = record(home.path(), &to);
        assert_eq!(code, 0, "{name}: {err}");
        assert!(fs::read_to_string(&to).unwrap().starts_with('#'));
    });
}

#[test]
fn a_backup_or_a_salvage_that_does_not_fit_leaves_nothing_of_its_name() {
    let home = tempfile::tempdir().unwrap();
    let file = program::sample(home.path());
    let file = file.to_str().unwrap();
    on_each("a backup on a full disk", |name, ground| {
        let ballast = ground.fill(20_000);
        let root = ground.root();
        let stick = root.to_str().unwrap();
        let new = root.join("new.db");
        let new = new.to_str().unwrap();
        let sample = |arguments: &[&str]| {
            program::zh(
                home.path(),
                &[&["--committee", "sample"], arguments].concat(),
            )
        };
        for arguments in [
            &["backup", "--to", stick][..],
            &["salvage", file, "-o", new],
        ] {
            let (code, out, err) = sample(arguments);
            assert_eq!(code, 3, "{name}: {arguments:?}: {out}{err}");
            assert!(err.contains("磁盘已满"), "{name}: {err}");
            if arguments[0] == "salvage" {
                // The file salvaged is broken, and nothing was to be recorded.
                assert!(err.contains("没有抢救成"), "{name}: {err}");
                assert!(!err.contains("完好") && !err.contains("没有记录"), "{err}");
            }
            assert_eq!(
                names(&root).iter().filter(|it| it.contains(".db")).count(),
                0
            );
        }
        // The control: with room both are there.
        fs::remove_file(ballast).unwrap();
        assert_eq!(sample(&["backup", "--to", stick]).0, 0);
        assert_eq!(sample(&["salvage", file, "-o", new]).0, 0);
        assert_eq!(
            names(&root).iter().filter(|it| it.ends_with(".db")).count(),
            2
        );
    });
}

#[test]
fn a_data_disk_that_is_full_takes_no_backup_and_loses_nothing() {
    let little = Medium::Memory { kibibytes: 900 };
    let ground = match Ground::lay(little) {
        Ok(ground) => ground,
        Err(why) => return not_done("a backup on a full data disk", &why),
    };
    let home = ground.root();
    let file = program::sample(&home);
    let ballast = ground.fill(20_000);
    let before = fs::read(&file).unwrap();
    let sample =
        |arguments: &[&str]| program::zh(&home, &[&["--committee", "sample"], arguments].concat());
    let (code, _, err) = sample(&["backup"]);
    assert_eq!(code, 3, "{err}");
    let kept = home.join("backups/sample");
    assert!(!kept.exists() || names(&kept).iter().all(|it| !it.ends_with(".db")));
    assert!(fs::read(&file).unwrap() == before);
    assert_eq!(sample(&["verify"]).0, 0);
    fs::remove_file(ballast).unwrap();
    assert_eq!(sample(&["backup"]).0, 0);
}

#[test]
fn a_backup_is_not_restored_on_a_full_disk_and_it_is_said_what_the_room_is_for() {
    let little = Medium::Memory { kibibytes: 4_000 };
    let ground = match Ground::lay(little) {
        Ok(ground) => ground,
        Err(why) => return not_done("restoring on a full disk", &why),
    };
    let home = ground.root();
    let file = program::sample(&home);
    let sample =
        |arguments: &[&str]| program::zh(&home, &[&["--committee", "sample"], arguments].concat());
    assert_eq!(sample(&["backup"]).0, 0);
    let kept = home.join("backups/sample");
    let backups = names(&kept);
    let backup = backups.iter().find(|it| it.ends_with(".db")).unwrap();
    let backup = kept.join(backup);
    // What is there now is worth less, so it is restored over.
    let connection = rusqlite::Connection::open(&file).unwrap();
    connection.execute_batch("DELETE FROM village").unwrap();
    drop(connection);
    let before = fs::read(&file).unwrap();
    let restore = ["restore", backup.to_str().unwrap(), "--yes"];
    // No room for the copy that is proved; none for the present file, which is kept aside first.
    let with_copy = before.len() as u64 * 3 / 2;
    for room in [20_000, with_copy] {
        let ballast = ground.fill(room);
        let (code, out, err) = sample(&restore);
        assert_eq!(code, 3, "{out}{err}");
        assert!(err.contains("没有恢复") && err.contains("再恢复"), "{err}");
        assert!(!err.contains("再备份"), "{err}");
        assert!(fs::read(&file).unwrap() == before);
        let left = names(&kept);
        assert!(left.iter().all(|it| !it.contains(".replaced")), "{left:?}");
        fs::remove_file(ballast).unwrap();
    }
    let (code, out, err) = sample(&restore);
    assert_eq!(code, 0, "{out}{err}");
    assert_eq!(sample(&["verify"]).0, 0);
}

fn record(home: &Path, to: &Path) -> (i32, String) {
    let said = Command::new(env!("CARGO_BIN_EXE_lianxi"))
        .args(["--committee", "sample", "record", "last", "-o"])
        .arg(to)
        .env_clear()
        .env("LIANXI_DATA", home)
        .env("LIANXI_CLOCK", "2026-11-23T08:30")
        .env("LANG", "zh_CN.UTF-8")
        .output()
        .unwrap();
    let err = String::from_utf8(said.stderr).unwrap();
    (said.status.code().unwrap(), err)
}
