//! The way of an input: overlay, text field, table of actions, movement, in that order.

use super::action::{Action, Danger, Does, Scope, find};
use super::app::{App, Overlay};
use super::input::{Code, Input, Key};
use super::screens::{Screen, everywhere::switch_language};
use super::theme::Role;
use super::unkept::{self, Leaving};
use super::{dialog, found, lock, menus, reading};
use crate::domain::text::{dangerous, in_line};
use crate::i18n::ui;

/// Takes one input.
pub fn input(app: &mut App, input: Input) {
    // Before the lock too: a sign that nobody sees would be a part of a passphrase that nobody can type.
    let Some(input) = clean(input) else { return };
    if let Some(lock) = app.lock.take() {
        return lock::input(app, lock, input);
    }
    if app.small && !matches!(input, Input::Resize(..)) {
        return unseen(app, &input);
    }
    match input {
        Input::Key(key) => {
            app.toast = None;
            if app.overlay.is_none() && app.desk.is_some() {
                app.look_at_steps();
            }
            press(app, key);
        }
        Input::Paste(text) => {
            app.toast = None;
            paste(app, &text);
        }
        Input::Burst(text) => {
            app.toast = None;
            burst(app, &text);
        }
        Input::Resize(..) => {
            app.keep_unfinished();
            app.repaint = true;
        }
    }
}

/// Takes what the door would drop out of what is typed: nobody sees words that are not kept.
fn clean(input: Input) -> Option<Input> {
    let kept = |text: String| match text.chars().any(|c| pasted(c) != Some(c)) {
        true => text.chars().filter_map(pasted).collect(),
        false => text,
    };
    match input {
        Input::Key(key) if key.text().is_some_and(|c| pasted(c) != Some(c)) => None,
        Input::Paste(text) => Some(Input::Paste(kept(text))),
        Input::Burst(text) => Some(Input::Burst(kept(text))),
        other => Some(other),
    }
}

/// Returns what comes of a character that is pasted: line feeds and tabs part what is pasted, and stay; what else parts
/// lines is a blank, as it is where it is kept.
fn pasted(c: char) -> Option<char> {
    match c {
        '\n' | '\t' => Some(c),
        c => Some(in_line(c)).filter(|c| !dangerous(*c)),
    }
}

/// Nobody acts blind: while the window shows nothing, what is written is kept and only quitting works.
fn unseen(app: &mut App, input: &Input) {
    app.keep_unfinished();
    let words = match input {
        Input::Key(key) => key.text().is_some(),
        Input::Paste(_) | Input::Burst(_) => true,
        Input::Resize(..) => false,
    };
    // Who looks at the paper while typing reads it when the window is larger again.
    if words && app.takes_words() {
        let words = ui::typed_unseen(app.language);
        if app.toast.as_ref().is_none_or(|said| said.words != words) {
            app.say(Role::Warn, words);
        }
    }
    let Input::Key(key) = input else { return };
    let typing = app.overlay.is_some() || Screen::has_text_field(app);
    if let Some(action) = quits(*key)
        && (key.ctrl || !typing)
    {
        app.run(action);
    }
}

fn quits(key: Key) -> Option<&'static Action> {
    find(&[Scope::Global], key).filter(|action| action.name == "global.quit")
}

/// The screen is locked from anywhere; what lies over it lies there again afterwards.
fn locks(key: Key) -> bool {
    find(&[Scope::Global], key).is_some_and(|action| action.name == "global.lock")
}

fn ends(key: Key) -> bool {
    key.ctrl && quits(key).is_some()
}

fn press(app: &mut App, key: Key) {
    if app.overlay.is_some() && ends(key) {
        // It ends the program from anywhere; what is typed stays as a draft.
        return unkept::leave(app, Leaving::Program);
    }
    if app.overlay.is_some() && find(&[Scope::Global], key).is_some_and(is_language) {
        return turn_language(app);
    }
    if app.overlay.is_some() && locks(key) && lock::can_lock(app).is_ok() {
        return lock::lock(app);
    }
    match app.overlay.take() {
        Some(Overlay::Dialog(dialog)) => {
            if dialog.reads_on(key) {
                app.overlay = dialog::key(app, dialog, key).map(Overlay::Dialog);
            } else if writes_under_a_dialog(app, key) {
                let words = ui::sheet_is_open(app.language, key.to_string());
                app.say(Role::Warn, words);
                app.overlay = Some(Overlay::Dialog(dialog));
            } else if leaves_a_dialog(app, key) {
                app.overlay = Some(Overlay::Dialog(dialog));
                unkept::leave(app, Leaving::Through(key));
            } else if let Some(dialog) = dialog::key(app, dialog, key) {
                // What a submission opened lies above; a dialog that stays was refused and is still there.
                app.overlay.get_or_insert(Overlay::Dialog(dialog));
            } else if app.overlay.is_none() {
                Screen::uncovered(app);
            }
        }
        Some(Overlay::Menu(menu)) => {
            if let Some(menu) = menus::key(app, menu, key) {
                app.overlay.get_or_insert(Overlay::Menu(menu));
            }
        }
        Some(Overlay::Found(_)) if leaves_a_dialog(app, key) => {
            app.repaint = true;
            act(app, key);
        }
        Some(Overlay::Found(found)) => {
            if let Some(found) = found::key(app, found, key) {
                app.overlay.get_or_insert(Overlay::Found(found));
            }
        }
        Some(Overlay::Reading(_)) if leaves_a_dialog(app, key) => {
            app.repaint = true;
            act(app, key);
        }
        Some(Overlay::Reading(text)) => {
            if let Some(text) = reading::key(app, text, key) {
                app.overlay.get_or_insert(Overlay::Reading(text));
            }
        }
        Some(Overlay::Losing(losing)) => {
            if let Some(losing) = unkept::key(app, losing, key) {
                app.overlay.get_or_insert(Overlay::Losing(losing));
            }
        }
        None => act(app, key),
    }
}

fn is_language(action: &Action) -> bool {
    action.name == "global.language"
}

/// Turns the language under whatever lies over the screen: what was filled in, chosen or found stays.
fn turn_language(app: &mut App) {
    let over = app.overlay.take();
    switch_language(app);
    match over {
        Some(Overlay::Dialog(mut dialog)) => {
            dialog.say_anew(app);
            app.overlay = Some(Overlay::Dialog(dialog));
        }
        Some(Overlay::Menu(menu)) => menu.say_anew(app),
        Some(Overlay::Reading(mut reading)) => {
            reading.say_anew(app);
            app.overlay = Some(Overlay::Reading(reading));
        }
        Some(Overlay::Found(mut found)) => {
            found.say_anew(app);
            app.overlay = Some(Overlay::Found(found));
        }
        Some(Overlay::Losing(mut losing)) => {
            losing.say_anew(app);
            app.overlay = Some(Overlay::Losing(losing));
        }
        None => {}
    }
}

/// A function key of the live screen works from inside a half-filled sheet: its words stay as a draft.
fn leaves_a_dialog(app: &App, key: Key) -> bool {
    matches!(key.code, Code::F(_)) && find(&[Scope::Live], key).is_some() && app.live().is_some()
}

/// Nobody takes the chair's next step, or records an act by a key of the screen below, with figures half filled in
/// above it.
fn writes_under_a_dialog(app: &App, key: Key) -> bool {
    let shows = |action: &Action| {
        matches!(action.does, Does::Show(..) | Does::Ask(..)) && action.danger != Danger::EndsStage
    };
    leaves_a_dialog(app, key) && find(&[Scope::Live], key).is_some_and(|action| !shows(action))
}

pub(super) fn act(app: &mut App, key: Key) {
    if Screen::takes_text(app, key) {
        return;
    }
    let scopes = app.scopes();
    if let Some(action) = find(&scopes, key) {
        app.run(action);
    } else if Screen::moves(app, key) {
        // moved
    } else if key.is_ime_evidence() {
        app.say(Role::Warn, ui::input_method_on(app.language));
    }
}

fn paste(app: &mut App, text: &str) {
    match app.overlay.take() {
        Some(Overlay::Dialog(mut dialog)) => {
            dialog::paste(app, &mut dialog, text);
            app.overlay = Some(Overlay::Dialog(dialog));
        }
        Some(Overlay::Menu(mut menu)) => {
            menus::paste(&mut menu, &text.replace('\t', " "));
            app.overlay = Some(Overlay::Menu(menu));
        }
        // Nothing is typed here, and a choice is not made by what was pasted.
        Some(read @ (Overlay::Found(_) | Overlay::Reading(_) | Overlay::Losing(_))) => {
            app.overlay = Some(read);
        }
        None => Screen::paste(app, text),
    }
}

/// Keys that came too fast for fingers are text for a field and nothing for anybody else.
fn burst(app: &mut App, text: &str) {
    if app.overlay.is_some() || Screen::has_text_field(app) || Screen::takes_lines(app, text) {
        paste(app, text);
    } else if text.chars().any(|c| Key::char(c).is_ime_evidence()) {
        app.say(Role::Warn, ui::input_method_on(app.language));
    } else {
        app.say(Role::Warn, ui::burst_ignored(app.language));
    }
}
