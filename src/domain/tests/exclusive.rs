//! Two motions that exclude each other: nobody is for both.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::moments::{self, Moment, correct, end};
use super::stage::{Stage, VOTERS, at, line, motion};
use crate::domain::session::correction::Wanted;
use crate::domain::session::next::Step;
use crate::domain::vote::hands::{ChairHand, Hands};
use crate::domain::vote::{self, Choice, MotionState, Outcome};
use crate::domain::{Command, Refusal, Remedy};

fn exclude(motion: &str, other: Option<&str>) -> Command {
    Command::Vote(vote::Command::Exclude {
        motion: motion.into(),
        other: other.map(Into::into),
    })
}

fn choose(motion: &str, person: &str, choice: Choice) -> Command {
    Command::Vote(vote::Command::Take {
        motion: motion.into(),
        person: person.into(),
        choice,
    })
}

/// Two motions that exclude each other, the first voted by name with so many for it.
fn first_voted(yes: usize) -> Stage {
    let mut stage = moments::stage(Moment::Running);
    stage.vote(vote::Command::Draft(motion("i2", "m2")));
    stage.run(exclude("m2", Some("m1")));
    stage.open("m1");
    for (at, voter) in VOTERS.iter().enumerate() {
        let choice = if at < yes {
            Choice::For
        } else {
            Choice::Against
        };
        stage.run(choose("m1", voter, choice));
    }
    stage.end("m1");
    stage.announce("m1");
    stage
}

#[test]
fn a_link_is_both_ways_and_stands_once_a_vote_rests_on_it() {
    let mut stage = moments::stage(Moment::Running);
    for id in ["m2", "m3"] {
        stage.vote(vote::Command::Draft(motion("i2", id)));
    }
    stage.run(exclude("m1", Some("m2")));
    let excludes =
        |stage: &Stage, id: &str| stage.world.motion(&id.into()).unwrap().excludes.clone();
    assert_eq!(excludes(&stage, "m2"), Some("m1".into()));
    assert_eq!(
        stage.refused(&exclude("m3", Some("m1"))),
        Refusal::LinkStands {
            motion: "m2".into()
        }
    );
    assert_eq!(stage.refused(&exclude("m3", Some("m3"))), Refusal::Unknown);
    // Linked with another, the one left behind is free; taken away, both are.
    stage.run(exclude("m1", Some("m3")));
    assert_eq!(
        (excludes(&stage, "m2"), excludes(&stage, "m3")),
        (None, Some("m1".into()))
    );
    stage.run(exclude("m3", None));
    assert_eq!(
        (excludes(&stage, "m1"), excludes(&stage, "m3")),
        (None, None)
    );
    let mut stage = first_voted(5);
    assert_eq!(
        stage.refused(&exclude("m2", None)),
        Refusal::LinkStands {
            motion: "m1".into()
        }
    );
    stage.open("m2");
    assert_eq!(
        stage.refused(&exclude("m2", None)),
        Refusal::MotionPastWording
    );
}

#[test]
fn whoever_was_for_the_first_is_not_for_the_second() {
    let mut stage = first_voted(5);
    stage.open("m2");
    let refusal = stage.refused(&choose("m2", "p1", Choice::For));
    assert_eq!(
        refusal,
        Refusal::ForTheOther {
            name: line("孙广田"),
            motion: "m1".into()
        }
    );
    assert_eq!(refusal.remedy(), Some(Remedy::Correct));
    stage.run(choose("m2", "p1", Choice::Against));
    // 全部赞成 proposes nobody for both.
    stage.vote(vote::Command::AllFor {
        motion: "m2".into(),
    });
    let counts = stage.end("m2").tally.counts;
    assert_eq!((counts.yes, counts.no, counts.not_voting), (5, 1, 4));
    stage.announce("m2");
    let voice = correct(Wanted::Voice {
        motion: "m2".into(),
        person: "p2".into(),
        to: Choice::For,
    });
    assert!(matches!(stage.refused(&voice), Refusal::ForTheOther { .. }));
}

#[test]
fn hands_for_both_that_are_more_than_the_people_are_refused_at_the_end() {
    let mut stage = first_voted(5);
    stage.vote(vote::Command::OpenByHands {
        motion: "m2".into(),
        at: at("09:40"),
    });
    let count = |no| {
        Command::Vote(vote::Command::CountHands {
            motion: "m2".into(),
            hands: Hands::proposed(10, no, 0, 0, ChairHand::Counted),
        })
    };
    let ended = Command::Vote(vote::Command::End {
        motion: "m2".into(),
        at: at("09:45"),
    });
    stage.run(count(4));
    assert_eq!(
        stage.refused(&ended),
        Refusal::ForBoth {
            village: None,
            motion: "m1".into(),
            then: 5,
            now: 6,
            people: 10
        }
    );
    stage.run(count(5));
    stage.run(ended);
}

#[test]
fn beside_an_adopted_motion_the_other_is_not_put_but_taken_back() {
    let mut stage = first_voted(6);
    let other = || Refusal::OtherAdopted {
        motion: "m1".into(),
    };
    for command in [
        vote::Command::Open {
            motion: "m2".into(),
            at: at("09:40"),
        },
        vote::Command::Agree {
            motion: "m2".into(),
            at: at("09:40"),
        },
    ] {
        assert_eq!(stage.refused(&Command::Vote(command)), other());
    }
    let (step, command) = stage.next(&"s1".into());
    assert_eq!(step, Step::TakeBack("m2".into()));
    stage.run(command.unwrap());
    let motion = stage.world.motion(&"m2".into()).unwrap();
    assert!(matches!(motion.state, MotionState::Withdrawn { .. }));
}

#[test]
fn a_second_adoption_is_not_announced_but_taken_back() {
    let mut stage = first_voted(5);
    stage.open("m2");
    for voter in VOTERS.iter().take(5) {
        stage.run(choose("m2", voter, Choice::Abstain));
    }
    stage.vote(vote::Command::AllFor {
        motion: "m2".into(),
    });
    assert_eq!(stage.end("m2").outcome, Outcome::Rejected);
    // The first was taken down wrongly, and so was the second: both counts are made to adopt.
    let mut adopt = |id: &str| {
        let motion = stage.world.motions.get_mut(&id.into()).unwrap();
        match &mut std::sync::Arc::make_mut(motion).state {
            MotionState::Counted { result, .. } | MotionState::Announced { result, .. } => {
                result.outcome = Outcome::Adopted;
            }
            state => panic!("{state:?}"),
        }
    };
    adopt("m1");
    adopt("m2");
    let announce = Command::Vote(vote::Command::Announce {
        motion: "m2".into(),
        at: at("09:50"),
    });
    assert_eq!(
        stage.refused(&announce),
        Refusal::OtherAdopted {
            motion: "m1".into()
        }
    );
    let (step, command) = stage.next(&"s1".into());
    assert_eq!(step, Step::TakeBack("m2".into()));
    stage.run(command.unwrap());
    let _ = end();
}
