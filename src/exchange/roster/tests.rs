//! What comes of roster files: taken in once, told of every fault, and written as they are read.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::{Cause, Column, Intake, RowFault, Wording, escape, export, read, template, unescape};
use crate::domain::ids::CommitteeId;
use crate::domain::roster::{self, Capacity, Committee, Standing, Village};
use crate::domain::text::Line;
use crate::domain::{Command, World, apply, decide};
use chrono::NaiveDate;
use std::collections::BTreeSet;

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

pub(super) fn founded() -> World {
    let mut world = World::default();
    let committee = Committee {
        id: CommitteeId::from("c"),
        name: line("某片区党委联席会议"),
        sample: false,
        own_rules: None,
        rules_before: Vec::new(),
        boards: Default::default(),
    };
    carry_out(
        &mut world,
        &[Command::Roster(roster::Command::Found(committee))],
    );
    world
}

pub(super) fn carry_out(world: &mut World, commands: &[Command]) {
    for command in commands {
        for event in decide(world, command).unwrap() {
            apply(world, &event);
        }
    }
}

pub(super) fn take(world: &World, text: &str) -> Result<Intake, Vec<RowFault>> {
    let mut number = world.villages.len() + world.people.len() + world.seats.len();
    read(text.as_bytes(), world, day("2026-11-23"), &mut || {
        number += 1;
        format!("id-{number}")
    })
}

/// Takes a file in twice; the second time nothing is left to do.
fn world_of(text: &str) -> World {
    let mut world = founded();
    let intake = take(&world, text).unwrap();
    carry_out(&mut world, &intake.commands);
    assert_eq!(take(&world, text).unwrap().commands, [], "{text}");
    world
}

const HEAD: &str = "村,姓名,职务,席位,起,止,计入,领建村,编号\n";

pub(super) fn file(rows: &str) -> String {
    format!("{HEAD}东集村,李秀英,书记,出席,2026-01-01,,是,是,\n{rows}")
}

#[test]
fn headings_of_both_languages_in_any_order_with_a_mark() {
    let world = world_of(
        "\u{feff}职务,NAME,Ｃａｐａｃｉｔｙ, 村 ,lead,to\r\n\
         书记,李秀英,,东集村,√,\r\n\r\n委员,王 强,voting,西集村,,2027年1月31日\r\n\
         会计,王强,列席,片区,,\r\n顾问,赵律师,observer,,,2027/1/31\r\n,,,,,\r\n",
    );
    let villages = world.villages_in_order();
    let names: Vec<_> = villages
        .iter()
        .map(|village| village.name.as_str())
        .collect();
    assert_eq!(names, ["东集村", "西集村"]);
    assert_eq!(villages[0].standing, Standing::Lead);
    assert_eq!((villages[0].position, villages[1].position), (1, 2));
    assert_eq!((world.people.len(), world.seats.len()), (3, 4));
    let ends: BTreeSet<_> = world.seats.values().filter_map(|seat| seat.to).collect();
    assert_eq!(ends, BTreeSet::from([day("2027-01-31")]));
    let from: BTreeSet<_> = world.seats.values().map(|seat| seat.from).collect();
    assert_eq!(from, BTreeSet::from([day("2026-11-23")]));
    let area = world.seats.values().filter(|seat| seat.village.is_none());
    assert_eq!(area.count(), 2);
}

#[test]
fn two_people_of_one_name_are_told_apart_by_their_reference() {
    let world = world_of(&file(
        "东集村,王强,委员,,,,,,1\n西集村,王强,委员,,,,,,2\n西集村,王强,会计,,,,,,\n",
    ));
    assert_eq!(world.people.len(), 4);
    let faults = take(&world, &file("西集村,王强,文书,,,,,,\n")).unwrap_err();
    assert_eq!(faults[0].cause, Cause::WhichPerson { people: 3 });
    let written = export(&world, day("2026-11-23"), Wording::English);
    assert_eq!(take(&world, &written).unwrap().commands, []);
    let strong = world.people.values().find(|p| p.name.as_str() == "王强");
    let faults = take(
        &world,
        &file(&format!("西集村,李四,文书,,,,,,{}\n", strong.unwrap().id)),
    )
    .unwrap_err();
    assert_eq!(
        faults[0].cause,
        Cause::RefOfAnother {
            name: line("王强")
        }
    );
}

#[test]
fn what_stands_is_changed_and_not_doubled() {
    let mut world = world_of(&file("西集村,李秀英,委员,,2025-01-01,,,否,\n"));
    let text = "村,姓名,职务,席位,止,领建村\n东集村,李秀英,书记,,,否\n西集村,李秀英,委员,列席,2026-12-31,是\n";
    let intake = take(&world, text).unwrap();
    assert_eq!(intake.commands.len(), 3, "{:?}", intake.commands);
    carry_out(&mut world, &intake.commands);
    assert_eq!((world.people.len(), world.seats.len()), (1, 2));
    assert_eq!(world.villages_in_order()[0].name.as_str(), "西集村");
    let member = world
        .seats
        .values()
        .find(|seat| seat.role.as_str() == "委员");
    let member = member.unwrap();
    assert_eq!(member.from, day("2025-01-01"));
    assert_eq!(member.to, Some(day("2026-12-31")));
    assert_eq!(member.capacity, Capacity::Observer);
    assert_eq!(take(&world, text).unwrap().commands, []);
}

#[test]
fn a_role_held_twice_at_different_times_is_two_seats() {
    let world = world_of(&file(
        "东集村,王强,委员,,2020-01-01,2021-12-31,,,\n东集村,王强,委员,,2024-01-01,,,,\n",
    ));
    assert_eq!(world.seats.len(), 3);
}

#[test]
fn one_role_in_two_rows_without_days_is_one_seat_though_whoever_held_it_has_left() {
    let world = world_of(&file("西集村,王强,委员,,2026-01-01,2026-01-01,,,\n"));
    let again = "村,姓名,职务,席位\n西集村,王强,委员,\n西集村,王强,委员,列席\n";
    let faults = take(&world, again).unwrap_err();
    assert_eq!(faults[0].cause, Cause::SeatTwice { line: 2 });
    assert_eq!(faults[0].line, 3);
}

#[test]
fn unclean_cells_are_cleaned_and_told() {
    let world = founded();
    let intake = take(&world, &file("东集\u{200b}村,王\u{1b}强,委\t员,,,,,,\n")).unwrap();
    let told: Vec<_> = intake
        .cleaned
        .iter()
        .map(|cell| {
            (
                cell.line,
                cell.column.as_str(),
                cell.value.as_str(),
                cell.dropped,
            )
        })
        .collect();
    assert_eq!(told, [(3, "村", "东集村", 1), (3, "姓名", "王强", 1)]);
    assert_eq!(intake.commands.len(), 5);
}

#[test]
fn what_looks_like_a_formula_is_text() {
    let world = world_of(&file(
        "东集村,=1+1,@委员,,,,,,-2\n东集村,'+1,＝顾问,,,,,,\n",
    ));
    let names: BTreeSet<_> = world
        .people
        .values()
        .map(|person| person.name.as_str())
        .collect();
    assert_eq!(names, BTreeSet::from(["=1+1", "+1", "李秀英"]));
}

#[test]
fn no_cell_that_is_written_begins_like_a_formula() {
    for first in [
        "=", "+", "-", "@", "\t", "\r", "\0", "\n", "＝", "＋", "－", "＠",
    ] {
        for apostrophes in ["", "'", "''"] {
            let cell = format!("{apostrophes}{first}1+1");
            assert!(escape(&cell).starts_with('\''), "{cell:?}");
            assert_eq!(unescape(&escape(&cell)), cell);
        }
    }
    // The control: plain words are left as they are.
    for plain in ["'tis", "李秀英", "", "'"] {
        assert_eq!(escape(plain), plain);
        assert_eq!(unescape(plain), plain);
    }
}

#[test]
fn the_template_is_a_roster_that_can_be_taken_in() {
    for wording in [Wording::Chinese, Wording::English] {
        let text = template(wording);
        assert!(text.starts_with('\u{feff}'));
        let world = world_of(&text);
        assert_eq!((world.villages.len(), world.seats.len()), (2, 3));
    }
}

#[test]
fn a_village_that_left_takes_no_new_seats() {
    let mut world = world_of(&file("西集村,王强,委员,,,,,,\n"));
    let left = day("2026-06-30");
    let mut village = Village::clone(world.villages_in_order()[1]);
    village.left = Some(left);
    carry_out(
        &mut world,
        &[Command::Roster(roster::Command::PutVillage(village))],
    );
    let faults = take(&world, &file("西集村,赵六,委员,,,,,,\n")).unwrap_err();
    assert_eq!(faults[0].cause, Cause::VillageLeft { on: left });
    assert!(!export(&world, day("2026-11-23"), Wording::Chinese).contains("王强"));
}

#[test]
fn a_standing_lead_village_gives_way_only_by_name() {
    let world = world_of(&file("西集村,王强,委员,,,,,,\n"));
    let faults = take(&world, "村,姓名,职务,领建村\n西集村,王强,委员,是\n").unwrap_err();
    assert_eq!(faults.len(), 1);
    assert_eq!(
        faults[0].cause,
        Cause::TwoLeads {
            name: line("东集村")
        }
    );
    let faults = take(&world, "村,姓名,职务\n东 集村,王强,委员\n").unwrap_err();
    assert_eq!(
        faults[0].cause,
        Cause::LooksLike {
            name: line("东集村")
        }
    );
}

#[test]
fn every_column_is_found_by_what_is_written_for_it() {
    for column in Column::ALL {
        for wording in [Wording::Chinese, Wording::English] {
            assert_eq!(Column::of(column.heading(wording)), Some(column));
        }
    }
}

#[test]
fn a_village_joins_and_leaves_on_its_days_and_nothing_says_two_of_them() {
    let text = "村,姓名,职务,领建村,村加入,left\n东集村,李秀英,书记,是,,\n\
                西集村,王强,书记,,2026-06-01,2027-01-01\n西集村,张三,委员,,2026-06-01,\n";
    let world = world_of(text);
    let villages = world.villages_in_order();
    let west = villages.iter().find(|it| it.name.as_str() == "西集村");
    let west = west.unwrap();
    assert_eq!(west.joined, Some(day("2026-06-01")));
    assert_eq!(west.left, Some(day("2027-01-01")));
    for (on, belongs) in [
        ("2026-05-31", false),
        ("2026-06-01", true),
        ("2026-12-31", true),
        ("2027-01-01", false),
    ] {
        assert_eq!(west.belongs_on(day(on)), belongs, "{on}");
    }
    let written = export(&world, day("2026-11-23"), Wording::Chinese);
    assert!(written.contains("2026-06-01,2027-01-01"), "{written}");
    assert_eq!(take(&world, &written).unwrap().commands, []);
    let head = "村,姓名,职务,领建村,村加入,村退出\n东集村,李秀英,书记,是,,\n";
    for (rows, cause) in [
        (
            "西集村,王强,书记,,2026-06-01,\n西集村,张三,委员,,2026-06-02,\n",
            Cause::DayDisputed { line: 3 },
        ),
        (
            "西集村,王强,书记,,2026-06-01,2026-05-01\n",
            Cause::LeftBeforeJoined {
                from: day("2026-06-01"),
            },
        ),
        ("片区,赵律师,顾问,,2026-06-01,\n", Cause::DayOfArea),
        ("西集村,王强,书记,,2026-02-30,\n", Cause::NotADay),
    ] {
        let faults = take(
            &world_of("村,姓名,职务,领建村\n东集村,李秀英,书记,是\n"),
            &format!("{head}{rows}"),
        );
        let faults = faults.unwrap_err();
        assert_eq!(faults[0].cause, cause);
    }
}
