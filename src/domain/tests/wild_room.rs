//! Commands about who is in the room and who leads, made of a few random bytes.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{day, line, recusal};
use super::wild::{Dice, id, minute, person, session_id};
use crate::domain::World;
use crate::domain::roster::{Capacity, Person, Seat};
use crate::domain::session::again::Sitting;
use crate::domain::session::attendance::Excuse;
use crate::domain::session::day::DayMend;
use crate::domain::session::handover::{Handover, Office};
use crate::domain::session::paper::FromPaper;
use crate::domain::session::recusal::{Declined, Matter, proposals};
use crate::domain::session::room::SeatMend;
use crate::domain::session::{Command, RollMark};

pub(super) fn room(d: Dice) -> Command {
    use Command as C;
    let (id, at, who) = (session_id(d[2]), minute(d[3]), person(d[4]));
    let again = Sitting {
        date: day("11-24"),
        start: None,
    };
    match d[1] % 17 {
        16 if d[5].is_multiple_of(4) => C::MendDay {
            id,
            mend: DayMend {
                from: at.day(),
                to: day("11-22"),
                at,
                reason: line("时钟快了一天"),
            },
        },
        15 | 16 => C::Recuse {
            id,
            recusal: recusal(who.as_str(), matter(d), at),
        },
        13 => C::FromPaper {
            id,
            paper: FromPaper {
                since: at,
                until: None,
                reason: line("停电"),
                paper: line("记录本第三页"),
            },
        },
        14 => C::EndPaper { id, until: at },
        8 => C::OpenWithoutVotes {
            id,
            at,
            reason: line("先学文件"),
        },
        9 => C::Adjourn { id, at, again },
        10 => C::Lapse {
            id,
            at,
            second: again,
        },
        11 => C::Reconvene(id),
        12 => C::ConfirmRoll { id, at },
        0 | 1 => C::Mark {
            id,
            person: who,
            mark: RollMark::Video,
            at,
        },
        2 | 3 => C::Admit {
            id,
            person: Person {
                woman: false,
                kin: Vec::new(),

                id: self::id("g", d[5], 3).into(),
                name: line("来宾"),
            },
            role: line("县水利局"),
            stands_for: d[6].is_multiple_of(2).then_some(who),
        },
        4 => C::MendSeat {
            id,
            seat: Seat {
                households: None,
                shares: None,

                id: self::id("k", d[5], 30).into(),
                person: who.clone(),
                village: (!d[6].is_multiple_of(3)).then(|| self::id("v", d[6], 4).into()),
                role: line("副书记"),
                capacity: if d[7].is_multiple_of(2) {
                    Capacity::Observer
                } else {
                    Capacity::Voting
                },
                from: day("01-01"),
                to: None,
                counts: true,
            },
            mend: SeatMend {
                person: who,
                on: day("11-23"),
                reason: line("任职文件已到"),
            },
        },
        5 => C::AskLeave {
            id,
            person: who,
            reason: (!d[5].is_multiple_of(3)).then_some(Excuse::Duty),
        },
        6 => C::Dismiss { id, person: who },
        _ => C::HandOver {
            id,
            handover: Handover {
                office: if d[5].is_multiple_of(2) {
                    Office::Chair
                } else {
                    Office::Recorder
                },
                to: who,
                item: d[6]
                    .is_multiple_of(2)
                    .then(|| self::id("i", d[7], 6).into()),
                at,
                turn: crate::domain::session::turn::Turn::default(),
            },
        },
    }
}

/// Ends a recusal that lasts, says anew which motions it is of, or declines one that is proposed.
pub(super) fn recusals(world: &World, d: Dice) -> Option<Command> {
    let session = world.sessions.get(&session_id(d[2]))?;
    let id = session.id.clone();
    if d[4].is_multiple_of(5) {
        let mut lasting = session.recusals.iter().filter(|it| it.to.is_none());
        let recusal = lasting.find(|it| matches!(it.of, Matter::Part { .. }))?;
        return Some(Command::ReframeRecusal {
            id,
            person: recusal.person.clone(),
            of: recusal.of.clone(),
            motions: vec![self::id("m", d[5], 4).into()],
        });
    }
    if d[4].is_multiple_of(2) {
        let mut lasting = session.recusals.iter().filter(|it| it.to.is_none());
        let recusal = lasting.next()?;
        return Some(Command::ReturnFromRecusal {
            id,
            person: recusal.person.clone(),
            of: recusal.of.clone(),
            at: minute(d[3]),
        });
    }
    let item = world.running_item(&id)?;
    let person = proposals(world, session, item).first()?.person.clone();
    let declined = Declined {
        item: item.id.clone(),
        person,
    };
    Some(Command::DeclineRecusal { id, declined })
}

fn matter(d: Dice) -> Matter {
    let item = id("i", d[5], 6).into();
    match d[6] % 3 {
        0 => Matter::Item { item },
        1 => Matter::Part {
            item,
            part: line("第二期工程"),
            motions: match d[7] % 3 {
                0 => Vec::new(),
                more => vec![id("m", d[5], more + 2).into()],
            },
        },
        _ => Matter::Motion {
            motion: id("m", d[5], 4).into(),
        },
    }
}
