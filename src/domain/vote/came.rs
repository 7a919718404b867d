//! Who came to a vote, and who counted for its quorum: whoever is spoken for by a proxy did not come.

use super::result::{QuorumProof, there, turnouts};
use super::tally::{Counts, Poll};
use super::{VoteResult, Voter};
use crate::domain::ids::GroupId;
use crate::domain::rule::Rule;
use crate::domain::session::quorum::count;

impl VoteResult {
    /// Returns how many votes were cast for somebody who was not there.
    #[must_use]
    pub fn by_proxy(&self) -> u32 {
        count(self.voices.iter().filter(|voiced| voiced.cast_by.is_some()))
    }

    /// Returns how many came, those not among them who only voted through another.
    #[must_use]
    pub fn came(&self) -> u32 {
        let present = self.tally.counts.present();
        present.saturating_sub(self.by_proxy())
    }

    /// Returns what the quorum of another rule would have asked of the same vote, with its numbers.
    #[must_use]
    pub fn quorum_under(&self, rule: &Rule) -> Vec<QuorumProof> {
        if !self.is_by_name() {
            let took_part: Vec<Voter> = self.took_part().into_iter().cloned().collect();
            return turnouts(rule, &there(rule, &self.voices, &took_part));
        }
        let mut poll = Poll::under(rule);
        for voiced in &self.voices {
            let group = voiced.voter.village.as_ref().map(GroupId::from);
            poll.take(group.as_ref(), voiced.attended(rule), voiced.voter.stake());
        }
        turnouts(rule, &poll)
    }

    /// Returns how many counted for the quorum of its rule.
    #[must_use]
    pub fn attending(&self, rule: &Rule) -> u32 {
        if self.by_proxy() == 0 {
            return self.tally.counts.attending(rule.recusal);
        }
        let mut there = Counts::default();
        for voiced in &self.voices {
            there.add(voiced.attended(rule));
        }
        there.attending(rule.recusal)
    }
}
