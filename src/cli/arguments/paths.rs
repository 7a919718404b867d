//! What may be asked of the villages' consent.

use super::day;
use chrono::NaiveDate;
use clap::{Args, Subcommand};

#[derive(Subcommand)]
pub(in crate::cli) enum Paths {
    List,
    Show {
        #[arg(id = "matter", value_name = "NUMBER")]
        number: String,
    },
    Reconsider {
        #[arg(id = "matter", value_name = "NUMBER")]
        number: String,
        #[arg(id = "anew-reason", value_name = "REASON")]
        reason: String,
        #[command(flatten)]
        met: Box<Anew>,
    },
}

/// What is said of a meeting that took up once more what was agreed to.
#[derive(Args)]
pub(in crate::cli) struct Anew {
    #[arg(id = "anew-village", long = "village", value_name = "NAME")]
    pub village: Option<String>,
    #[arg(id = "anew-step", long = "step", value_name = "N")]
    pub step: Option<usize>,
    #[arg(id = "anew-on", long = "on", value_name = "DAY", value_parser = day)]
    pub on: Option<NaiveDate>,
    #[arg(
        id = "anew-entitled",
        long = "entitled",
        value_name = "N",
        required_unless_present = "anew-result"
    )]
    pub entitled: Option<u32>,
    #[arg(
        id = "anew-present",
        long = "present",
        value_name = "N",
        required_unless_present = "anew-result"
    )]
    pub present: Option<u32>,
    #[arg(
        id = "anew-yes",
        long = "yes",
        value_name = "N",
        required_unless_present = "anew-result"
    )]
    pub yes: Option<u32>,
    #[arg(
        id = "anew-no",
        long = "no",
        value_name = "N",
        required_unless_present = "anew-result"
    )]
    pub no: Option<u32>,
    #[arg(
        id = "anew-abstain",
        long = "abstain",
        value_name = "N",
        default_value_t = 0,
        hide_default_value = true
    )]
    pub abstain: u32,
    #[arg(
        id = "anew-paper",
        long = "paper",
        value_name = "PAPER",
        required_unless_present = "anew-result"
    )]
    pub paper: Option<String>,
    // A step without a vote is agreed to or not.
    #[arg(id = "anew-result", long = "result", value_name = "RESULT", value_parser = ["agreed", "refused"], conflicts_with_all = ["anew-yes", "anew-no"])]
    pub result: Option<String>,
    #[arg(id = "anew-body", long = "body", value_name = "BODY")]
    pub body: Option<String>,
    #[arg(id = "anew-rule", long = "rule", value_name = "ID")]
    pub rule: Option<String>,
    #[arg(id = "anew-noticed", long = "noticed", value_name = "DAY", value_parser = day)]
    pub noticed: Option<NaiveDate>,
    #[arg(id = "anew-early", long = "reason", value_name = "REASON")]
    pub early: Option<String>,
    #[arg(id = "anew-households", long = "households", value_name = "CAME/ALL", value_parser = of_all)]
    pub households: Option<(u32, u32)>,
    #[arg(id = "anew-women", long = "women", value_name = "CAME/ALL", value_parser = of_all)]
    pub women: Option<(u32, u32)>,
}

impl Paths {
    /// Says whether it records something.
    pub const fn writes(&self) -> bool {
        matches!(self, Self::Reconsider { .. })
    }

    /// Returns its name, with that of the command above it.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::List => "paths-list",
            Self::Show { .. } => "paths-show",
            Self::Reconsider { .. } => "paths-reconsider",
        }
    }
}

/// Reads how many came, and how many there are.
fn of_all(text: &str) -> Result<(u32, u32), &'static str> {
    let parts = text.split_once(['/', '／']);
    let number = |it: &str| it.trim().parse::<u32>().ok();
    let read = parts.and_then(|(came, all)| Some((number(came)?, number(all)?)));
    read.ok_or("no number of a number")
}
