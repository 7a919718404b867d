//! Refusals: what was asked for and cannot be, as data. Only `i18n` makes sentences of them; the
//! remedy is an enum, so that a screen makes it a key and the command line a subcommand.

mod made;
mod remedy;

pub use remedy::{OfBoard, OfMatter, Remedy};

use super::board;
use super::dates::Minute;
use super::ids::{MotionId, PersonId, RuleId, VillageId};
use super::matter;
use super::register;
use super::rule::{Figure, Method, Over, Required, RuleFault};
use super::session::agenda;
use super::session::times::Times;
use super::session::version;
use super::session::{SessionKind, SessionState};
use super::task;
use super::text::Line;
use super::vote::Due;
use super::vote::meeting;
use super::vote::overturn::Followed;
use super::vote::slate;
use chrono::NaiveDate;

/// Why a command is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The file holds no committee yet.
    NoCommittee,
    /// The file holds a committee already.
    CommitteeFounded,
    /// What the command names is not there.
    Unknown,
    /// What the command brings is there already.
    AlreadyThere,
    /// Another village has that name, or one that looks like it.
    NameTaken {
        /// The name as it stands.
        name: Line,
    },
    /// Nobody is kin of themselves.
    OwnKin {
        /// The name.
        name: Line,
    },
    /// It cannot be taken away while something rests on it.
    StillUsed {
        /// Its name.
        name: Line,
    },
    /// It would end before it begins: a seat, a rule, what was put off.
    EndsBeforeItBegins {
        /// Its first day.
        from: NaiveDate,
        /// The last day asked for.
        to: NaiveDate,
    },
    /// That ordinal of that kind is taken, or is 0.
    OrdinalTaken {
        /// The ordinal.
        ordinal: u32,
    },
    /// The session is in another state.
    SessionNotIn {
        /// Its state.
        have: SessionState,
        /// The state it must be in.
        need: SessionState,
    },
    /// 散会 froze it; a correction is the way.
    Frozen,
    /// 定稿 sealed it; a correction is the way.
    Sealed,
    /// One person chaired and kept the minutes, so another checks and signs the record.
    UncheckedByAnother {
        /// Who did both.
        name: Line,
    },
    /// 散会 ended the minutes; what they left out is noted as a correction (补记).
    MinutesOver,
    /// It is not frozen yet and is mended freely.
    NotFrozenYet {
        /// The session's state.
        have: SessionState,
    },
    /// No seat with a vote is held that day.
    NobodyEntitled {
        /// The day.
        on: NaiveDate,
    },
    /// A village weighs by a figure that was not entered.
    FiguresMissing {
        /// Which figure.
        figure: Figure,
        /// Of which villages.
        villages: Vec<VillageId>,
    },
    /// Nobody is named to chair.
    NoChair,
    /// The roll was not called.
    RollNotCalled,
    /// Some people of the roll are not marked.
    RollNotFinished {
        /// How many.
        unmarked: u32,
    },
    /// Too few are in the room.
    QuorumShort {
        /// The rule that asks for it.
        rule: RuleId,
        /// What is counted.
        over: Over,
        /// 应到会.
        entitled: u32,
        /// 实到.
        have: u32,
        /// The least number.
        need: u32,
        /// How many withdrew, for whom the rule lets it be short.
        excused: u32,
    },
    /// Too few are in the room, and the notice is not known to carry what would let fewer do.
    NoticeWants {
        /// The sentence it must carry.
        sentence: Line,
    },
    /// The notice of a second date is no older than the lapse of the first.
    NoticeBeforeLapse {
        /// The day too few came.
        lapsed: NaiveDate,
    },
    /// Too few are there, and on another day than its notice called for it is no second call.
    NotTheDayCalled {
        /// The day it called for.
        day: NaiveDate,
    },
    /// Enough are in the room: the session need neither lapse nor go without votes.
    QuorumReached,
    /// After a break the roll is asked again before anything is voted.
    RollDue,
    /// The person is not on the session's roll.
    NotOnTheRoll {
        /// The name.
        name: Line,
    },
    /// A written opinion is of whoever is not there.
    IsThereToSpeak {
        /// The name.
        name: Line,
    },
    /// 列席 never enters a base, so there is nothing to leave out.
    ObserverNeverCounted {
        /// The name.
        name: Line,
    },
    /// Only a guest under whose name nothing stands can be taken off the list.
    NoMereGuest {
        /// The name.
        name: Line,
    },
    /// Times overlap, or end before they begin.
    TimesCross,
    /// Times that something else has already.
    CrossesTimes {
        /// What has them.
        of: Times,
    },
    /// A day out of turn with another session of its kind: the numbers follow the days.
    OutOfTurn {
        /// The kind of both.
        kind: SessionKind,
        /// The number of the other.
        ordinal: u32,
        /// The day the other was opened.
        on: NaiveDate,
        /// Whether the other has the higher number.
        later: bool,
    },
    /// A day behind that for which the session with the next number is planned: that one is planned anew first.
    BehindPlanned {
        /// The kind of both.
        kind: SessionKind,
        /// The number of the other.
        ordinal: u32,
        /// The day it is planned for.
        on: NaiveDate,
    },
    /// Times outside those of the session.
    BeyondSession {
        /// When it was opened.
        opened: Option<Minute>,
        /// When it was closed.
        closed: Option<Minute>,
    },
    /// Mending times does not move a person in or out of the room.
    TimesOnly,
    /// The notice went out later than its period allows.
    NoticeShort {
        /// The day it went out.
        on: NaiveDate,
        /// The days it should be ahead.
        need: u32,
        /// The last day that is in time.
        latest: NaiveDate,
    },
    /// An item added after the notice wants a reason.
    LateItemWantsReason,
    /// Something was done about the item already.
    ItemDealtWith {
        /// Its title.
        title: Line,
    },
    /// It was dealt with, and is to be taken up again first.
    ItemDone {
        /// Its title.
        title: Line,
    },
    /// The item does not run.
    ItemNotRunning {
        /// Its title.
        title: Line,
    },
    /// Only an item of kind 审议表决 has a rule to vote by.
    ItemHasNoRule {
        /// Its title.
        title: Line,
    },
    /// The wording is empty.
    NoWords,
    /// What followed the result stands on it; another result takes another decision.
    ResultFollowed {
        /// What followed.
        by: Followed,
    },
    /// Open seats are filled by the rule of the election that left them open.
    SeatsByRule {
        /// The rule.
        rule: RuleId,
    },
    /// Figures of papers are corrected by a sheet that whoever counted has signed.
    NoCountSheet,
    /// The motion's vote was opened, or it was withdrawn.
    MotionPastWording,
    /// The rule demands a vote; it is not enough that nobody objects.
    VoteDemanded {
        /// The rule.
        rule: RuleId,
    },
    /// A vote is open and must be ended first.
    VoteOpen {
        /// Its motion.
        motion: MotionId,
    },
    /// The hands do not add up to the room.
    HandsDoNotAddUp {
        /// How many are there and have not withdrawn.
        room: u32,
        /// How many were counted.
        sum: u32,
    },
    /// The hands were not counted yet.
    HandsMissing,
    /// Hands are counted in this vote, no voice is kept by name.
    CountedByHands,
    /// Every voice is taken by name in this vote.
    CountedByName,
    /// Papers are counted in this vote, and nobody's voice is known.
    CountedSecretly,
    /// Villages are heard in this vote, no voice is kept by name.
    CountedByVillage,
    /// Somebody's voice on the motion was taken by name, so that it cannot be voted secretly.
    NamedAlready,
    /// The papers were given out: nobody withdraws any more, and no second paper is given out.
    PapersIssued,
    /// No papers were given out yet.
    PapersNotIssued,
    /// As many papers are given out as there are people who have not withdrawn.
    PapersNotTheRoom {
        /// How many are there and have not withdrawn.
        room: u32,
        /// How many papers.
        number: u32,
    },
    /// Figures of so few papers would tell how somebody voted.
    TooFewPapers {
        /// The village; `None` for area-wide seats.
        village: Option<VillageId>,
        /// Its papers.
        papers: u32,
    },
    /// The papers that were looked through are not those that came back.
    PapersDoNotAddUp {
        /// The village, where they are counted by villages.
        village: Option<VillageId>,
        /// 收回; nothing where more came back than were given out.
        returned: u32,
        /// Valid and spoiled together.
        sum: u32,
    },
    /// The rule has to know what each village said.
    PapersByVillage,
    /// The papers are counted in one pile.
    PapersWhole,
    /// Both counts agree; there is nothing left to count.
    PapersCounted,
    /// The papers were not counted twice yet.
    PapersUncounted,
    /// Villages with somebody there were not heard.
    VillagesMissing {
        /// Which, in the order they are asked; `None` for area-wide seats.
        villages: Vec<Option<VillageId>>,
    },
    /// Nobody of the village is there who could speak for it.
    NoDelegateThere {
        /// The village; `None` for area-wide seats.
        village: Option<VillageId>,
    },
    /// The numbers of a village are not those of its delegates who are there.
    DelegatesDoNotAddUp {
        /// The village; `None` for area-wide seats.
        village: Option<VillageId>,
        /// How many are there and have not withdrawn.
        here: u32,
        /// How many were counted.
        sum: u32,
    },
    /// Under the rule all delegates of a village cast one and the same vote.
    SpeaksAsOne {
        /// The village.
        village: VillageId,
    },
    /// The person was for the motion that excludes this one.
    ForTheOther {
        /// The name.
        name: Line,
        /// The other motion.
        motion: MotionId,
    },
    /// More were for one of two motions that exclude each other than there were people.
    ForBoth {
        /// The village, where its numbers do not fit.
        village: Option<VillageId>,
        /// The motion voted before.
        motion: MotionId,
        /// For that one.
        then: u32,
        /// For this one.
        now: u32,
        /// Those who took part in either vote.
        people: u32,
    },
    /// The motion that excludes this one is adopted.
    OtherAdopted {
        /// The other motion.
        motion: MotionId,
    },
    /// A vote stands on how the two motions are linked.
    LinkStands {
        /// The motion that is voted or linked already.
        motion: MotionId,
    },
    /// The rule does not allow a vote to be taken that way, or that way cannot know what it counts.
    MethodNotAllowed {
        /// The rule.
        rule: RuleId,
        /// The way.
        method: Method,
    },
    /// Somebody without whom nothing is voted is not there.
    RequiredMissing {
        /// The rule.
        rule: RuleId,
        /// Who.
        required: Required,
    },
    /// The rule is none yet.
    RuleFaulty {
        /// What is wrong with it.
        fault: RuleFault,
    },
    /// The committee's own rules name that rule, and nothing follows it: sessions would sit by none.
    SitsByIt {
        /// The rule.
        rule: RuleId,
    },
    /// The rule asks for one of several or for people: a session sits by one for and against.
    NotToSitBy {
        /// The rule.
        rule: RuleId,
    },
    /// The rule is not in force on the day of the session.
    RuleNotInForce {
        /// The rule.
        rule: RuleId,
        /// The day.
        on: NaiveDate,
    },
    /// No rule of this session lets one cast the vote of another.
    NoProxies,
    /// The person has given a proxy to somebody else.
    ProxyGiven {
        /// The name.
        name: Line,
    },
    /// The person holds as many proxies as the rule allows, or more.
    ProxiesFull {
        /// The name.
        name: Line,
        /// The most one person may hold.
        most: u32,
    },
    /// A vote in which somebody casts the vote of another is by name.
    ProxiesByName,
    /// Whoever chairs has withdrawn (回避) from the motion and cannot lead its vote.
    ChairWithdrew {
        /// The name.
        name: Line,
    },
    /// Another version follows that rule already.
    RuleFollowed {
        /// The rule.
        rule: RuleId,
    },
    /// A new version says nothing that the one before did not.
    RuleUnchanged {
        /// The rule.
        rule: RuleId,
    },
    /// No vote is open.
    VoteNotOpen,
    /// The motion was worded, and its vote not opened yet.
    NotPut {
        /// The motion.
        motion: MotionId,
    },
    /// A result waits to be announced.
    NotAnnounced {
        /// Its motion.
        motion: MotionId,
    },
    /// The vote was not counted, or was announced already.
    NotCounted,
    /// Nobody is named who moves it.
    NoMover,
    /// That step is not the motion's next: another is, or none.
    NotNext {
        /// What is.
        due: Option<Due>,
    },
    /// That day has not come yet.
    NotYet {
        /// The day.
        on: NaiveDate,
    },
    /// The rule lets it be voted no more often.
    RoundsSpent {
        /// How often at most.
        rounds: u32,
    },
    /// The superior cannot have ruled before the dispute was referred.
    RuledTooEarly {
        /// The day that was given.
        on: NaiveDate,
        /// When it was referred.
        referred: NaiveDate,
    },
    /// What is still to be done cannot be set for a day that is past.
    DayPast {
        /// The day that was given.
        on: NaiveDate,
        /// The day it is.
        today: NaiveDate,
    },
    /// The rule lets it be taken up again only from a day on.
    TooSoon {
        /// The day.
        from: NaiveDate,
    },
    /// People in the room are neither recorded nor marked 未表决.
    VoicesMissing {
        /// Who, in the order they are asked.
        people: Vec<PersonId>,
    },
    /// The person has no vote here.
    NotEntitled {
        /// The name.
        name: Line,
    },
    /// The person is not in the room.
    NotInRoom {
        /// The name.
        name: Line,
    },
    /// The person takes part by video, which the rule of this vote does not count.
    OnlyByVideo {
        /// The name.
        name: Line,
    },
    /// The person has withdrawn (回避) and has not gone back to it.
    Withdrawn {
        /// The name.
        name: Line,
    },
    /// The person is there and needs nobody in their stead.
    IsThere {
        /// The name.
        name: Line,
    },
    /// A deputy holds the member's vote, so the member is not counted beside.
    StoodFor {
        /// The name.
        name: Line,
    },
    /// The roll was called; leave is marked there.
    RollCalled,
    /// The follow-up is open.
    TaskOpen,
    /// The follow-up is done.
    TaskDone,
    /// The follow-up was given up.
    TaskDropped,
    /// A date once set is moved with a reason.
    DateWantsReason,
    /// Of the day a record was signed.
    Signing(version::Refused),
    /// Of an item that waits for an agenda.
    Agenda(agenda::Refused),
    /// Of who or what stands on a ballot.
    Slate(slate::Refused),
    /// Of the meeting of a village.
    Meeting(meeting::Refused),
    /// Of a follow-up.
    Task(task::Refused),
    /// Of a matter.
    Matter(matter::Refused),
    /// Of a text on a board.
    Board(board::Refused),
    /// Of the register.
    Register(register::Refused),
    /// Nothing is left to undo.
    NothingToUndo,
    /// Nothing was undone last, so there is nothing to redo.
    NothingToRedo,
    /// What was undone was followed by another act, so it is not done again.
    Overtaken,
    /// The act is final: announced, closed, sealed, or followed by another act.
    Final,
    /// The file is only read.
    OnlyReading,
}
