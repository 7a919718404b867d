//! tests
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod store;
//! The tests that see the program from outside: one file a concern.

mod tally;
