//! What `lianxi tally` refuses, and what it does not mind.

use super::{RULES, code, lines, run, told, traps, written};
use serde_json::{Value, json};
use std::process::{Command, Stdio};

/// Changes a good document at one place; each must be refused there.
#[test]
fn bad_input_is_refused_with_its_place() {
    type Harm = fn(&mut Value);
    let rows: [(&str, Harm); 19] = [
        ("vote_events[1].votes[2].option", |d| {
            d["vote_events"][1]["votes"][2]["option"] = json!("paired")
        }),
        ("vote_events[1].votes[2].option", |d| {
            d["vote_events"][1]["votes"][2]["option"] = json!("Yes")
        }),
        ("vote_events[1].votes[2].option", |d| {
            d["vote_events"][1]["votes"][2]["option"] = Value::Null
        }),
        ("vote_events[0].votes[1].weight", |d| {
            d["vote_events"][0]["votes"][1]["weight"] = json!(2)
        }),
        ("vote_events[0].votes[1].weight", |d| {
            d["vote_events"][0]["votes"][1]["weight"] = json!(0.5)
        }),
        ("vote_events[0].votes[1].weight", |d| {
            d["vote_events"][0]["votes"][1]["weight"] = json!("1")
        }),
        ("vote_events[4].votes", |d| {
            d["vote_events"][4].as_object_mut().unwrap().remove("votes");
        }),
        ("vote_events[0].votes[3].voter_id", |d| {
            d["vote_events"][0]["votes"][3]["voter_id"] = json!("lx-1")
        }),
        ("vote_events[0].votes[3].voter_id", |d| {
            d["vote_events"][0]["votes"][3]["voter_id"] = json!("nobody")
        }),
        ("vote_events[3].id", |d| {
            d["vote_events"][3]["id"] = json!("v-1-amended")
        }),
        ("persons[4].id", |d| {
            d["persons"][4]["id"] = json!("lx\u{200b}-1")
        }),
        ("motions[1].id", |d| d["motions"][1]["id"] = json!("m-1-a")),
        ("vote_events[0].counts[1].value", |d| {
            d["vote_events"][0]["counts"][1]["value"] = json!(-1)
        }),
        ("vote_events[0].counts[1].value", |d| {
            d["vote_events"][0]["counts"][1]["value"] = json!(1.5)
        }),
        ("vote_events[0].counts[1].value", |d| {
            d["vote_events"][0]["counts"][1]["value"] = json!(1e12)
        }),
        ("vote_events[0].counts[1].option", |d| {
            d["vote_events"][0]["counts"][1]["option"] = json!("aye")
        }),
        ("vote_events[2].result", |d| {
            d["vote_events"][2]["result"] = json!("tied")
        }),
        ("events[0].start_date", |d| {
            d["events"][0]["start_date"] = json!("2031-02-29")
        }),
        ("vote_events", |d| d["vote_events"] = json!({})),
    ];
    let folder = tempfile::tempdir().unwrap();
    let good: Value = serde_json::from_slice(&std::fs::read(traps()).unwrap()).unwrap();
    for (place, harm) in rows {
        let mut document = good.clone();
        harm(&mut document);
        let file = written(&folder, "bad.json", document.to_string());
        let output = run(&[], &[file]);
        let err = told(&output);
        assert_eq!(code(&output), 2, "{place}");
        assert!(output.stdout.is_empty(), "{place}");
        assert!(
            err.contains(&format!("bad.json: {place}: ")),
            "{place} is not told in {err}"
        );
    }
}

#[test]
fn what_is_no_document_is_refused() {
    let whole = std::fs::read(traps()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let twice = br#"{"persons":[{"id":"a"}],"vote_events":[{"id":"v","votes":[],"votes":[{"voter_id":"a","option":"yes"}]}]}"#;
    for bytes in [
        &b""[..],
        b"null",
        b"[]",
        b"{}",
        b"{\"meetings\": []}",
        b"{\"persons\": []}",
        b"\xff\xfe{\x00",
        b"{\"vote_events\": [1e999]}",
        twice,
        &whole[..whole.len() / 2],
        &[whole.clone(), b"{}".to_vec()].concat(),
        "[".repeat(200_000).as_bytes(),
        "{\"persons\":".repeat(200_000).as_bytes(),
    ] {
        let file = written(&folder, "bad.json", bytes);
        let output = run(&[], &[file]);
        let start: String = String::from_utf8_lossy(bytes).chars().take(60).collect();
        assert_eq!(code(&output), 2, "{start}");
        assert!(output.stdout.is_empty(), "{start}");
        assert!(told(&output).contains("bad.json: "), "{start}");
    }
}

#[test]
fn a_bad_file_outweighs_a_disagreement_and_stops_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let bad = written(&folder, "bad\u{1b}[2J.json", "{");
    let missing = folder.path().join("missing.json");
    let output = run(
        &["--rule", "majority-of-entitled"],
        &[bad, missing, traps()],
    );
    assert_eq!(code(&output), 2);
    assert_eq!(lines(&output).len(), 6);
    let err = told(&output);
    assert!(err.contains("missing.json"));
    assert!(!err.contains('\u{1b}'), "{err:?}");
}

#[test]
fn unclean_characters_are_no_reason_to_refuse() {
    let folder = tempfile::tempdir().unwrap();
    let raw = "\u{feff}{\"persons\":[{\"id\":\"a\u{1b}\",\"name\":\"一\n二\"}],\
               \"vote_\u{200b}events\":[{\"id\":\"v\u{202e}\",\"votes\":[{\"voter_id\":\"a\",\"option\":\"yes\u{200b}\"}]}]}";
    let file = written(&folder, "unclean.json", raw);
    let output = run(&[], &[file]);
    assert_eq!(code(&output), 0, "{}", told(&output));
    assert_eq!(lines(&output)[0]["id"], "v");
    let err = told(&output);
    for place in ["vote_events[0].id", "vote_events[0].votes[0].option"] {
        assert!(err.contains(place), "{place} is not told in {err}");
    }
}

#[test]
fn a_rule_that_does_not_exist_is_refused_with_those_that_do() {
    for rule in ["unanimous", "joint-major", "own.toml", ""] {
        let output = run(&["--rule", rule], &[traps()]);
        assert_eq!(code(&output), 2, "{rule}");
        assert!(output.stdout.is_empty(), "{rule}");
        if !rule.is_empty() && !rule.ends_with(".toml") {
            let err = told(&output);
            assert!(RULES.iter().all(|known| err.contains(known)), "{err}");
        }
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_fault() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_lianxi"))
        .arg("tally")
        .args([traps(), traps()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(code(&output), 0);
    assert!(!told(&output).contains("panicked"));
}
