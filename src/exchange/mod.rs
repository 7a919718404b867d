//! Other formats in and out. Knows the domain and nothing else of the program.

pub mod popolo;
pub mod roster;
pub mod rule_file;
