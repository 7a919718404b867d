//! What may be asked for on the command line, and clap's own sentences in the user's language.

mod answers;
mod empty;
mod matters;
mod paths;
mod words;

pub(super) use answers::Answers;
pub(super) use matters::Matters;
pub(super) use paths::{Anew, Paths};

use self::words::{about, words};
use super::boards::Boards;
use super::tasks::Tasks;
use super::{BAD_INPUT, FINE, tally};
use crate::domain::dates;
use crate::domain::matter::intake::Fen;
use crate::domain::register::{LedgerKind, Period, money};
use crate::domain::text::clean;
use crate::i18n::{Language, cli};
use chrono::NaiveDate;
use clap::builder::Styles;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{
    Arg, ArgAction, Args, Command, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum,
};
use std::ffi::OsString;
use std::path::PathBuf;

#[derive(Parser)]
#[command(name = "lianxi", version)]
pub(super) struct Arguments {
    #[arg(long, global = true, value_name = "NAME")]
    pub committee: Option<String>,
    #[arg(long, global = true, value_name = "zh|en")]
    pub lang: Option<Language>,
    #[arg(long, global = true, value_name = "FILE")]
    pub read_only: Option<PathBuf>,
    #[command(subcommand)]
    pub asked: Option<Asked>,
}

#[derive(Subcommand)]
pub(super) enum Asked {
    Tally {
        #[arg(id = "counted-by", long = "rule", value_name = "ID", default_value = tally::DEFAULT_RULE, hide_default_value = true)]
        rule: String,
        #[arg(id = "documents", required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    Record {
        #[arg(value_name = "SESSION")]
        session: String,
        #[arg(long)]
        text: bool,
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    CountSheets {
        #[arg(value_name = "SESSION")]
        session: String,
        #[arg(long)]
        text: bool,
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    Verify {
        #[arg(id = "looked-at", value_name = "FILE")]
        file: Option<PathBuf>,
    },
    Doctor,
    Resume {
        #[arg(long)]
        yes: bool,
    },
    Backup {
        #[arg(long, value_name = "FOLDER")]
        to: Option<PathBuf>,
        // What stays here lies beside the file itself, which is not encrypted.
        #[arg(long, requires = "to")]
        encrypt: bool,
    },
    Restore {
        #[arg(id = "backup", value_name = "FILE")]
        file: PathBuf,
        #[arg(long)]
        yes: bool,
    },
    Salvage {
        #[arg(value_name = "FILE")]
        damaged: PathBuf,
        #[arg(
            id = "new-file",
            short = 'o',
            long = "output",
            value_name = "NEW",
            required = true
        )]
        to: PathBuf,
    },
    #[command(subcommand)]
    Tasks(Tasks),
    #[command(subcommand)]
    Rules(Rules),
    #[command(subcommand)]
    Ledgers(Ledgers),
    Report(ReportOf),
    #[command(subcommand)]
    Boards(Boards),
    #[command(subcommand)]
    Paths(Paths),
    #[command(subcommand)]
    Matters(Matters),
    #[command(subcommand)]
    Import(Import),
    #[command(subcommand)]
    Export(Export),
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    Text,
    Csv,
    Xlsx,
}

#[derive(Subcommand)]
pub(super) enum Ledgers {
    List {
        #[arg(id = "of-ledger", long = "kind", value_name = "KIND", value_parser = ledger)]
        kind: Option<LedgerKind>,
        #[arg(long, value_name = "PERIOD", value_parser = period)]
        period: Option<Period>,
        #[arg(long, value_name = "NAME")]
        village: Option<String>,
        #[arg(
            long,
            default_value = "text",
            hide_possible_values = true,
            hide_default_value = true
        )]
        format: Form,
        #[arg(id = "new-table", long = "to", value_name = "FILE")]
        to: Option<PathBuf>,
    },
    Kinds,
    Add {
        #[arg(id = "of-ledger", value_name = "KIND", value_parser = ledger)]
        kind: LedgerKind,
        #[arg(value_name = "WHAT")]
        what: String,
        #[arg(long, value_name = "DAY", value_parser = day)]
        on: Option<NaiveDate>,
        #[arg(id = "villages", long = "village", value_name = "NAME")]
        villages: Vec<String>,
        #[arg(long, value_name = "NAME")]
        person: Option<String>,
        #[arg(long, value_name = "YUAN", value_parser = yuan)]
        amount: Option<Fen>,
        #[arg(long, value_name = "N")]
        number: Option<u64>,
        #[arg(long, value_name = "DAY", value_parser = day)]
        until: Option<NaiveDate>,
        #[arg(id = "shares", long = "share", value_name = "VILLAGE=YUAN", value_parser = share)]
        shares: Vec<(String, Fen)>,
        #[arg(long, value_name = "N")]
        jobs: Option<u64>,
        #[arg(long, value_name = "N")]
        households: Option<u64>,
        #[arg(long, value_name = "N")]
        persons: Option<u64>,
        #[arg(id = "household-income", long = "household-income", value_name = "YUAN", value_parser = yuan)]
        household_income: Option<Fen>,
        #[arg(long, value_name = "N")]
        points: Option<u64>,
        #[arg(long, value_name = "WORDS")]
        note: Option<String>,
    },
}

#[derive(Args)]
pub(super) struct ReportOf {
    #[arg(long, value_name = "PERIOD", value_parser = period)]
    pub period: Option<Period>,
    #[arg(long, value_name = "NAME")]
    pub village: Option<String>,
    #[arg(
        long,
        default_value = "text",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub format: Form,
    #[arg(id = "new-table", long = "to", value_name = "FILE")]
    pub to: Option<PathBuf>,
}

fn ledger(word: &str) -> Result<LedgerKind, &'static str> {
    LedgerKind::of_word(word).ok_or("no ledger")
}

fn period(text: &str) -> Result<Period, &'static str> {
    text.parse().map_err(|_| "no period")
}

fn share(text: &str) -> Result<(String, Fen), &'static str> {
    let (village, amount) = text.rsplit_once('=').ok_or("no share")?;
    Ok((village.to_owned(), yuan(amount)?))
}

/// Reads a day written in full.
pub(super) fn day(text: &str) -> Result<NaiveDate, &'static str> {
    dates::read_full_day(text).ok_or("no day")
}

fn yuan(text: &str) -> Result<Fen, &'static str> {
    money::read(text).ok_or("no amount")
}

#[derive(Subcommand)]
pub(super) enum Rules {
    List,
    Show {
        #[arg(id = "rule-id", value_name = "ID")]
        id: String,
    },
    Check {
        #[arg(id = "rule-file", value_name = "FILE")]
        file: PathBuf,
    },
    Export {
        #[arg(id = "rule-id", value_name = "ID")]
        ids: Vec<String>,
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    Import {
        #[arg(id = "rule-file", value_name = "FILE")]
        file: PathBuf,
        #[arg(long, value_name = "DAY", value_parser = day)]
        from: Option<NaiveDate>,
    },
    Schema,
}

#[derive(Subcommand)]
pub(super) enum Import {
    Roster {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    Popolo {
        #[arg(long, value_name = "ID", default_value = tally::DEFAULT_RULE, hide_default_value = true)]
        rule: String,
        #[arg(id = "documents", required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
}

#[derive(Subcommand)]
pub(super) enum Export {
    Roster {
        #[arg(long)]
        template: bool,
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    Journal {
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
}

impl Asked {
    /// Says whether it looks after a file whatever is set: it is done all the same where settings cannot be read.
    pub const fn saves(&self) -> bool {
        matches!(
            self,
            Self::Verify { .. }
                | Self::Salvage { .. }
                | Self::Backup { .. }
                | Self::Restore { .. }
                | Self::Export(Export::Journal { .. })
        )
    }

    /// Returns the name of the subcommand, as it is written.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Tally { .. } => "tally",
            Self::Record { .. } => "record",
            Self::CountSheets { .. } => "count-sheets",
            Self::Verify { .. } => "verify",
            Self::Resume { .. } => "resume",
            Self::Backup { .. } => "backup",
            Self::Restore { .. } => "restore",
            Self::Tasks(tasks) => tasks.name(),
            Self::Rules(Rules::List) => "rules-list",
            Self::Rules(Rules::Show { .. }) => "rules-show",
            Self::Rules(Rules::Check { .. }) => "rules-check",
            Self::Rules(Rules::Export { .. }) => "rules-export",
            Self::Rules(Rules::Import { .. }) => "rules-import",
            Self::Rules(Rules::Schema) => "rules-schema",
            Self::Ledgers(Ledgers::List { .. }) => "ledgers-list",
            Self::Ledgers(Ledgers::Kinds) => "ledgers-kinds",
            Self::Ledgers(Ledgers::Add { .. }) => "ledgers-add",
            Self::Report(_) => "report",
            Self::Boards(asked) => asked.name(),
            Self::Paths(asked) => asked.name(),
            Self::Import(Import::Roster { .. }) => "import-roster",
            Self::Import(Import::Popolo { .. }) => "import-popolo",
            Self::Matters(asked) => asked.name(),
            Self::Doctor => "doctor",
            Self::Salvage { .. } => "salvage",
            Self::Export(Export::Roster { .. }) => "export-roster",
            Self::Export(Export::Journal { .. }) => "export-journal",
        }
    }
}

/// What is said in place of doing something: help, the version, or what is wrong.
pub(super) struct Answer {
    /// The words, with their line feeds.
    pub words: String,
    /// The exit code.
    pub code: u8,
}

/// Returns the language asked for, before the arguments are known to be right.
pub(super) fn language_in(arguments: &[OsString]) -> Option<Language> {
    let mut rest = arguments.iter().filter_map(|it| it.to_str());
    while let Some(argument) = rest.next() {
        let value = match argument.strip_prefix("--lang") {
            Some("") => rest.next(),
            Some(value) => value.strip_prefix('='),
            None => continue,
        };
        if let Some(language) = value.and_then(|value| value.parse().ok()) {
            return Some(language);
        }
    }
    None
}

/// Reads the arguments.
pub(super) fn read(language: Language, arguments: &[OsString]) -> Result<Arguments, Answer> {
    // The screen opens where nothing is asked, and its first frame does not wait for a reader of words.
    if arguments.len() <= 1 {
        return Ok(Arguments {
            committee: None,
            lang: None,
            read_only: None,
            asked: None,
        });
    }
    let arguments = asked_for_help(arguments);
    let command = dressed(language, Arguments::command(), "").arg(
        Arg::new("version")
            .short('V')
            .long("version")
            .action(ArgAction::Version)
            .help(cli::option_version(language))
            .help_heading(cli::options(language)),
    );
    let names: Vec<&str> = arguments.iter().filter_map(|it| it.to_str()).collect();
    let (path, named) = walked(&command, &names);
    command
        .clone()
        .try_get_matches_from(&arguments)
        .and_then(|matches| Arguments::from_arg_matches(&matches))
        .map_err(|error| answer(language, &error, &path, named))
}

/// The options of every command that a value follows.
const WITH_VALUE: [&str; 3] = ["--lang", "--committee", "--read-only"];

/// Reads `lianxi help COMMAND` as `lianxi COMMAND --help`.
fn asked_for_help(arguments: &[OsString]) -> Vec<OsString> {
    let mut at = 1;
    while let Some(option) = arguments.get(at).and_then(|it| it.to_str()) {
        if WITH_VALUE.contains(&option) {
            at += 2;
        } else if option.starts_with('-') {
            at += 1;
        } else {
            break;
        }
    }
    let mut asked = arguments.to_vec();
    if asked.get(at).is_some_and(|it| it == "help") {
        let _help = asked.remove(at);
        asked.push(OsString::from("--help"));
    }
    asked
}

/// Returns the command that was typed, as it is written, and what it takes.
fn walked<'c>(command: &'c Command, arguments: &[&str]) -> (String, &'c Command) {
    let mut path = vec![command.get_name()];
    let mut here = command;
    let mut rest = arguments.iter().skip(1);
    while let Some(argument) = rest.next() {
        if WITH_VALUE.contains(argument) {
            let _value = rest.next();
        } else if let Some(sub) = here.find_subcommand(argument) {
            path.push(sub.get_name());
            here = sub;
        } else if !argument.starts_with('-') {
            break;
        }
    }
    (path.join(" "), here)
}

/// Puts the words of a language on a command and on everything under it.
fn dressed(language: Language, command: Command, above: &str) -> Command {
    let path = format!("{above} {}", command.get_name());
    let under: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help);
    let mut command = command
        .styles(Styles::plain())
        .about(about(language, &path))
        .help_template(format!(
            "{{about}}\n\n{}{{usage}}\n\n{{all-args}}",
            cli::usage(language)
        ))
        .subcommand_help_heading(cli::commands(language))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(help)
        .mut_args(|arg| {
            let heading = if arg.is_positional() {
                cli::arguments(language)
            } else {
                cli::options(language)
            };
            let words = words(language, arg.get_id().as_str());
            empty::wants_words(arg).help(words).help_heading(heading)
        });
    for name in under {
        command = command.mut_subcommand(name, |sub| dressed(language, sub, &path));
    }
    command
}

/// Says whether clap calls an argument so: `--kind <KIND>`, `<KIND>`, or `[KIND]` where none is wanted.
fn is_called(arg: &Arg, name: &str) -> bool {
    match (arg.get_long(), arg.get_value_names()) {
        (Some(long), _) => {
            let first = name.split([' ', '=', '[']).next().unwrap_or_default();
            first.strip_prefix("--") == Some(long)
        }
        (None, Some(values)) => {
            let first = name.trim_end_matches('.');
            let calls = |it| first == format!("<{it}>") || first == format!("[{it}]");
            values.iter().any(calls)
        }
        (None, None) => false,
    }
}

fn answer(language: Language, error: &clap::Error, path: &str, named: &Command) -> Answer {
    let told = || {
        // clap writes these three itself, whatever the template says.
        error
            .to_string()
            .replace("[OPTIONS]", cli::mark_options(language))
            .replace("[COMMAND]", cli::mark_command(language))
            .replace("<COMMAND>", cli::mark_command_needed(language))
    };
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(value)) => value.clone(),
        Some(ContextValue::Strings(values)) => values.join(" "),
        _ => String::new(),
    };
    let option = context(ContextKind::InvalidArg);
    let given = context(ContextKind::InvalidValue);
    let known = || {
        let mut all = named.get_arguments();
        let wrong = all.find(|it| is_called(it, &option))?;
        Some(words(language, wrong.get_id().as_str())).filter(|it| !it.is_empty())
    };
    let what = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            return Answer {
                words: told(),
                code: FINE,
            };
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return Answer {
                words: told(),
                code: BAD_INPUT,
            };
        }
        ErrorKind::UnknownArgument => cli::unknown_option(language, option),
        ErrorKind::InvalidSubcommand => {
            cli::unknown_command(language, context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => cli::argument_missing(language, option),
        ErrorKind::InvalidValue if given.is_empty() => cli::value_missing(language, option),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if option.starts_with("--lang") => {
            cli::language_unknown(language, given)
        }
        ErrorKind::ValueValidation if clean(&given).0.trim().is_empty() => {
            cli::value_empty(language, option.as_str(), known().unwrap_or_default())
        }
        ErrorKind::ValueValidation if option.ends_with("<DAY>") => {
            cli::day_wrong(language, given, option)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => match known() {
            Some(known) => cli::value_wrong_known(language, given, option.as_str(), known),
            None => cli::value_wrong(language, given, option),
        },
        ErrorKind::ArgumentConflict => {
            let other = context(ContextKind::PriorArg);
            if other == option {
                cli::option_twice(language, option)
            } else {
                cli::options_exclude(language, option, other)
            }
        }
        _ => cli::usage_wrong(language).to_owned(),
    };
    let words = format!(
        "{}\n{}\n",
        cli::error(language, what),
        cli::see_help(language, path)
    );
    Answer {
        words,
        code: BAD_INPUT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_named(command: &Command) {
        for arg in command.get_arguments() {
            let named = arg.get_help().map(ToString::to_string);
            assert!(named.is_some_and(|it| !it.is_empty()), "{arg}");
        }
        assert!(command.get_about().is_some(), "{}", command.get_name());
        command.get_subcommands().for_each(all_named);
    }

    #[test]
    fn every_command_and_argument_has_words_and_fits() {
        for language in Language::ALL {
            let command = dressed(language, Arguments::command(), "");
            all_named(&command);
            command.debug_assert();
        }
    }
}
