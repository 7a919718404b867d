//! Handing over: who chairs and who keeps the minutes, for one item or from then on, and who did.

use super::decide::on_the_roll;
use super::turn::{Moment, Turn, not_before};
use super::{Event, Session, SessionState};
use crate::domain::dates::Minute;
use crate::domain::ids::{ItemId, PersonId};
use crate::domain::refusal::Refusal;
use crate::domain::session::agenda::no_open_vote;
use crate::domain::text::Line;
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
    /// How that minute was come by.
    #[serde(default, skip_serializing_if = "Turn::is_plain")]
    pub turn: Turn,
}

impl Handover {
    /// Returns when it was.
    #[must_use]
    pub const fn moment(&self) -> Moment {
        let (at, turn) = (self.at, self.turn);
        Moment { at, turn }
    }
}

/// Who led from a minute on: an item, or what belongs to none.
///
/// Kept as it happens, by the order of acts: a later hand-over changes nobody's past.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Led {
    /// The item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// 主持人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<PersonId>,
    /// 记录人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorder: Option<PersonId>,
    /// From when.
    pub at: Minute,
}

/// Whether one person chaired and kept the minutes: then a third checks the record (核对人).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnePerson {
    /// Never.
    Never,
    /// For a part of the session.
    InPart,
    /// To its end, so that one person signs for both.
    ToTheEnd,
}

impl Session {
    /// Returns who chaired an item, one after the other; nobody for one that was not taken up here.
    #[must_use]
    pub fn chaired(&self, item: &ItemId) -> Vec<&PersonId> {
        let led = self.led.iter();
        let mut chairs: Vec<&PersonId> = led
            .filter(|led| led.item.as_ref() == Some(item))
            .filter_map(|led| led.chair.as_ref())
            .collect();
        chairs.dedup();
        chairs
    }

    /// Says whether one person chaired and kept the minutes, and for how long.
    #[must_use]
    pub fn one_person(&self) -> OnePerson {
        let one = |chair: Option<&PersonId>, recorder| chair.is_some() && chair == recorder;
        let now = |office| self.acting(office, None);
        let mut led = self.led.iter();
        if one(now(Office::Chair), now(Office::Recorder)) {
            OnePerson::ToTheEnd
        } else if led.any(|led| one(led.chair.as_ref(), led.recorder.as_ref())) {
            OnePerson::InPart
        } else {
            OnePerson::Never
        }
    }

    /// Returns the name of whoever chaired and kept the minutes to the end, where nobody else is named
    /// among those that signed: such a record is checked and signed by another.
    #[must_use]
    pub fn unchecked(&self, world: &World, signed: &Line) -> Option<Line> {
        if self.one_person() != OnePerson::ToTheEnd {
            return None;
        }
        let both = self.acting(Office::Chair, None)?;
        let name = &world.person(both).ok()?.name;
        // What stands in brackets is an office, not a name.
        let mut depth = 0_u32;
        let bare: String = signed
            .as_str()
            .chars()
            .filter(|it| match it {
                '(' | '\u{ff08}' => {
                    depth += 1;
                    false
                }
                ')' | '\u{ff09}' => {
                    depth = depth.saturating_sub(1);
                    false
                }
                _ => depth == 0,
            })
            .collect();
        let others = bare.replace(name.as_str(), " ");
        let another = others.chars().any(char::is_alphabetic);
        (!another).then(|| name.clone())
    }

    /// Notes who leads an item, or what belongs to none, from a minute on.
    pub(super) fn note_who_leads(&mut self, item: Option<&ItemId>, at: Minute) {
        let led = Led {
            item: item.cloned(),
            chair: self.acting(Office::Chair, item).cloned(),
            recorder: self.acting(Office::Recorder, item).cloned(),
            at,
        };
        // Two hand-overs of one minute are one change.
        self.led
            .retain(|before| (&before.item, before.at) != (&led.item, led.at));
        self.led.push(led);
    }

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
    let mut before = session.handovers.iter().rev();
    let last = before.find(|before| before.office == handover.office);
    let before = last.map(|last| last.at).max(session.opened);
    if handover.turn == Turn::Stated {
        not_before(handover.at, before)?;
    }
    session.states(handover.at, before)?;
    if session.acting(handover.office, handover.item.as_ref()) == Some(&handover.to) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::HandedOver {
        session: session.id.clone(),
        handover: handover.clone(),
    }])
}
