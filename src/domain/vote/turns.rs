//! Where a vote stands in the order of acts of its session: how its minutes were come by, and which steps were
//! announced with it.

use super::{Ballot, Motion, MotionState, RoundEnd, VoteResult};
use crate::domain::dates::Minute;
use crate::domain::session::turn::{Moment, Turn};
use crate::domain::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How the minutes of a vote were come by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Turns {
    /// That of its opening.
    #[serde(default, skip_serializing_if = "Turn::is_plain")]
    pub opened: Turn,
    /// That of its end.
    #[serde(default, skip_serializing_if = "Turn::is_plain")]
    pub ended: Turn,
    /// That of its announcement.
    #[serde(default, skip_serializing_if = "Turn::is_plain")]
    pub announced: Turn,
}

impl Turns {
    pub(super) fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

impl Ballot {
    /// Returns when the vote was opened.
    #[must_use]
    pub const fn opening(&self) -> Moment {
        let (at, turn) = (self.opened, self.turns.opened);
        Moment { at, turn }
    }

    /// Returns when the vote was ended.
    #[must_use]
    pub const fn ending(&self, result: &VoteResult) -> Moment {
        let (at, turn) = (result.ended, self.turns.ended);
        Moment { at, turn }
    }

    /// Returns when the vote was announced.
    #[must_use]
    pub const fn announcing(&self, at: Minute) -> Moment {
        let turn = self.turns.announced;
        Moment { at, turn }
    }

    /// Says whether what began and ended at two moments lasted while it was voted.
    #[must_use]
    pub fn fell_into(&self, result: &VoteResult, from: Moment, to: Option<Moment>) -> bool {
        let begun = !self.ending(result).before(from);
        begun && to.is_none_or(|to| self.opening().before(to))
    }
}

/// Returns the day on which a motion was announced or agreed, as the date of its session has it.
pub(in crate::domain) fn decided_on(world: &World, motion: &Motion) -> Option<NaiveDate> {
    let at = match &motion.state {
        MotionState::Announced { at, .. } => *at,
        MotionState::Agreed { agreement } => agreement.at,
        _ => return None,
    };
    let session = world.sessions.get(&motion.session);
    Some(session.map_or(at.day(), |session| session.day_of(at)))
}

impl Motion {
    /// Returns every moment of its votes and of its agreement.
    pub(in crate::domain) fn moments(&self) -> Vec<Moment> {
        let mut said = Vec::new();
        let mut vote = |ballot: &Ballot, result: Option<&VoteResult>, at: Option<Minute>| {
            said.push(ballot.opening());
            said.extend(result.map(|it| ballot.ending(it)));
            said.extend(at.map(|at| ballot.announcing(at)));
        };
        for round in &self.earlier {
            let RoundEnd::Announced { result, at } = &round.end;
            vote(&round.ballot, Some(result), Some(*at));
        }
        match &self.state {
            MotionState::Drafted => {}
            MotionState::Voting { ballot } => vote(ballot, None, None),
            MotionState::Counted { ballot, result } => vote(ballot, Some(result), None),
            MotionState::Announced { ballot, result, at } => vote(ballot, Some(result), Some(*at)),
            MotionState::Agreed { agreement } => said.push(agreement.moment()),
            MotionState::Withdrawn { begun, .. } => {
                said.extend(begun.as_ref().map(|begun| Moment {
                    at: begun.opened,
                    turn: begun.turn,
                }));
            }
        }
        said
    }

    /// Takes a step as announced with the result where it was taken in the minute of the announcement.
    pub(super) fn take_along(&mut self, at: Minute) {
        let steps = u32::try_from(self.sequels.len()).unwrap_or(u32::MAX);
        let told = matches!(&self.state, MotionState::Announced { at: told, .. } if *told == at);
        if told && self.announced_after.saturating_add(1) == steps {
            self.announced_after = steps;
        }
    }
}
