//! Commands of every kind, sensible and senseless, made of a few random bytes.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{Stage, at, day, decision, item, line, plan, sealing};
use super::wild_acts::{agenda, minutes, restore, task, vote};
use super::wild_corrections::{clocks, correct};
use super::wild_room::{recusals, room};
use crate::domain::Command;
use crate::domain::dates::Minute;
use crate::domain::roster::roll::Exclusion;
use crate::domain::roster::{self, Capacity, Committee, OwnRules, Person, Seat, Standing, Village};
use crate::domain::session::agenda::{Item, ItemKind, ItemState, Late};
use crate::domain::session::attendance::{Excuse, Stay, Way};
use crate::domain::session::notice::{Channel, Notice, Told};
use crate::domain::session::{self, Plan, RollMark, Session, SessionKind, SessionState};
use proptest::prelude::*;

/// What one command is made of.
pub(super) type Dice = [u8; 8];

/// Makes a list of throws.
pub(super) fn throws(most: usize) -> impl Strategy<Value = Vec<Dice>> {
    prop::collection::vec(any::<Dice>(), 0..most)
}

/// Carries out what the throws make, refusals passed over: one in three takes the next step.
pub(super) fn play(stage: &mut Stage, throws: &[Dice]) {
    for dice in throws {
        if let Some(command) = command(stage, *dice) {
            let _ = stage.attempt(&command);
        }
    }
}

/// Makes a command, `None` where the next step waits.
pub(super) fn command(stage: &Stage, dice: Dice) -> Option<Command> {
    if dice[0].is_multiple_of(3) {
        let id = id("s", dice[1] % 3 / 2, 2);
        return match stage.world.sessions.get(&id.as_str().into()) {
            Some(session) if session.state != SessionState::Sealed => stage.next(&session.id).1,
            _ => None,
        };
    }
    Some(match dice[0] / 3 % 16 {
        0 => Command::Roster(roster(dice)),
        1 | 2 => Command::Session(planning(dice)),
        3 | 4 if dice[1].is_multiple_of(8) => match clocks(&stage.world, dice) {
            Some(times) => Command::Session(session::Command::MendTimes {
                id: session_id(dice[5]),
                times,
            }),
            None => return None,
        },
        3 | 4 => Command::Session(live(dice)),
        5 if dice[1].is_multiple_of(3) => Command::Session(recusals(&stage.world, dice)?),
        5 => Command::Session(room(dice)),
        6 | 7 => Command::Agenda(agenda(dice)),
        8 | 9 => Command::Minutes(minutes(dice)),
        10..=12 => Command::Vote(vote(&stage.world, dice)),
        13 => Command::Task(task(dice)),
        14 => Command::Correct(correct(&stage.world, dice)),
        _ => Command::Restore(restore(stage, dice)),
    })
}

pub(super) fn id(kind: &str, n: u8, most: u8) -> String {
    format!("{kind}{}", n % most + 1)
}

pub(super) fn person(n: u8) -> crate::domain::ids::PersonId {
    id("p", n, 13).into()
}

/// Mostly `s1`, sometimes one that is not there.
pub(super) fn session_id(n: u8) -> crate::domain::ids::SessionId {
    id("s", n / 3 * u8::from(n.is_multiple_of(3)), 4).into()
}

pub(super) fn minute(n: u8) -> Minute {
    at(&format!("{:02}:{:02}", 8 + n / 32, n % 60))
}

fn roster(d: Dice) -> roster::Command {
    use roster::Command as C;
    match d[1] % 13 {
        11 | 12 => C::Relate {
            person: person(d[2]),
            other: person(d[3]),
            relation: (!d[4].is_multiple_of(4)).then(|| line(&id("亲", d[5], 3))),
        },
        0 => C::Found(Committee {
            id: "c1".into(),
            name: line("另一个"),
            sample: false,
            own_rules: None,
            rules_before: Vec::new(),
            boards: Default::default(),
        }),
        1 => C::Rename(line(&id("名", d[2], 9))),
        2 => C::AdoptRules(d[2].is_multiple_of(2).then(|| OwnRules {
            title: line("《议事规则》"),
            clause: line("第九条"),
            rule: rule(d[3]).into(),
            adopted: day("01-05"),
            online: d[4].is_multiple_of(2),
            deputies: d[5].is_multiple_of(2),
        })),
        3 => C::PutVillage(Village {
            figures: Vec::new(),

            id: id("v", d[2], 6).into(),
            name: line(&id("村", d[3], 9)),
            standing: if d[4].is_multiple_of(2) {
                Standing::Lead
            } else {
                Standing::Joined
            },
            position: u32::from(d[5]),
            joined: None,
            left: d[6].is_multiple_of(4).then(|| day("06-01")),
        }),
        4 => C::PutPerson(Person {
            woman: false,
            kin: Vec::new(),

            id: person(d[2]),
            name: line(&id("人", d[3], 9)),
        }),
        5 | 6 => C::PutSeat(Seat {
            households: None,
            shares: None,

            id: id("k", d[2], 30).into(),
            person: person(d[3]),
            village: (!d[4].is_multiple_of(3)).then(|| id("v", d[4], 6).into()),
            role: line("委员"),
            capacity: if d[5].is_multiple_of(3) {
                Capacity::Observer
            } else {
                Capacity::Voting
            },
            from: day("01-01"),
            to: d[6].is_multiple_of(4).then(|| day("11-22")),
            counts: d[7].is_multiple_of(2),
        }),
        7 => C::EndSeat {
            seat: id("k0", d[2], 9).into(),
            on: day("11-22"),
        },
        8 => C::RemoveSeat(id("k0", d[2], 9).into()),
        9 => C::RemoveVillage(id("v", d[2], 6).into()),
        _ => C::RemovePerson(person(d[2])),
    }
}

fn rule(n: u8) -> &'static str {
    [
        "joint-default",
        "joint-major",
        "majority-of-cast",
        "majority-of-present",
        "each-group-majority-of-present",
        "no-such-rule",
        "one-of-several-run-off",
        "election-contested",
        "each-group-majority-of-present",
        "each-group-majority-of-present",
    ][usize::from(n % 10)]
}

pub(super) fn wild_item(d: Dice) -> Item {
    let kind = match d[4] % 4 {
        0 => ItemKind::Notice,
        1 => ItemKind::Discussion,
        _ => decision(rule(d[5])),
    };
    Item {
        late: d[6]
            .is_multiple_of(2)
            .then(|| Late::before(line("上级临时要求"))),
        villages: d[6]
            .is_multiple_of(5)
            .then(|| id("v", d[7], 6).into())
            .into_iter()
            .collect(),
        presenter: d[7].is_multiple_of(2).then(|| person(d[7])),
        presented: None,
        concerned: (!d[7].is_multiple_of(3))
            .then(|| person(d[6]))
            .into_iter()
            .collect(),
        state: if d[7].is_multiple_of(5) {
            ItemState::Done
        } else {
            ItemState::Pending
        },
        ..item(session_id(d[3]).as_str(), &id("i", d[2], 8), kind)
    }
}

fn planning(d: Dice) -> session::Command {
    use session::Command as C;
    let id = session_id(d[2]);
    let plan = Plan {
        kind: SessionKind::ALL[usize::from(d[3] % 3)],
        chair: (!d[4].is_multiple_of(4)).then(|| person(d[4])),
        date: if d[5].is_multiple_of(4) {
            day("11-20")
        } else {
            day("11-23")
        },
        ..plan(u32::from(d[6] % 4))
    };
    match d[1] % 6 {
        0 => C::Create {
            id: "s2".into(),
            plan,
            opening: d[7].is_multiple_of(2).then(|| wild_item(d)),
        },
        1 => C::Replan { id, plan },
        2 => C::Notify {
            id,
            notice: (!d[3].is_multiple_of(3)).then(|| Notice {
                channel: d[4].is_multiple_of(2).then_some(Channel::Group),
                told: if d[5].is_multiple_of(2) {
                    Told::default()
                } else {
                    Told::Only(vec![person(d[5])])
                },
                urgent: d[6].is_multiple_of(2).then(|| line("汛情紧急")),
                ..Notice::sent(if d[7].is_multiple_of(2) {
                    day("11-20")
                } else {
                    day("11-22")
                })
            }),
        },
        3 => C::CallRoll(id),
        4 => C::Create {
            id,
            plan,
            opening: Some(wild_item(d)),
        },
        _ => C::TakeIn(Box::new(published(d))),
    }
}

fn published(d: Dice) -> Session {
    let stage = Stage::planned();
    Session {
        id: session_id(d[3].saturating_mul(3)),
        state: if d[4].is_multiple_of(4) {
            SessionState::Sitting
        } else {
            SessionState::Sealed
        },
        published_as: Some(line("Community and Protective Services Committee")),
        ordinal: u32::from(d[5]),
        ..stage.s1().clone()
    }
}

fn live(d: Dice) -> session::Command {
    use session::Command as C;
    let (id, at, person) = (session_id(d[2]), minute(d[3]), person(d[4]));
    match d[1] % 14 {
        0..=2 => C::Mark {
            id,
            person,
            mark: RollMark::Present,
            at,
        },
        3 | 4 => C::Mark {
            id,
            person,
            mark: RollMark::Left,
            at,
        },
        5 => C::Mark {
            id,
            person,
            mark: RollMark::Absent,
            at,
        },
        6 => C::Mark {
            id,
            person,
            mark: RollMark::Excused {
                reason: Excuse::Other(line("探亲")),
            },
            at,
        },
        7 => C::AllPresent { id, at },
        8 => C::Exclude {
            id,
            person,
            reason: (!d[5].is_multiple_of(3)).then_some(Exclusion::Away),
        },
        9 => C::MendStays {
            id,
            person,
            stays: stays(d),
        },
        10 => C::Pause { id, at },
        11 => C::MendOpening { id, at },
        12 if d[6].is_multiple_of(4) => C::Seal {
            today: chrono::NaiveDate::MAX,
            id,
            sealing: sealing(),
        },
        12 if d[6] % 4 == 1 => C::Close { id, at },
        12 => C::Resume { id, at },
        _ => C::Open { id, at },
    }
}

pub(super) fn stays(d: Dice) -> Vec<Stay> {
    let by = if d[4].is_multiple_of(3) {
        Way::Video
    } else {
        Way::Room
    };
    let open = Stay::begun(minute(d[6]), by);
    let shut = Stay {
        to: Some(minute(d[6])),
        ..Stay::since(minute(d[5]))
    };
    [vec![open], vec![shut, open], vec![shut], Vec::new()][usize::from(d[7] % 4)].clone()
}
