//! The table of actions: what every row keeps to, whatever screen it belongs to.

use lianxi::domain::Remedy;
use lianxi::domain::refusal::{OfBoard, OfMatter};
use lianxi::i18n::Language;
use lianxi::tui::action::{Action, Scope, find, for_remedy, named, table};
use lianxi::tui::input::{Code, Key};
use lianxi::tui::text;
use std::collections::{BTreeMap, BTreeSet};

const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];

/// The most cells of a label, so that a footer of 80 cells shows what can be done.
const LABEL: u16 = 8;

/// Where keys are looked up on each screen, nearest first, before those had everywhere.
const PLACES: [&[Scope]; 21] = [
    &[Scope::Start],
    &[Scope::Home],
    &[Scope::Sessions],
    &[Scope::Plan],
    &[Scope::LiveAgenda, Scope::Live],
    &[Scope::LiveRoll, Scope::Live],
    &[Scope::LiveMinutes, Scope::Live],
    &[Scope::LiveReview, Scope::Live],
    &[Scope::LiveVote, Scope::Live],
    &[Scope::LiveHands, Scope::Live],
    &[Scope::LiveOptions, Scope::Live],
    &[Scope::LiveHandsEnded, Scope::LiveVote, Scope::Live],
    &[Scope::LiveClosing, Scope::Live],
    &[Scope::Tasks],
    &[Scope::Boards],
    &[Scope::Matters],
    &[Scope::Matter],
    &[Scope::Roster],
    &[Scope::Record],
    &[Scope::History],
    &[Scope::Notice],
];

/// Says whether a key comes through while an input method is on.
fn comes_through(key: &Key) -> bool {
    match key.code {
        Code::Char(c) => key.ctrl || c.is_ascii_digit() || c == ' ',
        _ => true,
    }
}

fn of(scope: Scope) -> impl Iterator<Item = &'static Action> {
    table().filter(move |action| action.scope == scope)
}

#[track_caller]
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_name_is_one_action() {
    let mut seen = BTreeSet::new();
    for action in table() {
        assert!(seen.insert(action.name), "{} stands twice", action.name);
        assert_eq!(named(action.name).map(|it| it.name), Some(action.name));
    }
}

#[test]
fn no_key_means_two_things_in_one_place() {
    let mut wrong = Vec::new();
    for scope in Scope::ALL {
        let mut taken: BTreeMap<Key, &str> = BTreeMap::new();
        for action in of(scope) {
            for key in action.keys {
                if let Some(other) = taken.insert(*key, action.name) {
                    wrong.push(format!("{scope:?} {key}: {other} and {}", action.name));
                }
            }
        }
    }
    none(&wrong);
}

#[test]
fn every_action_is_had_while_an_input_method_is_on() {
    let help = named("global.help").unwrap();
    let opens = Key::plain(Code::F(1));
    assert!(help.keys.contains(&opens), "F1 opens help");
    let mut wrong = Vec::new();
    for place in PLACES {
        let scopes = [place, &[Scope::Global]].concat();
        let first = find(&scopes, opens).map(|action| action.name);
        assert_eq!(first, Some(help.name), "{place:?}");
        for action in place.iter().flat_map(|scope| of(*scope)) {
            let own = |key: &&Key| find(&scopes, **key).is_some_and(|it| it.name == action.name);
            // What has no key, or none that comes through, is chosen in the help menu by arrows and Enter;
            // an action whose keys all mean something nearer would not even stand there.
            if !action.keys.is_empty() && !action.keys.iter().any(|key| own(&key)) {
                wrong.push(format!("{place:?}: {} is never reached", action.name));
            }
        }
    }
    none(&wrong);
}

#[test]
fn a_vote_is_held_without_a_letter() {
    let pressed = [
        "live.step",
        "vote.for",
        "vote.against",
        "vote.abstain",
        "vote.not_voting",
        "vote.recuse",
        "vote.all_for",
        "vote.end",
        "vote.announce",
        "closing.close",
        "global.undo",
        "global.back",
        "global.menu",
    ];
    for name in pressed {
        let action = named(name).unwrap_or_else(|| panic!("{name}"));
        assert!(action.keys.iter().any(comes_through), "{name}");
    }
}

#[test]
fn every_row_says_what_it_is_in_both_languages() {
    let mut wrong = Vec::new();
    for action in table() {
        for language in LANGUAGES {
            let (label, hint) = ((action.label)(language), (action.hint)(language));
            if label.trim().is_empty() || hint.trim().is_empty() {
                wrong.push(format!("{} {language:?}: says nothing", action.name));
            }
        }
        let label = (action.label)(Language::Zh);
        if text::width(label) > LABEL {
            wrong.push(format!("{}: {label} is too long", action.name));
        }
    }
    none(&wrong);
}

#[test]
fn no_key_is_bound_that_a_terminal_takes_for_another() {
    let mut wrong = Vec::new();
    for action in table() {
        for key in action.keys {
            // The first five are Tab, Enter, Backspace, Esc and a line feed; the others stop the terminal, and one of them
            // does just that.
            if key.ctrl
                && action.name != "global.suspend"
                && matches!(
                    key.code,
                    Code::Char('i' | 'm' | 'h' | '[' | 'j' | 's' | 'q' | 'z')
                )
            {
                wrong.push(format!("{}: {key}", action.name));
            }
            if key.folded() != *key {
                wrong.push(format!("{}: {key} is looked up as another", action.name));
            }
        }
    }
    none(&wrong);
}

#[test]
fn every_remedy_is_an_action() {
    // The step before is taken at another cell: its words say which way.
    let matters = OfMatter::ALL.into_iter();
    let matters = matters.filter(|it| *it != OfMatter::TakeStep);
    let matters = matters.map(Remedy::Matter);
    for remedy in matters.chain(OfBoard::ALL.into_iter().map(Remedy::Board)) {
        assert!(for_remedy(remedy).is_some(), "{remedy:?}");
    }
    for remedy in [
        Remedy::EnterLine,
        Remedy::CallRoll,
        Remedy::MarkRoll,
        Remedy::NameChair,
        Remedy::ChangeRule,
        Remedy::EnterSeats,
        Remedy::MendVillage,
        Remedy::TakeVoices,
        Remedy::CountHands,
        Remedy::RecountHands,
        Remedy::RestNotVoting(2),
        Remedy::MarkMoves,
        Remedy::EndVote,
        Remedy::Announce,
        Remedy::StartItem,
        Remedy::Sit,
        Remedy::Correct,
        Remedy::DraftMotion,
        Remedy::ReopenTask,
        Remedy::SignTask,
        Remedy::ResumeTask,
        Remedy::FinishTask,
        Remedy::DoPart,
        Remedy::EditTask,
    ] {
        assert!(for_remedy(remedy).is_some(), "{remedy:?}");
    }
}
