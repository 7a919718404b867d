//! The terminal of the bare programs: one frame, whole, at a time.

use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen};
use crossterm::{execute, queue, terminal::enable_raw_mode};
use ratatui::widgets::Widget;
use ratatui::{Terminal, backend::CrosstermBackend};
use std::io::{BufWriter, Stdout, stdout};

/// A terminal as the program has one.
pub type Screen = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// Takes the terminal.
pub fn screen() -> Screen {
    enable_raw_mode().unwrap();
    let mut out = BufWriter::with_capacity(1 << 15, stdout());
    execute!(out, EnterAlternateScreen).unwrap();
    Terminal::new(CrosstermBackend::new(out)).unwrap()
}

/// Draws one frame that is nothing but this.
pub fn paint(screen: &mut Screen, widget: impl Widget) {
    queue!(screen.backend_mut(), BeginSynchronizedUpdate).unwrap();
    screen
        .draw(|frame| frame.render_widget(widget, frame.area()))
        .unwrap();
    execute!(screen.backend_mut(), EndSynchronizedUpdate).unwrap();
}
