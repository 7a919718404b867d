//! More on the ballot than for and against: one of several, or people for seats.
//!
//! By a show of hands or by ballots only numbers are kept, by name what each took; each contender is held against the rule's
//! threshold by itself, and whoever reaches it is taken, most votes first (`domain.md` §2.2).

mod count;
mod draft;
mod judge;
mod named;
mod refused;
mod rounds;
pub mod strokes;

pub use count::{SlateCount, counted_room, hands_add_up};
pub(super) use count::{count_hands, hands_fit, papers_balance};
pub use draft::{Demanded, chooses_people, contender, demanded, may_tell, on_ballot, ready};
pub(super) use draft::{checked, name_tellers, set};
pub use judge::{Judged, Next, Placed, judge};
pub(super) use judge::{threshold, whole};
pub(in crate::domain) use named::stands_on;
pub use named::{OfVillage, of_villages};
pub use refused::Refused;
pub use rounds::NotTaken;

use crate::domain::ids::PersonId;
use crate::domain::omitted::zero;
use crate::domain::text::Line;
use serde::{Deserialize, Serialize};

/// What stands on the ballot.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Slate {
    /// How many are to be taken; 1 for one of several.
    pub seats: u32,
    /// Who or what may be taken, in the order of the ballot.
    pub contenders: Vec<Contender>,
    /// Those who go on whatever this vote says: it only settles who of the tied goes on with them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub through: Vec<Contender>,
    /// 另选他人: whether other names may be written in, by the rule the vote was opened under.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub write_in: bool,
    /// Who watches the count and who counts; none of them is a candidate.
    #[serde(default, skip_serializing_if = "Tellers::is_empty")]
    pub tellers: Tellers,
}

/// Who watches a count and who counts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tellers {
    /// 监票人.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub watching: Vec<PersonId>,
    /// 计票人.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counting: Vec<PersonId>,
}

impl Tellers {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Returns all of them, those who watch first.
    pub fn all(&self) -> impl Iterator<Item = &PersonId> {
        self.watching.iter().chain(&self.counting)
    }
}

/// Somebody or something on the ballot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contender {
    /// As it stands on the ballot.
    pub name: Line,
    /// Who it is, where it is somebody of the roster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
}

/// The numbers of one contender. For an option only `yes` is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Row {
    /// For it.
    pub yes: u32,
    /// Against; only people can be voted against.
    #[serde(default, skip_serializing_if = "zero")]
    pub no: u32,
    /// Neither, of those who handed in a ballot that counts.
    #[serde(default, skip_serializing_if = "zero")]
    pub abstain: u32,
}

/// A count of a slate.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sheet {
    /// 发出: ballots handed out, or hands that could be raised.
    pub issued: u32,
    /// 收回.
    pub returned: u32,
    /// 有效票.
    pub valid: u32,
    /// 废票: nothing on them, or more names than seats.
    pub spoiled: u32,
    /// The contenders, in the order of the ballot.
    pub rows: Vec<Row>,
    /// 弃权: of one of several, who chose none; in an election each contender has its own.
    #[serde(default, skip_serializing_if = "zero")]
    pub abstain: u32,
    /// Names written in, with their votes for, in the order of strokes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub written: Vec<(Line, u32)>,
}

/// What does not add up in a count.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Imbalance {
    /// The sheet has other rows than the ballot.
    Rows,
    /// Ballots that count and spoiled ones are not those returned.
    Returned {
        /// Those returned.
        returned: u32,
        /// Valid and spoiled.
        sum: u32,
    },
    /// The voices of a contender are not the ballots that count.
    Contender {
        /// Its place on the ballot.
        at: usize,
        /// The ballots that count.
        valid: u32,
        /// For, against, neither.
        sum: u32,
    },
    /// Of one of several, the votes and who chose none are not the ballots that count.
    Options {
        /// The ballots that count.
        valid: u32,
        /// The votes for all options, and who chose none.
        sum: u32,
    },
    /// More votes than the ballots that count can hold.
    Votes {
        /// The most they can hold.
        most: u32,
        /// All votes for.
        sum: u32,
    },
    /// Names are written in and the ballot has no place for them, or one stands on it already.
    WrittenIn {
        /// The name.
        name: Line,
    },
}

impl Slate {
    /// Puts people in the order of the ballot: 姓氏笔划.
    pub fn in_stroke_order(&mut self) {
        strokes::by_surname(&mut self.contenders, |contender| contender.name.as_str());
    }

    /// Returns what does not add up. Returned over issued is no fault of the sheet: it voids the vote.
    ///
    /// # Errors
    /// The first thing that does not.
    pub fn balance(&self, sheet: &Sheet, people: bool) -> Result<(), Imbalance> {
        if sheet.rows.len() != self.contenders.len() {
            return Err(Imbalance::Rows);
        }
        let sum = sheet.valid.saturating_add(sheet.spoiled);
        if sum != sheet.returned {
            return Err(Imbalance::Returned {
                returned: sheet.returned,
                sum,
            });
        }
        for (at, row) in sheet.rows.iter().enumerate() {
            let sum = row.yes.saturating_add(row.no).saturating_add(row.abstain);
            let fits = if people {
                sum == sheet.valid
            } else {
                sum <= sheet.valid
            };
            if !fits {
                return Err(Imbalance::Contender {
                    at,
                    valid: sheet.valid,
                    sum,
                });
            }
        }
        for (place, (name, _)) in sheet.written.iter().enumerate() {
            let stands = self.contenders.iter().any(|it| it.name == *name);
            let twice = sheet
                .written
                .iter()
                .take(place)
                .any(|(other, _)| other == name);
            if !self.write_in || stands || twice {
                return Err(Imbalance::WrittenIn { name: name.clone() });
            }
        }
        let most = sheet.valid.saturating_mul(self.seats.max(1));
        let written = sheet.written.iter().map(|(_, votes)| *votes);
        let sum = sheet
            .rows
            .iter()
            .map(|row| row.yes)
            .chain(written)
            .fold(0, u32::saturating_add);
        if !people {
            let (valid, sum) = (sheet.valid, sum.saturating_add(sheet.abstain));
            return match sum == valid {
                true => Ok(()),
                false => Err(Imbalance::Options { valid, sum }),
            };
        }
        if sum > most {
            return Err(Imbalance::Votes { most, sum });
        }
        Ok(())
    }

    /// Returns who of the roster stands on it.
    pub fn people(&self) -> impl Iterator<Item = &PersonId> {
        let people = self.contenders.iter();
        people.filter_map(|contender| contender.person.as_ref())
    }
}

impl Sheet {
    /// Returns the count of an ended vote of which nothing but how many came back is known.
    #[must_use]
    pub fn bare(issued: u32, returned: u32, contenders: usize) -> Self {
        Self {
            issued,
            returned,
            rows: vec![Row::default(); contenders],
            ..Self::default()
        }
    }

    /// Puts the names that were written in into one order, so that two counts can be held together.
    pub fn in_stroke_order(&mut self) {
        let order = |name: &Line| (strokes::each_stroke(name.as_str()), name.clone());
        self.written.sort_by_key(|(name, _)| order(name));
    }
}
