//! What may be done about a refusal names a key that is a key of the screen that is seen, or that screen.

#![allow(clippy::unwrap_used)]

use super::action::{Scope, find, for_remedy_here, key_here};
use super::screens::history::tests::at;
use super::screens::scope_name;
use crate::domain::refusal::{OfBoard, OfMatter, Remedy};
use crate::i18n::{Language, refusals};

fn every_remedy() -> Vec<Remedy> {
    use Remedy::{
        Announce, CallRoll, ChangeRule, Correct, CountHands, CountPapers, DoPart, DraftMotion,
        DropTask, EditTask, EndRecusal, EndVote, EndVoteNow, EnterContenders, EnterLine,
        EnterSeats, FinishTask, HandOver, HearVillages, IssuePapers, MarkMoves, MarkRoll, MovePlan,
        NameChair, NameTellers, NoteLate, OpenVote, Reconsider, RecountHands, ReopenTask,
        RestNotVoting, ResumeTask, SettleClose, SignTask, Sit, StartItem, TakeBack, TakeVoices,
    };
    let mut all = vec![
        Announce,
        SettleClose,
        CallRoll,
        ChangeRule,
        Correct,
        CountHands,
        RecountHands,
        CountPapers,
        DoPart,
        DraftMotion,
        DropTask,
        EditTask,
        EndRecusal,
        EndVote,
        EndVoteNow,
        EnterContenders,
        EnterLine,
        EnterSeats,
        FinishTask,
        HandOver,
        HearVillages,
        IssuePapers,
        MarkMoves,
        MarkRoll,
        MovePlan,
        NameChair,
        NameTellers,
        OpenVote,
        Reconsider,
        ReopenTask,
        NoteLate,
        ResumeTask,
        SignTask,
        Sit,
        StartItem,
        TakeBack,
        TakeVoices,
    ];
    all.push(RestNotVoting(1));
    // The step before is another cell of the same table: no key, but the arrows.
    let taken = OfMatter::ALL
        .into_iter()
        .filter(|it| *it != OfMatter::TakeStep);
    all.extend(taken.map(Remedy::Matter));
    all.extend(OfBoard::ALL.map(Remedy::Board));
    all
}

#[test]
fn a_key_that_is_named_does_what_is_said_on_the_screen_that_is_seen_or_names_its_own() {
    for language in Language::ALL {
        for scope in Scope::ALL {
            let Some(stage) = at(scope, language) else {
                continue;
            };
            let scopes = stage.app.scopes();
            for remedy in every_remedy() {
                let action =
                    for_remedy_here(remedy, &scopes).unwrap_or_else(|| panic!("{remedy:?}"));
                let key = key_here(action, &scopes).unwrap();
                let said = stage.app.way("-".to_owned(), 0, remedy);
                assert!(said.contains(&refusals::remedy(language, remedy)), "{said}");
                assert!(said.contains(&key.to_string()), "{said}");
                let bound = find(&scopes, key).is_some_and(|it| it.name == action.name);
                let names = said.contains(scope_name(language, action.scope));
                assert!(bound || names, "{scope:?} {remedy:?}: {said}");
            }
        }
    }
}
