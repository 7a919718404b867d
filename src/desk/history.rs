//! History: the acts on file as people ask for them, newest first.

use super::line::Act;
use super::open_part::fetch;
use super::undo::origin;
use super::{Desk, DeskError, Way};
use crate::domain::entity::Root;
use crate::domain::ids::ActId;
use crate::domain::{Event, World, apply};
use crate::store::{Line, Store};
use serde_json::Value;
use std::collections::BTreeSet;

/// What the acts that are asked for have in common.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// What they belong to; the whole file where absent.
    pub root: Option<Root>,
    /// Ids that every one of them names, such as a motion's and a person's.
    pub names: Vec<String>,
    /// Ids of which every one of them names one at least, such as an item's, its motions' and its entries'; any where
    /// none stands here.
    pub one_of: Vec<String>,
}

/// How a line says that a session was under way where acts lack.
const TOUCHES: &str = "\"gap.touches\"";

impl About {
    /// Says whether an act is one of those. What undoes an act puts back whole things, with everybody
    /// they name, so it is about what the act that it undoes is about.
    fn fits(&self, store: &Store, line: &Line) -> Result<bool, DeskError> {
        if self.names.is_empty() && self.one_of.is_empty() {
            return Ok(true);
        }
        let Ok(Value::Object(mut act)) = serde_json::from_slice(&line.bytes) else {
            return Err(DeskError::Line { seq: line.seq });
        };
        if let Some(Value::String(undone)) = act.remove("undoes")
            && let Some(undone) = store.line_of(&undone)?
            && undone.seq < line.seq
        {
            return self.fits(store, &undone);
        }
        // Whoever records is no part of what happened.
        let events = act.remove("events").unwrap_or_default().to_string();
        let named = |id: &String| names(&events, id);
        // What lacks of a session may be about anything in it, so every history of a fact there says so.
        if matches!(self.root, Some(Root::Session(_))) && events.contains(TOUCHES) {
            return Ok(true);
        }
        let one = self.one_of.is_empty() || self.one_of.iter().any(named);
        Ok(one && self.names.iter().all(named))
    }

    /// Says how near one change of an act is to it: how many of its ids the change names; where no id is asked for,
    /// whether the change belongs to what it is about.
    #[must_use]
    pub fn nearness(&self, event: &Event) -> usize {
        let mut ids = self.names.iter().chain(&self.one_of).peekable();
        if ids.peek().is_none() {
            return usize::from(self.root.is_some() && event.root() == self.root);
        }
        let event = serde_json::to_string(event).unwrap_or_default();
        ids.filter(|id| names(&event, id)).count()
    }
}

/// Says whether events as they are written name an id: ids stand there between quotes, and no other text is made like
/// one.
fn names(events: &str, id: &str) -> bool {
    events.contains(&format!("\"{id}\""))
}

/// An act on file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// Its place in the journal.
    pub seq: u64,
    /// It.
    pub act: Act,
    /// Whether a later act undid it, and none did it again.
    pub undone: bool,
    /// The act it walked over, and which way.
    pub walked: Option<(Act, Way)>,
}

impl Desk {
    /// Returns the last acts about something, newest first, at most so many.
    ///
    /// # Errors
    /// Where the file cannot be read, or a line is no act.
    pub fn history(&self, about: &About, most: usize) -> Result<Vec<Past>, DeskError> {
        let mut found = Vec::new();
        let mut broken = None;
        let take = |line: Line| {
            match about.fits(&self.store, &line) {
                Ok(fits) if fits && line.seq > 0 => found.push(line),
                Ok(_) => {}
                Err(fault) => broken = Some(fault),
            }
            found.len() < most && broken.is_none()
        };
        match &about.root {
            Some(root) => self.store.each_about_back(&root.key(), take)?,
            None => self.store.each_line_back(take)?,
        }
        if let Some(fault) = broken {
            return Err(fault);
        }
        let mut undone: BTreeSet<ActId> = BTreeSet::new();
        found
            .into_iter()
            .map(|line| {
                let seq = line.seq;
                let act = Act::read(&line.bytes).map_err(|_| DeskError::Line { seq })?;
                let gone = undone.contains(&act.id);
                // What undid it was read before it; an undo that was itself undone undoes nothing.
                undone.extend(act.undoes.clone().filter(|_| !gone));
                let walked = match act.undoes {
                    None => None,
                    Some(_) => {
                        let (first, way) = origin(&self.store, act.clone())?;
                        way.map(|way| (first, way))
                    }
                };
                Ok(Past {
                    seq,
                    act,
                    undone: gone,
                    walked,
                })
            })
            .collect()
    }

    /// Returns the place of the last act on file.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn acts_on_file(&self) -> Result<u64, DeskError> {
        Ok(self.store.head()?.seq)
    }

    /// Returns a copy of the world with everything that acts are about, sealed or done or gone since, so that it can be named.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn look_back(&self, acts: &[Past]) -> Result<World, DeskError> {
        let mut world = self.world.clone();
        let roots: BTreeSet<Root> = acts.iter().flat_map(|past| past.act.roots()).collect();
        for root in &roots {
            fetch(&mut world, &self.store, root)?;
        }
        // Whom any act may name stands in the roster, or stood there.
        for root in roots.iter().chain([&Root::Roster]) {
            self.put_gone(&mut world, root)?;
        }
        Ok(world)
    }

    /// Puts in what belonged to a root and is gone, as it stood last.
    fn put_gone(&self, world: &mut World, root: &Root) -> Result<(), DeskError> {
        let mut then = World::default();
        for line in self.store.read_about(&root.key())? {
            let act = Act::read(&line.bytes).map_err(|_| DeskError::Line { seq: line.seq })?;
            let of = act
                .events
                .iter()
                .filter(|event| event.root().as_ref() == Some(root));
            for event in of {
                let before = then.clone();
                apply(&mut then, event);
                for (key, entity) in then.changes_since(&before) {
                    let gone = before.entity(&key).filter(|_| entity.is_none());
                    if let Some(gone) = gone.filter(|_| world.entity(&key).is_none()) {
                        world.put(gone);
                    }
                }
            }
        }
        Ok(())
    }
}
