//! A record is signed once there is one: not before the session was over, and as it stands corrected
//! not before that correction.

#![allow(clippy::unwrap_used)]

use super::things::{day, line, sealing};
use super::versions::{over, put_right};
use crate::domain::session::version::Refused;
use crate::domain::session::{self, Sealing};
use crate::domain::vote::Choice;
use crate::domain::{Command, Refusal};

fn signed(on: &str) -> Command {
    Command::Session(session::Command::Seal {
        id: "s1".into(),
        sealing: Sealing {
            on: day(on),
            by: line("蒋会计"),
            ..sealing()
        },
    })
}

#[test]
fn nothing_is_signed_before_the_session_is_over() {
    let mut stage = over();
    let (on, over) = (day("11-22"), day("11-23"));
    assert_eq!(
        stage.refused(&signed("11-22")),
        Refusal::Signing(Refused::BeforeOver { on, over })
    );
    stage.run(signed("11-23"));
}

#[test]
fn what_is_corrected_is_not_signed_before_that() {
    let mut stage = over();
    stage.run(signed("11-23"));
    let mut later = put_right("c1", "12:00", "p1", Choice::Abstain);
    if let Command::Correct(correction) = &mut later {
        correction.at = crate::domain::dates::Minute::read("2026-11-25T08:30").unwrap();
    }
    stage.run(later);
    let (on, made) = (day("11-24"), day("11-25"));
    assert_eq!(
        stage.refused(&signed("11-24")),
        Refusal::Signing(Refused::BeforeMade {
            on,
            version: 2,
            made
        })
    );
    stage.run(signed("11-25"));
}
