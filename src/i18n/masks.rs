//! What is said of masks: how many places of a text are hidden, and which.

use super::{Language, boards, mask as words, terms};
use crate::domain::board::mask::Found;
use crate::domain::text::Line;

/// Whether the text is still being written or is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// It is being written.
    Before,
    /// It is recorded.
    After,
}

/// Says what is hidden in a text: how many places, then each with what stood there and what stands there
/// now. What is hidden alike in several places is said once.
#[must_use]
pub fn hidden(language: Language, when: When, found: &[Found]) -> Vec<String> {
    let head = match (when, found.len()) {
        (When::Before, 0) => words::will_none(language).to_owned(),
        (When::After, 0) => words::done_none(language).to_owned(),
        (When::Before, count) => words::will(language, count),
        (When::After, count) => words::done(language, count),
    };
    let mut said = vec![head];
    let mut told: Vec<&Found> = Vec::new();
    for one in found {
        if told.contains(&one) {
            continue;
        }
        told.push(one);
        let (before, after) = (one.before.as_str(), one.after.as_str());
        let why = boards::why(language, one.why);
        said.push(match found.iter().filter(|it| *it == one).count() {
            1 => words::line(language, why, before, after),
            count => words::line_several(language, why, before, after, count),
        });
    }
    said
}

/// Says what was hidden already as the text was written: what hangs shows that as well.
#[must_use]
pub fn already(language: Language, already: &[String]) -> Option<String> {
    let all = terms::list(language, already.iter().map(String::as_str));
    (!already.is_empty()).then(|| words::already(language, already.len(), all))
}

/// Says in how many places something is hidden in what hangs.
#[must_use]
pub fn hangs(language: Language, count: usize) -> String {
    match count {
        0 => words::hangs_none(language).to_owned(),
        count => words::hangs(language, count),
    }
}

/// Says which names that are to be hidden stand nowhere in a text.
#[must_use]
pub fn not_there(language: Language, names: &[Line]) -> Option<String> {
    let all = terms::list(language, names.iter().map(Line::as_str));
    (!names.is_empty()).then(|| words::not_there(language, all))
}
