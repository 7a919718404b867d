//! What the ledgers are asked: the lines to be seen in a period, and the figures of its report.

use super::{Desk, DeskError};
use crate::domain::dates::Minute;
use crate::domain::entity;
use crate::domain::ids::{LedgerId, MatterId, TaskId};
use crate::domain::matter::Matter;
use crate::domain::register::report::{Facts, reaches_back_to};
use crate::domain::register::{
    self, Column, Fact, LedgerKind, LedgerLine, Origin, Period, Source, Tells, fact::Room, fed,
};
use crate::domain::session::{Session, SessionKind, SessionState};
use crate::domain::task::Task;
use crate::domain::task::carried_out::CarriedOut;
use crate::domain::text::Line;
use crate::domain::things::Things;
use crate::store::{Row, Table};
use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How many sessions are read at once while the last one closed is looked for.
const PAGE: u32 = 20;

/// What the matters and the follow-ups tell that were in hand at some time since a day.
struct InHand {
    matters: BTreeMap<MatterId, Tells>,
    tasks: Things<TaskId, Task>,
}

impl Desk {
    /// Returns the lines to be seen in the time from one day to another, of one ledger or of all, typed and
    /// fed, by day.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn ledger(
        &self,
        kind: Option<LedgerKind>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<LedgerLine>, DeskError> {
        let mut lines = self.lines(kind, from, to, &self.in_hand(from)?)?;
        lines.retain(|line| line.is_in(from, to));
        Ok(lines)
    }

    /// Returns one line, typed or fed; `None` where there is none of that id.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn ledger_line(&self, id: &LedgerId) -> Result<Option<LedgerLine>, DeskError> {
        let stored = self.stored_line(id)?;
        Ok(match (self.fed_line(id)?, stored) {
            (Some(fed), Some(added)) => Some(fed.with(&added)),
            (Some(fed), None) => Some(fed),
            (None, stored) => stored.filter(|line| line.source.is_none()),
        })
    }

    /// Returns what a company or a project brought in, as far as it was entered under it, by day.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn brought_in(&self, of: &LedgerId) -> Result<Vec<LedgerLine>, DeskError> {
        let word = LedgerKind::Yield.word();
        let rows = self.store.ledger_of(word, of.as_str())?.into_iter();
        rows.map(|row| read(Table::Ledger, row)).collect()
    }

    /// Returns the line of that id as it is fed, without what was entered beside it; `None` where nothing
    /// feeds it.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn fed_line(&self, id: &LedgerId) -> Result<Option<LedgerLine>, DeskError> {
        Ok(match fed::source(id) {
            None => None,
            Some(Source::Matter(matter)) => {
                let matter: Option<Matter> = self.one(Table::Matter, matter.as_str())?;
                let lines = matter.map(|matter| fed::of_matter(&matter));
                lines.into_iter().flatten().find(|line| line.id == *id)
            }
            Some(Source::Task(task)) => {
                let task: Option<Task> = self.one(Table::Task, task.as_str())?;
                task.and_then(|task| fed::of_task(&self.world, &task))
            }
        })
    }

    fn stored_line(&self, id: &LedgerId) -> Result<Option<LedgerLine>, DeskError> {
        self.one(Table::Ledger, id.as_str())
    }

    fn one<T: DeserializeOwned>(&self, table: Table, id: &str) -> Result<Option<T>, DeskError> {
        let body = self.store.load(table, id)?;
        let row = body.map(|body| Row {
            id: id.to_owned(),
            body,
        });
        row.map(|row| read(table, row)).transpose()
    }

    /// Returns the last session closed that was held before one; `None` where there is none.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn closed_before(&self, session: Option<&Session>) -> Result<Option<Session>, DeskError> {
        let mut skip = 0;
        loop {
            let page = self.sessions(skip, PAGE)?;
            if page.is_empty() {
                return Ok(None);
            }
            let mut closed = page.into_iter().filter(|it| {
                let before = |session: &Session| it.id != session.id && it.date <= session.date;
                it.state >= SessionState::Closed && session.is_none_or(before)
            });
            if let Some(session) = closed.next() {
                return Ok(Some(session));
            }
            skip += PAGE;
        }
    }

    /// Returns what was carried out since the session before one; `None` where there was none before.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn carried_out(&self, session: &Session) -> Result<Option<CarriedOut>, DeskError> {
        let Some(before) = self.closed_before(Some(session))? else {
            return Ok(None);
        };
        let since = before.closed.map_or(before.date, Minute::day);
        let mut matters = self.world.matters.clone();
        for row in self.store.matters_closed_since(&day(since))? {
            let matter: Matter = read(Table::Matter, row)?;
            matters.insert(matter.id.clone(), Arc::new(matter));
        }
        let tasks = self.tasks_in_hand(since)?;
        let (tasks, matters) = (tasks.values().cloned(), matters.values().cloned());
        Ok(Some(CarriedOut::of(&session.id, since, tasks, matters)))
    }

    /// Returns the ledgers in which anything was ever typed.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn ledgers_kept(&self) -> Result<BTreeSet<LedgerKind>, DeskError> {
        let mut kept = BTreeSet::new();
        for kind in LedgerKind::ALL {
            if self.store.keeps_ledger(kind.word())? {
                kept.insert(kind);
            }
        }
        Ok(kept)
    }

    /// Returns what the report of a period is made of, and of the periods its trends show.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn facts(&self, period: Period) -> Result<Facts, DeskError> {
        let (from, to) = (reaches_back_to(period), period.to());
        let in_hand = self.in_hand(from)?;
        let lines = self.lines(None, from, to, &in_hand)?;
        // What follow-ups feed is reckoned by their days: a line is as it stands at one of them.
        let by_day = |line: &&LedgerLine| matches!(line.source, Some(Source::Task(_)));
        let others = lines.iter().filter(|line| !by_day(line));
        let mut all: Vec<Fact> = others.flat_map(LedgerLine::facts).collect();
        let mut concerns: Vec<Fact> = Vec::new();
        for task in in_hand.tasks.values() {
            if let Some(line) = fed::of_concern(task) {
                let added = self.stored_line(&line)?;
                concerns.extend(fed::concern_facts(&self.world, task, added.as_ref()));
            }
        }
        let concerned = !concerns.is_empty();
        all.extend(concerns);
        let mut rooms = BTreeSet::from([Room::Roster, Room::Sessions]);
        all.extend(self.held(from, to)?);
        all.extend(self.voted(from, to)?);
        if !in_hand.matters.is_empty() || self.store.count(Table::Matter)? > 0 {
            rooms.insert(Room::Matters);
        }
        all.extend(in_hand.matters.values().flat_map(Tells::facts));
        if !in_hand.tasks.is_empty() || self.store.count(Table::Task)? > 0 {
            rooms.insert(Room::Tasks);
        }
        let tasks = in_hand.tasks.values();
        all.extend(tasks.flat_map(|task| register::of_task(task)));
        for row in self.store.posted_or_objected(&day(from), &day(to))? {
            all.extend(register::of_posting(&read(Table::Posting, row)?));
        }
        if self.store.count(Table::Posting)? > 0 {
            rooms.insert(Room::Boards);
        }
        // Nobody was at work before the first thing that is known of, whenever that was entered.
        let earliest = all.iter().map(|fact| fact.on).min();
        let began = self.began()?;
        let founded = began.map(|began| earliest.map_or(began, |it| it.min(began)));
        let villages = self.world.villages_in_order().into_iter();
        all.extend(register::of_villages(villages, founded));
        let mut kinds = self.ledgers_kept()?;
        kinds.extend(lines.iter().map(|line| line.kind));
        kinds.extend(concerned.then_some(LedgerKind::Concern));
        let mut kept = BTreeSet::new();
        for column in Column::ALL {
            let is_kept = match column.room() {
                Room::Ledgers => self.has_figures(column, &kinds, &all, &in_hand)?,
                room => rooms.contains(&room),
            };
            if is_kept {
                kept.insert(column);
            }
        }
        Ok(Facts {
            all,
            kept,
            known: self.today(),
        })
    }

    /// Says whether anything was ever entered of a column: of one that counts lines the first line, of one that adds up
    /// their figures the first figure, for a line need not have it.
    fn has_figures(
        &self,
        column: Column,
        kinds: &BTreeSet<LedgerKind>,
        facts: &[Fact],
        in_hand: &InHand,
    ) -> Result<bool, DeskError> {
        let of = |fact: &Fact| fact.column == column;
        for kind in column.kinds().filter(|kind| kinds.contains(kind)) {
            if kind.counts_lines(column) || facts.iter().any(of) {
                return Ok(true);
            }
            // It may have been entered before the time that is reported.
            let year = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
            let lines = self.lines(Some(kind), year(1), year(9999), in_hand)?;
            if lines.iter().flat_map(LedgerLine::facts).any(|it| of(&it)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Reads the lines of one ledger or of all that happened in a time or stood at some time of it.
    fn lines(
        &self,
        only: Option<LedgerKind>,
        from: NaiveDate,
        to: NaiveDate,
        in_hand: &InHand,
    ) -> Result<Vec<LedgerLine>, DeskError> {
        let kinds = LedgerKind::ALL.into_iter();
        let mut lines = Vec::new();
        for kind in kinds.filter(|kind| only.is_none_or(|only| only == *kind)) {
            let (word, from, to) = (kind.word(), day(from), day(to));
            let rows = if kind.stands() {
                self.store.ledger_standing(word, &from, &to)?
            } else {
                self.store.ledger_between(word, &from, &to)?
            };
            for row in rows {
                lines.push(read::<LedgerLine>(Table::Ledger, row)?);
            }
        }
        let mut fed_lines = self.fed_by_matters(in_hand)?;
        let tasks = in_hand.tasks.values();
        // As they stood at the end of the time that is looked at.
        let then = tasks.filter_map(|task| task.as_of(to));
        fed_lines.extend(then.filter_map(|task| fed::of_task(&self.world, &task)));
        let mut beside: BTreeMap<LedgerId, LedgerLine> = BTreeMap::new();
        for row in self.store.ledger_beside_fed(fed::BEGINS)? {
            let line: LedgerLine = read(Table::Ledger, row)?;
            beside.insert(line.id.clone(), line);
        }
        for line in fed_lines {
            let wanted = only.is_none_or(|only| only == line.kind);
            if wanted && line.on <= to && (line.kind.stands() || line.on >= from) {
                lines.push(match beside.get(&line.id) {
                    Some(added) => line.with(added),
                    None => line,
                });
            }
        }
        // By ledger and day, in every list and table alike.
        lines.sort_by(|one, other| {
            (one.kind, one.on, &one.id).cmp(&(other.kind, other.on, &other.id))
        });
        Ok(lines)
    }

    /// Returns the lines that matters feed: what is in hand, and of what stands all there ever were.
    fn fed_by_matters(&self, in_hand: &InHand) -> Result<Vec<LedgerLine>, DeskError> {
        let mut lines: BTreeMap<LedgerId, LedgerLine> = BTreeMap::new();
        let mut take = |told: &Tells| {
            let fed = told.lines.iter();
            lines.extend(fed.map(|line| (line.id.clone(), line.clone())));
        };
        for row in self.store.told_standing()? {
            take(&read(Table::Matter, row)?);
        }
        // What is in hand says it as it is by now.
        in_hand.matters.values().for_each(take);
        Ok(lines.into_values().collect())
    }

    fn in_hand(&self, from: NaiveDate) -> Result<InHand, DeskError> {
        let open = self.world.matters.values();
        let open = open.map(|matter| (matter.id.clone(), Tells::by(matter)));
        let mut matters: BTreeMap<MatterId, Tells> = open.collect();
        for row in self.store.told_since(&day(from))? {
            let told: Tells = read(Table::Matter, row)?;
            matters.insert(told.of.clone(), told);
        }
        let tasks = self.tasks_in_hand(from)?;
        Ok(InHand { matters, tasks })
    }

    fn tasks_in_hand(&self, from: NaiveDate) -> Result<Things<TaskId, Task>, DeskError> {
        let mut tasks = self.world.tasks.clone();
        for row in self.store.tasks_ended_since(&day(from))? {
            let task: Task = read(Table::Task, row)?;
            tasks.insert(task.id.clone(), Arc::new(task));
        }
        Ok(tasks)
    }

    fn held(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Fact>, DeskError> {
        let rows = self.store.held_between(&day(from), &day(to))?;
        let facts = rows.into_iter().filter_map(|row| {
            let kind: SessionKind = serde_json::from_value(row.kind.into()).ok()?;
            let origin = Origin::Session {
                id: row.id.into(),
                kind,
                ordinal: row.ordinal,
            };
            Some(fact(Column::Sessions, &row.date, 1, None, origin))
        });
        Ok(facts.flatten().collect())
    }

    fn voted(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Fact>, DeskError> {
        let rows = self.store.votes_between(&day(from), &day(to))?;
        let facts = rows.into_iter().filter_map(|row| {
            let origin = Origin::Motion {
                id: row.id.into(),
                session: row.session.into(),
            };
            let value = u64::from(row.earlier) + 1;
            // A wording may be many lines long; its beginning names it.
            let words: String = row.words.chars().take(60).collect();
            let words = Line::new(&words).ok();
            let villages = row.villages.as_deref().map(entity::read);
            Some(Fact {
                villages: villages.and_then(Result::ok).unwrap_or_default(),
                ..fact(Column::Votes, &row.date, value, words, origin)?
            })
        });
        Ok(facts.collect())
    }
}

fn fact(
    column: Column,
    date: &str,
    value: u64,
    what: Option<Line>,
    origin: Origin,
) -> Option<Fact> {
    Some(Fact {
        column,
        on: date.parse().ok()?,
        until: None,
        villages: Vec::new(),
        shares: Vec::new(),
        value,
        what,
        origin,
    })
}

fn day(day: NaiveDate) -> String {
    day.to_string()
}

fn read<T: DeserializeOwned>(table: Table, row: Row) -> Result<T, DeskError> {
    entity::read(&row.body).map_err(|_| DeskError::Row { table, id: row.id })
}
