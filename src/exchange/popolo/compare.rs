//! Counting a published vote anew and holding the two against each other.

use super::{Count, Published, VoteEvent};
use crate::domain::ids::GroupId;
use crate::domain::rule::Rule;
use crate::domain::vote::tally::{Counts, Tally, Voice, tally};
use std::collections::HashMap;

/// One vote counted anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recount {
    /// The vote's id in the source.
    pub id: String,
    /// What was counted here.
    pub tally: Tally,
    /// The result that was published, if any.
    pub published: Option<Published>,
    /// `None` exactly where no result was published; otherwise whether nothing differs.
    pub agrees: Option<bool>,
    /// Everything published that is not what was counted here.
    pub differences: Vec<Difference>,
}

/// Something published that is not what was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The result.
    Result {
        /// As published.
        published: Published,
        /// As counted.
        counted: Published,
    },
    /// The result of a group.
    GroupResult {
        /// The group.
        group: GroupId,
        /// As published.
        published: Published,
        /// As counted; `None` when no voter is in the group.
        counted: Option<Published>,
    },
    /// A number of voters.
    Count {
        /// Who were counted; `None` for all voters.
        group: Option<GroupId>,
        /// What they did.
        option: Voice,
        /// As published.
        published: u32,
        /// As counted.
        counted: u32,
    },
}

/// Counts a vote under a rule and compares with what was published about it.
#[must_use]
pub fn recount(rule: &Rule, event: &VoteEvent) -> Recount {
    let voices = event
        .votes
        .iter()
        .map(|vote| (vote.group_id.as_ref(), vote.option));
    let tally = tally(rule, voices);
    let differences = differences(event, &tally);
    Recount {
        id: event.id.clone(),
        published: event.result,
        agrees: event.result.map(|_| differences.is_empty()),
        differences,
        tally,
    }
}

fn differences(event: &VoteEvent, tally: &Tally) -> Vec<Difference> {
    let groups: HashMap<&GroupId, (Counts, bool)> = tally
        .groups
        .iter()
        .map(|group| (&group.group, (group.counts, group.passed)))
        .collect();
    let mut found = Vec::new();
    let counted = Published::of(tally.adopted);
    if let Some(published) = event.result.filter(|published| *published != counted) {
        found.push(Difference::Result { published, counted });
    }
    for row in &event.group_results {
        let counted = groups
            .get(&row.group_id)
            .map(|(_, passed)| Published::of(*passed));
        if counted != Some(row.result) {
            found.push(Difference::GroupResult {
                group: row.group_id.clone(),
                published: row.result,
                counted,
            });
        }
    }
    for Count {
        group_id,
        option,
        value,
    } in &event.counts
    {
        let counts = match group_id {
            None => tally.counts,
            Some(group) => groups
                .get(group)
                .map(|(counts, _)| *counts)
                .unwrap_or_default(),
        };
        let counted = of(&counts, *option);
        if counted != *value {
            found.push(Difference::Count {
                group: group_id.clone(),
                option: *option,
                published: *value,
                counted,
            });
        }
    }
    found
}

fn of(counts: &Counts, voice: Voice) -> u32 {
    match voice {
        Voice::For => counts.yes,
        Voice::Against => counts.no,
        Voice::Abstain => counts.abstain,
        Voice::NotVoting => counts.not_voting,
        Voice::Absent => counts.absent,
        Voice::Recused => counts.recused,
    }
}
