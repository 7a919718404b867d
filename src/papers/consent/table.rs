//! The table of all villages and steps of a matter, with what every body came to.

use super::{asked, head};
use crate::domain::World;
use crate::domain::matter::Matter;
use crate::domain::matter::lacking::lacking;
use crate::domain::matter::path::asking::unasked;
use crate::domain::matter::path::grid::{Cell, Grid, State};
use crate::domain::matter::path::{By, Entry, Level, Path, RecordKind};
use crate::i18n::{
    Language, matter_lacking, matters, path_anew, path_merge, path_screen as words, path_states,
    path_village, paths, reconsiderations, terms, village_notice,
};
use crate::papers::block::{Align, Block, Field, Table};
use chrono::NaiveDate;

/// Makes the table of all villages and steps.
#[must_use]
pub fn table(world: &World, matter: &Matter, language: Language, today: NaiveDate) -> Vec<Block> {
    let today = matter.as_of(today);
    let grid = Grid::of(world, matter, today);
    let title = words::form_table_title(language);
    let mut blocks = vec![Block::heading(1, title)];
    let Some((path, grid)) = matter.path.as_ref().zip(grid) else {
        let asked = asked::blocks(world, matter, language);
        if asked.is_empty() {
            return Vec::new();
        }
        blocks.push(Block::Fields(head(language, matter)));
        blocks.extend(asked);
        return blocks;
    };
    let mut fields = head(language, matter);
    fields.extend([
        Field::new(
            words::form_template(language),
            paths::template(language, &path.template),
        ),
        Field::new(
            words::form_assent(language),
            paths::assent(language, grid.assent()),
        ),
        Field::new(
            words::form_outcome(language),
            paths::outcome(language, grid.outcome()),
        ),
    ]);
    let going_on = grid.going_on();
    if !going_on.is_empty() {
        let names = terms::villages(language, world, &going_on);
        fields.push(Field::new(words::form_going_on(language), names));
    }
    let labels = [
        path_village::form_agreed(language),
        path_village::form_silent(language),
    ];
    let open = path_states::open_answers(language, world, &grid);
    let open = labels.into_iter().zip(open);
    fields.extend(open.filter_map(|(label, names)| Some(Field::new(label, names?))));
    if let Some(by) = path.deadline() {
        let by = terms::date(language, by);
        fields.push(Field::new(words::form_deadline(language), by));
    }
    let others: Vec<String> = unasked(world, matter, today)
        .iter()
        .map(|(village, why)| paths::unasked(language, world, village, *why))
        .collect();
    if !others.is_empty() {
        let names = terms::list(language, others.iter().map(String::as_str));
        fields.push(Field::new(words::form_not_asked(language), names));
    }
    let left: Vec<String> = path
        .villages
        .iter()
        .filter_map(|asked| {
            let village = world.villages.get(&asked.village)?;
            let on = village.left.filter(|left| *left <= today)?;
            Some(words::form_left_on(
                language,
                village.name.as_str(),
                terms::date(language, on),
            ))
        })
        .collect();
    if !left.is_empty() {
        let names = terms::list(language, left.iter().map(String::as_str));
        fields.push(Field::new(words::form_left(language), names));
    }
    blocks.push(Block::Fields(fields));
    blocks.push(Block::Table(rows(language, world, path, &grid)));
    let every = every(language, world, path, &grid);
    if !every.is_empty() {
        blocks.push(Block::heading(2, path_village::form_every(language)));
        blocks.push(Block::list(false, every));
    }
    let filed = receipts(language, world, path, &grid);
    if !filed.is_empty() {
        blocks.push(Block::heading(2, path_village::form_receipts(language)));
        blocks.push(Block::Table(filed_table(language, filed)));
    }
    let anew = reconsiderations::whole(language, world, matter, &grid);
    if !anew.is_empty() {
        blocks.push(Block::heading(2, path_anew::form(language)));
        blocks.push(Block::list(false, anew));
    }
    let called = called(language, world, path, &grid);
    if !called.is_empty() {
        blocks.push(Block::heading(2, village_notice::form_called(language)));
        blocks.push(Block::list(false, called));
    }
    let merged = merged(language, world, path, &grid);
    if !merged.is_empty() {
        blocks.push(Block::heading(2, path_merge::form_merged(language)));
        blocks.push(Block::list(false, merged));
    }
    let lines: Vec<String> = grid
        .cells()
        .flat_map(|cell| {
            let step = path.template.steps.get(cell.step);
            let at = step.map(|step| {
                let place = path_states::place(language, world, step.level, cell);
                words::row_place(language, place, paths::step(language, step))
            });
            let at = at.unwrap_or_default();
            let broken = cell.broken();
            let broken = broken.map(|kept| path_states::broken(language, kept));
            let said = broken.chain(path_states::late(language, cell));
            said.map(|it| words::place_says(language, at.as_str(), it))
                .collect::<Vec<_>>()
        })
        .collect();
    if !lines.is_empty() {
        blocks.push(Block::heading(2, words::form_terms(language)));
        blocks.push(Block::list(false, lines));
    }
    let missing = lacking(world, matter, today);
    if !missing.is_empty() {
        blocks.push(Block::heading(2, matter_lacking::heading(language)));
        let missing = missing.iter();
        let missing = missing.map(|it| matters::lacks_records(language, world, it));
        blocks.push(Block::list(false, missing.collect::<Vec<_>>()));
        let reason = matter.filed_without().map(|it| it.as_str());
        let reason = reason.map(|it| matter_lacking::filed(language, it));
        blocks.extend(reason.map(Block::paragraph));
    }
    blocks.extend(contributions(language, world, matter, path, today));
    let uncovered = matters::uncovered(language, world, matter, today);
    blocks.extend(uncovered.map(Block::paragraph));
    blocks
}

/// Says of every step that was taken together with the one before it by what it may be.
fn merged(language: Language, world: &World, path: &Path, grid: &Grid<'_>) -> Vec<String> {
    let said = grid.cells().filter_map(|cell| {
        let step = path.template.steps.get(cell.step)?;
        let by = path_states::merged(language, step, cell)?;
        let place = path_states::place(language, world, step.level, cell);
        let at = words::row_place(language, place, paths::step(language, step));
        Some(words::place_says(language, at, by))
    });
    said.collect()
}

/// Says of every vote of a village when its notice went out, and by which rule it was decided; of each of its
/// meetings where it met more than once, for the notice of the first is not made good by that of the last.
fn called(language: Language, world: &World, path: &Path, grid: &Grid<'_>) -> Vec<String> {
    let mut said = Vec::new();
    for cell in grid.cells() {
        let Some(step) = path.template.steps.get(cell.step) else {
            continue;
        };
        let place = path_states::place(language, world, step.level, cell);
        let at = words::row_place(language, place, paths::step(language, step));
        let tries = path.tries(cell.step, cell.village.as_ref());
        let votes: Vec<(&Entry, &str)> = tries
            .filter_map(|(_, it)| Some((it, terms::rule_name(language, it.rule()?))))
            .collect();
        let several = votes.len() > 1;
        for (entry, rule) in votes {
            let at = if several {
                words::place_says(language, at.as_str(), terms::date(language, entry.on))
            } else {
                at.clone()
            };
            let noticed = entry.noticed.map(|day| terms::date(language, day));
            let noticed =
                noticed.unwrap_or_else(|| village_notice::form_unwritten(language).to_owned());
            said.push(village_notice::called(language, at, noticed, rule));
        }
    }
    said
}

/// Says of every cell at which a body decided or did something what came of it, with the votes and the paper.
fn every(language: Language, world: &World, path: &Path, grid: &Grid<'_>) -> Vec<String> {
    let mut said = Vec::new();
    for cell in grid.cells() {
        let tries = path.tries(cell.step, cell.village.as_ref());
        let tries: Vec<&Entry> = tries.map(|(_, entry)| entry).collect();
        let step = path.template.steps.get(cell.step);
        let Some(step) = step else { continue };
        let place = path_states::place(language, world, step.level, cell);
        let at = words::row_place(language, place, paths::step(language, step));
        let all = path_states::every(language, &tries).into_iter();
        said.extend(all.map(|it| words::place_says(language, at.as_str(), it)));
    }
    said
}

/// Returns of every paper that an authority gave a receipt or its approval by what it is: the place and step, the day, the
/// paper and its number. A village files for itself, so each has its own.
fn receipts(language: Language, world: &World, path: &Path, grid: &Grid<'_>) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for cell in grid.cells() {
        let Some(step) = path.template.steps.get(cell.step) else {
            continue;
        };
        let place = path_states::place(language, world, step.level, cell);
        let at = words::row_place(language, place, paths::step(language, step));
        for (_, entry) in path.tries(cell.step, cell.village.as_ref()) {
            let records = entry.records.iter();
            let given =
                records.filter(|it| matches!(it.kind, RecordKind::Filing | RecordKind::Approval));
            rows.extend(given.map(|it| {
                vec![
                    at.clone(),
                    terms::date(language, entry.on),
                    paths::record_label(language, it.kind),
                    it.paper.as_str().to_owned(),
                ]
            }));
        }
    }
    rows
}

fn filed_table(language: Language, rows: Vec<Vec<String>>) -> Table {
    Table {
        head: [
            words::form_place(language),
            path_village::receipt_day(language),
            path_village::receipt_kind(language),
            path_village::receipt_paper(language),
        ]
        .map(str::to_owned)
        .to_vec(),
        align: vec![Align::Left; 4],
        rows,
    }
}

fn rows(language: Language, world: &World, path: &Path, grid: &Grid<'_>) -> Table {
    let steps = path.template.steps.iter();
    let mut table = Table::default();
    table.head.push(words::form_place(language).to_owned());
    table
        .head
        .extend(steps.map(|step| paths::step(language, step).to_owned()));
    let said = |cell: &Cell, by: &By| {
        let mark = path_states::mark(language, &cell.state, by);
        let on = match &cell.state {
            State::Refused { on } | State::Inquorate { on } | State::Gone { on } => Some(*on),
            state => state.done(),
        };
        match on {
            Some(on) => [mark, &terms::column_date(language, on)].join("\n"),
            None => mark.to_owned(),
        }
    };
    for asked in &path.villages {
        let village = &asked.village;
        let name = terms::village(language, world, Some(village)).to_owned();
        let mut row = vec![name];
        for (at, step) in path.template.steps.iter().enumerate() {
            let place = (step.level == Level::Village).then_some(village);
            let cell = grid.cell(at, place);
            row.push(
                cell.map_or_else(String::new, |cell| match grid.added_after(village, cell) {
                    Some(_) => path_village::not_yet_cell(language).to_owned(),
                    None => said(cell, &step.by),
                }),
            );
        }
        table.rows.push(row);
    }
    table
}

fn contributions(
    language: Language,
    world: &World,
    matter: &Matter,
    path: &Path,
    today: NaiveDate,
) -> Option<Block> {
    matter.money()?;
    let gone = matter.uncovered(world, today);
    let mut table = Table {
        head: vec![
            words::form_place(language).to_owned(),
            words::form_contribution(language).to_owned(),
            String::new(),
        ],
        rows: Vec::new(),
        align: vec![Align::Left, Align::Right, Align::Left],
    };
    for asked in &path.villages {
        let changes = path.contributions.iter();
        let changes = changes.filter(|it| it.village == asked.village);
        let changes: Vec<String> = changes
            .map(|it| {
                let said = words::form_was(
                    language,
                    paths::yuan(it.was),
                    terms::date(language, it.on),
                    it.reason.as_str(),
                );
                if it.agreed.is_empty() {
                    return said;
                }
                let agreed = terms::villages(language, world, &it.agreed);
                words::form_agreed_before(language, said, agreed)
            })
            .collect();
        let gone = gone.iter().any(|it| it.village == asked.village);
        let gone = gone.then(|| words::form_bears_no_more(language).to_owned());
        let changes: Vec<String> = changes.into_iter().chain(gone).collect();
        table.rows.push(vec![
            terms::village(language, world, Some(&asked.village)).to_owned(),
            paths::yuan(matter.contribution_of(&asked.village)),
            changes.join("\n"),
        ]);
    }
    Some(Block::Table(table))
}
