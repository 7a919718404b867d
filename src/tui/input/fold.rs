//! Full-width forms to half-width ones, for looking things up only; typed text keeps what was typed.

/// Gives the half-width form of a character a Chinese input method may have sent in its place.
#[must_use]
pub fn fold(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '。' => '.',
        '、' => '/',
        '￥' | '¥' => '$',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '【' | '「' => '[',
        '】' | '」' => ']',
        '《' => '<',
        '》' => '>',
        '·' => '`',
        '—' => '_',
        '…' => '^',
        // the full-width block stands in the order of ASCII, one fixed step away
        '！'..='～' => u32::from(c)
            .checked_sub(0xFEE0)
            .and_then(char::from_u32)
            .unwrap_or(c),
        _ => c,
    }
}

/// Folds every character of a text.
#[must_use]
pub fn fold_text(text: &str) -> String {
    text.chars().map(fold).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_input_method_sends_is_found_again() {
        assert_eq!(
            fold_text("？：／、ｙＹ１￥。，　（）；！～"),
            "?://yY1$., ();!~"
        );
        assert_eq!(fold_text("联a"), "联a");
    }
}
