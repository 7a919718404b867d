#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::domain::rule::book::Adopted;
use crate::domain::rule::{
    Consent, Method, Name, Over, Partial, Pass, Provenance, Weights, faults, joint_default, presets,
};
use crate::domain::vote::{self, Effect, Outcome};
use crate::domain::{Command, Refusal};
use crate::i18n::{Language, refusals, rule_book as words, rule_faults, rule_sentences, terms};
use crate::tui::screens::live::tests::sample;
use crate::tui::screens::scene::{committee, line};
use crate::tui::screens::sequel::tests::{at, drafted};
use crate::tui::stage::Stage;
use insta::assert_snapshot;

pub(super) fn book(language: Language) -> Stage {
    let mut stage = committee(language);
    stage.press("6");
    stage
}

/// Selects a rule in the list.
pub(super) fn choose(stage: &mut Stage, rule: &str) {
    let Some(Screen::Rules(state)) = stage.app.top_mut() else {
        panic!("no rule book");
    };
    *state = State::at(RuleId::from(rule));
    stage.screen();
}

/// Says whether the field in use has that label.
fn labelled(stage: &mut Stage, label: &str) -> bool {
    let row = stage.caret_row();
    let inside = row.split('│').nth(1).unwrap_or(&row);
    inside.trim_start_matches([' ', '*']).starts_with(label)
}

/// Goes down to the field of that label; the sheet is as long as its answers make it.
pub(super) fn field(stage: &mut Stage, label: &str) {
    stage.press("PgUp");
    for _ in 0..70 {
        if labelled(stage, label) {
            return;
        }
        stage.press("Down");
    }
    panic!("{label}\n{}", stage.screen());
}

pub(super) fn adopted(stage: &Stage) -> Vec<Adopted> {
    let world = stage.desk().world();
    let rules = world.rules_on(stage.desk().today()).into_iter();
    rules.cloned().collect()
}

/// Copies a shipped rule that needs a clause and adopts it.
fn adopt(stage: &mut Stage, rule: &str) {
    choose(stage, rule);
    stage.press("2");
    field(stage, words::clause(stage.app.language));
    stage.type_text("议事规则第十二条");
    stage.press("PgDn Enter");
    assert!(stage.app.overlay.is_none(), "{}", stage.screen());
}

#[test]
fn the_book_lists_what_is_adopted_and_what_is_shipped() {
    let mut stage = book(Language::Zh);
    assert_snapshot!("book_zh", stage.screen());
    stage.press("F12");
    assert_snapshot!("book_en", stage.screen());
    assert_snapshot!("book_small_en", stage.screen_of(60, 16));
    stage.every_size();
    for language in Language::ALL {
        let mut stage = book(language);
        choose(&mut stage, "one-village-one-vote");
        let screen = stage.screen();
        assert!(screen.contains(words::mark_derived(language)), "{screen}");
    }
}

#[test]
fn every_rule_is_read_in_sentences_to_its_last_line() {
    for language in Language::ALL {
        let mut stage = book(language);
        for rule in presets() {
            choose(&mut stage, rule.id.as_str());
            stage.press("1");
            let mut seen = stage.screen();
            stage.press("End");
            seen.push_str(&stage.screen());
            let world = stage.desk().world();
            let said = rule_sentences::sentences(language, world, rule);
            let last: String = said.last().unwrap().chars().rev().take(8).collect();
            let last: String = last.chars().rev().collect();
            let flat: String = seen.split_whitespace().collect();
            let last: String = last.split_whitespace().collect();
            assert!(flat.contains(&last), "{last}\n{seen}");
            stage.every_size();
            stage.press("Esc");
        }
    }
    let mut stage = book(Language::Zh);
    choose(&mut stage, "double-majority");
    stage.press("1");
    assert_snapshot!("reading_zh", stage.screen());
    stage.press("F12");
    assert_snapshot!("reading_en", stage.screen());
    stage.press("1");
    assert_eq!(stage.said(), words::reading_already(Language::En));
}

#[test]
fn a_derived_rule_is_adopted_once_a_clause_is_named() {
    for language in Language::ALL {
        let mut stage = book(language);
        choose(&mut stage, "one-village-one-vote");
        stage.press("2");
        let name = format!("copy_{}", language.tag());
        assert_snapshot!(name, stage.screen());
        stage.every_size();
        // Nobody has laid it down yet: the sheet says so, and stays.
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some());
        stage.press("Esc");
        adopt(&mut stage, "one-village-one-vote");
        let rules = adopted(&stage);
        assert_eq!(rules.len(), 1);
        let rule = &rules.first().unwrap().rule;
        assert_eq!(rule.provenance, Provenance::Own);
        assert_eq!(rule.clause, "议事规则第十二条");
        assert_eq!(rule.from, Some(stage.desk().today()));
        let shipped = crate::domain::rule::preset("one-village-one-vote").unwrap();
        assert_eq!(rule.pass, shipped.pass);
        assert_eq!(rule.quorum, shipped.quorum);
        assert_eq!(rule.tie, shipped.tie);
        assert_eq!(rule.methods, shipped.methods);
        stage.press("u");
        assert_eq!(adopted(&stage), []);
        stage.press("r");
        assert_eq!(adopted(&stage).len(), 1);
    }
}

#[test]
fn a_copy_that_nobody_changed_is_the_rule_it_was_copied_from() {
    let stage = book(Language::Zh);
    for source in presets() {
        let sheet = form::RuleSheet::copy(source.id.clone());
        let rule = sheet.untouched(&stage.app).unwrap();
        let derived = source.provenance == Provenance::Derived;
        let expected = Rule {
            name: rule.name.clone(),
            from: rule.from,
            provenance: if derived {
                Provenance::Own
            } else {
                source.provenance
            },
            clause: if derived {
                String::new()
            } else {
                source.clause.clone()
            },
            ..source.clone()
        };
        assert_eq!(rule, expected, "{}", source.id);
    }
}

#[test]
fn a_change_is_a_version_that_follows_and_the_old_one_stays() {
    for language in Language::ALL {
        let mut stage = book(language);
        choose(&mut stage, "one-village-one-vote");
        stage.press("3");
        let said = stage.said().to_owned();
        assert_eq!(said, words::not_adopted(language));
        adopt(&mut stage, "one-village-one-vote");
        let first = adopted(&stage).first().unwrap().clone();
        // Not on the day the first begins.
        stage.press("3");
        field(&mut stage, words::from(language));
        assert!(stage.caret_row().contains("2026-11-24"));
        stage.type_text("2026-11-23");
        stage.press("PgDn Enter");
        let early = words::from_too_early(language, "2026-11-23");
        let early: String = early.chars().take(12).collect();
        assert!(stage.screen().contains(&early), "{}", stage.screen());
        for _ in 0..10 {
            stage.press("Backspace");
        }
        stage.type_text("2026-12-01");
        field(&mut stage, words::criterion(language));
        stage.press("Left");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        // Not begun yet: today the first is still in force, and keeps what it said.
        assert_eq!(adopted(&stage), std::slice::from_ref(&first));
        let world = stage.desk().world();
        let versions = world.versions(&first.id);
        assert_eq!(versions.len(), 2);
        let second = (*versions.last().unwrap()).clone();
        assert_eq!(second.follows, Some(first.id.clone()));
        assert!(matches!(&second.rule.pass, Pass::Reaches(it) if it.over == Over::Persons));
        let december = "2026-12-01".parse().unwrap();
        assert_eq!(world.version_on(&first.id, december), second.id);
        stage.press("1");
        let name = format!("versions_{}", language.tag());
        assert_snapshot!(name, stage.screen());
        // The one that has its follower is not followed by another.
        stage.press("Esc");
        choose(&mut stage, first.id.as_str());
        stage.press("3");
        let refused = Refusal::RuleFollowed { rule: first.id };
        let world = stage.desk().world();
        let why = refusals::refusal(language, world, &refused);
        assert!(stage.said().contains(&why), "{}", stage.said());
        stage.press("i");
        assert!(matches!(stage.app.top(), Screen::History(_)));
        stage.press("Esc");
    }
}

#[test]
fn a_rule_is_ended_with_its_last_day() {
    let mut stage = book(Language::Zh);
    adopt(&mut stage, "all-villages");
    stage.press("6");
    stage.type_text("2026-11-20");
    stage.press("Enter Enter");
    assert!(stage.app.overlay.is_some());
    for _ in 0..10 {
        stage.press("Backspace");
    }
    stage.type_text("2026-11-30");
    stage.press("Enter Enter");
    let rule = adopted(&stage).first().unwrap().rule.clone();
    assert_eq!(rule.to, "2026-11-30".parse().ok());
    stage.press("u");
    assert_eq!(adopted(&stage).first().unwrap().rule.to, None);
    choose(&mut stage, "all-villages");
    stage.press("6");
    assert_eq!(stage.said(), words::not_adopted(Language::Zh));
}

#[test]
fn what_full_rooms_need_is_said_while_a_rule_is_made() {
    for (language, said) in [(Language::Zh, "9 人须 5 票"), (Language::En, "5 of 9")] {
        let mut stage = book(language);
        choose(&mut stage, "party-members");
        stage.press("2");
        let screen = stage.screen();
        assert!(screen.contains(said), "{screen}");
    }
}

#[test]
fn what_a_law_does_not_know_is_not_offered_under_it() {
    for language in Language::ALL {
        let mut stage = book(language);
        choose(&mut stage, "double-majority");
        stage.press("2");
        let shown = |stage: &mut Stage, label: &str| {
            stage.press("PgUp");
            (0..70).any(|_| {
                let here = labelled(stage, label);
                stage.press("Down");
                here
            })
        };
        assert!(shown(&mut stage, words::proxies(language)));
        assert!(shown(&mut stage, words::weights(language)));
        field(&mut stage, words::provenance(language));
        // The last that is offered is a law.
        stage.press("End");
        assert!(!shown(&mut stage, words::proxies(language)));
        assert!(!shown(&mut stage, words::weights(language)));
    }
}

#[test]
fn whatever_is_pressed_the_form_makes_a_rule_or_says_where_it_is_none() {
    // A plain generator, so that every run presses the same.
    let mut seed = 7_u64;
    let mut next = move |most: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) % most
    };
    let stage = book(Language::Zh);
    let mut whole = 0;
    for source in presets() {
        for _ in 0..3 {
            let sheet = form::RuleSheet::copy(source.id.clone());
            let (rule, found) = sheet
                .pressed(&stage.app, |fields| {
                    let keys = (0..fields).map(|_| match next(4) {
                        0 => "Right",
                        1 => "Left",
                        2 => "End",
                        _ => "Tab",
                    });
                    keys.collect()
                })
                .unwrap();
            let real = faults(&rule, |id| stage.desk().world().rule(id).ok());
            assert!(real.len() <= found.len());
            for fault in &found {
                // What is left to say is about words, numbers and marks, never about a choice that
                // was offered and is not allowed.
                use crate::domain::rule::Cause as C;
                assert!(
                    !matches!(
                        fault.cause,
                        C::OwnOnly
                            | C::ForeignOnly
                            | C::NeverReached
                            | C::BaseUnknown { .. }
                            | C::NotForThatQuestion
                            | C::TiedVotedAgain
                            | C::CloseOfSeveral
                            | C::UnknownRule
                            | C::TooMuch
                            | C::NoCriterion
                    ),
                    "{} {fault:?} {rule:?}",
                    rule_faults::fault(Language::Zh, fault)
                );
            }
            if found.is_empty() {
                whole += 1;
            }
            if let Some(Weights::Fixed { of }) = &rule.weights {
                assert_eq!(of.len(), stage.desk().world().villages.len());
            }
        }
    }
    // A copy of a law that says something else is none until it says where it comes from.
    assert!(whole > 3, "{whole}");
}

#[test]
fn a_rule_half_made_is_found_again() {
    for language in Language::ALL {
        let mut stage = book(language);
        choose(&mut stage, "all-villages");
        stage.press("2");
        field(&mut stage, words::clause(language));
        stage.type_text("章程第九条");
        field(&mut stage, words::proxies(language));
        stage.press("Right");
        stage.press("Esc Esc");
        let screen = stage.come_back();
        assert!(screen.contains("章程第九条"), "{screen}");
        stage.press("PgDn Enter");
        let rule = adopted(&stage).first().unwrap().rule.clone();
        assert_eq!(rule.clause, "章程第九条");
        assert_eq!(rule.proxies.unwrap().each, 1);
        assert!(stage.desk().drafts().unwrap().is_empty());
    }
}

#[test]
fn the_language_turns_under_a_rule_half_made() {
    let mut stage = book(Language::Zh);
    choose(&mut stage, "double-majority");
    stage.press("2");
    field(&mut stage, words::recusal(Language::Zh));
    stage.press("End F12");
    let row = stage.caret_row();
    let waived = crate::i18n::rules::recusal_waive(Language::En);
    assert!(row.contains(waived.split(';').next().unwrap()), "{row}");
}

#[test]
fn a_rule_is_tried_on_rooms_of_every_size() {
    let mut stage = book(Language::Zh);
    choose(&mut stage, "joint-default");
    stage.press("4");
    assert_snapshot!("grid_zh", stage.screen());
    stage.press("Right Right 4 F12");
    assert_snapshot!("grid_en", stage.screen());
    assert_snapshot!("grid_small_en", stage.screen_of(60, 16));
    stage.every_size();
    stage.press("Left 3 3 Tab");
    assert!(stage.screen().contains(words::past_none(Language::En)));
    stage.press("Esc");
    choose(&mut stage, "one-village-one-vote");
    stage.press("4");
    let none = words::grid_none(Language::En);
    assert!(stage.screen().contains(none.split(',').next().unwrap()));
}

#[test]
fn a_rule_is_tried_on_the_last_votes() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.app.go(Screen::Rules(State::default()));
        choose(&mut stage, "all-villages");
        stage.press("4 Tab");
        let name = format!("past_{}", language.tag());
        assert_snapshot!(name, stage.screen());
        stage.every_size();
        // Under the rule they were voted by nothing comes out otherwise.
        stage.press("Esc");
        choose(&mut stage, "joint-default");
        stage.press("4 Tab");
        let screen = stage.screen();
        assert!(!screen.contains(words::past_none(language)), "{screen}");
    }
}

#[test]
fn what_the_villages_were_still_to_vote_on_is_shown_as_agreed_and_no_more() {
    let own_body = Rule {
        id: "own-1".into(),
        name: Some(Name {
            zh: line("各村再议"),
            en: line("Villages decide"),
        }),
        provenance: Provenance::Own,
        clause: "《议事规则》第九条".to_owned(),
        from: "2026-01-01".parse().ok(),
        consent: Consent::OwnBody {
            by: None,
            partial: Partial::AllMust,
            silence_days: None,
        },
        ..joint_default()
    };
    for language in Language::ALL {
        // The motion says that the joint session decides; its rule says otherwise.
        let mut stage = drafted(language, Some(own_body.clone()), Effect::Decides);
        let (motion, minute) = (|| "m1".into(), at("08:40"));
        for command in [
            vote::Command::open(motion(), minute, Method::ByName),
            vote::Command::AllFor { motion: motion() },
            vote::Command::End {
                motion: motion(),
                at: minute,
            },
            vote::Command::Announce {
                motion: motion(),
                at: minute,
            },
        ] {
            stage.record(&[Command::Vote(command)]);
        }
        stage.app.go(Screen::Rules(State::default()));
        choose(&mut stage, "joint-default");
        stage.press("4 Tab");
        let said = terms::outcome(language, Outcome::Adopted, Effect::Proposes);
        let screen = stage.screen_of(160, 40);
        assert!(screen.contains(said), "{said}\n{screen}");
    }
}

#[test]
fn the_committee_sits_by_a_rule_of_the_book() {
    for language in Language::ALL {
        let mut stage = book(language);
        adopt(&mut stage, "all-villages");
        let id = adopted(&stage).first().unwrap().id.clone();
        stage.press("5");
        stage.type_text("议事规则");
        stage.press("Enter");
        stage.type_text("第十二条");
        stage.press("Enter Enter");
        stage.type_text("2026-11-01");
        let name = format!("sit_{}", language.tag());
        assert_snapshot!(name, stage.screen());
        stage.press("PgDn Enter");
        let world = stage.desk().world();
        assert_eq!(sits_by(world, stage.desk().today()), id);
        let screen = stage.screen();
        assert!(screen.contains(words::mark_sits_by(language)), "{screen}");
        // The roster offers it too, and says it.
        stage.press("Esc 3 7");
        let name = crate::i18n::terms::rule(language, stage.desk().world(), &id).to_owned();
        assert!(stage.screen().contains(&name), "{}", stage.screen());
    }
}

#[test]
fn the_book_is_one_key_away() {
    let mut stage = committee(Language::Zh);
    for (way, back) in [("6", "Esc"), ("F9", "Esc"), ("3 F9", "Esc Esc")] {
        stage.press(way);
        assert!(matches!(stage.app.top(), Screen::Rules(_)), "{way}");
        stage.press(back);
    }
}

#[test]
fn a_rule_that_was_undone_is_said_to_be_gone() {
    let mut stage = book(Language::Zh);
    adopt(&mut stage, "all-villages");
    stage.press("1 u");
    let screen = stage.screen();
    assert!(screen.contains(words::gone(Language::Zh)), "{screen}");
    for key in ["2", "3", "4", "5", "6"] {
        stage.press(key);
        assert!(stage.app.overlay.is_none());
    }
}

#[test]
fn what_elects_or_takes_one_of_several_is_no_rule_to_sit_by() {
    for language in Language::ALL {
        let mut stage = book(language);
        for rule in ["election-contested", "election-single", "one-of-several"] {
            choose(&mut stage, rule);
            stage.press("5");
            assert!(stage.app.overlay.is_none(), "{}", stage.screen());
            let rule = RuleId::from(rule);
            let why = Refusal::NotToSitBy { rule };
            let why = refusals::refusal(language, stage.desk().world(), &why);
            assert_eq!(stage.said(), why);
        }
        // A version that is to come is not sat by before its day.
        adopt(&mut stage, "all-villages");
        stage.press("3");
        field(&mut stage, words::online(language));
        stage.press("Right PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        stage.press("5");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        assert_eq!(stage.said(), words::sit_not_now(language));
    }
}

#[test]
fn a_rule_that_elects_says_what_it_asks_and_that_other_votes_tell_nothing() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.app.go(Screen::Rules(State::default()));
        choose(&mut stage, "election-contested");
        stage.press("4");
        let head = words::grid_head_seats(language, 0, 0);
        let head = head.split(['。', '.']).next().unwrap();
        assert!(stage.screen().contains(head), "{}", stage.screen());
        stage.press("Tab");
        let none = words::past_of_several(language);
        let none = none.split([';', '；']).next().unwrap();
        assert!(stage.screen().contains(none), "{}", stage.screen());
        stage.every_size();
        stage.press("Esc");
        choose(&mut stage, "one-of-several");
        stage.press("4");
        let name = format!("grid_one_of_{}", language.tag());
        assert_snapshot!(name, stage.screen());
        stage.every_size();
    }
}

#[test]
fn the_head_counts_the_rules_that_are_listed_as_adopted() {
    for language in Language::ALL {
        let mut stage = book(language);
        for adopted in ["joint-major", "all-villages", "one-village-one-vote"] {
            let listed = |stage: &mut Stage| {
                let screen = stage.screen_of(120, 60);
                let lines = screen.lines().map(str::trim);
                let rows = lines.skip_while(|it| !it.contains(words::adopted(language)));
                let rows = rows.skip(1);
                rows.take_while(|it| !it.contains(words::shipped(language)))
                    .filter(|it| it.contains("2026-"))
                    .count()
            };
            let count = listed(&mut stage);
            let head = stage.screen();
            let title = words::title(language, count);
            assert!(
                head.lines().next().unwrap().contains(&title),
                "{title}\n{head}"
            );
            adopt(&mut stage, adopted);
            assert_eq!(
                listed(&mut stage),
                count + 1,
                "{}",
                stage.screen_of(120, 60)
            );
        }
    }
}
