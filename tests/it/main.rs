//! tests
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod store;
