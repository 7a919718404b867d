//! Which villages a matter concerns, and what they bear of it: villages may be added while it is under
//! way, and those that leave bear nothing more.

use super::intake::{Fen, Intake, Money, Share, Touch};
use super::{Matter, MatterState, Refused};
use crate::domain::ids::VillageId;
use crate::domain::refusal::OfMatter;
use crate::domain::world::World;
use chrono::NaiveDate;

impl Matter {
    /// Returns the villages it concerns: those named when it was taken in, and those that were added since.
    /// None means the whole area.
    #[must_use]
    pub fn villages(&self) -> Vec<VillageId> {
        let mut villages = self.intake.villages.clone();
        if !villages.is_empty() {
            villages.extend(self.added().cloned());
        }
        villages
    }

    /// Returns the villages that were added while it was under way.
    fn added(&self) -> impl Iterator<Item = &VillageId> {
        let asked = self.path.iter().flat_map(|path| &path.villages);
        let added = asked.filter(|it| it.added.is_some());
        let named = &self.intake.villages;
        added
            .map(|it| &it.village)
            .filter(move |it| !named.contains(it))
    }

    /// Returns the day on which it is read: today while it is open, else the day it was closed, for what
    /// villages did since changes nothing of it.
    #[must_use]
    pub fn as_of(&self, today: NaiveDate) -> NaiveDate {
        let closed = self.history.last().map(|step| step.on);
        match (&self.state, closed) {
            (MatterState::Closed, Some(on)) => on.min(today),
            _ => today,
        }
    }

    /// Returns what it costs and who bears it on a day: a village that left bears nothing more, one that was
    /// added is named although nobody said yet what it bears.
    #[must_use]
    pub fn money_on(&self, world: &World, day: NaiveDate) -> Option<Money> {
        let mut money = self.money()?;
        let day = self.as_of(day);
        if !money.shares.is_empty() {
            let known = |it: &&VillageId| money.shares.iter().any(|share| share.village == **it);
            let new: Vec<VillageId> = self.added().filter(|it| !known(it)).cloned().collect();
            money.shares.extend(new.into_iter().map(|village| Share {
                village,
                amount: Fen(0),
            }));
        }
        money.shares.retain(|it| !left(world, &it.village, day));
        Some(money)
    }

    /// Says whether it is a levy (筹资筹劳) that several villages are to bear, and nobody said yet what each
    /// of them bears. A joint session may talk about that; the villages cannot agree to it.
    #[must_use]
    pub fn shares_unsettled(&self) -> bool {
        let several = self.villages().len() != 1;
        let money = self.money();
        let levy = self.intake.touches(Touch::Levy);
        levy && several && money.is_some_and(|it| it.shares.is_empty())
    }

    /// Lets pass what the villages may be asked: all but a levy of which the shares are not settled.
    ///
    /// # Errors
    /// [`Refused::SharesUnsettled`] where there is none, [`Refused::SharesShort`] where they come to less
    /// than the whole.
    pub fn may_be_asked(&self, world: &World, day: NaiveDate) -> Result<(), Refused> {
        match self.money().filter(|_| self.shares_unsettled()) {
            Some(money) => Err(Refused::SharesUnsettled {
                whole: money.amount,
                villages: self.villages(),
                way: self.to_settle(),
            }),
            None => self.shares_settled(world, day),
        }
    }

    /// Returns where the shares of the villages are settled by now.
    fn to_settle(&self) -> OfMatter {
        match (&self.path, self.hearings.is_empty()) {
            (Some(_), _) => OfMatter::Contribute,
            // Until it is screened its answers are simply changed.
            (None, true) if self.screening.is_none() => OfMatter::Mend,
            (None, true) => OfMatter::SendBack,
            (None, false) => OfMatter::ChooseSteps,
        }
    }

    /// Lets pass a levy (筹资筹劳) of which the shares of the villages come to the whole, or are not settled
    /// at all, and everything that is no levy.
    ///
    /// # Errors
    /// [`Refused::SharesShort`] where the shares come to less: villages would be asked to agree to what
    /// nobody bears.
    pub fn shares_settled(&self, world: &World, day: NaiveDate) -> Result<(), Refused> {
        let levy = self.intake.touches(Touch::Levy);
        let money = self.money_on(world, day).filter(|_| levy);
        let short = money.filter(|it| !it.shares.is_empty() && it.rest() > Fen(0));
        match short {
            None => Ok(()),
            Some(money) => Err(Refused::SharesShort {
                shares: money.borne(),
                whole: money.amount,
                way: self.to_settle(),
                also: (self.path.is_some() && self.hearings.is_empty())
                    .then_some(OfMatter::SendBack),
            }),
        }
    }

    /// Returns what was to be borne by villages that left by a day, and is borne by nobody.
    #[must_use]
    pub fn uncovered(&self, world: &World, day: NaiveDate) -> Vec<Share> {
        let day = self.as_of(day);
        let money = self.money().into_iter();
        let shares = money.flat_map(|it| it.shares);
        let left = shares.filter(|it| it.amount > Fen(0) && left(world, &it.village, day));
        left.collect()
    }
}

/// Returns the villages that answers named before and name no longer. Where none is named they concern the whole
/// area, and so every village but those that left by a day.
pub(super) fn taken_off(
    world: &World,
    (before, now): (&Intake, &Intake),
    on: NaiveDate,
) -> Vec<VillageId> {
    let named = before.villages.iter();
    let off = named.filter(|it| match now.villages.is_empty() {
        true => left(world, it, on),
        false => !now.villages.contains(it),
    });
    off.cloned().collect()
}

fn left(world: &World, village: &VillageId, day: NaiveDate) -> bool {
    let village = world.villages.get(village);
    village.is_some_and(|it| it.left.is_some_and(|left| left <= day))
}
