//! What was cast by proxy in a vote that is open and counts no more: its giver came, or its holder left.

use super::hands::cast_by;
use super::{Choice, Event};
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
    /// Whether the giver came and is asked in person; else the holder left.
    pub came: bool,
    /// When.
    pub at: Minute,
}

/// Returns what the open vote of a session dropped between two worlds, by who came or left at a minute.
#[must_use]
pub fn dropped(before: &World, after: &World, id: &SessionId, at: Minute) -> Vec<Event> {
    let known = before.open_vote(id).zip(before.session(id).ok());
    let now = after.open_vote(id).zip(after.session(id).ok());
    let Some(((motion, session), (then, later))) = known.zip(now) else {
        return Vec::new();
    };
    let Some((ballot, left)) = motion.ballot().zip(then.ballot()) else {
        return Vec::new();
    };
    let gone = ballot.marks.iter();
    let gone = gone.filter(|(giver, mark)| {
        !mark.pencilled && !mark.choice.is_recusal() && !left.marks.contains_key(*giver)
    });
    gone.filter_map(|(giver, mark)| {
        let holder = cast_by(session, ballot, giver)?;
        Some(Event::ProxyDropped {
            session: id.clone(),
            motion: motion.id.clone(),
            dropped: Dropped {
                giver: giver.clone(),
                holder: holder.clone(),
                choice: mark.choice.clone(),
                came: later.attendee(giver).and_then(Attendee::there).is_some(),
                at,
            },
        })
    })
    .collect()
}
