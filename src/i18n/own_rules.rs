//! From which day the committee's own rules hold, and which session is judged by them.

use super::{Language, own_rules_words as words, terms};
use crate::domain::rule::{Provenance, Rule};
use crate::domain::session::Session;
use crate::domain::world::World;

/// Adds to what names the rule of a session from which day the committee's own rules hold, or will.
#[must_use]
pub fn with_days(language: Language, world: &World, session: &Session, said: String) -> String {
    since(language, world, session).map_or(said.clone(), |since| words::with(language, said, since))
}

/// Says from which day the committee's own rules hold by which a session sits; where it sits by the default
/// since they hold only later, so.
#[must_use]
pub fn since(language: Language, world: &World, session: &Session) -> Option<String> {
    let rule = session.sits_by(world);
    if rule.is_fallback() {
        let mut coming = world.all_own_rules().map(|own| own.adopted);
        let from = coming.find(|from| *from > session.date)?;
        return Some(words::not_yet(language, terms::date(language, from)));
    }
    from(language, &rule)
}

/// Says from which day a rule of the committee's own holds.
#[must_use]
pub fn from(language: Language, rule: &Rule) -> Option<String> {
    let from = rule.from.filter(|_| rule.provenance == Provenance::Own)?;
    Some(words::from(language, terms::date(language, from)))
}

/// Says of an item that was planned under the default rule that the committee's own stands for it.
#[must_use]
pub fn for_default(language: Language, said: String) -> String {
    words::for_default(language, said)
}
