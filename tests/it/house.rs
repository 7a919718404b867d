//! The house: which room knows which, how long a file may be, and what is written down beside it.

pub mod source;

use self::source::{Source, all, read, src};
use std::collections::BTreeSet;

/// Which rooms of the crate a room may name; `lib.rs` says why. A room not listed here may name none.
const ARROWS: [(&str, &[&str]); 13] = [
    ("domain", &[]),
    ("cells", &[]),
    ("file", &[]),
    ("store", &["domain", "file"]),
    ("desk", &["store", "domain"]),
    ("exchange", &["domain", "file"]),
    (
        "i18n",
        &["domain", "store", "desk", "exchange", "settings", "cells"],
    ),
    ("papers", &["domain", "i18n", "exchange", "cells"]),
    ("settings", &["i18n", "file"]),
    ("office", &["desk", "store", "settings", "i18n", "domain"]),
    ("sample", &["desk", "domain", "store"]),
    (
        "tui",
        &[
            "domain", "store", "desk", "exchange", "i18n", "papers", "settings", "office",
            "sample", "cells", "file",
        ],
    ),
    (
        "cli",
        &[
            "domain", "store", "desk", "exchange", "i18n", "papers", "settings", "office",
            "sample", "cells", "file",
        ],
    ),
];

/// The rooms of the terminal that know keys, cells and words, and neither domain nor sentence.
const LEAVES: [&str; 8] = [
    "text", "input", "terminal", "theme", "find", "widgets", "caret", "snapshot",
];

/// Names of the outside world, each with the rooms that may say it.
const OUTSIDE: [(&str, &[&str]); 4] = [
    ("rusqlite", &["store"]),
    ("ratatui", &["tui"]),
    ("crossterm", &["tui"]),
    ("unicode_width", &["cells"]),
];

/// What the domain may not even name.
const IMPURE: [&str; 8] = [
    "std::fs",
    "std::env",
    "std::time",
    "std::net",
    "std::process",
    "std::thread",
    "Utc::now",
    "Local::now",
];

/// Files whose Chinese is data of the trade and not a sentence of the program.
const CHINESE: [(&str, &str); 19] = [
    (
        "src/domain/board/mask/words.rs",
        "surnames and words by which names and addresses are found",
    ),
    (
        "src/domain/board/mask/words_age.rs",
        "words of ages and of days of birth",
    ),
    (
        "src/domain/board/mask/words_given.rs",
        "what is given to those in need",
    ),
    (
        "src/domain/board/mask/words_lived.rs",
        "words by which it is found where somebody lives",
    ),
    (
        "src/domain/board/mask/words_need.rs",
        "words of sentences about those in need",
    ),
    (
        "src/domain/board/mask/words_office.rs",
        "offices named after those in need",
    ),
    (
        "src/domain/board/mask/words_rows.rs",
        "heads of the columns of lists",
    ),
    (
        "src/domain/board/mask/words_said.rs",
        "words by which somebody is said to be poor, ill or under age",
    ),
    (
        "src/domain/board/mask/words_state.rs",
        "words for a state of health, and for what is paid for one",
    ),
    ("src/domain/dates.rs", "dates and times as people type them"),
    ("src/i18n/gates.rs", "the digits of an article's number"),
    (
        "src/domain/register/money.rs",
        "the units of money as people type them",
    ),
    (
        "src/exchange/roster/columns.rs",
        "the columns and words of the roster file, in both languages",
    ),
    (
        "src/exchange/roster/shapes.rs",
        "characters that are taken for each other by their shape",
    ),
    (
        "src/domain/rule/presets.rs",
        "the clauses of the rules, cited as they are printed",
    ),
    (
        "src/i18n/laws.rs",
        "titles of laws, by which a clause is known",
    ),
    (
        "src/domain/matter/path/bodies.rs",
        "the names of the bodies of a village, and the texts that ask for a notice",
    ),
    (
        "src/domain/matter/path/shipped.rs",
        "the steps and clauses of the shipped templates, which are copied into matters",
    ),
    ("src/sample/", "invented people and what they say"),
];

/// Lines a file may have, and lines from which it is said aloud that it grows.
const LONGEST: usize = 600;
const LONG: usize = 400;

/// Returns the room a file stands in: `src/tui/text.rs` is of `tui`.
fn room(path: &str) -> &str {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    inside.split('/').next().unwrap()
}

/// Returns the module a file is, from the crate's root.
fn module(path: &str) -> Vec<&str> {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    inside
        .split('/')
        .filter(|part| !matches!(*part, "mod" | "lib" | "main"))
        .collect()
}

/// Returns every path of this crate that a file names, from the crate's root.
fn named(file: &Source) -> BTreeSet<Vec<String>> {
    let mut found = BTreeSet::new();
    let here = module(&file.path);
    let mut rest = file.bare.as_str();
    while let Some(at) = ["crate::", "super::"]
        .iter()
        .filter_map(|start| rest.find(start))
        .min()
    {
        let path = rest.get(at..).unwrap();
        let mut base: Vec<String> = here.iter().map(|part| (*part).to_owned()).collect();
        let mut after = match path.strip_prefix("crate::") {
            Some(after) => {
                base.clear();
                after
            }
            None => path,
        };
        while let Some(up) = after.strip_prefix("super::") {
            base.pop();
            after = up;
        }
        for tail in heads(after) {
            let mut path = base.clone();
            path.extend(tail);
            found.insert(path);
        }
        rest = after;
    }
    found
}

/// Returns the first two names of a path, each branch of a group by itself.
fn heads(path: &str) -> Vec<Vec<String>> {
    let word = |text: &str| -> String {
        text.chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect()
    };
    match path.trim_start().strip_prefix('{') {
        None => {
            let first = word(path);
            let second = path.get(first.len()..).and_then(|it| it.strip_prefix("::"));
            let mut head = vec![first];
            if let Some(second) = second {
                let branches = heads(second);
                return branches
                    .into_iter()
                    .map(|branch| [head.clone(), branch].concat())
                    .collect();
            }
            head.retain(|name| !name.is_empty());
            vec![head]
        }
        Some(group) => {
            let mut depth = 0;
            let mut branches = vec![String::new()];
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        branches.push(String::new());
                        continue;
                    }
                    _ => {}
                }
                branches.last_mut().unwrap().push(c);
            }
            branches
                .iter()
                .map(|branch| branch.trim())
                .filter(|branch| !branch.is_empty())
                .flat_map(heads)
                .collect()
        }
    }
}

fn says(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let part = |c: char| c.is_alphanumeric() || c == '_';
        let before = code.get(..at).and_then(|text| text.chars().next_back());
        let after = code
            .get(at + name.len()..)
            .and_then(|text| text.chars().next());
        !before.is_some_and(part) && !after.is_some_and(part)
    })
}

#[track_caller]
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_room_names_only_the_rooms_it_may() {
    let rooms: BTreeSet<&str> = ARROWS.iter().map(|(room, _)| *room).collect();
    let mut wrong = Vec::new();
    for file in src() {
        let from = room(&file.path);
        if matches!(
            file.path.as_str(),
            "src/lib.rs"
                | "src/main.rs"
                | "src/build.rs"
                | "src/i18n/build.rs"
                | "src/store/build.rs"
        ) {
            continue;
        }
        let Some((_, may)) = ARROWS.iter().find(|(room, _)| *room == from) else {
            wrong.push(format!("{}: a room without arrows", file.path));
            continue;
        };
        for path in named(file) {
            let to = path.first().map_or("", String::as_str);
            if to != from && (!may.contains(&to) || !rooms.contains(to)) {
                wrong.push(format!("{}: {from} → {}", file.path, path.join("::")));
            }
        }
    }
    none(&wrong);
}

#[test]
fn the_leaf_rooms_of_the_terminal_know_neither_domain_nor_sentence() {
    let mut wrong = Vec::new();
    for file in src() {
        let own = module(&file.path);
        if own.first() != Some(&"tui") || !own.get(1).is_some_and(|leaf| LEAVES.contains(leaf)) {
            continue;
        }
        for path in named(file) {
            let names: Vec<&str> = path.iter().map(String::as_str).collect();
            let fits = match names.as_slice() {
                ["cells", ..] => true,
                ["tui", leaf, ..] => LEAVES.contains(leaf),
                _ => false,
            };
            if !fits {
                wrong.push(format!("{}: {}", file.path, path.join("::")));
            }
        }
    }
    none(&wrong);
}

#[test]
fn the_outside_world_has_one_door_each() {
    let mut wrong = Vec::new();
    for file in src() {
        for (name, may) in OUTSIDE {
            if says(&file.bare, name) && !may.contains(&room(&file.path)) {
                wrong.push(format!("{}: {name}", file.path));
            }
        }
        let of_actions = ["/actions", "/update"]
            .iter()
            .any(|it| file.path.contains(it));
        if of_actions && says(&file.bare, "ratatui") {
            wrong.push(format!("{}: an action draws nothing", file.path));
        }
        for name in IMPURE {
            if room(&file.path) == "domain" && file.bare.contains(name) {
                wrong.push(format!("{}: {name}", file.path));
            }
        }
    }
    none(&wrong);
}

#[test]
#[allow(clippy::print_stdout)]
fn no_file_is_a_heap() {
    let mut wrong = Vec::new();
    for file in src().iter().chain(&all("tests")) {
        let lines = file.text.lines().count();
        if lines > LONGEST {
            wrong.push(format!("{}: {lines} lines", file.path));
        } else if lines > LONG {
            println!("{}: {lines} lines", file.path);
        }
    }
    none(&wrong);
}

#[test]
fn every_sentence_stands_with_the_sentences() {
    let mut wrong = Vec::new();
    for file in src() {
        let known = CHINESE.iter().any(|(path, _)| file.path.starts_with(path));
        let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        for (number, line) in (1..).zip(file.code.lines()) {
            if line.contains(chinese) && !known {
                wrong.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    for (path, _) in CHINESE {
        let there = src().iter().any(|file| file.path.starts_with(path));
        assert!(there, "{path} is excused and gone");
    }
    none(&wrong);
}

#[test]
fn nothing_is_unsafe() {
    for path in ["src/lib.rs", "src/main.rs"] {
        assert!(read(path).contains("\n#![forbid(unsafe_code)]\n"), "{path}");
    }
}

/// The design card names what lies at the top; beside it is only what tools demand.
#[test]
fn nothing_lies_at_the_top_that_was_not_agreed() {
    const AGREED: [&str; 11] = [
        "Cargo.toml",
        "src",
        "schema.sql",
        "tests",
        "README.md",
        "Cargo.lock",
        ".ci",
        ".git",
        ".gitignore",
        "LICENSE",
        "target",
    ];
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir(source::root()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if !AGREED.contains(&name.as_str()) {
            wrong.push(name);
        }
    }
    none(&wrong);
}

#[test]
fn every_file_of_tests_runs() {
    let main = read("tests/it/main.rs");
    for entry in std::fs::read_dir(source::root().join("tests/it")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if let Some(module) = name.strip_suffix(".rs").filter(|name| *name != "main") {
            assert!(
                main.contains(&format!("\nmod {module};\n")),
                "tests/it/{name} is not listed in main.rs"
            );
        }
    }
}

#[test]
fn every_dependency_says_what_it_is_for() {
    let manifest = read("Cargo.toml");
    let (mut wrong, mut inside, mut before) = (Vec::new(), false, "");
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.contains("dependencies");
        } else if inside && line.contains(" = ") && !before.starts_with("# ") {
            wrong.push(line.to_owned());
        }
        before = line;
    }
    none(&wrong);
}

#[test]
fn the_house_reads_code_as_it_is_meant() {
    let file = Source {
        path: "src/tui/screens/live/view.rs".to_owned(),
        text: String::new(),
        code: String::new(),
        bare: "use crate::domain::{World, vote::{Choice, tally}}; super::super::find(); \
               pub(super) use super::state::Live;"
            .to_owned(),
    };
    let named: Vec<String> = named(&file).iter().map(|path| path.join("::")).collect();
    assert_eq!(
        named,
        [
            "domain::World",
            "domain::vote::Choice",
            "domain::vote::tally",
            "tui::screens::find",
            "tui::screens::live::state::Live",
        ]
    );
    assert!(says("use ratatui::Buffer;", "ratatui"));
    assert!(!says("use not_ratatui::Buffer;", "ratatui"));
}
