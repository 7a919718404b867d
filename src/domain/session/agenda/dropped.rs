//! 不再上会: an item that a session left over and that waits for an agenda is given up, with a reason.
//!
//! Nobody but the clerk can say that it is not wanted any more: no matter stands behind it that could be
//! withdrawn, and no motion that could be taken back. What the session did with it stays as it was.

use super::{Item, is_left_over, left_behind};
use crate::domain::dates::Minute;
use crate::domain::refusal::{OfMatter, Refusal, Remedy};
use crate::domain::session::{SessionKind, SessionState};
use crate::domain::text::Line;
use crate::domain::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// That an item was given up after its session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dropped {
    /// When it was entered.
    pub at: Minute,
    /// Why.
    pub reason: Line,
    /// Whether the record of its session had been signed before.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub after_signing: bool,
}

/// Why an item is not given up, or not carried on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It was given up before.
    Dropped {
        /// Its title.
        title: Line,
        /// The day it was.
        on: NaiveDate,
    },
    /// A later agenda has taken it up.
    Carried {
        /// Its title.
        title: Line,
        /// The kind of the session that has it.
        kind: SessionKind,
        /// The ordinal of that session.
        ordinal: u32,
    },
    /// A matter stands behind it, and it is that which goes on or is withdrawn.
    OfMatter {
        /// Its title.
        title: Line,
    },
    /// A motion of it was put off or is owed another vote, and comes back with it.
    WithMotion {
        /// Its title.
        title: Line,
    },
    /// It waits for no agenda: each session reviews follow-ups anew, and what was taken in is no work of this committee.
    NotWaiting {
        /// Its title.
        title: Line,
    },
}

impl Refused {
    /// Returns what may be done about it, where anything can.
    pub(in crate::domain) const fn remedy(&self) -> Option<Remedy> {
        match self {
            Self::OfMatter { .. } => Some(Remedy::Matter(OfMatter::Withdraw)),
            Self::Dropped { .. }
            | Self::Carried { .. }
            | Self::WithMotion { .. }
            | Self::NotWaiting { .. } => None,
        }
    }
}

impl Item {
    /// Refuses what was given up.
    ///
    /// # Errors
    /// [`Refused::Dropped`].
    pub(super) fn not_dropped(&self) -> Result<(), Refusal> {
        match &self.dropped {
            Some(dropped) => Err(Refused::Dropped {
                title: self.title.clone(),
                on: dropped.at.day(),
            }
            .into()),
            None => Ok(()),
        }
    }
}

/// Says whether an item may be given up: its session is over, and it waits for an agenda of its own.
///
/// # Errors
/// A [`Refusal`] that says where it is dealt with instead.
pub fn may_drop(world: &World, item: &Item) -> Result<(), Refusal> {
    let session = world.session(&item.session)?;
    if session.state < SessionState::Closed {
        return Err(Refusal::SessionNotIn {
            have: session.state,
            need: SessionState::Closed,
        });
    }
    item.not_dropped()?;
    let title = item.title.clone();
    if !is_left_over(world, item) {
        return Err(Refusal::ItemDealtWith { title });
    }
    let mut items = world.items.values();
    if let Some(later) = items.find(|it| it.carries.as_ref() == Some(&item.id)) {
        let later = world.session(&later.session)?;
        let (kind, ordinal) = (later.kind, later.ordinal);
        return Err(Refused::Carried {
            title,
            kind,
            ordinal,
        }
        .into());
    }
    if item.matter.is_some() {
        return Err(Refused::OfMatter { title }.into());
    }
    if super::put_off(world, &item.id) || super::owed(world, &item.id).is_some() {
        return Err(Refused::WithMotion { title }.into());
    }
    match left_behind(world, item) {
        true => Ok(()),
        false => Err(Refused::NotWaiting { title }.into()),
    }
}
