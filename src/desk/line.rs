//! A journal line: one act as it is written, hashed and read again.

use crate::domain::Event;
use crate::domain::entity::Root;
use crate::domain::ids::ActId;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// One act: one gesture, one transaction, one step of undo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Its id; the same act twice is one act.
    pub id: ActId,
    /// The wall clock when it was recorded, advisory.
    pub at: String,
    /// Who records, where a session says so.
    pub by: Option<String>,
    /// The stated day of the session it is about.
    pub on: Option<String>,
    /// The act it undoes.
    pub undoes: Option<ActId>,
    /// What happened.
    pub events: Vec<Event>,
}

/// Says why a line is not an act.
#[derive(Debug, thiserror::Error)]
#[error("not a journal line of this format")]
pub struct NotAnAct;

impl Act {
    /// Writes the line: UTF-8, keys in order, no line feed, no null.
    ///
    /// # Errors
    /// Only where an event could not be written as JSON, which no event holds.
    pub fn write(&self) -> serde_json::Result<String> {
        let mut line = Map::new();
        line.insert("act".to_owned(), Value::from(self.id.as_str()));
        line.insert("at".to_owned(), Value::from(self.at.as_str()));
        if let Some(by) = &self.by {
            line.insert("by".to_owned(), Value::from(by.as_str()));
        }
        let events = self
            .events
            .iter()
            .map(serde_json::to_value)
            .collect::<serde_json::Result<Vec<_>>>()?;
        line.insert("events".to_owned(), Value::from(events));
        if let Some(on) = &self.on {
            line.insert("on".to_owned(), Value::from(on.as_str()));
        }
        if let Some(undoes) = &self.undoes {
            line.insert("undoes".to_owned(), Value::from(undoes.as_str()));
        }
        line.insert("v".to_owned(), Value::from(1));
        serde_json::to_string(&line)
    }

    /// Reads a line back.
    ///
    /// # Errors
    /// [`NotAnAct`] where it has not the shape of one. Events of a newer program are kept as they are.
    pub fn read(bytes: &[u8]) -> Result<Self, NotAnAct> {
        let Ok(Value::Object(mut line)) = serde_json::from_slice(bytes) else {
            return Err(NotAnAct);
        };
        let text = |key: &str, line: &Map<String, Value>| {
            line.get(key).and_then(Value::as_str).map(ToOwned::to_owned)
        };
        let Some(Value::Array(events)) = line.remove("events") else {
            return Err(NotAnAct);
        };
        Ok(Self {
            id: ActId::from(text("act", &line).ok_or(NotAnAct)?),
            at: text("at", &line).ok_or(NotAnAct)?,
            by: text("by", &line),
            on: text("on", &line),
            undoes: text("undoes", &line).map(ActId::from),
            events: events.into_iter().map(Event::read).collect(),
        })
    }

    /// Returns what the act is about, each once.
    #[must_use]
    pub fn roots(&self) -> BTreeSet<Root> {
        self.events.iter().filter_map(Event::root).collect()
    }
}
