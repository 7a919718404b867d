//! The notice drawn: its text, what to do once it is sent, and where it was written.

use super::{State, text};
use crate::desk::Desk;
use crate::domain::session::SessionState;
use crate::i18n::notice;
use crate::tui::action::named;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::screens::page::Page;
use crate::tui::text as cells;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

impl State {
    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let language = glance.language;
        let page = &mut self.page;
        let tongue = page.tongue(language);
        let words = glance
            .desk
            .and_then(|desk| text(desk, &page.session, tongue));
        let Some((words, _)) = words else {
            return page.draw_missing(glance, notice::missing(language), area, buf);
        };
        let key = |name| {
            let key = named(name).and_then(|action| action.keys.first());
            key.map(ToString::to_string).unwrap_or_default()
        };
        let world = glance.desk.map(Desk::world);
        let session = world.and_then(|world| world.session(&page.session).ok());
        let then = match session.map(|session| session.state) {
            Some(SessionState::Lapsed) => {
                notice::then_anew(language, key("live.step"), key("plan.notice"))
            }
            _ => notice::then(language, key("plan.notice")),
        };
        let written = page.written();
        let written = written.map(|path| notice::written(language, path.to_owned()));
        let below: Vec<String> = std::iter::once(then).chain(written).collect();
        let room = Page::cells(area);
        let lines = words.lines().flat_map(|line| cells::wrap(line, room));
        page.draw(glance, lines.collect(), &below, area, buf)
    }
}
