//! Home drawn.

use super::State;
use super::lines::lines;
use crate::i18n::home;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::theme::Role;
use crate::tui::widgets::line;
use crate::tui::widgets::list::{self, Column, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Up to this height every row is wanted for the list itself.
const LOW: u16 = 8;

/// From this width on, how a thing stands has a wider column.
const WIDE: u16 = 110;

impl State {
    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let Some(desk) = glance.desk else {
            return Caret::block(area.x, area.y);
        };
        let mut area = area;
        let committee = desk.world().committee.as_deref();
        if committee.is_some_and(|committee| committee.sample) && area.height > 1 {
            let words = home::sample(glance.language);
            line::toast(area, buf, glance.theme, Role::Muted, words);
            area = Rect {
                y: area.y + 1,
                height: area.height - 1,
                ..area
            };
        }
        self.waiting.count(desk);
        self.last.read(desk, glance.language);
        let (rows, ways) = lines(desk, glance.language, &self.waiting, &self.last)
            .into_iter()
            .map(|line| match line.way {
                None => (Row::header(&line.what), None),
                way => (Row::new(vec![line.what, line.how]).role(line.role), way),
            })
            .unzip::<_, _, Vec<Row>, Vec<_>>();
        self.ways = ways;
        let how = if area.width < WIDE { 2 } else { 3 };
        let columns = [Column::Flex(3), Column::Flex(how)];
        let over = rows.len() > usize::from(area.height) && area.height > 2;
        // The act that was recorded last stands at the end of the list: whoever comes back after a crash looks for it
        // first, and it is seen wherever the list is cut.
        let last = self.last.row().filter(|_| over && area.height > LOW);
        let (above, foot) = cut(area, u16::from(over) + u16::from(last.is_some()));
        area = above;
        let caret = list::draw(area, buf, glance.theme, &columns, &rows, &mut self.listing);
        let seen = self.listing.offset + usize::from(area.height);
        let left = rows.len().saturating_sub(seen);
        if over && left > 0 {
            // What does not fit is said to be there.
            let words = home::more_below(glance.language, left);
            let (more, last_row) = cut(foot, foot.height.saturating_sub(1));
            line::toast(more, buf, glance.theme, Role::Muted, &words);
            if let Some(last) = last {
                let words = home::last_below(glance.language, last.how.as_str(), &*last.what);
                line::toast(last_row, buf, glance.theme, Role::Muted, &words);
            }
        }
        caret
    }
}

/// Cuts rows off the foot.
fn cut(area: Rect, rows: u16) -> (Rect, Rect) {
    let above = area.height.saturating_sub(rows);
    let foot = Rect {
        y: area.y + above,
        height: area.height - above,
        ..area
    };
    let area = Rect {
        height: above,
        ..area
    };
    (area, foot)
}
