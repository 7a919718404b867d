#![no_main]
//! Gives the reader `key` anything.

#[allow(dead_code)]
#[path = "../readers.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::key(bytes));
