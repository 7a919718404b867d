//! How the backlog is drawn: the selected matter in full below it.

use super::State;
use crate::domain::World;
use crate::domain::ids::MatterId;
use crate::domain::matter::intake::Urgency;
use crate::domain::matter::life::{Stage, stage};
use crate::domain::matter::{Matter, MatterState};
use crate::i18n::{Language, matter_list as words, matters, terms};
use crate::tui::action::key_of;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::groups::{self, Groups};
use crate::tui::widgets::list::{Column, Row};
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The width from which kind, villages and day have columns of their own.
const WIDE: u16 = 76;

impl State {
    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let (language, theme) = (glance.language, glance.theme);
        let Some(desk) = glance.desk else {
            return Caret::block(area.x, area.y);
        };
        self.lay_out(desk, language);
        let (world, today) = (desk.world(), desk.today());
        let summary = self.summary(language, world);
        if self.laid.matters.is_empty() {
            let empty = self.empty(language, world);
            return groups::draw_empty(area, buf, theme, &summary, &empty);
        }
        let mut listing = self.rows.taken();
        let list = Groups {
            summary: &summary,
            lines: &self.laid.matters,
            columns: columns(language, area.width),
            marked: None::<fn(&MatterId) -> bool>,
            row: |id: &MatterId| {
                let matter = self.known(world, id)?;
                Some(row(language, (world, today), matter, area.width))
            },
            below: groups::a_few,
            detail: |id: &MatterId, _| {
                let said = self.known(world, id);
                let said = said.map(|matter| detail(language, world, matter, today));
                let said = said.into_iter().flatten();
                said.flat_map(|words| text::wrap(&words, area.width))
                    .collect()
            },
        };
        let caret = list.draw(area, buf, theme, &mut listing);
        self.rows.given_back(listing);
        caret
    }

    fn summary(&self, language: Language, world: &World) -> String {
        let mut said = words::summary(language, self.laid.open);
        if self.with_closed {
            said = words::with_closed(language, said);
        }
        if self.narrow.is_wide() {
            return said;
        }
        let narrowed = self.narrow.said(language, world);
        words::summary_found(language, said, self.laid.matters.len(), narrowed)
    }

    fn empty(&self, language: Language, world: &World) -> String {
        if self.narrow.is_wide() {
            return words::empty(language, key_of("matters.new"));
        }
        let narrowed = self.narrow.said(language, world);
        words::empty_found(language, narrowed, key_of("matters.narrow"))
    }
}

fn row(
    language: Language,
    (world, today): (&World, NaiveDate),
    matter: &Matter,
    width: u16,
) -> Row {
    let (intake, at) = (&matter.intake, stage(world, matter, today));
    let number = matters::number(language, matter.number);
    let mut cells = vec![number, intake.title.to_string()];
    let stands = matters::stage(language, at).to_owned();
    cells.push(stands);
    if width >= WIDE {
        cells.push(matters::kind(language, intake.kind).to_owned());
        cells.push(terms::villages(language, world, &matter.villages()));
        cells.push(terms::column_day(language, matter.received, today));
    }
    let urgent = intake.urgency == Urgency::Urgent && matter.state == MatterState::Open;
    cells.push(if urgent { words::urgent(language) } else { "" }.to_owned());
    Row::new(cells).role(shade(at))
}

/// Shades a matter by what wants doing about it.
const fn shade(stage: Stage) -> Role {
    match stage {
        Stage::SentBack | Stage::Deferred => Role::Warn,
        Stage::Results => Role::Good,
        _ if stage.closed() => Role::Muted,
        _ => Role::Normal,
    }
}

fn detail(language: Language, world: &World, matter: &Matter, today: NaiveDate) -> Vec<String> {
    let intake = &matter.intake;
    let money = matters::money(language, world, matter.money_on(world, today).as_ref());
    let villages = terms::villages(language, world, &matter.villages());
    vec![
        intake.title.to_string(),
        format!(
            "{} · {} · {}",
            matters::origin(language, intake.origin),
            words::fact_villages(language, villages),
            words::fact_money(language, money)
        ),
    ]
}

fn columns(language: Language, width: u16) -> Vec<Column> {
    let (number, stage, urgent) = match language {
        Language::Zh => (12, 8, 2),
        Language::En => (11, 15, 6),
    };
    let mut columns = vec![Column::Fixed(number), Column::Flex(2), Column::Fixed(stage)];
    if width >= WIDE {
        let kind = match language {
            Language::Zh => 4,
            Language::En => 10,
        };
        columns.extend([Column::Fixed(kind), Column::Flex(1), Column::Fixed(10)]);
    }
    columns.push(Column::Fixed(urgent));
    columns
}
