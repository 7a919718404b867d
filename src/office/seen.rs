//! What a terminal is found to be when it is asked.

/// Size, colours and widths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Columns and rows.
    pub size: (u16, u16),
    /// How many colours it says it has.
    pub colours: u16,
    /// Whether it draws `■` two cells wide; `None` where it did not say.
    pub wide: Option<bool>,
}
