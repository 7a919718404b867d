//! What a joint committee may do. Pure: no file, no clock, no screen, no sentence for a person.

pub mod ids;
pub mod rule;
pub mod text;
pub mod vote;
