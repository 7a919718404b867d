//! The names of sessions, people, villages and rules.

use crate::domain::ids::{PersonId, RuleId, VillageId};
use crate::domain::rule::{Provenance, Rule};
use crate::domain::session::agenda::Item;
use crate::domain::session::{Session, SessionKind};
use crate::domain::text::Line;
use crate::domain::world::World;
use crate::i18n::{Language, common, facts, rules};

/// Names a session: as it was published, else by its ordinal and kind.
#[must_use]
pub fn session_name(language: Language, session: &Session) -> String {
    if let Some(name) = &session.published_as {
        return name.to_string();
    }
    session_named(language, session.kind, session.ordinal)
}

/// Names a session by its kind and ordinal.
#[must_use]
pub fn session_named(language: Language, kind: SessionKind, ordinal: u32) -> String {
    let kind = match kind {
        SessionKind::Regular => "regular",
        SessionKind::Special => "special",
        SessionKind::Urgent => "urgent",
    };
    facts::session_name(language, ordinal, kind)
}

/// Numbers an item: as it was published, else by its position.
#[must_use]
pub fn item_number(language: Language, item: &Item) -> String {
    match &item.published_number {
        Some(number) => number.to_string(),
        None => number_of_item(language, item.position),
    }
}

/// Writes the number of an item as sentences have it, in Chinese 第一项 and nowhere 第1项: so the record is
/// read out and signed. Columns of numbers have digits.
#[must_use]
pub fn number_of_item(language: Language, position: u32) -> String {
    facts::item_number(language, position)
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

/// Names a rule by its id: one the committee has adopted by its own name, one that is not known by
/// its id.
#[must_use]
pub fn rule<'a>(language: Language, world: &'a World, id: &'a RuleId) -> &'a str {
    match world.rules.get(id) {
        Some(adopted) => rule_name(language, &adopted.rule),
        None => shipped_rule(language, id),
    }
}

/// Names a rule: by the name it was adopted under, or as it is shipped.
#[must_use]
pub fn rule_name(language: Language, rule: &Rule) -> &str {
    match (&rule.name, language) {
        (Some(name), Language::Zh) => name.zh.as_str(),
        (Some(name), Language::En) => name.en.as_str(),
        (None, _) => shipped_rule(language, &rule.id),
    }
}

fn shipped_rule(language: Language, id: &RuleId) -> &str {
    match id.as_str() {
        "party-members" => rules::party_members(language),
        "village-representatives" => rules::village_representatives(language),
        "village-representatives-shandong" => rules::village_representatives_shandong(language),
        "village-assembly" => rules::village_assembly(language),
        "village-assembly-households" => rules::village_assembly_households(language),
        "collective-members" => rules::collective_members(language),
        "collective-representatives" => rules::collective_representatives(language),
        "collective-board" => rules::collective_board(language),
        "one-village-one-vote" => rules::one_village_one_vote(language),
        "double-majority" => rules::double_majority(language),
        "all-villages" => rules::all_villages(language),
        "majority-and-affected" => rules::majority_and_affected(language),
        "election-contested" => rules::election_contested(language),
        "election-single" => rules::election_single(language),
        "one-of-several" => rules::one_of_several(language),
        "one-of-several-run-off" => rules::one_of_several_run_off(language),
        "one-of-several-drop-last" => rules::one_of_several_drop_last(language),
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

/// Cites the clause a rule stands on; those of the shipped rules are sentences too.
#[must_use]
pub fn clause(language: Language, rule: &Rule) -> &str {
    if rule.provenance == Provenance::Derived {
        return facts::clause_derived(language);
    }
    if rule.name.is_some() || rule.provenance == Provenance::Own {
        return &rule.clause;
    }
    match rule.id.as_str() {
        "joint-default" | "joint-major" => facts::clause_joint(language),
        "party-members" => rules::clause_branch(language),
        "village-representatives" => rules::clause_villages_30(language),
        "village-representatives-shandong" => rules::clause_shandong(language),
        "village-assembly" | "village-assembly-households" => rules::clause_villages_26(language),
        "collective-members" => rules::clause_collectives_27(language),
        "collective-representatives" => rules::clause_collectives_28(language),
        "collective-board" => rules::clause_collectives_31(language),
        "election-contested" | "election-single" => rules::clause_party_elections(language),
        _ => &rule.clause,
    }
}

/// Lists lines one after the other.
#[must_use]
pub fn lines(language: Language, lines: &[Line]) -> String {
    list(language, lines.iter().map(Line::as_str))
}

/// Joins words as a language joins them.
#[must_use]
pub fn list<'a>(language: Language, items: impl IntoIterator<Item = &'a str>) -> String {
    let mut items = items.into_iter();
    let first = items.next().unwrap_or_default().to_owned();
    items.fold(first, |list, item| facts::list_more(language, list, item))
}
