//! Roles to styles. Screens name what a thing is, never a colour.
//!
//! Only the terminal's own colour names are used, so the user's palette decides, and the default foreground carries
//! all running text. Every state also has a glyph or a word elsewhere: colour is never the only sign.

use ratatui::style::{Color, Modifier, Style};
use std::fmt;
use std::str::FromStr;

/// What a piece of the screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Running text.
    Normal,
    /// Less important text, and what is not available now.
    Muted,
    /// A heading.
    Title,
    /// The selected row or button.
    Selected,
    /// Passed, done, present.
    Good,
    /// Failed, overdue, an error.
    Bad,
    /// Needs a look.
    Warn,
    /// The name of a key.
    Key,
    /// Lines of boxes.
    Border,
    /// The banner that says this is a sample or a read-only copy.
    Banner,
    /// A text field.
    Field,
    /// The text field being typed in.
    FieldActive,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 12] = [
        Self::Normal,
        Self::Muted,
        Self::Title,
        Self::Selected,
        Self::Good,
        Self::Bad,
        Self::Warn,
        Self::Key,
        Self::Border,
        Self::Banner,
        Self::Field,
        Self::FieldActive,
    ];
}

/// The themes a user can name in the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeName {
    /// Colours that can be read on both light and dark backgrounds.
    #[default]
    Auto,
    /// For dark backgrounds.
    Dark,
    /// For light backgrounds.
    Light,
    /// Strong marks and nothing dimmed, for weak eyes and for projectors.
    HighContrast,
    /// No colour.
    Mono,
}

const NAMES: [(&str, ThemeName); 5] = [
    ("auto", ThemeName::Auto),
    ("dark", ThemeName::Dark),
    ("light", ThemeName::Light),
    ("high-contrast", ThemeName::HighContrast),
    ("mono", ThemeName::Mono),
];

impl ThemeName {
    /// All names, in the order they are offered.
    #[must_use]
    pub fn all() -> [Self; 5] {
        NAMES.map(|(_, name)| name)
    }
}

impl fmt::Display for ThemeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = NAMES.iter().find(|(_, n)| n == self).map_or("", |(s, _)| s);
        f.write_str(name)
    }
}

impl FromStr for ThemeName {
    /// What was written.
    type Err = String;

    fn from_str(written: &str) -> Result<Self, String> {
        NAMES
            .iter()
            .find(|(s, _)| *s == written)
            .map(|(_, name)| *name)
            .ok_or_else(|| written.to_owned())
    }
}

/// The theme in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    name: ThemeName,
    colour: bool,
}

impl Theme {
    /// Makes a theme. With `no_color` (the variable `NO_COLOR`, which the caller reads) no colour is emitted at all:
    /// the terminal library's own handling would wipe out bold and reverse, and with them the selection.
    #[must_use]
    pub fn new(name: ThemeName, no_color: bool) -> Self {
        Self {
            name,
            colour: !no_color && name != ThemeName::Mono,
        }
    }

    /// Gives the name the theme was made with.
    #[must_use]
    pub const fn name(self) -> ThemeName {
        self.name
    }

    /// Says whether a style shows where nothing is written: most colour letters alone.
    #[must_use]
    pub const fn shows_on_blanks(style: Style) -> bool {
        let shown = Modifier::REVERSED.union(Modifier::UNDERLINED);
        style.bg.is_some() || style.add_modifier.intersects(shown)
    }

    /// Gives the style of a role.
    #[must_use]
    pub fn style(self, role: Role) -> Style {
        let style = Style::new().add_modifier(self.modifier(role));
        match self.colour_of(role) {
            Some(colour) if self.colour => style.fg(colour),
            _ => style,
        }
    }

    fn modifier(self, role: Role) -> Modifier {
        let strong = self.name == ThemeName::HighContrast;
        match role {
            Role::Normal | Role::Border => Modifier::empty(),
            Role::Muted if strong => Modifier::empty(),
            Role::Muted => Modifier::DIM,
            Role::Title | Role::Key | Role::Bad | Role::Warn => Modifier::BOLD,
            Role::Good if strong || !self.colour => Modifier::BOLD,
            Role::Good => Modifier::empty(),
            Role::Selected if strong => Modifier::REVERSED | Modifier::BOLD,
            Role::Selected => Modifier::REVERSED,
            Role::Banner => Modifier::REVERSED | Modifier::BOLD,
            Role::Field => Modifier::UNDERLINED,
            Role::FieldActive => Modifier::UNDERLINED | Modifier::BOLD,
        }
    }

    fn colour_of(self, role: Role) -> Option<Color> {
        match (self.name, role) {
            (ThemeName::Dark, Role::Good) => Some(Color::LightGreen),
            (ThemeName::Dark, Role::Bad) => Some(Color::LightRed),
            (ThemeName::Dark, Role::Warn) => Some(Color::LightMagenta),
            (ThemeName::Dark, Role::Key) => Some(Color::LightCyan),
            (ThemeName::Light, Role::Key) => Some(Color::Blue),
            (_, Role::Good) => Some(Color::Green),
            (_, Role::Bad) => Some(Color::Red),
            (_, Role::Warn) => Some(Color::Magenta),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_there_is_none_and_the_selection_stays() {
        for name in ThemeName::all() {
            let theme = Theme::new(name, true);
            for role in Role::ALL {
                let style = theme.style(role);
                assert_eq!((style.fg, style.bg), (None, None), "{name} {role:?}");
            }
            let selected = theme.style(Role::Selected).add_modifier;
            assert!(selected.contains(Modifier::REVERSED), "{name}");
        }
    }

    #[test]
    fn no_theme_fixes_a_colour_that_vanishes_on_some_background() {
        for name in ThemeName::all() {
            assert_eq!(name.to_string().parse(), Ok(name));
            for role in Role::ALL {
                let fg = Theme::new(name, false).style(role).fg;
                let vanishing = [
                    Color::Black,
                    Color::White,
                    Color::DarkGray,
                    Color::Gray,
                    Color::Yellow,
                ];
                assert!(fg.is_none_or(|c| !vanishing.contains(&c)));
                assert!(!matches!(fg, Some(Color::Rgb(..) | Color::Indexed(_))));
            }
        }
    }
}
