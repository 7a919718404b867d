//! The journal: lines appended, read and proved. Bytes are hashed and stored as written and never
//! serialised again.

use super::{Hash, Header, Store, StoreError, whole};
use rusqlite::{Connection, OptionalExtension, Row};
use thiserror::Error;

/// The longest line, in bytes.
pub const LONGEST_LINE: usize = 1_000_000;

/// Names the last line of a journal and, through its hash, all before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The seq of the last line; 0 is the header.
    pub seq: u64,
    /// The hash of the last line.
    pub hash: Hash,
}

impl Head {
    /// Returns its code: eight groups of four, as it is printed on signed papers.
    #[must_use]
    pub fn code(&self) -> String {
        let digits: Vec<char> = self.hash.to_string().chars().take(32).collect();
        let groups: Vec<String> = digits
            .chunks(4)
            .map(|group| group.iter().collect())
            .collect();
        groups.join("-")
    }
}

/// One line as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its place; order is this and never a clock.
    pub seq: u64,
    /// The act's id; none for the header.
    pub act: Option<String>,
    /// The line as it was written; UTF-8 unless the file is damaged.
    pub bytes: Vec<u8>,
    /// `SHA-256(hash of the line before || bytes)`.
    pub hash: Hash,
}

/// Says why a chain could not be proved.
#[derive(Debug, Error)]
pub enum ChainFault {
    /// The first line that is missing or whose hash does not follow from its bytes.
    #[error("chain breaks at line {seq}")]
    Broken {
        /// The place of the line.
        seq: u64,
    },
    /// The journal could not be read.
    #[error("journal not readable")]
    Unread(#[from] StoreError),
}

impl From<rusqlite::Error> for ChainFault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Unread(error.into())
    }
}

/// Writes line 0 into an empty journal.
pub(super) fn begin(conn: &Connection, header: &str) -> Result<Head, StoreError> {
    write(conn, 0, None, header, Hash::ZERO)
}

/// Appends an act's line behind the head and notes what it speaks about.
///
/// Does nothing but insert: that the act is new is asked before, with [`contains`].
pub(super) fn append(
    conn: &Connection,
    act: &str,
    line: &str,
    about: &[String],
) -> Result<Head, StoreError> {
    if line.len() > LONGEST_LINE {
        return Err(StoreError::TooLong {
            have: line.len(),
            most: LONGEST_LINE,
        });
    }
    if line.is_empty() || line.contains('\n') || act.is_empty() {
        return Err(StoreError::BadLine);
    }
    let before = head(conn)?;
    let head = write(conn, before.seq + 1, Some(act), line, before.hash)?;
    let mut note =
        conn.prepare_cached("INSERT OR IGNORE INTO journal_about (entity, seq) VALUES (?1, ?2)")?;
    for entity in about {
        note.execute((entity, head.seq.cast_signed()))?;
    }
    Ok(head)
}

fn write(
    conn: &Connection,
    seq: u64,
    act: Option<&str>,
    line: &str,
    before: Hash,
) -> Result<Head, StoreError> {
    let hash = before.then(line.as_bytes());
    conn.prepare_cached("INSERT INTO journal (seq, act, bytes, hash) VALUES (?1, ?2, ?3, ?4)")?
        .execute((seq.cast_signed(), act, line.as_bytes(), hash.as_raw()))?;
    Ok(Head { seq, hash })
}

/// Tells whether an act is in the journal.
pub(super) fn contains(conn: &Connection, act: &str) -> Result<bool, StoreError> {
    Ok(conn
        .prepare_cached("SELECT 1 FROM journal WHERE act = ?1")?
        .exists([act])?)
}

/// Returns the last line's place and hash.
pub(super) fn head(conn: &Connection) -> Result<Head, StoreError> {
    conn.prepare_cached("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| {
            Ok(Head {
                seq: whole(row, 0)?,
                hash: hash_of(row, 1)?,
            })
        })
        .optional()?
        .ok_or(StoreError::BadHeader)
}

/// Reads line 0.
pub(super) fn header(conn: &Connection) -> Result<Header, StoreError> {
    let bytes: Vec<u8> = conn
        .query_row("SELECT bytes FROM journal WHERE seq = 0", [], |row| {
            row.get(0)
        })
        .optional()?
        .ok_or(StoreError::BadHeader)?;
    Header::from_line(&bytes)
}

/// Hands every line from `from` on to `take`, in order.
pub(super) fn each<E: From<StoreError>>(
    conn: &Connection,
    from: u64,
    mut take: impl FnMut(Line) -> Result<(), E>,
) -> Result<(), E> {
    let sql = "SELECT seq, act, bytes, hash FROM journal WHERE seq >= ?1 ORDER BY seq";
    let mut statement = conn.prepare_cached(sql).map_err(StoreError::from)?;
    let mut rows = statement
        .query([from.cast_signed()])
        .map_err(StoreError::from)?;
    while let Some(row) = rows.next().map_err(StoreError::from)? {
        take(line_of(row).map_err(StoreError::from)?)?;
    }
    Ok(())
}

/// Recomputes every hash from line 0 on.
pub(super) fn verify(conn: &Connection) -> Result<Head, ChainFault> {
    let mut statement = conn.prepare("SELECT seq, bytes, hash FROM journal ORDER BY seq")?;
    let mut rows = statement.query([])?;
    let mut head = None;
    while let Some(row) = rows.next()? {
        let (due, before) = head.map_or((0, Hash::ZERO), |head: Head| (head.seq + 1, head.hash));
        let bytes = row.get_ref(1)?.as_blob();
        let stored = row.get_ref(2)?.as_blob();
        let follows = bytes.ok().map(|bytes| before.then(bytes));
        let (Ok(seq), Some(hash), Ok(stored)) = (whole(row, 0), follows, stored) else {
            return Err(ChainFault::Broken { seq: due });
        };
        if seq != due || stored != hash.as_raw() {
            return Err(ChainFault::Broken { seq: due });
        }
        head = Some(Head { seq, hash });
    }
    head.ok_or(ChainFault::Broken { seq: 0 })
}

fn line_of(row: &Row<'_>) -> rusqlite::Result<Line> {
    Ok(Line {
        seq: whole(row, 0)?,
        act: row.get(1)?,
        bytes: row.get(2)?,
        hash: hash_of(row, 3)?,
    })
}

fn hash_of(row: &Row<'_>, column: usize) -> rusqlite::Result<Hash> {
    let raw: [u8; 32] = row.get(column)?;
    Ok(Hash::from_raw(&raw).unwrap_or(Hash::ZERO))
}

fn back(
    rows: &mut rusqlite::Rows<'_>,
    mut take: impl FnMut(Line) -> bool,
) -> Result<(), StoreError> {
    while let Some(row) = rows.next()? {
        if !take(line_of(row)?) {
            break;
        }
    }
    Ok(())
}

impl Store {
    /// Tells whether an act is in the journal.
    ///
    /// # Errors
    /// What the disk says.
    pub fn contains(&self, act: &str) -> Result<bool, StoreError> {
        contains(&self.conn, act)
    }

    /// Returns the line of an act, where it is in the journal.
    ///
    /// # Errors
    /// What the disk says.
    pub fn line_of(&self, act: &str) -> Result<Option<Line>, StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT seq, act, bytes, hash FROM journal WHERE act = ?1")?
            .query_row([act], line_of)
            .optional()?)
    }

    /// Returns the last line's place and hash.
    ///
    /// # Errors
    /// [`StoreError::BadHeader`] when there is no line at all, or what the disk says.
    pub fn head(&self) -> Result<Head, StoreError> {
        head(&self.conn)
    }

    /// Returns the hash of the line at `seq`, or nothing when the journal is shorter.
    ///
    /// # Errors
    /// What the disk says.
    pub fn hash_at(&self, seq: u64) -> Result<Option<Hash>, StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT hash FROM journal WHERE seq = ?1")?
            .query_row([seq.cast_signed()], |row| hash_of(row, 0))
            .optional()?)
    }

    /// Returns the id of the act at `seq`, or nothing for the header and past the end.
    ///
    /// # Errors
    /// What the disk says.
    pub fn act_at(&self, seq: u64) -> Result<Option<String>, StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT act FROM journal WHERE seq = ?1")?
            .query_row([seq.cast_signed()], |row| row.get(0))
            .optional()?
            .flatten())
    }

    /// Returns the wall clock of the first act, as its line says it; none where nothing was recorded yet.
    ///
    /// # Errors
    /// What the disk says.
    pub fn begun(&self) -> Result<Option<String>, StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT CAST(bytes AS TEXT) ->> '$.at' FROM journal WHERE seq > 0 ORDER BY seq LIMIT 1")?
            .query_row([], |row| row.get(0))
            .optional()?
            .flatten())
    }

    /// Reads every line from `from` on; line 0 is the header. An export is these bytes.
    ///
    /// # Errors
    /// What the disk says.
    pub fn read(&self, from: u64) -> Result<Vec<Line>, StoreError> {
        let mut lines = Vec::new();
        self.each_line(from, |line| {
            lines.push(line);
            Ok::<_, StoreError>(())
        })?;
        Ok(lines)
    }

    /// Hands every line from `from` on to `take`, in order, holding one at a time.
    ///
    /// # Errors
    /// The first error of `take`, or what the disk says.
    pub fn each_line<E: From<StoreError>>(
        &self,
        from: u64,
        take: impl FnMut(Line) -> Result<(), E>,
    ) -> Result<(), E> {
        each(&self.conn, from, take)
    }

    /// Reads the lines that speak about an entity, oldest first.
    ///
    /// # Errors
    /// What the disk says.
    pub fn read_about(&self, entity: &str) -> Result<Vec<Line>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT j.seq, j.act, j.bytes, j.hash FROM journal_about a
             JOIN journal j ON j.seq = a.seq WHERE a.entity = ?1 ORDER BY a.seq",
        )?;
        let lines = statement.query_map([entity], line_of)?;
        Ok(lines.collect::<Result<_, _>>()?)
    }

    /// Hands the lines over from the last one back, one at a time, as long as `take` asks for more.
    ///
    /// # Errors
    /// What the disk says.
    pub fn each_line_back(&self, take: impl FnMut(Line) -> bool) -> Result<(), StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT seq, act, bytes, hash FROM journal ORDER BY seq DESC")?;
        back(&mut statement.query([])?, take)
    }

    /// Hands the lines that speak about an entity over, as [`Store::each_line_back`].
    ///
    /// # Errors
    /// What the disk says.
    pub fn each_about_back(
        &self,
        entity: &str,
        take: impl FnMut(Line) -> bool,
    ) -> Result<(), StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT j.seq, j.act, j.bytes, j.hash FROM journal_about a
             JOIN journal j ON j.seq = a.seq WHERE a.entity = ?1 ORDER BY a.seq DESC",
        )?;
        back(&mut statement.query([entity])?, take)
    }

    /// Recomputes every hash from line 0 on and returns the proved head.
    ///
    /// # Errors
    /// [`ChainFault::Broken`] with the first line that does not follow, [`ChainFault::Unread`].
    pub fn verify_chain(&self) -> Result<Head, ChainFault> {
        verify(&self.conn)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::super::fixture;
    use super::*;

    /// Three lines and their hashes, computed outside this program; they hold for ever.
    const VECTOR: [(&str, &str); 3] = [
        (
            r#"{"committee":"0190b6a0-0000-7000-8000-000000000001","epoch":0,"format":"lianxi-journal","v":1}"#,
            "c6cf0b0a5cfeb3917e8654beda312bd6dba53d1304a2a0b31010513ef0af3171",
        ),
        (
            r#"{"act":"0190b6a0-0000-7000-8000-0000000000a1","at":"2024-07-15T09:00:00+08:00","by":"sec","events":[{"name":"李家屯","t":"village_added"}],"on":"2024-07-15","v":1}"#,
            "e3686fb1325e5a110745625b46a0cf868365570f6347291a4e7daf789cbcb4c7",
        ),
        (
            r#"{"act":"0190b6a0-0000-7000-8000-0000000000a2","at":"2024-07-15T09:01:00+08:00","by":"sec","events":[],"on":"2024-07-15","undoes":"0190b6a0-0000-7000-8000-0000000000a1","v":1}"#,
            "2158a9aca269b6e2dbb79eb409df687fc20518bb7bfe32cbf6392dccc190df47",
        ),
    ];

    fn with_vector() -> fixture::File {
        let file = fixture::of("0190b6a0-0000-7000-8000-000000000001");
        for (act, (line, _)) in ["a1", "a2"].iter().zip(VECTOR.iter().skip(1)) {
            append(&file.store.conn, act, line, &["v1".into(), "v1".into()]).unwrap();
        }
        file
    }

    #[test]
    fn the_vector_of_three_lines_holds() {
        let file = with_vector();
        let lines = file.store.read(0).unwrap();
        for (line, (bytes, hash)) in lines.iter().zip(VECTOR) {
            assert_eq!(line.bytes, bytes.as_bytes());
            assert_eq!(line.hash.to_string(), hash);
        }
        assert_eq!(lines.len(), VECTOR.len());
        assert_eq!(
            file.store.verify_chain().unwrap(),
            file.store.head().unwrap()
        );
    }

    #[test]
    fn the_past_cannot_be_written_over() {
        let file = with_vector();
        let before = file.store.read(0).unwrap();
        for sql in [
            "UPDATE journal SET bytes = x'00' WHERE seq = 1",
            "UPDATE OR REPLACE journal SET seq = 1 WHERE seq = 2",
            "DELETE FROM journal WHERE seq = 2",
            "DELETE FROM journal",
            "INSERT OR REPLACE INTO journal VALUES (1, 'b', x'00', zeroblob(32))",
            "INSERT OR REPLACE INTO journal VALUES (3, 'a1', x'00', zeroblob(32))",
            "REPLACE INTO journal VALUES (2, 'a2', x'00', zeroblob(32))",
            "INSERT INTO journal VALUES (1, 'b', x'00', zeroblob(32)) ON CONFLICT (seq) DO UPDATE SET bytes = x'00'",
            "INSERT INTO journal VALUES (4, 'b', x'00', zeroblob(32))",
            "INSERT INTO journal VALUES (NULL, 'b', x'00', zeroblob(32))",
            "INSERT INTO journal VALUES (3, NULL, x'00', zeroblob(32))",
            "INSERT INTO journal VALUES (3, 'b', x'00', x'00')",
        ] {
            assert!(file.store.conn.execute(sql, []).is_err(), "{sql}");
        }
        assert_eq!(file.store.read(0).unwrap(), before);
        // The control: the next line in its place is taken.
        let good = "INSERT INTO journal VALUES (3, 'b', x'00', zeroblob(32))";
        assert_eq!(file.store.conn.execute(good, []).unwrap(), 1);
    }

    #[test]
    fn verify_names_the_first_line_that_does_not_follow() {
        for (sql, at) in [
            (
                "UPDATE journal SET bytes = CAST(replace(bytes, 'sec', 'sed') AS BLOB) WHERE seq = 1",
                1,
            ),
            ("UPDATE journal SET hash = zeroblob(32) WHERE seq = 2", 2),
            (
                "UPDATE journal SET bytes = CAST(replace(bytes, ':0', ':1') AS BLOB) WHERE seq = 0",
                0,
            ),
            (
                "DELETE FROM journal_about; DELETE FROM journal WHERE seq = 1",
                1,
            ),
            ("DELETE FROM journal_about; DELETE FROM journal", 0),
        ] {
            let file = with_vector();
            let guards = "DROP TRIGGER journal_no_update; DROP TRIGGER journal_no_delete";
            file.store.conn.execute_batch(guards).unwrap();
            file.store.conn.execute_batch(sql).unwrap();
            let fault = file.store.verify_chain();
            assert!(
                matches!(fault, Err(ChainFault::Broken { seq }) if seq == at),
                "{sql}: {fault:?}"
            );
        }
    }

    #[test]
    fn history_is_found_by_entity() {
        let file = with_vector();
        assert_eq!(file.store.read_about("v1").unwrap().len(), 2);
        assert!(file.store.read_about("v2").unwrap().is_empty());
        assert!(file.store.contains("a2").unwrap());
        assert!(!file.store.contains("a3").unwrap());
        assert_eq!(file.store.hash_at(9).unwrap(), None);
    }

    #[test]
    fn a_line_that_is_none_is_refused() {
        let file = with_vector();
        let conn = &file.store.conn;
        let long = "x".repeat(LONGEST_LINE + 1);
        assert!(matches!(
            append(conn, "b", &long, &[]),
            Err(StoreError::TooLong {
                have: 1_000_001,
                most: LONGEST_LINE
            })
        ));
        for (act, line) in [("b", "a\nb"), ("b", ""), ("", "{}")] {
            assert!(matches!(
                append(conn, act, line, &[]),
                Err(StoreError::BadLine)
            ));
        }
        assert!(append(conn, "b", long.get(1..).unwrap(), &[]).is_ok());
    }
}
