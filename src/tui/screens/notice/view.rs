//! The notice drawn: its text, what to do once it is sent, and where it was written.

use super::{State, text};
use crate::i18n::notice;
use crate::tui::action::named;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::text as cells;
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
        let desk = glance.desk;
        let Some((words, _)) = desk.and_then(|desk| text(desk, &self.session, tongue)) else {
            self.lines = 0;
            let missing = notice::missing(language);
            line::centred(area, buf, glance.theme, Role::Warn, missing);
            return Caret::block(area.x, area.y);
        };
        let area = self.draw_below(glance, area, buf);
        let room = area.width.saturating_sub(MARK);
        let lines = words.lines().flat_map(|line| cells::wrap(line, room));
        let rows: Vec<Row> = lines.map(|line| Row::new(vec![line])).collect();
        self.lines = rows.len();
        let columns = [Column::Flex(1)];
        list::draw(area, buf, glance.theme, &columns, &rows, &mut self.listing)
    }

    /// Draws what to do next and the whole path, which a toast would cut; gives the room above.
    fn draw_below(&self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Rect {
        let language = glance.language;
        let key = named("plan.notice").and_then(|action| action.keys.first());
        let key = key.map(ToString::to_string).unwrap_or_default();
        let mut words = vec![notice::then(language, key)];
        words.extend(
            self.written
                .clone()
                .map(|path| notice::written(language, path)),
        );
        let lines: Vec<String> = words
            .iter()
            .flat_map(|words| cells::wrap(words, area.width))
            .collect();
        let most = area.height / 2;
        let height = u16::try_from(lines.len()).unwrap_or(most).min(most);
        let top = area.bottom() - height;
        for (y, words) in (top..area.bottom()).zip(&lines) {
            let style = glance.theme.style(Role::Muted);
            cells::put(buf, area.x, y, area.width, words, style);
        }
        Rect {
            height: area.height - height,
            ..area
        }
    }
}
