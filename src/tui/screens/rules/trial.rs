//! One rule tried out: the least votes for of rooms of every size, and what the last votes would have
//! been under it.

use crate::desk::{Desk, DeskError};
use crate::domain::ids::RuleId;
use crate::domain::rule::{Question, Rule};
use crate::domain::vote::follow::apart;
use crate::domain::vote::trial::{Needed, OrElse, Room, least, or_else};
use crate::domain::vote::tried::{Tried, tried};
use crate::domain::vote::{Effect, Motion};
use crate::i18n::{rule_book as words, rule_sentences, rule_tried, terms};
use crate::tui::app::{App, Glance};
use crate::tui::caret::Caret;
use crate::tui::input::Key;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::line;
use crate::tui::widgets::list::{self, Column, Listing, Row};
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The sizes of rooms that are shown.
const SIZES: std::ops::RangeInclusive<u32> = 3..=60;
/// How many votes are looked back on.
const LAST: usize = 10;
/// How many sessions are looked into for them: some were held without a vote.
const SESSIONS: u32 = 40;
/// The rows below the last votes on which the selected one stands whole.
const WHOLE: u16 = 4;
/// The cells of one room of the grid, with the blank behind it.
const CELL: u16 = 8;

/// A vote that was counted, and how it came out.
#[derive(Debug)]
struct Past {
    day: NaiveDate,
    what: String,
    /// What came of it under its own rule, and what would have under the one tried.
    effects: (Effect, Effect),
    tried: Tried,
}

/// A rule being tried out.
#[derive(Debug)]
pub struct Trial {
    pub(super) rule: RuleId,
    absent: u32,
    abstaining: u32,
    /// The last votes, newest first.
    past: Vec<Past>,
    /// Whether they are shown and not the grid.
    looks_back: bool,
    listing: Listing,
}

impl Trial {
    /// Tries a rule on the committee's last votes.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(super) fn new(desk: &Desk, rule: RuleId) -> Result<Self, DeskError> {
        let past = match desk.world().rule(&rule) {
            Ok(rule) => past(desk, &rule)?,
            Err(_) => Vec::new(),
        };
        Ok(Self {
            rule,
            absent: 0,
            abstaining: 0,
            past,
            looks_back: false,
            listing: Listing::default(),
        })
    }

    pub(super) fn title(&self, app: &App) -> String {
        let world = app.desk.as_ref().map(Desk::world);
        world.map_or_else(String::new, |world| {
            words::title_trial(app.language, terms::rule(app.language, world, &self.rule))
        })
    }

    pub(super) fn moves(&mut self, key: Key) -> bool {
        let count = self.past.len();
        self.looks_back && self.listing.key(key, count, |_| true)
    }

    /// Goes from the grid to the last votes and back.
    pub(super) fn turn(&mut self) {
        self.looks_back = !self.looks_back;
    }

    /// Sends one more out of every room, or lets one back in.
    pub(super) fn send_out(&mut self, more: bool) {
        change(&mut self.absent, more);
    }

    /// Lets one more abstain, or one less.
    pub(super) fn abstain(&mut self, more: bool) {
        change(&mut self.abstaining, more);
    }

    pub(super) fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let language = glance.language;
        let rule = glance
            .desk
            .and_then(|desk| super::looked_at(desk, &self.rule));
        let Some(rule) = rule else {
            line::centred(area, buf, glance.theme, Role::Warn, words::gone(language));
            return Caret::block(area.x, area.y);
        };
        if self.looks_back {
            self.draw_past(glance, &rule, area, buf)
        } else {
            self.draw_grid(glance, &rule, area, buf)
        }
    }

    fn draw_grid(&self, glance: Glance<'_>, rule: &Rule, area: Rect, buf: &mut Buffer) -> Caret {
        let language = glance.language;
        let head = match rule.question {
            Question::YesNo => words::grid_head(language, self.absent, self.abstaining),
            Question::Seats { .. } => {
                words::grid_head_seats(language, self.absent, self.abstaining)
            }
            Question::OneOf { .. } => {
                words::grid_head_one_of(language, self.absent, self.abstaining)
            }
        };
        let area = say_above(glance, area, buf, Role::Normal, &head);
        let home = Caret::block(area.x, area.y);
        let room = |entitled| Room {
            entitled,
            absent: self.absent,
            abstaining: self.abstaining,
        };
        if least(rule, room(*SIZES.start())).is_none() {
            say_above(glance, area, buf, Role::Warn, words::grid_none(language));
            return home;
        }
        let mut foot = match or_else(rule) {
            None => words::grid_foot(language),
            Some(OrElse::Alone) => words::grid_foot_or_else(language),
            Some(OrElse::Within) => words::grid_foot_at_least(language),
        }
        .to_owned();
        if let Some(otherwise) = rule_sentences::otherwise(language, rule) {
            foot = words::grid_foot_one_of(language, foot, otherwise);
        }
        let most = text::wrap(&foot, area.width).len();
        let rows = area.height.saturating_sub(u16::try_from(most).unwrap_or(1));
        let across = (area.width / CELL).max(1);
        let mut last = area.y;
        for (at, entitled) in (0u16..).zip(SIZES) {
            let (x, y) = (at % across * CELL, at / across);
            if y >= rows {
                break;
            }
            let (role, needed) = match least(rule, room(entitled)) {
                Some(Needed::Votes(votes)) => (Role::Normal, votes.to_string()),
                Some(Needed::TooFew) => (Role::Muted, words::too_few_mark(language).to_owned()),
                Some(Needed::Never) | None => (Role::Muted, words::never_mark(language).to_owned()),
            };
            let cell = format!("{}:{needed}", text::pad_left(&entitled.to_string(), 2));
            let style = glance.theme.style(role);
            text::put(buf, area.x + x, area.y + y, CELL - 1, &cell, style);
            last = area.y + y;
        }
        let below = Rect {
            y: last + 1,
            height: area.bottom().saturating_sub(last + 1),
            ..area
        };
        say_above(glance, below, buf, Role::Muted, &foot);
        home
    }

    fn draw_past(
        &mut self,
        glance: Glance<'_>,
        rule: &Rule,
        area: Rect,
        buf: &mut Buffer,
    ) -> Caret {
        let language = glance.language;
        let none = match rule.question {
            Question::YesNo => words::past_none(language),
            Question::Seats { .. } | Question::OneOf { .. } => words::past_of_several(language),
        };
        if self.past.is_empty() {
            line::centred(area, buf, glance.theme, Role::Normal, none);
            return Caret::block(area.x, area.y);
        }
        let differ = self.past.iter().filter(|past| past.tried.differs).count();
        let unknown = self.past.iter();
        let unknown = unknown.filter(|past| past.tried.would.is_none()).count();
        let head = words::past_head(language, self.past.len(), differ, unknown);
        let area = say_above(glance, area, buf, Role::Normal, &head);
        let rows: Vec<Row> = self
            .past
            .iter()
            .map(|past| {
                let said = rule_tried::came_out;
                let (own, other) = past.effects;
                let would = past.tried.would.map(|it| said(language, it, other));
                let would = would.unwrap_or_else(|| words::past_unknown(language).to_owned());
                let row = Row::new(vec![
                    match glance.desk {
                        Some(desk) => terms::short_date(language, past.day, desk.today()),
                        None => terms::date(language, past.day),
                    },
                    past.what.clone(),
                    said(language, past.tried.was, own),
                    would,
                ]);
                match past.tried.would {
                    None => row.role(Role::Muted),
                    Some(_) if past.tried.differs => row.role(Role::Warn),
                    Some(_) => row,
                }
            })
            .collect();
        let height = u16::try_from(rows.len()).unwrap_or(u16::MAX);
        let above = Rect {
            height: height.min(area.height.saturating_sub(WHOLE)),
            ..area
        };
        let y = above.bottom().saturating_add(1).min(area.bottom());
        let below = Rect {
            y,
            height: area.bottom().saturating_sub(y),
            ..area
        };
        let columns = [
            Column::fitting(&rows, 0),
            Column::Flex(1),
            Column::fitting(&rows, 2),
            Column::fitting(&rows, 3),
        ];
        let caret = list::draw(above, buf, glance.theme, &columns, &rows, &mut self.listing);
        // Titles and outcomes are cut in their columns; the selected one stands whole below them.
        let whole = rows.get(self.listing.selected);
        let whole = whole.map(|row| row.cells.join(" · ")).unwrap_or_default();
        for (line, y) in text::wrap(&whole, below.width)
            .iter()
            .zip(below.y..below.bottom())
        {
            text::put(
                buf,
                below.x,
                y,
                below.width,
                line,
                glance.theme.style(Role::Normal),
            );
        }
        caret
    }
}

fn change(number: &mut u32, more: bool) {
    *number = if more {
        (*number + 1).min(*SIZES.end())
    } else {
        number.saturating_sub(1)
    };
}

/// Says something over the rest, and gives what is left of the room.
fn say_above(glance: Glance<'_>, area: Rect, buf: &mut Buffer, role: Role, words: &str) -> Rect {
    let lines = text::wrap(words, area.width);
    let height = u16::try_from(lines.len()).unwrap_or(0).min(area.height);
    for (y, words) in (area.y..area.y + height).zip(&lines) {
        let style = glance.theme.style(role);
        text::put(buf, area.x, y, area.width, words, style);
    }
    Rect {
        y: area.y + height,
        height: area.height - height,
        ..area
    }
}

/// Reads the last votes from the file and judges them by a rule. A vote that was void stays so.
fn past(desk: &Desk, rule: &Rule) -> Result<Vec<Past>, DeskError> {
    let mut past = Vec::new();
    if rule.question != Question::YesNo {
        // What was for and against a matter chose nobody.
        return Ok(past);
    }
    for session in desk.sessions(0, SESSIONS)? {
        let world = desk.look(&session.id)?;
        let rule = world.weighed(rule.clone(), session.date);
        let of_session = |motion: &&Motion| motion.session == session.id;
        let mut motions: Vec<_> = world.motions.values().map(AsRef::as_ref).collect();
        motions.retain(of_session);
        motions.sort_by_key(|motion| motion.result().map(|result| result.ended));
        for motion in motions.into_iter().rev() {
            // Votes on contenders were not for or against the matter, under whatever rule.
            if let Some(tried) = tried(motion, &rule, &apart(&world, motion, &rule)) {
                past.push(Past {
                    day: session.date,
                    what: motion.wording().to_owned(),
                    effects: (motion.effect_of_vote(), motion.effect_under(&rule)),
                    tried,
                });
            }
        }
        if past.len() >= LAST {
            past.truncate(LAST);
            break;
        }
    }
    Ok(past)
}
