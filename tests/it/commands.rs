//! The command line as a shell meets it: what it prints, in which language, with which code.

use crate::shell::{self, EN, ZH, run};
use std::fs;
use std::process::Command;

#[test]
fn help_speaks_the_language_of_the_system_the_settings_or_the_option() {
    let folder = tempfile::tempdir().unwrap();
    let help = |language, arguments: &[&str]| {
        let (code, out, err) = run(folder.path(), language, arguments);
        assert_eq!((code, err.as_str()), (0, ""), "{arguments:?}");
        out
    };
    let zh = help(ZH, &["--help"]);
    for word in [
        "用法：lianxi [选项] [子命令]",
        "子命令:",
        "选项:",
        "会议记录",
        "--committee",
    ] {
        assert!(zh.contains(word), "{word} in {zh}");
    }
    assert!(!zh.contains("Usage") && !zh.contains("Print"), "{zh}");
    assert_eq!(help("C.UTF-8", &["--help"]), zh);
    let en = help(EN, &["--help"]);
    assert!(en.contains("Usage: lianxi [OPTIONS] [COMMAND]"), "{en}");
    assert_eq!(help(ZH, &["--help", "--lang", "en"]), en);
    let record = help(ZH, &["record", "-h"]);
    assert!(
        record.contains("用法：lianxi record [选项] <SESSION>"),
        "{record}"
    );
    assert!(help(ZH, &["-V"]).starts_with("lianxi 0"));
    fs::write(folder.path().join("settings.toml"), "language = \"en\"\n").unwrap();
    assert_eq!(help(ZH, &["--help"]), en);
}

#[test]
fn wrong_usage_is_one_clear_sentence_and_code_2() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, zh, en) in [
        (&["recod"][..], "没有子命令“recod”", "no command “recod”"),
        (&["record"], "还缺 <SESSION>", "Missing: <SESSION>"),
        (
            &["verify", "--al"],
            "不认识的选项“--al”",
            "Unknown option “--al”",
        ),
        (
            &["--lang", "fr"],
            "不认识的语言“fr”",
            "Unknown language “fr”",
        ),
        (&["--committee"], "后面还要写一个值", "needs a value"),
        (&["record", "last"], "还没有委员会", "no committee yet"),
        (
            &["verify", "--committee", "x"],
            "还没有委员会",
            "no committee yet",
        ),
        (&[], "这里不是终端", "not a terminal"),
        (&["import"], "<子命令>", "<COMMAND>"),
    ] {
        for (language, words) in [(ZH, zh), (EN, en)] {
            let (code, out, err) = run(folder.path(), language, arguments);
            assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}: {err}");
            assert!(err.contains(words), "{arguments:?}: {err}");
        }
    }
    assert!(
        fs::read_dir(folder.path()).unwrap().next().is_none(),
        "nothing was made"
    );
}

#[test]
fn the_record_is_written_and_never_over_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let sample = |arguments: &[&str]| {
        let arguments: Vec<&str> = [&["--committee", "sample"], arguments].concat();
        run(folder.path(), ZH, &arguments)
    };
    let (code, last, err) = sample(&["record", "last"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(
        last.contains("联建冷库选址") && last.starts_with('#'),
        "{last}"
    );
    assert_eq!(sample(&["record", "2"]).1, last);
    assert_eq!(sample(&["record", "session-2"]).1, last);
    let (_, en, _) = sample(&["record", "1", "--lang", "en", "--text"]);
    assert!(en.contains("灌渠") && !en.contains("##"), "{en}");
    let to = folder.path().join("record.md");
    let to = to.to_str().unwrap();
    let (code, out, err) = sample(&["record", "1", "-o", to]);
    assert_eq!((code, out.as_str()), (0, ""), "{err}");
    assert!(err.contains("record.md"));
    let (code, _, err) = sample(&["record", "2", "-o", to]);
    assert_eq!(code, 3);
    assert!(err.contains("没有动它"), "{err}");
    let (code, _, err) = sample(&["record", "9"]);
    assert_eq!(code, 2);
    assert!(err.contains("没有会议“9”"), "{err}");
}

#[test]
fn verify_proves_every_file_and_finds_what_was_changed() {
    let folder = tempfile::tempdir().unwrap();
    let verify = || run(folder.path(), EN, &["verify"]);
    assert_eq!(verify().0, 0);
    assert_eq!(
        run(folder.path(), EN, &["record", "1", "--committee", "sample"]).0,
        0
    );
    let (code, out, err) = verify();
    assert_eq!(
        (code, err.as_str(), out.lines().count()),
        (0, "", 1),
        "{out}"
    );
    // The control: as it was written it is whole.
    assert!(out.starts_with("Whole: 榆河片区联合党委 (sample)"), "{out}");
    let committees = folder.path().join("committees");
    let connection = rusqlite::Connection::open(committees.join("sample.db")).unwrap();
    connection
        .execute(
            "UPDATE person SET body = replace(body, '韩立诚', '别人') WHERE id = 'han'",
            [],
        )
        .unwrap();
    drop(connection);
    fs::write(committees.join("zz.db"), "no database at all, only words").unwrap();
    let (code, out, _) = verify();
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(code, 3, "the worst counts: {out}");
    assert!(
        lines
            .iter()
            .any(|it| it
                .contains("1 thing is not what the journal says: A person “韩立诚” (id han)")),
        "{out}"
    );
    assert!(
        lines
            .iter()
            .any(|it| it.contains("no data file of this program")),
        "{out}"
    );
    let (code, out, _) = run(folder.path(), ZH, &["verify", "--committee", "sample"]);
    assert_eq!((code, out.lines().count()), (1, 1));
    assert!(out.starts_with("有问题：榆河片区联合党委"), "{out}");
    let (code, _, err) = run(folder.path(), ZH, &["verify", "--committee", "no such"]);
    assert_eq!(code, 2);
    assert!(err.contains("榆河片区联合党委（sample）"), "{err}");
}

#[test]
fn a_roster_goes_out_and_in_again() {
    let folder = tempfile::tempdir().unwrap();
    let sample = |arguments: &[&str]| {
        let arguments: Vec<&str> = [&["--committee", "sample"], arguments].concat();
        run(folder.path(), ZH, &arguments)
    };
    let file = folder.path().join("名册.csv");
    let file = file.to_str().unwrap();
    assert_eq!(sample(&["export", "roster", "-o", file]).0, 0);
    let (code, _, err) = sample(&["import", "roster", file]);
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("没有变化：14 行"), "{err}");
    let text = fs::read_to_string(file).unwrap();
    let plain = text.trim_start_matches('\u{feff}');
    let units = text.encode_utf16();
    let wide: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
    for bytes in [encoding_rs::GBK.encode(plain).0.into_owned(), wide] {
        let other = folder.path().join("other.csv");
        fs::write(&other, bytes).unwrap();
        let (code, _, err) = sample(&["import", "roster", other.to_str().unwrap()]);
        assert_eq!(code, 0, "{err}");
        assert!(err.contains("没有变化：14 行"), "{err}");
    }
    let more = format!(
        "{}上坪村,金小满,委员,列席,2026-01-01,,,,,,\n",
        fs::read_to_string(file).unwrap()
    );
    fs::write(file, &more).unwrap();
    let (code, _, err) = sample(&["import", "roster", file]);
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("名册已导入：15 行，2 处改动"), "{err}");
    fs::write(file, more.replace("2026-01-01", "2026-02-30")).unwrap();
    let (code, out, err) = sample(&["import", "roster", file]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(
        err.contains("第 16 行") && err.contains("2026-02-30"),
        "{err}"
    );
    assert!(err.contains("名册.csv 有 1 处"), "{err}");
    let (code, out, _) = run(folder.path(), EN, &["export", "roster", "--template"]);
    assert_eq!(code, 0);
    assert!(out.contains("village,name,role"), "{out}");
    let (code, _, err) = sample(&["import", "roster", "none.csv"]);
    assert_eq!(code, 2);
    assert!(err.contains("无法读取 none.csv：找不到"), "{err}");
}

#[test]
fn a_file_is_saved_whatever_the_settings_say() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    shell::fine(&data, ZH, &["record", "last"]);
    let settings = data.join("settings.toml");
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let file = data.join("committees/sample.db");
    let copy = at("copy.db");
    fs::copy(&file, &copy).unwrap();
    let (saved, journal) = (at("saved.db"), at("journal"));
    for fault in ["teme = 1\n", "theme = \n"] {
        fs::write(&settings, fault).unwrap();
        for language in [ZH, EN] {
            for asked in [
                &["verify"][..],
                &["verify", &copy],
                &["--read-only", &copy, "record", "last"],
                &["salvage", &copy, "-o", &saved],
                &["--committee", "sample", "backup"],
                &["restore", &copy],
                &["--committee", "sample", "export", "journal", "-o", &journal],
            ] {
                let (code, out, err) = run(&data, language, asked);
                assert_eq!(code, 0, "{asked:?} {out} {err}");
                let told = match language {
                    EN => "passed over this time",
                    _ => "照默认做",
                };
                assert!(err.contains(told), "{asked:?} {err}");
                assert!(err.contains(&*settings.to_string_lossy()), "{err}");
            }
            for made in [&saved, &journal] {
                fs::remove_file(made).unwrap();
            }
        }
        // The control: what words and colours hang on is not done by halves.
        let (code, _, err) = run(&data, ZH, &["--committee", "sample", "tasks", "list"]);
        assert_eq!(code, 2, "{err}");
    }
}

#[test]
fn what_is_wrong_around_the_program_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("settings.toml");
    fs::write(&settings, "teme = \"dark\"\n").unwrap();
    let (code, _, err) = run(folder.path(), ZH, &["record", "last"]);
    assert_eq!(code, 2);
    let path = settings.to_string_lossy();
    assert!(err.contains("第 1 行") && err.contains("theme"), "{err}");
    assert!(err.contains(&*path), "{err}");
    fs::remove_file(&settings).unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let (code, _, err) = run(&file, EN, &["record", "1", "--committee", "sample"]);
    assert_eq!(code, 3, "{err}");
    let output = Command::new(env!("CARGO_BIN_EXE_lianxi"))
        .arg("verify")
        .env_clear()
        .env("LIANXI_DATA", folder.path())
        .env("LIANXI_CLOCK", "tomorrow")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("LIANXI_CLOCK")
    );
}

#[test]
fn a_restored_backup_is_gone_on_with_only_when_told_so() {
    let folder = tempfile::tempdir().unwrap();
    let sample = |arguments: &[&str]| {
        let arguments: Vec<&str> = [&["--committee", "sample"], arguments].concat();
        run(folder.path(), ZH, &arguments)
    };
    let roster = folder.path().join("名册.csv");
    let roster = roster.to_str().unwrap();
    assert_eq!(sample(&["export", "roster", "-o", roster]).0, 0);
    let grown = |name: &str| {
        let more = format!(
            "{}上坪村,{name},委员,列席,2026-01-01,,,,,,\n",
            fs::read_to_string(roster).unwrap()
        );
        fs::write(roster, more).unwrap();
    };
    // The control: of the file itself nothing is missing.
    let (code, _, err) = sample(&["resume", "--yes"]);
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("不必"), "{err}");

    let file = folder.path().join("committees").join("sample.db");
    let backup = fs::read(&file).unwrap();
    grown("金小满");
    assert_eq!(sample(&["import", "roster", roster]).0, 0);
    fs::write(&file, backup).unwrap();
    grown("银小满");
    let (code, _, err) = sample(&["import", "roster", roster]);
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("lianxi resume"), "{err}");
    let (code, _, err) = sample(&["resume"]);
    assert_eq!(code, 1, "{err}");
    assert!(
        err.contains("这一份缺 1 步") && err.contains("--yes"),
        "{err}"
    );
    assert_eq!(sample(&["import", "roster", roster]).0, 1);
    let (code, _, err) = sample(&["resume", "--yes"]);
    assert_eq!(code, 0, "{err}");
    let note = file.with_extension("resumed.txt");
    // It tells of the acts that were given up, so it is as private as the file.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&note).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let note = fs::read_to_string(note).unwrap();
    assert!(note.contains("这一份缺 1 步"), "{note}");
    let (code, _, err) = sample(&["import", "roster", roster]);
    assert_eq!(code, 0, "{err}");
}

#[test]
fn help_is_had_by_its_name_and_a_wrong_value_is_told_what_may_stand_there() {
    let folder = tempfile::tempdir().unwrap();
    for language in [ZH, EN] {
        let help = |arguments: &[&str]| run(folder.path(), language, arguments);
        assert_eq!(help(&["help"]), help(&["--help"]));
        assert_eq!(
            help(&["help", "tasks", "part"]),
            help(&["tasks", "part", "--help"])
        );
        for (arguments, known) in [
            (
                &["ledgers", "list", "--kind", "xx"][..],
                "lianxi ledgers kinds",
            ),
            (&["report", "--period", "2026-13"], "2026-Q4"),
            (&["report", "--format", "pdf"], "xlsx"),
            (&["tasks", "move", "x", "--to", "soon"], "2026-11-23"),
        ] {
            let (code, _, err) = help(arguments);
            assert_eq!(code, 2, "{arguments:?}");
            assert!(err.contains(known), "{arguments:?}: {err}");
            let own = format!("lianxi {}", arguments[0]);
            assert!(err.contains(&own), "{arguments:?}: {err}");
        }
    }
}

/// Two of one sound are taken in, and whoever takes a list in is told, as on the screen.
#[test]
fn names_of_one_sound_in_a_list_are_told_and_taken_in() {
    for (language, words) in [(ZH, "读音或样子相同"), (EN, "sounds or looks as")] {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let list = folder.path().join("list.csv");
        let text = shell::fine(&data, ZH, &["export", "roster"]);
        let more = "上坪村,康大舜,委员,列席,2026-01-01,,,,,,\n";
        let import = |text: String| {
            fs::write(&list, text).unwrap();
            let list = list.to_str().unwrap();
            shell::sample(&data, language, &["import", "roster", list])
        };
        let (code, _, err) = import(text.clone());
        assert!(code == 0 && !err.contains(words), "{err}");
        let (code, _, err) = import(text + more);
        assert_eq!(code, 0, "{err}");
        let told = err.lines().find(|line| line.contains(words)).unwrap();
        assert!(told.contains("康大舜") && told.contains("康大顺"), "{err}");
        assert!(shell::fine(&data, ZH, &["export", "roster"]).contains("康大舜"));
    }
}
