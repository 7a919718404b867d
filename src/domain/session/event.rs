//! What happened to a session.

use super::again::{Lapse, RollAsked, Sitting};
use super::attendance::{Excuse, Stay};
use super::day::DayMend;
use super::handover::Handover;
use super::notice::Notice;
use super::paper::FromPaper;
use super::proxy::Proxy;
use super::recusal::{Declined, Matter, Recusal};
use super::room::SeatMend;
use super::times::Times;
use super::version::SignedAgain;
use super::{Plan, RollMark, Sealing, Session};
use crate::domain::dates::Minute;
use crate::domain::ids::{MotionId, PersonId, SessionId};
use crate::domain::roster::roll::{Exclusion, Place};
use crate::domain::rule::Rule;
use crate::domain::text::Line;
use serde::{Deserialize, Serialize};

/// What happened to a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum Event {
    /// It was planned.
    #[serde(rename = "session.planned")]
    Planned {
        /// The session.
        session: SessionId,
        /// Its plan.
        plan: Plan,
    },
    /// The notice went out.
    #[serde(rename = "session.notice")]
    Notified {
        /// The session.
        session: SessionId,
        /// The day, the channel, who was told.
        #[serde(flatten, skip_serializing_if = "Option::is_none")]
        notice: Option<Notice>,
    },
    /// The roll was drawn up.
    #[serde(rename = "session.roll")]
    RollCalled {
        /// The session.
        session: SessionId,
        /// Everybody on it.
        places: Vec<Place>,
    },
    /// A person was marked.
    #[serde(rename = "session.mark")]
    Marked {
        /// The session.
        session: SessionId,
        /// Who.
        person: PersonId,
        /// As what.
        mark: RollMark,
        /// When.
        at: Minute,
    },
    /// A person is no longer counted in 应到会, or counted again.
    #[serde(rename = "session.excluded")]
    Excluded {
        /// The session.
        session: SessionId,
        /// Who.
        person: PersonId,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Exclusion>,
    },
    /// A person's times were mended.
    #[serde(rename = "session.stays")]
    StaysMended {
        /// The session.
        session: SessionId,
        /// Who.
        person: PersonId,
        /// When the person was there.
        stays: Vec<Stay>,
    },
    /// A guest or deputy was added.
    #[serde(rename = "session.admitted")]
    Admitted {
        /// The session.
        session: SessionId,
        /// The place.
        place: Place,
    },
    /// A guest entered by mistake was taken off the list.
    #[serde(rename = "session.dismissed")]
    Dismissed {
        /// The session.
        session: SessionId,
        /// Who.
        person: PersonId,
    },
    /// A seat was put right from the roll.
    #[serde(rename = "session.seat")]
    SeatMended {
        /// The session.
        session: SessionId,
        /// The place from now on.
        place: Place,
        /// Whose, when and why.
        mend: SeatMend,
    },
    /// Leave was asked for beforehand, or taken back.
    #[serde(rename = "session.leave")]
    LeaveAsked {
        /// The session.
        session: SessionId,
        /// Who.
        person: PersonId,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Excuse>,
    },
    /// Chair or recorder was handed over.
    #[serde(rename = "session.handover")]
    HandedOver {
        /// The session.
        session: SessionId,
        /// What, to whom, for what, when.
        handover: Handover,
    },
    /// Somebody withdrew.
    #[serde(rename = "session.recused")]
    Recused {
        /// The session.
        session: SessionId,
        /// Who, from what, why, since when.
        recusal: Recusal,
    },
    /// Whoever had withdrawn takes part again.
    #[serde(rename = "session.recusal_ended")]
    RecusalEnded {
        /// The session.
        session: SessionId,
        /// Who.
        person: PersonId,
        /// From what they had withdrawn.
        of: Matter,
        /// When.
        at: Minute,
    },
    /// It was said anew which motions are of the part somebody withdrew from.
    #[serde(rename = "session.recusal_reframed")]
    RecusalReframed {
        /// The session.
        session: SessionId,
        /// Who.
        person: PersonId,
        /// From which part they had withdrawn.
        of: Matter,
        /// The motions that are of it from now on.
        motions: Vec<MotionId>,
    },
    /// A recusal was proposed and not taken.
    #[serde(rename = "session.recusal_declined")]
    RecusalDeclined {
        /// The session.
        session: SessionId,
        /// Whose, from which item.
        #[serde(flatten)]
        declined: Declined,
    },
    /// Somebody who is away gave the vote to somebody who is there.
    #[serde(rename = "session.proxy")]
    ProxyGiven {
        /// The session.
        session: SessionId,
        /// Whose, to whom, by which paper, since when.
        proxy: Proxy,
    },
    /// A proxy was taken back.
    #[serde(rename = "session.proxy_ended")]
    ProxyEnded {
        /// The session.
        session: SessionId,
        /// Whose.
        giver: PersonId,
        /// When.
        at: Minute,
    },
    /// It was opened, or its opening time mended.
    #[serde(rename = "session.opened")]
    Opened {
        /// The session.
        session: SessionId,
        /// When.
        at: Minute,
        /// The rule it sits by, copied; absent where only the time was mended.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rule: Option<Box<Rule>>,
        /// Whether its rules seat deputies, copied with the rule.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        deputies: Option<bool>,
        /// Why it was opened short of quorum, if so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        without_votes: Option<Line>,
    },
    /// 休会.
    #[serde(rename = "session.paused")]
    Paused {
        /// The session.
        session: SessionId,
        /// When.
        at: Minute,
    },
    /// It went on.
    #[serde(rename = "session.resumed")]
    Resumed {
        /// The session.
        session: SessionId,
        /// When.
        at: Minute,
        /// Whether the roll is to be asked again.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        asks: bool,
    },
    /// 续会: it broke off, to go on at another hour or day.
    #[serde(rename = "session.adjourned")]
    Adjourned {
        /// The session.
        session: SessionId,
        /// When.
        at: Minute,
        /// When it goes on.
        again: Sitting,
    },
    /// 流会.
    #[serde(rename = "session.lapsed")]
    Lapsed {
        /// The session.
        session: SessionId,
        /// How few came, and the second date.
        lapse: Lapse,
    },
    /// It was planned for its second date.
    #[serde(rename = "session.reconvened")]
    Reconvened {
        /// The session.
        session: SessionId,
    },
    /// The roll was asked again.
    #[serde(rename = "session.roll_confirmed")]
    RollConfirmed {
        /// The session.
        session: SessionId,
        /// When, and how many are there.
        asked: RollAsked,
    },
    /// 补录 began.
    #[serde(rename = "session.from_paper")]
    FromPaper {
        /// The session.
        session: SessionId,
        /// Since when, why, which paper.
        paper: FromPaper,
    },
    /// It was taken down live again.
    #[serde(rename = "session.paper_ended")]
    PaperEnded {
        /// The session.
        session: SessionId,
        /// Up to which minute the paper went.
        until: Minute,
    },
    /// Times were mended.
    #[serde(rename = "session.times")]
    TimesMended {
        /// The session.
        session: SessionId,
        /// The times as they were: those asked for, then those that came along.
        times: Vec<Times>,
    },
    /// The day was put right.
    #[serde(rename = "session.day")]
    DayMended {
        /// The session.
        session: SessionId,
        /// From which day to which, when, why.
        mend: DayMend,
    },
    /// 散会.
    #[serde(rename = "session.closed")]
    Closed {
        /// The session.
        session: SessionId,
        /// When.
        at: Minute,
    },
    /// 定稿.
    #[serde(rename = "session.sealed")]
    Sealed {
        /// The session.
        session: SessionId,
        /// By whom, when, where the paper lies.
        sealing: Sealing,
    },
    /// The record was signed once more, as it was corrected after 定稿.
    #[serde(rename = "session.signed_again")]
    SignedAgain {
        /// The session.
        session: SessionId,
        /// How, and which version.
        signed: SignedAgain,
    },
    /// A session was taken in as published.
    #[serde(rename = "session.taken_in")]
    TakenIn {
        /// The session.
        session: Box<Session>,
    },
}

impl Event {
    /// Returns the session it is about.
    #[must_use]
    pub fn session(&self) -> &SessionId {
        match self {
            Self::TakenIn { session } => &session.id,
            Self::Planned { session, .. }
            | Self::Notified { session, .. }
            | Self::RollCalled { session, .. }
            | Self::Marked { session, .. }
            | Self::Excluded { session, .. }
            | Self::StaysMended { session, .. }
            | Self::Admitted { session, .. }
            | Self::Dismissed { session, .. }
            | Self::SeatMended { session, .. }
            | Self::LeaveAsked { session, .. }
            | Self::HandedOver { session, .. }
            | Self::Recused { session, .. }
            | Self::RecusalEnded { session, .. }
            | Self::RecusalReframed { session, .. }
            | Self::RecusalDeclined { session, .. }
            | Self::ProxyGiven { session, .. }
            | Self::ProxyEnded { session, .. }
            | Self::Opened { session, .. }
            | Self::Paused { session, .. }
            | Self::Resumed { session, .. }
            | Self::Adjourned { session, .. }
            | Self::Lapsed { session, .. }
            | Self::FromPaper { session, .. }
            | Self::PaperEnded { session, .. }
            | Self::TimesMended { session, .. }
            | Self::DayMended { session, .. }
            | Self::Reconvened { session }
            | Self::RollConfirmed { session, .. }
            | Self::Closed { session, .. }
            | Self::SignedAgain { session, .. }
            | Self::Sealed { session, .. } => session,
        }
    }
}
