//! Where the terminal's own cursor stands: input methods draw their candidates there and screen readers read from there.

use ratatui::layout::Rect;

/// How the cursor looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A thin bar, for places where text is typed; a block over a wide glyph hides half of it.
    Bar,
    /// A block, for a selected row.
    Block,
}

/// The cell of the hardware cursor. Every view returns one, so a screen that forgets it does not compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caret {
    /// Column in the terminal.
    pub x: u16,
    /// Row in the terminal.
    pub y: u16,
    /// How it looks.
    pub shape: Shape,
}

impl Caret {
    /// Makes a caret for a text field.
    #[must_use]
    pub const fn bar(x: u16, y: u16) -> Self {
        Self {
            x,
            y,
            shape: Shape::Bar,
        }
    }

    /// Makes a caret for a selected row or button.
    #[must_use]
    pub const fn block(x: u16, y: u16) -> Self {
        Self {
            x,
            y,
            shape: Shape::Block,
        }
    }

    /// Moves the caret to the nearest cell of `area`; an empty area gives its corner.
    #[must_use]
    pub fn within(self, area: Rect) -> Self {
        let last_x = area.right().saturating_sub(1).max(area.x);
        let last_y = area.bottom().saturating_sub(1).max(area.y);
        Self {
            x: self.x.clamp(area.x, last_x),
            y: self.y.clamp(area.y, last_y),
            shape: self.shape,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caret_never_leaves_its_area() {
        let area = Rect::new(2, 3, 4, 1);
        assert_eq!(Caret::bar(99, 99).within(area), Caret::bar(5, 3));
        assert_eq!(Caret::block(0, 0).within(area), Caret::block(2, 3));
        assert_eq!(
            Caret::bar(9, 9).within(Rect::new(2, 3, 0, 0)),
            Caret::bar(2, 3)
        );
    }
}
