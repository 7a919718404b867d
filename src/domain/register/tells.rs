//! What a matter tells the ledgers and the figures. Its row keeps that beside it, so that ten years of matters are
//! reckoned with and none is read with all that was said, decided and hung of it.

use super::LedgerLine;
use super::fact::{Column, Fact, Origin};
use super::fed;
use super::told::{carried_by, decided, heard, taken_in};
use crate::domain::ids::{MatterId, VillageId};
use crate::domain::matter::Matter;
use crate::domain::text::Line;
use crate::domain::vote::Standing;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a matter tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tells {
    /// The matter.
    pub of: MatterId,
    /// What it is called.
    title: Line,
    /// Villages it concerns; empty means the whole area.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    villages: Vec<VillageId>,
    /// The day it was taken in (受理); absent where it is only called for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    received: Option<NaiveDate>,
    /// Whether it was screened as a joint one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    joint: bool,
    /// The day it was decided, in favour or not, and of which villages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    decided: Option<(NaiveDate, Vec<VillageId>)>,
    /// The lines it feeds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LedgerLine>,
    /// Whether one of them stands from its day on, and so is to be seen in every year after.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    stands: bool,
}

impl Tells {
    /// Reads off a matter what it tells.
    #[must_use]
    pub fn by(matter: &Matter) -> Self {
        let lines = fed::of_matter(matter);
        let villages = matter.villages();
        let decided = heard(matter, Standing::is_final).map(|on| {
            // A village that did not go along decided nothing of it.
            let of = match decided(matter) {
                Some(_) => carried_by(matter),
                None => villages.clone(),
            };
            (on, of)
        });
        Self {
            of: matter.id.clone(),
            title: matter.intake.title.clone(),
            received: taken_in(matter),
            joint: matter.screening.as_ref().is_some_and(|it| it.joint()),
            decided,
            stands: lines.iter().any(|line| line.kind.stands()),
            villages,
            lines,
        }
    }

    /// Returns what it adds to the figures, without the lines it feeds.
    #[must_use]
    pub fn facts(&self) -> Vec<Fact> {
        let fact = |column, on, villages: &[VillageId]| Fact {
            column,
            on,
            until: None,
            villages: villages.to_vec(),
            shares: Vec::new(),
            value: 1,
            what: Some(self.title.clone()),
            origin: Origin::Matter(self.of.clone()),
        };
        let mut facts = Vec::new();
        if let Some(on) = self.received {
            facts.push(fact(Column::MattersReceived, on, &self.villages));
            if self.joint {
                facts.push(fact(Column::MattersJoint, on, &self.villages));
            }
        }
        let decided = self.decided.iter();
        facts.extend(decided.map(|(on, of)| fact(Column::MattersDecided, *on, of)));
        facts
    }
}

/// A matter as its row keeps it: with what it tells.
#[derive(Debug, Serialize)]
pub struct Told<'m> {
    #[serde(flatten)]
    matter: &'m Matter,
    tells: Tells,
}

impl<'m> From<&'m Matter> for Told<'m> {
    fn from(matter: &'m Matter) -> Self {
        let tells = Tells::by(matter);
        Self { matter, tells }
    }
}
