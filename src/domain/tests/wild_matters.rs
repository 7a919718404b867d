//! Whatever is tried with matters: numbers are one each, and every matter stands somewhere.

use super::matters::{become_, intake, receive, screen, why};
use super::stage::{Stage, day, item};
use crate::domain::matter::life::{facts, stage as at_stage};
use crate::domain::matter::{Became, Command as Of, MatterState};
use crate::domain::session::agenda::{self, ItemKind};
use crate::domain::{Command, Event, World, apply};
use proptest::prelude::*;

/// What a clerk may try with a matter, wise or not.
fn anything() -> impl Strategy<Value = (u8, u8, u8)> {
    (0..14_u8, 0..4_u8, 0..4_u8)
}

fn tried(kind: u8, id: u8, other: u8, next: usize) -> Command {
    let (id, other) = (format!("m{id}"), format!("m{other}"));
    let reason = why();
    match kind {
        0..3 => receive(&id, "修渠"),
        3 | 4 => screen(&id),
        5 => become_(&id, Became::SentBack { reason }),
        6 => Command::Matter(Of::Mend {
            matter: id.into(),
            on: day("11-10"),
            intake: Box::new(intake("修渠二")),
        }),
        7 => become_(&id, Became::Withdrawn { reason }),
        8 => become_(&id, Became::Reopened { reason }),
        9 => become_(&id, Became::Filed),
        10 => become_(
            &id,
            Became::MergedInto {
                matter: other.into(),
                number: crate::domain::matter::Number {
                    year: 2026,
                    serial: 99,
                },
                reason,
            },
        ),
        11 => Command::Matter(Of::Split {
            matter: id.into(),
            into: other.into(),
            on: day("11-20"),
            intake: Box::new(intake("分出")),
        }),
        12 => Command::Agenda(agenda::Command::Put(agenda::Item {
            matter: Some(id.into()),
            ..item("s1", &format!("x{next}"), ItemKind::Discussion)
        })),
        _ => Command::Agenda(agenda::Command::Remove(format!("x{other}").into())),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_tried_numbers_are_one_each_and_every_matter_stands_somewhere(
        tries in proptest::collection::vec(anything(), 1..60),
    ) {
        let mut stage = Stage::planned();
        for (next, (kind, id, other)) in tries.into_iter().enumerate() {
            let _tried = stage.attempt(&tried(kind, id, other, next % 4));
            let world = &stage.world;
            let mut numbers: Vec<_> = world.matters.values().map(|it| it.number).collect();
            numbers.sort();
            let many = numbers.len();
            numbers.dedup();
            prop_assert_eq!(numbers.len(), many);
            for matter in world.matters.values() {
                let at = at_stage(world, matter, day("11-26"));
                prop_assert_eq!(at.closed(), matter.state == MatterState::Closed);
                // What is on an agenda knows it, and nothing else does.
                let items = world.items.values();
                let items = items.filter(|it| it.matter.as_ref() == Some(&matter.id)).count();
                if matter.state == MatterState::Open {
                    prop_assert_eq!(matter.hearings.len(), items);
                }
                let mut last = None;
                // What is in doubt stands where it was recorded.
                let told = facts(world, matter, day("12-31")).into_iter();
                for it in told.filter(|it| !it.doubted) {
                    prop_assert!(last.is_none_or(|last| last <= it.on));
                    last = Some(it.on);
                }
            }
        }
        // Each matter is what its own events say, whatever else happened.
        for (id, matter) in &stage.world.matters {
            let mut alone = World::default();
            for event in &stage.log {
                if matches!(event, Event::Matter(of) if of.matter() == id) {
                    apply(&mut alone, event);
                }
            }
            prop_assert_eq!(alone.matters.get(id), Some(matter));
        }
        // What is forgotten keeps its number.
        let mut later = stage.world.clone();
        later.forget_closed();
        let highest = stage.world.next_number(2026);
        prop_assert_eq!(later.next_number(2026), highest);
    }
}
