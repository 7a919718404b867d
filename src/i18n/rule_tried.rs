//! What a vote came to, and would have come to under a rule that is tried.

use super::{Language, rule_book as words, sequels, terms};
use crate::domain::rule::TieStep;
use crate::domain::vote::tried::CameOut;
use crate::domain::vote::{Effect, Outcome, Standing};

/// Says what a vote came to, and by what where the count did not settle it.
#[must_use]
pub fn came_out(language: Language, came: CameOut, effect: Effect) -> String {
    let said = match came.standing {
        Standing::Adopted => terms::outcome(language, Outcome::Adopted, effect),
        Standing::Rejected => terms::outcome(language, Outcome::Rejected, effect),
        other => sequels::standing_word(language, other),
    };
    match (came.standing, came.by) {
        _ if came.close => words::past_close(language, said),
        (Standing::Adopted | Standing::Rejected, Some(step)) => {
            words::past_settled(language, said, key(step))
        }
        (Standing::Tied, Some(step)) => words::past_tied(language, said, key(step)),
        _ => said.to_owned(),
    }
}

const fn key(step: TieStep) -> &'static str {
    match step {
        TieStep::ChairCasts => "chair-casts",
        TieStep::SecondVote => "second-vote",
        TieStep::Lot => "lot",
        TieStep::Defer => "defer",
        TieStep::Refer => "refer",
    }
}
