//! The program on a screen of 80x24 without a terminal around it, and how long it works on a key until the frame.

use lianxi::desk::{Checking, Desk};
use lianxi::i18n::Language;
use lianxi::office::Office;
use lianxi::settings::Settings;
use lianxi::store::folder::Paths;
use lianxi::tui::app::App;
use lianxi::tui::screens::Screen;
use lianxi::tui::{dispatch, frame, input::Input, snapshot};
use nix::time::{ClockId, clock_gettime};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::Path;
use std::time::{Duration, Instant};

/// The moment it is.
pub const NOW: &str = "2026-11-23T09:00:00";

/// How often a thing is done: the shortest time counts, for what else the machine does only makes it longer.
const TIMES: usize = 5;

/// Returns how long this thread has worked: what others do meanwhile is not counted.
fn worked() -> Duration {
    clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID)
        .unwrap()
        .into()
}

/// Returns the office of a data folder.
pub fn office(base: &Path) -> Office {
    Office {
        paths: Paths::find(Some(base.to_owned())).unwrap(),
        settings: Settings::default(),
        language: Language::Zh,
        no_color: false,
        stopped: Some(NOW.parse().unwrap()),
        only: None,
    }
}

/// Somebody at the program.
pub struct Seat {
    pub app: App,
}

impl Seat {
    /// Opens the program on a file and returns how long it took to the first frame; what is checked behind it is done.
    pub fn start(base: &Path, file: &Path) -> (Self, Duration) {
        let begun = Instant::now();
        let office = office(base);
        let desk = office.open(file).unwrap();
        let mut app = App::new(office);
        app.enter_desk(desk);
        let mut seat = Self { app };
        seat.frame();
        let took = begun.elapsed();
        while matches!(seat.desk().checking(), Checking::Running) {
            std::thread::yield_now();
        }
        assert_eq!(seat.desk().checking(), Checking::Passed);
        (seat, took)
    }

    /// Returns the desk.
    pub fn desk(&mut self) -> &mut Desk {
        self.app.desk.as_mut().unwrap()
    }

    /// Draws and returns what is seen.
    pub fn frame(&mut self) -> String {
        let area = Rect::new(0, 0, 80, 24);
        let mut buf = Buffer::empty(area);
        frame::draw(&mut self.app, area, &mut buf);
        snapshot::screen_text(&buf)
    }

    fn press(&mut self, name: &str) -> Duration {
        let begun = worked();
        dispatch::input(&mut self.app, Input::Key(name.parse().unwrap()));
        self.frame();
        worked() - begun
    }

    /// Presses keys, each once.
    pub fn keys(&mut self, names: &str) {
        for name in names.split_whitespace() {
            self.press(name);
        }
    }

    /// Presses a key again and again and returns the shortest time to the frame.
    pub fn key(&mut self, name: &str) -> Duration {
        (0..TIMES).map(|_| self.press(name)).min().unwrap()
    }

    /// Presses the last of some keys on a screen after the others, again and again from the first, and returns the
    /// shortest time to the frame.
    pub fn last_of(&mut self, screen: impl Fn() -> Screen, names: &str) -> Duration {
        let (before, last) = names.rsplit_once(' ').unwrap_or(("", names));
        let once = |_| {
            self.app.go(screen());
            self.frame();
            self.keys(before);
            self.press(last)
        };
        (0..TIMES).map(once).min().unwrap()
    }

    /// Goes to a screen again and again and returns the shortest time to its first frame.
    pub fn go(&mut self, screen: impl Fn() -> Screen) -> Duration {
        let once = |_| {
            self.app.go(screen());
            let begun = worked();
            self.frame();
            worked() - begun
        };
        (0..TIMES).map(once).min().unwrap()
    }
}
