//! Boxes on top of something else, with unbroken borders even over Chinese text.

use crate::tui::text::{self, Ambiguous};
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth};
use ratatui::layout::Rect;
use ratatui::symbols::border;

/// Borders for a terminal that draws lines two cells wide.
const ASCII: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

/// Blanks `area` and repairs the wide glyphs that stood across its edges: one that began left of it would swallow the
/// left border, and one whose second half lies right of it would leave half a cell behind.
pub fn clear(area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    for y in area.top()..area.bottom() {
        if let Some(cell) = area
            .left()
            .checked_sub(1)
            .and_then(|x| buf.cell_mut((x, y)))
            && cell.cell_width() > 1
        {
            cell.set_symbol(" ").set_diff_option(CellDiffOption::None);
        }
        let straddles = buf
            .cell((area.right() - 1, y))
            .is_some_and(|cell| cell.cell_width() > 1);
        if straddles && let Some(behind) = buf.cell_mut((area.right(), y)) {
            behind
                .set_symbol(" ")
                .set_diff_option(CellDiffOption::AlwaysUpdate);
        }
        text::row_of(buf, area.x, y, area.width)
            .iter_mut()
            .for_each(Cell::reset);
    }
}

/// Gives an area of at most the given size in the middle of `area`.
#[must_use]
pub fn centred(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect::new(
        area.x + (area.width - width) / 2,
        area.y + (area.height - height) / 2,
        width,
        height,
    )
}

/// Clears `area`, draws a box with a title around it and gives the room inside, one blank column at each side.
pub fn boxed(area: Rect, buf: &mut Buffer, title: &str, theme: Theme) -> Rect {
    clear(area, buf);
    framed(area, buf, title, theme)
}

/// Draws a box with a title without clearing, for panes that overlap nothing.
pub fn framed(area: Rect, buf: &mut Buffer, title: &str, theme: Theme) -> Rect {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return area;
    }
    let set = match text::ambiguous() {
        Ambiguous::Narrow => border::PLAIN,
        Ambiguous::Wide => ASCII,
    };
    let style = theme.style(Role::Border);
    // The library's box styles all that it holds, which in every frame of a menu is most of the screen.
    for y in area.top()..area.bottom() {
        let [left, across, right] = if y == area.top() {
            [set.top_left, set.horizontal_top, set.top_right].map(Some)
        } else if y + 1 == area.bottom() {
            [set.bottom_left, set.horizontal_bottom, set.bottom_right].map(Some)
        } else {
            [Some(set.vertical_left), None, Some(set.vertical_right)]
        };
        let draw = |cells: &mut [Cell], symbol: Option<&str>| {
            if let Some(symbol) = symbol {
                for cell in cells {
                    cell.set_symbol(symbol).set_style(style);
                }
            }
        };
        match text::row_of(buf, area.x, y, area.width) {
            [first, inside @ .., last] => {
                draw(std::slice::from_mut(first), left);
                draw(inside, across);
                draw(std::slice::from_mut(last), right);
            }
            one => draw(one, left),
        }
    }
    let inner = Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(2),
    };
    if let Some(room) = area.width.checked_sub(4).filter(|_| !title.is_empty()) {
        let title = format!(" {} ", text::fit(title, room.saturating_sub(2)));
        text::put(
            buf,
            area.x + 2,
            area.y,
            room,
            &title,
            theme.style(Role::Title),
        );
    }
    if inner.width > 2 {
        Rect::new(inner.x + 1, inner.y, inner.width - 2, inner.height)
    } else {
        inner
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::tui::caret::Caret;
    use crate::tui::snapshot::screen_text;
    use crate::tui::terminal::Screen;
    use crate::tui::theme::ThemeName;
    use ratatui::style::Style;

    fn under(buf: &mut Buffer) {
        for y in 0..buf.area.height {
            let room = buf.area.width;
            text::put(
                buf,
                0,
                y,
                room,
                "垃圾清运费用由四村分摊并按季公示",
                Style::new(),
            );
        }
    }

    /// Each row of the box as it stands on a terminal.
    fn rows(parser: &vt100::Parser, area: Rect) -> Vec<String> {
        (area.top()..area.bottom())
            .map(|y| {
                (area.left()..area.right())
                    .filter_map(|x| parser.screen().cell(y, x))
                    .filter(|cell| !cell.is_wide_continuation())
                    .map(|cell| match cell.contents() {
                        "" => " ",
                        text => text,
                    })
                    .collect()
            })
            .collect()
    }

    #[test]
    fn four_unbroken_borders_at_every_column() {
        let theme = Theme::new(ThemeName::Auto, false);
        for x in 0..8 {
            for width in [10, 11] {
                let area = Rect::new(x, 1, width, 4);
                let mut screen = Screen::new(Vec::new(), 32, 6);
                let mut parser =
                    vt100::Parser::new(6.try_into().unwrap(), 32.try_into().unwrap(), 0);
                let base = |_: Rect, buf: &mut Buffer| {
                    under(buf);
                    Caret::block(0, 0)
                };
                screen.draw(base).unwrap();
                screen
                    .draw(|_, buf| {
                        under(buf);
                        boxed(area, buf, "帮助", theme);
                        Caret::block(x, 1)
                    })
                    .unwrap();
                parser.process(screen.writer());
                let rows = rows(&parser, area);
                let dashes = "─".repeat(usize::from(width) - 9);
                assert_eq!(rows[0], format!("┌─ 帮助 {dashes}┐"), "column {x}");
                let blanks = " ".repeat(usize::from(width) - 2);
                assert_eq!(rows[1], format!("│{blanks}│"), "column {x}");
                assert_eq!(rows[2], format!("│{blanks}│"), "column {x}");
                let dashes = "─".repeat(usize::from(width) - 2);
                assert_eq!(rows[3], format!("└{dashes}┘"), "column {x}");

                screen.writer().clear();
                screen.request_repaint();
                screen.draw(base).unwrap();
                parser.process(screen.writer());
                let mut plain = Buffer::empty(Rect::new(0, 0, 32, 6));
                under(&mut plain);
                assert_eq!(
                    parser.screen().contents().trim_end(),
                    screen_text(&plain).trim_end()
                );
            }
        }
    }

    #[test]
    fn any_area_is_survived() {
        let theme = Theme::new(ThemeName::Auto, false);
        for width in 0..7 {
            for height in 0..4 {
                let mut buf = Buffer::empty(Rect::new(0, 0, 6, 3));
                boxed(Rect::new(2, 1, width, height), &mut buf, "帮助菜单", theme);
                let inner = boxed(centred(buf.area, width, height), &mut buf, "", theme);
                assert_eq!(inner.intersection(buf.area), inner);
            }
        }
    }
}
