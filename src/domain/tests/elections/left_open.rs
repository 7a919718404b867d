//! Seats an election left open are left so for now by a vote for and against, on a motion of its own.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::refill::of;
use super::{counted, elects, issued, refill};
use crate::domain::session::agenda;
use crate::domain::tests::stage::{Stage, at, decision, item, motion};
use crate::domain::tests::totals::totals;
use crate::domain::vote::overturn::Followed;
use crate::domain::vote::secret::BallotCount;
use crate::domain::vote::totals::Totals;
use crate::domain::vote::{self, Choice, SequelStep, Standing, Vacancy, may_refill, standing};
use crate::domain::{Command, Refusal};
use crate::i18n::{Language, sequels, slate, slates};
use crate::papers::{plain, record};

/// One of two seats is filled; an item that is voted for and against runs.
fn short() -> Stage {
    let mut stage = refill::short();
    stage.agenda(agenda::Command::Settle {
        item: "i5".into(),
        state: agenda::ItemState::Done,
        at: at("09:38"),
    });
    stage.start("i2");
    stage
}

fn leave(id: &str, on: &str) -> Command {
    Command::Vote(vote::Command::LeaveOpen {
        session: "s1".into(),
        elected: "m1".into(),
        motion: motion(on, id),
        at: at("09:40"),
    })
}

fn may(stage: &Stage) -> bool {
    may_refill(&stage.world, of(stage, "m1"))
}

#[test]
fn the_election_and_the_motion_name_each_other_and_both_papers_say_so() {
    let mut stage = short();
    stage.run(leave("m2", "i2"));
    let second = of(&stage, "m2");
    let refills = second.refills.as_ref().unwrap();
    assert_eq!((refills.seats, refills.vacancy), (1, Vacancy::LeftOpen));
    assert_eq!((refills.motion.as_str(), &second.slate), ("m1", &None));
    assert!(matches!(
        &of(&stage, "m1").sequels[0].step,
        SequelStep::LeftOpen { by, seats: 1, .. } if by.as_str() == "m2"
    ));
    // It is asked once, and another election is not offered beside it.
    assert!(!may(&stage));
    assert_eq!(
        stage.refused(&leave("m3", "i2")),
        Refusal::NotNext { due: None }
    );
    stage.open("m2");
    stage.vote(vote::Command::AllFor {
        motion: "m2".into(),
    });
    stage.end("m2");
    stage.announce("m2");
    assert_eq!(standing(of(&stage, "m2")), Standing::Adopted);
    assert!(!may(&stage), "they are left open");
    for language in Language::ALL {
        let paper = record::record(
            &stage.world,
            stage.s1(),
            language,
            record::Printed::default(),
        );
        let paper = plain::write(&paper, language, 10_000);
        let of_election = sequels::step(
            language,
            &stage.world,
            of(&stage, "m1"),
            &of(&stage, "m1").sequels[0],
        );
        let stands = sequels::standing_short(language, of(&stage, "m2"));
        assert!(of_election.contains(stands), "{of_election}");
        let of_motion = slates::refills(language, of(&stage, "m2")).unwrap();
        for said in [
            of_election.as_str(),
            &of_motion,
            slate::label_leaves_open(language),
        ] {
            assert!(paper.contains(said), "{said}\n{paper}");
        }
    }
    // Whoever was elected stays so.
    let sheet = elects(&[(9, 1), (6, 4), (3, 7)]);
    let count = BallotCount::Slate { sheet };
    assert_eq!(
        stage.refused(&totals("x1", Totals::Papers { count })),
        Refusal::ResultFollowed {
            by: Followed::Refilled
        }
    );
}

#[test]
fn voted_down_or_taken_back_the_seats_are_open_to_an_election_again() {
    let mut stage = short();
    stage.run(leave("m2", "i2"));
    stage.vote(vote::Command::Withdraw {
        motion: "m2".into(),
        reason: None,
    });
    assert!(may(&stage));
    stage.run(leave("m3", "i2"));
    stage.open("m3");
    stage.vote(vote::Command::AllFor {
        motion: "m3".into(),
    });
    for person in ["p2", "p3", "p4", "p5", "p6", "p7"] {
        let take = vote::Command::Take {
            motion: "m3".into(),
            person: person.into(),
            choice: Choice::Against,
        };
        stage.vote(take);
    }
    stage.end("m3");
    stage.announce("m3");
    assert_eq!(standing(of(&stage, "m3")), Standing::Rejected);
    assert!(may(&stage));
}

#[test]
fn it_is_voted_for_and_against_and_under_no_rule_that_elects() {
    let mut stage = issued();
    counted(&mut stage, &elects(&[(9, 1), (5, 5), (3, 7)]));
    assert_eq!(stage.refused(&leave("m2", "i5")), Refusal::NotCounted);
    stage.announce("m1");
    assert_eq!(
        stage.refused(&leave("m2", "i5")),
        crate::domain::vote::slate::Refused::NoContenders.into()
    );
    let other = Command::Agenda(agenda::Command::Put(item(
        "s1",
        "i6",
        decision("joint-default"),
    )));
    stage.run(other);
    let elsewhere = vote::Command::LeaveOpen {
        session: "s2".into(),
        elected: "m1".into(),
        motion: motion("i6", "m2"),
        at: at("09:40"),
    };
    assert_eq!(stage.refused(&Command::Vote(elsewhere)), Refusal::Unknown);
}
