//! Moments of a session, and the commands of a wrong step.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{Stage, at, line, motion, speech, task, text};
use crate::domain::dates::Minute;
use crate::domain::session::agenda::{self, ItemState};
use crate::domain::session::attendance::Excuse;
use crate::domain::session::correction::{self, Wanted};
use crate::domain::session::{self, RollMark, SessionState, minutes};
use crate::domain::task as follow_up;
use crate::domain::vote::{self, Wording};
use crate::domain::{Command, Refusal};

/// A moment of a session: what it is called in the table, and how one gets there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moment {
    Planned,
    RollHalf,
    Short,
    Sitting,
    Running,
    Voting,
    Missing,
    Counted,
    Break,
    Closed,
    Sealed,
}

use Moment::*;

pub(crate) fn stage(moment: Moment) -> Stage {
    let mut stage = match moment {
        Planned | RollHalf | Short => Stage::planned(),
        Voting | Missing | Counted => Stage::voting(),
        _ => Stage::sitting(),
    };
    let id = || "s1".into();
    match moment {
        Planned | Sitting | Voting | Missing => {}
        RollHalf => {
            stage.session(session::Command::CallRoll(id()));
            stage.mark("p1", RollMark::Present);
        }
        Short => {
            stage.session(session::Command::CallRoll(id()));
            for person in ["p2", "p3", "p4", "p5", "p6"] {
                stage.mark(
                    person,
                    RollMark::Excused {
                        reason: Excuse::Duty,
                    },
                );
            }
            stage.session(session::Command::AllPresent {
                id: id(),
                at: at("08:55"),
            });
        }
        Running => {
            stage.start("i2");
            stage.vote(vote::Command::Draft(motion("i2", "m1")));
        }
        Counted => {
            stage.vote(vote::Command::AllFor {
                motion: "m1".into(),
            });
            stage.end("m1");
        }
        Break => {
            stage.session(session::Command::Pause {
                id: id(),
                at: at("10:00"),
            });
        }
        Closed | Sealed => {
            stage.start("i2");
            stage.vote(vote::Command::Draft(motion("i2", "m1")));
            stage.minutes(minutes::Command::Add(speech("i2", "e1", "p3")));
            stage.run(Command::Task(follow_up::Command::Put(task("t1", "i2"))));
            stage.close();
            if moment == Sealed {
                stage.seal();
            }
        }
    }
    stage
}

pub(super) fn ses(
    command: impl FnOnce(crate::domain::ids::SessionId, Minute) -> session::Command,
) -> Command {
    Command::Session(command("s1".into(), at("09:40")))
}

pub(super) fn mark(person: &str, mark: RollMark) -> Command {
    ses(|id, at| session::Command::Mark {
        id,
        person: person.into(),
        mark,
        at,
    })
}

pub(super) fn start(item: &str) -> Command {
    Command::Agenda(agenda::Command::Start {
        item: item.into(),
        at: at("09:40"),
    })
}

pub(super) fn settle(state: ItemState) -> Command {
    Command::Agenda(agenda::Command::Settle {
        item: "i2".into(),
        state,
        at: at("09:40"),
    })
}

pub(crate) fn correct(wanted: Wanted) -> Command {
    Command::Correct(correction::Command {
        id: "x1".into(),
        session: "s1".into(),
        wanted,
        by: line("蒋会计"),
        at: at("12:00"),
        reason: line("笔误"),
    })
}

pub(super) fn reword() -> Command {
    let wording = Wording {
        at: at("09:40"),
        text: text("同意联建冷库一座。"),
        turn: None,
    };
    Command::Vote(vote::Command::Reword {
        motion: "m1".into(),
        wording,
    })
}

pub(super) fn open(motion: &str) -> Command {
    Command::Vote(vote::Command::Open {
        motion: motion.into(),
        at: at("09:40"),
    })
}

pub(super) fn end() -> Command {
    Command::Vote(vote::Command::End {
        motion: "m1".into(),
        at: at("09:40"),
    })
}

pub(super) fn close() -> Command {
    ses(|id, at| session::Command::Close { id, at })
}

pub(super) fn not_in(have: SessionState, need: SessionState) -> Refusal {
    Refusal::SessionNotIn { have, need }
}
