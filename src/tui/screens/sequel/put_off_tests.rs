//! A decision put off: what history says was announced, where it waits, and the agenda it comes back on.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::tests::{at, close_and_seal, drafted, looked_at, stands, vote_on};
use crate::domain::rule::{Name, Provenance, Rule, TieStep, joint_default};
use crate::domain::session::agenda::{self, waits_to_come_back};
use crate::domain::session::{self, Plan, SessionKind};
use crate::domain::vote::{self, Choice, Due, Effect, Next, Standing, due};
use crate::domain::{Command, Event, Refusal};
use crate::i18n::{Language, acts, refusal, sequel as words, sequels};
use crate::papers::{plain, record};
use crate::tui::action::Why;
use crate::tui::screens::Screen;
use crate::tui::screens::scene::line;
use crate::tui::screens::sessions;
use crate::tui::stage::Stage;

/// Two for, one against and one abstaining: close, and put off before it was announced.
fn close_split(language: Language) -> Stage {
    let mut stage = drafted(language, None, Effect::Decides);
    stage.record(&[Command::Vote(vote::Command::Open {
        motion: "m1".into(),
        at: at("08:45"),
    })]);
    for (person, choice) in [
        ("李春梅", Choice::For),
        ("王建国", Choice::Against),
        ("张秀英", Choice::Abstain),
        ("李长河", Choice::For),
    ] {
        stage.record(&[Command::Vote(vote::Command::Take {
            motion: "m1".into(),
            person: person.into(),
            choice,
        })]);
    }
    stage.record(&[Command::Vote(vote::Command::End {
        motion: "m1".into(),
        at: at("08:50"),
    })]);
    stage
}

fn put_off(stage: &mut Stage, until: Option<&str>) {
    stage.record(&[Command::Vote(vote::Command::Follow {
        session: "s1".into(),
        motion: "m1".into(),
        at: at("08:51"),
        next: Next::Defer {
            until: until.map(|day| day.parse().unwrap()),
            reason: None,
        },
    })]);
    assert_eq!(stands(stage), Standing::Deferred);
}

#[test]
fn history_says_what_was_announced_and_not_what_the_count_came_to() {
    for language in Language::ALL {
        let mut stage = close_split(language);
        put_off(&mut stage, Some("2026-12-21"));
        let announced = Event::Vote(vote::Event::Announced {
            session: "s1".into(),
            motion: "m1".into(),
            at: at("08:51"),
        });
        let world = looked_at(&stage);
        let said = acts::sentence(language, &world, std::slice::from_ref(&announced));
        let motion = world.motion(&"m1".into()).unwrap();
        let instead = sequels::announced_as(language, motion).unwrap();
        let (wrong, put_off) = match language {
            Language::Zh => ("未通过", "暂缓"),
            Language::En => ("not adopted", "put off"),
        };
        assert!(!said.contains(wrong), "{said}");
        assert!(said.contains(&instead), "{said}");
        assert!(instead.to_lowercase().contains(put_off), "{instead}");
        // Announced as it came out, it is said so.
        let mut plain = close_split(language);
        plain.record(&[Command::Vote(vote::Command::Follow {
            session: "s1".into(),
            motion: "m1".into(),
            at: at("08:51"),
            next: Next::PassOver,
        })]);
        plain.record(&[Command::Vote(vote::Command::Announce {
            motion: "m1".into(),
            at: at("08:51"),
        })]);
        let said = acts::sentence(language, &looked_at(&plain), &[announced]);
        assert!(said.contains(wrong), "{said}");
    }
}

#[test]
fn what_is_put_off_waits_on_the_home_screen_and_comes_back_of_itself_from_its_day_on() {
    for language in Language::ALL {
        for (day, comes) in [("12-20", false), ("12-21", true)] {
            let mut stage = drafted(language, None, Effect::Decides);
            vote_on(&mut stage, 2);
            stage.record(&[Command::Vote(vote::Command::Announce {
                motion: "m1".into(),
                at: at("08:51"),
            })]);
            put_off(&mut stage, Some("2026-12-21"));
            stage.record(&[Command::Session(session::Command::Close {
                id: "s1".into(),
                at: at("08:55"),
            })]);
            let world = looked_at(&stage);
            let motion = world.motion(&"m1".into()).unwrap();
            assert!(waits_to_come_back(
                &world,
                world.item(&"i1".into()).unwrap()
            ));
            let standing = sequels::standing_whole(language, &world, motion);
            let row = words::home_put_off(language, standing);
            while !matches!(stage.app.top(), Screen::Home(_)) {
                stage.app.back();
            }
            let home = stage.screen_of(120, 40);
            assert!(home.contains(&row), "{row}\n{home}");
            stage.every_size();
            // Another session is planned for that day.
            stage.app.go(Screen::Sessions(sessions::State::default()));
            stage.screen();
            stage.press("3 PgUp Down Down");
            stage.type_text(day);
            stage.press("PgDn Enter");
            assert!(stage.app.overlay.is_none(), "{}", stage.screen());
            let world = stage.desk().world();
            let carried = world.items.values().find(|it| it.carries.is_some());
            assert_eq!(carried.is_some(), comes, "{day}: {}", stage.screen());
            if comes {
                let item = carried.unwrap();
                assert_eq!(item.carries.as_ref().unwrap().as_str(), "i1");
                assert!(item.put_off[0].until.is_some());
                assert!(!waits_to_come_back(
                    world,
                    world.item(&"i1".into()).unwrap()
                ));
            }
        }
        let mut sealed = close_split(language);
        put_off(&mut sealed, None);
        close_and_seal(&mut sealed);
    }
}

#[test]
fn of_two_motions_put_off_each_is_named_and_the_chair_says_until_when() {
    for language in Language::ALL {
        let mut stage = close_split(language);
        put_off(&mut stage, Some("2026-12-21"));
        let world = looked_at(&stage);
        let item = world.item(&"i1".into()).unwrap();
        let left = sequels::left_as(language, &world, item);
        let day = crate::i18n::terms::date(language, "2026-12-21".parse().unwrap());
        assert!(left.contains(&day), "{left}");
        stage.app.go(Screen::live("s1".into()));
        let flat = |text: &str| text.split_whitespace().collect::<String>();
        let screen = flat(&stage.screen());
        assert!(
            screen.contains(&flat(&words::finish_put_off(language, left))),
            "{screen}"
        );
        stage.every_size();
        let one = agenda::PutOff {
            motion: "m1".into(),
            on: "2026-11-23".parse().unwrap(),
            wording: crate::domain::text::Text::new("同意修渠。").unwrap(),
            effect: Effect::Decides,
            villages: Vec::new(),
            yes: 2,
            no: 2,
            abstain: 0,
            until: None,
            rounds: 1,
        };
        let other = agenda::PutOff {
            wording: crate::domain::text::Text::new("同意修路。").unwrap(),
            ..one.clone()
        };
        let said = |put_off: Vec<agenda::PutOff>| -> Vec<String> {
            let item = agenda::Item {
                put_off,
                ..item.clone()
            };
            sequels::each_put_off(language, &item).collect()
        };
        let alone = said(vec![one.clone(), one.clone()]);
        assert!(alone.iter().all(|it| !it.contains("同意")), "{alone:?}");
        let both = said(vec![one, other]);
        assert!(
            both[0].contains("修渠") && both[1].contains("修路"),
            "{both:?}"
        );
    }
}

#[test]
fn what_is_put_off_is_put_to_the_vote_again_with_its_effect_and_its_villages() {
    for language in Language::ALL {
        for effect in [Effect::Proposes, Effect::Decides] {
            let mut stage = drafted(language, None, effect);
            let villages: Vec<_> = stage
                .desk()
                .world()
                .villages
                .keys()
                .take(1)
                .cloned()
                .collect();
            stage.record(&[Command::Vote(vote::Command::Frame {
                motion: "m1".into(),
                villages: villages.clone(),
                effect,
            })]);
            vote_on(&mut stage, 2);
            stage.record(&[Command::Vote(vote::Command::Announce {
                motion: "m1".into(),
                at: at("08:51"),
            })]);
            put_off(&mut stage, None);
            let world = looked_at(&stage);
            let item = world.item(&"i1".into()).unwrap().clone();
            let of = |command| Command::Session(command);
            stage.record(&[
                of(session::Command::Close {
                    id: "s1".into(),
                    at: at("08:55"),
                }),
                of(session::Command::Create {
                    id: "s2".into(),
                    plan: Plan {
                        kind: SessionKind::Regular,
                        ordinal: 2,
                        date: "2026-11-23".parse().unwrap(),
                        start: None,
                        place: None,
                        chair: Some("李长河".into()),
                        recorder: Some("李春梅".into()),
                    },
                    opening: None,
                }),
                Command::Agenda(agenda::Command::Carry {
                    item: "i1".into(),
                    into: agenda::Item {
                        id: "i2".into(),
                        session: "s2".into(),
                        ..item
                    },
                }),
                of(session::Command::CallRoll("s2".into())),
                of(session::Command::AllPresent {
                    id: "s2".into(),
                    at: at("08:56"),
                }),
                of(session::Command::Open {
                    id: "s2".into(),
                    at: at("08:57"),
                }),
                Command::Agenda(agenda::Command::Start {
                    item: "i2".into(),
                    at: at("08:58"),
                }),
            ]);
            stage.app.go(Screen::live("s2".into()));
            stage.press("F7 6");
            stage.every_size();
            stage.press("PgDn Enter");
            let world = stage.desk().world();
            let again = world.motions_of(&"i2".into()).next();
            let again = again.unwrap_or_else(|| panic!("{language:?} {effect:?}"));
            assert_eq!((again.effect, &again.villages), (effect, &villages));
        }
    }
}

#[test]
fn the_title_of_the_menu_says_where_a_motion_stands_however_long_its_item_is_called() {
    for language in Language::ALL {
        let mut stage = drafted(language, None, Effect::Decides);
        let item = stage.desk().world().item(&"i1".into()).unwrap().clone();
        let title = "东山片区冬季清淤及沿河道路、桥涵、护坡整修工程分段包干方案".repeat(3);
        stage.record(&[Command::Agenda(agenda::Command::Put(agenda::Item {
            title: line(&title),
            ..item
        }))]);
        vote_on(&mut stage, 2);
        stage.app.go(Screen::live("s1".into()));
        stage.press("F7 8 F5");
        let world = looked_at(&stage);
        let motion = world.motion(&"m1".into()).unwrap();
        let standing = sequels::standing_whole(language, &world, motion);
        let screen = stage.screen();
        let top = screen.lines().find(|row| row.contains('┌')).unwrap();
        assert!(top.contains(&standing), "{screen}");
        assert!(top.contains("东山片区"), "{screen}");
        assert!(!top.contains(&title), "{screen}");
    }
}

/// Level, by a rule that has whoever chairs decide first, and proposes to put off what is close.
fn level(language: Language) -> Stage {
    let rule = Rule {
        id: "own-1".into(),
        name: Some(Name {
            zh: line("本会规则"),
            en: line("Our rule"),
        }),
        provenance: Provenance::Own,
        clause: "《议事规则》第九条".to_owned(),
        from: "2026-01-01".parse().ok(),
        tie: vec![TieStep::ChairCasts],
        close: Some(2),
        ..joint_default()
    };
    let mut stage = drafted(language, Some(rule), Effect::Decides);
    vote_on(&mut stage, 2);
    stage.record(&[Command::Vote(vote::Command::Announce {
        motion: "m1".into(),
        at: at("08:51"),
    })]);
    stage
}

fn not_taken(stage: &mut Stage) {
    stage.record(&[Command::Vote(vote::Command::Follow {
        session: "s1".into(),
        motion: "m1".into(),
        at: at("08:52"),
        next: Next::PassOver,
    })]);
}

#[test]
fn nothing_is_said_to_be_lost_while_it_is_asked_whether_it_is_put_off() {
    for language in Language::ALL {
        let mut stage = level(language);
        let lost = words::standing_rejected(language).to_lowercase();
        let said = |stage: &mut Stage| {
            stage.app.go(Screen::live("s1".into()));
            stage.press("F7");
            let panel = stage.screen_of(120, 40);
            let world = stage.desk().world();
            let session = world.session(&"s1".into()).unwrap();
            let paper = record::record(world, session, language, record::Printed::default());
            let paper = plain::write(&paper, language, 120);
            stage.press("F8");
            let closing = stage.screen_of(120, 40);
            [panel, paper, closing].map(|it| it.to_lowercase())
        };
        not_taken(&mut stage);
        let world = looked_at(&stage);
        let motion = world.motion(&"m1".into()).unwrap();
        assert_eq!(due(motion), Some(Due::CloseSplit));
        for said in said(&mut stage) {
            assert!(!said.contains(&lost), "{said}");
        }
        not_taken(&mut stage);
        for said in said(&mut stage) {
            assert!(said.contains(&lost), "{said}");
        }
    }
}

#[test]
fn the_number_of_a_motion_stands_apart_from_what_became_of_it() {
    let mut stage = level(Language::Zh);
    not_taken(&mut stage);
    put_off(&mut stage, Some("2026-12-21"));
    let world = looked_at(&stage);
    let item = world.item(&"i1".into()).unwrap();
    let said = sequels::left_as(Language::Zh, &world, item);
    assert!(said.starts_with("动议 1 暂缓至"), "{said}");
}

/// The key that announces asks first whether what is close is put off, and the refusal says so.
#[test]
fn what_is_close_and_not_announced_names_the_step_that_its_key_is() {
    for language in Language::ALL {
        let mut stage = level(language);
        let said = |stage: &mut Stage| {
            stage.app.go(Screen::live("s1".into()));
            stage.screen();
            let motion = "m1".into();
            stage
                .app
                .reason(&Why::Refused(Refusal::NotAnnounced { motion }))
        };
        not_taken(&mut stage);
        let close = said(&mut stage);
        assert!(
            close.contains(refusal::remedy_settle_close(language)),
            "{close}"
        );
        assert!(
            !close.contains(refusal::remedy_announce(language)),
            "{close}"
        );
        not_taken(&mut stage);
        let after = said(&mut stage);
        assert!(
            after.contains(refusal::remedy_announce(language)),
            "{after}"
        );
    }
}
