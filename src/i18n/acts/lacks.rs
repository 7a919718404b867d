//! What salvage found lacking, in words: in the history where the gap is, and all of it beside what a check found.

use super::super::{Language, cli, salvage as say};
use crate::domain::gap::{Event, Span, Why};

/// Says which acts lack, and why.
pub(super) fn lacks(language: Language, event: &Event) -> String {
    let (from, to, why) = match event {
        Event::Lacks { from, to, why } => (from, to, why),
        Event::Touches { acts, .. } => return say::act_lost(language, spans(language, acts)),
    };
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
    let lacks = lacks.iter().filter_map(|lack| match *lack {
        Event::Lacks { from, to, .. } => Some(Span { from, to }),
        Event::Touches { .. } => None,
    });
    spans(language, &lacks.collect::<Vec<_>>())
}

/// Says the numbers of the acts of several spans.
#[must_use]
pub fn spans(language: Language, spans: &[Span]) -> String {
    let spans = spans.iter().map(|it| span(language, it.from, it.to));
    spans.collect::<Vec<_>>().join(cli::between(language))
}
