//! The meter: how many are there, and what each rule the session needs still lacks.

use super::{Quorum, all_before, all_under, all_without, bars_votes, count, of_vote, weakest};
use crate::domain::ids::RuleId;
use crate::domain::rule::Rule;
use crate::domain::session::Session;
use crate::domain::session::agenda::ItemKind;
use crate::domain::session::in_hand::in_hand;
use crate::domain::session::recusal::Matter;
use crate::domain::vote::{self, Due};
use crate::domain::world::World;
use std::collections::BTreeSet;

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
    /// What each rule the session needs asks for, the session's own first, with the numbers put in.
    pub quorums: Vec<Quorum>,
}

impl Meter {
    /// Returns what the quorum of the session's own rule still lacks, else the first thing it asks
    /// for; `None` where that rule asks for nobody.
    #[must_use]
    pub fn first(&self) -> Option<&Quorum> {
        weakest(
            self.quorums
                .iter()
                .filter(|quorum| quorum.rule == self.rule),
        )
    }

    /// Says whether the quorum of the session's own rule is not reached.
    #[must_use]
    pub fn short(&self) -> bool {
        self.first().is_some_and(|quorum| !quorum.holds())
    }
}

/// Reads the meter: the rule the session sits by, then every other rule an item still to come asks for.
///
/// The rule of a vote that is open is shown as that vote's end will count it, and the rule of the one that is
/// put next as its opening is judged: recusals and all.
#[must_use]
pub fn meter(world: &World, session: &Session) -> Meter {
    let entitled = count(session.entitled());
    let sits_by = session.sits_by(world);
    let present = count(session.present(&sits_by));
    let own = sits_by.id.clone();
    let mut rules = vec![sits_by];
    let mut asked = BTreeSet::new();
    for item in world.agenda(&session.id) {
        let ItemKind::Decision { rule } = &item.kind else {
            continue;
        };
        // Most items are voted by the same rule, and it is made ready once.
        if item.state.settled() || !asked.insert(rule) {
            continue;
        }
        if let Ok(rule) = world.rule_on(rule, session.date)
            && let rule = session.after_lapses(world, rule)
            && !rules.contains(&rule)
        {
            rules.push(rule);
        }
    }
    let open = world.open_vote(&session.id);
    let voted = open.and_then(|motion| Some((motion, motion.ballot()?)));
    let voted = match voted {
        Some((motion, ballot)) => Some((ballot.rule.clone(), of_vote(session, motion, ballot))),
        None => of_next_vote(world, session),
    };
    // What takes a decision up once more may be voted by another rule than its item.
    let in_vote = voted.as_ref().map(|(rule, _)| rule);
    rules.extend(in_vote.filter(|rule| !rules.contains(rule)).cloned());
    // Opened short of its quorum a session waits for that, whoever has withdrawn from what.
    let waits = bars_votes(world, session).map(|quorum| quorum.rule);
    let quorums = rules
        .iter()
        .flat_map(|rule| match &voted {
            Some((of, quorums)) if of == rule && waits.as_ref() != Some(&rule.id) => {
                quorums.clone()
            }
            _ => all_under(rule, session),
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

/// Returns the rule of the vote that is put next on the item that runs, with everything its quorum asks for
/// as that vote would find it now; `None` where none is to come.
fn of_next_vote(world: &World, session: &Session) -> Option<(Rule, Vec<Quorum>)> {
    let item = world.running_item(&session.id)?;
    let of_item = item.kind.rule()?;
    match in_hand(world, &item.id) {
        Some((motion, due)) if due.is_none_or(Due::is_a_vote) => {
            let rule = session.after_lapses(world, vote::under::under(world, motion).ok()?);
            let quorums = all_before(&rule, session, motion);
            Some((rule, quorums))
        }
        // Before a motion is drafted whoever withdrew from the whole item withdrew from its vote.
        None if world.motions_of(&item.id).next().is_none() => {
            let rule = world.rule_on(of_item, session.date).ok()?;
            let rule = session.after_lapses(world, rule);
            let quorums = all_without(&rule, session, &item.id, |person| {
                let mut recused = session.recused_from(&item.id);
                recused.any(|it| it.person == *person && matches!(it.of, Matter::Item { .. }))
            });
            Some((rule, quorums))
        }
        _ => None,
    }
}
