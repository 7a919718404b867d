//! The rules as a table: what is asked for at the wrong moment, and the refusal with its remedy.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::moments::Moment;
use super::moments::{
    Moment::*, close, correct, end, mark, not_in, open, reword, ses, settle, stage, start,
};
use super::stage::{at, item, line, motion, plan, sealing, speech, take, task, text};
use crate::domain::refusal::Remedy;
use crate::domain::roster::roll::Exclusion;
use crate::domain::rule::Over;
use crate::domain::session::agenda::{self, ItemKind, ItemState};
use crate::domain::session::correction::Wanted;
use crate::domain::session::{self, RollMark, SessionState, minutes};
use crate::domain::task as follow_up;
use crate::domain::vote::{self, Choice};
use crate::domain::{Command, Refusal};

#[test]
fn every_wrong_step_is_refused_with_its_remedy() {
    use SessionState as S;
    let name = || line("李家屯");
    let title = || line("议题i2");
    let vote_open = || Refusal::VoteOpen {
        motion: "m1".into(),
    };
    let open_session = || ses(|id, at| session::Command::Open { id, at });
    let pause = || ses(|id, at| session::Command::Pause { id, at });
    let short = Refusal::QuorumShort {
        excused: 0,
        rule: "joint-default".into(),
        over: Over::Persons,
        entitled: 10,
        have: 5,
        need: 6,
    };
    let table: Vec<(Moment, Command, Refusal, Option<Remedy>)> = vec![
        (
            Planned,
            open_session(),
            Refusal::RollNotCalled,
            Some(Remedy::CallRoll),
        ),
        (
            Planned,
            mark("p1", RollMark::Present),
            Refusal::RollNotCalled,
            Some(Remedy::CallRoll),
        ),
        (
            Planned,
            start("i2"),
            not_in(S::Planned, S::Sitting),
            Some(Remedy::Sit),
        ),
        (
            Planned,
            close(),
            not_in(S::Planned, S::Sitting),
            Some(Remedy::Sit),
        ),
        (
            RollHalf,
            open_session(),
            Refusal::RollNotFinished { unmarked: 11 },
            Some(Remedy::MarkRoll),
        ),
        (Short, open_session(), short, Some(Remedy::MarkRoll)),
        (
            Sitting,
            ses(|id, _| session::Command::Replan { id, plan: plan(1) }),
            not_in(S::Sitting, S::Planned),
            None,
        ),
        (
            Sitting,
            ses(|id, _| session::Command::CallRoll(id)),
            not_in(S::Sitting, S::Planned),
            None,
        ),
        (
            Sitting,
            ses(|id, _| session::Command::Exclude {
                id,
                person: "p11".into(),
                reason: Some(Exclusion::Away),
            }),
            Refusal::ObserverNeverCounted {
                name: line("卫律师"),
            },
            None,
        ),
        (
            Sitting,
            ses(|id, _| session::Command::MendStays {
                id,
                person: "p2".into(),
                stays: Vec::new(),
            }),
            Refusal::TimesOnly,
            None,
        ),
        (
            Running,
            settle(ItemState::Running),
            Refusal::ItemNotRunning { title: title() },
            Some(Remedy::StartItem),
        ),
        (
            Running,
            end(),
            Refusal::NotPut {
                motion: "m1".into(),
            },
            Some(Remedy::OpenVote),
        ),
        (
            Running,
            Command::Vote(vote::Command::Announce {
                motion: "m1".into(),
                at: at("09:40"),
            }),
            Refusal::NotCounted,
            None,
        ),
        (
            Running,
            Command::Vote(vote::Command::Draft(motion("i2", "m1"))),
            Refusal::AlreadyThere,
            None,
        ),
        (
            Running,
            Command::Vote(vote::Command::Draft(motion("i3", "m2"))),
            Refusal::ItemHasNoRule {
                title: line("议题i3"),
            },
            None,
        ),
        (
            Running,
            Command::Agenda(agenda::Command::Put(item("s1", "i2", ItemKind::Discussion))),
            Refusal::ItemDealtWith { title: title() },
            None,
        ),
        (
            Running,
            correct(Wanted::Opened(at("09:01"))),
            Refusal::NotFrozenYet { have: S::Sitting },
            None,
        ),
        (
            Voting,
            reword(),
            Refusal::MotionPastWording,
            Some(Remedy::DraftMotion),
        ),
        (Voting, close(), vote_open(), Some(Remedy::EndVote)),
        (Voting, pause(), vote_open(), Some(Remedy::EndVote)),
        (Voting, start("i3"), vote_open(), Some(Remedy::EndVote)),
        (
            Voting,
            settle(ItemState::Deferred),
            vote_open(),
            Some(Remedy::EndVote),
        ),
        (
            Voting,
            ses(|id, _| session::Command::Exclude {
                id,
                person: "p2".into(),
                reason: Some(Exclusion::Away),
            }),
            vote_open(),
            Some(Remedy::EndVote),
        ),
        (
            Voting,
            Command::Vote(take("p11", Choice::For)),
            Refusal::NotEntitled {
                name: line("卫律师"),
            },
            None,
        ),
        (
            Counted,
            close(),
            Refusal::NotAnnounced {
                motion: "m1".into(),
            },
            Some(Remedy::Announce),
        ),
        (
            Counted,
            Command::Vote(take("p2", Choice::For)),
            Refusal::NotAnnounced {
                motion: "m1".into(),
            },
            Some(Remedy::Announce),
        ),
        (
            Counted,
            mark("p2", RollMark::Absent),
            Refusal::Final,
            Some(Remedy::Correct),
        ),
        (
            Counted,
            correct(Wanted::Voice {
                motion: "m1".into(),
                person: "p2".into(),
                to: Choice::Against,
            }),
            Refusal::NotFrozenYet { have: S::Sitting },
            None,
        ),
        (
            Break,
            start("i2"),
            not_in(S::Break, S::Sitting),
            Some(Remedy::Sit),
        ),
        (
            Closed,
            mark("p2", RollMark::Left),
            Refusal::Frozen,
            Some(Remedy::Correct),
        ),
        (
            Closed,
            ses(|id, _| session::Command::MendStays {
                id,
                person: "p2".into(),
                stays: Vec::new(),
            }),
            Refusal::Frozen,
            Some(Remedy::Correct),
        ),
        (Closed, reword(), Refusal::Frozen, Some(Remedy::Correct)),
        // A session that is over is not opened again, and what the minutes left out is noted late.
        (Closed, open("m1"), not_in(S::Closed, S::Sitting), None),
        (
            Closed,
            Command::Minutes(minutes::Command::Add(speech("i2", "e2", "p3"))),
            Refusal::MinutesOver,
            Some(Remedy::NoteLate),
        ),
        (
            Closed,
            Command::Minutes(minutes::Command::Remove("e1".into())),
            Refusal::Frozen,
            Some(Remedy::Correct),
        ),
        (
            Sealed,
            Command::Minutes(minutes::Command::Add(speech("i2", "e2", "p3"))),
            Refusal::MinutesOver,
            Some(Remedy::NoteLate),
        ),
        (
            Closed,
            correct(Wanted::Words {
                entry: "e1".into(),
                to: text("改"),
            }),
            Refusal::NotFrozenYet { have: S::Closed },
            None,
        ),
        (
            Closed,
            correct(Wanted::Closed(at("08:00"))),
            Refusal::TimesCross,
            None,
        ),
        (Sealed, reword(), Refusal::Sealed, Some(Remedy::Correct)),
        (
            Sealed,
            mark("p2", RollMark::Left),
            Refusal::Sealed,
            Some(Remedy::Correct),
        ),
        (
            Sealed,
            Command::Minutes(minutes::Command::Write {
                entry: "e1".into(),
                words: text("改"),
            }),
            Refusal::Sealed,
            Some(Remedy::Correct),
        ),
        (
            Sealed,
            Command::Task(follow_up::Command::Put(task("t2", "i2"))),
            Refusal::Sealed,
            Some(Remedy::Correct),
        ),
        (
            Sealed,
            Command::Task(follow_up::Command::Remove("t1".into())),
            Refusal::Sealed,
            Some(Remedy::Correct),
        ),
        (
            Sealed,
            Command::Vote(vote::Command::TakeIn(Box::new(motion("i2", "m9")))),
            Refusal::Sealed,
            Some(Remedy::Correct),
        ),
        (
            Sealed,
            ses(|id, _| session::Command::Create {
                id,
                plan: plan(2),
                opening: None,
            }),
            Refusal::AlreadyThere,
            None,
        ),
        (
            Sealed,
            ses(|id, _| session::Command::Seal {
                today: chrono::NaiveDate::MAX,
                id,
                sealing: sealing(),
            }),
            not_in(S::Sealed, S::Closed),
            None,
        ),
    ];
    for (moment, command, refusal, remedy) in table {
        let stage = stage(moment);
        assert_eq!(stage.refused(&command), refusal, "{moment:?}: {command:?}");
        assert_eq!(refusal.remedy(), remedy, "{refusal:?}");
    }
    let mut gone = stage(Voting);
    gone.mark("p2", RollMark::Left);
    assert_eq!(
        gone.refused(&Command::Vote(take("p2", Choice::For))),
        Refusal::NotInRoom { name: name() }
    );
}
