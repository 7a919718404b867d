//! Seats an election left open are left so for now by a vote for and against, on a motion of its own.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::refill::of;
use super::{counted, elects, issued, refill};
use crate::domain::rule::{Rule, TieStep};
use crate::domain::session::agenda;
use crate::domain::session::correction::{self, Wanted};
use crate::domain::tests::sequels::{adopt, own};
use crate::domain::tests::stage::{Stage, VOTERS, at, decision, item, line, motion};
use crate::domain::tests::totals::totals;
use crate::domain::vote::overturn::Followed;
use crate::domain::vote::secret::BallotCount;
use crate::domain::vote::totals::Totals;
use crate::domain::vote::{
    self, Choice, Next, SequelStep, Standing, Vacancy, may_refill, standing,
};
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
    may_refill(of(stage, "m1"))
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
            by: Followed::Refilled { decided: true }
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
    let last = |stage: &Stage| of(stage, "m1").sequels.last().unwrap().step.clone();
    assert!(matches!(
        last(&stage),
        SequelStep::SeatsOpenAgain { by, seats: 1, .. } if by.as_str() == "m3"
    ));
    // The motion may be filed with its session by then: the election knows all the same.
    let mut filed = stage.clone();
    filed.world.motions.remove(&"m3".into());
    assert!(may(&filed));
    // Put right, it was carried after all, and the seats are left open; and once more the other way.
    let voices = |stage: &mut Stage, id: &str, choice: &Choice| {
        for (n, person) in ["p2", "p3", "p4", "p5", "p6", "p7"].iter().enumerate() {
            stage.run(Command::Correct(correction::Command {
                id: format!("{id}{n}").as_str().into(),
                session: "s1".into(),
                wanted: Wanted::Voice {
                    motion: "m3".into(),
                    person: (*person).into(),
                    to: choice.clone(),
                },
                by: line("蒋会计"),
                at: at("12:00"),
                reason: line("抄错一行"),
            }));
        }
    };
    voices(&mut stage, "x", &Choice::For);
    assert_eq!(standing(of(&stage, "m3")), Standing::Adopted);
    assert!(!may(&stage));
    voices(&mut stage, "y", &Choice::Against);
    assert!(may(&stage));
    let told = of(&stage, "m1").sequels.len();
    assert_eq!(
        told,
        6,
        "each turn is told once: {:?}",
        of(&stage, "m1").sequels
    );
    stage.run(leave("m4", "i2"));
    // Another motion deals with them now: what is put right before it changes nothing.
    voices(&mut stage, "z", &Choice::For);
    assert!(matches!(
        last(&stage),
        SequelStep::LeftOpen { by, .. } if by.as_str() == "m4"
    ));
    for language in Language::ALL {
        for sequel in &of(&stage, "m1").sequels {
            let step = sequels::step(language, &stage.world, of(&stage, "m1"), sequel);
            if let SequelStep::SeatsOpenAgain { kind, ordinal, .. } = sequel.step {
                let session = crate::i18n::terms::session_named(language, kind, ordinal);
                assert!(step.contains("1 ") || step.contains(" 1"));
                assert_eq!(step, slate::step_open_again(language, session, 1));
            }
        }
    }
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

/// Votes on leaving the seats open, by name, with so many for and the rest against, and announces it.
fn vote_to_leave(stage: &mut Stage, yes: usize) {
    stage.open("m2");
    for (n, person) in VOTERS.iter().enumerate() {
        let choice = match n < yes {
            true => Choice::For,
            false => Choice::Against,
        };
        stage.vote(vote::Command::Take {
            motion: "m2".into(),
            person: (*person).into(),
            choice,
        });
    }
    stage.end("m2");
    stage.announce("m2");
}

/// The vote on it is level, and the path of its rule ends it: the election learns how.
#[test]
fn what_a_later_step_makes_of_a_level_vote_on_it_the_election_is_told() {
    for adopted in [true, false] {
        let mut stage = issued();
        adopt(
            &mut stage,
            own(|rule| Rule {
                tie: vec![TieStep::Lot],
                ..rule
            }),
        );
        counted(&mut stage, &elects(&[(9, 1), (5, 5), (3, 7)]));
        stage.announce("m1");
        stage.agenda(agenda::Command::Settle {
            item: "i5".into(),
            state: agenda::ItemState::Done,
            at: at("09:38"),
        });
        stage.agenda(agenda::Command::Put(item("s1", "i6", decision("own-1"))));
        stage.start("i6");
        stage.run(leave("m2", "i6"));
        vote_to_leave(&mut stage, 5);
        assert_eq!(standing(of(&stage, "m2")), Standing::Tied);
        assert!(!may(&stage), "it is not settled yet");
        stage.vote(vote::Command::Follow {
            session: "s1".into(),
            motion: "m2".into(),
            at: at("09:41"),
            next: Next::Lot {
                drawn_by: line("孙广田"),
                adopted,
            },
        });
        assert_eq!(may(&stage), !adopted);
        let told = of(&stage, "m1").sequels.last().unwrap();
        let again = matches!(told.step, SequelStep::SeatsOpenAgain { seats: 1, .. });
        assert_eq!(
            (again, told.at),
            (!adopted, at(if adopted { "09:40" } else { "09:41" }))
        );
    }
}

#[test]
fn a_correction_after_which_it_is_voted_down_all_the_same_tells_the_election_nothing() {
    let mut stage = short();
    stage.run(leave("m2", "i2"));
    vote_to_leave(&mut stage, 2);
    assert!(may(&stage));
    let told = of(&stage, "m1").sequels.len();
    stage.run(Command::Correct(correction::Command {
        id: "x1".into(),
        session: "s1".into(),
        wanted: Wanted::Voice {
            motion: "m2".into(),
            person: VOTERS[0].into(),
            to: Choice::Against,
        },
        by: line("蒋会计"),
        at: at("12:00"),
        reason: line("抄错一行"),
    }));
    assert_eq!(standing(of(&stage, "m2")), Standing::Rejected);
    assert_eq!(of(&stage, "m1").sequels.len(), told);
    assert!(may(&stage));
}

#[test]
fn seats_that_another_motion_deals_with_are_not_open_again() {
    let mut stage = short();
    stage.run(leave("m2", "i2"));
    let second = of(&stage, "m2").clone();
    assert_eq!(vote::opened_again(&stage.world, &second), None);
    vote_to_leave(&mut stage, 2);
    let again = vote::opened_again(&stage.world, of(&stage, "m2"));
    assert_eq!(again.map(|it| it.id.as_str()), Some("m1"));
}

#[test]
fn where_nobody_is_elected_all_seats_are_open_and_an_item_knows_its_election() {
    let mut stage = issued();
    counted(&mut stage, &elects(&[(5, 5), (4, 6), (3, 7)]));
    stage.announce("m1");
    assert_eq!(standing(of(&stage, "m1")), Standing::Rejected);
    assert!(may(&stage));
    let known = |stage: &Stage, item: &str| {
        let found = vote::left_open(&stage.world, &item.into());
        found.map(|it| it.id.to_string())
    };
    assert_eq!(known(&stage, "i5").as_deref(), Some("m1"));
    // An item at which they were to be left open, and were not, knows it too.
    let mut stage = short();
    assert_eq!(known(&stage, "i2"), None);
    stage.run(leave("m2", "i2"));
    assert_eq!(known(&stage, "i5"), None);
    vote_to_leave(&mut stage, 2);
    assert_eq!(known(&stage, "i2").as_deref(), Some("m1"));
}
