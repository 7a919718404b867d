//! The panel below the grid where it has no room for all of it: what presses stands there, the rest is told of
//! and read by a key.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::meeting_tests::before_the_decision;
use super::tests::{field, fill, send, vote};
use crate::i18n::{Language, path_panel, path_screen as words, terms};
use crate::tui::stage::Stage;

/// At a cell of which a short meeting refused three times, each called too late.
fn refused_thrice(language: Language) -> Stage {
    let mut stage = before_the_decision(language);
    for on in ["11-16", "11-18", "11-20"] {
        vote(&mut stage, on, "2", "22");
        // It meets again by the rule by which it met last.
        if on == "11-16" {
            field(&mut stage, words::take_rule(language));
            stage.press("Right");
        }
        send(&mut stage);
        if stage.app.overlay.is_some() {
            fill(&mut stage, words::take_early(language), "汛期将至");
            send(&mut stage);
        }
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
    }
    stage
}

#[test]
fn what_presses_is_seen_and_the_rest_is_read_by_a_key() {
    for language in Language::ALL {
        let mut stage = refused_thrice(language);
        let roomy = stage.screen_of(120, 60);
        let rest = path_panel::rest(language, 1_usize, "F4");
        let rest: String = rest
            .chars()
            .skip_while(|c| !c.is_ascii_digit())
            .skip(1)
            .collect();
        assert!(!roomy.contains(&rest), "{roomy}");
        let attempts = ["11-16", "11-18", "11-20"].map(|on| {
            let on = format!("2026-{on}").parse().unwrap();
            terms::date(language, on)
        });
        let [first, ..] = &attempts;
        assert!(roomy.contains(first.as_str()), "{roomy}");
        let small = stage.screen_of(80, 20);
        let due = words::foot_deadline(
            language,
            terms::date(language, "2026-12-13".parse().unwrap()),
            20,
        );
        assert!(roomy.contains(&due), "{due}\n{roomy}");
        assert!(small.contains(&due), "{due}\n{small}");
        assert!(small.contains(&rest), "{rest}\n{small}");
        stage.press("F4");
        let whole = stage.screen_of(80, 60);
        for on in &attempts {
            assert!(whole.contains(on.as_str()), "{on}\n{whole}");
        }
        assert!(whole.contains(&due), "{whole}");
        stage.every_size();
        stage.press("Esc");
        assert!(stage.app.overlay.is_none());
        stage.every_size();
        insta::assert_snapshot!(format!("panel_{}", language.tag()), stage.screen());
    }
}

#[test]
fn a_term_that_was_kept_is_not_past_and_who_refused_is_named() {
    for language in Language::ALL {
        let mut stage = refused_thrice(language);
        let seen = stage.screen_of(120, 60);
        let village = stage.desk().world().villages_in_order()[0].id.clone();
        let name = terms::village(language, stage.desk().world(), Some(&village)).to_owned();
        let refused = crate::i18n::path_village::outcome_refused(language, "", name.as_str());
        assert!(seen.contains(refused.trim()), "{refused}\n{seen}");
        // What is kept of the cell is read with the rest, each paper with its day.
        stage.press("F4");
        let whole = stage.screen_of(120, 60);
        let title = crate::i18n::path_village::kept_title(language);
        assert!(whole.contains(title), "{whole}");
        let kept: Vec<&str> = whole.split(title).collect();
        assert!(
            kept[1].matches("2026-").count() >= 3 || kept[1].contains("月"),
            "{whole}"
        );
    }
}
