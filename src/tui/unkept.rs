//! What is written and lies in no draft yet: it is kept now and then, that it cannot be is said at once,
//! and nobody leaves it behind without having been asked.

use super::app::{App, Glance, Overlay};
use super::caret::Caret;
use super::dialog::Dialog;
use super::dispatch;
use super::input::{Code, Key};
use super::screens::Screen;
use super::text;
use super::theme::Role;
use super::widgets::{answers, popup};
use crate::i18n::{Language, draft as words, faults};
use crate::office::log::Entry;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What is left, and by what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// A sheet.
    Sheet,
    /// A sheet, by a key of the screen below it.
    Through(Key),
    /// The screen that is seen.
    Screen,
    /// The program.
    Program,
}

/// The answers, in the order of their rows: a lone Enter loses nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Stay,
    Leave,
}

impl Answer {
    const ALL: [Self; 2] = [Self::Stay, Self::Leave];

    const fn words(self, language: Language, leaving: Leaving) -> &'static str {
        match (self, leaving) {
            (Self::Stay, _) => words::stay(language),
            (Self::Leave, Leaving::Program) => words::quit_and_lose(language),
            (Self::Leave, _) => words::leave_and_lose(language),
        }
    }
}

/// The question whether what no draft holds is left.
pub struct Losing {
    leaving: Leaving,
    answer: Answer,
    /// What lies over the screen besides, and is there again for whoever stays.
    under: Option<Overlay>,
}

impl App {
    /// Keeps what is being written where a kill cannot take it: on leaving, on resize, on a signal,
    /// and now and then while typing. That it cannot be kept is said once, until it can.
    pub fn keep_unfinished(&mut self) {
        let was_told = self.unkept.is_some();
        if try_to_keep(self) {
            return;
        }
        if let Some(why) = self.unkept.as_ref().filter(|_| !was_told) {
            let why = faults::desk(self.language, why);
            self.say(Role::Bad, words::unkept(self.language, why));
        }
    }

    /// Says whether something is being written that a draft does not hold yet.
    #[must_use]
    pub fn has_unkept(&self) -> bool {
        let live = |screen: &Screen| matches!(screen, Screen::Live(state) if state.unkept());
        self.sheet().is_some_and(Dialog::unkept) || self.screens.iter().any(live)
    }

    /// Returns the sheet that is filled in, also below the question whether it is left.
    fn sheet(&self) -> Option<&Dialog> {
        match &self.overlay {
            Some(Overlay::Dialog(sheet)) => Some(sheet),
            Some(Overlay::Losing(losing)) => match &losing.under {
                Some(Overlay::Dialog(sheet)) => Some(sheet),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Keeps what is being written; says whether a draft holds all of it.
fn try_to_keep(app: &mut App) -> bool {
    let had = app.has_unkept();
    let sheet = match &mut app.overlay {
        Some(Overlay::Dialog(sheet)) => Some(sheet),
        Some(Overlay::Losing(losing)) => match &mut losing.under {
            Some(Overlay::Dialog(sheet)) => Some(sheet),
            _ => None,
        },
        _ => None,
    };
    let mut kept = match sheet {
        Some(sheet) => sheet.keep_draft(app.desk.as_mut(), &app.office),
        None => Ok(()),
    };
    if let Some(desk) = &mut app.desk {
        for screen in app.screens.iter_mut() {
            if let Screen::Live(state) = screen {
                kept = kept.and(state.keep_draft(desk));
            }
        }
    }
    match kept {
        Ok(()) => {
            if had && app.desk.is_none() {
                // What is begun is offered on the first screen, which lies drawn below.
                app.screens.forget();
            }
            if app.unkept.take().is_some() && had {
                app.say(Role::Good, words::kept_again(app.language));
            }
            true
        }
        Err(error) => {
            if app.unkept.is_none() {
                app.office.note(Entry::Failed(&error));
            }
            app.unkept = Some(error);
            false
        }
    }
}

/// Leaves a sheet, a screen or the program. What is written lies in a draft then; where none takes it,
/// whoever wrote it is asked.
pub fn leave(app: &mut App, leaving: Leaving) {
    if try_to_keep(app) || !loses(app, leaving) {
        return go(app, leaving);
    }
    if let Some(Overlay::Losing(_)) = app.overlay {
        // Asked already, and pressed again.
        return go(app, leaving);
    }
    let under = app.overlay.take();
    app.overlay = Some(Overlay::Losing(Box::new(Losing {
        leaving,
        answer: Answer::Stay,
        under,
    })));
    app.repaint = true;
}

fn loses(app: &App, leaving: Leaving) -> bool {
    let sheet = app.sheet().is_some_and(Dialog::unkept);
    match leaving {
        Leaving::Sheet | Leaving::Through(_) => sheet,
        Leaving::Screen => sheet || app.live().is_some_and(|state| state.would_lose()),
        Leaving::Program => app.has_unkept(),
    }
}

fn go(app: &mut App, leaving: Leaving) {
    app.repaint = true;
    match leaving {
        Leaving::Sheet => {
            app.overlay = None;
            Screen::uncovered(app);
        }
        Leaving::Through(key) => {
            app.overlay = None;
            dispatch::act(app, key);
        }
        Leaving::Screen => app.take_screen_away(),
        Leaving::Program => app.ended = true,
    }
    if !app.has_unkept() {
        app.unkept = None;
    }
}

/// Says what was lost when the program ended, where a draft does not hold it even now.
pub fn say_lost(app: &mut App) {
    if try_to_keep(app) {
        return;
    }
    if let Some(why) = &app.unkept {
        let why = faults::desk(app.language, why);
        app.say(Role::Bad, words::lost(app.language, why));
    }
}

impl Losing {
    /// Says what lies under the question in the language of the app.
    pub fn say_anew(&mut self, app: &App) {
        if let Some(Overlay::Dialog(sheet)) = &mut self.under {
            sheet.say_anew(app);
        }
    }

    /// Draws the question over what is left; the caret stands on the answer that is selected.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let Glance {
            language, theme, ..
        } = glance;
        if let Some(Overlay::Dialog(sheet)) = &mut self.under {
            sheet.draw(glance, area, buf);
        }
        let width = area.width.min(76);
        let why = glance.unkept.map(|why| faults::desk(language, why));
        let why = text::wrap(&why.unwrap_or_default(), width.saturating_sub(4));
        let rows = u16::try_from(why.len()).unwrap_or(u16::MAX);
        let place = popup::centred(area, width, rows.saturating_add(7).min(area.height));
        let inside = popup::boxed(place, buf, words::losing(language), theme);
        for (y, row) in (inside.top()..inside.bottom()).zip(&why) {
            text::put(buf, inside.x, y, inside.width, row, theme.style(Role::Bad));
        }
        let first = inside.bottom().saturating_sub(4).max(inside.top());
        let answers = Answer::ALL.into_iter().map(|answer| {
            let words = answer.words(language, self.leaving);
            (words.to_owned(), answer == self.answer)
        });
        let keys = words::losing_keys(language);
        answers::draw((inside, first), buf, theme, answers, keys).within(area)
    }
}

/// Takes a key while it is asked. No digit answers: it may be the rest of what was typed.
pub fn key(app: &mut App, mut losing: Box<Losing>, key: Key) -> Option<Box<Losing>> {
    match key.code {
        Code::Up | Code::BackTab => losing.answer = Answer::Stay,
        Code::Down | Code::Tab => losing.answer = Answer::Leave,
        Code::Esc | Code::Enter => {
            app.repaint = true;
            let leaves = key.code == Code::Enter && losing.answer == Answer::Leave;
            app.overlay = losing.under;
            if leaves {
                go(app, losing.leaving);
            }
            return None;
        }
        Code::F(1) => app.say(Role::Normal, words::losing_help(app.language)),
        _ => {}
    }
    Some(losing)
}

#[cfg(test)]
#[path = "unkept_tests.rs"]
mod tests;
