//! `lianxi doctor`: finds what is not well, says what to do, and tells nobody's business.

use super::ground::{EXT4, Ground, Medium, not_done};
use super::program::{self, en, zh};
use crate::shell::{self, EN, ZH};
use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;

#[test]
fn what_is_well_is_said_to_be_and_nothing_is_made() {
    let home = tempfile::tempdir().unwrap();
    let (code, out, err) = zh(home.path(), &["doctor"]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(out.contains("一切正常") && out.contains("还没有"), "{out}");
    assert!(super::ground::names(home.path()).is_empty());
    program::sample(home.path());
    let (code, out, _) = en(home.path(), &["doctor"]);
    assert!(code == 1 && out.contains("There is no backup"), "{out}");
    assert_eq!(en(home.path(), &["--committee", "sample", "backup"]).0, 0);
    let (code, out, _) = en(home.path(), &["doctor"]);
    assert_eq!(code, 0, "{out}");
    for words in [
        "SQLite 3.",
        "TRUNCATE, EXTRA",
        "Data file sample:",
        "10 acts, head code",
        "the file this computer saw last",
        "The newest backup is of",
    ] {
        assert!(out.contains(words), "{words} in {out}");
    }
}

#[test]
fn each_thing_that_is_not_well_comes_with_what_to_do() {
    let home = tempfile::tempdir().unwrap();
    let file = program::sample(home.path());
    let whole = fs::read(&file).unwrap();
    let unwell = |words: &[&str]| {
        let (code, out, _) = zh(home.path(), &["doctor"]);
        assert_eq!(code, 1, "{out}");
        for words in words {
            let told = out
                .lines()
                .any(|line| line.starts_with('→') && line.contains(words));
            assert!(told, "{words} in {out}");
        }
        // Nobody's name and no word of the minutes, whatever is wrong.
        for private in ["榆河", "韩立诚", "冷库"] {
            assert!(!out.contains(private), "{private} in {out}");
        }
    };
    let committees = home.path().join("committees");
    fs::set_permissions(&committees, Permissions::from_mode(0o755)).unwrap();
    unwell(&["chmod 700"]);
    fs::set_permissions(&committees, Permissions::from_mode(0o700)).unwrap();
    let named = committees.join("榆河片区.db");
    fs::write(&named, &whole[..whole.len() / 2]).unwrap();
    unwell(&["lianxi salvage"]);
    fs::remove_file(named).unwrap();
    fs::write(home.path().join("settings.toml"), "teme = 1\n").unwrap();
    unwell(&["theme"]);
    fs::remove_file(home.path().join("settings.toml")).unwrap();
    let (code, out, _) = program::run(home.path(), "C", &["doctor", "--lang", "en"]);
    assert!(code == 1 && out.contains("not UTF-8"), "{out}");
    let roster = home.path().join("in.csv");
    let sample = |arguments: &[&str]| {
        zh(
            home.path(),
            &[&["--committee", "sample"], arguments].concat(),
        )
    };
    let text = sample(&["export", "roster"]).1 + "上坪村,金小满,委员,列席,2026-01-01,,,,,,\n";
    fs::write(&roster, text).unwrap();
    assert_eq!(sample(&["import", "roster", roster.to_str().unwrap()]).0, 0);
    fs::write(&file, whole).unwrap();
    unwell(&["lianxi resume"]);
}

/// Nothing is salvaged from what is no committee's, nor backed up: it is moved away, or the system asked to let it
/// be read. Which one is meant is found without its name.
#[test]
fn a_file_of_somebody_else_comes_with_its_own_remedy_and_no_name() {
    let home = tempfile::tempdir().unwrap();
    let sample = program::sample(home.path());
    assert_eq!(zh(home.path(), &["--committee", "sample", "backup"]).0, 0);
    let committees = home.path().join("committees");
    let put = |name: &str, bytes: &[u8]| fs::write(committees.join(name), bytes).unwrap();
    put("韩立诚的照片.db", b"no database at all, only some text");
    put("榆河空.db", b"");
    let foreign = committees.join("冷库账.db");
    let conn = rusqlite::Connection::open(&foreign).unwrap();
    conn.execute_batch("PRAGMA application_id = 77; CREATE TABLE t (a)")
        .unwrap();
    drop(conn);
    let said = |language: &str| {
        let (code, out, _) = program::run(home.path(), language, &["doctor"]);
        assert_eq!(code, 1, "{out}");
        for private in ["榆河", "韩立诚", "冷库"] {
            assert!(!out.contains(private), "{private} in {out}");
        }
        out
    };
    for (language, move_away, set_up, wrong, place) in [
        (
            "zh_CN.UTF-8",
            "移出数据文件夹",
            "重新建立",
            ["lianxi salvage", "lianxi backup，"],
            ["第 2 个（文件夹里 .db 共 4 个", "改过"],
        ),
        (
            "en_US.UTF-8",
            "Move this file out",
            "set the committee up anew",
            ["lianxi salvage", "run lianxi backup"],
            ["no. 2 of the 4 .db files", "changed"],
        ),
    ] {
        let out = said(language);
        assert_eq!(out.matches(move_away).count(), 2, "{out}");
        assert_eq!(out.matches(set_up).count(), 1, "{out}");
        assert!(place.iter().all(|words| out.contains(words)), "{out}");
        assert!(wrong.iter().all(|words| !out.contains(words)), "{out}");
    }
    // The control: of a committee's own that is damaged what can be proved is saved.
    let whole = fs::read(&sample).unwrap();
    fs::write(&sample, &whole[..whole.len() / 2]).unwrap();
    for language in ["zh_CN.UTF-8", "en_US.UTF-8"] {
        let out = said(language);
        // One remedy, not two that contradict each other.
        assert_eq!(out.matches("lianxi salvage").count(), 1, "{out}");
        assert!(!out.contains("用备份恢复"), "{out}");
    }
}

/// Somebody who owns nothing else here.
const SOMEBODY: u32 = 65_534;

/// Gives everything in a folder to somebody else.
fn give(folder: &Path) {
    chown(folder, Some(SOMEBODY), Some(SOMEBODY)).unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => give(&path),
            false => chown(&path, Some(SOMEBODY), Some(SOMEBODY)).unwrap(),
        }
    }
}

/// Who runs the tests as the system itself may read everything; the program is run by somebody else there.
#[test]
fn a_file_that_may_not_be_read_comes_with_who_is_to_let_it_be() {
    let home = tempfile::tempdir().unwrap();
    let file = program::sample(home.path());
    let may = |mode| fs::set_permissions(&file, Permissions::from_mode(mode)).unwrap();
    may(0o000);
    let anything = fs::File::open(&file).is_ok();
    if anything {
        give(home.path());
    }
    for (language, denied, remedy) in [
        (
            ZH,
            "看不到数据文件：没有权限",
            "→ 请检查这个文件的权限和所在的盘",
        ),
        (EN, "Cannot look at the data file: no permission", "→ "),
    ] {
        let doctor = || {
            let mut command = shell::program(home.path(), language);
            command.arg("doctor");
            if anything {
                command.uid(SOMEBODY).gid(SOMEBODY);
            }
            command.output()
        };
        may(0o000);
        let said = match doctor() {
            Ok(said) => String::from_utf8(said.stdout).unwrap(),
            Err(why) => return not_done("a file that may not be read", &why.to_string()),
        };
        assert!(said.contains(denied) && said.contains(remedy), "{said}");
        assert!(!said.contains("lianxi salvage"), "{said}");
        // The control: let in, it reads it.
        may(0o600);
        let said = String::from_utf8(doctor().unwrap().stdout).unwrap();
        assert!(!said.contains(denied), "{said}");
    }
}

#[test]
fn a_disk_that_is_full_or_shut_is_told() {
    let little = Medium::Memory { kibibytes: 900 };
    match Ground::lay(little) {
        Ok(ground) => {
            program::sample(&ground.root());
            let (code, out, _) = en(&ground.root(), &["doctor"]);
            assert!(code == 1 && out.contains("nearly full"), "{out}");
        }
        Err(why) => not_done("a full disk for the doctor", &why),
    }
    match Ground::lay(EXT4) {
        Ok(ground) => {
            program::sample(&ground.root());
            ground.protect(true);
            let (code, out, _) = en(&ground.root(), &["doctor"]);
            assert!(code == 1 && out.contains("cannot be written"), "{out}");
        }
        Err(why) => not_done("a read-only disk for the doctor", &why),
    }
}

/// A kill leaves the content of an encrypted backup open: it is said, and the next command takes it away.
#[test]
fn what_a_kill_left_unpacked_is_said_until_the_next_command_takes_it_away() {
    let home = tempfile::tempdir().unwrap();
    program::sample(home.path());
    assert_eq!(en(home.path(), &["--committee", "sample", "backup"]).0, 0);
    let unpacked = home.path().join("state").join("unpacked");
    fs::create_dir_all(&unpacked).unwrap();
    let left = unpacked.join("backup.unproved");
    fs::write(&left, "plain").unwrap();
    for _ in 0..2 {
        let (code, out, _) = en(home.path(), &["doctor"]);
        let told = out.lines().find(|line| line.starts_with('→'));
        let told = told.unwrap_or_else(|| panic!("{out}"));
        assert!(
            code == 1 && told.contains("lies open") && told.contains("(files: 1)"),
            "{out}"
        );
        assert!(left.exists());
    }
    let (_, out, _) = zh(home.path(), &["doctor"]);
    assert!(out.contains("明文留在"), "{out}");
    assert_eq!(en(home.path(), &["--committee", "sample", "verify"]).0, 0);
    assert!(!left.exists());
    let (code, out, _) = en(home.path(), &["doctor"]);
    assert_eq!(code, 0, "{out}");
}
