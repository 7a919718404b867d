//! History: the acts on file as people ask for them, newest first.

use super::line::Act;
use super::open_part::fetch;
use super::{Desk, DeskError};
use crate::domain::World;
use crate::domain::entity::Root;
use crate::domain::ids::ActId;
use crate::store::Line;
use std::collections::BTreeSet;

/// What the acts that are asked for have in common.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// What they belong to; the whole file where absent.
    pub root: Option<Root>,
    /// Ids that every one of them names, such as a motion's and a person's.
    pub names: Vec<String>,
}

impl About {
    fn fits(&self, line: &Line) -> bool {
        let text = String::from_utf8_lossy(&line.bytes);
        // Ids stand in a line between quotes, and no other text is made like one.
        self.names
            .iter()
            .all(|id| text.contains(&format!("\"{id}\"")))
    }
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
}

impl Desk {
    /// Returns the last acts about something, newest first, at most so many.
    ///
    /// # Errors
    /// Where the file cannot be read, or a line is no act.
    pub fn history(&self, about: &About, most: usize) -> Result<Vec<Past>, DeskError> {
        let mut found = Vec::new();
        let take = |line: Line| {
            if line.seq > 0 && about.fits(&line) {
                found.push(line);
            }
            found.len() < most
        };
        match &about.root {
            Some(root) => self.store.each_about_back(&root.key(), take)?,
            None => self.store.each_line_back(take)?,
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
                Ok(Past {
                    seq,
                    act,
                    undone: gone,
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

    /// Returns a copy of the world with everything that acts are about, sealed or done, so that it can be named.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn look_back(&self, acts: &[Past]) -> Result<World, DeskError> {
        let mut world = self.world.clone();
        let roots: BTreeSet<Root> = acts.iter().flat_map(|past| past.act.roots()).collect();
        for root in roots {
            fetch(&mut world, &self.store, &root)?;
        }
        Ok(world)
    }
}
