//! Sitting again: 续会, 流会 and its second date, the roll asked again, and going on short of quorum.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::moments::{self, Moment, open};
use super::stage::{Stage, at, day, decision, item, line, motion};
use crate::domain::session::again::Sitting;
use crate::domain::session::agenda::{self, ItemState};
use crate::domain::session::next::Step;
use crate::domain::session::{self, Command as Session, RollMark, SessionState};
use crate::domain::{Command, Refusal, vote};

fn again() -> Sitting {
    Sitting {
        date: day("11-24"),
        start: None,
    }
}

fn run(stage: &mut Stage, command: Session) {
    stage.session(command);
}

fn id() -> crate::domain::ids::SessionId {
    "s1".into()
}

#[test]
fn after_a_break_the_roll_is_asked_before_anything_is_voted() {
    let mut stage = moments::stage(Moment::Running);
    run(
        &mut stage,
        Session::Pause {
            id: id(),
            at: at("09:30"),
        },
    );
    run(
        &mut stage,
        Session::Resume {
            id: id(),
            at: at("09:45"),
        },
    );
    assert_eq!(stage.next(&id()).0, Step::AskRollAgain { back: 0 });
    assert_eq!(stage.refused(&open("m1")), Refusal::RollDue);
    stage.mark("p4", RollMark::Left);
    run(
        &mut stage,
        Session::ConfirmRoll {
            id: id(),
            at: at("09:46"),
        },
    );
    let asked = stage.s1().asked_again[0];
    assert_eq!((asked.entitled, asked.present), (10, 9));
    stage.open("m1");
}

#[test]
fn a_session_goes_on_another_day_with_those_who_came_back() {
    let mut stage = moments::stage(Moment::Running);
    stage.mark("p9", RollMark::Left);
    let adjourn = |date| Session::Adjourn {
        id: id(),
        at: at("11:00"),
        again: Sitting { date, start: None },
    };
    assert_eq!(
        stage.refused(&Command::Session(adjourn(day("11-22")))),
        Refusal::TimesCross
    );
    // Later today, but not at an hour that is past.
    let today = |hour: &str| {
        Command::Session(Session::Adjourn {
            id: id(),
            at: at("11:00"),
            again: Sitting {
                date: day("11-23"),
                start: Some(hour.parse().unwrap()),
            },
        })
    };
    assert_eq!(stage.refused(&today("11:00:00")), Refusal::TimesCross);
    assert!(stage.clone().attempt(&today("14:00:00")).is_ok());
    run(&mut stage, adjourn(day("11-24")));
    assert_eq!(stage.s1().state, SessionState::Adjourned);
    assert_eq!(
        stage.world.item(&"i2".into()).unwrap().state,
        ItemState::Paused
    );
    assert!(stage.s1().roll.iter().all(|it| it.there().is_none()));
    let (step, resume) = stage.next(&id());
    assert_eq!(step, Step::Resume);
    stage.run(resume.unwrap());
    assert_eq!(stage.next(&id()).0, Step::AskRollAgain { back: 11 });
    stage.mark("p2", RollMark::Present);
    stage.session(Session::AllPresent {
        id: id(),
        at: at("11:20"),
    });
    assert_eq!(stage.s1().roll.iter().filter(|it| it.in_room()).count(), 11);
    assert!(!stage.s1().attendee(&"p9".into()).unwrap().in_room());
    assert_eq!(stage.next(&id()).0, Step::AskRollAgain { back: 0 });
}

#[test]
fn what_the_session_broke_off_in_goes_on_before_the_next_item_and_what_was_put_aside_waits() {
    let mut stage = Stage::sitting();
    stage.start("i1");
    stage.agenda(agenda::Command::Pause {
        item: "i1".into(),
        at: at("09:10"),
    });
    // The minute is the same: no clock tells what was put aside from what was broken off.
    stage.agenda(agenda::Command::Start {
        item: "i2".into(),
        at: at("09:10"),
    });
    run(
        &mut stage,
        Session::Adjourn {
            id: id(),
            at: at("09:10"),
            again: again(),
        },
    );
    let go_on = |stage: &mut Stage| {
        let at = crate::domain::dates::Minute::on(day("11-24"), "09:00:00".parse().unwrap());
        run(stage, Session::Resume { id: id(), at });
        run(stage, Session::ConfirmRoll { id: id(), at });
    };
    go_on(&mut stage);
    assert_eq!(stage.next(&id()).0, Step::TakeUpAgain("i2".into()));
    // Broken off again before it was taken up, it is still what goes on.
    let mut twice = stage.clone();
    let next_day = Sitting {
        date: day("11-25"),
        start: None,
    };
    let at_eleven = crate::domain::dates::Minute::on(day("11-24"), "11:00:00".parse().unwrap());
    run(
        &mut twice,
        Session::Adjourn {
            id: id(),
            at: at_eleven,
            again: next_day,
        },
    );
    run(
        &mut twice,
        Session::Resume {
            id: id(),
            at: at_eleven,
        },
    );
    run(
        &mut twice,
        Session::ConfirmRoll {
            id: id(),
            at: at_eleven,
        },
    );
    assert_eq!(twice.next(&id()).0, Step::TakeUpAgain("i2".into()));
    // Taken up and put aside in its turn, it jumps no queue.
    let (_, take_up) = stage.next(&id());
    stage.run(take_up.unwrap());
    stage.agenda(agenda::Command::Pause {
        item: "i2".into(),
        at: at_eleven,
    });
    assert_eq!(stage.next(&id()).0, Step::StartItem("i3".into()));
}

#[test]
fn a_session_that_lapsed_sits_on_its_second_date() {
    let mut stage = moments::stage(Moment::Short);
    let lapse = Session::Lapse {
        id: id(),
        at: at("09:30"),
        second: again(),
    };
    run(&mut stage, lapse.clone());
    assert_eq!(stage.s1().state, SessionState::Lapsed);
    let found = stage.s1().lapses[0].clone();
    assert_eq!((found.entitled, found.present), (10, 5));
    assert_eq!(found.first.date, day("11-23"));
    // Who came on the first date stands as it was found.
    assert_eq!(
        stage.refused(&moments::mark("p2", RollMark::Present)),
        Refusal::SessionNotIn {
            have: SessionState::Lapsed,
            need: SessionState::Planned
        }
    );
    let (step, command) = stage.next(&id());
    assert_eq!(step, Step::Reconvene);
    let mut sealed = stage.clone();
    sealed.seal();
    stage.run(command.unwrap());
    assert_eq!(
        (stage.s1().state, stage.s1().date),
        (SessionState::Planned, day("11-24"))
    );
    assert_eq!(
        stage.next(&id()).0,
        Step::CallRoll,
        "the roll is asked anew"
    );
    run(&mut stage, Session::CallRoll(id()));
    run(
        &mut stage,
        Session::AllPresent {
            id: id(),
            at: at("09:00"),
        },
    );
    assert_eq!(
        stage.refused(&Command::Session(lapse)),
        Refusal::QuorumReached
    );
}

#[test]
fn short_of_quorum_it_goes_on_with_what_needs_no_vote() {
    let mut stage = moments::stage(Moment::Short);
    let without = |reason: &str| Session::OpenWithoutVotes {
        id: id(),
        at: at("09:30"),
        reason: line(reason),
    };
    // A rule that asks for no quorum does not vote either while the session is short of its own.
    stage.agenda(agenda::Command::Put(item(
        "s1",
        "i5",
        decision("majority-of-cast"),
    )));
    run(&mut stage, without("先传达文件"));
    for expected in ["i1", "i3"] {
        let (step, command) = stage.next(&id());
        assert_eq!(step, Step::StartItem(expected.into()));
        stage.run(command.unwrap());
        let (_, finish) = stage.next(&id());
        stage.run(finish.unwrap());
    }
    assert_eq!(stage.next(&id()).0, Step::Close);
    stage.start("i5");
    stage.vote(vote::Command::Draft(motion("i5", "m1")));
    assert!(matches!(
        stage.next(&id()).0,
        Step::VoteAwaitsQuorum { missing: 1, .. }
    ));
    assert!(matches!(
        stage.refused(&open("m1")),
        Refusal::QuorumShort { .. }
    ));
    stage.mark("p2", RollMark::Present);
    stage.open("m1");
    let enough = moments::stage(Moment::Planned);
    assert_eq!(
        enough.refused(&Command::Session(without("先传达文件"))),
        Refusal::RollNotCalled
    );
}

#[test]
fn a_resumption_of_an_old_line_asks_nothing() {
    let old =
        serde_json::json!({"t": "session.resumed", "session": "s1", "at": "2026-11-23T09:45"});
    let event = crate::domain::Event::read(old);
    assert!(matches!(
        event,
        crate::domain::Event::Session(session::Event::Resumed { asks: false, .. })
    ));
}
