//! What a sheet says below its form: as much of it as there is room for, and a key that reads on.

use crate::i18n::{Language, ui};
use crate::tui::input::{Code, Key};
use crate::tui::text;
use crate::tui::theme::Role;

/// The key that reads on below a form.
pub const READ_ON: Key = Key::plain(Code::F(8));

/// The words below a form, and how far they were read.
#[derive(Debug, Default)]
pub struct Below {
    words: Vec<(Role, String)>,
    /// The words broken into lines for the width of the last frame; none while they were not drawn.
    lines: Option<(u16, Vec<(Role, String)>)>,
    /// How many of the lines were read and gone past.
    passed: usize,
    /// How many of them the last frame had room for, and whether that was not all.
    page: usize,
    more: bool,
}

impl Below {
    /// Says other words, from their beginning. The same ones are not broken into lines once more.
    pub fn say(&mut self, words: Vec<(Role, String)>) {
        self.passed = 0;
        if self.words != words {
            self.words = words;
            self.lines = None;
        }
    }

    /// Returns the lines that so many rows have room for. Where that is not the whole, the last row says
    /// how it is read on.
    pub fn part(&mut self, language: Language, width: u16, rows: u16) -> Vec<(Role, String)> {
        let lines = self.lines.take().filter(|(of, _)| *of == width);
        let (_, lines) = lines.unwrap_or_else(|| (width, self.broken(width)));
        let shown = self.seen(language, &lines, usize::from(rows));
        self.lines = Some((width, lines));
        shown
    }

    fn broken(&self, width: u16) -> Vec<(Role, String)> {
        let each = self.words.iter();
        each.flat_map(|(role, words)| text::lines(words, width).map(|line| (*role, line)))
            .collect()
    }

    fn seen(
        &mut self,
        language: Language,
        lines: &[(Role, String)],
        rows: usize,
    ) -> Vec<(Role, String)> {
        let all = lines.len();
        self.page = rows.saturating_sub(1);
        self.more = all > rows && rows > 1;
        if !self.more {
            self.passed = 0;
            return lines.iter().take(rows).cloned().collect();
        }
        if self.passed >= all {
            self.passed = 0;
        }
        let from = self.passed.min(all.saturating_sub(self.page));
        let left = all - from - self.page.min(all - from);
        let mut shown: Vec<_> = lines.iter().skip(from).take(self.page).cloned().collect();
        let key = READ_ON.to_string();
        let on = match left {
            0 => ui::preview_over(language, key),
            left => ui::preview_more(language, left, key),
        };
        shown.push((Role::Key, on));
        shown
    }

    /// Says whether a key reads on, where not all of it is seen.
    #[must_use]
    pub fn reads_on(&self, key: Key) -> bool {
        key == READ_ON && self.more
    }

    /// Reads on, at the end from the beginning again.
    pub fn read_on(&mut self) {
        self.passed = self.passed.saturating_add(self.page);
    }
}
