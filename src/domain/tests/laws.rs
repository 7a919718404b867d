//! Laws of the journal: nothing panics, nothing is lost on paper, everything can be replayed and undone.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{Stage, at, recused};
use super::wild::{Dice, play, throws};
use crate::domain::act::Restored;
use crate::domain::entity::{Entity, Root};
use crate::domain::ids::SessionId;
use crate::domain::session::next::Step;
use crate::domain::session::{self, RollMark, SessionState, agenda};
use crate::domain::vote::{self, Choice, awaited};
use crate::domain::{Command, Event, Refusal, World, apply, decide};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;
use std::collections::BTreeSet;

/// Begins somewhere: founded, planned, sitting, voting, or before a vote of villages.
fn stage(start: u8) -> Stage {
    match start % 8 {
        0 | 6 => Stage::founded(),
        1 | 5 => Stage::planned(),
        2 => Stage::sitting(),
        3 => Stage::before_villages(),
        _ => Stage::voting(),
    }
}

fn clean(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(_) | Value::String(_) => true,
        Value::Number(number) => number.as_i64().is_some_and(|n| n.unsigned_abs() < 1 << 53),
        Value::Array(values) => values.iter().all(clean),
        Value::Object(fields) => fields.values().all(clean),
    }
}

fn replayed<'a>(events: impl IntoIterator<Item = &'a Event>) -> World {
    let mut world = World::default();
    for event in events {
        apply(&mut world, event);
    }
    world
}

proptest! {
    #![proptest_config(Config { cases: 192, ..Config::default() })]

    #[test]
    fn every_event_survives_being_written(start in any::<u8>(), throws in throws(80)) {
        let mut stage = stage(start);
        play(&mut stage, &throws);
        for event in &stage.log {
            let value = serde_json::to_value(event).unwrap();
            prop_assert!(clean(&value), "{value}");
            prop_assert_eq!(&Event::read(value), event);
        }
        for entity in stage.world.entities() {
            let body = entity.body().unwrap();
            let row: Value = serde_json::from_str(&body).unwrap();
            prop_assert!(clean(&row), "{body}");
            if let Entity::Motion(motion) = &entity {
                prop_assert_eq!(row.get("awaits").is_some(), awaited(motion).is_some(), "{}", body);
            }
            prop_assert_eq!(Entity::read(entity.key().kind, &body).unwrap(), entity);
        }
    }

    #[test]
    fn replay_gives_the_same_world_and_each_root_by_itself(start in any::<u8>(), throws in throws(80)) {
        let mut stage = stage(start);
        play(&mut stage, &throws);
        prop_assert_eq!(&replayed(&stage.log), &stage.world);
        let roots: BTreeSet<Root> = stage.log.iter().filter_map(Event::root).collect();
        for root in roots {
            let alone = replayed(stage.log.iter().filter(|event| event.root().as_ref() == Some(&root)));
            let there: Vec<Entity> =
                stage.world.entities().filter(|entity| entity.root() == root).collect();
            prop_assert_eq!(alone.entities().collect::<Vec<_>>(), there);
        }
    }

    #[test]
    fn what_an_act_touched_is_what_it_says_and_can_be_put_back(
        start in any::<u8>(),
        before in throws(60),
        after in throws(30),
    ) {
        let mut stage = stage(start);
        play(&mut stage, &before);
        let old = stage.world.clone();
        let from = stage.log.len();
        play(&mut stage, &after);
        let roots: BTreeSet<Root> = stage.log[from..].iter().filter_map(Event::root).collect();
        let mut restored = Vec::new();
        for (key, now) in stage.world.changes_since(&old) {
            let was = old.entity(&key);
            let root = was.as_ref().or(now.as_ref()).unwrap().root();
            prop_assert!(roots.contains(&root), "{key:?} changed, {roots:?} were named");
            // The generator of ids never gives one twice; the throws do.
            prop_assume!(now.is_none_or(|now| now.root() == root));
            restored.push(Restored::new(key, &root, was));
        }
        let named = stage.world.motions.clone();
        stage.run(Command::Restore(restored));
        // The journal still has a voice that was taken by name, undone or not.
        let mut old = old;
        for motion in old.motions.values_mut() {
            if named.get(&motion.id).is_some_and(|motion| motion.named) {
                std::sync::Arc::make_mut(motion).named = true;
            }
        }
        prop_assert_eq!(&stage.world, &old);
        prop_assert_eq!(&replayed(&stage.log), &old);
    }

    #[test]
    fn the_next_step_can_be_taken_from_anywhere(start in any::<u8>(), throws in throws(80)) {
        let mut stage = stage(start);
        play(&mut stage, &without_undo(&throws));
        let ids: Vec<SessionId> = stage.world.sessions.keys().cloned().collect();
        for id in ids {
            let (step, command) = stage.next(&id);
            let Some(command) = command else { continue };
            match decide(&stage.world, &command) {
                Ok(events) => prop_assert!(!events.is_empty(), "{step:?} does nothing"),
                // Nobody holds a seat: the refusal sends to the roster.
                Err(Refusal::NobodyEntitled { .. }) => prop_assert_eq!(step, Step::CallRoll),
                Err(refusal) => prop_assert!(false, "{step:?} is refused: {refusal:?}"),
            }
        }
    }

    #[test]
    fn next_steps_alone_lead_to_the_sealed_record(throws in throws(30), inputs in prop::collection::vec(any::<u8>(), 64)) {
        let mut stage = Stage::planned();
        play(&mut stage, &quiet(&throws));
        drive(&mut stage, &inputs)?;
        prop_assert_eq!(stage.s1().state, SessionState::Sealed);
    }
}

/// Leaves out half an act put back: the desk puts back whole ones.
fn without_undo(throws: &[Dice]) -> Vec<Dice> {
    let undo = |dice: &&Dice| dice[0].is_multiple_of(3) || dice[0] / 3 % 16 != 15;
    throws.iter().filter(undo).copied().collect()
}

/// Leaves out what makes a session impossible: changes of the roster.
fn quiet(throws: &[Dice]) -> Vec<Dice> {
    let roster = |dice: &&Dice| dice[0].is_multiple_of(3) || !matches!(dice[0] / 3 % 16, 0 | 15);
    throws.iter().filter(roster).copied().collect()
}

/// Takes every next step; inputs are who is there and what they say. Where a step waits, people come.
fn drive(stage: &mut Stage, inputs: &[u8]) -> Result<(), TestCaseError> {
    let id = SessionId::from("s1");
    let mut inputs = inputs.iter().copied().cycle();
    for _ in 0..300 {
        let (step, command) = stage.next(&id);
        match step {
            Step::Done => return Ok(()),
            Step::AwaitQuorum { .. } | Step::VoteAwaitsQuorum { .. } => arrive(stage, &id)?,
            Step::MarkRoll { .. } if inputs.next() < Some(128) => {
                let person = stage
                    .s1()
                    .roll
                    .iter()
                    .find(|it| it.wants_mark())
                    .unwrap()
                    .place
                    .person
                    .clone();
                let mark = RollMark::Absent;
                stage.session(session::Command::Mark {
                    id: id.clone(),
                    person,
                    mark,
                    at: at("08:50"),
                });
            }
            Step::NameChair
                if stage
                    .s1()
                    .present(&stage.world.default_rule(stage.s1().date))
                    .next()
                    .is_none() =>
            {
                arrive(stage, &id)?
            }
            Step::Ask { ref motion, .. } => {
                let ballot = stage.world.motion(motion).unwrap().ballot().unwrap();
                let person = vote::missing_voices(stage.s1(), ballot)
                    .next()
                    .unwrap()
                    .person
                    .clone();
                let choice = match inputs.next().unwrap_or_default() % 5 {
                    0 => Choice::Against,
                    1 => recused(),
                    2 => Choice::NotVoting,
                    _ => Choice::For,
                };
                stage.vote(vote::Command::Take {
                    motion: motion.clone(),
                    person,
                    choice,
                });
            }
            step => {
                let command = command.ok_or_else(|| TestCaseError::fail(format!("{step:?}")))?;
                let refused = stage.attempt(&command).err();
                prop_assert_eq!(refused, None, "{:?}", step);
            }
        }
    }
    Err(TestCaseError::fail("the steps do not end"))
}

/// Somebody with a vote comes in; where all are not counted, one is counted again.
fn arrive(stage: &mut Stage, id: &SessionId) -> Result<(), TestCaseError> {
    let outside = stage
        .s1()
        .entitled()
        .find(|it| !it.in_room())
        .map(|it| it.place.person.clone());
    let at = at("09:40");
    match outside {
        Some(person) => {
            stage.session(session::Command::Mark {
                id: id.clone(),
                person,
                mark: RollMark::Present,
                at,
            });
        }
        None => {
            let excluded = stage
                .s1()
                .roll
                .iter()
                .find(|it| it.place.excluded.is_some());
            let person = excluded.map(|it| it.place.person.clone());
            let person = person.ok_or_else(|| TestCaseError::fail("nobody is left to come"))?;
            stage.session(session::Command::Exclude {
                id: id.clone(),
                person,
                reason: None,
            });
        }
    }
    Ok(())
}

#[test]
fn the_wild_commands_reach_every_kind_of_event() {
    let mut runner = TestRunner::deterministic();
    let mut reached = BTreeSet::new();
    for start in 0..3000u32 {
        let throws = throws(120).new_tree(&mut runner).unwrap().current();
        let mut stage = stage(u8::try_from(start % 256).unwrap());
        play(&mut stage, &throws);
        for event in &stage.log {
            let value = serde_json::to_value(event).unwrap();
            reached.insert(value["t"].as_str().unwrap().to_owned());
        }
    }
    let all = [
        "agenda.dropped",
        "agenda.item",
        "agenda.order",
        "agenda.presented",
        "agenda.removed",
        "agenda.state",
        "correction.made",
        "minutes.checked",
        "minutes.entry",
        "minutes.removed",
        "minutes.stamp",
        "minutes.words",
        "roster.committee",
        "roster.person",
        "roster.person_removed",
        "roster.seat",
        "roster.seat_removed",
        "roster.village",
        "roster.village_removed",
        "session.adjourned",
        "session.admitted",
        "session.closed",
        "session.day",
        "session.excluded",
        "session.from_paper",
        "session.handover",
        "session.lapsed",
        "session.leave",
        "session.mark",
        "session.notice",
        "session.opened",
        "session.paper_ended",
        "session.paused",
        "session.planned",
        "session.reconvened",
        "session.recusal_declined",
        "session.recusal_ended",
        "session.recused",
        "session.resumed",
        "session.roll",
        "session.roll_confirmed",
        "session.sealed",
        "session.signed_again",
        "session.seat",
        "session.stays",
        "session.taken_in",
        "session.times",
        "task.day",
        "task.put",
        "task.removed",
        "task.step",
        "undo.restored",
        "vote.agreed",
        "vote.announced",
        "vote.cleared",
        "vote.counted",
        "vote.excludes",
        "vote.followed",
        "vote.framed",
        "vote.hands",
        "vote.motion",
        "vote.opened",
        "vote.papers",
        "vote.papers_counted",
        "vote.reworded",
        "vote.slate",
        "vote.slate_counted",
        "vote.taken",
        "vote.tellers",
        "vote.told",
        "vote.village",
        "vote.village_cleared",
        "vote.withdrawn",
    ];
    let missing: Vec<_> = all.iter().filter(|t| !reached.contains(**t)).collect();
    assert!(missing.is_empty(), "never reached: {missing:?}");
    assert_eq!(
        reached.len(),
        all.len(),
        "a kind of event is not listed here: {reached:?}"
    );
}

#[test]
fn a_newer_event_is_kept_and_changes_nothing() {
    let value = serde_json::json!({"t": "matter.opened", "matter": "x"});
    let event = Event::read(value.clone());
    assert_eq!(event, Event::Newer(value));
    let stage = Stage::sitting();
    let mut world = stage.world.clone();
    apply(&mut world, &event);
    assert_eq!(world, stage.world);
}

#[test]
fn an_undone_plan_gives_its_ordinal_back() {
    let mut stage = Stage::founded();
    let old = stage.world.clone();
    let plan = super::stage::plan(7);
    stage.session(session::Command::Create {
        id: "s9".into(),
        plan: plan.clone(),
        opening: None,
    });
    assert_eq!(stage.world.next_ordinal(plan.kind), 8);
    let key = stage.world.changes_since(&old)[0].0.clone();
    let root = Root::Session("s9".into());
    stage.run(Command::Restore(vec![Restored::new(key, &root, None)]));
    assert_eq!(stage.world.next_ordinal(plan.kind), 1);
}

#[test]
fn a_sealed_session_that_is_let_go_keeps_its_ordinal_taken() {
    let mut stage = Stage::sitting();
    stage.start("i1");
    stage.agenda(agenda::Command::Pause {
        item: "i1".into(),
        at: at("09:30"),
    });
    stage.close();
    stage.seal();
    stage.world.forget_closed();
    assert!(stage.world.items.is_empty());
    assert_eq!(stage.world.next_ordinal(session::SessionKind::Regular), 2);
}
