//! Files that were made, or damaged, to do harm.

use super::super::{Cleaned, MOST_BYTES, MOST_FAULTS, read, write};
use super::{HALF, refused, shipped, taken, with};
use crate::domain::rule::presets;
use std::time::{Duration, Instant};

#[test]
fn what_could_drive_a_terminal_is_dropped_and_told() {
    let text = with(HALF).replace("\"c\"", "\"第\\u001b[2J\u{202e}八条\"");
    let reading = read(text.as_bytes(), shipped).unwrap();
    assert_eq!(reading.rules[0].clause, "第[2J八条");
    assert_eq!(
        reading.cleaned,
        [Cleaned {
            line: 4,
            place: "rule[0].clause".into(),
            dropped: 2
        }]
    );
}

#[test]
fn a_file_made_to_exhaust_the_program_is_refused_at_once() {
    let deep =
        |open: &str, close: &str| format!("pass = {}{}", open.repeat(20_000), close.repeat(20_000));
    let many = with(HALF).replace("\"own\"\nprov", "\"@\"\nprov");
    let many: String = (0..2000)
        .map(|at| many.replace('@', &at.to_string()))
        .collect();
    let wide = |count: usize| {
        with(&format!(
            "pass = {{ all = [{}] }}",
            "{ more_than = \"1/2\", of = \"cast\" },".repeat(count)
        ))
    };
    let dotted = format!("{} = 1", vec!["a"; 60_000].join("."));
    let keys: String = (0..20_000).map(|at| format!("k{at} = 1\n")).collect();
    let ids: String = (0..100).map(|at| with(HALF).replace("own\"\nprov", &format!("i{at}\"\nprov")).replace("pass", &format!("quorum.second_call = {{ within_days = 1, notice = \"n\", by = \"i{}\" }}\npass", (at + 1) % 100))).collect();
    for (name, text) in [
        ("lists", with(&deep("[", "]"))),
        ("tables", with(&deep("{ all = [", "] }"))),
        ("rules", many),
        ("criteria", wide(1_000)),
        ("criteria past all", wide(6_000)),
        ("dotted", dotted),
        ("fields", keys),
        ("chain", ids),
        ("open", "{ any = [".repeat(10_000)),
        ("large", with(&format!("# {}", "x".repeat(MOST_BYTES)))),
        (
            "long",
            with(HALF).replace("\"c\"", &format!("\"{}\"", "条".repeat(50_000))),
        ),
    ] {
        let begun = Instant::now();
        let faults = refused(&text);
        let took = begun.elapsed();
        assert!(
            !faults.is_empty() && faults.len() <= MOST_FAULTS + 1,
            "{name}"
        );
        assert!(took < Duration::from_secs(5), "{name} took {took:?}");
    }
}

/// Bits turned over and files cut off anywhere: an answer each time, and what is taken is taken again.
#[test]
fn two_thousand_damaged_files_are_answered() {
    let whole = write(presets()).into_bytes();
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut below = |most: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(most).unwrap()).unwrap()
    };
    let starts = whole.windows(8).enumerate();
    let mut heads: Vec<usize> = starts
        .filter(|(_, bytes)| bytes == b"[[rule]]")
        .map(|(at, _)| at)
        .collect();
    heads.push(whole.len());
    let (begun, mut stood) = (Instant::now(), 0);
    for round in 0..2000 {
        let at = below(heads.len() - 1);
        let mut bytes = whole[heads[at]..heads[at + 1]].to_vec();
        if round % 2 == 0 {
            bytes.truncate(below(bytes.len()) + 1);
        } else {
            for _ in 0..=below(3) {
                let at = below(bytes.len());
                bytes[at] ^= 1 << below(8);
            }
        }
        if let Ok(reading) = read(&bytes, shipped) {
            let written = write(&reading.rules);
            assert_eq!(taken(&written), reading.rules, "{written}");
            stood += 1;
        }
    }
    assert!(stood > 20, "only {stood} stood");
    let took = begun.elapsed();
    assert!(took < Duration::from_secs(60), "{took:?}");
}
