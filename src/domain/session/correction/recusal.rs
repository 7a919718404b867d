//! A recusal put right after 散会: one that was missed, one that never was, one of another person, matter
//! or time; and what each announced vote it touches would have been counted as.
//!
//! A vote by name that comes out the same counts the person as the recusal has it from then on, by a
//! correction of the voice that is made in the same act: the lines of the vote, the correction and the
//! paper say the same numbers. A result that would turn stays as it was announced, and says so, until the
//! voice is corrected by a step of its own or the decision is taken up once more (复议).

use super::Corrected;
use crate::domain::ids::{MotionId, PersonId};
use crate::domain::refusal::Refusal;
use crate::domain::rule::{Method, Rule};
use crate::domain::session::Session;
use crate::domain::session::decide::on_the_roll;
use crate::domain::session::recusal::{Matter, Recusal};
use crate::domain::vote::overturn::turns;
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{Ballot, Choice, Motion, MotionState, Outcome, VoteResult};
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
            present: result.came(),
            attending: result.attending(rule),
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
    let to = to.map(|to| to.clone().as_stated(world, session, from));
    let to = to.as_ref();
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
    let from = recusal.began();
    let early = session
        .opening()
        .is_some_and(|opening| from.before(opening));
    let last = recusal.came_back().unwrap_or(from);
    let late = session
        .closing()
        .is_some_and(|closing| closing.before(last));
    if early || late || last.before(from) {
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
    let touched = touched(world, session, from, to).into_iter();
    let said = touched.map(|it| Recount {
        motion: it.motion.id.clone(),
        was: Counted::of(&it.ballot.rule, it.result),
        now: it.now().map(|now| Counted::of(&it.ballot.rule, now)),
    });
    said.collect()
}

/// Returns the voices that are put right along with a recusal: those of the votes that come out the same.
pub(super) fn voices_along(
    world: &World,
    session: &Session,
    from: Option<&Recusal>,
    to: Option<&Recusal>,
) -> Vec<Corrected> {
    let touched = touched(world, session, from, to).into_iter();
    let same = touched.filter(|it| it.now().is_some_and(|now| !turns(it.result, now)));
    same.flat_map(Touched::into_voices).collect()
}

/// An announced vote a recusal touches, and the voices that it puts right there, one after the other.
struct Touched<'w> {
    motion: &'w Motion,
    ballot: &'w Ballot,
    result: &'w VoteResult,
    voices: Vec<(PersonId, Choice, VoteResult)>,
}

impl Touched<'_> {
    /// Returns the vote counted anew; `None` where it was not by name.
    fn now(&self) -> Option<&VoteResult> {
        let last = self.voices.last().map(|(.., now)| now);
        last.filter(|_| self.ballot.method == Method::ByName)
    }

    fn into_voices(self) -> Vec<Corrected> {
        let mut was = self.result.clone();
        let mut made = Vec::new();
        for (person, to, now) in self.voices {
            let before = std::mem::replace(&mut was, now.clone());
            made.push(Corrected::Voice {
                motion: self.motion.id.clone(),
                from: self
                    .ballot
                    .marks
                    .get(&person)
                    .map(|mark| mark.choice.clone()),
                person,
                to,
                was: Box::new(before),
                now: Box::new(now),
            });
        }
        made
    }
}

fn touched<'w>(
    world: &'w World,
    session: &'w Session,
    from: Option<&Recusal>,
    to: Option<&Recusal>,
) -> Vec<Touched<'w>> {
    let others = session.recusals.iter().filter(|it| Some(*it) != from);
    let after: Vec<&Recusal> = others.chain(to).collect();
    let mut people: Vec<&PersonId> = from.into_iter().chain(to).map(|it| &it.person).collect();
    people.dedup();
    let items = world.agenda(&session.id).map(|item| item.id.clone());
    let items: Vec<_> = items.collect();
    let motions = items.iter().flat_map(|item| world.motions_of(item));
    let covered = |motion: &&Motion| {
        let mut of = from.into_iter().chain(to);
        of.any(|it| it.of.covers(motion))
    };
    motions
        .filter(covered)
        .filter_map(|motion| touches(motion, &people, &after))
        .collect()
}

fn touches<'w>(
    motion: &'w Motion,
    people: &[&PersonId],
    after: &[&Recusal],
) -> Option<Touched<'w>> {
    let MotionState::Announced { ballot, result, .. } = &motion.state else {
        return None;
    };
    let lasted =
        |it: &Recusal| it.of.covers(motion) && ballot.fell_into(result, it.began(), it.came_back());
    let mut now = VoteResult::clone(result);
    let mut voices = Vec::new();
    for person in people {
        let withdrew = after.iter().find(|it| it.person == **person && lasted(it));
        let known = result.voice_of(person);
        let entitled = || ballot.voters.iter().any(|it| it.person == **person);
        // A vote that is not by name knows those who withdrew, and of the others nobody.
        let to = match (known, withdrew) {
            (Some(Voice::Absent), _) | (Some(Voice::Recused), Some(_)) => continue,
            (Some(Voice::Recused), None) => Choice::NotVoting,
            (None, Some(_)) if !entitled() => continue,
            (_, Some(recusal)) => Choice::Recused {
                reason: recusal.reason.clone(),
            },
            (_, None) => continue,
        };
        if ballot.method == Method::ByName {
            now = now.with_choice(ballot, &now.apart(), person, &to);
        }
        voices.push((PersonId::clone(person), to, now.clone()));
    }
    (!voices.is_empty()).then_some(Touched {
        motion,
        ballot,
        result,
        voices,
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
