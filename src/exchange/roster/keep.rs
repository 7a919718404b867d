//! A list as it is kept until it is taken in: every row with what was mended of it so far.

use super::columns::{Column, Wording};
use super::draft::{Draft, DraftRow};
use super::fault::Cause;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Serialize, Deserialize)]
struct Kept {
    heads: BTreeMap<Column, String>,
    rows: Vec<KeptRow>,
    sure: BTreeSet<String>,
    wording: Wording,
    left_out: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct KeptRow {
    line: u64,
    cells: BTreeMap<Column, String>,
    doubt: Option<Doubt>,
    same: bool,
}

/// What can be wrong with a line as a whole.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Doubt {
    HalfRow { have: usize, need: usize },
    NoHeading,
    ShortLine { have: usize },
    LongLine { have: usize },
}

impl Doubt {
    const fn of(cause: &Cause) -> Option<Self> {
        Some(match cause {
            Cause::HalfRow { have, need } => Self::HalfRow {
                have: *have,
                need: *need,
            },
            Cause::NoHeading => Self::NoHeading,
            Cause::ShortLine { have } => Self::ShortLine { have: *have },
            Cause::LongLine { have } => Self::LongLine { have: *have },
            _ => return None,
        })
    }

    const fn cause(&self) -> Cause {
        match self {
            Self::HalfRow { have, need } => Cause::HalfRow {
                have: *have,
                need: *need,
            },
            Self::NoHeading => Cause::NoHeading,
            Self::ShortLine { have } => Cause::ShortLine { have: *have },
            Self::LongLine { have } => Cause::LongLine { have: *have },
        }
    }
}

impl Draft {
    /// Returns the list as it is kept.
    #[must_use]
    pub fn kept(&self) -> String {
        let row = |row: &DraftRow| KeptRow {
            line: row.line,
            cells: row.cells.clone(),
            doubt: row.doubt.as_ref().and_then(Doubt::of),
            same: row.same,
        };
        let kept = Kept {
            heads: self.heads.clone(),
            rows: self.rows.iter().map(row).collect(),
            sure: self.sure.clone(),
            wording: self.wording,
            left_out: self.left_out.clone(),
        };
        // Text and numbers alone: there is nothing in it that could not be written.
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// Reads a list as it was kept; `None` for what this program does not write.
    #[must_use]
    pub fn read_kept(text: &str) -> Option<Self> {
        let kept: Kept = serde_json::from_str(text).ok()?;
        let row = |row: KeptRow| DraftRow {
            line: row.line,
            cells: row.cells,
            doubt: row.doubt.as_ref().map(Doubt::cause),
            same: row.same,
        };
        Some(Self {
            heads: kept.heads,
            rows: kept.rows.into_iter().map(row).collect(),
            sure: kept.sure,
            wording: kept.wording,
            left_out: kept.left_out,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::Mending;
    use super::*;
    use crate::domain::World;

    #[test]
    fn a_list_is_read_as_it_was_kept() {
        let table = "村,姓名,职务,电话\n李家屯,周平\n李家屯,周平,委员,1,多\n王庄,周全,会计,1\n";
        let lines = "李家屯 周平 委员\n王庄 周全\n王庄 周 全 会 计\n";
        for text in [table, lines] {
            let world = World::default();
            let mut draft = Draft::read(text.as_bytes(), &world, Wording::Chinese).unwrap();
            assert!(draft.rows().iter().any(|row| row.doubt.is_some()));
            let first = draft.rows().first().unwrap().line;
            draft.keep_village(first);
            draft.lead(first);
            let last = draft.rows().last().unwrap().line;
            draft.accept(last, &Mending::Same);
            assert_eq!(Draft::read_kept(&draft.kept()), Some(draft));
        }
        for strange in ["", "{}", "李家屯", "[1]"] {
            assert_eq!(Draft::read_kept(strange), None);
        }
    }
}
