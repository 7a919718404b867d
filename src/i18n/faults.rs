//! Stub until merged.
use super::Language;
use crate::desk::{DeskError, ReadOnly};

/// Stub.
#[must_use]
pub fn desk(_language: Language, error: &DeskError) -> String {
    error.to_string()
}

/// Stub.
#[must_use]
pub fn read_only(_language: Language, why: &ReadOnly) -> String {
    format!("{why:?}")
}
