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

    /// Returns it with the words of each field as they are to be kept; a field of which none are is left out.
    #[must_use]
    pub fn keeping(self, keeps: impl Fn(&str, &str) -> Option<String>) -> Self {
        let kept = |(name, value): (String, Value)| match value {
            Value::Words(words) => {
                let words = keeps(&name, &words)?;
                Some((name, Value::Words(words)))
            }
            other => Some((name, other)),
        };
        Self(self.0.into_iter().filter_map(kept).collect())
    }

    /// Says whether it holds the same as another, but for blanks around words.
    #[must_use]
    pub fn says_as_much_as(&self, other: &Self) -> bool {
        let bare = |it: &Self| -> Vec<(String, Value)> {
            let all = it.0.iter().filter_map(|(name, value)| match value {
                Value::Words(words) if words.trim().is_empty() => None,
                Value::Words(words) => Some((name.clone(), Value::Words(words.trim().to_owned()))),
                other => Some((name.clone(), other.clone())),
            });
            all.collect()
        };
        bare(self) == bare(other)
    }

    /// Says whether another has everything it holds, but for blanks around words.
    #[must_use]
    pub fn is_all_in(&self, other: &Self) -> bool {
        self.0
            .iter()
            .all(|(name, value)| match (value, other.0.get(name)) {
                (Value::Words(words), Some(Value::Words(there))) => words.trim() == there.trim(),
                (value, there) => Some(value) == there,
            })
    }

    /// Says whether all that was typed was taken out again.
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        self.says_as_much_as(&Self::default())
    }

    /// Returns the words typed in a field.
    #[must_use]
    pub fn words(&self, name: &str) -> Option<&str> {
        match self.0.get(name)? {
            Value::Words(words) => Some(words),
            Value::Chosen(_) | Value::Checked(_) | Value::Marked(_) => None,
        }
    }

    /// Returns everything that can be read, a field after the other; yes and no say nothing without their field.
    pub fn told(&self) -> impl Iterator<Item = String> {
        self.0.values().filter_map(|value| match value {
            Value::Words(words) | Value::Chosen(words) => Some(words.clone()),
            Value::Marked(options) => Some(options.join(" · ")),
            Value::Checked(_) => None,
        })
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

    /// Gives what stands in every field, whoever put it there; nothing of a passphrase.
    #[must_use]
    pub fn values(&self) -> Typed {
        let fields = self.fields.iter().filter(|field| !field.is_secret());
        Typed(
            fields
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
    ///
    /// Options are known by their words, and a draft may have been written in another language: `others`
    /// are the same form in the other languages, its options in the same order.
    pub fn put_back(&mut self, typed: &Typed, others: &[Self]) {
        for field in &mut self.fields {
            if let Some(value) = typed.0.get(field.name.as_ref()) {
                let same = others.iter().flat_map(|other| &other.fields);
                let same: Vec<&Field> = same.filter(|it| it.name == field.name).collect();
                field.put_back(value, &same);
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

    /// Returns where an option stands among those of this field.
    fn place_of(&self, label: &str) -> Option<usize> {
        match &self.kind {
            Kind::Choice(choice) => choice.place_of(label),
            Kind::Many { options, .. } => options.iter().position(|option| option == label),
            Kind::Text { .. } | Kind::Check(_) => None,
        }
    }

    fn put_back(&mut self, value: &Value, others: &[&Self]) {
        let place = |own: &Self, label: &str| {
            let elsewhere = || others.iter().find_map(|other| other.place_of(label));
            own.place_of(label).or_else(elsewhere)
        };
        let chosen = match value {
            Value::Chosen(label) => place(self, label),
            _ => None,
        };
        let marked: Vec<usize> = match value {
            Value::Marked(kept) => kept.iter().filter_map(|it| place(self, it)).collect(),
            _ => Vec::new(),
        };
        match (&mut self.kind, value) {
            (Kind::Text { editor, .. }, Value::Words(words)) => editor.set_text(words),
            (Kind::Choice(choice), Value::Chosen(_)) => choice.put_back(chosen),
            (Kind::Check(on), Value::Checked(kept)) => *on = *kept,
            (Kind::Many { on, .. }, Value::Marked(_)) => {
                for (at, on) in on.iter_mut().enumerate() {
                    *on = marked.contains(&at);
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

#[cfg(test)]
mod tests {
    use super::{Typed, Value};

    #[test]
    fn blanks_alone_say_nothing_that_a_draft_would_keep() {
        let typed = |words: &str| Typed([("a".to_owned(), Value::Words(words.to_owned()))].into());
        let empty = Typed(std::collections::BTreeMap::new());
        assert!(typed(" ").says_as_much_as(&empty));
        assert!(typed("路灯 ").says_as_much_as(&typed("路灯")));
        assert!(!typed("路灯").says_as_much_as(&empty));
        assert!(
            !typed("").says_as_much_as(&typed("路灯")),
            "it was taken out"
        );
    }
}
