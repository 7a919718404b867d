//! A text for boards as it is written: its title, text and basis go through the masker together.

use super::mask::{Found, Looked, Part};
use super::{Masked, Wording};
use crate::domain::text::{Line, Text};
use chrono::NaiveDate;
use serde::Deserialize;

/// A text as it is written, before anything is hidden in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// What is said at its top.
    pub title: Line,
    /// What it says.
    pub text: Text,
    /// By what law or rule it is so.
    pub basis: Option<Line>,
    /// What a clerk wants hidden besides, name by name.
    pub also: Vec<Line>,
}

/// A text with everything hidden in it that a board must not show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worded {
    /// What hangs.
    pub wording: Wording,
    /// What was hidden, place by place: in the title, the text and the basis.
    pub found: Vec<Found>,
    /// What was hidden there already as it was written: no mask is put there, and it counts among those of what hangs.
    pub already: Vec<String>,
    /// What was to be hidden besides and stands in none of them.
    pub not_there: Vec<Line>,
}

impl Written {
    /// Masks its title, text and basis together: whose name one of them hides stands in none.
    fn looked(&self, on: NaiveDate) -> [Looked; 3] {
        let part = |raw, title| Part { raw, title };
        let basis = self.basis.as_ref().map(Line::as_str).unwrap_or_default();
        let parts = [
            part(self.title.as_str(), None),
            part(self.text.as_str(), Some(self.title.as_str())),
            part(basis, None),
        ];
        Masked::look_together(parts, &self.also, on)
    }

    /// Masks it.
    #[must_use]
    pub fn masked(&self, on: NaiveDate) -> Worded {
        let [title, text, basis] = self.looked(on);
        let mut found = title.found;
        found.extend(text.found);
        found.extend(basis.found);
        let basis_raw = self.basis.iter().map(Line::as_str);
        let raw: Vec<&str> = [self.title.as_str(), self.text.as_str()]
            .into_iter()
            .chain(basis_raw)
            .collect();
        let there = |name: &Line| raw.iter().any(|raw| Masked::names(raw, name));
        let not_there = self.also.iter().filter(|name| !there(name));
        Worded {
            already: raw.iter().flat_map(|raw| Masked::hidden_in(raw)).collect(),
            not_there: not_there.cloned().collect(),
            found,
            wording: Wording {
                on,
                title: title.text,
                text: text.text,
                basis: basis.text,
            },
        }
    }
}

/// A wording as a file keeps it: whoever wrote that may not have masked it, so it is masked again, as of its day.
#[derive(Debug, Deserialize)]
pub(super) struct Row {
    on: NaiveDate,
    title: Text,
    text: Text,
    #[serde(default)]
    basis: Text,
}

impl From<Row> for Wording {
    fn from(row: Row) -> Self {
        let masked = |raw: &Text| Masked::text_on(raw, row.on);
        Self {
            on: row.on,
            title: masked(&row.title),
            text: masked(&row.text),
            basis: masked(&row.basis),
        }
    }
}
