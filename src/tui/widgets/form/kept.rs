//! A form's values as text, so that a draft can hold them and put them back.

use super::Form;
use super::field::Kind;

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

    /// Gives a field's value as text: what was typed, the number of the option taken, or those marked.
    #[must_use]
    pub fn kept(&self, index: usize) -> String {
        match self.fields.get(index).map(|field| &field.kind) {
            Some(Kind::Text { editor, .. }) => editor.text(),
            Some(Kind::Choice(choice)) => {
                choice.chosen().map(|at| at.to_string()).unwrap_or_default()
            }
            Some(Kind::Check(on)) => u8::from(*on).to_string(),
            Some(Kind::Many { on, .. }) => {
                on.iter().map(|on| if *on { '1' } else { '0' }).collect()
            }
            None => String::new(),
        }
    }

    /// Puts a value back that [`Form::kept`] gave; one that does not fit the field any more is passed over.
    pub fn put_back(&mut self, index: usize, value: &str) {
        match self.fields.get_mut(index).map(|field| &mut field.kind) {
            Some(Kind::Text { editor, .. }) => editor.set_text(value),
            Some(Kind::Choice(choice)) => {
                if let Ok(at) = value.parse() {
                    choice.put_back(at);
                }
            }
            Some(Kind::Check(on)) => *on = value == "1",
            Some(Kind::Many { on, .. }) => {
                for (on, kept) in on.iter_mut().zip(value.chars()) {
                    *on = kept == '1';
                }
            }
            None => {}
        }
    }
}
