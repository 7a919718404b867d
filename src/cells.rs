//! Text is measured in cells, here and nowhere else.
//!
//! A Chinese character takes two cells, a Latin letter one, a combining mark none. Lines break
//! between words and between Chinese characters, but by the rules of Chinese setting (禁则) no line
//! starts with a closing mark and none ends with an opening one.

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// Marks that no line may start with.
const NEVER_FIRST: &str = "，。、；：？！）》」』】〕〉〗”’…·～％‰℃,.;:?!)]}%";

/// Marks that no line may end with.
const NEVER_LAST: &str = "（《「『【〔〈〖“‘￥([{";

/// What stands at the end of a text that was cut.
const CUT: &str = "…";

/// Returns how many cells a text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    text.graphemes(true).map(|g| g.width()).sum()
}

/// Adds spaces after a text until it takes so many cells; a longer one stays as it is.
#[must_use]
pub fn pad(text: &str, cells: usize) -> String {
    let mut out = text.to_owned();
    out.extend(std::iter::repeat_n(' ', cells.saturating_sub(width(text))));
    out
}

/// Cuts a text to so many cells at most; where something is cut, `…` stands in its place.
#[must_use]
pub fn fit(text: &str, cells: usize) -> Cow<'_, str> {
    if width(text) <= cells {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let Some(room) = cells.checked_sub(width(CUT)) else {
        return Cow::Owned(out);
    };
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += grapheme.width();
        if used > room {
            break;
        }
        out.push_str(grapheme);
    }
    out.push_str(CUT);
    Cow::Owned(out)
}

/// Breaks a text into lines of so many cells at most; line feeds are kept, an empty text is one line.
///
/// A word longer than a line is broken where it must be. Only a character wider than the line
/// itself sticks out.
#[must_use]
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let graphemes: Vec<&str> = line.graphemes(true).collect();
        let mut rest = graphemes.as_slice();
        loop {
            let (head, tail) = rest.split_at(first_line(rest, cells));
            lines.push(head.concat().trim_end().to_owned());
            let spaces = tail.iter().take_while(|g| is_space(g)).count();
            rest = tail.split_at(spaces).1;
            if rest.is_empty() {
                break;
            }
        }
    }
    lines
}

/// Says how many characters go on the first line; never 0 unless there are none.
fn first_line(graphemes: &[&str], cells: usize) -> usize {
    let mut used = 0;
    let (mut gentle, mut forced) = (0, 0);
    let mut words = false;
    let mut before: Option<&str> = None;
    for (at, grapheme) in graphemes.iter().enumerate() {
        match before.filter(|_| words).map(|b| joint(b, grapheme)) {
            Some(Joint::Gentle) => gentle = at,
            Some(Joint::Forced) => forced = at,
            Some(Joint::Never) | None => {}
        }
        let wide = grapheme.width();
        // Spaces at the end of a line hang over it and are dropped.
        if used + wide > cells && !is_space(grapheme) {
            let cuts = [gentle, forced, at];
            return cuts.into_iter().find(|cut| *cut > 0).unwrap_or(1);
        }
        used += wide;
        words |= !is_space(grapheme);
        before = Some(grapheme);
    }
    graphemes.len()
}

/// How two neighbours may be parted.
enum Joint {
    /// Anywhere.
    Gentle,
    /// When the word is longer than the line.
    Forced,
    /// Only when nothing else helps.
    Never,
}

fn joint(before: &str, after: &str) -> Joint {
    if is_space(after) || NEVER_FIRST.contains(after) || NEVER_LAST.contains(before) {
        Joint::Never
    } else if is_space(before) || before.width() > 1 || after.width() > 1 {
        Joint::Gentle
    } else {
        Joint::Forced
    }
}

fn is_space(grapheme: &str) -> bool {
    grapheme.chars().all(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_chinese_character_takes_two_cells() {
        for (text, cells) in [
            ("", 0),
            ("abc", 3),
            ("村委会", 6),
            ("e\u{301}", 1),
            ("第3村，", 7),
        ] {
            assert_eq!(width(text), cells, "{text}");
        }
    }

    #[test]
    fn padding_and_cutting_count_cells() {
        assert_eq!(pad("村", 4), "村  ");
        assert_eq!(pad("村委会", 4), "村委会");
        assert_eq!(fit("村委会", 6), "村委会");
        assert_eq!(fit("村委会", 5), "村委…");
        assert_eq!(fit("村委会", 4), "村…");
        assert_eq!(fit("村委会", 0), "");
    }

    #[test]
    fn no_line_starts_with_a_closing_mark_or_ends_with_an_opening_one() {
        assert_eq!(wrap("东集村，西集村。", 6), ["东集", "村，西", "集村。"]);
        assert_eq!(wrap("请看《村规》吧", 6), ["请看", "《村", "规》吧"]);
        assert_eq!(wrap("http://abcd，好", 11), ["http://abc", "d，好"]);
        for cells in 8..40 {
            let text = "会议决定：（一）修路，“先修东段”；（二）“打井”。谁来办？村委会！";
            for line in wrap(text, cells) {
                assert!(width(&line) <= cells, "{cells} {line}");
                assert!(
                    !line.starts_with(|c| NEVER_FIRST.contains(c)),
                    "{cells} {line}"
                );
                assert!(
                    !line.ends_with(|c| NEVER_LAST.contains(c)),
                    "{cells} {line}"
                );
            }
        }
    }

    #[test]
    fn words_stay_whole_and_line_feeds_are_kept() {
        assert_eq!(wrap("the joint session", 9), ["the joint", "session"]);
        assert_eq!(wrap("", 9), [""]);
        assert_eq!(wrap("a\n\nb", 9), ["a", "", "b"]);
        assert_eq!(wrap("　　村委会", 8), ["　　村委", "会"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("村，。", 1), ["村", "，", "。"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_sticks_out(text in "[a-c村委，。（） e\u{301}]{0,40}", cells in 2usize..20) {
            let lines = wrap(&text, cells);
            for line in &lines {
                prop_assert!(width(line) <= cells);
            }
            let bare = |s: &str| s.split_whitespace().collect::<String>();
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
        }
    }
}
