//! Rules as a TOML file that people read and write: every field of [`Rule`], one table `[[rule]]` each.
//!
//! ```toml
//! form = 1
//!
//! [[rule]]
//! id = "roads"
//! name = { zh = "…", en = "Roads between villages" }
//! provenance = "own"
//! clause = "…"
//! quorum.all_of = [{ more_than = "1/2" }, { over = "villages", at_least = "2/3" }]
//! pass = { all = [
//!     { more_than = "1/2", of = "entitled" },
//!     { each_village = { more_than = "1/2", of = "present" } },
//! ] }
//! tie = ["defer", "refer"]
//! ```
//!
//! The file is ours, so nothing in it is passed over: an unknown field is refused with its place, and
//! everything [`crate::domain::rule::faults`] finds is said with the line it stands on. What a file holds
//! is bounded before it is read ([`MOST_BYTES`], [`MOST_RULES`], the nesting the TOML reader stops at).
//! [`SCHEMA`] says the same to an editor, and a test holds the two to each other.
//!
//! What a village weighs on a day ([`Rule::reckoned`]) is looked up and never written.

mod fault;
mod fields;
mod guessed;
mod read;
mod villages;
mod words;
mod write;

#[cfg(test)]
mod tests;

pub use fault::{Cause, Cleaned, Fault, Kind};
pub use read::{Reading, read};
pub use write::write;

use crate::domain::rule::Rule;
use crate::file;
use std::io::{self, Read};
use std::path::Path;

/// The number of this form.
pub const FORM: u32 = 1;

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 256 * 1024;

/// The most rules of one file.
pub const MOST_RULES: usize = 100;

/// The longest list that is read, and the most villages that are weighed.
pub const MOST_LISTED: usize = 1000;

/// The longest id, in characters.
pub const LONGEST_ID: usize = 64;

/// The most faults that are told of one file.
pub const MOST_FAULTS: usize = 100;

/// The form as a JSON Schema, for editors and other programs.
pub const SCHEMA: &str = include_str!("schema.json");

/// Reads the bytes of a file, one more than is taken at most.
///
/// # Errors
/// Where it cannot be read.
pub fn load(path: &Path) -> io::Result<Vec<u8>> {
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    file::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Says whether a rule is nothing but what another is, as the form writes them.
#[must_use]
pub fn is_the_same(one: &Rule, other: &Rule) -> bool {
    write(std::slice::from_ref(one)) == write(std::slice::from_ref(other))
}
