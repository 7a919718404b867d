//! The subcommand that carries out a remedy, as a screen has a key for it.

use crate::domain::Remedy;
use crate::domain::refusal::{OfBoard, OfMatter};

/// Returns the subcommand, where one does.
pub(super) const fn subcommand(remedy: Remedy) -> Option<&'static str> {
    Some(match remedy {
        Remedy::GiveReason => "--reason",
        Remedy::SignTask => "lianxi tasks sign",
        Remedy::ResumeTask => "lianxi tasks resume",
        Remedy::FinishTask => "lianxi tasks finish",
        Remedy::DoPart => "lianxi tasks part",
        Remedy::EditTask => "lianxi tasks edit",
        Remedy::ReopenTask => "lianxi tasks reopen",
        Remedy::DropTask => "lianxi tasks drop",
        Remedy::EnterLine => "lianxi ledgers add",
        Remedy::EnterSeats => "lianxi import roster",
        Remedy::Matter(of) => match of {
            OfMatter::Reopen => "lianxi matters reopen",
            OfMatter::Screen => "lianxi matters screen",
            OfMatter::Mend => "lianxi matters mend",
            OfMatter::Split => "lianxi matters split",
            OfMatter::SendBack => "lianxi matters send-back",
            OfMatter::Agenda => "lianxi matters agenda",
            OfMatter::File => "lianxi matters file",
            OfMatter::Tasks => "lianxi tasks list",
            OfMatter::Postings => "lianxi boards list",
            OfMatter::Steps => "lianxi paths list",
            OfMatter::FileWithout => "lianxi matters file --reason",
            OfMatter::Withdraw => "lianxi matters withdraw",
            OfMatter::Reconsider => "lianxi paths reconsider",
            OfMatter::Receive
            | OfMatter::OffAgenda
            | OfMatter::TakeItemBack
            | OfMatter::ChooseSteps
            | OfMatter::AddStep
            | OfMatter::TakeStep
            | OfMatter::AskVillage
            | OfMatter::KeepRecord
            | OfMatter::Redate
            | OfMatter::Contribute => return None,
        },
        Remedy::Board(of) => match of {
            OfBoard::PutUp => "lianxi boards post",
            OfBoard::TakeDown => "lianxi boards take-down",
            OfBoard::Word => "lianxi boards draft",
            OfBoard::Reword => "lianxi boards word",
            OfBoard::Answer => "lianxi boards answer",
            OfBoard::Redate => "lianxi boards redate",
        },
        Remedy::CallRoll
        | Remedy::MarkRoll
        | Remedy::NameChair
        | Remedy::MovePlan
        | Remedy::ChangeRule
        | Remedy::HandOver
        | Remedy::OpenVote
        | Remedy::TakeVoices
        | Remedy::CountHands
        | Remedy::RecountHands
        | Remedy::IssuePapers
        | Remedy::CountPapers
        | Remedy::RecountPapers
        | Remedy::EnterContenders
        | Remedy::NameTellers
        | Remedy::HearVillages
        | Remedy::AskVillages
        | Remedy::TakeBack
        | Remedy::RestNotVoting(_)
        | Remedy::MarkMoves
        | Remedy::EndRecusal
        | Remedy::EndVote
        | Remedy::EndVoteNow
        | Remedy::Announce
        | Remedy::SettleClose
        | Remedy::StartItem
        | Remedy::Sit
        | Remedy::Correct
        | Remedy::NoteLate
        | Remedy::Reconsider
        | Remedy::DraftMotion
        | Remedy::EnterFigures
        | Remedy::MendVillage
        | Remedy::RecordNotice
        | Remedy::EnterDecision => return None,
    })
}
