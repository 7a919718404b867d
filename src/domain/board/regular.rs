//! What villages make known every so often (`domain.md` §4.6): what of the period that runs is still to come, and what of
//! those that are over never came. That stays missed until a text makes up for it, or is given up with a reason.

use super::calendar::{Lacks, Missing, began, ends};
use super::{Affairs, Board, Posting};
use crate::domain::ids::VillageId;
use crate::domain::roster::Village;
use crate::domain::world::World;
use chrono::{Months, NaiveDate};
use serde::Deserialize;
use std::collections::BTreeSet;

/// How many months are looked back on: what was missed a year ago is the past.
const MONTHS: u32 = 12;

/// What a posting tells of the periods in which something is made known every so often.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Told {
    /// Its board.
    pub board: Board,
    /// Of which affairs.
    pub affairs: Affairs,
    /// The day it was put up; none where it was given up.
    pub posted: Option<NaiveDate>,
    /// The first days of the periods it makes up for.
    pub makes_up: Vec<NaiveDate>,
}

impl Told {
    /// Returns what a posting tells; `None` for a draft.
    #[must_use]
    pub fn by(posting: &Posting) -> Option<Self> {
        // A text that makes up for something is given up with the reason why nothing does.
        let given_up = posting.dropped() && !posting.makes_up.is_empty();
        (posting.posted.is_some() || given_up).then(|| Self {
            board: posting.board.clone(),
            affairs: posting.affairs,
            posted: posting.posted,
            makes_up: posting.makes_up.clone(),
        })
    }

    /// Returns the first days of the periods it is of: those it makes up for, else the one it was put up in.
    fn periods(&self) -> Vec<NaiveDate> {
        let own = self.posted.map(|day| began(self.affairs, day));
        match self.makes_up.is_empty() {
            true => own.into_iter().collect(),
            false => self.makes_up.clone(),
        }
    }
}

/// What is known of earlier periods besides what is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The day the file was begun: of periods that were over before it nothing is asked.
    pub since: NaiveDate,
    /// What was told since [`looked_back_to`].
    pub told: Vec<Told>,
}

/// Returns the first day of the earliest period that is looked back on.
#[must_use]
pub fn looked_back_to(today: NaiveDate) -> NaiveDate {
    let month = began(Affairs::Finance, today);
    month
        .checked_sub_months(Months::new(MONTHS))
        .unwrap_or(month)
}

/// Returns what the villages did not make known that they do every so often: of the period that runs each by its
/// last day, of those that are over one for each village and affairs, by the last day of the first of them.
#[must_use]
pub fn regularly(world: &World, today: NaiveDate, earlier: &Earlier) -> Vec<Missing> {
    let open = world.postings.values().filter_map(|it| Told::by(it));
    let mut known = BTreeSet::new();
    for told in open.chain(earlier.told.iter().cloned()) {
        for period in told.periods() {
            known.insert((told.board.clone(), told.affairs, period));
        }
    }
    let mut found = Vec::new();
    let here = world.villages_in_order().into_iter();
    for village in here.filter(|it| it.belongs_on(today)) {
        let board = Board::Village(village.id.clone());
        for affairs in Affairs::ALL {
            let unknown = |first: &NaiveDate| !known.contains(&(board.clone(), affairs, *first));
            let mut periods = over(village, affairs, earlier.since, today);
            periods.retain(unknown);
            let of = || village.id.clone();
            found.extend(overdue(of(), affairs, periods));
            if unknown(&began(affairs, today)) {
                found.push(Missing {
                    what: Lacks::Regular {
                        village: of(),
                        affairs,
                    },
                    by: ends(affairs, today),
                });
            }
        }
    }
    found
}

fn overdue(village: VillageId, affairs: Affairs, periods: Vec<NaiveDate>) -> Option<Missing> {
    let by = ends(affairs, *periods.first()?);
    Some(Missing {
        what: Lacks::Overdue {
            village,
            affairs,
            periods,
        },
        by,
    })
}

/// Returns the first days of the periods that are over and that a village is asked about, the earliest first: it was of
/// the committee, and the file was begun, before they were over.
fn over(village: &Village, affairs: Affairs, since: NaiveDate, today: NaiveDate) -> Vec<NaiveDate> {
    let since = village.joined.map_or(since, |joined| since.max(joined));
    let before = |first: &NaiveDate| Some(began(affairs, first.pred_opt()?));
    let all = std::iter::successors(Some(began(affairs, today)), before).skip(1);
    let asked =
        all.take_while(|first| looked_back_to(today) <= *first && since <= ends(affairs, *first));
    let mut asked: Vec<NaiveDate> = asked.collect();
    asked.reverse();
    asked
}
