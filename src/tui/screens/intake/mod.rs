//! A list on its way into the roster: every row is seen and mended before anything is taken in.

mod actions;
#[cfg(test)]
mod file_tests;
#[cfg(test)]
mod kept_tests;
mod row_sheet;
mod sheets;
mod source;
mod view;

#[cfg(test)]
mod tests;

pub use actions::{ACTIONS, begin, go_on_with_row};
pub use source::paste;

use crate::desk::place::Place;
use crate::domain::entity::Root;
use crate::domain::roster::Person;
use crate::domain::text::Line;
use crate::exchange::roster::{Column, Draft, DraftRow, Effect, Judged, Verdict};
use crate::i18n::{faults, intake};
use crate::tui::app::App;
use crate::tui::input::Key;
use crate::tui::screens::Screen;
use crate::tui::screens::history::Fact;
use crate::tui::screens::rows::Rows;
use crate::tui::theme::Role;
use std::sync::Arc;

/// The most changes of the list that can be taken back.
const STEPS: usize = 20;

/// The state of the screen.
#[derive(Debug, Default)]
pub struct State {
    /// The list, once there is one.
    draft: Option<Draft>,
    /// The list as it was before each change.
    past: Vec<Option<Draft>>,
    /// What the list comes to.
    judged: Judged,
    /// The rows by their lines.
    rows: Rows<u64>,
}

/// Returns the state of the screen, where it is seen.
fn state(app: &App) -> Option<&State> {
    match app.top() {
        Screen::Intake(state) => Some(state),
        _ => None,
    }
}

/// Returns the state of the screen, to change it.
fn state_mut(app: &mut App) -> Option<&mut State> {
    match app.top_mut() {
        Some(Screen::Intake(state)) => Some(state),
        _ => None,
    }
}

/// Returns the selected row and what it comes to.
fn selected(app: &App) -> Option<(&DraftRow, &Verdict)> {
    let state = state(app)?;
    let line = *state.rows.selected()?;
    let row = state.draft.as_ref()?.row(line)?;
    Some((row, state.judged.verdict(line)?))
}

/// Says whether two names are one, however they are written.
fn same(one: &str, other: &str) -> bool {
    let key = |text| Line::new(text).map(|line| line.key()).ok();
    key(one) == key(other)
}

/// Returns what the selected row is about: the person it names, where that is one person of the roster,
/// else the roster.
pub(super) fn fact(app: &App) -> Fact {
    let roster = || Fact::of_root(Root::Roster, None);
    let (Some((row, _)), Some(desk)) = (selected(app), &app.desk) else {
        return roster();
    };
    let mut people = desk.world().people.values();
    let named = |person: &&Arc<Person>| same(person.name.as_str(), row.cell(Column::Name));
    match (people.find(named), people.find(named)) {
        (Some(person), None) => Fact::of_roster(person.id.to_string(), person.name.to_string()),
        _ => roster(),
    }
}

/// Changes the list, judges it anew and goes on to the next row that wants mending.
fn change(app: &mut App, change: impl FnOnce(&mut Option<Draft>)) {
    let Some(state) = state_mut(app) else { return };
    if state.past.len() >= STEPS {
        state.past.remove(0);
    }
    state.past.push(state.draft.clone());
    change(&mut state.draft);
    judge(app);
    if let Some(state) = state_mut(app) {
        state.go_on();
    }
    keep(app);
}

/// Keeps the list where a kill cannot take it, as it stands now; of no rows nothing is kept.
fn keep(app: &mut App) {
    let list = state(app).and_then(|state| state.draft.as_ref());
    let list = list.filter(|list| !list.rows().is_empty());
    let text = list.map(Draft::kept);
    let Some(desk) = app.desk.as_mut().filter(|desk| desk.may_write()) else {
        return;
    };
    let kept = match text {
        Some(text) => desk.save_draft(&Place::RosterTaken, &text, 0),
        None => desk.drop_draft(&Place::RosterTaken.into()),
    };
    if let Err(error) = kept {
        let why = faults::desk(app.language, &error);
        app.say(Role::Bad, intake::unkept(app.language, why));
    }
}

/// Puts the list that was not taken in yet on the screen again.
fn go_on(app: &mut App) {
    let draft = app
        .desk
        .as_ref()
        .map(|desk| desk.draft(&Place::RosterTaken));
    let Some(Ok(Some(draft))) = draft else { return };
    let Some(list) = Draft::read_kept(&draft.text) else {
        return;
    };
    let rows = list.rows().len();
    if let Some(state) = state_mut(app) {
        state.draft = Some(list);
    }
    judge(app);
    if let Some(state) = state_mut(app) {
        state.go_on();
    }
    app.say(Role::Normal, intake::gone_on(app.language, rows));
}

/// Judges the list against the roster as it stands now.
fn judge(app: &mut App) {
    let (Some(state), Some(desk)) = (state(app), &app.desk) else {
        return;
    };
    let judged = state.draft.as_ref().map(|draft| {
        let mut new_id = || desk.new_id::<String>();
        draft.judge(desk.world(), desk.today(), &mut new_id)
    });
    if let Some(state) = state_mut(app) {
        state.judged = judged.unwrap_or_default();
    }
}

impl State {
    /// Returns the words of its banner.
    #[must_use]
    pub fn title(&self, app: &App) -> String {
        if self.draft.is_none() {
            return intake::title_empty(app.language).to_owned();
        }
        let count = |effect| {
            let verdict = Verdict::Good(effect);
            self.judged
                .rows
                .iter()
                .filter(|row| row.1 == verdict)
                .count()
        };
        let (new, changed, known) = (
            count(Effect::New),
            count(Effect::Changed),
            count(Effect::Known),
        );
        let rows = self.judged.rows.len();
        let wanting = rows - new - changed - known;
        intake::title(app.language, rows, new, changed, known, wanting)
    }

    /// Takes a movement key.
    pub fn moves(&mut self, key: Key) -> bool {
        self.rows.key(key)
    }

    /// Returns the lines that want mending, those behind the selected one first.
    fn wanting(&self) -> Vec<u64> {
        let lines: Vec<u64> = self.judged.rows.iter().map(|(line, _)| *line).collect();
        let at = self.rows.selected();
        let at = lines.iter().position(|line| Some(line) == at).unwrap_or(0);
        let (above, below) = lines.split_at_checked(at).unwrap_or((&lines, &[]));
        let wants = |line: &&u64| matches!(self.judged.verdict(**line), Some(Verdict::Wants(..)));
        below.iter().chain(above).filter(wants).copied().collect()
    }

    /// Stays on a row that still wants mending, and goes to the next that does otherwise.
    fn go_on(&mut self) {
        if let Some(line) = self.wanting().first() {
            self.rows.select(*line);
        }
    }
}
