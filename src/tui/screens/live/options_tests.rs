//! One of several by name, by its keys: all alike and then the exceptions, by digits, from a list, by pinyin.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::slate_tests::{asked, ballot, motion};
use super::{Panel, vote};
use crate::domain::ids::PersonId;
use crate::domain::rule::Method;
use crate::domain::vote::{Choice, MotionState, Outcome, Standing, standing};
use crate::i18n::{
    Language, alike, ballot_refusal, hands, options, sequel, slate, slate_refusal, terms,
};
use crate::tui::action::Scope;
use crate::tui::stage::Stage;
use insta::assert_snapshot;

const OPTIONS: [&str; 3] = ["甲方案", "乙方案", "丙方案"];

fn drafted(language: Language, rule: &str, options: &[&str]) -> Stage {
    let mut stage = asked(language, rule);
    stage.type_text("从几个方案中选一个。");
    stage.press("Tab");
    for (at, name) in options.iter().enumerate() {
        if at > 0 {
            stage.press("Enter");
        }
        stage.type_text(name);
    }
    stage.press("PgDn Enter");
    stage
}

/// A choice of one of three whose vote is open by name.
pub(in crate::tui) fn by_name(language: Language) -> Stage {
    let mut stage = drafted(language, "one-of-several-run-off", &OPTIONS);
    stage.press("F5");
    assert_eq!(ballot(&stage).method, Method::ByName, "{}", stage.screen());
    stage
}

/// Chooses the row of a menu that says so.
fn pick(stage: &mut Stage, says: &str) {
    for _ in 0..20 {
        if stage.caret_row().contains(says) {
            stage.press("Enter");
            return;
        }
        stage.press("Down");
    }
    unreachable!("{says}: {}", stage.screen());
}

fn who(stage: &Stage) -> PersonId {
    let (_, voter) = vote::selected(&stage.app).unwrap();
    voter.person.clone()
}

fn took(stage: &Stage, person: &PersonId) -> Option<String> {
    let ballot = ballot(stage);
    ballot.option_of(person).map(ToString::to_string)
}

fn votes(stage: &Stage) -> Vec<u32> {
    let motion = motion(stage);
    let count = motion.result().unwrap().slate.as_ref().unwrap();
    count.sheet.rows.iter().map(|row| row.yes).collect()
}

#[test]
fn all_take_one_then_the_exceptions_and_the_result_is_announced() {
    for language in Language::ALL {
        let mut stage = by_name(language);
        assert_eq!(stage.app.scopes()[0], Scope::LiveOptions);
        let screen = stage.screen();
        assert!(screen.contains(options::key_ask(language)), "{screen}");
        assert_snapshot!(format!("options_asked_{language}"), screen);
        stage.every_size();
        // The key of the step asks which one the rest takes; pressed once more it takes nothing.
        stage.press("F5 Enter");
        assert!(ballot(&stage).marks.is_empty());
        stage.press("F5");
        assert_snapshot!(format!("options_rest_{language}"), stage.screen());
        stage.every_size();
        pick(&mut stage, "2 乙方案");
        assert_eq!(ballot(&stage).marks.len(), 12);
        assert!(ballot(&stage).marks.values().all(|it| it.pencilled));
        // Exceptions: digits on rows, nobody's, none of them.
        let first = who(&stage);
        stage.press("1");
        let second = who(&stage);
        stage.press("1 0 -");
        assert_eq!(took(&stage, &first), Some("甲方案".to_owned()));
        assert_eq!(took(&stage, &second), Some("甲方案".to_owned()));
        let marks = ballot(&stage).marks;
        let choices = |wanted: &Choice| marks.values().filter(|it| it.choice == *wanted).count();
        assert_eq!(choices(&Choice::Abstain), 1);
        assert_eq!(choices(&Choice::NotVoting), 1);
        let screen = stage.screen();
        let stands = options::stands(language, "2 乙方案", 8);
        assert!(screen.contains(&stands), "{screen}");
        assert_snapshot!(format!("options_by_name_{language}"), screen);
        stage.every_size();
        // A digit of no option takes nothing, nor does one of a vote for and against.
        stage.press("7");
        assert_eq!(stage.said(), options::no_such_number(language));
        // The key that announces ends no vote, so that pressed twice it announces nothing unread.
        stage.press("End");
        assert!(motion(&stage).result().is_none());
        stage.press("F5");
        assert_eq!(motion(&stage).result().unwrap().outcome, Outcome::Adopted);
        assert_eq!(votes(&stage), [2, 8, 0]);
        assert_snapshot!(format!("options_named_end_{language}"), stage.screen());
        stage.every_size();
        // Digits were typed a moment before: none of them announces.
        stage.press("8");
        assert_eq!(stage.said(), slate::announce_with_key(language));
        assert!(matches!(motion(&stage).state, MotionState::Counted { .. }));
        stage.press("End");
        assert_eq!(standing(&motion(&stage)), Standing::Adopted);
        assert_snapshot!(format!("options_named_said_{language}"), stage.screen());
        stage.every_size();
    }
}

#[test]
fn more_than_nine_are_chosen_from_a_list() {
    for language in Language::ALL {
        let many = [
            "一号",
            "二号",
            "三号",
            "四号",
            "五号",
            "六号",
            "七号",
            "八号",
            "九号",
            "十号",
            "十一号",
        ];
        let mut stage = drafted(language, "one-of-several", &many);
        stage.press("F5");
        let first = who(&stage);
        stage.press("Right");
        stage.every_size();
        pick(&mut stage, "11 十一号");
        assert_eq!(took(&stage, &first), Some("十一号".to_owned()));
        assert_ne!(who(&stage), first, "the next one's turn");
        let second = who(&stage);
        stage.press("+");
        stage.type_text("10");
        stage.press("Enter");
        assert_eq!(took(&stage, &second), Some("十号".to_owned()));
        assert_snapshot!(format!("options_many_{language}"), stage.screen());
        stage.every_size();
        // Taken by mistake, and taken away again.
        stage.press("Up Left");
        assert_eq!(took(&stage, &second), None);
        stage.press("Left");
        assert_eq!(stage.said(), crate::i18n::live::no_mark(language));
    }
}

#[test]
fn whose_turn_it_is_is_found_by_pinyin_and_who_withdraws_is_named() {
    for language in Language::ALL {
        let mut stage = by_name(language);
        let world = stage.desk().world();
        let voter = ballot(&stage).voters[6].clone();
        let name = terms::person(language, world, &voter.person).to_owned();
        stage.press("/");
        stage.type_text(&name);
        stage.press("Enter");
        assert_eq!(who(&stage), voter.person);
        stage.press("x");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        stage.type_text("本人经营此项目");
        stage.press("PgDn Enter");
        let mark = ballot(&stage).marks[&voter.person].choice.clone();
        assert!(mark.is_recusal(), "{}", stage.screen());
        // Whoever withdrew is passed over by what the rest takes.
        stage.press("F2");
        pick(&mut stage, "3 丙方案");
        assert_eq!(ballot(&stage).marks.len(), 12);
        stage.press("F2");
        assert_eq!(stage.said(), options::nobody_left(language));
        stage.press("F5");
        assert_eq!(votes(&stage), [0, 0, 11]);
    }
}

#[test]
fn a_run_off_is_asked_anew_and_nothing_of_it_turns_secret() {
    for language in Language::ALL {
        let mut stage = by_name(language);
        stage.press("1 1 1 1 1 2 2 2 2 3 3 3");
        stage.press("F5");
        assert_eq!(motion(&stage).result().unwrap().outcome, Outcome::VoteAgain);
        stage.press("End");
        stage.press("g");
        let screen = stage.screen();
        assert!(screen.contains(sequel::menu_by_hands(language)), "{screen}");
        let secret = sequel::menu_secretly(language);
        assert!(!screen.contains(secret), "{screen}");
        stage.press("Esc");
        stage.press("#");
        assert!(
            stage
                .said()
                .contains(ballot_refusal::named_already(language)),
            "{}",
            stage.said()
        );
        // The step opens the second round as the first was taken.
        stage.press("F5");
        assert_eq!(ballot(&stage).method, Method::ByName);
        let between = ballot(&stage).slate.unwrap().contenders;
        assert_eq!(between.len(), 2);
        assert!(ballot(&stage).marks.is_empty());
        stage.press("3");
        assert_eq!(stage.said(), options::no_such_number(language));
        stage.press("F2");
        pick(&mut stage, "2 乙方案");
        stage.press("F5 End");
        assert_eq!(standing(&motion(&stage)), Standing::Adopted);
        assert_eq!(motion(&stage).earlier.len(), 1);
        assert_snapshot!(format!("options_second_{language}"), stage.screen());
        stage.every_size();
    }
}

#[test]
fn what_somebody_took_is_corrected_once_it_is_announced() {
    for language in Language::ALL {
        let mut stage = by_name(language);
        stage.press("F2");
        pick(&mut stage, "1 甲方案");
        stage.press("F5 End");
        stage.press("Home");
        let person = who(&stage);
        stage.press("c Right");
        let screen = stage.screen();
        assert!(stage.caret_row().contains(OPTIONS[0]), "{screen}");
        assert_snapshot!(format!("options_corrected_{language}"), screen);
        stage.every_size();
        stage.press("Right Tab Tab");
        stage.type_text("听错了");
        stage.press("PgDn Enter");
        assert_eq!(
            took(&stage, &person),
            Some("乙方案".to_owned()),
            "{}",
            stage.screen()
        );
        assert_eq!(votes(&stage), [11, 1, 0]);
    }
}

#[test]
fn the_panel_looked_away_from_is_come_back_to() {
    for language in Language::ALL {
        let mut stage = by_name(language);
        stage.press("1 2 F4");
        assert_eq!(stage.app.live().unwrap().panel, Panel::Roll);
        // The step leads back to the vote and asks.
        stage.press("F5");
        assert_eq!(stage.app.live().unwrap().panel, Panel::Vote);
        stage.press("Esc");
        assert_eq!(stage.app.scopes()[0], Scope::LiveOptions);
        let shown = stage.screen();
        let stands = options::stands(language, "1 甲方案", 1);
        assert!(shown.contains(&stands), "{shown}");
        // By hands it is counted as before, in numbers.
        let mut stage = drafted(language, "one-of-several", &OPTIONS);
        let screen = stage.screen();
        assert!(screen.contains(hands::by_hands_short(language)), "{screen}");
        stage.press("j");
        assert_eq!(stage.app.scopes()[0], Scope::LiveSecret);
    }
}

#[test]
fn plans_are_asked_for_as_plans_and_two_that_cannot_be_told_apart_are_refused() {
    for language in Language::ALL {
        let twice = ["甲案A", "甲案Ａ"];
        let mut stage = drafted(language, "one-of-several-run-off", &twice);
        assert!(stage.app.overlay.is_some());
        let bare = |text: &str| -> String {
            let kept = text.chars().filter(|c| !c.is_whitespace() && *c != '│');
            kept.collect()
        };
        let screen = stage.screen_of(120, 40);
        let said = slate_refusal::option_twice(language, "甲案A");
        assert!(bare(&screen).contains(&bare(&said)), "{said}\n{screen}");
        assert!(!screen.contains("候选"), "{screen}");
        // Nearly the same is warned about and taken; letters beside characters are no two scripts.
        for (option, warned) in [("壬案", Some("王案")), ("丙案B", None)] {
            let mut stage = asked(language, "one-of-several-run-off");
            stage.type_text("从几个方案中选一个。");
            stage.press("Tab");
            stage.type_text("王案");
            stage.press("Enter");
            stage.type_text(option);
            let screen = stage.screen_of(120, 40);
            match warned {
                Some(other) => {
                    let said = alike::shape(language, other);
                    assert!(bare(&screen).contains(&bare(&said)), "{said}\n{screen}");
                }
                None => assert!(!screen.contains('“'), "{screen}"),
            }
            stage.press("PgDn Enter");
            assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        }
        // One is too few: the step and the refusal name plans.
        let mut stage = drafted(language, "one-of-several-run-off", &["甲案"]);
        let screen = stage.screen_of(120, 40);
        assert!(screen.contains(slate::step_options(language)), "{screen}");
        stage.press("F5");
        let screen = stage.screen_of(120, 40);
        assert!(!screen.contains("候选"), "{screen}");
    }
}
