//! Makes the fault of every promise for real and writes down how it came out.
//!
//! `cargo run --example promises` runs the tests of the table, each by itself, and prints it;
//! `-- --write` puts it into README; `-- P5 P14` runs those alone and keeps what was measured of the others.
//! `LIANXI_ROUNDS` says how many rounds, where a test makes rounds. Tests that take times say how they were built; those
//! of `cargo test --release --no-run --test it` are taken where they are there and no older than the code.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    missing_docs
)]

mod readme;
mod table;

use chrono::Local;
use readme::Measured;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;
use table::{Of, PROMISES, Promise, Proof};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let write = arguments.iter().any(|word| word == "--write");
    let only: Vec<&String> = arguments.iter().filter(|it| it.starts_with('P')).collect();
    let wanted = |promise: &&Promise| {
        let name = format!("P{}", promise.number);
        only.is_empty() || only.iter().any(|it| **it == name)
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("README.md")).unwrap();
    let mut run = readme::read(readme::block(&text).unwrap());
    let programs = Programs::build(root);
    let begun = Instant::now();
    let mut held = true;
    for promise in PROMISES.iter().filter(wanted) {
        for proof in promise.proofs {
            let measured = programs.run(root, proof);
            held &= measured.result != FAILS;
            println!(
                "P{}  {}  {}  {}  {}",
                promise.number, proof.test, measured.rounds, measured.result, measured.time
            );
            run.tests.insert(readme::name(proof), measured);
        }
    }
    if only.is_empty() {
        run.about = about(begun.elapsed().as_secs());
    }
    let block = readme::written(&run);
    if write {
        let text = readme::replaced(&text, &block).unwrap();
        std::fs::write(root.join("README.md"), text).unwrap();
    } else {
        println!("\n{block}");
    }
    if held {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

const HOLDS: &str = "holds";
const FAILS: &str = "FAILS";

/// Says when and on what it was measured.
fn about(seconds: u64) -> String {
    let day = Local::now().date_naive();
    let tests = PROMISES
        .iter()
        .map(|promise| promise.proofs.len())
        .sum::<usize>();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let profile = if cfg!(debug_assertions) {
        "debug"
    } else {
        "release"
    };
    format!(
        "{day}: {tests} tests in {seconds} s, {} {}, {cores} cores, {profile} profile.",
        std::env::consts::OS,
        std::env::consts::ARCH
    )
}

/// Returns the tests from outside as they are released, where they were built after the last change of the code.
fn released(root: &Path) -> Option<PathBuf> {
    let changed = |path: &Path| path.metadata().and_then(|it| it.modified()).ok();
    let built = std::fs::read_dir(root.join("target/release/deps")).ok()?;
    let built = built.filter_map(|entry| Some(entry.ok()?.path()));
    let built = built.filter(|path| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|it| it.starts_with("it-") && !it.contains('.'))
    });
    let newest = built.max_by_key(|path| changed(path))?;
    let mut folders = vec![root.join("src"), root.join("tests/it")];
    let mut code = None;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).ok()? {
            let path = entry.ok()?.path();
            match path.is_dir() {
                true => folders.push(path),
                false => code = code.max(changed(&path)),
            }
        }
    }
    (changed(&newest) >= code).then_some(newest)
}

/// The programs of tests.
struct Programs {
    it: PathBuf,
    lib: PathBuf,
    /// The first, as it is released, where it is there and no older than the code.
    released: Option<PathBuf>,
}

impl Programs {
    fn build(root: &Path) -> Self {
        let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        let mut command = Command::new(cargo);
        command.args(["test", "--no-run", "--lib", "--test", "it"]);
        command.arg("--message-format=json-render-diagnostics");
        if !cfg!(debug_assertions) {
            command.arg("--release");
        }
        command
            .current_dir(root)
            .stderr(std::process::Stdio::inherit());
        let said = command.output().unwrap();
        assert!(said.status.success(), "the tests do not build");
        let artifacts: Vec<Value> = String::from_utf8(said.stdout)
            .unwrap()
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .collect();
        let of = |kind: &str, name: &str| {
            let found = artifacts.iter().find(|it| {
                it["target"]["kind"][0] == kind
                    && it["target"]["name"] == name
                    && it["executable"].is_string()
            });
            PathBuf::from(found.unwrap()["executable"].as_str().unwrap())
        };
        Self {
            it: of("test", "it"),
            lib: of("lib", "lianxi"),
            released: released(root),
        }
    }

    /// Runs a test by itself and reads what it says.
    fn run(&self, root: &Path, proof: &Proof) -> Measured {
        let program = match proof.of {
            Of::It if proof.as_released => self.released.as_ref().unwrap_or(&self.it),
            Of::It => &self.it,
            Of::Lib => &self.lib,
        };
        let mut command = Command::new(program);
        command.args(["--exact", proof.test, "--nocapture", "--test-threads=1"]);
        command.current_dir(root);
        if proof.rounds > 0 && std::env::var_os("LIANXI_ROUNDS").is_none() {
            command.env("LIANXI_ROUNDS", proof.rounds.to_string());
        }
        let begun = Instant::now();
        let said = command.output().unwrap();
        let time = format!("{:.1} s", begun.elapsed().as_secs_f64());
        let out = String::from_utf8_lossy(&said.stdout);
        let after = |mark: &str| -> Vec<String> {
            let lines = out.lines().filter_map(|line| line.split_once(mark));
            lines.map(|(_, what)| what.replace('|', "/")).collect()
        };
        let (counted, not_done) = (after("counted: "), after("NOT DONE: "));
        let result = if !said.status.success() || !out.contains("1 passed") {
            eprintln!("{out}{}", String::from_utf8_lossy(&said.stderr));
            FAILS.to_owned()
        } else if not_done.is_empty() {
            HOLDS.to_owned()
        } else if counted.is_empty() {
            format!("not here: {}", not_done.join("; "))
        } else {
            format!("{HOLDS}; not here: {}", not_done.join("; "))
        };
        let rounds = if counted.is_empty() && not_done.is_empty() {
            "1".to_owned()
        } else {
            counted.join("<br>")
        };
        Measured {
            rounds,
            result,
            time,
        }
    }
}
