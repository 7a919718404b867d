//! Entering and leaving the terminal, reading it, and drawing one frame on it.

mod ask;
mod cells;
mod decode;
mod modes;
mod reader;
mod screen;
mod source;

pub use ask::ask;
pub use decode::{Decoder, Heard};
pub use modes::{Frames, Session, has_shell, is_entered, leave, on_panic};
pub use reader::spawn_reader;
pub use screen::{Screen, answered};
pub use source::{Alive, Incoming, spawn_watch};
