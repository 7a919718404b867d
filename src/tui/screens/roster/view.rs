//! The roster drawn.

use super::lines::lines;
use super::{Entry, State};
use crate::domain::roster::Capacity;
use crate::domain::world::World;
use crate::i18n::{Language, seats, terms};
use crate::tui::action::named;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::list::{self, Column, Row};
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const COLUMNS: [Column; 5] = [
    Column::Flex(2),
    Column::Flex(3),
    Column::Fixed(8),
    Column::Fixed(24),
    Column::Fixed(7),
];

impl State {
    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let Some(desk) = glance.desk else {
            return Caret::block(area.x, area.y);
        };
        let (language, world) = (glance.language, desk.world());
        let y = head(
            glance,
            area,
            buf,
            &rules(language, world, desk.today()),
            Role::Muted,
            area.y,
        );
        let voting = |seat: &&_| {
            AsRef::<crate::domain::roster::Seat>::as_ref(*seat).capacity == Capacity::Voting
        };
        let y = if world.villages.is_empty() && world.seats.is_empty() {
            let words = seats::empty(
                language,
                key("roster.village"),
                key("roster.person"),
                key("roster.list"),
            );
            head(glance, area, buf, &words, Role::Normal, y)
        } else if world.seats.values().filter(voting).count() == 0 {
            let words = seats::no_people(language, key("roster.person"));
            head(glance, area, buf, &words, Role::Normal, y)
        } else {
            y
        };
        let rows: Vec<Row> = lines(world, desk.today(), language)
            .into_iter()
            .map(|line| match line.entry {
                Entry::Header => Row::header(line.cells.first().map_or("", String::as_str)),
                _ => Row::new(line.cells).role(line.role),
            })
            .collect();
        self.headers = rows.iter().map(|row| row.header).collect();
        let area = Rect {
            y,
            height: area.bottom().saturating_sub(y),
            ..area
        };
        list::draw(area, buf, glance.theme, &COLUMNS, &rows, &mut self.listing)
    }
}

/// Draws words over the list, two rows at most, and gives the row below.
fn head(glance: Glance<'_>, area: Rect, buf: &mut Buffer, words: &str, role: Role, y: u16) -> u16 {
    let lines = text::wrap(words, area.width);
    let last = area.bottom().saturating_sub(1).max(area.y);
    let rows = (y..last).zip(lines.iter().take(2));
    rows.fold(y, |_, (y, line)| {
        text::put(buf, area.x, y, area.width, line, glance.theme.style(role));
        y + 1
    })
}

fn rules(language: Language, world: &World, today: NaiveDate) -> String {
    match world.own_rules().filter(|own| own.adopted > today) {
        None => rules_today(language, world, today),
        Some(own) => {
            let rule = world.default_rule(today);
            let name = terms::rule_name(language, &rule);
            let (from, title) = (own.adopted.to_string(), own.title.as_str());
            seats::rules_to_come(language, name, from, title, key("roster.rules"))
        }
    }
}

fn rules_today(language: Language, world: &World, today: NaiveDate) -> String {
    let rule = world.default_rule(today);
    let name = terms::rule_name(language, &rule);
    if let Some(lapsed) = world.default_lapsed(today) {
        let lapsed = terms::rule_name(language, &lapsed);
        return seats::rules_lapsed(language, lapsed, name, key("roster.rules"));
    }
    match world.own_rules_on(today) {
        Some(own) => {
            let (title, clause) = (own.title.to_string(), own.clause.to_string());
            let said = seats::rules_own(language, title, clause, name, own.adopted.to_string());
            let more = [
                (own.online, seats::rules_say_online(language)),
                (own.deputies, seats::rules_say_deputies(language)),
            ];
            let more = more.into_iter().filter(|(says, _)| *says);
            more.fold(said, |said, (_, more)| {
                seats::rules_and(language, said, more)
            })
        }
        None => {
            let clause = terms::clause(language, &rule);
            seats::rules_default(language, name, clause, key("roster.rules"))
        }
    }
}

/// Returns the key of an action, as the table has it.
pub(super) fn key(name: &str) -> String {
    named(name)
        .and_then(|action| action.keys.first())
        .map(ToString::to_string)
        .unwrap_or_default()
}
