//! What villages say while a vote is open: in the order asked, one by one, and of nobody who left.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::by_village::under_on;
use super::stage::{Stage, at};
use super::village_sums::{split, stance};
use crate::domain::ids::VillageId;
use crate::domain::session::RollMark;
use crate::domain::vote;
use crate::domain::vote::by_village::{Says, Stance, unheard};
use crate::domain::{Command, Refusal};

fn hear(village: Option<&str>, says: Says) -> Command {
    Command::Vote(vote::Command::HearVillage {
        motion: "m1".into(),
        village: village.map(Into::into),
        says,
    })
}

fn clear(village: &str) -> Command {
    Command::Vote(vote::Command::ClearVillage {
        motion: "m1".into(),
        village: Some(village.into()),
    })
}

fn hearing() -> Stage {
    let mut stage = under_on(Stage::planned(), "one-village-one-vote", |_| {});
    stage.vote(vote::Command::OpenByVillage {
        motion: "m1".into(),
        at: at("09:15"),
    });
    stage
}

fn heard(stage: &Stage) -> Vec<(Option<String>, bool)> {
    let motion = stage.world.motion(&"m1".into()).unwrap();
    let villages = motion.ballot().unwrap().villages.iter();
    villages
        .map(|it| (it.village.as_ref().map(ToString::to_string), it.pencilled))
        .collect()
}

fn said(of: &[(Option<&str>, bool)]) -> Vec<(Option<String>, bool)> {
    let of = of.iter();
    of.map(|(village, pencilled)| (village.map(Into::into), *pencilled))
        .collect()
}

#[test]
fn what_the_villages_say_stands_in_the_order_asked_and_goes_one_by_one() {
    let mut stage = hearing();
    for village in ["v4", "v2", "v3"] {
        stage.run(hear(Some(village), stance(Stance::For)));
    }
    assert_eq!(
        heard(&stage),
        said(&[
            (Some("v2"), false),
            (Some("v3"), false),
            (Some("v4"), false)
        ])
    );
    assert_eq!(stage.run(hear(Some("v3"), stance(Stance::For))), []);
    stage.run(clear("v3"));
    assert_eq!(stage.run(clear("v3")), []);
    assert_eq!(
        heard(&stage),
        said(&[(Some("v2"), false), (Some("v4"), false)])
    );
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    let pencilled = |village: &'static str| (Some(village), true);
    let mut all = vec![
        (None, true),
        pencilled("v1"),
        (Some("v2"), false),
        pencilled("v3"),
        (Some("v4"), false),
    ];
    let order = |stage: &Stage| heard(stage);
    let first = order(&stage);
    all.sort_by_key(|it| first.iter().position(|at| *at == said(&[*it])[0]));
    assert_eq!(first, said(&all));
    // Said in the words that were in pencil, it is in ink.
    stage.run(hear(Some("v1"), stance(Stance::For)));
    assert!(heard(&stage).contains(&(Some("v1".to_owned()), false)));
    let result = stage.end("m1");
    assert!(heard(&stage).iter().all(|(_, pencilled)| !pencilled));
    let votes = &result.by_village.unwrap().votes;
    assert!(votes.iter().all(|it| !it.pencilled));
}

#[test]
fn a_village_of_which_nobody_is_left_is_not_asked_and_what_it_said_is_not_counted() {
    let mut stage = hearing();
    for village in [Some("v1"), Some("v2"), Some("v4"), None] {
        stage.run(hear(village, stance(Stance::For)));
    }
    stage.run(hear(Some("v3"), stance(Stance::Against)));
    for person in ["p7", "p8"] {
        stage.mark(person, RollMark::Left);
    }
    let motion = stage.world.motion(&"m1".into()).unwrap();
    let ballot = motion.ballot().unwrap();
    assert_eq!(unheard(stage.s1(), ballot).count(), 0);
    assert_eq!(
        stage.refused(&hear(Some("v3"), split(0, 0, 0, 0))),
        Refusal::NoDelegateThere {
            village: Some("v3".into())
        }
    );
    let result = stage.end("m1");
    let votes = &result.by_village.as_ref().unwrap().votes;
    assert!(votes.iter().all(|it| it.village != Some("v3".into())));
    assert_eq!(votes.len(), 4);
    assert_eq!((result.tally.counts.no, result.tally.counts.absent), (0, 2));
}

/// Nobody is there to be asked, and nobody there is kept waiting for.
#[test]
fn a_village_of_which_nobody_came_is_not_waited_for() {
    let mut stage = hearing();
    for person in ["p7", "p8"] {
        stage.mark(person, RollMark::Left);
    }
    for village in [Some("v1"), Some("v2"), Some("v4")] {
        stage.run(hear(village, stance(Stance::For)));
    }
    let waited = |stage: &Stage| -> Vec<Option<VillageId>> {
        let motion = stage.world.motion(&"m1".into()).unwrap();
        let villages = unheard(stage.s1(), motion.ballot().unwrap());
        villages.map(|it| it.cloned()).collect()
    };
    assert_eq!(waited(&stage), [None]);
    assert_eq!(
        stage.refused(&hear(Some("v3"), stance(Stance::For))),
        Refusal::NoDelegateThere {
            village: Some("v3".into())
        }
    );
    assert_eq!(
        stage.refused(&hear(Some("v9"), stance(Stance::For))),
        Refusal::Unknown
    );
    stage.run(hear(None, stance(Stance::For)));
    assert_eq!(stage.end("m1").tally.counts.absent, 2);
}
