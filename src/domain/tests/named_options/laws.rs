//! Laws of one of several by name, whoever takes what.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::{Otherwise, Question, chooses, drafted, m1, open, recused};
use crate::domain::rule::{
    Base, Comparator, Method, Over, Pass, Quorum, Rule, Threshold, Turnout, preset,
};
use crate::domain::tests::stage::{at, contender};
use crate::domain::vote::slate::{Next, Row, Sheet, Slate};
use crate::domain::vote::{Ballot, Choice, Outcome, VoteResult, Voter};
use crate::domain::{Event, World, apply};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const OPTIONS: [&str; 4] = ["甲", "乙", "丙", "丁"];

/// What ten people do: one of four, 弃权, 未表决, 回避, or they are not there.
fn marks() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(0..8_u8, 1..11)
}

fn choice(mark: u8) -> Option<Choice> {
    match mark {
        0..=3 => Some(chooses(OPTIONS[usize::from(mark)])),
        4 => Some(Choice::Abstain),
        5 => Some(Choice::NotVoting),
        6 => Some(recused()),
        _ => None,
    }
}

fn rules() -> impl Strategy<Value = Rule> {
    use Otherwise::{DropLast, Most, None, RunOff};
    let otherwise = prop_oneof![Just(None), Just(Most), Just(RunOff), Just(DropLast)];
    let base = prop_oneof![
        Just(Base::Entitled),
        Just(Base::Present),
        Just(Base::Valid),
        Just(Base::Cast)
    ];
    let share = prop_oneof![Just((1, 2)), Just((1, 3)), Just((2, 3))];
    let comparator = prop_oneof![Just(Comparator::MoreThan), Just(Comparator::AtLeast)];
    let over = prop_oneof![Just(Over::Persons), Just(Over::Villages), Just(Over::Women)];
    (otherwise, base, share, comparator, over).prop_map(
        |(otherwise, base, (num, den), comparator, over)| Rule {
            question: Question::OneOf { otherwise },
            quorum: Quorum::of(Turnout::MORE_THAN_HALF.over(over)),
            pass: Pass::Reaches(Threshold {
                num,
                den,
                comparator,
                ..Threshold::more_than_half(base)
            }),
            methods: vec![Method::ByName, Method::Hands, Method::Secret],
            ..preset("one-of-several").unwrap()
        },
    )
}

fn slate() -> Slate {
    Slate {
        seats: 1,
        contenders: OPTIONS.map(contender).to_vec(),
        ..Slate::default()
    }
}

fn voters(of: usize) -> Vec<Voter> {
    let voter = |n: usize| Voter {
        woman: n.is_multiple_of(3),
        ..Voter::new(
            format!("p{n}").into(),
            Some(format!("v{}", n % 3).as_str().into()),
        )
    };
    (0..of).map(voter).collect()
}

fn ballot(
    rule: &Rule,
    marks: &[u8],
    method: Method,
) -> (Ballot, BTreeSet<crate::domain::ids::PersonId>) {
    let voters = voters(marks.len());
    let here = voters.iter().zip(marks).filter(|(_, mark)| **mark < 7);
    let in_room = here.map(|(voter, _)| voter.person.clone()).collect();
    let mut ballot = Ballot::new(at("09:15"), rule.clone(), voters.clone(), method);
    ballot.slate = Some(slate());
    for (voter, mark) in voters.iter().zip(marks) {
        let choice = choice(*mark);
        // A vote that is not by name knows only who withdrew.
        let known = choice.filter(|it| method == Method::ByName || it.is_recusal());
        if let Some(choice) = known {
            ballot.take(&voter.person, choice);
        }
    }
    (ballot, in_room)
}

fn by_name(rule: &Rule, marks: &[u8]) -> VoteResult {
    let (ballot, in_room) = ballot(rule, marks, Method::ByName);
    VoteResult::count(&ballot, &in_room, &BTreeMap::new(), &[], at("09:30"))
}

/// The same voices as hands, or as papers: numbers alone.
fn in_numbers(rule: &Rule, marks: &[u8], method: Method) -> VoteResult {
    let (ballot, in_room) = ballot(rule, marks, method);
    let number = |of: u8| u32::try_from(marks.iter().filter(|it| **it == of).count()).unwrap();
    let rows: Vec<Row> = (0..4)
        .map(|at| Row {
            yes: number(at),
            ..Row::default()
        })
        .collect();
    let valid = rows.iter().map(|row| row.yes).sum::<u32>() + number(4);
    let sheet = Sheet {
        issued: valid + number(5),
        returned: valid,
        valid,
        rows,
        abstain: number(4),
        ..Sheet::default()
    };
    let took_part = ballot.voters.iter().zip(marks);
    let took_part = took_part.filter(|(_, mark)| **mark < 6);
    let took_part = took_part.map(|(voter, _)| voter.clone()).collect();
    let slate = slate();
    VoteResult::of_slate(&ballot, &slate, &in_room, (sheet, took_part), at("09:30"))
}

/// A count by counting alone, written from `domain.md` §2.6: who is taken, or who is voted on again.
fn naive(rule: &Rule, marks: &[u8]) -> (Option<usize>, Vec<usize>) {
    let of = |wanted: &dyn Fn(u8) -> bool| marks.iter().filter(|it| wanted(**it)).count();
    let votes: Vec<usize> = (0..4).map(|at| of(&|it| it == at)).collect();
    let (Pass::Reaches(asked), Question::OneOf { otherwise }) = (&rule.pass, rule.question) else {
        unreachable!("one demand");
    };
    let whole = match asked.base {
        Base::Entitled => marks.len(),
        Base::Present => of(&|it| it < 6),
        // Whoever abstains hands in a ballot that counts, and casts a vote for none.
        Base::Valid => of(&|it| it < 5),
        _ => of(&|it| it < 4),
    };
    let reaches = |votes: usize| {
        let (part, share) = (votes * asked.den as usize, asked.num as usize * whole);
        let enough = match asked.comparator {
            Comparator::MoreThan => part > share,
            Comparator::AtLeast => part >= share,
        };
        enough && votes > 0
    };
    let most = *votes.iter().max().unwrap();
    let with = |number: usize| -> Vec<usize> { (0..4).filter(|at| votes[*at] == number).collect() };
    let lead = with(most);
    if reaches(most) {
        return match lead.as_slice() {
            [one] => (Some(*one), Vec::new()),
            _ => (None, lead),
        };
    }
    if most == 0 {
        return (None, Vec::new());
    }
    match otherwise {
        Otherwise::None => (None, Vec::new()),
        Otherwise::Most if lead.len() == 1 => (Some(lead[0]), Vec::new()),
        Otherwise::Most => (None, lead),
        Otherwise::RunOff => {
            let mut sorted = votes.clone();
            sorted.sort_unstable();
            let second = with(sorted[2]);
            // The first two, or the tied for either place between themselves.
            match (lead.len(), second.len()) {
                (1, 1) => (None, (0..4).filter(|at| votes[*at] >= sorted[2]).collect()),
                (1, _) => (None, second),
                _ => (None, lead),
            }
        }
        Otherwise::DropLast => {
            let fewest = *votes.iter().min().unwrap();
            let last = with(fewest);
            let stay: Vec<usize> = (0..4).filter(|at| votes[*at] > fewest).collect();
            (None, if last.len() > 1 { last } else { stay })
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn names_hands_and_papers_of_the_same_totals_agree(rule in rules(), marks in marks()) {
        let named = by_name(&rule, &marks);
        for method in [Method::Hands, Method::Secret] {
            let numbers = in_numbers(&rule, &marks, method);
            prop_assert_eq!(&numbers.slate, &named.slate);
            prop_assert_eq!(&numbers.tally, &named.tally);
            prop_assert_eq!(&numbers.quorum, &named.quorum);
            prop_assert_eq!(numbers.outcome, named.outcome);
        }
        // And every voice is known, as it was given.
        prop_assert_eq!(named.voices.len(), marks.len());
        let slate = slate();
        let sheet = &named.slate.as_ref().unwrap().sheet;
        prop_assert_eq!(slate.balance(sheet, false), Ok(()));
        let villages = crate::domain::vote::slate::of_villages(&slate, &named.voices);
        for at in 0..4 {
            let sum: u32 = villages.iter().map(|it| it.rows[at]).sum();
            prop_assert_eq!(sum, sheet.rows[at].yes);
        }
    }

    #[test]
    fn a_count_by_counting_alone_takes_the_same(rule in rules(), marks in marks()) {
        let named = by_name(&rule, &marks);
        let judged = &named.slate.as_ref().unwrap().judged;
        let (taken, again) = naive(&rule, &marks);
        let found = judged.taken().map(|it| OPTIONS.iter().position(|one| it.as_str() == *one));
        let found: Vec<usize> = found.map(Option::unwrap).collect();
        prop_assert_eq!(found, taken.into_iter().collect::<Vec<_>>());
        let among = match &judged.next {
            Next::VoteAgain { among, .. } => among.clone(),
            _ => Vec::new(),
        };
        let among: Vec<&str> = among.iter().map(|it| it.as_str()).collect();
        let again: Vec<&str> = again.into_iter().map(|at| OPTIONS[at]).collect();
        prop_assert_eq!(among, again);
        if named.outcome == Outcome::Adopted {
            prop_assert!(taken.is_some());
        }
    }

    #[test]
    fn one_more_vote_never_takes_it_from_the_one_that_has_it(rule in rules(), marks in marks()) {
        let (taken, _) = naive(&rule, &marks);
        let Some(taken) = taken else { return Ok(()) };
        let other = marks.iter().position(|mark| (4..6).contains(mark));
        let Some(other) = other else { return Ok(()) };
        let mut more = marks.clone();
        more[other] = u8::try_from(taken).unwrap();
        let named = by_name(&rule, &more);
        let judged = &named.slate.as_ref().unwrap().judged;
        let found: Vec<&str> = judged.taken().map(|it| it.as_str()).collect();
        prop_assert_eq!(found, [OPTIONS[taken]]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_recording_never_matters_and_the_journal_makes_the_same_vote(
        marks in proptest::collection::vec(0..6_u8, 10),
        order in Just((0..10_usize).collect::<Vec<_>>()).prop_shuffle(),
        twice in 0..10_usize,
    ) {
        let voted = |order: &[usize]| {
            let mut stage = drafted("one-of-several", &OPTIONS);
            stage.run(open(Method::ByName));
            // What is taken down first and mended leaves nothing in the count.
            stage.take(super::VOTERS[twice], chooses("丁"));
            for at in order {
                stage.take(super::VOTERS[*at], choice(marks[*at]).unwrap());
            }
            stage.end("m1");
            stage.announce("m1");
            stage
        };
        let straight: Vec<usize> = (0..10).collect();
        let (one, other) = (voted(&straight), voted(&order));
        prop_assert_eq!(m1(&one), m1(&other));
        let mut again = World::default();
        for event in &other.log {
            let kept = match event {
                Event::Vote(event) => {
                    let kept = serde_json::to_string(event).unwrap();
                    Event::Vote(serde_json::from_str(&kept).unwrap())
                }
                other => other.clone(),
            };
            apply(&mut again, &kept);
        }
        prop_assert_eq!(again.motion(&"m1".into()).unwrap(), m1(&other));
    }
}
