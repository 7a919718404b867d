//! `lianxi tally`: what it prints, what it refuses, and that it reproduces what was published.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stderr)]

mod bad;
mod printed;
mod published;
mod thresholds;

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const RULES: [&str; 6] = [
    "majority-of-cast",
    "majority-of-present",
    "majority-of-entitled",
    "two-thirds-of-cast",
    "two-thirds-of-entitled",
    "each-group-majority-of-present",
];

fn run(arguments: &[&str], files: &[PathBuf]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lianxi"))
        .arg("tally")
        .args(arguments)
        .args(files)
        .output()
        .unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    String::from_utf8(output.stdout.clone())
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn traps() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/joint-traps.popolo.json")
}

fn written(folder: &tempfile::TempDir, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// A document of `voices` (a letter each: y n a v x r) with nothing published.
fn votes_of(voices: &str) -> Value {
    let option = |letter| match letter {
        'y' => "yes",
        'n' => "no",
        'a' => "abstain",
        'v' => "not voting",
        'x' => "absent",
        _ => "recused",
    };
    let persons: Vec<Value> = (0..voices.len())
        .map(|n| json!({"id": n.to_string()}))
        .collect();
    let votes: Vec<Value> = voices
        .chars()
        .enumerate()
        .map(|(n, letter)| json!({"voter_id": n.to_string(), "option": option(letter)}))
        .collect();
    json!({"persons": persons, "vote_events": [{"id": "v", "votes": votes}]})
}

#[test]
fn the_traps_are_counted_as_they_were_published() {
    let output = run(&[], &[traps()]);
    assert_eq!(code(&output), 0, "{}", told(&output));
    let votes = lines(&output);
    let short: Vec<(&str, &str, &Value)> = votes
        .iter()
        .map(|vote| {
            (
                vote["id"].as_str().unwrap(),
                vote["outcome"].as_str().unwrap(),
                &vote["agrees"],
            )
        })
        .collect();
    let (yes, nothing) = (Value::Bool(true), Value::Null);
    assert_eq!(
        short,
        [
            ("v-1-amendment", "adopted", &yes),
            ("v-1-amended", "adopted", &yes),
            ("v-2-after-leaving", "adopted", &yes),
            ("v-3-tie", "rejected", &yes),
            ("v-4-nobody", "rejected", &yes),
            ("v-5-unpublished", "adopted", &nothing),
        ]
    );
    let first = String::from_utf8(output.stdout).unwrap();
    assert_eq!(
        first.lines().nth(1).unwrap(),
        "{\"id\":\"v-1-amended\",\"outcome\":\"adopted\",\"published\":\"pass\",\"agrees\":true,\
         \"counts\":{\"yes\":6,\"no\":1,\"abstain\":0,\"not_voting\":0,\"absent\":0,\"recused\":1},\
         \"groups\":{\
         \"liuxi\":{\"counts\":{\"yes\":3,\"no\":0,\"abstain\":0,\"not_voting\":0,\"absent\":0,\"recused\":0},\"passed\":true},\
         \"shiqiao\":{\"counts\":{\"yes\":1,\"no\":1,\"abstain\":0,\"not_voting\":0,\"absent\":0,\"recused\":1},\"passed\":false},\
         \"yunling\":{\"counts\":{\"yes\":2,\"no\":0,\"abstain\":0,\"not_voting\":0,\"absent\":0,\"recused\":0},\"passed\":true}},\
         \"criteria\":[{\"group\":null,\"inequality\":\"6 > 1\",\"holds\":true}]}"
    );
    let err = String::from_utf8(output.stderr).unwrap();
    for place in [
        "persons[2].name",
        "motions[2].text",
        "vote_events[1].votes[0].voter_id",
    ] {
        assert!(err.contains(place), "{place} is not told in {err}");
    }
}

#[test]
fn each_rule_writes_its_own_proof() {
    for (rule, proof) in [
        ("majority-of-cast", json!(["5 > 1"])),
        ("majority-of-present", json!(["2*5 > 7"])),
        ("majority-of-entitled", json!(["2*5 > 8"])),
        ("two-thirds-of-cast", json!(["3*5 >= 2*6", "5 > 0"])),
        ("two-thirds-of-entitled", json!(["3*5 >= 2*8", "5 > 0"])),
        (
            "each-group-majority-of-present",
            json!(["2*3 > 3", "2*1 > 3", "2*1 > 1"]),
        ),
    ] {
        let votes = lines(&run(&["--rule", rule], &[traps()]));
        let criteria = votes[2]["criteria"].as_array().unwrap();
        let written: Vec<&Value> = criteria
            .iter()
            .map(|criterion| &criterion["inequality"])
            .collect();
        assert_eq!(json!(written), proof, "{rule}");
        let adopted = criteria.iter().all(|criterion| criterion["holds"] == true);
        assert_eq!(votes[2]["outcome"] == "adopted", adopted, "{rule}");
    }
}

#[test]
fn a_group_that_fails_is_enough_and_is_named() {
    let output = run(&["--rule", "each-group-majority-of-present"], &[traps()]);
    assert_eq!(code(&output), 1);
    let votes = lines(&output);
    assert_eq!(votes[1]["agrees"], false);
    assert_eq!(
        votes[1]["criteria"],
        json!([
            {"group": "liuxi", "inequality": "2*3 > 3", "holds": true},
            {"group": "shiqiao", "inequality": "2*1 > 2", "holds": false},
            {"group": "yunling", "inequality": "2*2 > 2", "holds": true},
        ])
    );
    assert!(told(&output).contains("v-1-amended"));
}

#[test]
fn without_groups_the_whole_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(&folder, "a.json", votes_of("yyn").to_string());
    let votes = lines(&run(&["--rule", "each-group-majority-of-present"], &[file]));
    assert_eq!(votes[0]["groups"], json!({}));
    assert_eq!(
        votes[0]["criteria"],
        json!([{"group": null, "inequality": "2*2 > 3", "holds": true}])
    );
}

#[test]
fn nothing_is_adopted_without_a_yes() {
    let folder = tempfile::tempdir().unwrap();
    for (n, voices) in ["", "vv", "xr", "aaa"].into_iter().enumerate() {
        let file = written(&folder, &format!("{n}.json"), votes_of(voices).to_string());
        for rule in RULES {
            let votes = lines(&run(&["--rule", rule], std::slice::from_ref(&file)));
            assert_eq!(votes[0]["outcome"], "rejected", "{voices} by {rule}");
        }
    }
}

#[test]
fn a_published_number_that_differs_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let good: Value = serde_json::from_slice(&std::fs::read(traps()).unwrap()).unwrap();
    // The control of every count that agrees: one number changed is one that does not.
    for pointer in [
        "/vote_events/1/counts/0/value",
        "/vote_events/1/counts/5/value",
    ] {
        let mut document = good.clone();
        *document.pointer_mut(pointer).unwrap() = json!(7);
        let file = written(&folder, "differs.json", document.to_string());
        let output = run(&[], &[file]);
        assert_eq!(code(&output), 1, "{pointer}");
        assert_eq!(lines(&output)[1]["agrees"], false, "{pointer}");
        assert!(told(&output).contains("v-1-amended"), "{pointer}");
    }
    let mut document = good;
    document["vote_events"][1]["group_results"][1]["result"] = json!("pass");
    let file = written(&folder, "differs.json", document.to_string());
    assert_eq!(lines(&run(&[], &[file]))[1]["agrees"], false);
}

#[test]
fn the_same_vote_in_two_files_is_one_vote() {
    let folder = tempfile::tempdir().unwrap();
    let mut document: Value = serde_json::from_slice(&std::fs::read(traps()).unwrap()).unwrap();
    document["vote_events"][0]["votes"]
        .as_array_mut()
        .unwrap()
        .reverse();
    let reordered = written(&folder, "again.json", document.to_string());
    let output = run(&[], &[traps(), reordered]);
    assert_eq!((code(&output), lines(&output).len()), (0, 6));
    document["vote_events"][5]["votes"][0]["option"] = json!("no");
    let other = written(&folder, "other.json", document.to_string());
    let output = run(&[], &[traps(), other]);
    assert_eq!((code(&output), lines(&output).len()), (2, 6));
    assert!(told(&output).contains("other.json: vote_events[5].id: "));
}
