//! Follow-ups, the most urgent first.

mod actions;
mod sheets;
#[cfg(test)]
mod tests;
mod view;

pub use actions::ACTIONS;

use super::rows::Rows;
use crate::desk::Desk;
use crate::domain::World;
use crate::domain::ids::{SessionId, TaskId};
use crate::domain::session::Session;
use crate::domain::task::{Light, Step, Task, TaskState};
use crate::domain::world::Table;
use crate::i18n::{Language, shared, tasks, terms};
use crate::tui::app::App;
use crate::tui::find::Finder;
use crate::tui::input::Key;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The state of the screen.
#[derive(Debug, Default)]
pub struct State {
    rows: Rows<TaskId>,
    /// Whether those done are listed too.
    with_done: bool,
    /// What the list is narrowed to.
    filter: String,
    done: Vec<Task>,
    sessions: BTreeMap<SessionId, Option<Session>>,
    read: Option<(Table<TaskId, Task>, bool)>,
}

impl State {
    /// Returns the words of its banner.
    #[must_use]
    pub fn title(&self, app: &App) -> String {
        tasks::title(app.language).to_owned()
    }

    /// Takes a movement key.
    pub fn moves(&mut self, key: Key) -> bool {
        self.rows.key(key)
    }

    /// Returns the follow-up that is selected.
    pub(super) fn fact<'a>(&'a self, world: &'a World) -> Option<&'a Task> {
        self.selected(world)
    }

    /// Returns the follow-up that is selected.
    fn selected<'a>(&'a self, world: &'a World) -> Option<&'a Task> {
        let id = self.rows.selected()?;
        match world.tasks.get(id) {
            Some(task) => Some(task.as_ref()),
            None => self.done.iter().find(|task| task.id == *id),
        }
    }

    /// Reads what is not open, where it may have changed since the last frame.
    fn refresh(&mut self, desk: &Desk) {
        let read = (desk.world().tasks.clone(), self.with_done);
        if self.read.as_ref() == Some(&read) {
            return;
        }
        self.done = if self.with_done {
            desk.finished_tasks().unwrap_or_default()
        } else {
            Vec::new()
        };
        let mentioned: Vec<SessionId> = desk
            .world()
            .tasks
            .values()
            .map(AsRef::as_ref)
            .chain(&self.done)
            .filter_map(|task| task.session.clone())
            .collect();
        for id in mentioned {
            self.sessions.entry(id).or_insert_with_key(|id| {
                let world = desk.look(id).ok()?;
                world.sessions.get(id).map(|it| it.as_ref().clone())
            });
        }
        self.read = Some(read);
    }

    /// Returns what is listed, the most urgent first, of those done the latest first.
    fn listed<'a>(
        &'a self,
        language: Language,
        world: &'a World,
        today: NaiveDate,
    ) -> Vec<&'a Task> {
        let finder = Finder::new(&self.filter);
        let open = world
            .tasks
            .values()
            .map(AsRef::as_ref)
            .filter(|task| task.state == TaskState::Open);
        let mut tasks: Vec<&Task> = open
            .chain(&self.done)
            .filter(|task| finder.is_empty() || finder.matches(&self.words(language, world, task)))
            .collect();
        tasks.sort_by_cached_key(|task| {
            let light = task.light(today);
            let due = task.due.filter(|_| light < Light::Done);
            (
                light,
                Reverse(done_on(task)),
                due,
                task.entered,
                task.id.clone(),
            )
        });
        tasks
    }

    /// Returns the words a follow-up is found by.
    fn words(&self, language: Language, world: &World, task: &Task) -> String {
        let owner = task.owner.as_ref();
        let owner = owner.map(|id| terms::person(language, world, id));
        let village = terms::village(language, world, task.village.as_ref());
        let session = self.session_name(language, task).unwrap_or_default();
        let owner = owner.unwrap_or_default();
        format!("{} {owner} {village} {session}", task.what)
    }

    /// Names the session a follow-up comes from, as a list wants it.
    fn session_name(&self, language: Language, task: &Task) -> Option<String> {
        let session = self.sessions.get(task.session.as_ref()?)?.as_ref()?;
        Some(match &session.published_as {
            Some(name) => name.to_string(),
            None => shared::session_short(
                language,
                terms::session_kind(language, session.kind),
                session.ordinal,
            ),
        })
    }
}

/// Returns the day a follow-up was done.
fn done_on(task: &Task) -> Option<NaiveDate> {
    match task.history.last() {
        Some(Step::Done { on, .. } | Step::Dropped { on, .. }) => Some(*on),
        _ => None,
    }
}
