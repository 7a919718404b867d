//! A paper of a session that is read on the screen: whose, in which language, and how far.

use crate::domain::ids::SessionId;
use crate::i18n::Language;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::input::Key;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::line;
use crate::tui::widgets::list::Row;
use crate::tui::widgets::reader::Reader;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A paper on the screen.
#[derive(Debug)]
pub struct Page {
    /// The session whose paper it is.
    pub session: SessionId,
    /// The language of the paper, once it is not that of the screen.
    tongue: Option<Language>,
    reader: Reader,
    /// Where it was written.
    written: Option<String>,
}

impl Page {
    /// Begins at the top of a session's paper.
    pub(super) fn new(session: SessionId) -> Self {
        Self {
            session,
            tongue: None,
            reader: Reader::default(),
            written: None,
        }
    }

    /// Returns the language of the paper.
    pub(super) fn tongue(&self, screen: Language) -> Language {
        self.tongue.unwrap_or(screen)
    }

    /// Turns the paper to the other language.
    pub(super) fn turn(&mut self, screen: Language) {
        self.tongue = Some(self.tongue(screen).other());
    }

    /// Remembers where it was written.
    pub(super) fn wrote(&mut self, path: String) {
        self.written = Some(path);
    }

    /// Returns where it was written.
    pub(super) fn written(&self) -> Option<&str> {
        self.written.as_deref()
    }

    /// Takes a movement key.
    pub(super) fn moves(&mut self, key: Key) -> bool {
        self.reader.key(key)
    }

    /// Returns the index of the line in use.
    pub(super) const fn at(&self) -> usize {
        self.reader.at()
    }

    /// Goes to a line.
    pub(super) const fn go_to(&mut self, line: usize) {
        self.reader.go_to(line);
    }

    /// Returns the room for a line, in cells.
    pub(super) const fn cells(area: Rect) -> u16 {
        area.width.saturating_sub(Reader::MARK)
    }

    /// Draws the lines of the paper, and below them what is said of it, whole: a toast would cut a path.
    pub(super) fn draw(
        &mut self,
        glance: Glance<'_>,
        lines: Vec<String>,
        below: &[String],
        area: Rect,
        buf: &mut Buffer,
    ) -> Caret {
        let said: Vec<String> = below
            .iter()
            .flat_map(|words| text::wrap(words, area.width))
            .collect();
        let most = area.height / 2;
        let height = u16::try_from(said.len()).unwrap_or(most).min(most);
        let top = area.bottom() - height;
        for (y, words) in (top..area.bottom()).zip(&said) {
            let style = glance.theme.style(Role::Muted);
            text::put(buf, area.x, y, area.width, words, style);
        }
        let area = Rect {
            height: area.height - height,
            ..area
        };
        let rows: Vec<Row> = lines.into_iter().map(|line| Row::new(vec![line])).collect();
        self.reader.draw(&rows, area, buf, glance.theme)
    }

    /// Says that there is no paper.
    pub(super) fn draw_missing(
        &mut self,
        glance: Glance<'_>,
        words: &str,
        area: Rect,
        buf: &mut Buffer,
    ) -> Caret {
        self.reader.leave();
        line::centred(area, buf, glance.theme, Role::Warn, words);
        Caret::block(area.x, area.y)
    }
}
