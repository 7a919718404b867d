//! Writing the words of an entry: leaving the editor by any key records them, a kill leaves a draft,
//! and the caret comes back to its place.

use super::{State, with};
use crate::desk::Desk;
use crate::domain::Command;
use crate::domain::ids::EntryId;
use crate::domain::session::minutes;
use crate::domain::text::{LONGEST, Text};
use crate::i18n::live as words;
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
    editor: Editor,
    unkept: bool,
}

impl Writing {
    fn new(entry: EntryId, text: &str) -> Self {
        Self {
            entry,
            editor: Editor::multi(text).limited(LONGEST),
            unkept: false,
        }
    }

    /// Returns the place its draft is kept at.
    #[must_use]
    pub fn place(entry: &EntryId) -> String {
        format!("entry:{entry}")
    }

    /// Says whether something was typed that no draft holds yet.
    #[must_use]
    pub fn unkept(&self) -> bool {
        self.unkept
    }

    /// Keeps what was typed as a draft.
    pub fn keep(&mut self, desk: &mut Desk) {
        let (_, caret) = self.editor.cursor();
        let caret = u32::try_from(caret).unwrap_or(0);
        // A draft that cannot be kept is not worth a word while somebody types; the next try follows.
        if self.unkept
            && desk
                .save_draft(&Self::place(&self.entry), &self.editor.text(), caret)
                .is_ok()
        {
            self.unkept = false;
        }
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
    let recorded = recorded.words.as_str().to_owned();
    let place = Writing::place(entry);
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
    let place = app.live_mut().and_then(|state| state.left_at(entry));
    let mut writing = Writing::new(entry.clone(), text);
    if let Some(place) = place {
        writing.editor.set_cursor(place);
    }
    with(app, |state| state.writing = Some(writing));
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
    let place = Writing::place(&writing.entry);
    if let Some(desk) = &mut app.desk
        && desk.world().entry(&writing.entry).is_err()
    {
        // An entry that was undone takes no words, and an editor that cannot be left is a dead end.
        let kept = desk.save_draft(&place, text.as_str(), 0).is_ok();
        if kept {
            app.say(Role::Warn, words::entry_gone(app.language));
        }
        return true;
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
