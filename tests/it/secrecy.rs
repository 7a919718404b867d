//! After a secret ballot nothing in the data folder says what anybody voted; the same search finds
//! every choice of a vote by name.

use crate::desk::{at, do_vote, line, open, to_the_motion};
use lianxi::desk::place::{OfMotion, Place};
use lianxi::desk::{Desk, Way};
use lianxi::domain::Command;
use lianxi::domain::ids::{MotionId, PersonId};
use lianxi::domain::session::agenda::{self, Item, ItemKind};
use lianxi::domain::vote::secret::{BallotCount, Papers};
use lianxi::domain::vote::slate::{Contender, Row, Sheet};
use lianxi::domain::vote::{Choice, Command as Vote};
use std::path::{Path, PathBuf};

/// Everybody who has a vote, and what they vote where it is by name.
const VOTERS: [(&str, &str); 4] = [
    ("甲一", "for"),
    ("甲二", "against"),
    ("乙一", "abstain"),
    ("乙二", "not_voting"),
];

fn every_file(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found
}

/// Returns how often the bytes of a folder say that somebody did that: in an event, in a ballot, or in
/// a result.
fn traces(folder: &Path, choice: &str) -> usize {
    let wanted = [
        format!("\"is\":\"{choice}\""),
        format!("\"voice\":\"{choice}\""),
        format!("\"stance\":\"{choice}\""),
    ];
    every_file(folder)
        .iter()
        .map(|path| {
            let bytes = std::fs::read(path).unwrap();
            let found = |wanted: &String| {
                let wanted = wanted.as_bytes();
                bytes
                    .windows(wanted.len())
                    .filter(|at| *at == wanted)
                    .count()
            };
            wanted.iter().map(found).sum::<usize>()
        })
        .sum()
}

/// Says whether some file names the person beside that choice, within one JSON object.
fn tells(folder: &Path, person: &str, choice: &str) -> bool {
    every_file(folder).iter().any(|path| {
        let bytes = std::fs::read(path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let event = format!("\"person\":\"{person}\",\"choice\":{{\"is\":\"{choice}\"");
        let mark = format!("\"{person}\":{{\"choice\":{{\"is\":\"{choice}\"");
        text.contains(&event) || text.contains(&mark)
    })
}

/// Walks back and forth, backs the file up, and closes it.
fn leave_everything_behind(mut desk: Desk, folder: &Path) {
    for way in [Way::Back, Way::Forth] {
        let _ = desk.walk(way).unwrap();
    }
    let _ = desk.back_up_now(&folder.join("backups")).unwrap();
    desk.save_draft(
        &Place::Motion("m1".into(), OfMotion::Papers),
        "{\"motion\":\"m1\"}",
        0,
    )
    .unwrap();
}

#[test]
fn after_a_secret_ballot_nothing_says_what_anybody_voted() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = open(folder.path(), 0);
    let (_, motion) = to_the_motion(&mut desk);
    let whole = |returned, yes, no, abstain| BallotCount::Whole {
        papers: Papers {
            returned,
            spoiled: returned - yes - no - abstain,
            yes,
            no,
            abstain,
        },
    };
    let count = |motion: &MotionId, count| Vote::CountPapers {
        motion: motion.clone(),
        count,
    };
    for command in [
        Vote::OpenSecretly {
            motion: motion.clone(),
            at: at("9:05"),
        },
        Vote::Take {
            motion: motion.clone(),
            person: PersonId::from("乙二"),
            choice: Choice::Recused {
                reason: line("亲属").into(),
            },
        },
        Vote::IssuePapers {
            motion: motion.clone(),
            number: 3,
            at: at("9:06"),
        },
        count(&motion, whole(3, 2, 1, 0)),
        // Both counts are made again, and a step back and forth leaves its lines too.
        count(&motion, whole(3, 1, 1, 1)),
        count(&motion, whole(3, 2, 0, 0)),
        count(&motion, whole(3, 2, 0, 0)),
        Vote::End {
            motion: motion.clone(),
            at: at("9:12"),
        },
    ] {
        do_vote(&mut desk, command).unwrap();
        let refused = desk.execute(&[Command::Vote(Vote::Take {
            motion: motion.clone(),
            person: PersonId::from("甲一"),
            choice: Choice::For,
        })]);
        assert!(refused.is_err());
    }
    leave_everything_behind(desk, folder.path());
    assert!(
        every_file(folder.path()).len() > 1,
        "the backup is searched too"
    );
    for (person, choice) in VOTERS {
        assert_eq!(traces(folder.path(), choice), 0, "{choice}");
        assert!(!tells(folder.path(), person, choice));
    }
    // Who withdrew is named, and nobody else.
    assert!(traces(folder.path(), "recused") > 0);
    for (person, _) in VOTERS {
        assert_eq!(tells(folder.path(), person, "recused"), person == "乙二");
    }
}

const OPTIONS: [&str; 3] = ["方案甲", "方案乙", "方案丙"];

/// Comes to a motion on which one of several is chosen.
fn to_the_options(desk: &mut Desk) -> MotionId {
    let (_, motion) = to_the_motion(desk);
    let item = desk.world().motion(&motion).unwrap().item.clone();
    let known = desk.world().item(&item).unwrap().clone();
    let _ = desk
        .execute(&[Command::Agenda(agenda::Command::Put(Item {
            kind: ItemKind::Decision {
                rule: "one-of-several".into(),
            },
            ..known
        }))])
        .unwrap();
    let contenders = OPTIONS.map(|name| Contender {
        name: line(name),
        person: None,
    });
    let set = Vote::SetSlate {
        motion: motion.clone(),
        seats: 1,
        contenders: contenders.to_vec(),
    };
    do_vote(desk, set).unwrap();
    motion
}

/// Says whether some file names the person beside an option, within one JSON object.
fn tells_option(folder: &Path, person: &str, option: &str) -> bool {
    let choice = format!("chooses\",\"option\":\"{option}");
    tells(folder, person, &choice)
}

#[test]
fn one_of_several_by_name_is_found_choice_by_choice_and_secretly_never() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = open(folder.path(), 0);
    let motion = to_the_options(&mut desk);
    let by_name = Vote::Open {
        motion: motion.clone(),
        at: at("9:05"),
    };
    do_vote(&mut desk, by_name).unwrap();
    let chosen = ["方案甲", "方案乙", "方案丙", "方案乙"];
    for ((person, _), option) in VOTERS.iter().zip(chosen) {
        let take = Vote::Take {
            motion: motion.clone(),
            person: PersonId::from(*person),
            choice: Choice::Chooses {
                option: line(option),
            },
        };
        do_vote(&mut desk, take).unwrap();
    }
    let at = at("9:12");
    do_vote(&mut desk, Vote::End { motion, at }).unwrap();
    leave_everything_behind(desk, folder.path());
    for ((person, _), chosen) in VOTERS.iter().zip(chosen) {
        for option in OPTIONS {
            let told = tells_option(folder.path(), person, option);
            assert_eq!(told, option == chosen, "{person} {option}");
        }
    }

    let folder = tempfile::tempdir().unwrap();
    let mut desk = open(folder.path(), 0);
    let motion = to_the_options(&mut desk);
    let row = |yes| Row {
        yes,
        ..Row::default()
    };
    let sheet = Sheet {
        issued: 4,
        returned: 4,
        valid: 4,
        rows: vec![row(1), row(2), row(1)],
        ..Sheet::default()
    };
    let count = || Vote::CountPapers {
        motion: motion.clone(),
        count: BallotCount::Slate {
            sheet: sheet.clone(),
        },
    };
    for command in [
        Vote::OpenSecretly {
            motion: motion.clone(),
            at: self::at("9:05"),
        },
        Vote::IssuePapers {
            motion: motion.clone(),
            number: 4,
            at: self::at("9:06"),
        },
        count(),
        count(),
        Vote::End {
            motion: motion.clone(),
            at,
        },
    ] {
        do_vote(&mut desk, command).unwrap();
    }
    leave_everything_behind(desk, folder.path());
    assert_eq!(traces(folder.path(), "chooses"), 0);
    for (person, _) in VOTERS {
        for option in OPTIONS {
            assert!(!tells_option(folder.path(), person, option));
        }
    }
}

/// The control: the search finds what there is to find.
#[test]
fn after_a_vote_by_name_the_same_search_finds_every_choice() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = open(folder.path(), 0);
    let (_, motion) = to_the_motion(&mut desk);
    let open = Vote::Open {
        motion: motion.clone(),
        at: at("9:05"),
    };
    do_vote(&mut desk, open).unwrap();
    for (person, choice) in VOTERS {
        let take = Vote::Take {
            motion: motion.clone(),
            person: PersonId::from(person),
            choice: match choice {
                "for" => Choice::For,
                "against" => Choice::Against,
                "abstain" => Choice::Abstain,
                _ => Choice::NotVoting,
            },
        };
        do_vote(&mut desk, take).unwrap();
    }
    let end = Vote::End {
        motion,
        at: at("9:12"),
    };
    do_vote(&mut desk, end).unwrap();
    leave_everything_behind(desk, folder.path());
    for (person, choice) in VOTERS {
        assert!(traces(folder.path(), choice) > 0, "{choice}");
        assert!(tells(folder.path(), person, choice), "{person} {choice}");
        for (_, other) in VOTERS {
            assert_eq!(tells(folder.path(), person, other), other == choice);
        }
    }
}
