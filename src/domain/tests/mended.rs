//! Breaks, items and votes whose times are put right: nothing crosses, and nothing but a clock changes.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::moments::{correct, stage};
use super::stage::{Stage, at, day};
use super::wild::{play, throws};
use crate::domain::dates::Minute;
use crate::domain::session::again::Sitting;
use crate::domain::session::attendance::{Attendance, Stay};
use crate::domain::session::correction::{Corrected, Wanted};
use crate::domain::session::next::next_step;
use crate::domain::session::times::{Moved, Times, put_in};
use crate::domain::session::turn::Turn;
use crate::domain::session::{self, RollMark, SessionState, agenda};
use crate::domain::tests::moments::Moment;
use crate::domain::vote::{Motion, MotionState};
use crate::domain::{Command, Refusal, World};
use chrono::{NaiveTime, TimeDelta};
use proptest::prelude::*;
use std::sync::Arc;

fn span(from: &str, to: &str) -> Stay {
    Stay {
        to: Some(at(to)),
        ..Stay::since(at(from))
    }
}

fn breaks(spans: &[Stay]) -> Times {
    Times::Breaks {
        breaks: spans.to_vec(),
    }
}

fn runs(item: &str, spans: &[Stay]) -> Times {
    Times::Runs {
        item: item.into(),
        runs: spans.to_vec(),
    }
}

fn vote(opened: &str, ended: &str, announced: &str) -> Times {
    Times::Vote {
        motion: "m1".into(),
        opened: at(opened),
        ended: Some(at(ended)),
        announced: Some(at(announced)),
    }
}

fn mend(times: Times) -> Command {
    Command::Session(session::Command::MendTimes {
        id: "s1".into(),
        times,
    })
}

/// Item 2 from 9:05 with a vote from 9:15 to 9:30, announced 9:31; a break from 10:00 to 10:10; item
/// 3 from 10:20.
fn morning() -> Stage {
    let mut stage = Stage::voting();
    stage.vote(crate::domain::vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    stage.announce("m1");
    let id = || "s1".into();
    stage.session(session::Command::Pause {
        id: id(),
        at: at("10:00"),
    });
    stage.session(session::Command::Resume {
        id: id(),
        at: at("10:10"),
    });
    stage.session(session::Command::ConfirmRoll {
        id: id(),
        at: at("10:11"),
    });
    stage.agenda(agenda::Command::Start {
        item: "i3".into(),
        at: at("10:20"),
    });
    stage
}

fn next_day(clock: &str) -> Minute {
    Minute::on(day("11-24"), at(clock).time())
}

fn gap(from: Minute, to: Minute) -> Times {
    Times::Adjournments {
        gaps: vec![Stay {
            to: Some(to),
            ..Stay::since(from)
        }],
    }
}

/// The morning broken off at 11:00 in item 3, gone on with the next day at 9:05.
fn adjourned() -> Stage {
    broken_off(morning())
}

fn broken_off(mut stage: Stage) -> Stage {
    let id = || "s1".into();
    stage.session(session::Command::Adjourn {
        id: id(),
        at: at("11:00"),
        again: Sitting {
            date: day("11-24"),
            start: Some(at("09:00").time()),
        },
    });
    let at = next_day("09:05");
    stage.session(session::Command::Resume { id: id(), at });
    stage.session(session::Command::AllPresent { id: id(), at });
    stage.session(session::Command::ConfirmRoll { id: id(), at });
    stage
}

fn stays_of(stage: &Stage, person: &str) -> Vec<Stay> {
    match &stage.s1().attendee(&person.into()).unwrap().attendance {
        Attendance::Attended { stays } => stays.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_adjournment_takes_along_the_item_and_those_who_left_and_came_back_with_it() {
    let right = || gap(at("10:50"), next_day("09:10"));
    let put_right = |stage: &Stage| {
        assert_eq!(Times::of_adjournments(stage.s1()), right());
        assert_eq!(runs_of(stage, "i3"), [span("10:20", "10:50")]);
        let stays = stays_of(stage, "p4");
        assert_eq!(stays[0].to, Some(at("10:50")));
        assert_eq!(stays[1].from, next_day("09:10"));
        // Whoever left by the door before and came late are as they were.
        assert_eq!(stays_of(stage, "p9")[0].to, Some(at("10:40")));
        assert_eq!(stays_of(stage, "p9")[1].from, next_day("09:20"));
        // Whoever came after it had truly broken off was there for no minute.
        let late = stays_of(stage, "p8")[1];
        assert_eq!((late.from, late.to), (at("10:55"), Some(at("10:55"))));
        assert_eq!(stage.s1().asked_again.last().unwrap().at, next_day("09:10"));
    };
    let mut stage = morning();
    let mark = |stage: &mut Stage, person: &str, mark, at| {
        stage.session(session::Command::Mark {
            id: "s1".into(),
            person: person.into(),
            mark,
            at,
        });
    };
    mark(&mut stage, "p8", RollMark::Left, at("10:30"));
    mark(&mut stage, "p9", RollMark::Left, at("10:40"));
    mark(&mut stage, "p8", RollMark::Present, at("10:55"));
    let mut stage = broken_off(stage);
    mark(&mut stage, "p9", RollMark::Present, next_day("09:20"));
    let mut closed = stage.clone();
    stage.run(mend(right()));
    put_right(&stage);
    // Back to where it stood, everybody but whoever came in between comes back too.
    stage.run(mend(gap(at("11:00"), next_day("09:05"))));
    assert_eq!(stays_of(&stage, "p4"), stays_of(&closed, "p4"));
    let (id, end) = ("s1".into(), next_day("10:00"));
    closed.session(session::Command::Close { id, at: end });
    assert_eq!(closed.refused(&mend(right())), Refusal::Frozen);
    closed.run(correct(Wanted::Times(right())));
    put_right(&closed);
}

#[test]
fn an_adjournment_crosses_nothing_and_no_opening_or_end_crosses_it() {
    let stage = adjourned();
    for (times, why) in [
        (
            gap(at("10:15"), next_day("09:05")),
            Refusal::CrossesTimes {
                of: runs("i2", &[span("09:05", "10:00"), span("10:10", "10:20")]),
            },
        ),
        // Broken off after the hour to which it broke off, or after it went on.
        (
            gap(next_day("09:00"), next_day("09:05")),
            Refusal::TimesCross,
        ),
        (gap(at("11:00"), at("10:59")), Refusal::TimesCross),
        (Times::Adjournments { gaps: Vec::new() }, Refusal::TimesOnly),
    ] {
        assert_eq!(stage.refused(&mend(times.clone())), why, "{times:?}");
    }
    let mut early = Stage::sitting();
    let again = Sitting {
        date: day("11-24"),
        start: None,
    };
    let (id, at_ten_past) = ("s1".into(), at("09:10"));
    early.session(session::Command::Adjourn {
        id,
        at: at_ten_past,
        again,
    });
    let (id, late) = ("s1".into(), at("09:11"));
    let of = Times::of_adjournments(early.s1());
    assert_eq!(
        early.refused(&Command::Session(session::Command::MendOpening {
            id,
            at: late
        })),
        Refusal::CrossesTimes { of }
    );
}

fn runs_of(stage: &Stage, item: &str) -> Vec<Stay> {
    stage.world.item(&item.into()).unwrap().runs.clone()
}

#[test]
fn a_break_takes_along_the_item_that_stood_still_for_it() {
    let mut stage = morning();
    stage.run(mend(breaks(&[span("09:50", "10:05")])));
    assert_eq!(stage.s1().breaks, [span("09:50", "10:05")]);
    assert_eq!(
        runs_of(&stage, "i2"),
        [span("09:05", "09:50"), span("10:05", "10:20")]
    );
}

#[test]
fn an_item_that_took_no_minute_is_in_no_breaks_way() {
    let mut stage = Stage::sitting();
    stage.start("i1");
    stage.agenda(agenda::Command::Settle {
        item: "i1".into(),
        state: agenda::ItemState::Done,
        at: at("09:05"),
    });
    for pause in [true, false] {
        let (id, at) = ("s1".into(), at("09:05"));
        stage.session(if pause {
            session::Command::Pause { id, at }
        } else {
            session::Command::Resume { id, at }
        });
    }
    stage.run(mend(breaks(&[span("09:05", "09:30")])));
    assert_eq!(runs_of(&stage, "i1"), [span("09:05", "09:05")]);
}

#[test]
fn an_item_takes_along_the_one_it_followed() {
    let mut stage = morning();
    stage.run(mend(runs("i3", &[Stay::since(at("10:15"))])));
    assert_eq!(runs_of(&stage, "i2")[1], span("10:10", "10:15"));
    stage.run(mend(runs(
        "i2",
        &[span("09:05", "10:00"), span("10:10", "10:25")],
    )));
    assert_eq!(runs_of(&stage, "i3"), [Stay::since(at("10:25"))]);
}

#[test]
fn times_that_cross_are_refused_with_what_they_cross() {
    let stage = morning();
    let crosses = |of| Refusal::CrossesTimes { of };
    let the_vote = || vote("09:15", "09:30", "09:31");
    for (times, why) in [
        // A break over a vote, or past its own beginning.
        (breaks(&[span("09:20", "10:10")]), crosses(the_vote())),
        (breaks(&[span("10:12", "10:10")]), Refusal::TimesCross),
        // An item taken up after its vote.
        (
            runs("i2", &[span("09:16", "10:00"), span("10:10", "10:20")]),
            crosses(the_vote()),
        ),
        // An item over a break.
        (
            runs("i3", &[Stay::since(at("10:05"))]),
            crosses(breaks(&[span("10:00", "10:10")])),
        ),
        (vote("09:15", "09:14", "09:31"), Refusal::TimesCross),
        (vote("09:15", "09:30", "09:29"), Refusal::TimesCross),
        // A vote before its item was taken up.
        (
            vote("09:04", "09:30", "09:31"),
            crosses(runs(
                "i2",
                &[span("09:05", "10:00"), span("10:10", "10:20")],
            )),
        ),
        // Before the session was opened.
        (
            runs("i2", &[span("08:55", "10:00"), span("10:10", "10:20")]),
            Refusal::BeyondSession {
                opened: Some(at("09:00")),
                closed: None,
            },
        ),
        // More than a clock.
        (breaks(&[]), Refusal::TimesOnly),
        (breaks(&[Stay::since(at("10:00"))]), Refusal::TimesOnly),
        (runs("i3", &[span("10:20", "10:30")]), Refusal::TimesOnly),
        (
            Times::Agreed {
                motion: "m1".into(),
                at: at("09:15"),
            },
            Refusal::Unknown,
        ),
    ] {
        assert_eq!(stage.refused(&mend(times.clone())), why, "{times:?}");
    }
}

#[test]
fn the_opening_is_not_put_after_what_followed_it_nor_the_end_before() {
    let mut stage = morning();
    let opening = |at| {
        Command::Session(session::Command::MendOpening {
            id: "s1".into(),
            at,
        })
    };
    assert!(matches!(
        stage.refused(&opening(at("09:06"))),
        Refusal::CrossesTimes { .. }
    ));
    stage.run(opening(at("09:05")));
    stage.close();
    assert!(matches!(
        stage.refused(&correct(Wanted::Opened(at("09:06")))),
        Refusal::CrossesTimes { .. }
    ));
    assert!(matches!(
        stage.refused(&correct(Wanted::Closed(at("10:15")))),
        Refusal::CrossesTimes { .. }
    ));
}

#[test]
fn after_the_session_times_are_corrected_with_the_old_ones_kept() {
    let mut stage = morning();
    let right = || breaks(&[span("10:00", "10:12")]);
    assert!(matches!(
        stage.refused(&correct(Wanted::Times(right()))),
        Refusal::NotFrozenYet { .. }
    ));
    stage.close();
    assert_eq!(stage.refused(&mend(right())), Refusal::Frozen);
    stage.run(correct(Wanted::Times(right())));
    let made = &stage
        .world
        .corrections_of(&"s1".into())
        .next()
        .unwrap()
        .change;
    assert_eq!(
        *made,
        Corrected::Times {
            moved: vec![
                Moved {
                    from: breaks(&[span("10:00", "10:10")]),
                    to: right(),
                },
                Moved {
                    from: runs("i2", &[span("09:05", "10:00"), span("10:10", "10:20")]),
                    to: runs("i2", &[span("09:05", "10:00"), span("10:12", "10:20")]),
                },
            ],
        }
    );
    assert_eq!(stage.s1().breaks, [span("10:00", "10:12")]);
}

#[test]
fn times_of_a_vote_are_mended_whatever_it_has_come_to() {
    let opened = |opened: &str| Times::Vote {
        motion: "m1".into(),
        opened: at(opened),
        ended: None,
        announced: None,
    };
    let mut stage = stage(Moment::Voting);
    stage.run(mend(opened("09:12")));
    let motion = stage.world.motion(&"m1".into()).unwrap();
    assert_eq!(Times::of_motion(motion), Some(opened("09:12")));
    let mut agreed = super::moments::stage(Moment::Running);
    agreed.vote(crate::domain::vote::Command::Agree {
        motion: "m1".into(),
        at: at("09:20"),
    });
    let right = Times::Agreed {
        motion: "m1".into(),
        at: at("09:18"),
    };
    agreed.run(mend(right.clone()));
    let motion = agreed.world.motion(&"m1".into()).unwrap();
    assert_eq!(Times::of_motion(motion), Some(right));
}

/// Gives the times of a motion the way in which those of another were come by.
fn turns_of(motion: &mut Motion, other: &Motion) {
    match (&mut motion.state, &other.state) {
        (MotionState::Agreed { agreement }, MotionState::Agreed { agreement: other }) => {
            agreement.turn = other.turn;
        }
        (
            MotionState::Voting { ballot }
            | MotionState::Counted { ballot, .. }
            | MotionState::Announced { ballot, .. },
            _,
        ) => ballot.turns = other.ballot().unwrap().turns,
        _ => {}
    }
}

/// Returns a world in which everything that has times of its own has those of another.
fn with_times_of(world: &World, other: &World) -> World {
    let mut world = world.clone();
    for (id, session) in world.sessions.iter_mut() {
        let (session, other) = (Arc::make_mut(session), &other.sessions[id]);
        session.breaks.clone_from(&other.breaks);
        session.adjournments.clone_from(&other.adjournments);
        for (one, other) in session.asked_again.iter_mut().zip(&other.asked_again) {
            (one.at, one.turn) = (other.at, other.turn);
        }
        for (one, other) in session.roll.iter_mut().zip(&other.roll) {
            let same = one.there() == other.there() && one.last_way() == other.last_way();
            if let Attendance::Attended { stays } = &mut one.attendance
                && let Attendance::Attended { stays: other } = &other.attendance
                && same
                && stays.len() == other.len()
            {
                stays.clone_from(other);
            }
        }
    }
    for (id, item) in world.items.iter_mut() {
        Arc::make_mut(item).runs.clone_from(&other.items[id].runs);
    }
    for (id, motion) in world.motions.iter_mut() {
        if let Some(times) = Times::of_motion(&other.motions[id]) {
            let motion = Arc::make_mut(motion);
            put_in(motion, &times, Turn::default());
            turns_of(motion, &other.motions[id]);
        }
    }
    world
}

fn moved(times: &Times, mut off: impl FnMut(Minute) -> Minute) -> Times {
    let mut times = times.clone();
    match &mut times {
        Times::Breaks { breaks: spans }
        | Times::Adjournments { gaps: spans }
        | Times::Runs { runs: spans, .. } => {
            for span in spans {
                span.from = off(span.from);
                span.to = span.to.map(&mut off);
            }
        }
        Times::Vote {
            opened,
            ended,
            announced,
            ..
        } => {
            *opened = off(*opened);
            *ended = ended.map(&mut off);
            *announced = announced.map(&mut off);
        }
        Times::Agreed { at, .. } => *at = off(*at),
    }
    times
}

proptest! {
    #[test]
    fn a_mended_time_changes_nothing_but_clocks_and_crosses_nothing(
        throws in throws(60),
        clocks in prop::collection::vec(any::<u8>(), 1..40),
        which in any::<prop::sample::Index>(),
        another_day in any::<bool>(),
    ) {
        let mut stage = if another_day { adjourned() } else { morning() };
        play(&mut stage, &throws);
        let id = "s1".into();
        let Ok(session) = stage.world.session(&id) else { return Ok(()) };
        let all = Times::of_session(&stage.world, session);
        let mut clocks = clocks.into_iter().cycle();
        let off = |at: Minute| {
            let clock = NaiveTime::parse_from_str(&at.clock(), "%H:%M").unwrap();
            let minutes = i64::from(clocks.next().unwrap()) % 21 - 10;
            Minute::on(at.day(), clock + TimeDelta::minutes(minutes))
        };
        let times = moved(&all[which.index(all.len())], off);
        let before = stage.world.clone();
        let frozen = before.sessions[&id].state >= SessionState::Closed;
        let command = if frozen { correct(Wanted::Times(times.clone())) } else { mend(times.clone()) };
        if stage.attempt(&command).is_err() {
            return Ok(());
        }
        let mut back = with_times_of(&stage.world, &before);
        back.corrections.clone_from(&before.corrections);
        prop_assert!(back == before);
        let step = |world: &World| next_step(world, &world.sessions[&id]);
        // That a sealed record was corrected, and is to be signed once more, is no matter of clocks.
        let mut told = stage.world.clone();
        told.corrections.clone_from(&before.corrections);
        prop_assert_eq!(step(&told), step(&before));
        let spans = times.spans();
        for pair in spans.windows(2) {
            prop_assert!(pair[0].to <= Some(pair[1].from));
        }
    }
}
