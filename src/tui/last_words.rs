//! What a panic says of the words that were being written: the loop notes how they lie, for the hook cannot ask the
//! model any more.

use super::app::App;
use crate::i18n::{Language, ui};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

/// How what is being written lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Lies {
    /// All of it in drafts.
    Kept,
    /// In drafts, but for the last moments.
    Typing,
    /// On the screen alone: no draft could be kept.
    Unkept,
}

/// Holds the last note, for every thread.
#[derive(Debug, Clone, Default)]
pub struct LastWords(Arc<AtomicU8>);

impl LastWords {
    /// Notes that keys are being taken, which may be the beginning of words.
    pub fn keys_come(&self) {
        self.0.fetch_max(Lies::Typing as u8, Ordering::Relaxed);
    }

    /// Notes how what is being written lies now.
    pub fn note(&self, app: &App) {
        let lies = match (app.has_unkept(), &app.unkept) {
            (false, _) => Lies::Kept,
            (true, None) => Lies::Typing,
            (true, Some(_)) => Lies::Unkept,
        };
        self.0.store(lies as u8, Ordering::Relaxed);
    }

    /// Returns the words, in both languages: whoever sits there may not be who set it.
    #[must_use]
    pub fn words(&self, language: Language, info: &str) -> String {
        let noted = self.0.load(Ordering::Relaxed);
        let words = |language| match noted {
            it if it == Lies::Kept as u8 => ui::panicked(language),
            it if it == Lies::Typing as u8 => ui::panicked_typing(language),
            _ => ui::panicked_unkept(language),
        };
        format!("{}\n{}\n{info}", words(language), words(language.other()))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::tui::stage::Stage;

    #[test]
    fn only_what_is_in_a_draft_is_said_to_be() {
        for language in Language::ALL {
            let words = LastWords::default();
            let both = |of: fn(Language) -> &'static str| {
                format!("{}\n{}\nx", of(language), of(language.other()))
            };
            let mut stage = Stage::new(language);
            stage.press("1 2 2");
            words.note(&stage.app);
            assert_eq!(words.words(language, "x"), both(ui::panicked));
            // Before it is known what a key does it may have been the first of some words.
            words.keys_come();
            assert_eq!(words.words(language, "x"), both(ui::panicked_typing));
            stage.type_text("灌渠第二段");
            words.note(&stage.app);
            assert_eq!(words.words(language, "x"), both(ui::panicked_typing));
            stage.app.keep_unfinished();
            words.note(&stage.app);
            assert_eq!(words.words(language, "x"), both(ui::panicked));
            // A disk that takes no draft.
            stage.desk().freeze_disk(true);
            stage.type_text("已清完");
            stage.app.keep_unfinished();
            words.note(&stage.app);
            words.keys_come();
            assert_eq!(words.words(language, "x"), both(ui::panicked_unkept));
        }
    }
}
