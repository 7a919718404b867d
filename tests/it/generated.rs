//! The generated years that things are measured on: the same for the same seed, whole, and sealed.

#[path = "../bench/years.rs"]
pub mod years;

#[path = "../bench/chain.rs"]
pub mod chain;

use lianxi::desk::Desk;
use lianxi::store::{Access, Store};
use years::{ENTRIES, ITEMS, SESSIONS_A_YEAR, Wanted, generate};

#[test]
fn the_same_seed_makes_the_same_whole_file() {
    let wanted = |seed| Wanted {
        sessions: SESSIONS_A_YEAR / 4,
        day: "2026-11-23".parse().unwrap(),
        seed,
    };
    let folders = [(); 3].map(|()| tempfile::tempdir().unwrap());
    let [one, same, other] = [1, 1, 2];
    let made = [one, same, other]
        .into_iter()
        .zip(&folders)
        .map(|(seed, folder)| generate(folder.path().to_owned(), &wanted(seed)))
        .collect::<Vec<_>>();
    assert_eq!(made[0].1, made[1].1);
    assert_ne!(made[0].1, made[2].1);
    Desk::verify(&made[0].0).unwrap();

    let store = Store::open(&made[0].0, Access::Read).unwrap();
    let states: Vec<_> = store
        .sessions(0, 99)
        .unwrap()
        .into_iter()
        .map(|session| session.state.unwrap())
        .collect();
    assert_eq!(states[0], "planned");
    assert_eq!(states[1..], ["sealed"; 6]);
    let rows = |table| store.count(table).unwrap();
    assert_eq!(rows(lianxi::store::Table::Motion), u64::from(6 * ITEMS));
    assert_eq!(
        rows(lianxi::store::Table::Entry),
        u64::from(6 * ITEMS * ENTRIES)
    );
    assert!(store.count_open_tasks().unwrap() <= 12);
}
