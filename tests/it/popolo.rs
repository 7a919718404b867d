//! `lianxi import popolo`: what it takes in, what it tells, and that the same file twice is one file.
#![allow(clippy::print_stderr)]

use lianxi::desk::surroundings::{StoppedClock, TimeOrderedIds};
use lianxi::desk::{Desk, Way};
use lianxi::domain::World;
use lianxi::domain::session::attendance::Attendance;
use lianxi::domain::session::{Session, SessionState};
use lianxi::domain::vote::tally::Voice;
use lianxi::domain::vote::{Motion, MotionState, Outcome};
use lianxi::store::folder::Paths;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn data(&self) -> PathBuf {
        self.0.path().join("data")
    }

    fn written(&self, name: &str, document: &Value) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, document.to_string()).unwrap();
        path
    }

    fn import_in(&self, language: &str, more: &[&str], files: &[PathBuf]) -> (i32, String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_lianxi"))
            .args(["import", "popolo"])
            .args(more)
            .args(files)
            .env_clear()
            .env("LIANXI_DATA", self.data())
            .env("LIANXI_CLOCK", "2031-05-01T09:00")
            .env("LANG", language)
            .output()
            .unwrap();
        (
            output.status.code().unwrap(),
            String::from_utf8(output.stdout).unwrap(),
            String::from_utf8(output.stderr).unwrap(),
        )
    }

    fn import(&self, files: &[PathBuf]) -> (i32, String, String) {
        self.import_in("en_US.UTF-8", &[], files)
    }

    fn paths(&self) -> Paths {
        Paths::find(Some(self.data())).unwrap()
    }

    fn committees(&self) -> Vec<PathBuf> {
        self.paths().list().unwrap()
    }

    fn only(&self) -> Desk {
        let committees = self.committees();
        assert_eq!(committees.len(), 1);
        Desk::verify(&committees[0]).unwrap();
        let clock = StoppedClock::at("2031-05-01T09:00:00".parse().unwrap()).unwrap();
        let ids = Box::new(TimeOrderedIds);
        Desk::open(&committees[0], &self.paths(), Box::new(clock), ids).unwrap()
    }

    fn head(&self) -> String {
        self.only().head_code().unwrap()
    }
}

fn traps() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/joint-traps.popolo.json")
}

fn document() -> Value {
    serde_json::from_slice(&fs::read(traps()).unwrap()).unwrap()
}

fn filed(desk: &Desk, id: &str) -> (World, Session) {
    let world = desk.look(&id.into()).unwrap();
    let session = world.session(&id.into()).unwrap().clone();
    (world, session)
}

fn motion<'w>(world: &'w World, id: &str) -> &'w Motion {
    world.motion(&id.into()).unwrap()
}

#[test]
fn the_traps_are_filed_as_they_were_published() {
    let place = Place::new();
    let (code, out, err) = place.import(&[traps()]);
    assert_eq!(code, 1, "{out}{err}");
    insta::assert_snapshot!("popolo_traps@en", out);
    assert!(err.contains("persons[2].name"), "{err}");

    let desk = place.only();
    let world = desk.world();
    assert_eq!(
        world.committee.as_ref().unwrap().name.as_str(),
        "柳溪石桥云岭联席会议"
    );
    assert_eq!(world.people[&"lx-3".into()].name.as_str(), "柳溪·车前");
    assert_eq!((world.people.len(), world.seats.len()), (8, 8));
    let villages: Vec<&str> = world
        .villages_in_order()
        .iter()
        .map(|village| village.name.as_str())
        .collect();
    assert_eq!(villages, ["柳溪村", "石桥村", "云岭村"]);

    let (world, session) = filed(&desk, "s-7");
    assert_eq!(session.state, SessionState::Sealed);
    assert_eq!(
        session.published_as.as_ref().unwrap().as_str(),
        "第7次联席会议"
    );
    assert_eq!((session.ordinal, session.sealing.is_none()), (7, true));
    assert_eq!(session.opened.unwrap().to_string(), "2031-04-18T09:00");
    assert_eq!(session.roll.len(), 8);
    let agenda: Vec<(&str, &str)> = world
        .agenda(&session.id)
        .map(|item| {
            let number = item.published_number.as_ref().unwrap();
            (number.as_str(), item.title.as_str())
        })
        .collect();
    assert_eq!(agenda[1], ("2", "晒谷场轮用办法"));
    assert_eq!(agenda.len(), 5);

    let amended = motion(&world, "m-1");
    assert_eq!((amended.number, amended.item.as_str()), (2, "s-7#1"));
    assert_eq!(amended.mover.as_ref().unwrap().as_str(), "sq-1");
    assert_eq!(amended.seconder.as_ref().unwrap().as_str(), "yl-1");
    let result = amended.result().unwrap();
    assert_eq!(result.voice_of(&"sq-2".into()), Some(Voice::Recused));
    assert_eq!(result.outcome, Outcome::Adopted);
    let passed: Vec<bool> = result.tally.groups.iter().map(|it| it.passed).collect();
    assert_eq!(passed, [true, false, true]);
    let left = motion(&world, "m-2").result().unwrap();
    assert_eq!(left.voice_of(&"yl-1".into()), Some(Voice::Absent));
    assert_eq!(motion(&world, "m-2").wording(), "晒谷场按旬轮用");
    assert_eq!(
        motion(&world, "m-3").result().unwrap().outcome,
        Outcome::Tied
    );
}

#[test]
fn the_same_file_twice_changes_nothing_in_either_language() {
    let place = Place::new();
    let (code, first, _) = place.import(&[traps()]);
    let head = place.head();
    let (again, second, _) = place.import(&[traps(), traps()]);
    assert_eq!((code, again), (1, 1));
    assert!(first.contains(": taken in;") && !second.contains(": taken in;"));
    assert_eq!(second.matches("nothing changed").count(), 2, "{second}");
    let (_, chinese, _) = place.import_in("zh_CN.UTF-8", &[], &[traps()]);
    assert!(
        chinese.contains("没有变化") && !chinese.contains("没有改动"),
        "{chinese}"
    );
    assert_eq!(place.head(), head);
}

#[test]
fn a_session_on_file_is_left_as_it_is_and_a_new_one_beside_it_is_taken() {
    let place = Place::new();
    place.import(&[traps()]);
    let head = place.head();
    let mut changed = document();
    changed["vote_events"][0]["votes"][3]["option"] = json!("yes");
    let changed = place.written("changed.json", &changed);
    let (code, out, _) = place.import(&[changed]);
    assert_eq!(code, 1);
    assert!(out.contains("left as it was"), "{out}");
    assert!(out.contains("published 5, counted 6"), "{out}");
    let (_, out, _) = place.import_in("en", &["--rule", "two-thirds-of-cast"], &[traps()]);
    assert!(out.contains("left as it was"), "{out}");
    assert_eq!(place.head(), head);

    let mut later = document();
    later["events"][0]["id"] = json!("s-8");
    later["events"][0]["name"] = json!("Extra");
    later["persons"]
        .as_array_mut()
        .unwrap()
        .push(json!({"id": "new", "name": "新来"}));
    later["events"][0]["attendees"][8] = json!({"person_id": "new", "status": "present"});
    for name in ["motions", "vote_events"] {
        for row in later[name].as_array_mut().unwrap() {
            row["legislative_session_id"] = json!("s-8");
            row["id"] = json!(format!("8-{}", row["id"].as_str().unwrap()));
            if let Some(motion) = row.get("motion_id") {
                row["motion_id"] = json!(format!("8-{}", motion.as_str().unwrap()));
            }
        }
    }
    let later = place.written("later.json", &later);
    let (_, out, err) = place.import(&[later]);
    assert!(out.contains("Extra: taken in"), "{out}{err}");
    let desk = place.only();
    assert_eq!(desk.world().people.len(), 9);
    assert_eq!(filed(&desk, "s-8").1.ordinal, 8);
}

#[test]
fn where_nothing_differs_the_code_is_0() {
    let place = Place::new();
    let mut agreeing = document();
    agreeing["events"][0]
        .as_object_mut()
        .unwrap()
        .remove("attendees");
    let agreeing = place.written("agreeing.json", &agreeing);
    let (code, out, err) = place.import(&[agreeing]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.ends_with("differences 0\n"), "{out}");
}

/// Two of one sound are taken in, and whoever takes them in is told, as on the screen.
#[test]
fn names_of_one_sound_are_told_and_taken_in() {
    for (language, words) in [
        ("zh_CN.UTF-8", "读音或样子相同"),
        ("en_US.UTF-8", "sounds or looks as"),
    ] {
        let place = Place::new();
        let mut alike = document();
        let warned = |err: &str| err.lines().filter(|line| line.contains(words)).count();
        let plain = place.written("plain.json", &alike);
        let (_, _, err) = place.import_in(language, &[], &[plain]);
        assert_eq!(warned(&err), 0, "{err}");
        for (at, name) in [(0, "柳溪·安禾"), (1, "柳溪·安合")] {
            alike["persons"][at]["name"] = json!(name);
        }
        let place = Place::new();
        let file = place.written("alike.json", &alike);
        let (_, out, err) = place.import_in(language, &[], std::slice::from_ref(&file));
        assert_eq!(warned(&err), 1, "{err}");
        assert!(
            err.contains("柳溪·安禾") && err.contains("柳溪·安合"),
            "{err}"
        );
        assert_eq!(place.only().world().people.len(), 8, "{out}");
        // What is on file by now is told no more.
        let (_, _, err) = place.import_in(language, &[], &[file]);
        assert_eq!(warned(&err), 0, "{err}");
    }
}

#[test]
fn what_was_taken_in_is_not_undone() {
    let place = Place::new();
    place.import(&[traps()]);
    let mut desk = place.only();
    assert!(desk.walk(Way::Back).is_err());
}

#[test]
fn a_bad_file_takes_nothing_in_and_the_others_are_taken() {
    let place = Place::new();
    let mut long = document();
    long["motions"][1]["text"] = json!("村".repeat(16_001));
    long["events"][0]["organization_id"] = json!("other");
    let mut undated = document();
    undated["events"][0]["organization_id"] = json!("another");
    undated["events"][0]
        .as_object_mut()
        .unwrap()
        .remove("start_date");
    for vote in undated["vote_events"].as_array_mut().unwrap() {
        vote.as_object_mut().unwrap().remove("start_date");
    }
    let bad = [
        place.written("long.json", &long),
        place.written("undated.json", &undated),
        place.written("half.json", &json!({"persons": 1})),
        place.0.path().join("missing.json"),
        traps(),
    ];
    let (code, out, err) = place.import(&bad);
    assert_eq!(code, 2, "{out}{err}");
    for told in [
        "long.json: motions[1].text: 16001 characters",
        "undated.json: events[0].start_date: ",
        "half.json: persons: ",
        "missing.json: ",
    ] {
        assert!(err.contains(told), "{told} is not told in {err}");
    }
    // The control: the good one among them is taken in.
    assert_eq!(out.matches("taken in;").count(), 1, "{out}");
    place.only();
    let (code, _, err) = place.import_in("en", &["--rule", "joint-major"], &[traps()]);
    assert_eq!(code, 2);
    assert!(err.contains("majority-of-cast"), "{err}");
}

#[test]
fn a_motion_of_another_session_is_not_replaced() {
    let place = Place::new();
    place.import(&[traps()]);
    let head = place.head();
    let mut stolen = document();
    stolen["events"][0]["id"] = json!("s-9");
    for name in ["motions", "vote_events"] {
        for row in stolen[name].as_array_mut().unwrap() {
            row["legislative_session_id"] = json!("s-9");
        }
    }
    let (code, out, err) = place.import(&[place.written("stolen.json", &stolen)]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("stolen.json: motion: “m-1-a”"), "{err}");
    assert_eq!(place.head(), head);
}

#[test]
fn what_does_not_fit_together_is_told_and_not_swallowed() {
    let place = Place::new();
    let mut loose = document();
    loose["motions"][0]["agenda_item"] = json!("9");
    loose["motions"][1]["creator"] = json!({"name": "Nobody"});
    loose["motions"][2].as_object_mut().unwrap().remove("text");
    loose["vote_events"][3]
        .as_object_mut()
        .unwrap()
        .remove("motion_id");
    loose["vote_events"][4]["motion_id"] = json!("m-9");
    loose["vote_events"][5]["motion_id"] = json!("m-1");
    loose["vote_events"][5]["organization_id"] = json!("liuxi");
    loose["vote_events"][2]["legislative_session_id"] = json!("s-99");
    loose["vote_events"][2]["counts"][0]["value"] = json!(9);
    loose["motions"]
        .as_array_mut()
        .unwrap()
        .push(json!({"id": "m-astray", "legislative_session_id": "s-99", "text": "x"}));
    loose["events"]
        .as_array_mut()
        .unwrap()
        .push(json!({"id": "s-nowhere", "start_date": "2031-05-01"}));
    loose["memberships"][0]["start_date"] = json!("2031");
    loose["memberships"][0]["end_date"] = json!("2030-06");
    let (code, out, err) = place.import(&[place.written("loose.json", &loose)]);
    assert_eq!(code, 1, "{err}");
    insta::with_settings!({filters => vec![(r"(?m)^\S*loose\.json", "loose.json")]}, {
        insta::assert_snapshot!("popolo_loose@en", out);
    });
    let desk = place.only();
    let (world, session) = filed(&desk, "s-7");
    let motions: Vec<&str> = world
        .agenda(&session.id)
        .flat_map(|item| world.motions_of(&item.id))
        .map(|motion| motion.id.as_str())
        .collect();
    assert_eq!(
        motions,
        [
            "m-1",
            "v-5-unpublished",
            "m-3",
            "m-4",
            "m-5",
            "m-1-a",
            "v-3-tie",
            "v-4-nobody"
        ]
    );
    assert!(matches!(
        motion(&world, "m-4").state,
        MotionState::Withdrawn { .. }
    ));
    assert_eq!(desk.world().seats.len(), 7);
}

#[test]
fn each_organization_has_a_committee_of_its_own() {
    let place = Place::new();
    let mut two = document();
    two["events"].as_array_mut().unwrap().push(
        json!({"id": "l-1", "organization_id": "liuxi", "name": "第一次会议", "start_date": "2031-05-02"}),
    );
    let (code, out, err) = place.import(&[place.written("two.json", &two)]);
    assert_eq!(code, 1, "{err}");
    assert_eq!(out.matches("taken in;").count(), 2, "{out}");
    assert_eq!(place.committees().len(), 2);
    for committee in place.committees() {
        Desk::verify(&committee).unwrap();
    }
}

#[test]
fn the_three_real_meetings_are_one_committee() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real");
    let Ok(entries) = fs::read_dir(&folder) else {
        eprintln!("skipped: {} is not there", folder.display());
        return;
    };
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|it| it == "json"))
        .collect();
    files.sort();
    let place = Place::new();
    let (code, out, err) = place.import(&files);
    assert_eq!((code, err.as_str()), (1, ""));
    let lines: Vec<&str> = out.lines().collect();
    let id = "infrastructure-and-corporate-services-committee-2025-05-26";
    assert_eq!(lines.len(), 5, "{out}");
    for (line, start, votes, differences) in [
        (0, "2nd Meeting", 6, 0),
        (1, "6th Meeting", 10, 0),
        (2, "10th Meeting", 12, 2),
    ] {
        assert!(lines[line].starts_with(start), "{out}");
        let numbers = format!(
            "votes counted {votes}, as published {votes}, without a published result 0, differences {differences}"
        );
        assert!(lines[line].ends_with(&numbers), "{out}");
    }
    for (line, vote) in [(3, "5.2-1"), (4, "6-1")] {
        let told = format!("  Vote “{id}-{vote}”: listed as present and absent from the vote: ");
        assert!(lines[line].starts_with(&told), "{out}");
    }
    let desk = place.only();
    let sessions: Vec<u32> = desk
        .sessions(0, 9)
        .unwrap()
        .iter()
        .map(|it| it.ordinal)
        .collect();
    assert_eq!(sessions, [10, 6, 2]);
    let (_, second) = filed(
        &desk,
        "infrastructure-and-corporate-services-committee-2025-01-13",
    );
    let absent = second
        .roll
        .iter()
        .filter(|it| it.attendance == Attendance::Absent);
    assert_eq!((second.roll.len(), absent.count()), (6, 1));
    drop(desk);
    let head = place.head();
    assert_eq!(place.import(&files).0, 1);
    assert_eq!(place.head(), head);
}

/// A kill at any moment leaves all of a file or nothing of it: never a committee without sessions.
#[test]
fn a_kill_leaves_the_whole_committee_or_none() {
    for meant in 0..6 {
        let place = Place::new();
        let mut child = Command::new(env!("CARGO_BIN_EXE_lianxi"))
            .args(["import", "popolo"])
            .arg(traps())
            .env_clear()
            .env("LIANXI_DATA", place.data())
            .env("LIANXI_CLOCK", "2031-05-01T09:00")
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        // Killed as soon as the file has grown so far, or else when it is done.
        let folder = place.paths().committees();
        let grown = || {
            let files = fs::read_dir(&folder).into_iter().flatten().flatten();
            let bytes = files.filter_map(|file| file.metadata().ok());
            bytes.map(|file| file.len()).sum::<u64>()
        };
        while child.try_wait().unwrap().is_none() && grown() < meant * 40_000 {
            std::thread::yield_now();
        }
        let _dead_already = child.kill();
        child.wait().unwrap();
        for path in place.committees() {
            Desk::verify(&path).unwrap();
            assert!(!place.only().sessions(0, 9).unwrap().is_empty(), "{meant}");
        }
        let (code, _, err) = place.import(&[traps()]);
        assert!(code < 2, "{err}");
        assert!(!place.only().sessions(0, 9).unwrap().is_empty());
    }
}
