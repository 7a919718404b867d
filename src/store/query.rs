//! Small questions that an index answers: ordinals, lists with paging, what is still to be done.

use super::{Row, Store, StoreError, whole};
use rusqlite::OptionalExtension;
use std::collections::BTreeMap;

/// The states of a task of which something is still to become, as bodies spell them.
pub const OPEN_TASKS: &[&str] = &["open", "finished", "suspended"];

/// Which settled postings are asked for.
#[derive(Debug, Clone, Copy)]
pub enum SettledOf<'a> {
    /// Those of a matter.
    Matter(&'a str),
    /// Those put up on a day, `YYYY-MM-DD`, or later.
    Since(&'a str),
    /// Of those, the ones that make a motion known.
    MotionsSince(&'a str),
    /// All of them, given up or taken down.
    All,
}

/// A session as a list shows it. What its body does not say is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// The session's id.
    pub id: String,
    /// The day it is or was held, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Its state.
    pub state: Option<String>,
    /// Its kind, such as regular or extraordinary.
    pub kind: Option<String>,
    /// Its number among its kind.
    pub ordinal: Option<i64>,
    /// The session as JSON.
    pub body: String,
}

/// What sealed sessions left waiting. What is done where the item is carried to: what no later item carries on,
/// and what is carried by items of sealed sessions alone that were neither voted on nor taken back. What a
/// motion awaits by itself: wherever its item went.
const AWAITED: &str = "SELECT motion.id, motion.body FROM motion CROSS JOIN session
    WHERE motion.awaits IN ('itself', 'with_item') AND session.id = motion.session
    AND session.state = 'sealed'
    AND (motion.awaits = 'itself' OR NOT EXISTS (
        WITH RECURSIVE later(id) AS (
            SELECT item.id FROM item WHERE item.carries = motion.item
            UNION SELECT item.id FROM later CROSS JOIN item ON item.carries = later.id)
        SELECT 1 FROM later CROSS JOIN item ON item.id = later.id
        CROSS JOIN session AS its ON its.id = item.session
        WHERE its.state <> 'sealed' OR item.body ->> '$.state' = 'withdrawn'
        OR EXISTS (SELECT 1 FROM motion AS voted WHERE voted.item = item.id
            AND voted.body ->> '$.state.is' IN ('announced', 'agreed'))))
    ORDER BY session.date DESC, session.id DESC, motion.id";

const ANY_AWAITED: &str =
    "SELECT EXISTS (SELECT 1 FROM motion WHERE awaits IN ('itself', 'with_item'))";

const ANY_CORRECTED: &str = "SELECT EXISTS (SELECT 1 FROM correction WHERE after_sealing = 1)";

const ANY_LEFT: &str = "SELECT EXISTS (SELECT 1 FROM item CROSS JOIN session
    WHERE item.state IN ('pending', 'running', 'paused', 'deferred')
    AND session.id = item.session AND session.state = 'sealed')";

/// The items that sealed sessions left over, that no matter stands behind, no later item carries on, and nobody
/// gave up. One whose motion is put off or owed another vote is found by that.
const LEFT: &str = "SELECT item.id, item.body FROM item CROSS JOIN session
    WHERE item.state IN ('pending', 'running', 'paused', 'deferred')
    AND session.id = item.session AND session.state = 'sealed'
    AND session.body ->> '$.published_as' IS NULL
    AND item.body ->> '$.matter' IS NULL AND item.body ->> '$.kind.is' <> 'review'
    AND item.body ->> '$.dropped' IS NULL
    AND NOT EXISTS (SELECT 1 FROM item AS next WHERE next.carries = item.id)
    AND NOT EXISTS (SELECT 1 FROM motion
        WHERE motion.item = item.id AND motion.awaits = 'with_item')
    ORDER BY session.date DESC, session.id DESC, item.body ->> '$.position', item.id";

/// The last items that carry an item on, and on, each with its session; the item itself where none does.
const CARRIED_TO: &str = "WITH RECURSIVE later(id) AS (
        SELECT ?1 UNION SELECT item.id FROM later CROSS JOIN item ON item.carries = later.id)
    SELECT item.id, item.body FROM later CROSS JOIN item ON item.id = later.id
    WHERE NOT EXISTS (SELECT 1 FROM item AS next WHERE next.carries = item.id)
    ORDER BY item.id DESC";

/// Matters that are closed, the latest number first.
const CLOSED_MATTERS: &str = "SELECT id, body FROM matter WHERE state = 'closed'
    ORDER BY year DESC, serial DESC LIMIT ?1 OFFSET ?2";

/// The highest number of those in each year, for the next one to follow.
const HIGHEST_CLOSED: &str =
    "SELECT year, max(serial) FROM matter WHERE state = 'closed' GROUP BY year";

/// Sealed records that were corrected after they were signed last: from the corrections, which are few.
const UNSIGNED: &str = "SELECT session.id, session.body FROM correction
    CROSS JOIN session ON session.id = correction.session
    WHERE correction.after_sealing = 1
    AND session.state = 'sealed' AND session.body ->> '$.sealing' IS NOT NULL
    GROUP BY session.id
    HAVING count(*) + 1 > coalesce(session.body ->> '$.signed_again[#-1].version', 1)
    ORDER BY session.date DESC, session.id DESC";

/// A session that is under way: it sits, or its roll is called and it waits for its quorum.
const UNDER_WAY: &str = "SELECT 1 FROM session WHERE state IN ('sitting', 'break')
    OR (state = 'planned' AND json_array_length(body, '$.roll') > 0) LIMIT 1";

/// What was decided since a day beside the matters: the day finds it, for nearly every session is sealed.
const WITHOUT_MATTER: &str = "SELECT motion.id, motion.body FROM session
    CROSS JOIN motion ON motion.session = session.id
    CROSS JOIN item ON item.id = motion.item
    WHERE session.date >= ?1 AND +session.state = 'sealed'
    AND session.body ->> '$.published_as' IS NULL
    AND item.body ->> '$.matter' IS NULL
    ORDER BY session.date, motion.id";

impl Store {
    /// Returns the highest ordinal of a kind among the sessions that are sealed; 0 before there is one.
    ///
    /// # Errors
    /// What the disk says.
    pub fn highest_filed(&self, kind: &str) -> Result<u64, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT coalesce(max(ordinal), 0) FROM session WHERE kind = ?1 AND state = 'sealed'",
        )?;
        Ok(statement.query_row([kind], |row| whole(row, 0))?)
    }

    /// Returns the ids of the sealed sessions of a kind that have an ordinal.
    ///
    /// # Errors
    /// What the disk says.
    pub fn filed_under(&self, kind: &str, ordinal: u32) -> Result<Vec<String>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id FROM session WHERE kind = ?1 AND ordinal = ?2 AND state = 'sealed'",
        )?;
        let ids = statement.query_map((kind, ordinal), |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// Lists sessions, newest first: `most` of them after the first `skip`.
    ///
    /// # Errors
    /// What the disk says.
    pub fn sessions(&self, skip: u32, most: u32) -> Result<Vec<SessionRow>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, date, state, kind, ordinal, body FROM session
             ORDER BY date DESC, id DESC LIMIT ?1 OFFSET ?2",
        )?;
        let rows = statement.query_map([most, skip], |row| {
            Ok(SessionRow {
                id: row.get(0)?,
                date: row.get(1)?,
                state: row.get(2)?,
                kind: row.get(3)?,
                ordinal: row.get(4)?,
                body: row.get(5)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Returns the motions of sealed sessions, those of the newest first: `most` of them after the
    /// first `skip`.
    ///
    /// # Errors
    /// What the disk says.
    pub fn filed_motions(&self, skip: u32, most: u32) -> Result<Vec<Row>, StoreError> {
        self.rows(
            "SELECT motion.id, motion.body FROM session JOIN motion ON motion.session = session.id
             WHERE session.state = 'sealed'
             ORDER BY session.date DESC, session.id DESC, motion.id LIMIT ?1 OFFSET ?2",
            [most, skip],
        )
    }

    /// Returns the motions of sealed sessions that await something and that no later item took along, those of the newest
    /// session first. It costs by how many these are, however much is filed.
    ///
    /// # Errors
    /// What the disk says.
    pub fn filed_and_awaited(&self) -> Result<Vec<Row>, StoreError> {
        if !self.has_any(ANY_AWAITED)? {
            return Ok(Vec::new());
        }
        self.rows(AWAITED, [])
    }

    /// Says whether there is any of what a longer question is about: most days there is none, and to make the longer
    /// one ready costs a start more than all its rows.
    fn has_any(&self, sql: &str) -> Result<bool, StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    /// Returns the items without a matter that sealed sessions left over, that no later item carries on and nobody
    /// gave up, those of the newest session first. It costs by how many were never settled, however much is filed.
    ///
    /// # Errors
    /// What the disk says.
    pub fn filed_and_left(&self) -> Result<Vec<Row>, StoreError> {
        if !self.has_any(ANY_LEFT)? {
            return Ok(Vec::new());
        }
        self.rows(LEFT, [])
    }

    /// Returns the items to which an item was carried in the end; itself, where none carries it.
    ///
    /// # Errors
    /// What the disk says.
    pub fn carried_to(&self, item: &str) -> Result<Vec<Row>, StoreError> {
        self.rows(CARRIED_TO, [item])
    }

    /// Says whether a session is under way.
    ///
    /// # Errors
    /// What the disk says.
    pub fn sits(&self) -> Result<bool, StoreError> {
        self.has_any(UNDER_WAY)
    }

    /// Returns the sealed sessions whose record was corrected after it was signed last, the newest first. It
    /// costs by how much was ever corrected, however much is filed.
    ///
    /// # Errors
    /// What the disk says.
    pub fn unsigned(&self) -> Result<Vec<Row>, StoreError> {
        if !self.has_any(ANY_CORRECTED)? {
            return Ok(Vec::new());
        }
        self.rows(UNSIGNED, [])
    }

    /// Hands over the id and the body of each task of which something is still to become, state by state, in each
    /// by id, as they stand in the row: there may be a hundred thousand, and a start waits for them.
    ///
    /// # Errors
    /// The first error of `take`, or what the disk says.
    pub fn each_open_task<E: From<StoreError>>(
        &self,
        mut take: impl FnMut(&str, &str) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = "SELECT id, body FROM task WHERE state = ?1 ORDER BY id";
        let mut statement = self.conn.prepare_cached(sql).map_err(StoreError::from)?;
        for state in OPEN_TASKS {
            let mut rows = statement.query([state]).map_err(StoreError::from)?;
            while let Some(row) = rows.next().map_err(StoreError::from)? {
                let (id, body) = (words(row, 0)?, words(row, 1)?);
                take(id, body)?;
            }
        }
        Ok(())
    }

    /// Returns the highest serial of each year among the matters that are closed.
    ///
    /// # Errors
    /// What the disk says.
    pub fn highest_closed_matters(&self) -> Result<BTreeMap<i32, u32>, StoreError> {
        let mut statement = self.conn.prepare_cached(HIGHEST_CLOSED)?;
        let highest = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(highest.collect::<Result<_, _>>()?)
    }

    /// Returns matters that are closed, the latest number first.
    ///
    /// # Errors
    /// What the disk says.
    pub fn closed_matters(&self, skip: u32, most: u32) -> Result<Vec<Row>, StoreError> {
        self.rows(CLOSED_MATTERS, [most, skip])
    }

    /// Returns the matter of a number, open or closed.
    ///
    /// # Errors
    /// What the disk says.
    pub fn matter_numbered(&self, year: i32, serial: u32) -> Result<Option<Row>, StoreError> {
        let sql = "SELECT id, body FROM matter WHERE year = ?1 AND serial = ?2";
        Ok(self.rows(sql, (year, serial))?.pop())
    }

    /// Returns the follow-ups of a matter that name it, and its postings.
    ///
    /// # Errors
    /// What the disk says.
    pub fn of_matter(&self, matter: &str) -> Result<OfMatter, StoreError> {
        let read = |table: &str| {
            let sql = format!("SELECT id, body FROM {table} WHERE matter = ?1 ORDER BY id");
            self.rows(&sql, [matter])
        };
        Ok(OfMatter {
            tasks: read("task")?,
            postings: read("posting")?,
        })
    }

    /// Returns the postings that are settled and that a calendar asks for: of a matter, or put up since a day.
    ///
    /// # Errors
    /// What the disk says.
    pub fn settled_postings(&self, of: SettledOf<'_>) -> Result<Vec<Row>, StoreError> {
        let (clause, value) = match of {
            SettledOf::Matter(matter) => ("matter = ?1", matter),
            SettledOf::Since(day) => ("posted >= ?1", day),
            // Whatever day, or none.
            SettledOf::All => ("?1 = ''", ""),
            SettledOf::MotionsSince(day) => {
                ("posted >= ?1 AND body ->> '$.decided' IS NOT NULL", day)
            }
        };
        let sql = format!(
            "SELECT id, body FROM posting WHERE {clause} AND +state = 'closed' ORDER BY posted, id"
        );
        self.rows(&sql, [value])
    }

    /// Returns the motions for which no matter stands of the sessions that were held on a day,
    /// `YYYY-MM-DD`, or later and sealed here; those taken in as published were made known elsewhere.
    ///
    /// # Errors
    /// What the disk says.
    pub fn filed_without_matter(&self, since: &str) -> Result<Vec<Row>, StoreError> {
        self.rows(WITHOUT_MATTER, [since])
    }

    /// Returns the follow-up that a reminder slip of a number went out for, where one did.
    ///
    /// # Errors
    /// What the disk says.
    pub fn task_with_slip(&self, year: i32, serial: u32) -> Result<Option<String>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT task.id FROM task, json_each(task.body, '$.history') AS step
             WHERE instr(task.body, '\"slip\"') > 0
               AND step.value ->> '$.slip.year' = ?1 AND step.value ->> '$.slip.serial' = ?2
             LIMIT 1",
        )?;
        Ok(statement
            .query_row((year, serial), |row| row.get(0))
            .optional()?)
    }

    /// Counts the tasks of which something is still to become.
    ///
    /// # Errors
    /// What the disk says.
    pub fn count_open_tasks(&self) -> Result<u64, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT count(*) FROM task WHERE state = ?1")?;
        let mut count = 0;
        for state in OPEN_TASKS {
            count += statement.query_row([state], |row| whole(row, 0))?;
        }
        Ok(count)
    }
}

/// What is on file of a matter, open or closed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfMatter {
    /// Follow-ups that name it.
    pub tasks: Vec<Row>,
    /// Its postings.
    pub postings: Vec<Row>,
}

fn words<'row>(row: &'row rusqlite::Row<'_>, column: usize) -> Result<&'row str, StoreError> {
    let text = row.get_ref(column)?.as_str();
    Ok(text.map_err(rusqlite::Error::from)?)
}

#[cfg(test)]
#[path = "query_tests.rs"]
mod tests;
