//! The steps of the path of a tie that cannot be taken: which, why, and where on the path they stand.

use super::due::{TieBar, may_be_taken};
use super::{Ballot, Motion, Outcome, RoundEnd, SequelStep, VoteResult};
use crate::domain::rule::TieStep;

/// Why a step of the path of a tie is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// The ballot is secret: how whoever chairs voted would be told.
    Secret,
    /// One more vote would not carry it.
    Short,
    /// It was voted as often as the rule allows.
    Spent,
}

impl Motion {
    /// Returns the steps of its tie that are left out between a step that was passed over, or the begin of
    /// the path, and the next that can be taken.
    #[must_use]
    pub fn left_out(&self, after: Option<TieStep>) -> Vec<(TieStep, LeftOut)> {
        let before = after.is_some_and(|step| self.before_second_vote(step));
        let Some((ballot, result, again)) = self.tie_of(before) else {
            return Vec::new();
        };
        let bar = ballot.tie_bar(result);
        let path = ballot.rule.tie.iter().copied();
        let mut path = path.peekable();
        if let Some(after) = after {
            while path.next().is_some_and(|step| step != after) {}
        }
        let mut left_out = Vec::new();
        for step in path {
            // What stands before the second vote was dealt with before that.
            if again && (step == TieStep::SecondVote || self.before_second_vote(step)) {
                continue;
            }
            let open = match step {
                TieStep::SecondVote => before || self.may_be_voted_again(),
                step => may_be_taken(bar, step),
            };
            let why = match (step, bar) {
                _ if open => break,
                (TieStep::SecondVote, _) => LeftOut::Spent,
                (_, Some(TieBar::Secret)) => LeftOut::Secret,
                _ => LeftOut::Short,
            };
            left_out.push((step, why));
        }
        left_out
    }

    /// Returns the steps of its tie that are left out right before what is next.
    #[must_use]
    pub fn left_out_last(&self) -> Vec<(TieStep, LeftOut)> {
        let again = self.voted_on_a_tie();
        let passed = self.sequels.iter().rev().find_map(|it| match it.step {
            SequelStep::PassedOver { step } => Some(step),
            _ => None,
        });
        self.left_out(passed.filter(|step| !again || !self.before_second_vote(*step)))
    }

    /// Returns the tied vote that a part of the path deals with, and whether another went before it.
    fn tie_of(&self, before_second_vote: bool) -> Option<(&Ballot, &VoteResult, bool)> {
        let tied = |result: &VoteResult| result.outcome == Outcome::Tied;
        let first = self.earlier.iter().find_map(|round| {
            let RoundEnd::Announced { result, .. } = &round.end;
            tied(result).then_some((&round.ballot, &**result))
        });
        match first.filter(|_| before_second_vote) {
            Some((ballot, result)) => Some((ballot, result, false)),
            None => {
                let (ballot, result) = self.ballot().zip(self.result())?;
                tied(result).then_some((ballot, result, first.is_some()))
            }
        }
    }
}
