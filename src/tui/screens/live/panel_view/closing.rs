//! How the list to read aloud is drawn.

use super::super::{Panel, State, closing as closings};
use super::draw_list;
use super::minutes::entry_label;
use crate::domain::World;
use crate::domain::session::Session;
use crate::i18n::{live as words, terms};
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::theme::Role;
use crate::tui::widgets::list::{Column, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the closing panel.
pub fn closing(
    state: &mut State,
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    area: Rect,
    buf: &mut Buffer,
) -> Caret {
    let language = glance.language;
    let rows: Vec<Row> = closings::lines(world, session)
        .into_iter()
        .map(|line| match line {
            closings::Line::DecidedHeader => Row::header(words::closing_decided(language)),
            closings::Line::ItemsHeader => Row::header(words::closing_items(language)),
            closings::Line::StampsHeader => Row::header(words::closing_stamps(language)),
            closings::Line::PeopleHeader => Row::header(words::closing_people(language)),
            closings::Line::AllClear => Row::new(vec![
                words::closing_nothing(language).to_owned(),
                String::new(),
            ]),
            closings::Line::Voted(motion) => {
                let outcome = motion
                    .result()
                    .map(|result| terms::outcome(language, result.outcome, motion.effect))
                    .unwrap_or_default();
                Row::new(vec![
                    motion.wording().lines().collect::<Vec<_>>().join(" "),
                    outcome.to_owned(),
                ])
            }
            closings::Line::Decision(entry) => Row::new(vec![
                entry.words.as_str().lines().collect::<Vec<_>>().join(" "),
                String::new(),
            ]),
            closings::Line::Task(task) => {
                let owner = task
                    .owner
                    .as_ref()
                    .map_or(words::no_owner(language), |owner| {
                        terms::person(language, world, owner)
                    });
                let due = task.due.map_or_else(
                    || words::no_date(language).to_owned(),
                    |due| terms::short_date(language, due),
                );
                let role = if task.owner.is_none() || task.due.is_none() {
                    Role::Warn
                } else {
                    Role::Normal
                };
                Row::new(vec![
                    words::follow_up(language, task.what.as_str()),
                    words::owner_and_date(language, due, owner),
                ])
                .role(role)
            }
            closings::Line::Item(item) => Row::new(vec![
                words::item_left(language, item.position, item.title.as_str()),
                terms::item_state(language, item.state).to_owned(),
            ])
            .role(Role::Warn),
            closings::Line::Stamp(entry) => Row::new(vec![
                words::stamp_left(
                    language,
                    entry.at.clock(),
                    entry_label(glance, world, entry),
                ),
                String::new(),
            ])
            .role(Role::Warn),
            closings::Line::Person(attendee) => Row::new(vec![
                terms::person(language, world, &attendee.place.person).to_owned(),
                String::new(),
            ]),
        })
        .collect();
    let columns = [Column::Flex(3), Column::Flex(1)];
    draw_list(state, Panel::Closing, glance, &columns, &rows, area, buf)
}
