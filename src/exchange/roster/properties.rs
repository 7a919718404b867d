//! What holds of every roster file and every world.
#![allow(clippy::unwrap_used)]

use super::tests::{carry_out, day, file, founded, take};
use super::{Cause, Wording, export, read};
use crate::domain::ids::{PersonId, SeatId, VillageId};
use crate::domain::roster::{self, Capacity, Person, Seat, Standing, Village};
use crate::domain::text::Line;
use crate::domain::{Command, World};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;

/// A file of few people and villages, so that rows meet each other.
fn rows() -> impl Strategy<Value = String> {
    let dates = || {
        select(vec![
            "",
            "",
            "2026-01-01",
            "2026-06-30",
            "2026-11-23",
            "2027-03-01",
        ])
    };
    let row = (
        select(vec!["片区", "乙村", "丙村"]),
        select(vec!["张三", "李四"]),
        select(vec!["书记", "委员"]),
        select(vec!["", "出席", "列席"]),
        (dates(), dates()),
        select(vec!["", "", "", "是", "否"]),
        select(vec!["", "", "1", "2"]),
    );
    (proptest::collection::vec(row, 0..5), any::<bool>()).prop_map(|(rows, dated)| {
        let mut out = if dated {
            "村,姓名,职务,席位,计入,编号,领建村,起,止\n"
        } else {
            "村,姓名,职务,席位,计入,编号,领建村\n"
        }
        .to_owned();
        out.push_str("甲村,王五,书记,,,,是");
        out.push_str(if dated { ",,\n" } else { "\n" });
        for (village, name, role, capacity, (from, to), counts, reference) in rows {
            let dates = if dated {
                format!(",{from},{to}")
            } else {
                String::new()
            };
            out.push_str(&format!(
                "{village},{name},{role},{capacity},{counts},{reference},{dates}\n"
            ));
        }
        out
    })
}

/// A world as the desk lets it become: names as they come, one lead village, one seat that counts.
fn worlds() -> impl Strategy<Value = World> {
    let name = prop_oneof![
        "[村甲乙=+@'\"，, ａA-]{1,6}",
        "\\PC{1,8}",
        Just("area".to_owned()),
    ];
    let village = (name.clone(), 0..3u8);
    let seat = (
        (0..6usize, proptest::option::of(0..5usize), name.clone()),
        (any::<bool>(), any::<bool>()),
        (-400..5i64, proptest::option::of(0..400i64)),
    );
    (
        proptest::collection::vec(village, 1..5),
        proptest::collection::vec(name, 1..6),
        proptest::collection::vec(seat, 0..12),
    )
        .prop_map(|(villages, people, seats)| {
            let mut world = founded();
            let mut keys = BTreeSet::new();
            for (number, (name, left)) in villages.into_iter().enumerate() {
                let Ok(name) = Line::new(&name) else { continue };
                if !keys.insert(name.key()) {
                    continue;
                }
                let lead = world.villages.is_empty();
                let village = Village {
                    figures: Vec::new(),

                    id: VillageId::from(format!("v{number}")),
                    name,
                    standing: if lead {
                        Standing::Lead
                    } else {
                        Standing::Joined
                    },
                    position: 1,
                    joined: None,
                    left: (left == 0 && !lead).then(|| day("2026-11-24")),
                };
                carry_out(
                    &mut world,
                    &[Command::Roster(roster::Command::PutVillage(village))],
                );
            }
            for (number, name) in people.into_iter().enumerate() {
                let Ok(name) = Line::new(&name) else { continue };
                let id = PersonId::from(format!("p{number}"));
                let person = Person {
                    woman: false,
                    kin: Vec::new(),
                    id,
                    name,
                };
                carry_out(
                    &mut world,
                    &[Command::Roster(roster::Command::PutPerson(person))],
                );
            }
            let mut taken = BTreeSet::new();
            for (number, ((person, village, role), (voting, counts), (from, to))) in
                seats.into_iter().enumerate()
            {
                let Ok(role) = Line::new(&role) else { continue };
                let from = day("2026-11-23") + chrono::Duration::days(from);
                let seat = Seat {
                    households: None,
                    shares: None,

                    id: SeatId::from(format!("s{number}")),
                    person: PersonId::from(format!("p{person}")),
                    village: village.map(|village| VillageId::from(format!("v{village}"))),
                    capacity: if voting {
                        Capacity::Voting
                    } else {
                        Capacity::Observer
                    },
                    from,
                    to: to.map(|days| from + chrono::Duration::days(days)),
                    counts,
                    role,
                };
                let known = world.people.contains_key(&seat.person)
                    && seat
                        .village
                        .as_ref()
                        .is_none_or(|id| world.villages.contains_key(id));
                let key = (seat.person.clone(), seat.village.clone(), seat.role.key());
                if known && taken.insert(key) {
                    carry_out(
                        &mut world,
                        &[Command::Roster(roster::Command::PutSeat(seat))],
                    );
                }
            }
            world
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&bytes, &founded(), day("2026-11-23"), &mut || "id".to_owned());
    }

    #[test]
    fn what_is_nearly_a_roster_never_panics_and_comes_to_something_whole(
        text in "(村|姓名|职务|lead|起|止|计入|编号|,|\n|\r|\"|是|否|2026-02-30|2026-1-1|甲|=|'|\u{200b}){0,60}",
        headed in any::<bool>(),
    ) {
        let text = if headed { file(&text) } else { text };
        let mut world = founded();
        match take(&world, &text) {
            Ok(intake) => {
                carry_out(&mut world, &intake.commands);
                prop_assert_eq!(take(&world, &text).unwrap().commands, []);
            }
            Err(faults) => prop_assert!(!faults.is_empty()),
        }
    }

    #[test]
    fn what_is_written_is_what_stands(world in worlds(), chinese in any::<bool>()) {
        let wording = if chinese { Wording::Chinese } else { Wording::English };
        let text = export(&world, day("2026-11-23"), wording);
        let mut written = csv::Reader::from_reader(text.as_bytes());
        for cell in written.records().flat_map(|row| row.unwrap().iter().map(String::from).collect::<Vec<_>>()) {
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']), "{cell}");
        }
        match take(&world, &text) {
            Ok(intake) => prop_assert_eq!(intake.commands, []),
            Err(faults) => prop_assert!(
                faults.iter().all(|fault| fault.cause == Cause::NoRows),
                "{:?}\n{}", faults, text
            ),
        }
    }

    #[test]
    fn a_second_time_nothing_is_left_to_do(first in rows(), second in rows(), later in 0..60i64) {
        let mut world = founded();
        let mut number = 0;
        let mut new_id = || {
            number += 1;
            format!("id-{number}")
        };
        let today = day("2026-11-23");
        for text in [first, second] {
            if let Ok(intake) = read(text.as_bytes(), &world, today, &mut new_id) {
                carry_out(&mut world, &intake.commands);
                let later = today + chrono::Duration::days(later);
                for day in [today, later] {
                    let again = read(text.as_bytes(), &world, day, &mut new_id).unwrap();
                    prop_assert_eq!(again.commands, [], "{} {}", day, text);
                }
            }
        }
    }
}
