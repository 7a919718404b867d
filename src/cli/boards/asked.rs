//! What may be asked of the boards on the command line.

use crate::cli::arguments::day;
use chrono::NaiveDate;
use clap::{Args, Subcommand};

/// Which posting is meant.
#[derive(Args)]
pub(in crate::cli) struct Which {
    #[arg(id = "posting", value_name = "POSTING")]
    pub posting: String,
    #[arg(id = "posting-board", long = "board", value_name = "BOARD")]
    pub board: Option<String>,
}

/// The words of a text for boards.
#[derive(Args)]
pub(in crate::cli) struct Words {
    #[arg(id = "posting-title", long = "title", value_name = "TITLE")]
    pub title: Option<String>,
    #[arg(id = "posting-text", long = "text", value_name = "WORDS")]
    pub text: Option<String>,
    #[arg(id = "posting-basis", long = "basis", value_name = "CLAUSE")]
    pub basis: Option<String>,
    #[arg(id = "posting-hide", long = "hide", value_name = "NAME")]
    pub hide: Vec<String>,
}

/// What is said of a text for boards.
#[derive(Args)]
pub(in crate::cli) struct Says {
    #[command(flatten)]
    pub words: Words,
    #[arg(id = "posting-kind", long = "kind", value_name = "KIND")]
    pub kind: Option<String>,
    #[arg(id = "posting-affairs", long = "affairs", value_name = "AFFAIRS")]
    pub affairs: Option<String>,
    #[arg(id = "posting-boards", long = "board", value_name = "BOARD")]
    pub boards: Vec<String>,
    #[arg(id = "posting-result", long = "result", requires = "posting-matter")]
    pub result: bool,
    #[arg(id = "posting-overdue", long = "overdue", requires_all = ["posting-affairs", "posting-boards"], conflicts_with = "posting-matter")]
    pub overdue: bool,
}

#[derive(Subcommand)]
pub(in crate::cli) enum Boards {
    List,
    Today,
    Show {
        #[command(flatten)]
        which: Which,
    },
    Draft {
        #[arg(id = "posting-matter", value_name = "NUMBER")]
        matter: Option<String>,
        #[command(flatten)]
        says: Box<Says>,
    },
    Word {
        #[command(flatten)]
        which: Which,
        #[arg(id = "posting-all", long = "all")]
        all: bool,
        #[command(flatten)]
        words: Box<Words>,
        #[arg(id = "wording-reason", long = "reason", value_name = "REASON")]
        reason: Option<String>,
    },
    Post {
        #[command(flatten)]
        which: Which,
        #[arg(id = "posting-all", long = "all")]
        all: bool,
        #[arg(id = "posting-on", long = "on", value_name = "DAY", value_parser = day)]
        on: Option<NaiveDate>,
    },
    Photo {
        #[command(flatten)]
        which: Which,
        #[arg(id = "posting-photo", value_name = "WHERE")]
        photo: String,
        #[arg(id = "posting-on", long = "on", value_name = "DAY", value_parser = day)]
        on: Option<NaiveDate>,
    },
    Move {
        #[command(flatten)]
        which: Which,
        #[arg(id = "posting-all", long = "all")]
        all: bool,
        #[arg(id = "last-day", long = "to", value_name = "DAY", value_parser = day)]
        to: NaiveDate,
        #[arg(id = "move-reason", long = "reason", value_name = "REASON")]
        reason: String,
    },
    Redate {
        #[command(flatten)]
        which: Which,
        #[arg(id = "posting-all", long = "all")]
        all: bool,
        #[arg(id = "right-day", long = "to", value_name = "DAY", value_parser = day)]
        to: NaiveDate,
        #[arg(id = "redate-reason", long = "reason", value_name = "REASON")]
        reason: String,
    },
    TakeDown {
        #[command(flatten)]
        which: Which,
        #[arg(id = "posting-all", long = "all")]
        all: bool,
        #[arg(id = "posting-reason", long = "reason", value_name = "REASON")]
        reason: Option<String>,
        #[arg(id = "posting-on", long = "on", value_name = "DAY", value_parser = day)]
        on: Option<NaiveDate>,
    },
    Object {
        #[command(flatten)]
        which: Which,
        #[arg(id = "objection", value_name = "WORDS")]
        words: String,
        #[arg(id = "objector", long = "who", value_name = "NAME")]
        who: Option<String>,
        #[arg(id = "posting-on", long = "on", value_name = "DAY", value_parser = day)]
        on: Option<NaiveDate>,
    },
    Answer {
        #[command(flatten)]
        which: Which,
        #[arg(id = "objection-number", value_name = "NUMBER")]
        number: u32,
        #[arg(id = "objection-reply", value_name = "WORDS")]
        words: String,
        #[arg(id = "posting-on", long = "on", value_name = "DAY", value_parser = day)]
        on: Option<NaiveDate>,
    },
    Refer {
        #[command(flatten)]
        which: Which,
        #[arg(id = "objection-number", value_name = "NUMBER")]
        number: u32,
        #[arg(id = "posting-on", long = "on", value_name = "DAY", value_parser = day)]
        on: Option<NaiveDate>,
    },
    Drop {
        #[command(flatten)]
        which: Which,
        #[arg(id = "posting-all", long = "all")]
        all: bool,
        #[arg(id = "drop-reason", long = "reason", value_name = "REASON")]
        reason: String,
    },
    Contact {
        #[arg(id = "contact-place", long = "place", value_name = "WHERE")]
        place: Option<String>,
        #[arg(id = "contact-phone", long = "phone", value_name = "NUMBER")]
        phone: Option<String>,
    },
}

impl Boards {
    /// Says whether it records something.
    pub const fn writes(&self) -> bool {
        !matches!(self, Self::List | Self::Today | Self::Show { .. })
    }

    /// Returns the name of the subcommand.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::List => "boards-list",
            Self::Today => "boards-today",
            Self::Show { .. } => "boards-show",
            Self::Draft { .. } => "boards-draft",
            Self::Word { .. } => "boards-word",
            Self::Post { .. } => "boards-post",
            Self::Photo { .. } => "boards-photo",
            Self::Move { .. } => "boards-move",
            Self::Redate { .. } => "boards-redate",
            Self::TakeDown { .. } => "boards-take-down",
            Self::Object { .. } => "boards-object",
            Self::Answer { .. } => "boards-answer",
            Self::Refer { .. } => "boards-refer",
            Self::Drop { .. } => "boards-drop",
            Self::Contact { .. } => "boards-contact",
        }
    }
}
