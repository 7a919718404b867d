//! The report of a period: figures, each the sum of facts, and each next to those of earlier periods.

use super::fact::{Column, Fact, Reckoned};
use super::period::Period;
use crate::domain::ids::VillageId;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// How many periods a trend shows, the one reported on among them.
pub const TREND: usize = 6;

/// The facts a report is made of, and which columns are kept at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// What adds to a figure.
    pub all: Vec<Fact>,
    /// The columns of which anything was ever entered. The others are not kept: that nothing was
    /// written down does not say that there was nothing.
    pub kept: BTreeSet<Column>,
    /// The day they are known on: what would be so later is counted by no report.
    pub known: NaiveDate,
}

/// A figure of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figured {
    /// What happened in the period, or stands at its end.
    pub now: u64,
    /// What happened from the beginning of the year to the end of the period; of what stands, how much
    /// of it came to stand in the period.
    pub beside: u64,
    /// What was [`Figured::now`] in the periods before, and is in this one, the oldest first.
    pub trend: Vec<u64>,
}

/// What stands in a column of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing of the kind was ever entered.
    NotKept,
    /// It is reckoned for the committee alone.
    OfAllOnly,
    /// A figure.
    Figured(Figured),
}

/// The report of a period, of the committee or of a village.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The period.
    pub period: Period,
    /// The village; `None` for the committee.
    pub village: Option<VillageId>,
    /// What stands in each column.
    pub rows: Vec<(Column, Cell)>,
}

impl Facts {
    /// Returns the last day of a period that is known.
    fn to(&self, period: Period) -> NaiveDate {
        period.to().min(self.known)
    }

    /// Returns the day up to which a period is reckoned, where it is not over.
    #[must_use]
    pub fn so_far(&self, period: Period) -> Option<NaiveDate> {
        (self.known < period.to()).then_some(self.known)
    }

    /// Returns the facts behind a figure, in the order of their days.
    #[must_use]
    pub fn behind(
        &self,
        column: Column,
        period: Period,
        village: Option<&VillageId>,
    ) -> Vec<(&Fact, u64)> {
        let (from, to) = (period.from(), self.to(period));
        let mut found: Vec<(&Fact, u64)> = self
            .all
            .iter()
            .filter(|fact| fact.column == column && fact.counts_in(from, to))
            .filter_map(|fact| Some((fact, fact.value_for(village)?)))
            .collect();
        found.sort_by(|(one, _), (other, _)| (one.on, &one.origin).cmp(&(other.on, &other.origin)));
        found
    }

    /// Returns the report of a period, for a village or for the committee.
    #[must_use]
    pub fn report(&self, period: Period, village: Option<&VillageId>) -> Report {
        let rows = Column::ALL.into_iter();
        Report {
            period,
            village: village.cloned(),
            rows: rows
                .map(|column| (column, self.cell(column, period, village)))
                .collect(),
        }
    }

    /// Returns what stands in one column of the report of a period.
    #[must_use]
    pub fn cell(&self, column: Column, period: Period, village: Option<&VillageId>) -> Cell {
        if !self.kept.contains(&column) {
            return Cell::NotKept;
        }
        if village.is_some() && column.of_all_only() {
            return Cell::OfAllOnly;
        }
        let facts: Vec<(&Fact, u64)> = self
            .all
            .iter()
            .filter(|fact| fact.column == column)
            .filter_map(|fact| Some((fact, fact.value_for(village)?)))
            .collect();
        let sum = |counts: &dyn Fn(&Fact) -> bool| {
            let counted = facts.iter().filter(|(fact, _)| counts(fact));
            counted.fold(0_u64, |sum, (_, value)| sum.saturating_add(*value))
        };
        let in_period = |period: Period| {
            let (from, to) = (period.from(), self.to(period));
            sum(&|fact| fact.counts_in(from, to))
        };
        let (from, to) = (period.from(), self.to(period));
        let beside = match column.reckoned() {
            Reckoned::Happened => sum(&|fact| fact.counts_in(period.year_from(), to)),
            Reckoned::Standing => sum(&|fact| fact.stands_on(to) && fact.on >= from),
        };
        Cell::Figured(Figured {
            now: in_period(period),
            beside,
            trend: period.up_to(TREND).into_iter().map(in_period).collect(),
        })
    }
}

/// Returns the first day of which a report and its trends must know what happened.
#[must_use]
pub fn reaches_back_to(period: Period) -> NaiveDate {
    let oldest = period.up_to(TREND).first().copied().unwrap_or(period);
    oldest.from().min(period.year_from())
}

/// Returns how many of `cells` cells a bar of `value` fills beside the largest of its kind: never more
/// than there are, and at least one where there is anything.
#[must_use]
pub fn bar(value: u64, largest: u64, cells: u16) -> u16 {
    if value == 0 || largest == 0 {
        return 0;
    }
    let filled = u128::from(value.min(largest)) * u128::from(cells) / u128::from(largest);
    u16::try_from(filled)
        .unwrap_or(cells)
        .clamp(1.min(cells), cells)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::fact::Origin;
    use super::*;
    use crate::domain::register::of_villages;
    use crate::domain::register::period::{Period, Span};
    use crate::domain::roster::{Standing, Village};
    use crate::domain::text::Line;

    fn day(on: &str) -> NaiveDate {
        on.parse().unwrap()
    }

    fn fact(column: Column, on: &str, of: &str) -> Fact {
        Fact {
            column,
            on: day(on),
            until: None,
            villages: Vec::new(),
            shares: Vec::new(),
            value: 1,
            what: None,
            origin: Origin::Task(of.into()),
        }
    }

    fn now(facts: &Facts, column: Column, period: Period) -> u64 {
        match facts.cell(column, period, None) {
            Cell::Figured(figured) => figured.now,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_follow_up_done_twice_counts_as_often_and_the_months_add_up() {
        let facts = Facts {
            all: vec![
                fact(Column::TasksDone, "2026-02-01", "t1"),
                fact(Column::TasksReopened, "2026-02-02", "t1"),
                fact(Column::TasksDone, "2026-03-01", "t1"),
                fact(Column::TasksDone, "2026-03-02", "t2"),
            ],
            kept: Column::ALL.into_iter().collect(),
            known: day("2026-12-31"),
        };
        let done = |span, month| {
            let period = Period::around(day(&format!("2026-{month}-01")), span);
            now(&facts, Column::TasksDone, period)
        };
        let months: u64 = ["01", "02", "03"]
            .map(|it| done(Span::Month, it))
            .iter()
            .sum();
        assert_eq!((months, done(Span::Quarter, "01")), (3, 3));
    }

    #[test]
    fn a_village_of_which_no_day_is_known_counts_from_the_first_day_of_the_committee() {
        let village = Village {
            id: "v1".into(),
            name: Line::new("河湾村").unwrap(),
            standing: Standing::Lead,
            position: 1,
            joined: None,
            left: None,
            figures: Vec::new(),
        };
        let counted = |founded: Option<&str>, on: &str| {
            let facts = Facts {
                all: of_villages([&village].into_iter(), founded.map(day)).collect(),
                kept: Column::ALL.into_iter().collect(),
                known: day("2026-12-31"),
            };
            now(
                &facts,
                Column::Villages,
                Period::around(day(on), Span::Quarter),
            )
        };
        assert_eq!(counted(Some("2026-04-10"), "2026-03-01"), 0);
        assert_eq!(counted(Some("2026-04-10"), "2026-04-01"), 1);
        assert_eq!(counted(None, "2026-03-01"), 1);
    }
}
