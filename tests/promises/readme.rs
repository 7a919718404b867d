//! The table of promises as README shows it: written from the data and from what a run measured, and
//! read again.

use super::table::{Of, PROMISES, Promise, Proof};
use std::collections::BTreeMap;

/// The marks around the table.
pub const MARKS: (&str, &str) = ("<!-- promises -->\n", "<!-- /promises -->");

/// What a run measured of one test.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measured {
    /// What was counted.
    pub rounds: String,
    /// How it came out.
    pub result: String,
    /// How long it took.
    pub time: String,
}

/// A table that was measured: when and on what, and every test by its name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// The line above the table.
    pub about: String,
    /// What was measured.
    pub tests: BTreeMap<String, Measured>,
}

/// A test that no run has measured yet.
const NOT_RUN: &str = "not run";

const HEAD: &str = "\
|  | 承诺 Promise | 测试 Test | 什么会让它失败 What makes it fail | 计数 Counted | 结果 Result | 用时 Time |
|---|---|---|---|---|---|---|
";

/// Names a test as the table does.
pub fn name(proof: &Proof) -> String {
    match proof.of {
        Of::It => format!("`{}`", proof.test),
        Of::Lib => format!("`lib {}`", proof.test),
    }
}

fn control(proof: &Proof) -> String {
    if proof.test.ends_with(proof.control) {
        proof.fails.to_owned()
    } else {
        format!("{} (`{}`)", proof.fails, proof.control)
    }
}

/// Writes what stands between the marks.
pub fn written(run: &Run) -> String {
    let mut out = format!("{}\n\n{HEAD}", run.about);
    for promise in &PROMISES {
        let mut first = true;
        let mut row = |promise: &Promise, cells: [String; 5]| {
            let (number, words) = if std::mem::take(&mut first) {
                (
                    format!("P{}", promise.number),
                    format!("{}<br>{}", promise.zh, promise.en),
                )
            } else {
                Default::default()
            };
            let line = [number, words].into_iter().chain(cells);
            let line: Vec<String> = line.collect();
            out.push_str(&format!("| {} |\n", line.join(" | ")));
        };
        for proof in promise.proofs {
            let name = name(proof);
            let measured = run.tests.get(&name).cloned().unwrap_or(Measured {
                result: NOT_RUN.to_owned(),
                ..Measured::default()
            });
            let Measured {
                rounds,
                result,
                time,
            } = measured;
            row(promise, [name, control(proof), rounds, result, time]);
        }
        if let Some(later) = promise.later {
            let later = format!("later: {later}");
            let none = String::new;
            row(promise, [none(), none(), none(), later, none()]);
        }
    }
    out
}

/// Reads what was measured from what stands between the marks.
pub fn read(block: &str) -> Run {
    let mut run = Run {
        about: block.lines().next().unwrap_or_default().to_owned(),
        ..Run::default()
    };
    for line in block.lines().filter(|line| line.starts_with('|')) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        if let [_, _, _, test, _, rounds, result, time, _] = cells[..]
            && test.starts_with('`')
        {
            let measured = Measured {
                rounds: rounds.to_owned(),
                result: result.to_owned(),
                time: time.to_owned(),
            };
            run.tests.insert(test.to_owned(), measured);
        }
    }
    run
}

/// Returns README with another table.
pub fn replaced(readme: &str, block: &str) -> Option<String> {
    let (before, rest) = readme.split_once(MARKS.0)?;
    let (_, after) = rest.split_once(MARKS.1)?;
    Some(format!("{before}{}{block}{}{after}", MARKS.0, MARKS.1))
}

/// Returns what stands between the marks.
pub fn block(readme: &str) -> Option<&str> {
    let (_, rest) = readme.split_once(MARKS.0)?;
    Some(rest.split_once(MARKS.1)?.0)
}
