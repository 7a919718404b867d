//! Where a step cannot go on, what is said is the way that helps: another cell, or what to type here.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::tests::{chosen, field, fill, record};
use crate::i18n::{Language, path, path_screen as words, path_way};

fn bare(screen: &str) -> String {
    screen.split(['│', ' ', '\n']).collect()
}

#[test]
fn a_step_whose_step_before_is_not_done_sends_to_that_one_and_not_to_itself() {
    for language in Language::ALL {
        let mut stage = chosen(language);
        stage.press("Down Down Enter");
        let screen = stage.screen_of(120, 40);
        let way = bare(path::remedy_take(language));
        assert!(bare(&screen).contains(&way), "{screen}");
        assert!(way.contains('↑'), "{way}");
        stage.every_size();
    }
}

#[test]
fn a_sheet_names_no_key_that_would_only_be_typed_into_it() {
    for language in Language::ALL {
        let mut stage = chosen(language);
        record(&mut stage, "11-10");
        stage.press("Down Enter");
        field(&mut stage, words::take_how(language));
        stage.press("Right");
        let day =
            crate::i18n::step_days::label(language, crate::domain::matter::path::DayOf::Meeting);
        fill(&mut stage, day, "11-5");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        let way = path_way::day_here(language, "", "5");
        let screen = stage.screen_of(120, 40);
        assert!(bare(&screen).contains(&bare(&way)), "{way}\n{screen}");
        stage.every_size();
    }
}
