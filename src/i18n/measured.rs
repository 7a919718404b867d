//! What a vote counts beside persons, in words that can be checked: which villages are for it, by what weight.

use super::{Language, terms, weights};
use crate::domain::ids::VillageId;
use crate::domain::rule::{Over, RecusalEffect};
use crate::domain::vote::VoteResult;
use crate::domain::vote::tally::{Counts, GroupCount, Voice};
use crate::domain::world::World;

/// Says which villages are for it, of how many, and what they weigh; `None` where neither is counted.
#[must_use]
pub fn villages_for(
    language: Language,
    world: &World,
    recusal: RecusalEffect,
    result: &VoteResult,
) -> Option<String> {
    let counted = |over: Over| {
        let mut measured = result.tally.measured.iter();
        measured.find(|it| it.over == over).map(|it| it.counts)
    };
    let weighed = counted(Over::Weights);
    let by_village = counted(Over::Villages).or_else(|| weighed.map(|_| heard(result)))?;
    let speaks_for = |it: &&GroupCount| it.counts.position() == Voice::For;
    let agreeing = result.tally.groups.iter().filter(speaks_for);
    let named: Vec<String> = agreeing
        .map(|it| {
            let village = VillageId::from(it.group.as_str());
            let name = terms::village(language, world, Some(&village));
            // A village the rule gives no weight has none.
            match weighed.map(|_| it.weight.unwrap_or(0)) {
                Some(weight) => weights::village(language, name, weight),
                None => name.to_owned(),
            }
        })
        .collect();
    let names = terms::list(language, named.iter().map(String::as_str));
    let all = by_village.entitled(recusal);
    let said = weights::r#for(language, all, by_village.yes, names);
    Some(match weighed {
        Some(of) => weights::weighed(language, said, of.yes, of.entitled(recusal)),
        None => said,
    })
}

/// Counts the villages as they speak.
fn heard(result: &VoteResult) -> Counts {
    let mut counts = Counts::default();
    for group in &result.tally.groups {
        counts.add(group.counts.position());
    }
    counts
}
