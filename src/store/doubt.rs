//! Which rows the journal does not bear out at a glance: asked at every start, so an index answers
//! and nothing is replayed.

use super::{Store, StoreError, Table};

/// How things of a table are known to the journal, and what it says of the filed ones.
#[derive(Debug, Clone, Copy)]
pub struct Filed {
    /// The table.
    pub table: Table,
    /// What stands before an id where the journal says what a line is about.
    pub prefix: &'static str,
    /// The states that are looked at elsewhere.
    pub open: &'static [&'static str],
    /// The state in which nothing changes any more.
    pub state: &'static str,
    /// The words of which one stands in a line that files it.
    pub marks: [&'static str; 2],
}

impl Store {
    /// Returns the ids that the journal speaks about and that have no row, of the rows in no known
    /// state, and of the filed rows that no line files.
    ///
    /// # Errors
    /// What the disk says.
    pub fn in_doubt(&self, filed: &Filed) -> Result<Vec<String>, StoreError> {
        let Filed {
            table,
            prefix,
            open,
            state,
            marks: [one, other],
        } = *filed;
        let name = table.name();
        let open = open.join(" ");
        // The line that files a thing is among its last ones: read from the end, it is met at once.
        let sql = format!(
            "SELECT id FROM (
                 SELECT DISTINCT substr(entity, length(?1) + 1) AS id FROM journal_about
                 WHERE entity >= ?1 AND entity < ?1 || char(0x10FFFF)
             ) WHERE id NOT IN (SELECT id FROM {name})
             UNION
             SELECT id FROM {name}
             WHERE state IS NULL
                OR (state <> ?2 AND instr(' ' || ?3 || ' ', ' ' || state || ' ') = 0)
             UNION
             SELECT id FROM {name} WHERE state = ?2 AND (
                 SELECT 1 FROM journal_about JOIN journal USING (seq)
                 WHERE entity = ?1 || {name}.id
                   AND (instr(bytes, CAST(?4 AS BLOB)) > 0 OR instr(bytes, CAST(?5 AS BLOB)) > 0)
                 ORDER BY journal_about.seq DESC LIMIT 1
             ) IS NULL"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let ids = statement.query_map((prefix, state, open, one, other), |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }
}
