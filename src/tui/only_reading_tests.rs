//! Where nothing can be recorded, no menu, no footer and no help offers what would be: each such row is off, and says why.

#![allow(clippy::unwrap_used)]

use super::action::{Action, Scope, Why, of_scope};
use super::screens::history::tests::at;
use super::stage::Stage;
use crate::desk::Desk;
use crate::desk::surroundings::{CountedIds, StoppedClock};
use crate::domain::Refusal;
use crate::i18n::{Language, faults};
use std::collections::BTreeSet;

/// Leaves everything as it is seen, but that the file can only be looked at.
fn shut(stage: &mut Stage) {
    stage.app.overlay = None;
    if let Some(desk) = stage.app.desk.take() {
        let clock = StoppedClock::at("2026-11-23T09:00:00".parse().unwrap()).unwrap();
        let ids = Box::new(CountedIds::after(9_000));
        let path = desk.path().to_owned();
        drop(desk);
        stage.app.desk = Some(Desk::look_into(&path, Box::new(clock), ids).unwrap());
    }
    stage.app.look_at_steps();
    stage.screen();
}

/// Returns the rows of these scopes that are on, run, and answered that nothing can be recorded.
fn offered(stage: &mut Stage, scopes: &[Scope]) -> Vec<&'static str> {
    let mut found = Vec::new();
    let screens = stage.app.screens().count();
    let rows: Vec<&'static Action> = scopes.iter().flat_map(|it| of_scope(*it)).collect();
    for action in rows {
        if matches!(action.name, "global.quit" | "global.back" | "global.lock") {
            continue;
        }
        if action.enabled(&stage.app).is_err() {
            continue;
        }
        let said = stage.app.said.len();
        stage.app.run(action);
        let why = stage.desk().read_only().unwrap();
        let refused = faults::shut(stage.app.language, why);
        let mut heard = stage.app.said.iter().skip(said);
        if heard.any(|toast| toast.words == refused) {
            found.push(action.name);
        }
        stage.app.overlay = None;
        while stage.app.screens().count() > screens {
            stage.app.take_screen_away();
        }
    }
    found
}

#[test]
fn what_would_be_recorded_is_off_where_nothing_can_be() {
    let mut found = BTreeSet::new();
    let mut seen = 0;
    for scope in Scope::ALL {
        let Some(mut stage) = at(scope, Language::Zh) else {
            continue;
        };
        if stage.app.desk.is_none() {
            continue;
        }
        shut(&mut stage);
        let scopes = stage.app.scopes();
        seen += 1;
        found.extend(offered(&mut stage, &scopes));
    }
    assert!(seen > 25, "{seen}");
    assert!(
        found.is_empty(),
        "offered where nothing can be recorded: {found:?}"
    );
}

#[test]
fn a_row_that_asks_is_off_for_the_reason_the_file_has() {
    for language in Language::ALL {
        let mut stage = at(Scope::Home, language).unwrap();
        let asks = super::action::named("home.new").unwrap();
        assert!(asks.enabled(&stage.app).is_ok());
        shut(&mut stage);
        let why = asks.enabled(&stage.app).unwrap_err();
        assert!(matches!(why, Why::Refused(Refusal::OnlyReading)));
        let said = stage.app.reason(&why);
        assert_eq!(
            said,
            faults::shut(language, stage.desk().read_only().unwrap())
        );
        // The menu has the row, and the reason behind it.
        stage.press("F1");
        stage.type_text("新会");
        stage.press("Enter");
        assert_eq!(stage.said(), said);
    }
}
