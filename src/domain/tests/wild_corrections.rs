//! Corrections made at random: of times, of voices, of figures, of the roll.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{chooses, day, line, recusal, text};
use super::wild::{Dice, id, minute, person, session_id, stays};
use crate::domain::World;
use crate::domain::session::attendance::Attendance;
use crate::domain::session::correction::{self, Wanted};
use crate::domain::session::minutes::EntryKind;
use crate::domain::session::recusal::Matter;
use crate::domain::session::times::Times;
use crate::domain::vote::Choice;
use crate::domain::vote::by_village::{Says, Stance};
use crate::domain::vote::secret::BallotCount;
use crate::domain::vote::totals::Totals;

/// Puts one time of a session a little off, or takes it as it is.
pub(super) fn clocks(world: &World, d: Dice) -> Option<Times> {
    let session = world.sessions.get(&session_id(d[5]))?;
    let mut all = Times::of_session(world, session);
    let mut times = all.swap_remove(usize::from(d[2]) % all.len());
    match &mut times {
        Times::Breaks { breaks: spans }
        | Times::Adjournments { gaps: spans }
        | Times::Runs { runs: spans, .. } => {
            let last = spans.last_mut()?;
            last.from = minute(d[6]);
        }
        Times::Vote { opened, .. } => *opened = minute(d[6]),
        Times::Agreed { at, .. } => *at = minute(d[6]),
    }
    Some(times)
}

/// Figures of a motion with one moved from one voice to another, or figures that fit nothing.
fn figures(world: &World, d: Dice) -> Totals {
    let motion = world.motion(&id("m", d[2], 4).into()).ok();
    match motion.and_then(Totals::of) {
        Some(Totals::Hands { mut hands }) => {
            let moved = hands.yes.min(u32::from(d[6] % 3));
            hands.yes -= moved;
            hands.no += moved;
            Totals::Hands { hands }
        }
        Some(Totals::Papers {
            count: BallotCount::Whole { mut papers },
        }) => {
            let moved = papers.yes.min(u32::from(d[6] % 3));
            papers.yes -= moved;
            papers.no += moved;
            let count = BallotCount::Whole { papers };
            Totals::Papers { count }
        }
        Some(other) if d[6].is_multiple_of(2) => other,
        _ => Totals::Village {
            village: Some(id("v", d[3], 4).into()),
            says: Says::AsOne {
                stance: Stance::Against,
            },
        },
    }
}

pub(super) fn correct(world: &World, d: Dice) -> correction::Command {
    let times = clocks(world, d).filter(|_| d[7].is_multiple_of(2));
    let stood = world.session(&session_id(d[4])).ok();
    let stood = stood.and_then(|it| it.recusals.get(usize::from(d[2] % 3)).cloned());
    let wanted = match d[1] % 12 {
        8 if d[2].is_multiple_of(4) => Wanted::Day {
            from: day("11-23"),
            to: day("11-22"),
        },
        9 => Wanted::Totals {
            motion: id("m", d[2], 4).into(),
            to: Box::new(figures(world, d)),
            sheet: d[5].is_multiple_of(2).then(|| line("更正计票单")),
        },
        10 => Wanted::Village {
            motion: id("m", d[2], 4).into(),
            village: id("v", d[3], 4).into(),
            to: Choice::Against,
        },
        7 | 8 => Wanted::Recusal {
            from: stood.filter(|_| d[6].is_multiple_of(2)),
            to: (!d[6].is_multiple_of(3)).then(|| {
                let item = id("i", d[7], 4).into();
                recusal(person(d[3]).as_str(), Matter::Item { item }, minute(d[5]))
            }),
        },
        5 | 6 if let Some(times) = times => Wanted::Times(times),
        0 => Wanted::Voice {
            motion: id("m", d[2], 4).into(),
            person: person(d[3]),
            to: match d[6] % 3 {
                0 => chooses("乙"),
                _ => Choice::Against,
            },
        },
        1 => Wanted::Words {
            entry: id("e", d[2], 4).into(),
            to: text("更正后的话"),
        },
        2 => Wanted::Stays {
            person: person(d[3]),
            to: stays(d),
        },
        3 => Wanted::Attendance {
            person: person(d[3]),
            to: match d[6] % 3 {
                0 => Attendance::Absent,
                1 => Attendance::Attended { stays: stays(d) },
                _ => Attendance::Unmarked,
            },
        },
        4 => Wanted::Stamp {
            entry: id("e", d[2], 4).into(),
            to: (
                EntryKind::Speech {
                    speaker: person(d[3]),
                },
                minute(d[6]),
            ),
        },
        5 => Wanted::Opened(minute(d[3])),
        _ => Wanted::Closed(minute(d[3])),
    };
    correction::Command {
        id: id("x", d[7], 9).into(),
        session: session_id(d[4]),
        wanted,
        by: line("蒋会计"),
        at: minute(d[5]),
        reason: line("笔误"),
    }
}
