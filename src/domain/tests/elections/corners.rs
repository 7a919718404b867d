//! What seldom happens to a slate: a count nobody reached, too few in the room, one vote again after another.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::{
    ELECTION, RUN_OFF, chooses, counted, drafted, elects, hands, issue, issued, names, open,
    papers, set, stands, taken, tellers,
};
use crate::domain::ids::PersonId;
use crate::domain::rule::{Method, Question};
use crate::domain::session::RollMark;
use crate::domain::tests::stage::{Stage, at, contender as free, line};
use crate::domain::vote::slate::{
    self, Contender, Imbalance, Sheet, Tellers, contender, counted_room, demanded, on_ballot, ready,
};
use crate::domain::vote::{self, Due, Motion, MotionState, Outcome, Standing};
use crate::domain::{Command, Refusal};

fn m1(stage: &Stage) -> &Motion {
    stage.world.motion(&"m1".into()).unwrap()
}

/// Leaves `left` of the room and ends the vote that is open.
fn end_without(stage: &mut Stage, left: &[&str]) -> Outcome {
    for person in left {
        stage.mark(person, RollMark::Left);
    }
    stage.end("m1").outcome
}

#[test]
fn nobody_elected_is_rejected_whatever_stays_open() {
    let mut stage = issued();
    let result = counted(&mut stage, &elects(&[(5, 5), (5, 5), (5, 5)]));
    assert_eq!(result.outcome, Outcome::Rejected);
    assert_eq!(m1(&stage).seats_open(), 2);
    assert_eq!(m1(&issued()).seats_open(), 0, "before it was counted");
    let mut hands_up = drafted(RUN_OFF, 1, &["甲", "乙", "丙"]);
    hands_up.run(open(Method::Hands));
    hands_up.run(hands(&chooses(&[0, 0, 0], 10)));
    assert_eq!(hands_up.end("m1").outcome, Outcome::Rejected);
}

/// Too few are in the room: neither the winner nor the tied have anything of it.
#[test]
fn too_few_in_the_room_elect_nobody_and_all_stand_again() {
    let away = ["p7", "p8", "p9", "p10", "p6"];
    for (rows, winner) in [([6, 0, 4], 0), ([5, 5, 0], 1)] {
        let mut stage = drafted(RUN_OFF, 1, &["甲", "乙", "丙"]);
        stage.run(open(Method::Hands));
        for person in away {
            stage.mark(person, RollMark::Left);
        }
        let rows = rows.map(|it: u32| it / 2);
        let sum: u32 = rows.iter().sum();
        let sheet = Sheet {
            issued: 5,
            ..chooses(&rows, 5 - sum)
        };
        stage.run(hands(&sheet));
        assert_eq!(stage.end("m1").outcome, Outcome::Inquorate, "{winner}");
        stage.announce("m1");
        assert_eq!(stands(&stage), (Standing::Inquorate, Some(Due::NewVote)));
        assert_eq!(taken(&stage), [] as [&str; 0]);
        assert_eq!(m1(&stage).seats_open(), 0, "nothing was decided");
        let slate = on_ballot(m1(&stage)).unwrap();
        assert_eq!(slate.contenders.len(), 3);
        for person in away {
            stage.mark(person, RollMark::Present);
        }
        stage.run(open(Method::Hands));
        assert_eq!(names(&stage), ["甲", "乙", "丙"]);
    }
}

#[test]
fn among_the_tied_it_stays_though_the_vote_among_them_decided_nothing() {
    let mut stage = issued();
    counted(&mut stage, &elects(&[(6, 4), (8, 1), (6, 3)]));
    stage.announce("m1");
    let people: Vec<Option<PersonId>> = on_ballot(m1(&stage))
        .unwrap()
        .contenders
        .into_iter()
        .map(|it| it.person)
        .collect();
    assert_eq!(people, [Some("p1".into()), Some("p4".into())]);
    // Others watch and count then, and they are asked for by name.
    stage.vote(tellers("p8", "p9"));
    stage.run(open(Method::Secret));
    let slate = m1(&stage).ballot().unwrap().slate.clone().unwrap();
    assert_eq!(slate.tellers.watching, ["p8".into()]);
    stage.run(issue(10));
    let void = Sheet::bare(10, 11, 2);
    for _ in 0..2 {
        stage.run(papers(&void));
    }
    assert_eq!(end_without(&mut stage, &[]), Outcome::Void);
    stage.announce("m1");
    stage.vote(tellers("p5", "p6"));
    let slate = on_ballot(m1(&stage)).unwrap();
    assert_eq!(slate.tellers.counting, ["p6".into()]);
    stage.run(open(Method::Secret));
    assert_eq!(names(&stage), ["孙广田", "赵秀英"]);
    let slate = m1(&stage).ballot().unwrap().slate.clone().unwrap();
    assert_eq!((slate.seats, slate.write_in), (1, false));
}

#[test]
fn a_new_vote_that_is_not_among_the_tied_asks_for_what_the_rule_demands() {
    let mut stage = issued();
    let void = Sheet::bare(10, 11, 3);
    for _ in 0..2 {
        counted(&mut stage, &void);
        stage.announce("m1");
        stage.run(open(Method::Secret));
        stage.run(issue(10));
    }
    assert_eq!(m1(&stage).earlier.len(), 2);
    let slate = m1(&stage).ballot().unwrap().slate.clone().unwrap();
    assert!(slate.write_in);
    assert_eq!(slate.seats, 2);
}

/// Whoever was written in and tied stands in the order of strokes, not behind the others.
#[test]
fn the_tied_stand_in_the_order_of_strokes() {
    let mut stage = issued();
    let mut sheet = elects(&[(6, 4), (8, 2), (0, 10)]);
    sheet.written = vec![(line("丁一"), 6)];
    counted(&mut stage, &sheet);
    stage.announce("m1");
    assert_eq!(stands(&stage).0, Standing::VoteAgain);
    stage.run(open(Method::Secret));
    assert_eq!(names(&stage), ["丁一", "孙广田"]);
    // Options stand as they were put.
    let mut stage = drafted(RUN_OFF, 1, &["甲案", "乙案", "一案"]);
    stage.run(open(Method::Hands));
    stage.run(hands(&chooses(&[4, 2, 4], 0)));
    stage.end("m1");
    stage.announce("m1");
    stage.run(open(Method::Hands));
    assert_eq!(names(&stage), ["甲案", "一案"]);
}

#[test]
fn papers_not_given_out_end_no_vote() {
    let mut stage = drafted(ELECTION, 2, &["赵秀英", "孙广田", "李家屯"]);
    stage.vote(tellers("p5", "p6"));
    stage.run(open(Method::Secret));
    let end = Command::Vote(vote::Command::End {
        motion: "m1".into(),
        at: at("09:30"),
    });
    assert_eq!(stage.refused(&end), Refusal::PapersNotIssued);
    let room = |stage: &Stage| counted_room(stage.s1(), m1(stage).ballot().unwrap());
    assert_eq!(room(&stage), 10);
    stage.mark("p10", RollMark::Left);
    assert_eq!(room(&stage), 9);
    stage.run(issue(9));
    stage.mark("p9", RollMark::Left);
    assert_eq!(room(&stage), 9, "who was given a paper");
    assert_eq!(stage.refused(&end), Refusal::PapersUncounted);
}

#[test]
fn sums_that_are_refused_are_printed_whole() {
    let mut stage = drafted(RUN_OFF, 1, &["甲", "乙", "丙"]);
    stage.run(open(Method::Hands));
    let spoiled = Sheet {
        returned: 9,
        valid: 7,
        spoiled: 2,
        ..chooses(&[3, 2, 2], 0)
    };
    let method = Method::Hands;
    let imbalance = Imbalance::Returned {
        returned: 10,
        sum: 11,
    };
    assert_eq!(
        stage.refused(&hands(&spoiled)),
        Refusal::Slate(slate::Refused::SheetDoesNotAddUp { imbalance, method })
    );
    let mut told = Sheet::bare(10, 11, 3);
    (told.valid, told.spoiled) = (4, 3);
    assert_eq!(
        issued().refused(&papers(&told)),
        Refusal::PapersDoNotAddUp {
            village: None,
            returned: 0,
            sum: 7
        }
    );
}

#[test]
fn a_part_of_a_spare_candidate_is_one_more() {
    let least = |seats, spare_percent| {
        let question = Question::Seats {
            spare_percent,
            write_in: false,
        };
        demanded(question, seats).least
    };
    assert_eq!(least(5, 20), 6);
    assert_eq!(least(6, 20), 8);
    assert_eq!(least(67, 3), 70);
    assert_eq!(least(1, 100), 2);
}

#[test]
fn one_of_several_is_one_whatever_number_is_entered() {
    let mut stage = drafted(RUN_OFF, 3, &["甲", "乙", "丙"]);
    assert_eq!(m1(&stage).slate.as_ref().unwrap().seats, 1);
    stage.run(set(0, &["甲", "丁"].map(free)));
    assert_eq!(m1(&stage).slate.as_ref().unwrap().seats, 1);
    let mut stage = drafted(ELECTION, 2, &["赵秀英", "孙广田", "李家屯"]);
    let contenders = m1(&stage).slate.clone().unwrap().contenders;
    for seats in [0, 1] {
        stage.run(set(seats, &contenders));
        assert_eq!(m1(&stage).slate.as_ref().unwrap().seats, 1);
    }
    let nobody = Contender {
        name: line("查无此人"),
        person: Some("p99".into()),
    };
    assert_eq!(stage.refused(&set(1, &[nobody])), Refusal::Unknown);
}

#[test]
fn tellers_named_twice_are_named_once_and_are_of_the_roll() {
    let mut stage = drafted(ELECTION, 2, &["赵秀英", "孙广田", "李家屯"]);
    assert_eq!(stage.run(Command::Vote(tellers("p5", "p6"))).len(), 1);
    assert_eq!(stage.run(Command::Vote(tellers("p5", "p6"))), []);
    // Somebody of the roster who has no place on this roll.
    let person = crate::domain::roster::Person {
        woman: false,
        kin: Vec::new(),
        id: "p77".into(),
        name: line("路过人"),
    };
    stage.run(Command::Roster(crate::domain::roster::Command::PutPerson(
        person,
    )));
    assert_eq!(
        stage.refused(&Command::Vote(tellers("p77", "p6"))),
        Refusal::Slate(slate::Refused::TellerAway {
            name: line("路过人")
        })
    );
}

#[test]
fn of_two_of_one_name_in_one_village_neither_is_meant() {
    let mut stage = Stage::founded();
    for (id, village) in [("p31", "v1"), ("p32", "v1"), ("p33", "v2")] {
        let person = crate::domain::roster::Person {
            woman: false,
            kin: Vec::new(),
            id: id.into(),
            name: line("王伟"),
        };
        let mut seat = stage.world.seats[&"k02".into()].as_ref().clone();
        seat.id = format!("seat-{id}").as_str().into();
        seat.person = id.into();
        seat.village = Some(village.into());
        stage.run(Command::Roster(crate::domain::roster::Command::PutPerson(
            person,
        )));
        stage.run(Command::Roster(crate::domain::roster::Command::PutSeat(
            seat,
        )));
    }
    let meant = |typed: &str| contender(&stage.world, &line(typed)).unwrap().person;
    assert_eq!(meant("王伟（李家屯村）"), Some("p33".into()));
    assert_eq!(meant("王伟（东集村）"), None);
    assert_eq!(meant("王伟（没有的村）"), None);
    // Whoever sits for the whole area is of no village.
    assert_eq!(meant("孙广田（东集村）"), None);
    assert_eq!(meant("孙广田"), Some("p1".into()));
}

#[test]
fn nothing_is_ready_before_somebody_watches_and_counts() {
    let stage = drafted(ELECTION, 2, &["赵秀英", "孙广田", "李家屯"]);
    let rule = crate::domain::rule::preset(ELECTION).unwrap();
    let with = |watching: &[&str], counting: &[&str]| {
        let ids = |of: &[&str]| of.iter().map(|it| PersonId::from(*it)).collect();
        let mut motion = m1(&stage).clone();
        motion.slate.as_mut().unwrap().tellers = Tellers {
            watching: ids(watching),
            counting: ids(counting),
        };
        ready(&stage.world, stage.s1(), &motion, &rule).map(|it| it.is_some())
    };
    assert_eq!(with(&["p5"], &["p6"]), Ok(true));
    for (watching, counting) in [(&["p5"][..], &[][..]), (&[], &["p6"]), (&[], &[])] {
        assert_eq!(
            with(watching, counting),
            Err(Refusal::Slate(slate::Refused::NoTellers))
        );
    }
    assert!(matches!(m1(&stage).state, MotionState::Drafted));
}
