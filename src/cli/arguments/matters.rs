//! What may be asked of matters.

use super::{Answers, day};
use chrono::NaiveDate;
use clap::Subcommand;
use std::path::PathBuf;

#[derive(Subcommand)]
pub(in crate::cli) enum Matters {
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
        #[command(flatten)]
        answers: Box<Answers>,
        #[arg(long)]
        collect: bool,
    },
    Mend {
        #[arg(id = "matter", value_name = "NUMBER")]
        matter: String,
        #[arg(id = "matter-new-title", long = "title", value_name = "TITLE")]
        title: Option<String>,
        #[command(flatten)]
        answers: Box<Answers>,
    },
    Split {
        #[arg(id = "matter", value_name = "NUMBER")]
        matter: String,
        #[arg(id = "matter-title", value_name = "TITLE")]
        title: String,
        #[command(flatten)]
        answers: Box<Answers>,
    },
    Screen {
        #[arg(id = "matter", value_name = "NUMBER")]
        matter: String,
        #[arg(id = "screening-reason", long = "reason", value_name = "WORDS")]
        reason: Option<String>,
    },
    Opinion {
        #[arg(id = "matter", value_name = "NUMBER")]
        matter: String,
        #[arg(id = "opinion-by", long = "by", value_name = "NAME")]
        by: String,
        #[arg(id = "opinion-on", long = "on", value_name = "DAY", value_parser = day)]
        on: Option<NaiveDate>,
        #[arg(id = "opinion-paper", long = "paper", value_name = "NUMBER")]
        paper: String,
        #[arg(id = "opinion-says", long = "says", value_name = "WORDS")]
        says: Option<String>,
    },
    Agenda {
        #[arg(id = "matter", value_name = "NUMBER")]
        matter: String,
        #[arg(value_name = "SESSION")]
        session: String,
        #[arg(id = "late-reason", long = "reason", value_name = "WORDS")]
        reason: Option<String>,
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
        #[arg(id = "file-reason", long = "reason", value_name = "REASON")]
        reason: Option<String>,
        #[arg(id = "file-yes", long = "yes")]
        yes: bool,
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
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::List { .. } => "matters-list",
            Self::Show { .. } => "matters-show",
            Self::Form { .. } => "matters-form",
            Self::Receive { .. } => "matters-receive",
            Self::Mend { .. } => "matters-mend",
            Self::Split { .. } => "matters-split",
            Self::Screen { .. } => "matters-screen",
            Self::Opinion { .. } => "matters-opinion",
            Self::Agenda { .. } => "matters-agenda",
            Self::SendBack { .. } => "matters-send-back",
            Self::Merge { .. } => "matters-merge",
            Self::Withdraw { .. } => "matters-withdraw",
            Self::Reopen { .. } => "matters-reopen",
            Self::File { .. } => "matters-file",
        }
    }
}
