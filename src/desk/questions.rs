//! What the desk is asked and does not record: sealed sessions, what is done, the last act, the head.

use super::line::Act;
use super::open_part::{compare_all, fetch, table};
use super::undo::origin;
use super::{Desk, DeskError, Way};
use crate::domain::entity::{self, Key, Root};
use crate::domain::ids::{MatterId, SessionId};
use crate::domain::session::agenda::{self, Item};
use crate::domain::session::{Session, SessionState};
use crate::domain::vote::{Awaits, Motion, awaited};
use crate::domain::{Event, World, task};
use crate::store::check::{Checked, Damage, check};
use crate::store::{Row, Table};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;

/// The last act on file, shown at home: it may be there without ever having been shown.
#[derive(Debug, Clone)]
pub struct LastAct {
    /// When it was recorded.
    pub at: String,
    /// What happened; where it walked over another act, what happened in that.
    pub events: Vec<Event>,
    /// The way it walked over another.
    pub walked: Option<Way>,
}

fn motions(rows: Vec<Row>) -> Result<Vec<Motion>, DeskError> {
    let rows = rows.into_iter().map(|row| {
        entity::read(&row.body).map_err(|_| DeskError::Row {
            table: Table::Motion,
            id: row.id,
        })
    });
    rows.collect()
}

fn read_sessions(rows: impl IntoIterator<Item = Row>) -> Result<Vec<Session>, DeskError> {
    let rows = rows.into_iter().map(|row| {
        entity::read(&row.body).map_err(|_| DeskError::Row {
            table: Table::Session,
            id: row.id,
        })
    });
    rows.collect()
}

impl Desk {
    /// Returns a copy of the world with a session in it, sealed or not.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn look(&self, session: &SessionId) -> Result<World, DeskError> {
        let mut world = self.world.clone();
        fetch(&mut world, &self.store, &Root::Session(session.clone()))?;
        // Its papers carry the numbers of the matters it dealt with, closed or not.
        let matters: BTreeSet<MatterId> = world
            .agenda(session)
            .filter_map(|item| item.matter.clone())
            .collect();
        for matter in matters {
            fetch(&mut world, &self.store, &Root::Matter(matter))?;
        }
        Ok(world)
    }

    /// Returns the world with everything in it that some events are about: what they closed is named too.
    #[must_use]
    pub fn world_of(&self, events: &[Event]) -> Cow<'_, World> {
        let mut world = Cow::Borrowed(&self.world);
        for root in events.iter().filter_map(Event::root) {
            let there = match &root {
                Root::Roster => true,
                Root::Session(id) => world.sessions.contains_key(id),
                Root::Task(id) => world.tasks.contains_key(id),
                Root::Matter(id) => world.matters.contains_key(id),
                Root::Posting(id) => world.postings.contains_key(id),
                Root::Ledger(id) => world.ledger.contains_key(id),
            };
            if !there {
                // What cannot be read goes without its name.
                let _unread = fetch(world.to_mut(), &self.store, &root);
            }
        }
        world
    }

    /// Says whether an entity is on file, open or not: what is filed is not in the world, and a thing
    /// taken in under its name would take its place.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn holds(&self, key: &Key) -> Result<bool, DeskError> {
        Ok(self.store.load(table(key.kind), &key.id)?.is_some())
    }

    /// Returns sessions, newest first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn sessions(&self, skip: u32, most: u32) -> Result<Vec<Session>, DeskError> {
        let rows = self.store.sessions(skip, most)?.into_iter();
        read_sessions(rows.map(|row| Row {
            id: row.id,
            body: row.body,
        }))
    }

    /// Returns a session, sealed or not; `None` where there is none.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn session(&self, id: &SessionId) -> Result<Option<Session>, DeskError> {
        let body = self.store.load(Table::Session, id.as_str())?;
        let read = |body: String| {
            entity::read(&body).map_err(|_| DeskError::Row {
                table: Table::Session,
                id: id.to_string(),
            })
        };
        body.map(read).transpose()
    }

    /// Returns motions of sealed sessions, those of the newest first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn filed_motions(&self, skip: u32, most: u32) -> Result<Vec<Motion>, DeskError> {
        motions(self.store.filed_motions(skip, most)?)
    }

    /// Returns the motions of sealed sessions that [await something](crate::domain::vote::awaited) and that no
    /// later item carries on, those of the newest session first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn filed_and_awaited(&self) -> Result<Vec<Motion>, DeskError> {
        motions(self.store.filed_and_awaited()?)
    }

    /// Returns of those motions the ones that were put off or are owed another vote, each with the item it
    /// was carried to in the end: that goes on the next agenda.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn filed_to_carry(&self) -> Result<Vec<(Motion, Item)>, DeskError> {
        let with_item = |motion: &Motion| awaited(motion) == Some(Awaits::WithItem);
        let mut found = Vec::new();
        for motion in self.filed_and_awaited()?.into_iter().filter(with_item) {
            let rows = self.store.carried_to(motion.item.as_str())?;
            if let Some(row) = rows.into_iter().next() {
                let item = entity::read(&row.body).map_err(|_| DeskError::Row {
                    table: Table::Item,
                    id: row.id,
                })?;
                found.push((motion, item));
            }
        }
        Ok(found)
    }

    /// Returns the items that sessions left over and that wait for an agenda, each with its session: of those
    /// that are closed, and of those that are sealed. No matter leads to them, so they are found here.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn left_behind(&self) -> Result<Vec<(Item, Session)>, DeskError> {
        let world = &self.world;
        let closed = world.items.values().filter_map(|item| {
            let session = world.session(&item.session).ok()?;
            let closed = session.state == SessionState::Closed;
            (closed && agenda::left_behind(world, item))
                .then(|| ((**item).clone(), session.clone()))
        });
        let mut left: Vec<(Item, Session)> = closed.collect();
        let rows = self.store.filed_and_left()?;
        // What a motion leads to is read only where there is anything to be told from it.
        let by_motion = match rows.is_empty() {
            true => Vec::new(),
            false => self.filed_to_carry()?,
        };
        for row in rows {
            let item: Item = entity::read(&row.body).map_err(|_| DeskError::Row {
                table: Table::Item,
                id: row.id,
            })?;
            if by_motion.iter().any(|(_, carried)| carried.id == item.id) {
                continue;
            }
            if let Some(session) = self.session(&item.session)? {
                left.push((item, session));
            }
        }
        Ok(left)
    }

    /// Returns the items that come back of themselves on the agenda of a session of a day: what was put off
    /// to then, and of sealed sessions what is owed a vote or was left over besides.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn come_back(&self, on: NaiveDate) -> Result<Vec<Item>, DeskError> {
        let open = agenda::come_back(&self.world, on).cloned();
        let mut back: Vec<Item> = open.collect();
        for (motion, item) in self.filed_to_carry()? {
            let by_then = agenda::put_off_until(&motion).is_none_or(|until| until <= on);
            if by_then && back.iter().all(|it| it.id != item.id) {
                back.push(item);
            }
        }
        let left = self.left_behind()?.into_iter();
        let sealed = left.filter(|(_, session)| session.state == SessionState::Sealed);
        back.extend(sealed.map(|(item, _)| item));
        Ok(back)
    }

    /// Returns the sealed sessions whose record was corrected after it was signed last, the newest first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn unsigned(&self) -> Result<Vec<Session>, DeskError> {
        read_sessions(self.store.unsigned()?)
    }

    /// Returns every follow-up that is done or was given up, read from the file.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn finished_tasks(&self) -> Result<Vec<task::Task>, DeskError> {
        let mut rows = self.store.load_where_state(Table::Task, "closed")?;
        rows.extend(self.store.load_where_state(Table::Task, "dropped")?);
        rows.into_iter()
            .map(|row| {
                // Straight from the text, as those open are: they grow with the years.
                serde_json::from_str(&row.body).map_err(|_| DeskError::Row {
                    table: Table::Task,
                    id: row.id,
                })
            })
            .collect()
    }

    /// Returns the follow-up that a reminder slip went out for, done or not; `None` where none has that number.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn task_of_slip(&self, slip: task::Slip) -> Result<Option<task::Task>, DeskError> {
        let Some(id) = self.store.task_with_slip(slip.year, slip.serial)? else {
            return Ok(None);
        };
        let body = self.store.load(Table::Task, &id)?;
        let read = |body: String| {
            let table = Table::Task;
            serde_json::from_str(&body).map_err(|_| DeskError::Row { table, id })
        };
        body.map(read).transpose()
    }

    /// Returns the number of the next reminder slip of a year: one after the highest that went out.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn next_slip(&self, year: i32) -> Result<u32, DeskError> {
        let finished = self.finished_tasks()?;
        let open = self.world.tasks.values().map(AsRef::as_ref);
        let steps = open.chain(&finished).flat_map(|task| &task.history);
        let serials = steps.filter_map(|step| match step {
            task::Step::Reminded { slip, .. } if slip.year == year => Some(slip.serial),
            _ => None,
        });
        Ok(serials.max().unwrap_or(0).saturating_add(1))
    }

    /// Returns the last act on file, `None` before there is one.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn last_act(&self) -> Result<Option<LastAct>, DeskError> {
        let head = self.store.head()?;
        if head.seq == 0 {
            return Ok(None);
        }
        let line = self
            .store
            .read(head.seq)?
            .into_iter()
            .next()
            .ok_or(DeskError::Line { seq: head.seq })?;
        let act = Act::read(&line.bytes).map_err(|_| DeskError::Line { seq: head.seq })?;
        let at = act.at.clone();
        let (first, walked) = origin(&self.store, act)?;
        Ok(Some(LastAct {
            at,
            events: first.events,
            walked,
        }))
    }

    /// Returns the head's code: eight groups of four, as it is printed on signed papers.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn head_code(&self) -> Result<String, DeskError> {
        Ok(self.store.head()?.code())
    }

    /// Checks the whole file: pages, chain, and every row against a replay of the journal.
    ///
    /// # Errors
    /// The damage found.
    pub fn verify(path: &Path) -> Result<Checked, Damage> {
        check(path, compare_all)
    }
}
