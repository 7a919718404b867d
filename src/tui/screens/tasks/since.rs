//! What changed since the last session that was closed.

use super::short_name;
use crate::desk::{Desk, DeskError};
use crate::domain::ids::SessionId;
use crate::domain::session::Session;
use crate::domain::task::review::{Change, changed_since};
use crate::domain::task::{Step, Task};
use crate::i18n::{Language, follow_ups, review, terms};
use crate::tui::text;
use chrono::NaiveDate;

/// The last session that was closed; changes of a later day are listed.
#[derive(Debug, Clone)]
pub(super) struct Since {
    session: Box<Session>,
}

impl Since {
    /// Finds the last session closed; `None` before there is one.
    pub(super) fn find(desk: &Desk) -> Result<Option<Self>, DeskError> {
        let found = desk.closed_before(None)?;
        Ok(found.map(|session| Self {
            session: Box::new(session),
        }))
    }

    fn day(&self) -> NaiveDate {
        self.session
            .closed
            .map_or(self.session.date, |closed| closed.day())
    }

    /// Returns what became of a follow-up since.
    fn change<'a>(&self, task: &'a Task) -> Option<Change<'a>> {
        changed_since([task], self.day()).next()
    }

    /// Says whether a follow-up is new or changed.
    pub(super) fn has(&self, task: &Task) -> bool {
        self.change(task).is_some()
    }

    /// Says in a few words what became of a follow-up.
    pub(super) fn words(&self, language: Language, task: &Task) -> String {
        let Some(change) = self.change(task) else {
            return String::new();
        };
        let mut said: Vec<&str> = Vec::new();
        said.extend(change.new.then(|| review::change_new(language)));
        // What is signed off was done.
        let ends = |step: &&Step| matches!(step, Step::Signed { .. } | Step::Finished { .. });
        let last = change.steps.iter().rfind(|step| ends(step)).copied();
        for step in change.steps {
            if matches!(step, Step::Finished { .. }) && last != Some(step) {
                continue;
            }
            let name = follow_ups::step_name(language, step);
            // The last of a kind is what counts.
            said.retain(|known| *known != name);
            said.push(name);
        }
        terms::list(language, said)
    }

    /// Returns the session.
    pub(super) const fn session_id(&self) -> &SessionId {
        &self.session.id
    }

    /// Counts those entered since.
    pub(super) fn count_new(&self, listed: &[&Task]) -> usize {
        let new = listed.iter().filter(|task| task.entered > self.day());
        new.count()
    }

    /// Returns the cells of the longest words about what became of them.
    pub(super) fn widest(&self, language: Language, listed: &[&Task]) -> u16 {
        let words = listed.iter().map(|task| self.words(language, task));
        words.map(|it| text::width(&it)).max().unwrap_or(0)
    }

    /// Says how many are new, and how many of the others changed.
    pub(super) fn summary(
        &self,
        language: Language,
        today: NaiveDate,
        new: usize,
        changed: usize,
    ) -> String {
        review::since(
            language,
            short_name(language, &self.session),
            terms::short_date(language, self.day(), today),
            new,
            changed,
        )
    }

    /// Says that nothing changed, and the key that shows all again.
    pub(super) fn nothing(&self, language: Language, today: NaiveDate, key: String) -> String {
        review::since_nothing(
            language,
            short_name(language, &self.session),
            terms::short_date(language, self.day(), today),
            key,
        )
    }
}
