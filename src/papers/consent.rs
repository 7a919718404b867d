//! The papers of the villages' consent: the registration form of a step at one place, and the table of all.

use super::block::{Align, Block, Field, Table};
use super::mended::judged_and_mended;
use crate::domain::World;
use crate::domain::ids::VillageId;
use crate::domain::matter::Matter;
use crate::domain::matter::lacking::lacking;
use crate::domain::matter::path::asking::unasked;
use crate::domain::matter::path::grid::{Cell, Grid, State};
use crate::domain::matter::path::{
    By, DayOf, Entry, Level, Path, RecordKind, Taken, TemplateStep, Turnout,
};
use crate::i18n::{
    Language, laws, lives, matter_lacking, matters, path_anew, path_merge, path_screen as words,
    path_states, path_village, paths, reconsiderations, step_days, terms, village_board,
    village_notice,
};
use chrono::NaiveDate;

/// Makes the registration form (登记表) of a step at one place; what is not done yet is left to be filled
/// in by hand. The origin of the motion is the one of the matter on every form of it.
#[must_use]
pub fn form(
    world: &World,
    matter: &Matter,
    (step, village): (usize, Option<&VillageId>),
    language: Language,
    today: NaiveDate,
) -> Vec<Block> {
    let grid = Grid::of(world, matter, today);
    let found = matter.path.as_ref().zip(grid.as_ref());
    let found = found.and_then(|(path, grid)| {
        let of = path.template.steps.get(step)?;
        Some((path, of, grid.cell(step, village)?))
    });
    let Some((path, of, cell)) = found else {
        return Vec::new();
    };
    let tries: Vec<&Entry> = path.tries(step, village).map(|(_, entry)| entry).collect();
    let entry = path.stands(step, village).map(|(_, entry)| entry);
    let name = paths::step(language, of);
    let mut blocks = vec![Block::heading(1, words::form_title(language, name))];
    blocks.push(Block::Fields(head(language, matter)));
    blocks.push(Block::Fields(match of.by {
        By::Session => of_session(language, world, of, matter, cell),
        By::Record | By::Vote { .. } => {
            let day = path.template.day_of(step);
            of_step(language, world, of, (cell, day), entry)
        }
    }));
    let every = path_states::tries(language, &tries);
    if !every.is_empty() {
        blocks.push(Block::heading(2, words::form_tries(language)));
        blocks.push(Block::list(false, every));
    }
    blocks.extend(broken(language, cell));
    let merged = path_states::merged(language, of, cell).into_iter();
    let merged: Vec<String> = merged.collect();
    if !merged.is_empty() {
        blocks.push(Block::list(false, merged));
    }
    if let Some(entry) = entry {
        blocks.extend(kept(language, entry));
    }
    if of.records.contains(&RecordKind::Supervision) {
        let blank = words::form_blank(language).to_owned();
        let label = words::form_supervision(language);
        blocks.push(Block::Fields(vec![Field::new(label, blank)]));
    }
    blocks.push(Block::signature(signs(language, of)));
    blocks
}

fn head(language: Language, matter: &Matter) -> Vec<Field> {
    let about = matter.intake.about.as_str();
    let content = (!about.is_empty()).then(|| Field::new(words::form_content(language), about));
    let mut fields = vec![
        Field::new(
            words::form_number(language),
            matters::number(language, matter.number),
        ),
        Field::new(words::form_matter(language), matter.intake.title.as_str()),
        Field::new(
            words::form_origin(language),
            matters::origin(language, matter.intake.origin),
        ),
    ];
    fields.extend(content);
    fields
}

fn of_step(
    language: Language,
    world: &World,
    step: &TemplateStep,
    (cell, of_day): (&Cell, DayOf),
    entry: Option<&Entry>,
) -> Vec<Field> {
    let blank = || words::form_blank(language).to_owned();
    let body = match entry.map(|it| &it.taken) {
        Some(Taken::Voted { decision, .. }) => decision.body.to_string(),
        Some(Taken::Done { body, .. }) => body.to_string(),
        Some(Taken::Merged | Taken::Posted) | None => paths::body(language, step, None).to_owned(),
    };
    let turnout = entry.and_then(turnout);
    let on = cell.hung.as_ref().map(|it| it.on);
    let on = on.or_else(|| entry.map(|it| it.on));
    let mut fields = vec![
        Field::new(
            words::form_place(language),
            path_states::place(language, world, step.level, cell),
        ),
        Field::new(words::form_body(language), body),
        Field::new(
            step_days::label(language, of_day),
            on.map_or_else(blank, |on| terms::date(language, on)),
        ),
    ];
    if let By::Vote { .. } = step.by {
        let noticed = entry.map_or_else(blank, |it| notice(language, cell, it));
        fields.push(Field::new(village_notice::form_noticed(language), noticed));
        let rule = entry.and_then(Entry::rule);
        let rule = rule.map_or_else(blank, |it| terms::rule_name(language, it).to_owned());
        fields.push(Field::new(village_notice::form_rule(language), rule));
    }
    // Nobody comes together at a board.
    if of_day != DayOf::PutUp {
        fields.extend(attendance(language, turnout));
    }
    let result = match (&cell.hung, entry) {
        (Some(hung), _) => {
            village_board::form_done(language, path_states::hung_kind(language, hung))
        }
        (None, Some(entry)) => match path_states::votes(language, entry) {
            Some(votes) => format!("{}\n{votes}", paths::came_of(language, entry)),
            None => paths::came_of(language, entry).to_owned(),
        },
        (None, None) => blank(),
    };
    fields.push(Field::new(words::form_result(language), result));
    let entry_here = entry.filter(|_| cell.hung.is_none());
    fields.extend(
        entry_here
            .into_iter()
            .flat_map(|it| judged_and_mended(language, world, it)),
    );
    if let Some(entry) = entry
        && let Some(signed) = &entry.signed
    {
        fields.push(Field::new(words::form_signed(language), signed.as_str()));
    }
    fields
}

/// Writes the day the notice of a meeting went out, and below it who asks for how long a notice, and
/// whether that was kept.
fn notice(language: Language, cell: &Cell, entry: &Entry) -> String {
    let noticed = entry.noticed.map(|day| terms::date(language, day));
    let noticed = noticed.unwrap_or_else(|| village_notice::form_unwritten(language).to_owned());
    let asked = cell.kept.iter().filter_map(|kept| {
        let term = &kept.term;
        term.noticed?;
        let source = term.statute.as_ref().map(crate::domain::text::Line::as_str);
        let source = source.or(term.source)?;
        let source = laws::clause(language, source);
        let said = village_notice::form_asked(language, source, term.days);
        Some(match (kept.kept(), term.noticed) {
            (true, Some(true)) => village_notice::form_kept(language, said),
            // Nobody knows that a notice was in time whose day stands nowhere.
            (true, _) => said,
            (false, _) => village_notice::form_not_kept(language, said),
        })
    });
    let lines = std::iter::once(noticed).chain(asked);
    lines.collect::<Vec<_>>().join("\n")
}

/// Writes what a joint session came to, with the numbers of its votes.
fn of_session(
    language: Language,
    world: &World,
    step: &TemplateStep,
    matter: &Matter,
    cell: &Cell,
) -> Vec<Field> {
    let blank = || words::form_blank(language).to_owned();
    let hearings = matter.hearings.iter().rev();
    let mut decided = hearings.filter(|it| !it.motions.is_empty());
    let hearing = decided.next();
    let place = path_states::place(language, world, step.level, cell);
    let mut fields = vec![
        Field::new(words::form_place(language), place),
        Field::new(
            words::form_body(language),
            hearing.map_or_else(
                || paths::name(language, &step.body).to_owned(),
                |it| terms::session_named(language, it.kind, it.ordinal),
            ),
        ),
        Field::new(
            step_days::label(language, DayOf::Meeting),
            hearing.map_or_else(blank, |it| terms::date(language, it.on)),
        ),
    ];
    let turnout = hearing.and_then(|it| it.motions.iter().rev().find_map(|it| it.turnout));
    fields.extend(attendance(language, turnout));
    let motions = hearing.into_iter().flat_map(|it| &it.motions);
    let results: Vec<String> = motions
        .map(|heard| lives::decided(language, world, heard))
        .collect();
    let result = if results.is_empty() {
        blank()
    } else {
        results.join("\n")
    };
    fields.push(Field::new(words::form_result(language), result));
    fields
}

/// Writes how many were entitled and came, blank where that is not known.
fn attendance(language: Language, turnout: Option<Turnout>) -> [Field; 3] {
    let blank = || words::form_blank(language).to_owned();
    let number = |of: fn(Turnout) -> u32| turnout.map_or_else(blank, |it| of(it).to_string());
    let share = turnout.map_or_else(blank, |it| ratio(language, it));
    [
        Field::new(words::form_entitled(language), number(|it| it.entitled)),
        Field::new(words::form_present(language), number(|it| it.present)),
        Field::new(words::form_ratio(language), share),
    ]
}

/// Returns how many were entitled and came, where that is known.
fn turnout(entry: &Entry) -> Option<Turnout> {
    match &entry.taken {
        Taken::Voted { decision, .. } => {
            let counts = decision.tally.counts;
            let present = counts
                .yes
                .saturating_add(counts.no)
                .saturating_add(counts.abstain)
                .saturating_add(counts.not_voting);
            Some(Turnout {
                entitled: present.saturating_add(counts.absent),
                present,
            })
        }
        Taken::Done { turnout, .. } => *turnout,
        Taken::Merged | Taken::Posted => None,
    }
}

/// Writes 实到 over 应到 in tenths of a percent, the nearest one; but a ratio that falls short of a whole
/// percent never looks as if it had reached it.
fn ratio(language: Language, turnout: Turnout) -> String {
    let (present, entitled) = (u64::from(turnout.present), u64::from(turnout.entitled));
    let whole = present.saturating_mul(1000);
    let down = whole.checked_div(entitled).unwrap_or(0);
    let nearest = whole.saturating_mul(2).saturating_add(entitled);
    let nearest = nearest
        .checked_div(entitled.saturating_mul(2))
        .unwrap_or(down);
    let tenths = if nearest.is_multiple_of(10) {
        down
    } else {
        nearest
    };
    let percent = match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}.{rest}", tenths / 10),
    };
    words::per_cent(language, percent)
}

fn broken(language: Language, cell: &Cell) -> Option<Block> {
    let lines: Vec<String> = cell
        .broken()
        .map(|kept| path_states::broken(language, kept))
        .collect();
    (!lines.is_empty()).then(|| Block::list(false, lines))
}

fn kept(language: Language, entry: &Entry) -> Option<Block> {
    let mut rows: Vec<Field> = Vec::new();
    if let Taken::Voted { decision, .. } = &entry.taken {
        let label = paths::record_label(language, RecordKind::Minutes);
        rows.push(Field::new(label, decision.paper.as_str()));
    }
    let records = entry.records.iter();
    rows.extend(
        records.map(|it| Field::new(paths::record_label(language, it.kind), it.paper.as_str())),
    );
    (!rows.is_empty()).then_some(Block::Fields(rows))
}

fn signs(language: Language, step: &TemplateStep) -> Vec<&'static str> {
    let mut lines = vec![
        words::form_sign_chair(language),
        words::form_sign_recorder(language),
    ];
    if step.records.contains(&RecordKind::TownshipSignature) {
        lines.push(words::form_sign_township(language));
    }
    if step.records.contains(&RecordKind::Supervision) {
        lines.push(words::form_sign_supervision(language));
    }
    lines
}

/// Makes the table of all villages and steps.
#[must_use]
pub fn table(world: &World, matter: &Matter, language: Language, today: NaiveDate) -> Vec<Block> {
    let today = matter.as_of(today);
    let grid = Grid::of(world, matter, today);
    let Some((path, grid)) = matter.path.as_ref().zip(grid) else {
        return Vec::new();
    };
    let title = words::form_table_title(language);
    let mut blocks = vec![Block::heading(1, title)];
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_is_the_nearest_and_never_looks_reached() {
        for (present, entitled, shown) in [
            (800, 1501, "53.3%"),
            (1, 3, "33.3%"),
            (2, 3, "66.7%"),
            (1, 2, "50%"),
            (4999, 10_000, "49.9%"),
            (9999, 10_000, "99.9%"),
            (0, 7, "0%"),
        ] {
            let turnout = Turnout { entitled, present };
            assert_eq!(ratio(Language::En, turnout), shown, "{present}/{entitled}");
        }
    }
}
