//! What may be asked of follow-ups on the command line.

use crate::cli::arguments::day;
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// What is said of a follow-up that is entered or changed.
#[derive(Args)]
pub(in crate::cli) struct Says {
    #[arg(id = "task-lead", long = "lead", value_name = "UNIT")]
    pub lead: Option<String>,
    #[arg(id = "task-person", long = "person", value_name = "PERSON")]
    pub person: Option<String>,
    #[arg(id = "task-owner", long = "owner", value_name = "NAME")]
    pub owner: Option<String>,
    #[arg(id = "task-village", long = "village", value_name = "NAME")]
    pub village: Option<String>,
    #[arg(id = "task-part", long = "part", value_name = "VILLAGE=WORDS")]
    pub parts: Vec<String>,
    #[arg(id = "task-signer", long = "signer", value_name = "LEADER")]
    pub signer: Option<String>,
    #[arg(id = "task-source", long = "source", value_name = "SOURCE")]
    pub source: Option<String>,
    #[arg(id = "task-matter", long = "matter", value_name = "NUMBER")]
    pub matter: Option<String>,
    #[arg(id = "task-due", long = "due", value_name = "DAY", value_parser = day)]
    pub due: Option<NaiveDate>,
}

#[derive(Subcommand)]
pub(in crate::cli) enum Tasks {
    List {
        #[arg(long)]
        closed: bool,
        #[arg(id = "tasks-village", long = "village", value_name = "NAME")]
        village: Option<String>,
    },
    Show {
        #[arg(id = "task", value_name = "TASK")]
        task: String,
    },
    Add {
        #[arg(id = "task-what", value_name = "WORDS")]
        what: String,
        #[command(flatten)]
        says: Box<Says>,
    },
    Edit {
        #[arg(id = "task", value_name = "TASK")]
        task: String,
        #[arg(id = "task-new-what", long = "what", value_name = "WORDS")]
        what: Option<String>,
        #[command(flatten)]
        says: Box<Says>,
    },
    Note {
        #[arg(id = "task", value_name = "TASK")]
        task: String,
        #[arg(id = "task-words", value_name = "WORDS")]
        words: String,
        #[arg(id = "evidence", long = "evidence", value_name = "WHERE")]
        evidence: Option<String>,
        #[arg(id = "task-on", long = "on", value_name = "DAY", value_parser = day)]
        on: Option<NaiveDate>,
    },
    Part {
        #[arg(id = "task", value_name = "TASK")]
        task: String,
        #[arg(id = "part-village", value_name = "VILLAGE")]
        village: String,
        #[arg(id = "part-note", long = "note", value_name = "WORDS", conflicts_with_all = ["part-done", "part-again"])]
        note: Option<String>,
        #[arg(id = "part-done", long = "done", conflicts_with = "part-again")]
        done: bool,
        #[arg(id = "part-again", long = "again", value_name = "REASON")]
        again: Option<String>,
        #[arg(id = "evidence", long = "evidence", value_name = "WHERE")]
        evidence: Option<String>,
        #[arg(id = "task-on", long = "on", value_name = "DAY", value_parser = day)]
        on: Option<NaiveDate>,
    },
    Move {
        #[arg(id = "task", value_name = "TASK")]
        task: String,
        #[arg(id = "new-due", long = "to", value_name = "DAY", value_parser = day)]
        to: NaiveDate,
        #[arg(id = "task-reason", long = "reason", value_name = "REASON")]
        reason: String,
    },
    Finish {
        #[arg(id = "task", value_name = "TASK")]
        task: String,
        #[arg(id = "task-note", long = "note", value_name = "WORDS")]
        note: Option<String>,
        #[arg(id = "evidence", long = "evidence", value_name = "WHERE")]
        evidence: Option<String>,
        // A sign-off is a name and a paper, never one of them.
        #[arg(
            id = "signed-by",
            long = "by",
            value_name = "LEADER",
            requires = "signed-paper"
        )]
        by: Option<String>,
        #[arg(
            id = "signed-paper",
            long = "paper",
            value_name = "PAPER",
            requires = "signed-by"
        )]
        paper: Option<String>,
        #[arg(id = "task-on", long = "on", value_name = "DAY", value_parser = day)]
        on: Option<NaiveDate>,
    },
    Sign {
        #[arg(id = "task", value_name = "TASK")]
        task: String,
        #[arg(id = "signed-by", long = "by", value_name = "LEADER")]
        by: String,
        #[arg(id = "signed-paper", long = "paper", value_name = "PAPER")]
        paper: String,
        #[arg(id = "task-on", long = "on", value_name = "DAY", value_parser = day)]
        on: Option<NaiveDate>,
    },
    Return {
        #[arg(id = "task", value_name = "TASK")]
        task: String,
        #[arg(id = "task-reason", long = "reason", value_name = "REASON")]
        reason: String,
    },
    Rate {
        #[arg(id = "task", value_name = "TASK")]
        task: String,
        #[arg(id = "rate-satisfied", value_name = "SATISFIED")]
        satisfied: u32,
        #[arg(id = "rate-fairly", value_name = "FAIRLY")]
        fairly: u32,
        #[arg(id = "rate-not", value_name = "NOT")]
        not: u32,
    },
    Suspend {
        #[arg(id = "task", value_name = "TASK")]
        task: String,
        #[arg(id = "task-reason", long = "reason", value_name = "REASON")]
        reason: String,
    },
    Resume {
        #[arg(id = "task", value_name = "TASK")]
        task: String,
        #[arg(id = "new-due", long = "to", value_name = "DAY", value_parser = day)]
        to: Option<NaiveDate>,
    },
    Drop {
        #[arg(id = "task", value_name = "TASK")]
        task: String,
        #[arg(id = "task-reason", long = "reason", value_name = "REASON")]
        reason: String,
    },
    Reopen {
        #[arg(id = "task", value_name = "TASK")]
        task: String,
        #[arg(id = "new-due", long = "to", value_name = "DAY", value_parser = day)]
        to: NaiveDate,
        #[arg(id = "task-reason", long = "reason", value_name = "REASON")]
        reason: String,
        #[arg(id = "reopen-part", long = "part", value_name = "VILLAGE")]
        parts: Vec<String>,
    },
    Remind {
        #[arg(id = "task", value_name = "TASK", required = true)]
        tasks: Vec<String>,
        #[arg(id = "remind-to", long = "to", value_name = "WHOM")]
        to: Option<String>,
        #[arg(id = "task-on", long = "on", value_name = "DAY", value_parser = day)]
        on: Option<NaiveDate>,
    },
    Slip {
        #[arg(id = "slip-number", value_name = "NUMBER")]
        number: String,
        #[arg(long)]
        text: bool,
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
}

impl Tasks {
    /// Says whether it changes anything.
    pub const fn writes(&self) -> bool {
        !matches!(
            self,
            Self::List { .. } | Self::Show { .. } | Self::Slip { .. }
        )
    }

    /// Returns the name of the subcommand.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::List { .. } => "tasks-list",
            Self::Show { .. } => "tasks-show",
            Self::Add { .. } => "tasks-add",
            Self::Edit { .. } => "tasks-edit",
            Self::Note { .. } => "tasks-note",
            Self::Part { .. } => "tasks-part",
            Self::Move { .. } => "tasks-move",
            Self::Finish { .. } => "tasks-finish",
            Self::Sign { .. } => "tasks-sign",
            Self::Return { .. } => "tasks-return",
            Self::Rate { .. } => "tasks-rate",
            Self::Suspend { .. } => "tasks-suspend",
            Self::Resume { .. } => "tasks-resume",
            Self::Drop { .. } => "tasks-drop",
            Self::Reopen { .. } => "tasks-reopen",
            Self::Remind { .. } => "tasks-remind",
            Self::Slip { .. } => "tasks-slip",
        }
    }
}
