//! Papers: minutes, resolutions, notices. A paper is a list of blocks, written in several ways.
//!
//! Who makes a paper says what is in it; the writers alone know how it looks.

pub mod block;
pub mod consent;
pub mod count_sheet;
pub mod figures;
pub mod markdown;
pub mod matter;
mod mended;
pub mod plain;
pub mod posting;
pub mod record;
pub mod reminder;
pub mod shelf;

pub use block::{Align, Block, Field, Table};

#[cfg(test)]
mod count_sheet_tests;
#[cfg(test)]
mod tests;
