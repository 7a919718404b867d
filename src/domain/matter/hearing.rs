//! Hearings: where a matter stood on an agenda, and what its motions there came to.
//!
//! While a session is open its hearings are read off its items and motions; every act that changes
//! them writes them down with the matter, for the session may be filed later.

use super::path::asking::joined_meanwhile;
use super::path::{self, Path, Turnout};
use super::{Event, Matter, MatterState};
use crate::domain::act::{self, apply};
use crate::domain::ids::{ItemId, MatterId, MotionId, SessionId, VillageId};
use crate::domain::rule::Partial;
use crate::domain::session::agenda::{self, Item, ItemState};
use crate::domain::session::correction::{self, Corrected};
use crate::domain::session::{self, Session, SessionKind, SessionState};
use crate::domain::text::{Line, Text};
use crate::domain::vote::turns::decided_on;
use crate::domain::vote::village::VillageDecision;
use crate::domain::vote::{self, Motion, MotionState, Sequel, SequelStep, Standing, standing};
use crate::domain::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// That a matter stands on the agenda of a session, and what its motions there came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hearing {
    /// The session.
    pub session: SessionId,
    /// Its kind.
    pub kind: SessionKind,
    /// 第N次 within its kind.
    pub ordinal: u32,
    /// Its item there.
    pub item: ItemId,
    /// The day of the session.
    pub on: NaiveDate,
    /// Where the item stands, as it was last heard of; the session may be filed by then.
    pub item_state: ItemState,
    /// Whether the session is over.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub over: bool,
    /// Where its motions stand, those that were not voted yet left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub motions: Vec<Heard>,
}

/// Where a motion of a matter stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    /// The motion.
    pub motion: MotionId,
    /// Its wording.
    pub wording: Text,
    /// Where it stands.
    pub standing: Standing,
    /// Since which day.
    pub on: NaiveDate,
    /// How it stood on the day the session decided it, whatever followed; absent where it was withdrawn
    /// before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<First>,
    /// How it was decided; absent where it was withdrawn before it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Decided>,
    /// How many were entitled and there, where it was voted or agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turnout: Option<Turnout>,
    /// What becomes of it where some villages do not agree, where that is fixed: by its rule, or because
    /// it was put to them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assent: Option<Partial>,
    /// The villages that were asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub villages: Vec<VillageHeard>,
}

/// How a motion stood on the day the session decided it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct First {
    /// The day.
    pub on: NaiveDate,
    /// Where it stood.
    pub standing: Standing,
}

/// How a motion was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Decided {
    /// 协商一致.
    Agreed,
    /// By a vote.
    Voted {
        /// For.
        yes: u32,
        /// Against.
        no: u32,
        /// Abstaining.
        abstain: u32,
    },
}

/// What a village that was asked decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VillageHeard {
    /// The village.
    pub village: VillageId,
    /// What; absent before it decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<VillageSaid>,
    /// What it came to at its other meetings about it, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<VillageSaid>,
}

impl VillageHeard {
    /// Says whether it came to another decision after a day than it had come to before.
    #[must_use]
    pub fn turned_after(&self, day: NaiveDate) -> bool {
        let before = self.others.last().and_then(|it| it.agreed);
        let now = self.decided.as_ref();
        now.is_some_and(|it| it.met > day && it.agreed.is_some() && it.agreed != before)
    }
}

/// A decision of a village.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VillageSaid {
    /// Whether it agreed; absent where too few came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<bool>,
    /// The day it met.
    pub met: NaiveDate,
    /// Where the record lies.
    pub paper: Line,
}

impl Hearing {
    /// Says whether it is still to be dealt with there.
    #[must_use]
    pub const fn awaited(&self) -> bool {
        !self.over
            && matches!(
                self.item_state,
                ItemState::Pending | ItemState::Running | ItemState::Paused
            )
    }

    /// Says whether its session was opened.
    #[must_use]
    pub fn opened(&self, world: &World) -> bool {
        let session = world.session(&self.session);
        session.is_ok_and(|session| session.opened.is_some())
    }

    fn of(world: &World, session: &Session, item: &Item) -> Self {
        Self {
            session: session.id.clone(),
            kind: session.kind,
            ordinal: session.ordinal,
            item: item.id.clone(),
            on: session.date,
            item_state: item.state,
            over: matches!(session.state, SessionState::Closed | SessionState::Sealed),
            motions: world
                .motions_of(&item.id)
                .filter_map(|motion| Heard::of(world, session, motion))
                .collect(),
        }
    }
}

impl Heard {
    fn of(world: &World, session: &Session, motion: &Motion) -> Option<Self> {
        let standing = standing(motion);
        let decided = decided_on(world, motion);
        let worded = motion.wordings.last();
        let followed = motion.sequels.last().map(|it| followed_on(motion, it));
        let first = decided.map(|on| First {
            on,
            standing: standing_at_first(motion),
        });
        let on = followed.or(decided).or(worded.map(|it| it.at.day()))?;
        let by = match &motion.state {
            MotionState::Agreed { .. } => Some(Decided::Agreed),
            MotionState::Announced { result, .. } => {
                let counts = result.tally.counts;
                Some(Decided::Voted {
                    yes: counts.yes,
                    no: counts.no,
                    abstain: counts.abstain,
                })
            }
            _ => None,
        };
        let said = |it: &VillageDecision| VillageSaid {
            agreed: it.agreed(),
            met: it.met,
            paper: it.paper.clone(),
        };
        let asked = motion.asked().iter().map(|asked| {
            let stands = motion.stands(&asked.village);
            let others = motion.decisions(&asked.village);
            let others =
                others.filter(|it| stands.is_some_and(|stands| !std::ptr::eq(stands, *it)));
            VillageHeard {
                village: asked.village.clone(),
                decided: stands.map(said),
                others: others.map(said).collect(),
            }
        });
        (standing != Standing::Open).then(|| Self {
            motion: motion.id.clone(),
            wording: worded.map(|it| it.text.clone()).unwrap_or_default(),
            standing,
            on,
            first,
            by,
            turnout: turnout(session, motion),
            assent: motion.fixed_consent(),
            villages: asked.collect(),
        })
    }
}

impl Heard {
    /// Takes in what its villages did not agree to on the way to their decision: the motion waits for no answer of
    /// theirs while the way of the matter says that they do not go on.
    fn stopped(&mut self, path: Option<&Path>, motion: &Motion) {
        let Some((path, came)) = path.and_then(|path| Some((path, path.came_of(motion)?))) else {
            return;
        };
        for asked in &mut self.villages {
            let Some(entry) = path.stopped_before(&asked.village) else {
                continue;
            };
            // What it decided before its Party organisation took it up once more stands on its way.
            let said_no = asked.decided.as_ref().and_then(|it| it.agreed) == Some(false);
            if let Some(paper) = entry.paper().filter(|_| !said_no) {
                self.on = self.on.max(entry.on);
                asked.decided = Some(VillageSaid {
                    agreed: Some(false),
                    met: entry.on,
                    paper: paper.clone(),
                });
            }
        }
        self.standing = came.standing;
    }
}

/// Returns where a motion stood before anything followed.
fn standing_at_first(motion: &Motion) -> Standing {
    if motion.sequels.is_empty() {
        return standing(motion);
    }
    standing(&Motion {
        sequels: Vec::new(),
        ..motion.clone()
    })
}

/// Returns the day on which what followed last happened, however much later it was entered.
fn followed_on(motion: &Motion, last: &Sequel) -> NaiveDate {
    let met = |village| motion.decisions(village).next_back().map(|it| it.met);
    let of_villages = || {
        motion
            .asked()
            .iter()
            .filter_map(|it| met(&it.village))
            .max()
    };
    match &last.step {
        SequelStep::Decided { .. } | SequelStep::Mended { .. } | SequelStep::Redated { .. } => {
            of_villages()
        }
        SequelStep::Ruled { on, .. } => Some(*on),
        _ => None,
    }
    .unwrap_or(last.at.day())
}

/// Returns how many were entitled to the decision of a motion, and were there.
fn turnout(session: &Session, motion: &Motion) -> Option<Turnout> {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    match &motion.state {
        MotionState::Announced { result, ballot, .. } => {
            let counts = result.tally.counts;
            Some(Turnout {
                entitled: counts.entitled(ballot.rule.recusal),
                present: counts.present(),
            })
        }
        MotionState::Agreed { agreement } => Some(Turnout {
            entitled: count(session.entitled().count()),
            present: count(agreement.asked.len()),
        }),
        _ => None,
    }
}

/// Returns the hearings of a matter: those of sessions that are here as they stand, the others as
/// they were written down.
#[must_use]
pub fn hearings(world: &World, matter: &Matter) -> Vec<Hearing> {
    let filed = matter.hearings.iter();
    let filed = filed.filter(|it| !world.sessions.contains_key(&it.session));
    let here = world
        .items
        .values()
        .filter(|item| item.matter.as_ref() == Some(&matter.id))
        .filter_map(|item| {
            let session = world.sessions.get(&item.session)?;
            let mut hearing = Hearing::of(world, session, item);
            for heard in &mut hearing.motions {
                if let Ok(motion) = world.motion(&heard.motion) {
                    heard.stopped(matter.path.as_ref(), motion);
                }
            }
            Some(hearing)
        });
    let mut all: Vec<Hearing> = filed.cloned().chain(here).collect();
    all.sort_by(|one, other| (one.on, &one.item).cmp(&(other.on, &other.item)));
    all
}

/// Says whether an event may change a hearing, as a mark on a roll or on a ballot never does.
fn may_change(event: &act::Event) -> bool {
    use session::Event as Of;
    match event {
        act::Event::Agenda(event) => !matches!(event, agenda::Event::Ordered { .. }),
        act::Event::Vote(event) => matches!(
            event,
            vote::Event::Drafted { .. }
                | vote::Event::Withdrawn { .. }
                | vote::Event::Agreed { .. }
                | vote::Event::Announced { .. }
                | vote::Event::Followed { .. }
        ),
        act::Event::Correction(correction::Event::Made { correction }) => {
            let of_day = matches!(correction.change, Corrected::Day { .. });
            of_day || correction.change.of_result().is_some()
        }
        act::Event::Matter(Event::Path(event)) => matches!(
            event,
            path::Event::Entered { .. } | path::Event::Mended { .. } | path::Event::Chosen { .. }
        ),
        act::Event::Session(event) => matches!(
            event,
            Of::Planned { .. }
                | Of::Lapsed { .. }
                | Of::Reconvened { .. }
                | Of::Adjourned { .. }
                | Of::DayMended { .. }
                | Of::Closed { .. }
                | Of::Sealed { .. }
        ),
        _ => false,
    }
}

/// Returns what the matters of a session learn from what happened to it, in the same act.
pub(in crate::domain) fn heard(world: &World, events: &[act::Event]) -> Vec<Event> {
    if !events.iter().any(may_change) {
        return Vec::new();
    }
    let mut after = world.clone();
    events.iter().for_each(|event| apply(&mut after, event));
    let touched: BTreeSet<SessionId> = events
        .iter()
        .filter_map(act::Event::root)
        .filter_map(|root| match root {
            crate::domain::entity::Root::Session(id) => Some(id),
            _ => None,
        })
        .collect();
    let items = world.items.values().chain(after.items.values());
    let on_the_way = events.iter().filter_map(|event| match event {
        act::Event::Matter(Event::Path(event)) => Some(event.matter()),
        _ => None,
    });
    // Of a session that is filed nothing is heard any more.
    let stands = |id: &&MatterId| {
        after
            .items
            .values()
            .any(|it| it.matter.as_ref() == Some(*id))
    };
    let on_the_way = on_the_way.filter(stands);
    let matters: BTreeSet<&MatterId> = items
        .filter(|item| touched.contains(&item.session))
        .filter_map(|item| item.matter.as_ref())
        .chain(on_the_way)
        .collect();
    matters
        .into_iter()
        .filter_map(|id| after.matters.get(id))
        .filter(|matter| matter.state == MatterState::Open)
        .flat_map(|matter| {
            let hearings = hearings(&after, matter);
            if hearings == matter.hearings {
                return Vec::new();
            }
            let joined = joined_meanwhile(&after, matter, &hearings).into_iter();
            let heard = Event::Heard {
                matter: matter.id.clone(),
                hearings,
            };
            std::iter::once(heard)
                .chain(joined.map(Event::Path))
                .collect()
        })
        .collect()
}
