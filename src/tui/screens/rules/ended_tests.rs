//! A rule that is ended or replaced while items stand under it: said to whoever does it, and where the item
//! is prepared and dealt with.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::end::EndSheet;
use super::form::RuleSheet;
use super::tests::{book, choose};
use crate::domain::Command;
use crate::domain::rule::book::Command as Book;
use crate::domain::rule::{Name, Provenance, Rule, joint_default, presets};
use crate::domain::session::next::{Step, next_step};
use crate::domain::vote::{Effect, MotionState};
use crate::i18n::{Language, idle_rule as words, refusals, rule_book, terms, ui};
use crate::tui::action::{Why, key_of};
use crate::tui::dialog;
use crate::tui::screens::scene::line;
use crate::tui::screens::sequel::tests::drafted;
use crate::tui::screens::{Screen, plan, scope_name};
use crate::tui::stage::Stage;

/// Sits on an item under a rule of the committee's own.
fn sitting(language: Language) -> Stage {
    let rule = Rule {
        id: "own-1".into(),
        name: Some(Name {
            zh: line("本会规则"),
            en: line("Our rule"),
        }),
        provenance: Provenance::Own,
        clause: "《议事规则》第九条".to_owned(),
        unverified: false,
        from: Some("2026-01-01".parse().unwrap()),
        ..joint_default()
    };
    drafted(language, Some(rule), Effect::Decides)
}

fn flat(said: &str) -> String {
    said.split([' ', '\n', '│']).collect()
}

fn says(stage: &mut Stage, said: &str) {
    let screen = stage.screen();
    assert!(flat(&screen).contains(&flat(said)), "{said}\n{screen}");
}

fn items(stage: &Stage, language: Language) -> String {
    let session = stage.desk().world().session(&"s1".into()).unwrap();
    let (name, day) = (
        terms::session_name(language, session),
        terms::date(language, session.date),
    );
    words::of_session(language, name, day, terms::number_of_item(language, 1))
}

#[test]
fn whoever_ends_or_replaces_it_is_told_which_items_stand_under_it() {
    for language in Language::ALL {
        let mut stage = sitting(language);
        let said = items(&stage, language);
        let end = || {
            Box::new(EndSheet {
                rule: "own-1".into(),
            })
        };
        dialog::open(&mut stage.app, end());
        // By today's session it is still in force today.
        let ends = words::ends_under(language, said.as_str());
        assert!(!flat(&stage.screen()).contains(&flat(&ends)));
        stage.press(&"Backspace ".repeat(10));
        stage.type_text("2026-11-22");
        says(&mut stage, &ends);
        stage.every_size();
        stage.press("Esc");
        let change = Box::new(RuleSheet::change("own-1".into()));
        dialog::open(&mut stage.app, change);
        let turns = words::turns_to(language, said.as_str());
        says(&mut stage, &turns);
        stage.every_size();
    }
}

#[test]
fn an_item_whose_rule_is_not_in_force_says_so_and_leads_to_another() {
    for language in Language::ALL {
        let mut stage = sitting(language);
        stage.record(&[Command::Rule(Book::End {
            rule: "own-1".into(),
            on: "2026-11-22".parse().unwrap(),
        })]);
        let on = "2026-11-23".parse().unwrap();
        let number = terms::number_of_item(language, 1);
        let day = terms::short_date(language, on, on);
        // The preparation says it of the agenda, whatever row is selected.
        stage.app.go(Screen::Plan(plan::State::new("s1".into())));
        let key = key_of("plan.change");
        says(
            &mut stage,
            &words::some(language, number.as_str(), day.as_str(), key),
        );
        stage.every_size();
        stage.press("Esc");
        // The live screen in its header, and the chair's line.
        stage.app.go(Screen::live("s1".into()));
        stage.press("F7");
        let header = stage.screen();
        let header = header.lines().nth(1).unwrap();
        let long = words::judges(
            language,
            terms::rule(language, stage.desk().world(), &"own-1".into()),
            day,
        );
        let short = words::judges_short(language);
        assert!(header.contains(&long) || header.contains(short), "{header}");
        let world = stage.desk().world();
        let step = next_step(world, world.session(&"s1".into()).unwrap());
        let Step::Barred { why, .. } = step else {
            panic!("{step:?}")
        };
        let said = refusals::refusal(language, world, &why);
        says(&mut stage, &said);
        stage.every_size();
        // A refusal names the key and the screen it is a key of.
        let reason = stage.app.reason(&Why::Refused(*why));
        let scope = scope_name(language, crate::tui::action::Scope::Plan);
        let key = key_of("plan.change");
        let remedy = words::remedy(language);
        assert_eq!(
            reason,
            ui::refused_with_key_elsewhere(language, said, scope, key, remedy)
        );
        // The key of the step leads to the item, and another rule lets it be voted.
        stage.press("F5");
        says(&mut stage, &words::change(language, number));
        stage.every_size();
        stage.press("Down Enter Tab Tab Home");
        for _ in 0..30 {
            let world = stage.desk().world();
            let fallback = terms::rule(language, world, &"joint-default".into()).to_owned();
            // A long name is cut in the field.
            let fallback: String = flat(&fallback).chars().take(16).collect();
            if flat(&stage.caret_row()).contains(&fallback) {
                break;
            }
            stage.press("Right");
        }
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        stage.press("F5");
        let motion = stage.desk().world().motion(&"m1".into()).unwrap();
        let voting = matches!(motion.state, MotionState::Voting { .. });
        assert!(voting, "{}", stage.screen());
    }
}

#[test]
fn a_rule_the_committee_will_sit_by_is_marked_with_the_day() {
    for language in Language::ALL {
        let mut stage = book(language);
        let rule = presets().get(1).unwrap().id.clone();
        choose(&mut stage, rule.as_str());
        stage.press("5");
        stage.type_text("议事规则");
        stage.press("Enter");
        stage.type_text("第十二条");
        stage.press("Enter Enter");
        stage.type_text("2099-1-1");
        stage.press("PgDn Enter");
        let today = stage.desk().today();
        let day = terms::short_date(language, "2099-01-01".parse().unwrap(), today);
        let mark = rule_book::mark_sits_from(language, day);
        let screen = stage.screen_of(120, 40);
        assert!(screen.contains(&mark), "{mark}\n{screen}");
        stage.every_size();
    }
}
