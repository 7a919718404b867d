//! A form's values as text, so that a draft can hold them and put them back.

use super::Form;
use super::field::Kind;

/// Stands between the options marked; cleaned out of any text at the door, so it is in none.
const AND: &str = "\u{1e}";

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

    /// Gives a field's value as text: what was typed, the option taken, or those marked.
    #[must_use]
    pub fn kept(&self, index: usize) -> String {
        match self.fields.get(index).map(|field| &field.kind) {
            Some(Kind::Text { editor, .. }) => editor.text(),
            // By their words and not by their numbers: the options may be others when the draft is put back.
            Some(Kind::Choice(choice)) => choice.label().to_owned(),
            Some(Kind::Check(on)) => u8::from(*on).to_string(),
            Some(Kind::Many { options, on, .. }) => {
                let marked = options.iter().zip(on).filter(|(_, on)| **on);
                let marked: Vec<&str> = marked.map(|(option, _)| option.as_str()).collect();
                marked.join(AND)
            }
            None => String::new(),
        }
    }

    /// Takes over the values and the caret of a form of the same fields in other words.
    pub fn take_over(&mut self, old: &Self) {
        for (field, known) in self.fields.iter_mut().zip(&old.fields) {
            field.take_over(known);
        }
        self.focus(old.at);
    }

    /// Gives the label and the text of a text field; other kinds have no words of their own.
    #[must_use]
    pub fn words(&self, index: usize) -> Option<(&str, String)> {
        let field = self.fields.get(index)?;
        match &field.kind {
            Kind::Text { editor, .. } => Some((&field.label, editor.text())),
            Kind::Choice(_) | Kind::Check(_) | Kind::Many { .. } => None,
        }
    }

    /// Puts a value back that [`Form::kept`] gave; one that does not fit the field any more is passed over.
    pub fn put_back(&mut self, index: usize, value: &str) {
        if let Some(field) = self.fields.get_mut(index) {
            field.proposed &=
                matches!(&field.kind, Kind::Text { editor, .. } if editor.text() == value);
        }
        match self.fields.get_mut(index).map(|field| &mut field.kind) {
            Some(Kind::Text { editor, .. }) => editor.set_text(value),
            Some(Kind::Choice(choice)) => {
                choice.put_back(value);
            }
            Some(Kind::Check(on)) => *on = value == "1",
            Some(Kind::Many { options, on, .. }) => {
                for (option, on) in options.iter().zip(on) {
                    *on = value.split(AND).any(|kept| kept == option);
                }
            }
            None => {}
        }
    }
}
