//! How the minutes of an item are drawn, with the question who spoke and the editor.

use super::super::{Panel, State};
use super::draw_list;
use crate::desk::Desk;
use crate::domain::World;
use crate::domain::session::agenda::Item;
use crate::domain::session::minutes::{Entry, EntryKind};
use crate::domain::session::sequence::doubted;
use crate::domain::session::{Session, SessionState};
use crate::i18n::{Language, clock, lefts, live as words, recusals, terms};
use crate::tui::action::key_of;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::screens::live::speaker::{Candidate, Speaker};
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::list::{self, Column, Listing, Row};
use crate::tui::widgets::popup;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the question who spoke.
pub fn speaker(
    glance: Glance<'_>,
    asked: &Speaker,
    found: &[Candidate],
    area: Rect,
    buf: &mut Buffer,
) -> Caret {
    let language = glance.language;
    let theme = glance.theme;
    let label = match asked.wrote {
        true => words::who_wrote(language),
        false => words::who_spoke(language),
    };
    let x = text::put(
        buf,
        area.x,
        area.y,
        area.width,
        label,
        theme.style(Role::Title),
    );
    let caret = text::put(
        buf,
        x,
        area.y,
        area.right().saturating_sub(x),
        &asked.typed,
        theme.style(Role::FieldActive),
    );
    let rows: Vec<Row> = found
        .iter()
        .map(|candidate| {
            Row::new(vec![
                candidate.number.to_string(),
                candidate.name.clone(),
                candidate.role.clone(),
            ])
        })
        .collect();
    let below = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    if rows.is_empty() {
        let style = theme.style(Role::Warn);
        let [back, roll, guest] = ["live.back", "live.roll", "roll.guest"].map(key_of);
        let words = match asked.wrote {
            true => words::nobody_away(language, key_of("minutes.speech")),
            false => words::nobody_found(language, back, roll, guest),
        };
        text::put(buf, below.x, below.y, below.width, &words, style);
    }
    let mut listing = Listing::default();
    listing.selected = asked.at;
    list::draw(
        below,
        buf,
        theme,
        &[
            Column::Number(2),
            Column::fitting(&rows, 1),
            Column::Flex(1),
        ],
        &rows,
        &mut listing,
    );
    Caret::bar(caret, area.y).within(area)
}

/// Draws the entries of the item looked at, a row each.
pub fn minutes(
    state: &mut State,
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    area: Rect,
    buf: &mut Buffer,
) -> Caret {
    let language = glance.language;
    let Some(item) = state.item(world) else {
        text::put(
            buf,
            area.x,
            area.y,
            area.width,
            words::no_item(language),
            glance.theme.style(Role::Muted),
        );
        return Caret::block(area.x, area.y);
    };
    let title = titled(language, item);
    text::put(
        buf,
        area.x,
        area.y,
        area.width,
        &text::fit(&title, area.width),
        glance.theme.style(Role::Title),
    );
    let mut y = area.y.saturating_add(1);
    // Who withdrew is a fact of the item as much as what was said; the entries keep most of the room.
    let recused = recusals::minuted(language, world, session, &item.id);
    let recused = recused.map_or_else(Vec::new, |said| text::wrap(&said, area.width));
    for line in recused.iter().take(usize::from(area.height / 3)) {
        let style = glance.theme.style(Role::Warn);
        text::put(buf, area.x, y, area.width, line, style);
        y = y.saturating_add(1);
    }
    let below = Rect {
        y,
        height: area.bottom().saturating_sub(y),
        ..area
    };
    let rows: Vec<Row> = doubted(world, session, &item.id)
        .map(|(entry, doubt)| entry_row(glance, world, entry, doubt.is_some(), below.width))
        .collect();
    if rows.is_empty() {
        let hint = no_entries(glance, session);
        text::put(
            buf,
            below.x,
            below.y,
            below.width,
            &hint,
            glance.theme.style(Role::Muted),
        );
    }
    let columns = [Column::Fixed(5), Column::fitting(&rows, 1), Column::Flex(1)];
    draw_list(state, Panel::Minutes, glance, &columns, &rows, below, buf)
}

/// Says that an item has no entries, and which can be made now.
fn no_entries(glance: Glance<'_>, session: &Session) -> String {
    let language = glance.language;
    let writes = glance.desk.is_some_and(Desk::may_write);
    match (session.state, writes) {
        (SessionState::Sitting | SessionState::Break, true) => words::no_entries(language).into(),
        (SessionState::Closed | SessionState::Sealed, true) => {
            words::no_entries_over(language, key_of("minutes.note"))
        }
        (SessionState::Closed | SessionState::Sealed, false) => {
            words::no_entries_kept(language).into()
        }
        _ => words::no_entries_yet(language).into(),
    }
}

/// Names an item with its number and where it stands.
pub(super) fn titled(language: Language, item: &Item) -> String {
    words::item_title(
        language,
        terms::item_number(language, item),
        item.title.as_str(),
        lefts::state(language, item),
    )
}

fn entry_row(glance: Glance<'_>, world: &World, entry: &Entry, doubted: bool, cells: u16) -> Row {
    let language = glance.language;
    let role = match (&entry.kind, entry.words.is_empty() || doubted) {
        (_, true) => Role::Warn,
        (EntryKind::Decision, false) => Role::Title,
        _ => Role::Normal,
    };
    let words = if entry.words.is_empty() {
        words::no_words_yet(language).to_owned()
    } else {
        let checked = if entry.checked {
            words::checked_mark(language)
        } else {
            ""
        };
        format!("{checked}{}", text::in_one(entry.words.as_str(), cells))
    };
    let mark = if doubted { clock::mark(language) } else { "" };
    let words = format!("{mark}{words}");
    Row::new(vec![
        entry.at.clock(),
        entry_label(glance, world, entry),
        words,
    ])
    .role(role)
}

pub(super) fn entry_label(glance: Glance<'_>, world: &World, entry: &Entry) -> String {
    match &entry.kind {
        EntryKind::Speech { speaker } => terms::person(glance.language, world, speaker).to_owned(),
        EntryKind::Written { sender } => {
            let sender = terms::person(glance.language, world, sender);
            words::opinion_of_sender(glance.language, sender)
        }
        kind => terms::entry_kind(glance.language, kind).to_owned(),
    }
}

/// Draws the whole words of the entry selected.
pub fn words(state: &State, glance: Glance<'_>, world: &World, area: Rect, buf: &mut Buffer) {
    let Some(item) = state.item(world) else {
        return;
    };
    let at = state.listing(Panel::Minutes).selected;
    let Some(entry) = world.entries_of(&item.id).nth(at) else {
        return;
    };
    let inside = popup::framed(area, buf, &entry_label(glance, world, entry), glance.theme);
    for (y, line) in
        (inside.top()..inside.bottom()).zip(text::lines(entry.words.as_str(), inside.width))
    {
        text::put(
            buf,
            inside.x,
            y,
            inside.width,
            &line,
            glance.theme.style(Role::Normal),
        );
    }
}

/// Draws the box round the editor and returns the room inside.
pub fn writing_box(
    glance: Glance<'_>,
    world: &World,
    entry: Option<&Entry>,
    area: Rect,
    buf: &mut Buffer,
) -> Rect {
    let title = match entry {
        Some(entry) => words::writing_title(
            glance.language,
            entry.at.clock(),
            entry_label(glance, world, entry),
        ),
        None => String::new(),
    };
    popup::framed(area, buf, &title, glance.theme)
}
