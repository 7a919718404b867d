//! A vote that was taken, beside what it would have come to under another rule: not only its count, but
//! what either rule makes of a tie or of sides that are close.

use super::due::{Due, due};
use super::{Effect, Motion, MotionState, Outcome, SequelStep, Standing, standing};
use crate::domain::ids::VillageId;
use crate::domain::rule::{Consent, Rule, TieStep};

/// What a vote came to, the villages left aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CameOut {
    /// Where the motion stands by it.
    pub standing: Standing,
    /// What settled it where the count did not, or what the rule asks for then.
    pub by: Option<TieStep>,
    /// Whether the sides are so close that the rule proposes to put it off.
    pub close: bool,
}

/// A vote as it was and as it would have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tried {
    /// As it was, with what was done about it.
    pub was: CameOut,
    /// Under the rule that is tried; `None` where what it counts was not taken down.
    pub would: Option<CameOut>,
    /// Whether it would have come out otherwise.
    pub differs: bool,
}

/// Tries a rule on the last vote of a motion; `None` where nothing was voted for or against it.
#[must_use]
pub fn tried(motion: &Motion, rule: &Rule, villages: &[VillageId]) -> Option<Tried> {
    let result = motion.result().filter(|it| it.slate.is_none())?;
    let own = by_count(motion, None)?;
    let settled = Motion {
        // A path that was walked to its end is one, though nothing on it was taken.
        sequels: (motion.sequels.iter())
            .filter(|it| settles(&it.step).is_some() || passes(&it.step))
            .cloned()
            .collect(),
        ..own.clone()
    };
    let was = CameOut {
        standing: standing(&settled),
        by: settled
            .sequels
            .iter()
            .rev()
            .find_map(|it| settles(&it.step)),
        close: false,
    };
    let outcome = match result.outcome {
        // Ballots that cannot be right are so under every rule.
        Outcome::Void => Some(Outcome::Void),
        _ => result.under(rule, villages),
    };
    let Some(outcome) = outcome else {
        return Some(Tried {
            was,
            would: None,
            differs: false,
        });
    };
    let tried = by_count(motion, Some((rule, outcome)))?;
    let (asks, asked) = (due(&tried), due(&own));
    let now = standing(&tried);
    let would = CameOut {
        standing: now,
        by: match asks {
            Some(Due::Tie(step)) => Some(step),
            _ => None,
        },
        close: asks == Some(Due::CloseSplit),
    };
    let differs = match asks {
        Some(Due::Tie(_) | Due::CloseSplit) => asks != asked || now != standing(&own),
        _ => now != was.standing,
    };
    Some(Tried {
        was,
        would: Some(would),
        differs,
    })
}

/// Returns a motion by its last count alone, as it was or under another rule, with nothing done about it yet.
fn by_count(motion: &Motion, under: Option<(&Rule, Outcome)>) -> Option<Motion> {
    let (ballot, result) = match &motion.state {
        MotionState::Counted { ballot, result } | MotionState::Announced { ballot, result, .. } => {
            (ballot, result)
        }
        _ => return None,
    };
    let (mut ballot, mut result) = (ballot.clone(), result.clone());
    if let Some((rule, outcome)) = under {
        ballot.rule = rule.clone();
        result.outcome = outcome;
    }
    ballot.rule.consent = Consent::NotAsked;
    let at = result.ended;
    Some(Motion {
        // What the villages make of it is no matter of the count.
        effect: Effect::Decides,
        sequels: Vec::new(),
        state: MotionState::Announced { ballot, result, at },
        ..motion.clone()
    })
}

/// Says whether a step was left behind, and the next one is asked for.
const fn passes(step: &SequelStep) -> bool {
    matches!(step, SequelStep::PassedOver { .. })
}

/// Returns what a step settles a vote by that its count did not.
const fn settles(step: &SequelStep) -> Option<TieStep> {
    match step {
        SequelStep::Cast { .. } => Some(TieStep::ChairCasts),
        SequelStep::Lot { .. } => Some(TieStep::Lot),
        SequelStep::Deferred { .. } => Some(TieStep::Defer),
        SequelStep::Referred { .. } | SequelStep::Ruled { .. } => Some(TieStep::Refer),
        _ => None,
    }
}
