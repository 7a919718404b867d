//! What each village answered, and what that comes to.

use super::{Cell, Grid, State};
use crate::domain::ids::VillageId;
use crate::domain::matter::path::{By, Entry, Level};
use crate::domain::rule::{Name, Partial};
use chrono::NaiveDate;

/// What the villages came to, and what whoever must review that made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// 履行中.
    UnderWay,
    /// The villages came to an end; whoever must review it from above has not approved yet.
    UnderReview,
    /// 全部通过.
    All,
    /// 部分村通过.
    Part,
    /// 未通过.
    NotPassed,
    /// Town, county or whoever reviews it from above did not approve it.
    NotApproved,
}

/// What a village answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Not yet.
    Silent,
    /// It agreed.
    Agreed,
    /// It did not.
    Refused,
    /// It has left, whatever it answered before.
    Gone,
}

impl<'a> Grid<'a> {
    /// Says whether a village agreed, whether it has left since or not.
    pub(super) fn consented(&self, village: &VillageId) -> bool {
        let Some(decider) = self.path.template.decider() else {
            return true;
        };
        let mut tries = self.path.tries(decider, Some(village)).rev();
        // What its Party organisation took back since is to be studied there anew before the village goes on.
        tries.find_map(|(_, it)| it.agreed()) == Some(true)
            && self.path.stopped_before(village).is_none()
    }

    /// Returns the villages that count: all that are asked, but for those that left.
    #[must_use]
    pub fn counted(&self) -> Vec<&'a VillageId> {
        let asked = self.path.villages.iter().map(|it| &it.village);
        asked.filter(|it| self.answer(it) != Answer::Gone).collect()
    }

    /// Returns what a village answered.
    #[must_use]
    pub fn answer(&self, village: &VillageId) -> Answer {
        let refused = |step: usize| {
            let tries = self.path.tries(step, Some(village)).rev();
            tries.map(|(_, it)| it).find_map(Entry::agreed) == Some(false)
        };
        let Some(decider) = self.path.template.decider() else {
            return Answer::Silent;
        };
        if self.left(village).is_some() {
            return Answer::Gone;
        }
        if self.consented(village) {
            return Answer::Agreed;
        }
        if (0..=decider).any(refused) {
            return Answer::Refused;
        }
        Answer::Silent
    }

    /// Returns the day a village agreed, where it did.
    #[must_use]
    pub fn agreed_on(&self, village: &VillageId) -> Option<NaiveDate> {
        let decider = self.path.template.decider()?;
        let stands = self.path.stands(decider, Some(village));
        let agreed = stands.filter(|(_, it)| it.agreed() == Some(true));
        agreed
            .map(|(_, it)| it.on)
            .filter(|_| self.answer(village) == Answer::Agreed)
    }

    /// Returns what it came to: what the villages did, where nobody who reviews it is still to approve it from above,
    /// or did not.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        let villages = self.of_villages();
        let records = self.path.template.steps.iter().enumerate();
        let records = records.filter(|(_, it)| it.level != Level::Village && it.by == By::Record);
        let open = records.filter_map(|(step, of)| {
            let state = &self.cell(step, None)?.state;
            state.done().is_none().then_some((of.level, state))
        });
        let open: Vec<(Level, &State)> = open.collect();
        let refused = open
            .iter()
            .filter(|(_, it)| matches!(it, State::Refused { .. }));
        match refused.map(|(level, _)| *level).max() {
            Some(Level::Township) => return Outcome::NotApproved,
            Some(_) => return Outcome::NotPassed,
            None => {}
        }
        let reviewed = open.iter().all(|(level, _)| *level != Level::Township);
        match villages {
            Outcome::All | Outcome::Part if !reviewed => Outcome::UnderReview,
            villages => villages,
        }
    }

    /// Returns what the villages came to; where none votes, what the joint session came to.
    #[must_use]
    pub fn of_villages(&self) -> Outcome {
        if self.path.template.decider().is_none() {
            return self.of_session();
        }
        let answers = self.counted();
        let answers = answers.into_iter().map(|village| self.answer(village));
        let (mut agreed, mut refused, mut silent) = (0_usize, 0_usize, 0_usize);
        for answer in answers {
            match answer {
                Answer::Agreed => agreed += 1,
                Answer::Refused => refused += 1,
                Answer::Silent | Answer::Gone => silent += 1,
            }
        }
        match self.assent {
            Partial::AllMust if refused > 0 => Outcome::NotPassed,
            _ if silent > 0 => Outcome::UnderWay,
            _ if agreed == 0 => Outcome::NotPassed,
            _ if refused == 0 => Outcome::All,
            _ => Outcome::Part,
        }
    }

    fn of_session(&self) -> Outcome {
        let steps = self.path.template.steps.iter();
        let joint = steps.enumerate().find(|(_, it)| it.by == By::Session);
        match joint.map(|(step, _)| self.session_state(step)) {
            Some(State::Done { .. }) => Outcome::All,
            Some(State::Refused { .. }) => Outcome::NotPassed,
            _ => Outcome::UnderWay,
        }
    }

    /// Returns the villages that go on: none, as long as all must agree and not all of them did, none where it was not
    /// approved from above, and none of those whose filing was turned down.
    #[must_use]
    pub fn going_on(&self) -> Vec<VillageId> {
        match (self.assent, self.outcome()) {
            (_, Outcome::NotPassed | Outcome::NotApproved)
            | (Partial::AllMust, Outcome::UnderWay) => Vec::new(),
            _ => {
                let mut agreed = self.who(Answer::Agreed);
                agreed.retain(|village| self.turned_down(village).is_none());
                agreed
            }
        }
    }

    /// Returns the step at which an authority turned down what a village gave in after its decision, such as its
    /// filing, and the day; `None` where none did, or went along since.
    #[must_use]
    pub fn turned_down(&self, village: &VillageId) -> Option<(&'a Name, NaiveDate)> {
        let steps = self.path.template.steps.iter().enumerate();
        let mut reviews = steps.filter(|(_, it)| it.level == Level::Village && it.is_review());
        reviews.find_map(|(step, of)| match self.cell(step, Some(village))?.state {
            State::Refused { on } => Some((&of.name, on)),
            _ => None,
        })
    }

    /// Returns the villages that answered so, in their order.
    #[must_use]
    pub fn who(&self, answer: Answer) -> Vec<VillageId> {
        let asked = self.path.villages.iter().map(|it| &it.village);
        let so = asked.filter(|it| self.answer(it) == answer);
        so.cloned().collect()
    }

    /// Returns the day a village was added, where a step that is not the villages' was done before that.
    #[must_use]
    pub fn added_after(&self, village: &VillageId, cell: &Cell) -> Option<NaiveDate> {
        let mut asked = self.path.villages.iter();
        let asked = asked.find(|it| it.village == *village)?;
        let added = asked.added.as_ref()?.on;
        let done = cell.state.done().filter(|_| cell.village.is_none())?;
        (done < added).then_some(added)
    }
}
