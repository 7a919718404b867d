//! What a desk does behind a frame, while nobody waits for it.

use super::Desk;
use std::path::Path;
use std::time::{Instant, SystemTime};

/// How a file stood when it was looked at: it is another as soon as anybody wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    written: Option<SystemTime>,
    bytes: Option<u64>,
}

impl Stamp {
    fn of(path: &Path) -> Self {
        let known = path.metadata().ok();
        Self {
            written: known.as_ref().and_then(|it| it.modified().ok()),
            bytes: known.map(|it| it.len()),
        }
    }
}

impl Desk {
    /// Reads which steps can be walked, so that the first key does not wait for the journal, and writes down the head
    /// where another copy of the file would be noticed; called behind every frame, does something at most once a second.
    /// A journal that cannot be read is read again once the file is another.
    pub fn rest(&mut self) {
        if self.steps.is_none() {
            let stamp = Stamp::of(self.store.path());
            if self.unread != Some(stamp) {
                // What cannot be read is said when a step is asked for.
                let unread = self.steps().is_err();
                self.unread = unread.then_some(stamp);
            }
        }
        // A witness that cannot be written only weakens a later check; nothing recorded depends on it.
        let _written = self.witness.tick(Instant::now());
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::desk::surroundings::{StoppedClock, TimeOrderedIds};
    use crate::desk::{Desk, Way};
    use crate::domain::Command;
    use crate::domain::roster::{self, Standing, Village};
    use crate::domain::text::Line;
    use crate::store::folder::Paths;
    use rusqlite::Connection;
    use std::fs::File;
    use std::time::Duration;

    const HIDES: &str = "DROP TRIGGER IF EXISTS journal_no_update;
        UPDATE journal SET bytes = CAST('[]' AS BLOB) WHERE seq = 2";

    #[test]
    fn a_journal_that_cannot_be_read_is_read_again_only_once_the_file_is_another() {
        let folder = tempfile::tempdir().unwrap();
        let paths = Paths::find(Some(folder.path().to_owned())).unwrap();
        paths.make().unwrap();
        let path = paths.committees().join("c.db");
        let clock = || {
            let moment = "2026-11-23T09:00:00".parse().unwrap();
            Box::new(StoppedClock::at(moment).unwrap())
        };
        let (name, ids) = (Line::new("东集片区").unwrap(), Box::new(TimeOrderedIds));
        let mut desk = Desk::found(&path, &paths, name, false, clock(), ids).unwrap();
        let village = Village {
            id: "v1".into(),
            name: Line::new("王楼村").unwrap(),
            standing: Standing::Joined,
            position: 1,
            joined: None,
            left: None,
            figures: Vec::new(),
        };
        let put = Command::Roster(roster::Command::PutVillage(village));
        let _put = desk.execute(&[put]).unwrap();
        drop(desk);
        let body = |file: &Connection| -> Vec<u8> {
            let sql = "SELECT bytes FROM journal WHERE seq = 2";
            file.query_row(sql, [], |row| row.get(0)).unwrap()
        };
        let file = Connection::open(&path).unwrap();
        let whole = body(&file);
        file.execute_batch(HIDES).unwrap();
        let ids = Box::new(TimeOrderedIds);
        let mut desk = Desk::open(&path, &paths, clock(), ids).unwrap();
        let written = path.metadata().unwrap().modified().unwrap();
        let back_to = |at| {
            File::options()
                .write(true)
                .open(&path)
                .unwrap()
                .set_modified(at)
        };
        desk.rest();
        assert_eq!(desk.next_step(Way::Back), None);
        let sql = "UPDATE journal SET bytes = ?1 WHERE seq = 2";
        assert_eq!(file.execute(sql, [whole]).unwrap(), 1);
        // As if nobody had written it: nothing is read.
        back_to(written).unwrap();
        desk.rest();
        assert_eq!(desk.next_step(Way::Back), None);
        back_to(written + Duration::from_secs(1)).unwrap();
        desk.rest();
        assert!(desk.next_step(Way::Back).is_some());
    }
}
