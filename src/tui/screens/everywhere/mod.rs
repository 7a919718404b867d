//! What can be done everywhere.

use crate::desk::Way;
use crate::i18n::{Language, history, lock as lock_words, ui};
use crate::office::Lasts;
use crate::tui::action::{Action, Does, Scope, Why, always, may_record, row};
use crate::tui::app::{App, Overlay};
use crate::tui::input::{Code, Key};
use crate::tui::lock;
use crate::tui::menus::Menus;
use crate::tui::reading::{self, Part};
use crate::tui::screens::{self, Screen};
use crate::tui::theme::{Role, ThemeName};
use crate::tui::unkept::{self, Leaving};

#[cfg(test)]
mod tests;
#[cfg(test)]
mod walk_tests;

/// The rows of the table.
pub const ACTIONS: &[Action] = &[
    row(
        "global.help",
        Scope::Global,
        &[Key::plain(Code::F(1)), Key::char('?')],
        ui::help_short,
        ui::help_hint,
        Does::Show(always, |app| {
            app.overlay = Some(Overlay::Menu(Menus::help(app)))
        }),
    ),
    row(
        "global.menu",
        Scope::Global,
        &[Key::plain(Code::Enter)],
        ui::menu_short,
        ui::menu_hint,
        Does::Show(always, |app| {
            app.overlay = Some(Overlay::Menu(Menus::of_row(app)))
        }),
    ),
    row(
        "global.undo",
        Scope::Global,
        &[Key::char('u'), Key::ctrl('u')],
        ui::undo_short,
        ui::undo_hint,
        Does::Show(can_undo, |app| app.walk(Way::Back)),
    ),
    row(
        "global.redo",
        Scope::Global,
        &[Key::char('r'), Key::ctrl('r')],
        ui::redo_short,
        ui::redo_hint,
        Does::Show(can_redo, |app| app.walk(Way::Forth)),
    ),
    row(
        "global.palette",
        Scope::Global,
        &[Key::ctrl('p'), Key::char(':')],
        ui::palette_short,
        ui::palette_hint,
        Does::Show(always, |app| {
            app.overlay = Some(Overlay::Menu(Menus::palette(app)))
        }),
    ),
    row(
        "global.language",
        Scope::Global,
        &[Key::plain(Code::F(12))],
        ui::language_short,
        ui::language_hint,
        Does::Show(always, switch_language),
    ),
    row(
        "global.history",
        Scope::Global,
        &[Key::char('i')],
        history::open_short,
        history::open_hint,
        Does::Show(can_look_back, look_back),
    ),
    row(
        "global.theme",
        Scope::Global,
        &[],
        ui::theme_short,
        ui::theme_hint,
        Does::Show(always, choose_theme),
    ),
    row(
        "global.said",
        Scope::Global,
        &[],
        ui::said_short,
        ui::said_hint,
        Does::Show(something_said, show_said),
    ),
    row(
        "global.lock",
        Scope::Global,
        &[Key::ctrl('k')],
        lock_words::short,
        lock_words::hint,
        Does::Show(lock::can_lock, lock::lock),
    ),
    row(
        "global.passphrase",
        Scope::Global,
        &[],
        lock_words::set_short,
        lock_words::set_hint,
        Does::Show(lock::can_set, lock::set),
    ),
    row(
        "global.repaint",
        Scope::Global,
        &[Key::ctrl('l')],
        ui::repaint_short,
        ui::repaint_hint,
        Does::Show(always, |app| app.repaint = true),
    ),
    row(
        "global.suspend",
        Scope::Global,
        &[Key::ctrl('z')],
        ui::suspend_short,
        ui::suspend_hint,
        Does::Show(always, |app| app.suspended = true),
    ),
    row(
        "global.back",
        Scope::Global,
        &[Key::plain(Code::Esc)],
        ui::back_short,
        ui::back_hint,
        Does::Show(can_go_back, App::back),
    ),
    row(
        "global.quit",
        Scope::Global,
        &[Key::char('q'), Key::ctrl('c')],
        ui::quit_short,
        ui::quit_hint,
        Does::Show(always, |app| {
            unkept::leave(app, Leaving::Program);
        }),
    ),
];

fn can_undo(app: &App) -> Result<(), Why> {
    can_walk(app, Way::Back)
}

fn can_redo(app: &App) -> Result<(), Why> {
    can_walk(app, Way::Forth)
}

/// Until the desk was asked, before the first key, nothing is offered that may not be there.
fn can_walk(app: &App, way: Way) -> Result<(), Why> {
    may_record(app)?;
    let walked = match (&app.walks, way) {
        (Some([back, _]), Way::Back) => back.clone(),
        (Some([_, forth]), Way::Forth) => forth.clone(),
        (None, _) => Err(way.nothing()),
    };
    walked.map_err(Why::Refused)
}

fn can_look_back(app: &App) -> Result<(), Why> {
    match (&app.desk, app.top()) {
        (None, _) => Err(Why::Says(ui::no_committee_open)),
        (Some(_), Screen::History(_)) => Err(Why::Says(history::title)),
        (Some(_), _) => Ok(()),
    }
}

fn look_back(app: &mut App) {
    let fact = screens::history::of_screen(app);
    let state = screens::history::State::new(fact);
    app.go(Screen::History(Box::new(state)));
}

fn can_go_back(app: &App) -> Result<(), Why> {
    if app.can_go_back() {
        Ok(())
    } else {
        Err(Why::Says(ui::nowhere_back))
    }
}

fn something_said(app: &App) -> Result<(), Why> {
    if app.said.is_empty() {
        Err(Why::Says(ui::nothing_said))
    } else {
        Ok(())
    }
}

/// Turns to the other language and keeps it.
pub fn switch_language(app: &mut App) {
    let language = app.language.other();
    app.language = language;
    app.repaint = true;
    match app.office.set_language(language) {
        Lasts::Always => app.say(Role::Normal, ui::language_now(language)),
        Lasts::ThisRun => app.say(Role::Normal, ui::language_this_run(language)),
        Lasts::Unwritten => app.say(Role::Warn, ui::language_not_kept(language)),
    }
}

const fn theme_name(language: Language, name: ThemeName) -> &'static str {
    match name {
        ThemeName::Auto => ui::theme_auto(language),
        ThemeName::Dark => ui::theme_dark(language),
        ThemeName::Light => ui::theme_light(language),
        ThemeName::HighContrast => ui::theme_high_contrast(language),
        ThemeName::Mono => ui::theme_mono(language),
    }
}

fn choose_theme(app: &mut App) {
    let language = app.language;
    let rows = ThemeName::all()
        .into_iter()
        .map(|name| {
            let then: Box<dyn FnOnce(&mut App)> =
                Box::new(move |app: &mut App| keep_theme(app, name));
            (theme_name(language, name).to_owned(), then)
        })
        .collect();
    app.overlay = Some(Overlay::Menu(Menus::choice(
        ui::theme_hint(app.language),
        rows,
        choose_theme,
    )));
}

fn keep_theme(app: &mut App, name: ThemeName) {
    app.set_theme(name);
    match app.office.set_theme(&name.to_string()) {
        Lasts::Always => {}
        Lasts::ThisRun => app.say(Role::Normal, ui::theme_this_run(app.language)),
        Lasts::Unwritten => app.say(Role::Warn, ui::theme_not_kept(app.language)),
    }
}

fn show_said(app: &mut App) {
    reading::open(app, |app| {
        let said = app.said.iter().rev().take(200);
        let parts = said.map(|toast| Part {
            title: String::new(),
            words: toast.words.clone(),
        });
        Some((ui::said_hint(app.language).to_owned(), parts.collect()))
    });
}
