//! lianxi
#![forbid(unsafe_code)]

use lianxi::cli::{self, Environment, Terminal};
use lianxi::tui;
use std::env;
use std::ffi::OsString;
use std::io::{stderr, stdout};
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    let text = |name: &str| set(name).and_then(|value| value.into_string().ok());
    let environment = Environment {
        data: set("LIANXI_DATA").map(PathBuf::from),
        clock: text("LIANXI_CLOCK"),
        language: text("LC_ALL")
            .or_else(|| text("LANG"))
            .and_then(|locale| Environment::language_of(&locale)),
        no_color: set("NO_COLOR").is_some(),
        home: env::home_dir(),
        terminal: ["TERM", "COLORTERM", "LC_ALL", "LANG", "TMUX"]
            .map(|name| (name, text(name)))
            .into(),
    };
    let arguments: Vec<OsString> = env::args_os().collect();
    ExitCode::from(cli::run(
        &environment,
        &arguments,
        Terminal {
            screen: tui::run,
            ask: tui::ask,
            probe: tui::probe,
        },
        &mut stdout(),
        &mut stderr(),
    ))
}
