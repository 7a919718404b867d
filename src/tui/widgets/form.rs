//! A form: labelled fields one below the other, and a last row that sends it off.

mod choice;
mod field;
mod paint;
mod typed;

use crate::tui::input::{Code, Key};
use crate::tui::widgets::editor::Edited;
use field::Kind;

pub use field::Field;
pub use typed::Typed;

/// What a key did to a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormEvent {
    /// Nothing the caller has to act on.
    None,
    /// The field of this index has a new value; its error, if it had one, is gone.
    Changed(usize),
    /// The field of this index is full; this text did not fit.
    Refused(usize, String),
    /// The last row was confirmed. Whether the values will do is the caller's to say, with [`Form::set_error`].
    Submit,
    /// The user wants to leave. The caller keeps the values as a draft.
    Cancel,
}

/// Fields, where the user is among them, and the label of the last row.
#[derive(Debug, Clone)]
pub struct Form {
    fields: Vec<Field>,
    confirm: String,
    /// The index of the field in use; the number of fields for the last row.
    at: usize,
    offset: u16,
}

impl Form {
    /// Makes a form; `confirm` is the label of its last row. Each field has a name of its own, for drafts.
    #[must_use]
    pub fn new(confirm: &str, fields: Vec<Field>) -> Self {
        debug_assert!(
            (1..).zip(&fields).all(|(next, field)| {
                fields
                    .iter()
                    .skip(next)
                    .all(|other| other.name != field.name)
            }),
            "two fields of one name"
        );
        Self {
            fields,
            confirm: confirm.to_owned(),
            at: 0,
            offset: 0,
        }
    }

    /// Gives the index of the field in use, or the number of fields when the last row is.
    #[must_use]
    pub const fn focused(&self) -> usize {
        self.at
    }

    /// Goes to a field, or to the last row for any larger index.
    pub fn focus(&mut self, index: usize) {
        self.at = index.min(self.fields.len());
    }

    /// Says whether Enter is a line feed in the field in use.
    #[must_use]
    pub fn takes_lines(&self) -> bool {
        matches!(
            self.fields.get(self.at).map(|field| &field.kind),
            Some(Kind::Text { rows, .. }) if *rows > 1
        )
    }

    /// Says whether the field in use is marked and not written in.
    #[must_use]
    pub fn takes_marks(&self) -> bool {
        matches!(
            self.fields.get(self.at).map(|field| &field.kind),
            Some(Kind::Check(_) | Kind::Many { .. })
        )
    }

    /// Gives the text of a text field; empty for other kinds.
    #[must_use]
    pub fn text(&self, index: usize) -> String {
        match self.fields.get(index).map(|f| &f.kind) {
            Some(Kind::Text { editor, .. }) => editor.text(),
            _ => String::new(),
        }
    }

    /// Gives the label of a field.
    #[must_use]
    pub fn label(&self, index: usize) -> &str {
        self.fields.get(index).map_or("", |field| &field.label)
    }

    /// Gives the option taken in a choice.
    #[must_use]
    pub fn chosen(&self, index: usize) -> Option<usize> {
        match self.fields.get(index).map(|f| &f.kind) {
            Some(Kind::Choice(choice)) => choice.chosen(),
            _ => None,
        }
    }

    /// Says whether a check is set.
    #[must_use]
    pub fn checked(&self, index: usize) -> bool {
        matches!(
            self.fields.get(index).map(|f| &f.kind),
            Some(Kind::Check(true))
        )
    }

    /// Gives the options marked in a field of many.
    #[must_use]
    pub fn marked(&self, index: usize) -> Vec<usize> {
        match self.fields.get(index).map(|f| &f.kind) {
            Some(Kind::Many { on, .. }) => (0..on.len())
                .filter(|i| on.get(*i).copied().unwrap_or(false))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// Shows or takes away the error below a field.
    pub fn set_error(&mut self, index: usize, words: Option<&str>) {
        if let Some(field) = self.fields.get_mut(index) {
            field.error = words.map(str::to_owned);
        }
    }

    /// Takes every error away: what was wrong is asked anew.
    pub fn clear_errors(&mut self) {
        self.fields.iter_mut().for_each(|field| field.error = None);
    }

    /// Gives a field another line of help.
    pub fn set_hint(&mut self, index: usize, words: &str) {
        if let Some(field) = self.fields.get_mut(index) {
            words.clone_into(&mut field.hint);
        }
    }

    /// Shows a field or leaves it out: one left out is not drawn, passed over and never missing. Its
    /// value stays.
    pub fn show(&mut self, index: usize, shown: bool) {
        if let Some(field) = self.fields.get_mut(index) {
            field.hidden = !shown;
        }
    }

    /// Says whether a field is shown.
    #[must_use]
    pub fn shows(&self, index: usize) -> bool {
        self.fields.get(index).is_some_and(|field| !field.hidden)
    }

    /// Offers other options in a choice; the one taken stays taken where it is still among them, else
    /// the first is.
    pub fn offer(&mut self, index: usize, options: Vec<String>) {
        if let Some(Kind::Choice(choice)) = self.fields.get_mut(index).map(|field| &mut field.kind)
        {
            choice.offer(options);
        }
    }

    /// Gives the required fields that are still empty, from the top.
    #[must_use]
    pub fn missing(&self) -> Vec<usize> {
        let fields = self.fields.iter().enumerate();
        let missing = fields.filter(|(_, it)| it.required && !it.hidden && it.is_missing());
        missing.map(|(at, _)| at).collect()
    }

    /// Gives the choices in which something was typed that is none of theirs, from the top, and what.
    #[must_use]
    pub fn unmatched(&self) -> Vec<(usize, &str)> {
        let fields = self.fields.iter().enumerate();
        let unmatched = fields
            .filter(|(_, it)| !it.hidden)
            .filter_map(|(at, it)| match &it.kind {
                Kind::Choice(choice) => Some((at, choice.unmatched()?)),
                _ => None,
            });
        unmatched.collect()
    }

    /// Takes a key. Enter goes to the next field and on the last row submits; in a field of many lines it is a line
    /// feed, and Tab leaves.
    pub fn key(&mut self, key: Key) -> FormEvent {
        let at = self.at;
        let Some(field) = self.fields.get_mut(at) else {
            return self.step(key);
        };
        match field.key(key) {
            Edited::Changed => {
                field.error = None;
                FormEvent::Changed(at)
            }
            Edited::Refused(over) => FormEvent::Refused(at, over),
            Edited::Moved => FormEvent::None,
            Edited::Ignored => self.step(key),
        }
    }

    /// Takes pasted text or a burst; only a field for text or a choice takes it.
    pub fn paste(&mut self, text: &str) -> FormEvent {
        let at = self.at;
        let Some(field) = self.fields.get_mut(at) else {
            return FormEvent::None;
        };
        match field.paste(text) {
            Edited::Changed => {
                field.error = None;
                FormEvent::Changed(at)
            }
            Edited::Refused(over) => FormEvent::Refused(at, over),
            Edited::Moved | Edited::Ignored => FormEvent::None,
        }
    }

    fn step(&mut self, key: Key) -> FormEvent {
        let last = self.fields.len();
        match key.code {
            Code::Esc => return FormEvent::Cancel,
            Code::Enter if self.at == last => return FormEvent::Submit,
            Code::Enter | Code::Down | Code::Tab => self.enter(self.next(), true),
            Code::Up | Code::BackTab => self.enter(self.previous(), false),
            Code::PageDown => self.enter(last, true),
            Code::PageUp => {
                let first = (0..last).find(|index| self.shows(*index));
                self.enter(first.unwrap_or(last), true);
            }
            _ => {}
        }
        FormEvent::None
    }

    /// Gives the next field that is shown; the number of fields for the last row.
    fn next(&self) -> usize {
        let after = (self.at + 1)..self.fields.len();
        let mut shown = after.filter(|index| self.shows(*index));
        shown.next().unwrap_or(self.fields.len())
    }

    /// Gives the field before that is shown; where there is none, the one in use.
    fn previous(&self) -> usize {
        let mut shown = (0..self.at).rev().filter(|index| self.shows(*index));
        shown.next().unwrap_or(self.at)
    }

    fn enter(&mut self, to: usize, from_above: bool) {
        if to == self.at {
            return;
        }
        if let Some(field) = self.fields.get_mut(self.at) {
            field.left();
        }
        self.at = to;
        if let Some(field) = self.fields.get_mut(to) {
            field.entered(from_above);
        }
    }
}

#[cfg(test)]
#[path = "form_tests.rs"]
mod tests;
