//! What is said of a village that took up once more what it had agreed to, and of what is in question since.

use super::{Language, path_anew as words, path_screen, path_states, paths, terms};
use crate::domain::World;
use crate::domain::matter::Matter;
use crate::domain::matter::path::anew::in_question;
use crate::domain::matter::path::grid::{Cell, Grid};
use crate::domain::matter::path::{Entry, Path};

/// Says what came of an entry, and where what was agreed to was taken up once more, why.
#[must_use]
pub fn came(language: Language, entry: &Entry) -> String {
    match &entry.anew {
        Some(reason) => words::anew(language, reason.as_str(), came_anew(language, entry)),
        None => paths::came_of(language, entry).to_owned(),
    }
}

/// Says what came of a reconsideration.
#[must_use]
pub fn came_anew(language: Language, entry: &Entry) -> &'static str {
    match entry.agreed() {
        Some(true) => words::upheld(language),
        Some(false) => words::taken_back(language),
        None => words::lapsed(language),
    }
}

fn step_of(language: Language, path: &Path, step: usize) -> &str {
    let found = path.template.steps.get(step);
    found
        .map(|it| paths::step(language, it))
        .unwrap_or_default()
}

/// Says of what was done at a cell that it is in question, for what it rests on was taken back since.
#[must_use]
pub fn shaken(language: Language, world: &World, path: &Path, cell: &Cell) -> Option<String> {
    let shaken = cell.shaken.as_ref()?;
    if let Some(anew) = shaken.anew {
        let own = cell.village.is_some();
        let said = if own { words::refile } else { words::review };
        return Some(said(
            language,
            step_of(language, path, cell.step),
            terms::date(language, anew.done),
            terms::village(language, world, Some(&shaken.village)),
            terms::date(language, anew.on),
        ));
    }
    Some(words::shaken(
        language,
        terms::village(language, world, Some(&shaken.village)),
        terms::date(language, shaken.on),
        step_of(language, path, shaken.step),
        shaken.reason.as_str(),
    ))
}

/// Says which villages took back what they had agreed to, and which follow-ups are to be looked at again.
#[must_use]
pub fn foot(language: Language, world: &World, matter: &Matter) -> Vec<String> {
    let Some(path) = &matter.path else {
        return Vec::new();
    };
    let back = path.taken_back();
    let said = back.iter().map(|it| {
        words::foot_back(
            language,
            terms::village(language, world, Some(it.village)),
            step_of(language, path, it.step),
            terms::date(language, it.on),
            it.reason.as_str(),
        )
    });
    let mut said: Vec<String> = said.collect();
    let tasks: Vec<&str> = in_question(world, matter, &back)
        .map(|it| it.what.as_str())
        .collect();
    if !tasks.is_empty() {
        said.push(words::foot_tasks(language, terms::list(language, tasks)));
    }
    said
}

/// Says which villages took back what they had agreed to, and of every cell what is in question since.
#[must_use]
pub fn whole(language: Language, world: &World, matter: &Matter, grid: &Grid<'_>) -> Vec<String> {
    let path = grid.path();
    let mut said = foot(language, world, matter);
    said.extend(grid.cells().filter_map(|cell| {
        let shaken = shaken(language, world, path, cell)?;
        let step = path.template.steps.get(cell.step)?;
        let place = path_states::place(language, world, step.level, cell);
        let at = path_screen::row_place(language, place, paths::step(language, step));
        Some(path_screen::place_says(language, at, shaken))
    }));
    said
}

/// Names what was done after a step that rests on it: the later steps taken, and the boards on which it hangs.
#[must_use]
pub fn rests_on(language: Language, path: &Path, (grid, at): (&Grid<'_>, &Cell)) -> Option<String> {
    let later = grid.cells().filter(|cell| {
        let same = cell.village.is_none() || cell.village == at.village;
        cell.step > at.step && same && cell.state.done().is_some()
    });
    let names: Vec<&str> = later
        .map(|cell| step_of(language, path, cell.step))
        .collect();
    (!names.is_empty()).then(|| words::follows(language, terms::list(language, names)))
}
