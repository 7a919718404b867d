//! What runs from the start to the first keys, as valgrind sees it, for the linker: `src/build.rs` says why.
//!
//! `cargo bench --bench budgets -- --order` writes `src/order.txt` anew, of a program that kept its names.
//! The names carry the versions and features of all crates: an old list still links, but orders nothing, and the memory
//! that the benchmark prints of a program named so tells.

use crate::FIRST_KEYS;
use crate::terminal::{Terminal, built};
use lianxi::i18n::{Language, ui};
use std::collections::BTreeSet;
use std::path::Path;

/// So many functions run at least; fewer are a program without its names.
const AT_LEAST: usize = 1_000;

/// Runs the program under valgrind and writes the list.
pub fn write(have: &Path) {
    let folder = tempfile::tempdir().unwrap();
    let seen = folder.path().join("seen");
    let into = format!("--callgrind-out-file={}", seen.display());
    let program = built("names", &[("LIANXI_NAMES", "1")]);
    let command = [
        "/usr/bin/valgrind".as_ref(),
        "-q".as_ref(),
        "--tool=callgrind".as_ref(),
        "--demangle=no".as_ref(),
        into.as_ref(),
        program.as_os_str(),
    ];
    let mut lianxi = Terminal::lianxi_as(&command, have);
    lianxi.frame();
    lianxi.wait(ui::checks_running(Language::Zh), false);
    for key in FIRST_KEYS {
        lianxi.key(key);
    }
    lianxi.key("\x1b");
    lianxi.end("q");
    let ran = functions(&std::fs::read_to_string(seen).unwrap(), &program);
    assert!(
        ran.len() >= AT_LEAST,
        "only {} names: is the program stripped?",
        ran.len()
    );
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/order.txt");
    std::fs::write(&list, ran.join("\n") + "\n").unwrap();
    println!("{}: {} functions", list.display(), ran.len());
}

/// Reads the functions of the program itself, each once, in the order in which they stand.
///
/// `ob=(1) /path` names a file the first time and `ob=(1)` after that; `fn=(2) name` a function of that file.
fn functions(seen: &str, program: &Path) -> Vec<String> {
    let program = format!(" {}", program.display());
    let (mut number, mut own) = (None, false);
    let mut names = std::collections::BTreeMap::new();
    let (mut once, mut ran) = (BTreeSet::new(), Vec::new());
    for line in seen.lines() {
        let Some((what, of)) = line.split_once("=(") else {
            continue;
        };
        let Some((id, name)) = of.split_once(')') else {
            continue;
        };
        match what {
            "ob" | "cob" => {
                if name == program {
                    number = Some(id);
                }
                if what == "ob" {
                    own = number == Some(id);
                }
            }
            "fn" | "cfn" => {
                if let Some(name) = name.strip_prefix(' ') {
                    names.insert(id, name);
                }
                // A function that calls itself is told apart by a number.
                let name = names[id].split('\'').next().unwrap_or_default();
                if what == "fn" && own && once.insert(name) {
                    ran.push(name.to_owned());
                }
            }
            _ => {}
        }
    }
    ran
}
