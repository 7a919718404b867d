//! What is said of votes that came out otherwise than by a plain count: void, settled after a tie, put
//! right, taken down in one stroke.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::sequels::{follow, m1, own, voted, voting};
use super::stage::{Stage, VOTERS, line};
use crate::domain::rule::{Rule, TieStep};
use crate::domain::task::Decision;
use crate::domain::vote::secret::{BallotCount, Papers};
use crate::domain::vote::slate::Sheet;
use crate::domain::vote::totals::Totals;
use crate::domain::vote::{self, Choice, Due, Motion, MotionState, Next, Outcome};
use crate::i18n::{Language, corrected, record as words, sequels, totals};
use crate::papers::{plain, record};

fn tied() -> Stage {
    let mut stage = voting(own(|rule| Rule {
        tie: vec![TieStep::ChairCasts],
        ..rule
    }));
    voted(&mut stage, 5);
    stage
}

#[test]
fn what_the_chair_casts_is_a_decision_somebody_carries_out() {
    for adopted in [true, false] {
        let mut stage = tied();
        assert_eq!(Decision::of_motion(m1(&stage)), None);
        stage.run(follow(Next::Cast { adopted }));
        assert_eq!(Decision::of_motion(m1(&stage)).is_some(), adopted);
    }
}

#[test]
fn a_chair_taken_down_in_one_stroke_with_others_is_not_said_to_have_been_last() {
    let chair_last = || {
        own(|rule| Rule {
            chair_last: true,
            ..rule
        })
    };
    let printed = |stage: &Stage, language| {
        let printed = record::Printed::default();
        let paper = record::record(&stage.world, stage.s1(), language, printed);
        plain::write(&paper, language, 10_000)
    };
    let all_for = |stage: &mut Stage| {
        stage.vote(vote::Command::AllFor {
            motion: "m1".into(),
        });
    };
    // All in one stroke; each by itself, and the chair alone by the key that takes the rest.
    for together in [true, false] {
        let mut stage = voting(chair_last());
        let chair = stage.s1().chair.clone().unwrap();
        if !together {
            let others = VOTERS.iter().filter(|it| **it != chair.as_str());
            others.for_each(|person| stage.take(person, Choice::For));
        }
        all_for(&mut stage);
        stage.end("m1");
        stage.announce("m1");
        assert_eq!(m1(&stage).ballot().unwrap().chair_among, together);
        for language in Language::ALL {
            let paper = printed(&stage, language);
            let last = words::method_named_chair_last(language);
            let among = words::method_named_chair_among(language);
            let (said, not) = match together {
                true => (among, last),
                false => (last, among),
            };
            assert!(paper.contains(said) && !paper.contains(not), "{paper}");
        }
    }
}

#[test]
fn a_void_vote_is_said_to_be_void_and_not_to_have_decided_nothing() {
    let stage = tied();
    let mut motion = Motion::clone(m1(&stage));
    let MotionState::Announced { result, .. } = &mut motion.state else {
        unreachable!()
    };
    result.outcome = Outcome::Void;
    for (language, said) in [(Language::Zh, "作废"), (Language::En, "is void")] {
        let due = sequels::due_sentence(language, &stage.world, &motion, Due::NewVote);
        assert!(due.contains(said), "{due}");
    }
}

#[test]
fn figures_nobody_counted_are_not_written_as_noughts() {
    let stage = tied();
    let papers = Papers {
        returned: 113,
        ..Papers::default()
    };
    let void = Totals::Papers {
        count: BallotCount::Whole { papers },
    };
    let bare = Totals::Papers {
        count: BallotCount::Slate {
            sheet: Sheet::bare(12, 113, 3),
        },
    };
    for language in Language::ALL {
        for figures in [&void, &bare] {
            let said = corrected::figures(language, &stage.world, None, figures);
            assert_eq!(said, totals::papers_void(language, 113));
        }
    }
}

#[test]
fn a_correction_of_contenders_names_the_rows_it_changes() {
    let stage = tied();
    let sheet = |written: u32| Totals::Papers {
        count: BallotCount::Slate {
            sheet: Sheet {
                issued: 12,
                returned: 12,
                valid: 12,
                spoiled: 0,
                rows: Vec::new(),
                abstain: 4,
                written: vec![(line("周七"), written)],
            },
        },
    };
    let (was, now) = (sheet(8), sheet(7));
    for language in Language::ALL {
        let whole = corrected::figures(language, &stage.world, None, &now);
        let changed = corrected::changed_figures(language, &stage.world, None, (&was, &now));
        assert!(changed.len() < whole.len(), "{changed}\n{whole}");
        let same = corrected::changed_figures(language, &stage.world, None, (&now, &now));
        assert_eq!(same, whole);
    }
}
