//! One field of a form: its label, its value, and what keys do to it.

use super::choice::Choice;
use crate::tui::input::{Code, Key};
use crate::tui::widgets::editor::{Edited, Editor};
use std::borrow::Cow;

/// A labelled field. Made by its kind, with the name a draft keeps it by; then marked with the calls that follow.
#[derive(Debug, Clone)]
pub struct Field {
    /// The name its value is kept by in a draft, in no language and its own on the sheet.
    pub(super) name: Cow<'static, str>,
    pub(super) label: String,
    pub(super) kind: Kind,
    pub(super) required: bool,
    pub(super) hint: String,
    pub(super) error: Option<String>,
    /// Whether its value is only proposed: the first thing typed takes its place.
    pub(super) proposed: bool,
    /// Whether somebody gave it a value, so that a draft holds it; what a sheet proposes nobody typed.
    pub(super) typed: bool,
    /// Whether it is left out: not drawn, passed over, and never missing.
    pub(super) hidden: bool,
}

#[derive(Debug, Clone)]
pub(super) enum Kind {
    Text {
        editor: Box<Editor>,
        rows: u16,
    },
    Choice(Choice),
    Check(bool),
    Many {
        options: Vec<String>,
        on: Vec<bool>,
        at: usize,
    },
}

impl Field {
    fn new(name: impl Into<Cow<'static, str>>, label: &str, kind: Kind) -> Self {
        Self {
            name: name.into(),
            label: label.to_owned(),
            kind,
            required: false,
            hint: String::new(),
            error: None,
            proposed: false,
            typed: false,
            hidden: false,
        }
    }

    /// Makes a field for one line of text of at most `limit` characters.
    #[must_use]
    pub fn text(
        name: impl Into<Cow<'static, str>>,
        label: &str,
        value: &str,
        limit: usize,
    ) -> Self {
        let editor = Box::new(Editor::single(value).limited(limit));
        Self::new(name, label, Kind::Text { editor, rows: 1 })
    }

    /// Makes a field for a day, a time or a number. A value it begins with is a proposal: what is typed
    /// first takes its place, while a key that moves in it or takes off from it keeps it.
    #[must_use]
    pub fn figure(
        name: impl Into<Cow<'static, str>>,
        label: &str,
        value: &str,
        limit: usize,
    ) -> Self {
        Self {
            proposed: !value.is_empty(),
            ..Self::text(name, label, value, limit)
        }
    }

    /// Makes a field for a passphrase: stars stand for what is typed, and no draft holds it.
    #[must_use]
    pub fn secret(name: &'static str, label: &str, limit: usize) -> Self {
        let editor = Box::new(Editor::single("").limited(limit).secret());
        Self::new(name, label, Kind::Text { editor, rows: 1 })
    }

    /// Makes a field for many lines of text, drawn `rows` rows high, of at most `limit` characters.
    #[must_use]
    pub fn lines(
        name: impl Into<Cow<'static, str>>,
        label: &str,
        value: &str,
        limit: usize,
        rows: u16,
    ) -> Self {
        let editor = Box::new(Editor::multi(value).limited(limit));
        let rows = rows.max(1);
        Self::new(name, label, Kind::Text { editor, rows })
    }

    /// Makes a field of many lines for a table, whose cells stay apart when they come with tabs.
    #[must_use]
    pub fn table(name: impl Into<Cow<'static, str>>, label: &str, limit: usize, rows: u16) -> Self {
        let editor = Box::new(Editor::multi("").limited(limit).with_wide_tabs());
        let rows = rows.max(1);
        Self::new(name, label, Kind::Text { editor, rows })
    }

    /// Makes a field for one of several options.
    #[must_use]
    pub fn choice(
        name: impl Into<Cow<'static, str>>,
        label: &str,
        options: Vec<String>,
        chosen: Option<usize>,
    ) -> Self {
        Self::new(name, label, Kind::Choice(Choice::new(options, chosen)))
    }

    /// Makes a field for yes or no.
    #[must_use]
    pub fn check(name: impl Into<Cow<'static, str>>, label: &str, on: bool) -> Self {
        Self::new(name, label, Kind::Check(on))
    }

    /// Makes a field for any number of several options, one row an option.
    #[must_use]
    pub fn many(
        name: impl Into<Cow<'static, str>>,
        label: &str,
        options: Vec<String>,
        marked: &[usize],
    ) -> Self {
        let on = (0..options.len()).map(|i| marked.contains(&i)).collect();
        let kind = Kind::Many { options, on, at: 0 };
        Self::new(name, label, kind)
    }

    /// Marks the field as required; the mark is drawn, the judging is the caller's.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Gives the field a line of help that is shown while it is in use.
    #[must_use]
    pub fn hint(mut self, words: &str) -> Self {
        words.clone_into(&mut self.hint);
        self
    }

    pub(super) fn is_missing(&self) -> bool {
        match &self.kind {
            Kind::Text { editor, .. } => editor.is_blank(),
            Kind::Choice(choice) => choice.chosen().is_none(),
            Kind::Check(on) => !on,
            Kind::Many { on, .. } => !on.contains(&true),
        }
    }

    pub(super) fn key(&mut self, key: Key) -> Edited {
        if key.text().is_some() {
            self.give_way();
        }
        let edited = self.edit(key);
        if edited != Edited::Ignored {
            self.proposed = false;
        }
        self.typed |= matches!(edited, Edited::Changed | Edited::Refused(_));
        edited
    }

    /// Takes the value of a field of the same kind, whatever words its options are in.
    pub(super) fn take_over(&mut self, known: &Self) {
        self.proposed = known.proposed;
        self.typed = known.typed;
        match (&mut self.kind, &known.kind) {
            (Kind::Text { editor, .. }, Kind::Text { editor: old, .. }) => editor.clone_from(old),
            (Kind::Choice(choice), Kind::Choice(old)) => choice.take_over(old),
            (Kind::Check(on), Kind::Check(old)) => *on = *old,
            (
                Kind::Many { on, at, .. },
                Kind::Many {
                    on: old, at: was, ..
                },
            ) => {
                on.clone_from(old);
                *at = *was;
            }
            _ => {}
        }
    }

    /// Takes a proposed value away before something is typed in its place.
    fn give_way(&mut self) {
        if let (true, Kind::Text { editor, .. }) = (self.proposed, &mut self.kind) {
            editor.set_text("");
        }
        self.proposed = false;
    }

    fn edit(&mut self, key: Key) -> Edited {
        match &mut self.kind {
            Kind::Text { editor, rows } => match key.code {
                // Enter belongs to the text only where there is more than one row of it
                Code::Enter if *rows == 1 => Edited::Ignored,
                _ => editor.key(key),
            },
            Kind::Choice(choice) => choice.key(key),
            Kind::Check(on) => match switch(key, *on) {
                Some(to) => set(on, to),
                None => Edited::Ignored,
            },
            Kind::Many { on, at, .. } => match key.code {
                Code::Up if *at > 0 => {
                    *at -= 1;
                    Edited::Moved
                }
                Code::Down if *at + 1 < on.len() => {
                    *at += 1;
                    Edited::Moved
                }
                _ => match on.get_mut(*at) {
                    Some(here) => match switch(key, *here) {
                        Some(to) => set(here, to),
                        None => Edited::Ignored,
                    },
                    None => Edited::Ignored,
                },
            },
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Edited {
        self.give_way();
        let edited = match &mut self.kind {
            Kind::Text { editor, .. } => editor.paste(text),
            Kind::Choice(choice) => choice.typing(text),
            Kind::Check(_) | Kind::Many { .. } => Edited::Ignored,
        };
        self.typed |= matches!(edited, Edited::Changed | Edited::Refused(_));
        edited
    }

    pub(super) fn entered(&mut self, from_above: bool) {
        if let Kind::Many { at, on, .. } = &mut self.kind {
            *at = if from_above {
                0
            } else {
                on.len().saturating_sub(1)
            };
        }
    }

    pub(super) fn left(&mut self) {
        if let Kind::Choice(choice) = &mut self.kind {
            choice.forget_typed();
        }
    }
}

/// Gives what a key makes of a mark: the space bar turns it, the arrows set and take it.
fn switch(key: Key, now: bool) -> Option<bool> {
    let key = key.folded();
    match (key.text(), key.code) {
        (Some(' '), _) => Some(!now),
        (_, Code::Right) => Some(true),
        (_, Code::Left) => Some(false),
        _ => None,
    }
}

fn set(mark: &mut bool, to: bool) -> Edited {
    if std::mem::replace(mark, to) == to {
        Edited::Moved
    } else {
        Edited::Changed
    }
}
