//! The tests that see the program from outside: one file a concern.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod commands;
mod desk;
mod journey;
mod popolo;
mod house;
mod record;
mod roster_file;
mod sample;
mod sentences;
mod staged;
mod store;
mod tally;
mod terminal;
