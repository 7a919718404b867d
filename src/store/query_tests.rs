//! What rows are found by.

#![allow(clippy::unwrap_used)]

use super::super::{RowChange, StoreError, Table, fixture};

fn put(table: Table, id: &str, body: &str) -> RowChange {
    RowChange {
        table,
        id: id.into(),
        body: Some(body.into()),
    }
}

#[test]
fn ordinals_count_within_a_kind() {
    let mut file = fixture::file();
    assert_eq!(file.store.highest_filed("regular").unwrap(), 0);
    file.commit(
        "a1",
        &[
            put(
                Table::Session,
                "s1",
                r#"{"kind":"regular","ordinal":7,"state":"sealed"}"#,
            ),
            put(
                Table::Session,
                "s2",
                r#"{"kind":"regular","ordinal":9,"state":"closed"}"#,
            ),
            put(
                Table::Session,
                "s3",
                r#"{"kind":"extra","ordinal":20,"state":"sealed"}"#,
            ),
            put(Table::Session, "s4", r#"{"kind":"regular"}"#),
        ],
    );
    assert_eq!(
        file.store.highest_filed("regular").unwrap(),
        7,
        "an open session is not filed"
    );
}

#[test]
fn sessions_come_newest_first_and_in_pages() {
    let mut file = fixture::file();
    let rows: Vec<_> = [
        ("s1", "2024-01-02"),
        ("s2", "2025-01-02"),
        ("s3", "2024-01-02"),
    ]
    .map(|(id, date)| {
        let body = format!(r#"{{"date":"{date}","state":"planned","kind":"k","ordinal":1}}"#);
        put(Table::Session, id, &body)
    })
    .into();
    file.commit("a1", &rows);
    let ids = |skip, most| -> Vec<_> {
        let rows = file.store.sessions(skip, most).unwrap();
        rows.into_iter().map(|row| row.id).collect()
    };
    assert_eq!(ids(0, 10), ["s2", "s3", "s1"]);
    assert_eq!(ids(1, 1), ["s3"]);
    let first = file.store.sessions(0, 1).unwrap();
    let first = first.first().unwrap();
    assert_eq!(first.date.as_deref(), Some("2025-01-02"));
    assert_eq!(
        (first.state.as_deref(), first.ordinal),
        (Some("planned"), Some(1))
    );
}

#[test]
fn open_tasks_come_state_by_state() {
    let mut file = fixture::file();
    file.commit(
        "a1",
        &[
            put(Table::Task, "t1", r#"{"state":"open"}"#),
            put(Table::Task, "t2", r#"{"state":"open","due":"2025-03-01"}"#),
            put(
                Table::Task,
                "t3",
                r#"{"state":"closed","due":"2025-01-01"}"#,
            ),
            put(
                Table::Task,
                "t5",
                r#"{"state":"finished","due":"2025-01-01"}"#,
            ),
            put(Table::Task, "t6", r#"{"state":"suspended"}"#),
            put(Table::Task, "t4", r#"{"state":"open","due":"2025-02-01"}"#),
        ],
    );
    let mut ids = Vec::new();
    let take = |id: &str, body: &str| {
        assert!(body.starts_with(r#"{"state":"#));
        ids.push(id.to_owned());
        Ok::<_, StoreError>(())
    };
    file.store.each_open_task(take).unwrap();
    assert_eq!(ids, ["t1", "t2", "t4", "t5", "t6"]);
    assert_eq!(file.store.count_open_tasks().unwrap(), 5);
}

/// A chain of items: what is awaited comes back until its last is voted on, taken back, or still to come.
#[test]
fn what_sealed_sessions_passed_by_is_awaited_until_it_is_held_or_taken_back() {
    let mut file = fixture::file();
    let session = |id: &str, state: &str| {
        let body = format!(r#"{{"date":"2026-01-01","state":"{state}"}}"#);
        put(Table::Session, id, &body)
    };
    let item = |id: &str, session: &str, carries: &str, state: &str| {
        let body = format!(r#"{{"session":"{session}","carries":"{carries}","state":"{state}"}}"#);
        put(Table::Item, id, &body)
    };
    let motion = |id: &str, item: &str, awaits: &str, state: &str| {
        let awaits = match awaits {
            "" => String::new(),
            awaits => format!(r#","awaits":"{awaits}""#),
        };
        let session = item.replace('i', "s");
        let body = format!(
            r#"{{"session":"{session}","item":"{item}","state":{{"is":"{state}"}}{awaits}}}"#
        );
        put(Table::Motion, id, &body)
    };
    file.commit(
        "a1",
        &[
            session("s1", "sealed"),
            session("s2", "sealed"),
            session("s3", "planned"),
            put(Table::Item, "i1", r#"{"session":"s1","state":"deferred"}"#),
            motion("m1", "i1", "with_item", "announced"),
            motion("m0", "i1", "itself", "announced"),
        ],
    );
    let ids = |rows: Vec<super::Row>| rows.into_iter().map(|row| row.id).collect::<Vec<_>>();
    let awaited = |file: &fixture::File| ids(file.store.filed_and_awaited().unwrap());
    assert_eq!(awaited(&file), ["m0", "m1"]);
    assert_eq!(ids(file.store.carried_to("i1").unwrap()), ["i1"]);
    for (act, rows, comes_back) in [
        ("a2", vec![item("i2", "s2", "i1", "pending")], true),
        ("a3", vec![motion("m2", "i2", "", "withdrawn")], true),
        ("a4", vec![item("i2", "s2", "i1", "withdrawn")], false),
        ("a5", vec![item("i2", "s2", "i1", "pending")], true),
        ("a6", vec![item("i3", "s3", "i2", "pending")], false),
        ("a7", vec![session("s3", "sealed")], true),
        ("a8", vec![motion("m3", "i3", "", "announced")], false),
    ] {
        file.commit(act, &rows);
        // What the villages are asked is asked wherever the item went.
        let expected: &[&str] = if comes_back { &["m0", "m1"] } else { &["m0"] };
        assert_eq!(awaited(&file), expected, "{act}");
    }
    assert_eq!(ids(file.store.carried_to("i1").unwrap()), ["i3"]);
}

#[test]
fn what_a_sealed_session_left_over_is_found_until_it_is_carried_or_given_up() {
    let mut file = fixture::file();
    let item = |id: &str, session: &str, more: &str| {
        let body = format!(r#"{{"session":"{session}","position":1,{more}}}"#);
        put(Table::Item, id, &body)
    };
    let study = |state: &str| format!(r#""kind":{{"is":"study"}},"state":"{state}""#);
    let session = |id: &str, more: &str| {
        put(
            Table::Session,
            id,
            &format!(r#"{{"date":"2026-01-01",{more}}}"#),
        )
    };
    file.commit(
        "a1",
        &[
            session("s1", r#""state":"sealed""#),
            session("s2", r#""state":"closed""#),
            session("s3", r#""state":"sealed","published_as":"x""#),
            item("i1", "s1", &study("pending")),
            item("i2", "s1", &study("paused")),
            item("i3", "s1", &study("deferred")),
            item("i4", "s1", &study("done")),
            item("i5", "s1", &study("withdrawn")),
            item("i6", "s1", r#""kind":{"is":"review"},"state":"pending""#),
            item(
                "i7",
                "s1",
                &format!(r#"{},"matter":"x1""#, study("pending")),
            ),
            item("i8", "s2", &study("pending")),
            item("i9", "s3", &study("pending")),
            item(
                "j1",
                "s1",
                &format!(r#"{},"dropped":{{"reason":"x"}}"#, study("pending")),
            ),
            put(
                Table::Motion,
                "m1",
                r#"{"session":"s1","item":"i3","awaits":"with_item"}"#,
            ),
            put(
                Table::Motion,
                "m2",
                r#"{"session":"s1","item":"i2","awaits":"itself"}"#,
            ),
        ],
    );
    let left = |file: &fixture::File| {
        let rows = file.store.filed_and_left().unwrap();
        rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(left(&file), ["i1", "i2"]);
    let carried = item(
        "ia",
        "s2",
        &format!(r#"{},"carries":"i1""#, study("pending")),
    );
    file.commit("a2", &[carried]);
    assert_eq!(left(&file), ["i2"]);
}

#[test]
fn every_question_is_answered_by_an_index() {
    let file = fixture::file();
    let of_a_day = super::WITHOUT_MATTER.replace("?1", "'2026-01-01'");
    for (sql, index) in [
        (
            "SELECT max(ordinal) FROM session WHERE kind = 'k'",
            "session_by_kind",
        ),
        (
            "SELECT id FROM session ORDER BY date DESC, id DESC LIMIT 9",
            "session_by_date",
        ),
        ("SELECT id FROM task WHERE state = 'open'", "task_by_state"),
        (
            "SELECT id FROM session WHERE state = 'open'",
            "session_by_state",
        ),
        (
            "SELECT id FROM entry WHERE session = 's' ORDER BY id",
            "entry_by_session",
        ),
        (super::AWAITED, "motion_awaiting"),
        (super::LEFT, "item_by_state"),
        (&of_a_day, "session_by_date"),
    ] {
        file.asks(sql, index);
    }
    // In its order too: sorted anew, a page of what is closed costs as much as all that is.
    for sql in [super::CLOSED_MATTERS, super::HIGHEST_CLOSED] {
        file.asks_in_order(sql, "matter_by_state");
    }
}
