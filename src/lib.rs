//! lianxi
#![forbid(unsafe_code)]

pub mod cells;
pub mod domain;
pub mod i18n;
pub mod papers;
pub mod store;
pub mod cli;
pub mod domain;
pub mod exchange;
