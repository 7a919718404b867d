//! What the votes on one motion with contenders come to together, round after round.

use super::{Placed, SlateCount};
use crate::domain::vote::{Motion, Outcome, Round, VoteResult};

impl Round {
    /// Says whether its count asked for another vote among some of the contenders.
    #[must_use]
    pub fn votes_again(&self) -> bool {
        self.result()
            .is_some_and(|result| result.outcome == Outcome::VoteAgain)
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
