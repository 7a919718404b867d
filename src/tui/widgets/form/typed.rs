//! What was typed on a form, field by field and by their names, so that a draft can hold it and put
//! it back: never into another field, whatever becomes of the sheet meanwhile.

use super::Form;
use super::field::{Field, Kind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What somebody gave the fields of a form; what the sheet itself proposed is not in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Typed(BTreeMap<String, Value>);

/// The value of a field. Options are known by their words: they may be others when they are put back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Value {
    /// Text.
    Words(String),
    /// The option taken.
    Chosen(String),
    /// Yes or no.
    Checked(bool),
    /// The options marked.
    Marked(Vec<String>),
}

impl Typed {
    /// Reads it as it was stored; `None` for what this program does not write.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// Returns it as it is stored.
    #[must_use]
    pub fn text(&self) -> String {
        // Text and marks alone: there is nothing in it that could not be written.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Returns the words typed in a field.
    #[must_use]
    pub fn words(&self, name: &str) -> Option<&str> {
        match self.0.get(name)? {
            Value::Words(words) => Some(words),
            Value::Chosen(_) | Value::Checked(_) | Value::Marked(_) => None,
        }
    }

    /// Returns how many characters were typed.
    #[must_use]
    pub fn characters(&self) -> usize {
        let words = self.0.values().map(|value| match value {
            Value::Words(words) => words.chars().filter(|c| !c.is_control()).count(),
            Value::Chosen(_) | Value::Checked(_) | Value::Marked(_) => 0,
        });
        words.sum()
    }

    /// Returns the text fields of a form whose words it would change: the label, the words that stand
    /// there, and its own.
    #[must_use]
    pub fn changes<'a>(&'a self, form: &'a Form) -> Vec<(&'a str, String, &'a str)> {
        let fields = form.fields.iter();
        fields
            .filter_map(
                |field| match (&field.kind, self.0.get(field.name.as_ref())?) {
                    (Kind::Text { editor, .. }, Value::Words(words)) => {
                        Some((field.label.as_str(), editor.text(), words.as_str()))
                    }
                    _ => None,
                },
            )
            .filter(|(_, now, typed)| now != typed)
            .collect()
    }
}

impl Form {
    /// Gives the number of fields.
    #[must_use]
    pub fn len(&self) -> usize {
        self.fields.len()
    }

    /// Says whether it has no field.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Takes over the values and the caret of a form of the same fields in other words.
    pub fn take_over(&mut self, old: &Self) {
        for (field, known) in self.fields.iter_mut().zip(&old.fields) {
            field.take_over(known);
        }
        self.focus(old.at);
    }

    /// Says whether somebody gave a field its value.
    #[must_use]
    pub fn is_typed(&self, index: usize) -> bool {
        self.fields.get(index).is_some_and(|field| field.typed)
    }

    /// Gives what was typed, by the names of the fields; nothing of a passphrase.
    #[must_use]
    pub fn typed(&self) -> Typed {
        let typed = self.fields.iter();
        let typed = typed.filter(|field| field.typed && !field.is_secret());
        Typed(
            typed
                .map(|field| (field.name.to_string(), field.value()))
                .collect(),
        )
    }

    /// Proposes another text for a field of text; nobody typed it.
    pub fn propose(&mut self, index: usize, text: &str) {
        if let Some(Kind::Text { editor, .. }) =
            self.fields.get_mut(index).map(|field| &mut field.kind)
        {
            editor.set_text(text);
        }
    }

    /// Puts back what [`Form::typed`] gave; a value whose field or option is no longer there is passed over.
    pub fn put_back(&mut self, typed: &Typed) {
        for field in &mut self.fields {
            if let Some(value) = typed.0.get(field.name.as_ref()) {
                field.put_back(value);
            }
        }
    }
}

impl Field {
    fn is_secret(&self) -> bool {
        matches!(&self.kind, Kind::Text { editor, .. } if editor.is_secret())
    }

    fn value(&self) -> Value {
        match &self.kind {
            Kind::Text { editor, .. } => Value::Words(editor.text()),
            Kind::Choice(choice) => Value::Chosen(choice.label().to_owned()),
            Kind::Check(on) => Value::Checked(*on),
            Kind::Many { options, on, .. } => {
                let marked = options.iter().zip(on).filter(|(_, on)| **on);
                Value::Marked(marked.map(|(option, _)| option.clone()).collect())
            }
        }
    }

    fn put_back(&mut self, value: &Value) {
        match (&mut self.kind, value) {
            (Kind::Text { editor, .. }, Value::Words(words)) => editor.set_text(words),
            (Kind::Choice(choice), Value::Chosen(label)) => choice.put_back(label),
            (Kind::Check(on), Value::Checked(kept)) => *on = *kept,
            (Kind::Many { options, on, .. }, Value::Marked(kept)) => {
                for (option, on) in options.iter().zip(on) {
                    *on = kept.contains(option);
                }
            }
            // The field is of another kind now.
            _ => return,
        }
        // What somebody typed is no proposal any more.
        self.proposed = false;
        self.typed = true;
    }
}
