//! The day put right: what was taken down under a clock of another day stands at the same hours of the right one, in
//! the order it happened, while the session is live by a mend and after it by a correction.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{Stage, day, decision, item, line, motion, recusal, sealing, speech};
use super::things::task;
use crate::domain::dates::Minute;
use crate::domain::rule::Method;
use crate::domain::session::again::Sitting;
use crate::domain::session::agenda::{self, ItemKind};
use crate::domain::session::correction::{self, Corrected, Wanted};
use crate::domain::session::day::{DayMend, days, may_be_wrong};
use crate::domain::session::minutes::{self, Entry};
use crate::domain::session::recusal::Matter;
use crate::domain::session::sequence::doubted;
use crate::domain::session::turn::Moment;
use crate::domain::session::version::Refused;
use crate::domain::session::{self, RollMark, Sealing, SessionKind, SessionState};
use crate::domain::task::{Step, Task};
use crate::domain::vote;
use crate::domain::{Command, Refusal, Remedy};
use crate::i18n::{Language, clock as doubts, terms, times as words};
use crate::papers::plain;
use crate::papers::record::{Printed, record};
use chrono::NaiveDate;

/// Clocks of other days: a year ahead and behind, a day ahead and behind.
const WRONG: [&str; 4] = ["2027-11-23", "2025-11-23", "2026-11-24", "2026-11-22"];

/// The day on which the session sits.
const RIGHT: &str = "2026-11-23";

fn on(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

fn minute(day: &str, at: u32) -> Minute {
    Minute::read(&format!("{day}T09:{at:02}")).unwrap()
}

/// Takes a session down from 9:00 to 9:09, each step by the clock of the day named for it.
fn taken_down(clocks: &[&str; 10]) -> Stage {
    let mut stage = Stage::planned();
    let (id, at) = (|| "s1".into(), |nth: u32| minute(clocks[nth as usize], nth));
    let put = item("s1", "i2", decision("joint-default"));
    stage.agenda(agenda::Command::Put(put));
    stage.agenda(agenda::Command::Put(item("s1", "i9", ItemKind::Report)));
    stage.session(session::Command::CallRoll(id()));
    stage.session(session::Command::AllPresent {
        id: id(),
        at: at(0),
    });
    stage.session(session::Command::Open {
        id: id(),
        at: at(1),
    });
    stage.agenda(agenda::Command::Start {
        item: "i2".into(),
        at: at(2),
    });
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    stage.session(session::Command::Recuse {
        id: id(),
        recusal: recusal("p3", Matter::Item { item: "i2".into() }, at(3)),
    });
    stage.minutes(minutes::Command::Add(Entry {
        at: at(4),
        ..speech("i2", "e1", "p2")
    }));
    stage.vote(vote::Command::open("m1".into(), at(5), Method::ByName));
    let motion = || "m1".into();
    stage.vote(vote::Command::AllFor { motion: motion() });
    stage.vote(vote::Command::End {
        motion: motion(),
        at: at(6),
    });
    stage.vote(vote::Command::Announce {
        motion: motion(),
        at: at(7),
    });
    stage.session(session::Command::Mark {
        id: id(),
        person: "p5".into(),
        mark: RollMark::Left,
        at: at(8),
    });
    stage.minutes(minutes::Command::Add(Entry {
        at: at(9),
        ..speech("i2", "e2", "p1")
    }));
    stage
}

fn mend(from: &str, to: &str, clock: &str) -> Command {
    Command::Session(session::Command::MendDay {
        id: "s1".into(),
        mend: DayMend {
            from: on(from),
            to: on(to),
            at: minute(clock, 40),
            reason: line("电脑时钟错了一年"),
        },
    })
}

fn correct(from: &str, to: &str, clock: &str) -> Command {
    Command::Correct(correction::Command {
        id: "x1".into(),
        session: "s1".into(),
        wanted: Wanted::Day {
            from: on(from),
            to: on(to),
        },
        by: line("蒋会计"),
        at: minute(clock, 50),
        reason: line("电脑时钟错了一年"),
    })
}

fn printed(stage: &Stage, language: Language) -> String {
    let paper = record(&stage.world, stage.s1(), language, Printed::default());
    plain::write(&paper, language, 400)
}

/// Returns every moment of the scenario, in the order it was taken down.
fn moments(stage: &Stage) -> Vec<Moment> {
    let session = stage.s1();
    let stays = session.attendee(&"p5".into()).unwrap();
    let stay = stays.attendance.stays()[0];
    let run = stage.world.item(&"i2".into()).unwrap().runs[0];
    let votes = stage.world.motion(&"m1".into()).unwrap().moments();
    [
        stay.began(),
        session.opening().unwrap(),
        run.began(),
        session.recusals[0].began(),
    ]
    .into_iter()
    .chain(votes)
    .chain(stay.ended())
    .collect()
}

/// Whichever of the steps a wrong clock stamped, each stands on the right day at its own hour afterwards, after what
/// came before it, and none is doubted.
#[test]
fn the_order_of_acts_is_not_changed_by_it_and_nothing_is_doubted_after_it() {
    for wrong in WRONG {
        for steps in 1..1_u32 << 10 {
            let clocks: Vec<&str> = (0..10)
                .map(|nth| [RIGHT, wrong][(steps >> nth & 1) as usize])
                .collect();
            let mut stage = taken_down(&clocks.try_into().unwrap());
            let known = moments(&stage);
            let ids = |stage: &Stage| {
                let item = "i2".into();
                let entries = stage.world.entries_of(&item);
                entries.map(|it| it.id.clone()).collect::<Vec<_>>()
            };
            let said = ids(&stage);
            // A clock that is ahead still is as good as one that was put right.
            let clock = RIGHT.max(wrong);
            stage.run(mend(wrong, RIGHT, clock));
            let now = moments(&stage);
            for (one, was) in known.iter().enumerate() {
                assert_eq!(now[one].at.day(), on(RIGHT), "{wrong} {steps:b}");
                assert_eq!(now[one].at.clock(), was.at.clock());
                for (other, then) in known.iter().enumerate() {
                    let turned = was.before(*then) && now[other].before(now[one]);
                    assert!(!turned, "{wrong} {steps:b} {one} {other}");
                }
                let doubt = stage.s1().doubt_of(&stage.world, now[one]);
                assert_eq!(doubt, None, "{wrong} {steps:b} {one}");
            }
            assert_eq!(ids(&stage), said);
            let item = "i2".into();
            let doubts = doubted(&stage.world, stage.s1(), &item);
            assert!(doubts.into_iter().all(|(_, doubt)| doubt.is_none()));
            assert_eq!(days(&stage.world, stage.s1()), [on(RIGHT)]);
            let clock = minute(RIGHT, 41);
            assert_eq!(stage.s1().clock_now(&stage.world, clock), None);
            assert!(!may_be_wrong(&stage.world, stage.s1(), on(RIGHT)));
        }
    }
}

/// A step that is right again after the wrong clock comes after those before it.
#[test]
fn what_is_taken_down_after_it_is_in_order_and_plain() {
    for wrong in WRONG {
        let mut stage = taken_down(&[wrong; 10]);
        let clock = RIGHT.max(wrong);
        stage.run(mend(wrong, RIGHT, clock));
        stage.session(session::Command::Pause {
            id: "s1".into(),
            at: minute(RIGHT, 45),
        });
        let pause = stage.s1().breaks[0].began();
        assert_eq!(stage.s1().doubt_of(&stage.world, pause), None);
        assert!(moments(&stage).iter().all(|it| it.before(pause)));
        for language in Language::ALL {
            let paper = printed(&stage, language);
            let short = |day| terms::date(language, on(day));
            let at = terms::minute(language, minute(clock, 40));
            // The wrong clock that put it right is doubted, and nothing else is.
            let ahead = clock != RIGHT;
            let at = match ahead {
                true => doubts::marked(language, at),
                false => at,
            };
            let mark = doubts::marked(language, "");
            let marks = paper.matches(mark.trim_end_matches([')', '）'])).count();
            assert_eq!(marks, usize::from(ahead), "{paper}");
            let told =
                words::day_told(language, short(wrong), at, short(RIGHT), "电脑时钟错了一年");
            assert!(paper.contains(&told), "{told}\n{paper}");
            let opened = terms::minute(language, minute(RIGHT, 1));
            assert!(paper.contains(&opened), "{paper}");
        }
    }
}

#[test]
fn a_day_that_cannot_be_it_is_refused_and_says_why() {
    let wrong = WRONG[0];
    let live = taken_down(&[wrong; 10]);
    let planned = Stage::planned();
    let need = SessionState::Sitting;
    let have = SessionState::Planned;
    let early = Refusal::SessionNotIn { have, need };
    assert_eq!(planned.refused(&mend(wrong, RIGHT, RIGHT)), early);
    // Nobody sits tomorrow, and nothing was taken down on a day that is not there.
    let to_come = Refusal::NotYet {
        on: on("2026-11-24"),
    };
    assert_eq!(live.refused(&mend(wrong, "2026-11-24", RIGHT)), to_come);
    assert_eq!(
        live.refused(&mend("2026-11-20", RIGHT, RIGHT)),
        Refusal::Unknown
    );
    assert_eq!(live.clone().run(mend(wrong, wrong, RIGHT)), []);
    let mut closed = live.clone();
    let close = |clock| session::Command::Close {
        id: "s1".into(),
        at: minute(clock, 30),
    };
    closed.session(close(wrong));
    assert_eq!(closed.refused(&mend(wrong, RIGHT, RIGHT)), Refusal::Frozen);
    let have = SessionState::Sitting;
    assert_eq!(
        live.refused(&correct(wrong, RIGHT, RIGHT)),
        Refusal::NotFrozenYet { have }
    );
    assert_eq!(
        closed.refused(&correct(wrong, "2026-11-24", RIGHT)),
        to_come
    );
    // It went on another day, and did not begin after that.
    let mut again = taken_down(&[RIGHT; 10]);
    again.session(session::Command::Adjourn {
        id: "s1".into(),
        at: minute(RIGHT, 20),
        again: Sitting {
            date: day("11-25"),
            start: None,
        },
    });
    again.session(session::Command::Resume {
        id: "s1".into(),
        at: minute("2027-11-25", 0),
    });
    let crossing = mend("2027-11-25", "2026-11-22", RIGHT);
    assert_eq!(again.refused(&crossing), Refusal::TimesCross);
    again.run(mend("2027-11-25", "2026-11-25", "2026-11-25"));
    let sat = [on(RIGHT), on("2026-11-25")];
    assert_eq!(days(&again.world, again.s1()), sat);
    // The record was signed before the day on which it is to have been over.
    let sealing = Sealing {
        on: on("2026-11-24"),
        ..sealing()
    };
    let mut sealed = taken_down(&[RIGHT; 10]);
    sealed.session(close(RIGHT));
    let id = "s1".into();
    sealed.session(session::Command::Seal {
        today: chrono::NaiveDate::MAX,
        id,
        sealing,
    });
    let late = correct(RIGHT, "2026-11-26", "2026-11-30");
    let (signed, over) = (on("2026-11-24"), on("2026-11-26"));
    let why = Refused::BeforeOver { on: signed, over };
    assert_eq!(sealed.refused(&late), Refusal::from(why));
}

/// The numbers of sessions follow their days: a day out of turn is refused with the session it is out of turn with, where
/// it was not so before.
#[test]
fn a_day_out_of_turn_with_another_session_is_refused() {
    let [ahead, behind, ..] = WRONG;
    let kind = SessionKind::Regular;
    let beside = |clock: &str, ordinal: u32, kind, sat: &str| {
        let mut stage = taken_down(&[clock; 10]);
        assert_eq!(
            (stage.s1().kind, stage.s1().ordinal),
            (SessionKind::Regular, 1)
        );
        let other = session::Session {
            opened: Some(minute(sat, 1)),
            closed: Some(minute(sat, 30)),
            state: SessionState::Closed,
            ..session::Session::new("s9".into(), kind, ordinal, on(sat))
        };
        stage.world.sessions.insert("s9".into(), other.into());
        stage
    };
    let out = |ordinal, sat, later| Refusal::OutOfTurn {
        kind,
        ordinal,
        on: on(sat),
        later,
    };
    for sat in ["2026-12-20", "2027-11-22"] {
        let stage = beside(ahead, 0, kind, sat);
        assert_eq!(
            stage.refused(&mend(ahead, RIGHT, RIGHT)),
            out(0, sat, false)
        );
    }
    // Where it stood out of turn before the other may be the wrong one; one of another kind is numbered apart.
    for (ordinal, kind, sat) in [
        (0, kind, "2026-10-20"),
        (2, kind, "2026-10-20"),
        (2, kind, "2027-12-20"),
        (0, SessionKind::Urgent, "2026-12-20"),
    ] {
        beside(ahead, ordinal, kind, sat).run(mend(ahead, RIGHT, RIGHT));
    }
    // From a year behind it would come after the one that follows it; corrected it is refused alike.
    let sat = "2026-10-20";
    let mut stage = beside(behind, 2, kind, sat);
    assert_eq!(
        stage.refused(&mend(behind, RIGHT, RIGHT)),
        out(2, sat, true)
    );
    let (id, at) = ("s1".into(), minute(behind, 30));
    stage.session(session::Command::Close { id, at });
    assert_eq!(
        stage.refused(&correct(behind, RIGHT, RIGHT)),
        out(2, sat, true)
    );
}

/// What is only planned was held on no day yet: it does not stand in the way for good, but is planned anew first.
#[test]
fn a_day_behind_the_next_session_that_is_planned_is_refused_until_that_is_moved() {
    let [ahead, behind, ..] = WRONG;
    let kind = SessionKind::Regular;
    let refused = |on_day: &str| Refusal::BehindPlanned {
        kind,
        ordinal: 2,
        on: on(on_day),
    };
    for wrong in [ahead, behind] {
        let mut stage = taken_down(&[wrong; 10]);
        let planned = |on_day: &str, ordinal, kind| {
            session::Session::new("s9".into(), kind, ordinal, on(on_day))
        };
        for (other, stands) in [
            (planned("2026-10-20", 2, kind), true),
            (planned("2026-12-20", 2, kind), false),
            (planned("2026-10-20", 2, SessionKind::Urgent), false),
            (planned("2026-10-20", 0, kind), false),
        ] {
            stage.world.sessions.insert("s9".into(), other.into());
            if stands {
                let why = stage.refused(&mend(wrong, RIGHT, RIGHT));
                assert_eq!(why, refused("2026-10-20"));
                assert_eq!(why.remedy(), Some(Remedy::MovePlan));
            } else {
                stage.clone().run(mend(wrong, RIGHT, RIGHT));
            }
        }
    }
}

/// Where each of several days goes to one that cannot be, the session that stands in the way is named.
#[test]
fn several_days_moved_to_one_that_cannot_be_name_the_session_in_the_way() {
    let [ahead, ..] = WRONG;
    // The clock was put right in the midst.
    let stamps: [&str; 10] = std::array::from_fn(|at| if at < 5 { RIGHT } else { ahead });
    let mut stage = taken_down(&stamps);
    let other = session::Session {
        opened: Some(minute("2026-09-28", 1)),
        closed: Some(minute("2026-09-28", 30)),
        state: SessionState::Closed,
        ..session::Session::new("s9".into(), SessionKind::Regular, 0, on("2026-09-28"))
    };
    stage.world.sessions.insert("s9".into(), other.into());
    let (id, at) = ("s1".into(), minute(ahead, 50));
    stage.session(session::Command::Close { id, at });
    let early = "2026-08-01";
    for wrong in [RIGHT, ahead] {
        let why = stage.refused(&correct(wrong, early, RIGHT));
        assert!(
            matches!(why, Refusal::OutOfTurn { ordinal: 0, .. }),
            "{wrong}: {why:?}"
        );
    }
}

/// What was entered on the wrong day is worked on from the right one; by when it is to be done stays as it was set.
#[test]
fn follow_ups_go_along_and_keep_their_terms() {
    for wrong in WRONG {
        let mut stage = taken_down(&[wrong; 10]);
        let (earlier, due) = (on("2026-11-02"), on("2026-12-30"));
        for (id, entered) in [("t1", on(wrong)), ("t2", earlier)] {
            let noted = Step::Noted {
                on: entered,
                note: line("已到现场"),
                evidence: None,
            };
            let task = Task {
                entered,
                due: Some(due),
                history: vec![noted],
                ..task(id, "i2")
            };
            stage.world.tasks.insert(id.into(), task.into());
        }
        stage.run(mend(wrong, RIGHT, RIGHT));
        for (id, entered) in [("t1", on(RIGHT)), ("t2", earlier)] {
            let task = &stage.world.tasks[&id.into()];
            let noted = task.history.iter().map(Step::on).collect::<Vec<_>>();
            assert_eq!((task.entered, noted), (entered, vec![entered]));
            assert_eq!(task.due, Some(due));
        }
    }
}

/// What comes after was not on a day before: the clock that put the day right was the wrong one still.
#[test]
fn a_day_put_right_by_the_wrong_clock_says_when_with_a_mark() {
    for wrong in WRONG.into_iter().filter(|day| *day > RIGHT) {
        let mut stage = taken_down(&[wrong; 10]);
        stage.run(mend(wrong, RIGHT, wrong));
        stage.session(session::Command::Close {
            id: "s1".into(),
            at: minute(RIGHT, 55),
        });
        for language in Language::ALL {
            let at = terms::minute(language, minute(wrong, 40));
            let paper = printed(&stage, language);
            assert!(paper.contains(&doubts::marked(language, at)), "{paper}");
        }
    }
}

/// After 散会, and after 定稿, it is a correction; the day as it was frozen is kept with it and printed.
#[test]
fn a_frozen_day_is_corrected_and_the_old_one_kept() {
    for seals in [false, true] {
        for wrong in [WRONG[0], WRONG[1]] {
            let mut stage = taken_down(&[wrong; 10]);
            let id = || "s1".into();
            stage.session(session::Command::Close {
                id: id(),
                at: minute(RIGHT, 30),
            });
            if seals {
                let on = on(RIGHT.max(wrong));
                let sealing = Sealing { on, ..sealing() };
                let id = id();
                stage.session(session::Command::Seal {
                    today: chrono::NaiveDate::MAX,
                    id,
                    sealing,
                });
            }
            stage.run(correct(wrong, RIGHT, RIGHT));
            let (from, to) = (on(wrong), on(RIGHT));
            let made = stage.world.corrections_of(&id()).next().unwrap();
            assert_eq!(made.change, Corrected::Day { from, to });
            assert_eq!(made.after_sealing, seals);
            assert_eq!(stage.s1().opened, Some(minute(RIGHT, 1)));
            assert!(moments(&stage).iter().all(|it| it.at.day() == to));
            for language in Language::ALL {
                let paper = printed(&stage, language);
                let day = |day| terms::date(language, day);
                assert!(paper.contains(&day(from)), "{paper}");
                assert!(paper.contains(words::day(language)), "{paper}");
                let mark = doubts::marked(language, "");
                // Nobody signed on a day after that of the correction: that alone is still in doubt.
                let signed = doubts::marked(language, day(from));
                assert_eq!(paper.contains(&signed), seals && wrong > RIGHT, "{paper}");
                let paper = paper.replace(&signed, "");
                assert!(
                    !paper.contains(mark.trim_end_matches([')', '）'])),
                    "{paper}"
                );
            }
        }
    }
}

/// What was planned for the wrong day too is planned for the right one, and a night goes along with its evening.
#[test]
fn the_plan_of_that_day_and_its_night_go_along() {
    let mut stage = Stage::planned();
    let id = || "s1".into();
    let (wrong, night) = (WRONG[0], "2027-11-24");
    let session::Command::Replan { id: of, mut plan } = replan(&stage) else {
        unreachable!()
    };
    plan.date = on(wrong);
    stage.session(session::Command::Replan { id: of, plan });
    let evening = Minute::read(&format!("{wrong}T22:10")).unwrap();
    stage.session(session::Command::CallRoll(id()));
    stage.session(session::Command::AllPresent {
        id: id(),
        at: evening,
    });
    stage.session(session::Command::Open {
        id: id(),
        at: evening,
    });
    let late = Minute::read(&format!("{night}T00:20")).unwrap();
    stage.session(session::Command::Pause { id: id(), at: late });
    assert!(!may_be_wrong(&stage.world, stage.s1(), on(wrong)));
    assert!(may_be_wrong(&stage.world, stage.s1(), on(RIGHT)));
    assert_eq!(days(&stage.world, stage.s1()), [on(wrong)]);
    stage.run(mend(wrong, RIGHT, wrong));
    let session = stage.s1();
    assert_eq!(session.date, on(RIGHT));
    let paused = session.breaks[0].from.to_string();
    assert_eq!(paused, "2026-11-24T00:20");
    assert_eq!(session.day_mends.len(), 1);
}

fn replan(stage: &Stage) -> session::Command {
    let session = stage.s1();
    session::Command::Replan {
        id: session.id.clone(),
        plan: session::Plan {
            kind: session.kind,
            ordinal: session.ordinal,
            date: session.date,
            start: session.start,
            place: session.place.clone(),
            chair: session.chair.clone(),
            recorder: session.recorder.clone(),
        },
    }
}
