//! The loop: event → message → update → effects → one frame → caret. One thread computes, draws and
//! alone writes; one reads the terminal; one hears signals; one checks the file at start and ends.

use super::app::App;
use super::input::Gather;
use super::last_words::LastWords;
use super::terminal::{
    Alive, Frames, Incoming, Screen, Session, answered, has_shell, is_entered, on_panic,
    spawn_reader, spawn_watch,
};
use super::text::{self, Ambiguous};
use super::theme::Role;
use super::{dispatch, frame, lock};
use crate::desk::Desk;
use crate::i18n::{encrypted, ui};
use crate::office::Office;
use crate::office::log::Entry;
use crate::settings::AmbiguousWidth;
use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;
use std::io::{self, Write as _};
use std::panic::resume_unwind;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// Typing is kept as a draft after so long without a key.
const IDLE: Duration = Duration::from_millis(400);

/// Typing is kept as a draft at least so often while it goes on.
const WHILE_TYPING: Duration = Duration::from_secs(5);

/// How often the loop looks at the clock of an item that runs.
const GLANCE: Duration = Duration::from_secs(20);

/// How often it asks for the word of the checks, or of a backup that is being proved.
const ASK: Duration = Duration::from_millis(50);

/// Runs the terminal program until the user ends it or the system does.
///
/// # Errors
/// What the terminal answered; the terminal is whole by then.
///
/// # Panics
/// Where another thread of the program did, once everything is put away as far as it can be.
pub fn run(office: Office) -> io::Result<()> {
    let width_is = office.settings.ambiguous;
    if width_is == AmbiguousWidth::Wide {
        text::set_ambiguous(Ambiguous::Wide);
    }
    let (to, from) = channel::<Incoming>();
    let alive = Alive::default();
    let language = office.language;
    let noting = office.clone();
    let last = LastWords::default();
    let told = last.clone();
    on_panic(to.clone(), alive.clone(), move |info| {
        if let Some(place) = info.location() {
            noting.note(Entry::Broke(place));
        }
        told.words(language, &info.to_string())
    });
    let mut app = App::new(office);
    let (width, height) = crossterm::terminal::size()?;
    let session = Session::enter()?;
    let asks = cfg!(unix) && width_is == AmbiguousWidth::Auto;
    let mut screen = Screen::new(Frames::default(), width, height).asking(asks);
    spawn_watch(to.clone(), alive.clone())?;
    let mut shown_checking = shows_checking(&mut app);
    screen.draw(|area, buf| frame::draw(&mut app, area, buf))?;
    spawn_reader(to, alive.clone())?;
    let mut fell = false;
    let mut gather = Gather::default();
    let mut unkept_since: Option<Instant> = None;
    let mut touched = Instant::now();
    let mut drawn = touched;
    while !app.ended {
        let checking = is_checking(&mut app);
        let proving = app.is_proving();
        let due = match unkept_since {
            Some(since) => IDLE.min(WHILE_TYPING.saturating_sub(since.elapsed())),
            None => GLANCE,
        };
        // The checks may have given their word behind the frame that says they run.
        let news = shown_checking && !checking;
        let wait = patience(news, checking || proving, due);
        match from.recv_timeout(wait) {
            Ok(Incoming::Events(events)) => {
                touched = Instant::now();
                last.keys_come();
                for event in &events {
                    if let crossterm::event::Event::Resize(width, height) = event.1 {
                        screen.resize(width, height);
                    }
                }
                for input in gather.push(&events) {
                    dispatch::input(&mut app, input);
                }
                if std::mem::take(&mut app.suspended) {
                    if has_shell() {
                        app.keep_unfinished();
                        session.pause(ui::suspended(app.language))?;
                        continue;
                    }
                    app.say(Role::Warn, ui::no_shell(app.language));
                }
                // Keeping waits for the checks as all writing does, and whoever types should not.
                if !checking && unkept_since.is_some_and(|since| since.elapsed() >= WHILE_TYPING) {
                    app.keep_unfinished();
                }
            }
            Ok(Incoming::Cursor { row, column }) => {
                match answered(row, column).filter(|width| asks && *width != text::ambiguous()) {
                    Some(width) => {
                        text::set_ambiguous(width);
                        screen.request_repaint();
                    }
                    None => continue,
                }
            }
            Ok(Incoming::Pause) => {
                app.keep_unfinished();
                session.pause(ui::suspended(app.language))?;
                continue;
            }
            Ok(Incoming::Resume) => {
                session.resume()?;
                let (width, height) = crossterm::terminal::size()?;
                screen.resize(width, height);
            }
            Ok(ends @ (Incoming::Signal(_) | Incoming::Gone | Incoming::Fell)) => {
                alive.heard();
                app.office.note(Entry::Stopped);
                app.keep_unfinished();
                app.ended = true;
                fell = ends == Incoming::Fell;
            }
            // Nothing else changes the picture, and whoever composes a word is not disturbed.
            Err(RecvTimeoutError::Timeout) if checking && is_checking(&mut app) => continue,
            Err(RecvTimeoutError::Timeout)
                if !news && proving && drawn.elapsed() < due && !app.rest() =>
            {
                continue;
            }
            Err(RecvTimeoutError::Timeout) => {
                app.keep_unfinished();
                lock::idle(&mut app, touched.elapsed());
            }
            Err(RecvTimeoutError::Disconnected) => app.ended = true,
        }
        last.note(&app);
        unkept_since = match (app.has_unkept(), unkept_since) {
            (true, Some(since)) if since.elapsed() < WHILE_TYPING => Some(since),
            // Begun, or tried and not kept: a disk that takes no draft is asked again only later.
            (true, _) => Some(Instant::now()),
            (false, _) => None,
        };
        // Whoever gave the terminal back says next why.
        if app.ended || !is_entered() {
            continue;
        }
        if let Some(text) = app.copied.take() {
            execute!(screen.writer(), CopyToClipboard::to_clipboard_from(text))?;
        }
        if std::mem::take(&mut app.repaint) {
            screen.request_repaint();
        }
        shown_checking = shows_checking(&mut app);
        screen.draw(|area, buf| frame::draw(&mut app, area, buf))?;
        if app.rest() {
            screen.draw(|area, buf| frame::draw(&mut app, area, buf))?;
        }
        drawn = Instant::now();
    }
    app.keep_unfinished();
    app.office.note(Entry::Ended);
    drop(session);
    if app.is_carrying() {
        let words = encrypted::still_carrying(app.language);
        let _unread = writeln!(io::stderr(), "{words}");
    }
    for words in app.close() {
        // Where nobody reads it any more, nobody is told.
        let _unread = writeln!(io::stderr(), "{words}");
    }
    if fell {
        drop(app);
        // Said already, in both languages.
        resume_unwind(Box::new("another thread fell"));
    }
    Ok(())
}

/// Says whether the checks still run, also those of a file that is only read.
fn is_checking(app: &mut App) -> bool {
    app.desk.as_mut().is_some_and(Desk::is_checking)
}

/// Says whether the next frame knows nothing of what the checks find. They begin behind it.
fn shows_checking(app: &mut App) -> bool {
    app.desk.as_mut().is_some_and(Desk::is_checking_so_far)
}

/// Returns how long the loop waits for something to happen: not at all where the frame shows what is over.
fn patience(news: bool, asks: bool, due: Duration) -> Duration {
    match (news, asks) {
        (true, _) => Duration::ZERO,
        (false, true) => ASK.min(due),
        (false, false) => due,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{ASK, GLANCE, is_checking, patience, shows_checking};
    use crate::desk::{Checking, Desk};
    use crate::i18n::{Language, fault};
    use crate::tui::screens::Screen;
    use crate::tui::stage::Stage;
    use std::time::Duration;

    #[test]
    fn damage_of_a_file_that_is_only_read_is_on_the_screen_without_a_key() {
        let language = Language::Zh;
        let mut stage = Stage::founded(language, "甲片区");
        let path = stage.desk().path().to_owned();
        stage.app.desk = None;
        let sql = "UPDATE committee SET body = replace(body, '甲片区', '乙片区')";
        let file = rusqlite::Connection::open(&path).unwrap();
        assert_eq!(file.execute(sql, []).unwrap(), 1);
        drop(file);
        stage.app.office.only = Some(path.clone());
        stage.app.enter(&path);
        assert!(matches!(stage.app.top(), Screen::Home(_)));
        // The loop: a frame that knows nothing of the checks, which begin behind it.
        assert!(shows_checking(&mut stage.app));
        let desk = stage.app.desk.as_mut().unwrap();
        assert!(matches!(
            desk.checking_so_far(),
            Checking::ReadOnly(why) if !why.is_doubt()
        ));
        stage.app.rest();
        // It asks until they gave their word, and draws anew at once.
        while is_checking(&mut stage.app) {
            std::thread::yield_now();
        }
        assert!(!shows_checking(&mut stage.app));
        let first = stage.screen();
        let first = first.lines().next().unwrap();
        assert!(
            first.contains(fault::found_damaged_short(language)),
            "{first}"
        );
        assert!(stage.app.rest());
        assert!(stage.desk().read_only().unwrap().is_doubt());
        assert_eq!(stage.said(), fault::found_damaged(language));
        // The control: nothing more comes of it.
        assert!(!stage.app.rest());
        assert!(
            stage
                .app
                .desk
                .as_mut()
                .is_some_and(|it| !Desk::is_checking(it))
        );
    }

    #[test]
    fn a_frame_that_tells_of_checks_that_are_over_is_drawn_anew_at_once() {
        assert_eq!(patience(true, false, GLANCE), Duration::ZERO);
        assert_eq!(patience(true, true, GLANCE), Duration::ZERO);
        assert_eq!(patience(false, true, GLANCE), ASK);
        assert_eq!(patience(false, false, GLANCE), GLANCE);
    }
}
