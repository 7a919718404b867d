//! The last session of the generated years, brought to where keys are measured.

use super::years::town::{item_id, session_id};
use lianxi::desk::Desk;
use lianxi::desk::surroundings::{CountedIds, StoppedClock};
use lianxi::domain::Command;
use lianxi::domain::dates::Minute;
use lianxi::domain::session::minutes::{self, Entry, EntryKind};
use lianxi::domain::session::{self, agenda};
use lianxi::domain::text::Text;
use lianxi::domain::vote::{self, Motion, Wording};
use lianxi::store::folder::Paths;
use std::path::Path;

const MOMENT: &str = "2026-11-23T09:00:00";

/// Opens the session of that number in a file, its first item, and a vote on it.
pub fn sit(file: &Path, paths: &Paths, number: u32) {
    let clock = StoppedClock::at(MOMENT.parse().unwrap()).unwrap();
    let ids = Box::new(CountedIds::after(1 << 40));
    let mut desk = Desk::open(file, paths, Box::new(clock), ids).unwrap();
    for command in to_sit(number) {
        let _recorded = desk.execute(&[command]).unwrap();
    }
}

/// The 2,000 lines that a character is typed into.
pub fn long_text() -> String {
    "按受益面积\n".repeat(1999)
}

fn to_sit(number: u32) -> Vec<Command> {
    let at = Minute::read("2026-11-23T09:00").unwrap();
    let (id, item) = (|| session_id(number), || item_id(number, 1));
    let entry = Entry {
        id: "long".into(),
        session: id(),
        item: item(),
        kind: EntryKind::Note,
        at,
        words: Text::new(&long_text()).unwrap(),
        live: None,
        checked: false,
        from_paper: false,
        restated: false,
    };
    let motion = Motion::draft(
        "live".into(),
        id(),
        item(),
        vec![Wording {
            at,
            text: Text::new("同意所议方案。").unwrap(),
            turn: None,
        }],
    );
    vec![
        Command::Session(session::Command::CallRoll(id())),
        Command::Session(session::Command::AllPresent { id: id(), at }),
        Command::Session(session::Command::Open { id: id(), at }),
        Command::Agenda(agenda::Command::Start { item: item(), at }),
        Command::Minutes(minutes::Command::Add(entry)),
        Command::Vote(vote::Command::Draft(motion)),
        Command::Vote(vote::Command::Open {
            motion: "live".into(),
            at,
        }),
    ]
}
