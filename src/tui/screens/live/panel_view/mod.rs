//! How the panels of the live screen are drawn, one file a panel.

mod agenda;
mod closing;
mod hands;
mod minutes;
mod review;
mod roll;
mod secret;
mod vote;

pub use agenda::{agenda, agenda_beside};
pub use closing::closing;
pub use minutes::{minutes, speaker, words, writing_box};
pub use review::review;
pub use roll::roll;
pub use vote::vote;

use super::{Panel, State};

use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::widgets::list::{self, Column, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

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
