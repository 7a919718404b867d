//! The villages concerned whose voices did not reach what is asked of them, and why: divided or against,
//! nobody there, or all of them withdrew.

use super::{Language, act, record, step, terms};
use crate::domain::ids::VillageId;
use crate::domain::rule::Consent;
use crate::domain::vote::result::VillageVoice;
use crate::domain::vote::{Effect, Motion, VoteResult};
use crate::domain::world::World;

/// Why a village concerned is not among those that agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    /// Its people were not for it, or too few of them.
    NotFor,
    /// Nobody of it was there.
    Away,
    /// Those of it who were there had all withdrawn.
    Withdrew,
}

fn why(voice: &VillageVoice) -> Why {
    match (voice.counts.present(), voice.counts.recused) {
        (0, 0) => Why::Away,
        (0, _) => Why::Withdrew,
        _ => Why::NotFor,
    }
}

fn of(result: &VoteResult, wanted: Why) -> Vec<VillageId> {
    let missing = result.concerned.iter().filter(|it| !it.agreed);
    let missing = missing.filter(|it| why(it) == wanted);
    missing.map(|it| it.village.clone()).collect()
}

/// Says whether the voices of a village in the room are only those of its delegates: the rule asks no village
/// there, or asks each in a body of its own, and only that body agrees for it (`domain.md` §0.2 1).
fn only_delegates(motion: &Motion) -> bool {
    motion
        .rule()
        .is_none_or(|rule| matches!(rule.consent, Consent::OwnBody { .. }) || !rule.asks_villages())
}

/// Says whether the villages concerned are still to vote by themselves.
fn by_themselves(motion: &Motion) -> bool {
    let consent = motion.rule().map(|rule| &rule.consent);
    let own_body = matches!(consent, Some(Consent::OwnBody { .. }));
    own_body || motion.effect_of_vote() == Effect::Proposes
}

/// Names the villages concerned that did not agree; nothing where all did.
#[must_use]
pub fn clause(
    language: Language,
    world: &World,
    motion: &Motion,
    result: &VoteResult,
) -> Option<String> {
    let said = [Why::NotFor, Why::Away, Why::Withdrew].map(|why| {
        let villages = of(result, why);
        let names = terms::villages(language, world, &villages);
        (!villages.is_empty()).then(|| match why {
            Why::NotFor if only_delegates(motion) => step::dissent_delegates(language, names),
            Why::NotFor => step::dissent(language, names),
            Why::Away => step::dissent_away(language, names),
            Why::Withdrew => step::dissent_withdrew(language, names),
        })
    });
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(step::dissent_more(language)))
}

/// Adds to what was announced which villages concerned did not agree, or whose delegates were not for it, each kind of them by itself.
#[must_use]
pub fn announced(
    language: Language,
    world: &World,
    motion: &Motion,
    result: &VoteResult,
    said: &str,
) -> String {
    let kinds = [Why::NotFor, Why::Away, Why::Withdrew];
    kinds.into_iter().fold(said.to_owned(), |said, why| {
        let villages = of(result, why);
        let names = terms::villages(language, world, &villages);
        match why {
            _ if villages.is_empty() => said,
            Why::NotFor if only_delegates(motion) => act::delegates_not_for(language, said, names),
            Why::NotFor => act::not_agreed(language, said, names),
            Why::Away => act::villages_away(language, said, names),
            Why::Withdrew => act::villages_withdrew(language, said, names),
        }
    })
}

/// Says how the villages concerned stood, each kind of them under its label.
#[must_use]
pub fn fields(
    language: Language,
    world: &World,
    motion: &Motion,
    result: &VoteResult,
) -> Vec<(&'static str, String)> {
    let agreed = result.concerned.iter().filter(|it| it.agreed);
    let agreed: Vec<VillageId> = agreed.map(|it| it.village.clone()).collect();
    let (label_for, label_not) = match (only_delegates(motion), by_themselves(motion)) {
        (true, true) => (
            record::label_delegates_for(language),
            record::label_delegates_not_for(language),
        ),
        (true, false) => (
            record::label_delegates_for_only(language),
            record::label_delegates_not_for_only(language),
        ),
        (false, _) => (
            record::label_agreed_villages(language),
            record::label_dissenting_villages(language),
        ),
    };
    let all = [
        (label_for, agreed),
        (label_not, of(result, Why::NotFor)),
        (record::label_villages_away(language), of(result, Why::Away)),
        (
            record::label_villages_withdrew(language),
            of(result, Why::Withdrew),
        ),
    ];
    let all = all.into_iter().filter(|(_, villages)| !villages.is_empty());
    all.map(|(label, villages)| (label, terms::villages(language, world, &villages)))
        .collect()
}

#[cfg(test)]
mod tests;
