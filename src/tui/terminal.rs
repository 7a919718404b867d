//! Entering and leaving the terminal, and drawing one frame on it.

mod modes;
mod screen;
mod source;

pub use modes::{Session, is_entered, leave, on_panic};
pub use screen::Screen;
pub use source::{Alive, Incoming, spawn_reader, spawn_watch};
