//! Quorum that follows the room: how many are there, and what is missing for which rule.

use super::handover::Office;
use super::{Attendee, Session};
use crate::domain::ids::RuleId;
use crate::domain::ids::{GroupId, ItemId};
use crate::domain::rule::{Comparator, Inequality, Required, Rule};
use crate::domain::vote::result::{QuorumProof, turnouts};
use crate::domain::vote::tally::{Poll, Stake, Voice};
use crate::domain::vote::{Attending, Ballot, Motion, withdrew};
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

/// One demand of a rule's quorum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quorum {
    /// The rule.
    pub rule: RuleId,
    /// What it asks for, with the numbers put in.
    pub proof: QuorumProof,
    /// The least number that reaches it.
    pub need: u32,
}

impl Quorum {
    fn of(rule: &Rule, proof: QuorumProof) -> Self {
        Self {
            rule: rule.id.clone(),
            need: proof.inequality.least(),
            proof,
        }
    }

    /// Says whether it is reached, or waived.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.proof.holds()
    }

    /// Returns its numbers.
    #[must_use]
    pub fn inequality(&self) -> Inequality {
        self.proof.inequality
    }
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

fn weakest<Q: std::borrow::Borrow<Quorum>>(quorums: impl Iterator<Item = Q>) -> Option<Q> {
    let mut quorums = quorums.peekable();
    let mut first = None;
    for quorum in quorums.by_ref() {
        if !quorum.borrow().holds() {
            return Some(quorum);
        }
        first = first.or(Some(quorum));
    }
    first
}

/// Begins a count with everybody entitled, there or not, as the rule counts them.
#[must_use]
pub fn room<'a>(rule: &Rule, roll: impl Iterator<Item = (&'a Attendee, bool)>) -> Poll {
    voices(
        rule,
        roll.map(|(attendee, there)| {
            let voice = if there {
                Voice::NotVoting
            } else {
                Voice::Absent
            };
            (attendee, voice)
        }),
    )
}

fn voices<'a>(rule: &Rule, roll: impl Iterator<Item = (&'a Attendee, Voice)>) -> Poll {
    let mut poll = Poll::under(rule);
    for (attendee, voice) in roll {
        let place = &attendee.place;
        let group = place.village.as_ref().map(GroupId::from);
        let stake = Stake {
            households: place.households.unwrap_or(0),
            shares: place.shares.unwrap_or(0),
            woman: place.woman,
        };
        poll.take(group.as_ref(), voice, stake);
    }
    poll
}

/// Returns every turnout of a rule with the numbers of a count put in.
#[must_use]
pub fn of_rule(rule: &Rule, poll: &Poll) -> Vec<Quorum> {
    let turnouts = turnouts(rule, poll).into_iter();
    turnouts.map(|proof| Quorum::of(rule, proof)).collect()
}

/// Returns who must be there for a rule, and whether they are.
#[must_use]
pub fn required(rule: &Rule, session: &Session, item: Option<&ItemId>) -> Vec<QuorumProof> {
    let there = |required: &Required| match required {
        Required::Chair => session.acting(Office::Chair, item).is_some_and(|chair| {
            session
                .attendee(chair)
                .is_none_or(|it| it.counts_under(rule))
        }),
        Required::Role { role } => session
            .roll
            .iter()
            .any(|it| it.place.role == *role && it.counts_under(rule)),
    };
    let required = rule.quorum.required.iter();
    required
        .map(|required| QuorumProof {
            inequality: Inequality {
                den: 1,
                count: u32::from(there(required)),
                comparator: Comparator::AtLeast,
                num: 1,
                base: 1,
            },
            of: Attending::Required(required.clone()),
            waived: false,
        })
        .collect()
}

/// Returns everything a rule's quorum asks for as the room stands now.
#[must_use]
pub fn all_under(rule: &Rule, session: &Session) -> Vec<Quorum> {
    let roll = session.entitled().map(|it| (it, session.attends(rule, it)));
    with_required(rule, session, None, &room(rule, roll))
}

/// Returns everything a rule's quorum asks for as the vote on a motion would find it now: whoever has
/// withdrawn from it counts as the rule has it.
#[must_use]
pub fn all_before(rule: &Rule, session: &Session, motion: &Motion) -> Vec<Quorum> {
    let roll = session.entitled().map(|it| {
        let withdrawn = withdrew(session, motion, &it.place.person).is_some();
        let voice = match session.attends(rule, it) {
            _ if withdrawn && it.came() => Voice::Recused,
            true => Voice::NotVoting,
            false => Voice::Absent,
        };
        (it, voice)
    });
    with_required(rule, session, Some(&motion.item), &voices(rule, roll))
}

fn with_required(
    rule: &Rule,
    session: &Session,
    item: Option<&ItemId>,
    poll: &Poll,
) -> Vec<Quorum> {
    let mut quorums = of_rule(rule, poll);
    let required = required(rule, session, item).into_iter();
    quorums.extend(required.map(|proof| Quorum::of(rule, proof)));
    quorums
}

/// Returns what a rule's quorum still lacks for the vote on a motion, else the first thing it asks for.
#[must_use]
pub fn before(rule: &Rule, session: &Session, motion: &Motion) -> Option<Quorum> {
    weakest(all_before(rule, session, motion).into_iter())
}

/// Returns what a rule's quorum still lacks as the room stands now, else the first thing it asks for.
#[must_use]
pub fn under(rule: &Rule, session: &Session) -> Option<Quorum> {
    weakest(all_under(rule, session).into_iter())
}

/// Returns the quorum that keeps a session opened short of it from voting, while it is not reached.
#[must_use]
pub fn bars_votes(world: &World, session: &Session) -> Option<Quorum> {
    session.without_votes.as_ref()?;
    let quorum = under(&session.sits_by(world), session)?;
    (!quorum.holds()).then_some(quorum)
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
    let mut asked = BTreeSet::new();
    for item in world.agenda(&session.id) {
        let super::agenda::ItemKind::Decision { rule } = &item.kind else {
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
    // What takes a decision up once more may be voted by another rule than its item.
    let in_vote = voted.map(|(_, ballot)| &ballot.rule);
    rules.extend(in_vote.filter(|rule| !rules.contains(rule)).cloned());
    let quorums = rules
        .iter()
        .flat_map(|rule| match voted {
            Some((motion, ballot)) if ballot.rule == *rule => of_vote(session, motion, ballot),
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

/// Returns everything the rule of an open vote asks for as its end would count it now: recusals and all.
#[must_use]
pub fn of_vote(session: &Session, motion: &Motion, ballot: &Ballot) -> Vec<Quorum> {
    let mut poll = Poll::under(&ballot.rule);
    for voter in &ballot.voters {
        let in_room = session
            .attendee(&voter.person)
            .is_some_and(|attendee| session.attends(&ballot.rule, attendee));
        let group = voter.village.as_ref().map(GroupId::from);
        poll.take(
            group.as_ref(),
            ballot.voice_of(&voter.person, in_room),
            voter.stake(),
        );
    }
    with_required(&ballot.rule, session, Some(&motion.item), &poll)
}

/// Counts what an iterator yields, as the numbers of a vote are counted.
pub fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}
