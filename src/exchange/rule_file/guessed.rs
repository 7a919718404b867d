//! What else is wrong with a rule in which a word is not known: what is wrong whichever of the words it may be is meant.

use super::fault::{Cause, Fault};
use super::fields::{Found, Spot};
use super::read::{judged, one};
use crate::domain::ids::RuleId;
use crate::domain::rule::Rule;

/// How many words are tried: no list of words is longer.
const TRIED: usize = 16;

/// Says whether a fault leaves it open what the rule says, without making the rest of it unreadable.
pub(super) fn leaves_open(fault: &Fault) -> bool {
    matches!(
        fault.cause,
        Cause::UnknownField { .. } | Cause::UnknownWord { .. }
    )
}

/// Returns the faults that a rule has whichever known word stands for each that is not known.
pub(super) fn whichever(
    spot: &Spot<'_>,
    number: usize,
    reachable: &dyn Fn(&RuleId) -> Option<Rule>,
) -> Vec<Fault> {
    let mut common: Option<Vec<Fault>> = None;
    for nth in 0..TRIED {
        let mut found = Found::guessing(nth);
        let rule = one(&mut found, spot);
        if let Some(rule) = rule.filter(|_| found.faults.iter().all(leaves_open)) {
            judged(&mut found, number, &rule, reachable);
        }
        let told = |it: &Fault, among: &[Fault]| {
            let mut among = among.iter();
            among.any(|other| other.place == it.place && other.cause == it.cause)
        };
        common = Some(match common {
            None => found.faults,
            Some(before) => {
                let both = before.into_iter();
                both.filter(|it| told(it, &found.faults)).collect()
            }
        });
    }
    common.unwrap_or_default()
}
