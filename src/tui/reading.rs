//! A text to read over the screen: what the screen has no room for, whole, a line at a time.

use super::app::{App, Glance, Overlay};
use super::caret::Caret;
use super::input::{Code, Key};
use super::text;
use super::theme::Role;
use super::widgets::list::Row;
use super::widgets::reader::Reader;
use super::widgets::{line, popup};
use crate::i18n::read as words;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A part of a text: a title where it has one, and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What is said of the words; empty where nothing is.
    pub title: String,
    /// The words; later lines of them stand further in where the part has no title.
    pub words: String,
}

/// The title and the parts of a text, in the language of the app; `None` where what it tells of is gone.
type Told = dyn Fn(&App) -> Option<(String, Vec<Part>)>;

/// A text over the screen.
pub struct Reading {
    title: String,
    parts: Vec<Part>,
    reader: Reader,
    told: Box<Told>,
}

/// Shows a text to read; it is told anew where the language turns.
pub fn open(app: &mut App, told: impl Fn(&App) -> Option<(String, Vec<Part>)> + 'static) {
    let Some((title, parts)) = told(app) else {
        return;
    };
    let reading = Reading {
        title,
        parts,
        reader: Reader::default(),
        told: Box::new(told),
    };
    app.overlay = Some(Overlay::Reading(Box::new(reading)));
}

impl Reading {
    /// Tells the text in the language of the app.
    pub fn say_anew(&mut self, app: &App) {
        if let Some((title, parts)) = (self.told)(app) {
            (self.title, self.parts) = (title, parts);
        }
    }

    /// Draws the text; the caret stands on the line in use.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let width = area.width.min(76);
        let rows = self.rows(width.saturating_sub(4 + Reader::MARK));
        let wanted = u16::try_from(rows.len()).unwrap_or(u16::MAX);
        let height = wanted.saturating_add(3).min(area.height);
        let place = popup::centred(area, width, height);
        popup::clear(place, buf);
        let inside = popup::boxed(place, buf, &self.title, glance.theme);
        let foot = u16::from(inside.height > 1);
        let body = Rect {
            height: inside.height - foot,
            ..inside
        };
        if foot > 0 {
            let foot = Rect {
                y: body.bottom(),
                height: foot,
                ..inside
            };
            let keys = words::keys(glance.language);
            line::toast(foot, buf, glance.theme, Role::Muted, keys);
        }
        let caret = self.reader.draw(&rows, body, buf, glance.theme);
        caret.within(area)
    }

    fn rows(&self, width: u16) -> Vec<Row> {
        let mut rows = Vec::new();
        for part in &self.parts {
            if !part.title.is_empty() {
                let title = text::wrap(&part.title, width).into_iter();
                rows.extend(title.map(|line| Row::new(vec![line]).role(Role::Title)));
            }
            let further_in = if part.title.is_empty() { "  " } else { "" };
            let room = width.saturating_sub(text::width(further_in));
            for (at, line) in text::wrap(&part.words, room).into_iter().enumerate() {
                let before = if at == 0 { "" } else { further_in };
                rows.push(Row::new(vec![format!("{before}{line}")]));
            }
        }
        rows
    }
}

/// Takes a key while a text is read; gives it back while it stays open.
pub fn key(app: &mut App, mut reading: Box<Reading>, key: Key) -> Option<Box<Reading>> {
    let folded = key.folded();
    match folded.code {
        Code::Esc | Code::Enter => {
            app.repaint = true;
            return None;
        }
        Code::F(1) => app.say(Role::Normal, words::help(app.language)),
        _ => {
            reading.reader.key(folded);
        }
    }
    Some(reading)
}
