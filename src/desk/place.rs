//! Where words may be left unfinished: each sheet and each editor that keeps a draft, in one list.

use crate::domain::board::Affairs;
use crate::domain::ids::{
    EntryId, ItemId, LedgerId, MatterId, MotionId, PersonId, PostingId, RuleId, SeatId, SessionId,
    TaskId, TemplateId, VillageId,
};
use crate::domain::task::Decision;
use serde::{Deserialize, Serialize};

/// A sheet or an editor in which a draft is written; what it is about names it, so that no other
/// takes its words up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The sheet that sets a committee up.
    Founding,
    /// The committee's name.
    CommitteeName,
    /// The committee's own rules of procedure.
    OwnRules,
    /// A rule made out of another.
    RuleCopy(RuleId),
    /// The version that follows a rule.
    RuleVersion(RuleId),
    /// A new village.
    NewVillage,
    /// A new person.
    NewPerson,
    /// Something of the roster that is changed.
    Roster(OfRoster),
    /// The lines of a list that is taken in.
    RosterList,
    /// The file of a list that is taken in.
    RosterFile,
    /// A list that was read and not taken in yet, as it was mended so far.
    RosterTaken,
    /// A row of that list: its line, and what stands in it.
    RosterRow(u64, String),
    /// The folder a backup is carried to.
    Stick,
    /// A new session.
    NewSession,
    /// The plan of a session.
    Plan(SessionId),
    /// A new item of a session.
    NewItem(SessionId),
    /// An item.
    Item(ItemId),
    /// The notice of a session.
    Notice(SessionId),
    /// Leave asked for before a session, by somebody yet to be named.
    Leave(SessionId),
    /// A new follow-up.
    NewTask,
    /// A new follow-up of a matter.
    NewTaskOf(MatterId),
    /// A follow-up.
    Task(TaskId),
    /// What becomes of follow-ups.
    Step(Step, Vec<TaskId>),
    /// A new line of a ledger.
    NewLedgerLine,
    /// A line of a ledger, or what is entered beside one that is fed.
    LedgerLine(LedgerId),
    /// A text for a board.
    Board(OfBoard),
    /// What the committee says of its boards.
    BoardRules,
    /// The feasts and shifted working days of a year.
    RestDays,
    /// What becomes of postings.
    Posting(OfPosting, Vec<PostingId>),
    /// A matter that is taken in.
    NewMatter,
    /// Something of a matter.
    Matter(MatterId, OfMatter),
    /// Something of a session, on its own screen.
    Live(SessionId, InSession),
    /// Something of a motion.
    Motion(MotionId, OfMotion),
    /// Something of the steps a matter has to go.
    Path(MatterId, OfPath),
    /// A template of steps that is begun from nothing.
    NewTemplate,
    /// Something of a template of steps.
    Template(TemplateId, OfTemplate),
    /// A place that only a newer program knows; its text is kept as it is.
    #[serde(skip)]
    Unknown(String),
}

/// What is written of the steps of a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfPath {
    /// Which steps it goes.
    Choose,
    /// What was done of a step, of a village where it is the villages'.
    Take(usize, Option<VillageId>),
    /// That a village took up a step once more.
    Reconsider(usize, Option<VillageId>),
    /// A record more of an entry.
    Keep(usize),
    /// A record of a step that a village's board did.
    KeepPosted(usize, Option<VillageId>),
    /// The day of an entry.
    Redate(usize),
    /// What a body voted, put right.
    Mend(usize),
    /// The deadline of the villages.
    Deadline,
    /// A village more.
    Village,
    /// What a village contributes.
    Contribution(VillageId),
}

/// What is written of a template of steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfTemplate {
    /// One that is made out of it.
    Copy,
    /// Its name.
    Name,
    /// A step.
    Step(usize),
    /// A new step, put before the one that stands there.
    NewStep(usize),
}

/// What is written on the screen of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InSession {
    /// The words of an entry.
    Entry(EntryId),
    /// A new motion on an item.
    NewMotion(Option<ItemId>),
    /// A note on an item after the end.
    LateNote(ItemId),
    /// Why an item that was left over is given up.
    DropItem(ItemId),
    /// A follow-up of an item.
    FollowUp(Option<ItemId>),
    /// A follow-up of a decision.
    FollowUpOf(Decision),
    /// What becomes of follow-ups that an item goes through.
    Review(ItemId, Step, Vec<TaskId>),
    /// Leave somebody has asked for.
    Leave(PersonId),
    /// Why somebody withdraws from the item that runs, a part of it or a motion.
    Recusal(PersonId),
    /// Who votes for somebody who is away.
    Proxy(PersonId),
    /// Why somebody is excused, in words.
    Excuse(PersonId),
    /// A guest.
    Guest,
    /// Who came in somebody's stead.
    Deputy(PersonId),
    /// The seat of somebody; of nobody, for somebody missing.
    Seat(Option<PersonId>),
    /// Why entries are made from paper.
    Paper,
    /// When an adjourned session goes on.
    Adjourn,
    /// The second date of a session that lapsed.
    Lapse,
    /// Why a session is opened without votes.
    WithoutVotes,
    /// Where the signed paper lies.
    Seal,
    /// Where the signed paper of that version lies, corrected after it was sealed.
    SignAgain(u32),
    /// A correction of a voice.
    VoiceCorrection(MotionId, PersonId),
    /// A correction of figures; of what one village said, where it is named.
    TotalsCorrection(MotionId, Option<VillageId>),
    /// A correction of the roll.
    RollCorrection(PersonId),
    /// A correction of an entry.
    EntryCorrection(EntryId),
    /// A correction of a recusal: whose, since when; of none, for one that was missed.
    RecusalCorrection(Option<(PersonId, String)>),
    /// A correction of times.
    TimesCorrection(TimesOf),
}

/// What is written for a board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfBoard {
    /// A text of no decision.
    New,
    /// The text about a matter.
    Matter(MatterId),
    /// The text about what came of a matter.
    Result(MatterId),
    /// The text about a motion.
    Motion(MotionId),
    /// What a village makes known of these affairs every so often.
    Regular(VillageId, Affairs),
    /// What makes up for what a village did not make known of these affairs in periods that are over.
    Overdue(VillageId, Affairs),
    /// Another wording of a posting.
    Wording(PostingId),
    /// An objection.
    Objection(PostingId),
    /// The answer to an objection.
    Answer(PostingId, u32),
}

/// What becomes of postings, with words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfPosting {
    /// Why they came down.
    Down,
    /// Another last day, and why.
    Move,
    /// The day it was really put up, and why it is put right.
    Redate,
    /// Where the photo lies.
    Photo,
    /// Why they are not posted.
    Drop,
}

/// What is changed of the roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfRoster {
    /// A village.
    Village(VillageId),
    /// A seat and its holder.
    Seat(SeatId),
    /// Another seat of somebody.
    NewSeat(PersonId),
    /// Who is close kin of somebody.
    Kin(PersonId),
}

/// What a motion's words are for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfMotion {
    /// Its wording.
    Wording,
    /// Why it is taken back.
    Withdrawal,
    /// Why somebody takes no part; of nobody, where hands are counted.
    Recusal(Option<PersonId>),
    /// The numbers of a village; absent for area-wide seats.
    ByNumbers(Option<VillageId>),
    /// The motion that excludes it.
    Excludes,
    /// Hands in pencil.
    Hands,
    /// Numbers of papers in pencil.
    Papers,
    /// A name that was written in on a paper.
    WriteIn,
    /// What follows its vote.
    Sequel(Sequel),
}

/// What is written about a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfMatter {
    /// Its answers.
    Intake,
    /// Why it is a joint matter, or none.
    Screening,
    /// What is missing.
    SendBack,
    /// Why it is dealt with under another.
    Merge,
    /// The answers of what is split from it.
    Split,
    /// Why it is withdrawn.
    Withdraw,
    /// Why it is taken up again.
    Reopen,
    /// Why it is filed although records are missing.
    FileWithout,
    /// The legal opinion on it.
    Opinion,
    /// Why it goes on an agenda after the notice.
    Late,
}

/// A step after an announced vote that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sequel {
    /// 抽签.
    Lot,
    /// 暂缓.
    Defer,
    /// 提请上级裁决.
    Refer,
    /// What the superior ruled.
    Ruling,
    /// The villages are asked.
    Ask,
    /// What a village decided.
    Village(VillageId),
    /// What came of it that a village took up once more what it had agreed to.
    Anew(VillageId),
    /// What a village decided, put right.
    Mend(VillageId),
    /// 复议.
    Reconsider,
}

/// What a sheet of times is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimesOf {
    /// The session alone.
    Session,
    /// An item too.
    Item(ItemId),
    /// A motion too.
    Motion(MotionId),
}

/// What is to become of follow-ups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Done: what was seen and shows it, when; signed off with it where the paper is there.
    Done,
    /// Progress.
    Note,
    /// Another date, with a reason.
    Move,
    /// Given up, with a reason.
    Drop,
    /// Taken up again, with a reason and a new date.
    Reopen,
    /// Signed off: who, when, on which paper.
    Sign,
    /// Returned by the leader, with what is missing.
    Return,
    /// What people said of it.
    Rate,
    /// Suspended, with a reason.
    Suspend,
    /// Going on after it was suspended.
    Resume,
    /// What a village did of its part.
    Part,
    /// A reminder slip.
    Remind,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 12] = [
        Self::Done,
        Self::Note,
        Self::Move,
        Self::Drop,
        Self::Reopen,
        Self::Sign,
        Self::Return,
        Self::Rate,
        Self::Suspend,
        Self::Resume,
        Self::Part,
        Self::Remind,
    ];
}

impl Place {
    /// Reads a place as it is stored. What this program does not write itself is unknown to it, to the
    /// letter: it is stored again as it was read.
    #[must_use]
    pub fn read(text: &str) -> Self {
        serde_json::from_str(text)
            .ok()
            .filter(|place: &Self| place.text() == text)
            .unwrap_or_else(|| Self::Unknown(text.to_owned()))
    }

    /// Returns the place as it is stored.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Unknown(text) => text.clone(),
            // Names and ids alone: there is nothing in it that could not be written.
            known => serde_json::to_string(known).unwrap_or_default(),
        }
    }
}

/// The beginning of a spot where a draft was put aside, before an id and the place it was written at.
const ASIDE: &str = "aside:";

/// Where a draft lies: at the place it was written at, or put aside for later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The place it was written at.
    pub place: Place,
    /// What keeps it apart from others put aside from the same place; none where it lies at its place.
    pub aside: Option<String>,
}

impl From<Place> for Spot {
    fn from(place: Place) -> Self {
        Self { place, aside: None }
    }
}

impl Spot {
    /// Reads a spot as it is stored.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let aside = text.strip_prefix(ASIDE);
        match aside.and_then(|rest| rest.split_once(':')) {
            Some((id, place)) => Self {
                place: Place::read(place),
                aside: Some(id.to_owned()),
            },
            None => Place::read(text).into(),
        }
    }

    /// Returns the spot as it is stored.
    #[must_use]
    pub fn text(&self) -> String {
        let place = self.place.text();
        match &self.aside {
            Some(id) => format!("{ASIDE}{id}:{place}"),
            None => place,
        }
    }
}

#[cfg(test)]
#[path = "place_tests.rs"]
mod tests;
