//! Entities: what the world consists of, one by one. The store keeps a row of each, undo restores
//! them, replay compares them; none of the three knows what an event means.

use super::board::{Posting, PostingState};
use super::ids::SessionId;
use super::matter::path::Template;
use super::matter::{Matter, MatterState};
use super::register::{LedgerLine, Told};
use super::roster::{Committee, Person, Seat, Village};
use super::rule::book::Adopted;
use super::session::Session;
use super::session::agenda::Item;
use super::session::correction::Correction;
use super::session::minutes::Entry;
use super::task::Task;
use super::things::Things;
use super::vote::{Filed, Motion};
use super::world::World;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What an event, a row or an undo is about: the smallest part of the world that is read, replayed
/// and undone by itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Root {
    /// Committee, villages, people, seats.
    Roster,
    /// A session with its agenda, minutes, motions and corrections.
    Session(SessionId),
    /// A follow-up.
    Task(super::ids::TaskId),
    /// A matter.
    Matter(super::ids::MatterId),
    /// A text on a board.
    Posting(super::ids::PostingId),
    /// A line of the register.
    Ledger(super::ids::LedgerId),
}

impl Root {
    /// Returns the key under which the journal's index knows it.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Roster => "roster".to_owned(),
            Self::Session(id) => format!("session:{id}"),
            Self::Task(id) => format!("task:{id}"),
            Self::Matter(id) => format!("matter:{id}"),
            Self::Posting(id) => format!("posting:{id}"),
            Self::Ledger(id) => format!("ledger:{id}"),
        }
    }
}

/// Reads a thing as it stands in a row.
///
/// What is in a row is in events too, and those are read out of values. Every way of reading is compiled
/// for every type, and the program is small because there is one.
///
/// # Errors
/// When the text is not that thing.
pub fn read<T: serde::de::DeserializeOwned>(body: &str) -> serde_json::Result<T> {
    serde_json::from_value(serde_json::from_str(body)?)
}

macro_rules! entities {
    ($($variant:ident($thing:ty) in $table:ident as $name:literal, root $root:expr;)+) => {
        /// The name of an entity: its kind and its id.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct Key {
            /// Its kind.
            pub kind: Kind,
            /// Its id.
            pub id: String,
        }

        /// The kinds of entity; each has a table of its own.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Kind {
            /// The committee.
            Committee,
            $(#[doc = concat!("See [`", stringify!($thing), "`].")] $variant,)+
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &[Self] = &[Self::Committee, $(Self::$variant,)+];

            /// Returns the name of its table.
            #[must_use]
            pub fn table(self) -> &'static str {
                match self {
                    Self::Committee => "committee",
                    $(Self::$variant => $name,)+
                }
            }
        }

        /// An entity as it stands.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Entity {
            /// The committee.
            Committee(Arc<Committee>),
            $(#[doc = concat!("See [`", stringify!($thing), "`].")] $variant(Arc<$thing>),)+
        }

        impl Entity {
            /// Returns its name.
            #[must_use]
            pub fn key(&self) -> Key {
                match self {
                    Self::Committee(it) => Key { kind: Kind::Committee, id: it.id.to_string() },
                    $(Self::$variant(it) => Key { kind: Kind::$variant, id: it.id.to_string() },)+
                }
            }

            /// Returns what it belongs to.
            #[must_use]
            pub fn root(&self) -> Root {
                match self {
                    Self::Committee(_) => Root::Roster,
                    $(Self::$variant(it) => $root(it),)+
                }
            }

            /// Returns its row's body.
            ///
            /// # Errors
            /// Only where a text could not be written as JSON, which no entity holds.
            pub fn body(&self) -> serde_json::Result<String> {
                // Two rows say more than their entity: what a motion awaits, and what a matter tells the ledgers and the
                // figures, is asked of all that are filed.
                match self {
                    Self::Motion(it) => return serde_json::to_string(&Filed::from(&**it)),
                    Self::Matter(it) => return serde_json::to_string(&Told::from(&**it)),
                    _ => {}
                }
                match self {
                    Self::Committee(it) => serde_json::to_string(it),
                    $(Self::$variant(it) => serde_json::to_string(it),)+
                }
            }

            /// Reads a row's body.
            ///
            /// # Errors
            /// When the body is not what the kind asks for.
            pub fn read(kind: Kind, body: &str) -> serde_json::Result<Self> {
                Ok(match kind {
                    Kind::Committee => Self::Committee(Arc::new(read(body)?)),
                    $(Kind::$variant => Self::$variant(Arc::new(read(body)?)),)+
                })
            }
        }

        impl World {
            /// Puts an entity in, as it stands.
            pub fn put(&mut self, entity: Entity) {
                match entity {
                    Entity::Committee(it) => self.committee = Some(it),
                    $(Entity::$variant(it) => { self.$table.insert(it.id.clone(), it); })+
                }
            }

            /// Takes an entity out.
            pub fn take_out(&mut self, key: &Key) {
                match key.kind {
                    Kind::Committee => self.committee = None,
                    $(Kind::$variant => { self.$table.remove(&key.id.as_str().into()); })+
                }
            }

            /// Returns the entity of that name.
            #[must_use]
            pub fn entity(&self, key: &Key) -> Option<Entity> {
                match key.kind {
                    Kind::Committee => self
                        .committee
                        .clone()
                        .filter(|it| it.id.as_str() == key.id)
                        .map(Entity::Committee),
                    $(Kind::$variant => self
                        .$table
                        .get(&key.id.as_str().into())
                        .cloned()
                        .map(Entity::$variant),)+
                }
            }

            /// Returns every entity.
            pub fn entities(&self) -> impl Iterator<Item = Entity> + '_ {
                self.committee.iter().cloned().map(Entity::Committee)
                    $(.chain(self.$table.values().cloned().map(Entity::$variant)))+
            }

            /// Returns what differs between `before` and here: each name, and the entity as it is
            /// here, `None` where it is gone.
            #[must_use]
            pub fn changes_since(&self, before: &Self) -> Vec<(Key, Option<Entity>)> {
                let mut changes = Vec::new();
                if self.committee != before.committee {
                    match (&self.committee, &before.committee) {
                        (Some(it), _) => {
                            let entity = Entity::Committee(Arc::clone(it));
                            changes.push((entity.key(), Some(entity)));
                        }
                        (None, Some(it)) => changes.push((Entity::Committee(Arc::clone(it)).key(), None)),
                        (None, None) => {}
                    }
                }
                $(changed_things(&before.$table, &self.$table, Kind::$variant, Entity::$variant, &mut changes);)+
                changes
            }
        }
    };
}

fn roster<T>(_: &Arc<T>) -> Root {
    Root::Roster
}

entities! {
    Village(Village) in villages as "village", root roster;
    Person(Person) in people as "person", root roster;
    Seat(Seat) in seats as "seat", root roster;
    Rule(Adopted) in rules as "rule", root roster;
    Session(Session) in sessions as "session", root |it: &Arc<Session>| Root::Session(it.id.clone());
    Item(Item) in items as "item", root |it: &Arc<Item>| Root::Session(it.session.clone());
    Motion(Motion) in motions as "motion", root |it: &Arc<Motion>| Root::Session(it.session.clone());
    Entry(Entry) in entries as "entry", root |it: &Arc<Entry>| Root::Session(it.session.clone());
    Correction(Correction) in corrections as "correction", root |it: &Arc<Correction>| Root::Session(it.session.clone());
    Task(Task) in tasks as "task", root |it: &Arc<Task>| Root::Task(it.id.clone());
    Template(Template) in templates as "template", root roster;
    Matter(Matter) in matters as "matter", root |it: &Arc<Matter>| Root::Matter(it.id.clone());
    Posting(Posting) in postings as "posting", root |it: &Arc<Posting>| Root::Posting(it.id.clone());
    Ledger(LedgerLine) in ledger as "ledger", root |it: &Arc<LedgerLine>| Root::Ledger(it.id.clone());
}

fn changed_things<K: Ord + ToString, V: PartialEq>(
    before: &Things<K, V>,
    after: &Things<K, V>,
    kind: Kind,
    entity: impl Fn(Arc<V>) -> Entity,
    changes: &mut Vec<(Key, Option<Entity>)>,
) {
    if before.is_shared_with(after) {
        return;
    }
    for (id, it) in after {
        // The same allocation is the same value: a copy of the world shares what was not touched.
        let same = before
            .get(id)
            .is_some_and(|was| Arc::ptr_eq(was, it) || was == it);
        if !same {
            changes.push((
                Key {
                    kind,
                    id: id.to_string(),
                },
                Some(entity(Arc::clone(it))),
            ));
        }
    }
    for id in before.keys().filter(|id| !after.contains_key(*id)) {
        changes.push((
            Key {
                kind,
                id: id.to_string(),
            },
            None,
        ));
    }
}

impl World {
    /// Lets go of what is sealed, done or closed, and of everything that belongs to it.
    pub fn forget_closed(&mut self) {
        for session in self.sessions.values().filter(|session| !session.open()) {
            let highest = self.ordinals.entry(session.kind).or_default();
            *highest = (*highest).max(session.ordinal);
        }
        self.sessions.retain(|_, session| session.open());
        let sessions = &self.sessions;
        self.items
            .retain(|_, item| sessions.contains_key(&item.session));
        self.motions
            .retain(|_, motion| sessions.contains_key(&motion.session));
        self.entries
            .retain(|_, entry| sessions.contains_key(&entry.session));
        self.corrections
            .retain(|_, correction| sessions.contains_key(&correction.session));
        self.tasks.retain(|_, task| {
            let from_open = task
                .session
                .as_ref()
                .is_some_and(|session| sessions.contains_key(session));
            task.is_open() || from_open
        });
        let closed = |matter: &&Arc<Matter>| matter.state == MatterState::Closed;
        for matter in self.matters.values().filter(closed) {
            let highest = self.matter_numbers.entry(matter.number.year).or_default();
            *highest = (*highest).max(matter.number.serial);
        }
        self.matters
            .retain(|_, matter| matter.state == MatterState::Open);
        self.postings
            .retain(|_, posting| posting.state == PostingState::Open);
        self.ledger.clear();
    }
}
