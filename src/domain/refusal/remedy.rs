//! What a person may do about a refusal.

use super::Refusal;
use crate::domain::matter;
use crate::domain::session::SessionState;
use crate::domain::vote::overturn::Followed;

/// What a person may do about a refusal: a key on the screen, a subcommand on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Remedy {
    /// Call the roll.
    CallRoll,
    /// Finish the roll: mark who is there.
    MarkRoll,
    /// Name who chairs.
    NameChair,
    /// Plan it for another day.
    MovePlan,
    /// Give the item another rule.
    ChangeRule,
    /// Record how the notice went out, and what it carried.
    RecordNotice,
    /// Hand the chair over.
    HandOver,
    /// Enter seats.
    EnterSeats,
    /// Enter the figures villages weigh by.
    EnterFigures,
    /// Correct the day a village left.
    MendVillage,
    /// Open the vote.
    OpenVote,
    /// Take the missing voices.
    TakeVoices,
    /// Count the hands.
    CountHands,
    /// Count the hands again.
    RecountHands,
    /// Give the papers out.
    IssuePapers,
    /// Count the papers, or count them again.
    CountPapers,
    /// Mend a figure of the papers, or count them anew.
    RecountPapers,
    /// Put contenders on the ballot, or take some off.
    EnterContenders,
    /// Name who watches the count and who counts.
    NameTellers,
    /// Hear the villages.
    HearVillages,
    /// Hand the motion on to its villages, in the session that adopted it.
    AskVillages,
    /// Take the motion back, and with it a vote that is open.
    TakeBack,
    /// Take so many as 未表决: they are there and raised no hand.
    RestNotVoting(u32),
    /// Mark who left, or who came.
    MarkMoves,
    /// Take down that whoever withdrew takes part again.
    EndRecusal,
    /// End the open vote.
    EndVote,
    /// End it though some are still to be asked, whom the next step would take for the rest.
    EndVoteNow,
    /// Announce the result.
    Announce,
    /// Say whether what is close is put off, which announces it too.
    SettleClose,
    /// Take the item up.
    StartItem,
    /// Open or resume the session.
    Sit,
    /// Make a correction.
    Correct,
    /// Note after the end what the minutes left out (补记).
    NoteLate,
    /// Take the decision up once more.
    Reconsider,
    /// Give the follow-up up.
    DropTask,
    /// Word the motion, or move a new one.
    DraftMotion,
    /// Give a reason.
    GiveReason,
    /// Re-open the follow-up.
    ReopenTask,
    /// Record the sign-off of the follow-up.
    SignTask,
    /// Let the follow-up go on.
    ResumeTask,
    /// Report the follow-up as done.
    FinishTask,
    /// Record what the villages did of the follow-up.
    DoPart,
    /// Change the follow-up.
    EditTask,
    /// Enter what a village decided, or what the superior ruled.
    EnterDecision,
    /// Of a matter.
    Matter(OfMatter),
    /// Of a posting.
    Board(OfBoard),
    /// Enter a line into a ledger.
    EnterLine,
}

/// What a person may do about a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OfMatter {
    /// Take it up again.
    Reopen,
    /// Screen it.
    Screen,
    /// Say what is missing of it.
    Mend,
    /// Receive it.
    Receive,
    /// Put it on an agenda.
    Agenda,
    /// Take its item off the agenda of a session that is not opened.
    OffAgenda,
    /// Take its item back in the session, which is open.
    TakeItemBack,
    /// File it.
    File,
    /// See its follow-ups.
    Tasks,
    /// See its postings.
    Postings,
    /// See the steps it has to go.
    Steps,
    /// Choose the steps it has to go.
    ChooseSteps,
    /// Give the template a step.
    AddStep,
    /// Take the step that is due.
    TakeStep,
    /// Ask another village.
    AskVillage,
    /// Enter that a village took up once more what it had agreed to.
    Reconsider,
    /// Keep a record of a step that was taken.
    KeepRecord,
    /// Correct the day of a step.
    Redate,
    /// Make a matter of its own out of a part of it.
    Split,
    /// Send it back, so that more is said about it.
    SendBack,
    /// Change what a village contributes.
    Contribute,
    /// File it although records are missing.
    FileWithout,
    /// Withdraw it.
    Withdraw,
}

impl OfMatter {
    /// Returns how its item is taken off the agenda of a session, opened or not.
    #[must_use]
    pub const fn off(opened: bool) -> Self {
        if opened {
            Self::TakeItemBack
        } else {
            Self::OffAgenda
        }
    }

    /// Everything that may be done.
    pub const ALL: [Self; 23] = [
        Self::Reopen,
        Self::Screen,
        Self::Mend,
        Self::Receive,
        Self::Agenda,
        Self::OffAgenda,
        Self::TakeItemBack,
        Self::File,
        Self::Tasks,
        Self::Postings,
        Self::Steps,
        Self::ChooseSteps,
        Self::AddStep,
        Self::TakeStep,
        Self::AskVillage,
        Self::Reconsider,
        Self::KeepRecord,
        Self::Redate,
        Self::Split,
        Self::SendBack,
        Self::Contribute,
        Self::FileWithout,
        Self::Withdraw,
    ];
}

/// What a person may do about a posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OfBoard {
    /// Put it up.
    PutUp,
    /// Take it down.
    TakeDown,
    /// Write its text, or write it otherwise.
    Word,
    /// Write the text that is there otherwise.
    Reword,
    /// Answer an objection.
    Answer,
    /// Correct the day it was put up.
    Redate,
}

impl OfBoard {
    /// Everything that may be done.
    pub const ALL: [Self; 6] = [
        Self::PutUp,
        Self::TakeDown,
        Self::Word,
        Self::Reword,
        Self::Answer,
        Self::Redate,
    ];
}

impl Remedy {
    /// Says whether it is done in a session that is not over (散会): there it is no way out any more.
    #[must_use]
    pub const fn is_of_an_open_session(self) -> bool {
        matches!(
            self,
            Self::CallRoll
                | Self::OpenVote
                | Self::TakeVoices
                | Self::CountHands
                | Self::RecountHands
                | Self::IssuePapers
                | Self::CountPapers
                | Self::HearVillages
                | Self::RestNotVoting(_)
                | Self::EndVote
                | Self::EndVoteNow
                | Self::Announce
                | Self::SettleClose
                | Self::StartItem
                | Self::Sit
                | Self::DraftMotion
        )
    }
}

impl Refusal {
    /// Returns everything that may be done about it, the likeliest first.
    #[must_use]
    pub fn remedies(&self) -> Vec<Remedy> {
        match self {
            Self::HandsDoNotAddUp { room, sum } => {
                let rest = room.checked_sub(*sum).map(Remedy::RestNotVoting);
                let all = [Some(Remedy::RecountHands), rest, Some(Remedy::MarkMoves)];
                all.into_iter().flatten().collect()
            }
            Self::PapersNotTheRoom { .. } => vec![Remedy::IssuePapers, Remedy::MarkMoves],
            Self::DelegatesDoNotAddUp { .. } => vec![Remedy::HearVillages, Remedy::MarkMoves],
            Self::TooFewPapers { .. } => vec![Remedy::TakeBack, Remedy::MarkMoves],
            Self::Matter(matter::Refused::RecordsMissing { .. }) => {
                let first = Remedy::Matter(OfMatter::Steps);
                std::iter::once(first).chain(self.remedy()).collect()
            }
            Self::Matter(matter::Refused::SharesShort { also, .. }) => {
                let also = also.map(Remedy::Matter);
                self.remedy().into_iter().chain(also).collect()
            }
            _ => self.remedy().into_iter().collect(),
        }
    }

    /// Returns what may be done about it, where anything can.
    #[must_use]
    pub fn remedy(&self) -> Option<Remedy> {
        match self {
            Self::RollNotCalled => Some(Remedy::CallRoll),
            Self::RollNotFinished { .. }
            | Self::QuorumShort { .. }
            | Self::NotOnTheRoll { .. }
            | Self::IsThereToSpeak { .. }
            | Self::NotInRoom { .. }
            | Self::OnlyByVideo { .. }
            | Self::RequiredMissing { .. }
            | Self::RollDue
            | Self::NotTheDayCalled { .. }
            | Self::RollCalled => Some(Remedy::MarkRoll),
            Self::Withdrawn { .. } => Some(Remedy::EndRecusal),
            Self::NoChair => Some(Remedy::NameChair),
            Self::RuleNotInForce { .. } => Some(Remedy::ChangeRule),
            Self::NoticeWants { .. } => Some(Remedy::RecordNotice),
            Self::ChairWithdrew { .. } => Some(Remedy::HandOver),
            Self::NobodyEntitled { .. } => Some(Remedy::EnterSeats),
            Self::BehindPlanned { .. } => Some(Remedy::MovePlan),
            Self::FiguresMissing { .. } => Some(Remedy::EnterFigures),
            Self::VoicesMissing { .. } => Some(Remedy::TakeVoices),
            Self::HandsDoNotAddUp { .. } => Some(Remedy::RecountHands),
            Self::HandsMissing | Self::CountedByHands => Some(Remedy::CountHands),
            Self::CountedByName => Some(Remedy::TakeVoices),
            Self::PapersNotIssued | Self::PapersNotTheRoom { .. } => Some(Remedy::IssuePapers),
            Self::PapersDoNotAddUp { .. } => Some(Remedy::RecountPapers),
            Self::CountedSecretly
            | Self::PapersByVillage
            | Self::PapersWhole
            | Self::PapersUncounted => Some(Remedy::CountPapers),
            Self::CountedByVillage
            | Self::VillagesMissing { .. }
            | Self::DelegatesDoNotAddUp { .. }
            | Self::SpeaksAsOne { .. } => Some(Remedy::HearVillages),
            Self::NamedAlready | Self::TooFewPapers { .. } | Self::OtherAdopted { .. } => {
                Some(Remedy::TakeBack)
            }
            Self::PapersCounted => Some(Remedy::EndVote),
            Self::NoDelegateThere { .. } => Some(Remedy::MarkRoll),
            Self::ForTheOther { .. } => Some(Remedy::Correct),
            Self::MethodNotAllowed { .. } | Self::VoteDemanded { .. } | Self::ProxiesByName => {
                Some(Remedy::OpenVote)
            }
            Self::VoteOpen { .. } => Some(Remedy::EndVote),
            Self::NotPut { .. } => Some(Remedy::OpenVote),
            Self::NotAnnounced { .. } => Some(Remedy::Announce),
            Self::ItemNotRunning { .. } | Self::ItemDone { .. } => Some(Remedy::StartItem),
            Self::QuorumReached
            | Self::SessionNotIn {
                have:
                    SessionState::Planned
                    | SessionState::Sitting
                    | SessionState::Break
                    | SessionState::Adjourned
                    | SessionState::Lapsed,
                need: SessionState::Sitting,
            } => Some(Remedy::Sit),
            Self::MinutesOver => Some(Remedy::NoteLate),
            Self::Frozen | Self::Sealed | Self::Final => Some(Remedy::Correct),
            Self::ResultFollowed { by } => match by {
                Followed::FollowUp { .. } => Some(Remedy::DropTask),
                Followed::ChairCast
                | Followed::LotDrawn
                | Followed::PassedOver
                | Followed::Ruled
                | Followed::Refilled { decided: true }
                | Followed::VillagesAsked => Some(Remedy::Reconsider),
                Followed::VotedAgain
                | Followed::Deferred
                | Followed::Refilled { decided: false }
                | Followed::ReferredUp
                | Followed::StepTaken
                | Followed::Reconsidered => None,
            },
            Self::VoteNotOpen | Self::MotionPastWording => Some(Remedy::DraftMotion),
            Self::NoticeShort { .. } | Self::LateItemWantsReason | Self::DateWantsReason => {
                Some(Remedy::GiveReason)
            }
            Self::Agenda(refused) => refused.remedy(),
            Self::Slate(refused) => refused.remedy(),
            Self::Meeting(refused) => refused.remedy(),
            Self::Task(refused) => refused.remedy(),
            Self::Matter(refused) => refused.remedy(),
            Self::Board(refused) => refused.remedy(),
            Self::Register(refused) => refused.remedy(),
            Self::TaskDone | Self::TaskDropped => Some(Remedy::ReopenTask),
            Self::NoCommittee
            | Self::CommitteeFounded
            | Self::Unknown
            | Self::AlreadyThere
            | Self::NameTaken { .. }
            | Self::StillUsed { .. }
            | Self::OwnKin { .. }
            | Self::EndsBeforeItBegins { .. }
            | Self::OrdinalTaken { .. }
            | Self::SessionNotIn { .. }
            | Self::NotFrozenYet { .. }
            | Self::UncheckedByAnother { .. }
            | Self::Signing(_)
            | Self::ObserverNeverCounted { .. }
            | Self::NoMereGuest { .. }
            | Self::TimesCross
            | Self::CrossesTimes { .. }
            | Self::OutOfTurn { .. }
            | Self::BeyondSession { .. }
            | Self::TimesOnly
            | Self::NoticeBeforeLapse { .. }
            | Self::ItemDealtWith { .. }
            | Self::ItemHasNoRule { .. }
            | Self::NoWords
            | Self::NoCountSheet
            | Self::SeatsByRule { .. }
            | Self::NotCounted
            | Self::NoMover
            | Self::NotNext { .. }
            | Self::NotYet { .. }
            | Self::RoundsSpent { .. }
            | Self::RuledTooEarly { .. }
            | Self::DayPast { .. }
            | Self::TooSoon { .. }
            | Self::NotEntitled { .. }
            | Self::PapersIssued
            | Self::ForBoth { .. }
            | Self::LinkStands { .. }
            | Self::IsThere { .. }
            | Self::StoodFor { .. }
            | Self::TaskOpen
            | Self::RuleFaulty { .. }
            | Self::RuleFollowed { .. }
            | Self::RuleUnchanged { .. }
            | Self::SitsByIt { .. }
            | Self::NotToSitBy { .. }
            | Self::NoProxies
            | Self::ProxyGiven { .. }
            | Self::ProxiesFull { .. }
            | Self::NothingToUndo
            | Self::NothingToRedo
            | Self::Overtaken
            | Self::OnlyReading => None,
        }
    }
}
