//! Who spoke, or who sent a written opinion: typed as pinyin initials, name or number; Enter stamps who and when, words come later.

use super::{minutes, seen, with, writing};
use crate::domain::World;
use crate::domain::ids::PersonId;
use crate::domain::session::Session;
use crate::domain::session::minutes::EntryKind;
use crate::tui::app::App;
use crate::tui::find::rank;
use crate::tui::input::{Code, Key};

/// The question who spoke.
#[derive(Debug, Default)]
pub struct Speaker {
    /// Whether it is who sent a written opinion, of those who are away.
    pub wrote: bool,
    /// What was typed.
    pub typed: String,
    /// Which of those found is taken.
    pub at: usize,
}

/// A person that can be taken, with the number that stands for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The number on the roll, from 1.
    pub number: usize,
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// The role or unit, by which one of an outside body is known.
    pub role: String,
}

/// Returns those who can have spoken (who are there) or written (who are away) and fit what was typed, best
/// first: by number or name, else by unit.
#[must_use]
pub fn candidates(world: &World, session: &Session, asked: &Speaker) -> Vec<Candidate> {
    let all: Vec<Candidate> = (1..)
        .zip(&session.roll)
        .filter(|(_, attendee)| attendee.there().is_none() == asked.wrote)
        .filter_map(|(number, attendee)| {
            let person = world.person(&attendee.place.person).ok()?;
            Some(Candidate {
                number,
                person: person.id.clone(),
                name: person.name.to_string(),
                role: attendee.place.role.to_string(),
            })
        })
        .collect();
    let typed = asked.typed.trim();
    if typed.is_empty() {
        return all;
    }
    if let Ok(number) = crate::tui::input::fold_text(typed).parse::<usize>() {
        let (exact, longer): (Vec<_>, Vec<_>) = all
            .into_iter()
            .filter(|candidate| {
                candidate
                    .number
                    .to_string()
                    .starts_with(&number.to_string())
            })
            .partition(|candidate| candidate.number == number);
        return exact.into_iter().chain(longer).collect();
    }
    let by = |what: fn(&Candidate) -> &str| -> Vec<Candidate> {
        let texts: Vec<&str> = all.iter().map(what).collect();
        let found = rank(typed, &texts).into_iter();
        found.filter_map(|at| all.get(at).cloned()).collect()
    };
    let named = by(|candidate| &candidate.name);
    if named.is_empty() {
        by(|candidate| &candidate.role)
    } else {
        named
    }
}

/// Opens the question.
pub fn ask(app: &mut App) {
    open(app, false);
}

/// Opens the question who sent a written opinion.
pub fn ask_writer(app: &mut App) {
    open(app, true);
}

fn open(app: &mut App, wrote: bool) {
    writing::leave(app);
    with(app, |state| {
        state.panel = super::Panel::Minutes;
        state.speaker = Some(Speaker {
            wrote,
            ..Speaker::default()
        });
    });
}

/// Takes a key while the question is open.
pub fn key(app: &mut App, key: Key) -> bool {
    let Ok((state, session, world)) = seen(app) else {
        return false;
    };
    let Some(speaker) = &state.speaker else {
        return false;
    };
    let found = candidates(world, session, speaker);
    let taken = found
        .get(speaker.at.min(found.len().saturating_sub(1)))
        .cloned();
    let wrote = speaker.wrote;
    match key.code {
        Code::Esc => with(app, |state| state.speaker = None),
        Code::Enter => {
            if let Some(candidate) = taken {
                with(app, |state| state.speaker = None);
                let who = candidate.person;
                minutes::stamp(app, &move |_| match wrote {
                    true => EntryKind::Written {
                        sender: who.clone(),
                    },
                    false => EntryKind::Speech {
                        speaker: who.clone(),
                    },
                });
            }
        }
        Code::Down | Code::Right => {
            let last = found.len().saturating_sub(1);
            change(app, |speaker| speaker.at = (speaker.at + 1).min(last));
        }
        Code::Up | Code::Left => change(app, |speaker| speaker.at = speaker.at.saturating_sub(1)),
        Code::Backspace => change(app, |speaker| {
            speaker.typed.pop();
            speaker.at = 0;
        }),
        Code::F(_) | Code::Tab | Code::BackTab => {
            with(app, |state| state.speaker = None);
            return false;
        }
        _ => match key.text() {
            Some(c) => change(app, |speaker| {
                speaker.typed.push(c);
                speaker.at = 0;
            }),
            None => return false,
        },
    }
    true
}

fn change(app: &mut App, change: impl FnOnce(&mut Speaker)) {
    with(app, |state| {
        if let Some(speaker) = &mut state.speaker {
            change(speaker);
        }
    });
}
