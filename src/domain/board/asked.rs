//! What may be asked of a posting, and why it may be refused.

use super::{Posting, Wording};
use crate::domain::ids::PostingId;
use crate::domain::refusal::{OfBoard, OfMatter, Remedy};
use crate::domain::rule::Name;
use crate::domain::text::{Line, Text};
use chrono::NaiveDate;

/// What may be asked of a posting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Drafts a text for a board.
    Draft(Box<Posting>),
    /// Words it otherwise. Where it hangs already the period begins anew, which wants a reason.
    Word {
        /// The posting.
        posting: PostingId,
        /// The wording.
        wording: Wording,
        /// Why.
        reason: Option<Line>,
    },
    /// Puts it up.
    PutUp {
        /// The posting.
        posting: PostingId,
        /// The day.
        on: NaiveDate,
    },
    /// Moves its last day, with a reason; never to before the law's.
    Move {
        /// The posting.
        posting: PostingId,
        /// The day that is said.
        on: NaiveDate,
        /// The last whole day it hangs.
        to: NaiveDate,
        /// Why.
        reason: Line,
    },
    /// Corrects the day it was put up. Its last day follows; one that was moved past that stays.
    Redate {
        /// The posting.
        posting: PostingId,
        /// The day that is said.
        on: NaiveDate,
        /// The day it was put up.
        to: NaiveDate,
        /// Why.
        reason: Line,
    },
    /// Says where the picture of it lies.
    Photograph {
        /// The posting.
        posting: PostingId,
        /// The day.
        on: NaiveDate,
        /// Where the picture lies.
        photo: Line,
    },
    /// Takes it down. Where that is too early another is drafted that hangs in its place.
    TakeDown {
        /// The posting.
        posting: PostingId,
        /// The day.
        on: NaiveDate,
        /// Why; wanted where that is too early, or where it was to last.
        reason: Option<Line>,
        /// The id of the other, should one be needed.
        again: PostingId,
    },
    /// Takes an objection down.
    Object {
        /// The posting.
        posting: PostingId,
        /// Who; nobody where no name was given.
        who: Option<Line>,
        /// The day.
        on: NaiveDate,
        /// What.
        text: Text,
    },
    /// Answers an objection.
    Answer {
        /// The posting.
        posting: PostingId,
        /// Its number.
        number: u32,
        /// The day.
        on: NaiveDate,
        /// The answer.
        reply: Text,
    },
    /// Hands an objection to the township.
    Refer {
        /// The posting.
        posting: PostingId,
        /// Its number.
        number: u32,
        /// The day.
        on: NaiveDate,
    },
    /// Gives up a draft, with a reason.
    Drop {
        /// The posting.
        posting: PostingId,
        /// The day.
        on: NaiveDate,
        /// Why.
        reason: Line,
    },
}

impl Command {
    /// Returns the posting it is about; none where one is drafted.
    #[must_use]
    pub const fn posting(&self) -> Option<&PostingId> {
        match self {
            Self::Draft(_) => None,
            Self::Word { posting, .. }
            | Self::PutUp { posting, .. }
            | Self::Move { posting, .. }
            | Self::Redate { posting, .. }
            | Self::Photograph { posting, .. }
            | Self::TakeDown { posting, .. }
            | Self::Object { posting, .. }
            | Self::Answer { posting, .. }
            | Self::Refer { posting, .. }
            | Self::Drop { posting, .. } => Some(posting),
        }
    }
}

/// Why a command about a posting is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// Nothing is to be done about it any more.
    Closed,
    /// The matter is 内部 or 工作秘密.
    Secret {
        /// Its title.
        title: Line,
    },
    /// It says nothing, or has no title.
    NoText,
    /// An objection, or an answer to one, says nothing.
    SaysNothing,
    /// The village is not in the committee that day.
    VillageLeft {
        /// Its name.
        name: Line,
    },
    /// Nothing was decided about its matter or motion yet.
    Undecided {
        /// The title of that.
        title: Line,
    },
    /// Its matter or motion was not adopted.
    Rejected {
        /// The title of that.
        title: Line,
    },
    /// What it makes known was decided only on a day.
    BeforeDecided {
        /// The day.
        on: NaiveDate,
    },
    /// A step its matter has to go before is not done.
    StepOpen {
        /// The step.
        step: Name,
    },
    /// A step its matter has to go before came to a no.
    StepRefused {
        /// The step.
        step: Name,
        /// The day.
        on: NaiveDate,
    },
    /// Its village came to a no at a step it has to go before, and may meet again.
    MeetsAgain {
        /// The step; absent where the village was asked outside any steps.
        step: Option<Name>,
        /// The day.
        on: NaiveDate,
    },
    /// It was put to the villages outside any steps, and that of the board is still to decide it; where the board is of
    /// none that was asked, all of them are.
    Unheard {
        /// Whether it is that of the board.
        village: bool,
    },
    /// A term runs before it, or what is posted before it still hangs its time.
    TermRuns {
        /// The step that waits for it.
        step: Name,
        /// The first day after it.
        from: NaiveDate,
    },
    /// Every village must agree first, and not all of them did.
    OthersOpen,
    /// The last step before it was done only on a day.
    BeforeStep {
        /// The step.
        step: Name,
        /// The day.
        on: NaiveDate,
    },
    /// It tells that a village agreed, which did so only on a day.
    BeforeConsent {
        /// The village.
        name: Line,
        /// The day.
        on: NaiveDate,
    },
    /// The same text of the same matter hangs on the board.
    ThereAlready,
    /// A text of the same matter is drafted for the board and waits to be put up.
    DraftedAlready,
    /// It was put up already.
    Up,
    /// It does not hang.
    NotUp,
    /// It was not put up before that day.
    BeforePutUp {
        /// The day it was.
        posted: NaiveDate,
    },
    /// It hung on a day, for it was photographed or objected to, so it was put up by then.
    HungThen {
        /// The day.
        on: NaiveDate,
    },
    /// It came down on a day, so it was put up by then.
    CameDown {
        /// The day.
        on: NaiveDate,
    },
    /// Put up on that day it would have come down too early, and nothing hung in its place.
    DownTooEarly {
        /// The day it came down.
        off: NaiveDate,
        /// The last whole day it was to hang then.
        until: NaiveDate,
    },
    /// Put up on that day it would have hung its whole period, and yet another is to hang in its place.
    HungWhole {
        /// The last whole day it was to hang then.
        until: NaiveDate,
    },
    /// The objection did not come in before that day.
    BeforeObjected {
        /// The day it did.
        on: NaiveDate,
    },
    /// The law lets it hang until a later day at least.
    TooShort {
        /// The first last day that is lawful.
        least: NaiveDate,
        /// The days that makes.
        days: u32,
    },
    /// It has no last day, so none is moved.
    Lasting,
    /// That wants a reason.
    WantsReason,
    /// It hangs in place of one cut short, so it is put up.
    MustHangAgain,
    /// The objection is answered.
    Answered,
    /// The objection was handed to the township already.
    Referred,
}

impl Refused {
    /// Returns what may be done about it.
    #[must_use]
    pub const fn remedy(&self) -> Option<Remedy> {
        match self {
            Self::NotUp | Self::MustHangAgain => Some(Remedy::Board(OfBoard::PutUp)),
            Self::Up | Self::Lasting => Some(Remedy::Board(OfBoard::TakeDown)),
            Self::NoText | Self::DownTooEarly { .. } => Some(Remedy::Board(OfBoard::Word)),
            Self::ThereAlready | Self::DraftedAlready => Some(Remedy::Board(OfBoard::Reword)),
            Self::Referred => Some(Remedy::Board(OfBoard::Answer)),
            Self::WantsReason => Some(Remedy::GiveReason),
            Self::Undecided { .. } => Some(Remedy::Matter(OfMatter::Agenda)),
            Self::MeetsAgain { step: None, .. } | Self::Unheard { .. } => {
                Some(Remedy::EnterDecision)
            }
            Self::StepOpen { .. }
            | Self::StepRefused { .. }
            | Self::MeetsAgain { .. }
            | Self::TermRuns { .. }
            | Self::OthersOpen => Some(Remedy::Matter(OfMatter::Steps)),
            Self::Closed
            | Self::SaysNothing
            | Self::Secret { .. }
            | Self::VillageLeft { .. }
            | Self::Rejected { .. }
            | Self::BeforeDecided { .. }
            | Self::BeforeStep { .. }
            | Self::BeforeConsent { .. }
            | Self::BeforePutUp { .. }
            | Self::HungThen { .. }
            | Self::CameDown { .. }
            | Self::HungWhole { .. }
            | Self::BeforeObjected { .. }
            | Self::TooShort { .. }
            | Self::Answered => None,
        }
    }
}
