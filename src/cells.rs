//! Text is measured in cells, here and nowhere else, by graphemes and never by bytes or characters.
//!
//! A Chinese character takes two cells, a Latin letter one, a combining mark none. The width of some
//! signs that Chinese prose is full of is left open by the standard (`“ ” — … ① √`): a screen measures
//! them as its terminal draws them, a paper as one cell. Lines break between words and between Chinese
//! characters, but by the rules of Chinese setting (禁则) no line starts with a closing mark and none
//! ends with an opening one.

mod graphemes;
mod undrawn;

pub use self::graphemes::{graphemes, of_grapheme, width_as};
pub use self::undrawn::{MARKS, drawn, undrawn, unstacked};

use std::borrow::Cow;

/// Marks that no line may start with.
const NEVER_FIRST: &str = "，。、；：？！）》」』】〕〉〗”’…·～％‰℃,.;:?!)]}%";

/// Marks that no line may end with.
const NEVER_LAST: &str = "（《「『【〔〈〖“‘￥([{";

/// What stands at the end of a text that was cut.
const CUT: &str = "…";

/// How many cells a character takes whose width the standard leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ambiguous {
    /// One cell, as nearly everywhere.
    Narrow,
    /// Two cells, as in some Chinese set-ups. Box drawing is ambiguous too and gives way to `+-|`.
    Wide,
}

/// Returns how many cells a text takes on paper.
#[must_use]
pub fn width(text: &str) -> usize {
    width_as(Ambiguous::Narrow, text)
}

/// Adds spaces after a text until it takes so many cells; a longer one stays as it is.
#[must_use]
pub fn pad(text: &str, cells: usize) -> String {
    let mut out = text.to_owned();
    out.extend(std::iter::repeat_n(' ', cells.saturating_sub(width(text))));
    out
}

/// Returns the longest beginning of a text that takes so many cells at most.
#[must_use]
pub fn head(policy: Ambiguous, text: &str, cells: usize) -> &str {
    let bytes = bytes_within(graphemes(policy, text), cells);
    text.get(..bytes).unwrap_or_default()
}

/// Returns the longest end of a text that takes so many cells at most.
#[must_use]
pub fn tail(policy: Ambiguous, text: &str, cells: usize) -> &str {
    let bytes = bytes_within(graphemes(policy, text).rev(), cells);
    text.get(text.len() - bytes..).unwrap_or_default()
}

/// Says of most texts that take so many cells at most that they do, without a look at their characters: one
/// of a single byte takes one cell at most, any other two.
fn surely_within(text: &str, cells: usize) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() <= cells {
        return true;
    }
    // Of pages of text not more is counted than might fit.
    if bytes.len() > cells.saturating_mul(2) {
        return false;
    }
    let ascii = bytes.iter().filter(|byte| byte.is_ascii()).count();
    let inside = bytes.iter().filter(|byte| **byte & 0xc0 == 0x80).count();
    let characters = bytes.len() - inside;
    2 * characters - ascii <= cells
}

fn bytes_within<'a>(graphemes: impl Iterator<Item = (&'a str, usize)>, cells: usize) -> usize {
    let mut used = 0;
    graphemes
        .take_while(|(_, wide)| {
            used += wide;
            used <= cells
        })
        .map(|(grapheme, _)| grapheme.len())
        .sum()
}

/// Cuts a text to so many cells at most; where something is cut, `…` stands in its place.
#[must_use]
pub fn fit(text: &str, cells: usize) -> Cow<'_, str> {
    fit_as(Ambiguous::Narrow, text, cells, CUT)
}

/// Cuts a text to so many cells at most under a policy; where something is cut, a mark stands in its place.
#[must_use]
pub fn fit_as<'a>(policy: Ambiguous, text: &'a str, cells: usize, mark: &str) -> Cow<'a, str> {
    if surely_within(text, cells) {
        return Cow::Borrowed(text);
    }
    // Not a character is measured past the cut: a row of a list may hold pages.
    let fits = head(policy, text, cells);
    if fits.len() == text.len() {
        return Cow::Borrowed(text);
    }
    match cells.checked_sub(width_as(policy, mark)) {
        Some(room) => Cow::Owned([head(policy, fits, room), mark].concat()),
        None => Cow::Owned(String::new()),
    }
}

/// Breaks a text into lines of so many cells at most on paper; see [`wrap_as`].
#[must_use]
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    wrap_as(Ambiguous::Narrow, text, cells).collect()
}

/// Breaks a text into lines of so many cells at most; line feeds are kept, an empty text is one line.
///
/// A word longer than a line is broken where it must be. Only a character wider than the line
/// itself sticks out. What is not taken is not broken: a window asks for as many lines as it has.
pub fn wrap_as(policy: Ambiguous, text: &str, cells: usize) -> impl Iterator<Item = String> {
    text.split('\n')
        .flat_map(move |line| wrap_line(policy, line, cells))
}

fn wrap_line(policy: Ambiguous, line: &str, cells: usize) -> Vec<String> {
    if surely_within(line, cells) {
        return vec![line.trim_end().to_owned()];
    }
    let mut lines = Vec::new();
    let glyphs: Vec<(&str, usize)> = graphemes(policy, line).collect();
    if glyphs.iter().map(|(_, wide)| wide).sum::<usize>() <= cells {
        return vec![line.trim_end().to_owned()];
    }
    let mut rest = glyphs.as_slice();
    loop {
        let (head, tail) = rest.split_at(first_line(rest, cells));
        let line: String = head.iter().map(|(grapheme, _)| *grapheme).collect();
        lines.push(line.trim_end().to_owned());
        let spaces = tail.iter().take_while(|(g, _)| is_space(g)).count();
        rest = tail.split_at(spaces).1;
        if rest.is_empty() {
            return lines;
        }
    }
}

/// Returns where each row of a line begins, counted in `char`s, when it is broken as [`wrap_as`] breaks it but with
/// every blank kept: what a caret can stand on must be somewhere. Blanks at the end of a row hang over it.
#[must_use]
pub fn row_starts(policy: Ambiguous, line: &str, cells: usize) -> Vec<usize> {
    if surely_within(line, cells) {
        return vec![0];
    }
    let glyphs: Vec<(&str, usize)> = graphemes(policy, line).collect();
    let mut rest = glyphs.as_slice();
    let mut starts = vec![0];
    let mut at = 0;
    loop {
        let cut = first_line(rest, cells);
        let blanks = rest
            .iter()
            .skip(cut)
            .take_while(|(g, _)| is_space(g))
            .count();
        let (row, tail) = rest.split_at(cut + blanks);
        if tail.is_empty() {
            return starts;
        }
        at += row.iter().map(|(g, _)| g.chars().count()).sum::<usize>();
        starts.push(at);
        rest = tail;
    }
}

/// Says how many characters go on the first line; never 0 unless there are none.
fn first_line(glyphs: &[(&str, usize)], cells: usize) -> usize {
    let mut used = 0;
    let (mut gentle, mut forced) = (0, 0);
    let mut words = false;
    let mut before: Option<(&str, usize)> = None;
    for (at, glyph) in glyphs.iter().enumerate() {
        match before.filter(|_| words).map(|before| joint(before, *glyph)) {
            Some(Joint::Gentle) => gentle = at,
            Some(Joint::Forced) => forced = at,
            Some(Joint::Never) | None => {}
        }
        let (grapheme, wide) = *glyph;
        // Spaces at the end of a line hang over it and are dropped.
        if used + wide > cells && !is_space(grapheme) {
            let cuts = [gentle, forced, at];
            return cuts.into_iter().find(|cut| *cut > 0).unwrap_or(1);
        }
        used += wide;
        words |= !is_space(grapheme);
        before = Some(*glyph);
    }
    glyphs.len()
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

fn joint((before, left): (&str, usize), (after, right): (&str, usize)) -> Joint {
    // A dash and a row of dots are two characters long and one mark.
    let one_mark = before == after && matches!(after, "—" | "…");
    if is_space(after) || NEVER_FIRST.contains(after) || NEVER_LAST.contains(before) || one_mark {
        Joint::Never
    } else if is_space(before) || left > 1 || right > 1 {
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

    /// Character, cells when ambiguous is narrow, cells when it is wide.
    const TABLE: [(&str, usize, usize); 44] = [
        ("a", 1, 1),
        ("~", 1, 1),
        (" ", 1, 1),
        ("联", 2, 2),
        ("，", 2, 2),
        ("。", 2, 2),
        ("、", 2, 2),
        ("？", 2, 2),
        ("（", 2, 2),
        ("》", 2, 2),
        ("\u{3000}", 2, 2),
        ("１", 2, 2),
        ("ｙ", 2, 2),
        ("￥", 2, 2),
        ("“", 1, 2),
        ("”", 1, 2),
        ("‘", 1, 2),
        ("—", 1, 2),
        ("…", 1, 2),
        ("·", 1, 2),
        ("×", 1, 2),
        ("①", 1, 2),
        ("○", 1, 2),
        ("●", 1, 2),
        ("√", 1, 2),
        ("★", 1, 2),
        ("△", 1, 2),
        ("→", 1, 2),
        ("℃", 1, 2),
        ("│", 1, 2),
        ("─", 1, 2),
        ("▸", 1, 1),
        ("▹", 1, 1),
        ("▴", 1, 1),
        ("▾", 1, 1),
        ("◂", 1, 1),
        ("✓", 1, 1),
        ("✗", 1, 1),
        ("☐", 1, 1),
        ("▪", 1, 1),
        ("▫", 1, 1),
        ("╌", 1, 1),
        ("◦", 1, 1),
        ("↵", 1, 1),
    ];

    #[test]
    fn widths_are_what_they_were() {
        for (text, narrow, wide) in TABLE {
            assert_eq!(width_as(Ambiguous::Narrow, text), narrow, "{text} narrow");
            assert_eq!(width_as(Ambiguous::Wide, text), wide, "{text} wide");
        }
        assert_eq!(width("𠮷野家"), 6);
        assert_eq!(width("e\u{301}\n"), 1);
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

    #[test]
    fn a_dash_of_two_is_not_split() {
        assert_eq!(wrap("张家庄——李", 7), ["张家庄", "——李"]);
        assert_eq!(
            wrap_as(Ambiguous::Wide, "张家庄——李", 8).collect::<Vec<_>>(),
            ["张家庄", "——李"]
        );
    }

    #[test]
    fn ends_are_whole_characters() {
        let narrow = Ambiguous::Narrow;
        assert_eq!(head(narrow, "李家屯ab", 5), "李家");
        assert_eq!(tail(narrow, "李家屯ab", 5), "屯ab");
        assert_eq!(tail(narrow, "李家屯ab", 0), "");
    }

    proptest! {
        #[test]
        fn every_line_fits_under_both_policies(
            text in "[一三张，。（）《》“”—ab1 \n]{0,60}", cells in 6usize..40
        ) {
            for policy in [Ambiguous::Narrow, Ambiguous::Wide] {
                for line in wrap_as(policy, &text, cells) {
                    prop_assert!(width_as(policy, &line) <= cells);
                }
            }
        }

        #[test]
        fn what_surely_fits_fits(text in "(\\PC|[村—·…é]|e\u{301}|☺\u{fe0f}|👨\u{200d}👩){0,30}", cells in 0usize..60) {
            for policy in [Ambiguous::Narrow, Ambiguous::Wide] {
                prop_assert!(!surely_within(&text, cells) || width_as(policy, &text) <= cells);
            }
        }

        #[test]
        fn rows_are_the_lines_with_their_blanks(text in "[一三张，。（）《》“”—ab1 e\u{301}]{0,60}", cells in 0usize..40) {
            for policy in [Ambiguous::Narrow, Ambiguous::Wide] {
                let chars: Vec<char> = text.chars().collect();
                let mut ends = row_starts(policy, &text, cells);
                prop_assert_eq!(ends.remove(0), 0);
                ends.push(chars.len());
                let mut rows = Vec::new();
                let mut start = 0;
                for end in ends {
                    let row: String = chars.iter().take(end).skip(start).collect();
                    rows.push(row.trim_end().to_owned());
                    start = end;
                }
                prop_assert_eq!(rows, wrap_as(policy, &text, cells).collect::<Vec<_>>());
            }
        }

        #[test]
        fn a_width_of_nothing_still_ends(text in ".{0,40}", cells in 0usize..3) {
            prop_assert!(!wrap(&text, cells).is_empty());
        }

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
