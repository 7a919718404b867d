//! A result put right after it was announced: a voice, the voices of a village that speaks as one, or
//! the figures of a vote that is not by name. The rule judges it anew; the old result is kept beside it.

use super::{Corrected, VoiceOf};
use crate::domain::ids::{MotionId, PersonId, VillageId};
use crate::domain::refusal::Refusal;
use crate::domain::rule::Method;
use crate::domain::session::Session;
use crate::domain::text::Line;
use crate::domain::vote::by_village::speak_as_one;
use crate::domain::vote::exclusive::not_for_both;
use crate::domain::vote::overturn::{Followed, may_turn};
use crate::domain::vote::slate::stands_on;
use crate::domain::vote::tally::Voice;
use crate::domain::vote::totals::{Totals, counted_anew};
use crate::domain::vote::{Ballot, Choice, Motion, MotionState, VoteResult};
use crate::domain::world::World;
use std::sync::Arc;

/// Returns an announced motion of a session with its ballot and its result.
fn announced<'a>(
    world: &'a World,
    session: &Session,
    motion: &MotionId,
) -> Result<(&'a Motion, &'a Ballot, &'a VoteResult), Refusal> {
    let motion = world.motion(motion)?;
    if motion.session != session.id {
        return Err(Refusal::Unknown);
    }
    match &motion.state {
        MotionState::Announced { ballot, result, .. } => Ok((motion, ballot, result)),
        MotionState::Voting { .. } | MotionState::Counted { .. } if !motion.earlier.is_empty() => {
            Err(Refusal::ResultFollowed {
                by: Followed::VotedAgain,
            })
        }
        _ => Err(Refusal::NotFrozenYet {
            have: session.state,
        }),
    }
}

fn by_name<'a>(
    world: &'a World,
    session: &Session,
    motion: &MotionId,
) -> Result<(&'a Motion, &'a Ballot, &'a VoteResult), Refusal> {
    let found = announced(world, session, motion)?;
    match found.1.method {
        Method::ByName => Ok(found),
        // No voice is kept by name.
        other => Err(Refusal::counted_otherwise(other)),
    }
}

/// Judges a voice put right.
///
/// # Errors
/// Why that voice cannot be, or why the result it makes cannot stand.
pub fn of_voice(
    world: &World,
    session: &Session,
    motion: &MotionId,
    person: &PersonId,
    to: &Choice,
) -> Result<Corrected, Refusal> {
    let (motion, ballot, result) = by_name(world, session, motion)?;
    if !ballot.voters.iter().any(|voter| voter.person == *person) {
        return Err(Refusal::NotOnTheRoll {
            name: world.person(person)?.name.clone(),
        });
    }
    if result.voice_of(person) == Some(Voice::Absent) {
        // Whoever was not in the room has no voice to put right.
        return Err(Refusal::NotInRoom {
            name: world.person(person)?.name.clone(),
        });
    }
    stands_on(ballot, to)?;
    not_for_both(world, motion, person, to.voice())?;
    let now = result.with_choice(ballot, &result.apart(), person, to);
    speak_as_one(&ballot.rule, &now.voices)?;
    may_turn(world, motion, &now)?;
    Ok(Corrected::Voice {
        motion: motion.id.clone(),
        person: person.clone(),
        from: ballot.marks.get(person).map(|mark| mark.choice.clone()),
        to: to.clone(),
        was: Box::new(result.clone()),
        now: Box::new(now),
    })
}

/// Returns those of a village whose voices go together: whoever was there and had not withdrawn.
fn together<'a>(result: &'a VoteResult, village: &VillageId) -> Vec<&'a PersonId> {
    let voices = result.voices.iter();
    let here = voices.filter(|it| {
        it.voter.village.as_ref() == Some(village)
            && !matches!(it.voice, Voice::Absent | Voice::Recused)
    });
    here.map(|it| &it.voter.person).collect()
}

/// Judges all voices of a village put right, by the rule it speaks as one by.
///
/// # Errors
/// Why they cannot be, or why the result they make cannot stand.
pub fn of_village(
    world: &World,
    session: &Session,
    motion: &MotionId,
    village: &VillageId,
    to: &Choice,
) -> Result<Corrected, Refusal> {
    let (motion, ballot, result) = by_name(world, session, motion)?;
    // A recusal is somebody's own, and a rule by which each speaks for themselves has no such act.
    if !ballot.rule.bloc || to.is_recusal() {
        return Err(Refusal::Unknown);
    }
    let people = together(result, village);
    if people.is_empty() {
        return Err(Refusal::NoDelegateThere {
            village: Some(village.clone()),
        });
    }
    let mut now = result.clone();
    for person in &people {
        not_for_both(world, motion, person, to.voice())?;
        now = now.with_voice(ballot, &result.apart(), person, to.voice());
    }
    may_turn(world, motion, &now)?;
    let choice = |person: &PersonId| ballot.marks.get(person).map(|mark| mark.choice.clone());
    let from = people.iter().map(|person| VoiceOf {
        person: PersonId::clone(person),
        choice: choice(person),
    });
    Ok(Corrected::Village {
        motion: motion.id.clone(),
        village: village.clone(),
        from: from.collect(),
        to: to.clone(),
        was: Box::new(result.clone()),
        now: Box::new(now),
    })
}

/// Judges figures put right.
///
/// Papers lie sealed once a result is announced, and whoever keeps the record does not open them: what
/// stands against the announced count is a sheet that those who watched and counted have signed, and it
/// is named. Hands cannot be raised once more; there the reason has to do.
///
/// # Errors
/// What of the figures does not fit, or why the result they make cannot stand.
pub fn of_totals(
    world: &World,
    session: &Session,
    motion: &MotionId,
    to: &Totals,
    sheet: Option<&Line>,
) -> Result<Corrected, Refusal> {
    let (motion, ballot, result) = announced(world, session, motion)?;
    if ballot.method == Method::ByName {
        return Err(Refusal::CountedByName);
    }
    let to = to.clone().in_order();
    let now = counted_anew(world, motion, &to)?;
    let from = to.replaced(motion).ok_or(Refusal::Unknown)?;
    if to.are_of_papers() && sheet.is_none() {
        return Err(Refusal::NoCountSheet);
    }
    may_turn(world, motion, &now)?;
    Ok(Corrected::Totals {
        motion: motion.id.clone(),
        from: Box::new(from),
        sheet: sheet.filter(|_| to.are_of_papers()).cloned(),
        to: Box::new(to),
        was: Box::new(result.clone()),
        now: Box::new(now),
    })
}

/// Puts a corrected result where the announced one stood.
pub(super) fn apply(world: &mut World, change: &Corrected) {
    let Some((motion, _, now)) = change.of_result() else {
        return;
    };
    let Some(motion) = world.motions.get_mut(motion) else {
        return;
    };
    if let MotionState::Announced { ballot, result, .. } = &mut Arc::make_mut(motion).state {
        match change {
            Corrected::Voice {
                person,
                to,
                was,
                now,
                ..
            } => {
                ballot.take(person, to.clone());
                ballot.recast(was, now);
            }
            Corrected::Village { from, to, .. } => {
                let people = from.iter().map(|it| &it.person);
                people.for_each(|person| ballot.take(person, to.clone()));
            }
            Corrected::Totals { to, .. } => to.put(ballot),
            _ => {}
        }
        **result = now.clone();
    }
}
