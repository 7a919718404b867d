//! A record drawn: the words of the plain text, a line at a time under the caret.

use super::State;
use super::paper::{CELLS, Paper, paper};
use crate::i18n::reading;
use crate::papers::plain::{self, Line};
use crate::papers::record::Subject;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::screens::page::Page;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

impl State {
    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let language = glance.language;
        let (page, of) = (&mut self.page, self.of);
        let tongue = page.tongue(language);
        let paper = glance
            .desk
            .and_then(|desk| paper(desk, &page.session, tongue, of).ok());
        let Some(paper) = paper else {
            self.subjects.clear();
            return page.draw_missing(glance, reading::missing(language), area, buf);
        };
        let cells = Page::cells(area).min(CELLS);
        let lines = plain::write_lines(&paper.blocks(), tongue, usize::from(cells));
        self.subjects = lines.iter().map(|line| subject(&paper, line)).collect();
        if let Some(wanted) = self.wanted.take() {
            // A heading has an empty line before it.
            let mut about = self.subjects.iter().zip(&lines);
            let line = about.position(|(it, line)| {
                it.as_ref() == Some(&wanted) && !line.text.trim().is_empty()
            });
            page.go_to(line.unwrap_or(0));
        }
        let written = page.written();
        let below: Vec<String> = written
            .map(|path| reading::written(language, path.to_owned()))
            .into_iter()
            .collect();
        let lines = lines.into_iter().map(|line| line.text).collect();
        page.draw(glance, lines, &below, area, buf)
    }
}

/// Returns what a line is about: in the list of entries one of them.
fn subject(paper: &Paper, line: &Line) -> Option<Subject> {
    Some(match &paper.parts.get(line.block)?.subject {
        Subject::Entries(entries) => {
            Subject::Entries(entries.get(line.item).cloned().into_iter().collect())
        }
        other => other.clone(),
    })
}
