//! The tests that see the program from outside: one file a concern.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod asked;
mod backups;
mod bad_input;
mod boards;
mod boards_cli;
mod boards_listed;
mod commands;
mod desk;
mod desk_damage;
mod doubt;
mod encrypted;
mod endings;
#[cfg(unix)]
mod faults;
mod follow_ups;
mod foreign;
mod generated;
mod house;
#[cfg(unix)]
mod instructions;
mod journey;
mod journey_matter;
mod journey_unplanned;
mod keys;
mod ledgers;
mod locked;
mod manners;
mod matters;
mod matters_cli;
mod paths_cli;
mod popolo;
#[cfg(unix)]
mod promises;
mod readme;
mod record;
mod roster_encodings;
mod roster_file;
mod rule_weights;
mod rules;
mod sample;
#[cfg(unix)]
mod seat;
mod secrecy;
mod sentences;
mod shell;
#[cfg(unix)]
mod shown;
mod staged;
mod store;
mod tally;
mod tasks;
#[cfg(unix)]
mod ten_years;
// The journeys that press its keys come one by one.
mod terminal;
#[cfg(unix)]
mod terminals;
mod width;
