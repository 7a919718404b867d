//! What may be asked for on the command line, and clap's own sentences in the user's language.

use super::tasks::Tasks;
use super::{BAD_INPUT, FINE, tally};
use crate::domain::matter::intake::Fen;
use crate::domain::register::{LedgerKind, Period, money};
use crate::i18n::{
    Language, backup as backups, board_cli, cli, cli_ledgers as ledgers, doctor, encrypted,
    matter_cli, path_screen, rule_file, salvage, task_cli,
};
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
        #[arg(long, value_name = "DAY")]
        on: Option<NaiveDate>,
        #[arg(id = "villages", long = "village", value_name = "NAME")]
        villages: Vec<String>,
        #[arg(long, value_name = "NAME")]
        person: Option<String>,
        #[arg(long, value_name = "YUAN", value_parser = yuan)]
        amount: Option<Fen>,
        #[arg(long, value_name = "N")]
        number: Option<u64>,
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
        #[arg(long, value_name = "DAY")]
        from: Option<NaiveDate>,
    },
    Schema,
}

#[derive(Subcommand)]
pub(super) enum Boards {
    List,
    Today,
}

#[derive(Subcommand)]
pub(super) enum Paths {
    List,
    Show {
        #[arg(id = "matter", value_name = "NUMBER")]
        number: String,
    },
}

#[derive(Subcommand)]
pub(super) enum Matters {
    List {
        #[arg(long)]
        closed: bool,
    },
    Show {
        #[arg(id = "matter", value_name = "NUMBER")]
        matter: String,
    },
    Form {
        #[arg(id = "matter", value_name = "NUMBER")]
        matter: String,
        #[arg(long)]
        text: bool,
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    Receive {
        #[arg(id = "matter-title", value_name = "TITLE")]
        title: String,
        #[arg(id = "matter-village", long = "village", value_name = "NAME")]
        villages: Vec<String>,
        #[arg(
            id = "matter-kind",
            long = "kind",
            value_name = "KIND",
            default_value = "project",
            hide_default_value = true
        )]
        kind: String,
        #[arg(
            id = "matter-origin",
            long = "origin",
            value_name = "ORIGIN",
            default_value = "residents",
            hide_default_value = true
        )]
        origin: String,
        #[arg(id = "matter-amount", long = "amount", value_name = "YUAN")]
        amount: Option<String>,
        #[arg(id = "matter-touches", long = "touches", value_name = "WHAT")]
        touches: Vec<String>,
        #[arg(long)]
        committee_building: bool,
        #[arg(long)]
        livelihood: bool,
        #[arg(long)]
        major: bool,
        #[arg(long)]
        urgent: bool,
        #[arg(id = "matter-secrecy", long = "secrecy", value_name = "LEVEL")]
        secrecy: Option<String>,
        #[arg(long)]
        collect: bool,
    },
    Screen {
        #[arg(id = "matter", value_name = "NUMBER")]
        matter: String,
        #[arg(id = "screening-reason", long = "reason", value_name = "WORDS")]
        reason: Option<String>,
    },
    Agenda {
        #[arg(id = "matter", value_name = "NUMBER")]
        matter: String,
        #[arg(value_name = "SESSION")]
        session: String,
    },
    SendBack {
        #[arg(id = "matter", value_name = "NUMBER")]
        matter: String,
        #[arg(id = "matter-reason", value_name = "REASON")]
        reason: String,
    },
    Merge {
        #[arg(id = "matter", value_name = "NUMBER")]
        matter: String,
        #[arg(id = "matter-into", value_name = "INTO")]
        into: String,
        #[arg(id = "matter-reason", value_name = "REASON")]
        reason: String,
    },
    Withdraw {
        #[arg(id = "matter", value_name = "NUMBER")]
        matter: String,
        #[arg(id = "matter-reason", value_name = "REASON")]
        reason: String,
    },
    Reopen {
        #[arg(id = "matter", value_name = "NUMBER")]
        matter: String,
        #[arg(id = "matter-reason", value_name = "REASON")]
        reason: String,
    },
    File {
        #[arg(id = "matter", value_name = "NUMBER")]
        matter: String,
    },
}

impl Matters {
    /// Says whether it records something.
    pub const fn writes(&self) -> bool {
        !matches!(
            self,
            Self::List { .. } | Self::Show { .. } | Self::Form { .. }
        )
    }

    /// Returns its name, with that of the command above it.
    const fn name(&self) -> &'static str {
        match self {
            Self::List { .. } => "matters-list",
            Self::Show { .. } => "matters-show",
            Self::Form { .. } => "matters-form",
            Self::Receive { .. } => "matters-receive",
            Self::Screen { .. } => "matters-screen",
            Self::Agenda { .. } => "matters-agenda",
            Self::SendBack { .. } => "matters-send-back",
            Self::Merge { .. } => "matters-merge",
            Self::Withdraw { .. } => "matters-withdraw",
            Self::Reopen { .. } => "matters-reopen",
            Self::File { .. } => "matters-file",
        }
    }
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
    /// Returns the name of the subcommand, as it is written.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Tally { .. } => "tally",
            Self::Record { .. } => "record",
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
            Self::Boards(Boards::List) => "boards-list",
            Self::Boards(Boards::Today) => "boards-today",
            Self::Paths(Paths::List) => "paths-list",
            Self::Paths(Paths::Show { .. }) => "paths-show",
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
    let command = dressed(language, Arguments::command(), "").arg(
        Arg::new("version")
            .short('V')
            .long("version")
            .action(ArgAction::Version)
            .help(cli::option_version(language))
            .help_heading(cli::options(language)),
    );
    command
        .try_get_matches_from(arguments)
        .and_then(|matches| Arguments::from_arg_matches(&matches))
        .map_err(|error| answer(language, &error))
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
            arg.help(words).help_heading(heading)
        });
    for name in under {
        command = command.mut_subcommand(name, |sub| dressed(language, sub, &path));
    }
    command
}

fn about(language: Language, path: &str) -> &'static str {
    match path.trim_start() {
        "lianxi tally" => cli::about_tally(language),
        "lianxi record" => cli::about_record(language),
        "lianxi verify" => cli::about_verify(language),
        "lianxi resume" => cli::about_resume(language),
        "lianxi backup" => backups::about(language),
        "lianxi restore" => backups::about_restore(language),
        "lianxi rules" => rule_file::about(language),
        "lianxi rules list" => rule_file::about_list(language),
        "lianxi rules show" => rule_file::about_show(language),
        "lianxi rules check" => rule_file::about_check(language),
        "lianxi rules export" => rule_file::about_export(language),
        "lianxi rules import" => rule_file::about_import(language),
        "lianxi rules schema" => rule_file::about_schema(language),
        "lianxi ledgers" => ledgers::about_ledgers(language),
        "lianxi ledgers list" => ledgers::about_list(language),
        "lianxi ledgers kinds" => ledgers::about_kinds(language),
        "lianxi ledgers add" => ledgers::about_add(language),
        "lianxi report" => ledgers::about_report(language),
        "lianxi tasks" => task_cli::about(language),
        "lianxi tasks list" => task_cli::about_list(language),
        "lianxi tasks show" => task_cli::about_show(language),
        "lianxi tasks note" => task_cli::about_note(language),
        "lianxi tasks part" => task_cli::about_part(language),
        "lianxi tasks move" => task_cli::about_move(language),
        "lianxi tasks finish" => task_cli::about_finish(language),
        "lianxi tasks sign" => task_cli::about_sign(language),
        "lianxi tasks return" => task_cli::about_return(language),
        "lianxi tasks rate" => task_cli::about_rate(language),
        "lianxi tasks suspend" => task_cli::about_suspend(language),
        "lianxi tasks resume" => task_cli::about_resume(language),
        "lianxi tasks drop" => task_cli::about_drop(language),
        "lianxi tasks reopen" => task_cli::about_reopen(language),
        "lianxi tasks remind" => task_cli::about_remind(language),
        "lianxi tasks slip" => task_cli::about_slip(language),
        "lianxi boards" => board_cli::about(language),
        "lianxi boards list" => board_cli::about_list(language),
        "lianxi boards today" => board_cli::about_today(language),
        "lianxi paths" => path_screen::about_command(language),
        "lianxi paths list" => path_screen::about_list(language),
        "lianxi paths show" => path_screen::about_show(language),
        "lianxi matters" => matter_cli::about(language),
        "lianxi matters list" => matter_cli::about_list(language),
        "lianxi matters show" => matter_cli::about_show(language),
        "lianxi matters form" => matter_cli::about_form(language),
        "lianxi matters receive" => matter_cli::about_receive(language),
        "lianxi matters screen" => matter_cli::about_screen(language),
        "lianxi matters agenda" => matter_cli::about_agenda(language),
        "lianxi matters send-back" => matter_cli::about_send_back(language),
        "lianxi matters merge" => matter_cli::about_merge(language),
        "lianxi matters withdraw" => matter_cli::about_withdraw(language),
        "lianxi matters reopen" => matter_cli::about_reopen(language),
        "lianxi matters file" => matter_cli::about_file(language),
        "lianxi import" => cli::about_import(language),
        "lianxi import popolo" => cli::about_import_popolo(language),
        "lianxi import roster" => cli::about_import_roster(language),
        "lianxi export" => cli::about_export(language),
        "lianxi export journal" => salvage::about_journal(language),
        "lianxi doctor" => doctor::about(language),
        "lianxi salvage" => salvage::about_salvage(language),
        "lianxi export roster" => cli::about_export_roster(language),
        _ => cli::about(language),
    }
}

fn words(language: Language, argument: &str) -> String {
    match argument {
        "committee" => cli::option_committee(language).to_owned(),
        "read_only" => salvage::option_read_only(language).to_owned(),
        "damaged" => salvage::argument_damaged(language).to_owned(),
        "new-file" => salvage::option_new_file(language).to_owned(),
        "lang" => cli::option_language(language).to_owned(),
        "help" => cli::option_help(language).to_owned(),
        "rule" => cli::option_rule(language, tally::DEFAULT_RULE),
        "counted-by" => rule_file::option_rule(language, tally::DEFAULT_RULE),
        "rule-id" => rule_file::argument_id(language).to_owned(),
        "rule-file" => rule_file::argument_file(language).to_owned(),
        "from" => rule_file::option_from(language).to_owned(),
        "documents" => cli::argument_documents(language).to_owned(),
        "session" => cli::argument_session(language).to_owned(),
        "text" => cli::option_text(language).to_owned(),
        "output" => cli::option_output(language).to_owned(),
        "task" => task_cli::argument_task(language).to_owned(),
        "tasks-all" => task_cli::option_all(language).to_owned(),
        "tasks-village" => task_cli::option_village(language).to_owned(),
        "task-words" => task_cli::argument_words(language).to_owned(),
        "part-village" => task_cli::argument_village(language).to_owned(),
        "task-on" => task_cli::option_on(language).to_owned(),
        "part-note" => task_cli::option_part_note(language).to_owned(),
        "part-done" => task_cli::option_part_done(language).to_owned(),
        "part-again" => task_cli::option_part_again(language).to_owned(),
        "evidence" => task_cli::option_evidence(language).to_owned(),
        "new-due" => task_cli::option_to(language).to_owned(),
        "task-reason" => task_cli::option_reason(language).to_owned(),
        "task-note" => task_cli::option_note(language).to_owned(),
        "signed-by" => task_cli::option_by(language).to_owned(),
        "signed-paper" => task_cli::option_paper(language).to_owned(),
        "rate-satisfied" => task_cli::argument_satisfied(language).to_owned(),
        "rate-fairly" => task_cli::argument_fairly(language).to_owned(),
        "rate-not" => task_cli::argument_not(language).to_owned(),
        "remind-to" => task_cli::option_remind_to(language).to_owned(),
        "slip-number" => task_cli::argument_slip(language).to_owned(),
        "closed" => matter_cli::option_closed(language).to_owned(),
        "matter" => matter_cli::argument_matter(language).to_owned(),
        "matter-title" => matter_cli::argument_title(language).to_owned(),
        "matter-village" => matter_cli::option_villages(language).to_owned(),
        "matter-kind" => matter_cli::option_kind(language).to_owned(),
        "matter-origin" => matter_cli::option_origin(language).to_owned(),
        "matter-amount" => matter_cli::option_amount(language).to_owned(),
        "matter-touches" => matter_cli::option_touches(language).to_owned(),
        "matter-secrecy" => matter_cli::option_secrecy(language).to_owned(),
        "matter-reason" => matter_cli::argument_reason(language).to_owned(),
        "matter-into" => matter_cli::argument_into(language).to_owned(),
        "screening-reason" => matter_cli::option_reason(language).to_owned(),
        "committee_building" => matter_cli::option_committee_building(language).to_owned(),
        "livelihood" => matter_cli::option_livelihood(language).to_owned(),
        "major" => matter_cli::option_major(language).to_owned(),
        "urgent" => matter_cli::option_urgent(language).to_owned(),
        "collect" => matter_cli::option_collect(language).to_owned(),
        "yes" => cli::option_yes(language).to_owned(),
        "template" => cli::option_template(language).to_owned(),
        "file" => cli::argument_roster(language).to_owned(),
        "of-ledger" => ledgers::argument_kind(language).to_owned(),
        "what" => ledgers::argument_what(language).to_owned(),
        "period" => ledgers::option_period(language).to_owned(),
        "village" => ledgers::option_village(language).to_owned(),
        "villages" => ledgers::option_villages(language).to_owned(),
        "format" => ledgers::option_format(language).to_owned(),
        "new-table" => ledgers::option_to(language).to_owned(),
        "on" => ledgers::option_on(language).to_owned(),
        "person" => ledgers::option_person(language).to_owned(),
        "amount" => ledgers::option_amount(language).to_owned(),
        "number" => ledgers::option_number(language).to_owned(),
        "note" => ledgers::option_note(language).to_owned(),
        "to" => backups::option_to(language).to_owned(),
        "backup" => backups::argument_file(language).to_owned(),
        "encrypt" => encrypted::option_encrypt(language).to_owned(),
        "looked-at" => encrypted::argument_looked_at(language).to_owned(),
        _ => String::new(),
    }
}

fn answer(language: Language, error: &clap::Error) -> Answer {
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
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            cli::value_wrong(language, given, option)
        }
        _ => cli::usage_wrong(language).to_owned(),
    };
    let words = format!(
        "{}\n{}\n",
        cli::error(language, what),
        cli::see_help(language)
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
