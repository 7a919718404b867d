//! The list of rules: what is adopted first, what is in force before what is not, then what is shipped.

use super::sits_by;
use crate::domain::ids::RuleId;
use crate::domain::rule::book::Adopted;
use crate::domain::rule::{Provenance, Rule, presets};
use crate::domain::world::World;
use crate::i18n::{Language, rule_book as words, rule_sentences, terms};
use crate::tui::action::key_of;
use crate::tui::app::{App, Glance};
use crate::tui::caret::Caret;
use crate::tui::input::Key;
use crate::tui::screens::rows::Rows;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::list::{self, Column, Row};
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The list.
#[derive(Debug, Default)]
pub struct Book {
    rows: Rows<RuleId>,
}

impl Book {
    pub(super) fn at(rule: RuleId) -> Self {
        let mut book = Self::default();
        book.select(rule);
        book
    }

    pub(super) fn select(&mut self, rule: RuleId) {
        self.rows.select(rule);
    }

    pub(super) fn selected(&self) -> Option<&RuleId> {
        self.rows.selected()
    }

    pub(super) fn moves(&mut self, key: Key) -> bool {
        self.rows.key(key)
    }

    pub(super) fn title(app: &App) -> String {
        let desk = app.desk.as_ref();
        let adopted = desk.map_or(0, |desk| adopted(desk.world(), desk.today()).len());
        words::title(app.language, adopted)
    }

    pub(super) fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let Some(desk) = glance.desk else {
            return Caret::block(area.x, area.y);
        };
        let (language, world, today) = (glance.language, desk.world(), desk.today());
        let mut keys: Vec<Option<RuleId>> = Vec::new();
        let mut rows: Vec<Row> = Vec::new();
        let header = |keys: &mut Vec<_>, rows: &mut Vec<Row>, words: &str| {
            keys.push(None);
            rows.push(Row::header(words));
        };
        let adopted = adopted(world, today);
        header(&mut keys, &mut rows, words::adopted(language));
        if adopted.is_empty() {
            let key = key_of("rules.copy");
            keys.push(None);
            rows.push(Row::continued(
                &words::none_adopted(language, key),
                Role::Muted,
            ));
        }
        for rule in adopted {
            keys.push(Some(rule.id.clone()));
            rows.push(adopted_row(language, world, today, rule));
        }
        header(&mut keys, &mut rows, words::shipped(language));
        for rule in presets() {
            keys.push(Some(rule.id.clone()));
            rows.push(shipped_row(language, world, today, rule));
        }
        // What is selected is known once the rows are, and says how much room is left for them.
        self.rows.settle(keys.clone());
        if area.width < NARROW {
            rows.iter_mut().for_each(narrow);
        }
        let columns = [
            Column::Flex(1),
            Column::fitting(&rows, 1),
            Column::fitting(&rows, 2),
        ];
        let above = self.draw_below(glance, area, buf);
        let listing = self.rows.settle(keys);
        list::draw(above, buf, glance.theme, &columns, &rows, listing)
    }

    /// Says in short what the selected rule says, and gives the room above.
    fn draw_below(&self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Rect {
        let language = glance.language;
        let rule = glance
            .desk
            .zip(self.selected())
            .and_then(|(desk, id)| super::looked_at(desk, id));
        let Some(rule) = rule else { return area };
        let mut said: Vec<(Role, String)> = Vec::new();
        let mut say = |role, words: &str| {
            let lines = text::wrap(words, area.width).into_iter();
            said.extend(lines.map(|line| (role, line)));
        };
        if let Some(warning) = rule_sentences::warning(language, &rule) {
            say(Role::Warn, warning);
        }
        say(Role::Muted, &rule_sentences::in_short(language, &rule));
        let most = area.height / 3;
        let height = u16::try_from(said.len()).unwrap_or(most).min(most);
        let top = area.bottom() - height;
        for (y, (role, words)) in (top..area.bottom()).zip(&said) {
            text::put(buf, area.x, y, area.width, words, glance.theme.style(*role));
        }
        Rect {
            height: area.height - height,
            ..area
        }
    }
}

/// Below so many cells a name has more use of the room than a column of its own for marks.
const NARROW: u16 = 72;

/// Puts the mark of a row where it comes from or since when it is, for a window that has no room for both.
fn narrow(row: &mut Row) {
    if row.header {
        return;
    }
    if let Some(mark) = row.cells.pop()
        && let Some(last) = row.cells.last_mut()
        && !mark.is_empty()
    {
        *last = mark;
    }
}

/// When a version is in force, as a list orders it.
fn standing(world: &World, today: NaiveDate, adopted: &Adopted) -> u8 {
    let here = world.version_on(&adopted.id, today) == adopted.id;
    match (&adopted.rule.from, adopted.rule.in_force(today)) {
        (_, true) if here => 0,
        (Some(from), false) if *from > today => 1,
        _ => 2,
    }
}

/// Returns what the committee has adopted: what is in force, what is to be, what was and has no
/// follower. What a later version has taken the place of stands in that one's history.
pub(super) fn adopted(world: &World, today: NaiveDate) -> Vec<&Adopted> {
    let mut rules: Vec<&Adopted> = world
        .rules
        .values()
        .map(AsRef::as_ref)
        .filter(|rule| standing(world, today, rule) < 2 || world.follower(&rule.id).is_none())
        .collect();
    rules.sort_by_key(|rule| (standing(world, today, rule), rule.on, rule.id.clone()));
    rules
}

/// Says from when to when, as a column wants it.
pub(super) fn span(language: Language, rule: &Rule) -> String {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    match (day(rule.from), day(rule.to)) {
        (Some(from), None) => words::since(language, from),
        (Some(from), Some(to)) => words::span(language, from, to),
        (None, Some(to)) => words::until(language, to),
        (None, None) => String::new(),
    }
}

fn adopted_row(language: Language, world: &World, today: NaiveDate, adopted: &Adopted) -> Row {
    let versions = world.versions(&adopted.id);
    let at = versions.iter().position(|it| it.id == adopted.id);
    let name = terms::rule_name(language, &adopted.rule);
    let name = if versions.len() > 1 {
        words::version(language, name, at.map_or(1, |at| at + 1))
    } else {
        name.to_owned()
    };
    let standing = standing(world, today, adopted);
    let in_use = sits_by(world, today) == adopted.id;
    let coming = sits_from(language, world, today, &adopted.id);
    let mark = match standing {
        _ if in_use => Some(words::mark_sits_by(language)),
        _ if coming.is_some() => coming.as_deref(),
        0 => None,
        1 => Some(words::mark_to_come(language)),
        _ => Some(words::mark_ended(language)),
    };
    let unverified = adopted.rule.is_unverified();
    let unverified = unverified.then(|| words::mark_unverified(language));
    let span = span(language, &adopted.rule);
    let row = Row::new(vec![name, span, marks(language, mark, unverified)]);
    if standing == 0 {
        row
    } else {
        row.role(Role::Muted)
    }
}

/// Says from which day to come the committee sits by a rule.
fn sits_from(language: Language, world: &World, today: NaiveDate, rule: &RuleId) -> Option<String> {
    let own = world.own_rules().filter(|own| own.adopted > today)?;
    let is = world.version_on(&own.rule, own.adopted) == *rule;
    is.then(|| words::mark_sits_from(language, terms::short_date(language, own.adopted, today)))
}

/// Puts the marks of a rule beside each other: one never hides another.
fn marks(language: Language, one: Option<&str>, other: Option<&str>) -> String {
    match (one, other) {
        (Some(one), Some(other)) => words::marks(language, one, other),
        (one, other) => one.or(other).unwrap_or_default().to_owned(),
    }
}

fn shipped_row(language: Language, world: &World, today: NaiveDate, rule: &Rule) -> Row {
    let in_use = sits_by(world, today) == rule.id;
    let coming = sits_from(language, world, today, &rule.id);
    let in_use = in_use.then(|| words::mark_sits_by(language));
    let in_use = in_use.or(coming.as_deref());
    let warns = match rule.provenance {
        Provenance::Derived => Some(words::mark_derived(language)),
        _ => rule
            .is_unverified()
            .then(|| words::mark_unverified(language)),
    };
    let row = Row::new(vec![
        terms::rule_name(language, rule).to_owned(),
        terms::provenance(language, rule.provenance).to_owned(),
        marks(language, in_use, warns),
    ]);
    if rule.provenance == Provenance::Derived {
        row.role(Role::Warn)
    } else {
        row
    }
}
