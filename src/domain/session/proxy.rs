//! 委托: a member who is not there has somebody who is cast the vote, on paper; only where the
//! committee's own rules say so (`domain.md` §2.5, France L2121-20).
//!
//! A proxy holds while its giver is away and its holder is there. Whoever gave it and comes votes in
//! person; whoever holds it and leaves, or withdraws from a vote, casts nothing for the other either.

use super::agenda::{Item, ItemKind, no_open_vote};
use super::decide::{on_the_roll, roll_open};
use super::turn::{Moment, Turn};
use super::{Attendee, Event, Session};
use crate::domain::dates::Minute;
use crate::domain::ids::{PersonId, SessionId};
use crate::domain::refusal::Refusal;
use crate::domain::rule::Rule;
use crate::domain::text::Line;
use crate::domain::world::World;
use serde::{Deserialize, Serialize};

/// That somebody has another cast the vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proxy {
    /// Whose vote it is.
    pub giver: PersonId,
    /// Who casts it.
    pub holder: PersonId,
    /// The paper by which it was given.
    pub paper: Line,
    /// Since when.
    pub from: Minute,
    /// Until when; absent while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Minute>,
    /// How its first minute was come by.
    #[serde(default, skip_serializing_if = "Turn::is_plain")]
    pub from_turn: Turn,
    /// How its last minute was come by.
    #[serde(default, skip_serializing_if = "Turn::is_plain")]
    pub to_turn: Turn,
}

impl Proxy {
    /// Returns one that lasts from a minute on.
    #[must_use]
    pub fn since(giver: PersonId, holder: PersonId, paper: Line, from: Minute) -> Self {
        Self {
            giver,
            holder,
            paper,
            from,
            to: None,
            from_turn: Turn::default(),
            to_turn: Turn::default(),
        }
    }

    /// Returns when it was given.
    #[must_use]
    pub const fn began(&self) -> Moment {
        let (at, turn) = (self.from, self.from_turn);
        Moment { at, turn }
    }

    /// Returns when it was taken back.
    #[must_use]
    pub fn taken_back(&self) -> Option<Moment> {
        let turn = self.to_turn;
        self.to.map(|at| Moment { at, turn })
    }
}

impl Session {
    /// Returns the proxies that were given and not taken back.
    pub fn lasting_proxies(&self) -> impl Iterator<Item = &Proxy> {
        self.proxies.iter().filter(|proxy| proxy.to.is_none())
    }

    /// Returns the proxy somebody has given and not taken back.
    #[must_use]
    pub fn proxy_of(&self, giver: &PersonId) -> Option<&Proxy> {
        self.lasting_proxies().find(|proxy| proxy.giver == *giver)
    }

    /// Returns who casts the vote of somebody who is away, where the rule lets others do so.
    #[must_use]
    pub fn cast_by(&self, rule: &Rule, giver: &PersonId) -> Option<&PersonId> {
        rule.proxies?;
        let counts = |person: &PersonId| {
            let attendee = self.attendee(person);
            attendee.is_some_and(|it| it.counts_under(rule))
        };
        let proxy = self.proxy_of(giver)?;
        (!counts(giver) && counts(&proxy.holder)).then_some(&proxy.holder)
    }

    /// Says whether somebody's vote is cast by somebody else under a rule: it is taken by name then.
    #[must_use]
    pub fn votes_by_proxy(&self, rule: &Rule) -> bool {
        let mut entitled = self.entitled().map(|it| &it.place.person);
        entitled.any(|it| self.cast_by(rule, it).is_some())
    }

    /// Says whether somebody counts for the quorum of a rule: who is there, and who is spoken for where
    /// the rule counts that.
    #[must_use]
    pub fn attends(&self, rule: &Rule, attendee: &Attendee) -> bool {
        let counted = rule.proxies.is_some_and(|proxies| proxies.in_quorum);
        attendee.counts_under(rule)
            || counted && self.cast_by(rule, &attendee.place.person).is_some()
    }

    /// Returns who holds more proxies than a rule lets one person hold.
    #[must_use]
    pub fn holds_too_many(&self, rule: &Rule) -> Option<(&PersonId, u32)> {
        let most = rule.proxies?.each;
        let mut held = self.lasting_proxies().map(|proxy| &proxy.holder);
        held.find(|holder| self.held_by(holder) > most)
            .map(|holder| (holder, most))
    }

    fn held_by(&self, holder: &PersonId) -> u32 {
        let held = self.lasting_proxies();
        super::quorum::count(held.filter(|proxy| proxy.holder == *holder))
    }

    pub(super) fn end_proxy(&mut self, giver: &PersonId, at: Moment) {
        let mut last = self.proxies.iter_mut().filter(|proxy| proxy.to.is_none());
        if let Some(proxy) = last.find(|proxy| proxy.giver == *giver) {
            (proxy.to, proxy.to_turn) = (Some(at.at), at.turn);
        }
    }
}

/// Returns how many proxies one person may hold by any of the rules this session still votes by; `None`
/// where none of them knows proxies. A stricter one is asked when its own vote opens.
#[must_use]
pub fn most(world: &World, session: &Session) -> Option<u32> {
    let sits_by = session.sits_by(world).proxies.map(|proxies| proxies.each);
    let items = counted_at(world, session).map(|(_, each)| each);
    sits_by.into_iter().chain(items).max()
}

/// Returns the items still to be voted whose rules know proxies, each with how many one person may hold.
pub fn counted_at<'a>(
    world: &'a World,
    session: &'a Session,
) -> impl Iterator<Item = (&'a Item, u32)> {
    let open = world.agenda(&session.id).filter(|it| !it.state.settled());
    open.filter_map(|item| match &item.kind {
        ItemKind::Decision { rule } => {
            let rule = world.rule_on(rule, session.date).ok()?;
            Some((item, rule.proxies?.each))
        }
        _ => None,
    })
}

pub(super) fn give(world: &World, id: &SessionId, proxy: &Proxy) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    roll_open(session)?;
    no_open_vote(world, id)?;
    let most = most(world, session).ok_or(Refusal::NoProxies)?;
    let name = |person: &PersonId| world.person(person).map(|it| it.name.clone());
    let giver = on_the_roll(world, session, &proxy.giver)?;
    if !giver.place.entitled() {
        return Err(Refusal::NotEntitled {
            name: name(&proxy.giver)?,
        });
    }
    if giver.there().is_some() {
        return Err(Refusal::IsThere {
            name: name(&proxy.giver)?,
        });
    }
    let holder = on_the_roll(world, session, &proxy.holder)?;
    if !holder.place.entitled() {
        return Err(Refusal::NotEntitled {
            name: name(&proxy.holder)?,
        });
    }
    if holder.there().is_none() {
        return Err(Refusal::NotInRoom {
            name: name(&proxy.holder)?,
        });
    }
    match session.proxy_of(&proxy.giver) {
        Some(known) if (&known.holder, &known.paper) == (&proxy.holder, &proxy.paper) => {
            return Ok(Vec::new());
        }
        Some(_) => {
            return Err(Refusal::ProxyGiven {
                name: name(&proxy.giver)?,
            });
        }
        None => {}
    }
    if session.held_by(&proxy.holder) >= most {
        return Err(Refusal::ProxiesFull {
            name: name(&proxy.holder)?,
            most,
        });
    }
    Ok(vec![Event::ProxyGiven {
        session: id.clone(),
        proxy: Proxy {
            to: None,
            to_turn: Turn::default(),
            ..proxy.clone()
        },
    }])
}

pub(super) fn take_back(
    world: &World,
    id: &SessionId,
    giver: &PersonId,
    at: Minute,
) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    roll_open(session)?;
    no_open_vote(world, id)?;
    let Some(proxy) = session.proxy_of(giver) else {
        return Ok(Vec::new());
    };
    session.states(at, Some(proxy.from))?;
    Ok(vec![Event::ProxyEnded {
        session: id.clone(),
        giver: giver.clone(),
        at,
    }])
}
