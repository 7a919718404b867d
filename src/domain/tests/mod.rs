//! The rules as tables and the laws as properties, on one invented committee.

mod again;
pub(crate) mod any_rule;
mod ballots;
mod corrections;
mod count;
mod decisions;
mod deputies;
mod follow_ups;
mod hands;
mod laws;
mod mended;
pub(crate) mod moments;
mod naive;
mod paper;
mod polls;
mod presenter;
mod room;
mod rules;
pub(crate) mod stage;
pub(crate) mod things;
mod times;
mod unvoted;
mod votes;
mod wild;
mod wild_acts;
mod wild_room;
mod words;
