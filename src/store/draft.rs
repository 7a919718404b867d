//! Unfinished text by place, so that a kill costs no more than the last moments of typing.

use super::{Store, StoreError};
use rusqlite::{Connection, OptionalExtension, Row};

/// The longest draft, in bytes.
const LONGEST: usize = 4_000_000;

/// A text that nobody has confirmed yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Where it is being written, such as a session's minutes; one draft a place.
    pub place: String,
    /// The text so far.
    pub text: String,
    /// How many characters stand before the caret.
    pub caret: u32,
    /// When it was saved, by the wall clock, RFC 3339.
    pub at: String,
}

/// Deletes a draft inside the transaction that stores its text.
pub(super) fn delete(conn: &Connection, place: &str) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM draft WHERE place = ?1")?
        .execute([place])?;
    Ok(())
}

impl Store {
    /// Saves a draft over the one at its place. When it has returned, it is on the disk.
    ///
    /// # Errors
    /// [`StoreError::TooLong`], or what the disk says.
    pub fn save_draft(&mut self, draft: &Draft) -> Result<(), StoreError> {
        if draft.text.len() > LONGEST {
            return Err(StoreError::TooLong {
                have: draft.text.len(),
                most: LONGEST,
            });
        }
        self.conn
            .prepare_cached(
                "INSERT INTO draft (place, text, caret, at) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (place) DO UPDATE
                 SET text = excluded.text, caret = excluded.caret, at = excluded.at",
            )?
            .execute((&draft.place, &draft.text, draft.caret, &draft.at))?;
        Ok(())
    }

    /// Returns the draft at a place.
    ///
    /// # Errors
    /// What the disk says.
    pub fn load_draft(&self, place: &str) -> Result<Option<Draft>, StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT place, text, caret, at FROM draft WHERE place = ?1")?
            .query_row([place], draft_of)
            .optional()?)
    }

    /// Returns every draft, by place.
    ///
    /// # Errors
    /// What the disk says.
    pub fn list_drafts(&self) -> Result<Vec<Draft>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT place, text, caret, at FROM draft ORDER BY place")?;
        let drafts = statement.query_map([], draft_of)?;
        Ok(drafts.collect::<Result<_, _>>()?)
    }

    /// Moves drafts from place to place, in order, all or none.
    ///
    /// # Errors
    /// What the disk says; then every draft lies where it lay.
    pub fn move_drafts(&mut self, moves: &[(&str, &str)]) -> Result<(), StoreError> {
        let transaction = self.conn.transaction()?;
        for (from, to) in moves {
            transaction
                .prepare_cached("UPDATE draft SET place = ?2 WHERE place = ?1")?
                .execute([from, to])?;
        }
        Ok(transaction.commit()?)
    }

    /// Deletes a draft that its writer throws away. A draft whose text is stored is not deleted
    /// here but by [`Store::commit`].
    ///
    /// # Errors
    /// What the disk says.
    pub fn delete_draft(&mut self, place: &str) -> Result<(), StoreError> {
        delete(&self.conn, place)
    }
}

fn draft_of(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        place: row.get(0)?,
        text: row.get(1)?,
        caret: row.get(2)?,
        at: row.get(3)?,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::fixture;
    use super::*;

    #[test]
    fn one_draft_a_place_the_last_one_counts() {
        let mut file = fixture::file();
        let mut draft = Draft {
            place: "b".into(),
            text: "一\n二".into(),
            caret: 3,
            at: "t1".into(),
        };
        file.store.save_draft(&draft).unwrap();
        draft.text.push('三');
        file.store.save_draft(&draft).unwrap();
        assert_eq!(file.store.load_draft("b").unwrap(), Some(draft.clone()));
        draft.place = "a".into();
        file.store.save_draft(&draft).unwrap();
        let places: Vec<_> = file
            .store
            .list_drafts()
            .unwrap()
            .into_iter()
            .map(|draft| draft.place)
            .collect();
        assert_eq!(places, ["a", "b"]);
        let aside = "b, put aside";
        file.store.move_drafts(&[("b", aside), ("a", "b")]).unwrap();
        let text = |place| file.store.load_draft(place).unwrap().map(|it| it.text);
        assert_eq!(text(aside).as_deref(), Some("一\n二三"));
        assert!(text("b").is_some() && text("a").is_none());
        // A place that is taken takes no second draft, and the first move is not half done.
        let taken = file.store.move_drafts(&[("b", "c"), (aside, "c")]);
        assert!(taken.is_err());
        assert!(file.store.load_draft("c").unwrap().is_none());
        file.store.delete_draft("a").unwrap();
        file.store.delete_draft("nowhere").unwrap();
        assert_eq!(file.store.load_draft("a").unwrap(), None);
    }
}
