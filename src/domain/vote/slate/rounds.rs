//! What the votes on one motion with contenders come to together, round after round.

use super::{Placed, SlateCount};
use crate::domain::text::Line;
use crate::domain::vote::{Motion, Outcome, Round, VoteResult};
use std::collections::BTreeSet;

impl Round {
    /// Says whether its count asked for another vote among some of the contenders.
    #[must_use]
    pub fn votes_again(&self) -> bool {
        self.result()
            .is_some_and(|result| result.outcome == Outcome::VoteAgain)
    }
}

/// Somebody or something that no vote on a motion has taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotTaken {
    /// The name on the ballot, or written in.
    pub name: Line,
    /// The votes in the last vote that counted any for it.
    pub votes: u32,
    /// Which vote that was, from 0.
    vote: usize,
}

impl NotTaken {
    /// Says whether another one did as well.
    #[must_use]
    pub fn level_with(&self, other: &Self) -> bool {
        (self.vote, self.votes) == (other.vote, other.votes)
    }
}

/// Returns the count of a slate that decided something.
fn decided(result: &VoteResult) -> Option<&SlateCount> {
    let nothing = matches!(result.outcome, Outcome::Void | Outcome::Inquorate);
    result.slate.as_ref().filter(|_| !nothing)
}

impl Motion {
    fn slate_counts(&self) -> impl Iterator<Item = &SlateCount> {
        let earlier = self.earlier.iter().filter_map(Round::result);
        earlier.chain(self.result()).filter_map(decided)
    }

    /// Returns everybody and everything its votes have taken, in the order in which they were: 当选.
    pub fn taken(&self) -> impl Iterator<Item = &Placed> {
        let all = self.slate_counts().flat_map(|count| &count.judged.placed);
        all.filter(|placed| placed.taken)
    }

    /// Returns whoever no vote on it has taken, names written in among them, most votes first. Who was
    /// voted on again goes before who was not, and has the votes of then.
    #[must_use]
    pub fn not_taken(&self) -> Vec<NotTaken> {
        let taken: BTreeSet<&Line> = self.taken().map(|placed| &placed.name).collect();
        let counts: Vec<&SlateCount> = self.slate_counts().collect();
        let mut found: Vec<NotTaken> = Vec::new();
        for (vote, count) in counts.into_iter().enumerate().rev() {
            for placed in &count.judged.placed {
                let known = found.iter().any(|it| it.name == placed.name);
                if !known && !taken.contains(&placed.name) {
                    found.push(NotTaken {
                        name: placed.name.clone(),
                        votes: placed.inequality.count,
                        vote,
                    });
                }
            }
        }
        found
    }

    /// Returns how many of its seats no vote has filled; none before one has decided something.
    #[must_use]
    pub fn seats_open(&self) -> u32 {
        let taken = u32::try_from(self.taken().count()).unwrap_or(u32::MAX);
        let seats = self.slate.as_ref().map_or(0, |slate| slate.seats);
        match self.slate_counts().next() {
            Some(_) => seats.saturating_sub(taken),
            None => 0,
        }
    }
}
