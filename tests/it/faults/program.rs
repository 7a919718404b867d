//! The program as a shell runs it, for the tests of faults.

use std::path::Path;
use std::process::Command;

/// Runs it on a data folder and returns its code and both its streams.
pub fn run(home: &Path, language: &str, arguments: &[&str]) -> (i32, String, String) {
    let said = Command::new(env!("CARGO_BIN_EXE_lianxi"))
        .args(arguments)
        .env_clear()
        .env("LIANXI_DATA", home)
        .env("LIANXI_CLOCK", "2026-11-23T08:30")
        .env("LANG", language)
        .output()
        .unwrap();
    (
        said.status.code().unwrap(),
        String::from_utf8(said.stdout).unwrap(),
        String::from_utf8(said.stderr).unwrap(),
    )
}

/// Runs it in English.
pub fn en(home: &Path, arguments: &[&str]) -> (i32, String, String) {
    run(home, "en_US.UTF-8", arguments)
}

/// Runs it in Chinese.
pub fn zh(home: &Path, arguments: &[&str]) -> (i32, String, String) {
    run(home, "zh_CN.UTF-8", arguments)
}

/// Makes the sample committee and returns its file.
pub fn sample(home: &Path) -> std::path::PathBuf {
    let (code, _, err) = en(home, &["--committee", "sample", "record", "last"]);
    assert_eq!(code, 0, "{err}");
    home.join("committees").join("sample.db")
}
