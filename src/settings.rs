//! Settings: few, read from one TOML file, never written unless a person changes one.

use crate::file;
use crate::i18n::Language;
use serde::Deserialize;
use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

/// The longest settings file, in bytes.
const LONGEST: u64 = 1 << 20;

/// The keys a settings file may hold.
pub const KEYS: [&str; 3] = ["language", "theme", "ambiguous"];

/// What a person may set.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language of the screen: `zh-CN` or `en`; the environment decides where it is absent.
    pub language: Option<String>,
    /// The theme by name.
    pub theme: Option<String>,
    /// How wide characters of ambiguous width are.
    pub ambiguous: AmbiguousWidth,
}

/// How wide characters are whose width the standard leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AmbiguousWidth {
    /// As the terminal says when it is asked.
    #[default]
    Auto,
    /// One cell.
    Narrow,
    /// Two cells.
    Wide,
}

/// Why a settings file was not taken.
#[derive(Debug, thiserror::Error)]
pub enum SettingsFault {
    /// It could not be read or written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It is not TOML, or a value has the wrong type.
    #[error("line {line}: {found}")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// What the reader found, in technical words.
        found: String,
    },
    /// A key is not known.
    #[error("line {line}: {key} is not known, did you mean {nearest}?")]
    UnknownKey {
        /// The line, from 1.
        line: usize,
        /// The key.
        key: String,
        /// The known key that is nearest.
        nearest: &'static str,
    },
}

impl Settings {
    /// Reads the file; one that is not there gives the defaults.
    ///
    /// # Errors
    /// [`SettingsFault`] with the line.
    pub fn read(path: &Path) -> Result<Self, SettingsFault> {
        let read = || -> io::Result<String> {
            let mut text = String::new();
            let most = LONGEST + 1;
            file::open(path)?.take(most).read_to_string(&mut text)?;
            if u64::try_from(text.len()).is_ok_and(|length| length < most) {
                Ok(text)
            } else {
                Err(io::ErrorKind::FileTooLarge.into())
            }
        };
        match read() {
            Ok(text) => Self::parse(&text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error.into()),
        }
    }

    /// Reads settings from TOML.
    ///
    /// # Errors
    /// [`SettingsFault`] with the line.
    pub fn parse(text: &str) -> Result<Self, SettingsFault> {
        let line_of = |at: usize| text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        let syntax = |error: &toml::de::Error| SettingsFault::Syntax {
            line: error.span().map_or(1, |span| line_of(span.start)),
            found: error.message().to_owned(),
        };
        let table: toml::Table = toml::from_str(text).map_err(|error| syntax(&error))?;
        if let Some(key) = table.keys().find(|key| !KEYS.contains(&key.as_str())) {
            let nearest = KEYS
                .iter()
                .min_by_key(|known| distance(known, key))
                .copied()
                .unwrap_or("language");
            let line = text
                .lines()
                .position(|line| line.trim_start().starts_with(key.as_str()));
            return Err(SettingsFault::UnknownKey {
                line: line.map_or(1, |at| at + 1),
                key: key.clone(),
                nearest,
            });
        }
        toml::from_str(text).map_err(|error| syntax(&error))
    }

    /// Returns the language that is set.
    #[must_use]
    pub fn language(&self) -> Option<Language> {
        self.language.as_deref().and_then(|tag| tag.parse().ok())
    }

    /// Writes the language into the file, other lines kept.
    ///
    /// # Errors
    /// Where the file cannot be read or written.
    pub fn keep_language(&mut self, path: &Path, language: Language) -> io::Result<()> {
        self.language = Some(language.tag().to_owned());
        keep(path, "language", language.tag())
    }

    /// Sets the theme and writes the file, other lines kept.
    ///
    /// # Errors
    /// Where the file cannot be read or written.
    pub fn keep_theme(&mut self, path: &Path, theme: &str) -> io::Result<()> {
        self.theme = Some(theme.to_owned());
        keep(path, "theme", theme)
    }
}

/// Writes one line anew and leaves the others as they are.
fn keep(path: &Path, key: &str, value: &str) -> io::Result<()> {
    let old = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error),
    };
    let mut text = format!("{key} = \"{value}\"\n");
    for line in old
        .lines()
        .filter(|line| line.split('=').next().map(str::trim) != Some(key))
    {
        text.push_str(line);
        text.push('\n');
    }
    write_mine(path, &text)
}

/// Writes a file that only its owner reads, like all others of the program.
fn write_mine(path: &Path, text: &str) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(text.as_bytes())
}

/// Counts the edits between two words, for naming the nearest key.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        let mut next = vec![left];
        for (b, above) in other.iter().zip(row.iter().skip(1)) {
            let cost = (left + 1)
                .min(above + 1)
                .min(diagonal + usize::from(a != *b));
            diagonal = *above;
            left = cost;
            next.push(cost);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_unknown_key_is_named_with_its_line_and_its_neighbour() {
        let fault = Settings::parse("language = \"en\"\nteme = \"dark\"\n").unwrap_err();
        assert!(
            matches!(&fault, SettingsFault::UnknownKey { line: 2, key, nearest: "theme" } if key == "teme"),
            "{fault}"
        );
        assert!(matches!(
            Settings::parse("language = \n"),
            Err(SettingsFault::Syntax { line: 1, .. })
        ));
        assert!(matches!(
            Settings::parse("theme = \"dark\"\nambiguous = \"broad\"\n"),
            Err(SettingsFault::Syntax { line: 2, .. })
        ));
        let wide = Settings::parse("language = \"en\"\nambiguous = \"wide\"").unwrap();
        assert_eq!(wide.language(), Some(Language::En));
        assert_eq!(wide.ambiguous, AmbiguousWidth::Wide);
        assert_eq!(Settings::default().ambiguous, AmbiguousWidth::Auto);
    }

    #[cfg(unix)]
    #[test]
    fn a_settings_file_that_is_made_is_its_owners_only() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.toml");
        let mut settings = Settings::default();
        settings.keep_language(&path, Language::En).unwrap();
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn setting_the_language_keeps_the_other_lines() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.toml");
        fs::write(&path, "language = \"zh-CN\"\ntheme = \"light\"\n").unwrap();
        let mut settings = Settings::read(&path).unwrap();
        settings.keep_language(&path, Language::En).unwrap();
        let again = Settings::read(&path).unwrap();
        assert_eq!(
            (again.language(), again.theme.as_deref()),
            (Some(Language::En), Some("light"))
        );
        settings.keep_theme(&path, "mono").unwrap();
        let again = Settings::read(&path).unwrap();
        assert_eq!(
            (again.language(), again.theme.as_deref()),
            (Some(Language::En), Some("mono"))
        );
    }
}
