//! The same hands under every base, side by side: which is in force, and how many more each wants.

use super::tally::Counts;
use crate::domain::rule::{Base, Inequality, Over, Rule, Threshold};

/// The votes held against one base.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnBase {
    /// The base.
    pub base: Base,
    /// Whether the rule holds the votes against this one.
    pub in_force: bool,
    /// The rule's share of this base with the numbers put in.
    pub inequality: Inequality,
    /// How many more votes for it wants, of people who have said nothing yet: each enters a base of
    /// votes as it is cast. `None` where not even all of those who are there are enough.
    pub more: Option<u32>,
}

/// Holds the votes against 应到会, 到会, 有效票 and the votes cast, by the share the rule asks of
/// persons; a rule that asks nothing of persons is read as more than half.
#[must_use]
pub fn side_by_side(rule: &Rule, counts: &Counts) -> Vec<OnBase> {
    let mut asked = rule.pass.thresholds().into_iter();
    let asked = asked.find(|it| it.over == Over::Persons);
    let asked = asked.unwrap_or(Threshold::more_than_half(Base::Entitled));
    // More for than against is more than half of the votes cast.
    let (share, in_force) = match asked.base {
        Base::Against => (Threshold::more_than_half(Base::Cast), Base::Cast),
        base => (asked, base),
    };
    [Base::Entitled, Base::Present, Base::Valid, Base::Cast]
        .into_iter()
        .map(|base| {
            let whole = counts.base(base, rule.recusal);
            let holds = |more: u32| {
                let grown = match base {
                    Base::Valid | Base::Cast => whole.saturating_add(more),
                    _ => whole,
                };
                share.with(counts.yes.saturating_add(more), grown).holds()
            };
            OnBase {
                base,
                in_force: base == in_force,
                inequality: share.with(counts.yes, whole),
                more: (0..=counts.not_voting).find(|more| holds(*more)),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::rule::{joint_default, preset};

    fn more(rule: &Rule, counts: Counts) -> Vec<Option<u32>> {
        let bases = side_by_side(rule, &counts).into_iter();
        bases.map(|base| base.more).collect()
    }

    #[test]
    fn each_base_wants_its_own_number() {
        let counts = Counts {
            yes: 4,
            no: 3,
            abstain: 1,
            not_voting: 3,
            absent: 4,
            ..Counts::default()
        };
        assert_eq!(
            more(&joint_default(), counts),
            [None, Some(2), Some(1), Some(0)]
        );
        let thirds = preset("two-thirds-of-cast").unwrap();
        assert_eq!(more(&thirds, counts), [None, None, None, Some(2)]);
        let marked: Vec<Base> = side_by_side(&thirds, &counts)
            .into_iter()
            .filter(|base| base.in_force)
            .map(|base| base.base)
            .collect();
        assert_eq!(marked, [Base::Cast]);
        let against = preset("majority-of-cast").unwrap();
        assert_eq!(more(&against, Counts::default()), [None, None, None, None]);
    }
}
