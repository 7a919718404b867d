//! Weights laid down by the names of villages: read against the villages of a committee.

use super::fault::{Cause, Fault};
use super::read::Reading;
use crate::domain::World;
use crate::domain::ids::VillageId;
use crate::domain::rule::{self, Weights};
use std::collections::BTreeMap;

impl Reading {
    /// Puts the villages of a committee where the file names them, each by its name or by its id.
    ///
    /// # Errors
    /// Every name no village has or several have, and every village that is named twice.
    pub fn in_committee(mut self, world: &World) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut rules = std::mem::take(&mut self.rules);
        for (number, rule) in rules.iter_mut().enumerate() {
            let Some(Weights::Fixed { of }) = &mut rule.weights else {
                continue;
            };
            let mut known = BTreeMap::new();
            for (named, weight) in std::mem::take(of) {
                let cause = match village(world, &named) {
                    Ok(village) if known.contains_key(&village) => Cause::Rule(rule::Cause::Twice),
                    Ok(village) => {
                        known.insert(village, weight);
                        continue;
                    }
                    Err(cause) => cause,
                };
                faults.push(self.fault(number, &format!("weights.of.{named}"), cause));
            }
            *of = known;
        }
        self.rules = rules;
        match faults.is_empty() {
            true => Ok(self),
            false => {
                faults.sort_by_key(|fault| fault.line);
                Err(faults)
            }
        }
    }

    /// Says whether a rule of the file names villages, which only a committee knows.
    #[must_use]
    pub fn names_villages(&self) -> bool {
        let fixed = |rule: &rule::Rule| matches!(rule.weights, Some(Weights::Fixed { .. }));
        self.rules.iter().any(fixed)
    }
}

/// Finds the village that is meant.
fn village(world: &World, named: &VillageId) -> Result<VillageId, Cause> {
    if world.villages.contains_key(named) {
        return Ok(named.clone());
    }
    let villages = world.villages_in_order();
    let mut so_named = villages
        .iter()
        .filter(|it| it.name.as_str() == named.as_str());
    let given = named.as_str().to_owned();
    match (so_named.next(), so_named.next()) {
        (Some(only), None) => Ok(only.id.clone()),
        (Some(_), Some(_)) => Err(Cause::WhichVillage { given }),
        (None, _) => Err(Cause::NoVillage {
            given,
            known: villages.iter().map(|it| it.name.to_string()).collect(),
        }),
    }
}
