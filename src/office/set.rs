//! What is set from the screen, and how long that lasts.

use super::Office;
use crate::i18n::Language;
use crate::settings::Settings;
use std::io;
use std::path::Path;

/// How long something lasts that was set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasts {
    /// The settings file has it.
    Always,
    /// Nothing is written where a file is only looked into: until the program ends.
    ThisRun,
    /// As long, because the settings file took nothing.
    Unwritten,
}

impl Office {
    /// Sets the language of the screen.
    pub fn set_language(&mut self, language: Language) -> Lasts {
        self.language = language;
        self.settings.language = Some(language.tag().to_owned());
        self.keep(|settings, path| settings.keep_language(path, language))
    }

    /// Sets the theme by its name.
    pub fn set_theme(&mut self, theme: &str) -> Lasts {
        self.settings.theme = Some(theme.to_owned());
        self.keep(|settings, path| settings.keep_theme(path, theme))
    }

    fn keep(&mut self, write: impl FnOnce(&mut Settings, &Path) -> io::Result<()>) -> Lasts {
        if !self.keeps() {
            return Lasts::ThisRun;
        }
        let path = &self.paths.settings_file;
        let kept = self.paths.make().is_ok() && write(&mut self.settings, path).is_ok();
        if kept {
            Lasts::Always
        } else {
            Lasts::Unwritten
        }
    }
}
