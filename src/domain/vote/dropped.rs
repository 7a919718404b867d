//! What was cast by proxy in a vote and counts no more.
//!
//! There is one answer, whatever the door. A vote is cast for its giver by a holder who may cast one
//! when the vote ends: who is there and takes part in it (`domain.md` §2.6: `proxy`; `recused` is a
//! result of its own, not a voice). As soon as the giver comes, or the holder leaves or withdraws, live
//! or by a correction, what the holder had cast for the giver is out of the count and the giver is
//! counted as not there. Who had cast what for whom, and why it does not count, is kept with the ballot:
//! it is said at once and stands in the record. What was only pencilled was never cast, but that is said
//! too. A recusal that is corrected away gives back what it had taken.

use super::hands::cast_by;
use super::tally::Voice;
use super::withdrawn::withdrew;
use super::{Ballot, Choice, Event, VoteResult};
use crate::domain::dates::Minute;
use crate::domain::ids::{PersonId, SessionId};
use crate::domain::session::Attendee;
use crate::domain::world::World;
use serde::{Deserialize, Serialize};

/// A voice cast by proxy that counts no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dropped {
    /// Whose vote it is.
    pub giver: PersonId,
    /// Who had cast it.
    pub holder: PersonId,
    /// What had been cast.
    pub choice: Choice,
    /// Whether it was only pencilled, which nobody had cast yet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pencilled: bool,
    /// Why it does not count.
    pub why: Gone,
    /// When; absent where a recusal was noted without a time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Minute>,
}

/// Why a voice cast by proxy counts no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gone {
    /// The giver came and is asked in person.
    GiverCame,
    /// The holder left, or is not counted any more as somebody who is there.
    HolderLeft,
    /// The holder withdrew from the vote.
    HolderWithdrew,
}

/// Returns what the open vote of a session dropped between two worlds, by who came, left or withdrew:
/// what was cast by proxy, and what somebody who left had cast for themselves.
#[must_use]
pub fn dropped(before: &World, after: &World, id: &SessionId, at: Option<Minute>) -> Vec<Event> {
    let known = before.open_vote(id).zip(before.session(id).ok());
    let now = after.open_vote(id).zip(after.session(id).ok());
    let Some(((motion, session), (then, later))) = known.zip(now) else {
        return Vec::new();
    };
    let Some((ballot, left)) = motion.ballot().zip(then.ballot()) else {
        return Vec::new();
    };
    let spoken = ballot.marks.iter();
    let spoken = spoken.filter(|(_, mark)| !mark.choice.is_recusal());
    let mut events = Vec::new();
    for (giver, mark) in spoken {
        let Some(holder) = cast_by(session, ballot, giver) else {
            // Whoever casts a vote in person and leaves takes it along.
            if !mark.pencilled && !left.marks.contains_key(giver) {
                events.push(Event::Cleared {
                    session: id.clone(),
                    motion: motion.id.clone(),
                    person: giver.clone(),
                });
            }
            continue;
        };
        if cast_by(later, left, giver).is_some() {
            continue;
        }
        let here = |person: &PersonId| later.attendee(person).and_then(Attendee::there).is_some();
        let why = match () {
            () if here(giver) => Gone::GiverCame,
            () if left.withdrew(holder) => Gone::HolderWithdrew,
            () => Gone::HolderLeft,
        };
        events.push(Event::ProxyDropped {
            session: id.clone(),
            motion: motion.id.clone(),
            dropped: Dropped {
                giver: giver.clone(),
                holder: holder.clone(),
                choice: mark.choice.clone(),
                pencilled: mark.pencilled,
                why,
                at,
            },
        });
    }
    events
}

/// Says whether the open vote of a session goes on unchanged when somebody comes or leaves: they have not withdrawn from
/// it, and nothing was cast by them, for them, or in their hands. Asked of every row of a roll, where a copy of the
/// world to see what happens would cost a frame.
#[must_use]
pub fn goes_on_unchanged(world: &World, id: &SessionId, person: &PersonId) -> bool {
    let known = world.open_vote(id).zip(world.session(id).ok());
    let Some((motion, session)) = known else {
        return true;
    };
    let Some(ballot) = motion.ballot() else {
        return true;
    };
    let concerns = |giver: &PersonId| {
        giver == person || cast_by(session, ballot, giver).is_some_and(|it| it == person)
    };
    withdrew(session, motion, person).is_none() && !ballot.marks.keys().any(concerns)
}

impl Ballot {
    /// Says whether somebody is marked as having withdrawn from this vote.
    #[must_use]
    pub fn withdrew(&self, person: &PersonId) -> bool {
        let mark = self.marks.get(person);
        mark.is_some_and(|mark| mark.choice.is_recusal())
    }

    /// Puts what was cast by proxy as the voice of its holder has it, once that was put right: what
    /// somebody who withdrew had cast for others is dropped, what was dropped only for that is taken back.
    pub(in crate::domain) fn recast(&mut self, was: &VoteResult, now: &VoteResult) {
        for (before, after) in was.voices.iter().zip(&now.voices) {
            let giver = &before.voter.person;
            match (&before.cast_by, &after.cast_by) {
                (Some(holder), None) => {
                    if let Some(mark) = self.marks.remove(giver) {
                        self.dropped.push(Dropped {
                            giver: giver.clone(),
                            holder: holder.clone(),
                            choice: mark.choice,
                            pencilled: false,
                            why: Gone::HolderWithdrew,
                            at: None,
                        });
                    }
                }
                (None, Some(holder)) => {
                    let given_back = self.withdrawn_with(holder, giver).cloned();
                    if let Some(given_back) = given_back {
                        self.dropped.retain(|it| *it != given_back);
                        self.take(giver, given_back.choice);
                    }
                }
                _ => {}
            }
        }
    }

    /// Returns what somebody who withdrew had cast for another, and was dropped for that alone.
    fn withdrawn_with(&self, holder: &PersonId, giver: &PersonId) -> Option<&Dropped> {
        self.dropped.iter().rfind(|it| {
            it.why == Gone::HolderWithdrew
                && !it.pencilled
                && (&it.holder, &it.giver) == (holder, giver)
        })
    }
}

impl VoteResult {
    /// Puts what was cast by proxy as the corrected voice of its holder has it.
    pub(super) fn recast_by(&mut self, ballot: &Ballot, holder: &PersonId, voice: Voice) {
        let was = self.voice_of(holder);
        for voiced in &mut self.voices {
            match voice {
                Voice::Recused if voiced.cast_by.as_ref() == Some(holder) => {
                    voiced.voice = Voice::Absent;
                    voiced.option = None;
                    voiced.cast_by = None;
                }
                _ if was == Some(Voice::Recused)
                    && voice != Voice::Recused
                    && voiced.voice == Voice::Absent =>
                {
                    let giver = &voiced.voter.person;
                    if let Some(dropped) = ballot.withdrawn_with(holder, giver) {
                        voiced.voice = dropped.choice.voice();
                        voiced.option = dropped.choice.option().cloned();
                        voiced.cast_by = Some(holder.clone());
                    }
                }
                _ => {}
            }
        }
    }
}
