//! What each row of a draft comes to, what is doubtful about it, and what would mend it.

use super::columns::{Column, is_area};
use super::draft::{Draft, DraftRow};
use super::fault::{Cause, RowFault, quoted};
use super::near::{Near, nearest};
use super::resolve::resolve;
use super::seats::Effect;
use super::sheet::Sheet;
use crate::domain::text::Line;
use crate::domain::{Command, World};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What would mend a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mending {
    /// The village is this one.
    Village(Line),
    /// The village is that of the row above.
    Above(Line),
    /// The person is the one who has that name already.
    Same,
    /// The row is as it should be.
    Keep,
    /// The row goes.
    Drop,
}

/// What a row comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It can be taken in.
    Good(Effect),
    /// It wants mending.
    Wants(RowFault, Option<Mending>),
}

/// A draft held against the world.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Judged {
    /// What the row of each line comes to, in the order of the draft.
    pub rows: Vec<(u64, Verdict)>,
    /// What is wrong with no row alone.
    pub whole: Vec<RowFault>,
    /// What is to be done; nothing while anything is wrong.
    pub commands: Vec<Command>,
}

impl Judged {
    /// Says whether everything can be taken in.
    #[must_use]
    pub fn good(&self) -> bool {
        let wants = |(_, verdict): &(u64, Verdict)| matches!(verdict, Verdict::Wants(..));
        self.whole.is_empty() && !self.rows.is_empty() && !self.rows.iter().any(wants)
    }

    /// Returns what the row of a line comes to.
    #[must_use]
    pub fn verdict(&self, line: u64) -> Option<&Verdict> {
        let mut rows = self.rows.iter();
        rows.find(|(at, _)| *at == line).map(|(_, verdict)| verdict)
    }
}

impl Draft {
    /// Judges every row against the world as it stands.
    ///
    /// `from` is the first day of seats for which neither the draft nor the world has one.
    pub fn judge(
        &self,
        world: &World,
        from: NaiveDate,
        new_id: &mut dyn FnMut() -> String,
    ) -> Judged {
        let mut wants = self.doubts(world);
        let heads: Vec<(Column, String)> = self.heads.clone().into_iter().collect();
        let whole = self
            .rows
            .iter()
            .filter(|row| !wants.contains_key(&row.line));
        let rows: Vec<(u64, Vec<String>)> = whole
            .map(|row| {
                let cells = heads.iter().map(|(column, _)| row.cell(*column).to_owned());
                (row.line, cells.collect())
            })
            .collect();
        let sheet = Sheet::made(heads, rows, !wants.is_empty());
        let mut faults = Vec::new();
        let resolved = resolve(&sheet, world, from, new_id, &mut faults);
        let mut judged = Judged::default();
        for fault in faults {
            if self.row(fault.line).is_none() {
                judged.whole.push(fault);
                continue;
            }
            let mending = match &fault.cause {
                Cause::LooksLike { name } => Some(Mending::Village(name.clone())),
                Cause::SeatTwice { .. } => Some(Mending::Drop),
                _ => None,
            };
            wants.entry(fault.line).or_insert((fault, mending));
        }
        let effects: BTreeMap<u64, Effect> = resolved.effects.into_iter().collect();
        self.doubt_names(world, &effects, &mut wants);
        judged.rows = self
            .rows
            .iter()
            .map(|row| {
                let effect = effects.get(&row.line).copied().unwrap_or(Effect::Known);
                let verdict = wants
                    .remove(&row.line)
                    .map_or(Verdict::Good(effect), |(fault, mending)| {
                        Verdict::Wants(fault, mending)
                    });
                (row.line, verdict)
            })
            .collect();
        if judged.good() {
            judged.commands = resolved.commands;
        }
        judged
    }

    /// Finds the rows that are not whole, and those whose village is nearly another.
    fn doubts(&self, world: &World) -> BTreeMap<u64, (RowFault, Option<Mending>)> {
        let mut wants = BTreeMap::new();
        let known: BTreeSet<String> = world.villages.values().map(|it| it.name.key()).collect();
        let mut added: BTreeMap<String, Line> = BTreeMap::new();
        let mut above: Option<Line> = None;
        for row in &self.rows {
            let village = Line::new(row.cell(Column::Village)).ok();
            if let Some(cause) = &row.doubt {
                let mending = whole_by(row, village.is_none().then_some(above.as_ref()).flatten());
                wants.insert(row.line, (fault(row, None, cause.clone()), mending));
                continue;
            }
            let Some(village) = village else { continue };
            let key = village.key();
            if !known.contains(&key) && !is_area(&key) && !added.contains_key(&key) {
                let standing = world.villages.values().map(|it| &it.name);
                let near = nearest(&village, standing, Near::Mistyped)
                    .or_else(|| nearest(&village, added.values(), Near::Shuffled))
                    .filter(|_| !self.sure.contains(&key));
                if let Some((_, name)) = near {
                    let name = name.clone();
                    let cause = Cause::Misspelt { name: name.clone() };
                    let told = fault(row, Some((self, Column::Village)), cause);
                    wants.insert(row.line, (told, Some(Mending::Village(name))));
                    continue;
                }
                added.insert(key, village.clone());
            }
            above = Some(village);
        }
        wants
    }

    /// Finds new seats of people whose name somebody has already.
    fn doubt_names(
        &self,
        world: &World,
        effects: &BTreeMap<u64, Effect>,
        wants: &mut BTreeMap<u64, (RowFault, Option<Mending>)>,
    ) {
        let mut roles: BTreeMap<String, Line> = BTreeMap::new();
        for seat in world.seats.values() {
            if let Ok(person) = world.person(&seat.person) {
                let role = roles.entry(person.name.key());
                role.or_insert_with(|| seat.role.clone());
            }
        }
        let mut seen: BTreeMap<String, u64> = BTreeMap::new();
        for row in &self.rows {
            if row.doubt.is_some() || !row.cell(Column::Ref).trim().is_empty() {
                continue;
            }
            let key = row.key(Column::Name);
            let before = seen.get(&key).copied();
            seen.entry(key.clone()).or_insert(row.line);
            let adds = effects.get(&row.line) == Some(&Effect::New);
            if !adds || row.same || wants.contains_key(&row.line) {
                continue;
            }
            let cause = match (roles.get(&key), before) {
                (Some(role), _) => Cause::NameKnown { role: role.clone() },
                (None, Some(line)) => Cause::NameTwice { line },
                (None, None) => continue,
            };
            let told = fault(row, Some((self, Column::Name)), cause);
            wants.insert(row.line, (told, Some(Mending::Same)));
        }
    }
}

/// Returns what makes a row whole that is not, where it can be known.
fn whole_by(row: &DraftRow, above: Option<&Line>) -> Option<Mending> {
    let said = |column| !row.cell(column).trim().is_empty();
    let (village, name, role) = (
        said(Column::Village),
        said(Column::Name),
        said(Column::Role),
    );
    match (village, name && role) {
        (true, true) => Some(Mending::Keep),
        (false, true) => above.cloned().map(Mending::Above),
        (_, false) => None,
    }
}

fn fault(row: &DraftRow, at: Option<(&Draft, Column)>, cause: Cause) -> RowFault {
    let of_line = RowFault::of_line(row.line, cause);
    match at {
        None => of_line,
        Some((draft, column)) => RowFault {
            column: draft.heading(column).map(ToOwned::to_owned),
            value: quoted(row.cell(column)),
            ..of_line
        },
    }
}
