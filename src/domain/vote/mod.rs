//! Votes.
pub mod tally;
