//! lianxi
#![forbid(unsafe_code)]

use clap::{Parser, Subcommand};
use lianxi::cli;
use std::io::{stderr, stdout};
use std::path::PathBuf;
use std::process::ExitCode;

/// The desk of a joint session.
#[derive(Parser)]
#[command(name = "lianxi", version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Counts the votes of Popolo documents and compares with what was published.
    Tally {
        /// The rule to count by.
        #[arg(long, value_name = "ID", default_value = cli::tally::DEFAULT_RULE)]
        rule: String,
        /// The documents.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Some(Command::Tally { rule, files }) => ExitCode::from(cli::tally::tally(
            &rule,
            &files,
            &mut stdout().lock(),
            &mut stderr().lock(),
        )),
        None => ExitCode::SUCCESS,
    }
}
