//! Laws of the count: order does not matter, and every base is that of the room.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::count::recount;
use super::hands::raise;
use super::stage::{
    OBSERVERS, Stage, VOTERS, at, day, decision, item, line, motion, recused, take,
};
use crate::domain::Command;
use crate::domain::roster::roll::Exclusion;
use crate::domain::roster::{self, OwnRules, Person};
use crate::domain::rule::{Base, Over, RecusalEffect, presets};
use crate::domain::session::attendance::Excuse;
use crate::domain::session::{self, RollMark, agenda, quorum};
use crate::domain::vote::tally::Counts;
use crate::domain::vote::{self, Choice, Outcome, VoteResult};
use crate::domain::vote::{Attending, QuorumProof};
use proptest::prelude::*;

fn choice(n: u8) -> Choice {
    match n % 5 {
        0 => Choice::For,
        1 => Choice::Against,
        2 => Choice::Abstain,
        3 => Choice::NotVoting,
        _ => recused(),
    }
}

fn counted(marks: &[(usize, u8)]) -> VoteResult {
    let mut stage = Stage::voting();
    for (person, mark) in marks {
        stage.take(VOTERS[*person], choice(*mark));
    }
    stage.end("m1")
}

/// One thing that happens around a vote: what, to whom, how.
type Happening = (u8, u8, u8);

fn command(motion: &str, (what, who, how): Happening) -> Command {
    let person = VOTERS
        .iter()
        .chain(&OBSERVERS)
        .nth(usize::from(who) % 12)
        .map(|&person| person.into())
        .unwrap();
    let (id, motion) = ("s1".into(), motion.into());
    let mark = |mark| session::Command::Mark {
        id: "s1".into(),
        person: "".into(),
        mark,
        at: at("09:20"),
    };
    let to = |command, person| match command {
        session::Command::Mark { id, mark, at, .. } => Command::Session(session::Command::Mark {
            id,
            person,
            mark,
            at,
        }),
        other => Command::Session(other),
    };
    match what % 17 {
        15 if how < 40 => Command::Session(session::Command::Adjourn {
            id,
            at: at("09:50"),
            again: session::again::Sitting {
                date: day("11-24"),
                start: None,
            },
        }),
        15 | 16 => Command::Session(session::Command::Resume {
            id,
            at: at("10:10"),
        }),
        12 => to(mark(RollMark::Video), person),
        13 => Command::Session(session::Command::Admit {
            id,
            person: deputy(how),
            role: line("县水利局"),
            stands_for: Some(person),
        }),
        14 => to(mark(RollMark::Present), deputy(how).id),
        0 | 1 => to(mark(RollMark::Present), person),
        2 => to(mark(RollMark::Left), person),
        3 if how < 60 => to(mark(RollMark::Absent), person),
        3 => to(
            mark(RollMark::Excused {
                reason: Excuse::Duty,
            }),
            person,
        ),
        4..=8 => Command::Vote(vote::Command::Take {
            motion,
            person,
            choice: choice(how),
        }),
        9 => Command::Vote(vote::Command::Clear { motion, person }),
        10 if how < 60 => Command::Vote(vote::Command::AllFor { motion }),
        _ => Command::Session(session::Command::Exclude {
            id,
            person,
            reason: how.is_multiple_of(2).then_some(Exclusion::Abroad),
        }),
    }
}

/// Somebody who may be sent in a member's stead.
fn deputy(n: u8) -> Person {
    Person {
        woman: false,
        kin: Vec::new(),

        id: format!("g{}", n % 3).into(),
        name: line("代表"),
    }
}

fn happenings() -> impl Strategy<Value = Vec<Happening>> {
    prop::collection::vec(any::<Happening>(), 0..40)
}

proptest! {
    #[test]
    fn marks_in_any_order_count_the_same(
        marks in prop::collection::vec(0u8..5, 10),
        order in Just((0..10).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        let straight: Vec<(usize, u8)> = (0..10).map(|who| (who, marks[who])).collect();
        let mixed: Vec<(usize, u8)> = order.iter().map(|&who| (who, marks[who])).collect();
        let result = counted(&straight);
        prop_assert_eq!(&result, &counted(&mixed));
        let counts = result.tally.counts;
        prop_assert_eq!(counts.present() + counts.recused, 10);
        prop_assert_eq!(counts.entitled(RecusalEffect::KeepBase), 10);
    }

    #[test]
    fn every_base_is_that_of_the_room(
        before in happenings(),
        during in prop::collection::vec(happenings(), 1..4),
        rule in 0usize..8,
        (online, deputies) in any::<(bool, bool)>(),
        hands in any::<Option<(u8, u8, bool)>>(),
    ) {
        let mut stage = Stage::sitting();
        let rule = presets()[rule].id.clone();
        stage.run(Command::Roster(roster::Command::AdoptRules(Some(OwnRules {
            title: line("《东集片区议事规则》"),
            clause: line("第九条"),
            rule: rule.clone(),
            adopted: day("01-05"),
            online,
            deputies,
        }))));
        stage.agenda(agenda::Command::Put(item("s1", "i5", decision(rule.as_str()))));
        stage.start("i5");
        for happening in before {
            let _ = stage.attempt(&command("none", happening));
        }
        for again in [
            session::Command::Resume { id: "s1".into(), at: at("10:20") },
            session::Command::AllPresent { id: "s1".into(), at: at("10:20") },
            session::Command::ConfirmRoll { id: "s1".into(), at: at("10:20") },
        ] {
            let _ = stage.attempt(&Command::Session(again));
        }
        if stage.world.running_item(&"s1".into()).is_none() {
            stage.start("i5");
        }
        for (number, happenings) in during.into_iter().enumerate() {
            let id = format!("m{number}");
            stage.vote(vote::Command::Draft(motion("i5", &id)));
            let open = if hands.is_some() {
                vote::Command::OpenByHands { motion: id.as_str().into(), at: at("09:15") }
            } else {
                vote::Command::Open { motion: id.as_str().into(), at: at("09:15") }
            };
            if stage.attempt(&Command::Vote(open)).is_err() {
                break;
            }
            for happening in happenings {
                let _ = stage.attempt(&command(&id, happening));
            }
            if let Some((no, abstain, apart)) = hands {
                raise(&mut stage, &id, no % 4, abstain % 3, apart);
            }
            for person in VOTERS.into_iter().chain(["g0", "g1", "g2"]) {
                let end = vote::Command::End { motion: id.as_str().into(), at: at("09:30") };
                if stage.attempt(&Command::Vote(end)).is_ok() {
                    break;
                }
                let mark = vote::Command::Take {
                    motion: id.as_str().into(),
                    person: person.into(),
                    choice: Choice::Abstain,
                };
                let _ = stage.attempt(&Command::Vote(mark));
            }
            let end = vote::Command::End { motion: id.as_str().into(), at: at("09:30") };
            let _ = stage.attempt(&Command::Vote(end));
            let motion = stage.world.motion(&id.as_str().into()).unwrap();
            let result = motion.result().unwrap();
            let naive = recount(&stage.log, &motion.id);
            prop_assert_eq!(result.tally.counts, naive.counts);
            let rule = &motion.ballot().unwrap().rule;
            let whole = result.tally.criteria().into_iter().filter(|it| it.group.is_none());
            for (criterion, threshold) in whole.zip(rule.pass.thresholds()) {
                prop_assert_eq!(criterion.inequality.base, naive.base(threshold.base));
                prop_assert_eq!(criterion.inequality.count, naive.counts.yes);
            }
            for QuorumProof { of, inequality: quorum, .. } in &result.quorum {
                if *of != Attending::Of(Over::Persons) {
                    continue;
                }
                prop_assert_eq!(quorum.base, naive.base(Base::Entitled));
                prop_assert_eq!(quorum.count, naive.room + naive.counts.recused - naive.recused_here);
            }
            prop_assert_eq!(naive.counts.present() + naive.recused_here, naive.room);
            let order: Vec<_> = result.voices.iter().map(|voiced| voiced.voter.person.as_str()).collect();
            if order.contains(&"p1") && result.hands.is_none() {
                prop_assert_eq!(order.last(), Some(&"p1"), "the chair is asked last");
            }
            let announce = vote::Command::Announce { motion: id.as_str().into(), at: at("09:31") };
            match stage.attempt(&Command::Vote(announce)) {
                Ok(_) => {}
                Err(crate::domain::Refusal::NotNext {
                    due: Some(vote::Due::CloseSplit),
                }) => stage.announce(&id),
                // Whoever chairs withdrew: somebody else has to take over first.
                Err(crate::domain::Refusal::ChairWithdrew { .. }) => break,
                Err(why) => prop_assert!(false, "{why:?}"),
            }
        }
    }
}

#[test]
fn whoever_leaves_midway_is_absent_and_whoever_withdraws_stays_withdrawn() {
    let mut stage = Stage::voting();
    stage.take("p2", Choice::For);
    stage.take("p3", recused());
    for person in ["p2", "p3"] {
        stage.mark(person, RollMark::Left);
    }
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    let counts = stage.end("m1").tally.counts;
    assert_eq!((counts.yes, counts.absent, counts.recused), (8, 1, 1));
}

#[test]
fn whoever_comes_back_is_asked_again() {
    let mut stage = Stage::voting();
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.mark("p2", RollMark::Left);
    stage.mark("p2", RollMark::Present);
    let end = Command::Vote(vote::Command::End {
        motion: "m1".into(),
        at: at("09:30"),
    });
    assert_eq!(
        stage.refused(&end),
        crate::domain::Refusal::VoicesMissing {
            people: vec!["p2".into()]
        }
    );
    stage.take("p2", Choice::Against);
    let counts = stage.end("m1").tally.counts;
    assert_eq!((counts.yes, counts.no, counts.absent), (9, 1, 0));
}

#[test]
fn a_recusal_may_be_noted_when_its_person_is_outside_but_came() {
    let mut stage = Stage::sitting();
    stage.mark("p2", RollMark::Left);
    stage.mark("p3", RollMark::Absent);
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    stage.open("m1");
    stage.take("p2", recused());
    for (person, choice) in [("p2", Choice::For), ("p3", recused())] {
        let refusal = stage.refused(&Command::Vote(take(person, choice)));
        assert!(
            matches!(refusal, crate::domain::Refusal::NotInRoom { .. }),
            "{refusal:?}"
        );
    }
}

#[test]
fn an_outcome_is_named_by_the_room_at_the_end() {
    for (leave, against, expected) in [
        (0, 0, Outcome::Adopted),
        (4, 0, Outcome::Adopted),
        (5, 0, Outcome::Inquorate),
        (0, 4, Outcome::Adopted),
        (0, 5, Outcome::Tied),
        (0, 6, Outcome::Rejected),
    ] {
        let mut stage = Stage::voting();
        stage.vote(vote::Command::AllFor {
            motion: "m1".into(),
        });
        for person in VOTERS.iter().skip(1).take(leave) {
            stage.mark(person, RollMark::Left);
        }
        for person in VOTERS.iter().rev().take(against) {
            stage.take(person, Choice::Against);
        }
        assert_eq!(
            stage.end("m1").outcome,
            expected,
            "{leave} left, {against} against"
        );
    }
}

#[test]
fn a_village_concerned_that_did_not_agree_is_named() {
    let mut stage = Stage::sitting();
    stage.start("i2");
    stage.vote(vote::Command::Draft(vote::Motion {
        villages: vec!["v3".into(), "v4".into()],
        ..motion("i2", "m1")
    }));
    stage.open("m1");
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.take("p7", Choice::Against);
    let result = stage.end("m1");
    assert_eq!(result.outcome, Outcome::Adopted);
    let named: Vec<_> = result
        .not_agreed()
        .map(|village| village.as_str())
        .collect();
    assert_eq!(named, ["v3"]);
}

#[test]
fn a_rule_adopted_later_changes_no_open_vote() {
    let mut stage = Stage::voting();
    stage.run(Command::Roster(crate::domain::roster::Command::AdoptRules(
        Some(crate::domain::roster::OwnRules {
            title: line("《东集片区议事规则》"),
            clause: line("第九条"),
            rule: "joint-default".into(),
            adopted: super::stage::day("11-23"),
            online: false,
            deputies: false,
        }),
    )));
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    let ballot = stage.world.motion(&"m1".into()).unwrap().ballot().unwrap();
    assert_eq!(ballot.rule, crate::domain::rule::joint_default());
}

/// Nine of ten withdraw from a vote under the default rule, whose quorum asks for attendance.
#[test]
fn a_recusal_does_not_make_a_vote_inquorate_and_the_meter_shows_the_same() {
    let mut stage = Stage::voting();
    for person in VOTERS.iter().filter(|person| **person != "p2") {
        stage.take(person, recused());
    }
    stage.mark("p3", RollMark::Left);
    stage.take("p2", Choice::For);
    let shown = quorum::meter(&stage.world, stage.s1())
        .first()
        .unwrap()
        .inequality();
    let result = stage.end("m1");
    assert_eq!(result.quorum[0].inequality, shown);
    assert_eq!((shown.count, shown.base), (10, 10));
    assert_ne!(result.outcome, vote::Outcome::Inquorate);
}

#[test]
fn a_rule_that_takes_the_recused_out_takes_them_out_of_both_sides_of_its_quorum() {
    let counts = Counts {
        yes: 3,
        absent: 2,
        recused: 4,
        ..Counts::default()
    };
    let sides = |recusal| (counts.attending(recusal), counts.entitled(recusal));
    assert_eq!(sides(RecusalEffect::KeepBase), (7, 9));
    assert_eq!(sides(RecusalEffect::ReduceBase), (3, 5));
    assert_eq!(sides(RecusalEffect::Waive), (3, 9));
}
