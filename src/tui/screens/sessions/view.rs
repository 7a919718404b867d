//! How the list of sessions is drawn.

use super::{Awaited, State};
use crate::domain::session::{Session, SessionState};
use crate::i18n::{Language, later_vote, left, sequels, sessions, shared, terms, version};
use crate::tui::action::named;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::theme::Role;
use crate::tui::widgets::line;
use crate::tui::widgets::list::{self, Column, Row};
use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const COLUMNS: [Column; 5] = [
    Column::Flex(1),
    Column::Number(4),
    Column::Fixed(10),
    Column::Fixed(10),
    Column::Flex(2),
];

impl State {
    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let language = glance.language;
        if let Some(desk) = glance.desk {
            self.refresh(desk);
        }
        let keys = self.list.iter().map(|it| Some(it.id.clone())).collect();
        let none = Vec::new();
        let rows: Vec<Row> = self
            .list
            .iter()
            .map(|it| {
                let awaited = self.awaited.get(&it.id).unwrap_or(&none);
                row(language, it, awaited, self.unsigned.contains(&it.id))
            })
            .collect();
        let listing = self.rows.settle(keys);
        if rows.is_empty() {
            let words = if self.trouble {
                sessions::unreadable(language).to_owned()
            } else {
                let key = named("sessions.new")
                    .and_then(|action| action.keys.first())
                    .map(ToString::to_string);
                sessions::empty(language, key.unwrap_or_default())
            };
            line::centred(area, buf, glance.theme, Role::Warn, &words);
            return Caret::block(area.x, area.y);
        }
        list::draw(area, buf, glance.theme, &COLUMNS, &rows, listing)
    }
}

fn row(language: Language, session: &Session, awaited: &[Awaited], unsigned: bool) -> Row {
    let name = match &session.published_as {
        Some(name) => name.to_string(),
        None => shared::session_short(
            language,
            terms::session_kind(language, session.kind),
            session.ordinal,
        ),
    };
    let place = session.place.as_ref().map(ToString::to_string);
    let unsigned = unsigned.then(|| version::list_unsigned(language).to_owned());
    let mut stands: Vec<String> = unsigned.into_iter().collect();
    for (at, what) in awaited.iter().enumerate() {
        if awaited.iter().take(at).all(|before| before != what) {
            let count = awaited.iter().filter(|it| *it == what).count();
            let what = match what {
                Awaited::After(standing) => sequels::standing_word(language, *standing),
                Awaited::Vote => later_vote::label(language),
                Awaited::Left => left::label(language),
            };
            stands.push(sessions::awaits(language, what, count));
        }
    }
    stands.extend(place);
    let row = Row::new(vec![
        name,
        session.date.year().to_string(),
        // Its year stands in a column of its own.
        terms::short_date(language, session.date, session.date),
        terms::session_state(language, session.state).to_owned(),
        stands.join("  "),
    ]);
    match session.state {
        SessionState::Sitting | SessionState::Break => row.role(Role::Good),
        SessionState::Planned
        | SessionState::Adjourned
        | SessionState::Lapsed
        | SessionState::Closed => row,
        SessionState::Sealed => row.role(Role::Muted),
    }
}
