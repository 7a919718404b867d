//! A step that is taken together with the one before: one day, and the clause that allows it, everywhere.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::tests::{chosen, field, fill, found, record, sent};
use crate::domain::matter::path::Taken;
use crate::i18n::{Language, path_merge, path_screen as words, paths};

fn bare(screen: &str) -> String {
    screen.split(['│', ' ', '\n']).collect()
}

#[test]
fn it_asks_for_no_day_and_the_clause_stands_at_every_place() {
    for language in Language::ALL {
        let mut stage = chosen(language);
        record(&mut stage, "11-2");
        stage.press("Down Enter");
        field(&mut stage, words::take_how(language));
        stage.press("Left");
        let clause = paths::merges_by(
            language,
            &found(&stage).path.clone().unwrap().template.steps[1],
        );
        let clause = bare(&clause.unwrap());
        let screen = stage.screen_of(120, 40);
        assert!(bare(&screen).contains(&clause), "{screen}");
        stage.every_size();
        sent(&mut stage);
        let path = found(&stage).path.clone().unwrap();
        let last = path.entries.last().unwrap();
        assert_eq!((&last.taken, last.on), (&Taken::Merged, path.entries[0].on));
        let screen = stage.screen_of(120, 40);
        assert!(bare(&screen).contains(&clause), "{screen}");
        // Its day is corrected at the other.
        stage.press("5");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let why: String = path_merge::refused(language).chars().take(14).collect();
        assert!(stage.screen().contains(&why), "{}", stage.screen());
        for paper in ["8", "Esc 9"] {
            stage.press(paper);
            let screen = stage.screen_of(120, 40);
            assert!(bare(&screen).contains(&clause), "{screen}");
        }
        stage.every_size();
    }
}

#[test]
fn what_was_typed_before_it_was_taken_together_with_the_step_before_is_asked_no_more() {
    for language in Language::ALL {
        let mut stage = chosen(language);
        record(&mut stage, "11-2");
        stage.press("Down Enter");
        field(&mut stage, words::take_how(language));
        stage.press("Right");
        fill(&mut stage, words::take_noticed(language), "11-20");
        fill(&mut stage, words::take_early(language), "汛期");
        field(&mut stage, words::take_how(language));
        stage.press("Right Right");
        sent(&mut stage);
        let path = found(&stage).path.clone().unwrap();
        assert_eq!(path.entries.last().unwrap().taken, Taken::Merged);
    }
}
