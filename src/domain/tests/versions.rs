//! A record that is corrected after 定稿 is another version, which is signed once more.

#![allow(clippy::unwrap_used)]

use super::moments::correct;
use super::stage::{Stage, at, line, sealing};
use crate::domain::session::correction::{self, Wanted};
use crate::domain::session::next::{Step, next_step};
use crate::domain::session::version::versions;
use crate::domain::session::{self, Event, Sealing, SessionState};
use crate::domain::vote::{Choice, Outcome};
use crate::domain::{Command, Refusal};

/// Puts a voice right, in a correction of that id, made at that time.
pub(crate) fn put_right(id: &str, minute: &str, person: &str, to: Choice) -> Command {
    let wanted = Wanted::Voice {
        motion: "m1".into(),
        person: person.into(),
        to,
    };
    let Command::Correct(command) = correct(wanted) else {
        panic!("a correction");
    };
    Command::Correct(correction::Command {
        id: id.into(),
        at: at(minute),
        reason: line(&format!("理由{id}")),
        ..command
    })
}

/// A session that is over: six of ten for it, one more than half.
pub(crate) fn over() -> Stage {
    let mut stage = Stage::voting();
    for (number, person) in super::stage::VOTERS.iter().enumerate() {
        stage.take(
            person,
            if number < 6 {
                Choice::For
            } else {
                Choice::Abstain
            },
        );
    }
    stage.end("m1");
    stage.announce("m1");
    stage.close();
    stage
}

pub(crate) fn sign_again(by: &str) -> Command {
    Command::Session(session::Command::Seal {
        today: chrono::NaiveDate::MAX,
        id: "s1".into(),
        sealing: Sealing {
            by: line(by),
            ..sealing()
        },
    })
}

#[test]
fn what_was_corrected_after_sealing_is_signed_once_more() {
    let mut stage = over();
    // Before it is sealed a correction makes no other version: it stands in the paper that is signed.
    stage.run(put_right("c1", "12:00", "p1", Choice::Abstain));
    assert!(versions(&stage.world, stage.s1()).is_none());
    stage.seal();
    let seen = |stage: &Stage| {
        let versions = versions(&stage.world, stage.s1()).unwrap();
        (versions.corrections.len(), versions.signed, versions.now)
    };
    let step = |stage: &Stage| next_step(&stage.world, stage.s1());
    let sealed = Refusal::SessionNotIn {
        have: SessionState::Sealed,
        need: SessionState::Closed,
    };
    assert_eq!((seen(&stage), step(&stage)), ((0, 1, 1), Step::Done));
    assert_eq!(stage.refused(&sign_again("蒋会计")), sealed);
    stage.run(put_right("c2", "12:10", "p1", Choice::For));
    stage.run(put_right("c3", "12:20", "p1", Choice::Abstain));
    assert_eq!((seen(&stage), step(&stage)), ((2, 1, 3), Step::SignAgain));
    let events = stage.run(sign_again("蒋会计"));
    for event in &events {
        let value = serde_json::to_value(event).unwrap();
        assert_eq!(crate::domain::Event::read(value), *event);
    }
    let [crate::domain::Event::Session(Event::SignedAgain { signed, .. })] = events.as_slice()
    else {
        panic!("{events:?}");
    };
    assert_eq!(signed.version, 3);
    assert_eq!((seen(&stage), step(&stage)), ((2, 3, 3), Step::Done));
    assert_eq!(stage.refused(&sign_again("蒋会计")), sealed);
    // What was signed first stays as it was signed.
    assert_eq!(stage.s1().sealing, Some(sealing()));
    stage.run(put_right("c4", "12:30", "p1", Choice::For));
    assert_eq!((seen(&stage), step(&stage)), ((3, 3, 4), Step::SignAgain));
    let result = stage.world.motion(&"m1".into()).unwrap().result().unwrap();
    assert_eq!(result.outcome, Outcome::Adopted);
}
