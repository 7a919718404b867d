//! Where text is typed: one line or many, with the hardware caret always inside the area.
//!
//! The text area underneath keeps the text, the caret and the undo history. Its own keys are Emacs keys and are not
//! used; the table here is the whole of what an editor does. Nor is its picture: it takes ambiguous characters for
//! narrow, begins rows with a comma, and wraps the whole text at every key. Rows are laid out here, only those seen.

use crate::cells::undrawn;
use crate::tui::caret::Caret;
use crate::tui::input::{Code, Key};
use crate::tui::text;
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::fmt;
use tui_textarea::{CursorMove, TextArea};

mod rows;
mod words;

use rows::{Place, Rows};

/// What stands for a character that nobody is to see.
const HIDDEN: char = '*';

/// What a key or a paste did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edited {
    /// The key means nothing here; the caller may use it.
    Ignored,
    /// The caret moved or the key was taken without effect on the text.
    Moved,
    /// The text changed.
    Changed,
    /// The text may not grow so far. What did not fit is handed back, so that the caller can offer it elsewhere;
    /// what did fit has been inserted.
    Refused(String),
}

/// A text being typed.
#[derive(Clone)]
pub struct Editor {
    area: TextArea<'static>,
    single: bool,
    limit: usize,
    /// What a tab becomes.
    tab: &'static str,
    /// Whether stars stand for what is typed.
    secret: bool,
    /// First character seen of a single line.
    first: usize,
    /// First row seen of many lines.
    top: Place,
    /// Cells in a row, as drawn last.
    room: u16,
    /// The column that a walk up or down keeps to.
    column: Option<u16>,
    /// The number of characters, while nothing but insertions followed upon its being counted.
    counted: Option<usize>,
}

impl fmt::Debug for Editor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // the text may be private, so it stays out of logs
        f.debug_struct("Editor")
            .field("single", &self.single)
            .finish_non_exhaustive()
    }
}

impl Editor {
    /// Makes an editor of many lines, softly wrapped.
    #[must_use]
    pub fn multi(text: &str) -> Self {
        Self::new(text, false)
    }

    /// Makes an editor of one line: Enter is left to the caller and line feeds become blanks.
    #[must_use]
    pub fn single(text: &str) -> Self {
        Self::new(text, true)
    }

    fn new(text: &str, single: bool) -> Self {
        const UNDO_STEPS: usize = 1000;
        let mut area = TextArea::default();
        area.set_undo_coalescing(true);
        area.set_max_histories(UNDO_STEPS);
        let mut editor = Self {
            area,
            single,
            limit: usize::MAX,
            tab: " ",
            secret: false,
            first: 0,
            top: Place::default(),
            room: u16::MAX,
            column: None,
            counted: None,
        };
        editor.set_text(text);
        editor
    }

    /// Takes at most so many characters from now on; what stands already is kept.
    #[must_use]
    pub const fn limited(mut self, characters: usize) -> Self {
        self.limit = characters;
        self
    }

    /// Keeps the cells of a table apart: a tab becomes two blanks from now on.
    #[must_use]
    pub const fn with_wide_tabs(mut self) -> Self {
        self.tab = "  ";
        self
    }

    /// Shows a star for every character from now on.
    #[must_use]
    pub const fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// Says whether what is typed is not to be shown, and not to be kept anywhere.
    #[must_use]
    pub const fn is_secret(&self) -> bool {
        self.secret
    }

    /// Gives the whole text, lines joined by line feeds.
    #[must_use]
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Says whether nothing but blanks stands here.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.area.lines().iter().all(|line| line.trim().is_empty())
    }

    /// Gives the number of characters, line feeds included.
    #[must_use]
    pub fn len(&self) -> usize {
        let lines = self.area.lines();
        let characters: usize = lines.iter().map(|line| line.chars().count()).sum();
        characters + lines.len().saturating_sub(1)
    }

    /// Says whether not one character stands here.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.area.is_empty()
    }

    /// Replaces the text, puts the caret at its end and forgets what could be undone.
    pub fn set_text(&mut self, text: &str) {
        let text = self.allowed(text);
        let lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
        self.area.set_lines(lines, (usize::MAX, usize::MAX));
        self.counted = None;
        self.first = 0;
        self.top = Place::default();
    }

    /// Gives the caret's line and character, both from 0.
    #[must_use]
    pub fn cursor(&self) -> (usize, usize) {
        self.area.cursor()
    }

    /// Puts the caret back where it was; a place that no longer exists gives the nearest one.
    pub fn set_cursor(&mut self, (line, character): (usize, usize)) {
        let small = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        self.area
            .move_cursor(CursorMove::Jump(small(line), small(character)));
    }

    /// Takes a key. Full-width characters are inserted as they are.
    pub fn key(&mut self, key: Key) -> Edited {
        if !matches!(
            key.code,
            Code::Up | Code::Down | Code::PageUp | Code::PageDown
        ) {
            self.column = None;
        }
        if let Some(c) = key.text() {
            return self.insert(&c.to_string());
        }
        if key.alt {
            return Edited::Ignored;
        }
        self.counted = None;
        match (key.ctrl, key.code) {
            (false, Code::Enter) if !self.single => self.insert("\n"),
            (false, Code::Backspace) => changed(self.area.delete_char()),
            (false, Code::Delete) => changed(self.area.delete_next_char()),
            (true, Code::Char('w')) => self.delete_word(),
            (true, Code::Char('u')) => self.delete_to_start(),
            (true, Code::Char('z')) => changed(self.area.undo()),
            (true, Code::Char('y')) => changed(self.area.redo()),
            (ctrl, code) => self.moved(ctrl, code),
        }
    }

    /// Inserts pasted text or a burst in one step of undo.
    pub fn paste(&mut self, text: &str) -> Edited {
        self.insert(text)
    }

    fn insert(&mut self, text: &str) -> Edited {
        let text = self.allowed(text);
        // A page is not counted at every character of it.
        let stand = self.counted.unwrap_or_else(|| self.len());
        let room = self.limit.saturating_sub(stand);
        let cut = text.char_indices().nth(room).map(|(at, _)| at);
        let (fits, over) = cut
            .and_then(|at| text.split_at_checked(at))
            .unwrap_or((&text, ""));
        let mut chars = fits.chars();
        match (chars.next(), chars.next()) {
            (None, _) => {}
            // one at a time, typed characters join into one step of undo
            (Some('\n'), None) => self.area.insert_newline(),
            (Some(c), None) => self.area.insert_char(c),
            _ => {
                self.area.insert_str(fits);
            }
        }
        self.counted = Some(stand + fits.chars().count());
        if over.is_empty() {
            changed(!fits.is_empty())
        } else {
            Edited::Refused(over.to_owned())
        }
    }

    /// Gives the text as this editor can hold it.
    fn allowed(&self, text: &str) -> String {
        text.replace("\r\n", "\n")
            .replace('\t', self.tab)
            .chars()
            .filter_map(|c| match c {
                '\n' | '\r' if self.single => Some(' '),
                '\n' | '\r' => Some('\n'),
                // What the door drops is not taken: a draft may hold what was written by another hand.
                '\u{2028}' | '\u{2029}' => Some(' '),
                c => Some(c).filter(|c| !undrawn(*c)),
            })
            .collect()
    }

    fn before_cursor(&self) -> String {
        let (line, at) = self.cursor();
        let lines = self.area.lines();
        lines
            .get(line)
            .map_or_else(String::new, |l| l.chars().take(at).collect())
    }

    fn after_cursor(&self) -> String {
        let (line, at) = self.cursor();
        let lines = self.area.lines();
        lines
            .get(line)
            .map_or_else(String::new, |l| l.chars().skip(at).collect())
    }

    fn delete_word(&mut self) -> Edited {
        let (line, at) = self.cursor();
        let back = words::back(&self.before_cursor());
        if back == 0 {
            return changed(self.area.delete_char());
        }
        self.set_cursor((line, at - back));
        changed(self.area.delete_str(back))
    }

    fn delete_to_start(&mut self) -> Edited {
        // at the start the text area would take the line feed as well
        changed(self.cursor().1 > 0 && self.area.delete_line_by_head())
    }

    fn moved(&mut self, ctrl: bool, code: Code) -> Edited {
        let (line, at) = self.cursor();
        match (ctrl, code) {
            (true, Code::Left) => match words::back(&self.before_cursor()) {
                0 => self.area.move_cursor(CursorMove::Back),
                n => self.set_cursor((line, at - n)),
            },
            (true, Code::Right) => match words::forward(&self.after_cursor()) {
                0 => self.area.move_cursor(CursorMove::Forward),
                n => self.set_cursor((line, at + n)),
            },
            (true, Code::Home) => self.area.move_cursor(CursorMove::Top),
            (true, Code::End) => {
                self.area.move_cursor(CursorMove::Bottom);
                self.area.move_cursor(CursorMove::End);
            }
            (false, Code::Left) => self.area.move_cursor(CursorMove::Back),
            (false, Code::Right) => self.area.move_cursor(CursorMove::Forward),
            (false, Code::Home) => self.area.move_cursor(CursorMove::Head),
            (false, Code::End) => self.area.move_cursor(CursorMove::End),
            (false, Code::Up) if !self.single => return self.vertical(-1),
            (false, Code::Down) if !self.single => return self.vertical(1),
            (false, Code::PageUp) if !self.single => return self.vertical(-10),
            (false, Code::PageDown) if !self.single => return self.vertical(10),
            _ => return Edited::Ignored,
        }
        Edited::Moved
    }

    /// Moves by rows of the screen; a caret that is at the edge already leaves the key to the caller.
    fn vertical(&mut self, by: isize) -> Edited {
        let before = self.cursor();
        let rows = Rows::new(self.area.lines(), self.room);
        let from = rows.place(before);
        let column = self.column.unwrap_or_else(|| rows.column(before));
        let to = rows.walk(from, by);
        if to == from {
            return Edited::Ignored;
        }
        let to = rows.at(to, column);
        self.set_cursor(to);
        self.column = Some(column);
        Edited::Moved
    }

    /// Draws the text and gives the caret's cell.
    pub fn draw(&mut self, area: Rect, buf: &mut Buffer, theme: Theme, active: bool) -> Caret {
        let area = area.intersection(buf.area);
        let role = match (self.single, active) {
            (false, _) => Role::Normal,
            (true, true) => Role::FieldActive,
            (true, false) => Role::Field,
        };
        let style = theme.style(role);
        let home = Caret::bar(area.x, area.y);
        if area.is_empty() {
            return home;
        }
        if self.single && !active {
            // Nobody writes in it: it is read from its beginning.
            let line = Rect::new(area.x, area.y, area.width, 1);
            buf.set_style(line, style);
            let shown = text::fit(&self.shown(self.text()), area.width);
            text::put(buf, area.x, area.y, area.width, &shown, style);
            return home;
        }
        if self.single {
            return self.draw_line(area, buf, style);
        }
        buf.set_style(area, style);
        // the caret behind a full row stands inside
        self.room = area.width.saturating_sub(1).max(1);
        let rows = Rows::new(self.area.lines(), self.room);
        let cursor = self.cursor();
        self.top = rows.scrolled(self.top, rows.place(cursor), area.height);
        for (y, row) in (area.top()..area.bottom()).zip(rows.from(self.top)) {
            text::put(
                buf,
                area.x,
                y,
                area.width,
                text::head(row, area.width),
                style,
            );
        }
        let x = area.x.saturating_add(rows.column(cursor));
        let y = rows.distance(self.top, rows.place(cursor), area.height);
        Caret::bar(x, area.y + y).within(area)
    }

    fn shown(&self, text: String) -> String {
        if self.secret {
            text.chars().map(|_| HIDDEN).collect()
        } else {
            text
        }
    }

    /// Draws a single line so that the caret's cell is seen.
    fn draw_line(&mut self, area: Rect, buf: &mut Buffer, style: Style) -> Caret {
        let before = self.shown(self.before_cursor());
        let room = area.width.saturating_sub(1);
        let (_, at) = self.cursor();
        let seen: String = before.chars().skip(self.first.min(at)).collect();
        let seen = if self.first <= at && text::width(&seen) <= room {
            seen
        } else {
            let tail = text::tail(&before, room);
            self.first = at - tail.chars().count();
            tail.to_owned()
        };
        let row = Rect::new(area.x, area.y, area.width, 1);
        buf.set_style(row, style);
        let x = area.x + text::width(&seen);
        let shown = seen + &self.shown(self.after_cursor());
        text::put(
            buf,
            area.x,
            area.y,
            area.width,
            text::head(&shown, area.width),
            style,
        );
        Caret::bar(x, area.y).within(area)
    }
}

const fn changed(yes: bool) -> Edited {
    if yes { Edited::Changed } else { Edited::Moved }
}

#[cfg(test)]
#[path = "editor_tests.rs"]
mod tests;
