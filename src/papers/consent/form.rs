//! The registration form (登记表) of a step at one place.

use super::head;
use crate::domain::World;
use crate::domain::ids::VillageId;
use crate::domain::matter::Matter;
use crate::domain::matter::path::grid::{Cell, Grid};
use crate::domain::matter::path::{By, DayOf, Entry, RecordKind, Taken, TemplateStep, Turnout};
use crate::i18n::{
    Language, laws, lives, path_screen as words, path_states, paths, step_days, terms,
    village_board, village_notice,
};
use crate::papers::block::{Block, Field};
use crate::papers::mended::judged_and_mended;
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
    let turnout = entry.and_then(Entry::turnout);
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
