//! What the figures of a period are read from: questions an index answers, so that ten years of lines
//! cost no more than what is looked at.

use super::{Row, Store, StoreError};
use rusqlite::OptionalExtension;

/// A session that was held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldRow {
    /// The session's id.
    pub id: String,
    /// The day, `YYYY-MM-DD`.
    pub date: String,
    /// Its kind.
    pub kind: String,
    /// Its number among its kind.
    pub ordinal: u32,
}

/// A motion whose result was announced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoteRow {
    /// The motion's id.
    pub id: String,
    /// The session's id.
    pub session: String,
    /// The day of the session, `YYYY-MM-DD`.
    pub date: String,
    /// The last wording.
    pub words: String,
    /// The villages concerned, as JSON; none for the whole area.
    pub villages: Option<String>,
    /// How many votes on it another vote followed.
    pub earlier: u32,
}

impl Store {
    /// Returns the typed lines of a ledger whose day lies in a time, both ends included, by day.
    ///
    /// # Errors
    /// What the disk says.
    pub fn ledger_between(&self, kind: &str, from: &str, to: &str) -> Result<Vec<Row>, StoreError> {
        self.rows(
            "SELECT id, body FROM ledger
             WHERE kind = ?1 AND day BETWEEN ?2 AND ?3 AND body ->> '$.source' IS NULL
             ORDER BY day, id",
            [kind, from, to],
        )
    }

    /// Returns the typed lines of a ledger that stood, or ended, at any time since `from` and not later than `to`.
    ///
    /// # Errors
    /// What the disk says.
    pub fn ledger_standing(
        &self,
        kind: &str,
        from: &str,
        to: &str,
    ) -> Result<Vec<Row>, StoreError> {
        self.rows(
            "SELECT id, body FROM ledger
             WHERE kind = ?1 AND day <= ?3 AND body ->> '$.source' IS NULL
               AND coalesce(body ->> '$.until' >= ?2, 1)
             ORDER BY day, id",
            [kind, from, to],
        )
    }

    /// Returns what was entered beside lines that are fed, by their ids, which begin alike.
    ///
    /// # Errors
    /// What the disk says.
    pub fn ledger_beside_fed(&self, begins: &str) -> Result<Vec<Row>, StoreError> {
        self.rows(
            "SELECT id, body FROM ledger WHERE id >= ?1 AND id < ?1 || char(0x10FFFF)",
            [begins],
        )
    }

    /// Returns the lines of a ledger that are of another line, by day.
    ///
    /// # Errors
    /// What the disk says.
    pub fn ledger_of(&self, kind: &str, of: &str) -> Result<Vec<Row>, StoreError> {
        self.rows(
            "SELECT id, body FROM ledger WHERE kind = ?1 AND body ->> '$.of' = ?2 ORDER BY day, id",
            [kind, of],
        )
    }

    /// Says whether any line of a ledger was typed.
    ///
    /// # Errors
    /// What the disk says.
    pub fn keeps_ledger(&self, kind: &str) -> Result<bool, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM ledger WHERE kind = ?1 AND body ->> '$.source' IS NULL)",
        )?;
        Ok(statement.query_row([kind], |row| row.get(0))?)
    }

    /// Returns a line of a ledger that names a village, if any does. Reads every line: it is asked before a
    /// village is taken away, which is once in years.
    ///
    /// # Errors
    /// What the disk says.
    pub fn ledger_naming(&self, village: &str) -> Result<Option<String>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT ledger.id FROM ledger, json_each(ledger.body, '$.villages') AS named
             WHERE named.value = ?1 LIMIT 1",
        )?;
        Ok(statement
            .query_row([village], |row| row.get(0))
            .optional()?)
    }

    /// Returns the sessions of a time that came to their end.
    ///
    /// # Errors
    /// What the disk says.
    pub fn held_between(&self, from: &str, to: &str) -> Result<Vec<HeldRow>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, date, kind, ordinal FROM session
             WHERE date BETWEEN ?1 AND ?2 AND +state IN ('closed', 'sealed') ORDER BY date, id",
        )?;
        let rows = statement.query_map([from, to], |row| {
            Ok(HeldRow {
                id: row.get(0)?,
                date: row.get(1)?,
                kind: row.get(2)?,
                ordinal: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Returns the motions of a time whose result was announced.
    ///
    /// # Errors
    /// What the disk says.
    pub fn votes_between(&self, from: &str, to: &str) -> Result<Vec<VoteRow>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT motion.id, session.id, session.date, motion.body ->> '$.wordings[#-1].text',
                    motion.body -> '$.villages',
                    coalesce(json_array_length(motion.body, '$.earlier'), 0)
             FROM session JOIN motion ON motion.session = session.id
             WHERE session.date BETWEEN ?1 AND ?2 AND motion.body ->> '$.state.is' = 'announced'
             ORDER BY session.date, motion.id",
        )?;
        let rows = statement.query_map([from, to], |row| {
            Ok(VoteRow {
                id: row.get(0)?,
                session: row.get(1)?,
                date: row.get(2)?,
                words: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
                villages: row.get(4)?,
                earlier: row.get(5)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Returns the tasks that ended on a day or later; those still open are in the world.
    ///
    /// # Errors
    /// What the disk says.
    pub fn tasks_ended_since(&self, from: &str) -> Result<Vec<Row>, StoreError> {
        self.rows(
            "SELECT id, body FROM task
             WHERE state <> 'open' AND body ->> '$.history[#-1].on' >= ?1",
            [from],
        )
    }

    /// Returns the matters that were closed on a day or later; those still open are in the world.
    ///
    /// # Errors
    /// What the disk says.
    pub fn matters_closed_since(&self, from: &str) -> Result<Vec<Row>, StoreError> {
        self.rows(
            "SELECT id, body FROM matter
             WHERE +state = 'closed' AND body ->> '$.history[#-1].on' >= ?1",
            [from],
        )
    }

    /// Returns what the matters tell that were closed on a day or later.
    ///
    /// # Errors
    /// What the disk says.
    pub fn told_since(&self, from: &str) -> Result<Vec<Row>, StoreError> {
        self.rows(
            "SELECT id, tells FROM matter
             WHERE +state = 'closed' AND body ->> '$.history[#-1].on' >= ?1",
            [from],
        )
    }

    /// Returns what the matters tell that feed a ledger of what stands, whenever that was.
    ///
    /// # Errors
    /// What the disk says.
    pub fn told_standing(&self) -> Result<Vec<Row>, StoreError> {
        self.rows("SELECT id, tells FROM matter WHERE stands = 1", [])
    }

    /// Returns the postings that were put up in a time, and those last objected to since it began: of each its
    /// board, its title, its day and its objections, and not its text.
    ///
    /// # Errors
    /// What the disk says.
    pub fn posted_or_objected(&self, from: &str, to: &str) -> Result<Vec<Row>, StoreError> {
        self.rows(
            "SELECT id, json_object(
                'id', id, 'board', body -> '$.board', 'posted', posted,
                'title', coalesce(body ->> '$.wordings[#-1].title', ''),
                'objections', json(coalesce(body -> '$.objections', '[]')))
             FROM posting WHERE posted BETWEEN ?1 AND ?2 OR objected >= ?1",
            [from, to],
        )
    }

    /// Returns what settled postings of the villages tell of what is made known every so often, those put up since a
    /// day and those given up that make up for something: of each month, board and affairs once. A row bears its
    /// board instead of an id, for it is of several postings.
    ///
    /// # Errors
    /// What the disk says.
    pub fn told_regularly(&self, since: &str) -> Result<Vec<Row>, StoreError> {
        self.rows(TOLD_REGULARLY, [since])
    }
}

/// No row of a posting is read: it is asked at every start, and there may be hundreds in a year.
const TOLD_REGULARLY: &str = r#"
    SELECT board, json_object('board', json(board), 'affairs', affairs, 'posted', max(posted),
        'makes_up', json(coalesce(made_up, '[]')))
    FROM posting INDEXED BY posting_by_telling
    WHERE posted >= ?1 AND +state = 'closed' AND board <> '"area"'
    GROUP BY board, affairs, substr(posted, 1, 7), made_up
    UNION ALL
    SELECT board, json_object('board', json(board), 'affairs', affairs, 'posted', NULL,
        'makes_up', json(made_up))
    FROM posting INDEXED BY posting_by_telling
    WHERE posted IS NULL AND +state = 'closed' AND board <> '"area"' AND made_up IS NOT NULL"#;

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::super::{RowChange, Table, fixture};

    fn put(table: Table, id: &str, body: &str) -> RowChange {
        RowChange {
            table,
            id: id.into(),
            body: Some(body.into()),
        }
    }

    fn ids(rows: Vec<super::Row>) -> Vec<String> {
        rows.into_iter().map(|row| row.id).collect()
    }

    #[test]
    fn lines_come_by_ledger_and_day() {
        let mut file = fixture::file();
        let line = |id, kind, day, more: &str| {
            let body = format!(r#"{{"kind":"{kind}","on":"{day}"{more}}}"#);
            put(Table::Ledger, id, &body)
        };
        file.commit(
            "a1",
            &[
                line("l1", "visit", "2025-12-31", ""),
                line("l2", "visit", "2026-01-01", ""),
                line("l3", "visit", "2026-03-31", ""),
                line("l4", "visit", "2026-02-01", r#","source":{"matter":"m"}"#),
                line("l5", "team", "2020-01-01", r#","until":"2025-12-31""#),
                line("l6", "team", "2020-01-01", r#","until":"2026-01-01""#),
                line("l7", "team", "2027-01-01", ""),
                line("l8", "team", "2027-01-01", r#","villages":["v0","v1"]"#),
            ],
        );
        let store = &file.store;
        let (from, to) = ("2026-01-01", "2026-03-31");
        assert_eq!(
            ids(store.ledger_between("visit", from, to).unwrap()),
            ["l2", "l3"]
        );
        assert_eq!(
            ids(store.ledger_standing("team", from, to).unwrap()),
            ["l6"]
        );
        assert_eq!(ids(store.ledger_beside_fed("l").unwrap()).len(), 8);
        assert_eq!(ids(store.ledger_beside_fed("l8").unwrap()), ["l8"]);
        assert_eq!(ids(store.ledger_beside_fed("k").unwrap()).len(), 0);
        assert!(store.keeps_ledger("team").unwrap());
        assert!(!store.keeps_ledger("grid").unwrap());
        assert_eq!(store.ledger_naming("v1").unwrap().as_deref(), Some("l8"));
        assert_eq!(store.ledger_naming("v").unwrap(), None);
    }

    #[test]
    fn sessions_and_votes_come_by_day() {
        let mut file = fixture::file();
        let session = |id, day, state| {
            let body =
                format!(r#"{{"date":"{day}","state":"{state}","kind":"regular","ordinal":3}}"#);
            put(Table::Session, id, &body)
        };
        let motion = |id, session, state| {
            let body = format!(
                r#"{{"session":"{session}","item":"i","state":{{"is":"{state}"}},"wordings":[{{"text":"old"}},{{"text":"new"}}],"villages":["v1"],"earlier":[{{}}]}}"#
            );
            put(Table::Motion, id, &body)
        };
        file.commit(
            "a1",
            &[
                session("s1", "2026-01-01", "sealed"),
                session("s2", "2026-02-01", "lapsed"),
                session("s3", "2026-04-01", "closed"),
                motion("m1", "s1", "announced"),
                motion("m2", "s1", "withdrawn"),
                motion("m3", "s3", "announced"),
            ],
        );
        let held = file.store.held_between("2026-01-01", "2026-03-31").unwrap();
        let held: Vec<_> = held.iter().map(|it| (it.id.as_str(), it.ordinal)).collect();
        assert_eq!(held, [("s1", 3)]);
        let votes = file
            .store
            .votes_between("2026-01-01", "2026-03-31")
            .unwrap();
        let [vote] = votes.as_slice() else {
            panic!("{votes:?}")
        };
        assert_eq!(
            (vote.id.as_str(), vote.words.as_str(), vote.earlier),
            ("m1", "new", 1)
        );
        assert_eq!(vote.villages.as_deref(), Some(r#"["v1"]"#));
    }

    #[test]
    fn what_is_in_hand_is_found_by_its_last_step() {
        let mut file = fixture::file();
        let thing = |table, id, state, last: &str, more: &str| {
            let body = format!(
                r#"{{"state":"{state}","history":[{{"on":"2020-01-01"}},{{"on":"{last}"}}]{more}}}"#
            );
            put(table, id, &body)
        };
        file.commit(
            "a1",
            &[
                thing(Table::Task, "t1", "done", "2025-12-31", ""),
                thing(Table::Task, "t2", "dropped", "2026-01-01", ""),
                thing(Table::Task, "t3", "open", "2026-05-01", ""),
                thing(
                    Table::Matter,
                    "m1",
                    "closed",
                    "2026-01-01",
                    r#","tells":{"of":"m1"}"#,
                ),
                thing(
                    Table::Matter,
                    "m2",
                    "open",
                    "2026-01-01",
                    r#","tells":{"of":"m2","stands":true}"#,
                ),
                thing(
                    Table::Matter,
                    "m3",
                    "closed",
                    "2025-01-01",
                    r#","tells":{"of":"m3","stands":true}"#,
                ),
                put(
                    Table::Posting,
                    "p1",
                    r#"{"state":"open","posted":"2026-01-01"}"#,
                ),
                put(Table::Posting, "p2", r#"{"state":"open"}"#),
            ],
        );
        let store = &file.store;
        assert_eq!(ids(store.tasks_ended_since("2026-01-01").unwrap()), ["t2"]);
        assert_eq!(
            ids(store.matters_closed_since("2026-01-01").unwrap()),
            ["m1"]
        );
        let told = store.told_since("2026-01-01").unwrap();
        assert_eq!(told[0].body, r#"{"of":"m1"}"#, "and nothing else of it");
        assert_eq!(ids(told), ["m1"]);
        assert_eq!(ids(store.told_standing().unwrap()), ["m2", "m3"]);
        assert_eq!(
            ids(store
                .posted_or_objected("2026-01-01", "2026-12-31")
                .unwrap()),
            ["p1"]
        );
    }

    #[test]
    fn every_figure_is_asked_of_an_index() {
        let file = fixture::file();
        for (sql, index) in [
            (
                "SELECT id FROM ledger WHERE kind = 'k' AND day BETWEEN 'a' AND 'b' ORDER BY day, id",
                "ledger_by_kind",
            ),
            (
                "SELECT id FROM session WHERE date BETWEEN 'a' AND 'b' AND +state IN ('closed') ORDER BY date, id",
                "session_by_date",
            ),
            (
                "SELECT id FROM task WHERE state <> 'open' AND body ->> '$.history[#-1].on' >= 'a'",
                "task_by_last_step",
            ),
            (
                "SELECT id FROM matter WHERE +state = 'closed' AND body ->> '$.history[#-1].on' >= 'a'",
                "matter_by_last_step",
            ),
            (
                "SELECT id, tells FROM matter WHERE stands = 1",
                "matter_by_standing",
            ),
            (
                "SELECT id FROM posting WHERE posted BETWEEN 'a' AND 'b'",
                "posting_by_day",
            ),
            (
                "SELECT id FROM posting WHERE objected >= 'a'",
                "posting_by_objection",
            ),
            // Nearly every posting is settled: that says little of which.
            (
                "SELECT id FROM posting WHERE matter = 'm' AND +state = 'closed' ORDER BY posted, id",
                "posting_by_matter",
            ),
            (
                "SELECT id FROM posting WHERE posted >= 'a' AND +state = 'closed' ORDER BY posted, id",
                "posting_by_day",
            ),
        ] {
            file.asks(sql, index);
        }
        for half in super::TOLD_REGULARLY.split("UNION ALL") {
            file.asks(half, "INDEX posting_by_telling (posted");
        }
    }
}
