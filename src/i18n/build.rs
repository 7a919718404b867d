//! Reads every sentence at build time: a missing one fails the build, the others become functions.

mod check;
mod emit;
mod value;

use check::{File, Side};
use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// Where the sentences are, from the root of the package.
const HOME: &str = "src/i18n";

/// Checks the sentences and writes `messages.rs`; what is wrong with them fails the build.
pub fn run() {
    if let Err(error) = write() {
        println!("cargo::error={HOME}: {error}");
    }
}

fn write() -> Result<(), Box<dyn Error>> {
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let out = env::var("OUT_DIR")?;
    let mut files = Vec::new();
    for side in [Side::Zh, Side::En] {
        files.extend(read(Path::new(&root), side)?);
    }
    match check::check(&files) {
        Ok(rooms) => fs::write(
            Path::new(&out).join("messages.rs"),
            emit::emit(&rooms, HOME),
        )?,
        Err(faults) => {
            for fault in faults {
                println!("cargo::error={fault}");
            }
        }
    }
    Ok(())
}

/// Reads the rooms of one language, in the order of their names.
fn read(root: &Path, side: Side) -> Result<Vec<File>, Box<dyn Error>> {
    let folder = format!("{HOME}/{}", side.code());
    println!("cargo::rerun-if-changed={folder}");
    let mut files = Vec::new();
    for entry in fs::read_dir(root.join(&folder)).map_err(|e| format!("{folder}: {e}"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let Some(room) = name.strip_suffix(".ftl") else {
            continue;
        };
        let path = format!("{folder}/{name}");
        println!("cargo::rerun-if-changed={path}");
        let text = fs::read_to_string(root.join(&path)).map_err(|e| format!("{path}: {e}"))?;
        files.push(File {
            side,
            room: room.to_owned(),
            path,
            text,
        });
    }
    files.sort_by(|a, b| a.room.cmp(&b.room));
    Ok(files)
}
