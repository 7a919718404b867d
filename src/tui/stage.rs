//! A stage for tests: the whole program over a folder of its own, with a clock that stands still,
//! played by keys and seen as text.

#![allow(clippy::unwrap_used)]

use super::app::App;
use super::input::{Input, Key};
use super::{dispatch, frame, snapshot};
use crate::desk::Desk;
use crate::domain::Command;
use crate::domain::text::Line;
use crate::i18n::{Language, home};
use crate::office::Office;
use crate::settings::Settings;
use crate::store::folder::Paths;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tempfile::TempDir;

/// The moment the stage's clock stands still at, a Monday.
pub const MOMENT: &str = "2026-11-23T09:00:00";

/// The program on a stage.
pub struct Stage {
    /// The program.
    pub app: App,
    folder: TempDir,
}

impl Stage {
    /// Opens the program on an empty folder.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let office = Office {
            paths: Paths::find(Some(folder.path().to_owned())).unwrap(),
            settings: Settings::default(),
            language,
            no_color: false,
            stopped: Some(MOMENT.parse().unwrap()),
            only: None,
        };
        let app = App::new(office);
        Self { app, folder }
    }

    /// Opens the program at the home of a committee of that name.
    #[must_use]
    pub fn founded(language: Language, name: &str) -> Self {
        let mut stage = Self::new(language);
        let desk = stage.app.office.found(Line::new(name).unwrap()).unwrap();
        stage.app.enter_desk(desk);
        stage
    }

    /// Returns the desk.
    #[must_use]
    pub fn desk(&self) -> &Desk {
        self.app.desk.as_ref().unwrap()
    }

    /// Records commands past the screen, to set a scene.
    pub fn record(&mut self, commands: &[Command]) {
        let desk = self.app.desk.as_mut().unwrap();
        let _recorded = desk.execute(commands).unwrap();
    }

    /// Presses keys by their names: `F1 Down Enter`.
    pub fn press(&mut self, keys: &str) {
        for name in keys.split_whitespace() {
            let key: Key = name.parse().unwrap();
            dispatch::input(&mut self.app, Input::Key(key));
            self.screen();
        }
    }

    /// Types a text, character by character.
    pub fn type_text(&mut self, text: &str) {
        for c in text.chars() {
            dispatch::input(&mut self.app, Input::Key(Key::char(c)));
        }
    }

    /// Returns the screen of 80x24 as a reader sees it.
    pub fn screen(&mut self) -> String {
        self.screen_of(80, 24)
    }

    /// Returns the screen of a size as a reader sees it; the caret has to be inside.
    pub fn screen_of(&mut self, width: u16, height: u16) -> String {
        // What the checks at start say comes when it comes; a snapshot wants it said.
        while let Some(desk) = &mut self.app.desk
            && desk.is_checking()
        {
            std::thread::yield_now();
        }
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let caret = frame::draw(&mut self.app, area, &mut buf);
        assert_eq!(caret, caret.within(area), "{width}x{height}");
        snapshot::screen_text(&buf)
            .replace(&*self.folder.path().to_string_lossy(), "FOLDER")
            .replace(std::path::MAIN_SEPARATOR, "/")
    }

    /// Returns the text of the row the caret stands in, at 80x24.
    pub fn caret_row(&mut self) -> String {
        let area = Rect::new(0, 0, 80, 24);
        let mut buf = Buffer::empty(area);
        let caret = frame::draw(&mut self.app, area, &mut buf);
        let row = usize::from(caret.y);
        let text = snapshot::screen_text(&buf);
        text.lines().nth(row).unwrap().trim().to_owned()
    }

    /// Leaves the program as a kill would, comes back by the first draft that stands at home, and
    /// returns the screen.
    pub fn come_back(&mut self) -> String {
        self.app.keep_unfinished();
        let path = self.desk().path().to_owned();
        self.app.desk = None;
        self.app.overlay = None;
        self.app.enter(&path);
        self.press("Home");
        let found = home::drafts(self.app.language);
        let home = self.screen();
        let header = home.lines().position(|line| line.trim() == found);
        assert!(header.is_some(), "{home}");
        let draft = home.lines().nth(header.unwrap() + 1).unwrap();
        let draft = draft.trim_start_matches(['▸', ' ']).to_owned();
        for _ in 0..12 {
            if draft.contains(self.caret_row().trim_start_matches(['▸', ' '])) {
                break;
            }
            self.press("Down");
        }
        self.press("Enter");
        self.screen()
    }

    /// Draws the screen at many sizes; none may panic or lose the caret.
    pub fn every_size(&mut self) {
        for width in [1, 2, 3, 5, 59, 60, 61, 80, 109, 110, 200] {
            for height in [1, 2, 3, 15, 16, 17, 24, 60] {
                self.screen_of(width, height);
            }
        }
    }

    /// Returns the last thing said.
    #[must_use]
    pub fn said(&self) -> &str {
        self.app
            .said
            .last()
            .map_or("", |toast| toast.words.as_str())
    }

    /// Returns the names of the files under a part of the folder.
    #[must_use]
    pub fn files(&self, under: &str) -> Vec<std::path::PathBuf> {
        let mut found = Vec::new();
        let mut open = vec![self.folder.path().join(under)];
        while let Some(folder) = open.pop() {
            for entry in std::fs::read_dir(folder).into_iter().flatten() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    found.push(path);
                }
            }
        }
        found.sort();
        found
    }
}
