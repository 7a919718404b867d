//! Counting a published vote anew and holding the two against each other.

use super::{Count, Published, VoteEvent};
use crate::domain::ids::GroupId;
use crate::domain::rule::{Consent, Over, Question, Rule, Weights};
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

/// What a rule asks and no document shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unprovable {
    /// Who should have come, and so a quorum.
    Quorum,
    /// Votes for one of several.
    Several,
    /// Which villages are concerned and what they decide.
    Consent,
    /// That a village casts one and the same vote.
    Bloc,
    /// The figures that weights are reckoned from.
    Figures,
    /// Households, shares and women among those who vote.
    Stake,
}

/// Returns what keeps a rule from being counted by a document, if anything does.
#[must_use]
pub fn unprovable(rule: &Rule) -> Option<Unprovable> {
    let stake = |over: &Over| matches!(over, Over::Households | Over::Shares | Over::Women);
    let figures = rule.weights.as_ref().and_then(Weights::figure).is_some();
    match () {
        () if !rule.quorum.is_empty() => Some(Unprovable::Quorum),
        () if rule.question != Question::YesNo => Some(Unprovable::Several),
        () if rule.consent != Consent::NotAsked => Some(Unprovable::Consent),
        () if rule.bloc => Some(Unprovable::Bloc),
        () if figures => Some(Unprovable::Figures),
        () if rule.pass.counted().iter().any(stake) => Some(Unprovable::Stake),
        () => None,
    }
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
    use super::super::parse;
    use super::*;
    use crate::domain::rule::preset;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    const OPTIONS: [&str; 6] = ["yes", "no", "abstain", "not voting", "absent", "recused"];

    fn recounted(rule: &str, event: &Value) -> Recount {
        let persons: Vec<Value> = (0..100).map(|n| json!({"id": format!("p{n}")})).collect();
        let document = json!({"persons": persons, "vote_events": [event]});
        let reading = parse(document.to_string().as_bytes()).unwrap();
        let [event] = reading.document.votes().unwrap() else {
            panic!("one vote")
        };
        recount(&preset(rule).unwrap(), event)
    }

    fn event(voices: &[(usize, usize)]) -> Value {
        let votes: Vec<Value> = voices
            .iter()
            .enumerate()
            .map(|(n, (option, group))| {
                let option = OPTIONS.get(*option);
                match group {
                    0 => json!({"voter_id": format!("p{n}"), "option": option}),
                    _ => json!({"voter_id": format!("p{n}"), "option": option, "group_id": format!("g{group}")}),
                }
            })
            .collect();
        json!({"id": "v", "votes": votes})
    }

    /// Counts by going over the list once for every number, and judges in words of the issue.
    fn naive(rule: &str, voices: &[(usize, usize)]) -> bool {
        let judge = |voices: &[usize]| {
            let of = |options: &[usize]| voices.iter().filter(|o| options.contains(o)).count();
            let (yes, no) = (of(&[0]), of(&[1]));
            let (cast, present, all) = (of(&[0, 1]), of(&[0, 1, 2, 3]), voices.len());
            yes > 0
                && match rule {
                    "majority-of-cast" => yes > no,
                    "majority-of-entitled" => 2 * yes > all,
                    "two-thirds-of-cast" => 3 * yes >= 2 * cast,
                    "two-thirds-of-entitled" => 3 * yes >= 2 * all,
                    _ => 2 * yes > present,
                }
        };
        let of_group = |group: usize| -> Vec<usize> {
            let members = voices.iter().filter(|(_, g)| *g == group);
            members.map(|(option, _)| *option).collect()
        };
        let groups: Vec<Vec<usize>> = (1..4).map(of_group).filter(|g| !g.is_empty()).collect();
        if rule.starts_with("each-group") && !groups.is_empty() {
            groups.iter().all(|group| judge(group))
        } else {
            judge(&voices.iter().map(|(option, _)| *option).collect::<Vec<_>>())
        }
    }

    proptest! {
        #[test]
        fn a_tally_is_what_a_naive_recount_says(
            voices in prop::collection::vec((0usize..6, 0usize..4), 0..40),
            rule in prop::sample::select(vec![
                "majority-of-cast", "majority-of-present", "majority-of-entitled",
                "two-thirds-of-cast", "two-thirds-of-entitled", "each-group-majority-of-present",
            ]),
        ) {
            let recount = recounted(rule, &event(&voices));
            prop_assert_eq!(recount.tally.adopted, naive(rule, &voices));
            let of = |option| u32::try_from(voices.iter().filter(|(o, _)| *o == option).count()).unwrap();
            let counts = recount.tally.counts;
            prop_assert_eq!(
                [counts.yes, counts.no, counts.abstain, counts.not_voting, counts.absent, counts.recused],
                [of(0), of(1), of(2), of(3), of(4), of(5)]
            );
        }
    }

    #[test]
    fn without_a_result_nothing_agrees_but_differences_are_kept() {
        let mut vote = event(&[(0, 1), (1, 2)]);
        vote["counts"] = json!([{"option": "yes", "value": 2}]);
        let recount = recounted("majority-of-cast", &vote);
        assert_eq!((recount.agrees, recount.published), (None, None));
        assert_eq!(recount.differences.len(), 1);
    }

    #[test]
    fn a_group_nobody_is_in_has_no_result_and_no_voters() {
        let mut vote = event(&[(0, 1)]);
        vote["result"] = json!("pass");
        vote["counts"] = json!([{"option": "yes", "value": 0, "group_id": "g9"}]);
        assert_eq!(recounted("majority-of-cast", &vote).agrees, Some(true));
        vote["group_results"] = json!([{"group_id": "g9", "result": "fail"}]);
        assert_eq!(
            recounted("majority-of-cast", &vote).differences,
            [Difference::GroupResult {
                group: GroupId::from("g9"),
                published: Published::Fail,
                counted: None
            }]
        );
    }

    #[test]
    fn a_group_given_as_an_object_is_the_same_group() {
        let mut vote = event(&[(0, 0), (1, 1)]);
        vote["votes"][0]["group"] = json!({"id": "g1", "name": "柳溪村"});
        vote["counts"] = json!([{"option": "yes", "value": 1, "group": {"id": "g1"}}]);
        let recount = recounted("majority-of-cast", &vote);
        assert_eq!(
            (recount.tally.groups.len(), recount.differences.len()),
            (1, 0)
        );
    }
}
