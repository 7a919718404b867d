//! Makes years of sessions, or of matters, to try things on:
//! `generate [--matters] --years N [--seed S] [--day YYYY-MM-DD] DIR`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout)]

mod chain;
mod years;

use clap::Parser;
use std::path::PathBuf;
use std::time::Instant;

/// Fills a data folder with an invented committee's sessions; every one but the last is sealed.
#[derive(Parser)]
struct Arguments {
    /// How many years back the first session lies.
    #[arg(long, default_value_t = 10)]
    years: u32,
    /// The same seed makes the same file.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The day of the session that is only planned.
    #[arg(long, default_value = "2026-11-23")]
    day: chrono::NaiveDate,
    /// Matters from end to end among eight villages, and not sessions with all that is said and voted in them.
    #[arg(long)]
    matters: bool,
    /// The data folder, as `LIANXI_DATA` names it.
    folder: PathBuf,
}

fn main() {
    let asked = Arguments::parse();
    let begun = Instant::now();
    if asked.matters {
        let wanted = chain::Wanted {
            years: asked.years,
            today: asked.day,
            seed: asked.seed,
            makes_room: None,
        };
        let path = chain::generate(asked.folder, &wanted);
        let bytes = std::fs::metadata(&path).unwrap().len();
        let took = begun.elapsed().as_secs_f64();
        println!("{}: {} MB, {took:.1} s", path.display(), bytes >> 20);
        return;
    }
    let wanted = years::Wanted {
        sessions: asked.years * years::SESSIONS_A_YEAR,
        day: asked.day,
        seed: asked.seed,
    };
    let (path, code) = years::generate(asked.folder, &wanted);
    let bytes = std::fs::metadata(&path).unwrap().len();
    println!(
        "{}: {} sessions, {} MB, head {code}, {:.1} s",
        path.display(),
        wanted.sessions + 1,
        bytes >> 20,
        begun.elapsed().as_secs_f64()
    );
}
