//! The count on the screen, the count in the journal and the count on the print are one: votes taken in
//! every way, counted again by a reference that knows nothing but the journal's lines.

use crate::faults::dice::Dice;
use crate::faults::ground::{counted, rounds};
use crate::readme::{at_the_vote, drawn};
use crate::staged::{at, line};
use lianxi::domain::Command;
use lianxi::domain::ids::{MotionId, PersonId};
use lianxi::domain::vote::{self, Choice};
use lianxi::i18n::Language;
use lianxi::papers::plain;
use lianxi::papers::record::{Printed, record};
use lianxi::store::{Access, Store};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// The motion that is voted on.
const MOTION: &str = "motion-4";

/// What is counted, as the journal spells it and in the order in which it is printed.
const CHOICES: [&str; 5] = ["for", "against", "abstain", "not_voting", "recused"];

type Counts = [usize; 5];

/// The reference: who said what last, by the journal's lines alone.
fn of_journal(lines: &[Value]) -> Counts {
    let mut said: BTreeMap<&str, &str> = BTreeMap::new();
    for event in lines
        .iter()
        .filter_map(|line| line["events"].as_array())
        .flatten()
    {
        if event["motion"] != MOTION {
            continue;
        }
        let person = event["person"].as_str();
        match event["t"].as_str().unwrap() {
            "vote.taken" => {
                said.insert(person.unwrap(), event["choice"]["is"].as_str().unwrap());
            }
            "vote.cleared" => {
                said.remove(person.unwrap());
            }
            _ => {}
        }
    }
    CHOICES.map(|choice| said.values().filter(|it| **it == choice).count())
}

fn lines(file: &Path) -> Vec<Value> {
    let store = Store::open(file, Access::Read).unwrap();
    let lines = store.read(1).unwrap().into_iter();
    lines
        .map(|line| serde_json::from_slice(&line.bytes).unwrap())
        .collect()
}

/// Reads the numbers behind some words, each where it stands next.
fn numbers<const N: usize>(text: &str, words: [&str; N]) -> [usize; N] {
    let mut rest = text;
    words.map(|word| {
        let (_, after) = rest
            .split_once(word)
            .unwrap_or_else(|| panic!("no {word} in {text}"));
        rest = after;
        let digits: String = after
            .trim_start()
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        digits.parse().unwrap()
    })
}

/// Reads the counts off the sentence that names the result.
fn of_sentence(text: &str) -> [usize; 4] {
    let sentence: String = text.split_whitespace().collect();
    numbers(
        &sentence,
        ["人，赞成", "票，反对", "票，弃权", "票，未表决"],
    )
}

/// Reads the counts off the last row of the printed table.
fn of_table(text: &str, total: &str) -> Counts {
    let row = text.lines().find_map(|line| line.strip_prefix(total));
    let row = row.unwrap_or_else(|| panic!("no {total} in {text}"));
    let mut numbers = row.split_whitespace().map(|it| it.parse().unwrap());
    CHOICES.map(|_| numbers.next().unwrap())
}

/// Throws marks of every kind, some taken back, and returns how many were taken.
fn mark(desk: &mut lianxi::desk::Desk, dice: &mut Dice) -> usize {
    let motion = MotionId::from(MOTION);
    let ballot = desk.world().motion(&motion).unwrap().ballot().unwrap();
    let voters: Vec<PersonId> = ballot.voters.iter().map(|it| it.person.clone()).collect();
    let mut recused = 0..2;
    let mut taken = 0;
    for _ in 0..dice.below(40) {
        let person = voters[dice.below(voters.len())].clone();
        let choice = match dice.below(9) {
            0..=2 => Choice::For,
            3 | 4 => Choice::Against,
            5 => Choice::Abstain,
            6 => Choice::NotVoting,
            // Whoever chairs would have to hand over before the announcement.
            7 if voters.last() != Some(&person) && recused.next().is_some() => Choice::Recused {
                reason: line("承包人是其亲属").into(),
            },
            _ => {
                let clear = vote::Command::Clear {
                    motion: motion.clone(),
                    person,
                };
                taken += usize::from(desk.execute(&[Command::Vote(clear)]).is_ok());
                continue;
            }
        };
        let take = vote::Command::Take {
            motion: motion.clone(),
            person,
            choice,
        };
        taken += usize::from(desk.execute(&[Command::Vote(take)]).is_ok());
    }
    let all_for = vote::Command::AllFor {
        motion: motion.clone(),
    };
    let end = vote::Command::End {
        motion: motion.clone(),
        at: at("9:40"),
    };
    for command in [all_for, end] {
        let _done = desk.execute(&[Command::Vote(command)]).unwrap();
    }
    let counted = desk.world().motion(&motion).unwrap();
    let not_put_off = (vote::due(counted) == Some(vote::Due::CloseSplit)).then(|| {
        // The sides are close: it is chosen first not to put it off.
        vote::Command::Follow {
            session: counted.session.clone(),
            motion: motion.clone(),
            at: at("9:41"),
            next: vote::Next::PassOver,
        }
    });
    let announce = vote::Command::Announce {
        motion: motion.clone(),
        at: at("9:41"),
    };
    for command in not_put_off.into_iter().chain([announce]) {
        let _done = desk.execute(&[Command::Vote(command)]).unwrap();
    }
    taken
}

#[test]
fn the_count_is_the_same_on_the_screen_in_the_journal_and_on_the_print() {
    let mut dice = Dice::new(31);
    let (rounds, mut marks, mut several) = (rounds(6), 0, BTreeMap::new());
    for _ in 0..rounds {
        let (mut app, session, _folder) = at_the_vote(Language::Zh);
        let desk = app.desk.as_mut().unwrap();
        marks += mark(desk, &mut dice);
        let journal = lines(desk.path());
        let counts = of_journal(&journal);
        let first = [counts[0], counts[1], counts[2], counts[3]];
        for (language, total) in [(Language::Zh, "总计"), (Language::En, "All")] {
            let world = desk.world();
            let session = world.session(&session).unwrap();
            let paper = record(world, session, language, Printed::default());
            let paper = plain::write(&paper, language, 100);
            assert_eq!(of_table(&paper, total), counts, "{paper}");
            if language == Language::Zh {
                assert_eq!(of_sentence(&paper), first, "{paper}");
            }
        }
        for size in [(80, 40), (120, 50)] {
            let screen = drawn(&mut app, size);
            assert_eq!(of_sentence(&screen), first, "{screen}");
        }
        // The control: one voice less in the journal, and it is another count.
        let taken = |line: &Value| line["events"][0]["t"] == "vote.taken";
        let mut less = journal.clone();
        let last = less.iter().rposition(taken).unwrap();
        less.remove(last);
        several.entry(counts).or_insert(of_journal(&less));
    }
    assert!(several.iter().any(|(counts, less)| counts != less));
    assert!(several.len() > 1, "every vote came out the same");
    counted(&format!(
        "{rounds} votes of {marks} marks, {} of them different, counted on screen, journal and print",
        several.len()
    ));
}
