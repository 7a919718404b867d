//! Quorum that follows the room: what a rule asks for, and what of it is missing, now or for a vote.

mod meter;

pub use meter::{Meter, meter};

use super::handover::Office;
use super::{Attendee, Session};
use crate::domain::ids::{GroupId, ItemId, PersonId, RuleId};
use crate::domain::rule::{Comparator, Inequality, Over, RecusalEffect, Required, Rule};
use crate::domain::vote::agreement::Agreement;
use crate::domain::vote::result::{QuorumProof, turnouts};
use crate::domain::vote::tally::{Poll, Stake, Voice};
use crate::domain::vote::{Attending, Ballot, Motion, MotionState, withdrew};
use crate::domain::world::World;

/// One demand of a rule's quorum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quorum {
    /// The rule.
    pub rule: RuleId,
    /// What it asks for, with the numbers put in.
    pub proof: QuorumProof,
    /// The least number that reaches it.
    pub need: u32,
    /// How many came and withdrew, for whom the rule lets the quorum be short.
    pub excused: u32,
}

impl Quorum {
    fn of(rule: &Rule, proof: QuorumProof, excused: u32) -> Self {
        Self {
            rule: rule.id.clone(),
            need: proof.inequality.least(),
            proof,
            excused,
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

    /// Returns how many more have to come for it to be reached, or waived; 0 where it is.
    #[must_use]
    pub fn missing(&self) -> u32 {
        if self.holds() {
            return 0;
        }
        let inequality = self.proof.inequality;
        let with_excused = Inequality {
            count: inequality.count.saturating_add(self.excused),
            ..inequality
        };
        with_excused.missing()
    }

    /// Says whether nobody who could come stands for any of what it counts: the figures were not entered,
    /// and what is missing is no number.
    #[must_use]
    pub fn lacks_figures(&self) -> bool {
        let figures = match self.proof.of {
            Attending::Of(over) => !matches!(over, Over::Persons | Over::Villages),
            Attending::Required(_) => false,
        };
        figures && self.proof.inequality.base == 0 && !self.holds()
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
    let quorums = turnouts.map(|proof| {
        let excused = match (&proof.of, rule.recusal) {
            (Attending::Of(over), RecusalEffect::Waive) => poll.counts(*over).recused,
            _ => 0,
        };
        Quorum::of(rule, proof, excused)
    });
    quorums.collect()
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
    all_without(rule, session, &motion.item, |person| {
        withdrew(session, motion, person).is_some()
    })
}

/// Returns everything a rule's quorum asks for in a vote of an item from which some have withdrawn.
fn all_without(
    rule: &Rule,
    session: &Session,
    item: &ItemId,
    withdrew: impl Fn(&PersonId) -> bool,
) -> Vec<Quorum> {
    let roll = session.entitled().map(|it| {
        let withdrawn = withdrew(&it.place.person);
        let voice = match session.attends(rule, it) {
            _ if withdrawn && it.came() => Voice::Recused,
            true => Voice::NotVoting,
            false => Voice::Absent,
        };
        (it, voice)
    });
    with_required(rule, session, Some(item), &voices(rule, roll))
}

fn with_required(
    rule: &Rule,
    session: &Session,
    item: Option<&ItemId>,
    poll: &Poll,
) -> Vec<Quorum> {
    let mut quorums = of_rule(rule, poll);
    let required = required(rule, session, item).into_iter();
    quorums.extend(required.map(|proof| Quorum::of(rule, proof, 0)));
    quorums
}

/// Returns everything a rule's quorum would have asked for as a motion was agreed to without a vote.
#[must_use]
pub fn of_agreement(
    rule: &Rule,
    session: &Session,
    motion: &Motion,
    agreement: &Agreement,
) -> Vec<Quorum> {
    let roll = session.entitled().map(|it| {
        let person = &it.place.person;
        let voice = match agreement.asked(person) {
            true => Voice::NotVoting,
            false if it.came() && withdrew(session, motion, person).is_some() => Voice::Recused,
            false => Voice::Absent,
        };
        (it, voice)
    });
    of_rule(rule, &voices(rule, roll))
}

/// Returns what the quorum of a rule asks for of a motion where it stands: of its vote as it was or is
/// counted, else of the one that is put next.
#[must_use]
pub fn under_another(rule: &Rule, session: &Session, motion: &Motion) -> Vec<QuorumProof> {
    let proofs = |quorums: Vec<Quorum>| quorums.into_iter().map(|it| it.proof).collect();
    match &motion.state {
        MotionState::Drafted | MotionState::Withdrawn { .. } => {
            proofs(all_before(rule, session, motion))
        }
        MotionState::Voting { ballot } => {
            let ballot = Ballot {
                rule: rule.clone(),
                ..ballot.clone()
            };
            proofs(of_vote(session, motion, &ballot))
        }
        MotionState::Agreed { agreement } => proofs(of_agreement(rule, session, motion, agreement)),
        MotionState::Counted { result, .. } | MotionState::Announced { result, .. } => {
            result.quorum_under(rule)
        }
    }
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

/// Returns what keeps a motion from being put to the vote under a rule, else the first thing its quorum asks
/// for: what is said before the vote and what opening it is judged by.
#[must_use]
pub fn to_vote(world: &World, session: &Session, rule: &Rule, motion: &Motion) -> Option<Quorum> {
    bars_votes(world, session).or_else(|| before(rule, session, motion))
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
