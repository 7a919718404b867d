//! The terminal program: how keys come in, what they do, and how the result is drawn.
//!
//! The leaf rooms (`text`, `input`, `terminal`, `theme`, `find`, `widgets`) know no domain type and
//! hold no sentence. On top of them stand the model (`app`), the table of actions (`action`), the way
//! of an input (`dispatch`), one frame (`frame`), the loop (`run`), and a folder a screen.

pub mod action;
mod alike;
pub mod app;
pub mod caret;
mod check_news;
pub mod dialog;
pub mod dispatch;
pub mod find;
#[cfg(test)]
mod follow_tests;
pub mod found;
pub mod frame;
pub mod input;
mod last_words;
pub mod lock;
#[cfg(test)]
mod log_tests;
pub mod menus;
pub mod not_here;
#[cfg(test)]
mod only_reading_tests;
pub mod past_day;
mod probe;
pub mod reading;
mod run;
pub mod said;
pub mod screens;
mod shelf;
pub mod snapshot;
#[cfg(test)]
mod soak_tests;
mod stack;
#[cfg(test)]
pub mod stage;
pub mod terminal;
pub mod text;
pub mod theme;
pub mod unkept;
#[cfg(test)]
mod ways_tests;
pub mod widgets;

pub use probe::probe;
pub use run::run;
pub use terminal::ask;
