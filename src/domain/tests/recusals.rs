//! Recusal: what it covers, how long it lasts, who is proposed, and what the vote finds.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{OBSERVERS, Stage, VOTERS, at, day, decision, item, line, motion, recusal};
use super::wild::{play, throws};
use crate::domain::rule::{RecusalEffect, Rule};
use crate::domain::session::next::Step;
use crate::domain::session::recusal::{Declined, Ground, Matter, Proposal, proposals};
use crate::domain::session::{self, RollMark, agenda, quorum};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{self, Choice, MotionState, Outcome};
use crate::domain::{Command, Refusal, roster};
use proptest::prelude::*;
use proptest::test_runner::Config;

pub(super) fn of_item() -> Matter {
    Matter::Item { item: "i2".into() }
}

fn of_part(motions: &[&str]) -> Matter {
    Matter::Part {
        item: "i2".into(),
        part: line("冷库的承包"),
        motions: motions.iter().map(|id| (*id).into()).collect(),
    }
}

fn of_motion(motion: &str) -> Matter {
    Matter::Motion {
        motion: motion.into(),
    }
}

pub(super) fn recuse(person: &str, of: Matter) -> Command {
    Command::Session(session::Command::Recuse {
        id: "s1".into(),
        recusal: recusal(person, of, at("09:10")),
    })
}

fn back(person: &str, of: Matter) -> Command {
    Command::Session(session::Command::ReturnFromRecusal {
        id: "s1".into(),
        person: person.into(),
        of,
        at: at("09:25"),
    })
}

fn decline(person: &str) -> Command {
    Command::Session(session::Command::DeclineRecusal {
        id: "s1".into(),
        declined: Declined {
            item: "i2".into(),
            person: person.into(),
        },
    })
}

fn relate(person: &str, other: &str, relation: Option<&str>) -> Command {
    Command::Roster(roster::Command::Relate {
        person: person.into(),
        other: other.into(),
        relation: relation.map(line),
    })
}

/// Sits on an item with two motions, which concerns some.
fn dealing(concerned: &[&str]) -> Stage {
    let mut stage = Stage::planned();
    stage.agenda(agenda::Command::Put(agenda::Item {
        concerned: concerned.iter().map(|id| (*id).into()).collect(),
        ..item("s1", "i2", decision("joint-default"))
    }));
    stage.sit();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    stage.vote(vote::Command::Draft(motion("i2", "m2")));
    stage
}

fn voice(stage: &Stage, motion: &str, person: &str) -> Option<Voice> {
    let motion = stage.world.motion(&motion.into()).unwrap();
    let mark = motion.ballot().unwrap().marks.get(&person.into());
    mark.map(|mark| mark.choice.voice())
}

fn vote_through(stage: &mut Stage, motion: &str) {
    stage.open(motion);
    stage.vote(vote::Command::AllFor {
        motion: motion.into(),
    });
    stage.end(motion);
    stage.announce(motion);
}

#[test]
fn whoever_withdrew_is_marked_in_each_vote_of_it_until_going_back() {
    for (of, covers) in [
        (of_item(), [true, true]),
        (of_part(&[]), [false, false]),
        (of_part(&["m1"]), [true, false]),
        (of_part(&["m2"]), [false, true]),
        (of_part(&["m1", "m2"]), [true, true]),
        (of_motion("m1"), [true, false]),
        (of_motion("m2"), [false, true]),
    ] {
        let mut stage = dealing(&[]);
        stage.run(recuse("p3", of.clone()));
        assert!(stage.s1().attendee(&"p3".into()).unwrap().there().is_some());
        for (motion, covered) in ["m1", "m2"].into_iter().zip(covers) {
            vote_through(&mut stage, motion);
            let said = voice(&stage, motion, "p3");
            assert_eq!(said == Some(Voice::Recused), covered, "{of:?} {motion}");
        }
    }
    let mut stage = dealing(&[]);
    stage.run(recuse("p3", of_item()));
    vote_through(&mut stage, "m1");
    stage.run(back("p3", of_item()));
    vote_through(&mut stage, "m2");
    assert_eq!(voice(&stage, "m1", "p3"), Some(Voice::Recused));
    assert_eq!(voice(&stage, "m2", "p3"), Some(Voice::For));
    assert_eq!(stage.s1().recusals[0].to, Some(at("09:25")));
}

#[test]
fn an_open_vote_is_marked_in_the_same_act() {
    let mut stage = Stage::voting();
    stage.take("p3", Choice::For);
    assert_eq!(stage.run(recuse("p3", of_item())).len(), 2);
    assert_eq!(voice(&stage, "m1", "p3"), Some(Voice::Recused));
    // The mark stands as long as the recusal does; another vote is not taken down by mistake.
    let withdrawn = Refusal::Withdrawn {
        name: line("王守信"),
    };
    let against = Command::Vote(super::stage::take("p3", Choice::Against));
    let clear = Command::Vote(vote::Command::Clear {
        motion: "m1".into(),
        person: "p3".into(),
    });
    assert_eq!(stage.refused(&against), withdrawn);
    assert_eq!(stage.refused(&clear), withdrawn);
    assert_eq!(stage.refused(&recuse("p3", of_part(&["m1"]))), withdrawn);
    stage.run(back("p3", of_item()));
    assert_eq!(voice(&stage, "m1", "p3"), Some(Voice::Recused));
    stage.run(clear);
    stage.run(against);
    assert_eq!(voice(&stage, "m1", "p3"), Some(Voice::Against));
}

#[test]
fn whoever_withdrew_and_comes_during_the_vote_is_marked_on_coming() {
    for mark in [RollMark::Present, RollMark::Video] {
        let mut stage = Stage::planned();
        stage.session(session::Command::CallRoll("s1".into()));
        stage.mark("p3", RollMark::Absent);
        stage.sit();
        stage.start("i2");
        stage.vote(vote::Command::Draft(motion("i2", "m1")));
        stage.run(recuse("p3", of_item()));
        stage.open("m1");
        // Who is not there yet is absent, not recused.
        assert_eq!(voice(&stage, "m1", "p3"), None);
        stage.mark("p3", mark);
        assert_eq!(voice(&stage, "m1", "p3"), Some(Voice::Recused));
    }
}

#[test]
fn nobody_withdraws_twice_or_from_what_is_over() {
    let mut stage = dealing(&[]);
    stage.run(recuse("p3", of_item()));
    assert!(stage.run(recuse("p3", of_item())).is_empty());
    assert_eq!(
        stage.refused(&recuse(OBSERVERS[0], of_item())),
        Refusal::NotEntitled {
            name: stage
                .world
                .person(&OBSERVERS[0].into())
                .unwrap()
                .name
                .clone()
        }
    );
    let other = Matter::Item { item: "i4".into() };
    assert_eq!(
        stage.refused(&recuse("p4", other)),
        Refusal::ItemNotRunning {
            title: line("议题i4")
        }
    );
    vote_through(&mut stage, "m1");
    assert_eq!(
        stage.refused(&recuse("p4", of_motion("m1"))),
        Refusal::MotionPastWording
    );
    assert_eq!(stage.refused(&back("p4", of_item())), Refusal::Unknown);
    stage.run(back("p3", of_item()));
    assert!(stage.run(back("p3", of_item())).is_empty());
    stage.close();
    assert!(matches!(
        stage.refused(&recuse("p4", of_item())),
        Refusal::SessionNotIn { .. }
    ));
    assert_eq!(stage.refused(&back("p3", of_item())), Refusal::Frozen);
}

fn reframe(person: &str, of: Matter, motions: &[&str]) -> Command {
    Command::Session(session::Command::ReframeRecusal {
        id: "s1".into(),
        person: person.into(),
        of,
        motions: motions.iter().map(|id| (*id).into()).collect(),
    })
}

/// What is of the part is said when it is known: before a vote, and while it is open.
#[test]
fn a_part_takes_motions_in_until_they_are_voted_and_out_until_their_vote() {
    let mut stage = dealing(&[]);
    stage.run(recuse("p3", of_part(&[])));
    assert!(stage.run(reframe("p3", of_part(&[]), &[])).is_empty());
    assert_eq!(
        stage.run(reframe("p3", of_part(&[]), &["m1", "m2"])).len(),
        1
    );
    stage.run(reframe("p3", of_part(&[]), &["m2"]));
    vote_through(&mut stage, "m1");
    assert_eq!(voice(&stage, "m1", "p3"), Some(Voice::For));
    let taken_in = reframe("p3", of_part(&[]), &["m2", "m1"]);
    assert_eq!(stage.refused(&taken_in), Refusal::MotionPastWording);
    stage.open("m2");
    assert_eq!(voice(&stage, "m2", "p3"), Some(Voice::Recused));
    let taken_out = reframe("p3", of_part(&[]), &[]);
    assert_eq!(stage.refused(&taken_out), Refusal::MotionPastWording);
    // The same part once more, by somebody else and by the same: the open vote is marked in the same act.
    assert_eq!(stage.run(recuse("p4", of_part(&["m2"]))).len(), 2);
    stage.run(recuse("p5", of_part(&[])));
    assert_eq!(voice(&stage, "m2", "p5"), None);
    assert_eq!(stage.run(recuse("p5", of_part(&["m2"]))).len(), 2);
    assert_eq!(voice(&stage, "m2", "p5"), Some(Voice::Recused));
    let item = "i2".into();
    let parts = stage.s1().recused_parts(&item);
    let people: Vec<usize> = parts.iter().map(|(_, recused)| recused.len()).collect();
    assert_eq!(people, [3]);
    // It ends whatever motions are named with it.
    stage.run(back("p3", of_part(&["m1"])));
    assert!(stage.s1().recusals[0].to.is_some());
    let over = reframe("p3", of_part(&[]), &["m2"]);
    assert_eq!(stage.refused(&over), Refusal::Unknown);
}

#[test]
fn a_part_beside_the_whole_item_and_beside_another_part() {
    let other = Matter::Part {
        item: "i2".into(),
        part: line("电表的采购"),
        motions: vec!["m2".into()],
    };
    let mut stage = dealing(&[]);
    let name = line("王守信");
    stage.run(recuse("p3", of_part(&["m1"])));
    stage.run(recuse("p3", other));
    assert_eq!(stage.s1().recusals.len(), 2);
    // A motion that a part covers is withdrawn from already; the whole item is more than its parts.
    let refused = stage.refused(&recuse("p3", of_motion("m1")));
    assert_eq!(refused, Refusal::Withdrawn { name: name.clone() });
    stage.run(recuse("p3", of_item()));
    let third = |motion: &str| Matter::Part {
        item: "i2".into(),
        part: line("工期"),
        motions: vec![motion.into()],
    };
    let refused = stage.refused(&recuse("p3", third("m1")));
    assert_eq!(refused, Refusal::Withdrawn { name });
    assert_eq!(stage.refused(&recuse("p4", third("m9"))), Refusal::Unknown);
}

/// Votes on `m1` with p3 withdrawn from the vote itself, too few there at its end, and everybody back.
fn voted_in_vain() -> Stage {
    let mut stage = dealing(&[]);
    stage.open("m1");
    let reason = line("本人承包").into();
    stage.take("p3", Choice::Recused { reason });
    let most = &VOTERS[3..];
    most.iter()
        .for_each(|person| stage.mark(person, RollMark::Left));
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    assert_eq!(stage.end("m1").outcome, Outcome::Inquorate);
    stage.announce("m1");
    most.iter()
        .for_each(|person| stage.mark(person, RollMark::Present));
    stage
}

#[test]
fn whoever_withdrew_from_a_vote_is_withdrawn_from_the_next_on_the_same_motion() {
    let mut stage = voted_in_vain();
    stage.open("m1");
    assert_eq!(voice(&stage, "m1", "p3"), Some(Voice::Recused));
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    assert_eq!(voice(&stage, "m1", "p3"), Some(Voice::Recused));
    assert_eq!(voice(&stage, "m1", "p2"), Some(Voice::For));
    // It was noted in the vote: it is taken back in the vote, and by no voice that is pressed over it.
    let against = Command::Vote(vote::Command::Take {
        motion: "m1".into(),
        person: "p3".into(),
        choice: Choice::Against,
    });
    let name = stage.world.person(&"p3".into()).unwrap().name.clone();
    assert_eq!(stage.refused(&against), Refusal::Withdrawn { name });
    stage.vote(vote::Command::Clear {
        motion: "m1".into(),
        person: "p3".into(),
    });
    assert_eq!(voice(&stage, "m1", "p3"), None);
    stage.run(against);
    assert_eq!(voice(&stage, "m1", "p3"), Some(Voice::Against));
    stage.vote(vote::Command::Clear {
        motion: "m1".into(),
        person: "p3".into(),
    });
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    stage.announce("m1");
    vote_through(&mut stage, "m2");
    assert_eq!(voice(&stage, "m2", "p3"), Some(Voice::For));
}

#[test]
fn whoever_came_back_between_two_votes_takes_part_in_the_second() {
    let mut stage = dealing(&[]);
    stage.run(recuse("p3", of_item()));
    stage.open("m1");
    for person in &VOTERS[3..] {
        stage.mark(person, RollMark::Left);
    }
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    assert_eq!(stage.end("m1").outcome, Outcome::Inquorate);
    stage.announce("m1");
    for person in &VOTERS[3..] {
        stage.mark(person, RollMark::Present);
    }
    stage.run(back("p3", of_item()));
    stage.open("m1");
    assert_eq!(voice(&stage, "m1", "p3"), None);
}

#[test]
fn between_two_votes_on_a_motion_somebody_may_withdraw_from_the_second() {
    let mut stage = voted_in_vain();
    stage.run(recuse("p4", of_motion("m1")));
    stage.open("m1");
    assert_eq!(voice(&stage, "m1", "p4"), Some(Voice::Recused));
}

#[test]
fn the_quorum_before_a_second_vote_knows_who_withdrew_from_the_first() {
    let stage = voted_in_vain();
    let rule = stage.world.rule_on(&"joint-default".into(), day("11-23"));
    let rule = Rule {
        recusal: RecusalEffect::ReduceBase,
        ..rule.unwrap()
    };
    let motion = stage.world.motion(&"m1".into()).unwrap();
    let before = quorum::before(&rule, stage.s1(), motion).unwrap();
    let known = before.inequality();
    assert_eq!((known.count, known.base), (9, 9));
}

#[test]
fn whoever_withdrew_is_not_asked_whether_they_object() {
    let mut stage = dealing(&[]);
    stage.run(recuse("p3", of_item()));
    stage.vote(vote::Command::Agree {
        motion: "m1".into(),
        at: at("09:20"),
    });
    let motion = stage.world.motion(&"m1".into()).unwrap();
    let MotionState::Agreed { agreement } = &motion.state else {
        panic!("{:?}", motion.state);
    };
    assert_eq!(agreement.asked.len(), VOTERS.len() - 1);
    assert!(!agreement.asked(&"p3".into()));
}

#[test]
fn the_rule_says_what_a_recusal_does_to_the_quorum_before_the_vote() {
    for (effect, numbers) in [
        (RecusalEffect::KeepBase, (10, 10)),
        (RecusalEffect::ReduceBase, (9, 9)),
        (RecusalEffect::Waive, (9, 10)),
    ] {
        let mut stage = dealing(&[]);
        stage.run(recuse("p3", of_item()));
        let mut rule = crate::domain::rule::joint_default();
        rule.recusal = effect;
        let motion = stage.world.motion(&"m1".into()).unwrap();
        let before = session::quorum::before(&rule, stage.s1(), motion).unwrap();
        let inequality = before.inequality();
        assert_eq!((inequality.count, inequality.base), numbers, "{effect:?}");
    }
    let mut stage = dealing(&[]);
    stage.run(recuse("p3", of_item()));
    stage.open("m1");
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    let result = stage.end("m1");
    assert_eq!(result.tally.counts.recused, 1);
    assert_eq!(result.outcome, Outcome::Adopted);
}

#[test]
fn kin_stands_with_both_and_goes_with_either() {
    let mut stage = Stage::founded();
    let kin = |stage: &Stage, of: &str| stage.world.person(&of.into()).unwrap().kin.clone();
    assert_eq!(stage.run(relate("p3", "p5", Some("夫妻"))).len(), 2);
    assert_eq!(kin(&stage, "p3")[0].person, "p5".into());
    assert_eq!(kin(&stage, "p5")[0].person, "p3".into());
    assert_eq!(kin(&stage, "p5")[0].relation, line("夫妻"));
    assert!(stage.run(relate("p5", "p3", Some("夫妻"))).is_empty());
    // A name put right takes no kin away.
    let mut person = stage.world.person(&"p3".into()).unwrap().clone();
    person.kin.clear();
    person.name = line("王守义");
    stage.run(Command::Roster(roster::Command::PutPerson(person)));
    assert_eq!(kin(&stage, "p3").len(), 1);
    stage.run(relate("p5", "p3", Some("兄妹")));
    assert_eq!(kin(&stage, "p3")[0].relation, line("兄妹"));
    stage.run(relate("p3", "p5", None));
    assert!(kin(&stage, "p3").is_empty() && kin(&stage, "p5").is_empty());
    let own = Refusal::OwnKin {
        name: line("王守义"),
    };
    assert_eq!(stage.refused(&relate("p3", "p3", Some("本人"))), own);
    stage.run(relate("p3", "p5", Some("夫妻")));
    stage.run(Command::Roster(roster::Command::RemoveSeat("k03".into())));
    stage.run(Command::Roster(roster::Command::RemovePerson("p3".into())));
    assert!(kin(&stage, "p5").is_empty());
}

#[test]
fn those_concerned_and_their_kin_are_proposed_once() {
    let mut stage = dealing(&["p4", OBSERVERS[0]]);
    stage.run(relate("p6", "p4", Some("兄弟")));
    stage.run(relate("p7", OBSERVERS[0], Some("夫妻")));
    stage.run(relate("p8", "p9", Some("父子")));
    let kin = |of: &str, relation| Ground::Kin {
        of: of.into(),
        relation: line(relation),
    };
    let proposal = |person: &str, ground| Proposal {
        person: person.into(),
        ground,
    };
    let all = vec![
        proposal("p4", Ground::Concerned),
        proposal("p6", kin("p4", "兄弟")),
        proposal("p7", kin(OBSERVERS[0], "夫妻")),
    ];
    let proposed = |stage: &Stage| {
        let item = stage.world.item(&"i2".into()).unwrap();
        proposals(&stage.world, stage.s1(), item)
    };
    assert_eq!(proposed(&stage), all);
    let step = Step::ProposeRecusals {
        item: "i2".into(),
        people: all,
    };
    assert_eq!(stage.next(&"s1".into()).0, step);
    stage.run(recuse("p4", of_item()));
    stage.run(decline("p6"));
    assert_eq!(proposed(&stage).len(), 1);
    assert_eq!(stage.refused(&decline("p8")), Refusal::Unknown);
    // A proposal bars nothing: the chair may put the motion at once.
    vote_through(&mut stage, "m1");
    assert_eq!(voice(&stage, "m1", "p7"), Some(Voice::For));
    stage.run(decline("p7"));
    assert!(stage.run(decline("p7")).is_empty());
    // Whoever went back is not proposed again.
    stage.run(back("p4", of_item()));
    assert_eq!(proposed(&stage), []);
    assert_eq!(stage.next(&"s1".into()).0, Step::OpenVote("m2".into()));
}

proptest! {
    #![proptest_config(Config { cases: 128, ..Config::default() })]

    #[test]
    fn an_open_vote_marks_whoever_came_and_has_withdrawn(throws in throws(90)) {
        let mut stage = dealing(&["p4"]);
        stage.run(relate("p6", "p4", Some("兄弟")));
        let throws: Vec<_> = throws.into_iter().filter(|dice| dice[0] / 3 % 16 != 15).collect();
        play(&mut stage, &throws);
        for session in stage.world.sessions.values() {
            let Some(motion) = stage.world.open_vote(&session.id) else { continue };
            for voter in &motion.ballot().unwrap().voters {
                let came = session.attendee(&voter.person).is_some_and(session::Attendee::came);
                if came && session.recusal_from(motion, &voter.person).is_some() {
                    let mark = voice(&stage, motion.id.as_str(), voter.person.as_str());
                    prop_assert_eq!(mark, Some(Voice::Recused));
                }
            }
        }
        for person in stage.world.people.values() {
            for kin in &person.kin {
                let other = stage.world.person(&kin.person).unwrap();
                let back = other.kin.iter().find(|it| it.person == person.id);
                prop_assert_eq!(back.map(|it| &it.relation), Some(&kin.relation));
            }
        }
    }
}
