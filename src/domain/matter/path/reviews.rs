//! Who reviewed a matter from above, and what came of it.

use super::{By, Level, RecordKind, Taken};
use crate::domain::matter::Matter;
use crate::domain::rule::Name;
use crate::domain::text::Line;
use chrono::NaiveDate;

/// That an authority reviewed a matter, the last time it did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewed<'m> {
    /// The step.
    pub step: &'m Name,
    /// Who.
    pub body: &'m Line,
    /// The day.
    pub on: NaiveDate,
    /// The day it was entered.
    pub entered: NaiveDate,
    /// Whether it approved.
    pub agreed: bool,
    /// The number of its paper.
    pub paper: Option<&'m Line>,
}

impl Matter {
    /// Returns what came of each step at which it was reviewed from above, in their order.
    #[must_use]
    pub fn reviews(&self) -> Vec<Reviewed<'_>> {
        let Some(path) = &self.path else {
            return Vec::new();
        };
        let steps = path.template.steps.iter().enumerate();
        let reviews = steps.filter(|(_, it)| it.level == Level::Township && it.by == By::Record);
        let found = reviews.filter_map(|(at, of)| {
            let (_, entry) = path.stands(at, None)?;
            let Taken::Done { body, agreed, .. } = &entry.taken else {
                return None;
            };
            let mut records = entry.records.iter().rev();
            let paper = records.find(|it| it.kind == RecordKind::Approval);
            Some(Reviewed {
                step: &of.name,
                body,
                on: entry.on,
                entered: entry.at.day(),
                agreed: *agreed,
                paper: paper.map(|it| &it.paper),
            })
        });
        found.collect()
    }
}
