//! A template that is begun from nothing: named, given its steps one by one, and used in a matter.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::tests::{field, fill, received, sent};
use crate::domain::matter::path::{By, Level, Template};
use crate::i18n::{Language, path_screen as words, template_words};
use crate::tui::action::key_of;
use crate::tui::stage::Stage;

fn begun(stage: &Stage) -> Template {
    let mut all = stage.desk().world().templates.values();
    let found = all.find(|it| it.id.as_str() != "own");
    found.unwrap().as_ref().clone()
}

fn bare(screen: &str) -> String {
    screen.replace('│', " ").split_whitespace().collect()
}

/// Names a new template by keys, from the list of what is due.
fn named(language: Language) -> Stage {
    let mut stage = received(language, "修路");
    stage.press("0 3 5");
    fill(&mut stage, words::template_zh(language), "本片区两步");
    fill(&mut stage, words::template_en(language), "Our two steps");
    field(&mut stage, words::choose_assent(language));
    stage.press("Right");
    sent_on(&mut stage);
    stage
}

/// Sends a sheet that another follows.
fn sent_on(stage: &mut Stage) {
    stage.press("PgDn Enter");
}

fn step(stage: &mut Stage, (zh, en): (&str, &str), rights: [usize; 2]) {
    let language = stage.app.language;
    fill(stage, words::step_zh(language), zh);
    fill(stage, words::step_en(language), en);
    fill(stage, words::step_body_zh(language), "村民委员会");
    fill(stage, words::step_body_en(language), "Villagers' committee");
    for (label, rights) in [
        (words::step_level(language), rights[0]),
        (words::step_by(language), rights[1]),
    ] {
        field(stage, label);
        (0..rights).for_each(|_| stage.press("Right"));
    }
}

#[test]
fn a_template_is_begun_from_nothing_and_used_in_a_matter() {
    for language in Language::ALL {
        let mut stage = named(language);
        // Its first step is asked for at once.
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        assert_eq!(begun(&stage).steps, []);
        step(&mut stage, ("提出", "Proposed"), [2, 1]);
        stage.every_size();
        sent(&mut stage);
        let found = begun(&stage);
        assert_eq!(found.steps.len(), 1, "{}", stage.screen());
        assert_eq!(found.steps[0].level, Level::Village);
        assert_eq!(found.steps[0].by, By::Record);
        assert!(!found.example);
        stage.press("2");
        step(&mut stage, ("办结", "Finished"), [2, 1]);
        sent(&mut stage);
        // One after the other they are added behind the one before.
        stage.press("2");
        step(&mut stage, ("归档", "Kept"), [2, 1]);
        sent(&mut stage);
        let names: Vec<String> = begun(&stage)
            .steps
            .iter()
            .map(|it| it.name.en.to_string())
            .collect();
        assert_eq!(names, ["Proposed", "Finished", "Kept"]);
        // It is the first of the committee's own that a matter may go by.
        stage.press("Esc Esc 2 Left Left Left Left Left");
        let names = match language {
            Language::Zh => "本片区两步",
            Language::En => "Our two steps",
        };
        for _ in 0..8 {
            if stage.screen().contains(names) {
                break;
            }
            stage.press("Right");
        }
        assert!(stage.screen().contains(names), "{}", stage.screen());
        field(&mut stage, words::choose_assent(language));
        stage.press("Right");
        sent(&mut stage);
        let matter = stage.desk().world().matter(&"x1".into()).unwrap();
        assert_eq!(matter.path.as_ref().unwrap().template.steps.len(), 3);
    }
}

#[test]
fn without_a_step_it_is_shown_as_that_and_chosen_for_nothing() {
    for language in Language::ALL {
        let mut stage = named(language);
        stage.press("Esc");
        let key = key_of("step.add");
        let none = template_words::no_steps(language, key.clone());
        assert!(bare(&stage.screen()).contains(&bare(&none)));
        stage.every_size();
        stage.press("Esc Esc 2 Left Left Left Left Left");
        let not_yet = bare(template_words::not_yet(language));
        for _ in 0..8 {
            if bare(&stage.screen()).contains(&not_yet) {
                break;
            }
            stage.press("Right");
        }
        assert!(
            bare(&stage.screen()).contains(&not_yet),
            "{}",
            stage.screen()
        );
        field(&mut stage, words::choose_assent(language));
        stage.press("Right PgDn Enter");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        let remedy = template_words::remedy(language);
        assert!(
            bare(&stage.screen()).contains(&bare(remedy)),
            "{}",
            stage.screen()
        );
        stage.every_size();
        let matter = stage.desk().world().matter(&"x1".into()).unwrap();
        assert_eq!(matter.path, None);
        // Its first step can be added later, and its last one dropped again.
        stage.press("Esc 3 Down");
        stage.press("Home Enter");
        stage.screen();
        if begun(&stage).steps.is_empty() && stage.app.overlay.is_none() {
            stage.press(&key);
        }
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
    }
}

#[test]
fn a_template_has_a_name_of_its_own_in_either_language() {
    let shipped = crate::domain::matter::path::shipped::shipped();
    let theirs = &shipped[0].name;
    for language in Language::ALL {
        let mut stage = named(language);
        stage.press("Esc");
        assert_eq!(begun(&stage).name.zh.as_str(), "本片区两步");
        for (zh, en, at) in [
            (theirs.zh.as_str(), "Ours", words::template_zh(language)),
            ("我们的", theirs.en.as_str(), words::template_en(language)),
            ("本片区 两步", "Ours", words::template_zh(language)),
            ("我们的", "our TWO steps", words::template_en(language)),
            ("Our two steps", "Ours", words::template_zh(language)),
        ] {
            let mut stage = received(language, "修路");
            let own = begun_elsewhere(language);
            stage.record(&[own]);
            stage.press("0 3 5");
            fill(&mut stage, words::template_zh(language), zh);
            fill(&mut stage, words::template_en(language), en);
            field(&mut stage, words::choose_assent(language));
            stage.press("Right");
            let before = stage.desk().revision();
            sent_on(&mut stage);
            let screen = stage.screen();
            assert_eq!(stage.desk().revision(), before, "{zh} {en}: {screen}");
            let row = stage.caret_row();
            assert!(row.contains(at), "{zh} {en}: {row}: {screen}");
            let said = match language {
                Language::Zh => "已有叫“",
                Language::En => "Another template is",
            };
            assert!(screen.contains(said), "{screen}");
            stage.every_size();
        }
    }
}

fn begun_elsewhere(language: Language) -> crate::domain::Command {
    let put = begun(&named(language));
    let put = crate::domain::matter::path::template::Command::Put(Box::new(put));
    crate::domain::Command::Template(put)
}
