//! A recusal put right after 散会: one that was missed, one that never was, one of another person, matter
//! or time; and what each announced vote it touches would have been counted as.
//!
//! The votes themselves stay as they were announced. Where a result would have been another, the voice
//! is corrected by a correction of its own, which prints both results.

use super::Corrected;
use crate::domain::ids::{MotionId, PersonId};
use crate::domain::refusal::Refusal;
use crate::domain::rule::{Method, Rule};
use crate::domain::session::Session;
use crate::domain::session::decide::on_the_roll;
use crate::domain::session::recusal::{Matter, Recusal};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{Motion, MotionState, Outcome, VoteResult};
use crate::domain::world::World;
use serde::{Deserialize, Serialize};

/// What an announced vote was, and would have been with the recusal put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recount {
    /// The motion.
    pub motion: MotionId,
    /// As it was announced.
    pub was: Counted,
    /// As it would have been; absent where it was not voted by name and cannot be counted anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<Counted>,
}

impl Recount {
    /// Says whether the result would have been another, or might have.
    #[must_use]
    pub fn turns(&self) -> bool {
        self.now.is_none_or(|now| now.outcome != self.was.outcome)
    }
}

/// What quorum and base were, and how it came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// 应到会.
    pub entitled: u32,
    /// 到会.
    pub present: u32,
    /// Those who counted for the quorum.
    pub attending: u32,
    /// How it came out.
    pub outcome: Outcome,
}

impl Counted {
    fn of(rule: &Rule, result: &VoteResult) -> Self {
        let counts = result.tally.counts;
        Self {
            entitled: counts.entitled(rule.recusal),
            present: counts.present(),
            attending: counts.attending(rule.recusal),
            outcome: result.outcome,
        }
    }
}

/// Judges a recusal put right: `from` as it stands on the record, `to` as it was; one of them is there.
pub(super) fn put_right(
    world: &World,
    session: &Session,
    from: Option<&Recusal>,
    to: Option<&Recusal>,
) -> Result<Corrected, Refusal> {
    if from.is_none() && to.is_none() || from.is_some_and(|it| !session.recusals.contains(it)) {
        return Err(Refusal::Unknown);
    }
    if let Some(to) = to {
        fits(world, session, to)?;
        if from != Some(to) && session.recusals.contains(to) {
            return Err(Refusal::AlreadyThere);
        }
    }
    Ok(Corrected::Recusal {
        from: from.cloned(),
        to: to.cloned(),
        votes: recounts(world, session, from, to),
    })
}

/// Refuses a recusal of somebody without a vote who never came, of what is not of the session, or at a time
/// it did not sit.
fn fits(world: &World, session: &Session, recusal: &Recusal) -> Result<(), Refusal> {
    let attendee = on_the_roll(world, session, &recusal.person)?;
    let name = || world.person(&recusal.person).map(|it| it.name.clone());
    if !attendee.place.entitled() {
        return Err(Refusal::NotEntitled { name: name()? });
    }
    if !attendee.came() {
        return Err(Refusal::NotInRoom { name: name()? });
    }
    let here = match &recusal.of {
        Matter::Item { item } | Matter::Part { item, .. } => &world.item(item)?.session,
        Matter::Motion { motion } => &world.motion(motion)?.session,
    };
    if *here != session.id {
        return Err(Refusal::Unknown);
    }
    let early = session.opened.is_some_and(|opened| recusal.from < opened);
    let last = recusal.to.unwrap_or(recusal.from);
    let late = session.closed.is_some_and(|closed| last > closed);
    if early || late || last < recusal.from {
        return Err(Refusal::TimesCross);
    }
    Ok(())
}

/// Returns every announced vote that the change touches, as it was and as it would have been.
#[must_use]
pub fn recounts(
    world: &World,
    session: &Session,
    from: Option<&Recusal>,
    to: Option<&Recusal>,
) -> Vec<Recount> {
    let others = session.recusals.iter().filter(|it| Some(*it) != from);
    let after: Vec<&Recusal> = others.chain(to).collect();
    let mut people: Vec<&PersonId> = from.into_iter().chain(to).map(|it| &it.person).collect();
    people.dedup();
    let items = world.agenda(&session.id).map(|item| item.id.clone());
    let items: Vec<_> = items.collect();
    let motions = items.iter().flat_map(|item| world.motions_of(item));
    let touched = |motion: &Motion| {
        let mut of = from.into_iter().chain(to);
        of.any(|it| it.of.covers(motion))
    };
    motions
        .filter(|motion| touched(motion))
        .filter_map(|motion| recount(motion, &people, &after))
        .collect()
}

fn recount(motion: &Motion, people: &[&PersonId], after: &[&Recusal]) -> Option<Recount> {
    let MotionState::Announced { ballot, result, .. } = &motion.state else {
        return None;
    };
    let lasted = |it: &Recusal| {
        it.of.covers(motion) && it.from <= result.ended && it.to.is_none_or(|to| to > ballot.opened)
    };
    let mut now = VoteResult::clone(result);
    let mut touched = false;
    for person in people {
        let withdrew = after.iter().any(|it| it.person == **person && lasted(it));
        let known = result.voice_of(person);
        // A vote that is not by name knows those who withdrew, and of the others nobody.
        let voice = match (known, withdrew) {
            (Some(Voice::Absent), _) => continue,
            (Some(Voice::Recused), false) => Voice::NotVoting,
            (Some(Voice::Recused), true) => continue,
            (None, true) if ballot.voters.iter().any(|it| it.person == **person) => Voice::Recused,
            (None, _) | (Some(_), false) => continue,
            (Some(_), true) => Voice::Recused,
        };
        touched = true;
        if ballot.method == Method::ByName {
            now = now.with_voice(ballot, &now.apart(), person, voice);
        }
    }
    let by_name = ballot.method == Method::ByName;
    touched.then(|| Recount {
        motion: motion.id.clone(),
        was: Counted::of(&ballot.rule, result),
        now: by_name.then(|| Counted::of(&ballot.rule, &now)),
    })
}

/// Puts the recusals of a session as they were.
pub(super) fn apply(session: &mut Session, from: Option<&Recusal>, to: Option<&Recusal>) {
    let at = session.recusals.iter().position(|it| Some(it) == from);
    match (at, to) {
        (Some(at), Some(to)) => {
            if let Some(known) = session.recusals.get_mut(at) {
                known.clone_from(to);
            }
        }
        (Some(at), None) => {
            session.recusals.remove(at);
        }
        (None, Some(to)) => session.recusals.push(to.clone()),
        (None, None) => {}
    }
}
