//! One of several: ←/→ go through the options, typing goes to the one that fits best.

use crate::tui::find::rank;
use crate::tui::input::{Code, Key};
use crate::tui::widgets::editor::Edited;

#[derive(Debug, Clone)]
pub(super) struct Choice {
    options: Vec<String>,
    at: Option<usize>,
    typed: String,
}

impl Choice {
    pub(super) fn new(options: Vec<String>, at: Option<usize>) -> Self {
        let at = at.filter(|i| *i < options.len());
        Self {
            options,
            at,
            typed: String::new(),
        }
    }

    pub(super) const fn chosen(&self) -> Option<usize> {
        self.at
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.options.is_empty()
    }

    pub(super) fn label(&self) -> &str {
        self.at
            .and_then(|i| self.options.get(i))
            .map_or("", String::as_str)
    }

    pub(super) fn typed(&self) -> &str {
        &self.typed
    }

    /// Returns what was typed where it fits no option.
    pub(super) fn unmatched(&self) -> Option<&str> {
        let typed = self.typed.trim();
        (!typed.is_empty() && rank(typed, &self.options).is_empty()).then_some(typed)
    }

    /// Lets go of what was typed, where an option stands for it.
    pub(super) fn forget_typed(&mut self) {
        if self.unmatched().is_none() {
            self.typed.clear();
        }
    }

    pub(super) fn key(&mut self, key: Key) -> Edited {
        let count = self.options.len();
        let to = match (key.text(), key.code) {
            (Some(c), _) => return self.typing(&c.to_string()),
            (None, Code::Backspace) => {
                self.typed.pop();
                return self.find();
            }
            (None, Code::Right) => self.at.map_or(0, |i| (i + 1) % count.max(1)),
            (None, Code::Left) => self
                .at
                .filter(|i| *i > 0)
                .map_or(count.saturating_sub(1), |i| i - 1),
            (None, Code::Home) => 0,
            (None, Code::End) => count.saturating_sub(1),
            _ => return Edited::Ignored,
        };
        self.typed.clear();
        self.take(to)
    }

    pub(super) fn typing(&mut self, text: &str) -> Edited {
        self.typed.extend(text.chars().filter(|c| !c.is_control()));
        self.find()
    }

    /// Takes the best that fits what was typed; when nothing does the choice stays and the typed text shows why.
    fn find(&mut self) -> Edited {
        if self.typed.trim().is_empty() {
            return Edited::Moved;
        }
        rank(&self.typed, &self.options)
            .first()
            .map_or(Edited::Moved, |i| self.take(*i))
    }

    pub(super) fn take_over(&mut self, old: &Self) {
        self.at = old.at.filter(|at| *at < self.options.len());
    }

    pub(super) fn place_of(&self, label: &str) -> Option<usize> {
        self.options.iter().position(|option| option == label)
    }

    pub(super) fn put_back(&mut self, at: Option<usize>) {
        let at = at.filter(|at| *at < self.options.len());
        self.at = at.or(self.at);
    }

    /// Offers other options; the one taken stays taken where it is still among them, else the first is.
    pub(super) fn offer(&mut self, options: Vec<String>) {
        let at = options.iter().position(|option| option == self.label());
        self.at = at.or(Some(0)).filter(|at| *at < options.len());
        self.options = options;
    }

    fn take(&mut self, to: usize) -> Edited {
        if to >= self.options.len() || self.at == Some(to) {
            return Edited::Moved;
        }
        self.at = Some(to);
        Edited::Changed
    }
}
