//! Nine kinds of damage: noticed, never written to, and what can be proved is salvaged.

use super::dice::Dice;
use super::ground::{counted, rounds};
use super::{disk, office, program};
use lianxi::desk::place::Place;
use lianxi::desk::surroundings::{CountedIds, StoppedClock};
use lianxi::desk::{Checking, Desk, DeskError, ReadOnly};
use lianxi::sample;
use lianxi::store::folder::Paths;
use lianxi::store::{Access, Line, Store, Table};
use std::fs;
use std::path::{Path, PathBuf};

const PAGE: usize = 4096;

/// A kind of damage, and of a hundred trials how many the checks must notice. What they may miss are
/// bytes that mean nothing: after such a trial every line and every row reads as before.
const KINDS: [(&str, Spoil, usize); 9] = [
    ("one bit flipped", flip, 90),
    ("one digit changed", digit, 85),
    ("a sector zeroed", zero, 100),
    ("a page over another", page_over_page, 100),
    ("a page as it was before", lost_write, 100),
    ("cut at any byte", cut, 100),
    ("cut at a page", cut_at_a_page, 100),
    ("a row written over by another program", foreign_hand, 100),
    ("the whole file an older copy", older, 100),
];

/// Spoils a whole file.
type Spoil = fn(&Whole, &mut Dice) -> Vec<u8>;

/// A file that is whole, as it was some acts ago, and what it says.
struct Whole {
    base: PathBuf,
    file: PathBuf,
    bytes: Vec<u8>,
    old: Vec<u8>,
    says: Says,
}

#[derive(PartialEq, Eq)]
struct Says {
    lines: Vec<Line>,
    rows: Vec<(Table, String, String)>,
}

fn says(path: &Path) -> Says {
    let store = Store::open(path, Access::Read).unwrap();
    let rows = Table::ALL.into_iter().flat_map(|table| {
        let rows = store.load_all(table).unwrap().into_iter();
        rows.map(move |row| (table, row.id, row.body))
    });
    Says {
        lines: store.read(0).unwrap(),
        rows: rows.collect(),
    }
}

fn flip(whole: &Whole, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = whole.bytes.clone();
    // Where nothing stands there is nothing to damage.
    let start = dice.below(bytes.len());
    let mut in_use = (start..bytes.len()).chain(0..start);
    let at = in_use.find(|at| bytes[*at] != 0).unwrap();
    bytes[at] ^= 1 << dice.below(8);
    bytes
}

fn digit(whole: &Whole, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = whole.bytes.clone();
    let start = dice.below(bytes.len());
    let mut digits = (start..bytes.len()).chain(0..start);
    let at = digits.find(|at| bytes[*at].is_ascii_digit()).unwrap();
    bytes[at] = b'0' + (bytes[at] - b'0' + 1) % 10;
    bytes
}

fn zero(whole: &Whole, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = whole.bytes.clone();
    let at = dice.below(bytes.len() / 512) * 512;
    bytes[at..at + 512].fill(0);
    bytes
}

fn page_over_page(whole: &Whole, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = whole.bytes.clone();
    let pages = bytes.len() / PAGE;
    let (from, to) = (dice.below(pages) * PAGE, dice.below(pages) * PAGE);
    // What stands in a free page means nothing.
    if !free(&bytes).contains(&to) {
        bytes.copy_within(from..from + PAGE, to);
    }
    bytes
}

/// Returns where the free pages begin: the file's header names the first page that lists them, each such
/// page the next one and how many it lists (SQLite's file format, 1.5).
fn free(bytes: &[u8]) -> Vec<usize> {
    let number = |at: usize| {
        bytes[at..at + 4]
            .iter()
            .fold(0, |n, &b| n << 8 | usize::from(b))
    };
    let (mut free, mut trunk) = (Vec::new(), number(32));
    while trunk > 0 {
        let at = (trunk - 1) * PAGE;
        free.push(at);
        let listed = 0..number(at + 4);
        free.extend(listed.map(|nth| (number(at + 8 + 4 * nth) - 1) * PAGE));
        trunk = number(at);
    }
    free
}

fn lost_write(whole: &Whole, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = whole.bytes.clone();
    let changed: Vec<usize> = (0..whole.old.len() / PAGE)
        .map(|page| page * PAGE)
        .filter(|at| whole.old[*at..at + PAGE] != bytes[*at..at + PAGE])
        .collect();
    let at = changed[dice.below(changed.len())];
    bytes[at..at + PAGE].copy_from_slice(&whole.old[at..at + PAGE]);
    bytes
}

fn cut(whole: &Whole, dice: &mut Dice) -> Vec<u8> {
    let to = 1 + dice.below(whole.bytes.len() - 1);
    whole.bytes[..to].to_vec()
}

fn cut_at_a_page(whole: &Whole, dice: &mut Dice) -> Vec<u8> {
    let to = PAGE * (1 + dice.below(whole.bytes.len() / PAGE - 1));
    whole.bytes[..to].to_vec()
}

fn foreign_hand(whole: &Whole, dice: &mut Dice) -> Vec<u8> {
    fs::write(&whole.file, &whole.bytes).unwrap();
    let (table, id, body) = &whole.says.rows[dice.below(whole.says.rows.len())];
    let other = body.replacen("\":\"", "\":\"别", 1);
    if other == *body {
        return whole.bytes.clone();
    }
    let conn = rusqlite::Connection::open(&whole.file).unwrap();
    let sql = format!("UPDATE {} SET body = ?1 WHERE id = ?2", table.name());
    conn.execute(&sql, (&other, id)).unwrap();
    drop(conn);
    fs::read(&whole.file).unwrap()
}

fn older(whole: &Whole, _: &mut Dice) -> Vec<u8> {
    whole.old.clone()
}

/// Plays the sample committee, keeps a copy, and records some more.
fn whole(base: &Path) -> Whole {
    let paths = Paths::find(Some(base.join("around"))).unwrap();
    let clock = || Box::new(StoppedClock::at("2026-11-23T09:00:00".parse().unwrap()).unwrap());
    drop(sample::found(&paths, clock(), Box::new(CountedIds::after(1))).unwrap());
    let file = office::file(base);
    fs::rename(paths.sample(), &file).unwrap();
    let mut desk = office::open(base);
    for n in 0..40 {
        let _done = office::rename(&mut desk, &format!("东山片区{n}")).unwrap();
    }
    drop(desk);
    let old = fs::read(&file).unwrap();
    let mut desk = office::open(base);
    for n in 0..40 {
        let _done = office::rename(&mut desk, &format!("西山片区{n}")).unwrap();
    }
    drop(desk);
    Whole {
        base: base.to_owned(),
        bytes: fs::read(&file).unwrap(),
        old,
        says: says(&file),
        file,
    }
}

/// Starts on a damaged file as a person would, tries to record, and returns whether it was noticed.
/// Noticed or not, a damaged file is left as it is.
fn noticed_at_start(whole: &Whole, damaged: &[u8]) -> bool {
    let mut desk = match office::try_open(&whole.base) {
        Ok(desk) => desk,
        Err(_) => {
            assert_eq!(fs::read(&whole.file).unwrap(), damaged);
            return true;
        }
    };
    office::settle(&mut desk);
    let Checking::ReadOnly(_) = desk.checking() else {
        return false;
    };
    assert!(matches!(
        office::rename(&mut desk, "不该写下"),
        Err(DeskError::ReadOnly(
            ReadOnly::Damaged { .. } | ReadOnly::OlderCopy { .. } | ReadOnly::Forked { .. }
        ))
    ));
    assert!(desk.save_draft(&Place::NewSession, "不该写下", 0).is_err());
    drop(desk);
    assert!(
        fs::read(&whole.file).unwrap() == damaged,
        "it was written to"
    );
    true
}

/// Salvages a damaged file: nothing is made up, and the new file is whole.
fn salvaged(whole: &Whole, damaged: &[u8]) -> usize {
    let new = whole.base.join("salvaged.db");
    let clock = StoppedClock::at("2026-11-23T09:00:00".parse().unwrap()).unwrap();
    let Ok(found) = Desk::salvage(&whole.file, &new, &clock) else {
        assert!(!new.exists());
        return 0;
    };
    assert!(
        fs::read(&whole.file).unwrap() == damaged,
        "it was written to"
    );
    let head = Desk::verify(&new).unwrap().head;
    assert_eq!(head, found.head);
    let store = Store::open(&new, Access::Read).unwrap();
    let mut lines = store.read(1).unwrap();
    let all = lines.len();
    // What says that acts lack is the one thing the new file has of its own, and it has it where they do.
    lines.retain(|line| !String::from_utf8_lossy(&line.bytes).contains("\"gap.lacks\""));
    let gaps = !found.missing.is_empty() || !found.unproved.is_empty();
    assert_eq!(all > lines.len(), gaps || !found.unread.is_empty());
    for line in &lines {
        let same = |old: &&Line| old.bytes == line.bytes;
        assert!(whole.says.lines.iter().any(|old| same(&old)), "made up");
    }
    if found.same_life {
        let upto = usize::try_from(found.whole_to).unwrap();
        assert_eq!(lines[..], whole.says.lines[1..=upto]);
    }
    fs::remove_file(new).unwrap();
    lines.len()
}

#[test]
fn nine_kinds_of_damage_are_noticed_left_alone_and_salvaged() {
    let folder = disk::folder();
    let base = fs::canonicalize(folder.path()).unwrap();
    let whole = whole(&base);
    let mut dice = Dice::new(11);
    let trials = rounds(15);
    for (name, spoil, least) in KINDS {
        let (mut made, mut noticed, mut at_start, mut kept) = (0, 0, 0, 0);
        for _ in 0..trials {
            let bytes = spoil(&whole, &mut dice);
            if bytes == whole.bytes {
                continue;
            }
            made += 1;
            fs::write(&whole.file, &bytes).unwrap();
            let verified = Desk::verify(&whole.file).is_ok();
            kept += salvaged(&whole, &bytes);
            let start = noticed_at_start(&whole, &bytes);
            at_start += usize::from(start);
            noticed += usize::from(!verified || start);
            // What nobody noticed means nothing.
            if verified && !start {
                fs::write(&whole.file, &bytes).unwrap();
                assert!(says(&whole.file) == whole.says, "{name}: silent damage");
            }
        }
        let acts = whole.says.lines.len() - 1;
        counted(&format!(
            "{name}: {noticed} of {made} noticed ({at_start} at the start), of {acts} acts {} salvaged",
            kept / made
        ));
        assert!(noticed * 100 >= made * least, "{name}: {noticed} of {made}");
    }
    // The control: the file itself is nothing to notice.
    fs::write(&whole.file, &whole.bytes).unwrap();
    assert!(Desk::verify(&whole.file).is_ok());
    assert!(!noticed_at_start(&whole, &whole.bytes));
    assert_eq!(salvaged_acts(&whole), whole.says.lines.len() - 1);
}

fn salvaged_acts(whole: &Whole) -> usize {
    fs::write(&whole.file, &whole.bytes).unwrap();
    salvaged(whole, &whole.bytes)
}

#[test]
fn salvage_says_what_is_missing_and_the_new_file_is_gone_on_with() {
    let home = tempfile::tempdir().unwrap();
    let file = program::sample(home.path());
    let whole = fs::read(&file).unwrap();
    let lines = says(&file).lines;
    let new = home.path().join("new.db");
    let new = new.to_str().unwrap();
    let damaged = file.to_str().unwrap();

    // The control: of a whole file nothing is missing.
    let (code, out, err) = program::en(home.path(), &["salvage", damaged, "-o", new]);
    assert_eq!((code, out.as_str()), (0, ""), "{err}");
    assert!(err.contains("still hold, later ones do not"), "{err}");
    assert!(says(Path::new(new)) == says(&file));
    let (code, _, err) = program::en(home.path(), &["salvage", damaged, "-o", new]);
    assert_eq!(code, 3, "{err}");
    fs::remove_file(new).unwrap();

    // One act spoiled in the middle.
    let middle = &lines[lines.len() / 2].bytes;
    let mut bytes = whole.clone();
    let tail = &middle[middle.len() - 40..];
    for at in 0..bytes.len() - tail.len() {
        if bytes[at..at + tail.len()] == *tail {
            bytes[at] ^= 1;
        }
    }
    fs::write(&file, &bytes).unwrap();
    let (code, _, err) = program::zh(home.path(), &["salvage", damaged, "-o", new]);
    assert_eq!(code, 1, "{err}");
    let seq = lines.len() / 2;
    // The line is there, and is not what was written.
    assert!(err.contains(&format!("第 {seq} 步那一行还在")), "{err}");
    assert!(!err.contains("缺第"), "{err}");
    assert!(err.contains("缺口之后还收入"), "{err}");
    assert_eq!(fs::read(&file).unwrap(), bytes, "it was written to");

    // It takes the damaged file's place.
    fs::copy(new, &file).unwrap();
    let sample = |arguments: &[&str]| {
        program::zh(
            home.path(),
            &[&["--committee", "sample"], arguments].concat(),
        )
    };
    // It is whole, and not what this computer saw, until it is gone on with.
    let (code, out, _) = sample(&["verify"]);
    assert!(code == 1 && out.contains("不是同一份"), "{out}");
    assert_eq!(sample(&["resume", "--yes"]).0, 0);
    let (code, out, _) = sample(&["verify"]);
    assert!(code == 0 && out.contains("完好"), "{out}");
    let lacks = format!("缺原来的第 {seq} 步");
    assert!(out.contains(&lacks), "{out}");
    let (_, out, _) = program::zh(home.path(), &["doctor"]);
    assert!(out.contains(&lacks), "{out}");
    let roster = home.path().join("名册.csv");
    let roster = roster.to_str().unwrap();
    assert_eq!(sample(&["export", "roster", "-o", roster]).0, 0);
    let text = fs::read_to_string(roster).unwrap();
    fs::write(
        roster,
        format!("{text}上坪村,金小满,委员,列席,2026-01-01,,,,,,\n"),
    )
    .unwrap();
    let (code, _, err) = sample(&["import", "roster", roster]);
    assert_eq!(code, 0, "{err}");

    let words = home.path().join("words.db");
    fs::write(&words, "没有数据库，只有字").unwrap();
    let other = home.path().join("other.db");
    let (code, _, err) = program::en(
        home.path(),
        &[
            "salvage",
            words.to_str().unwrap(),
            "-o",
            other.to_str().unwrap(),
        ],
    );
    assert_eq!(code, 1);
    assert!(err.contains("can be proved to be a journal"), "{err}");
    assert!(!other.exists());
}
