//! The villages of a file, and which of them leads.

use super::columns::{Column, is_area};
use super::fault::{Cause, RowFault};
use super::row::{Cells, Row};
use crate::domain::World;
use crate::domain::ids::VillageId;
use crate::domain::roster::{Command, Standing, Village};
use crate::domain::text::Line;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The villages as they will be.
pub(super) struct Villages {
    named: BTreeMap<String, Named>,
    from: NaiveDate,
    next: u32,
}

/// A village of the world or of the file.
struct Named {
    village: Village,
    /// As it stands; `None` when it is new.
    stands: Option<Village>,
    /// Where the file first says that it leads, or does not.
    said: Option<(bool, u64)>,
    /// The lines where the file first says when it joined and when it left.
    days: [Option<u64>; 2],
    in_file: bool,
}

impl Named {
    fn leads(&self, from: NaiveDate) -> bool {
        match self.said {
            Some((lead, _)) => lead,
            None => {
                self.village.standing == Standing::Lead
                    && self.village.left.is_none_or(|left| from < left)
            }
        }
    }
}

impl Named {
    /// Takes the days a row has for it. A cell that is empty says nothing.
    fn says_days(&mut self, row: &Row, cells: &mut Cells<'_>) {
        let [joined, left] = &mut self.days;
        let said = [
            (Column::Joined, row.joined, joined, &mut self.village.joined),
            (Column::Left, row.left, left, &mut self.village.left),
        ];
        for (column, day, first, stands) in said {
            let Some(day) = day else { continue };
            match *first {
                Some(line) if *stands != Some(day) => {
                    let cause = Cause::DayDisputed { line };
                    cells.fault(row.line, column, &day.to_string(), cause);
                }
                Some(_) => {}
                None => (*first, *stands) = (Some(row.line), Some(day)),
            }
        }
        if let (Some(from), Some(left)) = (self.village.joined, self.village.left)
            && left < from
            && self.days.contains(&Some(row.line))
        {
            let cause = Cause::LeftBeforeJoined { from };
            cells.fault(row.line, Column::Left, &left.to_string(), cause);
        }
    }
}

impl Villages {
    pub(super) fn new(world: &World, from: NaiveDate) -> Self {
        let named = world.villages.values().map(|village| {
            let named = Named {
                village: Village::clone(village),
                stands: Some(Village::clone(village)),
                said: None,
                days: [None; 2],
                in_file: false,
            };
            (village.name.key(), named)
        });
        let highest = world.villages.values().map(|village| village.position);
        Self {
            next: highest.max().unwrap_or(0).saturating_add(1),
            named: named.collect(),
            from,
        }
    }

    /// Returns the village of a row; inside, `None` for an area-wide seat.
    pub(super) fn of(
        &mut self,
        row: &Row,
        new_id: &mut dyn FnMut() -> String,
        cells: &mut Cells<'_>,
    ) -> Option<Option<VillageId>> {
        let name = match &row.village {
            Some(name) if !self.is_area(name) => name,
            _ => {
                if row.lead == Some(true) {
                    cells.fault(row.line, Column::Lead, "", Cause::LeadOfArea);
                }
                for (column, day) in [(Column::Joined, row.joined), (Column::Left, row.left)] {
                    if let Some(day) = day {
                        cells.fault(row.line, column, &day.to_string(), Cause::DayOfArea);
                    }
                }
                return Some(None);
            }
        };
        let position = self.next;
        let named = self.named.entry(name.key()).or_insert_with(|| {
            self.next = position.saturating_add(1);
            Named {
                village: Village {
                    figures: Vec::new(),

                    id: VillageId::from(new_id()),
                    name: name.clone(),
                    standing: Standing::Joined,
                    position,
                    joined: None,
                    left: None,
                },
                stands: None,
                said: None,
                days: [None; 2],
                in_file: false,
            }
        });
        named.in_file = true;
        if let Some(lead) = row.lead {
            match named.said {
                None => named.said = Some((lead, row.line)),
                Some((said, line)) if said != lead => {
                    let cause = Cause::LeadDisputed { line };
                    cells.fault(row.line, Column::Lead, name.as_str(), cause);
                }
                Some(_) => {}
            }
        }
        named.says_days(row, cells);
        if named.village.name != *name {
            let cause = Cause::LooksLike {
                name: named.village.name.clone(),
            };
            cells.fault(row.line, Column::Village, name.as_str(), cause);
            return None;
        }
        if let Some(on) = named.village.left
            && on <= row.from.unwrap_or(self.from)
        {
            let cause = Cause::VillageLeft { on };
            cells.fault(row.line, Column::Village, name.as_str(), cause);
            return None;
        }
        Some(Some(named.village.id.clone()))
    }

    /// Sees to it that one village leads. Which does cannot be judged while rows are missing.
    pub(super) fn judge_lead(&mut self, whole: bool, cells: &mut Cells<'_>) {
        let mut leads: Vec<&Named> = self
            .named
            .values()
            .filter(|named| named.leads(self.from))
            .collect();
        // What stands comes first, so that the fault is told of the row that brings another.
        leads.sort_by_key(|named| named.said.map(|(_, line)| line));
        let mut leads = leads.into_iter();
        match leads.next() {
            Some(first) => {
                for other in leads {
                    let line = other.said.map_or(cells.sheet.line, |(_, line)| line);
                    let cause = Cause::TwoLeads {
                        name: first.village.name.clone(),
                    };
                    let name = other.village.name.as_str();
                    cells.fault(line, Column::Lead, name, cause);
                }
            }
            None if whole && self.named.values().any(|named| named.in_file) => {
                cells
                    .faults
                    .push(RowFault::of_line(cells.sheet.line, Cause::NoLead));
            }
            None => {}
        }
        for named in self.named.values_mut() {
            match named.said {
                Some((true, _)) => named.village.standing = Standing::Lead,
                Some((false, _)) => named.village.standing = Standing::Joined,
                None => {}
            }
        }
    }

    /// Returns what is to be done about villages, in the order of lists.
    pub(super) fn commands(self) -> Vec<Command> {
        let mut changed: Vec<Village> = self
            .named
            .into_values()
            .filter(|named| named.stands.as_ref() != Some(&named.village))
            .map(|named| named.village)
            .collect();
        changed.sort_by_key(|village| village.position);
        changed.into_iter().map(Command::PutVillage).collect()
    }

    fn is_area(&self, name: &Line) -> bool {
        let key = name.key();
        is_area(&key) && !self.named.contains_key(&key)
    }
}
