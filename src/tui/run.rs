//! The loop: event → message → update → effects → one frame → caret. One thread computes, draws and
//! alone writes; one reads the terminal; one checks the file at start and ends.

use super::app::App;
use super::input::Gather;
use super::terminal::{Alive, Incoming, Screen, Session, on_panic, spawn_reader, spawn_watch};
use super::{dispatch, frame, text};
use crate::desk::Checking;
use crate::i18n::ui;
use crate::office::Office;
use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;
use std::io::{self, BufWriter, stdout};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// Typing is kept as a draft after so long without a key.
const IDLE: Duration = Duration::from_millis(400);

/// Typing is kept as a draft at least so often while it goes on.
const WHILE_TYPING: Duration = Duration::from_secs(5);

/// How often the loop looks at the clock of an item that runs, and at the checks.
const GLANCE: Duration = Duration::from_secs(20);

/// More than a frame takes in bytes, so that it goes to the terminal in one piece.
const FRAME: usize = 1 << 15;

/// Runs the terminal program until the user ends it or the system does.
///
/// # Errors
/// What the terminal answered; the terminal is whole by then.
pub fn run(office: Office) -> io::Result<()> {
    if office.settings.ambiguous.as_deref() == Some("wide") {
        text::set_ambiguous(text::Ambiguous::Wide);
    }
    let language = office.language;
    on_panic(move |info| ui::panicked(language, info.to_string()));
    let mut app = App::new(office);
    let (to, from) = channel::<Incoming>();
    let alive = Alive::default();
    let (width, height) = crossterm::terminal::size()?;
    let session = Session::enter()?;
    let whole_frames = BufWriter::with_capacity(FRAME, stdout());
    let mut screen = Screen::new(whole_frames, width, height);
    spawn_watch(&to, &alive)?;
    screen.draw(|area, buf| frame::draw(&mut app, area, buf))?;
    spawn_reader(to)?;
    let mut gather = Gather::default();
    let mut unkept_since: Option<Instant> = None;
    while !app.ended {
        let checking = matches!(
            app.desk.as_mut().map(crate::desk::Desk::checking),
            Some(Checking::Running)
        );
        let wait = match unkept_since {
            Some(since) => IDLE.min(WHILE_TYPING.saturating_sub(since.elapsed())),
            None if checking || app.is_proving() => Duration::from_millis(50),
            None => GLANCE,
        };
        match from.recv_timeout(wait) {
            Ok(Incoming::Events(events)) => {
                for event in &events {
                    if let crossterm::event::Event::Resize(width, height) = event.1 {
                        screen.resize(width, height);
                    }
                }
                for input in gather.push(&events) {
                    dispatch::input(&mut app, input);
                }
                if unkept_since.is_some_and(|since| since.elapsed() >= WHILE_TYPING) {
                    app.keep_unfinished();
                }
            }
            Ok(Incoming::Signal(_) | Incoming::Gone) => {
                alive.heard();
                app.keep_unfinished();
                app.ended = true;
            }
            Err(RecvTimeoutError::Timeout) => {
                app.keep_unfinished();
            }
            Err(RecvTimeoutError::Disconnected) => app.ended = true,
        }
        unkept_since = match (app.has_unkept(), unkept_since) {
            (true, Some(since)) if since.elapsed() < WHILE_TYPING => Some(since),
            // Begun, or tried and not kept: a disk that takes no draft is asked again only later.
            (true, _) => Some(Instant::now()),
            (false, _) => None,
        };
        if app.ended {
            break;
        }
        if let Some(text) = app.copied.take() {
            execute!(screen.writer(), CopyToClipboard::to_clipboard_from(text))?;
        }
        if std::mem::take(&mut app.repaint) {
            screen.request_repaint();
        }
        screen.draw(|area, buf| frame::draw(&mut app, area, buf))?;
        if app.rest() {
            screen.draw(|area, buf| frame::draw(&mut app, area, buf))?;
        }
    }
    app.keep_unfinished();
    drop(session);
    Ok(())
}
