//! One matter: a row a step, a column a village, and below them what the cell in use says.

use super::all::role;
use super::filed::Filed;
use super::panel::laid;
use crate::domain::ids::{MatterId, VillageId};
use crate::domain::matter::path::grid::Grid;
use crate::domain::matter::path::{Level, Path, TemplateStep};
use crate::domain::world::World;
use crate::i18n::{Language, matters, path_screen as words, path_states, paths, terms};
use crate::tui::action::key_of;
use crate::tui::app::{App, Glance};
use crate::tui::caret::Caret;
use crate::tui::input::{Code, Key};
use crate::tui::text;
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::line;
use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The least cells a column of a village takes, the gap before it included.
const COLUMN: u16 = 8;

/// The width that the names of the steps have wherever it is there.
const LABEL: u16 = 24;

/// From so many cells on a column shows the day beside the mark.
const WITH_DAY: u16 = 13;

/// From so many cells on it shows a day of another year beside it.
const WITH_YEAR: u16 = 18;

/// A matter and the cell in use.
#[derive(Debug)]
pub struct OfMatter {
    pub(super) matter: MatterId,
    /// The matter as it is on file, where it is not open.
    pub(super) filed: Filed,
    /// The step in use.
    step: usize,
    /// The column in use.
    column: usize,
    /// The first step and the first column seen.
    first: (usize, usize),
    /// What the last frame had: at each step its level, and the villages.
    seen: (Vec<Level>, Vec<VillageId>),
}

impl OfMatter {
    pub(super) fn new(matter: MatterId) -> Self {
        Self {
            matter,
            filed: Filed::default(),
            step: 0,
            column: 0,
            first: (0, 0),
            seen: (Vec::new(), Vec::new()),
        }
    }

    /// Puts the cell in use on a step and a village.
    pub(super) fn at(
        mut self,
        path: Option<&Path>,
        step: usize,
        village: Option<&VillageId>,
    ) -> Self {
        self.step = step;
        let mut villages = path.iter().flat_map(|path| &path.villages);
        let found = villages.position(|it| Some(&it.village) == village);
        self.column = found.unwrap_or(0);
        self
    }

    pub(super) fn title(&self, app: &App) -> String {
        let world = app.desk.as_ref().map(|desk| self.filed.world(desk));
        let matter = world.and_then(|world| world.matters.get(&self.matter));
        matter.map_or_else(String::new, |matter| {
            let title = matter.intake.title.as_str();
            words::title_matter(
                app.language,
                matters::number(app.language, matter.number),
                title,
            )
        })
    }

    /// Returns the step and the village in use, in a path.
    pub(super) fn cell<'p>(&self, path: &'p Path) -> Option<(usize, Option<&'p VillageId>)> {
        let step = path.template.steps.get(self.step)?;
        Some(match step.level {
            Level::Village => (self.step, Some(self.village(path)?)),
            Level::Area | Level::Township => (self.step, None),
        })
    }

    /// Returns the village whose column is in use.
    pub(super) fn village<'p>(&self, path: &'p Path) -> Option<&'p VillageId> {
        path.villages.get(self.column).map(|it| &it.village)
    }

    pub(super) fn moves(&mut self, key: Key) -> bool {
        if key.ctrl || key.alt {
            return false;
        }
        let last_step = self.seen.0.len().saturating_sub(1);
        let last_column = self.seen.1.len().saturating_sub(1);
        match key.code {
            Code::Up => self.step = self.step.saturating_sub(1),
            Code::Down => self.step = self.step.saturating_add(1).min(last_step),
            Code::Left => self.column = self.column.saturating_sub(1),
            Code::Right => self.column = self.column.saturating_add(1).min(last_column),
            Code::PageUp | Code::Home => self.step = 0,
            Code::PageDown | Code::End => self.step = last_step,
            _ => return false,
        }
        true
    }

    pub(super) fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let home = Caret::block(area.x, area.y);
        let Some(desk) = glance.desk else { return home };
        self.filed.refresh(desk, &self.matter);
        let filed = std::mem::take(&mut self.filed);
        let caret = self.drawn(glance, filed.world(desk), area, buf);
        self.filed = filed;
        caret.unwrap_or(home)
    }

    fn drawn(
        &mut self,
        glance: Glance<'_>,
        world: &World,
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Caret> {
        let (language, desk) = (glance.language, glance.desk?);
        let Some(matter) = world.matters.get(&self.matter) else {
            line::centred(area, buf, glance.theme, Role::Warn, words::gone(language));
            return None;
        };
        let grid = Grid::of(world, matter, desk.today());
        let Some((path, grid)) = matter.path.as_ref().zip(grid) else {
            self.seen = (Vec::new(), Vec::new());
            let lines = text::wrap(&words::no_path(language, key_of("path.choose")), area.width);
            for (y, words) in (area.top()..area.bottom()).zip(&lines) {
                text::put(
                    buf,
                    area.x,
                    y,
                    area.width,
                    words,
                    glance.theme.style(Role::Warn),
                );
            }
            return None;
        };
        self.settle(path);
        let said = self.says(language, world, (matter, path, &grid));
        let steps = u16::try_from(path.template.steps.len()).unwrap_or(u16::MAX);
        let most = area.height / 2;
        let room = area.height.saturating_sub(steps.saturating_add(1));
        let below = laid(language, said, (area.width, room.max(most)));
        let below_height = u16::try_from(below.len()).unwrap_or(u16::MAX);
        let (above, under) = split(area, below_height);
        for (y, (role, words)) in (under.top()..under.bottom()).zip(&below) {
            text::put(
                buf,
                under.x,
                y,
                under.width,
                words,
                glance.theme.style(*role),
            );
        }
        let drawn = Drawn {
            language,
            world,
            path,
            grid: &grid,
            today: desk.today(),
            theme: glance.theme,
        };
        Some(self.draw_grid(drawn, above, buf))
    }

    fn settle(&mut self, path: &Path) {
        let steps = path.template.steps.iter().map(|it| it.level).collect();
        let villages = path.villages.iter().map(|it| it.village.clone()).collect();
        self.seen = (steps, villages);
        self.step = self.step.min(self.seen.0.len().saturating_sub(1));
        self.column = self.column.min(self.seen.1.len().saturating_sub(1));
    }

    fn draw_grid(&mut self, drawn: Drawn<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let mut caret = Caret::block(area.x, area.y);
        if area.height < 2 || area.width < COLUMN {
            return caret;
        }
        let Drawn {
            language,
            world,
            path,
            theme,
            ..
        } = drawn;
        let count = u16::try_from(path.villages.len())
            .unwrap_or(u16::MAX)
            .max(1);
        let least = (area.width / 4).clamp(1, 14);
        let label = area.width.saturating_sub(count.saturating_mul(COLUMN));
        // A name is shown whole where every village keeps room for its day.
        let roomy = area
            .width
            .saturating_sub(count.saturating_mul(drawn.with_day() + 1));
        let names = (1..).zip(&path.template.steps);
        let names =
            names.map(|(at, step)| words::numbered(language, at, paths::step(language, step)));
        let widest = names.map(|name| text::width(&name).saturating_add(1)).max();
        let most = widest.unwrap_or(LABEL).min(roomy).max(LABEL);
        let label = label.clamp(least, most);
        let shown = (area.width.saturating_sub(label) / COLUMN).clamp(1, count);
        let width = area.width.saturating_sub(label) / shown;
        let shown = usize::from(shown);
        let rows = usize::from(area.height.saturating_sub(1));
        self.first.0 = scrolled(self.first.0, self.step, rows, path.template.steps.len());
        self.first.1 = scrolled(self.first.1, self.column, shown, path.villages.len());
        let (first_step, first) = self.first;
        let columns: Vec<(usize, &VillageId)> = path
            .villages
            .iter()
            .map(|it| &it.village)
            .enumerate()
            .skip(first)
            .take(shown)
            .collect();
        let mut x = area.x.saturating_add(label);
        if first > 0 {
            text::put(
                buf,
                x.saturating_sub(1),
                area.y,
                1,
                words::more_left(language),
                theme.style(Role::Muted),
            );
        }
        for (_, village) in &columns {
            let name = terms::village(language, world, Some(village));
            let name = text::fit(name, width.saturating_sub(1));
            text::put(buf, x, area.y, width, &name, theme.style(Role::Title));
            x = x.saturating_add(width);
        }
        if first.saturating_add(shown) < path.villages.len() {
            let right = area.right().saturating_sub(1);
            text::put(
                buf,
                right,
                area.y,
                1,
                words::more_right(language),
                theme.style(Role::Muted),
            );
        }
        let steps = path.template.steps.iter().enumerate().skip(first_step);
        for (y, (at, step)) in (area.top().saturating_add(1)..area.bottom()).zip(steps) {
            let name = words::numbered(language, at.saturating_add(1), paths::step(language, step));
            let chosen = at == self.step;
            let style = theme.style(if chosen { Role::Title } else { Role::Normal });
            text::put(
                buf,
                area.x,
                y,
                label,
                &text::fit(&name, label.saturating_sub(1)),
                style,
            );
            let mut x = area.x.saturating_add(label);
            if step.level != Level::Village {
                let place = Place {
                    x,
                    y,
                    width: area.right().saturating_sub(x),
                };
                if drawn.cell(place, at, step, None, chosen, buf) {
                    caret = Caret::block(x, y);
                }
                continue;
            }
            for (column, village) in &columns {
                let here = chosen && *column == self.column;
                let place = Place {
                    x,
                    y,
                    width: width.saturating_sub(1),
                };
                if drawn.cell(place, at, step, Some(village), here, buf) {
                    caret = Caret::block(x, y);
                }
                x = x.saturating_add(width);
            }
        }
        caret
    }
}

/// What a grid is drawn of.
#[derive(Clone, Copy)]
struct Drawn<'a> {
    language: Language,
    world: &'a World,
    path: &'a Path,
    grid: &'a Grid<'a>,
    today: NaiveDate,
    theme: Theme,
}

/// Where a cell is drawn.
#[derive(Clone, Copy)]
struct Place {
    x: u16,
    y: u16,
    width: u16,
}

impl Drawn<'_> {
    /// Returns how many cells a column takes that shows its days.
    fn with_day(&self) -> u16 {
        let days = self
            .grid
            .cells()
            .filter_map(|it| path_states::day(&it.state));
        let this_year = { days }.all(|day| day.year() == self.today.year());
        if this_year { WITH_DAY } else { WITH_YEAR }
    }

    /// Draws a cell and says whether it is the one in use.
    fn cell(
        &self,
        place: Place,
        at: usize,
        step: &TemplateStep,
        village: Option<&VillageId>,
        here: bool,
        buf: &mut Buffer,
    ) -> bool {
        let Some(cell) = self.grid.cell(at, village) else {
            return false;
        };
        let mark = path_states::mark(self.language, &cell.state, &step.by);
        let lacks =
            !cell.lacks.is_empty() || cell.broken().next().is_some() || cell.shaken.is_some();
        let mark = if lacks {
            format!("{mark}*")
        } else {
            mark.to_owned()
        };
        let day = path_states::day(&cell.state);
        let dated = day.filter(|_| place.width.saturating_add(1) >= WITH_DAY);
        let dated = dated.map(|day| format!("{mark} {}", terms::day_in_cell(day, self.today)));
        // A day of which the end is cut off would be taken for another.
        let whole = dated.filter(|it| text::width(it) <= place.width);
        let words = whole.unwrap_or(mark);
        let shown = if here {
            Role::Selected
        } else {
            role(&cell.state, lacks)
        };
        let words = if here {
            text::pad(
                &text::fit(&words, place.width),
                place.width.min(COLUMN.max(text::width(&words))),
            )
        } else {
            text::fit(&words, place.width)
        };
        text::put(
            buf,
            place.x,
            place.y,
            place.width,
            &words,
            self.theme.style(shown),
        );
        here
    }
}

/// Returns the first of `count` things that is seen, so that the one in use is among the `room` seen.
fn scrolled(first: usize, at: usize, room: usize, count: usize) -> usize {
    let room = room.max(1);
    first
        .min(at)
        .max((at + 1).saturating_sub(room))
        .min(count.saturating_sub(room.min(count)))
}

fn split(area: Rect, below: u16) -> (Rect, Rect) {
    let below = below.min(area.height);
    let height = area.height - below;
    let under = Rect {
        y: area.y + height,
        height: below,
        ..area
    };
    (Rect { height, ..area }, under)
}
