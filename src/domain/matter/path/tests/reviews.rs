//! What an authority says of a matter: one that refuses it stops the whole, and nothing is passed while it is asked.

use super::*;
use crate::domain::matter::life::{self, Stage as Life, missing};

const APPLIED: usize = 3;
const REVIEW: usize = 4;

/// A levy of two villages that both agreed by the 20th of November.
pub(super) fn applied() -> Stage {
    let mut stage = adopted(&["v1", "v2"], &[Touch::Levy]);
    stage.run(choose("joint-levy", Partial::AgreeingGoOn));
    for village in ["v1", "v2"] {
        stage.run(voted(1, village, "party-members", "11-06", 20));
    }
    stage.run(voted(2, "v1", "village-assembly", "11-10", 20));
    stage.run(voted(2, "v2", "village-assembly", "11-20", 20));
    stage
}

pub(super) fn reviewed(on: &str, agreed: bool) -> Any {
    taken(Taking {
        records: vec![Record {
            kind: RecordKind::Approval,
            paper: line("县复〔2026〕3号"),
        }],
        ..take(
            REVIEW,
            None,
            on,
            What::Done {
                body: line("县农业农村局"),
                agreed,
                turnout: None,
            },
        )
    })
}

fn now(stage: &Stage) -> Life {
    let matter = stage.world.matter(&X.into()).unwrap();
    life::stage(&stage.world, matter, day("12-31"))
}

#[test]
fn nothing_is_passed_while_an_authority_is_asked_and_all_of_it_stops_where_it_refuses() {
    let mut stage = applied();
    let matter = stage.world.matters.get_mut(&MatterId::from(X)).unwrap();
    std::sync::Arc::make_mut(matter).screening = Some(matter::Screening {
        on: day("10-25"),
        grounds: Vec::new(),
        reason: line("两个村"),
    });
    assert_eq!(grid(&stage, "11-21").of_villages(), Outcome::All);
    assert_eq!(grid(&stage, "11-21").outcome(), Outcome::UnderReview);
    stage.run(done(APPLIED, None, "11-22"));
    assert_eq!(grid(&stage, "11-22").outcome(), Outcome::UnderReview);
    assert_eq!(now(&stage), Life::Villages);
    stage.run(reviewed("11-25", false));
    let refused = grid(&stage, "11-25");
    assert_eq!(refused.outcome(), Outcome::NotApproved);
    assert_eq!(refused.going_on(), []);
    assert_eq!(now(&stage), Life::Rejected);
    let matter = stage.world.matter(&X.into()).unwrap();
    assert_eq!(missing(&stage.world, matter, day("12-31")), []);
    // It is applied for anew, and then goes on.
    stage.run(reviewed("12-05", true));
    let approved = grid(&stage, "12-05");
    assert_eq!(approved.outcome(), Outcome::All);
    assert_eq!(approved.going_on().len(), 2);
    assert_eq!(now(&stage), Life::Villages);
}

#[test]
fn an_application_that_was_not_made_stops_it_too() {
    let mut stage = applied();
    stage.run(taken(take(
        APPLIED,
        None,
        "11-22",
        What::Done {
            body: line("片区联合党委"),
            agreed: false,
            turnout: None,
        },
    )));
    assert_eq!(grid(&stage, "11-22").outcome(), Outcome::NotPassed);
    assert_eq!(grid(&stage, "11-22").going_on(), []);
}
