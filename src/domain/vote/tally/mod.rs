//! Counting: voices in, counts and proof out. The same function judges a live vote and an imported one.

mod counts;
mod poll;
mod proof;

pub use counts::{Counts, Voice};
pub use poll::{Poll, Stake, tally};
pub use proof::{Criterion, Demand, GroupCount, Measured, Proof, Tally};
