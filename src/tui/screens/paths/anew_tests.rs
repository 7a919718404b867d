//! 复议: a village takes up once more what it agreed to, by one key at the cell.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::meeting_tests::{before_the_decision, up};
use super::tests::{field, fill, found, sent, vote};
use crate::domain::matter::path::grid::{Answer, Grid};
use crate::i18n::{
    Language, board_order, path_anew, path_screen as words, step_days, village_notice,
};
use crate::tui::stage::Stage;
use insta::assert_snapshot;

/// At the decision of the first village, which agreed on the 12th.
fn decided(language: Language) -> Stage {
    let mut stage = before_the_decision(language);
    vote(&mut stage, "11-12", "20", "4");
    field(&mut stage, words::take_rule(language));
    stage.press("Right");
    fill(&mut stage, words::take_noticed(language), "11-7");
    sent(&mut stage);
    stage
}

/// The same, the decision having been disclosed the next day.
fn agreed(language: Language) -> Stage {
    let mut stage = decided(language);
    stage.press("Down");
    super::tests::record(&mut stage, "11-13");
    stage.press("Up");
    stage
}

fn again(stage: &mut Stage, on: &str, yes: &str, no: &str) {
    let language = stage.app.language;
    stage.press("r");
    assert!(stage.app.overlay.is_some(), "{}", stage.said());
    field(stage, words::take_held(language));
    stage.press("Right");
    let day = step_days::label(language, crate::domain::matter::path::DayOf::Meeting);
    fill(stage, day, on);
    // It meets by the rule by which it met last, and nobody says that again.
    for (label, typed) in [
        (words::take_entitled(language), "30"),
        (words::take_present(language), "24"),
        (words::take_yes(language), yes),
        (words::take_no(language), no),
        (words::take_abstain(language), "0"),
        (words::take_paper(language), "2026-9"),
    ] {
        fill(stage, label, typed);
    }
    fill(stage, words::take_noticed(language), "11-13");
}

#[test]
fn what_a_village_takes_back_is_entered_at_its_cell_and_what_followed_is_in_question() {
    for language in Language::ALL {
        let mut stage = agreed(language);
        // Enter leads to the key of it.
        stage.press("Enter");
        assert!(stage.app.overlay.is_none());
        let said: String = path_anew::refused_agreed(language)
            .chars()
            .take(8)
            .collect();
        assert!(stage.screen().contains(&said), "{}", stage.screen());
        again(&mut stage, "11-20", "4", "20");
        // Without a reason nothing is entered, and nothing is lost.
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some());
        fill(&mut stage, path_anew::reason(language), "村民联名要求");
        let suffix = language.tag();
        assert_snapshot!(format!("anew_{suffix}"), stage.screen());
        stage.come_back();
        field(&mut stage, path_anew::reason(language));
        assert!(
            stage.caret_row().contains("村民联名要求"),
            "{}",
            stage.screen()
        );
        sent(&mut stage);
        let today = stage.desk().today();
        let grid = Grid::of(stage.desk().world(), found(&stage), today).unwrap();
        let village = found(&stage).path.as_ref().unwrap().villages[0]
            .village
            .clone();
        assert_eq!(grid.answer(&village), Answer::Refused);
        assert_snapshot!(format!("taken_back_{suffix}"), stage.screen());
        stage.press("Down");
        assert_snapshot!(format!("shaken_{suffix}"), stage.screen());
        stage.every_size();
        stage.press("9");
        let table = stage.screen_of(120, 80);
        assert!(table.contains(path_anew::form(language)), "{table}");
        assert_snapshot!(format!("anew_table_{suffix}"), table);
        assert!(table.contains(village_notice::form_called(language)));
    }
}

#[test]
fn what_hangs_though_it_was_taken_back_comes_first_with_the_key_that_helps() {
    for language in Language::ALL {
        let mut stage = decided(language);
        let village = found(&stage).path.as_ref().unwrap().villages[0]
            .village
            .clone();
        stage.record(&up(&village, "2026-11-13"));
        again(&mut stage, "11-20", "4", "20");
        fill(&mut stage, path_anew::reason(language), "村民联名要求");
        sent(&mut stage);
        stage.press("Esc Esc");
        let home = stage.screen();
        assert!(home.contains(board_order::light_void(language)), "{home}");
        stage.press("8");
        assert_snapshot!(format!("void_{}", language.tag()), stage.screen());
        stage.every_size();
        // Read whole it says so first.
        stage.press("F4");
        let whole = stage.screen();
        assert!(whole.contains(board_order::light_void(language)), "{whole}");
        stage.press("Esc");
        // Taken down with a reason it is void no longer, and nothing is to be posted in its place.
        stage.press("4");
        let sheet = stage.screen_of(120, 40);
        let said: String = board_order::down_void(language).chars().take(10).collect();
        assert!(sheet.contains(&said), "{sheet}");
        stage.press("Enter");
        stage.type_text("复议撤回");
        stage.press("PgDn Enter");
        let screen = stage.screen();
        assert!(
            !screen.contains(board_order::light_void(language)),
            "{screen}"
        );
    }
}

#[test]
fn a_board_has_nothing_to_reconsider() {
    for language in Language::ALL {
        let mut stage = agreed(language);
        stage.press("Down r");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let said: String = path_anew::refused_nobody(language)
            .chars()
            .take(8)
            .collect();
        assert!(stage.screen().contains(&said), "{}", stage.screen());
    }
}
