#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::domain::Command;
use crate::domain::matter::intake::{Fen, Intake, Money};
use crate::domain::matter::path::template::Command as Templates;
use crate::domain::matter::path::{Taken, Template, grid::Grid, grid::Outcome, shipped};
use crate::domain::matter::{self, Matter};
use crate::domain::roster::{self, Standing, Village};
use crate::domain::rule::Name;
use crate::i18n::{Language, path_screen as words, step_days};
use crate::tui::screens::Screen;
use crate::tui::screens::scene::{committee, line};
use crate::tui::stage::Stage;
use insta::assert_snapshot;

fn intake(title: &str) -> Intake {
    Intake {
        livelihood: true,
        money: Some(Money {
            amount: Fen(100_000),
            shares: Vec::new(),
        }),
        ..Intake::unanswered(line(title))
    }
}

/// The four deliberations as the villages go them, without a joint session before them.
fn villages_alone() -> Template {
    let mut own = shipped::named("four-deliberations").unwrap();
    own.id = "own".into();
    own.name = Name {
        zh: line("本村四议两公开"),
        en: line("Four deliberations of the village"),
    };
    own.steps.remove(0);
    own
}

/// A committee with a matter that was received, at home.
pub(in crate::tui::screens) fn received(language: Language, title: &str) -> Stage {
    let mut stage = committee(language);
    stage.record(&[
        Command::Matter(matter::Command::Receive {
            id: "x1".into(),
            on: "2026-11-01".parse().unwrap(),
            intake: Box::new(intake(title)),
        }),
        Command::Template(Templates::Put(Box::new(villages_alone()))),
    ]);
    stage
}

pub(super) fn found(stage: &Stage) -> &Matter {
    stage.desk().world().matter(&"x1".into()).unwrap()
}

/// Says whether the field in use has that label.
fn labelled(stage: &mut Stage, label: &str) -> bool {
    let row = stage.caret_row();
    let inside = row.split('│').nth(1).unwrap_or(&row);
    inside.trim_start_matches([' ', '*']).starts_with(label)
}

/// Goes to the field of that label.
pub(in crate::tui::screens) fn field(stage: &mut Stage, label: &str) {
    stage.press("PgUp");
    for _ in 0..60 {
        if labelled(stage, label) {
            return;
        }
        stage.press("Down");
    }
    panic!("{label}\n{}", stage.screen());
}

pub(in crate::tui::screens) fn fill(stage: &mut Stage, label: &str, text: &str) {
    field(stage, label);
    stage.type_text(text);
}

pub(super) fn send(stage: &mut Stage) {
    stage.press("PgDn Enter");
}

#[track_caller]
pub(in crate::tui::screens) fn sent(stage: &mut Stage) {
    send(stage);
    assert!(stage.app.overlay.is_none(), "{}", stage.screen());
}

/// Chooses the committee's own template, by keys.
pub(in crate::tui::screens) fn chosen(language: Language) -> Stage {
    let mut stage = received(language, "四村合修石沟路");
    stage.press("0 2 Left Left Left");
    field(&mut stage, words::choose_assent(language));
    stage.press("Right");
    fill(&mut stage, words::choose_deadline(language), "+20");
    sent(&mut stage);
    stage.press("Enter");
    stage
}

/// Shows a scope of this screen, with something selected.
pub(in crate::tui::screens) fn at(scope: Scope, language: Language) -> Stage {
    let mut stage = chosen(language);
    stage.press(match scope {
        Scope::PathPaper => "9",
        Scope::PathMatter => "",
        Scope::PathBook => "Esc 3 Home",
        Scope::PathSteps => "Esc 3 Home 1",
        _ => "Esc",
    });
    stage
}

/// Names the field of the day on the sheet of the step in use.
fn day_label(stage: &Stage) -> &'static str {
    let Screen::Paths(State::Matter(of)) = stage.app.top() else {
        panic!("no grid");
    };
    let path = found(stage).path.as_ref().unwrap();
    let (step, _) = of.cell(path).unwrap();
    step_days::label(stage.app.language, path.template.day_of(step))
}

/// Enters a step that is recorded, at the cell in use.
pub(in crate::tui::screens) fn record(stage: &mut Stage, on: &str) {
    let language = stage.app.language;
    stage.press("Enter");
    field(stage, words::take_how(language));
    stage.press("Right");
    fill(stage, day_label(stage), on);
    sent(stage);
}

/// Enters a vote at the cell in use; the sheet is left open.
pub(in crate::tui::screens) fn vote(stage: &mut Stage, on: &str, yes: &str, no: &str) {
    let language = stage.app.language;
    stage.press("Enter");
    field(stage, words::take_held(language));
    stage.press("Right");
    fill(stage, day_label(stage), on);
    fill(stage, words::take_entitled(language), "30");
    fill(stage, words::take_present(language), "24");
    fill(stage, words::take_yes(language), yes);
    fill(stage, words::take_no(language), no);
    fill(stage, words::take_abstain(language), "0");
    fill(stage, words::take_paper(language), "2026-7");
}

#[test]
fn from_choosing_the_steps_to_one_village_refusing() {
    for language in Language::ALL {
        let mut stage = chosen(language);
        let suffix = language.tag();
        assert_snapshot!(format!("chosen_{suffix}"), stage.screen());
        record(&mut stage, "11-2");
        stage.press("Down");
        record(&mut stage, "11-3");
        stage.press("Down");
        vote(&mut stage, "11-4", "20", "4");
        // Three days are asked for; without a reason it is refused and nothing is lost.
        send(&mut stage);
        assert!(stage.app.overlay.is_some());
        assert_snapshot!(format!("too_soon_{suffix}"), stage.screen());
        fill(&mut stage, words::take_early(language), "汛期将至");
        sent(&mut stage);
        let entry = &found(&stage).path.as_ref().unwrap().entries[2];
        assert!(matches!(entry.taken, Taken::Voted { .. }));
        assert_eq!(entry.early, Some(line("汛期将至")));
        // The same for another village, which does not agree.
        stage.press("Up Up Right");
        record(&mut stage, "11-2");
        stage.press("Down");
        record(&mut stage, "11-3");
        stage.press("Down");
        vote(&mut stage, "11-6", "4", "20");
        sent(&mut stage);
        assert_snapshot!(format!("refused_{suffix}"), stage.screen());
        assert_snapshot!(format!("refused_wide_{suffix}"), stage.screen_of(120, 40));
        let world = stage.desk().world();
        let grid = Grid::of(world, found(&stage), stage.desk().today()).unwrap();
        assert_eq!(grid.outcome(), Outcome::UnderWay);
        stage.every_size();
        stage.press("Esc");
        assert_snapshot!(format!("all_{suffix}"), stage.screen());
        stage.every_size();
    }
}

#[test]
fn a_sheet_half_filled_in_is_gone_on_with_from_home() {
    for language in Language::ALL {
        let mut stage = chosen(language);
        stage.press("Right Enter");
        fill(&mut stage, words::take_early(language), "雨天路断");
        let screen = stage.come_back();
        assert!(screen.contains("雨天路断"), "{screen}");
        assert!(screen.contains("王庄"), "{screen}");
    }
}

#[test]
fn what_cannot_be_done_says_why() {
    for language in Language::ALL {
        let mut stage = chosen(language);
        stage.press("Down Enter");
        assert!(stage.app.overlay.is_none());
        let screen = stage.screen();
        let before = match language {
            Language::Zh => "党支部会提议",
            Language::En => "The Party branch proposes",
        };
        assert!(screen.contains(before), "{screen}");
        stage.press("4");
        assert!(stage.screen().contains(words::why_no_entry(language)));
        stage.press("6");
        assert!(stage.screen().contains(words::why_all_asked(language)));
    }
}

#[test]
fn the_deadline_moves_with_a_reason_and_a_share_changes_with_one() {
    let language = Language::Zh;
    let mut stage = chosen(language);
    stage.press("3");
    fill(&mut stage, words::deadline_by(language), "2026-12-31");
    send(&mut stage);
    assert!(stage.app.overlay.is_some(), "a reason is asked for");
    fill(&mut stage, words::reason(language), "农忙");
    sent(&mut stage);
    stage.press("7");
    fill(&mut stage, words::share_amount(language), "1200");
    fill(&mut stage, words::reason(language), "重新测算");
    send(&mut stage);
    assert!(stage.screen().contains("1000"), "{}", stage.screen());
    fill(&mut stage, words::share_amount(language), "");
    stage.press("Backspace Backspace Backspace Backspace");
    stage.type_text("300.5");
    sent(&mut stage);
    let path = found(&stage).path.clone().unwrap();
    assert_eq!(path.deadlines.len(), 2);
    assert_eq!(path.contributions[0].amount, Fen(30_050));
}

#[test]
fn the_form_and_the_table_are_read_and_written() {
    for language in Language::ALL {
        let mut stage = chosen(language);
        record(&mut stage, "11-2");
        stage.press("8");
        let suffix = language.tag();
        assert_snapshot!(format!("form_{suffix}"), stage.screen());
        let shelf = stage.app.shelf();
        let written = || std::fs::read_dir(&shelf).map_or(0, std::iter::Iterator::count);
        stage.press("1");
        assert_eq!(written(), 2, "{}", stage.screen());
        stage.every_size();
        stage.press("Esc 9");
        assert_snapshot!(format!("table_{suffix}"), stage.screen());
        stage.press("1");
        assert_eq!(written(), 4, "{}", stage.screen());
        stage.every_size();
    }
}

#[test]
fn a_template_is_copied_changed_and_only_a_valid_one_is_taken() {
    for language in Language::ALL {
        let mut stage = received(language, "修路");
        stage.press("0 3");
        let suffix = language.tag();
        assert_snapshot!(format!("book_{suffix}"), stage.screen());
        stage.every_size();
        // The last one is the example; its mark goes with every copy.
        stage.press("End 2");
        fill(&mut stage, words::template_zh(language), "本片区七步");
        fill(&mut stage, words::template_en(language), "Our seven steps");
        sent(&mut stage);
        let templates = &stage.desk().world().templates;
        let copy = templates
            .values()
            .find(|it| it.id.as_str() != "own")
            .unwrap();
        assert!(copy.example);
        stage.press("Enter");
        assert_snapshot!(format!("steps_{suffix}"), stage.screen());
        stage.every_size();
        // A wait on the first step is refused at its field, and nothing changes.
        stage.press("Home Enter");
        fill(&mut stage, words::step_wait(language), "5");
        send(&mut stage);
        assert!(stage.app.overlay.is_some());
        assert_snapshot!(format!("step_fault_{suffix}"), stage.screen());
        stage.every_size();
        stage.press("Esc");
        stage.press("Down 5");
        let count = |stage: &Stage| {
            let templates = &stage.desk().world().templates;
            let copy = templates
                .values()
                .find(|it| it.id.as_str() != "own")
                .unwrap();
            copy.steps.len()
        };
        assert_eq!(count(&stage), 6);
        stage.press("3");
        // What is shipped stays as it is.
        stage.press("Esc End 4");
        assert!(stage.screen().contains(words::why_shipped(language)));
    }
}

#[test]
fn hostile_names_and_eight_villages_stay_inside_every_window() {
    let mut stage = received(Language::Zh, &"修路‼️👩‍👩‍👧𠮷".repeat(12));
    for number in 4..=8_u32 {
        let name = ["极长的村名".repeat(8), "A".repeat(60), "👨‍👩‍👧‍👦村".to_owned()];
        let name = name.map(|it| format!("{it}{number}"));
        let village = Village {
            figures: Vec::new(),
            id: format!("w{number}").as_str().into(),
            name: line(&name[number as usize % 3]),
            standing: Standing::Joined,
            position: number,
            joined: None,
            left: None,
        };
        stage.record(&[Command::Roster(roster::Command::PutVillage(village))]);
    }
    stage.press("0 2 Left Left Left");
    field(&mut stage, words::choose_assent(Language::Zh));
    stage.press("Right");
    sent(&mut stage);
    stage.press("Enter Right Right Right Right Right Right Right");
    assert_snapshot!("eight_zh", stage.screen());
    assert_snapshot!("eight_small_zh", stage.screen_of(60, 16));
    stage.every_size();
    stage.press("F12");
    stage.every_size();
    stage.press("Enter");
    stage.every_size();
    let Screen::Paths(State::Matter(leaf)) = stage.app.top() else {
        panic!();
    };
    let path = found(&stage).path.as_ref().unwrap();
    assert_eq!(
        leaf.village(path),
        path.villages.last().map(|it| &it.village)
    );
}

#[test]
fn a_matter_that_is_gone_says_so() {
    for language in Language::ALL {
        let mut stage = committee(language);
        stage
            .app
            .go(Screen::Paths(State::of_matter("nowhere".into())));
        assert!(stage.screen().contains(words::gone(language)));
        stage.press("Enter 2 9");
        stage.every_size();
    }
}
