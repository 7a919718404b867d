//! Money as it is typed and read: yuan with at most two places, kept as whole fen.

use crate::domain::matter::intake::Fen;

/// The most money a line may name, in fen: ten million million yuan. Sums of many lines still fit.
pub const MOST: u64 = 1_000_000_000_000_000;

/// Reads an amount in yuan: `1200`, `1,200.5`, with or without signs for yuan, or in units of ten thousand.
/// `None` where it is no amount, has more than two places, or is beyond [`MOST`].
#[must_use]
pub fn read(text: &str) -> Option<Fen> {
    let text: String = text.chars().filter_map(plain).collect();
    let text = text.trim_start_matches('¥');
    let text = text.strip_suffix('元').unwrap_or(text);
    let (text, scale) = match text.strip_suffix('万') {
        Some(text) => (text, 4),
        None => (text, 0),
    };
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(places) || text.ends_with('.') {
        return None;
    }
    let wanted = 2 + scale;
    let places = if places.len() > wanted {
        let (kept, rest) = places.split_at_checked(wanted)?;
        if rest.chars().any(|c| c != '0') {
            return None;
        }
        kept.to_owned()
    } else {
        format!("{places:0<wanted$}")
    };
    let fen: u64 = format!("{whole}{places}").parse().ok()?;
    (fen <= MOST).then_some(Fen(fen))
}

/// Takes what an input method makes of digits, points and commas; leaves out what only groups them.
fn plain(c: char) -> Option<char> {
    match c {
        ',' | '，' | '_' => None,
        '。' | '．' => Some('.'),
        '￥' => Some('¥'),
        '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0),
        c if c.is_whitespace() => None,
        c => Some(c),
    }
}

/// Writes an amount in yuan, with its two places where it has any: `2765000`, `12.05`.
#[must_use]
pub fn yuan(fen: u64) -> String {
    match (fen / 100, fen % 100) {
        (yuan, 0) => yuan.to_string(),
        (yuan, places) => format!("{yuan}.{places:02}"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn money_is_read_as_it_is_typed() {
        for (typed, fen) in [
            ("1200", 120_000),
            ("1,200.5", 120_050),
            ("0.05", 5),
            ("￥12元", 1_200),
            ("276.5万元", 276_500_000),
            ("1.00000万", 1_000_000),
            ("0.000001万", 1),
            ("１２。５", 1_250),
            (" 3 000 ", 300_000),
        ] {
            assert_eq!(read(typed), Some(Fen(fen)), "{typed}");
        }
        for typed in [
            "",
            ".",
            "1.",
            "元",
            "万",
            "-3",
            "1.005",
            "1e9",
            "12.3.4",
            "abc",
            "0.0000001万",
            "99999999999999999999",
            "10000000000001",
        ] {
            assert_eq!(read(typed), None, "{typed}");
        }
        assert_eq!(read("10000000000000"), Some(Fen(MOST)));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(fen in 0..=MOST) {
            prop_assert_eq!(read(&yuan(fen)), Some(Fen(fen)));
        }

        #[test]
        fn no_text_is_too_strange(text in "\\PC*") {
            let _read = read(&text);
        }
    }
}
