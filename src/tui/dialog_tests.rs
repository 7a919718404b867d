//! What holds for every sheet there is: its words are kept, and where nothing can be recorded it stays shut.

#![allow(clippy::unwrap_used)]

use crate::desk::ReadOnly;
use crate::i18n::{Language, faults};
use crate::tui::app::Overlay;
use crate::tui::stage::Stage;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The sheets that keep no draft, or not always, and why that loses no words; where nothing is said,
/// they ask for days, hours, numbers and choices alone.
const KEEPS_NONE: [(&str, &str); 11] = [
    ("screens/find_sheet.rs FindSheet", "what is looked for"),
    (
        "screens/matters/sheets/narrow.rs NarrowSheet",
        "what is looked for",
    ),
    (
        "screens/boards/sheets/step.rs StepSheet",
        "the steps that ask for a day alone",
    ),
    ("screens/live/sheets/contenders.rs TellersSheet", ""),
    ("screens/live/sheets/from_paper.rs StatedSheet", ""),
    ("screens/live/sheets/hand_over.rs HandOverSheet", ""),
    ("screens/live/sheets/restamp.rs RestampSheet", ""),
    ("screens/live/sheets/roll.rs ExclusionSheet", ""),
    ("screens/live/sheets/roll.rs StaysSheet", ""),
    ("screens/roster/sheets.rs EndSheet", ""),
    ("screens/rules/end.rs EndSheet", ""),
];

/// What makes a field that words are typed into; days, hours and numbers are figures.
const OF_WORDS: [&str; 3] = ["Field::text(", "Field::lines(", "Field::table("];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
}

/// Returns the part of a text from a beginning to the next line that is only an end.
fn part<'a>(text: &'a str, begins: &str, ends: &str) -> Option<&'a str> {
    let from = text.find(begins)?;
    let rest = text.get(from..)?;
    rest.get(..rest.find(ends)?)
}

#[test]
fn every_sheet_of_words_keeps_a_draft() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tui");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let (mut sheets, mut without) = (0, BTreeSet::new());
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let name = file
            .strip_prefix(&root)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        if name.ends_with("_tests.rs") {
            continue;
        }
        for (at, begins) in text.match_indices("impl Sheet for ") {
            let sheet = part(text.get(at..).unwrap(), "impl", "\n}\n").unwrap();
            let what: String = sheet
                .get(begins.len()..)
                .unwrap()
                .chars()
                .take_while(char::is_ascii_alphanumeric)
                .collect();
            let place = part(sheet, "fn place(&self)", "\n    }").unwrap();
            // What stands before the arrow of an arm names what is not there, and returns nothing.
            let given = place.lines().map(str::trim_start);
            let given = given.filter(|line| !line.starts_with("//"));
            let given = given.filter_map(|line| line.rsplit("=>").next());
            let given: String = given.collect();
            sheets += 1;
            if !given.contains("None") {
                continue;
            }
            let id = format!("{name} {what}");
            let known = KEEPS_NONE.iter().find(|(it, _)| *it == id);
            let Some((_, why)) = known else {
                panic!("{id} keeps no draft");
            };
            if why.is_empty() {
                let typed = OF_WORDS.iter().find(|it| sheet.contains(*it));
                assert_eq!(typed, None, "{id} takes words and keeps none");
            }
            without.insert(id);
        }
    }
    assert!(sheets > 60, "{sheets}");
    assert_eq!(without.len(), KEEPS_NONE.len(), "{without:?}");
}

/// The keys from the home of the sample to sheets of every kind, and to those that only look.
const WRITES: [&str; 9] = [
    "2 2",
    "2 6",
    "3 F2",
    "3 Home Down 3",
    "3 Home Down 0",
    "8 F7",
    "8 5",
    "7 3",
    "4",
];
const LOOKS: [&str; 4] = ["2 0", "7 0", "8 0", "9 0"];

/// Opens the sample where it can only be read.
fn only_read(language: Language, held: bool) -> (Stage, Option<crate::desk::Desk>) {
    let mut stage = Stage::new(language);
    stage.press("1");
    let path = stage.desk().path().to_owned();
    let first = held.then(|| stage.app.desk.take().unwrap());
    if !held {
        stage.app.office.only = Some(path.clone());
    }
    stage.app.enter(&path);
    stage.screen();
    (stage, first)
}

#[test]
fn a_sheet_that_writes_stays_shut_where_nothing_can_be_recorded() {
    for language in Language::ALL {
        for held in [false, true] {
            for keys in WRITES {
                let (mut stage, _first) = only_read(language, held);
                stage.press(keys);
                let why = stage.desk().read_only().unwrap().clone();
                assert!(stage.app.overlay.is_none(), "{keys} {}", stage.screen());
                assert_eq!(stage.said(), faults::shut(language, &why), "{keys}");
            }
            for keys in LOOKS {
                let (mut stage, _first) = only_read(language, held);
                stage.press(keys);
                let open = matches!(stage.app.overlay, Some(Overlay::Dialog(_)));
                assert!(open, "{keys} {}", stage.screen());
            }
        }
        let (mut stage, _) = only_read(language, false);
        stage.press("F12");
        assert_eq!(stage.app.language, language.other());
    }
}

#[test]
fn whatever_the_reason_it_is_said_what_to_do() {
    let (seen, have) = (9, 8);
    let reasons = [
        ReadOnly::Held { by: None },
        ReadOnly::Disk,
        ReadOnly::Full,
        ReadOnly::Asked,
        ReadOnly::OlderCopy { seen, have },
        ReadOnly::Forked { seen, have },
        ReadOnly::Damaged { line: Some(4) },
    ];
    for language in Language::ALL {
        let said = reasons.each_ref().map(|why| faults::shut(language, why));
        for (at, words) in said.iter().enumerate() {
            // A reason and a remedy, each a sentence, and no two alike.
            let ends = words.matches(['。', '.']).count();
            assert!(ends >= 2 || words.contains("lianxi"), "{words}");
            assert!(said.iter().skip(at + 1).all(|other| other != words));
        }
    }
}
