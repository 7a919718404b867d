//! Single lines: the toast, the footer of keys, and the notice of a window too small.

use crate::tui::text;
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws one line of text in a role, cut with a mark when it is too long.
pub fn toast(area: Rect, buf: &mut Buffer, theme: Theme, role: Role, words: &str) {
    if area.height > 0 {
        text::put(buf, area.x, area.y, area.width, words, theme.style(role));
    }
}

/// Draws text in the middle of `area`, wrapped, for a window too small or an empty list.
pub fn centred(area: Rect, buf: &mut Buffer, theme: Theme, role: Role, words: &str) {
    let lines = text::wrap(words, area.width);
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let top = area.y + area.height.saturating_sub(height) / 2;
    for (y, line) in (top..area.bottom()).zip(&lines) {
        let x = area.x + area.width.saturating_sub(text::width(line)) / 2;
        let room = area.right().saturating_sub(x);
        text::put(buf, x, y, room, line, theme.style(role));
    }
}

/// The blanks between two keys of the footer.
const GAP: u16 = 2;

fn cells(key: &str, label: &str) -> u16 {
    text::width(key)
        .saturating_add(1)
        .saturating_add(text::width(label))
}

/// Counts how many keys with their labels find room in a footer so wide.
#[must_use]
pub fn footer_holds<'k>(width: u16, keys: impl IntoIterator<Item = (&'k str, &'k str)>) -> usize {
    let mut end = 0_u16;
    let ends = keys.into_iter().enumerate().map(|(at, (key, label))| {
        let gap = if at == 0 { 0 } else { GAP };
        end = end.saturating_add(gap).saturating_add(cells(key, label));
        end
    });
    ends.take_while(|end| *end <= width).count()
}

/// Draws keys with their labels, most important first, and gives how many found room.
///
/// The first, which is the way to help, is never dropped; on a narrow screen the others go from the end.
pub fn footer(area: Rect, buf: &mut Buffer, theme: Theme, keys: &[(&str, &str)]) -> usize {
    if area.is_empty() {
        return 0;
    }
    let mut x = area.x;
    let mut drawn = 0;
    for (key, label) in keys {
        let need = cells(key, label);
        let start = if drawn == 0 { x } else { x + GAP };
        if drawn > 0 && start.saturating_add(need) > area.right() {
            break;
        }
        let room = area.right().saturating_sub(start);
        x = text::put(buf, start, area.y, room, key, theme.style(Role::Key));
        let room = area.right().saturating_sub(x + 1);
        x = text::put(buf, x + 1, area.y, room, label, theme.style(Role::Normal));
        drawn += 1;
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::snapshot::screen_text;
    use crate::tui::theme::ThemeName;

    const KEYS: [(&str, &str); 4] = [("F1", "帮助"), ("1", "赞成"), ("2", "反对"), ("u", "撤销")];

    fn drawn(width: u16) -> (usize, String) {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, 1));
        let theme = Theme::new(ThemeName::Auto, false);
        let n = footer(buf.area, &mut buf, theme, &KEYS);
        (n, screen_text(&buf))
    }

    #[test]
    fn help_is_never_dropped() {
        assert_eq!(
            drawn(40),
            (4, "F1 帮助  1 赞成  2 反对  u 撤销\n".to_owned())
        );
        assert_eq!(drawn(20), (2, "F1 帮助  1 赞成\n".to_owned()));
        assert_eq!(drawn(5), (1, "F1 ~\n".to_owned()));
        for width in 0..4 {
            drawn(width);
        }
    }

    #[test]
    fn a_notice_stands_in_the_middle() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 3));
        let theme = Theme::new(ThemeName::Auto, false);
        centred(buf.area, &mut buf, theme, Role::Normal, "窗口太小");
        toast(
            Rect::new(0, 2, 20, 1),
            &mut buf,
            theme,
            Role::Good,
            "已记录",
        );
        assert_eq!(screen_text(&buf), "\n      窗口太小\n已记录\n");
    }
}
