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
pub mod boards;
pub mod bodies;
pub mod clocks;
pub mod consents;
pub mod corrected;
pub mod dissent;
pub mod faults;
pub mod follow_ups;
pub mod gates;
pub mod lates;
pub mod laws;
pub mod lefts;
pub mod lives;
pub mod look_alikes;
pub mod masks;
pub mod matters;
pub mod measured;
pub mod merges;
pub mod notices;
pub mod overdue;
pub mod own_rules;
pub mod path_states;
pub mod paths;
pub mod popolo_words;
pub mod quorums;
pub mod reconsiderations;
pub mod recusals;
pub mod refusals;
pub mod registers;
pub mod results;
pub mod reviews;
pub mod sequels;
pub mod slates;
mod standings;
pub mod step_days;
pub mod steps;
pub mod terms;
pub mod village_said;
pub mod withdrawals;

#[cfg(test)]
mod check;
#[cfg(test)]
mod emit;
pub mod roster_faults;
pub mod rows;
pub mod rule_faults;
pub mod rule_files;
pub mod rule_items;
pub mod rule_sentences;
pub mod rule_tried;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod value;
pub mod waiting;

pub use fluent_bundle::FluentValue;

use crate::domain::World;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use std::fmt;
use std::str::FromStr;
use std::sync::{Mutex, OnceLock, PoisonError};
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
    /// Returns the language of a committee, that of its name: what the program puts among its words is in that,
    /// whatever the screen speaks.
    #[must_use]
    pub fn of_committee(world: &World) -> Self {
        let chinese = |it: char| matches!(it, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}');
        match &world.committee {
            Some(committee) if !committee.name.as_str().contains(chinese) => Self::En,
            _ => Self::Zh,
        }
    }

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

/// The sentences of one room. One with arguments is parsed when it is first said: a room is read whole by nobody, and
/// the first frame wants a sentence or two of each.
struct Room {
    zh: Tongue,
    en: Tongue,
}

/// A room in one language, and what was said of it so far.
struct Tongue {
    text: &'static str,
    said: OnceLock<Mutex<FluentBundle<FluentResource>>>,
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
        let tongue = match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        };
        tongue.say(language, key, &arguments, errors)
    }
}

impl Tongue {
    const fn new(text: &'static str) -> Self {
        Self {
            text,
            said: OnceLock::new(),
        }
    }

    fn say(
        &self,
        language: Language,
        key: &str,
        arguments: &FluentArgs<'_>,
        errors: &mut Vec<FluentError>,
    ) -> Option<String> {
        let bundle = self.said.get_or_init(|| Mutex::new(bundle(language)));
        let mut bundle = bundle.lock().unwrap_or_else(PoisonError::into_inner);
        if !bundle.has_message(key) {
            let text = entry(self.text, key)?.to_owned();
            // The build has read the same text, and no sentence quotes another.
            let resource = match FluentResource::try_new(text) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            let _ = bundle.add_resource(resource);
        }
        let pattern = bundle.get_message(key)?.value()?;
        let said = bundle.format_pattern(pattern, Some(arguments), errors);
        Some(said.into_owned())
    }
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let tag = language.tag().parse::<LanguageIdentifier>();
    let mut bundle = FluentBundle::new_concurrent(vec![tag.unwrap_or_default()]);
    // Terminals draw the isolating marks, or count cells for them.
    bundle.set_use_isolating(false);
    // Cannot fail: the bundle is empty.
    let _ = bundle.add_builtins();
    bundle
}

/// Returns the lines of one message: from its key to the next line that begins with something of its own.
fn entry<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let begins = |at: usize| at == 0 || text.get(..at).is_some_and(|before| before.ends_with('\n'));
    let (at, _) = text.match_indices(key).find(|(at, _)| {
        let behind = text.get(at + key.len()..).unwrap_or_default();
        begins(*at) && behind.trim_start_matches(' ').starts_with('=')
    })?;
    let rest = text.get(at..)?;
    let end = rest.match_indices('\n').find_map(|(line_end, _)| {
        let next = rest.get(line_end + 1..)?.chars().next()?;
        (!matches!(next, ' ' | '\n' | '\r' | '}' | '[' | '*')).then_some(line_end + 1)
    });
    rest.get(..end.unwrap_or(rest.len()))
}

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
