//! What each village weighs, by formula and by the figures of a day.

use super::faults::{Cause, RuleFault};
use crate::domain::ids::VillageId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How villages come by their weights. Every weight is at most [`Weights::MOST`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Weights {
    /// Laid down village by village; one that is not named weighs nothing.
    Fixed {
        /// The weights.
        of: BTreeMap<VillageId, u32>,
    },
    /// One for every started so many (water association of Seelow, `domain.md` §2.5).
    PerStarted {
        /// So many; not 0.
        each: u32,
        /// Of what.
        figure: Figure,
    },
    /// A total handed out by share, by largest remainder, none under the floor or over the cap
    /// (SANDAG, `domain.md` §2.5).
    Share {
        /// What is handed out.
        total: u32,
        /// The least a village has.
        floor: u32,
        /// The most a village has.
        cap: u32,
        /// By what.
        figure: Figure,
    },
}

/// A figure of a village, as it stood on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// Inhabitants.
    Inhabitants,
    /// Households.
    Households,
    /// Shares in what the villages run together.
    Shares,
}

impl Figure {
    /// Every figure, in the order it is offered.
    pub const ALL: [Self; 3] = [Self::Inhabitants, Self::Households, Self::Shares];
}

impl Weights {
    /// The most a village can weigh, so that sums of them stay exact.
    pub const MOST: u32 = 1_000_000;

    /// Returns which figure it is reckoned from.
    #[must_use]
    pub fn figure(&self) -> Option<Figure> {
        match self {
            Self::Fixed { .. } => None,
            Self::PerStarted { figure, .. } | Self::Share { figure, .. } => Some(*figure),
        }
    }
}

impl Weights {
    /// Returns why a total cannot be shared out among so many villages by floors and caps; `None` where it can.
    #[must_use]
    pub fn unmet(&self, villages: usize) -> Option<RuleFault> {
        let Self::Share {
            total, floor, cap, ..
        } = self
        else {
            return None;
        };
        let villages = u32::try_from(villages).unwrap_or(u32::MAX);
        let all = |each: u32| u64::from(each) * u64::from(villages);
        let (floors, caps, total) = (all(*floor), all(*cap), u64::from(*total));
        let (at, cause) = match villages {
            // Before a village is entered nothing is shared out.
            0 => return None,
            _ if floors > total => (
                "weights.floor",
                Cause::FloorsOverTotal {
                    villages,
                    sum: floors,
                },
            ),
            _ if caps < total => (
                "weights.cap",
                Cause::CapsUnderTotal {
                    villages,
                    sum: caps,
                },
            ),
            _ => return None,
        };
        Some(RuleFault {
            at: at.to_owned(),
            cause,
        })
    }

    /// Reckons what each village weighs by the figures of a day, in their order.
    ///
    /// A share is handed out by largest remainder; of equal remainders the earlier village has the
    /// vote. A total that floors and caps cannot meet gives every village its floor or its cap.
    #[must_use]
    pub fn reckon(&self, figures: &[(VillageId, u64)]) -> BTreeMap<VillageId, u32> {
        let weights = match self {
            Self::Fixed { of } => return of.clone(),
            Self::PerStarted { each, .. } => figures
                .iter()
                .map(|(_, figure)| figure.div_ceil(u64::from(*each).max(1)))
                .collect(),
            Self::Share {
                total, floor, cap, ..
            } => share(
                u64::from(*total),
                u64::from(*floor),
                u64::from(*cap),
                &figures
                    .iter()
                    .map(|(_, figure)| *figure)
                    .collect::<Vec<_>>(),
            ),
        };
        let villages = figures.iter().map(|(village, _)| village.clone());
        let capped = weights.into_iter().map(|weight| {
            u32::try_from(weight).map_or(Self::MOST, |weight| weight.min(Self::MOST))
        });
        villages.zip(capped).collect()
    }
}

/// Hands out `total` by `figures`: whoever would fall under the floor or over the cap has that, and
/// the rest is shared again among the others until nobody does.
///
/// Where floors would add more votes than caps take away, the floors are settled first, else the caps:
/// so nobody is settled whom the rest would have brought back, and the total comes out.
fn share(total: u64, floor: u64, cap: u64, figures: &[u64]) -> Vec<u64> {
    let mut fixed: Vec<Option<u64>> = vec![None; figures.len()];
    loop {
        let left = total.saturating_sub(fixed.iter().flatten().sum());
        let free = fixed.iter().zip(figures);
        let free = || free.clone().filter(|(fixed, _)| fixed.is_none());
        let sum: u128 = free().map(|(_, figure)| u128::from(*figure)).sum();
        let quota = |figure: u64| u128::from(left) * u128::from(figure);
        let over = |figure: u64| quota(figure).saturating_sub(u128::from(cap) * sum);
        let under = |figure: u64| (u128::from(floor) * sum).saturating_sub(quota(figure));
        let added: u128 = free().map(|(_, figure)| under(*figure)).sum();
        let taken: u128 = free().map(|(_, figure)| over(*figure)).sum();
        if sum == 0 {
            // Without a figure nobody has a share.
            let settled = fixed.into_iter().map(|fixed| fixed.unwrap_or(floor));
            return settled.collect();
        }
        if added == 0 && taken == 0 {
            return by_remainder(left, sum, &fixed, figures);
        }
        for (fixed, figure) in fixed.iter_mut().zip(figures) {
            if fixed.is_none() && added >= taken && under(*figure) > 0 {
                *fixed = Some(floor);
            } else if fixed.is_none() && taken >= added && over(*figure) > 0 {
                *fixed = Some(cap);
            }
        }
    }
}

fn by_remainder(left: u64, sum: u128, fixed: &[Option<u64>], figures: &[u64]) -> Vec<u64> {
    let quota = |figure: u64| u128::from(left) * u128::from(figure);
    let mut weights: Vec<u64> = fixed
        .iter()
        .zip(figures)
        .map(|(fixed, figure)| {
            fixed.unwrap_or_else(|| u64::try_from(quota(*figure) / sum.max(1)).unwrap_or(u64::MAX))
        })
        .collect();
    let handed: u64 = weights
        .iter()
        .zip(fixed)
        .filter(|(_, fixed)| fixed.is_none())
        .map(|(weight, _)| *weight)
        .sum();
    let mut order: Vec<usize> = (0..figures.len())
        .filter(|at| fixed.get(*at) == Some(&None))
        .collect();
    order.sort_by_key(|at| {
        std::cmp::Reverse(
            figures
                .get(*at)
                .map_or(0, |figure| quota(*figure) % sum.max(1)),
        )
    });
    let rest = usize::try_from(left.saturating_sub(handed)).unwrap_or(usize::MAX);
    for at in order.into_iter().take(rest) {
        if let Some(weight) = weights.get_mut(at) {
            *weight += 1;
        }
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reckoned(weights: &Weights, figures: &[u64]) -> Vec<u32> {
        let figures: Vec<(VillageId, u64)> = figures
            .iter()
            .enumerate()
            .map(|(at, figure)| (VillageId::from(format!("v{at:02}")), *figure))
            .collect();
        weights.reckon(&figures).into_values().collect()
    }

    #[test]
    fn a_started_thousand_is_a_vote() {
        let rule = Weights::PerStarted {
            each: 1000,
            figure: Figure::Inhabitants,
        };
        assert_eq!(
            reckoned(&rule, &[1, 999, 1000, 1001, 2500, 0]),
            [1, 1, 1, 2, 3, 0]
        );
    }

    #[test]
    fn a_total_is_handed_out_by_largest_remainder_between_floor_and_cap() {
        let rule = Weights::Share {
            total: 100,
            floor: 1,
            cap: 40,
            figure: Figure::Inhabitants,
        };
        for (figures, expected) in [
            (&[5, 3, 2][..], &[40, 36, 24][..]),
            (&[900, 60, 30, 10], &[40, 36, 18, 6]),
            (&[1, 1, 1], &[34, 33, 33]),
            (&[1_000_000, 500_000, 400_000, 1], &[40, 33, 26, 1]),
            (&[7], &[40]),
            (&[0, 0, 0], &[1, 1, 1]),
            (&[], &[]),
        ] {
            assert_eq!(reckoned(&rule, figures), expected, "{figures:?}");
        }
        // Capped before the floors are settled, the first would leave more handed out than there is.
        let tight = Weights::Share {
            total: 10,
            floor: 2,
            cap: 5,
            figure: Figure::Inhabitants,
        };
        assert_eq!(reckoned(&tight, &[100, 1, 1, 1]), [4, 2, 2, 2]);
        assert_eq!(reckoned(&tight, &[0, 0, 0]), [2, 2, 2]);
    }

    #[test]
    fn what_floors_leave_goes_to_the_largest_remainders_in_order() {
        let shared = |left, sum, fixed: &[Option<u64>], figures: &[u64]| {
            by_remainder(left, sum, fixed, figures)
        };
        let free = [None, None, None];
        // 1 and 4/6, 3 and 2/6, 5 and nothing: one is left.
        assert_eq!(shared(10, 6, &free, &[1, 2, 3]), [2, 3, 5]);
        // Of equal remainders the earlier has it, and nobody has two.
        assert_eq!(shared(5, 3, &free, &[1, 1, 1]), [2, 2, 1]);
        // Who is settled has what they have, is handed nothing, and takes nothing of what is left.
        let settled = [Some(7), None, None];
        assert_eq!(shared(4, 3, &settled, &[9, 1, 2]), [7, 1, 3]);
        assert_eq!(shared(5, 3, &settled, &[9, 1, 2]), [7, 2, 3]);
        assert_eq!(shared(3, 3, &settled, &[9, 1, 2]), [7, 1, 2]);
    }
}
