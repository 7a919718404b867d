//! A registration form or the table of a matter, to read and to write to files.

use super::filed::Filed;
use crate::desk::Desk;
use crate::domain::ids::{MatterId, VillageId};
use crate::i18n::{Language, matters, path_screen as words, path_states, paths};
use crate::papers::{Block, consent, markdown, plain};
use crate::tui::app::{App, Glance};
use crate::tui::caret::Caret;
use crate::tui::input::Key;
use crate::tui::theme::Role;
use crate::tui::widgets::line;
use crate::tui::widgets::list::Row;
use crate::tui::widgets::reader::Reader;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// How wide the plain text is on paper, in cells.
const CELLS: usize = 76;

/// What is read.
#[derive(Debug)]
pub struct Leaf {
    pub(super) matter: MatterId,
    /// The matter as it is on file, where it is not open.
    pub(super) filed: Filed,
    /// The step and the village of a form; absent for the table.
    cell: Option<(usize, Option<VillageId>)>,
    reader: Reader,
}

impl Leaf {
    pub(super) fn new(
        desk: &Desk,
        matter: MatterId,
        cell: Option<(usize, Option<VillageId>)>,
    ) -> Self {
        let mut filed = Filed::default();
        filed.refresh(desk, &matter);
        Self {
            matter,
            filed,
            cell,
            reader: Reader::default(),
        }
    }

    /// Returns what it is called, and what it is made of.
    fn made(&self, desk: &Desk, language: Language) -> Option<(String, Vec<Block>)> {
        let world = self.filed.world(desk);
        let matter = world.matters.get(&self.matter)?;
        let today = desk.today();
        let (what, blocks) = match &self.cell {
            Some((step, village)) => {
                let of = matter.path.as_ref()?.template.steps.get(*step)?;
                let cell = (*step, village.as_ref());
                let blocks = consent::form(world, matter, cell, language, today);
                let name = words::form_title(language, paths::step(language, of));
                let place = village.as_ref().map(|village| {
                    crate::i18n::terms::village(language, world, Some(village)).to_owned()
                });
                let place = place.unwrap_or_else(|| {
                    let cell = crate::domain::matter::path::grid::Grid::of(world, matter, today)
                        .and_then(|grid| grid.cell(*step, None).cloned());
                    cell.map_or_else(String::new, |cell| {
                        path_states::place(language, world, of.level, &cell)
                    })
                });
                (words::row_place(language, place, name), blocks)
            }
            None => (
                words::form_table_title(language).to_owned(),
                consent::table(world, matter, language, today),
            ),
        };
        let number = matters::number(language, matter.number);
        Some((words::file_name(language, number, what), blocks))
    }

    /// Returns the name of its file, and its forms.
    pub(super) fn forms(&self, app: &App) -> Option<(String, [(&'static str, String); 2])> {
        let (name, blocks) = self.made(app.desk.as_ref()?, app.language)?;
        let markdown = markdown::write(&blocks, app.language);
        let plain = plain::write(&blocks, app.language, CELLS);
        Some((name, [("md", markdown), ("txt", plain)]))
    }

    pub(super) fn title(&self, app: &App) -> String {
        let desk = app.desk.as_ref();
        let made = desk.and_then(|desk| self.made(desk, app.language));
        words::title_paper(app.language, made.map(|(name, _)| name).unwrap_or_default())
    }

    pub(super) fn moves(&mut self, key: Key) -> bool {
        self.reader.key(key)
    }

    pub(super) fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let language = glance.language;
        if let Some(desk) = glance.desk {
            self.filed.refresh(desk, &self.matter);
        }
        let made = glance.desk.and_then(|desk| self.made(desk, language));
        let Some((_, blocks)) = made else {
            self.reader.leave();
            line::centred(area, buf, glance.theme, Role::Warn, words::gone(language));
            return Caret::block(area.x, area.y);
        };
        let width = usize::from(area.width.saturating_sub(2)).clamp(1, CELLS);
        let text = plain::write(&blocks, language, width);
        let rows: Vec<Row> = text
            .lines()
            .map(|it| Row::new(vec![it.to_owned()]))
            .collect();
        self.reader.draw(&rows, area, buf, glance.theme)
    }
}
