//! An item added after the notice in words: when, who agreed, why.

use super::{Language, late as words};
use crate::domain::session::agenda::{Added, Late};

/// Says when an item was added, who agreed to that and why.
#[must_use]
pub fn said(language: Language, late: &Late) -> String {
    let reason = late.reason.as_str();
    let (when, agreed) = match &late.added {
        Added::BeforeSession => (words::before(language), &None),
        Added::InSession { agreed } => (words::in_session(language), agreed),
    };
    match agreed {
        Some(agreed) => words::said_agreed(language, when, agreed.as_str(), reason),
        None => words::said(language, when, reason),
    }
}

/// Returns the mark of an item on an agenda: whether it was added before the session or in it.
#[must_use]
pub const fn mark(language: Language, late: &Late) -> &'static str {
    match late.added {
        Added::BeforeSession => words::mark_before(language),
        Added::InSession { .. } => words::mark_in_session(language),
    }
}
