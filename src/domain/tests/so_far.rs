//! A vote as it stands is the vote ended now: whoever said nothing yet had not voted.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::by_village::under_on;
use super::moments::{end, open};
use super::proxies::{give, rule as by_proxy, sitting};
use super::sequels::m1;
use super::stage::{Stage, VOTERS, at, recused, take};
use crate::domain::Command;
use crate::domain::ids::{PersonId, VillageId};
use crate::domain::rule::{Base, Consent, Method, Rule, Threshold};
use crate::domain::session::{RollMark, quorum};
use crate::domain::vote::by_village::{Says, Split, Stance, here, unheard};
use crate::domain::vote::hands::{ChairHand, Hands, room};
use crate::domain::vote::secret::{BallotCount, Papers};
use crate::domain::vote::tally::{Counts, Tally};
use crate::domain::vote::{self, Choice, missing_voices, so_far};
use proptest::prelude::*;

/// A rule, changed as the committee's own, and the way its vote is taken.
type Way = (&'static str, fn(&mut Rule), Method);

const WAYS: [Way; 7] = [
    ("majority-of-cast", |_| {}, Method::ByName),
    ("each-group-majority-of-present", |_| {}, Method::ByName),
    ("majority-of-cast", concerned_agree, Method::ByName),
    ("majority-of-cast", |_| {}, Method::Hands),
    ("two-thirds-of-entitled", |_| {}, Method::Hands),
    ("one-village-one-vote", |_| {}, Method::ByVillage),
    ("majority-of-cast", concerned_agree, Method::ByVillage),
];

fn concerned_agree(rule: &mut Rule) {
    rule.consent = Consent::InVote {
        each: Threshold::more_than_half(Base::Present),
    };
    rule.methods = Method::ALL.to_vec();
    rule.methods = rule.ways().collect();
}

fn opened((preset, change, method): Way) -> Stage {
    let mut stage = under_on(Stage::planned(), preset, change);
    stage.vote(vote::Command::open("m1".into(), at("09:15"), method));
    stage
}

fn hear(village: Option<VillageId>, says: Says) -> Command {
    Command::Vote(vote::Command::HearVillage {
        motion: "m1".into(),
        village,
        says,
    })
}

fn stands(stage: &Stage, raised: Option<&Hands>) -> Option<Tally> {
    so_far(&stage.world, stage.s1(), m1(stage), raised.cloned())
}

/// Whoever a throw says leaves, withdraws or, where that is asked by name, speaks.
fn move_and_speak(stage: &mut Stage, throws: &[u8]) {
    for (person, throw) in VOTERS.iter().zip(throws) {
        let said = match throw % 8 {
            0 | 1 => Choice::For,
            2 => Choice::Against,
            3 => Choice::Abstain,
            4 => recused(),
            5 => {
                let left = super::moments::mark(person, RollMark::Left);
                let _ = stage.attempt(&left);
                continue;
            }
            _ => continue,
        };
        let _ = stage.attempt(&Command::Vote(take(person, said)));
    }
}

/// Hands of the room, in pencil: those that nobody raised had not voted.
fn raised(stage: &Stage, throws: &[u8]) -> Hands {
    let mut left = quorum::count(room(stage.s1(), m1(stage).ballot().unwrap()));
    let mut some = |throw: u8| {
        let taken = left.min(u32::from(throw % 4));
        left -= taken;
        taken
    };
    let (yes, no, abstain) = (some(throws[0]), some(throws[1]), some(throws[2]));
    Hands {
        yes,
        no,
        abstain,
        not_voting: left,
        chair: ChairHand::Counted,
    }
}

/// Hears some of the villages, as one or by numbers.
fn hear_some(stage: &mut Stage, throws: &[u8]) {
    let ballot = m1(stage).ballot().unwrap().clone();
    let asked = ballot.villages_asked().into_iter();
    let asked: Vec<Option<VillageId>> = asked.map(Option::<&VillageId>::cloned).collect();
    for (village, throw) in asked.into_iter().zip(throws) {
        let here = here(stage.s1(), &ballot, village.as_ref());
        let says = match throw % 8 {
            n @ 0..4 => Says::AsOne {
                stance: Stance::ALL[usize::from(n)],
            },
            n @ (4 | 5) if here > 0 => Says::ByNumbers {
                split: Split {
                    yes: here - 1,
                    no: u32::from(n == 4),
                    not_voting: u32::from(n == 5),
                    ..Split::default()
                },
            },
            _ => continue,
        };
        let _ = stage.attempt(&hear(village, says));
    }
}

/// Marks everybody who said nothing as not voting.
fn the_rest_does_not_vote(stage: &mut Stage) {
    let ballot = m1(stage).ballot().unwrap().clone();
    let silent = missing_voices(stage.s1(), &ballot);
    let silent: Vec<PersonId> = silent.map(|voter| voter.person.clone()).collect();
    for person in silent {
        stage.take(person.as_str(), Choice::NotVoting);
    }
    if ballot.method == Method::ByVillage {
        let silent = unheard(stage.s1(), &ballot);
        let silent: Vec<Option<VillageId>> = silent.map(Option::<&VillageId>::cloned).collect();
        for village in silent {
            stage.run(hear(
                village,
                Says::AsOne {
                    stance: Stance::NotVoting,
                },
            ));
        }
    }
}

proptest! {
    #[test]
    fn the_votes_so_far_are_the_same_votes_ended_and_judged(
        way in prop::sample::select(WAYS.to_vec()),
        throws in prop::collection::vec(any::<u8>(), 10),
        spoken in prop::collection::vec(any::<u8>(), 5),
    ) {
        let mut stage = opened(way);
        move_and_speak(&mut stage, &throws);
        hear_some(&mut stage, &spoken);
        let hands = (way.2 == Method::Hands).then(|| raised(&stage, &spoken));
        let before = stands(&stage, hands.as_ref());
        the_rest_does_not_vote(&mut stage);
        if let Some(hands) = hands {
            stage.vote(vote::Command::CountHands { motion: "m1".into(), hands });
        }
        stage.run(end());
        let counted = m1(&stage).result().unwrap().tally.clone();
        prop_assert_eq!(before.as_ref(), Some(&counted));
        // Once it is ended it stays as it was counted.
        prop_assert_eq!(stands(&stage, None), Some(counted));
    }
}

#[test]
fn nothing_stands_before_a_vote_is_opened() {
    let stage = under_on(Stage::planned(), "majority-of-cast", |_| {});
    assert_eq!(stands(&stage, None), None);
}

#[test]
fn by_name_who_left_is_absent_unless_a_proxy_speaks_for_them() {
    let mut stage = sitting(Some(by_proxy(1, false)), &["p9", "p10"]);
    stage.run(give("p9", "p3"));
    stage.run(open("m1"));
    for (person, said) in [
        ("p2", Choice::For),
        ("p3", Choice::Against),
        ("p4", recused()),
        ("p5", Choice::Abstain),
        ("p9", Choice::For),
    ] {
        stage.take(person, said);
    }
    stage.mark("p6", RollMark::Left);
    let counts = Counts {
        yes: 2,
        no: 1,
        abstain: 1,
        not_voting: 3,
        absent: 2,
        recused: 1,
        ..Counts::default()
    };
    assert_eq!(stands(&stage, None).unwrap().counts, counts);
}

#[test]
fn hands_in_pencil_stand_as_they_are_raised() {
    let mut stage = opened(("majority-of-cast", |_| {}, Method::Hands));
    stage.take("p2", recused());
    stage.mark("p3", RollMark::Left);
    let raised = Hands {
        yes: 1,
        no: 2,
        abstain: 3,
        not_voting: 2,
        chair: ChairHand::Counted,
    };
    let counts = Counts {
        yes: 1,
        no: 2,
        abstain: 3,
        not_voting: 2,
        absent: 1,
        recused: 1,
        ..Counts::default()
    };
    assert_eq!(stands(&stage, Some(&raised)).unwrap().counts, counts);
    let silent = Counts {
        not_voting: 8,
        absent: 1,
        recused: 1,
        ..Counts::default()
    };
    assert_eq!(stands(&stage, None).unwrap().counts, silent);
}

#[test]
fn a_village_that_was_not_heard_has_not_voted() {
    let mut stage = opened(WAYS[5]);
    stage.take("p3", recused());
    stage.mark("p5", RollMark::Left);
    let one = |stance| Says::AsOne { stance };
    stage.run(hear(Some("v1".into()), one(Stance::For)));
    stage.run(hear(Some("v2".into()), one(Stance::Against)));
    let counts = Counts {
        yes: 2,
        no: 1,
        not_voting: 5,
        absent: 1,
        recused: 1,
        ..Counts::default()
    };
    assert_eq!(stands(&stage, None).unwrap().counts, counts);
}

#[test]
fn what_stands_on_papers_is_not_known_before_both_counts_of_them_agree() {
    let mut papers = opened(("majority-of-cast", |_| {}, Method::Secret));
    papers.vote(vote::Command::IssuePapers {
        motion: "m1".into(),
        number: 10,
        at: at("09:16"),
    });
    assert_eq!(stands(&papers, None), None);
    let count = vote::Command::CountPapers {
        motion: "m1".into(),
        count: BallotCount::Whole {
            papers: Papers {
                returned: 9,
                spoiled: 1,
                yes: 5,
                no: 2,
                abstain: 1,
            },
        },
    };
    papers.vote(count.clone());
    assert_eq!(stands(&papers, None), None);
    papers.vote(count);
    // Whoever left after the papers were given out took part.
    papers.mark("p3", RollMark::Left);
    let counts = stands(&papers, None).unwrap().counts;
    assert_eq!((counts.yes, counts.no, counts.abstain), (5, 2, 1));
    assert_eq!((counts.not_voting, counts.absent), (1, 0));
    assert_eq!(papers.end("m1").tally.counts, counts);
}
