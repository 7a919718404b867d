//! Corrections of the roll and of stamps, and what they leave alone.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::moments::{Moment::*, correct, stage};
use super::stage::{Stage, at, text};
use crate::domain::Refusal;
use crate::domain::session::attendance::{Attendance, Excuse, Stay};
use crate::domain::session::correction::{self, Corrected, Wanted};
use crate::domain::session::minutes::EntryKind;
use crate::domain::session::{self, RollMark, agenda};
use crate::domain::{Command, World};

fn stay(from: &str, to: &str) -> Attendance {
    Attendance::Attended {
        stays: vec![Stay {
            to: Some(at(to)),
            ..Stay::since(at(from))
        }],
    }
}

fn attendance(person: &str, to: Attendance) -> Command {
    correct(Wanted::Attendance {
        person: person.into(),
        to,
    })
}

fn stamp(speaker: &str, minute: &str) -> Command {
    let speaker = speaker.into();
    correct(Wanted::Stamp {
        entry: "e1".into(),
        to: (EntryKind::Speech { speaker }, at(minute)),
    })
}

fn made(world: &World) -> &Corrected {
    &world.corrections_of(&"s1".into()).next().unwrap().change
}

/// A session that is over, one of its people marked absent.
fn over_without(person: &str) -> Stage {
    let mut stage = Stage::sitting();
    stage.mark(person, RollMark::Absent);
    stage.session(session::Command::Close {
        id: "s1".into(),
        at: at("11:00"),
    });
    stage
}

#[test]
fn whoever_was_marked_absent_and_was_there_is_put_right() {
    let mut stage = over_without("p4");
    stage.run(attendance("p4", stay("09:00", "10:30")));
    let attendee = stage.s1().attendee(&"p4".into()).unwrap();
    assert_eq!(attendee.attendance, stay("09:00", "10:30"));
    assert_eq!(
        *made(&stage.world),
        Corrected::Attendance {
            person: "p4".into(),
            from: Attendance::Absent,
            to: stay("09:00", "10:30"),
        }
    );
}

#[test]
fn whoever_was_marked_there_and_was_not_is_put_right_unless_a_vote_counted_them() {
    let mut stage = over_without("p4");
    let ill = Attendance::Excused {
        reason: Excuse::Illness,
    };
    stage.run(attendance("p5", ill.clone()));
    assert_eq!(stage.s1().attendee(&"p5".into()).unwrap().attendance, ill);
    let mut voted = super::moments::stage(Counted);
    voted.announce("m1");
    voted.session(session::Command::Close {
        id: "s1".into(),
        at: at("11:00"),
    });
    assert_eq!(
        voted.refused(&attendance("p2", Attendance::Absent)),
        Refusal::Final
    );
}

#[test]
fn attendance_is_corrected_only_to_times_that_are_over_and_people_of_the_roll() {
    let mut stage = over_without("p4");
    let open = Attendance::Attended {
        stays: vec![Stay::since(at("09:00"))],
    };
    let none = Attendance::Attended { stays: Vec::new() };
    for wrong in [open, none, stay("10:00", "09:00")] {
        assert_eq!(stage.refused(&attendance("p4", wrong)), Refusal::TimesCross);
    }
    assert_eq!(
        stage.refused(&attendance("p4", Attendance::Unmarked)),
        Refusal::RollNotFinished { unmarked: 1 }
    );
    assert_eq!(
        stage.run(attendance("p4", Attendance::Absent)),
        [],
        "nothing is corrected to itself"
    );
    let still_open = Stage::sitting();
    assert_eq!(
        still_open.refused(&attendance("p4", Attendance::Absent)),
        Refusal::NotFrozenYet {
            have: session::SessionState::Sitting
        }
    );
}

#[test]
fn times_alone_are_corrected_in_one_form_whichever_way_it_is_asked() {
    let mut stage = over_without("p4");
    stage.run(attendance("p5", stay("09:10", "10:00")));
    assert!(matches!(made(&stage.world), Corrected::Stays { .. }));
}

#[test]
fn a_stamp_is_corrected_after_the_session_with_the_old_one_kept() {
    let mut stage = stage(Closed);
    let before = stage.world.entry(&"e1".into()).unwrap().clone();
    stage.run(Command::Minutes(session::minutes::Command::Check {
        entry: "e1".into(),
        checked: true,
    }));
    for event in stage.run(stamp("p4", "09:21")) {
        let value = serde_json::to_value(&event).unwrap();
        assert!(!value.to_string().contains("null"), "{value}");
        assert_eq!(crate::domain::Event::read(value), event);
    }
    let entry = stage.world.entry(&"e1".into()).unwrap();
    let speaker = "p4".into();
    assert_eq!(
        (entry.kind.clone(), entry.at),
        (EntryKind::Speech { speaker }, at("09:21"))
    );
    assert!(!entry.checked, "somebody else had checked those words");
    assert_eq!(entry.words, before.words);
    let Corrected::Stamp { from, .. } = made(&stage.world) else {
        panic!("{:?}", made(&stage.world));
    };
    assert_eq!(*from, (before.kind, before.at));
}

#[test]
fn a_stamp_that_is_still_open_is_mended_and_a_stranger_never_spoke() {
    let open = stage(Running);
    assert_eq!(
        open.refused(&stamp("p4", "09:21")),
        Refusal::NotFrozenYet {
            have: session::SessionState::Sitting
        }
    );
    let closed = stage(Closed);
    assert_eq!(closed.refused(&stamp("p99", "09:21")), Refusal::Unknown);
}

#[test]
fn a_correction_names_the_session_it_belongs_to() {
    let mut stage = stage(Closed);
    let Command::Correct(command) = stamp("p4", "09:21") else {
        panic!("a correction");
    };
    stage.session(session::Command::Create {
        id: "s2".into(),
        plan: super::stage::plan(2),
        opening: None,
    });
    let elsewhere = Command::Correct(correction::Command {
        session: "s2".into(),
        ..command
    });
    assert_eq!(
        stage.refused(&elsewhere),
        Refusal::NotFrozenYet {
            have: session::SessionState::Planned
        }
    );
}

#[test]
fn a_note_after_the_end_is_a_correction_and_leaves_the_minutes_as_they_were() {
    let note = |item: &str, words: &str| {
        correct(Wanted::Note {
            item: item.into(),
            words: text(words),
        })
    };
    let mut stage = Stage::sitting();
    stage.start("i1");
    let early = stage.refused(&note("i1", "散会后想起"));
    assert!(matches!(early, Refusal::NotFrozenYet { .. }), "{early:?}");
    stage.agenda(agenda::Command::Settle {
        item: "i1".into(),
        state: agenda::ItemState::Done,
        at: at("09:30"),
    });
    stage.close();
    let before = stage.world.entries.clone();
    assert_eq!(stage.refused(&note("i9", "没有这一项")), Refusal::Unknown);
    stage.run(note("i1", "散会后想起"));
    assert_eq!(stage.world.entries, before);
    let Corrected::Note { words, .. } = made(&stage.world) else {
        panic!("no note");
    };
    assert_eq!(words.as_str(), "散会后想起");
    stage.seal();
}
