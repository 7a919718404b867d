//! What bars a motion from every way its rule allows, so that its vote is not asked for at all.

use super::secret::may_open;
use super::{Method, Motion};
use crate::domain::refusal::Refusal;
use crate::domain::rule::Rule;
use crate::domain::session::Session;

/// Returns the way a vote is proposed to be taken by: the first that nothing stands against.
///
/// # Errors
/// Why the vote cannot be taken at all: it was voted as often as the rule lets it be, or what stands
/// against the first way.
pub fn way(session: &Session, motion: &Motion, rule: &Rule) -> Result<Method, Refusal> {
    not_spent(motion, rule)?;
    let mut first = None;
    for way in motion.ways(rule) {
        match fits(session, motion, rule, way) {
            Ok(()) => return Ok(way),
            Err(refusal) => first = first.or(Some(refusal)),
        }
    }
    Err(first.unwrap_or_else(|| Refusal::MethodNotAllowed {
        rule: rule.id.clone(),
        method: Method::default(),
    }))
}

/// Refuses one vote more than the rule lets the same matter have.
///
/// # Errors
/// [`Refusal::RoundsSpent`].
pub fn not_spent(motion: &Motion, rule: &Rule) -> Result<(), Refusal> {
    match rule.revote.filter(|limit| motion.rounds() >= limit.rounds) {
        Some(limit) => Err(Refusal::RoundsSpent {
            rounds: limit.rounds,
        }),
        None => Ok(()),
    }
}

/// Refuses a way that the room as it stands cannot be asked by.
///
/// # Errors
/// What stands against it.
pub fn fits(session: &Session, motion: &Motion, rule: &Rule, way: Method) -> Result<(), Refusal> {
    if way != Method::ByName && session.votes_by_proxy(rule) {
        return Err(Refusal::ProxiesByName);
    }
    match way {
        Method::Secret => may_open(motion, rule, session),
        _ => Ok(()),
    }
}
