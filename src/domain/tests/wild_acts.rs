//! Commands about agenda, minutes, votes and what follows, made of a few random bytes.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{Stage, chooses, day, line, motion, recused, speech, text};
use super::wild::{Dice, id, minute, person, session_id, wild_item};
use crate::domain::World;
use crate::domain::act::Restored;
use crate::domain::entity::{Entity, Root};
use crate::domain::ids::MotionId;
use crate::domain::session::agenda::{self, Item, ItemState};
use crate::domain::session::minutes::{self, Entry, EntryKind};
use crate::domain::session::quorum::count;
use crate::domain::task::{self, Task, TaskState};
use crate::domain::vote::by_village::{Says, Split, Stance};
use crate::domain::vote::hands::{self, ChairHand, Hands};
use crate::domain::vote::secret::{BallotCount, Papers};
use crate::domain::vote::slate::{Sheet, Tellers};
use crate::domain::vote::village::VillageMeeting;
use crate::domain::vote::{self, Choice, Effect, Motion, MotionState, Next, Wording};

pub(super) fn agenda(d: Dice) -> agenda::Command {
    use agenda::Command as C;
    let (item, at) = (id("i", d[2], 6).into(), minute(d[3]));
    match d[1] % 12 {
        0 | 1 => C::Put(wild_item(d)),
        2 => C::Move {
            item,
            position: u32::from(d[4] % 9),
        },
        3 => C::Remove(item),
        4 | 5 => C::Start { item, at },
        6 => C::Pause { item, at },
        7 => C::Settle {
            item,
            state: [
                ItemState::Deferred,
                ItemState::Withdrawn,
                ItemState::Running,
            ][usize::from(d[4] % 3)],
            at,
        },
        8 => C::Carry {
            item,
            into: Item {
                session: "s2".into(),
                ..wild_item(d)
            },
        },
        9 => C::Present {
            item,
            by: person(d[4]),
        },
        10 => C::Drop {
            item,
            reason: line("镇里已经统一安排"),
            at,
        },
        _ => C::TakeIn(Item {
            id: id("i", d[2], 12).into(),
            session: id("s", d[3], 4).into(),
            ..wild_item(d)
        }),
    }
}

pub(super) fn minutes(d: Dice) -> minutes::Command {
    use minutes::Command as C;
    let entry = id("e", d[2], 4).into();
    let kind = match d[3] % 3 {
        0 => EntryKind::Decision,
        _ => EntryKind::Speech {
            speaker: person(d[4]),
        },
    };
    match d[1] % 6 {
        0 | 1 => C::Add(Entry {
            kind,
            session: session_id(d[5]),
            ..speech(&id("i", d[6], 6), &id("e", d[2], 4), "p1")
        }),
        2 | 3 => C::Write {
            entry,
            words: text(["", "要先摸清底数", "费用按户分摊"][usize::from(d[3] % 3)]),
        },
        4 if d[5].is_multiple_of(2) => C::Restamp {
            entry,
            kind,
            at: minute(d[5]),
        },
        4 => C::Check {
            entry,
            checked: d[6].is_multiple_of(2),
        },
        _ => C::Remove(entry),
    }
}

pub(super) fn vote(world: &World, d: Dice) -> vote::Command {
    use vote::Command as C;
    let open = world
        .open_vote(&"s1".into())
        .map(|motion| motion.id.clone());
    let random = id("m", d[2], 4).into();
    let drafted = world
        .motions
        .values()
        .find(|motion| motion.state == MotionState::Drafted);
    let likely = open.or_else(|| drafted.map(|motion| motion.id.clone()));
    let motion_id = likely.filter(|_| !d[2].is_multiple_of(8)).unwrap_or(random);
    let (motion, at, person) = (motion_id, minute(d[3]), person(d[4]));
    let wild = Motion {
        session: session_id(d[5]),
        villages: d[6]
            .is_multiple_of(3)
            .then(|| id("v", d[6], 5).into())
            .into_iter()
            .collect(),
        ..self::motion(&id("i", d[7], 6), &id("m", d[2], 4))
    };
    match d[1] % 33 {
        _ if villages_heard(world, &motion) && d[5].is_multiple_of(4) => unheard(world, motion),
        30 => contenders(world, d, motion),
        31 => C::NameTellers {
            tellers: Tellers {
                watching: vec![person],
                counting: vec![self::person(d[5])],
            },
            motion,
        },
        32 => C::CountSlate {
            sheet: raised(world, &motion, d),
            motion,
        },
        26..=28 => follows(world, d),
        29 => reconsiders(world, d, wild),
        11 if !villages_heard(world, &motion) => C::Clear { motion, person },
        17 if d[5].is_multiple_of(2) => C::OpenByHands { motion, at },
        17 => C::CountHands {
            motion,
            hands: Hands {
                yes: u32::from(d[6] % 12),
                no: u32::from(d[7] % 3),
                abstain: 0,
                not_voting: 0,
                chair: if d[7].is_multiple_of(2) {
                    ChairHand::Counted
                } else {
                    ChairHand::Apart {
                        choice: Choice::For,
                    }
                },
            },
        },
        16 => C::Agree { motion, at },
        18 => match d[5] % 2 {
            0 => C::OpenByVillage { motion, at },
            _ => C::OpenSecretly { motion, at },
        },
        19 => {
            let voting = world.motion(&motion).ok();
            let voting =
                voting.and_then(|it| Some((it.ballot()?, world.session(&it.session).ok()?)));
            let number = voting.map_or(3, |(ballot, session)| count(hands::room(session, ballot)));
            C::IssuePapers {
                motion,
                number: number + u32::from(d[5].is_multiple_of(5)),
                at,
            }
        }
        20 | 21 => C::CountPapers {
            count: papers(world, &motion, d),
            motion,
        },
        22 | 23 => C::HearVillage {
            motion,
            village: (!d[5].is_multiple_of(5)).then(|| id("v", d[5], 5).into()),
            says: if d[6].is_multiple_of(4) {
                Says::ByNumbers {
                    split: Split {
                        yes: u32::from(d[7] % 4),
                        no: u32::from(d[6] % 3),
                        ..Split::default()
                    },
                }
            } else {
                Says::AsOne {
                    stance: Stance::ALL[usize::from(d[6] % 4)],
                }
            },
        },
        11 | 24 => unheard(world, motion),
        25 => {
            let mut others = world.motions.values().filter(|other| other.id != motion);
            let other = others.nth(usize::from(d[6] % 2)).map(|it| it.id.clone());
            C::Exclude {
                other: other.filter(|_| !d[5].is_multiple_of(4)),
                motion,
            }
        }
        0 | 1 => C::Draft(wild),
        2 => C::Reword {
            motion,
            wording: Wording {
                at,
                text: text(["", "同意。", "同意联建。"][usize::from(d[5] % 3)]),
                turn: None,
            },
        },
        3 => C::Frame {
            motion,
            villages: vec![id("v", d[5], 5).into()],
            effect: Effect::Proposes,
        },
        4 => C::Withdraw {
            motion,
            reason: d[5].is_multiple_of(2).then(|| line("再议")),
        },
        5 if d[5].is_multiple_of(2) => C::OpenByVillage { motion, at },
        5 => C::Open { motion, at },
        6..=10 => C::Take {
            motion,
            person,
            choice: [
                Choice::For,
                Choice::Against,
                Choice::Abstain,
                Choice::NotVoting,
                recused(),
                chooses("甲"),
                chooses("乙"),
                chooses("己"),
            ][usize::from(d[5] % 8)]
            .clone(),
        },
        12 if d[5].is_multiple_of(2) => C::AllChoose {
            motion,
            option: line(["甲", "乙"][usize::from(d[6] % 2)]),
        },
        12 => C::AllFor { motion },
        13 => C::End { motion, at },
        14 => C::Announce { motion, at },
        _ => C::TakeIn(Box::new(Motion {
            id: id("m", d[2], 8).into(),
            item: id("i", d[7], 12).into(),
            session: id("s", d[3], 4).into(),
            state: MotionState::Withdrawn {
                reason: None,
                begun: None,
            },
            ..wild
        })),
    }
}

/// A step after an announced vote, mostly of a motion that has one.
fn follows(world: &World, d: Dice) -> vote::Command {
    let announced = |motion: &&std::sync::Arc<Motion>| {
        !matches!(
            motion.state,
            MotionState::Drafted | MotionState::Voting { .. }
        )
    };
    let known = world.motions.values().filter(announced);
    let known: Vec<_> = known.collect();
    let motion = known.get(usize::from(d[2]) % known.len().max(1));
    let (session, id, item) = motion.map_or(("s1".into(), "m1".into(), "i2".into()), |it| {
        (it.session.clone(), it.id.clone(), it.item.clone())
    });
    let asked = motion.and_then(|it| it.asked().get(usize::from(d[5]) % it.asked().len().max(1)));
    let village = asked.map_or_else(|| self::id("v", d[5], 5).into(), |it| it.village.clone());
    let given = |n: u8, village| Task {
        village,
        ..super::stage::task(&format!("f{n}"), item.as_str())
    };
    let next = match d[3] % 9 {
        0 => Next::Cast {
            adopted: d[4].is_multiple_of(2),
        },
        1 => Next::Lot {
            drawn_by: line("孙广田"),
            adopted: d[4].is_multiple_of(2),
        },
        2 => Next::PassOver,
        3 => Next::Defer {
            until: d[4].is_multiple_of(2).then(|| day("12-20")),
            reason: None,
        },
        4 => Next::Refer {
            to: line("东集镇党委"),
            task: given(d[4] % 3, None),
        },
        5 => Next::Rule {
            by: line("东集镇党委"),
            on: day(["11-20", "12-30"][usize::from(d[4] % 2)]),
            adopted: d[5].is_multiple_of(2),
            paper: line("镇党委文件"),
        },
        6 => Next::AskVillages {
            tasks: motion.map_or_else(Vec::new, |motion| {
                let villages = (0..).zip(vote::follow::concerned(world, motion));
                villages.map(|(n, it)| given(n, Some(it))).collect()
            }),
        },
        _ => Next::Decide(VillageMeeting {
            village,
            body: line("村民代表会议"),
            met: day(["11-23", "12-30"][usize::from(d[4] % 8 / 7)]),
            held: !d[6].is_multiple_of(6),
            rule: "village-representatives".into(),
            entitled: 30,
            present: 18 + u32::from(d[6] % 13),
            yes: u32::from(d[7] % 24),
            no: 3,
            abstain: 0,
            households: None,
            women: None,
            paper: line("村档案柜"),
        }),
    };
    vote::Command::Follow {
        session,
        motion: id,
        at: minute(d[6]),
        next,
    }
}

fn reconsiders(world: &World, d: Dice, wild: Motion) -> vote::Command {
    let known: Vec<_> = world.motions.values().collect();
    let decided = known.get(usize::from(d[2]) % known.len().max(1));
    let (session, id) = decided.map_or(("s1".into(), "m1".into()), |it| {
        (it.session.clone(), it.id.clone())
    });
    vote::Command::Reconsider {
        session,
        decided: id,
        motion: Motion {
            mover: (!d[4].is_multiple_of(5)).then(|| person(d[4])),
            ..wild
        },
        at: minute(d[3]),
        reason: line("情况有变"),
    }
}

/// Says whether a vote by village is open in which some village was heard.
fn villages_heard(world: &World, motion: &MotionId) -> bool {
    let ballot = world.motion(motion).ok().and_then(Motion::ballot);
    ballot.is_some_and(|ballot| !ballot.villages.is_empty())
}

/// Takes back what the first village that was heard said.
fn unheard(world: &World, motion: MotionId) -> vote::Command {
    let ballot = world.motion(&motion).ok().and_then(Motion::ballot);
    let heard = ballot.and_then(|ballot| ballot.villages.first());
    vote::Command::ClearVillage {
        village: heard.and_then(|vote| vote.village.clone()),
        motion,
    }
}

/// Contenders for a motion, mostly for one whose rule asks for some.
fn contenders(world: &World, d: Dice, motion: MotionId) -> vote::Command {
    let drafted = world.motions.values().find(|motion| {
        let item = world.item(&motion.item).ok();
        let rule = item.and_then(|item| item.kind.rule().cloned());
        let several = rule.is_some_and(|rule| {
            rule.as_str().starts_with("one-of") || rule.as_str().starts_with("election")
        });
        several && motion.state == MotionState::Drafted
    });
    let names = ["甲", "乙", "丙", "甲"]
        .into_iter()
        .take(usize::from(2 + d[6] % 3));
    vote::Command::SetSlate {
        motion: drafted.map_or(motion, |motion| motion.id.clone()),
        seats: u32::from(1 + d[5] % 2),
        contenders: names.map(super::stage::contender).collect(),
    }
}

/// Hands for contenders, mostly those of the room.
fn raised(world: &World, motion: &MotionId, d: Dice) -> Sheet {
    let voting = world.motion(motion).ok();
    let voting = voting.and_then(|it| Some((it.ballot()?, world.session(&it.session).ok()?)));
    let counted = voting.and_then(|(ballot, session)| {
        let room = count(hands::room(session, ballot));
        super::stage::all_for_the_first(ballot, room.saturating_sub(u32::from(d[6] % 8 / 7)))
    });
    counted.unwrap_or_default()
}

/// Counts papers: all for, too many of them, or a few that need not balance.
fn papers(world: &World, motion: &MotionId, d: Dice) -> BallotCount {
    let known = world.motion(motion).ok().and_then(Motion::ballot);
    if known.is_some_and(|ballot| ballot.slate.is_some() && ballot.secret.issued.is_some()) {
        return super::secret::all_for(world, motion);
    }
    let issued = known.is_some_and(|ballot| ballot.secret.issued.is_some());
    let returned = if issued {
        super::secret::all_for(world, motion).whole().returned
    } else {
        0
    };
    let papers = match d[6] % 8 {
        0 => Papers {
            returned: returned + 1,
            ..Papers::default()
        },
        1 => Papers {
            returned: u32::from(d[7] % 8),
            yes: u32::from(d[5] % 8),
            ..Papers::default()
        },
        _ => Papers {
            returned,
            yes: returned,
            ..Papers::default()
        },
    };
    BallotCount::Whole { papers }
}

pub(super) fn task(d: Dice) -> task::Command {
    use task::Command as C;
    let task = id("t", d[2], 3).into();
    let (on, reason) = (day("12-01"), line("等资金到位"));
    let village = id("v", d[4], 5).into();
    match d[1] % 18 {
        9 | 10 => C::Sign {
            task,
            on,
            by: line("孙广田"),
            paper: line("督办卡第3号"),
        },
        11 => C::Return { task, on, reason },
        12 => C::Suspend { task, on, reason },
        13 => C::Resume {
            task,
            on,
            to: d[3].is_multiple_of(2).then(|| day("12-25")),
        },
        14 => C::Rate {
            task,
            on,
            rating: task::Rating::Counted {
                satisfied: u32::from(d[3]),
                fairly: 1,
                not: u32::from(d[4] % 3),
            },
        },
        15 | 16 => C::Part {
            task,
            on,
            village,
            what: match d[3] % 3 {
                0 => task::OfPart::Noted {
                    note: line("已开工"),
                    evidence: d[3].is_multiple_of(2).then(|| line("照片")),
                },
                1 => task::OfPart::Done { evidence: None },
                _ => task::OfPart::Again { reason },
            },
        },
        17 => C::Remind {
            task,
            on,
            slip: super::things::slip(u32::from(d[3])),
            to: line("镇水利站"),
        },
        7 => C::Note {
            task,
            on,
            note: line("已清淤一半"),
            evidence: None,
        },
        8 => C::Drop { task, on, reason },
        0..=2 => C::Put(Task {
            due: d[3].is_multiple_of(2).then(|| day("12-15")),
            owner: d[4].is_multiple_of(2).then(|| person(d[4])),
            item: d[5].is_multiple_of(2).then(|| id("i", d[5], 6).into()),
            parts: (0..d[6] % 3)
                .map(|n| {
                    let part = task::Part {
                        what: line("清淤本村段"),
                        done: Some(day("12-01")),
                    };
                    (id("v", n, 5).into(), part)
                })
                .collect(),
            state: TaskState::Closed,
            ..super::stage::task(&id("t", d[2], 3), "i1")
        }),
        3 => C::Move {
            task,
            to: day("12-20"),
            reason,
            on,
        },
        4 => C::Finish {
            task,
            on,
            note: d[3].is_multiple_of(2).then(|| line("已看现场")),
            evidence: None,
        },
        5 => C::Reopen {
            task,
            on,
            to: day("12-31"),
            reason,
            again: Vec::new(),
        },
        _ => C::Remove(task),
    }
}

/// What the desk would ask to undo part of what is there, or something that fits nothing.
pub(super) fn restore(stage: &Stage, d: Dice) -> Vec<Restored> {
    let all: Vec<Entity> = stage.world.entities().collect();
    let Some(entity) = all.get(usize::from(d[1]) % all.len().max(1)) else {
        return Vec::new();
    };
    let other = all.get(usize::from(d[2]) % all.len());
    let root = if d[3].is_multiple_of(4) {
        Root::Roster
    } else {
        entity.root()
    };
    let was = match d[4] % 3 {
        0 => Some(entity.clone()),
        1 => other.cloned(),
        _ => None,
    };
    vec![Restored::new(entity.key(), &root, was)]
}
