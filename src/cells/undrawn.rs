//! What is never drawn: characters that drive a terminal, hide, or turn round what stands beside them.

/// Says whether a character is nothing to draw: control, format, bidi, the separators of lines and of paragraphs, tag,
/// private use. These are the ones that the door of the program drops; a test holds the two against each other.
#[must_use]
pub fn undrawn(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{0600}'..='\u{0605}' | '\u{061C}' | '\u{06DD}' | '\u{070F}'
            | '\u{0890}' | '\u{0891}' | '\u{08E2}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
            | '\u{110BD}' | '\u{110CD}' | '\u{13430}'..='\u{1343F}' | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E000}'..='\u{F8FF}' | '\u{E0000}'..='\u{E0FFF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// Returns what is drawn of a grapheme: what stands before a character that is not drawn, else what stands behind it,
/// else a blank. Whatever a text is and however it came here, it does not drive the terminal.
#[must_use]
pub fn drawn(grapheme: &str) -> &str {
    // Most of every screen is plain, and is not looked up in a table.
    if matches!(grapheme.as_bytes(), [b' '..=b'~'] | [0xe4..=0xe9, _, _]) {
        return grapheme;
    }
    let mut left = grapheme.split(undrawn);
    left.find(|part| !part.is_empty()).unwrap_or(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_grapheme_nothing_is_drawn_that_could_do_harm() {
        for (grapheme, left) in [
            ("甲", "甲"),
            ("e\u{301}", "e\u{301}"),
            ("\u{2028}", " "),
            ("\u{2029}", " "),
            ("\u{3164}", " "),
            ("a\u{200d}", "a"),
            ("👩\u{200d}👩", "👩"),
            ("\u{600}1", "1"),
        ] {
            assert_eq!(drawn(grapheme), left, "{grapheme:?}");
        }
    }

    /// What is taken for plain by its first byte is plain.
    #[test]
    fn nothing_plain_is_left_out() {
        let mut many = 0;
        for c in ('\0'..=char::MAX).filter(|c| undrawn(*c)) {
            let drawn = drawn(c.encode_utf8(&mut [0; 4])).to_owned();
            assert!(!drawn.chars().any(undrawn), "{c:?}");
            many += 1;
        }
        assert!(many > 6_000, "{many}");
    }
}
