//! Postings that are settled, as far as a calendar of the boards asks for them.

use super::{Desk, DeskError};
use crate::domain::World;
use crate::domain::board::calendar::{Lacks, Missing, asks_back_to, began, missing};
use crate::domain::board::regular::{Earlier, looked_back_to, regularly};
use crate::domain::board::{Affairs, Posting};
use crate::domain::entity;
use crate::domain::ids::{MatterId, MotionId, PostingId, VillageId};
use crate::domain::vote::Motion;
use crate::store::query::SettledOf;
use crate::store::{Row, Table};
use chrono::NaiveDate;

impl Desk {
    /// Returns a posting, settled or not.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn posting(&self, posting: &PostingId) -> Result<Option<Posting>, DeskError> {
        if let Some(open) = self.world.postings.get(posting) {
            return Ok(Some(open.as_ref().clone()));
        }
        let id = posting.as_str().to_owned();
        let body = self.store.load(Table::Posting, &id)?;
        body.map(|body| read(Row { id, body })).transpose()
    }

    /// Returns the postings of a matter that are settled.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn settled_postings_of(&self, matter: &MatterId) -> Result<Vec<Posting>, DeskError> {
        let of = SettledOf::Matter(matter.as_str());
        self.store
            .settled_postings(of)?
            .into_iter()
            .map(read)
            .collect()
    }

    /// Returns the settled postings that were put up since the quarter began.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn settled_postings(&self) -> Result<Vec<Posting>, DeskError> {
        let since = began(Affairs::Village, self.today()).to_string();
        let rows = self.store.settled_postings(SettledOf::Since(&since))?;
        rows.into_iter().map(read).collect()
    }

    /// Returns every posting that is settled or was given up.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn every_settled_posting(&self) -> Result<Vec<Posting>, DeskError> {
        let rows = self.store.settled_postings(SettledOf::All)?;
        rows.into_iter().map(read).collect()
    }

    /// Returns what ought to hang on the boards today and does not.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn missing_postings(&self) -> Result<Vec<Missing>, DeskError> {
        let mut settled = Vec::new();
        for matter in self.world.matters.keys() {
            settled.extend(self.settled_postings_of(matter)?);
        }
        let since = asks_back_to(self.today()).to_string();
        for row in self
            .store
            .settled_postings(SettledOf::MotionsSince(&since))?
        {
            settled.push(read(row)?);
        }
        let filed = self.store.filed_without_matter(&since)?.into_iter();
        let filed = filed.map(motion).collect::<Result<Vec<_>, _>>()?;
        let earlier = self.earlier()?;
        Ok(missing(
            &self.world,
            self.today(),
            &settled,
            &filed,
            &earlier,
        ))
    }

    /// Returns the first days of the periods that are over in which a village did not make known some affairs.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn overdue(
        &self,
        village: &VillageId,
        affairs: Affairs,
    ) -> Result<Vec<NaiveDate>, DeskError> {
        let mut of = self
            .all_overdue()?
            .into_iter()
            .filter_map(|it| match it.what {
                Lacks::Overdue {
                    village: of,
                    affairs: what,
                    periods,
                } if of == *village && what == affairs => Some(periods),
                _ => None,
            });
        Ok(of.next().unwrap_or_default())
    }

    /// Returns what villages did not make known in periods that are over. It asks for nothing else, and so is cheap.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn all_overdue(&self) -> Result<Vec<Missing>, DeskError> {
        let mut all = regularly(&self.world, self.today(), &self.earlier()?);
        all.retain(|it| matches!(it.what, Lacks::Overdue { .. }));
        Ok(all)
    }

    /// Returns what the settled postings tell of what villages make known every so often.
    fn earlier(&self) -> Result<Earlier, DeskError> {
        let today = self.today();
        let rows = self
            .store
            .told_regularly(&looked_back_to(today).to_string())?;
        let told = |row: Row| {
            serde_json::from_str(&row.body).map_err(|_| DeskError::Row {
                table: Table::Posting,
                id: row.id,
            })
        };
        let told = rows.into_iter().map(told).collect::<Result<Vec<_>, _>>()?;
        Ok(Earlier {
            since: self.began()?.unwrap_or(today),
            told,
        })
    }

    /// Returns the day of the first act; `None` where nothing was recorded yet.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(super) fn began(&self) -> Result<Option<NaiveDate>, DeskError> {
        let begun = self.store.begun()?;
        Ok(begun.as_deref().and_then(|at| at.get(..10)?.parse().ok()))
    }

    /// Returns a motion, and a world in which its session is there, filed or not; `None` where there is
    /// no such motion.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn look_at_motion(&self, id: &MotionId) -> Result<Option<(World, Motion)>, DeskError> {
        let found = match self.world.motions.get(id) {
            Some(open) => Some(open.as_ref().clone()),
            None => {
                let body = self.store.load(Table::Motion, id.as_str())?;
                let id = id.as_str().to_owned();
                body.map(|body| motion(Row { id, body })).transpose()?
            }
        };
        let look = |motion: Motion| Ok((self.look(&motion.session)?, motion));
        found.map(look).transpose()
    }
}

fn motion(row: Row) -> Result<Motion, DeskError> {
    entity::read(&row.body).map_err(|_| DeskError::Row {
        table: Table::Motion,
        id: row.id,
    })
}

fn read(row: Row) -> Result<Posting, DeskError> {
    entity::read(&row.body).map_err(|_| DeskError::Row {
        table: Table::Posting,
        id: row.id,
    })
}
