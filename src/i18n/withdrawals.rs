//! That a motion was taken back: why, and what of a vote that had begun on it stays.

use super::{Language, ballots, record, terms};
use crate::domain::dates::Minute;
use crate::domain::rule::Method;
use crate::domain::text::Line;
use crate::domain::vote::{Begun, Motion, MotionState};

/// Says that a motion was taken back, with the reason; where its vote had begun, how and when. `moment` writes
/// the minute it began.
#[must_use]
pub fn withdrawn(
    language: Language,
    reason: Option<&Line>,
    begun: Option<&Begun>,
    moment: impl Fn(Minute) -> String,
) -> String {
    let Some(begun) = begun else {
        return reason.map_or_else(
            || record::withdrawn(language).to_owned(),
            |why| record::withdrawn_why(language, why.as_str()),
        );
    };
    let (method, opened) = (terms::method(language, begun.method), moment(begun.opened));
    match reason {
        None => ballots::withdrawn_begun(language, method, opened),
        Some(why) => ballots::withdrawn_begun_why(language, method, opened, why.as_str()),
    }
}

/// Says the same of a motion on the screen, and that what was marked by name stays in the journal; `None` of one
/// that was not taken back.
#[must_use]
pub fn on_screen(language: Language, motion: &Motion) -> Option<String> {
    let MotionState::Withdrawn { reason, begun } = &motion.state else {
        return None;
    };
    let begun = begun.as_ref();
    let said = withdrawn(language, reason.as_ref(), begun, Minute::clock);
    let named = |it: &Begun| matches!(it.method, Method::ByName | Method::ByVillage);
    Some(match begun.is_some_and(named) {
        true => ballots::marks_stay(language, said),
        false => said,
    })
}
