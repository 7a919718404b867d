//! A clock put back by an hour, off by a year, or put right after it was fast: what lasted at a vote, who came
//! back since and what was chosen follow the order of acts, and every act goes on.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::proxies::{give, rule};
use super::sequels::{adopt, own};
use super::stage::{
    Stage, VOTERS, at, day, decision, item, line, motion, recusal, sealing, speech,
};
use crate::domain::dates::Minute;
use crate::domain::rule::{Method, Rule, joint_default};
use crate::domain::session::again::Sitting;
use crate::domain::session::agenda::{self, ItemKind, ItemState};
use crate::domain::session::correction::{self, Wanted, recounts};
use crate::domain::session::handover::{Handover, Office};
use crate::domain::session::minutes::{self, Entry};
use crate::domain::session::paper::FromPaper;
use crate::domain::session::recusal::{Matter, Recusal};
use crate::domain::session::turn::Turn;
use crate::domain::session::{self, RollMark, Sealing};
use crate::domain::vote::due::chosen;
use crate::domain::vote::{self, Choice, Next, SequelStep};
use crate::domain::{Command, Refusal};
use crate::i18n::{Language, proxy as words};
use crate::papers::plain;
use crate::papers::record::{Printed, record};

/// A clock before it was set, and after: by its day and hour.
const CLOCKS: [[&str; 2]; 4] = [
    ["2026-11-23T09", "2026-11-23T08"],
    ["2026-11-23T09", "2025-11-23T09"],
    ["2026-11-23T12", "2026-11-23T09"],
    ["2027-11-23T09", "2026-11-23T09"],
];

/// A stage whose clock is set in the midst.
struct Set<'c> {
    stage: Stage,
    hours: [&'c str; 2],
}

fn minute(hour: &str, minute: u32) -> Minute {
    Minute::read(&format!("{hour}:{minute:02}")).unwrap()
}

impl<'c> Set<'c> {
    /// Opens the session at the full hour of the clock before it was set, and takes up an item voted by the rule.
    fn new(rule: Rule, away: &[&str], hours: [&'c str; 2]) -> Self {
        let mut stage = Stage::planned();
        let of = rule.id.clone();
        if of.as_str() == "own-1" {
            adopt(&mut stage, rule);
        }
        stage.agenda(agenda::Command::Put(item(
            "s1",
            "i2",
            decision(of.as_str()),
        )));
        let (id, at) = (|| "s1".into(), minute(hours[0], 0));
        stage.session(session::Command::CallRoll(id()));
        for person in away {
            stage.session(session::Command::Mark {
                id: id(),
                person: (*person).into(),
                mark: RollMark::Absent,
                at,
            });
        }
        stage.session(session::Command::AllPresent { id: id(), at });
        stage.session(session::Command::Open { id: id(), at });
        let mut set = Self { stage, hours };
        let (item, at) = ("i2".into(), set.before(5));
        set.stage.agenda(agenda::Command::Start { item, at });
        set.stage.vote(vote::Command::Draft(motion("i2", "m1")));
        set
    }

    fn before(&self, at: u32) -> Minute {
        minute(self.hours[0], at)
    }

    fn after(&self, at: u32) -> Minute {
        minute(self.hours[1], at)
    }

    fn open(&mut self, at: Minute) {
        let motion = "m1".into();
        self.stage
            .vote(vote::Command::open(motion, at, Method::ByName));
    }

    fn end(&mut self, at: Minute) {
        let motion = "m1".into();
        self.stage.vote(vote::Command::AllFor { motion });
        let motion = "m1".into();
        self.stage.vote(vote::Command::End { motion, at });
    }

    fn announce(&mut self, at: Minute) {
        let motion = "m1".into();
        self.stage.vote(vote::Command::Announce { motion, at });
    }

    fn back(&mut self, person: &str, of: Matter, at: Minute) {
        self.stage.session(session::Command::ReturnFromRecusal {
            id: "s1".into(),
            person: person.into(),
            of,
            at,
        });
    }

    fn recuse(&mut self, person: &str, of: Matter, at: Minute) {
        self.stage.session(session::Command::Recuse {
            id: "s1".into(),
            recusal: recusal(person, of, at),
        });
    }

    fn was(&self, person: &str) -> Recusal {
        let mut all = self.stage.s1().recusals.iter();
        all.find(|it| it.person.as_str() == person).unwrap().clone()
    }
}

fn of_item() -> Matter {
    Matter::Item { item: "i2".into() }
}

fn of_motion() -> Matter {
    Matter::Motion {
        motion: "m1".into(),
    }
}

#[test]
fn a_recusal_lasted_at_the_votes_of_its_time_by_the_order_of_acts() {
    for hours in CLOCKS {
        let mut set = Set::new(joint_default(), &[], hours);
        // One went back before the vote, one was withdrawn through it, one withdrew after it.
        set.recuse("p3", of_item(), set.before(10));
        set.recuse("p4", of_item(), set.before(10));
        set.back("p4", of_item(), set.before(12));
        set.open(set.before(30));
        set.end(set.after(35));
        set.announce(set.after(36));
        set.recuse("p5", of_item(), set.after(40));
        let (stage, session) = (&set.stage, set.stage.s1());
        for person in ["p3", "p4", "p5"] {
            let was = set.was(person);
            let reworded = Recusal {
                reason: line("本人承包冷库工程").into(),
                ..was.clone()
            };
            let touched = recounts(&stage.world, session, Some(&was), Some(&reworded));
            assert_eq!(touched, [], "{person} {hours:?}");
        }
        let missed = recounts(&stage.world, session, Some(&set.was("p3")), None);
        assert_eq!(missed.len(), 1, "{hours:?}");
        // Its reason alone is put right, though the clock stamped it before the opening.
        let (id, at) = ("s1".into(), set.after(50));
        set.stage.session(session::Command::Close { id, at });
        let was = set.was("p5");
        let to = Recusal {
            reason: line("本人承包冷库工程").into(),
            ..was.clone()
        };
        set.stage.run(Command::Correct(correction::Command {
            id: "x1".into(),
            session: "s1".into(),
            wanted: Wanted::Recusal {
                from: Some(was),
                to: Some(to.clone()),
            },
            by: line("蒋会计"),
            at: set.after(55),
            reason: line("记错"),
        }));
        assert_eq!(set.was("p5"), to, "{hours:?}");
    }
}

#[test]
fn whoever_came_back_after_a_vote_was_opened_came_back_since() {
    for hours in CLOCKS {
        let mut set = Set::new(joint_default(), &[], hours);
        set.recuse("p3", of_motion(), set.before(10));
        set.open(set.before(30));
        set.end(set.before(35));
        set.announce(set.before(36));
        let withdrew = |stage: &Stage| {
            let motion = stage.world.motion(&"m1".into()).unwrap();
            vote::withdrew(stage.s1(), motion, &"p3".into()).is_some()
        };
        assert!(withdrew(&set.stage), "{hours:?}");
        // The motion is voted no more; what was noted of its item is taken back all the same.
        set.back("p3", of_motion(), set.after(10));
        assert!(!withdrew(&set.stage), "{hours:?}");
    }
}

#[test]
fn what_was_chosen_before_a_close_result_was_announced_stays_chosen() {
    let close = own(|rule| Rule {
        close: Some(2),
        ..rule
    });
    for hours in CLOCKS {
        let mut set = Set::new(close.clone(), &[], hours);
        set.open(set.before(10));
        for (n, person) in VOTERS.iter().enumerate() {
            let choice = if n < 6 { Choice::For } else { Choice::Against };
            set.stage.take(person, choice);
        }
        let (motion, at) = ("m1".into(), set.before(30));
        set.stage.vote(vote::Command::End { motion, at });
        set.stage.vote(vote::Command::Follow {
            session: "s1".into(),
            motion: "m1".into(),
            at: set.before(31),
            next: Next::PassOver,
        });
        set.announce(set.after(32));
        let motion = set.stage.world.motion(&"m1".into()).unwrap();
        assert!(
            matches!(
                chosen(motion).map(|it| &it.step),
                Some(SequelStep::PassedOver { .. })
            ),
            "{hours:?}"
        );
    }
}

#[test]
fn a_proxy_lasted_at_the_votes_of_its_time_by_the_order_of_acts() {
    for hours in CLOCKS {
        let mut set = Set::new(rule(2, false), &["p3", "p4"], hours);
        let give = |set: &mut Set<'_>, giver: &str, at: Minute| {
            let Command::Session(session::Command::GiveProxy { id, mut proxy }) = give(giver, "p5")
            else {
                unreachable!()
            };
            proxy.from = at;
            set.stage.session(session::Command::GiveProxy { id, proxy });
        };
        give(&mut set, "p3", minute(hours[0], 10));
        give(&mut set, "p4", minute(hours[0], 10));
        let take_back = session::Command::TakeProxyBack {
            id: "s1".into(),
            giver: "p4".into(),
            at: set.before(12),
        };
        set.stage.session(take_back);
        let leave = session::Command::Mark {
            id: "s1".into(),
            person: "p5".into(),
            mark: RollMark::Left,
            at: set.before(20),
        };
        set.stage.session(leave);
        set.open(set.after(30));
        set.end(set.after(35));
        set.announce(set.after(36));
        let name = |person: &str| set.stage.world.person(&person.into()).unwrap().name.clone();
        let said = |giver: &str| {
            words::unused_left(Language::Zh, name(giver).as_str(), name("p5").as_str())
        };
        let (session, printed) = (set.stage.s1(), Printed::default());
        let paper = record(&set.stage.world, session, Language::Zh, printed);
        let paper = plain::write(&paper, Language::Zh, 400);
        assert!(paper.contains(&said("p3")), "{hours:?} {paper}");
        assert!(!paper.contains(&said("p4")), "{hours:?} {paper}");
    }
}

/// Hands over, at a minute that was typed or the clock's.
fn hand_over(office: Office, to: &str, at: Minute, turn: Turn) -> Command {
    Command::Session(session::Command::HandOver {
        id: "s1".into(),
        handover: Handover {
            office,
            to: to.into(),
            item: None,
            at,
            turn,
        },
    })
}

fn from_paper(since: Minute) -> Command {
    Command::Session(session::Command::FromPaper {
        id: "s1".into(),
        paper: FromPaper {
            since,
            until: None,
            reason: line("停电"),
            paper: line("记录本第三页"),
        },
    })
}

#[test]
fn every_act_goes_on_after_the_clock_was_set() {
    for hours in CLOCKS {
        let mut set = Set::new(rule(2, false), &["p3"], hours);
        let (before, after) = (set.before(30), |at| minute(hours[1], at));
        let stamped = Turn::default();
        let Command::Session(session::Command::GiveProxy { id, mut proxy }) = give("p3", "p5")
        else {
            unreachable!()
        };
        proxy.from = before;
        set.stage.session(session::Command::GiveProxy { id, proxy });
        set.stage
            .run(hand_over(Office::Chair, "p2", before, stamped));
        set.recuse("p4", of_item(), before);
        // From here the clock says something else.
        set.stage
            .run(hand_over(Office::Chair, "p1", after(2), stamped));
        set.stage
            .run(hand_over(Office::Recorder, "p6", after(2), stamped));
        set.back("p4", of_item(), after(3));
        let back = session::Command::TakeProxyBack {
            id: "s1".into(),
            giver: "p3".into(),
            at: after(4),
        };
        set.stage.session(back);
        let entry = Entry {
            at: after(5),
            ..speech("i2", "e1", "p2")
        };
        set.stage.minutes(minutes::Command::Add(entry));
        set.open(after(6));
        set.end(after(7));
        set.announce(after(8));
        let id = || "s1".into();
        set.stage.session(session::Command::Pause {
            id: id(),
            at: after(9),
        });
        set.stage.session(session::Command::Resume {
            id: id(),
            at: after(10),
        });
        if set.stage.s1().roll_due {
            set.stage.session(session::Command::ConfirmRoll {
                id: id(),
                at: after(10),
            });
        }
        set.stage.agenda(agenda::Command::Settle {
            item: "i2".into(),
            state: ItemState::Done,
            at: after(11),
        });
        let (item, at) = ("i3".into(), after(11));
        set.stage.agenda(agenda::Command::Start { item, at });
        let again = Sitting {
            date: day("11-24"),
            start: None,
        };
        set.stage.session(session::Command::Adjourn {
            id: id(),
            at: after(12),
            again,
        });
        let next = minute("2026-11-24T09", 0);
        set.stage
            .session(session::Command::Resume { id: id(), at: next });
        set.stage.session(session::Command::Close {
            id: id(),
            at: next.next(),
        });
        assert_eq!(
            set.stage.s1().handovers[1].at,
            after(2),
            "as it was stamped"
        );
    }
}

#[test]
fn a_minute_that_was_typed_is_refused_where_it_crosses() {
    for hours in CLOCKS {
        let mut set = Set::new(joint_default(), &[], hours);
        let (opened, early) = (set.before(0), set.after(40));
        let typed = hand_over(Office::Chair, "p2", early, Turn::Stated);
        assert_eq!(set.stage.refused(&typed), Refusal::TimesCross, "{opened:?}");
        // Paper states its minutes, whoever hands over or comes back.
        set.recuse("p3", of_item(), set.before(10));
        set.stage.run(from_paper(set.before(20)));
        let stamped = hand_over(Office::Chair, "p2", early, Turn::default());
        assert_eq!(set.stage.refused(&stamped), Refusal::TimesCross);
        let back = Command::Session(session::Command::ReturnFromRecusal {
            id: "s1".into(),
            person: "p3".into(),
            of: of_item(),
            at: early,
        });
        assert_eq!(set.stage.refused(&back), Refusal::TimesCross);
        let (id, until) = ("s1".into(), early);
        let until = Command::Session(session::Command::EndPaper { id, until });
        assert_eq!(set.stage.refused(&until), Refusal::TimesCross);
    }
}

#[test]
fn a_stay_that_is_mended_leaves_the_others_as_they_were_stamped() {
    for hours in CLOCKS {
        let mut set = Set::new(joint_default(), &[], hours);
        for (mark, at) in [
            (RollMark::Left, set.before(20)),
            (RollMark::Present, set.after(25)),
        ] {
            set.stage.session(session::Command::Mark {
                id: "s1".into(),
                person: "p4".into(),
                mark,
                at,
            });
        }
        let stays = |set: &Set<'_>| {
            let attendee = set.stage.s1().attendee(&"p4".into()).unwrap();
            attendee.attendance.stays().to_vec()
        };
        let mut mended = stays(&set);
        mended[0].from = set.before(2);
        let mend = |stays| {
            Command::Session(session::Command::MendStays {
                id: "s1".into(),
                person: "p4".into(),
                stays,
            })
        };
        set.stage.run(mend(mended));
        assert_eq!(stays(&set)[0].from, set.before(2), "{hours:?}");
        let mut crossed = stays(&set);
        crossed[0].from = set.before(21);
        assert_eq!(set.stage.refused(&mend(crossed)), Refusal::TimesCross);
    }
}

/// The clock is a year ahead all the while: what people name by its date is not held against it.
#[test]
fn the_date_of_the_session_decides_where_the_clock_is_a_year_ahead() {
    let mut stage = Stage::planned();
    let id = || "s1".into();
    let clock = |at| minute("2027-11-23T09", at);
    stage.session(session::Command::CallRoll(id()));
    stage.session(session::Command::AllPresent {
        id: id(),
        at: clock(0),
    });
    stage.session(session::Command::Open {
        id: id(),
        at: clock(1),
    });
    stage.agenda(agenda::Command::Put(item("s1", "i9", ItemKind::Report)));
    let adjourn = |date: &str| {
        let again = Sitting {
            date: day(date),
            start: None,
        };
        Command::Session(session::Command::Adjourn {
            id: id(),
            at: clock(20),
            again,
        })
    };
    assert_eq!(stage.refused(&adjourn("11-22")), Refusal::TimesCross);
    stage.clone().run(adjourn("11-25"));
    stage.session(session::Command::Close {
        id: id(),
        at: clock(30),
    });
    let signed = |on: &str| {
        Command::Session(session::Command::Seal {
            today: chrono::NaiveDate::MAX,
            id: id(),
            sealing: Sealing {
                on: day(on),
                ..sealing()
            },
        })
    };
    stage.refused(&signed("11-22"));
    stage.run(signed("11-24"));
    // A session that sat a week late sat on its own day.
    assert_eq!(stage.s1().day_of(minute("2026-11-30T09", 0)), day("11-30"));
    assert_eq!(stage.s1().day_of(at("09:00")), day("11-23"));
}
