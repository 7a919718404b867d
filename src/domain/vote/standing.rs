//! Where a motion stands, read off its votes and every step after them.

use super::{Motion, MotionState, Outcome, SequelStep};
use crate::domain::rule::Partial;
use serde::{Deserialize, Serialize};

/// Where a motion stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Not voted yet, or its result is not announced.
    Open,
    /// As many for as against, and a step of the rule's path is left.
    Tied,
    /// 通过.
    Adopted,
    /// 未通过.
    Rejected,
    /// 暂缓.
    Deferred,
    /// 撤回.
    Withdrawn,
    /// 待各村表决.
    AwaitingVillages,
    /// 部分村通过.
    AdoptedInPart,
    /// 提请上级裁决.
    ReferredUp,
    /// 复议中.
    Reconsidering,
    /// 流会: too few were in the room.
    Inquorate,
    /// 作废: the ballots cannot be right.
    Void,
    /// Some of the contenders are to be voted on again.
    VoteAgain,
}

impl Standing {
    /// Says whether nothing more is to come of itself.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(
            self,
            Self::Adopted | Self::Rejected | Self::AdoptedInPart | Self::Withdrawn
        )
    }

    const fn of(adopted: bool) -> Self {
        if adopted {
            Self::Adopted
        } else {
            Self::Rejected
        }
    }
}

/// Returns where a motion stands.
#[must_use]
pub fn standing(motion: &Motion) -> Standing {
    let first = match &motion.state {
        MotionState::Drafted | MotionState::Voting { .. } | MotionState::Counted { .. } => {
            return Standing::Open;
        }
        MotionState::Withdrawn { .. } => return Standing::Withdrawn,
        MotionState::Agreed { .. } => Standing::Adopted,
        MotionState::Announced { result, .. } => match result.outcome {
            Outcome::Adopted => Standing::Adopted,
            Outcome::VoteAgain if motion.goes_on() => Standing::VoteAgain,
            // Whoever was taken in an earlier round stays so.
            Outcome::Rejected | Outcome::VoteAgain => Standing::of(motion.taken().next().is_some()),
            Outcome::Tied => Standing::Tied,
            Outcome::Inquorate => Standing::Inquorate,
            Outcome::Void => Standing::Void,
        },
    };
    let mut now = first;
    let mut reconsidered = None;
    for sequel in &motion.sequels {
        match &sequel.step {
            SequelStep::Cast { adopted, .. }
            | SequelStep::Lot { adopted, .. }
            | SequelStep::Ruled { adopted, .. } => now = Standing::of(*adopted),
            SequelStep::Deferred { .. } => now = Standing::Deferred,
            SequelStep::Referred { .. } => now = Standing::ReferredUp,
            SequelStep::Reconsidered { .. } => reconsidered = Some(Standing::Reconsidering),
            SequelStep::Reviewed { standing, .. } => {
                reconsidered = Some(*standing).filter(|it| *it != Standing::Withdrawn);
            }
            SequelStep::PassedOver { .. }
            | SequelStep::Refilled { .. }
            | SequelStep::LeftOpen { .. }
            | SequelStep::SeatsOpenAgain { .. }
            | SequelStep::Asked { .. }
            | SequelStep::Decided { .. }
            | SequelStep::Assent { .. }
            | SequelStep::Mended { .. }
            | SequelStep::Redated { .. } => {}
        }
    }
    match (reconsidered, now) {
        (Some(standing), _) => standing,
        (None, Standing::Tied) if motion.path().next().is_none() => Standing::Rejected,
        (None, Standing::Adopted) => after_villages(motion),
        (None, standing) => standing,
    }
}

/// Returns where an adopted motion stands by what the villages decided.
fn after_villages(motion: &Motion) -> Standing {
    let Some(partial) = motion.consent() else {
        return Standing::Adopted;
    };
    let asked = motion.asked().iter();
    by_answers(partial, asked.map(|asked| motion.agreed(&asked.village)))
}

/// Returns where an adopted motion stands by what the villages answered that were asked.
pub(in crate::domain) fn by_answers(
    partial: Partial,
    answers: impl Iterator<Item = Option<bool>>,
) -> Standing {
    let (mut agreed, mut refused, mut silent) = (0_usize, 0_usize, 0_usize);
    for answer in answers {
        match answer {
            Some(true) => agreed += 1,
            Some(false) => refused += 1,
            None => silent += 1,
        }
    }
    match partial {
        // One that does not agree settles it, whatever the others say.
        Partial::AllMust if refused > 0 => Standing::Rejected,
        _ if silent > 0 || agreed + refused == 0 => Standing::AwaitingVillages,
        _ if refused == 0 => Standing::Adopted,
        _ if agreed == 0 => Standing::Rejected,
        _ => Standing::AdoptedInPart,
    }
}
