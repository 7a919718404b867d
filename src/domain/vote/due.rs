//! What a motion asks for next: a step of its tie, a vote anew, the villages, or whether to put off what is close.

use super::{
    Ballot, Motion, MotionState, Outcome, Sequel, SequelStep, Standing, VoteResult, standing,
};
use crate::domain::rule::{Method, TieStep};
use serde::{Deserialize, Serialize};

/// What the rule or the state of a motion asks for next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Due {
    /// The next step of the path of a tie.
    Tie(TieStep),
    /// 双方人数接近: 暂缓 is proposed, to be taken or not (Party constitution art. 17).
    CloseSplit,
    /// A new vote: nothing was decided by the last.
    NewVote,
    /// Another vote among some of the contenders: the tied for the last seat, or a run-off.
    VoteAgain,
    /// The villages concerned are to be asked.
    AskVillages,
}

impl Due {
    /// Says whether it is another vote on the motion.
    #[must_use]
    pub const fn is_a_vote(self) -> bool {
        matches!(
            self,
            Self::NewVote | Self::VoteAgain | Self::Tie(TieStep::SecondVote)
        )
    }
}

/// Why a tie is not settled by whoever chairs, or by lot, though the rule has it so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TieBar {
    /// The ballot is secret: how whoever chairs voted would be told (Code général des collectivités territoriales art.
    /// L2121-20).
    Secret,
    /// One more vote would not carry it: the rest of what the rule asks for is missing too.
    Short,
}

impl Ballot {
    /// Returns what bars a tie from being settled by one vote or by lot, where the rule has it so.
    #[must_use]
    pub fn tie_bar(&self, result: &VoteResult) -> Option<TieBar> {
        let one_vote = |step: &TieStep| matches!(step, TieStep::ChairCasts | TieStep::Lot);
        let secret = self.method == Method::Secret && self.rule.tie.contains(&TieStep::ChairCasts);
        let short = result.slate.is_none()
            && self.rule.tie.iter().any(one_vote)
            && !result.tally.one_more_carries();
        match (short, secret) {
            (true, _) => Some(TieBar::Short),
            (false, true) => Some(TieBar::Secret),
            (false, false) => None,
        }
    }

    /// Says whether the rule has a step for a tie that came out so.
    #[must_use]
    pub fn settles_ties(&self, result: &VoteResult) -> bool {
        let bar = self.tie_bar(result);
        self.rule.tie.iter().any(|step| may_be_taken(bar, *step))
    }
}

/// Says whether a bar leaves a step of the path of a tie.
pub(super) fn may_be_taken(bar: Option<TieBar>, step: TieStep) -> bool {
    match step {
        TieStep::ChairCasts => bar.is_none(),
        TieStep::Lot => bar != Some(TieBar::Short),
        _ => true,
    }
}

/// Returns what a motion asks for next.
#[must_use]
pub fn due(motion: &Motion) -> Option<Due> {
    let now = standing(motion);
    if close_split(motion) {
        return Some(Due::CloseSplit);
    }
    match now {
        Standing::Tied => motion.path().next().map(Due::Tie),
        Standing::Inquorate | Standing::Void => Some(Due::NewVote),
        Standing::VoteAgain => Some(Due::VoteAgain),
        Standing::AwaitingVillages if motion.asked().is_empty() => Some(Due::AskVillages),
        _ => None,
    }
}

/// Where what a motion awaits is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Awaits {
    /// Where its item is carried to: another vote, or what was put off.
    WithItem,
    /// Wherever its item goes: the villages, a ruling, the next step of its tie.
    Itself,
}

/// Returns where that is done which a motion awaits: the villages, a ruling, a later session, another vote, or the
/// next step of its tie; `None` where it awaits nothing that a session does not end.
#[must_use]
pub fn awaited(motion: &Motion) -> Option<Awaits> {
    match (standing(motion), due(motion)) {
        (Standing::Deferred, _) => Some(Awaits::WithItem),
        (_, Some(due)) if due.is_a_vote() => Some(Awaits::WithItem),
        (Standing::AwaitingVillages | Standing::ReferredUp, _) | (_, Some(Due::Tie(_))) => {
            Some(Awaits::Itself)
        }
        _ => None,
    }
}

/// A motion as its row keeps it: with what it awaits, so that the few that do are found among all that
/// are filed.
#[derive(Debug, Serialize)]
pub struct Filed<'m> {
    #[serde(flatten)]
    motion: &'m Motion,
    #[serde(skip_serializing_if = "Option::is_none")]
    awaits: Option<Awaits>,
}

impl<'m> From<&'m Motion> for Filed<'m> {
    fn from(motion: &'m Motion) -> Self {
        let awaits = awaited(motion);
        Self { motion, awaits }
    }
}

/// Returns what a motion asks for next; one whose result waits to be announced is judged as if it were.
#[must_use]
pub fn due_once_announced(motion: &Motion) -> Option<Due> {
    let MotionState::Counted { ballot, result } = &motion.state else {
        return due(motion);
    };
    due(&Motion {
        state: MotionState::Announced {
            ballot: ballot.clone(),
            at: result.ended,
            result: result.clone(),
        },
        ..motion.clone()
    })
}

/// Says whether the sides of its last vote were as close as its rule proposes 暂缓 for. A tie runs its own
/// path first: it is proposed where that ended without a result (Party constitution art. 17).
fn was_close(motion: &Motion, path_ended: bool) -> bool {
    let (Some(result), Some(rule)) = (motion.result(), motion.rule()) else {
        return false;
    };
    let counts = result.tally.counts;
    let decided = match result.outcome {
        Outcome::Adopted | Outcome::Rejected => true,
        Outcome::Tied => path_ended,
        Outcome::Inquorate | Outcome::Void | Outcome::VoteAgain => false,
    };
    let disputed = counts.yes > 0 && counts.no > 0;
    let within = |close| counts.yes.abs_diff(counts.no) <= close;
    decided && disputed && rule.close.is_some_and(within)
}

/// Returns what was chosen when 暂缓 was proposed before the announcement: to put off, to refer, or not.
#[must_use]
pub fn chosen(motion: &Motion) -> Option<&Sequel> {
    let steps = match &motion.state {
        MotionState::Announced { .. } => usize::try_from(motion.announced_after).ok()?,
        MotionState::Counted { .. } => motion.sequels.len(),
        _ => return None,
    };
    let chosen = motion.sequels.iter().position(|it| {
        matches!(
            it.step,
            SequelStep::Deferred { .. }
                | SequelStep::Referred { .. }
                | SequelStep::PassedOver {
                    step: TieStep::Defer
                }
        )
    })?;
    // On a tie with a path the steps are taken after the announcement, and are none that was chosen before.
    let no_path = motion.whole_path().next().is_none();
    let before = chosen < steps && was_close(motion, no_path);
    motion.sequels.get(chosen).filter(|_| before)
}

/// Says whether a tie is not decided yet though its path has ended: it is still to be chosen whether it is
/// put off.
#[must_use]
pub fn tie_may_be_put_off(motion: &Motion) -> bool {
    let tied = motion
        .result()
        .is_some_and(|it| it.outcome == Outcome::Tied);
    // What was announced elsewhere, and nothing done about it here, stands as it was announced.
    let here = matches!(motion.state, MotionState::Counted { .. }) || !motion.sequels.is_empty();
    tied && here && close_split(motion)
}

/// Says whether the sides of its vote were so close that 暂缓 is proposed, and nothing was done yet.
#[must_use]
pub fn close_split(motion: &Motion) -> bool {
    let passed = |it: &Sequel| match &it.step {
        SequelStep::PassedOver { step } => *step != TieStep::Defer,
        _ => false,
    };
    let path_ended = motion.path().next().is_none();
    was_close(motion, path_ended) && motion.sequels.iter().all(passed)
}
