//! The locked screen: it shows nothing of a committee and takes only the passphrase. The same sheet
//! sets one. What is written stands as a draft, and what was open is there again afterwards.

use super::action::Why;
use super::app::App;
use super::caret::Caret;
use super::input::{Code, Input, Key};
use super::text;
use super::theme::{Role, Theme};
use super::widgets::{line, popup};
use crate::desk::Desk;
use crate::domain::session::SessionState;
use crate::i18n::{Language, faults, lock as words};
use crate::office::Office;
use crate::office::log::Entry;
use crate::store::memory::Memory;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

/// The screen locks itself when nobody has pressed a key for so long.
pub const IDLE: Duration = Duration::from_secs(10 * 60);

/// The longest passphrase, in characters.
const LONGEST: usize = 200;

/// What stands for a character of it.
const HIDDEN: char = '*';

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Asks {
    /// The passphrase, to go on working.
    Open,
    /// The one there is, before it is changed.
    Old,
    /// A new one.
    New,
    /// The new one once more.
    Again(String),
}

/// What is asked for, what was typed, and what was wrong with the last answer.
#[derive(Debug, Clone)]
pub struct Lock {
    asks: Asks,
    typed: String,
    wrong: Option<String>,
}

/// The committees that are not open, of which it is asked before the screen locks whether a session of theirs is under way.
#[derive(Debug, Clone, Default)]
pub struct Shut {
    /// The files of those that this program shut: they may lie anywhere.
    files: BTreeSet<PathBuf>,
    /// How long nobody had touched the screen when the files were last asked, and what they said.
    asked: Option<(Duration, bool)>,
}

/// How long what the files said holds: as long as a session sits they are asked again and again.
const ASKS_AGAIN: Duration = Duration::from_secs(60);

impl Lock {
    const fn asking(asks: Asks) -> Self {
        Self {
            asks,
            typed: String::new(),
            wrong: None,
        }
    }

    /// Says whether nothing but the passphrase leads on.
    #[must_use]
    pub fn is_shut(&self) -> bool {
        self.asks == Asks::Open
    }

    /// Draws it over the whole window, however small that is.
    pub fn draw(
        &self,
        office: &Office,
        all_kept: bool,
        area: Rect,
        buf: &mut Buffer,
        theme: Theme,
    ) -> Caret {
        let language = office.language;
        popup::clear(area, buf);
        let place = popup::centred(area, 70, 14);
        let (title, question) = self.words(language);
        let inside = popup::boxed(place, buf, title, theme);
        let about = match self.asks {
            Asks::Open if all_kept => words::about_open(language).to_owned(),
            Asks::Open => words::about_open_unkept(language).to_owned(),
            _ => words::about_set(
                language,
                Memory::Passphrase.path(&office.paths).display().to_string(),
            ),
        };
        let about = text::wrap(&about, inside.width);
        let mut y = inside.y;
        let mut put = |words: &str, role: Role| {
            let at = y.min(inside.bottom().saturating_sub(1));
            if y < inside.bottom() {
                text::put(buf, inside.x, y, inside.width, words, theme.style(role));
            }
            y = y.saturating_add(1);
            at
        };
        put(question, Role::Title);
        let stars: String = self.typed.chars().map(|_| HIDDEN).collect();
        let stars = text::tail(&stars, inside.width.saturating_sub(1)).to_owned();
        let at = put(&text::pad(&stars, inside.width), Role::FieldActive);
        put(self.wrong.as_deref().unwrap_or_default(), Role::Bad);
        for line in &about {
            put(line, Role::Muted);
        }
        let foot = Rect {
            y: inside.bottom().saturating_sub(1),
            height: inside.height.min(1),
            ..inside
        };
        let keys = if self.is_shut() {
            words::keys_open(language)
        } else {
            words::keys_set(language)
        };
        if foot.y > at {
            popup::clear(foot, buf);
            line::toast(foot, buf, theme, Role::Muted, keys);
        }
        Caret::bar(inside.x + text::width(&stars), at).within(area)
    }

    fn words(&self, language: Language) -> (&'static str, &'static str) {
        match self.asks {
            Asks::Open => (words::title(language), words::ask(language)),
            Asks::Old => (words::title_set(language), words::ask_old(language)),
            Asks::New => (words::title_set(language), words::ask_new(language)),
            Asks::Again(_) => (words::title_set(language), words::ask_again(language)),
        }
    }

    fn type_in(&mut self, typed: &str) {
        let room = LONGEST.saturating_sub(self.typed.chars().count());
        let typed = typed.chars().filter(|c| !c.is_control());
        self.typed.extend(typed.take(room));
        self.wrong = None;
    }
}

/// Says whether the screen can be locked: it has a passphrase.
///
/// # Errors
/// That there is none yet.
pub fn can_lock(app: &App) -> Result<(), Why> {
    if app.office.has_passphrase() {
        return Ok(());
    }
    // Whoever can set none is not sent to set one.
    can_set(app)?;
    Err(Why::Says(words::none))
}

/// Says whether a passphrase can be set, changed or taken away: none is where nothing is written.
///
/// # Errors
/// That this file is only looked into, and how to set one.
pub fn can_set(app: &App) -> Result<(), Why> {
    if app.office.keeps() {
        Ok(())
    } else {
        Err(Why::Says(words::only_reading))
    }
}

/// Locks the screen. What is being written is kept, and nothing that is open is closed.
pub fn lock(app: &mut App) {
    app.keep_unfinished();
    app.toast = None;
    app.office.keep_locked(true);
    app.office.note(Entry::Locked);
    app.lock = Some(Lock::asking(Asks::Open));
    app.repaint = true;
}

/// Asks for a passphrase of the screen, for the one there is first.
pub fn set(app: &mut App) {
    let asks = if app.office.has_passphrase() {
        Asks::Old
    } else {
        Asks::New
    };
    app.lock = Some(Lock::asking(asks));
    app.repaint = true;
}

/// Locks the screen of a program that was locked when it ended.
pub fn lock_again(app: &mut App) {
    if app.office.was_locked() {
        app.lock = Some(Lock::asking(Asks::Open));
    }
}

/// Locks a screen that nobody has touched for long, where there is a passphrase; never while a
/// session sits, when the screen is what everybody looks at. A committee that is shut, or was not opened yet, sits all
/// the same: its file says so.
pub fn idle(app: &mut App, since: Duration) {
    if since < IDLE || app.lock.is_some() || !app.office.has_passphrase() {
        return;
    }
    if sits(app) || sits_elsewhere(app, since) {
        return;
    }
    lock(app);
}

/// Takes note of a committee that is shut.
pub(super) fn shut(app: &mut App) {
    let path = app.desk.as_ref().map(|desk| desk.path().to_owned());
    app.shut.files.extend(path);
    app.shut.asked = None;
}

/// Says whether a committee that is not open has a session under way, as its file says. What cannot be read says nothing.
fn sits_elsewhere(app: &mut App, since: Duration) -> bool {
    if let Some((then, said)) = app.shut.asked
        && (then..then + ASKS_AGAIN).contains(&since)
    {
        return said;
    }
    let open = app.desk.as_ref().map(|desk| desk.path().to_owned());
    let here = app.office.paths.list().unwrap_or_default();
    let mut files = here.iter().chain(&app.shut.files);
    let sits =
        files.any(|path| Some(path) != open.as_ref() && Desk::sits_in(path).is_ok_and(|sits| sits));
    app.shut.asked = Some((since, sits));
    sits
}

/// Says whether a session is under way: it sits, or its roll is called and it waits for its quorum, when the hall looks
/// on and nobody types.
fn sits(app: &App) -> bool {
    app.desk.as_ref().is_some_and(|desk| {
        let mut sessions = desk.world().sessions.values();
        sessions.any(|session| match session.state {
            SessionState::Sitting | SessionState::Break => true,
            SessionState::Planned => !session.roll.is_empty(),
            SessionState::Adjourned
            | SessionState::Lapsed
            | SessionState::Closed
            | SessionState::Sealed => false,
        })
    })
}

/// Takes an input while the screen is locked or a passphrase is asked for.
pub fn input(app: &mut App, mut lock: Lock, input: Input) {
    match input {
        Input::Paste(typed) | Input::Burst(typed) => lock.type_in(&typed),
        Input::Resize(..) => app.repaint = true,
        Input::Key(key) => return press(app, lock, key),
    }
    app.lock = Some(lock);
}

fn press(app: &mut App, mut lock: Lock, key: Key) {
    match key.code {
        Code::Enter => return answer(app, lock),
        Code::Esc if !lock.is_shut() => {
            app.repaint = true;
            return;
        }
        Code::Esc => lock.typed.clear(),
        Code::Backspace => {
            lock.typed.pop();
        }
        _ => {
            if let Some(c) = key.text() {
                lock.type_in(&c.to_string());
            }
        }
    }
    app.lock = Some(lock);
}

fn answer(app: &mut App, mut lock: Lock) {
    let language = app.language;
    let typed = std::mem::take(&mut lock.typed);
    let next = match lock.asks {
        Asks::Open if app.office.is_passphrase(&typed) => {
            app.office.keep_locked(false);
            app.office.note(Entry::Unlocked);
            app.repaint = true;
            return;
        }
        Asks::Old if app.office.is_passphrase(&typed) => Lock::asking(Asks::New),
        asks @ (Asks::Open | Asks::Old) => {
            app.office.note(Entry::NotUnlocked);
            wrong(asks, words::wrong(language))
        }
        Asks::New => Lock::asking(Asks::Again(typed)),
        Asks::Again(first) if first == typed => return keep(app, &typed),
        Asks::Again(_) => wrong(Asks::New, words::differs(language)),
    };
    app.lock = Some(next);
}

fn wrong(asks: Asks, words: &str) -> Lock {
    Lock {
        wrong: Some(words.to_owned()),
        ..Lock::asking(asks)
    }
}

fn keep(app: &mut App, passphrase: &str) {
    let language = app.language;
    app.repaint = true;
    match app.office.set_passphrase(passphrase) {
        Ok(()) if passphrase.is_empty() => app.say(Role::Good, words::taken_away(language)),
        Ok(()) => app.say(Role::Good, words::was_set(language)),
        Err(error) => app.say(Role::Bad, faults::folder(language, &error)),
    }
}

#[cfg(test)]
#[path = "lock_tests.rs"]
mod tests;
