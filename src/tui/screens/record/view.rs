//! A record drawn: the words of the plain text, a line at a time under the caret.

use super::State;
use super::paper::{CELLS, paper};
use crate::i18n::reading;
use crate::papers::plain;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::line;
use crate::tui::widgets::list::{self, Column, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells before a line, where the mark of the line in use stands.
const MARK: u16 = 2;

impl State {
    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let language = glance.language;
        let tongue = self.tongue(language);
        let paper = glance
            .desk
            .and_then(|desk| paper(desk, &self.session, tongue).ok());
        let Some(paper) = paper else {
            self.lines = 0;
            line::centred(
                area,
                buf,
                glance.theme,
                Role::Warn,
                reading::missing(language),
            );
            return Caret::block(area.x, area.y);
        };
        let area = self.draw_written(glance, area, buf);
        let cells = area.width.saturating_sub(MARK).min(CELLS);
        let text = plain::write(&paper.blocks, tongue, usize::from(cells));
        let rows: Vec<Row> = text
            .lines()
            .map(|line| Row::new(vec![line.to_owned()]))
            .collect();
        self.lines = rows.len();
        let columns = [Column::Flex(1)];
        list::draw(area, buf, glance.theme, &columns, &rows, &mut self.listing)
    }

    /// Draws where the record was written, whole, since a toast would cut the path; gives the room above.
    fn draw_written(&self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Rect {
        let Some(path) = &self.written else {
            return area;
        };
        let words = reading::written(glance.language, path.clone());
        let lines = text::wrap(&words, area.width);
        let most = area.height / 2;
        let height = u16::try_from(lines.len()).unwrap_or(most).min(most);
        let top = area.bottom() - height;
        for (y, line) in (top..area.bottom()).zip(&lines) {
            let style = glance.theme.style(Role::Muted);
            text::put(buf, area.x, y, area.width, line, style);
        }
        Rect {
            height: area.height - height,
            ..area
        }
    }
}
