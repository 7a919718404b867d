//! Names of more than one script: a letter of another alphabet among Chinese characters, or among letters that look as
//! it does, is hardly ever meant (`reliability` P16).

use crate::domain::text::Line;

/// A script of which letters stand in names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Script {
    /// Chinese characters.
    Han,
    /// Latin letters.
    Latin,
    /// Greek letters.
    Greek,
    /// Cyrillic letters.
    Cyrillic,
}

impl Script {
    const fn of(c: char) -> Option<Self> {
        Some(match c {
            '\u{3007}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3347f}' => Self::Han,
            'A'..='Z'
            | 'a'..='z'
            | '\u{c0}'..='\u{d6}'
            | '\u{d8}'..='\u{f6}'
            | '\u{f8}'..='\u{24f}'
            | '\u{1e00}'..='\u{1eff}'
            | '\u{ff21}'..='\u{ff3a}'
            | '\u{ff41}'..='\u{ff5a}' => Self::Latin,
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Self::Greek,
            '\u{400}'..='\u{52f}'
            | '\u{1c80}'..='\u{1c8f}'
            | '\u{2de0}'..='\u{2dff}'
            | '\u{a640}'..='\u{a69f}' => Self::Cyrillic,
            _ => return None,
        })
    }
}

/// Returns the letter of a name that is of another script than the rest of it, and of which; `None` where all are of
/// one. Beside Chinese characters it is the letter, beside Latin letters the one that is none.
pub(super) fn stray(name: &Line) -> Option<(char, Script)> {
    let letters = || {
        name.as_str()
            .chars()
            .filter_map(|c| Some((c, Script::of(c)?)))
    };
    let home = letters().map(|(_, script)| script).min()?;
    letters().find(|(_, script)| *script != home)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_letter_of_another_script_is_found_wherever_it_stands() {
        for (name, expected) in [
            ("Р王五", Some(('Р', Script::Cyrillic))),
            ("е王五", Some(('е', Script::Cyrillic))),
            ("王o五", Some(('o', Script::Latin))),
            ("王五Ａ", Some(('Ａ', Script::Latin))),
            ("王α五", Some(('α', Script::Greek))),
            ("Pеter", Some(('е', Script::Cyrillic))),
            ("王五", None),
            ("〇村", None),
            ("Peter", None),
            ("Пётр", None),
            ("王五2", None),
            ("阿依古丽·买买提", None),
        ] {
            assert_eq!(stray(&Line::new(name).unwrap()), expected, "{name}");
        }
    }
}
