//! What is measured on: years on file, a session with its vote open, a document of votes. Made once
//! and used again.

use crate::chain;
use crate::crowd;
use crate::sitting::sit;
use crate::years::{self, Wanted};
use chrono::NaiveDate;
use lianxi::store::folder::Paths;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// The moment the programs are told.
pub const CLOCK: &str = "2026-11-23T09:00";

/// Part of a folder's name: data whose rows were of another making would be rebuilt at the first start measured.
const MAKING: i64 = lianxi::store::PROJECTION;

/// Where everything lies.
fn place() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-data")
}

/// Returns the day of the session that is only planned.
pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// Returns the file in a data folder.
pub fn file(data: &Path) -> PathBuf {
    data.join("committees").join("generated.db")
}

/// Returns the folder of what is named, made where it is not there.
///
/// It is put in its place whole, so that data broken off is not measured; what was made of the same for other rows goes.
fn made(what: &str, make: impl FnOnce(&Path)) -> PathBuf {
    let folder = place().join(format!("{what}-{MAKING}"));
    if folder.exists() {
        return folder;
    }
    eprintln!("generating {what}");
    for other in fs::read_dir(place()).into_iter().flatten().flatten() {
        let name = other.file_name().to_string_lossy().into_owned();
        if name.rsplit_once('-').is_some_and(|(of, _)| of == what) {
            fs::remove_dir_all(other.path()).unwrap();
        }
    }
    let unfinished = place().join("unfinished");
    fs::remove_dir_all(&unfinished).ok();
    make(&unfinished);
    fs::rename(&unfinished, &folder).unwrap();
    folder
}

/// Returns the data folder with so many years on file.
pub fn on_file(years: u32) -> PathBuf {
    made(&format!("{years}-years"), |folder| {
        let wanted = Wanted {
            sessions: years * years::SESSIONS_A_YEAR,
            day: day(),
            seed: 1,
        };
        years::generate(folder.to_owned(), &wanted);
    })
}

/// Returns a copy of the data whose last session sits: its first item runs, with an entry of two
/// thousand lines, and its vote is open.
pub fn sitting(years: u32, name: &str) -> PathBuf {
    let folder = place().join(name);
    let paths = copied(years, &folder);
    sit(&file(&folder), &paths, years * years::SESSIONS_A_YEAR + 1);
    folder
}

/// Returns the data with so many more follow-ups, all open.
pub fn crowded(years: u32, many: usize) -> PathBuf {
    // Made before, for both are unfinished in one place.
    on_file(years);
    made(&format!("{years}-years-{many}-follow-ups"), |folder| {
        let paths = copied(years, folder);
        crowd::fill(&file(folder), &paths, many);
    })
}

/// Returns the data folder with so many years of matters; what lasts on the board of the area hangs there still.
pub fn matters(years: u32) -> PathBuf {
    made(&format!("{years}-years-of-matters"), |folder| {
        let wanted = chain::Wanted {
            years,
            today: day(),
            seed: 1,
            makes_room: None,
        };
        chain::generate(folder.to_owned(), &wanted);
    })
}

/// Copies the data with so many years on file into a folder of its own.
fn copied(years: u32, folder: &Path) -> Paths {
    fs::remove_dir_all(folder).ok();
    let paths = Paths::find(Some(folder.to_owned())).unwrap();
    paths.make().unwrap();
    fs::copy(file(&on_file(years)), file(folder)).unwrap();
    paths
}

/// Returns a document of so many votes by seventy members.
pub fn votes(many: usize) -> PathBuf {
    let path = place().join(format!("{many}-votes.json"));
    let persons: Vec<String> = (0..70)
        .map(|person| format!(r#"{{"id":"p{person}","name":"委员{person}"}}"#))
        .collect();
    let events: Vec<String> = (0..many)
        .map(|vote| {
            let mut votes = String::new();
            for person in 0..70 {
                let option = ["yes", "yes", "no", "abstain"][(vote * 7 + person * person) % 4];
                let comma = if person == 0 { "" } else { "," };
                write!(
                    votes,
                    r#"{comma}{{"voter_id":"p{person}","option":"{option}"}}"#
                )
                .unwrap();
            }
            format!(r#"{{"id":"v{vote}","votes":[{votes}]}}"#)
        })
        .collect();
    let document = format!(
        r#"{{"persons":[{}],"vote_events":[{}]}}"#,
        persons.join(","),
        events.join(",")
    );
    fs::create_dir_all(place()).unwrap();
    fs::write(&path, document).unwrap();
    path
}
