//! Steps after a vote, each refused where it is not the next one, and what each leaves behind.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::sequels::{
    ask, asks_villages, follow, m1, meeting, own, put_off, reconsider, refer, voted, voting,
};
use super::stage::{Stage, VOTERS, at, day, motion, task, text};
use super::standing::{announced, asked, decided, ended, passed, tie, with};
use crate::domain::rule::TieStep::{self, ChairCasts, Defer, Lot, SecondVote};
use crate::domain::rule::{Partial, Revote, Rule, joint_default};
use crate::domain::session::next::Step;
use crate::domain::task::TaskState;
use crate::domain::vote::due::{chosen, close_split};
use crate::domain::vote::meeting;
use crate::domain::vote::{
    self, Choice, Due, Effect, Motion, MotionState, Next, Outcome, Round, RoundEnd, SequelStep,
    Standing, Wording, due, standing,
};
use crate::domain::{Command, Refusal};

fn close(tie: &[TieStep]) -> Rule {
    own(|rule| Rule {
        close: Some(2),
        tie: tie.to_vec(),
        ..rule
    })
}

/// Ends the vote on `m1` with so many for it and does not announce it.
fn counted(stage: &mut Stage, yes: usize) {
    for (n, person) in VOTERS.iter().enumerate() {
        let choice = if n < yes {
            Choice::For
        } else {
            Choice::Against
        };
        stage.take(person, choice);
    }
    stage.end("m1");
}

#[test]
fn a_step_is_passed_over_only_once_the_result_is_announced() {
    let mut stage = voting(close(&[TieStep::Lot]));
    counted(&mut stage, 5);
    assert_eq!(
        stage.refused(&follow(Next::PassOver)),
        Refusal::NotNext { due: None }
    );
    stage.announce("m1");
    stage.run(follow(Next::PassOver));
}

#[test]
fn whether_to_put_off_is_chosen_before_a_close_result_is_announced() {
    let announce = Command::Vote(vote::Command::Announce {
        motion: "m1".into(),
        at: at("09:45"),
    });
    let mut stage = voting(close(&[]));
    counted(&mut stage, 6);
    let id = "s1".into();
    let asks = Step::Follow {
        motion: "m1".into(),
        due: Due::CloseSplit,
    };
    assert_eq!(stage.next(&id).0, asks);
    assert_eq!(
        stage.refused(&announce),
        Refusal::NotNext {
            due: Some(Due::CloseSplit)
        }
    );
    let mut put_off = stage.clone();
    put_off.run(follow(Next::Defer {
        until: None,
        reason: None,
    }));
    let motion = |stage: &Stage| stage.world.motion(&"m1".into()).unwrap().clone();
    assert_eq!(standing(&motion(&put_off)), Standing::Deferred);
    assert!(matches!(
        chosen(&motion(&put_off)).map(|it| &it.step),
        Some(SequelStep::Deferred { .. })
    ));
    stage.run(follow(Next::PassOver));
    assert_eq!(stage.next(&id).0, Step::Announce("m1".into()));
    stage.run(announce.clone());
    assert_eq!(standing(&motion(&stage)), Standing::Adopted);
    assert!(matches!(
        chosen(&motion(&stage)).map(|it| &it.step),
        Some(SequelStep::PassedOver { step: Defer })
    ));
    // Far enough apart nothing is asked.
    let mut apart = voting(close(&[]));
    counted(&mut apart, 7);
    assert_eq!(apart.next(&id).0, Step::Announce("m1".into()));
    apart.run(announce);
    assert_eq!(chosen(&motion(&apart)), None);
}

#[test]
fn a_motion_is_put_off_to_this_day_or_a_later_one() {
    let until = |on: &str| {
        follow(Next::Defer {
            until: Some(day(on)),
            reason: None,
        })
    };
    let mut stage = voting(close(&[]));
    voted(&mut stage, 6);
    assert_eq!(
        stage.refused(&until("11-22")),
        Refusal::DayPast {
            on: day("11-22"),
            today: day("11-23"),
        }
    );
    stage.run(until("11-23"));
}

#[test]
fn a_close_vote_is_referred_at_once_only_where_the_rule_names_that() {
    let refused = |path: &[TieStep], next: Next| {
        let mut stage = voting(close(path));
        voted(&mut stage, 6);
        stage.attempt(&follow(next)).err()
    };
    let not_next = Refusal::NotNext {
        due: Some(Due::CloseSplit),
    };
    assert_eq!(refused(&[], refer()), Some(not_next));
    assert_eq!(refused(&[TieStep::Refer], refer()), None);
    assert_eq!(refused(&[], put_off()), None);
}

#[test]
fn a_tie_is_referred_after_the_session_as_long_as_it_is_not_signed() {
    let mut stage = voting(own(|rule| Rule {
        tie: vec![TieStep::Refer],
        ..rule
    }));
    voted(&mut stage, 5);
    stage.close();
    stage.run(follow(refer()));
    assert_eq!(standing(m1(&stage)), Standing::ReferredUp);
}

#[test]
fn each_village_is_asked_by_a_follow_up_of_its_own_and_answers_that_one() {
    let mut stage = asks_villages(Partial::AgreeingGoOn);
    for wrong in [
        ask(&["v1", "v2", "v3"]),
        ask(&["v1", "v2", "v3", "v3"]),
        ask(&["v1", "v2", "v3", "v4", "v9"]),
        ask(&[]),
    ] {
        assert_eq!(stage.refused(&follow(wrong)), Refusal::Unknown);
    }
    stage.run(follow(ask(&["v4", "v3", "v2", "v1"])));
    let asked: Vec<(&str, &str)> = m1(&stage)
        .asked()
        .iter()
        .map(|it| (it.village.as_str(), it.task.as_str()))
        .collect();
    let of = |village: &'static str, task: &'static str| (village, task);
    assert_eq!(
        asked,
        [
            of("v1", "t-v1"),
            of("v2", "t-v2"),
            of("v3", "t-v3"),
            of("v4", "t-v4")
        ]
    );
    stage.run(follow(Next::Decide(meeting("v2", 20))));
    let state = |task: &str| stage.world.task(&task.into()).unwrap().state;
    assert_eq!(state("t-v2"), TaskState::Closed);
    for open in ["t-v1", "t-v3", "t-v4"] {
        assert_eq!(state(open), TaskState::Open, "{open}");
    }
}

#[test]
fn a_village_that_was_not_asked_decides_nothing_though_others_were() {
    let mut stage = asks_villages(Partial::AgreeingGoOn);
    let motion = stage.world.motions.get_mut(&"m1".into()).unwrap();
    std::sync::Arc::make_mut(motion).villages = vec!["v1".into(), "v2".into()];
    let more = ask(&["v1", "v2", "v3"]);
    assert_eq!(stage.refused(&follow(more)), Refusal::Unknown);
    let mut nowhere = stage.clone();
    for village in nowhere.world.villages.values_mut() {
        std::sync::Arc::make_mut(village).left = Some(day("01-02"));
    }
    let motion = nowhere.world.motions.get_mut(&"m1".into()).unwrap();
    std::sync::Arc::make_mut(motion).villages.clear();
    assert_eq!(nowhere.refused(&follow(ask(&[]))), Refusal::Unknown);
    stage.run(follow(ask(&["v1", "v2"])));
    assert_eq!(
        stage.refused(&follow(Next::Decide(meeting("v3", 20)))),
        Refusal::Meeting(meeting::Refused::NotAsked {
            name: stage.world.village(&"v3".into()).unwrap().name.clone()
        })
    );
    stage.run(follow(Next::Decide(meeting("v1", 20))));
}

#[test]
fn what_was_agreed_is_taken_up_again_no_sooner_than_what_was_voted() {
    let mut stage = Stage::planned();
    let rule = own(|rule| Rule {
        revote: Some(Revote {
            rounds: 2,
            days: 10,
        }),
        ..rule
    });
    use crate::domain::rule::book::{self, Adopted};
    stage.run(Command::Rule(book::Command::Adopt(Box::new(Adopted {
        id: rule.id.clone(),
        follows: None,
        on: day("01-01"),
        rule,
    }))));
    use crate::domain::session::agenda;
    stage.agenda(agenda::Command::Put(super::stage::item(
        "s1",
        "i2",
        super::stage::decision("own-1"),
    )));
    stage.sit();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    stage.vote(vote::Command::Agree {
        motion: "m1".into(),
        at: at("09:20"),
    });
    let early = reconsider("12-02", Some("p4"));
    assert_eq!(
        stage.refused(&early),
        Refusal::TooSoon { from: day("12-03") }
    );
    stage.run(reconsider("12-03", Some("p4")));
    let again = stage.world.motion(&"m2".into()).unwrap();
    let decided = &again.reconsiders.as_ref().unwrap().decided;
    assert_eq!(
        (decided.on, decided.standing),
        (day("11-23"), Standing::Adopted)
    );
}

#[test]
fn a_reconsideration_that_came_to_no_end_ends_nothing() {
    let mut stage = Stage::voting();
    voted(&mut stage, 9);
    stage.run(reconsider("11-23", Some("p4")));
    stage.vote(vote::Command::Reword {
        motion: "m2".into(),
        wording: Wording {
            at: at("10:05"),
            text: text("缓建冷库。"),
            turn: None,
        },
    });
    let mut back = stage.clone();
    back.vote(vote::Command::Withdraw {
        motion: "m2".into(),
        reason: None,
    });
    let reviewed = m1(&back).sequels.last().unwrap();
    assert!(matches!(reviewed.step, SequelStep::Reviewed { .. }));
    assert_eq!(reviewed.at, at("10:05"), "as its last words");
    // A tie that is to be put off is no end.
    stage.open("m2");
    for (n, person) in VOTERS.iter().enumerate() {
        stage.vote(vote::Command::Take {
            motion: "m2".into(),
            person: (*person).into(),
            choice: if n < 5 { Choice::For } else { Choice::Against },
        });
    }
    stage.end("m2");
    stage.announce("m2");
    let m2 = stage.world.motion(&"m2".into()).unwrap();
    assert_eq!(standing(m2), Standing::Tied);
    assert_eq!(standing(m1(&stage)), Standing::Reconsidering);
    assert_eq!(m1(&stage).sequels.len(), 1);
}

/// A village that did not agree may meet again, and the decision stands as what took it up last.
#[test]
fn a_decision_stands_as_the_motion_that_took_it_up_last() {
    let mut stage = asks_villages(Partial::AgreeingGoOn);
    stage.run(follow(ask(&["v1", "v2", "v3", "v4"])));
    for village in ["v1", "v2", "v3", "v4"] {
        stage.run(follow(Next::Decide(meeting(village, 20))));
    }
    assert_eq!(standing(m1(&stage)), Standing::Adopted);
    stage.run(reconsider("11-23", Some("p4")));
    stage.open("m2");
    stage.vote(vote::Command::AllFor {
        motion: "m2".into(),
    });
    stage.end("m2");
    stage.announce("m2");
    let step = |next| {
        Command::Vote(vote::Command::Follow {
            session: "s1".into(),
            motion: "m2".into(),
            at: at("10:40"),
            next,
        })
    };
    let tasks = ["v1", "v2", "v3", "v4"].map(|village| crate::domain::task::Task {
        village: Some(village.into()),
        ..task(&format!("again-{village}"), "i2")
    });
    stage.run(step(Next::AskVillages {
        tasks: tasks.to_vec(),
    }));
    for (village, yes) in [("v1", 20), ("v2", 20), ("v3", 20), ("v4", 3)] {
        stage.run(step(Next::Decide(meeting(village, yes))));
    }
    let m2 = |stage: &Stage| standing(stage.world.motion(&"m2".into()).unwrap());
    assert_eq!(m2(&stage), Standing::AdoptedInPart);
    assert_eq!(standing(m1(&stage)), Standing::AdoptedInPart);
    let meets_again = || step(Next::Decide(meeting("v4", 20)));
    // Taken up by another since, it waits for that one.
    let mut third = stage.clone();
    let again = reconsider("11-23", Some("p4"));
    let Command::Vote(vote::Command::Reconsider {
        session,
        decided,
        motion,
        at,
        reason,
    }) = again
    else {
        panic!("{again:?}");
    };
    third.vote(vote::Command::Reconsider {
        session,
        decided,
        motion: Motion {
            id: "m3".into(),
            ..motion
        },
        at,
        reason,
    });
    third.run(meets_again());
    assert_eq!(m2(&third), Standing::Adopted);
    assert_eq!(standing(m1(&third)), Standing::Reconsidering);
    let before = m1(&stage).sequels.len();
    stage.run(meets_again());
    assert_eq!(m2(&stage), Standing::Adopted);
    assert_eq!(standing(m1(&stage)), Standing::Adopted);
    assert_eq!(m1(&stage).sequels.len(), before + 1);
}

#[test]
fn a_motion_is_voted_as_often_as_its_rule_lets_it() {
    let may = |revote| {
        let rule = Rule {
            revote,
            ..tie(&[SecondVote])
        };
        announced(rule, 5, 5).may_be_voted_again()
    };
    let rounds = |rounds| Some(Revote { rounds, days: 0 });
    assert!(may(None));
    assert!(!may(rounds(1)));
    assert!(may(rounds(2)));
    assert!(may(rounds(3)));
}

fn after(rule: &Rule, outcome: Outcome) -> Motion {
    let MotionState::Announced { ballot, result, at } = ended(rule.clone(), 5, 5) else {
        panic!("not announced");
    };
    let mut result = result;
    result.outcome = outcome;
    let end = RoundEnd::Announced { result, at };
    let mut motion = announced(rule.clone(), 5, 5);
    motion.earlier = vec![Round { ballot, end }];
    motion
}

#[test]
fn only_a_tie_before_spends_what_stands_before_the_second_vote() {
    let path = |motion: &Motion| motion.path().collect::<Vec<_>>();
    let rule = tie(&[ChairCasts, SecondVote, Lot]);
    assert_eq!(path(&after(&rule, Outcome::Tied)), [Lot]);
    for other in [Outcome::Inquorate, Outcome::Void] {
        let motion = after(&rule, other);
        assert_eq!(path(&motion), [ChairCasts, SecondVote, Lot]);
    }
    let rule = tie(&[Lot, SecondVote, Defer]);
    assert_eq!(path(&after(&rule, Outcome::Tied)), [Defer]);
    let rule = tie(&[Defer, Lot]);
    assert_eq!(path(&after(&rule, Outcome::Tied)), [Defer, Lot]);
}

#[test]
fn a_close_split_is_proposed_whatever_else_was_passed_over() {
    let rule = Rule {
        close: Some(2),
        ..joint_default()
    };
    let motion = announced(rule, 6, 4);
    assert!(close_split(&motion));
    assert!(close_split(&with(motion.clone(), &[passed(SecondVote)])));
    assert!(!close_split(&with(motion.clone(), &[passed(Defer)])));
    assert_eq!(due(&motion), Some(Due::CloseSplit));
}

#[test]
fn what_is_proposed_to_the_villages_goes_on_where_they_agree() {
    let rule = Rule {
        close: None,
        ..joint_default()
    };
    let motion = Motion {
        effect: Effect::Proposes,
        ..announced(rule, 9, 1)
    };
    assert_eq!(motion.consent(), Some(Partial::AgreeingGoOn));
    let one = with(motion, &[asked(), decided("v1", 20, 18)]);
    assert_eq!(standing(&one), Standing::AwaitingVillages);
    let some = with(one, &[decided("v2", 20, 2), decided("v3", 20, 18)]);
    assert_eq!(standing(&some), Standing::AdoptedInPart);
}
