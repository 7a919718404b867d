//! Writing the words of an entry: leaving the editor by any key records them, a kill leaves a draft,
//! and the caret comes back to its place.

use super::{Panel, State, seen, with};
use crate::desk::place::{InSession, Place};
use crate::desk::{Desk, DeskError};
use crate::domain::Command;
use crate::domain::ids::{EntryId, SessionId};
use crate::domain::session::minutes::{self, EntryKind};
use crate::domain::text::{LONGEST, Text};
use crate::i18n::{draft as found_words, live as words, terms};
use crate::tui::action::find;
use crate::tui::app::{App, Overlay};
use crate::tui::caret::Caret;
use crate::tui::dialog::text_fault;
use crate::tui::found::{Found, Pair, Words};
use crate::tui::input::{Code, Key};
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::editor::{Edited, Editor};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// An entry whose words are being written.
pub struct Writing {
    /// The entry.
    pub entry: EntryId,
    session: SessionId,
    editor: Editor,
    unkept: bool,
}

impl Writing {
    fn new(entry: EntryId, session: SessionId, text: &str) -> Self {
        Self {
            entry,
            session,
            editor: Editor::multi(text).limited(LONGEST),
            unkept: false,
        }
    }

    /// Names the place its draft is kept at. The session is in it: an entry that was undone names none.
    fn place(session: &SessionId, entry: &EntryId) -> Place {
        Place::Live(session.clone(), InSession::Entry(entry.clone()))
    }

    /// Says whether something was typed that no draft holds yet.
    #[must_use]
    pub fn unkept(&self) -> bool {
        self.unkept
    }

    /// Keeps what was typed as a draft.
    ///
    /// # Errors
    /// Why no draft holds it.
    pub fn keep(&mut self, desk: &mut Desk) -> Result<(), DeskError> {
        let (_, caret) = self.editor.cursor();
        let caret = u32::try_from(caret).unwrap_or(0);
        let place = Self::place(&self.session, &self.entry);
        if self.unkept {
            desk.save_draft(&place, &self.editor.text(), caret)?;
            self.unkept = false;
        }
        Ok(())
    }

    /// Inserts pasted text and returns how many characters did not fit, if any.
    pub fn paste(&mut self, text: &str) -> Option<usize> {
        match self.editor.paste(text) {
            Edited::Refused(over) => {
                self.unkept = true;
                Some(over.chars().count())
            }
            _ => {
                self.unkept = true;
                None
            }
        }
    }

    /// Draws the editor and returns where the next character goes.
    pub fn draw(&mut self, area: Rect, buf: &mut Buffer, theme: Theme) -> Caret {
        self.editor.draw(area, buf, theme, true)
    }
}

/// Opens the editor on an entry. A draft that survived is put back; where it would take the place of
/// recorded words, whoever wrote it is asked first.
pub fn open(app: &mut App, entry: &EntryId) {
    let Some(desk) = &app.desk else { return };
    let Ok(recorded) = desk.world().entry(entry) else {
        return;
    };
    let place = Writing::place(&recorded.session, entry);
    let recorded = recorded.words.as_str().to_owned();
    let Some(draft) = desk.draft(&place).ok().flatten() else {
        return write(app, entry, &recorded);
    };
    let pair = Pair {
        label: String::new(),
        recorded,
        draft: draft.text,
    };
    if pair.replaces() {
        let (entry, texts) = (entry.clone(), pair.clone());
        let then = move |app: &mut App, words| match words {
            Words::Draft => write(app, &entry, &texts.draft),
            Words::Recorded => write(app, &entry, &texts.recorded),
        };
        let found = Found::new(place, &draft.at, vec![pair], Box::new(then));
        app.overlay = Some(Overlay::Found(Box::new(found)));
    } else {
        write(app, entry, &pair.draft);
        app.say(Role::Warn, words::draft_found(app.language));
    }
}

fn write(app: &mut App, entry: &EntryId, text: &str) {
    with(app, |state| {
        let mut writing = Writing::new(entry.clone(), state.session.clone(), text);
        if let Some(place) = state.left_at(entry) {
            writing.editor.set_cursor(place);
        }
        state.writing = Some(writing);
    });
}

/// Shows the draft of an entry that takes no words any more, to be read and entered anew as a note of
/// the item looked at; says whether there is such a draft.
pub fn take_over(app: &mut App, entry: &EntryId) -> bool {
    let Some(session) = app.live().map(|state| state.session.clone()) else {
        return false;
    };
    let place = Writing::place(&session, entry);
    let draft = app.desk.as_ref().map(|desk| desk.draft(&place));
    let Some(Ok(Some(draft))) = draft else {
        return false;
    };
    with(app, |state| state.panel = Panel::Minutes);
    let item = seen(app)
        .ok()
        .and_then(|(state, _, world)| state.item(world));
    let into = item.map(|item| {
        let number = terms::item_number(app.language, item);
        found_words::into(app.language, number, item.title.as_str())
    });
    let pair = Pair {
        label: into.unwrap_or_default(),
        recorded: String::new(),
        draft: draft.text.clone(),
    };
    let spent = place.clone();
    let then = move |app: &mut App, words| {
        if words == Words::Draft {
            enter_anew(app, &draft.text, spent);
        }
    };
    let found = Found::alone(place, &draft.at, pair, Box::new(then));
    app.overlay = Some(Overlay::Found(Box::new(found)));
    true
}

/// Enters the words of a draft as a note of the item looked at, in one act; the draft goes with it.
fn enter_anew(app: &mut App, draft: &str, spent: Place) {
    let Some(desk) = &app.desk else { return };
    if super::minutes::is_over(app) {
        return super::minutes::note_late(app, Some((draft.to_owned(), spent)));
    }
    let id: EntryId = desk.new_id();
    let words = match Text::new(draft) {
        Ok(words) => words,
        Err(fault) => return app.say(Role::Bad, text_fault(app.language, fault)),
    };
    match super::minutes::enter_command(app, &id, EntryKind::Note, words) {
        Ok(commands) => {
            if app.record_with(&commands, &[spent]) {
                super::minutes::select(app, &id);
            }
        }
        Err(why) => app.explain(&why),
    }
}

/// Leaves the editor and records its words: no words lie in a draft that the record does not print.
///
/// Returns whether nothing is left unrecorded.
pub fn leave(app: &mut App) -> bool {
    let Some(writing) = app.live_mut().and_then(|state| state.writing.take()) else {
        return true;
    };
    let text = match Text::new(&writing.editor.text()) {
        Ok(text) => text,
        Err(fault) => {
            let why = text_fault(app.language, fault);
            with(app, |state| state.writing = Some(writing));
            app.say(Role::Bad, why);
            return false;
        }
    };
    let place = Writing::place(&writing.session, &writing.entry);
    if let Some(desk) = &mut app.desk
        && desk.world().entry(&writing.entry).is_err()
    {
        // An entry that was undone takes no words, and an editor that cannot be left is a dead end.
        let kept = desk.save_draft(&place, text.as_str(), 0);
        let left = kept.is_ok();
        match kept {
            Ok(()) => app.say(Role::Warn, words::entry_gone(app.language)),
            Err(error) => {
                // The editor holds the only words there are.
                with(app, |state| state.writing = Some(writing));
                app.fail(&error);
            }
        }
        return left;
    }
    let write = Command::Minutes(minutes::Command::Write {
        entry: writing.entry.clone(),
        words: text,
    });
    if app.record_with(&[write], &[place]) {
        with(app, |state| {
            state.remember(writing.entry.clone(), writing.editor.cursor());
            state.interrupted = Some(writing.entry.clone());
        });
        true
    } else {
        with(app, |state| state.writing = Some(writing));
        false
    }
}

/// Goes back to the half-written sentence that a function key had interrupted. Says whether there was one.
pub fn resume(app: &mut App) -> bool {
    let Some(entry) = app.live_mut().and_then(|state| state.interrupted.take()) else {
        return false;
    };
    let Some(item) = app
        .desk
        .as_ref()
        .and_then(|desk| desk.world().entry(&entry).ok())
        .map(|entry| entry.item.clone())
    else {
        return false;
    };
    with(app, |state| {
        state.panel = super::Panel::Minutes;
        state.looked_at = Some(item);
    });
    super::minutes::select(app, &entry);
    open(app, &entry);
    true
}

/// Takes a key while words are written. Esc and every function key leave; the latter go on to do
/// what they say.
pub fn key(app: &mut App, key: Key) -> bool {
    match key.code {
        Code::Esc => {
            if leave(app) {
                with(app, |state| state.interrupted = None);
            }
            true
        }
        // A key that does nothing does not take anybody out of a sentence.
        Code::F(_) if find(&app.scopes(), key).is_none() => true,
        Code::F(_) | Code::Tab | Code::BackTab => !leave(app),
        _ => {
            let Some(writing) = app.live_mut().and_then(|state| state.writing.as_mut()) else {
                return false;
            };
            match writing.editor.key(key) {
                Edited::Changed => {
                    writing.unkept = true;
                    true
                }
                Edited::Moved => true,
                Edited::Refused(over) => {
                    let said = words::paste_too_long(app.language, over.chars().count());
                    app.say(Role::Warn, said);
                    true
                }
                // Ctrl-P and the like belong to the table; a plain character never does.
                Edited::Ignored => key.text().is_some(),
            }
        }
    }
}

impl State {
    fn left_at(&mut self, entry: &EntryId) -> Option<(usize, usize)> {
        self.left
            .as_ref()
            .filter(|(left, _)| left == entry)
            .map(|(_, place)| *place)
    }

    fn remember(&mut self, entry: EntryId, place: (usize, usize)) {
        self.left = Some((entry, place));
    }
}
