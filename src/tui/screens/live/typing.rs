//! What is typed or pasted into the live screen: a text field's keys, the digits of a count, a text from elsewhere.

use super::{counting, minutes, options, speaker, urn, writing};
use crate::i18n::live as words;
use crate::tui::action::Scope;
use crate::tui::app::{App, Overlay};
use crate::tui::input::{Code, Key};
use crate::tui::menus::{Choice, Menus};
use crate::tui::theme::Role;

/// Takes a key for the text field of the live screen, if one is open.
pub fn takes_text(app: &mut App, key: Key) -> bool {
    if app.live().is_some_and(|state| state.speaker.is_some()) {
        return speaker::key(app, key);
    }
    if app.live().is_some_and(|state| state.writing.is_some()) {
        return writing::key(app, key);
    }
    digit(app, key)
}

/// Takes a digit typed on a row while hands or papers are counted, or one of several is asked for.
fn digit(app: &mut App, key: Key) -> bool {
    let Code::Char(c) = key.folded().code else {
        return false;
    };
    let Some(digit) = c.to_digit(10).filter(|_| !key.ctrl && !key.alt) else {
        return false;
    };
    match app.scopes().first() {
        Some(Scope::LiveHands) => counting::digit(app, digit),
        Some(Scope::LiveSecret) => urn::digit(app, digit),
        Some(Scope::LiveOptions) if digit > 0 => options::digit(app, digit),
        _ => return false,
    }
    true
}

/// Takes pasted text: into the open field, or by a choice of what it is to become. Never commands.
pub fn paste(app: &mut App, text: &str) -> bool {
    let Some(state) = app.live_mut() else {
        return false;
    };
    if let Some(writing) = &mut state.writing {
        if let Some(left_over) = writing.paste(text) {
            let said = words::paste_too_long(app.language, left_over);
            app.say(Role::Warn, said);
        }
        return true;
    }
    if state.speaker.is_some() {
        for c in text.chars() {
            speaker::key(app, Key::plain(Code::Char(c)));
        }
        return true;
    }
    let (pasted, again) = (text.to_owned(), text.to_owned());
    let language = app.language;
    let rows: Vec<Choice> = vec![
        (
            words::paste_as_note(language).to_owned(),
            Box::new(move |app: &mut App| {
                if minutes::stamp(app, &minutes::note) {
                    paste(app, &pasted);
                }
            }),
        ),
        (
            words::paste_as_nothing(language).to_owned(),
            Box::new(|_: &mut App| {}),
        ),
    ];
    app.overlay = Some(Overlay::Menu(Menus::choice(
        words::paste_title(language),
        rows,
        move |app| {
            paste(app, &again);
        },
    )));
    true
}
