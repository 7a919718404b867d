#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::hands_tests::drafted;
use super::tests::{panel, sample};
use super::{Panel, words};
use crate::domain::Command;
use crate::domain::roster::{self, OwnRules};
use crate::domain::rule::book::{self, Adopted};
use crate::domain::rule::{Name, Provenance, SecondCall, joint_default};
use crate::domain::session::handover::{Handover, Office};
use crate::domain::session::{self, Plan, RollMark, Session, SessionState};
use crate::domain::vote::tally::Voice;
use crate::i18n::notice as notice_words;
use crate::i18n::{Language, act, hands, other_day, second_call, sitting, terms};
use crate::papers::{plain, record};
use crate::tui::screens::history::{self, Fact};
use crate::tui::screens::scene::line;
use crate::tui::screens::{Screen, plan};
use crate::tui::stage::Stage;
use insta::assert_snapshot;

fn session(stage: &Stage) -> Session {
    let id = &stage.app.live().unwrap().session;
    stage.desk().world().session(id).unwrap().clone()
}

/// Calls the roll with one too few there, the chair among those who came.
fn short(language: Language) -> Stage {
    let mut stage = sample(language, 3);
    stage.press("F5 Home 1 1 1 1 1 1 5 5 5 5 5 5 5");
    let lapse = words::own_key(language, "l", sitting::lapse_short(language));
    assert!(stage.screen().contains(lapse.trim()), "{}", stage.screen());
    stage
}

#[test]
fn short_of_quorum_each_way_on_stands_by_its_key() {
    for language in Language::ALL {
        let mut stage = short(language);
        let without = words::own_key(language, "o", sitting::without_votes_short(language));
        assert!(
            stage.screen().contains(without.trim()),
            "{}",
            stage.screen()
        );
        assert_snapshot!(format!("short_of_quorum_{language}"), stage.screen());
        stage.every_size();
        // It waits: whoever comes is marked, and the session opens.
        stage.press("Home Down Down Down Down Down Down 1 F5");
        assert_eq!(session(&stage).state, SessionState::Sitting);
        stage.press("l");
        assert!(!stage.said().is_empty());
        assert!(stage.app.overlay.is_none());
    }
}

fn flat(text: &str) -> String {
    text.split([' ', '\n', '│']).collect()
}

/// Lets time go by until a moment: the program is opened anew then.
fn goes_by(stage: &mut Stage, until: &str) {
    let path = stage.desk().path().to_owned();
    stage.app.office.stopped = Some(until.parse().unwrap());
    stage.app.desk = None;
    stage.app.enter(&path);
}

#[test]
fn a_session_lapses_with_a_second_date_and_its_roll_is_called_anew() {
    for language in Language::ALL {
        let mut stage = short(language);
        stage.press("l");
        // The day is typed as people type it; one gone by is refused on its field.
        stage.type_text("2026-11-20");
        stage.press("Enter Enter Enter");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        stage.press("Esc l Ctrl-U");
        stage.press(&"Backspace ".repeat(10));
        stage.type_text("+4");
        stage.press("Enter Enter Enter");
        let lapsed = session(&stage);
        assert_eq!(lapsed.state, SessionState::Lapsed, "{}", stage.screen());
        assert_eq!(lapsed.lapses[0].second.date.to_string(), "2026-11-27");
        stage.press("1");
        assert_eq!(session(&stage).lapses, lapsed.lapses);
        assert_eq!(
            session(&stage).roll,
            lapsed.roll,
            "the roll of a lapse stands"
        );
        stage.every_size();
        // Who came to it stands on paper already, and still does once the roll is called anew.
        let (world, came) = (stage.desk().world(), &lapsed.lapses[0].came);
        let names = came
            .iter()
            .map(|person| terms::person(language, world, person));
        let names = second_call::came(language, "", terms::list(language, names));
        assert_eq!(came.len(), 6);
        stage.press("F10");
        let paper = stage.screen_of(120, 40);
        assert!(flat(&paper).contains(&flat(&names)), "{names}\n{paper}");
        stage.every_size();
        stage.press("Esc F5");
        assert_eq!(session(&stage).state, SessionState::Planned);
        assert_eq!(session(&stage).date.to_string(), "2026-11-27");
        // What was done, taken back and done again is said with the second date, never the first.
        let said = act::reconvened(language, "2026-11-27");
        assert!(stage.said().contains(&said), "{}", stage.said());
        for (key, state) in [("u", SessionState::Lapsed), ("r", SessionState::Planned)] {
            stage.press(key);
            assert_eq!(session(&stage).state, state);
            assert!(stage.said().contains(&said), "{key}: {}", stage.said());
            // The list of what happened names it by the same day while it is taken back.
            let of = Fact::of_session(session(&stage).id, Vec::new(), None);
            stage
                .app
                .go(Screen::History(Box::new(history::State::new(of))));
            let list = stage.screen_of(120, 40);
            let first = act::reconvened(language, "2026-11-23");
            assert!(list.contains(&said), "{key}: {list}");
            assert!(!list.contains(&first), "{key}: {list}");
            stage.app.back();
        }
        stage.press("F5 9 F5 Down Enter F10");
        let page = stage.screen();
        assert_snapshot!(format!("record_of_a_lapse_{language}"), page);
    }
}

#[test]
fn a_second_call_says_its_last_day_sits_with_fewer_and_its_notice_carries_the_sentence() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        let notice = line("本次为第二次召集，到会多少人都有效");
        let mut rule = joint_default();
        rule.id = "own-1".into();
        rule.name = Some(Name {
            zh: line("本会规则"),
            en: line("Our rule"),
        });
        rule.provenance = Provenance::Own;
        rule.clause = "《议事规则》第九条".to_owned();
        rule.from = "2026-01-01".parse().ok();
        rule.quorum.second_call = Some(SecondCall {
            within_days: 7,
            notice: notice.clone(),
            by: None,
        });
        stage.record(&[
            Command::Rule(book::Command::Adopt(Box::new(Adopted {
                id: rule.id.clone(),
                follows: None,
                on: "2026-01-01".parse().unwrap(),
                rule,
            }))),
            Command::Roster(roster::Command::AdoptRules(Some(OwnRules {
                title: line("《议事规则》"),
                clause: line("第九条"),
                rule: "own-1".into(),
                adopted: "2026-01-05".parse().unwrap(),
                online: false,
                deputies: false,
            }))),
        ]);
        stage.press("F5 Home 1 1 1 1 1 1 5 5 5 5 5 5 5 l");
        let last = terms::date(language, "2026-11-30".parse().unwrap());
        // The box stands over the roll, and a long line is broken in it.
        let begins = |text: String| flat(&text).chars().take(24).collect::<String>();
        let until = begins(sitting::lapse_until(language, last.clone()));
        let screen = stage.screen();
        assert!(flat(&screen).contains(&until), "{until}\n{screen}");
        stage.type_text("12-5");
        stage.press("Tab");
        let late = begins(sitting::lapse_too_late(language, last));
        let screen = stage.screen();
        assert!(flat(&screen).contains(&late), "{late}\n{screen}");
        stage.every_size();
        stage.press("BackTab Backspace Backspace Backspace Backspace");
        stage.type_text("11-27");
        assert_snapshot!(format!("second_call_{language}"), stage.screen());
        stage.press("PgDn Enter");
        // Until it is planned anew its plan says where that is done.
        let id = session(&stage).id;
        stage.app.go(Screen::Plan(plan::State::new(id.clone())));
        let second = terms::sitting(
            language,
            &stage.desk().world().session(&id).unwrap().called_for(),
        );
        let anew = begins(second_call::plan_anew(language, second, "F5"));
        let screen = stage.screen();
        assert!(flat(&screen).contains(&anew), "{anew}\n{screen}");
        stage.every_size();
        stage.press("F6");
        let screen = stage.screen();
        let then = begins(notice_words::then_anew(language, "F5", "7"));
        assert!(flat(&screen).contains(&then), "{then}\n{screen}");
        stage.every_size();
        stage.app.go(Screen::live(id));
        stage.press("F5");
        let again = session(&stage);
        assert_eq!(again.state, SessionState::Planned, "{}", stage.screen());
        assert_eq!(again.date.to_string(), "2026-11-27");
        let id = again.id.clone();
        stage
            .app
            .go(Screen::Notice(crate::tui::screens::notice::State::new(
                id.clone(),
            )));
        let page = stage.screen();
        assert!(flat(&page).contains(notice.as_str()), "{page}");
        // It says which meeting too few came to.
        let first = terms::date(language, "2026-11-23".parse().unwrap());
        assert!(flat(&page).contains(&flat(&first)), "{page}");
        stage.every_size();
        // On another day than it was called for it is no second call, and it is asked and said so.
        stage.app.go(Screen::live(id.clone()));
        stage.press("F5");
        let on = |day: &str| terms::date(language, day.parse().unwrap());
        let said = other_day::roll(language, on("2026-11-27"), on("2026-11-23"));
        assert_eq!(stage.said(), said);
        stage.press("Home 1 1 1 1 1 1 5 5 5 5 5 5 5 F5");
        let said = second_call::not_the_day(language, on("2026-11-27"));
        assert!(stage.said().starts_with(&said), "{}", stage.said());
        stage.press("Home 1 1 1 1 1 1 1 1 1 1 1 1 1 F5");
        let asked = other_day::question_second(language, on("2026-11-27"), on("2026-11-23"));
        let screen = stage.screen();
        assert!(flat(&screen).contains(&begins(asked)), "{screen}");
        stage.every_size();
        stage.press("Esc");
        goes_by(&mut stage, "2026-11-27T09:00:00");
        // The same six are not enough before the notice is known to carry it.
        stage.app.go(Screen::live(id.clone()));
        stage.press("Home 1 1 1 1 1 1 5 5 5 5 5 5 5 F5");
        let wants = second_call::notice_wants(language);
        assert!(stage.said().starts_with(wants), "{}", stage.said());
        // Which key records it is not cut in the narrow window.
        let remedy = second_call::remedy_record_notice(language);
        assert!(stage.said().contains(remedy), "{}", stage.said());
        // The key of the step leads to the form it speaks of.
        assert!(stage.screen().contains(second_call::field(language)));
        stage.press("Esc");
        let awaited = begins(second_call::awaited(language, "", notice.as_str()));
        let screen = stage.screen_of(120, 40);
        assert!(flat(&screen).contains(&awaited), "{awaited}\n{screen}");
        stage.every_size();
        stage.app.go(Screen::Plan(plan::State::new(id.clone())));
        let must = begins(second_call::must_carry(language, notice.as_str()));
        let screen = stage.screen();
        assert!(flat(&screen).contains(&must), "{must}\n{screen}");
        stage.press("7 Tab Tab Tab Tab");
        let asked = stage.screen();
        assert!(asked.contains(second_call::field(language)), "{asked}");
        stage.every_size();
        stage.press("PgDn Enter");
        let asked = stage.screen();
        assert!(asked.contains(second_call::missing(language)), "{asked}");
        stage.press("Right Up");
        stage.type_text("次日");
        stage.press("PgDn Enter");
        let carries = begins(second_call::carries(language, notice.as_str()));
        let screen = stage.screen();
        assert!(flat(&screen).contains(&carries), "{carries}\n{screen}");
        // The same six are enough now.
        stage.app.go(Screen::live(id));
        let ground = second_call::opens_with_any(language, "", "《议事规则》第九条");
        let screen = stage.screen_of(120, 40);
        assert!(flat(&screen).contains(&flat(&ground)), "{ground}\n{screen}");
        stage.press("F5");
        assert_eq!(
            session(&stage).state,
            SessionState::Sitting,
            "{}",
            stage.screen()
        );
        stage.press("F10");
        let paper = stage.screen_of(120, 40);
        for said in [
            second_call::any_number(language).to_owned(),
            second_call::sat_with_any(language, ""),
        ] {
            assert!(flat(&paper).contains(&flat(&said)), "{said}\n{paper}");
        }
    }
}

#[test]
fn short_of_quorum_it_opens_for_what_needs_no_vote_with_the_reason() {
    for language in Language::ALL {
        let mut stage = short(language);
        stage.press("o Enter Enter");
        let opened = session(&stage);
        assert_eq!(opened.state, SessionState::Sitting, "{}", stage.screen());
        assert!(opened.without_votes.is_some());
        // The items that need a vote wait: after the others the session is at its end.
        stage.press("F5 F5 F5 F5 F5 F5 F5 F5");
        assert_eq!(panel(&stage), Panel::Closing, "{}", stage.screen());
        let said = stage.desk().world().session(&opened.id).unwrap().clone();
        let world = stage.desk().world();
        let paper = record::record(world, &said, language, record::Printed::default());
        let paper = plain::write(&paper, language, 80);
        let paper: String = paper.split_whitespace().collect();
        let reason = opened.without_votes.unwrap().to_string();
        let reason: String = reason.split_whitespace().collect();
        assert!(paper.contains(&reason), "{paper}");
    }
}

#[test]
fn a_session_goes_on_another_day_and_the_roll_is_asked_again() {
    for language in Language::ALL {
        let mut stage = drafted(language);
        stage.press("z Enter Enter Enter");
        assert!(stage.app.overlay.is_some(), "neither day nor hour");
        stage.press("PgUp");
        stage.type_text("25");
        stage.press("Enter");
        stage.type_text("1430");
        stage.press("Enter Enter");
        let adjourned = session(&stage);
        assert_eq!(
            adjourned.state,
            SessionState::Adjourned,
            "{}",
            stage.screen()
        );
        assert_eq!(
            adjourned.adjournments[0].again.date.to_string(),
            "2026-11-25"
        );
        assert_eq!(panel(&stage), Panel::Roll);
        assert_snapshot!(format!("adjourned_{language}"), stage.screen());
        stage.every_size();
        // Home says when it goes on, and leads back in.
        let again = terms::sitting(language, &adjourned.adjournments[0].again);
        let screen = Screen::live(adjourned.id);
        stage.press("Esc");
        assert!(stage.screen().contains(&again), "{}", stage.screen());
        stage.app.go(screen);
        stage.press("F5");
        assert_eq!(session(&stage).state, SessionState::Sitting);
        assert_eq!(panel(&stage), Panel::Roll);
        // Two are back; the others are not taken for present because the roll was asked.
        stage.press("Home 1 1");
        let confirm = words::own_key(language, "f", sitting::confirm_roll_short(language));
        assert!(
            stage.screen().contains(confirm.trim()),
            "{}",
            stage.screen()
        );
        // The menu of the row does not begin with what confirms the whole roll.
        stage.press("Enter");
        let first = stage.caret_row();
        let confirms = sitting::confirm_roll_hint(language);
        assert!(!first.contains(confirms), "{first}");
        stage.press("Esc f");
        let asked = session(&stage).asked_again[0];
        assert_eq!((asked.entitled, asked.present), (12, 2));
        // Too few to vote: it can be adjourned once more.
        stage.press("a Home Down Down Down 1");
        let again = words::own_key(language, "z", sitting::adjourn_short(language));
        assert!(stage.screen().contains(again.trim()), "{}", stage.screen());
        // All back, asked by one key.
        stage.press("u u F4 F5 F5");
        assert!(!session(&stage).roll_due, "{}", stage.screen());
    }
}

#[test]
fn after_a_break_the_roll_is_asked_before_the_vote() {
    for language in Language::ALL {
        let mut stage = drafted(language);
        stage.press("F6 F6");
        assert_eq!(panel(&stage), Panel::Roll);
        stage.press("j");
        assert!(stage.said().contains("F4"), "{}", stage.said());
        stage.press("F5");
        assert_eq!(panel(&stage), Panel::Minutes, "{}", stage.screen());
        stage.press("j");
        assert_eq!(panel(&stage), Panel::Vote, "{}", stage.screen());
    }
}

#[test]
fn whoever_chairs_the_item_is_asked_last() {
    for language in Language::ALL {
        let mut stage = drafted(language);
        let held = session(&stage);
        let item = stage
            .desk()
            .world()
            .running_item(&held.id)
            .unwrap()
            .id
            .clone();
        let other = held.entitled().next().unwrap().place.person.clone();
        assert_ne!(held.chair.as_ref(), Some(&other));
        let handover = Handover {
            office: Office::Chair,
            to: other.clone(),
            item: Some(item),
            at: stage.desk().minute(),
            turn: crate::domain::session::turn::Turn::default(),
        };
        stage.record(&[Command::Session(session::Command::HandOver {
            id: held.id,
            handover,
        })]);
        stage.press("F5 PgDn PgDn");
        let name = terms::person(language, stage.desk().world(), &other).to_owned();
        let screen = stage.screen();
        let mut rows = screen
            .lines()
            .skip_while(|line| !line.contains(words::chair_last(language)));
        let last = rows.nth(1).unwrap_or_default();
        assert!(last.contains(&name), "{screen}");
        assert_eq!(screen.matches(words::chair_last(language)).count(), 1);
    }
}

#[test]
fn whoever_takes_part_by_video_is_shown_as_the_rule_counts() {
    for language in Language::ALL {
        let mut stage = drafted(language);
        let held = session(&stage);
        let person = held.entitled().next().unwrap().place.person.clone();
        stage.record(&[Command::Session(session::Command::Mark {
            id: held.id,
            person,
            mark: RollMark::Video,
            at: stage.desk().minute(),
        })]);
        let meter = hands::meter_video_not(language, 1);
        assert!(
            stage.screen_of(120, 24).contains(&meter),
            "{}",
            stage.screen_of(120, 24)
        );
        stage.press("F5 Home");
        let row = stage.caret_row();
        assert!(row.contains(hands::by_video(language)), "{row}");
        stage.press("1");
        assert!(!stage.said().is_empty());
        stage.press("u j");
        let panel = stage.screen();
        let expected = hands::fits(language, 11, "F5");
        assert!(panel.contains(&expected), "{panel}");
        stage.every_size();
        let absent = terms::voice(language, Voice::Absent);
        assert!(!panel.contains(&format!("{absent}：")), "{panel}");
    }
}

#[test]
fn a_session_is_opened_on_another_day_than_planned_by_a_word_only() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        let id = stage.app.live().unwrap().session.clone();
        let session = stage.desk().world().session(&id).unwrap().clone();
        let tomorrow = session.date.succ_opt().unwrap();
        stage.record(&[Command::Session(session::Command::Replan {
            id: id.clone(),
            plan: Plan {
                kind: session.kind,
                ordinal: session.ordinal,
                date: tomorrow,
                start: session.start,
                place: session.place.clone(),
                chair: session.chair.clone(),
                recorder: session.recorder.clone(),
            },
        })]);
        let state = |stage: &Stage| stage.desk().world().session(&id).unwrap().state;
        stage.press("F5 9 F5");
        let asked = stage.screen();
        let planned = terms::date(language, tomorrow);
        assert!(asked.contains(&planned), "{asked}");
        stage.every_size();
        // Enter alone opens nothing, and neither does the key that asked.
        stage.press("Enter F5 F5 Esc");
        assert_eq!(state(&stage), SessionState::Planned, "{}", stage.screen());
        stage.press("F5 Down Enter");
        assert_eq!(state(&stage), SessionState::Sitting, "{}", stage.screen());
        // The record holds the day it was opened.
        stage.press("F10");
        let record = stage.screen();
        let opened = terms::date(language, session.date);
        assert!(
            record.contains(&opened) && !record.contains(&planned),
            "{record}"
        );
    }
}
