//! A write that fails leaves the old state or the new one, and the same connection goes on: every
//! operation of a commit fails in every way, once and for ever.

use super::book::{self, PLACE};
use super::disk::{Disk, Failing, Fault, folder};
use super::ground::counted;
use super::office;
use lianxi::desk::DeskError;
use lianxi::store::{Access, Store, StoreError};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// The acts that stand before the one that fails.
const BEFORE: u64 = 3;

/// More steps than any of these has.
const MOST: usize = 400;

/// Hands every fault to `case`, step after step, until no step is left; `case` returns what
/// [`Disk::heal`] said. Returns how many faults struck.
fn each_fault(mut case: impl FnMut(Fault) -> (bool, usize)) -> usize {
    let mut cases = 0;
    for at in 0..MOST {
        let mut reached = false;
        for failing in Failing::ALL {
            for for_ever in [false, true] {
                let (struck, steps) = case(Fault {
                    at,
                    failing,
                    for_ever,
                });
                reached |= steps > at;
                cases += usize::from(struck);
            }
        }
        if !reached {
            return cases;
        }
    }
    panic!("no end of steps");
}

/// A folder whose disk fails, and a file in it that stands for every case anew.
struct Bench {
    folder: tempfile::TempDir,
    whole: Vec<u8>,
}

impl Bench {
    fn new() -> Self {
        let folder = folder();
        let path = folder.path().join("c.db");
        book::make(&path, BEFORE);
        let whole = fs::read(&path).unwrap();
        Self { folder, whole }
    }

    fn path(&self) -> PathBuf {
        fs::canonicalize(self.folder.path()).unwrap().join("c.db")
    }

    fn open(&self) -> Store {
        let path = self.path();
        let _gone = fs::remove_file(path.with_file_name("c.db-journal"));
        fs::write(&path, &self.whole).unwrap();
        Store::open(&path, Access::Write).unwrap()
    }
}

/// The codes by which a failing disk may be told.
fn is_told(error: &StoreError) -> bool {
    matches!(
        error,
        StoreError::DiskFull { .. } | StoreError::Io { .. } | StoreError::CannotOpen { .. }
    )
}

/// Says why, after a write that failed or not and with the disk well again, the file is not one
/// whole, or the same connection does not go on.
fn goes_on(store: &mut Store, acts: u64) -> Result<(), String> {
    let of = |error: StoreError| format!("{error:?}");
    book::whole(store, acts)?;
    let spent = store.load_draft(PLACE).map_err(of)?.is_none();
    if spent != (acts > BEFORE) {
        return Err("the draft went another way than its act".into());
    }
    let _next = book::commit(store, acts + 1).map_err(of)?;
    book::whole(store, acts + 1)
}

#[test]
fn a_commit_that_fails_at_any_step_is_refused_or_complete() {
    let bench = Bench::new();
    let disk = Disk::watch(bench.folder.path());
    let mut codes = BTreeSet::new();
    let (mut refused, mut complete, mut unconfirmed) = (0, 0, 0);
    let cases = each_fault(|fault| {
        let mut store = bench.open();
        disk.arm(fault);
        let outcome = book::commit(&mut store, BEFORE + 1);
        let (struck, steps) = disk.heal();
        if let Err(error) = &outcome {
            codes.extend(error.code());
        }
        let acts = match &outcome {
            Ok(_) => BEFORE + 1,
            Err(StoreError::Unconfirmed { .. }) => store.head().unwrap().seq,
            Err(error) => {
                assert!(is_told(error), "{fault:?}: {error:?}");
                BEFORE
            }
        };
        match (struck, outcome.is_ok(), acts) {
            (true, true, _) => complete += 1,
            (true, false, BEFORE) => refused += 1,
            (true, false, _) => unconfirmed += 1,
            (false, ok, _) => assert!(ok, "{fault:?} did not strike"),
        }
        goes_on(&mut store, acts).unwrap_or_else(|why| panic!("{fault:?}: {why}"));
        drop(store);
        assert_eq!(book::reopened(&bench.path()), Ok(acts + 1), "{fault:?}");
        (struck, steps)
    });
    counted(&format!(
        "{cases} faults in the steps of a commit: {refused} refused, {complete} complete, {unconfirmed} unconfirmed"
    ));
    // The controls: every way of failing was met, and the one sync after which the act stands.
    assert!(cases > 150, "{cases}");
    for code in [13, 778, 1034] {
        assert!(codes.contains(&code), "{code} in {codes:?}");
    }
    assert!(refused > 150, "{refused} refused");
    assert_eq!(
        (complete, unconfirmed),
        (1, 1),
        "the last sync, once and for ever"
    );
}

#[test]
fn a_draft_that_cannot_be_saved_leaves_the_one_before() {
    let bench = Bench::new();
    let disk = Disk::watch(bench.folder.path());
    let cases = each_fault(|fault| {
        let mut store = bench.open();
        let mut draft = book::draft();
        draft.text = "另一半句话".repeat(400);
        disk.arm(fault);
        let outcome = store.save_draft(&draft);
        let healed = disk.heal();
        let kept = store.load_draft(PLACE).unwrap().unwrap();
        match outcome {
            Ok(()) => assert_eq!(kept, draft, "{fault:?}"),
            // The draft is written over and over: that a failed one may be there harms nobody.
            Err(error) => {
                assert!(is_told(&error), "{fault:?}: {error:?}");
                assert!(kept == draft || kept == book::draft(), "{fault:?}");
            }
        }
        book::whole(&store, BEFORE).unwrap();
        store.save_draft(&draft).unwrap();
        healed
    });
    assert!(cases > 50, "{cases}");
}

#[test]
fn a_file_that_cannot_be_made_is_not_there_and_can_be_made() {
    let folder = folder();
    let disk = Disk::watch(folder.path());
    let path = fs::canonicalize(folder.path()).unwrap().join("new.db");
    let mut whole_all_the_same = 0;
    let cases = each_fault(|fault| {
        disk.arm(fault);
        let outcome = Store::create(&path, &book::header());
        let healed = disk.heal();
        match outcome {
            Ok(store) => assert_eq!(book::whole(&store, 0), Ok(()), "{fault:?}"),
            Err(StoreError::Unconfirmed { .. }) => whole_all_the_same += 1,
            Err(_) => {
                let store = Store::create(&path, &book::header())
                    .unwrap_or_else(|error| panic!("{fault:?}: not again: {error:?}"));
                assert_eq!(book::whole(&store, 0), Ok(()), "{fault:?}");
            }
        }
        assert_eq!(book::reopened(&path), Ok(0), "{fault:?}");
        fs::remove_file(&path).unwrap();
        let _gone = fs::remove_file(path.with_file_name("new.db-journal"));
        healed
    });
    assert!(cases > 150, "{cases}");
    assert_eq!(whole_all_the_same, 1, "the last sync, for ever");
}

/// What the screen shows is what the file holds, whatever the disk answered.
#[test]
fn the_desk_shows_what_the_file_holds_whatever_the_disk_answered() {
    let folder = folder();
    let base = fs::canonicalize(folder.path()).unwrap();
    drop(office::found(&base, "东山片区"));
    let disk = Disk::watch(&base);
    let mut shown_and_refused = 0;
    let mut names = 0..;
    let mut name = move || format!("第{}次改名", names.next().unwrap());
    let cases = each_fault(|fault| {
        let mut desk = office::open(&base);
        let before = desk.world().clone();
        let wanted = name();
        // The checks at start have passed before the disk fails.
        office::settle(&mut desk);
        disk.arm(fault);
        let outcome = office::rename(&mut desk, &wanted);
        let healed = disk.heal();
        let shown = desk.world().clone();
        match outcome {
            Ok(_) => assert_ne!(shown, before, "{fault:?}"),
            Err(_) if shown != before => shown_and_refused += 1,
            Err(_) => {}
        }
        match office::try_open(&base) {
            Ok(other) => assert_eq!(*other.world(), shown, "{fault:?}: the file differs"),
            // Whoever writes next rolls back what was begun.
            Err(DeskError::Store(StoreError::HotJournal { .. })) => {
                assert_eq!(shown, before, "{fault:?}");
            }
            Err(error) => panic!("{fault:?}: {error:?}"),
        }
        let _next = office::rename(&mut desk, &name()).unwrap();
        assert_eq!(*office::open(&base).world(), *desk.world(), "{fault:?}");
        healed
    });
    counted(&format!("{cases} faults under the desk"));
    // The control: the faults struck, and after one of them, the last sync, file and answer differ.
    assert!(cases > 100, "{cases}");
    assert_eq!(shown_and_refused, 1, "the last sync, for ever");
}

/// A founding that is cut short anywhere is finished the next time.
#[test]
fn a_founding_that_is_cut_short_is_finished_the_next_time() {
    let folder = folder();
    let base = fs::canonicalize(folder.path()).unwrap();
    drop(Store::create(&office::file(&base), &book::header()).unwrap());
    let desk = office::found(&base, "东山片区");
    assert_eq!(office::name(&desk), "东山片区");
    drop(desk);
    let again = office::try_found(&base, "西山片区");
    assert!(matches!(
        again.map(|_| ()),
        Err(DeskError::Store(StoreError::Exists { .. }))
    ));
    assert_eq!(office::name(&office::open(&base)), "东山片区");
}
