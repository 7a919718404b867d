//! What was published elsewhere is reproduced.

use super::{code, lines, run, told, votes_of, written};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn letters(yes: usize, no: usize, abstain: usize, not_voting: usize, absent: usize) -> String {
    [
        ("y", yes),
        ("n", no),
        ("a", abstain),
        ("v", not_voting),
        ("x", absent),
    ]
    .map(|(letter, times)| letter.repeat(times))
    .concat()
}

/// Published worked examples: id, source, rule, voices, adopted, first inequality.
#[test]
fn published_examples_are_reproduced() {
    let fig = "php-fig/fig-standards bylaws/001-voting-protocol.md §6";
    let munc = "github.com/MaxwellBo/Muncoordinated-2/issues/52";
    let grant = "github.com/AxLabs/grantshares/issues/38";
    let os = "github.com/OpenSlides/OpenSlides/issues/2258";
    let tvfy = "github.com/openaustralia/theyvoteforyou/issues/1196";
    let london = "explorience/open-council 2025-06-03 Council item 12";
    let legco = "LegCo 2012-10-17 vote 1 geographical group";
    let folder = tempfile::tempdir().unwrap();
    for (id, source, rule, voices, adopted, proof) in [
        (
            "FIG-M10",
            fig,
            "majority-of-cast",
            letters(6, 4, 0, 0, 0),
            true,
            "6 > 4",
        ),
        (
            "FIG-M11",
            fig,
            "majority-of-cast",
            letters(6, 5, 0, 0, 0),
            true,
            "6 > 5",
        ),
        (
            "FIG-M12",
            fig,
            "majority-of-cast",
            letters(6, 6, 0, 0, 0),
            false,
            "6 > 6",
        ),
        (
            "OS-2258",
            os,
            "majority-of-entitled",
            letters(50, 50, 0, 0, 0),
            false,
            "2*50 > 100",
        ),
        (
            "OS-2258",
            os,
            "majority-of-entitled",
            letters(51, 49, 0, 0, 0),
            true,
            "2*51 > 100",
        ),
        (
            "OS-2258",
            os,
            "two-thirds-of-cast",
            letters(66, 34, 0, 0, 0),
            false,
            "3*66 >= 2*100",
        ),
        (
            "OS-2258",
            os,
            "two-thirds-of-cast",
            letters(67, 33, 0, 0, 0),
            true,
            "3*67 >= 2*100",
        ),
        (
            "TVFY-1196",
            tvfy,
            "majority-of-entitled",
            letters(73, 72, 0, 0, 5),
            false,
            "2*73 > 150",
        ),
        (
            "TVFY-1196",
            tvfy,
            "majority-of-cast",
            letters(73, 72, 0, 0, 5),
            true,
            "73 > 72",
        ),
        (
            "MUNC-52-EXCL",
            munc,
            "two-thirds-of-cast",
            letters(2, 1, 7, 0, 0),
            true,
            "3*2 >= 2*3",
        ),
        (
            "MUNC-52-INCL",
            munc,
            "two-thirds-of-entitled",
            letters(2, 1, 7, 0, 0),
            false,
            "3*2 >= 2*10",
        ),
        (
            "GRANT-38-A",
            grant,
            "majority-of-present",
            letters(3, 0, 2, 0, 0),
            true,
            "2*3 > 5",
        ),
        (
            "GRANT-38-B",
            grant,
            "majority-of-present",
            letters(3, 0, 3, 0, 0),
            false,
            "2*3 > 6",
        ),
        (
            "LON-12",
            london,
            "two-thirds-of-cast",
            letters(9, 5, 0, 0, 1),
            false,
            "3*9 >= 2*14",
        ),
        (
            "LEG-EX",
            legco,
            "majority-of-present",
            letters(17, 15, 1, 1, 1),
            false,
            "2*17 > 34",
        ),
        (
            "LEG-EX",
            legco,
            "each-group-majority-of-present",
            letters(17, 15, 1, 1, 1),
            false,
            "2*17 > 34",
        ),
    ] {
        let file = written(&folder, "example.json", votes_of(&voices).to_string());
        let votes = lines(&run(&["--rule", rule], &[file]));
        let outcome = if adopted { "adopted" } else { "rejected" };
        assert_eq!(votes[0]["outcome"], outcome, "{id} of {source} by {rule}");
        assert_eq!(
            votes[0]["criteria"][0]["inequality"], proof,
            "{id} of {source}"
        );
    }
}

/// The published documents beside the project; `None`, and said so, where they are not there.
fn published() -> Option<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!(
            "skipped: the published documents are not at {}",
            folder.display()
        );
        return None;
    };
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    Some(files)
}

#[test]
fn published_meetings_are_reproduced_by_more_for_than_against() {
    let Some(files) = published() else { return };
    let output = run(&["--rule", "majority-of-cast"], &files);
    assert_eq!(code(&output), 0, "{}", told(&output));
    let votes = lines(&output);
    assert_eq!(votes.len(), 28);
    assert!(votes.iter().all(|vote| vote["agrees"] == true));
    assert_eq!(
        votes
            .iter()
            .filter(|vote| vote["published"] == "fail")
            .count(),
        4
    );
}

#[test]
fn published_meetings_differ_under_two_thirds_and_are_named() {
    let Some(files) = published() else { return };
    let output = run(&["--rule", "two-thirds-of-cast"], &files);
    assert_eq!(code(&output), 1);
    let differing: Vec<Value> = lines(&output)
        .into_iter()
        .filter(|vote| vote["agrees"] == false)
        .collect();
    assert_eq!(differing.len(), 1);
    assert_eq!(differing[0]["criteria"][0]["inequality"], "3*3 >= 2*5");
    assert!(told(&output).contains(differing[0]["id"].as_str().unwrap()));
}
