//! What is said below the grid of the cell in use and of the whole: all of it where there is room, else what
//! presses first, with a mark of the rest.

use super::State;
use super::all::role;
use super::of_matter::OfMatter;
use crate::domain::matter::Matter;
use crate::domain::matter::path::Path;
use crate::domain::matter::path::grid::{Cell, Grid};
use crate::domain::world::World;
use crate::i18n::{
    Language, path_panel as more, path_screen as words, path_states, path_village, reconsiderations,
};
use crate::tui::action::key_of;
use crate::tui::app::App;
use crate::tui::reading::{self, Part};
use crate::tui::screens::Screen;
use crate::tui::text;
use crate::tui::theme::Role;

/// How much something presses: what is to be done now and by when, then what is not in order, then what was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Presses {
    Now,
    Wrong,
    Past,
}

/// A sentence of the panel.
pub(super) struct Says {
    presses: Presses,
    role: Role,
    words: String,
}

impl OfMatter {
    /// Says what the cell in use and the whole come to, in the order in which it is read.
    pub(super) fn says(
        &self,
        language: Language,
        world: &World,
        (matter, path, grid): (&Matter, &Path, &Grid<'_>),
    ) -> Vec<Says> {
        let mut said: Vec<Says> = Vec::new();
        let mut say = |presses, role, words: String| {
            said.push(Says {
                presses,
                role,
                words,
            });
        };
        let of_cell = self.cell(path).and_then(|(at, village)| {
            let step = path.template.steps.get(at)?;
            Some((step, grid.cell(at, village)?))
        });
        if let Some((step, cell)) = of_cell {
            let mut about = path_states::about(language, world, path, step, cell);
            let of = self.village(path).map(|village| (grid, village));
            about.extend(of.and_then(|of| path_states::added_after(language, world, of, cell)));
            // From when it can be done stands right behind where it stands, then what was not kept.
            let terms = path_states::terms_said(cell);
            let broken = cell.broken().count();
            for (at, words) in about.into_iter().enumerate() {
                let shown = match at {
                    0 => role(&cell.state, !cell.lacks.is_empty()),
                    at if at > terms && at <= terms + broken => Role::Bad,
                    _ => Role::Normal,
                };
                let presses = match at {
                    at if at <= terms => Presses::Now,
                    at if at <= terms + broken => Presses::Wrong,
                    _ => Presses::Past,
                };
                say(presses, shown, words);
            }
        }
        if let Some((_, cell)) = of_cell {
            let shaken = reconsiderations::shaken(language, world, path, cell);
            if let Some(words) = shaken {
                say(Presses::Now, Role::Bad, words);
            }
        }
        let starred = |cell: &Cell| {
            !cell.lacks.is_empty() || cell.broken().next().is_some() || cell.shaken.is_some()
        };
        if grid.cells().any(starred) {
            say(
                Presses::Wrong,
                Role::Muted,
                words::star(language).to_owned(),
            );
        }
        for words in path_states::foot(language, world, matter, grid) {
            say(Presses::Now, Role::Muted, words);
        }
        said
    }
}

/// Lays the sentences out in a width and a height. What does not find room is told of in the last line.
pub(super) fn laid(
    language: Language,
    mut said: Vec<Says>,
    (width, height): (u16, u16),
) -> Vec<(Role, String)> {
    let lines = |said: &[Says]| -> Vec<(Role, String)> {
        let all = said.iter();
        let all = all.flat_map(|it| {
            let lines = text::wrap(&it.words, width).into_iter();
            lines.map(|line| (it.role, line))
        });
        all.collect()
    };
    let whole = lines(&said);
    let height = usize::from(height);
    if whole.len() <= height {
        return whole;
    }
    said.sort_by_key(|it| it.presses);
    let mut shown = lines(&said);
    let rest = shown.len() - height.saturating_sub(1);
    shown.truncate(height.saturating_sub(1));
    let mark = more::rest(language, rest, key_of("path.whole"));
    shown.push((Role::Warn, mark));
    shown.truncate(height);
    shown
}

/// Opens the whole of it to read.
pub(super) fn read(app: &mut App) {
    reading::open(app, |app| {
        let Screen::Paths(State::Matter(leaf)) = app.top() else {
            return None;
        };
        let desk = app.desk.as_ref()?;
        let world = leaf.filed.world(desk);
        let matter = world.matters.get(&leaf.matter)?;
        let path = matter.path.as_ref()?;
        let grid = Grid::of(world, matter, desk.today())?;
        let said = leaf.says(app.language, world, (matter, path, &grid));
        let parts = said.into_iter().map(|it| Part {
            title: String::new(),
            words: it.words,
        });
        let mut parts: Vec<Part> = parts.collect();
        let cell = leaf.cell(path);
        let cell = cell.and_then(|(step, village)| grid.cell(step, village));
        let kept = cell.map(|cell| path_states::kept_of(app.language, path, cell));
        if let Some(kept) = kept.filter(|kept| !kept.is_empty()) {
            parts.push(Part {
                title: path_village::kept_title(app.language).to_owned(),
                words: kept.join("\n"),
            });
        }
        Some((leaf.title(app), parts))
    });
}
