//! A draft that was found where other words stand: both are shown, and its writer says which are gone
//! on with. Neither is lost but by a word.

use super::app::{App, Glance, Overlay};
use super::caret::Caret;
use super::input::{Code, Key};
use super::menus::{Choice, Menus};
use super::screens::Screen;
use super::text;
use super::theme::{Role, Theme};
use super::widgets::{answers, popup};
use crate::desk::place::{Place, Spot};
use crate::i18n::{Language, draft as words, terms};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::cell::Cell;
use std::rc::Rc;

/// The width from which both texts stand side by side.
const BESIDE: u16 = 90;

/// The rows below the texts: a blank one, the three ways on, and the keys.
const BELOW: u16 = 5;

/// The words of one field as they stand, and as the draft has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// What the field is called; empty where there is only one.
    pub label: String,
    /// The words that stand there.
    pub recorded: String,
    /// The words of the draft.
    pub draft: String,
}

impl Pair {
    /// Says whether the draft would take the place of words.
    #[must_use]
    pub fn replaces(&self) -> bool {
        !self.recorded.trim().is_empty() && self.recorded != self.draft
    }
}

/// Which words are gone on with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words {
    /// Those of the draft.
    Draft,
    /// Those that stand there.
    Recorded,
}

/// What follows when it is said which words are gone on with.
pub type Then = Box<dyn FnOnce(&mut App, Words)>;

/// Names the fields of a draft in the language of the app.
type Named = Box<dyn Fn(&App) -> Vec<Pair>>;

/// The ways on, in the order of their rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    GoOn,
    Later,
    Drop,
}

impl Way {
    const ALL: [Self; 3] = [Self::GoOn, Self::Later, Self::Drop];

    fn words(self, language: Language, alone: bool) -> &'static str {
        match (self, alone) {
            (Self::GoOn, false) => words::go_on(language),
            (Self::Later, false) => words::later(language),
            (Self::Drop, false) => words::drop(language),
            (Self::GoOn, true) => words::enter_anew(language),
            (Self::Later, true) => words::leave_be(language),
            (Self::Drop, true) => words::drop_alone(language),
        }
    }
}

/// A draft beside the words whose place it would take.
pub struct Found {
    place: Place,
    at: String,
    pairs: Vec<Pair>,
    /// Whether nothing stands at its place any more.
    alone: bool,
    then: Then,
    /// Names the fields anew, where they have names.
    named: Option<Named>,
    way: usize,
    /// The first row of the texts that is seen.
    first: usize,
    /// The rows of the texts that fitted the last frame, and how many there were.
    seen: (usize, usize),
}

impl Found {
    /// Shows a draft of a place, saved at a moment, beside the words that stand there.
    #[must_use]
    pub fn new(place: Place, at: &str, pairs: Vec<Pair>, then: Then) -> Self {
        Self {
            place,
            at: at.to_owned(),
            pairs,
            alone: false,
            then,
            named: None,
            way: 0,
            first: 0,
            seen: (1, 0),
        }
    }

    /// Shows a draft whose place is gone: it is read and taken over elsewhere, left, or dropped.
    #[must_use]
    pub fn alone(place: Place, at: &str, pair: Pair, then: Then) -> Self {
        Self {
            alone: true,
            ..Self::new(place, at, vec![pair], then)
        }
    }

    /// Has the fields named anew by this, where the language turns.
    #[must_use]
    pub fn named(mut self, named: impl Fn(&App) -> Vec<Pair> + 'static) -> Self {
        self.named = Some(Box::new(named));
        self
    }

    /// Says it in the language of the app; the texts stay as they were written.
    pub fn say_anew(&mut self, app: &App) {
        if let Some(named) = &self.named {
            for (pair, anew) in self.pairs.iter_mut().zip(named(app)) {
                pair.label = anew.label;
            }
        }
    }

    /// Draws both texts and the ways on; the caret stands on the way that is selected.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let Glance {
            language, theme, ..
        } = glance;
        let width = area.width.min(116);
        let rows = self.rows(language, width.saturating_sub(4));
        let wanted = u16::try_from(rows.len()).unwrap_or(u16::MAX);
        let height = wanted.saturating_add(BELOW + 2).min(area.height);
        let place = popup::centred(area, width, height);
        let title = if self.alone {
            words::title_alone(language)
        } else {
            words::title(language)
        };
        let inside = popup::boxed(place, buf, title, theme);
        let room = inside.height.saturating_sub(BELOW);
        self.seen = (usize::from(room).max(1), rows.len());
        self.first = self.first.min(rows.len().saturating_sub(self.seen.0));
        let texts = inside.top()..inside.top() + room;
        for (y, row) in texts.zip(rows.iter().skip(self.first)) {
            row.draw(
                Rect {
                    y,
                    height: 1,
                    ..inside
                },
                buf,
                theme,
            );
        }
        let first = inside.top() + room + 1;
        let answers = Way::ALL.into_iter().zip(0..).map(|(way, index)| {
            let words = way.words(language, self.alone);
            (format!("{} {words}", index + 1), index == self.way)
        });
        let keys = words::keys(language);
        answers::draw((inside, first), buf, theme, answers, keys).within(area)
    }

    /// Sets the texts: side by side where there is room, else one above the other.
    fn rows(&self, language: Language, width: u16) -> Vec<Row> {
        let draft = words::draft(language, terms::moment(language, &self.at, None));
        let recorded = words::recorded(language);
        let beside = width >= BESIDE && !self.alone;
        let column = if beside { (width - 2) / 2 } else { width };
        let mut rows = Vec::new();
        if beside {
            rows.push(Row::pair(Role::Title, recorded, &draft));
        }
        for pair in &self.pairs {
            if !pair.label.is_empty() {
                rows.push(Row::of(Role::Key, &pair.label));
            }
            let here = text::wrap(&pair.recorded, column);
            let there = text::wrap(&pair.draft, column);
            if beside {
                let line = |lines: &[String], at| lines.get(at).cloned().unwrap_or_default();
                rows.extend(
                    (0..here.len().max(there.len()))
                        .map(|at| Row::pair(Role::Normal, &line(&here, at), &line(&there, at))),
                );
            } else {
                if !self.alone {
                    rows.push(Row::of(Role::Title, recorded));
                    rows.extend(here.iter().map(|line| Row::of(Role::Normal, line)));
                }
                rows.push(Row::of(Role::Title, &draft));
                rows.extend(there.iter().map(|line| Row::of(Role::Normal, line)));
            }
        }
        rows
    }

    fn turn(&mut self, down: bool) {
        let (seen, all) = self.seen;
        self.first = if down {
            (self.first + seen).min(all.saturating_sub(seen))
        } else {
            self.first.saturating_sub(seen)
        };
    }

    fn step(&mut self, down: bool) {
        let last = Way::ALL.len() - 1;
        self.way = if down {
            (self.way + 1).min(last)
        } else {
            self.way.saturating_sub(1)
        };
    }
}

/// A row of the texts: one column or two.
struct Row {
    role: Role,
    here: String,
    there: Option<String>,
}

impl Row {
    fn of(role: Role, words: &str) -> Self {
        Self {
            role,
            here: words.to_owned(),
            there: None,
        }
    }

    fn pair(role: Role, here: &str, there: &str) -> Self {
        Self {
            role,
            here: here.to_owned(),
            there: Some(there.to_owned()),
        }
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, theme: Theme) {
        let style = theme.style(self.role);
        text::put(buf, area.x, area.y, area.width, &self.here, style);
        if let Some(there) = &self.there {
            let column = area.width.saturating_sub(2) / 2;
            let x = area.x + column + 2;
            text::put(buf, x, area.y, column, there, style);
        }
    }
}

/// Takes a key while a draft is shown beside the words that stand.
pub fn key(app: &mut App, mut found: Box<Found>, key: Key) -> Option<Box<Found>> {
    match key.folded().code {
        Code::Up | Code::BackTab => found.step(false),
        Code::Down | Code::Tab => found.step(true),
        Code::PageUp => found.turn(false),
        Code::PageDown => found.turn(true),
        // A digit takes its way at once, as everywhere; what loses words asks once more.
        Code::Char(digit @ ('1' | '2' | '3')) => {
            found.way = match digit {
                '1' => 0,
                '2' => 1,
                _ => 2,
            };
            app.repaint = true;
            go(app, *found);
            return None;
        }
        Code::Enter => {
            app.repaint = true;
            go(app, *found);
            return None;
        }
        Code::Esc => {
            app.repaint = true;
            Screen::uncovered(app);
            return None;
        }
        Code::F(1) if found.alone => app.say(Role::Normal, words::help_alone(app.language)),
        Code::F(1) => app.say(Role::Normal, words::help(app.language)),
        _ => {}
    }
    Some(found)
}

fn go(app: &mut App, found: Found) {
    let Found {
        place,
        alone,
        then,
        way,
        ..
    } = found;
    match Way::ALL.get(way) {
        // It lies where it lay.
        Some(Way::Later) if alone => then(app, Words::Recorded),
        Some(Way::Later) => match app.desk.as_mut().map(|desk| desk.put_aside(&place)) {
            Some(Ok(())) => {
                then(app, Words::Recorded);
                app.say(Role::Good, words::put_aside(app.language));
            }
            Some(Err(error)) => app.fail(&error),
            None => {}
        },
        Some(Way::Drop) => ask_to_drop(app, place.into(), then),
        Some(Way::GoOn) | None => then(app, Words::Draft),
    }
}

/// Asks whether a draft is to be thrown away, and what stands there is gone on with when it was.
pub fn ask_to_drop(app: &mut App, spot: Spot, then: impl FnOnce(&mut App, Words) + 'static) {
    ask(app, spot, Rc::new(Cell::new(Some(Box::new(then)))));
}

/// Asks; asked once more in another language, the same follows, once.
fn ask(app: &mut App, spot: Spot, then: Rc<Cell<Option<Then>>>) {
    let language = app.language;
    let (same, once) = (spot.clone(), Rc::clone(&then));
    let rows: Vec<Choice> = vec![
        (words::drop_no(language).to_owned(), Box::new(|_| {})),
        (
            words::drop_yes(language).to_owned(),
            Box::new(
                move |app| match app.desk.as_mut().map(|desk| desk.drop_draft(&spot)) {
                    Some(Ok(())) => {
                        if let Some(then) = then.take() {
                            then(app, Words::Recorded);
                        }
                        app.say(Role::Good, words::dropped(app.language));
                    }
                    Some(Err(error)) => app.fail(&error),
                    None => {}
                },
            ),
        ),
    ];
    app.overlay = Some(Overlay::Menu(Menus::choice(
        words::drop_question(language),
        rows,
        move |app| ask(app, same.clone(), Rc::clone(&once)),
    )));
}

#[cfg(test)]
#[path = "found_tests.rs"]
mod tests;
