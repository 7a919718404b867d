//! From terminal events to what a screen understands: keys, pasted text, bursts.

mod fold;
mod gather;
mod key;

pub use fold::{fold, fold_text};
pub use gather::{Gather, Input};
pub use key::{BadKey, Code, Key};
