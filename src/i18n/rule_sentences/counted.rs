//! Who must be there, what passes, and what abstaining means: the part of a rule that is arithmetic.

use crate::domain::World;
use crate::domain::rule::{
    Base, Comparator, Inequality, Over, Pass, Question, Rule, Threshold, Turnout,
};
use crate::i18n::{Language, rule_sentence as words, terms};

/// Says who must be there, what passes, and what abstaining and being absent mean.
pub(super) fn core(language: Language, rule: &Rule) -> Vec<String> {
    let mut said: Vec<String> = rule
        .quorum
        .all_of
        .iter()
        .map(|turnout| turnout_words(language, turnout))
        .collect();
    if said.is_empty() {
        said.push(words::no_quorum(language).to_owned());
    }
    let chooses = matches!(rule.question, Question::OneOf { .. });
    let tree = tree(language, &rule.pass, (false, chooses));
    said.push(match (rule.question, &rule.pass) {
        (Question::OneOf { .. }, _) => words::passes_one(language, tree),
        (Question::Seats { .. }, _) => words::passes_seat(language, tree),
        (Question::YesNo, Pass::Reaches(_)) => words::passes(language, tree),
        (Question::YesNo, _) => words::passes_tree(language, tree),
    });
    said.extend(meanings(language, &rule.pass));
    said
}

/// Says who in particular must be there, and what follows where too few come.
pub(super) fn room(language: Language, world: &World, rule: &Rule) -> Vec<String> {
    let required = rule.quorum.required.iter();
    let mut said: Vec<String> = required
        .map(|who| words::must_be_there(language, terms::required(language, who)))
        .collect();
    if let Some(call) = &rule.quorum.second_call {
        let by = match &call.by {
            None => words::second_any(language).to_owned(),
            Some(by) => words::second_by(language, terms::rule(language, world, by)),
        };
        let notice = call.notice.as_str();
        said.push(words::second_call(language, call.within_days, notice, by));
    }
    said
}

/// Says whether a village is counted as one somewhere, by what its people say.
pub(super) fn villages_speak(rule: &Rule) -> bool {
    let as_one = |over: &Over| matches!(over, Over::Villages | Over::Weights);
    rule.pass.counted().iter().any(as_one)
}

/// Names a fraction as clerks do.
#[must_use]
pub fn share(language: Language, num: u32, den: u32) -> String {
    let key = match (num, den) {
        (1, 2) => "half",
        (1, 3) => "third",
        (2, 3) => "two-thirds",
        (1, 4) => "quarter",
        (3, 4) => "three-quarters",
        (1, 5) => "fifth",
        (2, 5) => "two-fifths",
        (3, 5) => "three-fifths",
        (4, 5) => "four-fifths",
        (_, 100) if num < den => "hundredths",
        _ if num == den => "whole",
        _ => "other",
    };
    words::share(language, key, num, den)
}

/// Says what a threshold demands of the votes for.
pub(super) fn reaches(language: Language, threshold: &Threshold) -> String {
    reaches_of(language, threshold, false)
}

/// Says what a threshold demands of the votes for, or of those for one of several.
fn reaches_of(language: Language, threshold: &Threshold, chooses: bool) -> String {
    let over = terms::over_key(threshold.over);
    let for_it = words::r#for(language, over);
    let Threshold { num, den, .. } = *threshold;
    let share = share(language, num, den);
    let Some(base) = base(language, threshold.over, (threshold.base, chooses)) else {
        let how = against(threshold.comparator, num == den);
        return words::against(language, how, words::for_noun(language, over), share);
    };
    let how = every(how(threshold), &base);
    words::reaches(language, how, share, base, for_it)
}

/// Says of what is not counted in persons whether it reached what was demanded of it, in the words the
/// demand is read out in; `proof` is the inequality.
pub(in crate::i18n) fn held(
    language: Language,
    (over, base): (Over, Base),
    inequality: &Inequality,
    proof: String,
) -> String {
    let key = terms::over_key(over);
    let Inequality {
        comparator,
        num,
        den,
        ..
    } = *inequality;
    let share = share(language, num, den);
    let holds = if inequality.holds() { "yes" } else { "no" };
    match self::base(language, over, (base, false)) {
        Some(base) => {
            let how = match comparator {
                Comparator::AtLeast => least(over, num == den),
                Comparator::MoreThan => "more",
            };
            let how = every(how, &base);
            let for_it = words::r#for(language, key);
            words::held(language, how, holds, share, base, for_it, proof)
        }
        None => {
            let how = against(comparator, num == den);
            let for_it = words::for_noun(language, key);
            words::held_against(language, how, holds, for_it, share, proof)
        }
    }
}

/// Returns the key of what is compared with the votes against.
const fn against(comparator: Comparator, whole: bool) -> &'static str {
    match (comparator, whole) {
        (Comparator::MoreThan, true) => "outnumber",
        (Comparator::AtLeast, true) => "equal",
        (Comparator::MoreThan, false) => "more",
        (Comparator::AtLeast, false) => "least",
    }
}

/// Returns the key of a demand of at least a share: everybody is of one mind, a whole is whole.
const fn least(over: Over, whole: bool) -> &'static str {
    match (whole, over) {
        (false, _) => "least",
        (true, Over::Persons | Over::Villages | Over::Women) => "all",
        (true, Over::Weights | Over::Households | Over::Shares) => "whole",
    }
}

/// Names the whole of a base that is named as a whole itself, all villages and not all of all villages.
fn every(how: &'static str, base: &str) -> &'static str {
    match how {
        "all" | "whole" if base.starts_with("all ") => "every",
        how => how,
    }
}

const fn how(threshold: &Threshold) -> &'static str {
    match threshold.comparator {
        Comparator::MoreThan => "more",
        Comparator::AtLeast => least(threshold.over, threshold.num == threshold.den),
    }
}

/// Names a base of what is counted; `None` for the votes against, which no sentence counts a share of
/// in the same way.
fn base(language: Language, over: Over, (base, chooses): (Base, bool)) -> Option<String> {
    if base == Base::Against {
        return None;
    }
    let key = match base {
        // Whoever chooses one of several is for it, and against none.
        Base::Cast if chooses => "chosen",
        base => terms::base_key(base),
    };
    Some(match over {
        Over::Persons => words::base_persons(language, key),
        Over::Villages => words::base_villages(language, key),
        Over::Weights => words::base_weights(language, key),
        Over::Households => words::base_households(language, key),
        Over::Shares => words::base_shares(language, key),
        Over::Women => words::base_women(language, key),
    })
}

fn turnout_words(language: Language, turnout: &Turnout) -> String {
    let threshold = turnout.threshold();
    let all = base(language, turnout.over, (Base::Entitled, false)).unwrap_or_default();
    let there = words::there(language, terms::over_key(turnout.over));
    let share = share(language, turnout.num, turnout.den);
    words::turnout(language, how(&threshold), share, all, there)
}

/// How two parts of a tree are said one after the other.
type Join = fn(Language, String, String) -> String;

/// Reads the tree; a branch within another stands in brackets.
fn tree(language: Language, pass: &Pass, (inner, chooses): (bool, bool)) -> String {
    let (of, join): (&[Pass], Join) = match pass {
        Pass::Reaches(threshold) => return reaches_of(language, threshold, chooses),
        Pass::EachVillage(threshold) => {
            let said = words::each_village(language, reaches(language, threshold));
            // Without brackets what follows would be read as asked of each village too.
            return if inner {
                words::within(language, said)
            } else {
                said
            };
        }
        Pass::FewerBlockersThan { over, number } => {
            return words::few_blockers(language, terms::over_key(*over), *number);
        }
        Pass::All(of) => (of, |language, said, more| words::and(language, said, more)),
        Pass::Any(of) => (of, |language, said, more| words::or(language, said, more)),
    };
    // A branch of one part says what that part says, and stands where the branch does.
    let inside = inner || of.len() > 1;
    let parts = of
        .iter()
        .map(|part| tree(language, part, (inside, chooses)));
    let said = parts.reduce(|said, more| join(language, said, more));
    let said = said.unwrap_or_default();
    if inner && of.len() > 1 {
        words::within(language, said)
    } else {
        said
    }
}

/// Says what abstaining and being absent mean, for each base once.
fn meanings(language: Language, pass: &Pass) -> Vec<String> {
    let thresholds = pass.thresholds();
    let used: Vec<&Threshold> = Base::ALL
        .iter()
        .filter_map(|base| thresholds.iter().find(|it| it.base == *base))
        .collect();
    let several = used.len() > 1;
    let said = used.into_iter().map(|threshold| {
        let meaning = words::meaning(language, terms::base_key(threshold.base));
        if several {
            let base = terms::base(language, threshold.base);
            words::meaning_of(language, base, meaning)
        } else {
            meaning
        }
    });
    said.collect()
}
