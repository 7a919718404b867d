//! A clock that goes back, or is put right, in the midst of a session: who was there at an item follows the
//! order of acts, and no minute is bent or printed as if it were right.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::{Printed, record};
use crate::domain::dates::Minute;
use crate::domain::rule::{Method, Rule};
use crate::domain::session::again::Sitting;
use crate::domain::session::agenda::{self, ItemState};
use crate::domain::session::handover::{Handover, Office};
use crate::domain::session::recusal::Matter;
use crate::domain::session::turn::Turn;
use crate::domain::session::{self, RollMark};
use crate::domain::tests::sequels;
use crate::domain::tests::stage::{Stage, at, day, motion, recusal, text};
use crate::domain::vote::{self, Motion, Wording};
use crate::i18n::{Language, record as words};
use crate::papers::plain;

/// Opens the session by a clock.
fn opened(clock: &str) -> Stage {
    let mut stage = Stage::planned();
    stage.session(session::Command::CallRoll("s1".into()));
    let (id, at) = ("s1".into(), at(clock));
    stage.session(session::Command::AllPresent { id, at });
    let (id, at) = ("s1".into(), at);
    stage.session(session::Command::Open { id, at });
    stage
}

fn mark(stage: &mut Stage, person: &str, mark: RollMark, clock: &str) {
    stage.session(session::Command::Mark {
        id: "s1".into(),
        person: person.into(),
        mark,
        at: at(clock),
    });
}

fn start(stage: &mut Stage, item: &str, clock: &str) {
    let (item, at) = (item.into(), at(clock));
    stage.agenda(agenda::Command::Start { item, at });
}

fn settle(stage: &mut Stage, item: &str, clock: &str) {
    stage.agenda(agenda::Command::Settle {
        item: item.into(),
        state: ItemState::Done,
        at: at(clock),
    });
}

fn printed(stage: &Stage, language: Language) -> String {
    let paper = record(&stage.world, stage.s1(), language, Printed::default());
    plain::write(&paper, language, 400)
}

fn was_at(stage: &Stage, person: &str, item: &str) -> bool {
    let attendee = stage.s1().attendee(&person.into()).unwrap();
    let item = stage.world.item(&item.into()).unwrap();
    stage.s1().was_at(attendee, item)
}

#[test]
fn whoever_presented_was_there_whatever_the_clock_said() {
    // Put back in the midst of it; three hours fast at the opening and put right after.
    for (opening, begun, ended) in [("09:00", "08:00", "08:05"), ("12:00", "09:20", "09:30")] {
        let mut stage = opened(opening);
        start(&mut stage, "i1", begun);
        settle(&mut stage, "i1", ended);
        start(&mut stage, "i2", ended);
        settle(&mut stage, "i2", ended);
        for close in [false, true] {
            if close {
                let (id, at) = ("s1".into(), at("11:00"));
                stage.session(session::Command::Close { id, at });
            }
            for language in Language::ALL {
                let paper = printed(&stage, language);
                let planned = words::label_presenter_planned(language);
                let run = paper.lines().filter(|line| line.contains(planned));
                let away = words::presenter_away(language, "");
                let away = run.filter(|line| line.trim_end().ends_with(away.trim()));
                assert_eq!(away.count(), 0, "{paper}");
                assert!(was_at(&stage, "p2", "i1") && was_at(&stage, "p2", "i2"));
            }
        }
    }
}

#[test]
fn whoever_left_before_an_item_by_the_order_of_acts_was_not_at_it() {
    let mut stage = opened("09:00");
    start(&mut stage, "i1", "09:30");
    mark(&mut stage, "p2", RollMark::Left, "09:40");
    // The clock goes back: the second item and who comes to it are stamped before all that.
    start(&mut stage, "i2", "08:10");
    mark(&mut stage, "p3", RollMark::Left, "08:20");
    settle(&mut stage, "i2", "08:30");
    start(&mut stage, "i3", "08:40");
    mark(&mut stage, "p2", RollMark::Present, "08:50");
    for (person, item, there) in [
        ("p1", "i1", true),
        ("p2", "i1", true),
        ("p2", "i2", false),
        ("p2", "i3", true),
        ("p3", "i1", true),
        ("p3", "i2", true),
        ("p3", "i3", false),
    ] {
        assert_eq!(was_at(&stage, person, item), there, "{person} {item}");
    }
    // Times somebody states count by what they say.
    let mut stays = stage
        .s1()
        .attendee(&"p3".into())
        .unwrap()
        .attendance
        .stays()
        .to_vec();
    stays[0].to = Some(at("09:20"));
    stage.session(session::Command::MendStays {
        id: "s1".into(),
        person: "p3".into(),
        stays,
    });
    assert!(!was_at(&stage, "p3", "i1"));
}

#[test]
fn minutes_of_a_clock_that_went_back_are_kept_and_flagged() {
    let mut stage = opened("09:10");
    start(&mut stage, "i1", "09:10");
    mark(&mut stage, "p3", RollMark::Left, "08:00");
    settle(&mut stage, "i1", "08:00");
    start(&mut stage, "i2", "08:02");
    settle(&mut stage, "i2", "08:05");
    mark(&mut stage, "p4", RollMark::Left, "09:30");
    start(&mut stage, "i3", "09:20");
    for (language, told, minutes) in [
        (Language::Zh, "（时间待核：早于开会的 09:10）", "0 分钟"),
        (
            Language::En,
            " (time in doubt: before the opening at 09:10)",
            "0 min",
        ),
    ] {
        let paper = printed(&stage, language);
        for clock in ["08:00", "08:02", "08:05"] {
            for after in paper.split(clock).skip(1) {
                assert!(after.starts_with(told), "{clock}: {paper}");
            }
            assert!(paper.contains(clock), "{clock}: {paper}");
        }
        // Who left, and the end of the item: neither is bent to the minute before.
        assert_eq!(paper.matches(&format!("08:00{told}")).count(), 2, "{paper}");
        assert!(!paper.contains(minutes), "{paper}");
        let last = match language {
            Language::Zh => "09:20（时间待核：早于先记的 09:30）",
            Language::En => "09:20 (time in doubt: earlier than 09:30, taken down before it)",
        };
        assert!(paper.contains(last), "{paper}");
        assert!(
            !paper.contains("09:30（") && !paper.contains("09:30 ("),
            "{paper}"
        );
    }
    let left = stage
        .s1()
        .attendee(&"p3".into())
        .unwrap()
        .attendance
        .stays()[0]
        .to;
    assert_eq!(left, Some(at("08:00")));
}

#[test]
fn minutes_of_votes_breaks_offs_and_the_roll_asked_again_are_flagged_too() {
    let mut stage = opened("10:00");
    start(&mut stage, "i2", "10:05");
    stage.session(session::Command::Recuse {
        id: "s1".into(),
        recusal: recusal("p3", Matter::Item { item: "i2".into() }, at("10:06")),
    });
    for id in ["m1", "m2"] {
        stage.vote(vote::Command::Draft(motion("i2", id)));
    }
    // From here an hour has gone.
    let m1 = || "m1".into();
    stage.vote(vote::Command::open(m1(), at("09:20"), Method::ByName));
    stage.vote(vote::Command::AllFor { motion: m1() });
    stage.vote(vote::Command::End {
        motion: m1(),
        at: at("09:21"),
    });
    stage.vote(vote::Command::Announce {
        motion: m1(),
        at: at("09:22"),
    });
    stage.vote(vote::Command::open(
        "m2".into(),
        at("09:23"),
        Method::ByName,
    ));
    stage.vote(vote::Command::Withdraw {
        motion: "m2".into(),
        reason: None,
    });
    stage.session(session::Command::ReturnFromRecusal {
        id: "s1".into(),
        person: "p3".into(),
        of: Matter::Item { item: "i2".into() },
        at: at("09:24"),
    });
    stage.session(session::Command::HandOver {
        id: "s1".into(),
        handover: Handover {
            office: Office::Chair,
            to: "p2".into(),
            item: None,
            at: at("09:25"),
            turn: Turn::default(),
        },
    });
    let again = Sitting {
        date: day("11-23"),
        start: Some("14:00".parse().unwrap()),
    };
    stage.session(session::Command::Adjourn {
        id: "s1".into(),
        at: at("09:26"),
        again,
    });
    let (id, at) = ("s1".into(), at("09:27"));
    stage.session(session::Command::Resume { id, at });
    let (id, at) = ("s1".into(), at);
    stage.session(session::Command::AllPresent { id, at });
    let (id, at) = ("s1".into(), at.next());
    stage.session(session::Command::ConfirmRoll { id, at });
    for (language, told) in [
        (Language::Zh, "（时间待核：早于开会的 10:00）"),
        (
            Language::En,
            " (time in doubt: before the opening at 10:00)",
        ),
    ] {
        let paper = printed(&stage, language);
        let paper: String = paper.lines().collect::<Vec<_>>().join("\n");
        for minute in 20..=28 {
            let clock = format!("09:{minute}");
            assert!(paper.contains(&clock), "{clock}: {paper}");
            for after in paper.split(&clock).skip(1) {
                assert!(after.starts_with(told), "{clock}: {paper}");
            }
        }
    }
}

/// Words written, a step after the vote and the end of the session are stamped as the roll and the votes are; what is
/// entered once the session does not sit has a day of its own.
#[test]
fn words_steps_and_the_end_of_a_clock_of_another_year_are_flagged() {
    let mut stage = sequels::voting(sequels::own(|rule| Rule {
        close: Some(2),
        ..rule
    }));
    let year = |clock: &str| Minute::read(&format!("2027-11-23T{clock}")).unwrap();
    let words = |stage: &mut Stage, minute: &str, words: &str| {
        stage.vote(vote::Command::Draft(Motion {
            id: words.into(),
            wordings: vec![Wording {
                at: year(minute),
                text: text(words),
                turn: None,
            }],
            ..motion("i2", words)
        }));
    };
    words(&mut stage, "10:41", "另一案。");
    stage.vote(vote::Command::Reword {
        motion: "另一案。".into(),
        wording: Wording {
            at: year("10:42"),
            text: text("另一案，改。"),
            turn: None,
        },
    });
    sequels::voted(&mut stage, 6);
    stage.vote(vote::Command::Follow {
        session: "s1".into(),
        motion: "m1".into(),
        at: year("10:43"),
        next: sequels::put_off(),
    });
    let (id, at) = ("s1".into(), year("10:44"));
    stage.session(session::Command::Close { id, at });
    let marks = [
        (Language::Zh, "（时间待核：电脑时钟当时是"),
        (Language::En, " (time in doubt: the clock then said"),
    ];
    for (language, told) in marks {
        let paper = printed(&stage, language);
        for clock in ["10:41", "10:42", "10:43", "10:44"] {
            assert!(paper.contains(clock), "{clock}: {paper}");
            for after in paper.split(clock).skip(1) {
                assert!(after.starts_with(told), "{clock}: {paper}");
            }
        }
    }
}
