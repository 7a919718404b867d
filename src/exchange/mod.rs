//! Other formats in and out. Knows the domain, no screen, no language and no SQL.

pub mod popolo;
