//! The program run in a data folder as a shell runs it: its exit code, what it prints, what it says beside.

use std::path::Path;
use std::process::Command;

/// The locale of a Chinese system.
pub const ZH: &str = "zh_CN.UTF-8";

/// The locale of an English system.
pub const EN: &str = "en_US.UTF-8";

/// The exit code, standard output and standard error of a run.
pub type Answer = (i32, String, String);

/// Returns the program with nothing around it but a data folder, a stopped clock and a language.
pub fn program(data: &Path, language: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lianxi"));
    command
        .env_clear()
        .env("LIANXI_DATA", data)
        .env("LIANXI_CLOCK", "2026-11-23T08:30")
        .env("LANG", language);
    command
}

/// Runs a command to its end.
pub fn answer(command: &mut Command) -> Answer {
    let output = command.output().unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

/// Runs the program.
pub fn run(data: &Path, language: &str, arguments: &[&str]) -> Answer {
    answer(program(data, language).args(arguments))
}

/// Runs the program with the sample committee.
pub fn sample(data: &Path, language: &str, arguments: &[&str]) -> Answer {
    let sample = ["--committee", "sample"];
    answer(program(data, language).args(sample).args(arguments))
}

/// Returns what a run with the sample committee prints, which goes well.
#[track_caller]
pub fn fine(data: &Path, language: &str, arguments: &[&str]) -> String {
    let (code, out, err) = sample(data, language, arguments);
    assert_eq!(code, 0, "{arguments:?} {out} {err}");
    out
}
