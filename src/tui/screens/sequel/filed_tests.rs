//! What was put off in a session that is sealed: it comes back until it is held, however many sessions pass it by.

#![allow(clippy::unwrap_used)]

use super::tests::{at, close_and_seal, close_and_seal_from, drafted, vote_on};
use crate::domain::Command;
use crate::domain::ids::SessionId;
use crate::domain::session::agenda::{self, Item};
use crate::domain::session::{self, Sealing, SessionState};
use crate::domain::text::Text;
use crate::domain::vote::{self, Effect, Motion, Next, Standing, Wording};
use crate::i18n::{Language, sequel as words, sequels};
use crate::tui::screens::scene::line;
use crate::tui::screens::{Screen, sessions};
use crate::tui::stage::Stage;

/// Two for and two against, announced, put off to the next session, sealed.
fn put_off_and_sealed(language: Language) -> Stage {
    let mut stage = drafted(language, None, Effect::Decides);
    vote_on(&mut stage, 2);
    stage.record(&[
        Command::Vote(vote::Command::Announce {
            motion: "m1".into(),
            at: at("08:51"),
        }),
        Command::Vote(vote::Command::Follow {
            session: "s1".into(),
            motion: "m1".into(),
            at: at("08:51"),
            next: Next::Defer {
                until: None,
                reason: None,
            },
        }),
    ]);
    close_and_seal(&mut stage);
    stage
}

/// Plans the next session by keys, and returns it with what came back on its agenda.
fn planned(stage: &mut Stage) -> (SessionId, Item) {
    stage.app.go(Screen::Sessions(sessions::State::default()));
    stage.screen();
    stage.press("3 PgUp Down Down");
    stage.type_text("11-23");
    stage.press("PgDn Enter");
    let world = stage.desk().world();
    let session = world
        .sessions
        .values()
        .find(|it| it.state == SessionState::Planned);
    let session = session.unwrap_or_else(|| panic!("nothing is planned"));
    let mut back = world.agenda(&session.id).filter(|it| it.carries.is_some());
    let found = back.next();
    let found = found.unwrap_or_else(|| panic!("nothing came back"));
    assert!(back.next().is_none(), "it comes back once");
    let back = found;
    (session.id.clone(), back.clone())
}

fn sits(stage: &mut Stage, id: &SessionId) {
    let session = |command| Command::Session(command);
    stage.record(&[
        session(session::Command::CallRoll(id.clone())),
        session(session::Command::AllPresent {
            id: id.clone(),
            at: at("09:00"),
        }),
        session(session::Command::Open {
            id: id.clone(),
            at: at("09:01"),
        }),
    ]);
}

fn ends(stage: &mut Stage, id: &SessionId) {
    stage.record(&[
        Command::Session(session::Command::Close {
            id: id.clone(),
            at: at("09:30"),
        }),
        Command::Session(session::Command::Seal {
            today: chrono::NaiveDate::MAX,
            id: id.clone(),
            sealing: Sealing {
                by: line("李长河、李春梅"),
                on: "2026-11-23".parse().unwrap(),
                paper: line("片区档案柜"),
            },
        }),
    ]);
}

fn waits_at_home(stage: &mut Stage) -> bool {
    while !matches!(stage.app.top(), Screen::Home(_)) {
        stage.app.back();
    }
    let row = words::home_put_off(stage.app.language, words::deferred_next(stage.app.language));
    stage.screen_of(120, 40).contains(&row)
}

#[test]
fn what_is_put_off_comes_back_from_sealed_sessions_until_it_is_held() {
    for language in Language::ALL {
        let mut stage = put_off_and_sealed(language);
        assert!(waits_at_home(&mut stage), "{}", stage.screen_of(120, 40));
        let (second, back) = planned(&mut stage);
        assert_eq!(back.carries, Some("i1".into()));
        assert_eq!(back.put_off.len(), 1);
        assert!(!waits_at_home(&mut stage), "it is on an agenda");
        // That session does not come to it and is sealed.
        sits(&mut stage, &second);
        ends(&mut stage, &second);
        assert!(waits_at_home(&mut stage), "{}", stage.screen_of(120, 40));
        // From the record that is sealed it may be carried by hand, too.
        let mut by_hand = put_off_and_sealed(language);
        by_hand.app.go(Screen::live("s1".into()));
        by_hand.screen();
        by_hand.press("1 Enter");
        let carried = by_hand.desk().world().items.values();
        let mut carried = carried.filter(|it| it.carries.is_some());
        assert!(carried.next().is_some(), "{}", by_hand.screen());
        // The next goes on from where it was carried to.
        let (third, again) = planned(&mut stage);
        assert_eq!(again.carries, Some(back.id.clone()));
        assert_eq!(again.put_off, back.put_off);
        sits(&mut stage, &third);
        let motion = Motion::draft(
            "m2".into(),
            third.clone(),
            again.id.clone(),
            vec![Wording {
                at: at("09:05"),
                text: Text::new("同意冬季清淤分段包干。").unwrap(),
                turn: None,
            }],
        );
        stage.record(&[
            Command::Agenda(agenda::Command::Start {
                item: again.id.clone(),
                at: at("09:02"),
            }),
            Command::Vote(vote::Command::Draft(motion)),
            Command::Vote(vote::Command::Open {
                motion: "m2".into(),
                at: at("09:06"),
            }),
            Command::Vote(vote::Command::AllFor {
                motion: "m2".into(),
            }),
            Command::Vote(vote::Command::End {
                motion: "m2".into(),
                at: at("09:07"),
            }),
            Command::Vote(vote::Command::Announce {
                motion: "m2".into(),
                at: at("09:08"),
            }),
        ]);
        ends(&mut stage, &third);
        assert!(!waits_at_home(&mut stage), "it was held");
        assert!(stage.desk().filed_to_carry().unwrap().is_empty());
        // What was being dealt with when the session ended, and was decided, is dealt with.
        let world = stage.desk().look(&third).unwrap();
        assert_eq!(
            world.item(&again.id).unwrap().state,
            agenda::ItemState::Done
        );
    }
}

/// What the villages are asked is asked of that motion, whatever becomes of the item it was moved under.
#[test]
fn a_motion_the_villages_are_asked_about_is_found_though_its_item_is_carried_for_another() {
    for language in Language::ALL {
        let mut stage = drafted(language, None, Effect::Proposes);
        vote_on(&mut stage, 4);
        let another = |id: &str, session: &SessionId, item| {
            Motion::draft(
                id.into(),
                session.clone(),
                item,
                vec![Wording {
                    at: at("08:52"),
                    text: Text::new("清淤后另行验收。").unwrap(),
                    turn: None,
                }],
            )
        };
        stage.record(&[
            Command::Vote(vote::Command::Announce {
                motion: "m1".into(),
                at: at("08:51"),
            }),
            Command::Vote(vote::Command::Draft(another(
                "m2",
                &"s1".into(),
                "i1".into(),
            ))),
        ]);
        let close = Command::Session(session::Command::Close {
            id: "s1".into(),
            at: at("08:55"),
        });
        stage.record(&[close]);
        stage.app.go(Screen::live("s1".into()));
        stage.screen();
        stage.press("1 Enter");
        let world = stage.desk().world();
        let carried = world.items.values().find(|it| it.carries.is_some());
        let carried = carried.unwrap().as_ref().clone();
        assert!(awaits_villages(&mut stage), "{}", stage.screen_of(120, 40));
        close_and_seal_from(&mut stage, false);
        assert!(awaits_villages(&mut stage), "{}", stage.screen_of(120, 40));
        // The other is decided where the item was carried to; what the villages are asked is not.
        let next = carried.session.clone();
        sits(&mut stage, &next);
        stage.record(&[
            Command::Agenda(agenda::Command::Start {
                item: carried.id.clone(),
                at: at("09:02"),
            }),
            Command::Vote(vote::Command::Draft(another("m3", &next, carried.id))),
            Command::Vote(vote::Command::Open {
                motion: "m3".into(),
                at: at("09:06"),
            }),
            Command::Vote(vote::Command::AllFor {
                motion: "m3".into(),
            }),
            Command::Vote(vote::Command::End {
                motion: "m3".into(),
                at: at("09:07"),
            }),
            Command::Vote(vote::Command::Announce {
                motion: "m3".into(),
                at: at("09:08"),
            }),
        ]);
        ends(&mut stage, &next);
        assert!(awaits_villages(&mut stage), "{}", stage.screen_of(120, 40));
        assert!(stage.desk().filed_to_carry().unwrap().is_empty());
    }
}

/// Says whether home and the list of sessions have the motion whose villages are awaited.
fn awaits_villages(stage: &mut Stage) -> bool {
    let language = stage.app.language;
    let standing = sequels::standing_word(language, Standing::AwaitingVillages);
    stage.app.go(Screen::Sessions(sessions::State::default()));
    let list = stage.screen_of(120, 40).contains(standing);
    while !matches!(stage.app.top(), Screen::Home(_)) {
        stage.app.back();
    }
    let home = stage.screen_of(120, 40);
    list && home.contains("同意冬季清淤分段包干")
}
