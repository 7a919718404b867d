//! What villagers object, and by when they are answered.
//!
//! Who objected is known to the clerk alone: no paper for a board names them.

use super::period::{ANSWER, TOWNSHIP, last_day};
use super::rest::RestDays;
use crate::domain::text::{Line, Text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An objection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Its number on the posting, from 1.
    pub number: u32,
    /// Who objected; nobody where no name was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<Line>,
    /// The day it came in.
    pub on: NaiveDate,
    /// What was objected.
    pub text: Text,
    /// The day by which it is answered.
    pub by: NaiveDate,
    /// The day it was handed to the township.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referred: Option<NaiveDate>,
    /// The answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<Reply>,
}

/// The answer to an objection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// The day.
    pub on: NaiveDate,
    /// What was answered.
    pub text: Text,
}

impl Objection {
    /// Returns the day by which what came in on a day is answered.
    #[must_use]
    pub fn answer_by(on: NaiveDate, rest: &RestDays) -> NaiveDate {
        last_day(on, ANSWER, rest)
    }

    /// Returns the day by which the township answers what it got on a day.
    #[must_use]
    pub fn township_by(on: NaiveDate, rest: &RestDays) -> NaiveDate {
        last_day(on, TOWNSHIP, rest)
    }

    /// Returns how many days too late it was answered, 0 where it was not or in time.
    #[must_use]
    pub fn days_late(&self) -> u32 {
        let answered = self.reply.as_ref().map_or(self.by, |reply| reply.on);
        let days = answered.signed_duration_since(self.by).num_days();
        u32::try_from(days).unwrap_or(0)
    }

    /// Returns the day by which it is to be answered; none once it is.
    #[must_use]
    pub fn due(&self) -> Option<NaiveDate> {
        match &self.reply {
            Some(_) => None,
            None => Some(self.by),
        }
    }
}
