//! How an agenda changes: items put, moved, taken up and settled.

use super::dropped::may_drop;
use super::owed::owed_so_far;
use super::{Dropped, Item, ItemKind, ItemState, is_carried, is_left_over, put_off_so_far};
use crate::domain::dates::Minute;
use crate::domain::ids::{ItemId, PersonId, SessionId, VillageId};
use crate::domain::matter::agenda::may_stand;
use crate::domain::refusal::Refusal;
use crate::domain::roster::gone::{none_left, still};
use crate::domain::session::apply::change;
use crate::domain::session::attendance::{begin_stay, end_stay};
use crate::domain::session::decide::on_the_roll;
use crate::domain::session::turn::moment;
use crate::domain::session::{Session, SessionState, taken_in};
use crate::domain::text::Line;
use crate::domain::world::World;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What may be asked of an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Adds an item at its position, or changes the one of that id.
    Put(Item),
    /// Moves an item to a position, from 1.
    Move {
        /// The item.
        item: ItemId,
        /// Where to.
        position: u32,
    },
    /// Takes an item off the agenda before the session has dealt with it.
    Remove(ItemId),
    /// Takes an item up; the one that runs is put aside.
    Start {
        /// The item.
        item: ItemId,
        /// When.
        at: Minute,
    },
    /// Has somebody who is there present an item, in the stead of whoever was planned.
    Present {
        /// The item.
        item: ItemId,
        /// Who.
        by: PersonId,
    },
    /// Puts the item that runs aside.
    Pause {
        /// The item.
        item: ItemId,
        /// When.
        at: Minute,
    },
    /// Settles an item: done, deferred or withdrawn.
    Settle {
        /// The item.
        item: ItemId,
        /// As what.
        state: ItemState,
        /// When.
        at: Minute,
    },
    /// Carries an item that was not settled into a later session.
    Carry {
        /// The item left over.
        item: ItemId,
        /// The item as it stands in the later session.
        into: Item,
    },
    /// Gives up an item that waits for an agenda.
    Drop {
        /// The item.
        item: ItemId,
        /// Why.
        reason: Line,
        /// When.
        at: Minute,
    },
    /// Takes in an item of a session that was taken in as published, as it was published.
    TakeIn(Item),
}

/// What happened to an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum Event {
    /// An item was added or changed.
    #[serde(rename = "agenda.item")]
    Put {
        /// The item as it is now.
        item: Box<Item>,
    },
    /// An item was taken off.
    #[serde(rename = "agenda.removed")]
    Removed {
        /// The session.
        session: SessionId,
        /// The item.
        item: ItemId,
    },
    /// The items stand in a new order.
    #[serde(rename = "agenda.order")]
    Ordered {
        /// The session.
        session: SessionId,
        /// The items, first to last.
        items: Vec<ItemId>,
    },
    /// Somebody presents an item.
    #[serde(rename = "agenda.presented")]
    Presented {
        /// The session.
        session: SessionId,
        /// The item.
        item: ItemId,
        /// Who, where it is not whoever was planned.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<PersonId>,
    },
    /// An item was taken up, put aside or settled.
    #[serde(rename = "agenda.state")]
    StateSet {
        /// The session.
        session: SessionId,
        /// The item.
        item: ItemId,
        /// Its state from now on.
        state: ItemState,
        /// When.
        at: Minute,
    },
    /// An item that waited for an agenda was given up.
    #[serde(rename = "agenda.dropped")]
    Dropped {
        /// The session.
        session: SessionId,
        /// The item.
        item: ItemId,
        /// Why.
        reason: Line,
        /// When.
        at: Minute,
    },
}

impl Event {
    /// Returns the session it is about.
    #[must_use]
    pub fn session(&self) -> &SessionId {
        match self {
            Self::Put { item } => &item.session,
            Self::Removed { session, .. }
            | Self::Ordered { session, .. }
            | Self::Presented { session, .. }
            | Self::StateSet { session, .. }
            | Self::Dropped { session, .. } => session,
        }
    }
}

/// Judges a command about an agenda.
///
/// # Errors
/// A [`Refusal`] that names what stands in the way.
pub fn decide(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Put(item) => put(world, item, &[]),
        Command::Move { item, position } => {
            let item = world.item(item)?;
            not_over(world.session(&item.session)?)?;
            let mut order: Vec<ItemId> = world
                .agenda(&item.session)
                .map(|item| item.id.clone())
                .filter(|id| *id != item.id)
                .collect();
            let place = usize::try_from(*position)
                .unwrap_or(usize::MAX)
                .clamp(1, order.len() + 1);
            order.insert(place - 1, item.id.clone());
            Ok(vec![Event::Ordered {
                session: item.session.clone(),
                items: order,
            }])
        }
        Command::Remove(item) => {
            let item = world.item(item)?;
            not_over(world.session(&item.session)?)?;
            let touched = item.state != ItemState::Pending
                || !item.runs.is_empty()
                || world.motions_of(&item.id).next().is_some()
                || world.entries_of(&item.id).next().is_some()
                || world
                    .tasks
                    .values()
                    .any(|task| task.item.as_ref() == Some(&item.id));
            if touched {
                return Err(Refusal::ItemDealtWith {
                    title: item.title.clone(),
                });
            }
            let left: Vec<ItemId> = world
                .agenda(&item.session)
                .filter(|other| other.id != item.id)
                .map(|other| other.id.clone())
                .collect();
            let mut events = vec![Event::Removed {
                session: item.session.clone(),
                item: item.id.clone(),
            }];
            if !left.is_empty() {
                // The numbers close up behind it.
                events.push(Event::Ordered {
                    session: item.session.clone(),
                    items: left,
                });
            }
            Ok(events)
        }
        Command::Start { item, at } => {
            let item = world.item(item)?;
            sitting_now(world.session(&item.session)?)?;
            no_open_vote(world, &item.session)?;
            let mut events = Vec::new();
            if let Some(running) = world.running_item(&item.session) {
                if running.id == item.id {
                    return Ok(events);
                }
                events.push(state_set(running, ItemState::Paused, *at));
            }
            events.push(state_set(item, ItemState::Running, *at));
            Ok(events)
        }
        Command::Present { item, by } => present(world, world.item(item)?, by),
        Command::Pause { item, at } => {
            let item = world.item(item)?;
            sitting_now(world.session(&item.session)?)?;
            no_open_vote(world, &item.session)?;
            if item.state != ItemState::Running {
                return Err(Refusal::ItemNotRunning {
                    title: item.title.clone(),
                });
            }
            Ok(vec![state_set(item, ItemState::Paused, *at)])
        }
        Command::Settle { item, state, at } => {
            let item = world.item(item)?;
            sitting_now(world.session(&item.session)?)?;
            no_open_vote(world, &item.session)?;
            if !state.settled() {
                return Err(Refusal::ItemNotRunning {
                    title: item.title.clone(),
                });
            }
            if item.state == *state {
                return Ok(Vec::new());
            }
            // What was dealt with is put off, or taken back, only once it is taken up again.
            if item.state == ItemState::Done {
                return Err(Refusal::ItemDone {
                    title: item.title.clone(),
                });
            }
            Ok(vec![state_set(item, *state, *at)])
        }
        Command::Carry { item, into } => {
            let item = world.item(item)?;
            let from = world.session(&item.session)?;
            if from.state < SessionState::Closed {
                return Err(Refusal::SessionNotIn {
                    have: from.state,
                    need: SessionState::Closed,
                });
            }
            item.not_dropped()?;
            if !is_left_over(world, item) {
                return Err(Refusal::ItemDealtWith {
                    title: item.title.clone(),
                });
            }
            if is_carried(world, &item.id) || world.items.contains_key(&into.id) {
                return Err(Refusal::AlreadyThere);
            }
            let day = world.session(&into.session)?.date;
            let carried = Item {
                villages: still(world, &into.villages, day),
                carries: Some(item.id.clone()),
                put_off: put_off_so_far(world, item),
                owes: owed_so_far(world, item),
                state: ItemState::Pending,
                runs: Vec::new(),
                ..into.clone()
            };
            put(world, &carried, &item.villages)
        }
        Command::Drop { item, reason, at } => {
            let item = world.item(item)?;
            may_drop(world, item)?;
            Ok(vec![Event::Dropped {
                session: item.session.clone(),
                item: item.id.clone(),
                reason: reason.clone(),
                at: *at,
            }])
        }
        Command::TakeIn(item) => {
            taken_in(world.session(&item.session)?)?;
            if world.items.contains_key(&item.id) {
                return Err(Refusal::AlreadyThere);
            }
            names_known(world, item)?;
            Ok(vec![Event::Put {
                item: Box::new(item.clone()),
            }])
        }
    }
}

fn present(world: &World, item: &Item, by: &PersonId) -> Result<Vec<Event>, Refusal> {
    let session = world.session(&item.session)?;
    sitting_now(session)?;
    if item.state.settled() {
        return Err(Refusal::ItemDealtWith {
            title: item.title.clone(),
        });
    }
    if on_the_roll(world, session, by)?.there().is_none() {
        return Err(Refusal::NotInRoom {
            name: world.person(by)?.name.clone(),
        });
    }
    let by = Some(by.clone()).filter(|by| item.presenter.as_ref() != Some(by));
    if item.presented == by {
        return Ok(Vec::new());
    }
    Ok(vec![Event::Presented {
        session: item.session.clone(),
        item: item.id.clone(),
        by,
    }])
}

fn names_known(world: &World, item: &Item) -> Result<(), Refusal> {
    if let ItemKind::Decision { rule } = &item.kind {
        world.rule(rule)?;
    }
    for village in &item.villages {
        world.village(village)?;
    }
    for person in item.presenter.iter().chain(&item.concerned) {
        world.person(person)?;
    }
    Ok(())
}

/// Judges an item that is added or changed; `before` are the villages of the one it carries on.
fn put(world: &World, item: &Item, before: &[VillageId]) -> Result<Vec<Event>, Refusal> {
    let session = world.session(&item.session)?;
    not_over(session)?;
    names_known(world, item)?;
    let known = world.items.get(&item.id);
    if known.is_some_and(|known| known.session != item.session) {
        return Err(Refusal::AlreadyThere);
    }
    let before = known.map_or(before, |known| &known.villages);
    none_left(world, &item.villages, before, session.date)?;
    if let Some(matter) = &item.matter
        && known.is_none_or(|known| known.matter.as_ref() != Some(matter))
    {
        may_stand(world, item, matter)?;
    }
    if !matches!(item.kind, ItemKind::Decision { .. })
        && world.motions_of(&item.id).any(|motion| motion.pending())
    {
        // A motion without a rule could never be voted.
        return Err(Refusal::ItemDealtWith {
            title: item.title.clone(),
        });
    }
    let after_notice = session.notice.is_some() && known.is_none_or(|known| known.late.is_some());
    if after_notice && item.late.is_none() {
        return Err(Refusal::LateItemWantsReason);
    }
    if let Some(late) = &item.late {
        late.fits(session)?;
    }
    let mut item = item.clone();
    item.dropped = None;
    if let Some(known) = known {
        item.state = known.state;
        item.runs.clone_from(&known.runs);
        item.presented.clone_from(&known.presented);
        item.position = known.position;
        item.carries.clone_from(&known.carries);
        item.put_off.clone_from(&known.put_off);
        item.owes.clone_from(&known.owes);
    } else {
        item.state = ItemState::Pending;
        item.runs = Vec::new();
        item.presented = None;
        item.position = world
            .agenda(&item.session)
            .map(|item| item.position)
            .max()
            .unwrap_or(0)
            .saturating_add(1);
    }
    Ok(vec![Event::Put {
        item: Box::new(item),
    }])
}

fn state_set(item: &Item, state: ItemState, at: Minute) -> Event {
    Event::StateSet {
        session: item.session.clone(),
        item: item.id.clone(),
        state,
        at,
    }
}

/// Refuses what only a session that sits may do.
pub(in crate::domain) fn sitting_now(session: &Session) -> Result<(), Refusal> {
    match session.state {
        SessionState::Sitting => Ok(()),
        have => Err(Refusal::SessionNotIn {
            have,
            need: SessionState::Sitting,
        }),
    }
}

fn not_over(session: &Session) -> Result<(), Refusal> {
    match session.state {
        SessionState::Planned
        | SessionState::Sitting
        | SessionState::Break
        | SessionState::Adjourned
        | SessionState::Lapsed => Ok(()),
        have => Err(Refusal::SessionNotIn {
            have,
            need: SessionState::Planned,
        }),
    }
}

/// Refuses what must wait until the open vote is ended.
pub(in crate::domain::session) fn no_open_vote(
    world: &World,
    session: &SessionId,
) -> Result<(), Refusal> {
    match world.open_vote(session) {
        Some(motion) => Err(Refusal::VoteOpen {
            motion: motion.id.clone(),
        }),
        None => Ok(()),
    }
}

/// Carries out what happened to an agenda.
pub fn apply(world: &mut World, event: &Event) {
    match event {
        Event::Put { item } => {
            world
                .items
                .insert(item.id.clone(), Arc::new(Item::clone(item)));
        }
        Event::Removed { item, .. } => {
            world.items.remove(item);
        }
        Event::Ordered { items, .. } => {
            for (position, id) in (1..).zip(items) {
                if let Some(item) = world.items.get_mut(id) {
                    Arc::make_mut(item).position = position;
                }
            }
        }
        Event::Presented { item, by, .. } => {
            if let Some(item) = world.items.get_mut(item) {
                Arc::make_mut(item).presented.clone_from(by);
            }
        }
        Event::StateSet {
            session,
            item: id,
            state,
            at,
        } => {
            let moment = moment(world, session, *at);
            if let Some(item) = world.items.get_mut(id) {
                let item = Arc::make_mut(item);
                if *state == ItemState::Running {
                    begin_stay(&mut item.runs, moment);
                } else {
                    end_stay(&mut item.runs, moment);
                }
                item.state = *state;
            }
            if *state == ItemState::Running {
                change(world, session, |session| {
                    session.broke_off_in.take_if(|item| item == id);
                    session.note_who_leads(Some(id), *at);
                });
            }
        }
        Event::Dropped {
            session,
            item,
            reason,
            at,
        } => {
            let known = world.sessions.get(session);
            let after_signing = known.is_some_and(|it| it.state == SessionState::Sealed);
            if let Some(item) = world.items.get_mut(item) {
                Arc::make_mut(item).dropped = Some(Dropped {
                    at: *at,
                    reason: reason.clone(),
                    after_signing,
                });
            }
        }
    }
}
