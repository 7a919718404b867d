//! A show of hands: totals that must add up to the room.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::moments::{self, Moment, correct, end};
use super::stage::{Stage, at, decision, item, line, motion, recused, take};
use crate::domain::rule::Method;
use crate::domain::session::correction::Wanted;
use crate::domain::session::handover::Office;
use crate::domain::session::next::Step;
use crate::domain::session::{RollMark, agenda, quorum};
use crate::domain::vote::hands::{self, ChairHand, Hands};
use crate::domain::vote::{self, Choice, Outcome};
use crate::domain::{Command, Refusal, Remedy};

/// Counts the hands of the room, some against and some abstaining, the rest for.
pub(super) fn raise(stage: &mut Stage, motion: &str, no: u8, abstain: u8, apart: bool) {
    let ballot = stage
        .world
        .motion(&motion.into())
        .unwrap()
        .ballot()
        .unwrap();
    let room = quorum::count(hands::room(stage.s1(), ballot));
    let chair = if apart {
        ChairHand::Apart {
            choice: Choice::Abstain,
        }
    } else {
        ChairHand::Counted
    };
    for chair in [chair, ChairHand::Counted] {
        let no = room.min(no.into());
        let abstain = (room - no).min(abstain.into());
        let hands = Hands::proposed(room, no, abstain, 0, chair);
        let count = vote::Command::CountHands {
            motion: motion.into(),
            hands,
        };
        if stage.attempt(&Command::Vote(count)).is_ok() {
            return;
        }
    }
    panic!("the hands of {room} are not counted");
}

fn count(yes: u32, no: u32, abstain: u32, chair: ChairHand) -> Command {
    Command::Vote(vote::Command::CountHands {
        motion: "m1".into(),
        hands: Hands {
            yes,
            no,
            abstain,
            not_voting: 0,
            chair,
        },
    })
}

fn by_hands() -> Stage {
    let mut stage = moments::stage(Moment::Running);
    stage.vote(vote::Command::OpenByHands {
        motion: "m1".into(),
        at: at("09:15"),
    });
    stage
}

#[test]
fn the_rest_is_proposed_as_for_and_the_sum_is_the_room() {
    let mut stage = by_hands();
    let (step, _) = stage.next(&"s1".into());
    assert_eq!(
        step,
        Step::CountHands {
            motion: "m1".into(),
            room: 10
        }
    );
    assert_eq!(stage.refused(&end()), Refusal::HandsMissing);
    let proposed = Hands::proposed(10, 2, 1, 0, ChairHand::Counted);
    assert_eq!((proposed.yes, proposed.sum()), (7, 10));
    stage.run(count(7, 2, 1, ChairHand::Counted));
    let result = stage.end("m1");
    assert_eq!(result.outcome, Outcome::Adopted);
    assert_eq!(
        result.tally.criteria()[0].inequality.to_string(),
        "2*7 > 10"
    );
    assert!(result.voices.is_empty(), "no voice is kept by name");
    assert!(result.concerned.is_empty());
    assert_eq!(
        stage.refused(&moments::mark("p2", RollMark::Absent)),
        Refusal::Final
    );
}

#[test]
fn a_difference_is_data_with_a_way_on() {
    let mut stage = by_hands();
    let refusal = stage.refused(&count(6, 1, 1, ChairHand::Counted));
    assert_eq!(refusal, Refusal::HandsDoNotAddUp { room: 10, sum: 8 });
    assert_eq!(
        refusal.remedies(),
        [
            Remedy::RecountHands,
            Remedy::RestNotVoting(2),
            Remedy::MarkMoves
        ]
    );
    let many = stage.refused(&count(11, 1, 0, ChairHand::Counted));
    assert_eq!(many.remedies(), [Remedy::RecountHands, Remedy::MarkMoves]);
    stage.run(count(9, 1, 0, ChairHand::Counted));
    stage.mark("p4", RollMark::Left);
    assert_eq!(
        stage.refused(&end()),
        Refusal::HandsDoNotAddUp { room: 9, sum: 10 }
    );
    assert!(matches!(
        stage.next(&"s1".into()).0,
        Step::CountHands { room: 9, .. }
    ));
    stage.run(count(8, 1, 0, ChairHand::Counted));
    let result = stage.end("m1");
    assert_eq!(result.tally.counts.absent, 1);
}

#[test]
fn the_chair_may_speak_last_apart_from_the_hands() {
    let mut stage = by_hands();
    let apart = |choice| ChairHand::Apart { choice };
    stage.run(count(9, 0, 0, apart(Choice::Abstain)));
    let mut gone = stage.clone();
    assert_eq!(stage.end("m1").tally.counts.abstain, 1);
    gone.mark("p1", RollMark::Left);
    assert_eq!(
        gone.refused(&count(8, 0, 0, apart(Choice::For))),
        Refusal::NotEntitled {
            name: line("孙广田")
        }
    );
    assert_eq!(
        by_hands().refused(&count(9, 0, 0, apart(recused()))),
        Refusal::CountedByHands
    );
}

#[test]
fn whoever_takes_the_chair_over_later_is_not_the_chair_of_the_count() {
    let mut stage = by_hands();
    stage.run(count(10, 0, 0, ChairHand::Counted));
    let result = stage.end("m1");
    stage.announce("m1");
    stage.run(super::room::hand_over(Office::Chair, "p2", None));
    let kept = stage.world.motion(&"m1".into()).unwrap().result().unwrap();
    let chairs = |result: &vote::VoteResult| result.hands.as_ref().unwrap().chair.clone();
    assert_eq!(chairs(kept), Some("p1".into()));
    assert_eq!(chairs(&result), Some("p1".into()));
    assert!(kept.hands.as_ref().unwrap().chair_raises());
}

#[test]
fn who_withdraws_is_named_and_raises_no_hand() {
    let mut stage = by_hands();
    assert_eq!(
        stage.refused(&Command::Vote(take("p2", Choice::For))),
        Refusal::CountedByHands
    );
    let all = Command::Vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    assert_eq!(stage.refused(&all), Refusal::CountedByHands);
    stage.take("p2", recused());
    stage.run(count(9, 0, 0, ChairHand::Counted));
    let result = stage.end("m1");
    assert_eq!((result.tally.counts.recused, result.voices.len()), (1, 1));
    stage.announce("m1");
    let voice = correct(Wanted::Voice {
        motion: "m1".into(),
        person: "p3".into(),
        to: Choice::For,
    });
    assert_eq!(stage.refused(&voice), Refusal::CountedByHands);
}

#[test]
fn a_rule_that_judges_each_village_wants_names() {
    let mut stage = Stage::sitting();
    let rule = "each-group-majority-of-present";
    stage.agenda(agenda::Command::Put(item("s1", "i5", decision(rule))));
    stage.start("i5");
    stage.vote(vote::Command::Draft(motion("i5", "m1")));
    let open = Command::Vote(vote::Command::OpenByHands {
        motion: "m1".into(),
        at: at("09:15"),
    });
    assert_eq!(
        stage.refused(&open),
        Refusal::MethodNotAllowed {
            rule: rule.into(),
            method: Method::Hands
        }
    );
    let stage = Stage::voting();
    assert_eq!(
        stage.refused(&count(10, 0, 0, ChairHand::Counted)),
        Refusal::CountedByName
    );
}
