//! Matters as they are looked at: those that are closed, one with everything that is on file of it.

use super::open_part::{fetch, put_rows};
use super::{Desk, DeskError};
use crate::domain::World;
use crate::domain::entity::{self, Kind, Root};
use crate::domain::ids::MatterId;
use crate::domain::matter::{Matter, Number};
use crate::store::{Row, Table};

impl Desk {
    /// Returns matters that are closed, the latest number first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn closed_matters(&self, skip: u32, most: u32) -> Result<Vec<Matter>, DeskError> {
        let rows = self.store.closed_matters(skip, most)?;
        rows.into_iter().map(read).collect()
    }

    /// Returns the matter of a number, open or closed.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn matter_numbered(&self, number: Number) -> Result<Option<Matter>, DeskError> {
        let row = self.store.matter_numbered(number.year, number.serial)?;
        row.map(read).transpose()
    }

    /// Returns a copy of the world with a matter in it, open or closed, and with everything that is on
    /// file of it: its follow-ups, done or not, and its postings.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn look_at_matter(&self, matter: &MatterId) -> Result<World, DeskError> {
        let mut world = self.world.clone();
        fetch(&mut world, &self.store, &Root::Matter(matter.clone()))?;
        let of = self.store.of_matter(matter.as_str())?;
        put_rows(&mut world, Kind::Task, of.tasks)?;
        put_rows(&mut world, Kind::Posting, of.postings)?;
        // A follow-up given out in a session may name only its item.
        let hearings = world.matters.get(matter).map(|it| it.hearings.clone());
        for hearing in hearings.into_iter().flatten() {
            let tasks = self
                .store
                .load_where_session(Table::Task, hearing.session.as_str())?;
            put_rows(&mut world, Kind::Task, tasks)?;
            // What its villages decided on a motion stands whole on that alone.
            if hearing.motions.iter().any(|it| !it.villages.is_empty()) {
                let motions = self
                    .store
                    .load_where_session(Table::Motion, hearing.session.as_str())?;
                put_rows(&mut world, Kind::Motion, motions)?;
            }
        }
        Ok(world)
    }
}

fn read(row: Row) -> Result<Matter, DeskError> {
    entity::read(&row.body).map_err(|_| DeskError::Row {
        table: Table::Matter,
        id: row.id,
    })
}
