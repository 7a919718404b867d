//! The table of promises against the tests it names, and README against the table.
//!
//! What a run measured stands in README and is not compared; everything else there is the data.

use crate::house::source::{all, read, root};
use readme::{Run, block, name, replaced, written};
use std::collections::BTreeSet;
use std::process::Command;
use table::{Of, PROMISES};

#[path = "../promises/readme.rs"]
mod readme;
#[path = "../promises/table.rs"]
mod table;

/// Returns a function with what is said above it.
fn function<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let at = text.find(&format!("fn {name}("))?;
    let (before, rest) = text.split_at(at);
    let indent = before.rsplit('\n').next().unwrap_or_default();
    let blank = |c: &char| *c == ' ';
    let indent: String = indent.chars().take_while(blank).collect();
    let end = rest.find(&format!("\n{indent}}}\n"))?;
    let begin = before.rfind("\n\n").unwrap_or_default();
    text.get(begin..at + end)
}

#[test]
fn every_promise_is_in_the_table_once_and_shown_or_later() {
    let numbers: Vec<u8> = PROMISES.iter().map(|promise| promise.number).collect();
    assert_eq!(numbers, (1..=24).collect::<Vec<u8>>());
    let mut tests = BTreeSet::new();
    for promise in &PROMISES {
        assert!(!promise.proofs.is_empty() || promise.later.is_some());
        for proof in promise.proofs {
            assert!(proof.rounds <= 100, "{} would take all day", proof.test);
            assert!(tests.insert(name(proof)), "{} twice", proof.test);
        }
        let words = [promise.zh, promise.en].into_iter().chain(promise.later);
        let cells = promise.proofs.iter().map(|proof| proof.fails);
        assert!(
            words
                .chain(cells)
                .all(|cell| !cell.contains(['|', '`', '\n']))
        );
    }
}

#[test]
fn every_test_of_the_table_is_there_and_has_its_control() {
    let listed = Command::new(std::env::current_exe().unwrap())
        .arg("--list")
        .output()
        .unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    let mut files = all("src");
    files.extend(all("tests/it"));
    let texts = || files.iter().map(|file| file.text.as_str());
    for proof in PROMISES.iter().flat_map(|promise| promise.proofs) {
        let (modules, test) = proof.test.rsplit_once("::").unwrap();
        match proof.of {
            Of::It => assert!(
                listed
                    .lines()
                    .any(|line| line == format!("{}: test", proof.test)),
                "no test {}",
                proof.test
            ),
            Of::Lib => {
                let room = modules.trim_end_matches("::tests").replace("::", "/");
                assert!(
                    files
                        .iter()
                        .any(|file| file.path.starts_with(&format!("src/{room}"))
                            && function(&file.text, test).is_some()),
                    "no test {}",
                    proof.test
                );
            }
        }
        // A time says how the program was built that took it.
        let mut all = texts().filter_map(|text| function(text, test));
        let tells = all.any(|it| it.contains("profile()"));
        assert_eq!(tells, proof.as_released, "{}", proof.test);
        let mut controls = texts().filter_map(|text| function(text, proof.control));
        assert!(
            controls.any(|control| control.to_lowercase().contains("control")),
            "{} is not there or names no control",
            proof.control
        );
    }
}

#[test]
fn readme_has_the_table_and_nothing_that_was_typed() {
    let text = read("README.md");
    let run: Run = readme::read(block(&text).unwrap());
    let known: BTreeSet<String> = PROMISES
        .iter()
        .flat_map(|promise| promise.proofs)
        .map(name)
        .collect();
    let kept = Run {
        tests: run
            .tests
            .into_iter()
            .filter(|(test, _)| known.contains(test))
            .collect(),
        about: run.about,
    };
    assert!(kept.tests.values().all(|test| test.result != "FAILS"));
    let due = replaced(&text, &written(&kept)).unwrap();
    if std::env::var_os("LIANXI_UPDATE_README").is_some() {
        std::fs::write(root().join("README.md"), due).unwrap();
    } else {
        assert!(text == due, "run the tests with LIANXI_UPDATE_README=1");
    }
}

/// The control: a table that somebody mended by hand is not the one that is written.
#[test]
fn a_table_that_was_mended_by_hand_is_noticed() {
    let run = Run {
        about: "2026-11-23: 1 test".to_owned(),
        ..Run::default()
    };
    let due = written(&run);
    assert_eq!(written(&readme::read(&due)), due);
    let mended = due.replace("a process that tells", "any process that tells");
    assert_ne!(mended, due);
    assert_ne!(written(&readme::read(&mended)), mended);
    let measured = due.replacen("not run |  |", "holds | 1.0 s |", 1);
    assert_ne!(measured, due);
    assert_eq!(written(&readme::read(&measured)), measured);
}
