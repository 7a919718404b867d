//! What can be done everywhere.

use crate::desk::Way;
use crate::domain::Refusal;
use crate::i18n::{Language, history, lock as lock_words, ui};
use crate::tui::action::{Action, Danger, Does, Scope, Why, always, may_record};
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
    Action {
        name: "global.help",
        scope: Scope::Global,
        keys: &[Key::plain(Code::F(1)), Key::char('?')],
        label: ui::help_short,
        hint: ui::help_hint,
        danger: Danger::None,
        does: Does::Show(always, |app| {
            app.overlay = Some(Overlay::Menu(Menus::help(app)))
        }),
    },
    Action {
        name: "global.menu",
        scope: Scope::Global,
        keys: &[Key::plain(Code::Enter)],
        label: ui::menu_short,
        hint: ui::menu_hint,
        danger: Danger::None,
        does: Does::Show(always, |app| {
            app.overlay = Some(Overlay::Menu(Menus::of_row(app)))
        }),
    },
    Action {
        name: "global.undo",
        scope: Scope::Global,
        keys: &[Key::char('u'), Key::ctrl('u')],
        label: ui::undo_short,
        hint: ui::undo_hint,
        danger: Danger::None,
        does: Does::Show(can_undo, |app| app.walk(Way::Back)),
    },
    Action {
        name: "global.redo",
        scope: Scope::Global,
        keys: &[Key::char('r'), Key::ctrl('r')],
        label: ui::redo_short,
        hint: ui::redo_hint,
        danger: Danger::None,
        does: Does::Show(can_redo, |app| app.walk(Way::Forth)),
    },
    Action {
        name: "global.palette",
        scope: Scope::Global,
        keys: &[Key::ctrl('p'), Key::char(':')],
        label: ui::palette_short,
        hint: ui::palette_hint,
        danger: Danger::None,
        does: Does::Show(always, |app| {
            app.overlay = Some(Overlay::Menu(Menus::palette(app)))
        }),
    },
    Action {
        name: "global.language",
        scope: Scope::Global,
        keys: &[Key::plain(Code::F(12))],
        label: ui::language_short,
        hint: ui::language_hint,
        danger: Danger::None,
        does: Does::Show(always, switch_language),
    },
    Action {
        name: "global.history",
        scope: Scope::Global,
        keys: &[Key::char('i')],
        label: history::open_short,
        hint: history::open_hint,
        danger: Danger::None,
        does: Does::Show(can_look_back, look_back),
    },
    Action {
        name: "global.theme",
        scope: Scope::Global,
        keys: &[],
        label: ui::theme_short,
        hint: ui::theme_hint,
        danger: Danger::None,
        does: Does::Show(always, choose_theme),
    },
    Action {
        name: "global.said",
        scope: Scope::Global,
        keys: &[],
        label: ui::said_short,
        hint: ui::said_hint,
        danger: Danger::None,
        does: Does::Show(something_said, show_said),
    },
    Action {
        name: "global.lock",
        scope: Scope::Global,
        keys: &[Key::ctrl('k')],
        label: lock_words::short,
        hint: lock_words::hint,
        danger: Danger::None,
        does: Does::Show(lock::can_lock, lock::lock),
    },
    Action {
        name: "global.passphrase",
        scope: Scope::Global,
        keys: &[],
        label: lock_words::set_short,
        hint: lock_words::set_hint,
        danger: Danger::None,
        does: Does::Show(always, lock::set),
    },
    Action {
        name: "global.repaint",
        scope: Scope::Global,
        keys: &[Key::ctrl('l')],
        label: ui::repaint_short,
        hint: ui::repaint_hint,
        danger: Danger::None,
        does: Does::Show(always, |app| app.repaint = true),
    },
    Action {
        name: "global.suspend",
        scope: Scope::Global,
        keys: &[Key::ctrl('z')],
        label: ui::suspend_short,
        hint: ui::suspend_hint,
        danger: Danger::None,
        does: Does::Show(always, |app| app.suspended = true),
    },
    Action {
        name: "global.back",
        scope: Scope::Global,
        keys: &[Key::plain(Code::Esc)],
        label: ui::back_short,
        hint: ui::back_hint,
        danger: Danger::None,
        does: Does::Show(can_go_back, App::back),
    },
    Action {
        name: "global.quit",
        scope: Scope::Global,
        keys: &[Key::char('q'), Key::ctrl('c')],
        label: ui::quit_short,
        hint: ui::quit_hint,
        danger: Danger::None,
        does: Does::Show(always, |app| {
            unkept::leave(app, Leaving::Program);
        }),
    },
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
        (None, _) => Err(Refusal::NothingToUndo),
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
    app.language = app.language.other();
    app.office.language = app.language;
    app.repaint = true;
    let (path, language) = (app.office.paths.settings_file.clone(), app.language);
    let kept = app.office.paths.make().is_ok()
        && app.office.settings.keep_language(&path, language).is_ok();
    if kept {
        app.say(Role::Normal, ui::language_now(language));
    } else {
        app.say(Role::Warn, ui::language_not_kept(language));
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
    let path = app.office.paths.settings_file.clone();
    let written = name.to_string();
    let kept =
        app.office.paths.make().is_ok() && app.office.settings.keep_theme(&path, &written).is_ok();
    if !kept {
        app.say(Role::Warn, ui::theme_not_kept(app.language));
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
