//! The names of sessions, people, villages and rules.

use crate::domain::ids::{PersonId, RuleId, VillageId};
use crate::domain::rule::{Provenance, Rule};
use crate::domain::session::agenda::Item;
use crate::domain::session::{Session, SessionKind};
use crate::domain::world::World;
use crate::i18n::{Language, common, facts};

/// Names a session: as it was published, else by its ordinal and kind.
#[must_use]
pub fn session_name(language: Language, session: &Session) -> String {
    if let Some(name) = &session.published_as {
        return name.to_string();
    }
    let kind = match session.kind {
        SessionKind::Regular => "regular",
        SessionKind::Special => "special",
        SessionKind::Urgent => "urgent",
    };
    facts::session_name(language, session.ordinal, kind)
}

/// Numbers an item: as it was published, else by its position.
#[must_use]
pub fn item_number(language: Language, item: &Item) -> String {
    match &item.published_number {
        Some(number) => number.to_string(),
        None => facts::item_number(language, item.position),
    }
}

/// Names a person; one the roster does not know is said to be unknown.
#[must_use]
pub fn person<'a>(language: Language, world: &'a World, id: &PersonId) -> &'a str {
    match world.people.get(id) {
        Some(person) => person.name.as_str(),
        None => common::unknown(language),
    }
}

/// Names a village; no village is the whole area.
#[must_use]
pub fn village<'a>(language: Language, world: &'a World, id: Option<&VillageId>) -> &'a str {
    match id.map(|id| world.villages.get(id)) {
        None => facts::area_wide(language),
        Some(Some(village)) => village.name.as_str(),
        Some(None) => common::unknown(language),
    }
}

/// Names the villages concerned; none named is the whole area.
#[must_use]
pub fn villages(language: Language, world: &World, ids: &[VillageId]) -> String {
    if ids.is_empty() {
        return facts::whole_area(language).to_owned();
    }
    named(language, world, ids)
}

/// Names the villages that are asked to decide; none named is all of them.
#[must_use]
pub fn villages_asked(language: Language, world: &World, ids: &[VillageId]) -> String {
    if ids.is_empty() {
        return facts::all_villages(language).to_owned();
    }
    named(language, world, ids)
}

fn named(language: Language, world: &World, ids: &[VillageId]) -> String {
    let names = ids.iter().map(|id| village(language, world, Some(id)));
    list(language, names)
}

/// Names a rule; one this program does not know keeps its id.
#[must_use]
pub fn rule(language: Language, id: &RuleId) -> &str {
    match id.as_str() {
        "joint-default" => facts::rule_joint_default(language),
        "joint-major" => facts::rule_joint_major(language),
        "majority-of-cast" => facts::rule_majority_of_cast(language),
        "majority-of-present" => facts::rule_majority_of_present(language),
        "majority-of-entitled" => facts::rule_majority_of_entitled(language),
        "two-thirds-of-cast" => facts::rule_two_thirds_of_cast(language),
        "two-thirds-of-entitled" => facts::rule_two_thirds_of_entitled(language),
        "each-group-majority-of-present" => facts::rule_each_group_majority_of_present(language),
        other => other,
    }
}

/// Cites the clause a rule stands on.
#[must_use]
pub fn clause(language: Language, rule: &Rule) -> &str {
    match rule.provenance {
        Provenance::Party if rule.id.as_str().starts_with("joint-") => {
            facts::clause_joint(language)
        }
        Provenance::Derived => facts::clause_derived(language),
        Provenance::Party | Provenance::Law | Provenance::Own => &rule.clause,
    }
}

/// Joins words as a language joins them.
#[must_use]
pub fn list<'a>(language: Language, items: impl IntoIterator<Item = &'a str>) -> String {
    let mut items = items.into_iter();
    let first = items.next().unwrap_or_default().to_owned();
    items.fold(first, |list, item| facts::list_more(language, list, item))
}
