//! Quorum that follows the room: how many are there, and what is missing for which rule.

use super::Session;
use crate::domain::ids::RuleId;
use crate::domain::rule::{Inequality, Rule};
use crate::domain::vote::tally::Counts;
use crate::domain::vote::{Ballot, Motion};
use crate::domain::world::World;

/// What the meter shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meter {
    /// 应到会.
    pub entitled: u32,
    /// 实到, now.
    pub present: u32,
    /// Those of 应到会 who take part by video now, counted in 实到 only where the rule allows it.
    pub by_video: u32,
    /// The rule the session sits by.
    pub rule: RuleId,
    /// Each rule the session needs, the session's own first, and its quorum with the numbers put in.
    pub quorums: Vec<Quorum>,
}

/// The quorum of one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quorum {
    /// The rule.
    pub rule: RuleId,
    /// Its quorum with the numbers put in.
    pub inequality: Inequality,
    /// The least number that reaches it.
    pub need: u32,
}

impl Meter {
    /// Returns the quorum of the session's own rule, `None` where that rule asks for none.
    #[must_use]
    pub fn first(&self) -> Option<&Quorum> {
        self.quorums.iter().find(|quorum| quorum.rule == self.rule)
    }

    /// Says whether the quorum of the session's own rule is not reached.
    #[must_use]
    pub fn short(&self) -> bool {
        self.first()
            .is_some_and(|quorum| !quorum.inequality.holds())
    }
}

/// Returns the quorum of a rule with the numbers of the room put in.
#[must_use]
pub fn of_rule(rule: &Rule, present: u32, entitled: u32) -> Option<Quorum> {
    rule.quorum.map(|quorum| Quorum {
        rule: rule.id.clone(),
        inequality: quorum.with(present, entitled),
        need: quorum.least(entitled),
    })
}

/// Returns the quorum of a rule as the room stands now.
#[must_use]
pub fn under(rule: &Rule, session: &Session) -> Option<Quorum> {
    of_rule(
        rule,
        count(session.present(rule)),
        count(session.entitled()),
    )
}

/// Returns the quorum that keeps a session opened short of it from voting, while it is not reached.
#[must_use]
pub fn bars_votes(world: &World, session: &Session) -> Option<Quorum> {
    session.without_votes.as_ref()?;
    let quorum = under(&session.sits_by(world), session)?;
    (!quorum.inequality.holds()).then_some(quorum)
}

/// Reads the meter: the rule the session sits by, then every other rule an item still to come asks for.
///
/// While a vote is open, its rule is shown as that vote's end will count it, recusals and all.
#[must_use]
pub fn meter(world: &World, session: &Session) -> Meter {
    let entitled = count(session.entitled());
    let sits_by = session.sits_by(world);
    let present = count(session.present(&sits_by));
    let own = sits_by.id.clone();
    let mut rules = vec![sits_by];
    for item in world.agenda(&session.id) {
        if let super::agenda::ItemKind::Decision { rule } = &item.kind
            && !item.state.settled()
            && let Ok(rule) = world.rule(rule)
            && !rules.contains(&rule)
        {
            rules.push(rule);
        }
    }
    let voted = world.open_vote(&session.id).and_then(Motion::ballot);
    let quorums = rules
        .iter()
        .filter_map(|rule| match voted.filter(|ballot| ballot.rule == *rule) {
            Some(ballot) => of_vote(session, ballot),
            None => under(rule, session),
        })
        .collect();
    Meter {
        entitled,
        present,
        by_video: count(session.by_video()),
        rule: own,
        quorums,
    }
}

fn of_vote(session: &Session, ballot: &Ballot) -> Option<Quorum> {
    let mut counts = Counts::default();
    for voter in &ballot.voters {
        let in_room = session
            .attendee(&voter.person)
            .is_some_and(|attendee| attendee.counts_under(&ballot.rule));
        counts.add(ballot.voice_of(&voter.person, in_room));
    }
    let recusal = ballot.rule.recusal;
    of_rule(
        &ballot.rule,
        counts.attending(recusal),
        counts.entitled(recusal),
    )
}

/// Counts what an iterator yields, as the numbers of a vote are counted.
pub fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}
