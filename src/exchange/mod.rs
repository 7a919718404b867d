//! Other formats in and out. Knows the domain and nothing else of the program.

pub mod escape;
pub mod grid;
pub mod popolo;
pub mod roster;
pub mod rule_file;
