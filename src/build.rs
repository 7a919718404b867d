//! What cargo runs before it compiles: sentences become functions, the making of the rows gets its number, and the
//! linker is told what runs at the start.
#![forbid(unsafe_code)]
// A build script speaks to cargo on standard output.
#![allow(clippy::print_stdout)]

#[path = "store/build.rs"]
mod making;
#[path = "i18n/build.rs"]
mod sentences;

use std::env;
use std::path::Path;
use std::process::Command;

/// What runs from the start to the first keys, one symbol a line; `cargo bench --bench budgets -- --order` writes it.
const ORDER: &str = "src/order.txt";

/// Set where the program is to keep its names, so that a profiler can tell what runs.
const NAMES: &str = "LIANXI_NAMES";

fn main() {
    sentences::run();
    making::run();
    if env::var("PROFILE").is_ok_and(|profile| profile == "release") && the_linker_is_rusts_own() {
        order();
        if the_loader_unpacks() {
            link("-z,pack-relative-relocs");
        }
        println!("cargo::rerun-if-env-changed={NAMES}");
        if env::var_os(NAMES).is_none() {
            link("--strip-all");
        }
    }
}

fn link(argument: &str) {
    println!("cargo::rustc-link-arg-bin=lianxi=-Wl,{argument}");
}

/// Lays what runs at the start side by side in the program.
///
/// The kernel maps a window of 64 KB around whatever runs: strewn over ten megabytes of code, two megabytes that run
/// take nearly all of them into memory. A symbol that is no more is passed over, so that an old list costs memory and
/// nothing else.
fn order() {
    println!("cargo::rerun-if-changed={ORDER}");
    let Ok(root) = env::var("CARGO_MANIFEST_DIR") else {
        return;
    };
    let list = Path::new(&root).join(ORDER);
    link(&format!("--symbol-ordering-file={}", list.display()));
    link("--no-warn-symbol-ordering");
}

/// Tells whether the loader of this machine reads the short table of what it has to put right, as that of glibc does
/// from 2.36 on: the long one is 400 KB, read at every start.
fn the_loader_unpacks() -> bool {
    const FIRST: (u32, u32) = (2, 36);
    let Ok(said) = Command::new("getconf").arg("GNU_LIBC_VERSION").output() else {
        return false;
    };
    let said = String::from_utf8_lossy(&said.stdout);
    let version = said.trim().strip_prefix("glibc ").unwrap_or_default();
    let mut numbers = version.split('.').map_while(|part| part.parse().ok());
    (numbers.next(), numbers.next()) >= (Some(FIRST.0), Some(FIRST.1))
}

/// Tells whether this is Linux on x86-64, linked as Rust links there unasked: other linkers do not know the argument.
fn the_linker_is_rusts_own() -> bool {
    const TARGET: &str = "x86_64-unknown-linux-gnu";
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|have| have == value);
    let unasked = |name: &str| env::var_os(name).is_none_or(|value| value.is_empty());
    if !is("TARGET", TARGET) || !unasked("RUSTC_LINKER") || !unasked("CARGO_ENCODED_RUSTFLAGS") {
        return false;
    }
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let Ok(said) = Command::new(rustc).args(["--print", "sysroot"]).output() else {
        return false;
    };
    let sysroot = String::from_utf8_lossy(&said.stdout);
    let tools = format!("lib/rustlib/{TARGET}/bin/gcc-ld/ld.lld");
    Path::new(sysroot.trim()).join(tools).is_file()
}
