//! Weights laid down by the names of villages: read against the villages of a committee.

use super::fault::{Cause, Fault};
use super::read::Reading;
use crate::domain::World;
use crate::domain::ids::VillageId;
use crate::domain::rule::{self, Rule, Weights};
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

    /// Returns a rule of the file with the villages it weighs as a document has them: its groups, each with
    /// its id and its name.
    ///
    /// # Errors
    /// Every name no group of the document has or several have, and every one that is named twice.
    pub fn in_document(
        &self,
        number: usize,
        groups: &[(String, String)],
    ) -> Result<Option<Rule>, Vec<Fault>> {
        let Some(rule) = self.rules.get(number) else {
            return Ok(None);
        };
        let Some(Weights::Fixed { of }) = &rule.weights else {
            return Ok(Some(rule.clone()));
        };
        let known = || groups.iter().map(|(id, name)| (id.as_str(), name.as_str()));
        let (mut weighed, mut faults) = (BTreeMap::new(), Vec::new());
        for (named, weight) in of {
            let given = || named.as_str().to_owned();
            let cause = match found(named, known()) {
                Ok(group) if weighed.contains_key(&group) => Cause::Rule(rule::Cause::Twice),
                Ok(group) => {
                    weighed.insert(group, *weight);
                    continue;
                }
                Err(None) => Cause::WhichGroup { given: given() },
                Err(Some(known)) => Cause::NoGroup {
                    given: given(),
                    known,
                },
            };
            faults.push(self.fault(number, &format!("weights.of.{named}"), cause));
        }
        if faults.is_empty() {
            let weights = Some(Weights::Fixed { of: weighed });
            return Ok(Some(Rule {
                weights,
                ..rule.clone()
            }));
        }
        faults.sort_by_key(|fault| fault.line);
        Err(faults)
    }

    /// Says whether a rule of the file names villages, which only a committee knows.
    #[must_use]
    pub fn names_villages(&self) -> bool {
        let fixed = |rule: &Rule| matches!(rule.weights, Some(Weights::Fixed { .. }));
        self.rules.iter().any(fixed)
    }
}

/// Finds the village that is meant.
fn village(world: &World, named: &VillageId) -> Result<VillageId, Cause> {
    let villages = world.villages_in_order();
    let known = villages.iter().map(|it| (it.id.as_str(), it.name.as_str()));
    let given = named.as_str();
    found(named, known).map_err(|known| match known {
        None => Cause::WhichVillage {
            given: given.to_owned(),
        },
        Some(known) => Cause::NoVillage {
            given: given.to_owned(),
            known,
        },
    })
}

/// Finds the one that has that id, or else that name; else the names there are, where none has it.
fn found<'a>(
    named: &VillageId,
    known: impl Iterator<Item = (&'a str, &'a str)> + Clone,
) -> Result<VillageId, Option<Vec<String>>> {
    if known.clone().any(|(id, _)| id == named.as_str()) {
        return Ok(named.clone());
    }
    let mut so_named = known.clone().filter(|(_, name)| *name == named.as_str());
    match (so_named.next(), so_named.next()) {
        (Some((id, _)), None) => Ok(VillageId::from(id)),
        (Some(_), Some(_)) => Err(None),
        (None, _) => Err(Some(known.map(|(_, name)| name.to_owned()).collect())),
    }
}
