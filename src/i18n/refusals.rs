//! Stub until merged.
use super::Language;
use crate::domain::{Refusal, Remedy, World};

/// Stub.
#[must_use]
pub fn refusal(_language: Language, _world: &World, refusal: &Refusal) -> String {
    format!("{refusal:?}")
}

/// Stub.
#[must_use]
pub fn remedy(_language: Language, remedy: Remedy) -> String {
    format!("{remedy:?}")
}
