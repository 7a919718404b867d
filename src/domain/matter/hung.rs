//! Where a matter hung: what the boards made known of it, and on which day.
//!
//! A posting is settled and goes out of sight while its matter is alive, so every act on a board that
//! changes what hung of a matter writes it down with the matter, as a session does with its hearings.

use super::{Event, Matter};
use crate::domain::act::{self, apply};
use crate::domain::board::{Board, NoticeKind, Posting, Step};
use crate::domain::ids::{MatterId, PostingId};
use crate::domain::text::Line;
use crate::domain::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// That something of a matter hung on a board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hung {
    /// The posting.
    pub posting: PostingId,
    /// The board.
    pub board: Board,
    /// 公示 or 公开.
    pub kind: NoticeKind,
    /// Whether it made known what came of the matter, and not what was decided.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub result: bool,
    /// The day the wording in force was put up.
    pub on: NaiveDate,
    /// The day it was taken down, once it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub off: Option<NaiveDate>,
    /// Whether it was taken down too early.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub short: bool,
    /// Where the picture of it lies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<Line>,
}

impl Hung {
    fn of(posting: &Posting) -> Option<Self> {
        let down = posting.taken_down();
        Some(Self {
            posting: posting.id.clone(),
            board: posting.board.clone(),
            kind: posting.kind,
            result: posting.result,
            on: posting.posted?,
            off: down.map(|(off, _)| off),
            short: down.is_some_and(|(_, short)| short),
            photo: posting.photo.clone(),
        })
    }
}

/// Returns what hung of a matter, by day: of postings that are here as they stand, the others as they were
/// written down.
fn hung(world: &World, matter: &Matter) -> Vec<Hung> {
    let settled = matter.hung.iter();
    let settled = settled.filter(|it| !world.postings.contains_key(&it.posting));
    let here = world.postings.values();
    let here = here.filter(|it| it.matter.as_ref() == Some(&matter.id));
    let here = here.filter_map(|it| Hung::of(it));
    let mut all: Vec<Hung> = settled.cloned().chain(here).collect();
    all.sort_by(|one, other| (one.on, &one.posting).cmp(&(other.on, &other.posting)));
    all
}

/// Says whether an event may change what hung.
const fn may_change(step: &Step) -> bool {
    matches!(
        step,
        Step::PutUp { .. }
            | Step::Worded { .. }
            | Step::Redated { .. }
            | Step::TakenDown { .. }
            | Step::Photographed { .. }
    )
}

/// Returns what matters learn from what happened on the boards, in the same act.
pub(in crate::domain) fn told(world: &World, events: &[act::Event]) -> Vec<Event> {
    use crate::domain::board::Event as OfBoard;
    let stepped = events.iter().filter_map(|event| match event {
        act::Event::Board(OfBoard::Stepped { posting, step }) if may_change(step) => Some(posting),
        _ => None,
    });
    let of = |posting: &PostingId| world.postings.get(posting)?.matter.clone();
    let matters: BTreeSet<MatterId> = stepped.filter_map(of).collect();
    if matters.is_empty() {
        return Vec::new();
    }
    let mut after = world.clone();
    events.iter().for_each(|event| apply(&mut after, event));
    let found = matters.iter().filter_map(|id| after.matters.get(id));
    found
        .filter_map(|matter| {
            let hung = hung(&after, matter);
            (hung != matter.hung).then(|| Event::Hung {
                matter: matter.id.clone(),
                hung,
            })
        })
        .collect()
}
