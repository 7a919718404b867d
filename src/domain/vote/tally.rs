//! Counting: voices in, counts and proof out. The same function judges a live vote and an imported one.

use crate::domain::ids::GroupId;
use crate::domain::rule::{Base, Comparator, Inequality, RecusalEffect, Rule, Scope, Threshold};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What one entitled person did in one vote. Absent, present without voting, abstaining and recused
/// are four different things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// 赞成.
    For,
    /// 反对.
    Against,
    /// 弃权.
    Abstain,
    /// 未表决: in the room, did not vote.
    NotVoting,
    /// Not in the room.
    Absent,
    /// 回避: may not take part in this vote.
    Recused,
}

/// How many of each; the whole of those entitled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub struct Counts {
    /// 赞成.
    pub yes: u32,
    /// 反对.
    pub no: u32,
    /// 弃权.
    pub abstain: u32,
    /// 未表决.
    pub not_voting: u32,
    /// Not in the room.
    pub absent: u32,
    /// 回避.
    pub recused: u32,
}

impl Counts {
    /// Adds one voice.
    pub fn add(&mut self, voice: Voice) {
        let count = match voice {
            Voice::For => &mut self.yes,
            Voice::Against => &mut self.no,
            Voice::Abstain => &mut self.abstain,
            Voice::NotVoting => &mut self.not_voting,
            Voice::Absent => &mut self.absent,
            Voice::Recused => &mut self.recused,
        };
        *count += 1;
    }

    /// Returns the votes cast: for and against. Who abstains has not decided either way.
    #[must_use]
    pub fn cast(&self) -> u32 {
        self.yes + self.no
    }

    /// Returns 到会: all but absent and recused.
    #[must_use]
    pub fn present(&self) -> u32 {
        self.cast() + self.abstain + self.not_voting
    }

    /// Returns 应到会, recused members in or out as the rule says.
    #[must_use]
    pub fn entitled(&self, recusal: RecusalEffect) -> u32 {
        self.attending(recusal) + self.absent
    }

    /// Returns those who count for the quorum: 到会 and, where the rule keeps them in 应到会, the recused.
    ///
    /// A quorum is of attendance, and whoever withdraws from one vote did attend. Counted in the base
    /// and not among those who came, each recusal would make the vote inquorate without anybody having
    /// left, and nobody in the room would have been told. A rule that takes the recused out of 应到会
    /// takes them out of both sides.
    #[must_use]
    pub fn attending(&self, recusal: RecusalEffect) -> u32 {
        match recusal {
            RecusalEffect::KeepBase => self.present() + self.recused,
            RecusalEffect::ReduceBase => self.present(),
        }
    }

    fn base(&self, base: Base, recusal: RecusalEffect) -> u32 {
        match base {
            Base::Entitled => self.entitled(recusal),
            Base::Present => self.present(),
            Base::Cast => self.cast(),
            Base::Against => self.no,
        }
    }
}

/// One criterion with its numbers put in, and whom it judged: a group, or all.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Criterion {
    /// The group that was judged; `None` for all voters together.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub group: Option<GroupId>,
    /// The threshold with its numbers.
    pub inequality: Inequality,
}

/// What one group did, and whether the rule's criterion would hold for it alone.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct GroupCount {
    /// The group.
    pub group: GroupId,
    /// Its counts.
    pub counts: Counts,
    /// Whether the rule's own criterion holds for this group by itself.
    pub passed: bool,
}

/// The outcome of counting, with its proof.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Tally {
    /// All voters.
    pub counts: Counts,
    /// Each group, in order of appearance; empty when no voter has a group.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub groups: Vec<GroupCount>,
    /// What had to hold, in the order it is printed.
    pub criteria: Vec<Criterion>,
    /// Whether every criterion holds.
    pub adopted: bool,
}

impl Tally {
    /// Returns the groups that did not reach the rule's criterion by themselves.
    pub fn dissenting(&self) -> impl Iterator<Item = &GroupId> {
        self.groups
            .iter()
            .filter(|group| !group.passed)
            .map(|group| &group.group)
    }
}

/// Nothing is adopted without a vote for it. Only `AtLeast` can hold over an empty base, so only
/// there is the demand a criterion of its own.
fn one_vote_for(counts: &Counts) -> Inequality {
    Threshold {
        num: 1,
        den: 1,
        comparator: Comparator::MoreThan,
        base: Base::Against,
    }
    .with(counts.yes, 0)
}

fn judge(rule: &Rule, counts: &Counts) -> Vec<Inequality> {
    let mut criteria = Vec::with_capacity(2);
    for &threshold in &rule.pass {
        criteria.push(threshold.with(counts.yes, counts.base(threshold.base, rule.recusal)));
    }
    if rule
        .pass
        .iter()
        .any(|Threshold { comparator, .. }| *comparator == Comparator::AtLeast)
    {
        criteria.push(one_vote_for(counts));
    }
    criteria
}

fn passes(rule: &Rule, counts: &Counts) -> bool {
    counts.yes > 0 && judge(rule, counts).into_iter().all(Inequality::holds)
}

/// Counts the voices under a rule.
///
/// Each voice comes with the group it belongs to, if any. Under [`Scope::EachGroup`] voters without a
/// group are in no group's count; where nobody has a group the whole is one.
pub fn tally<'a>(
    rule: &Rule,
    voices: impl IntoIterator<Item = (Option<&'a GroupId>, Voice)>,
) -> Tally {
    let mut counts = Counts::default();
    let mut groups: Vec<(GroupId, Counts)> = Vec::new();
    // The list keeps the order of appearance; the index keeps a document of many groups linear.
    let mut index: BTreeMap<&GroupId, usize> = BTreeMap::new();
    for (group, voice) in voices {
        counts.add(voice);
        let Some(group) = group else { continue };
        let at = *index.entry(group).or_insert_with(|| {
            groups.push((group.clone(), Counts::default()));
            groups.len() - 1
        });
        if let Some((_, count)) = groups.get_mut(at) {
            count.add(voice);
        }
    }
    let whole = |counts| {
        judge(rule, counts).into_iter().map(|inequality| Criterion {
            group: None,
            inequality,
        })
    };
    let criteria: Vec<Criterion> = match rule.scope {
        Scope::EachGroup if !groups.is_empty() => groups
            .iter()
            .flat_map(|(group, counts)| {
                judge(rule, counts)
                    .into_iter()
                    .map(move |inequality| Criterion {
                        group: Some(group.clone()),
                        inequality,
                    })
            })
            .collect(),
        Scope::Whole | Scope::EachGroup => whole(&counts).collect(),
    };
    let adopted = counts.yes > 0
        && criteria
            .iter()
            .all(|criterion| criterion.inequality.holds());
    let groups = groups
        .into_iter()
        .map(|(group, counts)| GroupCount {
            passed: passes(rule, &counts),
            group,
            counts,
        })
        .collect();
    Tally {
        counts,
        groups,
        criteria,
        adopted,
    }
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
