//! The rules as tables and the laws as properties, on one invented committee.

mod count;
mod laws;
pub(crate) mod stage;
pub(crate) mod things;
mod votes;
mod wild;
mod wild_acts;
