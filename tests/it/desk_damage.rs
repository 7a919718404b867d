//! The front desk before files that are damaged, older, of another life or nobody's: what it refuses,
//! what it leaves alone, and what it still brings out.

use lianxi::desk::history::About;
use lianxi::desk::place::Place;
use lianxi::desk::restore::{Against, against, restore};
use lianxi::desk::surroundings::{CountedIds, StoppedClock};
use lianxi::desk::{Checking, Desk, DeskError, ReadOnly, Way};
use lianxi::domain::roster::{self, Standing, Village};
use lianxi::domain::text::Line;
use lianxi::domain::{Command, Event, Refusal, gap, ids::VillageId};
use lianxi::sample;
use lianxi::store::Table;
use lianxi::store::folder::Paths;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn file(home: &TempDir) -> PathBuf {
    home.path().join("one.db")
}

fn clock() -> StoppedClock {
    StoppedClock::at("2026-11-23T09:00:00".parse().unwrap()).unwrap()
}

fn open(home: &TempDir) -> Desk {
    let paths = Paths::find(Some(home.path().to_owned())).unwrap();
    paths.make().unwrap();
    let clock = Box::new(clock());
    let path = file(home);
    if path.exists() {
        Desk::open(&path, &paths, clock, Box::new(CountedIds::after(100))).unwrap()
    } else {
        let name = Line::new("东山片区").unwrap();
        let ids = Box::new(CountedIds::after(0));
        Desk::found(&path, &paths, name, false, clock, ids).unwrap()
    }
}

/// Founds a committee with so many villages, and leaves it.
fn founded(villages: u32) -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let mut desk = open(&home);
    for position in 1..=villages {
        put_village(&mut desk, position);
    }
    home
}

fn put_village(desk: &mut Desk, position: u32) {
    let village = Village {
        id: VillageId::from(format!("v{position}").as_str()),
        name: Line::new(&format!("第{position}村")).unwrap(),
        standing: if position == 1 {
            Standing::Lead
        } else {
            Standing::Joined
        },
        position,
        joined: None,
        left: None,
        figures: Vec::new(),
    };
    let put = Command::Roster(roster::Command::PutVillage(village));
    let _recorded = desk.execute(&[put]).unwrap();
}

/// Writes over every copy of some words in a file.
fn spoil(path: &Path, words: &str) {
    let mut bytes = fs::read(path).unwrap();
    let words = words.as_bytes();
    for at in 0..bytes.len() - words.len() {
        if &bytes[at..at + words.len()] == words {
            bytes[at + words.len() / 2] ^= 1;
        }
    }
    fs::write(path, bytes).unwrap();
}

/// Does to a file what another program may.
fn beside(path: &Path, sql: &str) {
    let conn = rusqlite::Connection::open(path).unwrap();
    conn.execute_batch(sql).unwrap();
}

#[test]
fn without_its_header_a_file_begins_a_new_life_of_the_same_committee() {
    let home = founded(3);
    let committee = open(&home)
        .world()
        .committee
        .clone()
        .unwrap()
        .id
        .to_string();
    spoil(&file(&home), "lianxi-journal");
    let to = home.path().join("new.db");
    let told = Desk::salvage(&file(&home), &to, &clock()).unwrap();
    assert!(told.header_lost && !told.same_life);
    assert_eq!(told.committee, committee);
    assert_eq!(
        (told.missing, told.unproved, told.unread),
        (vec![], vec![], vec![])
    );
    Desk::verify(&to).unwrap();
    assert_eq!(Desk::lacks(&to).unwrap(), []);
}

#[test]
fn what_was_being_typed_comes_along_out_of_a_damaged_file() {
    let home = founded(3);
    open(&home)
        .save_draft(&Place::NewSession, "说到一半", 0)
        .unwrap();
    spoil(&file(&home), "第2村");
    let to = home.path().join("new.db");
    let told = Desk::salvage(&file(&home), &to, &clock()).unwrap();
    assert_eq!(
        (told.missing, told.unproved, told.drafts),
        (vec![], vec![(3, 3)], 1)
    );
    Desk::verify(&to).unwrap();
}

#[test]
fn a_file_that_salvage_made_says_for_ever_which_acts_lack() {
    let home = founded(6);
    // One that is gone, one that was written over, and the last one.
    let before = fs::read(file(&home)).unwrap();
    beside(
        &file(&home),
        "PRAGMA foreign_keys = OFF;
         DROP TRIGGER journal_no_delete; DELETE FROM journal WHERE seq = 3;
         DROP TRIGGER journal_no_update;
         UPDATE journal SET bytes = CAST(replace(bytes, '第4村', '别4村') AS BLOB) WHERE seq = 5;
         UPDATE journal SET bytes = CAST(replace(bytes, '第6村', '别6村') AS BLOB) WHERE seq = 7;
         VACUUM",
    );
    let damaged = fs::read(file(&home)).unwrap();
    assert_ne!(before, damaged);
    let to = home.path().join("new.db");
    let told = Desk::salvage(&file(&home), &to, &clock()).unwrap();
    assert_eq!(
        (told.missing, told.unproved),
        (vec![(3, 3)], vec![(4, 5), (7, 7)])
    );
    // Line 4 stands as it was; nothing shows it, for what it follows is gone.
    let lack = |from, to, why| gap::Event::Lacks { from, to, why };
    let lacks = [
        lack(3, 3, gap::Why::Lost),
        lack(4, 5, gap::Why::Unproved),
        lack(7, 7, gap::Why::Unproved),
    ];
    assert_eq!(Desk::lacks(&to).unwrap(), lacks);
    // It is gone on with, and says so still; each at its place, and nothing before it is taken back.
    fs::copy(&to, file(&home)).unwrap();
    let mut desk = open(&home);
    desk.resume().unwrap();
    assert_eq!(
        desk.walk(Way::Back).unwrap_err().to_string(),
        DeskError::Refused(Refusal::Final).to_string()
    );
    drop(desk);
    put_village(&mut open(&home), 8);
    let desk = open(&home);
    let acts = desk.history(&About::default(), 99).unwrap();
    let gaps: Vec<u64> = acts
        .iter()
        .filter(|past| {
            past.act
                .events
                .iter()
                .any(|event| matches!(event, Event::Gap(_)))
        })
        .map(|past| past.seq)
        .collect();
    assert_eq!(gaps, [5, 3]);
    drop(desk);
    Desk::verify(&file(&home)).unwrap();
    // What was salvaged is salvaged again.
    let again = home.path().join("again.db");
    let told = Desk::salvage(&file(&home), &again, &clock()).unwrap();
    assert!(told.same_life && told.missing.is_empty());
    assert_eq!(Desk::lacks(&again).unwrap(), lacks);
}

#[test]
fn a_row_that_is_not_what_its_table_says_is_named() {
    let home = founded(1);
    beside(
        &file(&home),
        r#"INSERT INTO session (id, body) VALUES ('s', '{"state":"sealed","kind":"regular"}');
           INSERT INTO task (id, body) VALUES ('t', '{"state":"closed"}');"#,
    );
    let desk = open(&home);
    let named = |error| match error {
        DeskError::Row { table, id } => (table, id),
        other => panic!("{other}"),
    };
    let session = named(desk.sessions(0, 9).unwrap_err());
    assert_eq!(session, (Table::Session, "s".to_owned()));
    let task = named(desk.finished_tasks().unwrap_err());
    assert_eq!(task, (Table::Task, "t".to_owned()));
}

#[test]
fn a_file_that_went_another_way_than_this_computer_saw_is_only_read() {
    let home = founded(1);
    let apart = tempfile::tempdir().unwrap();
    fs::copy(file(&home), file(&apart)).unwrap();
    put_village(&mut open(&home), 2);
    // Elsewhere another act was recorded in the same place.
    put_village(&mut open(&apart), 3);
    fs::copy(file(&apart), file(&home)).unwrap();
    let mut desk = open(&home);
    assert!(!desk.may_write());
    let forked = matches!(
        desk.checking(),
        Checking::ReadOnly(ReadOnly::Forked { seen, have }) if seen == have
    );
    assert!(forked);
    // Told so, it goes on with this one.
    desk.resume().unwrap();
    drop(desk);
    put_village(&mut open(&home), 4);
}

#[test]
fn a_damaged_file_is_not_gone_on_with() {
    let home = founded(2);
    let before = tempfile::tempdir().unwrap();
    fs::copy(file(&home), file(&before)).unwrap();
    put_village(&mut open(&home), 3);
    fs::copy(file(&before), file(&home)).unwrap();
    let mut desk = open(&home);
    assert!(matches!(
        desk.checking(),
        Checking::ReadOnly(ReadOnly::OlderCopy { .. })
    ));
    beside(
        &file(&home),
        "UPDATE village SET body = json_set(body, '$.name', '别村')",
    );
    let refused = desk.resume().unwrap_err();
    assert!(
        matches!(refused, DeskError::ReadOnly(ReadOnly::Damaged { .. })),
        "{refused}"
    );
}

#[test]
fn a_damaged_backup_is_put_in_no_place() {
    let home = founded(2);
    let backup = home.path().join("backup.db");
    fs::copy(file(&home), &backup).unwrap();
    put_village(&mut open(&home), 3);
    beside(
        &backup,
        "UPDATE village SET body = json_set(body, '$.name', '别村')",
    );
    let before = fs::read(file(&home)).unwrap();
    let aside = home.path().join("aside.db");
    assert!(restore(&backup, &file(&home), &aside).is_err());
    assert_eq!(fs::read(file(&home)).unwrap(), before);
    let names = fs::read_dir(home.path()).unwrap();
    let left: Vec<_> = names.map(|entry| entry.unwrap().file_name()).collect();
    let stray = |name: &std::ffi::OsString| name.to_string_lossy().contains("unproved");
    assert!(!aside.exists() && !left.iter().any(stray), "{left:?}");
}

#[test]
fn a_file_is_told_how_it_stands_to_a_backup() {
    let (home, other) = (founded(2), founded(2));
    let backup = home.path().join("backup.db");
    fs::copy(file(&home), &backup).unwrap();
    let stands = || against(&backup, &file(&home)).unwrap();
    assert!(matches!(stands(), Against::Same));
    put_village(&mut open(&home), 3);
    assert!(matches!(stands(), Against::Behind { lost: 1 }));
    let turned = against(&file(&home), &backup).unwrap();
    assert!(matches!(turned, Against::Ahead { more: 1 }));
    put_village(&mut open(&other), 4);
    let foreign = against(&file(&other), &file(&home)).unwrap();
    assert!(matches!(foreign, Against::Forked { .. }));
    fs::write(file(&home), b"no database, but as long as a header of one would be, and some more, so that it is looked at").unwrap();
    assert!(matches!(stands(), Against::Unreadable(_)));
    fs::remove_file(file(&home)).unwrap();
    assert!(matches!(stands(), Against::Nothing));
}

#[test]
fn an_emptied_or_damaged_sample_is_not_founded_anew() {
    let home = tempfile::tempdir().unwrap();
    let paths = Paths::find(Some(home.path().to_owned())).unwrap();
    let found = |first: u64| {
        let ids = Box::new(CountedIds::after(first));
        sample::found(&paths, Box::new(clock()), ids)
    };
    drop(found(1).unwrap());
    let whole = fs::read(paths.sample()).unwrap();
    let emptied: &[&dyn Fn()] = &[
        &|| fs::write(paths.sample(), "").unwrap(),
        &|| fs::write(paths.sample(), &whole[4096..]).unwrap(),
        &|| fs::write(paths.sample(), vec![0; whole.len()]).unwrap(),
        &|| {
            beside(
                &paths.sample(),
                "PRAGMA foreign_keys = OFF;
                 DROP TRIGGER journal_no_delete; DELETE FROM journal WHERE seq > 0",
            );
        },
    ];
    for (at, empty) in emptied.iter().enumerate() {
        fs::write(paths.sample(), &whole).unwrap();
        empty();
        let before = fs::read(paths.sample()).unwrap();
        match found(1) {
            Err(_) => {}
            Ok(mut desk) => {
                while desk.checking() == Checking::Running {
                    std::thread::yield_now();
                }
                assert!(!desk.may_write(), "{at}");
            }
        }
        assert!(
            fs::read(paths.sample()).unwrap() == before,
            "{at}: it was written to"
        );
    }
    // The control: of none there is one made.
    fs::remove_file(paths.sample()).unwrap();
    assert!(found(9_000).unwrap().may_write());
}
