//! What is said at the foot: that something was done, why something cannot be, and by which key it can.

use super::action::{Why, for_remedy_here, key_here};
use super::app::App;
use super::screens::{live, scope_name};
use super::theme::Role;
use crate::desk::{Desk, DeskError};
use crate::domain::refusal::Remedy;
use crate::domain::{Refusal, World};
use crate::i18n::{faults, refusals, ui};
use crate::office::log::Entry;

/// What was last said, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// How it is meant.
    pub role: Role,
    /// The sentence.
    pub words: String,
}

impl App {
    /// Says something until the next key.
    pub fn say(&mut self, role: Role, words: impl Into<String>) {
        let toast = Toast {
            role,
            words: words.into(),
        };
        self.said.push(toast.clone());
        self.toast = Some(toast);
    }

    /// Says why something cannot be done, with the key of the next step.
    pub fn explain(&mut self, why: &Why) {
        let words = self.reason(why);
        self.say(Role::Warn, words);
    }

    /// Returns why something cannot be done, with the key of the next step.
    #[must_use]
    pub fn reason(&self, why: &Why) -> String {
        let language = self.language;
        match why {
            Why::Says(says) => says(language).to_owned(),
            Why::Refused(refusal) => {
                let only_reading = self.desk.as_ref().and_then(Desk::read_only);
                if let (Refusal::OnlyReading, Some(why)) = (refusal, only_reading) {
                    return faults::shut(language, why);
                }
                let words = match &self.desk {
                    Some(desk) => {
                        // A sealed session is not on the desk; the screen has it.
                        let live = self.live();
                        let world = live.map_or(desk.world(), |state| state.world(desk));
                        refusals::refusal(language, world, refusal)
                    }
                    None => refusals::refusal(language, &World::default(), refusal),
                };
                let ways = live::ways_out(self, refusal).into_iter().enumerate();
                ways.fold(words, |words, (place, remedy)| {
                    self.way(words, place, remedy)
                })
            }
        }
    }

    /// Adds to a refusal what may be done about it: the key, and the screen it is a key of where that is
    /// not the one that is seen.
    pub(super) fn way(&self, words: String, place: usize, remedy: Remedy) -> String {
        let language = self.language;
        let said = refusals::remedy(language, remedy);
        let scopes = self.scopes();
        let action = for_remedy_here(remedy, &scopes);
        let key = action.and_then(|it| Some((it.scope, key_here(it, &scopes)?.to_string())));
        match (place, key) {
            (_, None) => ui::refused_with_remedy(language, words, said),
            (_, Some((scope, key))) if !scopes.contains(&scope) => {
                let screen = scope_name(language, scope);
                ui::refused_with_key_elsewhere(language, words, screen, key, said)
            }
            (0, Some((_, key))) => ui::refused_with_key(language, words, key, said),
            (_, Some((_, key))) => ui::refused_also_with_key(language, words, key, said),
        }
    }

    /// Says what went wrong with the file.
    pub fn fail(&mut self, error: &DeskError) {
        self.office.note(Entry::Failed(error));
        match error {
            DeskError::ReadOnly(why) => self.say(Role::Warn, faults::shut(self.language, why)),
            error => self.say(Role::Bad, faults::desk(self.language, error)),
        }
    }
}
