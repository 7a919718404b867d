//! By which rule a motion is put to the vote.

use super::Motion;
use crate::domain::ids::RuleId;
use crate::domain::refusal::Refusal;
use crate::domain::rule::Rule;
use crate::domain::world::World;

/// By which rule a decision is taken up once more (复议), where that is not the one of the item in hand, or
/// would not be if it could be helped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Review {
    /// The one by which it was decided.
    AsDecided(Rule),
    /// The one by which it was decided, as a later version of it has it now.
    AsItReadsNow {
        /// Which version it was decided by, from 1.
        was: usize,
        /// As it is in force.
        now: Rule,
        /// Which version that is.
        version: usize,
    },
    /// The one of the item: the other is not in force any more.
    AsTheItem {
        /// The one by which it was decided.
        was: RuleId,
        /// The one of the item.
        now: Rule,
    },
}

/// Returns the rule a motion is put under: that of its item, and where it takes up a decision once more the
/// one by which that was decided, as long as it is in force.
///
/// # Errors
/// A [`Refusal`]: its item is not voted on, or the rule is not known.
pub fn under(world: &World, motion: &Motion) -> Result<Rule, Refusal> {
    let item = world.item(&motion.item)?;
    let rule = item.kind.rule().ok_or_else(|| Refusal::ItemHasNoRule {
        title: item.title.clone(),
    })?;
    let day = world.session(&item.session)?.date;
    let of_item = world.rule_on(rule, day)?;
    let Some(decided) = decided_by(motion) else {
        return Ok(of_item);
    };
    let decided = world.rule_on(decided, day).ok();
    let fits = |rule: &Rule| rule.in_force(day) && rule.question == of_item.question;
    Ok(decided.filter(fits).unwrap_or(of_item))
}

fn decided_by(motion: &Motion) -> Option<&RuleId> {
    motion.reconsiders.as_ref()?.decided.rule.as_ref()
}

/// Says by which rule a motion is voted, or was, that takes a decision up once more; `None` where there is
/// one rule only that it could be.
#[must_use]
pub fn review(world: &World, motion: &Motion) -> Option<Review> {
    let was = decided_by(motion)?;
    let item = world.items.get(&motion.item)?;
    let day = world.session(&item.session).ok()?.date;
    let decided = world.version_on(was, day);
    if decided == *was && decided == world.version_on(item.kind.rule()?, day) {
        return None;
    }
    let voted = motion.rule().cloned();
    let now = voted.or_else(|| under(world, motion).ok())?;
    if now.id == *was {
        return Some(Review::AsDecided(now));
    }
    let versions = world.versions(was);
    let place = |id: &RuleId| versions.iter().position(|it| it.id == *id);
    Some(match (place(was), place(&now.id)) {
        // What it asks may be another thing than what it asked then.
        (Some(was), Some(version)) => Review::AsItReadsNow {
            was: was + 1,
            now,
            version: version + 1,
        },
        _ => Review::AsTheItem {
            was: was.clone(),
            now,
        },
    })
}
