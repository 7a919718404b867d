//! The screens that lie open, one over the other, and the picture of the one seen while something lies over it.

use super::app::Glance;
use super::caret::Caret;
use super::screens::Screen;
use super::text::{self, Ambiguous};
use super::theme::Theme;
use crate::domain::dates::Minute;
use crate::i18n::Language;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

/// The screens, the one seen last.
#[derive(Default)]
pub struct Stack {
    screens: Vec<Screen>,
    /// How often one of them may have become another.
    changes: u64,
    below: Option<Below>,
}

/// The picture of a screen, as it was drawn last below something else.
struct Below {
    of: Drawn,
    cells: Vec<Cell>,
}

/// All that the picture of a screen depends on besides the disk.
#[derive(PartialEq, Eq)]
struct Drawn {
    changes: u64,
    revision: Option<u64>,
    minute: Option<Minute>,
    unkept: bool,
    language: Language,
    theme: Theme,
    width: Ambiguous,
    area: Rect,
}

impl Stack {
    /// Returns the screen that is seen.
    #[must_use]
    pub fn last(&self) -> Option<&Screen> {
        self.screens.last()
    }

    /// Returns the screen that is seen, to change it.
    pub fn last_mut(&mut self) -> Option<&mut Screen> {
        self.changes += 1;
        self.screens.last_mut()
    }

    /// Returns how many lie open.
    #[must_use]
    pub fn len(&self) -> usize {
        self.screens.len()
    }

    /// Returns all of them, the one seen last.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Screen> {
        self.screens.iter()
    }

    /// Returns all of them to change them.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Screen> {
        self.changes += 1;
        self.screens.iter_mut()
    }

    /// Puts one on top.
    pub fn push(&mut self, screen: Screen) {
        self.changes += 1;
        self.screens.push(screen);
    }

    /// Takes the one that is seen away.
    pub fn pop(&mut self) {
        self.changes += 1;
        self.screens.pop();
    }

    /// Keeps the first so many.
    pub fn truncate(&mut self, many: usize) {
        self.changes += 1;
        self.screens.truncate(many);
    }

    /// Lets go of the picture below something, so that it is drawn anew.
    pub fn forget(&mut self) {
        self.below = None;
    }

    /// Draws the screen that is seen. While something lies `covered` over it, it takes no key: its picture is drawn once
    /// and copied for every key that is typed above it, until it may have become another.
    pub fn draw(
        &mut self,
        glance: Glance<'_>,
        covered: bool,
        area: Rect,
        buf: &mut Buffer,
    ) -> Caret {
        let home = Caret::block(area.x, area.y);
        let of = Drawn {
            changes: self.changes,
            revision: glance.desk.map(|desk| desk.revision()),
            minute: glance.desk.map(|desk| desk.minute()),
            unkept: glance.unkept.is_some(),
            language: glance.language,
            theme: glance.theme,
            width: text::ambiguous(),
            area,
        };
        let below = self.below.take().filter(|below| covered && below.of == of);
        if let Some(below) = below {
            copy(&below.cells, cells(buf, area));
            self.below = Some(below);
            return home;
        }
        let caret = match self.screens.last_mut() {
            Some(screen) => screen.draw(glance, area, buf),
            None => home,
        };
        if covered {
            let cells = cells(buf, area).to_vec();
            self.below = Some(Below { of, cells });
        }
        caret
    }
}

/// Returns the cells of rows as wide as the buffer itself.
fn cells(buf: &mut Buffer, area: Rect) -> &mut [Cell] {
    let wide = usize::from(buf.area.width);
    let from = usize::from(area.y.saturating_sub(buf.area.y)) * wide;
    let to = from + usize::from(area.height) * wide;
    let to = to.min(buf.content.len());
    buf.content.get_mut(from..to).unwrap_or_default()
}

fn copy(from: &[Cell], to: &mut [Cell]) {
    for (to, from) in to.iter_mut().zip(from) {
        to.clone_from(from);
    }
}
