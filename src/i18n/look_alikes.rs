//! What is said of a name that could be taken for another, or that is of more than one script.

use super::{Language, alike as words};
use crate::exchange::roster::{Alike, Doubt, Script};

/// Says what is doubtful about a name while it is typed.
#[must_use]
pub fn typed(language: Language, doubt: &Doubt) -> String {
    match doubt {
        Doubt::Sounds(other) => words::sound(language, other.as_str()),
        Doubt::Looks(other) => words::shape(language, other.as_str()),
        Doubt::Stray { letter, script } => {
            words::stray(language, letter.to_string(), named(*script))
        }
    }
}

/// Says what is doubtful about a name that was taken in.
#[must_use]
pub fn taken_in(language: Language, alike: &Alike) -> String {
    let name = alike.name.as_str();
    match &alike.doubt {
        Doubt::Sounds(other) | Doubt::Looks(other) => {
            words::taken_in(language, name, other.as_str())
        }
        Doubt::Stray { letter, script } => {
            words::taken_in_stray(language, name, letter.to_string(), named(*script))
        }
    }
}

const fn named(script: Script) -> &'static str {
    match script {
        Script::Han => "han",
        Script::Latin => "latin",
        Script::Greek => "greek",
        Script::Cyrillic => "cyrillic",
    }
}
