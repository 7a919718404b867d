//! No text can drive the terminal, no file can fill the memory, no name can lead elsewhere.

use super::ground::counted;
use super::program;
use crate::terminal::{Start, Terminal};
use lianxi::domain::text::{Line, Text, dangerous};
use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// What drives a terminal, hides in a name or turns it round.
pub const PAYLOADS: [&str; 28] = [
    "\u{1b}]0;pwned\u{7}",
    "\u{1b}]8;;http://x.example\u{1b}\\here\u{1b}]8;;\u{1b}\\",
    "\u{1b}]52;c;cHduZWQ=\u{7}",
    "\u{1b}[2J\u{1b}[H",
    "\u{1b}[31m",
    "\u{1b}[6n",
    "\u{1b}[c",
    "\u{1b}Pq#0\u{1b}\\",
    "\u{1b}[?1049h",
    "\u{1b}c",
    "\u{9b}2J",
    "\u{9d}0;pwned\u{9c}",
    "\u{90}q\u{9c}",
    "\u{5}",
    "\u{8}\u{8}\u{8}",
    "\u{7f}",
    "\u{e}\u{f}",
    "\u{0}",
    "\u{202e}txt.exe",
    "\u{2066}a\u{2069}",
    "\u{200b}\u{feff}\u{ad}",
    "\u{e0041}\u{e0042}",
    "\u{2028}\u{85}",
    "\u{2028}",
    "\u{2029}",
    "b\u{2028}\u{2029}",
    "\u{600}\u{1bca0}\u{13430}",
    "\u{f8ff}\u{10fffd}",
];

/// Says which character of some output could do harm.
fn harm(output: &str) -> Option<char> {
    let layout = |c: char| matches!(c, '\n' | '\r' | '\t');
    let text = output.strip_prefix('\u{feff}').unwrap_or(output);
    text.chars().find(|c| dangerous(*c) && !layout(*c))
}

fn harmless(what: &str, output: &str) {
    let found = harm(output);
    assert!(found.is_none(), "{what}: {found:?} in {output:?}");
    // What drives a terminal is more than its first byte; the rest may stand there as text.
    assert!(!output.contains('\u{1b}') && !output.contains('\u{9b}'));
}

#[test]
fn no_text_passes_the_door_with_what_drives_a_terminal() {
    for payload in PAYLOADS {
        let raw = format!("甲{payload}乙");
        assert!(harm(&raw).is_some(), "the control: {payload:?}");
        harmless("a line", Line::new(&raw).unwrap().as_str());
        harmless("a text", Text::new(&raw).unwrap().as_str());
        let stored = serde_json::to_string(&raw).unwrap();
        let line: Line = serde_json::from_str(&stored).unwrap();
        harmless("a stored line", line.as_str());
        let text: Text = serde_json::from_str(&stored).unwrap();
        harmless("a stored text", text.as_str());
    }
    counted(&format!("{} payloads", PAYLOADS.len()));
}

/// What is dropped at the door is what is not drawn, character by character.
#[test]
fn what_the_door_drops_is_never_drawn() {
    for c in '\0'..=char::MAX {
        assert_eq!(dangerous(c), lianxi::cells::undrawn(c), "{c:?}");
    }
}

/// Puts a payload into every text of a JSON document that stands for words and not for a form.
fn spoil(json: &mut serde_json::Value, payload: &str) {
    match json {
        serde_json::Value::String(text) if text.chars().any(|c| c > '\u{2fff}') => {
            text.push_str(payload);
        }
        serde_json::Value::Array(all) => all.iter_mut().for_each(|it| spoil(it, payload)),
        serde_json::Value::Object(all) => all.values_mut().for_each(|it| spoil(it, payload)),
        _ => {}
    }
}

#[test]
fn nothing_that_is_taken_in_drives_what_is_written_out() {
    let home = tempfile::tempdir().unwrap();
    let file = program::sample(home.path());
    let whole = fs::read(&file).unwrap();
    let path = home.path().join("in.csv");
    let path = path.to_str().unwrap();
    for payload in PAYLOADS {
        fs::write(&file, &whole).unwrap();
        let sample = |arguments: &[&str]| {
            let all = [&["--committee", "sample"], arguments].concat();
            let (_, out, err) = program::zh(home.path(), &all);
            harmless(payload, &out);
            harmless(payload, &err);
            (out, err)
        };
        // Every column of a roster.
        fs::write(
            path,
            format!(
                "村,姓名,职务,类别,任职日期\n上坪村{payload},金{payload}小满,委{payload}员,列席{payload},2026-01-01{payload}\n"
            ),
        )
        .unwrap();
        sample(&["import", "roster", path]);
        sample(&["export", "roster"]);
        // Every word of a published document.
        let fixture = crate::house::source::root().join("tests/fixtures/joint-traps.popolo.json");
        let mut json = serde_json::from_slice(&fs::read(fixture).unwrap()).unwrap();
        spoil(&mut json, payload);
        fs::write(path, json.to_string()).unwrap();
        sample(&["tally", path]);
        sample(&["import", "popolo", path]);
        // A hand that wrote into the file itself.
        let conn = rusqlite::Connection::open(&file).unwrap();
        conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        for table in [
            "committee",
            "village",
            "person",
            "seat",
            "session",
            "item",
            "motion",
            "entry",
            "task",
            "ledger",
        ] {
            let rows: Vec<(String, String)> = conn
                .prepare(&format!("SELECT id, body FROM {table}"))
                .unwrap()
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
                .unwrap()
                .map(Result::unwrap)
                .collect();
            for (id, body) in rows {
                let mut json = serde_json::from_str(&body).unwrap();
                spoil(&mut json, payload);
                let sql = format!("UPDATE {table} SET body = ?1 WHERE id = ?2");
                conn.execute(&sql, (json.to_string(), &id)).unwrap();
            }
        }
        drop(conn);
        for arguments in [
            &["verify"][..],
            &["record", "last"],
            &["record", "last", "--text"],
            &["export", "roster"],
            &["record", payload.trim_matches('\0')],
            &["ledgers", "list"],
            &["ledgers", "list", "--format", "csv"],
            &["report"],
        ] {
            sample(arguments);
        }
    }
    counted(&format!(
        "{} payloads in a roster, a document and ten tables, through twelve commands",
        PAYLOADS.len()
    ));
}

#[test]
fn nothing_on_the_command_line_or_around_it_drives_the_answer() {
    let home = tempfile::tempdir().unwrap();
    for payload in PAYLOADS {
        // No system takes a NUL in an argument or a name.
        let odd = format!("x{payload}").replace('\0', "");
        let name = odd.replace('/', "-");
        fs::create_dir_all(home.path().join("committees")).unwrap();
        fs::write(
            home.path().join("committees").join(format!("{name}.db")),
            "字",
        )
        .unwrap();
        for arguments in [
            &[odd.as_str()][..],
            &[&format!("--{odd}")],
            &["--lang", &odd],
            &["--committee", &odd, "verify"],
            &["record", &odd],
            &["record", "last", "-o", &odd],
            &["report", "--village", &odd],
            &["ledgers", "add", "grid", &odd, "--village", &odd],
            &["tally", &odd],
            &["tally", "--rule", &odd, "x"],
            &["import", "roster", &odd],
            &["salvage", &odd, "-o", "y"],
            &["--read-only", &odd, "verify"],
            &["verify"],
        ] {
            let (code, out, err) = program::en(home.path(), arguments);
            assert_ne!(code, 0, "{arguments:?}");
            harmless(payload, &out);
            harmless(payload, &err);
        }
        fs::remove_dir_all(home.path().join("committees")).unwrap();
        fs::write(home.path().join("settings.toml"), format!("{odd} = 1\n")).unwrap();
        let (_, out, err) = program::en(home.path(), &["verify"]);
        harmless(payload, &(out + &err));
        fs::write(
            home.path().join("settings.toml"),
            format!("language = \"{odd}\"\n"),
        )
        .unwrap();
        let (_, out, err) = program::en(home.path(), &["verify"]);
        harmless(payload, &(out + &err));
        fs::remove_file(home.path().join("settings.toml")).unwrap();
        let said = Command::new(env!("CARGO_BIN_EXE_lianxi"))
            .arg("verify")
            .env_clear()
            .env("LIANXI_DATA", home.path())
            .env("LIANXI_CLOCK", &odd)
            .output()
            .unwrap();
        harmless(payload, &String::from_utf8(said.stderr).unwrap());
    }
    counted(&format!(
        "{} payloads in arguments, names, settings and environment",
        PAYLOADS.len()
    ));
}

/// What the program itself writes to a terminal, without the sequences that it draws with.
pub fn drawn(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let mut out = String::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\u{1b}' => {
                // Of all sequences it draws with CSI alone; the others stay and are found.
                if rest.peek() != Some(&'[') {
                    if rest
                        .peek()
                        .is_some_and(|c| matches!(c, '(' | '7' | '8' | '=' | '>'))
                    {
                        rest.next();
                        continue;
                    }
                    out.push(c);
                    continue;
                }
                rest.next();
                while rest
                    .next()
                    .is_some_and(|c| !('\u{40}'..='\u{7e}').contains(&c))
                {}
            }
            c => out.push(c),
        }
    }
    out
}

#[test]
fn nothing_in_a_file_drives_the_screen() {
    let home = tempfile::tempdir().unwrap();
    let file = program::sample(home.path());
    let conn = rusqlite::Connection::open(&file).unwrap();
    let all = PAYLOADS.concat();
    for table in [
        "committee",
        "village",
        "person",
        "seat",
        "session",
        "item",
        "task",
    ] {
        let sql = format!(
            "UPDATE {table} SET body = json_set(body,
                 '$.name', coalesce(body ->> '$.name', '') || ?1,
                 '$.title', coalesce(body ->> '$.title', '') || ?1)
             WHERE body ->> '$.name' IS NOT NULL OR body ->> '$.title' IS NOT NULL"
        );
        conn.execute(&sql, [&all.replace('\0', "")]).unwrap();
    }
    drop(conn);
    let odd = format!("x{}", all.replace(['\0', '/'], ""));
    let short: String = odd.chars().take(60).collect();
    fs::copy(&file, file.with_file_name(format!("{short}.db"))).unwrap();
    let path = file.to_str().unwrap();
    for arguments in [&[][..], &["--read-only", path]] {
        let mut terminal = Terminal::start_with(
            &Start {
                data: home.path(),
                locale: "zh_CN.UTF-8",
                size: (100, 30),
                environment: &[],
            },
            arguments,
        );
        terminal.see("联席");
        terminal.press("F1 Esc Down Enter F5 Down Esc Down Enter Esc F2 F3 F4 F6 Esc");
        let drawn = drawn(&terminal.bytes());
        let found = drawn
            .chars()
            .find(|c| dangerous(*c) && !matches!(c, '\n' | '\r' | '\t'));
        assert!(found.is_none(), "{arguments:?}: {found:?} in {drawn:?}");
        terminal.kill();
    }
    counted(&format!(
        "{} payloads in every name and title of a file",
        PAYLOADS.len()
    ));
}

/// Makes a file that says it is so long and takes no room.
fn long(path: &Path, length: u64) {
    File::create(path).unwrap().set_len(length).unwrap();
}

#[test]
fn what_is_too_long_is_refused_early() {
    let home = tempfile::tempdir().unwrap();
    let file = program::sample(home.path());
    let huge = home.path().join("huge");
    long(&huge, 40 << 30);
    let path = huge.to_str().unwrap();
    let quick = |arguments: &[&str], wanted: i32| {
        let begun = Instant::now();
        let said = Command::new("sh")
            // Whoever tried to hold it all would be told that there is no memory.
            .args(["-c", "ulimit -v 1000000; exec \"$0\" \"$@\""])
            .arg(env!("CARGO_BIN_EXE_lianxi"))
            .args(arguments)
            .env_clear()
            .env("LIANXI_DATA", home.path())
            .env("LIANXI_CLOCK", "2026-11-23T08:30")
            .output()
            .unwrap();
        let err = String::from_utf8_lossy(&said.stderr).into_owned();
        assert_eq!(said.status.code(), Some(wanted), "{arguments:?}: {err}");
        assert!(begun.elapsed() < Duration::from_secs(20), "{arguments:?}");
    };
    quick(&["--committee", "sample", "import", "roster", path], 2);
    quick(&["tally", path], 2);
    quick(&["import", "popolo", path], 2);
    quick(&["--read-only", path, "verify"], 3);
    let own = file.with_file_name("own.db");
    fs::rename(&huge, &own).unwrap();
    quick(&["verify"], 3);
    fs::remove_file(own).unwrap();
    long(&home.path().join("settings.toml"), 40 << 30);
    // Whoever looks after a file is not held up by settings; whoever works in it is.
    quick(&["verify"], 0);
    quick(&["--committee", "sample", "export", "roster"], 3);
    fs::remove_file(home.path().join("settings.toml")).unwrap();
    for state in super::ground::names(&home.path().join("state")) {
        long(&home.path().join("state").join(state), 40 << 30);
    }
    quick(&["verify"], 0);
    quick(&["--committee", "sample", "export", "roster"], 0);
    // The control: what is not too long is taken.
    quick(&["verify", "--committee", "sample"], 0);
}

#[test]
fn a_paper_goes_where_it_was_told_and_nowhere_else() {
    let home = tempfile::tempdir().unwrap();
    program::sample(home.path());
    let out = home.path().join("out");
    fs::create_dir(&out).unwrap();
    let precious = home.path().join("precious");
    fs::write(&precious, "别动").unwrap();
    let to = |name: &str| {
        let path = out.join(name);
        let path = path.to_str().unwrap();
        program::zh(
            home.path(),
            &["--committee", "sample", "record", "last", "-o", path],
        )
    };
    symlink(&precious, out.join("link.md")).unwrap();
    symlink(home.path().join("not-there"), out.join("dangling.md")).unwrap();
    fs::create_dir(out.join("folder")).unwrap();
    let long = "长".repeat(100);
    for (name, wanted) in [
        ("link.md", 3),
        ("dangling.md", 3),
        ("folder", 3),
        ("no/such/folder.md", 3),
        (&long, 3),
        ("../told.md", 0),
        ("NUL", 0),
        ("带 空格.md", 0),
    ] {
        let (code, _, err) = to(name);
        assert_eq!(code, wanted, "{name}: {err}");
    }
    // The control: what leads nowhere else is written.
    assert_eq!(fs::read_to_string(&precious).unwrap(), "别动");
    assert!(!home.path().join("not-there").exists());
    assert!(home.path().join("told.md").exists());
    let left = super::ground::names(&out);
    assert_eq!(
        left,
        ["NUL", "dangling.md", "folder", "link.md", "带 空格.md"]
    );
}

#[test]
fn a_huge_paste_leaves_the_screen_at_work() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = crate::manners::at_the_roll(home.path(), &[]);
    terminal.press("F5 F5 F5").see("进行中");
    terminal.press("m 3").see("记事");
    // The control: what fits is taken.
    terminal.commit("\u{1b}[200~只有一句\u{1b}[201~");
    terminal.see("只有一句");
    let begun = Instant::now();
    terminal.commit(&format!(
        "\u{1b}[200~{}\u{1b}[201~",
        "沟渠清淤".repeat(800_000)
    ));
    terminal.see("字放不下");
    terminal.press("Esc").see("已记录");
    terminal.press("F1").see("帮助：");
    assert!(begun.elapsed() < Duration::from_secs(30));
}
