//! What screens are made of. Every widget draws into an area, never outside it, and says where the caret is.

pub mod answers;
pub mod editor;
pub mod form;
pub mod groups;

pub mod line;
pub mod list;
pub mod menu;
pub mod popup;
pub mod reader;
