//! Postings that name what a village no longer contributes, or tell of its consent what is no longer so.

use super::{Posting, PostingState};
use crate::domain::ids::VillageId;
use crate::domain::matter::Matter;
use crate::domain::matter::intake::Fen;
use crate::domain::matter::path::{Entry, Level};
use crate::domain::rule::Name;
use crate::domain::world::World;

impl Posting {
    /// Returns the village whose contribution was changed after the wording in force was written, where
    /// that wording names the old figure and not the one that holds. A change only in the order of days
    /// is not enough: on one day the text may be the later of the two.
    #[must_use]
    pub fn names_old_share<'m>(&self, matter: &'m Matter) -> Option<&'m VillageId> {
        if self.state == PostingState::Closed || self.matter.as_ref() != Some(&matter.id) {
            return None;
        }
        let wording = self.wording()?;
        let figures = figures(wording.text.as_str());
        let named = |amount: Fen| figures.iter().filter(|it| **it == amount).count();
        let money = matter.money()?;
        let holds = |amount: Fen| money.shares.iter().filter(|it| it.amount == amount).count();
        let changes = matter.path.iter().flat_map(|it| &it.contributions);
        let mut stale = changes.filter(|it| {
            let now = matter.contribution_of(&it.village);
            it.on >= wording.on && named(it.was) > 0 && named(now) < holds(now)
        });
        stale.next().map(|it| &it.village)
    }

    /// Returns the village that decided, the day of whose decision was corrected, or whose filing was turned down,
    /// after the day on which the wording in force was written, where that wording names it: it says of the village what is no longer so.
    #[must_use]
    pub fn tells_old_consent<'m>(
        &self,
        world: &World,
        matter: &'m Matter,
    ) -> Option<&'m VillageId> {
        let of = self.matter.as_ref() == Some(&matter.id) && !self.result;
        let wording = self.wording().filter(|_| of)?;
        if self.state == PostingState::Closed {
            return None;
        }
        let names = |village: &VillageId| {
            let named = world.villages.get(village);
            named.is_some_and(|it| wording.text.as_str().contains(it.name.as_str()))
        };
        let Some(path) = matter.path.as_ref() else {
            let heard = matter.hearings.iter().flat_map(|it| &it.motions);
            let mut asked = heard.flat_map(|it| &it.villages);
            let turned = asked.find(|it| it.turned_after(wording.on) && names(&it.village));
            return turned.map(|it| &it.village);
        };
        let decider = path.template.decider()?;
        // A reconsideration that upheld it, or to which too few came, changed nothing.
        let upheld = |it: &Entry| it.anew.is_some() && it.agreed() != Some(false);
        let entries = path.entries.iter();
        // So does one that an authority turned down after it agreed.
        let filed = |it: &&Entry| {
            let of = path.template.steps.get(it.step);
            let own = of.is_some_and(|of| of.level == Level::Village && of.is_review());
            own && it.agreed() == Some(false)
        };
        // So does one that stopped at a step before its decision.
        let stopped = |it: &&Entry| it.step < decider && it.agreed() == Some(false);
        let entries =
            entries.filter(|it| (it.step == decider && !upheld(it)) || filed(it) || stopped(it));
        let mut later = entries.filter(|it| {
            let corrected = it.moved.iter().map(|it| it.at.day()).max();
            Some(it.at.day()).max(corrected) > Some(wording.on)
        });
        later.find_map(|it| {
            let village = it.village.as_ref()?;
            names(village).then_some(village)
        })
    }
}

impl Posting {
    /// Returns the step at which a matter was reviewed from above, where the wording in force was written before
    /// that was entered and names nobody who did it.
    #[must_use]
    pub fn untold_review<'m>(&self, matter: &'m Matter) -> Option<&'m Name> {
        let of = self.matter.as_ref() == Some(&matter.id) && !self.result;
        let wording = self.wording().filter(|_| of)?;
        if self.state == PostingState::Closed {
            return None;
        }
        let mut reviews = matter.reviews().into_iter();
        reviews.find_map(|it| {
            let untold = !wording.text.as_str().contains(it.body.as_str());
            (it.entered >= wording.on && untold).then_some(it.step)
        })
    }
}

/// Returns every amount that stands in a text.
fn figures(text: &str) -> Vec<Fen> {
    let bare: String = text.chars().filter(|it| *it != ',').collect();
    let runs = bare.split(|it: char| !it.is_ascii_digit() && it != '.');
    runs.filter_map(Fen::from_yuan).collect()
}
