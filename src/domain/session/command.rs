//! What may be asked of a session.

use super::again::Sitting;
use super::agenda::Item;
use super::attendance::{Excuse, Stay, Way};
use super::day::DayMend;
use super::handover::Handover;
use super::notice::Notice;
use super::paper::FromPaper;
use super::proxy::Proxy;
use super::recusal::{Declined, Matter, Recusal};
use super::room::SeatMend;
use super::times::Times;
use super::{Sealing, Session, SessionKind};
use crate::domain::dates::Minute;
use crate::domain::ids::{MotionId, PersonId, SessionId};
use crate::domain::roster::roll::Exclusion;
use crate::domain::roster::{self, Person, Seat};
use crate::domain::text::Line;
use crate::domain::world::World;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// What a clerk writes down when a session is planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// What kind it is.
    pub kind: SessionKind,
    /// 第N次 within its kind.
    pub ordinal: u32,
    /// The day.
    pub date: NaiveDate,
    /// The hour it is to begin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveTime>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Line>,
    /// 主持人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<PersonId>,
    /// 记录人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorder: Option<PersonId>,
}

/// What one key of the roll records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum RollMark {
    /// There; after 开会 this is an arrival.
    Present,
    /// There by video.
    Video,
    /// Went away.
    Left,
    /// 请假.
    Excused {
        /// Why.
        reason: Excuse,
    },
    /// 缺席.
    Absent,
}

impl RollMark {
    /// Returns how whoever is marked so takes part; `None` for a mark of absence.
    #[must_use]
    pub fn way(&self) -> Option<Way> {
        match self {
            Self::Present => Some(Way::Room),
            Self::Video => Some(Way::Video),
            Self::Left | Self::Excused { .. } | Self::Absent => None,
        }
    }
}

/// What may be asked of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
// A command lives for one keypress; a box would only make every caller wrap it.
#[allow(clippy::large_enum_variant)]
pub enum Command {
    /// Plans a session; a new agenda opens with the item given (上次议定事项落实情况).
    Create {
        /// The new session.
        id: SessionId,
        /// Its plan.
        plan: Plan,
        /// The first item of its agenda.
        opening: Option<Item>,
    },
    /// Changes the plan before the session sits.
    Replan {
        /// The session.
        id: SessionId,
        /// The plan from now on.
        plan: Plan,
    },
    /// Records how the notice went out, or takes it back; a notice that is late wants a reason.
    Notify {
        /// The session.
        id: SessionId,
        /// The day, the channel, who was told.
        notice: Option<Notice>,
    },
    /// Calls the roll: copies who is entitled that day from the roster. Called again, it takes in what
    /// the roster has learnt since; whoever stays on it keeps their mark.
    CallRoll(SessionId),
    /// Marks one person of the roll.
    Mark {
        /// The session.
        id: SessionId,
        /// Who.
        person: PersonId,
        /// There, excused or absent.
        mark: RollMark,
        /// When.
        at: Minute,
    },
    /// 全部到会: marks everybody not marked yet as there; after 续会, those who were there before it.
    AllPresent {
        /// The session.
        id: SessionId,
        /// When.
        at: Minute,
    },
    /// Sets why a person is not counted in 应到会, or counts them again.
    Exclude {
        /// The session.
        id: SessionId,
        /// Who.
        person: PersonId,
        /// Why, or `None` to count the person again.
        reason: Option<Exclusion>,
    },
    /// Mends when a person was there, until 散会.
    MendStays {
        /// The session.
        id: SessionId,
        /// Who.
        person: PersonId,
        /// When the person was there.
        stays: Vec<Stay>,
    },
    /// Adds a guest (列席), or a deputy sent in a member's stead, before or during the session.
    Admit {
        /// The session.
        id: SessionId,
        /// Who; added to the roster's people where unknown.
        person: Person,
        /// The unit or reason that is printed.
        role: Line,
        /// The member in whose stead the person was sent.
        stands_for: Option<PersonId>,
    },
    /// Takes a guest off the list who was entered by mistake.
    Dismiss {
        /// The session.
        id: SessionId,
        /// Who.
        person: PersonId,
    },
    /// Puts a wrong or missing seat right from the roll: in the roster and on the roll together.
    MendSeat {
        /// The session.
        id: SessionId,
        /// The seat as it should be.
        seat: Seat,
        /// Whose, when and why.
        mend: SeatMend,
    },
    /// Notes leave asked for before the roll is called, or takes it back.
    AskLeave {
        /// The session.
        id: SessionId,
        /// Who.
        person: PersonId,
        /// Why; `None` takes it back.
        reason: Option<Excuse>,
    },
    /// Hands the chair or the minutes over, for one item or for good.
    HandOver {
        /// The session.
        id: SessionId,
        /// What, to whom, for what, when.
        handover: Handover,
    },
    /// Takes down that somebody withdraws (回避) from the item that runs, a part of it, or a motion.
    Recuse {
        /// The session.
        id: SessionId,
        /// Who, from what, why, since when.
        recusal: Recusal,
    },
    /// Takes down that whoever withdrew takes part again; a vote that is open keeps the mark it has.
    ReturnFromRecusal {
        /// The session.
        id: SessionId,
        /// Who.
        person: PersonId,
        /// From what they had withdrawn.
        of: Matter,
        /// When.
        at: Minute,
    },
    /// Says which motions are of the part somebody withdrew from.
    ReframeRecusal {
        /// The session.
        id: SessionId,
        /// Who.
        person: PersonId,
        /// From which part they withdrew.
        of: Matter,
        /// The motions that are of it.
        motions: Vec<MotionId>,
    },
    /// Takes a recusal that is proposed for none.
    DeclineRecusal {
        /// The session.
        id: SessionId,
        /// Whose, from which item.
        declined: Declined,
    },
    /// 委托: takes down that somebody who is away has somebody who is there cast the vote.
    GiveProxy {
        /// The session.
        id: SessionId,
        /// Whose, to whom, by which paper, since when.
        proxy: Proxy,
    },
    /// Takes a proxy back.
    TakeProxyBack {
        /// The session.
        id: SessionId,
        /// Whose.
        giver: PersonId,
        /// When.
        at: Minute,
    },
    /// Opens the session: refused short of quorum.
    Open {
        /// The session.
        id: SessionId,
        /// When.
        at: Minute,
    },
    /// 休会.
    Pause {
        /// The session.
        id: SessionId,
        /// When.
        at: Minute,
    },
    /// Goes on after a break, or at the hour to which it broke off.
    Resume {
        /// The session.
        id: SessionId,
        /// When.
        at: Minute,
    },
    /// Opens the session short of quorum, for the items that need no vote.
    OpenWithoutVotes {
        /// The session.
        id: SessionId,
        /// When.
        at: Minute,
        /// Why it does not wait.
        reason: Line,
    },
    /// 续会: breaks off, to go on at another hour or day.
    Adjourn {
        /// The session.
        id: SessionId,
        /// When.
        at: Minute,
        /// When it goes on.
        again: Sitting,
    },
    /// 流会: too few came; a second date is set.
    Lapse {
        /// The session.
        id: SessionId,
        /// When.
        at: Minute,
        /// The second date.
        second: Sitting,
    },
    /// Plans a session that lapsed for its second date.
    Reconvene(SessionId),
    /// Confirms who is there after a break: the roll was asked again.
    ConfirmRoll {
        /// The session.
        id: SessionId,
        /// When.
        at: Minute,
    },
    /// 补录: what follows is entered from paper, with the times it states.
    FromPaper {
        /// The session.
        id: SessionId,
        /// Since when, why, which paper.
        paper: FromPaper,
    },
    /// What follows is taken down live again.
    EndPaper {
        /// The session.
        id: SessionId,
        /// Up to which minute the paper went.
        until: Minute,
    },
    /// Mends when the session was opened, until 散会.
    MendOpening {
        /// The session.
        id: SessionId,
        /// When.
        at: Minute,
    },
    /// Mends breaks, the time of an item or of a vote, until 散会.
    MendTimes {
        /// The session.
        id: SessionId,
        /// The times as they were.
        times: Times,
    },
    /// Puts the day right, until 散会: everything taken down on a wrong one.
    MendDay {
        /// The session.
        id: SessionId,
        /// From which day to which, when, why.
        mend: DayMend,
    },
    /// 散会: freezes roll, times and votes.
    Close {
        /// The session.
        id: SessionId,
        /// When.
        at: Minute,
    },
    /// 定稿: the printed record is signed.
    Seal {
        /// The session.
        id: SessionId,
        /// By whom, when, where the paper lies.
        sealing: Sealing,
        /// The day of the clock.
        today: NaiveDate,
    },
    /// Takes in a session as another body published it, sealed.
    TakeIn(Box<Session>),
}

impl Command {
    /// Returns the session in which somebody may be there after it who has withdrawn from the open vote.
    #[must_use]
    pub fn of_recused(&self) -> Option<&SessionId> {
        match self {
            Self::Recuse { id, .. }
            | Self::ReframeRecusal { id, .. }
            | Self::Mark { id, .. }
            | Self::AllPresent { id, .. } => Some(id),
            _ => None,
        }
    }

    /// Returns the session in which somebody may come, leave or withdraw by it, and when.
    #[must_use]
    pub const fn of_presence(&self) -> Option<(&SessionId, Option<Minute>)> {
        match self {
            Self::Mark { id, at, .. } | Self::AllPresent { id, at } => Some((id, Some(*at))),
            Self::Recuse { id, recusal } => Some((id, Some(recusal.from))),
            Self::ReframeRecusal { id, .. } => Some((id, None)),
            _ => None,
        }
    }

    /// Returns the one person whose coming or going it takes down, and nothing else.
    #[must_use]
    pub const fn of_one(&self) -> Option<&PersonId> {
        match self {
            Self::Mark { person, .. } => Some(person),
            _ => None,
        }
    }

    /// Returns what the command asks of the roster first.
    #[must_use]
    pub fn of_roster(&self, world: &World) -> Option<roster::Command> {
        match self {
            Self::Admit { person, .. } if !world.people.contains_key(&person.id) => {
                Some(roster::Command::PutPerson(person.clone()))
            }
            Self::MendSeat { seat, .. } => Some(roster::Command::PutSeat(seat.clone())),
            _ => None,
        }
    }
}
