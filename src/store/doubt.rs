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
    /// The words of which one stands in a line that files it; `{id}` stands for its id.
    pub files: &'static [&'static str],
    /// The words of which one stands in a line that opens it again.
    pub opens: &'static [&'static str],
}

impl Store {
    /// Returns the ids that the journal speaks about and that have no row, of the rows in no known
    /// state, and of the filed rows that no line files, or that a later one opens again.
    ///
    /// # Errors
    /// What the disk says.
    pub fn in_doubt(&self, filed: &Filed) -> Result<Vec<String>, StoreError> {
        let Filed {
            table,
            prefix,
            open,
            state,
            files,
            opens,
        } = *filed;
        let name = table.name();
        let open = open.join(" ");
        let mut asked: Vec<&str> = vec![prefix, state, &open];
        let mut any = |words: &[&'static str]| {
            let stands = words.iter().map(|word| {
                asked.push(word);
                let at = asked.len();
                format!("instr(bytes, CAST(replace(?{at}, '{{id}}', {name}.id) AS BLOB)) > 0")
            });
            // Of no words none stands there.
            let stands: Vec<String> = stands.chain(["0".to_owned()]).collect();
            stands.join(" OR ")
        };
        let (files, opens) = (any(files), any(opens));
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
                 SELECT {files} FROM journal_about JOIN journal USING (seq)
                 WHERE entity = ?1 || {name}.id AND ({files} OR {opens})
                 ORDER BY journal_about.seq DESC LIMIT 1
             ) IS NOT 1"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let ids = statement.query_map(rusqlite::params_from_iter(asked), |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }
}
