//! The rule book: the rules a committee has adopted, each version from a day on. What is adopted is
//! never edited; a new version follows it.

use super::{
    Consent, Provenance, Required, Rule, RuleFault, Weights, faults, joint_default, presets,
};
use crate::domain::dates::days_after;
use crate::domain::ids::RuleId;
use crate::domain::refusal::Refusal;
use crate::domain::roster::{OwnRules, Seat};
use crate::domain::session::agenda::Item;
use crate::domain::session::{Session, SessionState};
use crate::domain::text::Line;
use crate::domain::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A rule the committee has adopted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adopted {
    /// Its id, that of the rule.
    pub id: RuleId,
    /// The rule; its `from` is the day from which it is in force.
    pub rule: Rule,
    /// The version it follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<RuleId>,
    /// The day it was adopted.
    pub on: NaiveDate,
}

/// What may be asked of the rule book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Adopts a rule from its `from` on.
    Adopt(Box<Adopted>),
    /// Ends a rule with its last day.
    End {
        /// The rule.
        rule: RuleId,
        /// The last day it is in force.
        on: NaiveDate,
    },
}

/// What happened to the rule book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum Event {
    /// A rule was adopted.
    #[serde(rename = "rule.adopted")]
    Adopted {
        /// The rule.
        adopted: Box<Adopted>,
    },
    /// A rule was ended.
    #[serde(rename = "rule.ended")]
    Ended {
        /// The rule.
        rule: RuleId,
        /// The last day it is in force.
        on: NaiveDate,
    },
}

/// Judges a command about the rule book.
///
/// # Errors
/// A [`Refusal`] that names what stands in the way: the first fault of the rule, a name that is taken,
/// a version that has its follower already.
pub fn decide(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Adopt(adopted) => {
            adoptable(world, adopted)?;
            Ok(vec![Event::Adopted {
                adopted: adopted.clone(),
            }])
        }
        Command::End { rule, on } => {
            let adopted = world.adopted(rule)?;
            if adopted.rule.to == Some(*on) {
                return Ok(Vec::new());
            }
            if let Some(from) = adopted.rule.from
                && *on < from
            {
                return Err(Refusal::EndsBeforeItBegins { from, to: *on });
            }
            let next = days_after(*on, 1);
            let mut named = world.own_rules_from(next);
            if named.any(|own| world.version_on(&own.rule, own.adopted.max(next)) == *rule) {
                return Err(Refusal::SitsByIt { rule: rule.clone() });
            }
            Ok(vec![Event::Ended {
                rule: rule.clone(),
                on: *on,
            }])
        }
    }
}

fn adoptable(world: &World, adopted: &Adopted) -> Result<(), Refusal> {
    let rule = &adopted.rule;
    if adopted.id != rule.id || world.rule(&adopted.id).is_ok() {
        return Err(Refusal::AlreadyThere);
    }
    if let Some(fault) = faults(rule, |id| world.rule(id).ok()).into_iter().next() {
        return Err(Refusal::RuleFaulty { fault });
    }
    let lacks = |at: &str, cause| Refusal::RuleFaulty {
        fault: RuleFault {
            at: at.to_owned(),
            cause,
        },
    };
    if world.weighs_unknown(rule) {
        return Err(lacks("weights.of", super::Cause::VillageUnknown));
    }
    let from = rule.from.unwrap_or(adopted.on);
    if let Some(fault) = world.weights_unmet(rule, from) {
        return Err(Refusal::RuleFaulty { fault });
    }
    if rule.name.is_none() {
        return Err(lacks("name", super::Cause::NameMissing));
    }
    // A sample says of itself that it is one; what keeps it from being adopted stands before that.
    if let Consent::OwnBody {
        silence_days: Some(_),
        ..
    } = rule.consent
    {
        return Err(lacks("consent.silence_days", super::Cause::ForeignOnly));
    }
    if matches!(rule.provenance, Provenance::Derived | Provenance::Foreign) {
        return Err(lacks("provenance", super::Cause::NotItsOwn));
    }
    let Some(from) = rule.from else {
        return Err(lacks("from", super::Cause::Empty));
    };
    if let Some(earlier) = &adopted.follows {
        let earlier = world.adopted(earlier)?;
        if world.follower(&earlier.id).is_some() {
            return Err(Refusal::RuleFollowed {
                rule: earlier.id.clone(),
            });
        }
        let as_before = Rule {
            id: earlier.rule.id.clone(),
            from: earlier.rule.from,
            to: earlier.rule.to,
            ..rule.clone()
        };
        if as_before == earlier.rule {
            return Err(Refusal::RuleUnchanged {
                rule: earlier.id.clone(),
            });
        }
        if let Some(begun) = earlier.rule.from
            && from <= begun
        {
            return Err(Refusal::EndsBeforeItBegins {
                from: begun,
                to: from,
            });
        }
        let versions = world.versions(&earlier.id);
        let mut named = world.own_rules_from(from);
        let of_these = |own: &OwnRules| versions.iter().any(|version| version.id == own.rule);
        if !rule.may_be_sat_by() && named.any(of_these) {
            return Err(Refusal::NotToSitBy {
                rule: earlier.id.clone(),
            });
        }
    }
    Ok(())
}

/// Carries out what happened to the rule book.
pub fn apply(world: &mut World, event: &Event) {
    match event {
        Event::Adopted { adopted } => {
            world
                .rules
                .insert(adopted.id.clone(), Arc::new(Adopted::clone(adopted)));
        }
        Event::Ended { rule, on } => {
            if let Some(adopted) = world.rules.get_mut(rule) {
                Arc::make_mut(adopted).rule.to = Some(*on);
            }
        }
    }
}

/// What makes it doubtful that a rule is meant as it is; it may be adopted all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// It is in force before anybody held a seat of the committee.
    BeforeAnySeat {
        /// Since when the first did.
        first: NaiveDate,
    },
    /// Nobody holds the role somebody of which must be there.
    NobodyHolds {
        /// The role.
        role: Line,
    },
}

impl World {
    /// Returns what makes a rule doubtful here, where it is in force from its first day on.
    #[must_use]
    pub fn doubts(&self, rule: &Rule) -> Vec<Doubt> {
        let first = self.seats.values().map(|seat| seat.from).min();
        let before = first.filter(|first| rule.from.is_some_and(|from| from < *first));
        let mut doubts: Vec<Doubt> = before
            .map(|first| Doubt::BeforeAnySeat { first })
            .into_iter()
            .collect();
        for required in &rule.quorum.required {
            let Required::Role { role } = required else {
                continue;
            };
            let held = |seat: &Seat| {
                seat.role == *role && seat.to.is_none_or(|to| rule.from.is_none_or(|on| on <= to))
            };
            if !self.seats.values().any(|seat| held(seat)) {
                doubts.push(Doubt::NobodyHolds { role: role.clone() });
            }
        }
        doubts
    }

    /// Says whether a rule lays down a weight for a village that is not known.
    #[must_use]
    pub fn weighs_unknown(&self, rule: &Rule) -> bool {
        match &rule.weights {
            Some(Weights::Fixed { of }) => of.keys().any(|it| !self.villages.contains_key(it)),
            _ => false,
        }
    }

    /// Returns the version that follows an adopted rule.
    #[must_use]
    pub fn follower(&self, rule: &RuleId) -> Option<&Adopted> {
        self.rules
            .values()
            .map(AsRef::as_ref)
            .find(|adopted| adopted.follows.as_ref() == Some(rule))
    }

    /// Returns every version of a rule, the first one first, whichever of them is named.
    #[must_use]
    pub fn versions(&self, rule: &RuleId) -> Vec<&Adopted> {
        let Ok(mut first) = self.adopted(rule) else {
            return Vec::new();
        };
        // No chain is longer than the book, so one that leads back to itself ends too.
        for _ in 0..self.rules.len() {
            match first.follows.as_ref().map(|earlier| self.adopted(earlier)) {
                Some(Ok(earlier)) => first = earlier,
                _ => break,
            }
        }
        let mut versions = vec![first];
        while versions.len() < self.rules.len()
            && let Some(next) = versions.last().and_then(|last| self.follower(&last.id))
        {
            versions.push(next);
        }
        versions
    }

    /// Returns the version of a rule that is in force on a day: the last of its followers that has
    /// begun by then. The default stands in until the committee has rules of its own: what was planned
    /// under it is judged by these from their day on.
    #[must_use]
    pub fn version_on(&self, rule: &RuleId, day: NaiveDate) -> RuleId {
        let own = self.own_for_default(rule, day);
        own.unwrap_or_else(|| self.followed(rule, day))
    }

    /// Returns the committee's own rule that stands for the default on a day, where one is in force.
    #[must_use]
    pub fn own_for_default(&self, rule: &RuleId, day: NaiveDate) -> Option<RuleId> {
        let named = &self.own_rules_on(day)?.rule;
        if *rule != joint_default().id || named == rule {
            return None;
        }
        let own = self.followed(named, day);
        let known = self.rules.get(&own);
        let in_force = known.is_none_or(|it| it.rule.in_force(day));
        in_force.then_some(own)
    }

    fn followed(&self, rule: &RuleId, day: NaiveDate) -> RuleId {
        let mut version = rule.clone();
        let mut left = self.rules.len();
        while left > 0
            && let Some(next) = self.follower(&version)
            && next.rule.from.is_some_and(|from| from <= day)
        {
            version = next.id.clone();
            left -= 1;
        }
        version
    }

    /// Returns the items not settled yet that are voted by a rule in sessions of that day or later, the
    /// sessions in their order.
    #[must_use]
    pub fn items_by(&self, rule: &RuleId, from: NaiveDate) -> Vec<(&Session, Vec<&Item>)> {
        let open = |it: &&Session| it.state < SessionState::Closed && it.date >= from;
        let mut sessions: Vec<&Session> = self.sessions.values().map(AsRef::as_ref).collect();
        sessions.retain(open);
        sessions.sort_by_key(|session| (session.date, session.id.clone()));
        let by_it = |session: &Session, item: &Item| {
            let named = item.kind.rule().filter(|_| !item.state.settled());
            named.is_some_and(|named| self.version_on(named, session.date) == *rule)
        };
        let found = sessions.into_iter().map(|session| {
            let items = self.agenda(&session.id);
            (session, items.filter(|it| by_it(session, it)).collect())
        });
        found
            .filter(|(_, items): &(_, Vec<_>)| !items.is_empty())
            .collect()
    }

    /// Returns the rules an item of a session on that day may be decided by: the one the committee
    /// sits by, what it has adopted, then what is shipped.
    #[must_use]
    pub fn choosable(&self, day: NaiveDate) -> Vec<Rule> {
        let mut rules = vec![self.default_rule(day)];
        let adopted = self.rules_on(day).into_iter();
        let adopted = adopted.map(|adopted| adopted.rule.clone());
        let stands = |rule: &Rule| self.own_for_default(&rule.id, day).is_none();
        let shipped = presets().iter().filter(|it| stands(it)).cloned();
        for rule in adopted.chain(shipped) {
            if rules.iter().all(|it| it.id != rule.id) {
                rules.push(rule);
            }
        }
        rules
    }

    /// Returns the rules the committee has adopted and that are in force on a day, in the order of
    /// their adoption.
    #[must_use]
    pub fn rules_on(&self, day: NaiveDate) -> Vec<&Adopted> {
        let mut rules: Vec<&Adopted> = self
            .rules
            .values()
            .map(AsRef::as_ref)
            .filter(|adopted| adopted.rule.in_force(day))
            .filter(|adopted| self.version_on(&adopted.id, day) == adopted.id)
            .collect();
        rules.sort_by_key(|adopted| (adopted.on, adopted.id.clone()));
        rules
    }
}
