//! lianxi
#![forbid(unsafe_code)]

pub mod cells;
pub mod domain;
pub mod i18n;
pub mod papers;
pub mod store;
