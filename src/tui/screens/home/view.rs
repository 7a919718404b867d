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
        let foot = Rect {
            y: area.bottom().saturating_sub(1),
            height: 1,
            ..area
        };
        if over {
            area.height -= 1;
        }
        let caret = list::draw(area, buf, glance.theme, &columns, &rows, &mut self.listing);
        let seen = self.listing.offset + usize::from(area.height);
        let left = rows.len().saturating_sub(seen);
        if over && left > 0 {
            // What does not fit is said to be there.
            let words = home::more_below(glance.language, left);
            line::toast(foot, buf, glance.theme, Role::Muted, &words);
        }
        caret
    }
}
