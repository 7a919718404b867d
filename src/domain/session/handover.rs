//! Handing over: who chairs and who keeps the minutes, for one item or from then on.

use super::decide::on_the_roll;
use super::{Event, Session, SessionState};
use crate::domain::dates::Minute;
use crate::domain::ids::{ItemId, PersonId};
use crate::domain::refusal::Refusal;
use crate::domain::session::agenda::no_open_vote;
use crate::domain::world::World;
use serde::{Deserialize, Serialize};

/// What is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Office {
    /// 主持人.
    Chair,
    /// 记录人.
    Recorder,
}

/// That somebody took over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    /// What.
    pub office: Office,
    /// Who from now on.
    pub to: PersonId,
    /// The one item it is for; `None` for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// When.
    pub at: Minute,
}

impl Session {
    /// Returns who holds an office: for that item, or for what belongs to none. The last hand-over that
    /// covers it decides.
    #[must_use]
    pub fn acting(&self, office: Office, item: Option<&ItemId>) -> Option<&PersonId> {
        let named = match office {
            Office::Chair => self.chair.as_ref(),
            Office::Recorder => self.recorder.as_ref(),
        };
        self.handovers
            .iter()
            .rev()
            .filter(|handover| handover.office == office)
            .find(|handover| handover.item.is_none() || handover.item.as_ref() == item)
            .map_or(named, |handover| Some(&handover.to))
    }
}

/// Judges a hand-over: of a session that runs, to somebody who is there.
pub(super) fn hand_over(
    world: &World,
    session: &Session,
    handover: &Handover,
) -> Result<Vec<Event>, Refusal> {
    match session.state {
        SessionState::Sitting | SessionState::Break => {}
        have => {
            return Err(Refusal::SessionNotIn {
                have,
                need: SessionState::Sitting,
            });
        }
    }
    // The chair is asked last, and the order of an open vote stands.
    no_open_vote(world, &session.id)?;
    if let Some(item) = &handover.item {
        let item = world.item(item)?;
        if item.session != session.id {
            return Err(Refusal::Unknown);
        }
        if item.state.settled() {
            return Err(Refusal::ItemDealtWith {
                title: item.title.clone(),
            });
        }
    }
    if on_the_roll(world, session, &handover.to)?.there().is_none() {
        return Err(Refusal::NotInRoom {
            name: world.person(&handover.to)?.name.clone(),
        });
    }
    if session.acting(handover.office, handover.item.as_ref()) == Some(&handover.to) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::HandedOver {
        session: session.id.clone(),
        handover: handover.clone(),
    }])
}
