//! What may be asked of follow-ups on the command line.

use chrono::NaiveDate;
use clap::Subcommand;
use std::path::PathBuf;

#[derive(Subcommand)]
pub(in crate::cli) enum Tasks {
    List {
        #[arg(id = "tasks-all", long = "all")]
        all: bool,
        #[arg(id = "tasks-village", long = "village", value_name = "NAME")]
        village: Option<String>,
    },
    Show {
        #[arg(id = "task", value_name = "TASK")]
        task: String,
    },
    Note {
        #[arg(id = "task", value_name = "TASK")]
        task: String,
        #[arg(id = "task-words", value_name = "WORDS")]
        words: String,
        #[arg(id = "evidence", long = "evidence", value_name = "WHERE")]
        evidence: Option<String>,
        #[arg(id = "task-on", long = "on", value_name = "DAY")]
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
        #[arg(id = "task-on", long = "on", value_name = "DAY")]
        on: Option<NaiveDate>,
    },
    Move {
        #[arg(id = "task", value_name = "TASK")]
        task: String,
        #[arg(id = "new-due", long = "to", value_name = "DAY")]
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
        #[arg(id = "task-on", long = "on", value_name = "DAY")]
        on: Option<NaiveDate>,
    },
    Sign {
        #[arg(id = "task", value_name = "TASK")]
        task: String,
        #[arg(id = "signed-by", long = "by", value_name = "LEADER")]
        by: String,
        #[arg(id = "signed-paper", long = "paper", value_name = "PAPER")]
        paper: String,
        #[arg(id = "task-on", long = "on", value_name = "DAY")]
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
        #[arg(id = "new-due", long = "to", value_name = "DAY")]
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
        #[arg(id = "new-due", long = "to", value_name = "DAY")]
        to: NaiveDate,
        #[arg(id = "task-reason", long = "reason", value_name = "REASON")]
        reason: String,
    },
    Remind {
        #[arg(id = "task", value_name = "TASK", required = true)]
        tasks: Vec<String>,
        #[arg(id = "remind-to", long = "to", value_name = "WHOM")]
        to: Option<String>,
        #[arg(id = "task-on", long = "on", value_name = "DAY")]
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
