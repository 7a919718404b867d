//! Numbers the making of the rows at build time, so that nobody has to remember to: rows written by other code are
//! made anew from the journal.

use std::error::Error;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// What decides which rows are written for a journal: the tables, and what replay makes of an act.
const MAKERS: [&str; 2] = ["schema.sql", "src/domain"];

/// Writes `making.rs`, which holds the number; a source that cannot be read fails the build.
pub fn run() {
    if let Err(error) = write() {
        println!("cargo::error=the making of the rows: {error}");
    }
}

fn write() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let mut sources = Vec::new();
    for maker in MAKERS {
        println!("cargo::rerun-if-changed={maker}");
        gather(&root.join(maker), &mut sources)?;
    }
    sources.sort();
    // Of another release of the compiler it may be another number: rows made anew once more, and nothing else.
    let mut hasher = DefaultHasher::new();
    for source in sources {
        let bytes = fs::read(&source)?;
        // A checkout may end its lines otherwise.
        let bytes: Vec<u8> = bytes.into_iter().filter(|byte| *byte != b'\r').collect();
        hasher.write_usize(bytes.len());
        hasher.write(&bytes);
    }
    let number = i64::try_from(hasher.finish() >> 1)?;
    let out = Path::new(&env::var("OUT_DIR")?).join("making.rs");
    Ok(fs::write(out, format!("{number}\n"))?)
}

/// Gathers the sources of a folder without its tests, or the one file.
fn gather(place: &Path, sources: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    if place.is_file() {
        sources.push(place.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(place)? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        if name != "tests" && !name.ends_with("_tests") && !name.starts_with('.') {
            gather(&path, sources)?;
        }
    }
    Ok(())
}
