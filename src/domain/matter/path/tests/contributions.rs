//! What villages contribute: changed with its history, and not once a village agreed to it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::domain::refusal::OfMatter;

#[test]
fn what_a_village_contributes_is_changed_with_its_history_and_never_past_the_whole() {
    let mut stage = adopted(&["v1", "v2"], &[]);
    stage.run(choose("plain-session", Partial::AgreeingGoOn));
    let give = |village: &str, amount: u64| {
        path(Command::Contribute {
            matter: X.into(),
            village: village.into(),
            amount: Fen(amount),
            on: day("11-05"),
            reason: line("重新测算"),
        })
    };
    assert_eq!(
        refused(&stage, &give("v2", 6_001)),
        Refused::MoreThanTheWhole {
            whole: Fen(10_000),
            sum: Fen(10_001)
        }
    );
    stage.run(give("v1", 3_000));
    stage.run(give("v2", 6_001));
    let matter = stage.world.matter(&X.into()).unwrap();
    assert_eq!(matter.contribution_of(&"v1".into()), Fen(3_000));
    assert_eq!(
        matter.path.as_ref().unwrap().contributions[0].was,
        Fen(4_000)
    );
    assert_eq!(stage.run(give("v2", 6_001)), []);
}

#[test]
fn what_a_village_agreed_to_contribute_is_changed_no_more_and_one_figure_holds_everywhere() {
    let mut stage = adopted(&["v1", "v2"], &[]);
    stage.run(choose("four-deliberations", Partial::AgreeingGoOn));
    let steps = &stage.world.matter(&X.into()).unwrap().path;
    let decider = steps.as_ref().unwrap().template.decider().unwrap();
    for step in 1..=2 {
        stage.run(done(step, Some("v1"), "11-03"));
    }
    stage.run(voted(3, "v1", "party-members", "11-06", 20));
    stage.run(voted(decider, "v1", "village-representatives", "11-20", 20));
    let give = |village: &str, amount: u64| {
        path(Command::Contribute {
            matter: X.into(),
            village: village.into(),
            amount: Fen(amount),
            on: day("11-25"),
            reason: line("重新测算"),
        })
    };
    assert_eq!(
        refused(&stage, &give("v1", 3_000)),
        Refused::AgreedToIt {
            name: line("东集村"),
            amount: Fen(4_000),
            on: day("11-20"),
        }
    );
    // What it was taken in with is fixed, and both ways in name the one that works by now.
    let matter = stage.world.matter(&X.into()).unwrap();
    assert_eq!(
        matter.way_to_change(&stage.world, day("11-25")),
        Some(OfMatter::Contribute)
    );
    stage.run(give("v2", 5_000));
    let mut all = stage.clone();
    for step in 1..=2 {
        all.run(done(step, Some("v2"), "11-21"));
    }
    all.run(voted(3, "v2", "party-members", "11-22", 20));
    all.run(voted(decider, "v2", "village-representatives", "11-25", 20));
    let matter = all.world.matter(&X.into()).unwrap();
    assert_eq!(
        matter.way_to_change(&all.world, day("11-26")),
        Some(OfMatter::Reconsider)
    );
    let carried = CarriedOut::of(
        &"s9".into(),
        day("11-10"),
        [],
        stage.world.matters.values().cloned(),
    );
    assert_eq!(carried.votes(), 1, "the vote that decides, no other step");
    let matter = stage.world.matter(&X.into()).unwrap();
    let said = &matter.path.as_ref().unwrap().contributions[0];
    assert_eq!(said.agreed, ["v1".into()], "who agreed saw another figure");
    let money = matter.money().unwrap();
    let shares: Vec<u64> = money.shares.iter().map(|it| it.amount.0).collect();
    assert_eq!((money.amount.0, shares), (10_000, vec![4_000, 5_000]));
    assert_eq!(money.rest(), Fen(1_000));
}
