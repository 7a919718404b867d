//! Terms: from which day a step may be taken, and whether what was taken kept them.
//!
//! A term is read off the dates each time, so that a date that is corrected later shows at once what it
//! makes of a period.

use super::template::{TemplateStep, Wait, WaitFrom};
use super::{Entry, Taken, bodies, shipped};
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
    /// Who else asks for it: a local rule, or a text that is taken over.
    pub source: Option<&'static str>,
    /// Whether it counts from a notice, and the day that went out is written down.
    pub noticed: Option<bool>,
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

fn term(wait: &Wait, follows: Follows, noticed: Option<NaiveDate>, rest: &RestDays) -> Term {
    let since = match wait.from {
        WaitFrom::Notice => follows.counts_from(noticed, wait.statute.is_some()),
        WaitFrom::Posting => follows.since,
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
        source: None,
        noticed: (wait.from == WaitFrom::Notice).then_some(noticed.is_some()),
    }
}

/// What a step follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Follows {
    /// The day of the step before.
    pub since: NaiveDate,
    /// The day the body met last and decided nothing, or against it: it is called together anew.
    pub met: Option<NaiveDate>,
}

impl Follows {
    /// Returns the day from which a notice counts. What went out before the step before was done gave
    /// notice of nothing that was there, though a statute asks only that those who meet were told so long before; what
    /// went out before the body met last called it together for that day, and not for another.
    fn counts_from(self, noticed: Option<NaiveDate>, by_statute: bool) -> NaiveDate {
        let first = match noticed {
            Some(it) if by_statute => it,
            Some(it) => it.max(self.since),
            None => self.since,
        };
        self.met.map_or(first, |met| met.max(first))
    }
}

/// Returns the terms of a step that follows something done on a day, decided by a rule where it is known
/// by which.
#[must_use]
pub fn terms(
    step: &TemplateStep,
    rule: Option<&Rule>,
    follows: Option<Follows>,
    noticed: Option<NaiveDate>,
    rest: &RestDays,
) -> Vec<Term> {
    let alone = noticed.map(|since| Follows { since, met: None });
    let Some(follows) = follows.or(alone) else {
        return Vec::new();
    };
    let by_rule = rule.and_then(shipped::notice_by_statute);
    let waits = step.wait.iter().chain(by_rule.as_ref());
    let waits = waits.map(|wait| term(wait, follows, noticed, rest));
    // A template that says itself how long before is the local rule.
    let says = |it: &Wait| it.from == WaitFrom::Notice;
    let silent = by_rule.is_none() && !step.wait.as_ref().is_some_and(says);
    let local = rule.filter(|_| silent);
    let local = local.and_then(|rule| bodies::local_notice(&rule.id));
    let local = local.map(|notice| {
        let wait = Wait {
            days: notice.days,
            from: WaitFrom::Notice,
            statute: None,
        };
        Term {
            source: Some(notice.source),
            ..term(&wait, follows, noticed, rest)
        }
    });
    waits.chain(local).collect()
}

/// Returns how the terms of a step were kept by what was done of it.
#[must_use]
pub fn kept(
    step: &TemplateStep,
    follows: Option<Follows>,
    entry: &Entry,
    rest: &RestDays,
) -> Vec<Kept> {
    let rule = match &entry.taken {
        Taken::Voted { decision, .. } => Some(&decision.rule),
        Taken::Done { .. } | Taken::Posted => None,
        Taken::Merged => return Vec::new(),
    };
    let terms = terms(step, rule, follows, entry.noticed, rest).into_iter();
    let kept = terms.map(|term| Kept {
        term,
        on: entry.on,
        early: entry.early.clone(),
    });
    kept.collect()
}
