//! What the selected act recorded, change by change and with every word: as much of it below the list as there is room
//! for, and all of it to read. What was asked for stands first.

use super::{State, Told};
use crate::desk::history::Past;
use crate::i18n::{Language, acts, history as words};
use crate::tui::action::key_of;
use crate::tui::app::App;
use crate::tui::find::Finder;
use crate::tui::reading::{self, Part};
use crate::tui::screens::Screen;
use crate::tui::text;
use std::cmp::Reverse;

/// The changes of an act, as they were told last.
#[derive(Debug)]
pub(super) struct Whole {
    of: (u64, Language, String),
    changes: Vec<String>,
}

impl State {
    /// Returns the rows below the list about one of the acts that are listed, no more than there is room for. The last
    /// of them says how many changes do not stand there whole, and what key shows them.
    pub(super) fn below(
        &mut self,
        language: Language,
        seq: u64,
        (width, rows): (u16, usize),
    ) -> Vec<String> {
        let Some(told) = self.told.iter().find(|told| told.seq == seq) else {
            return Vec::new();
        };
        let mut said = vec![headed(language, told)];
        said.extend(told.place.iter().flat_map(|place| text::wrap(place, width)));
        let of = (seq, language, self.filter.clone());
        if self.whole.as_ref().is_none_or(|whole| whole.of != of) {
            let changes = self.changes(language, seq);
            self.whole = Some(Whole { of, changes });
        }
        let changes = self
            .whole
            .as_ref()
            .map_or(&[][..], |it| it.changes.as_slice());
        let mut ends = Vec::new();
        for change in changes {
            let room = rows.saturating_sub(said.len()).saturating_add(1);
            said.extend(text::lines(change, width).take(room));
            if said.len() > rows {
                break;
            }
            ends.push(said.len());
        }
        if said.len() > rows {
            said.truncate(rows.saturating_sub(1));
            let whole = ends.iter().filter(|end| **end <= said.len()).count();
            let rest = changes.len() - whole;
            said.push(words::rest(language, rest, key_of("history.whole")));
        }
        said
    }

    /// Returns the changes of one act: first what the filter finds, and what is asked for before what came along.
    fn changes(&self, language: Language, seq: u64) -> Vec<String> {
        let past = self.past.iter().find(|past| past.seq == seq);
        let told = self.told.iter().find(|told| told.seq == seq);
        let (Some(past), Some(told)) = (past, told) else {
            return Vec::new();
        };
        let finder = Finder::new(&self.filter);
        let asked = !finder.is_empty();
        let mut changes: Vec<(Reverse<(bool, usize)>, String)> = (acted(past).iter())
            .map(|event| {
                let said = acts::whole(language, &self.world, event);
                let found = asked && finder.matches(&said);
                let near = self.fact.about.nearness(event);
                (Reverse((found, near)), said)
            })
            .collect();
        changes.sort_by_key(|(place, _)| *place);
        let changes = changes.into_iter().map(|(_, said)| said);
        // What was only restored is told in the words of the act.
        let walk = told.is_walk.then(|| told.sentence.clone());
        walk.into_iter().chain(changes).collect()
    }
}

/// Returns what an act recorded; of one that undid another, or did one again, what that other did.
fn acted(past: &Past) -> &[crate::domain::Event] {
    match &past.walked {
        Some((first, _)) => &first.events,
        None if past.act.undoes.is_some() => &[],
        None => &past.act.events,
    }
}

/// Says which act it is, when it was recorded and who kept the minutes.
fn headed(language: Language, told: &Told) -> String {
    let who = if told.who.is_empty() {
        words::nobody_named(language)
    } else {
        told.who.as_str()
    };
    words::detail(language, told.seq, told.at.clone(), who)
}

/// Returns the act that is selected, where one is.
pub(super) fn selected(app: &App) -> Option<u64> {
    match app.top() {
        Screen::History(state) => state.rows.selected().copied(),
        _ => None,
    }
}

/// Shows all that the selected act recorded to read.
pub(super) fn read(app: &mut App) {
    reading::open(app, |app| {
        let Screen::History(state) = app.top() else {
            return None;
        };
        let seq = *state.rows.selected()?;
        let told = state.told.iter().find(|told| told.seq == seq)?;
        let part = |words: String| Part {
            title: String::new(),
            words,
        };
        let changes = state.changes(app.language, seq).into_iter();
        let parts = told.place.clone().into_iter().chain(changes).map(part);
        Some((headed(app.language, told), parts.collect()))
    });
}
