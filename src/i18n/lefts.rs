//! An item that a session left over: what became of it, and why it is not given up.

use super::{Language, left, shared, terms};
use crate::domain::session::agenda::{Dropped, Item, Refused};

/// Says where an item stands now, in a word: given up, or as its session left it.
#[must_use]
pub fn state(language: Language, item: &Item) -> &'static str {
    match &item.dropped {
        Some(_) => left::is_dropped(language),
        None => terms::item_state(language, item.state),
    }
}

/// Says that an item was given up, when and why; `None` of one that was not.
#[must_use]
pub fn fate(language: Language, item: &Item) -> Option<String> {
    let Dropped {
        at,
        reason,
        after_signing,
    } = item.dropped.as_ref()?;
    let day = terms::date(language, at.day());
    Some(match after_signing {
        true => left::fate_dropped_signed(language, day, reason.as_str()),
        false => left::fate_dropped(language, day, reason.as_str()),
    })
}

/// Says how a session left an item, and what became of it where it was given up.
#[must_use]
pub fn with_fate(language: Language, item: &Item, left_as: String) -> String {
    match fate(language, item) {
        Some(fate) => left::stands(language, left_as, fate),
        None => left_as,
    }
}

/// Says why an item is not given up, or not carried on.
#[must_use]
pub fn refused(language: Language, why: &Refused) -> String {
    match why {
        Refused::Dropped { title, on } => {
            left::refused_dropped(language, title.as_str(), terms::date(language, *on))
        }
        Refused::Carried {
            title,
            kind,
            ordinal,
        } => {
            let kind = terms::session_kind(language, *kind);
            let session = shared::session_short(language, kind, *ordinal);
            left::refused_carried(language, title.as_str(), session)
        }
        Refused::OfMatter { title } => left::refused_of_matter(language, title.as_str()),
        Refused::WithMotion { title } => left::refused_with_motion(language, title.as_str()),
        Refused::NotWaiting { title } => left::refused_not_waiting(language, title.as_str()),
    }
}
