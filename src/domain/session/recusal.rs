//! Recusal (回避): who withdraws from an item, from a part of it or from one motion, why, from when to when.
//!
//! Whoever withdraws need not leave the room. While it lasts the vote of everything it covers finds the
//! person marked as recused; what that does to quorum and base is the rule's to say. Whoever an item
//! concerns in person, and whoever is close kin of somebody concerned, is proposed (近亲属回避).

use super::agenda::{Item, ItemState, sitting_now};
use super::decide::{on_the_roll, roll_open};
use super::turn::{Moment, Turn, stated_now};
use super::{Event, Session};
use crate::domain::dates::Minute;
use crate::domain::ids::{ItemId, MotionId, PersonId, SessionId};
use crate::domain::refusal::Refusal;
use crate::domain::text::Line;
use crate::domain::vote::{Due, Motion, MotionState, due};
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
    /// A part of an item, with the votes on the motions that are of it.
    Part {
        /// The item.
        item: ItemId,
        /// Which part, in words.
        part: Line,
        /// Its motions that are of this part; whoever withdraws votes on the others.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        motions: Vec<MotionId>,
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
            Self::Item { item } => *item == motion.item,
            Self::Part { motions, .. } => motions.contains(&motion.id),
            Self::Motion { motion: id } => *id == motion.id,
        }
    }

    /// Says whether it is the same item, part or motion; which motions are of a part may have changed.
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Part { item, part, .. },
                Self::Part {
                    item: of,
                    part: other,
                    ..
                },
            ) => (item, part) == (of, other),
            _ => self == other,
        }
    }
}

/// Why somebody withdraws. What nobody put in words is worded where it is read, in its language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Reason {
    /// 有直接利害关系, and nothing more was said.
    Interest,
    /// Close kin of somebody the item concerns.
    Kin {
        /// Whom it concerns.
        of: PersonId,
        /// What they are to each other.
        relation: Line,
    },
    /// A document that was taken in says none.
    Unstated,
    /// In words.
    Stated {
        /// The words.
        words: Line,
    },
}

impl From<Line> for Reason {
    fn from(words: Line) -> Self {
        Self::Stated { words }
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
    pub reason: Reason,
    /// Since when.
    pub from: Minute,
    /// Until when; absent while it lasts, and where it lasted to the end of what it is of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Minute>,
    /// How its first minute was come by.
    #[serde(default, skip_serializing_if = "Turn::is_plain")]
    pub from_turn: Turn,
    /// How its last minute was come by.
    #[serde(default, skip_serializing_if = "Turn::is_plain")]
    pub to_turn: Turn,
}

impl Recusal {
    /// Returns one that lasts from a minute on.
    #[must_use]
    pub fn since(person: PersonId, of: Matter, reason: Reason, from: Minute) -> Self {
        Self {
            person,
            of,
            reason,
            from,
            to: None,
            from_turn: Turn::default(),
            to_turn: Turn::default(),
        }
    }

    /// Returns when it began.
    #[must_use]
    pub const fn began(&self) -> Moment {
        let (at, turn) = (self.from, self.from_turn);
        Moment { at, turn }
    }

    /// Returns when the person went back.
    #[must_use]
    pub fn came_back(&self) -> Option<Moment> {
        let turn = self.to_turn;
        self.to.map(|at| Moment { at, turn })
    }

    /// Returns when it ended: when the person went back, else with the item or the vote it was of.
    #[must_use]
    pub fn ended(&self, world: &World) -> Option<Moment> {
        self.came_back().or_else(|| match &self.of {
            Matter::Item { item } | Matter::Part { item, .. } => {
                // The last run of an item that is dealt with now has no end yet.
                world.items.get(item)?.runs.last()?.ended()
            }
            Matter::Motion { motion } => {
                let motion = world.motions.get(motion)?;
                Some(motion.ballot()?.ending(motion.result()?))
            }
        })
    }

    /// Returns it as somebody states it: a minute that is the one known was come by as that was.
    #[must_use]
    pub fn as_stated(mut self, world: &World, session: &Session, known: Option<&Self>) -> Self {
        let stated = stated_now(world, &session.id);
        let from = known.filter(|known| known.from == self.from);
        self.from_turn = from.map_or(stated, |known| known.from_turn);
        let to = known.filter(|known| known.to == self.to);
        self.to_turn = match self.to {
            Some(_) => to.map_or(stated, |known| known.to_turn),
            None => Turn::default(),
        };
        self
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

impl From<Ground> for Reason {
    fn from(ground: Ground) -> Self {
        match ground {
            Ground::Concerned => Self::Interest,
            Ground::Kin { of, relation } => Self::Kin { of, relation },
        }
    }
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

/// Returns why somebody withdraws from an item where nobody says it: kin of somebody it concerns, where
/// that is on record, else a direct interest.
#[must_use]
pub fn recorded(world: &World, item: &Item, person: &PersonId) -> Reason {
    ground(world, item, person).map_or(Reason::Interest, Reason::from)
}

impl Session {
    /// Returns why somebody withdrew from a motion, or would have, where nobody says it: as the recusal
    /// that is on record has it, else by what is recorded of the item and its people.
    #[must_use]
    pub fn reason_of(&self, world: &World, motion: &Motion, person: &PersonId) -> Reason {
        let mut known = self.recusals.iter();
        let known = known.rfind(|it| it.person == *person && it.of.covers(motion));
        let item = || world.items.get(&motion.item);
        let recorded = || item().map_or(Reason::Interest, |item| recorded(world, item, person));
        known.map_or_else(recorded, |it| it.reason.clone())
    }

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

    /// Returns the recusals from parts of an item that last, each part with whoever withdrew from it.
    #[must_use]
    pub fn recused_parts<'a>(&'a self, item: &'a ItemId) -> Vec<(&'a Line, Vec<&'a Recusal>)> {
        let mut parts: Vec<(&Line, Vec<&Recusal>)> = Vec::new();
        for recusal in self.recused_from(item) {
            let Matter::Part { part, .. } = &recusal.of else {
                continue;
            };
            match parts.iter_mut().find(|(known, _)| *known == part) {
                Some((_, people)) => people.push(recusal),
                None => parts.push((part, vec![recusal])),
            }
        }
        parts
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
    pub(super) fn end_recusal(&mut self, person: &PersonId, of: &Matter, at: Moment) {
        if let Some(recusal) = self.lasting_recusal(person, of) {
            (recusal.to, recusal.to_turn) = (Some(at.at), at.turn);
        }
    }

    /// Says which motions are of the part somebody withdrew from.
    pub(super) fn reframe_recusal(&mut self, person: &PersonId, of: &Matter, now: &[MotionId]) {
        let recusal = self.lasting_recusal(person, of);
        if let Some(Matter::Part { motions, .. }) = recusal.map(|it| &mut it.of) {
            *motions = now.to_vec();
        }
    }

    fn lasting_recusal(&mut self, person: &PersonId, of: &Matter) -> Option<&mut Recusal> {
        let mut last = self.recusals.iter_mut().filter(|it| it.to.is_none());
        last.find(|it| it.person == *person && it.of.is_same(of))
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
    fits(world, session, &recusal.of)?;
    let recusal = Recusal {
        to: None,
        to_turn: Turn::default(),
        ..recusal.clone()
    };
    let mut last = session.recusals.iter().filter(|it| it.to.is_none());
    let known =
        last.find(|it| it.person == recusal.person && holds_already(world, it, &recusal.of));
    match (known, &recusal.of) {
        // The same words twice are one recusal: after a crash a clerk enters them again.
        (Some(known), of) if known.of == *of && known.reason == recusal.reason => Ok(Vec::new()),
        // A part named once more, with other motions that are of it.
        (Some(known), Matter::Part { motions, .. })
            if known.of.is_same(&recusal.of) && known.reason == recusal.reason =>
        {
            reframe(world, id, &recusal.person, &recusal.of, motions)
        }
        (Some(_), _) => Err(Refusal::Withdrawn { name: name()? }),
        (None, _) => Ok(vec![Event::Recused {
            session: id.clone(),
            recusal,
        }]),
    }
}

/// Says whether a recusal that lasts holds for all that another is of.
fn holds_already(world: &World, known: &Recusal, of: &Matter) -> bool {
    known.of.is_same(of)
        || match of {
            Matter::Item { .. } => false,
            Matter::Part { item, .. } => {
                matches!(&known.of, Matter::Item { item: whole } if whole == item)
            }
            Matter::Motion { motion } => {
                let motion = world.motion(motion);
                motion.is_ok_and(|motion| known.of.covers(motion))
            }
        }
}

/// Refuses a recusal from what is not dealt with now.
fn fits(world: &World, session: &Session, of: &Matter) -> Result<(), Refusal> {
    match of {
        Matter::Item { item } | Matter::Part { item, .. } => {
            let item = world.item(item)?;
            if item.session != session.id {
                return Err(Refusal::Unknown);
            }
            if item.state != ItemState::Running {
                return Err(Refusal::ItemNotRunning {
                    title: item.title.clone(),
                });
            }
        }
        Matter::Motion { motion } => {
            let motion = world.motion(motion)?;
            if motion.session != session.id {
                return Err(Refusal::Unknown);
            }
            if !motion.pending() && !due(motion).is_some_and(Due::is_a_vote) {
                return Err(Refusal::MotionPastWording);
            }
        }
    }
    if let Matter::Part { item, motions, .. } = of {
        for motion in motions {
            of_part(world, item, motion, Motion::pending)?;
        }
    }
    Ok(())
}

/// Refuses a motion that is not of the item, or whose vote no recusal touches any more.
fn of_part(
    world: &World,
    item: &ItemId,
    motion: &MotionId,
    open: impl Fn(&Motion) -> bool,
) -> Result<(), Refusal> {
    let motion = world.motion(motion)?;
    match motion.item == *item {
        false => Err(Refusal::Unknown),
        true if !open(motion) => Err(Refusal::MotionPastWording),
        true => Ok(()),
    }
}

/// Judges which motions are of the part somebody withdrew from: those not voted yet may be taken in, and
/// taken out while they are only drafted.
pub(super) fn reframe(
    world: &World,
    id: &SessionId,
    person: &PersonId,
    of: &Matter,
    motions: &[MotionId],
) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    sitting_now(session)?;
    let mut last = session.recusals.iter().filter(|it| it.to.is_none());
    let known = last.find(|it| it.person == *person && it.of.is_same(of));
    let Some(Matter::Part {
        item,
        motions: were,
        ..
    }) = known.map(|it| &it.of)
    else {
        return Err(Refusal::Unknown);
    };
    for motion in motions.iter().filter(|it| !were.contains(it)) {
        of_part(world, item, motion, Motion::pending)?;
    }
    let drafted = |motion: &Motion| motion.state == MotionState::Drafted;
    for motion in were.iter().filter(|it| !motions.contains(it)) {
        of_part(world, item, motion, drafted)?;
    }
    if were == motions {
        return Ok(Vec::new());
    }
    Ok(vec![Event::RecusalReframed {
        session: id.clone(),
        person: person.clone(),
        of: of.clone(),
        motions: motions.to_vec(),
    }])
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
    let known = known.rfind(|it| it.person == *person && it.of.is_same(of));
    let known = known.ok_or(Refusal::Unknown)?;
    if known.to.is_some() {
        return Ok(Vec::new());
    }
    session.states(at, Some(known.from))?;
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
