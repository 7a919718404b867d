//! A motion to leave seats open that is voted down: the election has its open seats again, wherever it is filed.

#![allow(clippy::unwrap_used)]

use super::slate_tests::{fill, motion, secretly};
use crate::domain::Command;
use crate::domain::ids::{ItemId, MotionId, SessionId};
use crate::domain::session::agenda::{self, ItemState};
use crate::domain::session::{self, Plan, Sealing, SessionKind};
use crate::domain::vote::{self, Choice, Motion, SequelStep, may_refill};
use crate::i18n::{Language, slate, slates};
use crate::tui::screens::scene::line;
use crate::tui::stage::Stage;

/// One of two seats is filled, in the session of today.
fn short(language: Language) -> (Stage, Motion) {
    let mut stage = secretly(language);
    for _ in 0..2 {
        fill(&mut stage, &[12, 0, 9, 3, 6, 6, 5, 7]);
        stage.press("F5");
    }
    stage.press("F5 End");
    let elected = motion(&stage);
    (stage, elected)
}

/// Drafts the motion to leave the seats open in an item, and has it voted down.
fn voted_down(stage: &mut Stage, elected: &Motion, session: &SessionId, item: &ItemId) {
    let at = stage.desk().minute();
    let id = MotionId::from("m-open");
    let drafted = Motion {
        id: id.clone(),
        session: session.clone(),
        item: item.clone(),
        slate: None,
        state: vote::MotionState::Drafted,
        ..elected.clone()
    };
    let vote = |command| Command::Vote(command);
    stage.record(&[
        vote(vote::Command::LeaveOpen {
            session: elected.session.clone(),
            elected: elected.id.clone(),
            motion: drafted,
            at,
        }),
        vote(vote::Command::Open {
            motion: id.clone(),
            at,
        }),
    ]);
    let world = stage.desk().world();
    let voters = world.motion(&id).unwrap().ballot().unwrap().voters.clone();
    for voter in voters {
        stage.record(&[vote(vote::Command::Take {
            motion: id.clone(),
            person: voter.person,
            choice: Choice::Against,
        })]);
    }
    stage.record(&[vote(vote::Command::End {
        motion: id.clone(),
        at,
    })]);
    stage.record(&[vote(vote::Command::Announce { motion: id, at })]);
}

fn settle(stage: &mut Stage, item: &ItemId) {
    let at = stage.desk().minute();
    stage.record(&[Command::Agenda(agenda::Command::Settle {
        item: item.clone(),
        state: ItemState::Done,
        at,
    })]);
}

/// Returns an item of the session that is voted for and against and was not taken up.
fn pending(stage: &Stage, session: &SessionId) -> ItemId {
    let by_default = |it: &&agenda::Item| {
        let rule = it.kind.rule().map(|rule| rule.as_str());
        it.state == ItemState::Pending && rule == Some("joint-default")
    };
    let world = stage.desk().world();
    let found = world.agenda(session).find(by_default).unwrap();
    found.id.clone()
}

#[test]
fn voted_down_in_the_same_session_the_chair_asks_for_the_seats_again() {
    for language in Language::ALL {
        let (mut stage, elected) = short(language);
        settle(&mut stage, &elected.item);
        let item = pending(&stage, &elected.session);
        let at = stage.desk().minute();
        stage.record(&[Command::Agenda(agenda::Command::Start {
            item: item.clone(),
            at,
        })]);
        voted_down(&mut stage, &elected, &elected.session, &item);
        stage.press("F7");
        let flat = |text: &str| text.replace('│', "").split_whitespace().collect::<String>();
        let world = stage.desk().world();
        let old = world.motion(&elected.id).unwrap();
        assert!(may_refill(old));
        let said = slate::finish_open(language, slates::standing_whole(language, old).unwrap());
        let screen = stage.screen();
        assert!(flat(&screen).contains(&flat(&said)), "{said}\n{screen}");
        stage.press("g");
        for row in [
            slate::menu_refill(language, 1),
            slate::menu_leave_open(language, 1),
        ] {
            let screen = stage.screen();
            assert!(flat(&screen).contains(&flat(&row)), "{row}\n{screen}");
        }
        stage.every_size();
    }
}

#[test]
fn voted_down_in_a_later_session_the_election_that_is_filed_is_told() {
    let (mut stage, elected) = short(Language::Zh);
    settle(&mut stage, &elected.item);
    let (first, at) = (elected.session.clone(), stage.desk().minute());
    let today = at.day();
    let session = |command| Command::Session(command);
    let close = |id: &SessionId| {
        [
            session(session::Command::Close { id: id.clone(), at }),
            session(session::Command::Seal {
                today,
                id: id.clone(),
                sealing: Sealing {
                    by: line("丁守业、田桂芳"),
                    on: today,
                    paper: line("档案柜"),
                },
            }),
        ]
    };
    let mut item = stage.desk().world().item(&elected.item).unwrap().clone();
    stage.record(&close(&first));
    let second = SessionId::from("s-later");
    item.id = "i-later".into();
    item.session = second.clone();
    item.kind = agenda::ItemKind::Decision {
        rule: "joint-default".into(),
    };
    item.state = ItemState::Pending;
    item.late = None;
    item.runs.clear();
    let item_id = item.id.clone();
    stage.record(&[
        session(session::Command::Create {
            id: second.clone(),
            plan: Plan {
                kind: SessionKind::Regular,
                ordinal: 40,
                date: today,
                start: None,
                place: None,
                chair: Some(elected_chair(&stage, &first)),
                recorder: None,
            },
            opening: None,
        }),
        Command::Agenda(agenda::Command::Put(item)),
        session(session::Command::CallRoll(second.clone())),
        session(session::Command::AllPresent {
            id: second.clone(),
            at,
        }),
        session(session::Command::Open {
            id: second.clone(),
            at,
        }),
        Command::Agenda(agenda::Command::Start {
            item: item_id.clone(),
            at,
        }),
    ]);
    assert!(stage.desk().world().session(&first).is_err(), "it is filed");
    voted_down(&mut stage, &elected, &second, &item_id);
    let filed = |stage: &Stage| {
        let world = stage.desk().look(&first).unwrap();
        world.motion(&elected.id).unwrap().clone()
    };
    assert!(matches!(
        filed(&stage).sequels.last().unwrap().step,
        SequelStep::SeatsOpenAgain { seats: 1, .. }
    ));
    settle(&mut stage, &item_id);
    stage.record(&close(&second));
    assert!(may_refill(&filed(&stage)), "though both are filed");
}

fn elected_chair(stage: &Stage, session: &SessionId) -> crate::domain::ids::PersonId {
    let world = stage.desk().look(session).unwrap();
    world.session(session).unwrap().chair.clone().unwrap()
}
