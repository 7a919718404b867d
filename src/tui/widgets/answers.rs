//! The answers to a question, a row each with the one that is chosen marked, and the keys below them.

use super::line;
use crate::tui::caret::Caret;
use crate::tui::text;
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the answers from the row `first` of `inside` on, and the keys on its last row; the caret stands on the answer
/// that is chosen.
pub fn draw(
    (inside, first): (Rect, u16),
    buf: &mut Buffer,
    theme: Theme,
    answers: impl Iterator<Item = (String, bool)>,
    keys: &str,
) -> Caret {
    let mut caret = Caret::block(inside.x, inside.y);
    for (y, (label, chosen)) in (first..inside.bottom()).zip(answers) {
        let label = format!("{} {label}", if chosen { '▸' } else { ' ' });
        let role = if chosen { Role::Selected } else { Role::Normal };
        text::put(buf, inside.x, y, inside.width, &label, theme.style(role));
        if chosen {
            caret = Caret::block(inside.x, y);
        }
    }
    let foot = Rect {
        y: inside.bottom().saturating_sub(1),
        height: inside.height.min(1),
        ..inside
    };
    line::toast(foot, buf, theme, Role::Muted, keys);
    caret
}
