//! One key press, with a name that can be written in a settings file and shown in a footer.

use super::fold;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::fmt;
use std::str::FromStr;

/// Which key was pressed. Shift is not told apart: it is in the character, or in [`Code::BackTab`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A character as it was typed, not folded.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
    /// Delete forwards.
    Delete,
    /// Delete backwards.
    Backspace,
    /// A function key, from 1.
    F(u8),
}

/// A key with the two modifiers that reach a program in every terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Ctrl was held.
    pub ctrl: bool,
    /// Alt was held.
    pub alt: bool,
}

/// The name of a key that is none; holds what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadKey(pub String);

/// What keys are called; of two names of a key the first is shown.
const NAMES: [(&str, Code); 16] = [
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Shift-Tab", Code::BackTab),
    ("BackTab", Code::BackTab),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("PgUp", Code::PageUp),
    ("PgDn", Code::PageDown),
    ("Home", Code::Home),
    ("End", Code::End),
    ("Delete", Code::Delete),
    ("Backspace", Code::Backspace),
    ("Space", Code::Char(' ')),
];

impl Key {
    /// Makes a key without modifiers.
    #[must_use]
    pub const fn plain(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
        }
    }

    /// Makes the key of a character without modifiers.
    #[must_use]
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// Makes a key with Ctrl held.
    #[must_use]
    pub const fn ctrl(c: char) -> Self {
        Self {
            code: Code::Char(c),
            ctrl: true,
            alt: false,
        }
    }

    /// Gives the key to look up in a table of keys: full-width forms become half-width ones.
    #[must_use]
    pub fn folded(self) -> Self {
        match self.code {
            Code::Char(c) => Self {
                code: Code::Char(fold(c)),
                ..self
            },
            _ => self,
        }
    }

    /// Gives the character to insert in a text field, if this key is one.
    #[must_use]
    pub const fn text(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// Says whether only an input method can have sent this key, that is, a character that is not ASCII even when folded.
    #[must_use]
    pub fn is_ime_evidence(self) -> bool {
        matches!(self.code, Code::Char(c) if !fold(c).is_ascii())
    }

    /// Translates a terminal's key; `None` for keys this program has no name for.
    #[must_use]
    pub fn from_event(event: &KeyEvent) -> Option<Self> {
        let mut ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let mut alt = event.modifiers.contains(KeyModifiers::ALT);
        let code = match event.code {
            KeyCode::Char(c) => {
                // AltGr arrives as Ctrl and Alt together and makes a plain character
                if ctrl && alt && !c.is_ascii_alphanumeric() {
                    ctrl = false;
                    alt = false;
                }
                if ctrl || alt {
                    Code::Char(c.to_ascii_lowercase())
                } else {
                    Code::Char(c)
                }
            }
            KeyCode::Enter => Code::Enter,
            KeyCode::Esc => Code::Esc,
            KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => Code::BackTab,
            KeyCode::Tab => Code::Tab,
            KeyCode::BackTab => Code::BackTab,
            KeyCode::Up => Code::Up,
            KeyCode::Down => Code::Down,
            KeyCode::Left => Code::Left,
            KeyCode::Right => Code::Right,
            KeyCode::PageUp => Code::PageUp,
            KeyCode::PageDown => Code::PageDown,
            KeyCode::Home => Code::Home,
            KeyCode::End => Code::End,
            KeyCode::Delete => Code::Delete,
            KeyCode::Backspace => Code::Backspace,
            KeyCode::F(n) => Code::F(n),
            _ => return None,
        };
        Some(Self { code, ctrl, alt })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        if let Some((name, _)) = NAMES.iter().find(|(_, code)| *code == self.code) {
            return f.write_str(name);
        }
        match self.code {
            Code::F(n) => write!(f, "F{n}"),
            // with a modifier the case is lost on the way, and capitals are how people write it
            Code::Char(c) if self.ctrl || self.alt => write!(f, "{}", c.to_ascii_uppercase()),
            Code::Char(c) => write!(f, "{c}"),
            _ => Ok(()),
        }
    }
}

impl FromStr for Key {
    type Err = BadKey;

    fn from_str(written: &str) -> Result<Self, BadKey> {
        let bad = || BadKey(written.to_owned());
        let mut rest = written;
        let (mut ctrl, mut alt) = (false, false);
        loop {
            if let Some(after) = rest.strip_prefix("Ctrl-") {
                ctrl = true;
                rest = after;
            } else if let Some(after) = rest.strip_prefix("Alt-") {
                alt = true;
                rest = after;
            } else {
                break;
            }
        }
        let mut chars = rest.chars();
        let code = match (chars.next(), chars.next()) {
            (Some(c), None) if ctrl || alt => Code::Char(c.to_ascii_lowercase()),
            (Some(c), None) if !c.is_control() => Code::Char(c),
            _ => named(rest).ok_or_else(bad)?,
        };
        Ok(Self { code, ctrl, alt })
    }
}

fn named(name: &str) -> Option<Code> {
    if let Some((_, code)) = NAMES.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)) {
        return Some(*code);
    }
    let number = name.strip_prefix(['F', 'f'])?.parse().ok()?;
    (1..=24).contains(&number).then_some(Code::F(number))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_read_back() {
        for name in [
            "Ctrl-P",
            "F5",
            "Space",
            "1",
            "Enter",
            "PgDn",
            "Alt-X",
            "Shift-Tab",
            "Ctrl-Left",
            "-",
            "联",
        ] {
            assert_eq!(name.parse::<Key>().unwrap().to_string(), name);
        }
        assert_eq!("BackTab".parse::<Key>().unwrap().to_string(), "Shift-Tab");
        for bad in ["", "F0", "F99", "Ctrl-", "Enterr"] {
            assert!(bad.parse::<Key>().is_err(), "{bad}");
        }
    }

    #[test]
    fn an_input_method_gives_itself_away() {
        assert!(Key::char('联').is_ime_evidence());
        assert!(!Key::char('？').is_ime_evidence());
        assert!(!Key::char('j').is_ime_evidence());
        assert_eq!(Key::char('１').folded(), Key::char('1'));
    }

    proptest! {
        #[test]
        fn every_key_of_a_character_reads_back(c in "[!-~一-三]", ctrl: bool, alt: bool) {
            let c = c.chars().next().unwrap();
            let c = if ctrl || alt { c.to_ascii_lowercase() } else { c };
            let key = Key { code: Code::Char(c), ctrl, alt };
            prop_assert_eq!(key.to_string().parse::<Key>(), Ok(key));
        }
    }
}
