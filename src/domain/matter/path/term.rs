//! Terms: from which day a step may be taken, and whether what was taken kept them.
//!
//! A term is read off the dates each time, so that a date that is corrected later shows at once what it
//! makes of a period.

use super::template::{TemplateStep, Wait, WaitFrom};
use super::{Entry, Taken, shipped};
use crate::domain::board::{RestDays, period};
use crate::domain::dates::days_after;
use crate::domain::rule::Rule;
use crate::domain::text::Line;
use chrono::NaiveDate;

/// A term that runs for a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Days.
    pub days: u32,
    /// The day they count from; it is not counted itself.
    pub since: NaiveDate,
    /// The first day on which the step may be taken.
    pub from: NaiveDate,
    /// The day on which it would have ended, had that been a working day.
    pub put_off: Option<NaiveDate>,
    /// The clause of the statute that sets it.
    pub statute: Option<Line>,
}

/// How a term was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The term.
    pub term: Term,
    /// The day the step was taken.
    pub on: NaiveDate,
    /// Why it was not waited for, in words; a term of a statute is not kept all the same.
    pub early: Option<Line>,
}

impl Kept {
    /// Says whether it was.
    #[must_use]
    pub fn kept(&self) -> bool {
        self.on >= self.term.from
    }
}

fn term(wait: &Wait, since: NaiveDate, noticed: Option<NaiveDate>, rest: &RestDays) -> Term {
    let since = match wait.from {
        WaitFrom::Notice => noticed.unwrap_or(since),
        WaitFrom::Posting => since,
    };
    let counted = days_after(since, wait.days);
    // A term that the law sets does not end on a day nobody works (Civil Code art. 203). What a
    // committee sets itself ends when it says, but for a posting, which ends as the board has it.
    let last = match (&wait.statute, wait.from) {
        (None, WaitFrom::Notice) => counted,
        (Some(_), _) | (_, WaitFrom::Posting) => rest.working(counted),
    };
    Term {
        days: wait.days,
        since,
        from: match wait.from {
            WaitFrom::Notice => last,
            // Every one of the days is displayed to its end.
            WaitFrom::Posting => period::day_after(last),
        },
        put_off: (last != counted).then_some(counted),
        statute: wait.statute.clone(),
    }
}

/// Returns the terms of a step that follows something done on a day, decided by a rule where it is known
/// by which.
#[must_use]
pub fn terms(
    step: &TemplateStep,
    rule: Option<&Rule>,
    since: Option<NaiveDate>,
    noticed: Option<NaiveDate>,
    rest: &RestDays,
) -> Vec<Term> {
    let Some(since) = since.or(noticed) else {
        return Vec::new();
    };
    let by_rule = rule.and_then(shipped::notice_by_statute);
    let waits = step.wait.iter().chain(by_rule.as_ref());
    waits.map(|wait| term(wait, since, noticed, rest)).collect()
}

/// Returns how the terms of a step were kept by what was done of it.
#[must_use]
pub fn kept(
    step: &TemplateStep,
    since: Option<NaiveDate>,
    entry: &Entry,
    rest: &RestDays,
) -> Vec<Kept> {
    let rule = match &entry.taken {
        Taken::Voted { decision, .. } => Some(&decision.rule),
        Taken::Done { .. } => None,
        Taken::Merged => return Vec::new(),
    };
    let terms = terms(step, rule, since, entry.noticed, rest).into_iter();
    let kept = terms.map(|term| Kept {
        term,
        on: entry.on,
        early: entry.early.clone(),
    });
    kept.collect()
}
