//! The same votes under every base, side by side: which is in force, and how many more each wants.
//!
//! A rule may count people, villages, weights, households, each village by itself, and several of them
//! at once. Everything it counts stands in a block of its own, with the base in force marked in each.

use super::VoteResult;
use super::slate::{self, SlateCount};
use super::tally::{Counts, Tally};
use crate::domain::ids::GroupId;
use crate::domain::rule::{
    Base, Comparator, Consent, Inequality, Over, Pass, Question, Rule, Threshold,
};
use crate::domain::text::Line;

/// Whose voices a block counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// All of them, by what is counted.
    All(Over),
    /// Those of one village, which the rule judges by itself.
    Village(GroupId),
    /// Those of somebody who stands for a seat.
    Contender(Line),
    /// Those of one of several, which nobody votes against.
    Choice(Line),
    /// Those of a village concerned, whose consent the rule asks for.
    Consent(GroupId),
}

/// What the rule makes of the numbers of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// A share: held against every base.
    Against(Vec<OnBase>),
    /// Those not for it, who must be fewer than so many.
    Blockers {
        /// The numbers put in.
        inequality: Inequality,
        /// How many more votes for it are wanted.
        more: Wanted,
    },
}

/// One thing that is counted, and the votes held against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Whose voices.
    pub unit: Unit,
    /// How many of each.
    pub counts: Counts,
    /// What is made of them.
    pub held: Held,
    /// Whether the vote is over, and who has said nothing says nothing more.
    pub ended: bool,
}

impl Block {
    /// Holds the votes as they stand once nobody votes any more.
    #[must_use]
    pub fn ended(mut self) -> Self {
        self.ended = true;
        let stands = |more: Wanted, short: u32| match more {
            Wanted::More(0) => more,
            Wanted::More(_) | Wanted::Short(_) => Wanted::Short(short),
        };
        match &mut self.held {
            Held::Against(rows) => {
                for row in rows {
                    row.more = stands(row.more, row.inequality.missing().max(1));
                }
            }
            Held::Blockers { inequality, more } => {
                let blockers = inequality.base.saturating_add(1);
                *more = stands(*more, blockers.saturating_sub(inequality.count));
            }
        }
        self
    }
}

/// How many more votes are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// So many of those who have said nothing yet; of none, there are enough.
    More(u32),
    /// Not even all of those who have said nothing yet are enough: so many would still be short.
    Short(u32),
}

/// The votes held against one base.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnBase {
    /// The base.
    pub base: Base,
    /// Whether the rule holds the votes against this one.
    pub in_force: bool,
    /// The rule's share of this base with the numbers put in.
    pub inequality: Inequality,
    /// How many more votes for it wants, of those who have said nothing yet: each enters a base of
    /// votes as it is cast.
    pub more: Wanted,
}

/// Holds the votes against 应到会, 到会, 有效票 and the votes cast, in a block for everything the rule
/// counts, in the order of its tree. `concerned` are the villages whose consent it may ask for.
#[must_use]
pub fn side_by_side(rule: &Rule, tally: &Tally, concerned: &[GroupId]) -> Vec<Block> {
    let mut blocks = Vec::new();
    of_pass(rule, &rule.pass, tally, &mut blocks);
    if let Consent::InVote { each } = &rule.consent {
        let villages = concerned.iter().map(|village| Block {
            unit: Unit::Consent(village.clone()),
            ..against(
                rule,
                *each,
                Unit::Village(village.clone()),
                of_group(tally, village),
            )
        });
        blocks.extend(villages);
    }
    blocks
}

fn of_pass(rule: &Rule, pass: &Pass, tally: &Tally, blocks: &mut Vec<Block>) {
    match pass {
        Pass::Reaches(threshold) => {
            let counts = of_all(tally, threshold.over);
            blocks.push(against(rule, *threshold, Unit::All(threshold.over), counts));
        }
        Pass::EachVillage(threshold) if tally.groups.is_empty() => {
            let counts = of_all(tally, threshold.over);
            blocks.push(against(rule, *threshold, Unit::All(threshold.over), counts));
        }
        Pass::EachVillage(threshold) => {
            let villages = tally.groups.iter();
            blocks.extend(villages.map(|it| {
                let unit = Unit::Village(it.group.clone());
                against(rule, *threshold, unit, it.counts)
            }));
        }
        Pass::FewerBlockersThan { over, number } => {
            let counts = of_all(tally, *over);
            let with = |more: u32| {
                let yes = counts.yes.saturating_add(more);
                Inequality {
                    den: 1,
                    count: *number,
                    comparator: Comparator::MoreThan,
                    num: 1,
                    base: counts.entitled(rule.recusal).saturating_sub(yes),
                }
            };
            blocks.push(Block {
                unit: Unit::All(*over),
                counts,
                held: Held::Blockers {
                    inequality: with(0),
                    more: wanted(
                        counts.not_voting,
                        |more| with(more).holds(),
                        || {
                            let blockers = with(counts.not_voting).base;
                            blockers.saturating_add(1).saturating_sub(*number)
                        },
                    ),
                },
                ended: false,
            });
        }
        Pass::All(of) | Pass::Any(of) => {
            of.iter()
                .for_each(|part| of_pass(rule, part, tally, blocks));
        }
    }
}

fn of_all(tally: &Tally, over: Over) -> Counts {
    let mut measured = tally.measured.iter();
    let measured = measured.find(|it| it.over == over);
    measured.map_or(tally.counts, |it| it.counts)
}

fn of_group(tally: &Tally, village: &GroupId) -> Counts {
    let mut groups = tally.groups.iter();
    let group = groups.find(|it| it.group == *village);
    group.map_or_else(Counts::default, |it| it.counts)
}

fn against(rule: &Rule, asked: Threshold, unit: Unit, counts: Counts) -> Block {
    // More for than against is more than half of the votes cast.
    let share = match asked.base {
        Base::Against => Threshold::more_than_half(Base::Cast),
        _ => asked,
    };
    let rows = [Base::Entitled, Base::Present, Base::Valid, Base::Cast].map(|base| {
        let whole = counts.base(base, rule.recusal);
        let with = |more: u32| {
            let grown = match base {
                Base::Valid | Base::Cast => whole.saturating_add(more),
                _ => whole,
            };
            share.with(counts.yes.saturating_add(more), grown)
        };
        // Nothing is adopted without a vote for it.
        let holds = |more: u32| with(more).count > 0 && with(more).holds();
        OnBase {
            base,
            in_force: base == share.base,
            inequality: with(0),
            more: wanted(counts.not_voting, holds, || {
                with(counts.not_voting).missing().max(1)
            }),
        }
    });
    Block {
        unit,
        counts,
        held: Held::Against(rows.to_vec()),
        ended: false,
    }
}

/// Holds what each contender of an ended vote has against 应到会, 到会, 有效票 and the votes cast, most votes
/// first (`domain.md` §2.2 has an election by either of the first two).
#[must_use]
pub fn of_contenders(rule: &Rule, result: &VoteResult, count: &SlateCount) -> Vec<Block> {
    let share = slate::threshold(&rule.pass);
    let placed = count.judged.placed.iter();
    let blocks = placed.map(|placed| {
        let row = placed.at.and_then(|at| count.sheet.rows.get(at));
        let yes = placed.inequality.count;
        let rows = [Base::Entitled, Base::Present, Base::Valid, Base::Cast].map(|base| {
            let whole = slate::whole(rule, base, row, &count.sheet, &result.tally.counts);
            let inequality = share.with(yes, whole);
            let more = match inequality.holds() && yes > 0 {
                true => Wanted::More(0),
                false => Wanted::Short(inequality.missing().max(1)),
            };
            OnBase {
                base,
                in_force: base == share.base,
                inequality,
                more,
            }
        });
        Block {
            unit: match rule.question {
                Question::OneOf { .. } => Unit::Choice(placed.name.clone()),
                Question::Seats { .. } | Question::YesNo => Unit::Contender(placed.name.clone()),
            },
            counts: Counts {
                yes,
                no: row.map_or(0, |row| row.no),
                abstain: row.map_or(0, |row| row.abstain),
                ..Counts::default()
            },
            held: Held::Against(rows.to_vec()),
            ended: true,
        }
    });
    blocks.collect()
}

/// Returns the least number up to `most` that is enough, or how many are `short` where none is; whatever is
/// enough, more is as well.
fn wanted(most: u32, enough: impl Fn(u32) -> bool, short: impl Fn() -> u32) -> Wanted {
    if !enough(most) {
        return Wanted::Short(short());
    }
    let (mut low, mut high) = (0u32, most);
    while low < high {
        let middle = low.midpoint(high);
        match enough(middle) {
            true => high = middle,
            false => low = middle + 1,
        }
    }
    Wanted::More(high)
}

/// Returns what a rule makes of so many voices of persons, block by block.
#[cfg(test)]
pub(in crate::domain) fn rows_of(rule: &Rule, counts: Counts) -> Vec<Vec<OnBase>> {
    let tally = Tally {
        counts,
        ..super::tally::Poll::under(rule).judge(rule, &[])
    };
    let held = side_by_side(rule, &tally, &[]).into_iter();
    held.map(|block| match block.held {
        Held::Against(rows) => rows,
        Held::Blockers { .. } => Vec::new(),
    })
    .collect()
}

#[cfg(test)]
#[path = "bases_tests.rs"]
mod tests;
