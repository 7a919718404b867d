//! History: who recorded what, when; all of it, or what is behind one fact.

mod actions;
mod fact;
mod view;
mod whole;

#[cfg(test)]
pub(in crate::tui) mod tests;
#[cfg(test)]
mod whole_tests;

pub use actions::ACTIONS;
pub use fact::{Fact, of_item, of_screen, whole_session};

use self::whole::Whole;
use super::rows::Rows;
use crate::desk::history::Past;
use crate::desk::{Desk, Way};
use crate::domain::ids::PersonId;
use crate::domain::{Event, World};
use crate::i18n::{Language, acts, history as words, terms};
use crate::tui::app::App;
use crate::tui::find::Finder;
use crate::tui::input::Key;
use chrono::{DateTime, NaiveDate};

/// How many acts are read at a time; more follow when the selection comes to the last.
const PAGE: usize = 200;

/// The state of the screen.
#[derive(Debug)]
pub struct State {
    fact: Fact,
    filter: String,
    rows: Rows<u64>,
    most: usize,
    read: Option<Read>,
    told: Vec<Told>,
    /// The acts as they are on file, in the order of what is told.
    past: Vec<Past>,
    /// The world in which what they name has a name.
    world: World,
    /// What the selected one recorded, as it was asked for last.
    whole: Option<Whole>,
    trouble: bool,
}

/// What the list was read from: it is read again only when one of these is another.
#[derive(Debug, PartialEq, Eq)]
struct Read {
    head: u64,
    most: usize,
    language: Language,
}

/// An act in words.
#[derive(Debug)]
struct Told {
    seq: u64,
    at: String,
    /// The day in full, as it may be typed.
    day: String,
    /// The day in figures, as it may be typed as well.
    figures: String,
    who: String,
    sentence: String,
    /// The item and the motion it is about, where it is of one motion.
    place: Option<String>,
    /// What it recorded, one by one.
    each: Vec<String>,
    undone: bool,
    /// Whether it carries an earlier time than the act before it.
    clock_back: bool,
    /// Whether it undid another, or did one again.
    is_walk: bool,
}

impl State {
    /// Shows what is behind a fact.
    #[must_use]
    pub fn new(fact: Fact) -> Self {
        Self {
            fact,
            filter: String::new(),
            rows: Rows::default(),
            most: PAGE,
            read: None,
            told: Vec::new(),
            past: Vec::new(),
            world: World::default(),
            whole: None,
            trouble: false,
        }
    }

    /// Returns the words of its banner.
    #[must_use]
    pub fn title(&self, app: &App) -> String {
        match &self.fact.label {
            Some(label) => words::title_of(app.language, label.as_str()),
            None => words::title(app.language).to_owned(),
        }
    }

    /// Takes a movement key.
    pub fn moves(&mut self, key: Key) -> bool {
        let taken = self.rows.key(key);
        if taken && self.rows.at_the_end() && self.told.len() >= self.most {
            self.most = self.most.saturating_add(PAGE);
        }
        taken
    }

    /// Reads the acts where there may be others since the last frame.
    fn refresh(&mut self, desk: &Desk, language: Language) {
        let read = desk.acts_on_file().ok().map(|head| Read {
            head,
            most: self.most,
            language,
        });
        if read.is_some() && self.read == read {
            return;
        }
        let past = desk
            .history(&self.fact.about, self.most)
            .and_then(|past| Ok((desk.look_back(&past)?, past)));
        self.trouble = past.is_err();
        (self.world, self.past) = past.unwrap_or_default();
        let each = self.past.iter();
        let each = each.map(|it| told((language, desk.today()), &self.world, it));
        self.told = each.collect();
        mark_clock_back(&self.past, &mut self.told);
        self.whole = None;
        self.read = read;
    }

    /// Returns the acts that are listed: all that were read, or those the filter finds.
    fn listed(&self) -> Vec<&Told> {
        let finder = Finder::new(&self.filter);
        let found = |told: &&Told| {
            let said = || {
                let each = told.each.join(" ");
                let place = told.place.as_deref().unwrap_or_default();
                [
                    &*told.at,
                    &told.day,
                    &told.figures,
                    &told.who,
                    &told.sentence,
                    &each,
                    place,
                ]
                .join(" ")
            };
            // A number stands between blanks in a sentence, and nobody types them.
            let close = |said: &str| said.split_whitespace().collect::<String>();
            finder.is_empty() || {
                let said = said();
                finder.matches(&said) || finder.matches(&close(&said))
            }
        };
        self.told.iter().filter(found).collect()
    }
}

/// Says what an act did; of one that undid another, or did one again, in the words of that other.
fn said(language: Language, world: &World, past: &Past) -> String {
    match &past.walked {
        None => acts::sentence(language, world, &past.act.events),
        Some((first, way)) => {
            let what = acts::sentence(language, world, &first.events);
            match way {
                Way::Back => words::undoing(language, what),
                Way::Forth => words::redoing(language, what),
            }
        }
    }
}

/// Marks the acts that carry an earlier time than the one recorded before them: the clock had been put back. What lacks
/// was told later than what stands around it.
fn mark_clock_back(past: &[Past], all: &mut [Told]) {
    let mut before = None;
    for (past, told) in past.iter().zip(all).rev() {
        let gap = |event: &Event| matches!(event, Event::Gap(_));
        if past.act.events.iter().all(gap) {
            continue;
        }
        let at = DateTime::parse_from_rfc3339(&past.act.at).ok();
        told.clock_back = at.is_some() && at < before;
        before = at.or(before);
    }
}

fn told((language, today): (Language, NaiveDate), world: &World, past: &Past) -> Told {
    let act = &past.act;
    // What an act walked over is what it is about.
    let of = past.walked.as_ref().map_or(act, |(first, _)| first);
    let sentence = said(language, world, past);
    let who = act.by.as_ref().map(|by| PersonId::from(by.as_str()));
    let who = who.map(|who| terms::person(language, world, &who).to_owned());
    let each = act
        .events
        .iter()
        .map(|event| acts::sentence(language, world, std::slice::from_ref(event)));
    Told {
        seq: past.seq,
        at: terms::moment(language, &act.at, Some(today)),
        day: terms::moment(language, &act.at, None),
        figures: figures(&act.at),
        who: who.unwrap_or_default(),
        each: match act.undoes {
            // What was only restored is told in the words of the act.
            Some(_) => vec![sentence.clone()],
            None => each.collect(),
        },
        place: acts::place(language, world, &of.events),
        sentence,
        is_walk: act.undoes.is_some(),
        undone: past.undone,
        clock_back: false,
    }
}

/// Returns the day of a moment in figures, as people write it here and there: with hyphens, strokes or points.
fn figures(at: &str) -> String {
    let day = at.split_once('T').map_or(at, |(day, _)| day);
    let plain = day
        .split('-')
        .map(|part| part.trim_start_matches('0'))
        .collect::<Vec<_>>();
    ["-", "/", "."]
        .iter()
        .flat_map(|between| [day.replace('-', between), plain.join(between)])
        .collect::<Vec<_>>()
        .join(" ")
}
