//! lianxi
#![forbid(unsafe_code)]

pub mod domain;
pub mod i18n;
