//! A decision taken up once more (复议): which one, by whom, and by which rule it is voted now.

use super::sequels::standing_word;
use super::{Language, sequel, slates, terms};
use crate::domain::text::Line;
use crate::domain::vote::Motion;
use crate::domain::vote::under::{Review, review};
use crate::domain::world::World;

/// Names a motion with its item, where that is known: numbers begin anew with every item.
#[must_use]
pub fn motion_of(language: Language, item: Option<&str>, number: u32) -> String {
    match item {
        Some(item) => sequel::motion_of(language, number, item),
        None => sequel::motion_only(language, number),
    }
}

/// Names a motion that another one takes up once more, by its session, day and number, and how it stood.
#[must_use]
pub fn reconsidered(language: Language, world: &World, motion: &Motion) -> Option<String> {
    let reconsiders = motion.reconsiders.as_ref()?;
    let of = &reconsiders.decided;
    let session = match &of.published_as {
        Some(name) => name.to_string(),
        None => terms::session_named(language, of.kind, of.ordinal),
    };
    let (on, standing) = (
        terms::date(language, of.on),
        slates::was_taken(language, of)
            .unwrap_or_else(|| standing_word(language, of.standing).to_owned()),
    );
    let said = sequel::reconsiders(
        language,
        session,
        on,
        motion_of(language, of.item.as_ref().map(Line::as_str), of.number),
        of.wording.as_str(),
        standing,
    );
    let said = match &reconsiders.moved {
        Some(moved) => {
            let mover = terms::person(language, world, &moved.mover);
            sequel::reconsiders_why(language, said, mover, moved.reason.as_str())
        }
        None => said,
    };
    Some(match review(world, motion) {
        Some(by) => sequel::reconsiders_by(language, said, reviewed_by(language, world, &by)),
        None => said,
    })
}

/// Says by which rule a decision is voted once more.
#[must_use]
pub fn reviewed_by(language: Language, world: &World, by: &Review) -> String {
    match by {
        Review::AsDecided(rule) => {
            sequel::review_as_decided(language, terms::rule_name(language, rule))
        }
        Review::AsItReadsNow { was, now, version } => {
            let rule = terms::rule_name(language, now);
            sequel::review_as_now(language, rule, *version, *was)
        }
        Review::AsTheItem { was, now } => sequel::review_as_item(
            language,
            terms::rule(language, world, was),
            terms::rule_name(language, now),
        ),
    }
}
