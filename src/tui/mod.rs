//! The screen: how keys come in, how text is measured, and the widgets every screen is made of.
//!
//! Rooms here know no domain type and hold no sentence for a person: labels come in as `&str`.

pub mod caret;
pub mod find;
pub mod input;
pub mod snapshot;
pub mod terminal;
pub mod text;
pub mod theme;
pub mod widgets;
