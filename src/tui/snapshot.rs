//! A buffer as a reader sees it, for tests and for "read as text".

use ratatui::buffer::{Buffer, CellWidth};

/// Gives the buffer's rows as lines: the hidden cell behind a wide glyph is skipped and trailing blanks are cut.
#[must_use]
pub fn screen_text(buf: &Buffer) -> String {
    let area = buf.area;
    let mut out = String::new();
    for y in area.top()..area.bottom() {
        let mut line = String::new();
        let mut x = area.left();
        while x < area.right() {
            let Some(cell) = buf.cell((x, y)) else { break };
            line.push_str(cell.symbol());
            x = x.saturating_add(cell.cell_width().max(1));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    #[test]
    fn wide_glyphs_take_one_place_in_the_text() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 8, 2));
        buf.set_string(0, 0, "李家屯a", Style::new());
        assert_eq!(screen_text(&buf), "李家屯a\n\n");
    }
}
