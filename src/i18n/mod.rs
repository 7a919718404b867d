//! Sentences in two languages. Every word a person reads comes from here.
//!
//! A room is a pair of files, `zh/<room>.ftl` and `en/<room>.ftl`; adding both is all it takes. The
//! build script checks them against each other (`check.rs`) and writes one module
//! a room and one function a message:
//!
//! - dashes in keys become underscores, words of Rust get `r#`;
//! - the first parameter is the [`Language`], the others are the arguments in the order in which
//!   they first appear in the **English** text;
//! - a message without arguments returns `&'static str` and looks nothing up; one with arguments
//!   returns `String`;
//! - an argument that chooses a plural must be passed as a number; as text it takes the default.

pub mod acts;
pub mod faults;
pub mod follow_ups;
pub mod notices;
pub mod popolo_words;
pub mod refusals;
pub mod steps;
pub mod terms;

#[cfg(test)]
mod check;
#[cfg(test)]
mod emit;
pub mod roster_faults;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod value;

pub use fluent_bundle::FluentValue;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

/// A language that the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// Chinese, simplified.
    #[default]
    Zh,
    /// English.
    En,
}

/// Says that a language is not one that the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownLanguage;

impl Language {
    /// Every language, the default first.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// Returns the tag: `zh-CN` or `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// Returns the other language.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.tag())
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        match raw.trim().to_ascii_lowercase().replace('_', "-").as_str() {
            "zh" | "zh-cn" => Ok(Self::Zh),
            "en" => Ok(Self::En),
            _ => Err(UnknownLanguage),
        }
    }
}

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("zh-CN | en")
    }
}

impl std::error::Error for UnknownLanguage {}

/// The sentences of one room, parsed when one with arguments is first said.
struct Room {
    zh: Tongue,
    en: Tongue,
}

/// A room in one language.
struct Tongue {
    text: &'static str,
    bundle: OnceLock<FluentBundle<FluentResource>>,
}

impl Room {
    const fn new(zh: &'static str, en: &'static str) -> Self {
        Self {
            zh: Tongue::new(zh),
            en: Tongue::new(en),
        }
    }

    /// Says a message. The build has proved that it is there and what its arguments are.
    fn say<'a, const N: usize>(
        &self,
        language: Language,
        key: &str,
        arguments: [(&'static str, FluentValue<'a>); N],
    ) -> String {
        let mut errors = Vec::new();
        let said = self.try_say(language, key, FluentArgs::from_iter(arguments), &mut errors);
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        said.unwrap_or_else(|| key.to_owned())
    }

    fn try_say(
        &self,
        language: Language,
        key: &str,
        arguments: FluentArgs<'_>,
        errors: &mut Vec<FluentError>,
    ) -> Option<String> {
        let bundle = match language {
            Language::Zh => self.zh.bundle(language),
            Language::En => self.en.bundle(language),
        };
        let pattern = bundle.get_message(key)?.value()?;
        let said = bundle.format_pattern(pattern, Some(&arguments), errors);
        Some(said.into_owned())
    }
}

impl Tongue {
    const fn new(text: &'static str) -> Self {
        Self {
            text,
            bundle: OnceLock::new(),
        }
    }

    fn bundle(&self, language: Language) -> &FluentBundle<FluentResource> {
        self.bundle.get_or_init(|| {
            let tag = language.tag().parse::<LanguageIdentifier>();
            let mut bundle = FluentBundle::new_concurrent(vec![tag.unwrap_or_default()]);
            // Terminals draw the isolating marks, or count cells for them.
            bundle.set_use_isolating(false);
            // Neither can fail: the build has read the same text, and the bundle is empty.
            let _ = bundle.add_builtins();
            let resource = match FluentResource::try_new(self.text.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            let _ = bundle.add_resource(resource);
            bundle
        })
    }
}

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
