//! How the plan is drawn: the plan above, the agenda, and the selected item in full below it.

use super::{State, people};
use crate::desk::Desk;
use crate::domain::World;
use crate::domain::ids::ItemId;
use crate::domain::session::agenda::{self, Item, ItemKind};
use crate::domain::session::{Session, SessionState};
use crate::domain::task::review::{by_light, to_review};
use crate::i18n::own_rules;
use crate::i18n::{
    Language, follow_ups, idle_rule as idle_words, late as late_words, lates, lefts, plan, recusal,
    rule_items, sequels, terms,
};
use crate::tui::action::{key_of, named};
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::screens::rows::Rows;
use crate::tui::screens::shades;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::line;
use crate::tui::widgets::list::{self, Column, Lines, Row};
use chrono::{NaiveDate, TimeDelta};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The mark of an item added after the notice.
const LATE: &str = "▴";

/// Widths from which the presenter, and then the villages, have a column of their own.
const WITH_PRESENTER: u16 = 76;
const WITH_VILLAGES: u16 = 110;

/// A line of the plan and how it is meant.
pub(super) type Said = (Role, String);

impl State {
    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let Some(desk) = glance.desk else {
            return Caret::block(area.x, area.y);
        };
        self.fetch(desk);
        // The rows are settled while the session is looked at.
        let mut rows = std::mem::take(&mut self.rows);
        let caret = self.draw_with(&mut rows, desk, glance, area, buf);
        self.rows = rows;
        caret
    }

    fn draw_with(
        &self,
        rows: &mut Rows<ItemId>,
        desk: &Desk,
        glance: Glance<'_>,
        area: Rect,
        buf: &mut Buffer,
    ) -> Caret {
        let language = glance.language;
        let known = self
            .world(desk)
            .and_then(|world| Some((world, world.sessions.get(&self.session)?)));
        let Some((world, session)) = known else {
            line::centred(area, buf, glance.theme, Role::Warn, plan::gone(language));
            return Caret::block(area.x, area.y);
        };
        let agenda: Vec<&Item> = world.agenda(&session.id).collect();
        let mut head = head(language, world, session, &agenda, area.width);
        // In a low window the agenda needs the rows more.
        head.truncate(usize::from(area.height * 2 / 5).max(4));
        let ends = ends(&agenda);
        let keys = agenda.iter().map(|item| Some(item.id.clone())).collect();
        let (summary, empty) = (summary(language, session, &agenda), agenda.is_empty());
        let listing = rows.settle(keys);
        let mut y = area.y;
        for (role, words) in &head {
            line::toast(one(area, y), buf, glance.theme, *role, words);
            y += 1;
        }
        if area.height >= 18 {
            y += 1;
        }
        line::toast(one(area, y), buf, glance.theme, Role::Title, &summary);
        y += 1;
        let left = area.bottom().saturating_sub(y);
        if empty {
            let key = named("plan.add")
                .and_then(|action| action.keys.first())
                .map(ToString::to_string);
            let words = plan::empty(language, key.unwrap_or_default());
            line::toast(one(area, y), buf, glance.theme, Role::Warn, &words);
            return Caret::block(area.x, y).within(area);
        }
        let (below, gap) = match left {
            10.. => (4, 1),
            7..=9 => (2, 0),
            _ => (0, 0),
        };
        let place = Rect {
            y,
            height: left - below,
            ..area
        };
        let columns = columns(language, area.width);
        let lines = Lines {
            count: agenda.len(),
            header: |_| false,
            row: |at: usize| {
                let before = at.checked_sub(1).and_then(|at| ends.get(at));
                let spent = (before.copied().unwrap_or(0), *ends.get(at)?);
                Some(row(
                    language,
                    world,
                    session,
                    agenda.get(at)?,
                    spent,
                    area.width,
                ))
            },
        };
        let caret = list::draw_lines(place, buf, glance.theme, &columns, &lines, listing);
        let said = agenda
            .get(listing.selected)
            .map(|item| detail(language, world, session, item, desk.today(), area.width));
        for (y, (role, words)) in (place.bottom() + gap..area.bottom()).zip(said.iter().flatten()) {
            line::toast(one(area, y), buf, glance.theme, *role, words);
        }
        caret
    }
}

fn one(area: Rect, y: u16) -> Rect {
    Rect {
        y,
        height: u16::from(y < area.bottom()),
        ..area
    }
}

fn head(
    language: Language,
    world: &World,
    session: &Session,
    agenda: &[&Item],
    width: u16,
) -> Vec<Said> {
    let date = terms::date(language, session.date);
    let when = match session.start {
        Some(start) => plan::when(language, date, terms::clock(start)),
        None => plan::when_no_hour(language, date),
    };
    let place = session
        .place
        .as_ref()
        .map_or_else(|| plan::no_place(language).to_owned(), ToString::to_string);
    let someone = |id: &Option<_>| {
        id.as_ref()
            .map_or(plan::not_named(language), |id| {
                terms::person(language, world, id)
            })
            .to_owned()
    };
    let people = plan::people(
        language,
        someone(&session.chair),
        someone(&session.recorder),
    );
    let state = terms::session_state(language, session.state);
    let rule = session.sits_by(world);
    let (words, clause) = (
        terms::rule_name(language, &rule),
        terms::clause(language, &rule),
    );
    let rule = match rule.is_fallback() {
        true => plan::rule_default(language, words, clause),
        false => plan::rule(language, words, clause),
    };
    let rule = own_rules::with_days(language, world, session, rule);
    let chair = if session.chair.is_some() {
        Role::Normal
    } else {
        Role::Warn
    };
    let mut said = vec![
        (Role::Title, plan::headline(language, state, when, place)),
        (chair, people),
    ];
    let idle = agenda
        .iter()
        .filter(|it| idle_rule(language, world, session, it).is_some());
    let idle: Vec<&Item> = idle.copied().collect();
    if !idle.is_empty() {
        let (numbers, key) = (rule_items::numbers(language, &idle), key_of("plan.change"));
        let day = terms::short_date(language, session.date, session.date);
        let words = idle_words::some(language, numbers, day, key);
        let lines = text::wrap(&words, width).into_iter().take(2);
        said.extend(lines.map(|line| (Role::Warn, line)));
    }
    let notice = people::notice(language, world, session).into_iter();
    let expected = people::expected(language, world, session).into_iter();
    for (role, words) in notice.chain(expected) {
        let lines = text::wrap(&words, width).into_iter().take(2);
        said.extend(lines.map(|line| (role, line)));
    }
    let lines = text::wrap(&rule, width).into_iter().take(2);
    said.extend(lines.map(|line| (Role::Muted, line)));
    said
}

fn summary(language: Language, session: &Session, agenda: &[&Item]) -> String {
    let minutes = total(agenda);
    match session.start {
        Some(start) if minutes > 0 => {
            let end = start + TimeDelta::minutes(i64::from(minutes));
            plan::summary_until(language, agenda.len(), minutes, terms::clock(end))
        }
        _ => plan::summary(language, agenda.len(), minutes),
    }
}

fn total(agenda: &[&Item]) -> u32 {
    agenda
        .iter()
        .filter_map(|item| item.planned)
        .fold(0, u32::saturating_add)
}

fn columns(language: Language, width: u16) -> Vec<Column> {
    let kind = match language {
        Language::Zh => 8,
        Language::En => 16,
    };
    let mut columns = vec![Column::Number(2), Column::Fixed(1), Column::Fixed(kind)];
    columns.push(Column::Flex(2));
    if width >= WITH_VILLAGES {
        columns.push(Column::Flex(1));
    }
    if width >= WITH_PRESENTER {
        columns.push(Column::Fixed(8));
    }
    columns.extend([Column::Number(7), Column::Fixed(11)]);
    columns
}

/// Returns the minutes planned up to the end of each item.
fn ends(agenda: &[&Item]) -> Vec<u32> {
    let planned = agenda.iter().map(|item| item.planned.unwrap_or(0));
    let sums = planned.scan(0u32, |sum, minutes| {
        *sum = sum.saturating_add(minutes);
        Some(*sum)
    });
    sums.collect()
}

fn row(
    language: Language,
    world: &World,
    session: &Session,
    item: &Item,
    (before, sum): (u32, u32),
    width: u16,
) -> Row {
    let number = match &item.published_number {
        Some(number) => number.to_string(),
        None => item.position.to_string(),
    };
    let late = if item.late.is_some() { LATE } else { "" };
    let mut cells = vec![
        number,
        late.to_owned(),
        terms::item_kind(language, &item.kind).to_owned(),
        item.title.to_string(),
    ];
    if width >= WITH_VILLAGES {
        cells.push(terms::villages(language, world, &item.villages));
    }
    if width >= WITH_PRESENTER {
        let presenter = item.presenter.as_ref();
        let name = presenter.map(|id| terms::person(language, world, id));
        cells.push(name.unwrap_or_default().to_owned());
    }
    let minutes = item.planned.map(|planned| plan::minutes(language, planned));
    cells.push(minutes.unwrap_or_default());
    cells.push(times(language, session, before, sum));
    Row::new(cells).role(if item.state.settled() {
        Role::Muted
    } else if idle_rule(language, world, session, item).is_some() {
        Role::Warn
    } else {
        Role::Normal
    })
}

/// Names the rule of an item still to come that is not in force on the day of the session.
fn idle_rule(language: Language, world: &World, session: &Session, item: &Item) -> Option<String> {
    let rule = world.rule_on(item.kind.rule()?, session.date).ok()?;
    let idle = !item.state.settled() && !rule.in_force(session.date);
    idle.then(|| terms::rule_name(language, &rule).to_owned())
}

/// Says from when to when by the clock, or without an hour to begin at the minutes so far.
fn times(language: Language, session: &Session, before: u32, sum: u32) -> String {
    let Some(start) = session.start else {
        return plan::so_far(language, sum);
    };
    let clock = |minutes: u32| terms::clock(start + TimeDelta::minutes(i64::from(minutes)));
    if before == sum {
        clock(before)
    } else {
        format!("{}-{}", clock(before), clock(sum))
    }
}

fn detail(
    language: Language,
    world: &World,
    session: &Session,
    item: &Item,
    today: NaiveDate,
    width: u16,
) -> Vec<Said> {
    let presenter = item
        .presenter
        .as_ref()
        .map_or(plan::not_named(language), |id| {
            terms::person(language, world, id)
        });
    let villages = terms::villages(language, world, &item.villages);
    let mut said = Vec::new();
    if let Some(late) = &item.late {
        let words = late_words::row(language, LATE, lates::said(language, late));
        said.push((Role::Warn, words));
    } else if text::width(item.title.as_str()) > width / 3 {
        said.push((Role::Normal, item.title.to_string()));
    }
    let mut words = plan::detail(language, villages, presenter);
    if item.carries.is_some() {
        words = plan::detail_carried(language, words);
    }
    said.push((Role::Normal, words));
    let fate = lefts::fate(language, item);
    said.extend(fate.map(|words| (Role::Warn, words)));
    let put_off = sequels::each_put_off(language, item);
    said.extend(put_off.map(|words| (Role::Warn, words)));
    let owed = agenda::carried_votes(world, &item.id).map(|it| sequels::owed(language, it));
    said.extend(owed.map(|words| (Role::Warn, words)));
    if !item.concerned.is_empty() {
        let people = item.concerned.iter();
        let people = people.map(|id| terms::person(language, world, id));
        let words = recusal::concerns(language, terms::list(language, people));
        said.push((Role::Normal, words));
    }
    if let ItemKind::Decision { rule } = &item.kind {
        let own = world.own_for_default(rule, session.date);
        let of = own.as_ref().unwrap_or(rule);
        let words = plan::detail_rule(language, terms::rule(language, world, of));
        let words = match own {
            Some(_) => own_rules::for_default(language, words),
            None => words,
        };
        said.push((Role::Muted, words));
        if let Some(name) = idle_rule(language, world, session, item) {
            let day = terms::date(language, session.date);
            said.push((Role::Warn, plan::rule_idle_then(language, name, day)));
        }
    }
    let ahead = session.state < SessionState::Closed && !item.state.settled();
    if item.kind == ItemKind::Review && ahead {
        said.extend(waiting(language, world, item, today));
    }
    said
}

/// Says what an item goes through that reviews follow-ups: how many, and the most urgent.
fn waiting(language: Language, world: &World, item: &Item, today: NaiveDate) -> Vec<Said> {
    let tasks = to_review(world, &item.session, today);
    let counts = by_light(tasks.iter().copied(), today);
    let mut said = vec![(Role::Muted, follow_ups::counts(language, &counts))];
    said.extend(tasks.first().map(|task| {
        let words = follow_ups::urgent(language, world, task, today);
        (shades::of(task.light(today)), words)
    }));
    said
}
