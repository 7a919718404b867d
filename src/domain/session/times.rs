//! Times put right: the breaks, when the session broke off and went on (续会), when an item was dealt
//! with, when a vote was opened, ended and announced. Until 散会 they are mended, after it corrected, and one law holds for both: no two
//! cross, and who was there and what was decided stays as it was.

use super::again::Adjournment;
use super::attendance::Stay;
use super::decide::stays_fit;
use super::turn::{Turn, restated, stated_now};
use super::{Event, Session, SessionState};
use crate::domain::dates::Minute;
use crate::domain::ids::{ItemId, MotionId, SessionId};
use crate::domain::refusal::Refusal;
use crate::domain::vote::{Motion, MotionState};
use crate::domain::world::World;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What has times of its own, with them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Times {
    /// The breaks of a session (休会).
    Breaks {
        /// From when to when.
        breaks: Vec<Stay>,
    },
    /// When a session broke off and when it went on (续会). Who left and came back with it comes along.
    Adjournments {
        /// From when to when.
        gaps: Vec<Stay>,
    },
    /// When an item was dealt with.
    Runs {
        /// The item.
        item: ItemId,
        /// From when to when.
        runs: Vec<Stay>,
    },
    /// A vote.
    Vote {
        /// The motion.
        motion: MotionId,
        /// When it was opened.
        opened: Minute,
        /// When it was ended, once it was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ended: Option<Minute>,
        /// When its result was announced, once it was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        announced: Option<Minute>,
    },
    /// An agreement without a vote.
    Agreed {
        /// The motion.
        motion: MotionId,
        /// When.
        at: Minute,
    },
}

/// Times as they stood and as they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// As they stood.
    pub from: Times,
    /// As they were.
    pub to: Times,
}

impl Times {
    /// Returns the times of a vote or an agreement, where the motion came that far.
    #[must_use]
    pub fn of_motion(motion: &Motion) -> Option<Self> {
        let vote = |opened, ended, announced| Self::Vote {
            motion: motion.id.clone(),
            opened,
            ended,
            announced,
        };
        Some(match &motion.state {
            MotionState::Drafted | MotionState::Withdrawn { .. } => return None,
            MotionState::Voting { ballot } => vote(ballot.opened, None, None),
            MotionState::Counted { ballot, result } => {
                vote(ballot.opened, Some(result.ended), None)
            }
            MotionState::Announced { ballot, result, at } => {
                vote(ballot.opened, Some(result.ended), Some(*at))
            }
            MotionState::Agreed { agreement } => Self::Agreed {
                motion: motion.id.clone(),
                at: agreement.at,
            },
        })
    }

    /// Returns when a session broke off and when it went on.
    #[must_use]
    pub fn of_adjournments(session: &Session) -> Self {
        let gap = |it: &Adjournment| Stay {
            to: it.resumed,
            ..Stay::since(it.at)
        };
        Self::Adjournments {
            gaps: session.adjournments.iter().map(gap).collect(),
        }
    }

    /// Returns everything in a session that has times of its own.
    #[must_use]
    pub fn of_session(world: &World, session: &Session) -> Vec<Self> {
        let breaks = Self::Breaks {
            breaks: session.breaks.clone(),
        };
        let mut all = vec![breaks, Self::of_adjournments(session)];
        for item in world.agenda(&session.id) {
            all.push(Self::Runs {
                item: item.id.clone(),
                runs: item.runs.clone(),
            });
            all.extend(world.motions_of(&item.id).filter_map(Self::of_motion));
        }
        all
    }

    /// Returns from when to when; a vote's announcement comes after that.
    #[must_use]
    pub fn spans(&self) -> Vec<Stay> {
        let span = |from, to| {
            vec![Stay {
                to,
                ..Stay::since(from)
            }]
        };
        match self {
            Self::Breaks { breaks: spans }
            | Self::Adjournments { gaps: spans }
            | Self::Runs { runs: spans, .. } => spans.clone(),
            Self::Vote { opened, ended, .. } => span(*opened, *ended),
            Self::Agreed { at, .. } => span(*at, Some(*at)),
        }
    }

    fn is_about(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Breaks { .. }, Self::Breaks { .. })
            | (Self::Adjournments { .. }, Self::Adjournments { .. }) => true,
            (Self::Runs { item, .. }, Self::Runs { item: other, .. }) => item == other,
            (Self::Vote { motion, .. }, Self::Vote { motion: other, .. })
            | (Self::Agreed { motion, .. }, Self::Agreed { motion: other, .. }) => motion == other,
            _ => false,
        }
    }

    /// Says whether only minutes differ: nothing is added, taken away, begun or ended.
    fn only_minutes_differ(&self, other: &Self) -> bool {
        let alike = |pair: (&Stay, &Stay)| {
            let (one, two) = pair;
            one.to.is_some() == two.to.is_some() && one.by == two.by
        };
        let (one, two) = (self.spans(), other.spans());
        let announced = |times: &Self| {
            matches!(
                times,
                Self::Vote {
                    announced: Some(_),
                    ..
                }
            )
        };
        one.len() == two.len()
            && one.iter().zip(&two).all(alike)
            && announced(self) == announced(other)
    }

    fn in_order(&self) -> Result<(), Refusal> {
        // They are shown and typed together: by what they say, however each was come by.
        let said = self.spans().into_iter().map(|span| Stay {
            from_turn: Turn::default(),
            to_turn: Turn::default(),
            ..span
        });
        stays_fit(&said.collect::<Vec<_>>())?;
        match self {
            Self::Vote {
                ended: Some(ended),
                announced: Some(announced),
                ..
            } if announced < ended => Err(Refusal::TimesCross),
            _ => Ok(()),
        }
    }

    fn first(&self) -> Option<Minute> {
        self.spans().first().map(|span| span.from)
    }

    fn last(&self) -> Option<Minute> {
        let announced = match self {
            Self::Vote { announced, .. } => *announced,
            _ => None,
        };
        let spans = self.spans();
        let ended = spans.last().map(|span| span.to.unwrap_or(span.from));
        ended.max(announced)
    }

    /// Takes along what touches a span that was moved: an item that was put aside when another was
    /// taken up, or when a break began, ended in that very minute.
    fn follow(&mut self, old: &[Stay], new: &[Stay]) {
        let (Self::Breaks { breaks: spans }
        | Self::Adjournments { gaps: spans }
        | Self::Runs { runs: spans, .. }) = self
        else {
            return;
        };
        for span in spans.iter_mut() {
            let mut moved = *span;
            for (old, new) in old.iter().zip(new) {
                if span.to == Some(old.from) {
                    moved.to = Some(new.from);
                }
                if old.to == Some(span.from) {
                    moved.from = new.to.unwrap_or(span.from);
                }
            }
            // What took no minute touches both ends of it: it stays where turning it round would be.
            if moved.to.is_none_or(|to| moved.from <= to) {
                *span = moved;
            }
        }
    }
}

/// Judges times put right; what touched them comes along, what was asked for stands first.
///
/// # Errors
/// What they cross, or that more than minutes would change.
pub(super) fn put_right(
    world: &World,
    session: &Session,
    to: &Times,
) -> Result<Vec<Moved>, Refusal> {
    let before = Times::of_session(world, session);
    let mut known = before.iter();
    let from = known
        .find(|times| times.is_about(to))
        .ok_or(Refusal::Unknown)?;
    if from == to {
        return Ok(Vec::new());
    }
    if !from.only_minutes_differ(to) {
        return Err(Refusal::TimesOnly);
    }
    let (old, new) = (from.spans(), to.spans());
    let takes_along = !matches!(to, Times::Vote { .. } | Times::Agreed { .. });
    let after: Vec<Times> = before
        .iter()
        .map(|times| {
            let mut times = times.clone();
            if times.is_about(to) {
                times.clone_from(to);
            } else if takes_along {
                times.follow(&old, &new);
            }
            times
        })
        .collect();
    let pairs = before.iter().zip(&after);
    let mut moved: Vec<Moved> = pairs
        .filter(|(from, to)| from != to)
        .map(|(from, to)| Moved {
            from: from.clone(),
            to: to.clone(),
        })
        .collect();
    moved.sort_by_key(|it| !it.to.is_about(to));
    for moved in &moved {
        fits(world, session, moved, &after)?;
    }
    Ok(moved)
}

fn fits(world: &World, session: &Session, moved: &Moved, all: &[Times]) -> Result<(), Refusal> {
    let times = &moved.to;
    times.in_order()?;
    let early = |first| session.opened.is_some_and(|opened| first < opened);
    let late = |last| session.closed.is_some_and(|closed| last > closed);
    if times.first().is_some_and(early) || times.last().is_some_and(late) {
        return Err(Refusal::BeyondSession {
            opened: session.opened,
            closed: session.closed,
        });
    }
    if let Times::Adjournments { gaps } = times {
        // It was to go on after it broke off, whenever that was.
        let mut planned = session.adjournments.iter().zip(gaps);
        if planned.any(|(known, gap)| known.at != gap.from && !known.again.after(gap.from)) {
            return Err(Refusal::TimesCross);
        }
    }
    for other in all.iter().filter(|other| !other.is_about(times)) {
        let crossed = match (vote_and_runs(world, times, other), moved) {
            // A vote lies within the time of its own item, if it did.
            (Some((vote, runs)), Moved { from, .. }) => {
                let (old_vote, old_runs) = match from {
                    Times::Runs { runs, .. } => (vote.clone(), runs.clone()),
                    from => (from.spans(), runs.clone()),
                };
                covers(&old_runs, &old_vote) && !covers(&runs, &vote)
            }
            (None, _) => cross(&times.spans(), &other.spans()),
        };
        if crossed {
            return Err(Refusal::CrossesTimes { of: other.clone() });
        }
    }
    Ok(())
}

/// Returns the spans of a vote and of its own item, where the two are that.
fn vote_and_runs(world: &World, one: &Times, two: &Times) -> Option<(Vec<Stay>, Vec<Stay>)> {
    let (vote, item, runs) = match (one, two) {
        (Times::Runs { item, runs }, vote) | (vote, Times::Runs { item, runs }) => {
            (vote, item, runs)
        }
        _ => return None,
    };
    let (Times::Vote { motion, .. } | Times::Agreed { motion, .. }) = vote else {
        return None;
    };
    let of = world.motion(motion).ok().map(|motion| &motion.item);
    (of == Some(item)).then(|| (vote.spans(), runs.clone()))
}

fn cross(one: &[Stay], two: &[Stay]) -> bool {
    let before = |from: Minute, to: Option<Minute>| to.is_none_or(|to| from < to);
    one.iter().any(|one| {
        two.iter()
            .any(|two| before(one.from, two.to) && before(two.from, one.to))
    })
}

fn covers(runs: &[Stay], vote: &[Stay]) -> bool {
    vote.iter().all(|vote| {
        let last = vote.to.unwrap_or(vote.from);
        runs.iter()
            .any(|run| run.from <= vote.from && run.to.is_none_or(|to| last <= to))
    })
}

/// Refuses an opening or a 散会 put where something had begun before it or went on after it.
pub(super) fn session_spans(
    world: &World,
    session: &Session,
    opened: Option<Minute>,
    closed: Option<Minute>,
) -> Result<(), Refusal> {
    if opened.is_some() && closed.is_some() && opened > closed {
        return Err(Refusal::TimesCross);
    }
    for times in Times::of_session(world, session) {
        // What was out of the session before is not what is put right here.
        let early = times.first().filter(|first| {
            opened.is_some_and(|new| *first < new) && Some(*first) >= session.opened
        });
        let late = times.last().filter(|last| {
            closed.is_some_and(|new| *last > new) && session.closed.is_none_or(|old| *last <= old)
        });
        if early.or(late).is_some() {
            return Err(Refusal::CrossesTimes { of: times });
        }
    }
    Ok(())
}

/// Refuses what is mended as if it had been taken down so where the session is not live: before it began nothing is
/// there, and after 散会 it is a correction.
pub(super) fn is_live(session: &Session) -> Result<(), Refusal> {
    match session.state {
        SessionState::Sitting | SessionState::Break | SessionState::Adjourned => Ok(()),
        SessionState::Closed => Err(Refusal::Frozen),
        SessionState::Sealed => Err(Refusal::Sealed),
        have @ (SessionState::Planned | SessionState::Lapsed) => Err(Refusal::SessionNotIn {
            have,
            need: SessionState::Sitting,
        }),
    }
}

/// Judges times mended, until 散会.
pub(super) fn mend(world: &World, id: &SessionId, to: &Times) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    is_live(session)?;
    let moved = put_right(world, session, to)?;
    if moved.is_empty() {
        return Ok(Vec::new());
    }
    Ok(vec![Event::TimesMended {
        session: id.clone(),
        times: moved.into_iter().map(|moved| moved.to).collect(),
    }])
}

/// Puts times right.
pub(super) fn put(world: &mut World, session: &SessionId, times: &Times) {
    let stated = stated_now(world, session);
    match times {
        Times::Breaks { breaks } => super::apply::change(world, session, |session| {
            session.breaks = restated(&session.breaks, breaks, stated);
        }),
        Times::Adjournments { gaps } => super::apply::change(world, session, |session| {
            session.put_adjournments(gaps, stated);
        }),
        Times::Runs { item, runs } => {
            if let Some(item) = world.items.get_mut(item) {
                let item = Arc::make_mut(item);
                item.runs = restated(&item.runs, runs, stated);
            }
        }
        Times::Vote { motion, .. } | Times::Agreed { motion, .. } => {
            if let Some(motion) = world.motions.get_mut(motion) {
                put_in(Arc::make_mut(motion), times, stated);
            }
        }
    }
}

/// Puts the times of a motion right; what it is not far enough to have, it is not given.
pub fn put_in(motion: &mut Motion, times: &Times, stated: Turn) {
    restate(motion, times, stated);
    match (&mut motion.state, times) {
        (MotionState::Voting { ballot }, Times::Vote { opened, .. }) => ballot.opened = *opened,
        (
            MotionState::Counted { ballot, result },
            Times::Vote {
                opened,
                ended: Some(ended),
                ..
            },
        ) => (ballot.opened, result.ended) = (*opened, *ended),
        (
            MotionState::Announced { ballot, result, at },
            Times::Vote {
                opened,
                ended: Some(ended),
                announced: Some(announced),
                ..
            },
        ) => (ballot.opened, result.ended, *at) = (*opened, *ended, *announced),
        (MotionState::Agreed { agreement }, Times::Agreed { at, .. }) => agreement.at = *at,
        _ => {}
    }
}

/// Notes of each minute that differs from what was known that somebody stated it.
fn restate(motion: &mut Motion, times: &Times, stated: Turn) {
    match (&mut motion.state, times) {
        (MotionState::Agreed { agreement }, Times::Agreed { at, .. }) if agreement.at != *at => {
            agreement.turn = stated;
        }
        (
            state,
            Times::Vote {
                opened,
                ended,
                announced,
                ..
            },
        ) => {
            let (ballot, known) = match state {
                MotionState::Voting { ballot } => (ballot, (None, None)),
                MotionState::Counted { ballot, result } => (ballot, (Some(result.ended), None)),
                MotionState::Announced { ballot, result, at } => {
                    (ballot, (Some(result.ended), Some(*at)))
                }
                _ => return,
            };
            if ballot.opened != *opened {
                ballot.turns.opened = stated;
            }
            if known.0.is_some() && known.0 != *ended {
                ballot.turns.ended = stated;
            }
            if known.1.is_some() && known.1 != *announced {
                ballot.turns.announced = stated;
            }
        }
        _ => {}
    }
}
