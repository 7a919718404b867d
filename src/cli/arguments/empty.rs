//! Words that are given as nothing: they are refused by the argument they stand at, but for those by which
//! something is taken away.

use crate::domain::text::{Line, TextFault};
use clap::Arg;
use clap::builder::ValueParser;

/// What is taken away, or is not said, where nothing is given.
const MAY_BE_EMPTY: [&str; 9] = [
    "task-lead",
    "task-person",
    "task-owner",
    "task-signer",
    "task-village",
    "posting-basis",
    "contact-place",
    "contact-phone",
    "matter-about",
];

/// Returns an argument that is refused where it takes words and gets none.
pub(super) fn wants_words(arg: Arg) -> Arg {
    let free = arg.get_value_parser().type_id() == ValueParser::string().type_id();
    if free && arg.get_action().takes_values() && !may_be_empty(&arg) {
        arg.value_parser(some)
    } else {
        arg
    }
}

fn may_be_empty(arg: &Arg) -> bool {
    MAY_BE_EMPTY.contains(&arg.get_id().as_str())
}

fn some(words: &str) -> Result<String, &'static str> {
    match Line::new(words) {
        Err(TextFault::Empty) => Err("no words"),
        Ok(_) | Err(TextFault::TooLong { .. }) => Ok(words.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::cli::arguments::{Arguments, dressed, read};
    use crate::i18n::Language;
    use clap::{Command, CommandFactory};
    use std::ffi::OsString;

    /// Returns what may stand at an argument that is not asked about.
    fn stands(arg: &Arg) -> String {
        let named = arg.get_value_names().unwrap_or_default();
        let named = named.first().map(|it| it.as_str()).unwrap_or_default();
        let numeric = ["satisfied", "fairly", "not", "objection-number"];
        if numeric.iter().any(|it| arg.get_id().as_str().ends_with(it)) {
            return "1".to_owned();
        }
        match named {
            "DAY" => "2026-11-20",
            "KIND" => "grid",
            _ => "x",
        }
        .to_owned()
    }

    fn given(arg: &Arg, value: String) -> Vec<OsString> {
        let long = arg.get_long().map(|it| format!("--{it}").into());
        long.into_iter().chain([value.into()]).collect()
    }

    /// Runs through every argument that takes words, with every other one that is wanted filled in.
    fn each(path: &[String], command: &Command, language: Language, asked: &mut Vec<String>) {
        for sub in command.get_subcommands() {
            let path = [path, &[sub.get_name().to_owned()]].concat();
            each(&path, sub, language, asked);
        }
        let words = |arg: &&Arg| {
            arg.get_action().takes_values()
                && arg.get_value_parser().type_id() == ValueParser::string().type_id()
        };
        for arg in command.get_arguments().filter(words) {
            for nothing in ["", " \u{200b} "] {
                let mut line: Vec<OsString> = path.iter().map(OsString::from).collect();
                for other in command.get_arguments() {
                    if other.get_id() == arg.get_id() {
                        line.extend(given(arg, nothing.to_owned()));
                    } else if other.is_required_set() {
                        line.extend(given(other, stands(other)));
                    }
                }
                let taken = read(language, &line);
                if may_be_empty(arg) {
                    assert!(taken.is_ok(), "{line:?}");
                    continue;
                }
                let said = taken.err().unwrap().words;
                let name = match arg.get_long() {
                    Some(long) => format!("--{long}"),
                    None => arg.get_value_names().unwrap().first().unwrap().to_string(),
                };
                let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(said.contains(&name), "{line:?}: {name}: {said}");
                assert!(said.contains(&help), "{line:?}: {help}: {said}");
            }
            asked.push(format!("{} {}", path.join(" "), arg.get_id()));
        }
    }

    #[test]
    fn words_that_are_none_are_refused_by_the_name_of_their_argument() {
        for language in Language::ALL {
            let command = dressed(language, Arguments::command(), "");
            let mut asked = Vec::new();
            for name in ["boards", "matters", "paths", "tasks", "ledgers", "report"] {
                let sub = command.find_subcommand(name).unwrap();
                let path = ["lianxi".to_owned(), name.to_owned()];
                each(&path, sub, language, &mut asked);
            }
            assert!(asked.len() > 80, "{asked:?}");
            let known = |id: &str| asked.iter().any(|it| it.ends_with(&format!(" {id}")));
            assert!(MAY_BE_EMPTY.iter().all(|it| known(it)), "{asked:?}");
        }
    }
}
