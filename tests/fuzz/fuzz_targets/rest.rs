#![no_main]
//! Gives the reader `rest` anything.

// The readers stand in one file, and a target feeds only one of them.
#[allow(dead_code)]
#[path = "../readers.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::rest(bytes));
