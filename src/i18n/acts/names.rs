//! What people and things are called in a short sentence; what is gone is called by its kind.

use crate::cells::fit;
use crate::domain::World;
use crate::domain::entity::{Entity, Kind, Root};
use crate::domain::ids::{ItemId, MotionId, PersonId, SessionId, TaskId, VillageId};
use crate::domain::session::SessionKind;
use crate::domain::session::agenda::Item;
use crate::i18n::{Language, act, board, matter, path, paths, register, terms};
use std::borrow::Cow;

/// The most cells of a text that a sentence quotes.
const QUOTED: usize = 32;

/// The most cells of figures that are corrected: those of hands stand whole.
const FIGURES: usize = 48;

/// A language and the world in which names are looked up.
#[derive(Clone, Copy)]
pub(super) struct Names<'w> {
    pub language: Language,
    pub world: &'w World,
    /// Whether a text that is quoted stands whole, as where what was recorded is read and not told in passing.
    pub whole: bool,
}

/// Returns what a thing is called, of a session with the session's name before it.
#[must_use]
pub fn called(language: Language, world: &World, entity: &Entity) -> String {
    let names = Names::in_short(language, world);
    let name = names.entity(entity);
    match (entity, entity.root()) {
        (Entity::Session(_), _) => name,
        (_, Root::Session(id)) => match world.session(&id) {
            Ok(it) => act::in_session(language, names.session(it.kind, it.ordinal), name),
            Err(_) => name,
        },
        _ => name,
    }
}

/// Returns what a thing of a kind is called that has no name.
#[must_use]
pub fn kind(language: Language, kind: Kind) -> &'static str {
    let world = &World::default();
    Names::in_short(language, world).kind(kind)
}

impl<'w> Names<'w> {
    /// Quotes no more of a text than a short sentence has room for.
    pub const fn in_short(language: Language, world: &'w World) -> Self {
        Self {
            language,
            world,
            whole: false,
        }
    }

    /// Returns a text as a sentence quotes it: its first line, cut; or all of it.
    pub fn short(self, text: &str) -> Cow<'_, str> {
        match self.whole {
            true => Cow::Borrowed(text),
            false => fit(text.lines().next().unwrap_or_default(), QUOTED),
        }
    }

    /// Returns figures, cut to what a sentence of nothing else has room for; or all of them.
    pub fn figures(self, text: &str) -> Cow<'_, str> {
        match self.whole {
            true => Cow::Borrowed(text),
            false => fit(text, FIGURES),
        }
    }

    /// Returns a person's name.
    pub fn name(self, person: &PersonId) -> String {
        match self.world.person(person) {
            Ok(person) => person.name.to_string(),
            Err(_) => act::somebody(self.language).to_owned(),
        }
    }

    /// Returns a village's name, where it is still there.
    pub fn village(self, village: &VillageId) -> Option<&'w str> {
        let village = self.world.village(village).ok()?;
        Some(village.name.as_str())
    }

    /// Returns a person's name with the village the session counts the person for.
    pub fn who(self, session: Option<&SessionId>, person: &PersonId) -> String {
        let name = self.name(person);
        let village = session
            .and_then(|session| self.world.sessions.get(session))
            .and_then(|session| session.attendee(person))
            .and_then(|attendee| attendee.place.village.as_ref())
            .and_then(|village| self.village(village));
        match village {
            Some(village) => act::person_of_village(self.language, name, village),
            None => name,
        }
    }

    /// Returns an item's name by its number.
    pub fn item(self, item: &ItemId) -> String {
        match self.world.item(item) {
            Ok(item) => self.numbered(item),
            Err(_) => act::item_gone(self.language).to_owned(),
        }
    }

    /// Returns the number an item stands at.
    pub fn numbered(self, item: &Item) -> String {
        act::item_numbered(self.language, item.position)
    }

    /// Returns a session's name by its ordinal.
    pub fn session(self, kind: SessionKind, ordinal: u32) -> String {
        let word = match kind {
            SessionKind::Regular => "regular",
            SessionKind::Special => "special",
            SessionKind::Urgent => "urgent",
        };
        act::session_numbered(self.language, word, ordinal)
    }

    /// Returns what a follow-up is about.
    pub fn task(self, task: &TaskId) -> String {
        match self.world.task(task) {
            Ok(task) => self.short(task.what.as_str()).into_owned(),
            Err(_) => act::follow_up_gone(self.language).to_owned(),
        }
    }

    fn motion(self, motion: &MotionId) -> String {
        let Ok(motion) = self.world.motion(motion) else {
            return act::motion_gone(self.language).to_owned();
        };
        let item = self.item(&motion.item);
        if motion.number > 1 {
            act::motion_numbered(self.language, motion.number, item)
        } else {
            act::motion_of(self.language, item)
        }
    }

    /// Returns what a thing is called.
    pub fn entity(self, entity: &Entity) -> String {
        match entity {
            Entity::Committee(it) => it.name.to_string(),
            Entity::Village(it) => it.name.to_string(),
            Entity::Person(it) => it.name.to_string(),
            Entity::Seat(it) => self.name(&it.person),
            Entity::Rule(it) => terms::rule_name(self.language, &it.rule).to_owned(),
            Entity::Session(it) => self.session(it.kind, it.ordinal),
            Entity::Item(it) => self.numbered(it),
            Entity::Motion(it) => self.motion(&it.id),
            Entity::Entry(it) if it.words.is_empty() => self.kind(Kind::Entry).to_owned(),
            Entity::Entry(it) => self.short(it.words.as_str()).into_owned(),
            Entity::Correction(_) => self.kind(Kind::Correction).to_owned(),
            Entity::Task(it) => self.short(it.what.as_str()).into_owned(),
            Entity::Template(it) => paths::template(self.language, it),
            Entity::Matter(it) => self.short(it.intake.title.as_str()).into_owned(),
            Entity::Posting(it) => self.short(it.title()).into_owned(),
            Entity::Ledger(it) => self.short(it.what.as_str()).into_owned(),
        }
    }

    /// Returns what a thing of a kind is called when it is gone.
    pub fn kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Committee => act::committee_gone(self.language),
            Kind::Village => act::village_gone(self.language),
            Kind::Person => act::person_gone(self.language),
            Kind::Seat => act::seat_gone(self.language),
            Kind::Rule => act::rule_gone(self.language),
            Kind::Session => act::session_gone(self.language),
            Kind::Item => act::item_gone(self.language),
            Kind::Motion => act::motion_gone(self.language),
            Kind::Entry => act::entry_gone(self.language),
            Kind::Correction => act::correction_gone(self.language),
            Kind::Task => act::follow_up_gone(self.language),
            Kind::Template => path::template_gone(self.language),
            Kind::Matter => matter::gone(self.language),
            Kind::Posting => board::gone(self.language),
            Kind::Ledger => register::gone(self.language),
        }
    }
}
