//! A matter is filed with everything it must have, or without for a reason that is kept.

use super::*;
use crate::domain::matter::lacking::lacking;
use crate::domain::matter::{Became, Step};

fn file(what: Became) -> Any {
    Any::Matter(matter::Command::Become {
        matter: X.into(),
        step: Step {
            on: day("12-31"),
            what,
        },
    })
}

/// A pact of one village that went every step, the filing among them, with no paper kept.
fn gone() -> Stage {
    let mut stage = adopted(&["v1"], &[Touch::VillagePact]);
    stage.run(choose("four-deliberations", Partial::AgreeingGoOn));
    for step in 1..=2 {
        stage.run(done(step, Some("v1"), "11-03"));
    }
    stage.run(voted(3, "v1", "party-members", "11-06", 20));
    stage.run(voted(4, "v1", "village-assembly", "11-20", 20));
    stage.run(done(5, Some("v1"), "11-21"));
    stage.run(done(6, Some("v1"), "11-23"));
    stage.run(done(7, Some("v1"), "12-10"));
    stage
}

fn matter_of(stage: &Stage) -> matter::Matter {
    stage.world.matter(&X.into()).unwrap().clone()
}

#[test]
fn what_is_missing_is_named_and_filed_without_only_for_a_reason() {
    let mut stage = gone();
    let why = match stage.refused(&file(Became::Filed)) {
        Refusal::Matter(matter::Refused::RecordsMissing { missing }) => missing,
        other => panic!("{other:?}"),
    };
    assert_eq!(why, lacking(&stage.world, &matter_of(&stage), day("12-31")));
    let filing = why.iter().find(|it| it.records == [RecordKind::Filing]);
    assert!(
        filing.unwrap().statute.is_some(),
        "the law has a pact filed"
    );
    let others = why
        .iter()
        .filter(|it| !it.records.contains(&RecordKind::Filing));
    assert!({ others }.all(|it| it.statute.is_none()));
    let reason = line("镇里收件未回执");
    let without = file(Became::FiledWithout {
        reason: reason.clone(),
    });
    stage.run(without);
    assert_eq!(matter_of(&stage).filed_without(), Some(&reason));
    assert_eq!(matter_of(&stage).state, matter::MatterState::Closed);
}

#[test]
fn nothing_is_excused_where_nothing_is_missing() {
    let mut stage = gone();
    let entries = matter_of(&stage).path.unwrap().entries;
    for (number, entry) in entries.iter().enumerate() {
        let step = &matter_of(&stage).path.unwrap().template.steps[entry.step];
        for kind in &step.records {
            if !entry.keeps(*kind) {
                stage.run(path(Command::Keep {
                    matter: X.into(),
                    entry: number,
                    record: Record {
                        kind: *kind,
                        paper: line("3 号"),
                    },
                }));
            }
        }
    }
    assert_eq!(lacking(&stage.world, &matter_of(&stage), day("12-31")), []);
    let mut other = stage.clone();
    stage.run(file(Became::Filed));
    let reason = line("急");
    other.run(file(Became::FiledWithout { reason }));
    assert_eq!(matter_of(&other).filed_without(), None);
    assert_eq!(matter_of(&other), matter_of(&stage));
}
