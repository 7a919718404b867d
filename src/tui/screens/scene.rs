//! A small committee for the tests of screens: three villages, five people, one of them attending only.

use crate::domain::Command;
use crate::domain::ids::{PersonId, SeatId, VillageId};
use crate::domain::roster::{self, Capacity, Person, Seat, Standing, Village};
use crate::domain::text::Line;
use crate::i18n::Language;
use crate::tui::stage::Stage;

const VILLAGES: [&str; 3] = ["李家屯", "王庄", "张家湾"];

/// Name, role and village of everybody.
const PEOPLE: [(&str, &str, usize); 5] = [
    ("李长河", "书记", 0),
    ("李春梅", "委员", 0),
    ("王建国", "书记", 1),
    ("张秀英", "书记", 2),
    ("赵志强", "包村干部", 2),
];

/// Makes a line.
pub(super) fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

/// Opens the program at the home of the committee.
pub(super) fn committee(language: Language) -> Stage {
    let mut stage = Stage::founded(language, "东山片区联合党委");
    let mut commands = Vec::new();
    for (index, name) in VILLAGES.into_iter().enumerate() {
        commands.push(roster::Command::PutVillage(Village {
            figures: Vec::new(),

            id: VillageId::from(name),
            name: line(name),
            standing: if index == 0 {
                Standing::Lead
            } else {
                Standing::Joined
            },
            position: u32::try_from(index).unwrap() + 1,
            joined: None,
            left: None,
        }));
    }
    for (name, role, village) in PEOPLE {
        commands.push(roster::Command::PutPerson(Person {
            woman: false,
            kin: Vec::new(),

            id: PersonId::from(name),
            name: line(name),
        }));
        commands.push(roster::Command::PutSeat(Seat {
            households: None,
            shares: None,

            id: SeatId::from(name),
            person: PersonId::from(name),
            village: Some(VillageId::from(VILLAGES[village])),
            role: line(role),
            capacity: if name == "赵志强" {
                Capacity::Observer
            } else {
                Capacity::Voting
            },
            from: "2026-01-01".parse().unwrap(),
            to: None,
            counts: false,
        }));
    }
    let commands: Vec<Command> = commands.into_iter().map(Command::Roster).collect();
    stage.record(&commands);
    stage
}
