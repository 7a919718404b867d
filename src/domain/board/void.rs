//! What hangs although it is no longer so: an authority did not approve its matter since, or a village took back what it
//! had agreed to. It comes down with a reason, or is worded anew.

use super::change::matter_of;
use super::known::may_tell;
use super::order::{in_order, said_no};
use super::{Board, Light, Posting, PostingState, Refused};
use crate::domain::ids::VillageId;
use crate::domain::world::World;
use chrono::NaiveDate;

/// Why what hangs is no longer so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoLongerSo {
    /// It could not be put up today, for this.
    MayNotHang(Refused),
    /// It names a village as agreeing that took that back.
    TakenBack {
        /// The village.
        village: VillageId,
        /// The day.
        on: NaiveDate,
    },
}

impl Posting {
    /// Returns why what hangs is no longer so; `None` where it is, hangs no more or tells what came of its matter.
    #[must_use]
    pub fn no_longer_so(&self, world: &World, today: NaiveDate) -> Option<NoLongerSo> {
        if self.state == PostingState::Closed || !self.hangs() || self.result {
            return None;
        }
        let matter = matter_of(world, self);
        let may = in_order(world, self, matter, today);
        let may = may.and_then(|()| may_tell(world, self, matter, today));
        let hinders = may.err().filter(|why| {
            matches!(
                why,
                Refused::StepRefused { .. } | Refused::OthersOpen | Refused::Rejected { .. }
            )
        });
        let back = || {
            let (village, on) = match (&self.board, said_no(world, self)) {
                // Outside any steps its own board tells of nothing but what it agreed to.
                (Board::Village(village), Some(on)) => (village.clone(), on),
                _ => self.tells_taken_back(world)?,
            };
            Some(NoLongerSo::TakenBack { village, on })
        };
        hinders.map(NoLongerSo::MayNotHang).or_else(back)
    }

    /// Says whether nothing is to hang in its place once it comes down: it may not hang at all, or its own village took
    /// back what it had agreed to. What only names another village as agreeing is worded anew and hangs.
    #[must_use]
    pub fn is_void(&self, world: &World, today: NaiveDate) -> bool {
        match self.no_longer_so(world, today) {
            Some(NoLongerSo::MayNotHang(_)) => true,
            Some(NoLongerSo::TakenBack { village, .. }) => self.board == Board::Village(village),
            None => false,
        }
    }

    /// Returns the village that took back what it had agreed to after the wording in force was written, which names it or hangs
    /// on its own board.
    fn tells_taken_back(&self, world: &World) -> Option<(VillageId, NaiveDate)> {
        let (wording, matter) = (self.wording()?, matter_of(world, self)?);
        let path = matter.path.as_ref()?;
        let decider = path.template.decider()?;
        let back = path.taken_back();
        let mut since = back.iter().filter(|it| {
            let entered = path.entries.get(it.entry).map(|entry| entry.at.day());
            it.step <= decider && entered > Some(wording.on)
        });
        since.find_map(|it| {
            let name = world.villages.get(it.village)?.name.as_str();
            // On its own board a text says 本村, and means it.
            let own = self.board == Board::Village(it.village.clone());
            let named = own || wording.text.as_str().contains(name);
            named.then(|| (it.village.clone(), it.on))
        })
    }

    /// Returns how urgent what is next about it is on a day, as its matter stands.
    #[must_use]
    pub fn light_as_it_stands(&self, world: &World, today: NaiveDate) -> Light {
        let light = self.light_in_order(world, today);
        match self.no_longer_so(world, today) {
            Some(_) => light.min(Light::Void),
            None => light,
        }
    }
}
