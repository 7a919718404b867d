//! The words of a roster file: its columns, and what may stand in them. The only place that has them.

use crate::domain::roster::Capacity;
use crate::domain::text::Line;
use serde::{Deserialize, Serialize};

/// The language of a file that is written; any mixture is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wording {
    /// Chinese.
    Chinese,
    /// English.
    English,
}

impl Wording {
    /// Returns the word for a capacity.
    #[must_use]
    pub const fn capacity(self, capacity: Capacity) -> &'static str {
        match (capacity, self) {
            (Capacity::Voting, Self::Chinese) => "出席",
            (Capacity::Voting, Self::English) => "voting",
            (Capacity::Observer, Self::Chinese) => "列席",
            (Capacity::Observer, Self::English) => "observer",
        }
    }

    /// Returns the word for yes or no.
    #[must_use]
    pub const fn answer(self, answer: bool) -> &'static str {
        match (answer, self) {
            (true, Self::Chinese) => "是",
            (true, Self::English) => "yes",
            (false, Self::Chinese) => "否",
            (false, Self::English) => "no",
        }
    }

    /// Returns the word that stands in the village column of an area-wide seat.
    #[must_use]
    pub const fn area(self) -> &'static str {
        match self {
            Self::Chinese => "片区",
            Self::English => "area",
        }
    }
}

/// A column of a roster file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// The village a seat stands for; empty for an area-wide seat.
    Village,
    /// Who holds the seat.
    Name,
    /// The role, as it is printed.
    Role,
    /// 出席 or 列席.
    Capacity,
    /// The first day.
    From,
    /// The last day.
    To,
    /// Whether the person is counted for this seat's village.
    Counts,
    /// Whether the village is the lead village.
    Lead,
    /// The day the village joined the committee.
    Joined,
    /// The day the village left the committee.
    Left,
    /// What tells two people of one name apart.
    Ref,
}

impl Column {
    /// Every column, in the order in which they are written.
    pub const ALL: [Self; 11] = [
        Self::Village,
        Self::Name,
        Self::Role,
        Self::Capacity,
        Self::From,
        Self::To,
        Self::Counts,
        Self::Lead,
        Self::Joined,
        Self::Left,
        Self::Ref,
    ];

    /// The columns no file goes without.
    pub const REQUIRED: [Self; 3] = [Self::Village, Self::Name, Self::Role];

    /// Returns the heading that is written.
    #[must_use]
    pub const fn heading(self, wording: Wording) -> &'static str {
        let (chinese, english) = match self {
            Self::Village => ("村", "village"),
            Self::Name => ("姓名", "name"),
            Self::Role => ("职务", "role"),
            Self::Capacity => ("席位", "seat"),
            Self::From => ("起", "from"),
            Self::To => ("止", "to"),
            Self::Counts => ("计入", "counts"),
            Self::Lead => ("领建村", "lead"),
            Self::Joined => ("村加入", "joined"),
            Self::Left => ("村退出", "left"),
            Self::Ref => ("编号", "ref"),
        };
        match wording {
            Wording::Chinese => chinese,
            Wording::English => english,
        }
    }

    /// Returns the column of a heading, in either language, full-width or not.
    #[must_use]
    pub fn of(heading: &str) -> Option<Self> {
        let key = key(heading);
        if key == "capacity" {
            return Some(Self::Capacity);
        }
        Self::ALL.into_iter().find(|column| {
            key == column.heading(Wording::Chinese) || key == column.heading(Wording::English)
        })
    }
}

/// Reads a capacity.
pub(super) fn capacity_of(text: &str) -> Option<Capacity> {
    let key = key(text);
    [Capacity::Voting, Capacity::Observer]
        .into_iter()
        .find(|capacity| {
            key == Wording::Chinese.capacity(*capacity)
                || key == Wording::English.capacity(*capacity)
        })
}

/// Reads yes or no.
pub(super) fn answer_of(text: &str) -> Option<bool> {
    match key(text).as_str() {
        "是" | "√" | "✓" | "yes" | "y" | "true" | "1" => Some(true),
        "否" | "×" | "no" | "n" | "false" | "0" => Some(false),
        _ => None,
    }
}

/// Says whether a key is a word for the whole area.
pub(super) fn is_area(key: &str) -> bool {
    key == Wording::Chinese.area() || key == Wording::English.area()
}

/// What a file may use in the place of the comma and must not.
pub(super) const OTHER_SEPARATORS: [char; 5] = [';', '\t', '，', '；', '|'];

/// What parts the cells of a line that somebody typed.
pub(super) const TYPED_SEPARATORS: [char; 7] = [',', '，', '、', ';', '；', '|', '｜'];

/// What may stand behind the number of a line that somebody numbered.
pub(super) const AFTER_A_NUMBER: [char; 6] = ['.', '、', '．', ')', '）', ' '];

/// What tells two villages apart though everything else in their names is the same.
pub(super) const TELLS_APART: &str =
    "东西南北中上下前后左右大小新老内外一二三四五六七八九十甲乙丙丁";

/// Returns the rows of the template. Their names say that they are invented.
#[must_use]
pub(super) const fn examples(wording: Wording) -> [[&'static str; 11]; 3] {
    match wording {
        Wording::Chinese => [
            [
                "示例一村",
                "示例甲",
                "书记",
                "出席",
                "2026-01-01",
                "",
                "",
                "是",
                "",
                "",
                "",
            ],
            [
                "示例二村",
                "示例乙",
                "委员",
                "出席",
                "2026-01-01",
                "2028-12-31",
                "",
                "否",
                "2026-01-01",
                "",
                "",
            ],
            [
                "片区",
                "示例丙",
                "法律顾问",
                "列席",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
            ],
        ],
        Wording::English => [
            [
                "Example Village One",
                "Example Person A",
                "secretary",
                "voting",
                "2026-01-01",
                "",
                "",
                "yes",
                "",
                "",
                "",
            ],
            [
                "Example Village Two",
                "Example Person B",
                "member",
                "voting",
                "2026-01-01",
                "2028-12-31",
                "",
                "no",
                "2026-01-01",
                "",
                "",
            ],
            [
                "area",
                "Example Person C",
                "legal adviser",
                "observer",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
            ],
        ],
    }
}

fn key(text: &str) -> String {
    Line::new(text).map(|line| line.key()).unwrap_or_default()
}
