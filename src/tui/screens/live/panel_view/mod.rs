//! How the panels of the live screen are drawn, one file a panel.

mod agenda;
mod closing;
mod hands;
mod minutes;
mod motion;
mod options;
mod review;
mod roll;
mod secret;
mod slate;
mod vote;
mod voters;

pub use agenda::{agenda, agenda_beside};
pub use closing::closing;
pub use minutes::{minutes, speaker, words, writing_box};
pub use motion::below_wording;
pub use review::review;
pub use roll::roll;
pub use vote::vote;

use super::{Panel, State};

use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::list::{self, Column, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The least width of what a row counts: a name, or somebody recused.
const NAME: u16 = 16;

/// Draws a vote in numbers: how it stands always, then a row a number, the name of what is counted at most
/// half as wide as the panel.
fn draw_numbers(
    state: &mut State,
    glance: Glance<'_>,
    head: &[(String, Role)],
    rows: &[Row],
    area: Rect,
    buf: &mut Buffer,
) -> Caret {
    let mut y = area.y;
    for (line, role) in head {
        for line in text::wrap(line, area.width) {
            if y + 1 >= area.bottom() {
                break;
            }
            text::put(buf, area.x, y, area.width, &line, glance.theme.style(*role));
            y += 1;
        }
    }
    let below = Rect {
        y,
        height: area.bottom().saturating_sub(y),
        ..area
    };
    let Column::Fixed(wide) = Column::fitting(rows, 0) else {
        return Caret::block(area.x, area.y);
    };
    let name = Column::Fixed(wide.max(NAME).min((area.width / 2).max(NAME)));
    let columns = [name, Column::Number(4), Column::Flex(1)];
    draw_list(state, Panel::Vote, glance, &columns, rows, below, buf)
}

/// Draws rows as the panel's list, and keeps in mind which of them are headers.
fn draw_list(
    state: &mut State,
    panel: Panel,
    glance: Glance<'_>,
    columns: &[Column],
    rows: &[Row],
    area: Rect,
    buf: &mut Buffer,
) -> Caret {
    state.headers = rows.iter().map(|row| row.header).collect();
    list::draw(
        area,
        buf,
        glance.theme,
        columns,
        rows,
        state.listing_mut(panel),
    )
}
