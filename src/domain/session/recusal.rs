//! Recusal (回避): who withdraws from an item, from a part of it or from one motion, why, from when to when.
//!
//! Whoever withdraws need not leave the room. While it lasts the vote of everything it covers finds the
//! person marked as recused; what that does to quorum and base is the rule's to say. Whoever an item
//! concerns in person, and whoever is close kin of somebody concerned, is proposed (近亲属回避).

use super::agenda::{Item, ItemState, sitting_now};
use super::decide::{on_the_roll, roll_open};
use super::{Event, Session};
use crate::domain::dates::Minute;
use crate::domain::ids::{ItemId, MotionId, PersonId, SessionId};
use crate::domain::refusal::Refusal;
use crate::domain::text::Line;
use crate::domain::vote::Motion;
use crate::domain::world::World;
use serde::{Deserialize, Serialize};

/// What somebody withdraws from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Matter {
    /// An item, with every vote in it.
    Item {
        /// The item.
        item: ItemId,
    },
    /// A part of an item, with every vote taken while it lasts.
    Part {
        /// The item.
        item: ItemId,
        /// Which part, in words.
        part: Line,
    },
    /// One motion.
    Motion {
        /// The motion.
        motion: MotionId,
    },
}

impl Matter {
    /// Returns the item, where it is an item or a part of one.
    #[must_use]
    pub const fn item(&self) -> Option<&ItemId> {
        match self {
            Self::Item { item } | Self::Part { item, .. } => Some(item),
            Self::Motion { .. } => None,
        }
    }

    /// Says whether the vote on a motion is a part of it.
    #[must_use]
    pub fn covers(&self, motion: &Motion) -> bool {
        match self {
            Self::Item { item } | Self::Part { item, .. } => *item == motion.item,
            Self::Motion { motion: id } => *id == motion.id,
        }
    }
}

/// That somebody withdraws.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recusal {
    /// Who.
    pub person: PersonId,
    /// From what.
    pub of: Matter,
    /// Why.
    pub reason: Line,
    /// Since when.
    pub from: Minute,
    /// Until when; absent while it lasts, and where it lasted to the end of what it is of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Minute>,
}

impl Recusal {
    /// Returns when it ended: when the person went back, else with the item or the vote it was of.
    #[must_use]
    pub fn ended(&self, world: &World) -> Option<Minute> {
        self.to.or_else(|| match &self.of {
            Matter::Item { item } | Matter::Part { item, .. } => {
                // The last run of an item that is dealt with now has no end yet.
                world.items.get(item)?.runs.last()?.to
            }
            Matter::Motion { motion } => Some(world.motions.get(motion)?.result()?.ended),
        })
    }
}

/// That a recusal was proposed for an item and not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declined {
    /// The item.
    pub item: ItemId,
    /// Whose recusal.
    pub person: PersonId,
}

/// Why a recusal is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// The item concerns the person.
    Concerned,
    /// The item concerns somebody who is close kin.
    Kin {
        /// Whom it concerns.
        of: PersonId,
        /// What they are to each other.
        relation: Line,
    },
}

/// A recusal that is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Whose.
    pub person: PersonId,
    /// Why.
    pub ground: Ground,
}

/// Proposes who should withdraw from an item: voters who have come, whom it concerns or who are close
/// kin of somebody it concerns. Whoever withdrew from it before, or was proposed and declined, is
/// proposed no more.
#[must_use]
pub fn proposals(world: &World, session: &Session, item: &Item) -> Vec<Proposal> {
    if item.concerned.is_empty() {
        return Vec::new();
    }
    let came = session.entitled().filter(|it| it.came());
    let people = came.map(|attendee| &attendee.place.person);
    let open = people.filter(|person| !session.settled_recusal(&item.id, person));
    open.filter_map(|person| {
        ground(world, item, person).map(|ground| Proposal {
            person: person.clone(),
            ground,
        })
    })
    .collect()
}

fn ground(world: &World, item: &Item, person: &PersonId) -> Option<Ground> {
    if item.concerned.contains(person) {
        return Some(Ground::Concerned);
    }
    let mut kin = world.people.get(person)?.kin.iter();
    let kin = kin.find(|kin| item.concerned.contains(&kin.person))?;
    Some(Ground::Kin {
        of: kin.person.clone(),
        relation: kin.relation.clone(),
    })
}

impl Session {
    /// Returns the recusals from an item that last, whole or in part.
    pub fn recused_from<'a>(&'a self, item: &'a ItemId) -> impl Iterator<Item = &'a Recusal> {
        self.recusals
            .iter()
            .filter(move |it| it.to.is_none() && it.of.item() == Some(item))
    }

    /// Returns the recusal that keeps somebody from the vote on a motion now.
    #[must_use]
    pub fn recusal_from(&self, motion: &Motion, person: &PersonId) -> Option<&Recusal> {
        let mut last = self.recusals.iter().filter(|it| it.to.is_none());
        last.find(|it| it.person == *person && it.of.covers(motion))
    }

    /// Says whether a recusal from an item is settled either way.
    fn settled_recusal(&self, item: &ItemId, person: &PersonId) -> bool {
        let of_item = |it: &Recusal| it.of.item() == Some(item) && it.person == *person;
        self.recusals.iter().any(of_item)
            || self
                .declined
                .iter()
                .any(|it| it.item == *item && it.person == *person)
    }

    /// Ends the recusal of somebody that lasts.
    pub(super) fn end_recusal(&mut self, person: &PersonId, of: &Matter, at: Minute) {
        let mut last = self.recusals.iter_mut().filter(|it| it.to.is_none());
        if let Some(recusal) = last.find(|it| it.person == *person && it.of == *of) {
            recusal.to = Some(at);
        }
    }
}

pub(super) fn recuse(
    world: &World,
    id: &SessionId,
    recusal: &Recusal,
) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    sitting_now(session)?;
    let name = || world.person(&recusal.person).map(|it| it.name.clone());
    if !on_the_roll(world, session, &recusal.person)?
        .place
        .entitled()
    {
        return Err(Refusal::NotEntitled { name: name()? });
    }
    let lasting = match &recusal.of {
        Matter::Item { item } | Matter::Part { item, .. } => {
            let item = world.item(item)?;
            if item.session != *id {
                return Err(Refusal::Unknown);
            }
            if item.state != ItemState::Running {
                return Err(Refusal::ItemNotRunning {
                    title: item.title.clone(),
                });
            }
            session
                .recused_from(&item.id)
                .find(|it| it.person == recusal.person)
        }
        Matter::Motion { motion } => {
            let motion = world.motion(motion)?;
            if motion.session != *id {
                return Err(Refusal::Unknown);
            }
            if !motion.pending() {
                return Err(Refusal::MotionPastWording);
            }
            session.recusal_from(motion, &recusal.person)
        }
    };
    let recusal = Recusal {
        to: None,
        ..recusal.clone()
    };
    match lasting {
        // The same words twice are one recusal: after a crash a clerk enters them again.
        Some(known) if known.of == recusal.of && known.reason == recusal.reason => Ok(Vec::new()),
        Some(_) => Err(Refusal::Withdrawn { name: name()? }),
        None => Ok(vec![Event::Recused {
            session: id.clone(),
            recusal,
        }]),
    }
}

pub(super) fn give_back(
    world: &World,
    id: &SessionId,
    person: &PersonId,
    of: &Matter,
    at: Minute,
) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    roll_open(session)?;
    let mut known = session.recusals.iter();
    let known = known.rfind(|it| it.person == *person && it.of == *of);
    let known = known.ok_or(Refusal::Unknown)?;
    if known.to.is_some() {
        return Ok(Vec::new());
    }
    if at < known.from {
        return Err(Refusal::TimesCross);
    }
    Ok(vec![Event::RecusalEnded {
        session: id.clone(),
        person: person.clone(),
        of: of.clone(),
        at,
    }])
}

pub(super) fn decline(
    world: &World,
    id: &SessionId,
    declined: &Declined,
) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    sitting_now(session)?;
    let item = world.item(&declined.item)?;
    if item.session != *id {
        return Err(Refusal::Unknown);
    }
    if session.declined.contains(declined) {
        return Ok(Vec::new());
    }
    let mut proposed = proposals(world, session, item).into_iter();
    if !proposed.any(|it| it.person == declined.person) {
        return Err(Refusal::Unknown);
    }
    Ok(vec![Event::RecusalDeclined {
        session: id.clone(),
        declined: declined.clone(),
    }])
}
