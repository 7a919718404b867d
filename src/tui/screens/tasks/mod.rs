//! Follow-ups, the most urgent first: grouped, narrowed, marked, and what changed since the last session.

mod actions;
mod groups;
mod laid;
#[cfg(test)]
mod review_tests;
pub(super) mod sheets;
mod since;
#[cfg(test)]
pub(super) mod tests;
mod view;
#[cfg(test)]
mod whole_tests;

pub use actions::{ACTIONS, go_on};

use self::groups::{Group, Grouping};
use self::laid::Laid;
use self::since::Since;
use super::rows::Rows;
use crate::desk::Desk;
use crate::domain::World;
use crate::domain::ids::{MatterId, PersonId, SessionId, TaskId, VillageId};
use crate::domain::roster::roll::draw_up;
use crate::domain::session::Session;
use crate::domain::task::{PartState, Task};
use crate::i18n::{Language, follow_ups, shared, tasks, terms};
use crate::tui::app::App;
use crate::tui::find::Finder;
use crate::tui::input::Key;
use crate::tui::widgets::groups::Line;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The state of the screen.
#[derive(Debug, Default)]
pub struct State {
    rows: Rows<Row>,
    grouping: Grouping,
    /// Those marked, to be set at once; none that is not listed.
    marked: BTreeSet<TaskId>,
    /// The session since which changes are listed, where only they are.
    since: Option<Since>,
    /// Whether those done or given up are listed too.
    with_done: bool,
    /// What the list is narrowed to.
    filter: String,
    /// The matter whose follow-ups alone are listed.
    matter: Option<MatterId>,
    done: Vec<Task>,
    /// Owners in the order of the roll, where it is grouped by them.
    people: Vec<PersonId>,
    sessions: BTreeMap<SessionId, Option<Session>>,
    laid: Laid,
}

/// A row of the list. Grouped by villages, a joint follow-up stands once under the village it is to be
/// done in, and once under each that has a part in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    task: TaskId,
    /// The supporting village it stands under.
    under: Option<VillageId>,
}

impl Row {
    const fn of(task: TaskId) -> Self {
        Self { task, under: None }
    }
}

impl State {
    /// Shows the list with one of the follow-ups selected.
    #[must_use]
    pub fn at(task: TaskId) -> Self {
        Self::default().selecting(task)
    }

    /// Shows the list, those done or given up too, with one of the follow-ups selected.
    #[must_use]
    pub fn with_done(task: TaskId) -> Self {
        Self {
            with_done: true,
            ..Self::at(task)
        }
    }

    /// Lists the follow-ups of one matter, open or not.
    #[must_use]
    pub fn of_matter(matter: MatterId) -> Self {
        Self {
            matter: Some(matter),
            with_done: true,
            ..Self::default()
        }
    }

    /// Shows the list with one of its follow-ups selected.
    #[must_use]
    pub fn selecting(mut self, task: TaskId) -> Self {
        self.select(task);
        self
    }

    /// Returns the words of its banner.
    #[must_use]
    pub fn title(&self, app: &App) -> String {
        tasks::title(app.language).to_owned()
    }

    /// Takes a movement key.
    pub fn moves(&mut self, key: Key) -> bool {
        self.rows.key(key)
    }

    /// Selects a follow-up, whether or not it was listed yet.
    pub(super) fn select(&mut self, task: TaskId) {
        self.rows.select(Row::of(task));
    }

    /// Unmarks everything.
    pub(super) fn unmark(&mut self) {
        self.marked.clear();
    }

    /// Returns the follow-up that is selected.
    pub(super) fn fact<'a>(&'a self, world: &'a World) -> Option<&'a Task> {
        self.selected(world)
    }

    /// Returns the follow-up that is selected.
    fn selected<'a>(&'a self, world: &'a World) -> Option<&'a Task> {
        self.known(world, &self.rows.selected()?.task)
    }

    /// Returns what the next step is taken for: those marked in the order of the list, else the one
    /// selected.
    fn chosen<'a>(&'a self, world: &'a World) -> Vec<&'a Task> {
        if self.marked.is_empty() {
            return self.selected(world).into_iter().collect();
        }
        let listed = self.laid.lines.iter().filter_map(Line::entry);
        let marked = listed.filter(|row| self.marked.contains(&row.task));
        let mut seen = BTreeSet::new();
        let each = marked.filter(|row| seen.insert(&row.task));
        each.filter_map(|row| self.known(world, &row.task))
            .collect()
    }

    fn known<'a>(&'a self, world: &'a World, id: &TaskId) -> Option<&'a Task> {
        match world.tasks.get(id) {
            Some(task) => Some(task.as_ref()),
            None => self.done.iter().find(|task| task.id == *id),
        }
    }

    /// Reads what is not open, and the sessions that are mentioned.
    fn refresh(&mut self, desk: &Desk) {
        if self.grouping == Grouping::Person {
            let roll = draw_up(desk.world(), desk.today()).into_iter();
            self.people = roll.map(|place| place.person).collect();
        }
        self.done = if self.with_done || self.since.is_some() {
            desk.finished_tasks().unwrap_or_default()
        } else {
            Vec::new()
        };
        let tasks = desk.world().tasks.values().map(AsRef::as_ref);
        for id in tasks.chain(&self.done).filter_map(|it| it.session.as_ref()) {
            if self.sessions.contains_key(id) {
                continue;
            }
            // Its row alone: there may be hundreds, and only their days and names are asked for.
            let session = desk.session(id).ok().flatten();
            self.sessions.insert(id.clone(), session);
        }
    }

    /// Returns what is listed, group by group, in each the most urgent first, of those done the latest first.
    fn listed<'a>(
        &'a self,
        language: Language,
        world: &'a World,
        today: NaiveDate,
    ) -> Vec<Listed<'a>> {
        let finder = Finder::new(&self.filter);
        let open = world
            .tasks
            .values()
            .map(AsRef::as_ref)
            .filter(|task| task.is_open());
        let mut tasks: Vec<_> = open
            .chain(&self.done)
            .filter(|task| self.since.as_ref().is_none_or(|since| since.has(task)))
            .filter(|task| self.matter.is_none() || task.matter == self.matter)
            .filter(|task| finder.is_empty() || finder.matches(&self.words(language, world, task)))
            .flat_map(|task| {
                let light = task.light(today);
                let due = task.due.filter(|_| light.is_open());
                let place = (light, Reverse(task.ended()), due, task.entered, &task.id);
                let supports = self.supports(task).map(Some);
                let under = std::iter::once(None).chain(supports);
                under.map(move |under| {
                    let group = self.group(language, world, task, under, today);
                    (place, Listed { group, task, under })
                })
            })
            .collect();
        tasks.sort_by(|one, other| (&one.1.group, &one.0).cmp(&(&other.1.group, &other.0)));
        tasks.into_iter().map(|(_, listed)| listed).collect()
    }

    /// Returns the villages under which a follow-up stands beside the one it is to be done in: those that
    /// have a part in it, where it is grouped by villages.
    fn supports<'a>(&self, task: &'a Task) -> impl Iterator<Item = &'a VillageId> + use<'a> {
        let by_village = self.grouping == Grouping::Village;
        let parts = task.parts.keys().filter(move |_| by_village);
        parts.filter(|part| task.village.as_ref() != Some(*part))
    }

    /// Returns the words a follow-up is found by.
    fn words(&self, language: Language, world: &World, task: &Task) -> String {
        let owner = match &task.owner {
            Some(_) => follow_ups::owner(language, world, task),
            None => "",
        };
        let outside = [&task.lead, &task.lead_person].map(|it| it.as_ref());
        let lead = outside.map(|it| it.map_or("", |it| it.as_str())).join(" ");
        let parts = task.parts.keys();
        let parts: Vec<&str> = parts
            .map(|id| terms::village(language, world, Some(id)))
            .collect();
        let parts = parts.join(" ");
        let village = terms::village(language, world, task.village.as_ref());
        let session = self.session_name(language, task).unwrap_or_default();
        format!("{} {owner} {lead} {village} {parts} {session}", task.what)
    }

    fn session_of(&self, task: &Task) -> Option<&Session> {
        self.sessions.get(task.session.as_ref()?)?.as_ref()
    }

    fn session_day(&self, task: &Task) -> Option<NaiveDate> {
        self.session_of(task).map(|session| session.date)
    }

    /// Names the session a follow-up comes from, as a list wants it.
    fn session_name(&self, language: Language, task: &Task) -> Option<String> {
        self.session_of(task)
            .map(|session| short_name(language, session))
    }
}

/// A follow-up as it is listed.
#[derive(Debug)]
struct Listed<'a> {
    group: Group<'a>,
    task: &'a Task,
    /// The supporting village it stands under.
    under: Option<&'a VillageId>,
}

impl Listed<'_> {
    /// Says whether the village it stands under has done its part.
    fn is_done_there(&self) -> bool {
        let part = self.under.and_then(|village| self.task.part(village));
        matches!(part, Some(PartState::Done(_)))
    }
}

/// Names a session as a list wants it.
fn short_name(language: Language, session: &Session) -> String {
    match &session.published_as {
        Some(name) => name.to_string(),
        None => shared::session_short(
            language,
            terms::session_kind(language, session.kind),
            session.ordinal,
        ),
    }
}
