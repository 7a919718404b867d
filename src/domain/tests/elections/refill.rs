//! Seats an election left open are put to another one by a motion of its own.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::reconsidered::reconsider;
use super::{
    ELECTION, counted, drafted, elects, free, issue, issued, names, open, set, stands, taken,
    tellers,
};
use crate::domain::rule::Method;
use crate::domain::session::agenda;
use crate::domain::tests::stage::{Stage, at, decision, item, line, motion};
use crate::domain::tests::totals::totals;
use crate::domain::vote::overturn::Followed;
use crate::domain::vote::secret::BallotCount;
use crate::domain::vote::slate::{Sheet, Tellers};
use crate::domain::vote::totals::Totals;
use crate::domain::vote::{self, Motion, SequelStep, Standing, may_refill, standing};
use crate::domain::{Command, Refusal};

/// One of two seats is filled.
pub(super) fn short() -> Stage {
    let mut stage = issued();
    counted(&mut stage, &elects(&[(9, 1), (5, 5), (3, 7)]));
    stage.announce("m1");
    stage
}

fn refill(id: &str, on: &str) -> Command {
    Command::Vote(vote::Command::Refill {
        session: "s1".into(),
        elected: "m1".into(),
        motion: motion(on, id),
        at: at("09:40"),
    })
}

pub(super) fn of<'a>(stage: &'a Stage, id: &str) -> &'a Motion {
    stage.world.motion(&id.into()).unwrap()
}

#[test]
fn those_who_were_not_elected_stand_for_the_seats_left_open() {
    let mut stage = short();
    assert_eq!(stands(&stage), (Standing::Adopted, None));
    assert_eq!((taken(&stage).len(), names(&stage).len()), (1, 3));
    stage.run(refill("m2", "i5"));
    let slate = of(&stage, "m2").slate.as_ref().unwrap();
    let left: Vec<&str> = slate.contenders.iter().map(|it| it.name.as_str()).collect();
    assert_eq!((slate.seats, left), (1, vec!["李家屯", "赵秀英"]));
    let of_it = of(&stage, "m2").refills.as_ref().unwrap();
    assert_eq!((of_it.motion.as_str(), of_it.seats), ("m1", 1));
    assert!(matches!(
        of(&stage, "m1").sequels[0].step,
        SequelStep::Refilled { seats: 1, .. }
    ));
    // Once; taken back, once more.
    assert_eq!(
        stage.refused(&refill("m3", "i5")),
        Refusal::NotNext { due: None }
    );
    stage.vote(vote::Command::Withdraw {
        motion: "m2".into(),
        reason: None,
    });
    stage.run(refill("m3", "i5"));
    // Whoever was elected stays so, and a correction does not turn it behind the second election.
    let sheet = elects(&[(9, 1), (6, 4), (3, 7)]);
    let count = BallotCount::Slate { sheet };
    assert_eq!(
        stage.refused(&totals("x1", Totals::Papers { count })),
        Refusal::ResultFollowed {
            by: Followed::Refilled { decided: false }
        }
    );
}

/// Nine of ten elect the first of the ballot; the others have so many votes, and so has a name written in.
fn left_over(rows: [(u32, u32); 2], (name, votes): (&str, u32)) -> Vec<(String, bool)> {
    let mut stage = issued();
    let [second, third] = rows;
    let sheet = Sheet {
        written: vec![(line(name), votes)],
        ..elects(&[(9, 1), second, third])
    };
    counted(&mut stage, &sheet);
    stage.announce("m1");
    stage.run(refill("m2", "i5"));
    let slate = of(&stage, "m2").slate.as_ref().unwrap();
    let stand = slate.contenders.iter();
    stand
        .map(|it| (it.name.to_string(), it.person.is_some()))
        .collect()
}

#[test]
fn they_stand_for_them_by_their_votes_and_whoever_was_written_in_does_too() {
    let named = |names: &[(&str, bool)]| -> Vec<(String, bool)> {
        let names = names.iter();
        names
            .map(|(name, known)| (String::from(*name), *known))
            .collect()
    };
    // One seat wants two candidates by this rule: the two with most votes, in the order of strokes.
    assert_eq!(
        left_over([(2, 8), (5, 5)], ("周三", 4)),
        named(&[("周三", false), ("赵秀英", true)])
    );
    assert_eq!(
        left_over([(5, 5), (2, 8)], ("王二", 1)),
        named(&[("李家屯", true), ("赵秀英", true)])
    );
    // Whoever is level with the last of them is not left out by the order of a ballot.
    assert_eq!(
        left_over([(3, 7), (5, 5)], ("周三", 3)),
        named(&[("李家屯", true), ("周三", false), ("赵秀英", true)])
    );
}

#[test]
fn the_votes_of_the_last_vote_count_for_whoever_was_voted_on_again() {
    let mut stage = issued();
    // Two are level for the last seat, and the vote among them elects neither.
    counted(&mut stage, &elects(&[(6, 4), (6, 4), (7, 3)]));
    stage.announce("m1");
    stage.vote(tellers("p8", "p9"));
    stage.run(open(Method::Secret));
    stage.run(issue(10));
    counted(&mut stage, &elects(&[(1, 9), (3, 7)]));
    stage.announce("m1");
    let left = of(&stage, "m1").not_taken();
    let left: Vec<_> = left.iter().map(|it| (it.name.as_str(), it.votes)).collect();
    assert_eq!(left, [("李家屯", 3), ("孙广田", 1)]);
    assert_eq!(taken(&stage), ["赵秀英"]);
}

#[test]
fn the_same_rule_fills_them_and_nothing_is_filled_where_nothing_is_open() {
    let mut stage = short();
    assert!(may_refill(of(&stage, "m1")));
    let other = item("s1", "i6", decision("election-single"));
    stage.agenda(agenda::Command::Put(other));
    assert_eq!(
        stage.refused(&refill("m2", "i6")),
        Refusal::SeatsByRule {
            rule: "election-contested".into()
        }
    );
    let mut full = issued();
    counted(&mut full, &elects(&[(9, 1), (8, 2), (3, 7)]));
    full.announce("m1");
    assert!(!may_refill(of(&full, "m1")));
    assert_eq!(
        full.refused(&refill("m2", "i5")),
        Refusal::NotNext { due: None }
    );
}

/// The second election has seats of its own to leave open: those of the first stay with it.
#[test]
fn where_the_second_election_elects_nobody_its_own_seat_is_open_and_not_the_first_ones() {
    let mut stage = short();
    stage.run(refill("m2", "i5"));
    stage.vote(vote::Command::NameTellers {
        motion: "m2".into(),
        tellers: Tellers {
            watching: vec!["p8".into()],
            counting: vec!["p9".into()],
        },
    });
    stage.run(Command::Vote(vote::Command::open(
        "m2".into(),
        at("09:45"),
        Method::Secret,
    )));
    stage.run(Command::Vote(vote::Command::IssuePapers {
        motion: "m2".into(),
        number: 10,
        at: at("09:46"),
    }));
    for _ in 0..2 {
        stage.run(Command::Vote(vote::Command::CountPapers {
            motion: "m2".into(),
            count: BallotCount::Slate {
                sheet: elects(&[(5, 5), (4, 6)]),
            },
        }));
    }
    stage.vote(vote::Command::End {
        motion: "m2".into(),
        at: at("09:50"),
    });
    stage.announce("m2");
    assert_eq!(standing(of(&stage, "m2")), Standing::Rejected);
    assert!(may_refill(of(&stage, "m2")));
    assert!(!may_refill(of(&stage, "m1")));
    assert_eq!(of(&stage, "m1").sequels.len(), 1);
    let open = vote::left_open(&stage.world, &"i5".into());
    assert_eq!(open.map(|it| it.id.as_str()), Some("m2"));
}

/// A namesake of somebody of the roster who stood as nobody of it does not become that person.
#[test]
fn whoever_stands_once_more_is_whom_the_ballot_named() {
    let mut stage = drafted(ELECTION, 2, &["赵秀英", "孙广田"]);
    let mut contenders = stage
        .world
        .motion(&"m1".into())
        .unwrap()
        .slate
        .clone()
        .unwrap()
        .contenders;
    contenders.push(free("李家屯"));
    stage.run(set(2, &contenders));
    stage.vote(tellers("p5", "p6"));
    stage.run(open(Method::Secret));
    stage.run(issue(10));
    counted(&mut stage, &elects(&[(9, 1), (5, 5), (3, 7)]));
    stage.announce("m1");
    assert_eq!(taken(&stage).len(), 1);
    stage.run(refill("m2", "i5"));
    let stand = of(&stage, "m2").slate.clone().unwrap().contenders;
    let person = |name: &str| {
        let found = stand.iter().find(|it| it.name.as_str() == name);
        found.unwrap().person.is_some()
    };
    assert!(!person("李家屯"));
}

#[test]
fn an_election_is_taken_up_once_more_by_its_rule_with_its_candidates_and_seats() {
    let mut stage = short();
    // By another rule neither candidates nor seats would mean anything.
    let mut elsewhere = stage.clone();
    elsewhere.agenda(agenda::Command::Pause {
        item: "i5".into(),
        at: at("09:45"),
    });
    elsewhere.start("i2");
    let rule = super::ELECTION.into();
    assert_eq!(
        elsewhere.refused(&reconsider("i2")),
        Refusal::SeatsByRule { rule }
    );
    stage.run(reconsider("i5"));
    let slate = of(&stage, "m2").slate.as_ref().unwrap();
    assert_eq!((slate.seats, slate.contenders.len()), (2, 3));
    let decided = &of(&stage, "m2").reconsiders.as_ref().unwrap().decided;
    let taken: Vec<&str> = decided.taken.iter().map(|it| it.as_str()).collect();
    assert_eq!((taken.len(), decided.people), (1, true));
    for language in crate::i18n::Language::ALL {
        let said = crate::i18n::sequels::reconsidered(language, &stage.world, of(&stage, "m2"));
        let named = crate::i18n::slate::elected(language, taken[0]);
        assert!(said.clone().unwrap().contains(&named), "{said:?}");
    }
}
