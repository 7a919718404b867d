//! Breaking lines the Chinese way (禁则): no line begins with a closing mark and none ends with an opening one.

use super::{Ambiguous, ambiguous, cells_of};
use unicode_segmentation::UnicodeSegmentation;

/// Marks no line may begin with.
const NO_START: &str = "，。、；：？！）》」』”’】〕〉,.;:?!)]}%％";

/// Marks no line may end with.
const NO_END: &str = "（《「『“‘【〔〈([{";

/// Breaks `text` into lines of at most `cells` cells; a line feed always ends a line.
///
/// No line begins with a closing mark such as `，` or ends with an opening one such as `（`, unless the line is too
/// short for anything else. A Latin word is split only when it is longer than a line; `——` and `……` stay whole.
#[must_use]
pub fn wrap(text: &str, cells: u16) -> Vec<String> {
    wrap_as(ambiguous(), text, cells)
}

fn wrap_as(policy: Ambiguous, text: &str, cells: u16) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let glyphs: Vec<(&str, u16)> = paragraph
            .graphemes(true)
            .map(|g| (g, cells_of(policy, g)))
            .collect();
        let mut rest = glyphs.as_slice();
        loop {
            let end = line_end(rest, cells);
            let (line, after) = rest.split_at(end);
            lines.push(joined(line, after.is_empty()));
            let skip = after.iter().take_while(|(g, _)| is_space(g)).count();
            rest = after.get(skip..).unwrap_or_default();
            if rest.is_empty() {
                break;
            }
        }
    }
    lines
}

/// Joins glyphs; blanks at a break are not kept, those at the end of the paragraph are.
fn joined(line: &[(&str, u16)], last: bool) -> String {
    let text: String = line.iter().map(|(g, _)| *g).collect();
    if last {
        text
    } else {
        text.trim_end().to_owned()
    }
}

/// Gives how many glyphs of `rest` the next line takes; at least one, so that there is an end.
fn line_end(rest: &[(&str, u16)], cells: u16) -> usize {
    let mut used = 0u16;
    let mut full = 0;
    for (_, w) in rest {
        used = used.saturating_add(*w);
        if used > cells {
            break;
        }
        full += 1;
    }
    if full == rest.len() {
        return full;
    }
    let may = |at: &usize, whole_words: bool| {
        let (Some((before, _)), Some((after, _))) = (rest.get(at.wrapping_sub(1)), rest.get(*at))
        else {
            return false;
        };
        may_break(before, after, whole_words)
    };
    (1..=full)
        .rev()
        .find(|at| may(at, true))
        .or_else(|| (1..=full).rev().find(|at| may(at, false)))
        .unwrap_or_else(|| full.max(1))
}

fn may_break(before: &str, after: &str, whole_words: bool) -> bool {
    if is_space(after) {
        return true;
    }
    if NO_START.contains(after) || NO_END.contains(before) {
        return false;
    }
    if before == after && matches!(after, "—" | "…") {
        return false;
    }
    !(whole_words && is_word(before) && is_word(after))
}

fn is_space(g: &str) -> bool {
    g.chars().all(char::is_whitespace)
}

fn is_word(g: &str) -> bool {
    g.chars()
        .next()
        .is_some_and(|c| u32::from(c) < 0x2000 && !c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::text::width;
    use proptest::prelude::*;

    #[test]
    fn closing_marks_never_begin_a_line() {
        assert_eq!(
            wrap("会议同意清淤，反对零票。", 12),
            ["会议同意清", "淤，反对零", "票。"]
        );
        assert_eq!(wrap("依据（试行）办", 6), ["依据", "（试", "行）办"]);
    }

    #[test]
    fn latin_words_stay_whole_unless_longer_than_a_line() {
        assert_eq!(wrap("the canal 灌渠 abc", 9), ["the canal", "灌渠 abc"]);
        assert_eq!(wrap("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("一\n\n二", 9), ["一", "", "二"]);
        assert_eq!(wrap("", 9), [""]);
    }

    #[test]
    fn a_dash_of_two_is_not_split() {
        assert_eq!(wrap("张家庄——李", 7), ["张家庄", "——李"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_every_line_fits(
            text in "[一二三张，。（）《》“”—ab1 \n]{0,60}", cells in 6u16..40
        ) {
            let lines = wrap(&text, cells);
            let kept: String = lines.concat().chars().filter(|c| !c.is_whitespace()).collect();
            let given: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            prop_assert_eq!(kept, given);
            for line in &lines {
                prop_assert!(width(line.trim_end()) <= cells);
            }
        }

        #[test]
        fn a_width_of_nothing_still_ends(text in ".{0,40}", cells in 0u16..3) {
            prop_assert!(!wrap(&text, cells).is_empty());
        }
    }
}
