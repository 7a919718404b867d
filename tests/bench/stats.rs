//! Samples, and the lines that are printed of them.

use std::time::Duration;

/// Times that were measured.
#[derive(Default)]
pub struct Samples(Vec<Duration>);

impl Samples {
    /// Takes one more.
    pub fn push(&mut self, sample: Duration) {
        self.0.push(sample);
    }

    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    fn at(&self, percent: usize) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let last = sorted.len() - 1;
        sorted[(sorted.len() * percent / 100).min(last)]
    }

    /// Returns the one in the middle.
    pub fn median(&self) -> Duration {
        self.at(50)
    }

    /// Returns the one that one in a hundred exceeds.
    pub fn p99(&self) -> Duration {
        self.at(99)
    }
}

/// Which of its times a measure is judged by.
#[derive(Clone, Copy)]
pub enum By {
    Median,
    P99,
}

/// Prints the head of the table.
pub fn head() {
    println!(
        "{:<44} {:>9} {:>9}  {:>9} {:>9}  {:>6} {:>6}  budget",
        "ms", "median", "p99", "floor", "p99", "ratio", "p99"
    );
}

/// Prints a measure beside its floor.
pub fn row(what: &str, have: &Samples, floor: &Samples, by: By, budget: Option<f64>) {
    let median = have.median().as_secs_f64() / floor.median().as_secs_f64();
    let p99 = have.p99().as_secs_f64() / floor.p99().as_secs_f64();
    let ratio = match by {
        By::Median => median,
        By::P99 => p99,
    };
    println!(
        "{what:<44} {:>9.3} {:>9.3}  {:>9.3} {:>9.3}  {median:>6.2} {p99:>6.2}  {}",
        millis(have.median()),
        millis(have.p99()),
        millis(floor.median()),
        millis(floor.p99()),
        verdict(ratio, budget),
    );
}

/// Prints a measure that has no floor.
pub fn alone(what: &str, have: &Samples, words: &str) {
    println!(
        "{what:<44} {:>9.3} {:>9.3}  {words}",
        millis(have.median()),
        millis(have.p99())
    );
}

/// Prints two figures that are no times.
pub fn figures(what: &str, unit: &str, have: u64, floor: u64, budget: Option<f64>) {
    let ratio = have as f64 / floor as f64;
    println!(
        "{what:<44} {have:>9} {unit:>9}  {floor:>9} {unit:>9}  {ratio:>6.2} {:>6}  {}",
        "",
        verdict(ratio, budget)
    );
}

fn verdict(ratio: f64, budget: Option<f64>) -> String {
    match budget {
        None => String::new(),
        Some(budget) if ratio <= budget => format!("{budget:.1}x"),
        Some(budget) => format!("{budget:.1}x  OVER"),
    }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
