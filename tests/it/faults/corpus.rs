//! Every reader is given the corpus that its fuzz target grew, and, in every run, some thousand
//! inputs made of it by cutting, doubling and changing.

use super::dice::Dice;
use super::ground::{counted, rounds};
use crate::house::source::root;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

#[path = "../../fuzz/readers.rs"]
mod readers;

/// The longest input that is made.
const LONGEST: usize = 20_000;

/// Pieces that formats give a meaning to.
const PIECES: [&[u8]; 16] = [
    b"\"",
    b"{",
    b"}",
    b"[",
    b",",
    b"\n",
    b"\r\n",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    "\u{202e}".as_bytes(),
    b"99999999999999999999",
    b"-1",
    b"null",
    b"2026-02-30",
    b"\\u0000",
];

fn corpus(reader: &str) -> Vec<(String, Vec<u8>)> {
    let folder = root().join("tests/fuzz/corpus").join(reader);
    super::ground::names(&folder)
        .into_iter()
        .map(|name| (name.clone(), fs::read(folder.join(name)).unwrap()))
        .collect()
}

fn changed(seeds: &[(String, Vec<u8>)], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seeds[dice.below(seeds.len())].1.clone();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len() + 1);
        match dice.below(6) {
            0 => bytes.truncate(at),
            1 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
            2 => {
                let end = (at + 1 + dice.below(40)).min(bytes.len());
                bytes.drain(at..end);
            }
            3 => {
                let end = (at + 1 + dice.below(200)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                let to = dice.below(bytes.len() + 1);
                bytes.splice(to..to, piece);
            }
            4 => {
                let other = &seeds[dice.below(seeds.len())].1;
                let from = dice.below(other.len() + 1);
                bytes.truncate(at);
                bytes.extend_from_slice(&other[from..]);
            }
            _ => {
                let piece = PIECES[dice.below(PIECES.len())];
                bytes.splice(at..at, piece.iter().copied());
            }
        }
    }
    bytes.truncate(LONGEST);
    bytes
}

#[test]
fn every_reader_stands_its_corpus_and_what_is_made_of_it() {
    for (name, read) in readers::READERS {
        let seeds = corpus(name);
        assert!(seeds.len() >= 3 || name == "popolo", "{name} has no corpus");
        for (file, bytes) in &seeds {
            let stood = catch_unwind(AssertUnwindSafe(|| read(bytes)));
            assert!(stood.is_ok(), "tests/fuzz/corpus/{name}/{file}");
        }
        let mut dice = Dice::new(17);
        let many = rounds(1) * if name == "popolo" { 150 } else { 700 };
        for _ in 0..many {
            let bytes = changed(&seeds, &mut dice);
            if catch_unwind(AssertUnwindSafe(|| read(&bytes))).is_err() {
                let kept = std::env::temp_dir().join(format!("lianxi-{name}-finding"));
                fs::write(&kept, &bytes).unwrap();
                panic!("the reader {name} does not stand {}", kept.display());
            }
        }
        counted(&format!("{name}: {} kept, {many} made", seeds.len()));
    }
}

/// The control: a reader that stumbles is caught.
#[test]
fn a_reader_that_stumbles_is_caught() {
    let stumbles = |bytes: &[u8]| assert!(!bytes.contains(&b'{'), "stumbled");
    let seeds = corpus("journal");
    let caught = seeds
        .iter()
        .filter(|(_, bytes)| catch_unwind(AssertUnwindSafe(|| stumbles(bytes))).is_err());
    assert!(caught.count() > 0);
}
