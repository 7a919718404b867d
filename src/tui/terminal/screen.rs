//! One frame: what changed since the last one, then the caret, inside one synchronized update.

use super::cells;
use crate::tui::caret::{Caret, Shape};
use crate::tui::text::Ambiguous;
use crossterm::cursor::{MoveTo, SetCursorStyle, Show};
use crossterm::queue;
use crossterm::style::{Attribute, Print, SetAttribute};
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::io::{self, Write};

/// The drawn screen. It keeps what stands on the terminal and sends only differences.
///
/// The library's own `Terminal` is not used: its full repaint asks the terminal where the cursor is, and the answer
/// would be taken by the reader thread.
pub struct Screen<W: Write> {
    out: W,
    shown: Buffer,
    next: Buffer,
    shape: Option<Shape>,
    repaint: bool,
    asks: bool,
}

/// A character whose width the standard leaves open, drawn to see how wide it becomes.
const OPEN: char = '①';

/// The row it is drawn in, from 1; an answer about the first row would be the same bytes as a key.
const ASKED_ROW: u16 = 2;

/// Gives what an answer about the cursor says of ambiguous characters: one behind `①` at the left edge.
#[must_use]
pub const fn answered(row: u16, column: u16) -> Option<Ambiguous> {
    match (row, column) {
        (ASKED_ROW, 2) => Some(Ambiguous::Narrow),
        (ASKED_ROW, 3) => Some(Ambiguous::Wide),
        _ => None,
    }
}

impl<W: Write> Screen<W> {
    /// Makes a screen of the given size that writes to `out`; the first frame is a full one.
    ///
    /// `out` should hold a whole frame before it passes it on, as [`Frames`](super::Frames) does: it is flushed once a
    /// frame.
    pub fn new(out: W, width: u16, height: u16) -> Self {
        let area = Rect::new(0, 0, width, height);
        Self {
            out,
            shown: Buffer::empty(area),
            next: Buffer::empty(area),
            shape: None,
            repaint: true,
            asks: false,
        }
    }

    /// Asks the terminal with every full frame how wide it draws ambiguous characters. Nobody waits: the answer comes
    /// among the keys whenever it comes, and [`answered`] reads it.
    #[must_use]
    pub const fn asking(mut self, asks: bool) -> Self {
        self.asks = asks;
        self
    }

    /// Gives the whole area.
    #[must_use]
    pub const fn area(&self) -> Rect {
        self.next.area
    }

    /// Takes a new size; the next frame is a full one.
    pub fn resize(&mut self, width: u16, height: u16) {
        let area = Rect::new(0, 0, width, height);
        self.shown.resize(area);
        self.next.resize(area);
        self.repaint = true;
    }

    /// Makes the next frame a full one: after an overlay closes, on the user's wish, when widths changed.
    pub const fn request_repaint(&mut self) {
        self.repaint = true;
    }

    /// Draws a frame. The view fills the blank buffer and says where the caret is; a caret outside is pulled inside.
    ///
    /// # Errors
    /// What writing to the terminal answered.
    pub fn draw(&mut self, view: impl FnOnce(Rect, &mut Buffer) -> Caret) -> io::Result<()> {
        let area = self.next.area;
        self.next.reset();
        let caret = view(area, &mut self.next).within(area);

        queue!(self.out, BeginSynchronizedUpdate)?;
        if self.repaint {
            if self.asks && area.height >= ASKED_ROW {
                // what is asked about is wiped before the update ends
                queue!(
                    self.out,
                    MoveTo(0, ASKED_ROW - 1),
                    Print(OPEN),
                    Print("\x1b[6n")
                )?;
            }
            queue!(
                self.out,
                SetAttribute(Attribute::Reset),
                Clear(ClearType::All)
            )?;
            self.shown.reset();
        }
        let mut cells = Vec::new();
        cells::write(&mut cells, &self.shown, &self.next);
        self.out.write_all(&cells)?;
        if self.shape != Some(caret.shape) {
            let style = match caret.shape {
                Shape::Bar => SetCursorStyle::SteadyBar,
                Shape::Block => SetCursorStyle::SteadyBlock,
            };
            queue!(self.out, style)?;
        }
        queue!(
            self.out,
            Show,
            MoveTo(caret.x, caret.y),
            EndSynchronizedUpdate
        )?;
        self.out.flush()?;

        std::mem::swap(&mut self.shown, &mut self.next);
        self.shape = Some(caret.shape);
        self.repaint = false;
        Ok(())
    }

    /// Gives the writer, for what is not a frame: the clipboard sequence, a bell.
    pub const fn writer(&mut self) -> &mut W {
        &mut self.out
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::tui::text;
    use ratatui::style::Style;

    #[test]
    fn the_caret_is_the_last_thing_inside_the_update() {
        let mut screen = Screen::new(Vec::new(), 20, 3);
        screen
            .draw(|area, buf| {
                let x = text::put(buf, 0, 1, area.width, "表决结果：同意5票", Style::new());
                Caret::bar(x, 1)
            })
            .unwrap();
        let bytes = std::mem::take(screen.writer());
        let sent = String::from_utf8(bytes.clone()).unwrap();
        assert!(sent.starts_with("\x1b[?2026h"));
        assert!(sent.ends_with("\x1b[?25h\x1b[2;18H\x1b[?2026l"));
        let mut parser = vt100::Parser::new(3.try_into().unwrap(), 20.try_into().unwrap(), 0);
        parser.process(&bytes);
        assert_eq!(parser.screen().cursor_position(), (1, 17));
        assert!(parser.screen().contents().contains("表决结果：同意5票"));
    }

    #[test]
    fn only_differences_are_sent_until_a_repaint_is_asked_for() {
        let mut screen = Screen::new(Vec::new(), 20, 3);
        let view = |_: Rect, buf: &mut Buffer| {
            text::put(buf, 0, 0, 20, "李家屯", Style::new());
            Caret::block(0, 0)
        };
        screen.draw(view).unwrap();
        screen.writer().clear();
        screen.draw(view).unwrap();
        let sent = String::from_utf8(screen.writer().clone()).unwrap();
        assert!(!sent.contains('李'));
        screen.request_repaint();
        screen.draw(view).unwrap();
        let sent = String::from_utf8(screen.writer().clone()).unwrap();
        assert!(sent.contains('李'));
    }

    #[test]
    fn a_full_frame_asks_and_leaves_no_trace_of_it() {
        for (height, asked) in [(3u16, true), (2, true), (1, false)] {
            let mut screen = Screen::new(Vec::new(), 20, height).asking(true);
            screen.draw(|_, _| Caret::bar(0, 0)).unwrap();
            let bytes = std::mem::take(screen.writer());
            assert_eq!(bytes.windows(4).any(|part| part == b"\x1b[6n"), asked);
            let mut parser =
                vt100::Parser::new(height.try_into().unwrap(), 20.try_into().unwrap(), 0);
            parser.process(&bytes);
            assert_eq!(parser.screen().contents(), "");
            screen.draw(|_, _| Caret::bar(0, 0)).unwrap();
            assert!(!screen.writer().contains(&b'n'));
        }
    }

    #[test]
    fn only_the_row_asked_about_answers() {
        assert_eq!(answered(2, 2), Some(Ambiguous::Narrow));
        assert_eq!(answered(2, 3), Some(Ambiguous::Wide));
        assert_eq!(answered(1, 3), None);
        assert_eq!(answered(2, 40), None);
    }

    #[test]
    fn no_size_and_no_caret_is_too_odd() {
        let mut screen = Screen::new(Vec::new(), 0, 0);
        for (width, height) in [(0, 0), (1, 1), (3, 1), (200, 60)] {
            screen.resize(width, height);
            screen.draw(|_, _| Caret::bar(500, 500)).unwrap();
        }
    }
}
