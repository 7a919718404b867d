//! The agenda: items in order, each of a kind, each with its time.

mod change;
mod dropped;
mod late;
mod owed;

pub(super) use change::no_open_vote;
pub(in crate::domain) use change::sitting_now;
pub use change::{Command, Event, apply, decide};
pub use dropped::{Dropped, Refused, may_drop};
pub use late::{Added, Late};
pub use owed::{Owed, carried as carried_votes, owed};

use super::attendance::Stay;
use super::{Session, SessionState};
use crate::domain::ids::{ItemId, MatterId, MotionId, PersonId, RuleId, SessionId, VillageId};
use crate::domain::text::{Line, Text};
use crate::domain::vote::{Effect, Motion, MotionState, SequelStep, Standing, standing};
use crate::domain::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What an item is for. Only a decision asks for a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum ItemKind {
    /// 传达学习.
    Study,
    /// 通报.
    Notice,
    /// 听取汇报.
    Report,
    /// 讨论.
    Discussion,
    /// 审议表决.
    Decision {
        /// The rule its votes are judged by.
        rule: RuleId,
    },
    /// 上次议定事项落实情况: the open follow-ups are gone through and set, and what is set is minuted.
    Review,
}

impl ItemKind {
    /// Returns the rule its votes are judged by, where it has any.
    #[must_use]
    pub fn rule(&self) -> Option<&RuleId> {
        match self {
            Self::Decision { rule } => Some(rule),
            Self::Study | Self::Notice | Self::Report | Self::Discussion | Self::Review => None,
        }
    }
}

/// Where an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemState {
    /// Not taken up yet.
    Pending,
    /// Being dealt with.
    Running,
    /// Put aside for a while.
    Paused,
    /// Dealt with.
    Done,
    /// Put off to another session.
    Deferred,
    /// Taken back.
    Withdrawn,
}

impl Item {
    /// Returns who is to present it: whoever was named in the session, else whoever was planned.
    #[must_use]
    pub fn presents(&self) -> Option<&PersonId> {
        self.presented.as_ref().or(self.presenter.as_ref())
    }

    /// Returns how often it was voted in the sessions before.
    #[must_use]
    pub fn voted_before(&self) -> u32 {
        let put_off = self.put_off.iter().map(|it| it.rounds);
        let owed = self.owes.iter().map(|it| it.rounds);
        put_off.chain(owed).max().unwrap_or(0)
    }

    /// Returns what a session before put off, or left with a vote that is owed: the last of it.
    #[must_use]
    pub fn voted_last(&self) -> Option<VotedBefore<'_>> {
        let put_off = self.put_off.last().map(|it| VotedBefore {
            on: it.on,
            wording: &it.wording,
            effect: it.effect,
            villages: &it.villages,
        });
        let owed = self.owes.last().map(|it| VotedBefore {
            on: it.on,
            wording: &it.wording,
            effect: it.effect,
            villages: &it.villages,
        });
        put_off.into_iter().chain(owed).max_by_key(|it| it.on)
    }

    /// Makes the item a new agenda opens with: 上次议定事项落实情况.
    #[must_use]
    pub const fn opening(id: ItemId, session: SessionId, title: Line) -> Self {
        Self {
            id,
            session,
            position: 1,
            published_number: None,
            title,
            kind: ItemKind::Review,
            planned: Some(10),
            presenter: None,
            presented: None,
            villages: Vec::new(),
            concerned: Vec::new(),
            late: None,
            state: ItemState::Pending,
            runs: Vec::new(),
            carries: None,
            put_off: Vec::new(),
            owes: Vec::new(),
            dropped: None,
            matter: None,
        }
    }
}

impl ItemState {
    /// Says whether nothing more is to be done about it in this session.
    #[must_use]
    pub fn settled(self) -> bool {
        matches!(self, Self::Done | Self::Deferred | Self::Withdrawn)
    }
}

/// Says whether an item was voted on and nothing of it is still to be voted.
#[must_use]
pub fn is_decided(world: &World, item: &Item) -> bool {
    decided(world, &item.id) && owed(world, &item.id).is_none()
}

/// Returns as what an item is settled that is talked over: put off, where a motion of it is.
#[must_use]
pub fn settles_as(world: &World, item: &ItemId) -> ItemState {
    if put_off(world, item) {
        ItemState::Deferred
    } else {
        ItemState::Done
    }
}

/// Says whether an item is left over for a later session: not settled here, or a motion of it put off. One
/// that was only left for another after its vote is settled.
#[must_use]
pub fn is_left_over(world: &World, item: &Item) -> bool {
    let settled = matches!(item.state, ItemState::Done | ItemState::Withdrawn);
    !(settled || decided(world, &item.id))
        || put_off(world, &item.id)
        || owed(world, &item.id).is_some()
}

/// Returns the items of closed sessions whose motions were put off to a day, the next session or one that
/// is past by then, and that no agenda has taken up since.
pub fn come_back(world: &World, on: NaiveDate) -> impl Iterator<Item = &Item> {
    let open = world.items.values().map(AsRef::as_ref);
    let open = open.filter(move |item: &&Item| waits_to_come_back(world, item));
    open.filter(move |item| {
        let mut put_off = world.motions_of(&item.id).filter_map(PutOff::of);
        put_off.all(|it| it.until.is_none_or(|until| until <= on))
    })
}

/// Returns the day to which a motion is put off; `None` where it is not, or the next session takes it up.
#[must_use]
pub fn put_off_until(motion: &Motion) -> Option<NaiveDate> {
    PutOff::of(motion)?.until
}

/// Says whether a motion of an item was put off in a session that is over, and no agenda has taken the item
/// up since.
#[must_use]
pub fn waits_to_come_back(world: &World, item: &Item) -> bool {
    let over = |it: &Session| it.state >= SessionState::Closed;
    world.session(&item.session).is_ok_and(over)
        && put_off(world, &item.id)
        && !is_carried(world, &item.id)
}

/// Says whether an item was left over by a session that is over, and waits for another agenda: no matter stands
/// behind it that would lead there, none has taken it up since, and it was not given up. What was put off or is
/// owed another vote is found by its motion.
#[must_use]
pub fn left_behind(world: &World, item: &Item) -> bool {
    let over = |it: &Session| it.state >= SessionState::Closed && it.published_as.is_none();
    item.matter.is_none()
        && item.dropped.is_none()
        && item.kind != ItemKind::Review
        && world.session(&item.session).is_ok_and(over)
        && is_left_over(world, item)
        && !put_off(world, &item.id)
        && owed(world, &item.id).is_none()
        && !is_carried(world, &item.id)
}

/// Says whether a later agenda took an item up.
#[must_use]
pub fn is_carried(world: &World, item: &ItemId) -> bool {
    let mut items = world.items.values();
    items.any(|it| it.carries.as_ref() == Some(item))
}

/// Returns how often and how an item was put off, here and before.
fn put_off_so_far(world: &World, item: &Item) -> Vec<PutOff> {
    let here = world.motions_of(&item.id).filter_map(PutOff::of);
    item.put_off.iter().cloned().chain(here).collect()
}

/// Says whether an item was decided, and no motion of it is still to be voted.
fn decided(world: &World, item: &ItemId) -> bool {
    let voted = |motion: &Motion| {
        matches!(
            motion.state,
            MotionState::Announced { .. } | MotionState::Agreed { .. }
        )
    };
    let settled =
        |motion: &Motion| voted(motion) || matches!(motion.state, MotionState::Withdrawn { .. });
    let mut motions = world.motions_of(item);
    world.motions_of(item).any(voted) && motions.all(settled)
}

fn put_off(world: &World, item: &ItemId) -> bool {
    let mut motions = world.motions_of(item);
    motions.any(|motion| standing(motion) == Standing::Deferred)
}

/// An agenda item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its id.
    pub id: ItemId,
    /// The session it belongs to.
    pub session: SessionId,
    /// Where it stands, from 1.
    pub position: u32,
    /// The number it was published under, where it was imported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_number: Option<Line>,
    /// Its title.
    pub title: Line,
    /// What it is for.
    pub kind: ItemKind,
    /// Minutes planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<u32>,
    /// 汇报人, as planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presenter: Option<PersonId>,
    /// Who presents it in the session, where that is somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presented: Option<PersonId>,
    /// Villages concerned; empty means the whole area.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub villages: Vec<VillageId>,
    /// People it concerns in person: they, and whoever is close kin, are proposed to withdraw.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub concerned: Vec<PersonId>,
    /// How and why it was added after the notice, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late: Option<Late>,
    /// Where it stands.
    pub state: ItemState,
    /// When it was dealt with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub runs: Vec<Stay>,
    /// The item of an earlier session it carries on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carries: Option<ItemId>,
    /// The votes by which it was put off in the sessions before, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub put_off: Vec<PutOff>,
    /// The votes that are owed from the sessions before, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub owes: Vec<Owed>,
    /// That it was given up after its session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dropped: Option<Dropped>,
    /// The matter it deals with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterId>,
}

/// A motion as it stood when a session before voted on it: it is put to the vote again as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VotedBefore<'a> {
    /// The day it was voted.
    pub on: NaiveDate,
    /// Its wording.
    pub wording: &'a Text,
    /// What a vote for it brings about.
    pub effect: Effect,
    /// The villages it concerns.
    pub villages: &'a [VillageId],
}

/// 暂缓: a vote whose motion was put off, as a later session is told of it. The session it was in may be
/// filed by then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutOff {
    /// The motion.
    pub motion: MotionId,
    /// The day it was voted.
    pub on: NaiveDate,
    /// Its wording.
    pub wording: Text,
    /// What a vote for it brings about.
    #[serde(default)]
    pub effect: Effect,
    /// The villages it concerns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub villages: Vec<VillageId>,
    /// For.
    pub yes: u32,
    /// Against.
    pub no: u32,
    /// Abstaining.
    pub abstain: u32,
    /// Until which day; absent where the next session takes it up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// How often it was voted by then, here and before.
    #[serde(default)]
    pub rounds: u32,
}

impl PutOff {
    fn of(motion: &Motion) -> Option<Self> {
        let until = motion.sequels.iter().rev().find_map(|it| match &it.step {
            SequelStep::Deferred { until, .. } => Some(*until),
            _ => None,
        });
        let counts = motion.result()?.tally.counts;
        let MotionState::Announced { at, .. } = &motion.state else {
            return None;
        };
        (standing(motion) == Standing::Deferred).then_some(Self {
            motion: motion.id.clone(),
            on: at.day(),
            wording: motion.wordings.last()?.text.clone(),
            effect: motion.effect,
            villages: motion.villages.clone(),
            yes: counts.yes,
            no: counts.no,
            abstain: counts.abstain,
            until: until?,
            rounds: motion.rounds(),
        })
    }
}
