//! What salvage found lacking, in words: in the history where the gap is, and all of it beside what a check found.

use super::super::{Language, cli, salvage as say};
use crate::domain::gap::{Event, Why};

/// Says which acts lack, and why.
pub(super) fn lacks(language: Language, event: &Event) -> String {
    let Event::Lacks { from, to, why } = event;
    let acts = span(language, *from, *to);
    match why {
        Why::Lost => say::act_lost(language, acts),
        Why::Unproved => say::act_unproved(language, acts),
        Why::Unread => say::act_unread(language, acts),
    }
}

/// Says the numbers of acts, from one to another.
#[must_use]
pub fn span(language: Language, from: u64, to: u64) -> String {
    if from == to {
        from.to_string()
    } else {
        say::span(language, from, to)
    }
}

/// Says the numbers of all acts that lack.
#[must_use]
pub fn lacking(language: Language, lacks: &[Event]) -> String {
    let spans = lacks
        .iter()
        .map(|Event::Lacks { from, to, .. }| span(language, *from, *to));
    spans.collect::<Vec<_>>().join(cli::between(language))
}
