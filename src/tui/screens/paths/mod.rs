//! The consent of each village: what is due where, one matter as a grid of villages and steps, and the
//! book of templates.

mod actions;
mod all;
#[cfg(test)]
mod anew_tests;
mod book;
mod book_actions;
#[cfg(test)]
mod day_tests;
mod filed;
#[cfg(test)]
mod filed_tests;
#[cfg(test)]
mod meeting_tests;
#[cfg(test)]
mod merge_tests;
mod of_matter;
mod panel;
#[cfg(test)]
mod panel_tests;
mod paper;
mod sheets;
#[cfg(test)]
mod template_tests;
#[cfg(test)]
pub(in crate::tui::screens) mod tests;
#[cfg(test)]
mod way_tests;
#[cfg(test)]
mod women_tests;

pub use actions::{ACTIONS, MATTER_ACTIONS, PAPER_ACTIONS, go_on, open_paths};
pub use book_actions::{BOOK_ACTIONS, STEP_ACTIONS, go_on_with_new_template, go_on_with_template};
pub(in crate::tui::screens) use sheets::{AnewSheet, MendSheet, Said, TakeSheet};

use self::all::All;
use self::book::{Book, Steps};
use self::of_matter::OfMatter;
use self::paper::Leaf;
use crate::domain::entity::Root;
use crate::domain::ids::{MatterId, TemplateId, VillageId};
use crate::domain::matter::Matter;
use crate::tui::action::Scope;
use crate::tui::app::{App, Glance};
use crate::tui::caret::Caret;
use crate::tui::input::Key;
use crate::tui::screens::history::Fact;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The state of the screen: which leaf is open.
#[derive(Debug)]
pub enum State {
    /// What is due where.
    All(All),
    /// One matter.
    Matter(Box<OfMatter>),
    /// The book of templates.
    Book(Book),
    /// The steps of a template.
    Steps(Steps),
    /// A paper that is read.
    Paper(Leaf),
}

impl Default for State {
    fn default() -> Self {
        Self::All(All::default())
    }
}

impl State {
    /// Opens the grid of a matter.
    #[must_use]
    pub fn of_matter(matter: MatterId) -> Self {
        Self::Matter(Box::new(OfMatter::new(matter)))
    }

    /// Reads what it shows, where that is filed.
    #[must_use]
    pub fn reading(mut self, app: &App) -> Self {
        if let (Self::Matter(of), Some(desk)) = (&mut self, &app.desk) {
            of.filed.refresh(desk, &of.matter);
        }
        self
    }

    /// Opens the grid of a matter on a step at one place.
    #[must_use]
    pub fn at(matter: &Matter, step: usize, village: Option<&VillageId>) -> Self {
        let leaf = OfMatter::new(matter.id.clone());
        Self::Matter(Box::new(leaf.at(matter.path.as_ref(), step, village)))
    }

    /// Returns where its keys are looked up.
    #[must_use]
    pub fn scope(&self) -> Scope {
        match self {
            Self::All(_) => Scope::Paths,
            Self::Matter(_) => Scope::PathMatter,
            Self::Book(_) => Scope::PathBook,
            Self::Steps(_) => Scope::PathSteps,
            Self::Paper(_) => Scope::PathPaper,
        }
    }

    /// Returns what it is about, for those who ask what was recorded of it.
    pub(super) fn fact(&self, app: &App) -> Option<Fact> {
        let desk = app.desk.as_ref()?;
        let (world, matter) = match self {
            Self::All(all) => (desk.world(), &all.selected()?.matter),
            Self::Matter(of) => (of.filed.world(desk), &of.matter),
            Self::Paper(leaf) => (leaf.filed.world(desk), &leaf.matter),
            Self::Book(book) => return template(app, book.selected()?),
            Self::Steps(steps) => return template(app, &steps.template),
        };
        let matter = world.matters.get(matter)?;
        let title = matter.intake.title.to_string();
        Some(Fact::of_root(Root::Matter(matter.id.clone()), Some(title)))
    }

    /// Returns the words of its banner.
    #[must_use]
    pub fn title(&self, app: &App) -> String {
        match self {
            Self::All(_) => All::title(app),
            Self::Matter(of) => of.title(app),
            Self::Book(_) => Book::title(app),
            Self::Steps(steps) => steps.title(app),
            Self::Paper(leaf) => leaf.title(app),
        }
    }

    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        match self {
            Self::All(all) => all.draw(glance, area, buf),
            Self::Matter(of) => of.draw(glance, area, buf),
            Self::Book(book) => book.draw(glance, area, buf),
            Self::Steps(steps) => steps.draw(glance, area, buf),
            Self::Paper(leaf) => leaf.draw(glance, area, buf),
        }
    }

    /// Takes a movement key.
    pub fn moves(&mut self, key: Key) -> bool {
        match self {
            Self::All(all) => all.moves(key),
            Self::Matter(of) => of.moves(key),
            Self::Book(book) => book.moves(key),
            Self::Steps(steps) => steps.moves(key),
            Self::Paper(leaf) => leaf.moves(key),
        }
    }
}

fn template(app: &App, id: &TemplateId) -> Option<Fact> {
    let template = book::named(app.desk.as_ref()?.world(), id)?;
    let name = crate::i18n::paths::template(app.language, &template);
    Some(Fact::of_roster(id.to_string(), name))
}
