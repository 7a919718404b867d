//! Text on the screen: [`crate::cells`] under the policy of this terminal, and the one way to draw it.
//!
//! One policy for the whole process says how wide the characters are whose width the standard leaves
//! open; everything drawn goes through [`put`], so that what was measured is what stands on the screen.

use crate::cells;
use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::num::NonZeroU16;
use std::sync::atomic::{AtomicBool, Ordering};

pub use crate::cells::Ambiguous;

static WIDE: AtomicBool = AtomicBool::new(false);

/// Sets the policy for the whole process; ask for a full repaint afterwards.
pub fn set_ambiguous(policy: Ambiguous) {
    WIDE.store(policy == Ambiguous::Wide, Ordering::Relaxed);
}

/// Gives the policy in force.
#[must_use]
pub fn ambiguous() -> Ambiguous {
    if WIDE.load(Ordering::Relaxed) {
        Ambiguous::Wide
    } else {
        Ambiguous::Narrow
    }
}

/// Gives the width of `text` in cells.
#[must_use]
pub fn width(text: &str) -> u16 {
    narrowed(cells::width_as(ambiguous(), text))
}

/// Turns a count of cells into what a buffer counts in; no buffer is wider.
fn narrowed(cells: usize) -> u16 {
    u16::try_from(cells).unwrap_or(u16::MAX)
}

/// The mark of a cut, narrow under both policies; `…` is not.
const CUT: &str = "~";

/// Cuts `text` at a grapheme so that it takes at most `cells`, and ends it with `~` when something was cut.
#[must_use]
pub fn fit(text: &str, cells: u16) -> String {
    fit_as(ambiguous(), text, cells)
}

fn fit_as(policy: Ambiguous, text: &str, cells: u16) -> String {
    cells::fit_as(policy, text, usize::from(cells), CUT).into_owned()
}

/// Gives the longest beginning of `text` that takes at most `cells`.
#[must_use]
pub fn head(text: &str, cells: u16) -> &str {
    cells::head(ambiguous(), text, usize::from(cells))
}

/// Gives the longest end of `text` that takes at most `cells`.
#[must_use]
pub fn tail(text: &str, cells: u16) -> &str {
    cells::tail(ambiguous(), text, usize::from(cells))
}

/// Breaks `text` into lines of at most `cells` cells, as [`cells::wrap_as`] does.
#[must_use]
pub fn wrap(text: &str, cells: u16) -> Vec<String> {
    lines(text, cells).collect()
}

/// Gives the lines [`wrap`] breaks `text` into, each when it is asked for.
pub fn lines(text: &str, cells: u16) -> impl Iterator<Item = String> {
    cells::wrap_as(ambiguous(), text, usize::from(cells))
}

/// Gives the lines of `text` as one, blanks between them, no longer than it takes to fill `cells` and be cut there: an
/// entry of pages is not put together in every frame for the one row it is seen in.
#[must_use]
pub fn in_one(text: &str, cells: u16) -> String {
    let mut out = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        // One wide character more than fits.
        out.push_str(head(line, cells.saturating_add(2)));
        if width(&out) > cells {
            break;
        }
        out.push_str(if lines.clone().next().is_some() {
            " "
        } else {
            ""
        });
    }
    out
}

/// Gives where each row of a line begins, as [`cells::row_starts`] does.
#[must_use]
pub fn row_starts(line: &str, cells: u16) -> Vec<usize> {
    cells::row_starts(ambiguous(), line, usize::from(cells))
}

/// Fits `text` and fills it with blanks on the right to exactly `cells`.
#[must_use]
pub fn pad(text: &str, cells: u16) -> String {
    let mut out = fit(text, cells);
    let blanks = cells.saturating_sub(width(&out));
    out.extend(std::iter::repeat_n(' ', usize::from(blanks)));
    out
}

/// Fits `text` and fills it with blanks on the left to exactly `cells`, for numbers.
#[must_use]
pub fn pad_left(text: &str, cells: u16) -> String {
    let fitted = fit(text, cells);
    let blanks = cells.saturating_sub(width(&fitted));
    let mut out = " ".repeat(usize::from(blanks));
    out.push_str(&fitted);
    out
}

/// Draws `text` in at most `cells` cells from (`x`, `y`), cut with a mark, and gives the column behind it.
///
/// Where the policy and the drawing library disagree about a glyph, the cell carries the policy's width.
/// Anything outside the buffer is left out.
pub fn put(buf: &mut Buffer, x: u16, y: u16, cells: u16, text: &str, style: Style) -> u16 {
    put_as(ambiguous(), buf, (x, y), cells, text, style)
}

fn put_as(
    policy: Ambiguous,
    buf: &mut Buffer,
    (mut x, y): (u16, u16),
    cells: u16,
    text: &str,
    style: Style,
) -> u16 {
    let left = x;
    let row = row_of(buf, x, y, cells);
    let room = narrowed(row.len());
    let end = x.saturating_add(room);
    let text = cells::fit_as(policy, text, usize::from(room), CUT);
    for (g, cells) in cells::graphemes(policy, &text) {
        let cells = narrowed(cells);
        if cells == 0 {
            continue;
        }
        if x.saturating_add(cells) > end {
            break;
        }
        let at = usize::from(x - left);
        let taken = row.get_mut(at..at + usize::from(cells));
        if let Some([cell, behind @ ..]) = taken {
            let shown = cells::drawn(g);
            cell.set_symbol(shown).set_style(style);
            // The library draws by the narrow policy: under that one there is nothing to compare.
            let forced = NonZeroU16::new(cells).filter(|cells| {
                policy != Ambiguous::Narrow
                    && shown.len() == g.len()
                    && cells.get() != narrowed(cells::of_grapheme(Ambiguous::Narrow, g))
            });
            cell.set_diff_option(forced.map_or(CellDiffOption::None, CellDiffOption::ForcedWidth));
            for cell in behind {
                cell.reset();
                cell.set_style(style);
            }
        }
        x += cells;
    }
    x
}

/// Gives the cells of a row from a place on, at most so many and none outside the buffer.
pub fn row_of(buf: &mut Buffer, x: u16, y: u16, cells: u16) -> &mut [Cell] {
    let area: Rect = buf.area;
    let inside =
        (area.left()..area.right()).contains(&x) && (area.top()..area.bottom()).contains(&y);
    if !inside {
        return &mut [];
    }
    let from = buf.index_of(x, y);
    let cells = cells.min(area.right() - x);
    let row = buf.content.get_mut(from..from + usize::from(cells));
    row.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_cut_falls_between_graphemes_and_is_marked() {
        assert_eq!(fit("张家庄", 6), "张家庄");
        assert_eq!(fit("张家庄", 5), "张家~");
        assert_eq!(fit("张家庄", 4), "张~");
        assert_eq!(fit("张家庄", 1), "~");
        assert_eq!(fit("张家庄", 0), "");
        assert_eq!(fit("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}~");
    }

    #[test]
    fn lines_in_one_are_cut_as_the_whole_of_them_is() {
        for text in [
            "",
            "\n",
            "张\n\n家庄",
            "张家庄",
            "ab\ncd\n",
            "张家庄村\n李家屯\n王家湾",
        ] {
            let whole = text.lines().collect::<Vec<_>>().join(" ");
            for cells in 0..30 {
                assert_eq!(fit(&in_one(text, cells), cells), fit(&whole, cells));
            }
        }
        let pages = "按受益面积\n".repeat(2_000);
        assert!(in_one(&pages, 80).len() < 400);
    }

    #[test]
    fn padding_gives_exactly_the_cells() {
        assert_eq!(pad("张", 5), "张   ");
        assert_eq!(pad("张家庄", 4), "张~ ");
        assert_eq!(pad_left("7", 3), "  7");
        for cells in 0..9 {
            assert_eq!(width(&pad("李家屯abc", cells)), cells);
        }
    }

    #[test]
    fn in_a_wide_terminal_the_cell_says_so() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 6, 1));
        let end = put_as(Ambiguous::Wide, &mut buf, (0, 0), 6, "①a", Style::new());
        assert_eq!(end, 3);
        assert_eq!(buf.cell((2, 0)).unwrap().symbol(), "a");
        assert_eq!(
            buf.cell((0, 0)).unwrap().diff_option,
            CellDiffOption::ForcedWidth(NonZeroU16::new(2).unwrap())
        );
    }

    #[test]
    fn nothing_that_is_drawn_drives_the_terminal() {
        for harm in [
            "\u{2028}",
            "\u{2029}",
            "\u{202e}",
            "\u{200b}",
            "\u{200d}",
            "\u{feff}",
            "\u{ad}",
            "\u{600}",
            "\u{e0041}",
            "\u{e000}",
            "\u{3164}",
            "\u{1d173}",
            "\u{1b}",
            "\u{9b}",
            "\u{85}",
            "\t",
        ] {
            for policy in [Ambiguous::Narrow, Ambiguous::Wide] {
                let mut buf = Buffer::empty(Rect::new(0, 0, 20, 1));
                let text = format!("{harm}甲{harm}{harm}e\u{301}{harm}👩{harm}👩乙");
                // The control: it is among what is drawn.
                assert!(text.chars().any(cells::undrawn));
                put_as(policy, &mut buf, (0, 0), 20, &text, Style::new());
                let drawn: String = buf.content.iter().map(Cell::symbol).collect();
                assert!(!drawn.chars().any(cells::undrawn), "{harm:?} {drawn:?}");
                for kept in ["甲", "e\u{301}", "👩"] {
                    assert!(drawn.contains(kept), "{harm:?} {drawn:?}");
                }
            }
        }
    }

    #[test]
    fn drawing_stays_inside_the_buffer() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 3, 1));
        assert_eq!(put(&mut buf, 0, 0, 99, "张家", Style::new()), 3);
        assert_eq!(put(&mut buf, 9, 9, 99, "张家", Style::new()), 9);
        assert_eq!(crate::tui::snapshot::screen_text(&buf), "张~\n");
    }
}
