//! Backups that only a passphrase opens, as a shell and a terminal meet them: made, carried, proved,
//! restored, and refused.

use crate::terminal::{Start, Terminal};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const ZH: &str = "zh_CN.UTF-8";
const EN: &str = "en_US.UTF-8";

const PASSPHRASE: &str = "three villages, one hall";

/// A name of the sample's committee, which every one of its files holds.
const NAME: &str = "榆河片区";

fn run(folder: &Path, locale: &str, arguments: &[&str], typed: &str) -> (i32, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_lianxi"))
        .args(arguments)
        .env_clear()
        .env("LIANXI_DATA", folder)
        .env("LIANXI_CLOCK", "2026-11-23T08:30")
        .env("LANG", locale)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that asks for nothing does not read it.
    let _unread = child.stdin.take().unwrap().write_all(typed.as_bytes());
    let output = child.wait_with_output().unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

fn all(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(all(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn shows(file: &Path, word: &str) -> bool {
    let bytes = fs::read(file).unwrap();
    bytes
        .windows(word.len())
        .any(|part| part == word.as_bytes())
}

/// An encrypted backup of the sample on a stick.
struct Stick {
    data: tempfile::TempDir,
    stick: tempfile::TempDir,
    file: PathBuf,
}

impl Stick {
    fn made(locale: &str) -> (Self, String, String) {
        let data = tempfile::tempdir().unwrap();
        let stick = tempfile::tempdir().unwrap();
        let to = stick.path().to_str().unwrap();
        let asked = ["backup", "--to", to, "--encrypt", "--committee", "sample"];
        let typed = format!("{PASSPHRASE}\n");
        let (code, out, err) = run(data.path(), locale, &asked, &typed);
        assert_eq!(code, 0, "{out}{err}");
        let [file] = &all(stick.path())[..] else {
            panic!("{:?}", all(stick.path()));
        };
        let file = file.clone();
        (Self { data, stick, file }, out, err)
    }

    fn file(&self) -> &str {
        self.file.to_str().unwrap()
    }

    /// Writes another file beside it.
    fn other(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.stick.path().join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

/// Nothing unpacked lies in a data folder.
#[track_caller]
fn swept(folder: &Path) {
    let left: Vec<PathBuf> = all(folder)
        .into_iter()
        .filter(|path| path.components().any(|part| part.as_os_str() == "unpacked"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn what_was_encrypted_shows_nothing_and_is_restored_on_an_empty_computer() {
    for (locale, made, warned, fine, restored) in [
        (ZH, "要口令才能打开", "再也打不开", "口令对", "已从"),
        (
            EN,
            "only the passphrase opens it",
            "never opens",
            "the passphrase opens it",
            "Restored from",
        ),
    ] {
        let (there, out, err) = Stick::made(locale);
        assert!(there.file().ends_with(".db.age"), "{}", there.file());
        assert!(out.contains(there.file()), "{out}");
        assert!(err.contains(warned) && err.contains(made), "{err}");
        for word in [NAME, "SQLite format 3", PASSPHRASE] {
            assert!(!shows(&there.file, word), "{word}");
        }
        // The control: the same search finds what is in the copy that is not encrypted.
        let plain = all(&there.data.path().join("backups"));
        assert!(plain.iter().any(|path| shows(path, NAME)), "{plain:?}");
        assert!(plain.iter().all(|path| !shows(path, PASSPHRASE)));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(&there.file).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        let other = tempfile::tempdir().unwrap();
        let typed = format!("{PASSPHRASE}\r\n");
        let (code, out, err) = run(other.path(), locale, &["restore", there.file()], &typed);
        assert_eq!(code, 0, "{err}");
        assert!(
            out.contains(restored) && out.contains(there.file()),
            "{out}"
        );
        assert!(err.contains(fine), "{err}");
        swept(other.path());
        let head = |folder: &Path| {
            let (code, out, err) = run(folder, ZH, &["verify"], "");
            assert_eq!(code, 0, "{err}");
            out.split_once('步').map(|(_, head)| head.to_owned())
        };
        assert!(head(other.path()).is_some());
        assert_eq!(head(other.path()), head(there.data.path()));
    }
}

#[test]
fn a_newer_file_is_not_replaced_without_a_word() {
    let (there, ..) = Stick::made(ZH);
    let data = there.data.path();
    let roster = there.other("more.csv", "村,姓名,职务\n柳沟村,新来者,委员\n".as_bytes());
    let import = ["import", "roster", &roster, "--committee", "sample"];
    assert_eq!(run(data, ZH, &import, "").0, 0);
    let file = data.join("committees/sample.db");
    let newer = fs::read(&file).unwrap();
    let (code, _, err) = run(data, ZH, &["restore", there.file()], PASSPHRASE);
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("多 1 步") && err.contains("--yes"), "{err}");
    assert_eq!(fs::read(&file).unwrap(), newer);
    swept(data);
    let yes = ["restore", there.file(), "--yes"];
    let (code, _, err) = run(data, ZH, &yes, PASSPHRASE);
    assert_eq!(code, 0, "{err}");
    assert_ne!(fs::read(&file).unwrap(), newer);
    swept(data);
}

#[test]
fn it_is_verified_and_looked_into_without_being_touched() {
    let (there, ..) = Stick::made(ZH);
    let other = tempfile::tempdir().unwrap();
    let before = fs::read(&there.file).unwrap();
    for arguments in [
        &["verify", there.file()][..],
        &["verify", "--read-only", there.file()],
        &["record", "last", "--read-only", there.file()],
    ] {
        let (code, out, err) = run(other.path(), ZH, arguments, PASSPHRASE);
        assert_eq!(code, 0, "{arguments:?} {err}");
        assert!(out.contains(NAME), "{arguments:?} {out}");
        swept(other.path());
    }
    // One that is not encrypted is verified by its path too, and nobody is asked.
    let plain = all(&there.data.path().join("backups"));
    let plain = plain.first().unwrap().to_str().unwrap();
    let (code, out, err) = run(other.path(), ZH, &["verify", plain], "");
    assert_eq!(code, 0, "{err}");
    assert!(out.contains(NAME), "{out}");
    assert_eq!(fs::read(&there.file).unwrap(), before);
    assert_eq!(all(there.stick.path()), std::slice::from_ref(&there.file));
}

#[test]
fn what_does_not_open_is_said_in_one_sentence_and_nothing_is_touched() {
    let (there, ..) = Stick::made(ZH);
    let whole = fs::read(&there.file).unwrap();
    let cut = there.other("cut.db.age", &whole[..whole.len() - 7]);
    let mut bent = whole.clone();
    let middle = bent.len() / 2;
    bent[middle] ^= 1;
    let bent = there.other("bent.db.age", &bent);
    let begun = there.other("begun.db.age", &whole[..9]);
    let price = whole.windows(4).position(|part| part == b" 16\n").unwrap();
    let dear = [&whole[..=price], b"40", &whole[price + 3..]].concat();
    let dear = there.other("dear.db.age", &dear);
    let own = there.file();
    for (file, typed, code, zh, en) in [
        (
            own,
            "three villages, two halls",
            2,
            "口令不对",
            "is another",
        ),
        (own, "", 2, "没有输入口令", "No passphrase"),
        (own, "\n", 2, "没有输入口令", "No passphrase"),
        (&cut, PASSPHRASE, 1, "截断或改动过", "cut short or changed"),
        (&bent, PASSPHRASE, 1, "截断或改动过", "cut short or changed"),
        (
            &begun,
            PASSPHRASE,
            1,
            "截断或改动过",
            "cut short or changed",
        ),
        (&dear, PASSPHRASE, 2, "运算太多", "too much work"),
    ] {
        for (locale, words) in [(ZH, zh), (EN, en)] {
            for arguments in [
                &["restore", file, "--yes"][..],
                &["verify", file],
                &["record", "last", "--read-only", file],
                &["salvage", file, "-o", "/nowhere/new.db"],
            ] {
                let other = tempfile::tempdir().unwrap();
                let (got, out, err) = run(other.path(), locale, arguments, typed);
                assert_eq!((got, out.as_str()), (code, ""), "{arguments:?} {err}");
                assert!(err.contains(words), "{arguments:?} {err}");
                assert!(!err.contains("panicked"), "{err}");
                swept(other.path());
                assert!(all(&other.path().join("committees")).is_empty());
            }
        }
    }
}

#[test]
fn what_is_encrypted_goes_elsewhere_and_never_with_a_passphrase_soon_guessed() {
    let data = tempfile::tempdir().unwrap();
    let stick = tempfile::tempdir().unwrap();
    let to = stick.path().to_str().unwrap();
    for (locale, short, missing) in [(ZH, "至少 8 位", "还缺"), (EN, "at least 8", "Missing")]
    {
        let here = ["backup", "--encrypt", "--committee", "sample"];
        let (code, _, err) = run(data.path(), locale, &here, PASSPHRASE);
        assert_eq!(code, 2, "{err}");
        assert!(err.contains(missing) && err.contains("--to"), "{err}");
        let there = ["backup", "--encrypt", "--to", to, "--committee", "sample"];
        let (code, _, err) = run(data.path(), locale, &there, "1234567\n");
        assert_eq!(code, 2, "{err}");
        assert!(err.contains(short), "{err}");
    }
    assert!(all(stick.path()).is_empty());
    assert!(all(&data.path().join("backups")).is_empty());
}

/// The program on a terminal, with arguments.
fn sit<'a>(data: &'a Path, locale: &'a str, arguments: &[&str]) -> Terminal {
    Terminal::start_with(
        &Start {
            data,
            locale,
            size: (80, 24),
            environment: &[],
        },
        arguments,
    )
}

#[test]
fn on_a_terminal_it_is_asked_twice_and_no_byte_of_it_is_echoed() {
    for (locale, asked, again, differs, tries, mark) in [
        (
            ZH,
            "备份的口令",
            "再输一次",
            "不一样",
            "口令不对",
            "的口令：",
        ),
        (
            EN,
            "Passphrase of the backup",
            "Once more",
            "differ",
            "is another",
            "Passphrase of",
        ),
    ] {
        let data = tempfile::tempdir().unwrap();
        let stick = tempfile::tempdir().unwrap();
        let to = stick.path().to_str().unwrap();
        let arguments = ["backup", "--encrypt", "--to", to, "--committee", "sample"];
        let answered = |answers: [&str; 2]| {
            let mut terminal = sit(data.path(), locale, &arguments);
            for (question, answer) in [asked, again].iter().zip(answers) {
                terminal.see(question);
                terminal.whisper(&format!("{answer}\r"));
            }
            let code = terminal.ended();
            let bytes = String::from_utf8_lossy(&terminal.bytes()).into_owned();
            assert!(
                !bytes.contains("七个") && !bytes.contains("QQ村"),
                "{bytes}"
            );
            (code, bytes)
        };
        let (code, bytes) = answered(["七个QQ村子一个会堂", "七个QQ村子两个会堂"]);
        assert_eq!(code, 2, "{bytes}");
        assert!(bytes.contains(differs), "{bytes}");
        assert!(all(stick.path()).is_empty());
        // One that is taken back while it is typed.
        let (code, bytes) = answered(["七个QQ村子一个会堂", "七个QQ村子一个会场\x7f堂"]);
        assert_eq!(code, 0, "{bytes}");
        let [file] = &all(stick.path())[..] else {
            panic!("{bytes}");
        };
        // Tried again where it was wrong, and given up with Ctrl-C; the terminal echoes again then.
        let file = file.to_str().unwrap();
        let mut terminal = sit(data.path(), locale, &["verify", file]);
        terminal.see(mark);
        terminal.whisper("七个QQ\r");
        let asked = |terminal: &Terminal| terminal.screen().matches(mark).count();
        terminal
            .see(tries)
            .until("asked again", || asked(&terminal) == 2);
        terminal.whisper("七个QQ村子一个会堂\r");
        assert_eq!(terminal.ended(), 0);
        assert!(terminal.screen().contains(NAME), "{}", terminal.screen());
        let mut terminal = sit(data.path(), locale, &["restore", file]);
        terminal.see(mark);
        terminal.whisper("七个\x03");
        assert_eq!(terminal.ended(), 2);
        swept(data.path());
    }
}

#[test]
fn an_encrypted_file_is_looked_into_on_the_screen_and_nothing_is_left() {
    let (there, ..) = Stick::made(ZH);
    let other = tempfile::tempdir().unwrap();
    let arguments = ["--read-only", there.file()];
    let mut terminal = sit(other.path(), ZH, &arguments);
    terminal.see("的口令：");
    terminal.whisper(&format!("{PASSPHRASE}\r"));
    terminal.see("▪样例▪").see("只能看");
    terminal.press("q");
    terminal.until("the end", || !terminal.is_entered());
    assert_eq!(terminal.ended(), 0);
    swept(other.path());
}

/// A kill leaves what was unpacked, and the next run of any kind takes it away.
#[cfg(unix)]
#[test]
fn what_a_kill_leaves_unpacked_goes_with_the_next_run() {
    let (there, ..) = Stick::made(ZH);
    let other = tempfile::tempdir().unwrap();
    let arguments = ["--read-only", there.file()];
    let mut terminal = sit(other.path(), ZH, &arguments);
    terminal.see("的口令：");
    terminal.whisper(&format!("{PASSPHRASE}\r"));
    terminal.see("▪样例▪");
    let pid = terminal.pid().to_string();
    let killed = Command::new("kill").args(["-KILL", &pid]).status().unwrap();
    assert!(killed.success());
    terminal.ended();
    let left = all(&other.path().join("state/unpacked"));
    assert!(left.iter().any(|path| shows(path, NAME)), "{left:?}");
    assert_eq!(run(other.path(), ZH, &["verify"], "").0, 0);
    swept(other.path());
}

/// Whatever a kill leaves, it is no backup by its name, and never in the plain.
#[test]
fn a_kill_while_a_copy_is_encrypted_leaves_nothing_in_the_plain() {
    let (there, ..) = Stick::made(ZH);
    let to = there.stick.path().to_str().unwrap();
    let arguments = ["backup", "--to", to, "--encrypt", "--committee", "sample"];
    fs::remove_file(&there.file).unwrap();
    for _ in 0..3 {
        let mut child = Command::new(env!("CARGO_BIN_EXE_lianxi"))
            .args(arguments)
            .env_clear()
            .env("LIANXI_DATA", there.data.path())
            .env("LIANXI_CLOCK", "2026-11-23T08:31")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(PASSPHRASE.as_bytes()).unwrap();
        drop(stdin);
        while all(there.stick.path()).is_empty() && child.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        for file in all(there.stick.path()) {
            assert!(!shows(&file, NAME) && !shows(&file, "SQLite"));
            let (code, _, err) = run(
                there.data.path(),
                ZH,
                &["verify", file.to_str().unwrap()],
                PASSPHRASE,
            );
            let is_backup = file.extension().is_some_and(|it| it == "age");
            assert!(!is_backup || code == 0, "{err}");
            fs::remove_file(&file).unwrap();
        }
    }
}
