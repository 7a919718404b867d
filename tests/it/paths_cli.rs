//! The steps of a matter from the command line: a village reconsiders, and what hangs on it is said.

use crate::shell::{EN, ZH, fine, sample};

/// The way of the sample's matter on which its lead village agreed.
const AGAIN: [&str; 19] = [
    "paths",
    "reconsider",
    "2026-1",
    "村民联名要求",
    "--village",
    "榆林岗村",
    "--entitled",
    "30",
    "--present",
    "25",
    "--yes",
    "4",
    "--no",
    "21",
    "--paper",
    "村档案柜，会议记录本第40页",
    "--reason",
    "雨季将至",
    "--abstain=0",
];

#[test]
fn a_village_reconsiders_and_what_rests_on_it_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let before = fine(data, ZH, &["paths", "show", "2026-1"]);
    assert!(!before.contains("复议"), "{before}");
    // A meeting to which nobody was called in time wants a reason.
    let hasty = [&AGAIN[..16], &["--noticed", "2026-11-22"]].concat();
    let (code, _, err) = sample(data, ZH, &hasty);
    assert_ne!(code, 0);
    assert!(err.contains("--reason"), "{err}");
    let said = fine(data, ZH, &AGAIN);
    assert!(said.contains("撤回了原来的同意"), "{said}");
    // Of the follow-ups, the one by which it was asked is none that carries it out.
    assert!(said.contains("要重新看的督办：灌渠清淤各段测量"), "{said}");
    assert!(!said.contains("榆林岗村按程序表决"), "{said}");
    let table = fine(data, ZH, &["paths", "show", "2026-1"]);
    assert!(table.contains("复议（原因：村民联名要求）"), "{table}");
    let table = fine(data, EN, &["paths", "show", "2026-1"]);
    assert!(table.contains("Reconsidered (村民联名要求)"), "{table}");
    let today = fine(data, ZH, &["boards", "today"]);
    assert!(today.contains("已不算数"), "{today}");
    let shown = fine(data, EN, &["boards", "list"]);
    assert!(shown.contains("No longer so"), "{shown}");
    // It agreed to nothing that could be taken up once more.
    for (language, words) in [(ZH, "没有可复议的"), (EN, "Nothing stands here")] {
        let (code, _, err) = sample(data, language, &AGAIN);
        assert_ne!(code, 0);
        assert!(err.contains(words), "{err}");
    }
}

#[test]
fn the_sample_says_one_thing_at_its_start() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let boards = fine(data, ZH, &["boards", "list"]);
    let late: Vec<&str> = boards
        .lines()
        .filter(|it| it.contains("片区") && it.contains("逾期"))
        .collect();
    assert!(late.is_empty(), "{late:?}");
    let matter = fine(data, ZH, &["matters", "show", "2026-1"]);
    assert!(matter.contains("提请各村"), "{matter}");
    assert!(!matter.contains("不须另由各村表决"), "{matter}");
}

#[test]
fn a_matter_that_is_filed_is_said_to_be_with_the_way_that_opens_it_again() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let given = ["matters", "withdraw", "2026-3", "村里另行处理"];
    let _said = fine(data, ZH, &given);
    let mut again = AGAIN;
    again[2] = "2026-3";
    for (language, closed) in [(ZH, "已撤回"), (EN, "withdrawn")] {
        let (code, _, err) = sample(data, language, &again);
        assert_ne!(code, 0);
        assert!(err.contains(closed), "{err}");
        assert!(err.contains("lianxi matters reopen"), "{err}");
    }
}
