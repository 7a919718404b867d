//! The result of a vote as the chair reads it out: every number by its name, and no formula.

use super::result::of_group;
use crate::domain::rule::{Base, Comparator, Inequality, Over, Question, Rule};
use crate::domain::vote::slate::{Placed, SlateCount, chooses_people};
use crate::domain::vote::tally::{Criterion, Demand, Proof};
use crate::domain::vote::{Attending, Ballot, QuorumProof, VoteResult};
use crate::domain::world::World;
use crate::i18n::{Language, aloud as words, rule_sentences, slates, step, terms};

/// Says what had to hold and whether it did.
pub(super) fn proof(language: Language, world: &World, proof: &Proof) -> String {
    let join = |of: &[Proof], more: fn(Language, String, String) -> String| {
        let said = of.iter().filter(|part| !part.goes_without_saying());
        let parts = said.map(|part| self::proof(language, world, part));
        parts
            .reduce(|said, part| more(language, said, part))
            .unwrap_or_default()
    };
    match proof {
        Proof::One(criterion) => self::criterion(language, world, criterion),
        Proof::All(of) => join(of, words::and),
        Proof::Any(of) => {
            let parts = join(of, step::proof_or);
            match proof.holds() {
                true => step::one_of(language, parts),
                false => step::none_of(language, parts),
            }
        }
    }
}

fn criterion(language: Language, world: &World, criterion: &Criterion) -> String {
    let (over, inequality) = (criterion.over, &criterion.inequality);
    let key = terms::over_key(over);
    let clause = match criterion.demand {
        Demand::OneFor => match inequality.holds() {
            true => words::some_for(language, key),
            false => words::none_for(language, key),
        },
        Demand::FewBlockers => {
            // A number stands apart from the Chinese character before it.
            let apart = |said: String| match said.starts_with(|first: char| first.is_ascii_digit())
            {
                true if language == Language::Zh => [" ", said.as_str()].concat(),
                _ => said,
            };
            let amount = |number: u32| apart(words::amount(language, key, number));
            let (blockers, number) = (amount(inequality.base), amount(inequality.count));
            match inequality.holds() {
                true => words::few_blockers(language, blockers, number),
                false => words::enough_blockers(language, blockers, number),
            }
        }
        Demand::Reaches(base) | Demand::Consent(base) => {
            reaches(language, (over, base), inequality)
        }
    };
    of_group(language, world, criterion, clause)
}

fn reaches(language: Language, (over, base): (Over, Base), of: &Inequality) -> String {
    let (how, holds) = (how(of.comparator), if of.holds() { "yes" } else { "no" });
    let for_it = words::r#for(language, terms::over_key(over), of.count);
    let whole = whole(language, (over, base), of.base);
    if base == Base::Against && of.num == of.den {
        return words::outnumbers(language, for_it, how, holds, whole);
    }
    let share = rule_sentences::share(language, of.num, of.den);
    // Of all of them there is no share to be said.
    let how = match (of.comparator, of.num == of.den) {
        (Comparator::AtLeast, true) => "whole",
        _ => how,
    };
    words::reaches(language, for_it, how, holds, share, whole)
}

const fn how(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::MoreThan => "more",
        Comparator::AtLeast => "least",
    }
}

/// Names a base with its number.
fn whole(language: Language, (over, base): (Over, Base), number: u32) -> String {
    let key = terms::base_key(base);
    match (base, over) {
        (Base::Against, over) => words::against(language, terms::over_key(over), number),
        (_, Over::Persons) => words::of_persons(language, key, number),
        (_, Over::Villages) => words::of_villages(language, key, number),
        (_, Over::Weights) => words::of_weights(language, key, number),
        (_, Over::Households) => words::of_households(language, key, number),
        (_, Over::Shares) => words::of_shares(language, key, number),
        (_, Over::Women) => words::of_women(language, key, number),
    }
}

/// Says what a quorum asked for when the vote ended, and what was there.
pub(super) fn short(language: Language, quorum: &QuorumProof) -> String {
    match &quorum.of {
        Attending::Of(over) => {
            let (need, have) = (quorum.inequality.least(), quorum.inequality.count);
            words::short(language, terms::over_key(*over), need, have)
        }
        Attending::Required(who) => words::not_there(language, terms::required(language, who)),
    }
}

/// Says how the contenders stood, by votes, and who is taken.
pub(super) fn slate(
    language: Language,
    ballot: &Ballot,
    result: &VoteResult,
    count: &SlateCount,
) -> String {
    let placed = &count.judged.placed;
    let lines: Vec<String> = placed.iter().map(|it| self::placed(language, it)).collect();
    words::slate(
        language,
        slates::counts(language, ballot, result, count),
        demand(language, &ballot.rule, placed),
        terms::list(language, lines.iter().map(String::as_str)),
        slates::outcome(language, chooses_people(&ballot.rule), &count.judged),
    )
}

fn placed(language: Language, placed: &Placed) -> String {
    let (name, votes) = (placed.name.as_str(), placed.inequality.count);
    match placed.inequality.holds() {
        true => words::placed(language, name, votes),
        false => words::placed_not(language, name, votes),
    }
}

/// Says what each has to reach, of how many; where each has a base of its own, only the share.
fn demand(language: Language, rule: &Rule, placed: &[Placed]) -> String {
    let asked = rule.pass.thresholds().first().copied();
    let (Some(asked), Some(first)) = (asked, placed.first()) else {
        return slates::threshold(language, rule);
    };
    let whole = first.inequality.base;
    if placed.iter().any(|it| it.inequality.base != whole) {
        return slates::threshold(language, rule);
    }
    let share = rule_sentences::share(language, asked.num, asked.den);
    let whole = match (rule.question, asked.base) {
        (Question::OneOf { .. }, Base::Cast) => words::of_choices(language, whole),
        (_, base) => self::whole(language, (asked.over, base), whole),
    };
    words::demand(language, how(asked.comparator), share, whole)
}
