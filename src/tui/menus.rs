//! Menus over the screen: help, the palette, a row's actions, a choice. All made from the table.

use super::action::{Action, Scope, find, of_scope};
use super::app::{App, Glance, Overlay};
use super::caret::Caret;
use super::input::{Code, Key};
use super::text;
use super::theme::Role;
use super::widgets::menu::{Entry, Menu, MenuEvent};
use super::widgets::popup;
use crate::desk::Way;
use crate::i18n::{Language, acts, backup, ui};
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};
use std::rc::Rc;

/// A row of a choice: its label, and what choosing it does.
pub type Choice = (String, Box<dyn FnOnce(&mut App)>);

/// What choosing a row does.
pub enum Pick {
    /// The action of the table.
    Action(&'static Action),
    /// Something of the screen that opened the menu.
    Then(Box<dyn FnOnce(&mut App)>),
}

/// A menu and what its rows do.
pub struct Menus {
    menu: Box<Menu>,
    picks: Vec<Pick>,
    again: Again,
}

/// How a menu is opened in another language.
#[derive(Clone)]
enum Again {
    /// Made from the table.
    Table(fn(&App) -> Menus),
    /// Asked once more by the screen that asked.
    Screen(Rc<dyn Fn(&mut App)>),
}

impl Menus {
    /// Opens help: this screen's actions, then those had everywhere. It filters at once and runs what is chosen.
    #[must_use]
    pub fn help(app: &App) -> Self {
        let scopes = app.scopes();
        let actions = reachable(&scopes);
        Self::of_actions(app, ui::help_title(app.language), actions, Self::help)
    }

    /// Opens the palette: every action of this screen and everywhere, by name or key.
    #[must_use]
    pub fn palette(app: &App) -> Self {
        let scopes = app.scopes();
        Self::of_actions(
            app,
            ui::palette_title(app.language),
            reachable(&scopes),
            Self::palette,
        )
    }

    /// Opens what can be done with the selected row, then the ways that stand beside the step, none of
    /// which a key pressed twice may take; help is its last row.
    #[must_use]
    pub fn of_row(app: &App) -> Self {
        let scope = app.scopes().first().copied().unwrap_or(Scope::Global);
        let of_row = of_scope(scope).filter(|action| action.name != OPEN_MENU);
        let mut actions: Vec<&'static Action> = of_row.collect();
        let ways = super::screens::live::ways_now(app).into_iter();
        actions.extend(ways.filter(|action| action.scope != scope));
        let mut menus = Self::of_actions(app, ui::row_title(app.language), actions, Self::of_row);
        menus.menu.ends_with(ui::help_row(app.language));
        menus
    }

    /// Opens a choice of a screen's own; `again` asks it once more, where the language turns meanwhile.
    #[must_use]
    pub fn choice(title: &str, rows: Vec<Choice>, again: impl Fn(&mut App) + 'static) -> Self {
        let (labels, picks): (Vec<String>, Vec<Pick>) = rows
            .into_iter()
            .map(|(label, then)| (label, Pick::Then(then)))
            .unzip();
        let entries = labels
            .into_iter()
            .map(|label| Entry {
                label,
                key: String::new(),
                also: String::new(),
                group: String::new(),
                enabled: Ok(()),
            })
            .collect();
        Self {
            menu: Box::new(Menu::new(title, entries)),
            picks,
            again: Again::Screen(Rc::new(again)),
        }
    }

    fn of_actions(
        app: &App,
        title: &str,
        mut actions: Vec<&'static Action>,
        again: fn(&App) -> Self,
    ) -> Self {
        let language = app.language;
        actions.retain(|action| !super::screens::start::is_no_door(app, action));
        let entries = actions
            .iter()
            .map(|action| Entry {
                label: label(app, action),
                key: action
                    .keys
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(" "),
                also: format!(
                    "{} {} {} {} {}",
                    (action.label)(language),
                    (action.label)(language.other()),
                    (action.hint)(language.other()),
                    sought(action, language),
                    sought(action, language.other())
                ),
                group: super::screens::scope_name(language, action.scope).to_owned(),
                enabled: action.enabled(app).map_err(|why| app.reason(&why)),
            })
            .collect();
        let picks = actions.into_iter().map(Pick::Action).collect();
        Self {
            menu: Box::new(Menu::new(title, entries)),
            picks,
            again: Again::Table(again),
        }
    }

    /// Opens it anew in the language of the app, on the row it stood on.
    pub fn say_anew(self, app: &mut App) {
        match self.again.clone() {
            Again::Table(open) => app.overlay = Some(Overlay::Menu(open(app))),
            Again::Screen(ask) => ask(app),
        }
        if let Some(Overlay::Menu(menus)) = &mut app.overlay {
            menus.menu.stand_as(&self.menu);
        }
    }

    /// Draws the menu over the screen.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let width = area.width.min(76);
        // A choice of a few rows is only as high as they are; the table's menus keep their height while they are filtered.
        let few = u16::try_from(self.picks.len()).unwrap_or(u16::MAX);
        let height = area.height.min(few.saturating_add(7).min(20));
        let place = popup::centred(area, width, height);
        let caret = self.menu.draw(place, buf, glance.theme);
        if self.menu.finds_nothing() {
            let inside = place.inner(Margin::new(2, 2));
            let words = ui::nothing_found(glance.language);
            let style = glance.theme.style(Role::Muted);
            text::put(buf, inside.x, inside.y, inside.width, words, style);
        }
        caret
    }
}

/// The action that opens the row menu: not listed in the menu it opens.
const OPEN_MENU: &str = "global.menu";

/// Returns what an action is called in a menu; of a step back or forth, what it would take back too.
fn label(app: &App, action: &Action) -> String {
    let hint = (action.hint)(app.language);
    let way = match action.name {
        "global.undo" => Way::Back,
        "global.redo" => Way::Forth,
        _ => return hint.to_owned(),
    };
    let step = app.desk.as_ref().and_then(|desk| {
        let events = desk.next_step(way)?;
        let world = desk.world_of(&events);
        Some(match way {
            Way::Back => acts::undone(app.language, &world, &events),
            Way::Forth => acts::redone(app.language, &world, &events),
        })
    });
    match step {
        Some(what) => ui::step_of(app.language, hint, what),
        None => hint.to_owned(),
    }
}

/// Returns the words by which an action is looked for beside those it is named by.
fn sought(action: &Action, language: Language) -> &'static str {
    match action.name {
        "home.backup" => backup::home_sought(language),
        _ => "",
    }
}

fn reachable(scopes: &[Scope]) -> Vec<&'static Action> {
    let mut actions: Vec<&'static Action> = Vec::new();
    for scope in scopes {
        for action in of_scope(*scope) {
            // An action whose keys all mean something nearer is still to be had by name.
            let shadowed = action
                .keys
                .iter()
                .all(|key| find(scopes, *key).is_some_and(|nearer| nearer.name != action.name));
            if !shadowed || action.keys.is_empty() {
                actions.push(action);
            }
        }
    }
    actions
}

/// Takes a key while a menu is open.
pub fn key(app: &mut App, mut menus: Menus, key: Key) -> Option<Menus> {
    match menus.menu.key(key) {
        MenuEvent::None => {
            // A key of the screen below is not taken from under a menu, and it says so.
            if matches!(key.code, Code::F(_)) && find(&app.scopes(), key).is_some() {
                let words = ui::menu_is_open(app.language, key.to_string());
                app.say(Role::Warn, words);
            }
            Some(menus)
        }
        MenuEvent::Cancel => {
            app.repaint = true;
            super::screens::Screen::uncovered(app);
            None
        }
        MenuEvent::Help => {
            app.overlay = Some(Overlay::Menu(Menus::help(app)));
            app.repaint = true;
            None
        }
        MenuEvent::Refused(index) => {
            let reason = menus
                .menu
                .entry(index)
                .and_then(|entry| entry.enabled.clone().err());
            if let Some(reason) = reason {
                app.say(super::theme::Role::Warn, reason);
            }
            Some(menus)
        }
        MenuEvent::Run(index) => {
            app.repaint = true;
            if index < menus.picks.len() {
                match menus.picks.swap_remove(index) {
                    Pick::Action(action) => app.run(action),
                    Pick::Then(then) => then(app),
                }
            }
            None
        }
    }
}

/// Takes pasted text while a menu is open: it can only narrow it.
pub fn paste(menus: &mut Menus, text: &str) {
    menus.menu.paste(text);
}
