//! Terms: from which day a step may be taken, and whether what was taken kept them.
//!
//! A term is read off the dates each time, so that a date that is corrected later shows at once what it
//! makes of a period.

use super::template::{By, TemplateStep, Wait, WaitFrom};
use super::{Entry, Taken, shipped};
use crate::domain::dates::days_after;
use crate::domain::ids::RuleId;
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

fn term(wait: &Wait, since: NaiveDate, noticed: Option<NaiveDate>) -> Term {
    let since = match wait.from {
        WaitFrom::Notice => noticed.unwrap_or(since),
        WaitFrom::Posting => since,
    };
    let days = match wait.from {
        WaitFrom::Notice => wait.days,
        // Every one of the days is displayed to its end.
        WaitFrom::Posting => wait.days.saturating_add(1),
    };
    Term {
        days: wait.days,
        since,
        from: days_after(since, days),
        statute: wait.statute.clone(),
    }
}

/// Returns the terms of a step that follows something done on a day, decided by a rule.
#[must_use]
pub fn terms(
    step: &TemplateStep,
    rule: Option<&RuleId>,
    since: Option<NaiveDate>,
    noticed: Option<NaiveDate>,
) -> Vec<Term> {
    let Some(since) = since.or(noticed) else {
        return Vec::new();
    };
    let only = match &step.by {
        By::Vote { rules } => match rules.as_slice() {
            [only] => Some(only),
            _ => None,
        },
        By::Record | By::Session => None,
    };
    let by_rule = rule.or(only).and_then(shipped::notice_by_statute);
    let waits = step.wait.iter().chain(by_rule.as_ref());
    waits.map(|wait| term(wait, since, noticed)).collect()
}

/// Returns how the terms of a step were kept by what was done of it.
#[must_use]
pub fn kept(step: &TemplateStep, since: Option<NaiveDate>, entry: &Entry) -> Vec<Kept> {
    let rule = match &entry.taken {
        Taken::Voted { decision, .. } => Some(&decision.rule.id),
        Taken::Done { .. } => None,
        Taken::Merged => return Vec::new(),
    };
    let terms = terms(step, rule, since, entry.noticed).into_iter();
    let kept = terms.map(|term| Kept {
        term,
        on: entry.on,
        early: entry.early.clone(),
    });
    kept.collect()
}
