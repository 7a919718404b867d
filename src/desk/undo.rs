//! Undo and redo: an act is never taken out of the journal; its inverse is a new act that names it.

use super::DeskError;
use super::line::Act;
use super::open_part::{fetch, replay};
use crate::domain::act::Restored;
use crate::domain::entity::{Key, Root};
use crate::domain::ids::ActId;
use crate::domain::{Event, Refusal, World};
use crate::store::Store;
use std::collections::BTreeSet;

/// How far back the journal is read for steps to undo; past it everything is history.
const REACH: u64 = 5_000;

/// How far back it is read first: mostly something final was recorded not long ago.
const NEAR: u64 = 64;

/// The first act founds the committee: before it nothing else is taken, so its place names it.
const FOUNDING: u64 = 1;

/// One step that can be walked back, or forth again.
#[derive(Debug, Clone)]
struct Step {
    act: ActId,
    seq: u64,
    barrier: bool,
    final_once_followed: bool,
}

/// The steps behind and the steps undone, as the journal tells them.
#[derive(Debug, Clone, Default)]
pub struct Steps {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// Whether what was undone last was followed by another act.
    overtaken: bool,
    head: u64,
}

/// Which way to walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Undo.
    Back,
    /// Redo.
    Forth,
}

impl Way {
    /// Returns the refusal where no step is left that way.
    #[must_use]
    pub const fn nothing(self) -> Refusal {
        match self {
            Self::Back => Refusal::NothingToUndo,
            Self::Forth => Refusal::NothingToRedo,
        }
    }
}

impl Steps {
    /// Reads the steps from the end of the journal.
    ///
    /// # Errors
    /// Where the journal cannot be read.
    pub fn read(store: &Store) -> Result<Self, DeskError> {
        let head = store.head()?.seq;
        let mut reach = NEAR;
        loop {
            let from = head.saturating_sub(reach).max(1);
            let steps = Self::read_from(store, from)?;
            let stops = steps.done.first().is_some_and(|step| step.barrier);
            if stops || from == 1 || reach >= REACH {
                return Ok(steps);
            }
            reach = (reach * 4).min(REACH);
        }
    }

    /// Reads the steps from a line on. No step goes back past a barrier, so whatever came before the
    /// last one is let go, and the barrier itself stays at the bottom.
    fn read_from(store: &Store, from: u64) -> Result<Self, DeskError> {
        let mut steps = Self::default();
        store.each_line::<DeskError>(from, |line| {
            let act = Act::read(&line.bytes).map_err(|_| DeskError::Line { seq: line.seq })?;
            if act.events.iter().any(Event::is_barrier) {
                steps = Self::default();
            }
            steps.walked(&act, line.seq);
            Ok(())
        })?;
        Ok(steps)
    }

    /// Takes note of an act that was recorded.
    pub fn walked(&mut self, act: &Act, seq: u64) {
        let step = Step {
            act: act.id.clone(),
            seq,
            barrier: seq == FOUNDING || act.events.iter().any(Event::is_barrier),
            final_once_followed: act.events.iter().any(Event::is_final_once_followed),
        };
        self.head = seq;
        match &act.undoes {
            None => {
                self.done.push(step);
                self.overtaken |= !self.undone.is_empty();
                self.undone.clear();
            }
            Some(undone) if self.done.last().is_some_and(|last| last.act == *undone) => {
                self.overtaken = false;
                if let Some(original) = self.done.pop() {
                    self.undone.push(Step {
                        final_once_followed: original.final_once_followed,
                        ..step
                    });
                }
            }
            Some(again) if self.undone.last().is_some_and(|last| last.act == *again) => {
                if let Some(original) = self.undone.pop() {
                    self.done.push(Step {
                        final_once_followed: original.final_once_followed,
                        ..step
                    });
                }
            }
            Some(_) => {
                // What it undid is out of reach, so nothing that is known follows from it.
                self.done.clear();
                self.undone.clear();
            }
        }
    }

    /// Returns the act that the next step would take back.
    ///
    /// # Errors
    /// [`Refusal::NothingToUndo`], [`Refusal::NothingToRedo`] or [`Refusal::Overtaken`], or [`Refusal::Final`] past a barrier: what was announced, closed
    /// or sealed is corrected, never undone.
    pub fn next(&self, way: Way) -> Result<(ActId, u64), Refusal> {
        let step = match way {
            Way::Back => self.done.last(),
            Way::Forth => self.undone.last(),
        };
        let step = step.ok_or_else(|| match way {
            Way::Forth if self.overtaken => Refusal::Overtaken,
            _ => way.nothing(),
        })?;
        let followed = way == Way::Back && step.final_once_followed && step.seq != self.head;
        if step.barrier || followed {
            return Err(Refusal::Final);
        }
        Ok((step.act.clone(), step.seq))
    }
}

/// Returns the act that others walked over in the end, and the way the last of them went: what undid an undo did the
/// act again, and what undid that undid it. An act that walked over none is the one itself.
///
/// # Errors
/// Where the journal cannot be read.
pub fn origin(store: &Store, act: Act) -> Result<(Act, Option<Way>), DeskError> {
    let (mut act, mut way, mut before) = (act, None, u64::MAX);
    while let Some(undone) = &act.undoes {
        let line = store.line_of(undone.as_str())?;
        let Some(line) = line.filter(|line| line.seq < before) else {
            break;
        };
        before = line.seq;
        act = Act::read(&line.bytes).map_err(|_| DeskError::Line { seq: line.seq })?;
        way = Some(match way {
            Some(Way::Back) => Way::Forth,
            Some(Way::Forth) | None => Way::Back,
        });
    }
    Ok((act, way))
}

/// Works out how to bring back what an act changed.
///
/// The state before the act is replayed from the journal; each entity of the act's roots that differs
/// now is restored as it stood then.
///
/// # Errors
/// Where the journal cannot be read.
pub fn inverse(
    store: &Store,
    world: &World,
    act: &Act,
    seq: u64,
) -> Result<Vec<Restored>, DeskError> {
    let roots: BTreeSet<Root> = act.roots();
    let then = replay(store, &roots, seq)?;
    let mut now = world.clone();
    for root in &roots {
        fetch(&mut now, store, root)?;
    }
    let mut restored = Vec::new();
    for (key, entity) in then.changes_since(&now) {
        let root = match &entity {
            Some(entity) => entity.root(),
            None => root_of(&now, &key),
        };
        if roots.contains(&root) {
            restored.push(Restored::new(key, &root, entity));
        }
    }
    Ok(restored)
}

fn root_of(world: &World, key: &Key) -> Root {
    world
        .entities()
        .find(|entity| entity.key() == *key)
        .map_or(Root::Roster, |entity| entity.root())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn act(id: &str, undoes: Option<&str>) -> Act {
        Act {
            id: id.into(),
            at: String::new(),
            by: None,
            on: None,
            undoes: undoes.map(ActId::from),
            events: Vec::new(),
        }
    }

    #[test]
    fn what_was_undone_and_followed_by_another_act_says_so() {
        let mut steps = Steps::default();
        steps.walked(&act("a2", None), 2);
        steps.walked(&act("a3", Some("a2")), 3);
        assert!(steps.next(Way::Forth).is_ok());
        for seq in 4..7 {
            steps.walked(&act(&format!("a{seq}"), None), seq);
            assert_eq!(steps.next(Way::Forth), Err(Refusal::Overtaken));
        }
        // What is undone since is done again, and after that nothing was undone just now.
        steps.walked(&act("a7", Some("a6")), 7);
        assert!(steps.next(Way::Forth).is_ok());
        steps.walked(&act("a8", Some("a7")), 8);
        assert_eq!(steps.next(Way::Forth), Err(Refusal::NothingToRedo));
    }

    #[test]
    fn an_act_that_undoes_what_is_out_of_reach_is_no_redo() {
        let mut steps = Steps::default();
        steps.walked(&act("a2", None), 2);
        steps.walked(&act("a3", Some("a2")), 3);
        let mut again = steps.clone();
        again.walked(&act("a4", Some("a3")), 4);
        assert_eq!(again.next(Way::Back).unwrap(), ("a4".into(), 4));
        steps.walked(&act("a4", Some("unknown")), 4);
        assert_eq!(steps.next(Way::Back), Err(Refusal::NothingToUndo));
        assert_eq!(steps.next(Way::Forth), Err(Refusal::NothingToRedo));
    }
}
