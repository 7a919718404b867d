//! Decisions, and the follow-ups that carry them out.

use super::moments::{self, Moment};
use super::sequels::{m1, own, reconsider, voted, voting};
use super::stage::{Stage, VOTERS, speech};
use crate::domain::session;
use crate::domain::session::minutes::EntryKind;
use crate::domain::task::decision::decisions_of;
use crate::domain::task::{self, Decision, Task};
use crate::domain::vote::{self, Choice, Standing, standing};
use crate::domain::{Command, Refusal};

#[test]
fn what_a_reconsideration_overturned_is_not_to_be_carried_out() {
    let mut stage = voting(own(|rule| rule));
    voted(&mut stage, 9);
    let decision = |stage: &Stage| Decision::of_motion(m1(stage));
    assert!(decision(&stage).is_some());
    stage.run(reconsider("11-23", Some("p4")));
    assert!(decision(&stage).is_some(), "until it is voted");
    stage.open("m2");
    for person in VOTERS {
        stage.vote(vote::Command::Take {
            motion: "m2".into(),
            person: person.into(),
            choice: Choice::Against,
        });
    }
    stage.end("m2");
    stage.announce("m2");
    assert_eq!(standing(m1(&stage)), Standing::Rejected);
    assert_eq!(decision(&stage), None);
}

#[test]
fn a_decision_is_carried_out_by_the_follow_ups_that_name_it_or_by_those_of_its_item_alone() {
    let mut stage = moments::stage(Moment::Counted);
    stage.announce("m1");
    let motion = Decision::Motion {
        motion: "m1".into(),
    };
    let follow_ups = |stage: &Stage, decision: &Decision| -> Vec<String> {
        let tasks = decision.follow_ups(&stage.world, &"s1".into());
        tasks.iter().map(|task| task.id.to_string()).collect()
    };
    assert_eq!(
        decisions_of(&stage.world, &"i2".into()),
        std::slice::from_ref(&motion)
    );
    assert!(follow_ups(&stage, &motion).is_empty());
    stage.run(Command::Task(task::Command::Put(super::stage::task(
        "t1", "i2",
    ))));
    assert_eq!(follow_ups(&stage, &motion), ["t1"]);
    let taken_down = session::minutes::Entry {
        kind: EntryKind::Decision,
        ..speech("i2", "e1", "p3")
    };
    stage.minutes(session::minutes::Command::Add(taken_down));
    let entry = Decision::Entry { entry: "e1".into() };
    assert_eq!(
        decisions_of(&stage.world, &"i2".into()),
        [motion.clone(), entry.clone()]
    );
    // Of two decisions the clerk says which; what names none is of neither.
    assert!(follow_ups(&stage, &motion).is_empty());
    let of = |id: &str, item: &str, decision: &Decision| {
        Command::Task(task::Command::Put(Task {
            decision: Some(decision.clone()),
            ..super::stage::task(id, item)
        }))
    };
    stage.run(of("t2", "i2", &entry));
    assert_eq!(follow_ups(&stage, &entry), ["t2"]);
    assert_eq!(stage.refused(&of("t3", "i3", &entry)), Refusal::Unknown);
    // A decision that is taken away takes nobody's work away.
    stage.minutes(session::minutes::Command::Remove("e1".into()));
    assert_eq!(follow_ups(&stage, &motion), ["t1", "t2"]);
}
