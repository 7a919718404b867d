//! A proof on paper says what was counted: every inequality, and which of them do not hold.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::{Language, proof, proof_of, result_sentence};
use crate::domain::rule::{Base, Comparator, Over, Pass, Threshold};
use crate::domain::tests::polls::{Case, Luck};
use crate::domain::tests::stage::Stage;
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{Ballot, Motion, MotionState, Outcome, VoteResult};

const ROUNDS: u64 = 3_000;

fn denied(language: Language) -> &'static str {
    match language {
        Language::Zh => " 不成立",
        Language::En => " does not hold",
    }
}

/// Reads a proof as somebody who checks it would: each inequality in its order, with what is said of
/// it, and nothing else said not to hold.
fn says_each(said: &str, language: Language, inequalities: &[(String, bool)]) -> bool {
    let mut rest = said;
    for (inequality, holds) in inequalities {
        let printed = format!(
            "{}{inequality}",
            ["（", "("][usize::from(language == Language::En)]
        );
        let Some((_, after)) = rest.split_once(printed.as_str()) else {
            return false;
        };
        let closed = after.starts_with(['）', ')']);
        if closed != *holds || after.starts_with(denied(language)) == *holds {
            return false;
        }
        rest = after;
    }
    let denials = inequalities.iter().filter(|(_, holds)| !holds).count();
    said.matches(denied(language)).count() == denials
}

/// A motion of the case's villages, voted under the case's rule.
fn voted(stage: &Stage, case: &Case) -> (Motion, VoteResult) {
    let result = case.result();
    let voters = case.voices.iter().map(|it| it.voter.clone()).collect();
    let ballot = Ballot::new(result.ended, case.rule.clone(), voters, Default::default());
    let mut motion = stage.world.motion(&"m1".into()).unwrap().clone();
    motion.villages.clone_from(&case.concerned);
    motion.state = MotionState::Counted {
        ballot,
        result: Box::new(result.clone()),
    };
    (motion, result)
}

#[test]
fn every_inequality_stands_in_the_sentence_with_what_is_true_of_it() {
    let stage = Stage::voting();
    let mut inquorate = 0;
    for seed in 1..=ROUNDS {
        let case = Case::by_luck(&mut Luck::new(seed));
        let (motion, result) = voted(&stage, &case);
        let criteria = result.tally.criteria().into_iter();
        let criteria = criteria.filter(|it| !it.goes_without_saying());
        let criteria = criteria.map(|it| (it.inequality.to_string(), it.inequality.holds()));
        let criteria: Vec<_> = criteria.collect();
        for language in Language::ALL {
            let printed = proof(language, &stage.world, &result);
            assert!(
                says_each(&printed, language, &criteria),
                "seed {seed}: {printed} {criteria:?}"
            );
            let sentence = result_sentence(language, &stage.world, &motion, &result);
            if result.outcome == Outcome::Inquorate {
                let short = result.quorum.iter().find(|it| !it.holds()).unwrap();
                let short = format!("{}{}", short.inequality, denied(language));
                assert!(sentence.contains(&short), "seed {seed}: {sentence}");
                inquorate += 1;
            } else {
                assert!(sentence.contains(&printed), "seed {seed}: {sentence}");
            }
        }
    }
    assert!((ROUNDS / 10..ROUNDS).contains(&inquorate), "{inquorate}");
}

/// A case under one criterion and nothing else.
fn under(case: &Case, pass: Pass) -> Case {
    let mut case = case.clone();
    case.rule.pass = pass;
    case.rule.quorum = Default::default();
    case.rule.consent = Default::default();
    case
}

#[test]
fn more_for_than_against_is_said_only_where_it_is_so() {
    let stage = Stage::voting();
    let (mut so, mut not) = (0, 0);
    for seed in 1..=ROUNDS {
        let mut luck = Luck::new(seed);
        let case = Case::by_luck(&mut luck);
        let threshold = Threshold {
            over: luck.one(&[Over::Persons, Over::Persons, Over::Villages]),
            num: 1,
            den: luck.one(&[1, 1, 2]),
            comparator: luck.one(&[Comparator::MoreThan, Comparator::AtLeast]),
            base: Base::Against,
        };
        let case = under(&case, Pass::Reaches(threshold));
        let result = case.result();
        let number = |said| case.voices.iter().filter(|it| it.voice == said).count();
        let more = number(Voice::For) > number(Voice::Against);
        for (language, yes, no) in [
            (Language::Zh, "赞成票多于反对票", "赞成票不多于反对票"),
            (
                Language::En,
                "more are for than against",
                "no more are for than",
            ),
        ] {
            let printed = proof(language, &stage.world, &result);
            let (yes, no) = (printed.starts_with(yes), printed.starts_with(no));
            assert!(!yes || more, "seed {seed}: {printed}");
            assert!(!no || !more, "seed {seed}: {printed}");
            (so, not) = (so + u32::from(yes), not + u32::from(no));
        }
    }
    assert!(so > 100 && not > 100, "{so} {not}");
}

#[test]
fn where_nothing_of_several_holds_the_proof_says_so() {
    let stage = Stage::voting();
    let half = |base| Pass::Reaches(Threshold::more_than_half(base));
    let either = Pass::Any(vec![half(Base::Entitled), half(Base::Present)]);
    let mut seen = [0; 2];
    for seed in 1..=ROUNDS / 10 {
        let case = under(&Case::by_luck(&mut Luck::new(seed)), either.clone());
        let result = case.result();
        let adopted = result.outcome == Outcome::Adopted;
        for (language, one, none) in [
            (Language::Zh, "以下之一成立", "以下没有一项成立"),
            (Language::En, "one of these holds", "none of these holds"),
        ] {
            let printed = proof(language, &stage.world, &result);
            let opening = if adopted { one } else { none };
            assert!(printed.starts_with(opening), "seed {seed}: {printed}");
        }
        seen[usize::from(adopted)] += 1;
    }
    assert!(seen.iter().all(|times| *times > 20), "{seen:?}");
}

#[test]
fn whoever_blocks_is_counted_in_the_words_of_what_is_counted() {
    use crate::domain::rule::Inequality;
    use crate::domain::vote::tally::{Criterion, Demand, Proof};
    use crate::i18n::step;

    for language in Language::ALL {
        for (over, key) in [(Over::Persons, "persons"), (Over::Villages, "villages")] {
            for (number, blockers) in [(3, 6), (7, 6)] {
                let inequality = Inequality {
                    den: 1,
                    count: number,
                    comparator: Comparator::MoreThan,
                    num: 1,
                    base: blockers,
                };
                let criterion = Criterion {
                    group: None,
                    over,
                    demand: Demand::FewBlockers,
                    inequality,
                };
                let said = proof_of(language, &Stage::planned().world, &Proof::One(criterion));
                let printed = inequality.to_string();
                let want = match inequality.holds() {
                    true => step::few_blockers(language, key, blockers, printed),
                    false => step::enough_blockers(language, key, blockers, printed),
                };
                assert!(said.contains(&want), "{said}");
                assert!(said.contains(&format!("{blockers} ")), "{said}");
                assert!(!said.contains(key) || language == Language::En, "{said}");
            }
        }
    }
}
