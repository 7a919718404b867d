//! The sample committee: founded by commands, whole, and ready to be run today.

use lianxi::desk::surroundings::{CountedIds, StoppedClock};
use lianxi::desk::{Checking, Desk, Way};
use lianxi::domain::Refusal;
use lianxi::domain::session::SessionState;
use lianxi::domain::session::agenda::ItemKind;
use lianxi::domain::session::next::{Step, next_step};
use lianxi::domain::task::Light;
use lianxi::domain::vote::Outcome;
use lianxi::domain::vote::tally::Voice;
use lianxi::sample;
use lianxi::store::folder::Paths;
use std::path::Path;

fn found(folder: &Path, day: &str) -> Desk {
    let paths = Paths::find(Some(folder.to_owned())).unwrap();
    let now = format!("{day}T08:30:00").parse().unwrap();
    let clock = Box::new(StoppedClock::at(now).unwrap());
    sample::found(&paths, clock, Box::new(CountedIds::after(0))).unwrap()
}

#[test]
fn founding_twice_gives_the_same_and_every_day_will_do() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = found(folder.path(), "2026-11-23");
    let world = desk.world().clone();
    assert!(world.committee.as_ref().unwrap().sample);
    assert_eq!(desk.would_walk(Way::Back), Some(Refusal::Final));
    drop(desk);
    let again = found(folder.path(), "2027-02-28");
    assert!(again.world().changes_since(&world).is_empty());
    drop(again);
    Desk::verify(&folder.path().join("committees/sample.db")).unwrap();

    let other = tempfile::tempdir().unwrap();
    let other = found(other.path(), "2026-11-23");
    assert!(other.world().changes_since(&world).is_empty());
    for day in ["2028-02-29", "2026-01-01", "2026-08-16"] {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = found(folder.path(), day);
        assert!(!matches!(desk.checking(), Checking::ReadOnly(_)));
        let filed = desk.sessions(0, 9).unwrap();
        assert_eq!(filed.len(), 3, "{day}");
    }
}

#[test]
fn the_session_of_today_is_ready_to_be_run() {
    let folder = tempfile::tempdir().unwrap();
    let desk = found(folder.path(), "2026-11-23");
    let world = desk.world();
    let session = world.session(&"session-3".into()).unwrap();
    assert_eq!(session.date, desk.today());
    assert!(session.notice.is_some());
    assert_eq!(session.chair, session.recorder);
    assert_eq!(next_step(world, session), Step::CallRoll);
    let agenda: Vec<_> = world.agenda(&session.id).collect();
    assert_eq!(agenda.len(), 5);
    assert!(
        agenda
            .iter()
            .all(|item| item.planned.is_some() && item.late.is_none())
    );
    let votes = agenda
        .iter()
        .filter(|item| matches!(item.kind, ItemKind::Decision { .. }));
    assert!(votes.clone().all(|item| !item.villages.is_empty()));
    assert_eq!(votes.count(), 2);
}

#[test]
fn the_sessions_behind_it_show_what_a_record_holds() {
    let folder = tempfile::tempdir().unwrap();
    let desk = found(folder.path(), "2026-11-23");
    let first = desk.look(&"session-1".into()).unwrap();
    let session = first.session(&"session-1".into()).unwrap();
    assert_eq!(session.state, SessionState::Sealed);
    assert_eq!(session.entitled().count(), 12);
    let result = first
        .motion(&"motion-1-2".into())
        .unwrap()
        .result()
        .unwrap();
    assert_eq!(result.outcome, Outcome::Adopted);
    assert!(
        result
            .voices
            .iter()
            .any(|voiced| voiced.voice == Voice::Recused)
    );

    let world = desk.world();
    let session = world.session(&"session-2".into()).unwrap();
    assert_eq!(session.state, SessionState::Closed);
    let result = world
        .motion(&"motion-2-2".into())
        .unwrap()
        .result()
        .unwrap();
    assert_eq!(result.outcome, Outcome::Adopted);
    let against: Vec<&str> = result
        .not_agreed()
        .map(|village| village.as_str())
        .collect();
    assert_eq!(against, ["liugou"]);

    let mut lights: Vec<Light> = world
        .tasks
        .values()
        .map(|task| task.light(desk.today()))
        .collect();
    lights.sort();
    // Three villages are still to decide; the lead village has.
    assert_eq!(
        lights,
        [
            Light::Overdue,
            Light::DueSoon,
            Light::Asking,
            Light::Later,
            Light::Later,
            Light::Later
        ]
    );
    assert_eq!(desk.finished_tasks().unwrap().len(), 2);
}
