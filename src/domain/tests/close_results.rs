//! What was chosen before a close result was announced, as a table, and what of it stands in the way of another result.

#![allow(clippy::unwrap_used)]

use super::stage::{Stage, at, day};
use super::standing::{announced, asked, passed};
use crate::domain::Refusal;
use crate::domain::dates::Minute;
use crate::domain::rule::TieStep::{ChairCasts, Defer};
use crate::domain::rule::{Rule, joint_default};
use crate::domain::vote::due::chosen;
use crate::domain::vote::overturn::{Followed, may_turn};
use crate::domain::vote::{Motion, MotionState, Sequel, SequelStep};

fn close_rule() -> Rule {
    Rule {
        close: Some(2),
        tie: vec![Defer, ChairCasts],
        ..joint_default()
    }
}

/// Voted by so many for and against, announced at 09:31 or only counted, with steps at their minutes.
fn voted((yes, no): (usize, usize), told: bool, steps: &[(SequelStep, &str)]) -> Motion {
    let mut motion = announced(close_rule(), yes, no);
    if let (false, MotionState::Announced { ballot, result, .. }) = (told, motion.state.clone()) {
        motion.state = MotionState::Counted { ballot, result };
    }
    let steps = steps.iter();
    motion.sequels = steps
        .map(|(step, minute)| Sequel::new(at(minute), step.clone()))
        .collect();
    let by_then = motion.sequels.iter().filter(|it| it.at <= at("09:31"));
    motion.announced_after = u32::try_from(by_then.count()).unwrap();
    motion
}

fn deferred() -> SequelStep {
    SequelStep::Deferred {
        until: Some(day("12-20")),
        reason: None,
    }
}

#[test]
fn only_what_was_chosen_by_the_announcement_of_a_close_result_was_chosen_then() {
    let (close, apart) = ((6, 4), (8, 2));
    type Row<'a> = (
        (usize, usize),
        bool,
        &'a [(SequelStep, &'a str)],
        Option<&'a str>,
    );
    let table: [Row<'_>; 10] = [
        // Counted and not announced: whatever was chosen was chosen before.
        (close, false, &[(passed(Defer), "09:30")], Some("09:30")),
        (close, false, &[(deferred(), "09:59")], Some("09:59")),
        (close, false, &[], None),
        // Announced: in the same minute at the latest.
        (close, true, &[(passed(Defer), "09:30")], Some("09:30")),
        (close, true, &[(passed(Defer), "09:31")], Some("09:31")),
        (close, true, &[(deferred(), "09:32")], None),
        // Steps of another kind are passed by.
        (close, true, &[(asked(), "09:31")], None),
        (
            close,
            true,
            &[(passed(ChairCasts), "09:29"), (passed(Defer), "09:30")],
            Some("09:30"),
        ),
        // The sides were not close.
        (apart, true, &[(passed(Defer), "09:30")], None),
        (apart, false, &[(passed(Defer), "09:30")], None),
    ];
    for (sides, told, steps, expected) in table {
        let motion = voted(sides, told, steps);
        let found: Option<Minute> = chosen(&motion).map(|it| it.at);
        assert_eq!(found, expected.map(at), "{sides:?} {told} {steps:?}");
    }
}

/// A close result that was a tie before and would be one again: what was passed over on the tie counts
/// again, what was chosen before the announcement never was a step of it.
#[test]
fn on_a_tie_again_only_the_steps_of_a_tie_were_passed_over() {
    let world = Stage::planned().world;
    let tie = announced(close_rule(), 5, 5);
    let tie = tie.result().unwrap();
    let chosen_only = voted((6, 4), true, &[(passed(Defer), "09:30")]);
    assert_eq!(may_turn(&world, &chosen_only, tie), Ok(()));
    let steps = [(passed(Defer), "09:30"), (passed(ChairCasts), "09:40")];
    assert_eq!(
        may_turn(&world, &voted((6, 4), true, &steps), tie),
        Err(Refusal::ResultFollowed {
            by: Followed::PassedOver
        })
    );
}
