//! The session: from the plan to the sealed record.

pub mod again;
pub mod agenda;
mod apply;
pub mod attendance;
mod command;
pub mod correction;
pub mod day;
mod decide;
mod event;
pub mod handover;
mod in_hand;
pub mod minutes;
pub mod next;
pub mod notice;
pub mod paper;
pub mod proxy;
pub mod quorum;
pub mod recusal;
pub mod room;
pub mod sequence;
pub mod times;
pub mod turn;
pub mod version;

pub use apply::apply;
pub(in crate::domain) use apply::entered_from_paper;
pub use command::{Command, Plan, RollMark};
pub(in crate::domain) use decide::taken_in;
pub use decide::{decide, may_sign};
pub use event::Event;

use self::again::{Adjournment, Lapse, RollAsked};
use self::attendance::{Attendance, Stay, Way};
use self::day::DayMend;
use self::handover::{Handover, Led, Office};
use self::notice::Notice;
use self::paper::FromPaper;
use self::proxy::Proxy;
use self::recusal::{Declined, Recusal};
use self::room::{Leave, SeatMend};
use self::turn::Turn;
use self::version::SignedAgain;
use super::dates::Minute;
use super::gap::Span;
use super::ids::{ItemId, MotionId, PersonId, SessionId};
use super::roster::roll::Place;
use super::rule::Rule;
use super::text::Line;
use super::world::World;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// What kind of joint session; each kind counts its own ordinals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionKind {
    /// 例会.
    Regular,
    /// 专题会.
    Special,
    /// 临时会.
    Urgent,
}

impl SessionKind {
    /// Every kind, in the order it is offered.
    pub const ALL: [Self; 3] = [Self::Regular, Self::Special, Self::Urgent];
}

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionState {
    /// 待开: planned, its roll may be called.
    Planned,
    /// 开会.
    Sitting,
    /// 休会: a break within the session.
    Break,
    /// 续会: broke off, to go on at another hour or day.
    Adjourned,
    /// 流会: too few came; a second date is set.
    Lapsed,
    /// 散会: roll, times and votes are frozen; words may be tidied.
    Closed,
    /// 定稿: signed; only corrections from here.
    Sealed,
}

/// A joint session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// What kind it is.
    pub kind: SessionKind,
    /// 第N次 within its kind.
    pub ordinal: u32,
    /// The name it was published under, where it was imported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_as: Option<Line>,
    /// The day it is to sit.
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
    /// 记录人; may be the chair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorder: Option<PersonId>,
    /// How the notice went out; items added later are flagged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Notice>,
    /// Where it stands.
    pub state: SessionState,
    /// The roll; empty until it is called.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roll: Vec<Attendee>,
    /// Guests and deputies (列席), who come from no seat; on the roll once it is called.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guests: Vec<Place>,
    /// Leave asked for beforehand; marked when the roll is called.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leave: Vec<Leave>,
    /// Seats put right from the roll.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seat_mends: Vec<SeatMend>,
    /// Who withdrew from what (回避).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recusals: Vec<Recusal>,
    /// The recusals that were proposed and not taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub declined: Vec<Declined>,
    /// Who has somebody else cast the vote (委托).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proxies: Vec<Proxy>,
    /// Who took over from chair or recorder.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub handovers: Vec<Handover>,
    /// Who led what, as it happened.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub led: Vec<Led>,
    /// What was voted or agreed in it, in the order of acts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub voted: Vec<MotionId>,
    /// When it was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<Minute>,
    /// How that minute was come by; a correction leaves it.
    #[serde(default, skip_serializing_if = "Turn::is_plain")]
    pub opened_turn: Turn,
    /// 应到会, copied when it was opened: whoever gives a vote back later had it then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opened_with: Vec<PersonId>,
    /// The rule it sat by, copied when it was opened: rules entered later change no old record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
    /// Whether a deputy holds the vote of the member stood for, by the rules copied when it was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deputies: Option<bool>,
    /// The breaks it took.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<Stay>,
    /// Why it was opened short of quorum, for what needs no vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_votes: Option<Line>,
    /// When it broke off for another hour or day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub adjournments: Vec<Adjournment>,
    /// The item it broke off in, until that is taken up again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub broke_off_in: Option<ItemId>,
    /// The dates on which too few came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lapses: Vec<Lapse>,
    /// Whether the roll is to be asked again before anything is voted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub roll_due: bool,
    /// When the roll was asked again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked_again: Vec<RollAsked>,
    /// What was entered afterwards from paper.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub papers: Vec<FromPaper>,
    /// How its day was put right while it was live, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub day_mends: Vec<DayMend>,
    /// When it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Minute>,
    /// How that minute was come by; a correction leaves it.
    #[serde(default, skip_serializing_if = "Turn::is_plain")]
    pub closed_turn: Turn,
    /// How it was sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealing: Option<Sealing>,
    /// How it was signed once more, as corrected after that.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signed_again: Vec<SignedAgain>,
    /// Acts that lack in this file since it was salvaged, and may have been its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<Span>,
}

/// One person's place on the roll and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendee {
    /// The place, copied from the roster.
    pub place: Place,
    /// There, excused, absent, or not called yet.
    pub attendance: Attendance,
    /// Whether a mark was entered from paper.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub from_paper: bool,
}

impl Attendee {
    /// Gives a place a line of the roll, not called yet.
    #[must_use]
    pub fn new(place: Place) -> Self {
        Self {
            place,
            attendance: Attendance::Unmarked,
            from_paper: false,
        }
    }

    /// Says whether the roll still asks for a mark. Who is not counted and not there needs none.
    #[must_use]
    pub fn wants_mark(&self) -> bool {
        self.attendance == Attendance::Unmarked && self.place.excluded.is_none()
    }

    /// Returns how the person took part last, there now or not.
    #[must_use]
    pub fn last_way(&self) -> Option<Way> {
        match &self.attendance {
            Attendance::Attended { stays } => stays.last().map(|stay| stay.by),
            Attendance::Unmarked | Attendance::Excused { .. } | Attendance::Absent => None,
        }
    }

    /// Returns how the person takes part now, by the order of acts; `None` for whoever does not.
    #[must_use]
    pub fn there(&self) -> Option<Way> {
        match &self.attendance {
            Attendance::Attended { stays } => stays
                .last()
                .filter(|stay| stay.to.is_none())
                .map(|stay| stay.by),
            Attendance::Unmarked | Attendance::Excused { .. } | Attendance::Absent => None,
        }
    }

    /// Says whether the person has come at all, there now or not.
    #[must_use]
    pub fn came(&self) -> bool {
        matches!(self.attendance, Attendance::Attended { .. })
    }

    /// Says whether the person is in the room now.
    #[must_use]
    pub fn in_room(&self) -> bool {
        self.there() == Some(Way::Room)
    }

    /// Says whether the person is there now in a way the rule counts.
    #[must_use]
    pub fn counts_under(&self, rule: &Rule) -> bool {
        self.there().is_some_and(|way| rule.counts(way))
    }
}

/// That the printed record was signed: by whom, when, and where the paper lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealing {
    /// Who signed.
    pub by: Line,
    /// The day it was signed.
    pub on: NaiveDate,
    /// Where the paper lies.
    pub paper: Line,
}

impl Session {
    /// Makes a session that is planned and nothing more.
    #[must_use]
    pub fn new(id: SessionId, kind: SessionKind, ordinal: u32, date: NaiveDate) -> Self {
        Self {
            id,
            kind,
            ordinal,
            published_as: None,
            date,
            start: None,
            place: None,
            chair: None,
            recorder: None,
            notice: None,
            state: SessionState::Planned,
            roll: Vec::new(),
            guests: Vec::new(),
            leave: Vec::new(),
            seat_mends: Vec::new(),
            recusals: Vec::new(),
            declined: Vec::new(),
            proxies: Vec::new(),
            handovers: Vec::new(),
            led: Vec::new(),
            opened: None,
            opened_turn: Turn::default(),
            opened_with: Vec::new(),
            rule: None,
            deputies: None,
            breaks: Vec::new(),
            without_votes: None,
            adjournments: Vec::new(),
            broke_off_in: None,
            lapses: Vec::new(),
            roll_due: false,
            asked_again: Vec::new(),
            voted: Vec::new(),
            papers: Vec::new(),
            day_mends: Vec::new(),
            closed: None,
            closed_turn: Turn::default(),
            sealing: None,
            signed_again: Vec::new(),
            lacks: Vec::new(),
        }
    }

    /// Returns the person's line of the roll.
    #[must_use]
    pub fn attendee(&self, person: &PersonId) -> Option<&Attendee> {
        self.roll
            .iter()
            .find(|attendee| attendee.place.person == *person)
    }

    /// Returns who is to present an item and is on the roll, but not there now.
    #[must_use]
    pub fn presenter_away<'a>(&self, item: &'a agenda::Item) -> Option<&'a PersonId> {
        let away =
            |person: &&PersonId| self.attendee(person).is_some_and(|it| it.there().is_none());
        item.presents().filter(away)
    }

    /// Says whether the session names the person anywhere.
    #[must_use]
    pub fn knows(&self, person: &PersonId) -> bool {
        self.chair.as_ref() == Some(person)
            || self.recorder.as_ref() == Some(person)
            || self
                .places()
                .any(|place| place.person == *person || place.stands_for.as_ref() == Some(person))
            || self.leave.iter().any(|leave| leave.person == *person)
            || self.seat_mends.iter().any(|mend| mend.person == *person)
            || self.handovers.iter().any(|handover| handover.to == *person)
            || self.recusals.iter().any(|it| it.person == *person)
            || self.declined.iter().any(|it| it.person == *person)
            || self
                .proxies
                .iter()
                .any(|it| it.giver == *person || it.holder == *person)
    }

    /// Returns every place: those of the roll, and those of guests that wait for it.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.roll
            .iter()
            .map(|attendee| &attendee.place)
            .chain(&self.guests)
    }

    /// Returns the rule the session sits by: the one copied when it was opened, until then the
    /// committee's.
    #[must_use]
    pub fn sits_by(&self, world: &World) -> Rule {
        self.rule.clone().unwrap_or_else(|| self.called_by(world))
    }

    /// Returns the committee's rule as the session is called by it: on its first date, or on a second.
    #[must_use]
    pub fn called_by(&self, world: &World) -> Rule {
        self.after_lapses(world, world.default_rule(self.date))
    }

    /// Says whether a deputy holds the vote of the member stood for: by the rules copied when it was
    /// opened, until then by the committee's.
    #[must_use]
    pub fn seats_deputies(&self, world: &World) -> bool {
        self.deputies.unwrap_or_else(|| {
            world
                .own_rules_on(self.date)
                .is_some_and(|own| own.deputies)
        })
    }

    /// Says whether somebody was of 应到会 when the session was opened: what became of a seat since
    /// changes nothing about the opening. Until then, and where none was copied, it is as it stands.
    #[must_use]
    pub fn entitled_at_opening(&self, attendee: &Attendee) -> bool {
        if self.opened_with.is_empty() {
            attendee.place.entitled()
        } else {
            self.opened_with.contains(&attendee.place.person)
        }
    }

    /// Returns 应到会: those entitled, there or not.
    pub fn entitled(&self) -> impl Iterator<Item = &Attendee> {
        self.roll
            .iter()
            .filter(|attendee| attendee.place.entitled())
    }

    /// Returns 实到: those entitled who are there now in a way the rule counts.
    pub fn present(&self, rule: &Rule) -> impl Iterator<Item = &Attendee> {
        self.entitled()
            .filter(|attendee| attendee.counts_under(rule))
    }

    /// Returns those entitled who take part by video now.
    pub fn by_video(&self) -> impl Iterator<Item = &Attendee> {
        self.entitled()
            .filter(|attendee| attendee.there() == Some(Way::Video))
    }

    /// Returns how many of the roll still want a mark.
    #[must_use]
    pub fn unmarked(&self) -> u32 {
        quorum::count(self.roll.iter().filter(|attendee| attendee.wants_mark()))
    }

    /// Says whether the chair is on the roll and not there. Somebody from outside may chair and
    /// is on no roll.
    #[must_use]
    pub fn chair_missing(&self) -> bool {
        self.chair
            .as_ref()
            .and_then(|chair| self.attendee(chair))
            .is_some_and(|chair| chair.there().is_none())
    }

    /// Returns the order in which a vote on an item is asked: the roll, whoever chairs it last
    /// (末位表态, 党组工作条例 art. 27).
    #[must_use]
    pub fn asking_order(&self, item: &ItemId) -> Vec<&Attendee> {
        let chair = self.acting(Office::Chair, Some(item));
        let (mut others, chair): (Vec<_>, Vec<_>) = self
            .entitled()
            .partition(|attendee| chair != Some(&attendee.place.person));
        others.extend(chair);
        others
    }

    /// Says whether it is still open: shown at home, held in memory.
    #[must_use]
    pub fn open(&self) -> bool {
        self.state != SessionState::Sealed
    }
}
