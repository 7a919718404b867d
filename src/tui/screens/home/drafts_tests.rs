//! Drafts at home: each says what it is and where, and Enter opens the sheet it was typed in.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use crate::desk::place::{InSession, Place, Spot, Step};
use crate::domain::ids::{ItemId, RuleId, SessionId};
use crate::i18n::{Language, home, place as names, terms};
use crate::tui::stage::Stage;

/// A stage at home with the session that is planned, and its first item.
fn planned(language: Language) -> (Stage, SessionId, ItemId) {
    let mut stage = Stage::new(language);
    stage.press("1");
    let sessions = stage.desk().sessions(0, 9).unwrap();
    let session = sessions.iter().find(|it| it.ordinal == 3).unwrap();
    let id = session.id.clone();
    let item = stage.desk().world().agenda(&id).next().unwrap().id.clone();
    (stage, id, item)
}

fn keep(stage: &mut Stage, place: &Place) {
    let text = r#"{"reason":{"words":"几个字"}}"#;
    let desk = stage.app.desk.as_mut().unwrap();
    desk.save_draft(place, text, 0).unwrap();
}

#[test]
fn every_draft_is_named_and_opened_where_it_was_typed() {
    for language in Language::ALL {
        let (stage, session, item) = planned(language);
        let world = stage.desk().world();
        let task = world.tasks.keys().next().unwrap().clone();
        let person = world.sessions.get(&session).unwrap().chair.clone();
        let name = terms::session_name(language, world.session(&session).unwrap());
        let title = world.item(&item).unwrap().title.to_string();
        let what = world.task(&task).unwrap().what.to_string();
        let rule = RuleId::from("double-majority");
        let rule_name = terms::rule(language, world, &rule).to_owned();
        drop(stage);
        let live = |what| Place::Live(session.clone(), what);
        let mut places = vec![
            (Place::NewVillage, names::new_village(language), None),
            (Place::NewPerson, names::new_person(language), None),
            (Place::OwnRules, names::own_rules(language), None),
            (Place::CommitteeName, names::committee_name(language), None),
            (
                Place::RuleCopy(rule.clone()),
                names::rule_copy(language),
                Some(&rule_name),
            ),
            (
                Place::RuleVersion(rule),
                names::rule_version(language),
                Some(&rule_name),
            ),
            (Place::NewSession, names::new_session(language), None),
            (
                Place::Plan(session.clone()),
                names::plan(language),
                Some(&name),
            ),
            (
                Place::NewItem(session.clone()),
                names::new_item(language),
                Some(&name),
            ),
            (
                Place::Item(item.clone()),
                names::item(language),
                Some(&title),
            ),
            (
                Place::Notice(session.clone()),
                names::notice(language),
                Some(&name),
            ),
            (
                Place::Leave(session.clone()),
                names::leave(language),
                Some(&name),
            ),
            (Place::NewTask, names::new_task(language), None),
            (
                Place::Task(task.clone()),
                names::task(language),
                Some(&what),
            ),
            (
                Place::Step(Step::Move, vec![task]),
                names::step_move(language),
                Some(&what),
            ),
            (
                live(InSession::FollowUp(Some(item.clone()))),
                names::new_task(language),
                Some(&title),
            ),
            (live(InSession::Paper), names::paper(language), Some(&name)),
        ];
        if let Some(person) = person {
            let excuse = InSession::Excuse(person);
            places.push((live(excuse), names::excuse(language), Some(&name)));
        }
        for (place, what, wherein) in places {
            let (mut stage, ..) = planned(language);
            keep(&mut stage, &place);
            let opened = stage.come_back();
            assert!(
                stage.app.overlay.is_some() || !stage.said().is_empty(),
                "{place:?} {opened}"
            );
            assert_ne!(stage.said(), home::draft_nowhere(language), "{place:?}");
            let name = super::drafts::name(stage.desk(), language, &place);
            assert!(name.starts_with(what), "{name}");
            let tells = wherein.is_none_or(|wherein| name.contains(wherein.as_str()));
            assert!(tells, "{place:?} {name}");
        }
    }
}

#[test]
fn a_draft_of_a_newer_program_is_shown_and_stays() {
    for language in Language::ALL {
        let (mut stage, ..) = planned(language);
        let place = Place::read(r#"{"sketch":"s1"}"#);
        keep(&mut stage, &place);
        stage.come_back();
        assert_eq!(stage.said(), names::unknown_stays(language));
        assert!(stage.screen().contains(names::unknown(language)));
        let drafts = stage.desk().drafts().unwrap();
        assert_eq!(drafts[0].spot, Spot::from(place));
    }
}

#[test]
fn what_a_sheet_proposed_does_not_count_as_typed() {
    for language in Language::ALL {
        let (mut stage, ..) = planned(language);
        stage.press("4 Down Down Down");
        stage.type_text("10:00");
        stage.press("Esc Esc");
        let screen = stage.screen();
        let drafts = stage.desk().drafts().unwrap();
        let row = home::draft_row(
            language,
            terms::moment(language, &drafts[0].at, Some(stage.desk().today())),
            5usize,
        );
        assert!(screen.contains(&row), "{screen}");
    }
}
