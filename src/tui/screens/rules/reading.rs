//! One rule read out in sentences, with its versions.

use super::book::span;
use crate::domain::ids::RuleId;
use crate::domain::world::World;
use crate::i18n::{Language, rule_book as words, rule_sentences, terms};
use crate::tui::app::{App, Glance};
use crate::tui::caret::Caret;
use crate::tui::input::Key;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::line;
use crate::tui::widgets::list::{self, Column, Listing, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells before a line, where the mark of the line in use stands.
const MARK: u16 = 2;

/// A rule being read.
#[derive(Debug)]
pub struct Reading {
    pub(super) rule: RuleId,
    listing: Listing,
    /// How many lines the last frame had.
    lines: usize,
}

impl Reading {
    pub(super) fn new(rule: RuleId) -> Self {
        Self {
            rule,
            listing: Listing::default(),
            lines: 0,
        }
    }

    pub(super) fn title(&self, app: &App) -> String {
        let world = app.desk.as_ref().map(crate::desk::Desk::world);
        world.map_or_else(String::new, |world| {
            terms::rule(app.language, world, &self.rule).to_owned()
        })
    }

    pub(super) fn moves(&mut self, key: Key) -> bool {
        self.listing.key(key, self.lines, |_| true)
    }

    pub(super) fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let language = glance.language;
        let known = glance
            .desk
            .and_then(|desk| Some((desk, super::looked_at(desk, &self.rule)?)));
        let Some((desk, rule)) = known else {
            self.lines = 0;
            let gone = words::gone(language);
            line::centred(area, buf, glance.theme, Role::Warn, gone);
            return Caret::block(area.x, area.y);
        };
        let world = desk.world();
        let mut rows: Vec<Row> = Vec::new();
        let mut say = |role: Role, words: &str| {
            let lines = text::wrap(words, area.width.saturating_sub(MARK));
            rows.extend(lines.into_iter().map(|it| Row::new(vec![it]).role(role)));
        };
        let warning = rule_sentences::warning(language, &rule);
        for sentence in rule_sentences::sentences(language, world, &rule) {
            let warns = warning.is_some_and(|warning| sentence.contains(warning));
            say(if warns { Role::Warn } else { Role::Normal }, &sentence);
        }
        for version in versions(language, world, &self.rule) {
            say(Role::Muted, &version);
        }
        self.lines = rows.len();
        let columns = [Column::Flex(1)];
        list::draw(area, buf, glance.theme, &columns, &rows, &mut self.listing)
    }
}

/// Says which versions there are and were, where there is more than one.
fn versions(language: Language, world: &World, rule: &RuleId) -> Vec<String> {
    let versions = world.versions(rule);
    if versions.len() < 2 {
        return Vec::new();
    }
    let said = versions.iter().enumerate().map(|(at, version)| {
        let name = terms::rule_name(language, &version.rule);
        let name = words::version(language, name, at + 1);
        let span = span(language, &version.rule);
        let on = version.on.to_string();
        if version.id == *rule {
            words::version_this(language, name, span, on)
        } else {
            words::version_line(language, name, span, on)
        }
    });
    said.collect()
}
