//! What is due where, over all open matters.

use crate::desk::Desk;
use crate::domain::ids::{MatterId, VillageId};
use crate::domain::matter::path::grid::{Cell, Grid, State};
use crate::domain::matter::path::pressing::due;
use crate::domain::matter::{Matter, MatterState};
use crate::domain::world::World;
use crate::i18n::{Language, matters, path_screen as words, path_states, paths};
use crate::tui::action::key_of;
use crate::tui::app::{App, Glance};
use crate::tui::caret::Caret;
use crate::tui::input::Key;
use crate::tui::screens::rows::Rows;
use crate::tui::theme::Role;
use crate::tui::widgets::line;
use crate::tui::widgets::list::{self, Column, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What a row is about.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct At {
    pub(super) matter: MatterId,
    /// The step and the village, where it is a cell.
    pub(super) cell: Option<(usize, Option<VillageId>)>,
}

/// The list.
#[derive(Debug, Default)]
pub struct All {
    rows: Rows<At>,
}

impl All {
    pub(super) fn title(app: &App) -> String {
        words::title(app.language).to_owned()
    }

    pub(super) fn selected(&self) -> Option<&At> {
        self.rows.selected()
    }

    pub(super) fn moves(&mut self, key: Key) -> bool {
        self.rows.key(key)
    }

    pub(super) fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let Some(desk) = glance.desk else {
            return Caret::block(area.x, area.y);
        };
        let (language, world) = (glance.language, desk.world());
        let mut keys: Vec<Option<At>> = Vec::new();
        let mut rows: Vec<Row> = Vec::new();
        let cells = due(world, desk.today());
        for matter in open(world) {
            let grid = Grid::of(world, matter, desk.today());
            let here = cells.iter().filter(|(it, _)| it.id == matter.id);
            let here: Vec<&Cell> = here.map(|(_, cell)| cell).collect();
            keys.push(None);
            rows.push(Row::header(&head(language, matter, grid.as_ref())));
            let whole = || At {
                matter: matter.id.clone(),
                cell: None,
            };
            if grid.is_none() {
                let key = key_of("paths.choose");
                keys.push(Some(whole()));
                rows.push(Row::new(vec![words::matter_no_path(language, key)]).role(Role::Warn));
            } else if here.is_empty() {
                keys.push(Some(whole()));
                let quiet = words::matter_quiet(language).to_owned();
                rows.push(Row::new(vec![quiet]).role(Role::Muted));
            }
            for cell in here {
                keys.push(Some(At {
                    matter: matter.id.clone(),
                    cell: Some((cell.step, cell.village.clone())),
                }));
                rows.push(row(language, desk, (matter, grid.as_ref()), cell));
            }
        }
        let listing = self.rows.settle(keys);
        if rows.is_empty() {
            line::centred(
                area,
                buf,
                glance.theme,
                Role::Muted,
                words::nothing(language),
            );
            return Caret::block(area.x, area.y);
        }
        let columns = [Column::Flex(3), Column::Flex(4)];
        list::draw(area, buf, glance.theme, &columns, &rows, listing)
    }
}

/// Returns the open matters by their numbers.
fn open(world: &World) -> Vec<&Matter> {
    let matters = world.matters.values().map(AsRef::as_ref);
    let mut matters: Vec<&Matter> = matters
        .filter(|matter| matter.state == MatterState::Open)
        .collect();
    matters.sort_by_key(|matter| (matter.number, matter.id.clone()));
    matters
}

fn head(language: Language, matter: &Matter, grid: Option<&Grid<'_>>) -> String {
    let number = matters::number(language, matter.number);
    let title = matter.intake.title.as_str();
    match grid {
        Some(grid) => {
            let outcome = paths::outcome(language, grid.outcome());
            words::matter_head(language, number, title, outcome)
        }
        None => words::title_matter(language, number, title),
    }
}

fn row(
    language: Language,
    desk: &Desk,
    (matter, grid): (&Matter, Option<&Grid<'_>>),
    cell: &Cell,
) -> Row {
    let path = matter.path.as_ref();
    let step = path.and_then(|path| path.template.steps.get(cell.step));
    let Some(step) = step else {
        return Row::new(Vec::new());
    };
    let said = path_states::pressing(language, desk.world(), (grid, desk.today()), step, cell);
    Row::new(said.into()).role(role(
        &cell.state,
        !cell.lacks.is_empty() || cell.shaken.is_some(),
    ))
}

/// Returns how a state is drawn.
pub(super) const fn role(state: &State, lacks: bool) -> Role {
    match state {
        State::Overdue { .. } | State::Refused { .. } => Role::Bad,
        State::Inquorate { .. } | State::Due => Role::Warn,
        State::Done { .. } | State::Merged { .. } if lacks => Role::Warn,
        State::Done { .. } | State::Merged { .. } => Role::Good,
        State::OnAgenda { .. } | State::Waiting { .. } => Role::Normal,
        State::NotYet | State::AwaitsOthers | State::Gone { .. } => Role::Muted,
    }
}
