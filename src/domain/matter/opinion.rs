//! 法律意见: what the legal adviser said of a matter, whenever it comes; the matter may be screened, decided or
//! under way by then.

use super::intake::Legal;
use super::{Became, Matter};
use crate::domain::refusal::Refusal;
use crate::domain::text::Line;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A legal opinion that was given on a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    /// Who gave it.
    pub by: Line,
    /// The day it was given.
    pub on: NaiveDate,
    /// Its number, or where its photo lies.
    pub paper: Line,
    /// What it comes to, where that is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says: Option<Line>,
}

impl Opinion {
    /// Refuses one that is of a day after the one on which it is entered.
    ///
    /// # Errors
    /// [`Refusal::NotYet`].
    pub(super) fn not_after(&self, entered: NaiveDate) -> Result<(), Refusal> {
        match self.on > entered {
            true => Err(Refusal::NotYet { on: self.on }),
            false => Ok(()),
        }
    }

    /// Carries out on a matter that it was given: none is waited for any more.
    pub(super) fn give(&self, matter: &mut Matter) {
        let opinion = self.paper.clone();
        matter.intake.legal = Legal::Given { opinion };
    }
}

impl Matter {
    /// Returns the last legal opinion that was entered after the matter was taken in. A merger may have made
    /// another one wanted since, which it is not.
    #[must_use]
    pub fn opinion(&self) -> Option<&Opinion> {
        let given = matches!(self.intake.legal, Legal::Given { .. });
        let steps = self.history.iter().rev().filter(|_| given);
        let mut opinions = steps.filter_map(|step| match &step.what {
            Became::OpinionGiven { opinion } => Some(opinion.as_ref()),
            _ => None,
        });
        opinions.next()
    }
}
