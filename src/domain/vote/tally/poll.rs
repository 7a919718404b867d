//! Counting: voices in under every measure at once, judged as the rule's tree says.

use super::counts::{Counts, Voice};
use super::proof::{Criterion, Demand, GroupCount, Measured, Proof, Tally};
use crate::domain::ids::GroupId;
use crate::domain::rule::{
    Comparator, Consent, Inequality, Over, Pass, RecusalEffect, Rule, Threshold,
};
use std::collections::BTreeMap;

/// What a voice counts for beside its person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Stake {
    /// The households they represent.
    pub households: u32,
    /// The shares they hold or represent.
    pub shares: u32,
    /// Whether they are a woman.
    pub woman: bool,
}

/// Voices as they come in: counted under every measure at once.
#[derive(Debug, Default)]
pub struct Poll {
    persons: Counts,
    households: Counts,
    shares: Counts,
    women: Counts,
    /// In order of appearance.
    groups: Vec<(GroupId, Counts)>,
    /// The list keeps the order; the index keeps a document of many groups linear.
    index: BTreeMap<GroupId, usize>,
    weights: BTreeMap<GroupId, u32>,
}

impl Poll {
    /// Begins with what each village weighs under the rule.
    #[must_use]
    pub fn under(rule: &Rule) -> Self {
        let weights = rule.reckoned.iter();
        Self {
            weights: weights
                .map(|(village, weight)| (GroupId::from(village), *weight))
                .collect(),
            ..Self::default()
        }
    }

    /// Takes one voice.
    pub fn take(&mut self, group: Option<&GroupId>, voice: Voice, stake: Stake) {
        self.households.add_times(voice, stake.households);
        self.shares.add_times(voice, stake.shares);
        self.women.add_times(voice, u32::from(stake.woman));
        self.take_times(group, voice, 1);
    }

    /// Takes so many voices of which nothing more is known.
    pub fn take_times(&mut self, group: Option<&GroupId>, voice: Voice, times: u32) {
        self.persons.add_times(voice, times);
        if let Some(group) = group {
            self.group(group).add_times(voice, times);
        }
    }

    /// Takes so many women of whom nothing more is known than whether they came.
    pub fn count_women(&mut self, came: u32, away: u32) {
        self.women.add_times(Voice::NotVoting, came);
        self.women.add_times(Voice::Absent, away);
    }

    fn group(&mut self, group: &GroupId) -> &mut Counts {
        let at = match self.index.get(group) {
            Some(at) => *at,
            None => {
                let at = self.groups.len();
                self.index.insert(group.clone(), at);
                self.groups.push((group.clone(), Counts::default()));
                at
            }
        };
        // The index names places of the list and nothing ever leaves it.
        #[allow(clippy::indexing_slicing)]
        &mut self.groups[at].1
    }

    /// Takes so many ballots that say nothing, or too much: 废票.
    pub fn spoil(&mut self, group: Option<&GroupId>, times: u32) {
        self.persons.spoiled = self.persons.spoiled.saturating_add(times);
        if let Some(counts) = group.map(|group| self.group(group)) {
            counts.spoiled = counts.spoiled.saturating_add(times);
        }
    }

    /// Returns the counts of a measure. A village speaks as [`Counts::position`] says.
    #[must_use]
    pub fn counts(&self, over: Over) -> Counts {
        match over {
            Over::Persons => self.persons,
            Over::Households => self.households,
            Over::Shares => self.shares,
            Over::Women => self.women,
            Over::Villages => self.by_group(|_| 1),
            Over::Weights => self.by_group(|group| self.weight(group).unwrap_or(0)),
        }
    }

    /// Returns the counts of a measure for one village by itself; those of its people where no more
    /// is known.
    #[must_use]
    pub fn of_group(&self, group: &GroupId) -> Counts {
        self.index
            .get(group)
            .and_then(|at| self.groups.get(*at))
            .map_or_else(Counts::default, |(_, counts)| *counts)
    }

    fn weight(&self, group: &GroupId) -> Option<u32> {
        self.weights.get(group).copied()
    }

    fn by_group(&self, weight: impl Fn(&GroupId) -> u32) -> Counts {
        let mut counts = Counts::default();
        for (group, voices) in &self.groups {
            counts.add_times(voices.position(), weight(group));
        }
        counts
    }

    /// Judges the voices under a rule; `concerned` are the groups whose consent it may ask for.
    ///
    /// Voters without a group are in no group's count; where nobody has a group the whole is one.
    #[must_use]
    pub fn judge(&self, rule: &Rule, concerned: &[GroupId]) -> Tally {
        let mut all = vec![self.proof(rule, &rule.pass)];
        // The demand is a criterion of its own wherever the others can hold without it.
        if rule.pass.holds_for_nobody() {
            all.push(one_for(None, Over::Persons, &self.persons));
        }
        if let Consent::InVote { each } = &rule.consent {
            for group in concerned {
                // A village of which nobody came has not agreed: silence is no consent.
                let (demand, counts) = (Demand::Consent(each.base), self.of_group(group));
                all.push(by_itself(Some(group), demand, rule, *each, &counts));
            }
        }
        let proof = match all.len() {
            1 => all.swap_remove(0),
            _ => Proof::All(flat(all)),
        };
        let groups = self
            .groups
            .iter()
            .map(|(group, counts)| GroupCount {
                passed: alone(rule, &rule.pass, counts),
                weight: rule.weights.as_ref().and_then(|_| self.weight(group)),
                group: group.clone(),
                counts: *counts,
            })
            .collect();
        let counted = rule.pass.counted().into_iter();
        let measured = counted
            .filter(|over| *over != Over::Persons)
            .map(|over| Measured {
                over,
                counts: self.counts(over),
            })
            .collect();
        Tally {
            counts: self.persons,
            groups,
            measured,
            adopted: proof.holds(),
            proof,
        }
    }

    fn proof(&self, rule: &Rule, pass: &Pass) -> Proof {
        match pass {
            Pass::Reaches(threshold) => {
                let (demand, counts) =
                    (Demand::Reaches(threshold.base), self.counts(threshold.over));
                let reaches = criterion(None, demand, *threshold, &counts, rule.recusal);
                // Without a village, a weight or a woman there is nothing of which all could be for it.
                let nothing = counts.base(threshold.base, rule.recusal) == 0;
                if nothing && threshold.over != Over::Persons && reaches.holds() {
                    Proof::All(vec![reaches, one_for(None, threshold.over, &counts)])
                } else {
                    reaches
                }
            }
            Pass::EachVillage(threshold) if self.groups.is_empty() => {
                let demand = Demand::Reaches(threshold.base);
                let counts = self.counts(threshold.over);
                by_itself(None, demand, rule, *threshold, &counts)
            }
            Pass::EachVillage(threshold) => Proof::All(flat(
                self.groups
                    .iter()
                    .map(|(group, counts)| {
                        let demand = Demand::Reaches(threshold.base);
                        by_itself(Some(group), demand, rule, *threshold, counts)
                    })
                    .collect(),
            )),
            Pass::FewerBlockersThan { over, number } => {
                let counts = self.counts(*over);
                let blockers = counts.entitled(rule.recusal).saturating_sub(counts.yes);
                Proof::One(Criterion {
                    group: None,
                    over: *over,
                    demand: Demand::FewBlockers,
                    inequality: Inequality {
                        den: 1,
                        count: *number,
                        comparator: Comparator::MoreThan,
                        num: 1,
                        base: blockers,
                    },
                })
            }
            Pass::All(of) => Proof::All(of.iter().map(|part| self.proof(rule, part)).collect()),
            Pass::Any(of) => Proof::Any(of.iter().map(|part| self.proof(rule, part)).collect()),
        }
    }
}

/// Takes the branches of an `All` into the one above.
fn flat(of: Vec<Proof>) -> Vec<Proof> {
    of.into_iter()
        .flat_map(|part| match part {
            Proof::All(of) => of,
            other => vec![other],
        })
        .collect()
}

fn criterion(
    group: Option<GroupId>,
    demand: Demand,
    threshold: Threshold,
    counts: &Counts,
    recusal: RecusalEffect,
) -> Proof {
    Proof::One(Criterion {
        group,
        over: threshold.over,
        demand,
        inequality: threshold.with(counts.yes, counts.base(threshold.base, recusal)),
    })
}

fn one_for(group: Option<GroupId>, over: Over, counts: &Counts) -> Proof {
    Proof::One(Criterion {
        group,
        over,
        demand: Demand::OneFor,
        inequality: Inequality {
            den: 1,
            count: counts.yes,
            comparator: Comparator::MoreThan,
            num: 1,
            base: 0,
        },
    })
}

/// Judges a group by itself, nothing being adopted there without a vote for it.
fn by_itself(
    group: Option<&GroupId>,
    demand: Demand,
    rule: &Rule,
    threshold: Threshold,
    counts: &Counts,
) -> Proof {
    let reaches = criterion(group.cloned(), demand, threshold, counts, rule.recusal);
    match threshold.comparator {
        Comparator::MoreThan => reaches,
        Comparator::AtLeast => {
            let one = one_for(group.cloned(), threshold.over, counts);
            Proof::All(vec![reaches, one])
        }
    }
}

/// Says whether a group's own people reach what the rule asks of all. What only all together can
/// be asked, how many villages or what weight, is answered by how the group speaks.
fn alone(rule: &Rule, pass: &Pass, counts: &Counts) -> bool {
    let holds = match pass {
        Pass::Reaches(threshold) | Pass::EachVillage(threshold) => match threshold.over {
            Over::Persons => threshold
                .with(counts.yes, counts.base(threshold.base, rule.recusal))
                .holds(),
            _ => counts.position() == Voice::For,
        },
        Pass::FewerBlockersThan { .. } => counts.position() == Voice::For,
        Pass::All(of) => of.iter().all(|part| alone(rule, part, counts)),
        Pass::Any(of) => of.iter().any(|part| alone(rule, part, counts)),
    };
    holds && counts.yes > 0
}

/// Counts voices under a rule, each with the group it belongs to, if any.
pub fn tally<'a>(
    rule: &Rule,
    voices: impl IntoIterator<Item = (Option<&'a GroupId>, Voice)>,
) -> Tally {
    let mut poll = Poll::under(rule);
    for (group, voice) in voices {
        poll.take_times(group, voice, 1);
    }
    poll.judge(rule, &[])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::rule::preset;

    /// One look through the list a voice would be 20,000,000,000 comparisons here.
    #[test]
    fn many_groups_are_counted_in_their_order() {
        let rule = preset("each-group-majority-of-present").unwrap();
        let groups: Vec<GroupId> = (0..100_000)
            .rev()
            .map(|number| GroupId::from(format!("g{number}")))
            .collect();
        let voices = groups.iter().map(|group| (Some(group), Voice::For));
        let tally = tally(
            &rule,
            voices
                .clone()
                .chain(voices.map(|(group, _)| (group, Voice::Against))),
        );
        assert!(groups.iter().eq(tally.groups.iter().map(|it| &it.group)));
        assert!(
            tally
                .groups
                .iter()
                .all(|it| (it.counts.yes, it.counts.no, it.passed) == (1, 1, false))
        );
        assert_eq!((tally.counts.yes, tally.counts.no), (100_000, 100_000));
    }
}
