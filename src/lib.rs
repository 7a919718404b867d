//! The desk of a joint session (联席会议): agenda, roll, minutes, votes and follow-ups in a terminal.
//!
//! Four layers, the same names in each, and arrows that a test checks:
//!
//! ```text
//! domain ← store ← desk ← { tui, cli }
//! exchange → domain      papers → domain, exchange, i18n      i18n → the facts and errors of all but tui and cli
//! office → desk, store, settings, i18n      sample → desk, domain, store      settings → i18n
//! ```
//!
//! `domain`, `cells` and `file` name no other room: the first judges, the second measures text, the third opens
//! files that somebody named, for whoever reads one. `settings` knows of `i18n` which languages there are. `office` is what a run has around it, opened before a desk and
//! shared by `tui` and `cli`, which do not know each other; `main` hands the one to the other.
//! `sample` plays an invented committee through a desk as a clerk would. `exchange` and `papers` take
//! and give values: whoever calls them reads and writes the files.
//!
//! The way of a keypress: `tui::input` folds the key, the table in `tui::action` names the action,
//! a screen makes [`domain::Command`]s of it, [`desk::Desk::execute`] judges them on a copy of the
//! world, commits them in one transaction, and only then does the copy become the world that a
//! frame can show. The command line and imports take the same way.

#![forbid(unsafe_code)]

pub mod cells;
pub mod cli;
pub mod desk;
pub mod domain;
pub mod exchange;
pub mod file;
pub mod i18n;
pub mod office;
pub mod papers;
pub mod sample;
pub mod settings;
pub mod store;
pub mod tui;
