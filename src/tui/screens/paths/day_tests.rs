//! The days of steps: which day is asked for, and that none is taken for that of another year.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::tests::{chosen, field, fill, record, sent, vote};
use crate::domain::matter::path::{DayOf, shipped};
use crate::i18n::{Language, path_screen as words, step_day, step_days, terms};
use crate::tui::stage::Stage;

fn bare(screen: &str) -> String {
    screen.replace('│', " ").split_whitespace().collect()
}

#[test]
fn every_step_that_is_shipped_says_what_its_day_is_the_day_of() {
    let of = |id: &str| {
        let template = shipped::named(id).unwrap();
        let steps = 0..template.steps.len();
        steps.map(|it| template.day_of(it)).collect::<Vec<_>>()
    };
    use DayOf::{Done, Meeting, PutUp};
    assert_eq!(of("plain-session"), [Meeting]);
    assert_eq!(
        of("joint-levy"),
        [Meeting, Meeting, Meeting, Done, Done, PutUp]
    );
    assert!(of("four-deliberations").ends_with(&[PutUp, PutUp]));
    assert_eq!(shipped::named("joint-levy").unwrap().day_of(99), Done);
}

/// Goes to the first disclosure of the first village, by keys.
fn to_the_disclosure(stage: &mut Stage) {
    record(stage, "11-2");
    stage.press("Down");
    record(stage, "11-3");
    stage.press("Down");
    vote(stage, "11-6", "20", "4");
    sent(stage);
    stage.press("Down");
    vote(stage, "11-12", "20", "4");
    field(stage, words::take_rule(stage.app.language));
    stage.press("Right");
    sent(stage);
    stage.press("Down");
}

#[test]
fn a_disclosure_asks_for_the_day_it_was_put_up_and_says_what_follows_from_it() {
    for language in Language::ALL {
        let mut stage = chosen(language);
        to_the_disclosure(&mut stage);
        stage.press("Enter");
        let label = step_days::label(language, DayOf::PutUp);
        assert!(stage.screen().contains(label), "{}", stage.screen());
        // It is no meeting: nobody is called to it or counted.
        let none = [
            words::take_entitled(language),
            words::take_noticed(language),
        ];
        none.iter()
            .for_each(|it| assert!(!stage.screen().contains(it)));
        field(&mut stage, label);
        let not = match language {
            Language::Zh => "不是撤下的日子",
            Language::En => "not the day it came down",
        };
        assert!(bare(&stage.screen()).contains(&bare(not)));
        stage.every_size();
        fill(&mut stage, label, "11-13");
        let from = terms::date(language, "2026-12-01".parse().unwrap());
        let seen = stage.screen_of(120, 40);
        assert!(bare(&seen).contains(&bare(&from)), "{seen}");
        field(&mut stage, words::take_how(language));
        stage.press("Right");
        sent(&mut stage);
        let on = terms::date(language, "2026-11-13".parse().unwrap());
        let put_up = step_day::said_put_up(language, on);
        assert!(bare(&stage.screen()).contains(&bare(&put_up)));
        // The paper names the day as the sheet does, and so does its correction.
        stage.press("8");
        assert!(stage.screen().contains(label), "{}", stage.screen());
        stage.press("Esc 5");
        let right = step_days::right(language, DayOf::PutUp);
        assert!(stage.screen().contains(right), "{}", stage.screen());
    }
}

#[test]
fn a_day_of_another_year_has_its_year_in_the_grid_and_in_lists() {
    for language in Language::ALL {
        let mut stage = chosen(language);
        record(&mut stage, "2025-12-30");
        let seen = stage.screen();
        assert!(seen.contains(" 2025-12-30"), "{seen}");
        stage.press("Down");
        record(&mut stage, "11-03");
        let seen = stage.screen();
        assert!(seen.contains(" 11-03"), "{seen}");
        assert!(!seen.contains("2026-11-03"), "{seen}");
        stage.every_size();
    }
    let [day, today] = ["2027-01-04", "2026-12-31"].map(|it| it.parse().unwrap());
    let short = |day, today| Language::ALL.map(|it| terms::short_date(it, day, today));
    assert_eq!(short(day, today), ["2027-1-4 周一", "Mon 4 Jan 2027"]);
    assert_eq!(short(day, day), ["1-4 周一", "Mon 4 Jan"]);
}

#[test]
fn what_is_only_put_up_is_not_disagreed_to() {
    for language in Language::ALL {
        let mut stage = chosen(language);
        to_the_disclosure(&mut stage);
        stage.press("Enter");
        field(&mut stage, words::take_how(language));
        for _ in 0..3 {
            let screen = stage.screen();
            assert!(
                !screen.contains(words::take_how_refused(language)),
                "{screen}"
            );
            stage.press("Right");
        }
        assert!(stage.screen().contains(step_day::way_put_up(language)));
    }
}
