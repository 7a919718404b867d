//! A rule read out in plain sentences, made from the rule itself: what it says is what is counted.

mod conduct;
mod counted;
#[cfg(test)]
mod tests;

pub use conduct::tie_step;
pub(super) use counted::held;
pub use counted::share;

use super::{Language, rule_sentence as words, terms};
use crate::domain::World;
use crate::domain::rule::{
    Consent, Figure, Otherwise, Partial, Provenance, Question, Rule, Weights,
};

/// The most villages whose weights are read out one by one.
const MOST_WEIGHTS: usize = 8;

/// What a paragraph of a rule that is read out is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Whether it is for and against, one of several, or people for seats.
    Question,
    /// Who must be there, what passes, what abstaining means.
    Counting,
    /// Who in particular must be there, and the second call.
    Room,
    /// How villages speak, what they weigh, what they are asked.
    Villages,
    /// What a recusal does, what follows a tie and a close vote.
    Outcome,
    /// How a vote is taken and who may take part, proxies among them.
    Ways,
    /// What it stands on.
    Source,
    /// From when to when.
    Validity,
}

/// Reads a rule out: each string is a paragraph of sentences, in the order a clerk asks. The world
/// names villages and the rules that this one refers to.
#[must_use]
pub fn paragraphs(language: Language, world: &World, rule: &Rule) -> Vec<(About, String)> {
    let paragraphs = [
        (About::Question, question(language, rule)),
        (About::Counting, counted::core(language, rule)),
        (About::Room, counted::room(language, world, rule)),
        (About::Villages, villages(language, world, rule)),
        (About::Outcome, conduct::outcome(language, rule)),
        (About::Ways, conduct::ways(language, rule)),
        (About::Source, provenance(language, rule)),
        (About::Validity, validity(language, rule)),
    ];
    let said = paragraphs
        .into_iter()
        .filter_map(|(about, said)| Some((about, joined(language, said)?)));
    said.map(|(about, said)| (about, words::stop(language, said)))
        .collect()
}

/// Reads a rule out, a paragraph a string, as [`paragraphs`] does.
#[must_use]
pub fn sentences(language: Language, world: &World, rule: &Rule) -> Vec<String> {
    let said = paragraphs(language, world, rule).into_iter();
    said.map(|(_, said)| said).collect()
}

/// Says how a rule counts, in one paragraph: who must be there, what passes, what abstaining means.
#[must_use]
pub fn in_short(language: Language, rule: &Rule) -> String {
    let said = joined(language, counted::core(language, rule)).unwrap_or_default();
    words::stop(language, said)
}

/// Warns where a rule holds only if something else says so: one that is derived, or foreign.
#[must_use]
pub fn warning(language: Language, rule: &Rule) -> Option<&'static str> {
    match rule.provenance {
        Provenance::Derived => Some(words::derived_only_if(language)),
        Provenance::Foreign => Some(words::foreign_sample(language)),
        Provenance::Law
        | Provenance::Party
        | Provenance::Charter
        | Provenance::Local
        | Provenance::Own => None,
    }
}

fn joined(language: Language, said: Vec<String>) -> Option<String> {
    let join = |said: String, more: String| words::then(language, said, more);
    said.into_iter().reduce(join)
}

/// Says what follows where none of several passes; `None` for a rule that asks for something else.
#[must_use]
pub fn otherwise(language: Language, rule: &Rule) -> Option<String> {
    let Question::OneOf { otherwise } = rule.question else {
        return None;
    };
    let otherwise = match otherwise {
        Otherwise::None => "none",
        Otherwise::Most => "most",
        Otherwise::RunOff => "run-off",
        Otherwise::DropLast => "drop-last",
    };
    Some(words::none_passes(language, otherwise))
}

fn question(language: Language, rule: &Rule) -> Vec<String> {
    match rule.question {
        Question::YesNo => Vec::new(),
        Question::OneOf { .. } => {
            let otherwise = otherwise(language, rule).unwrap_or_default();
            vec![words::one_of(language, otherwise)]
        }
        Question::Seats {
            spare_percent,
            write_in,
        } => {
            let other = if write_in {
                words::write_in(language)
            } else {
                words::no_write_in(language)
            };
            vec![words::seats(language, spare_percent), other.to_owned()]
        }
    }
}

fn villages(language: Language, world: &World, rule: &Rule) -> Vec<String> {
    let mut said = Vec::new();
    if rule.bloc {
        said.push(words::bloc(language).to_owned());
    }
    if counted::villages_speak(rule) {
        said.push(words::villages_speak(language).to_owned());
    }
    said.extend(
        rule.weights
            .as_ref()
            .map(|weights| weighed(language, world, weights)),
    );
    match &rule.consent {
        Consent::NotAsked => {}
        Consent::InVote { each } => {
            let each = counted::reaches(language, each);
            said.push(words::consent_in_vote(language, each));
        }
        Consent::OwnBody {
            by,
            partial,
            silence_days,
        } => {
            said.push(match by {
                None => words::consent_own_body(language).to_owned(),
                Some(by) => words::consent_own_body_by(language, terms::rule(language, world, by)),
            });
            said.push(
                match partial {
                    Partial::AllMust => words::all_must(language),
                    Partial::AgreeingGoOn => words::agreeing_go_on(language),
                }
                .to_owned(),
            );
            said.extend(silence_days.map(|days| words::silence(language, days)));
        }
    }
    said
}

fn weighed(language: Language, world: &World, weights: &Weights) -> String {
    let key = |figure: Figure| match figure {
        Figure::Inhabitants => "inhabitants",
        Figure::Households => "households",
        Figure::Shares => "shares",
    };
    match weights {
        Weights::Fixed { of } => {
            let named: Vec<String> = of
                .iter()
                .take(MOST_WEIGHTS)
                .map(|(village, weight)| {
                    let name = terms::village(language, world, Some(village));
                    words::weight_of(language, name, *weight)
                })
                .collect();
            // A village of this area that is left out weighs nothing.
            let all = world.villages.values();
            let left_out = all.filter(|it| !of.is_empty() && !of.contains_key(&it.id));
            let none = left_out.map(|it| words::weight_of(language, it.name.as_str(), 0));
            let named: Vec<String> = named.into_iter().chain(none).collect();
            let list = terms::list(language, named.iter().map(String::as_str));
            if of.len() > MOST_WEIGHTS {
                words::weights_fixed_more(language, list, of.len())
            } else {
                words::weights_fixed(language, list)
            }
        }
        Weights::PerStarted { each, figure } => {
            words::weights_started(language, *each, key(*figure))
        }
        Weights::Share {
            total,
            floor,
            cap,
            figure,
        } => words::weights_share(language, *total, key(*figure), *floor, *cap),
    }
}

fn provenance(language: Language, rule: &Rule) -> Vec<String> {
    let mut said = Vec::new();
    if rule.provenance != Provenance::Derived {
        let clause = terms::clause(language, rule).trim();
        let from = terms::provenance(language, rule.provenance);
        said.push(words::stands_on(language, clause, from));
    }
    said.extend(warning(language, rule).map(ToOwned::to_owned));
    if rule.is_unverified() {
        said.push(words::unverified(language).to_owned());
    }
    if rule.stricter {
        said.push(words::stricter(language).to_owned());
    }
    said
}

fn validity(language: Language, rule: &Rule) -> Vec<String> {
    let day = |day: chrono::NaiveDate| day.to_string();
    match (rule.from, rule.to) {
        (None, None) => Vec::new(),
        (Some(from), None) => vec![words::in_force_from(language, day(from))],
        (None, Some(to)) => vec![words::in_force_to(language, day(to))],
        (Some(from), Some(to)) => vec![words::in_force(language, day(from), day(to))],
    }
}
