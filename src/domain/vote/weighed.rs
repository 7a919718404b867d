//! Weights before they are counted: known for every village, and not nothing for all of them together.

use crate::domain::refusal::Refusal;
use crate::domain::rule::{Cause, Over, Rule, RuleFault};
use crate::domain::session::Session;
use crate::domain::world::World;

/// Refuses to count by weights that cannot be known, since a figure they are reckoned from was not entered.
pub(super) fn are_known(world: &World, session: &Session, rule: &Rule) -> Result<(), Refusal> {
    match world.figures_missing(rule, session.date) {
        Some((figure, villages)) => Err(Refusal::FiguresMissing { figure, villages }),
        None => Ok(()),
    }
}

/// Refuses a vote by weights that cannot be shared out, or of which there are none.
pub(super) fn weighs(world: &World, session: &Session, rule: &Rule) -> Result<(), Refusal> {
    if let Some(fault) = world.weights_unmet(rule, session.date) {
        return Err(Refusal::RuleFaulty { fault });
    }
    if !rule.pass.counted().contains(&Over::Weights) {
        return Ok(());
    }
    let mut villages = session
        .entitled()
        .filter_map(|it| it.place.village.as_ref());
    let weight = |village| rule.reckoned.get(village).copied().unwrap_or_default();
    if villages.any(|village| weight(village) > 0) {
        return Ok(());
    }
    Err(Refusal::RuleFaulty {
        fault: RuleFault {
            at: "weights".to_owned(),
            cause: Cause::NobodyWeighs,
        },
    })
}
