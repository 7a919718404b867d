//! What the form says of what is wrong with a rule: all of it at once, and nothing that its source has not.

#![allow(clippy::unwrap_used)]

use super::tests::{adopted, book, choose, field};
use crate::domain::rule::Provenance;
use crate::i18n::{Language, rule_book as words, rule_fault, rule_sentence, terms, ui};
use crate::tui::stage::Stage;

/// What the sheet says, without line ends and blanks: a fault may be wrapped.
fn flat(stage: &mut Stage) -> String {
    let screen = stage.screen_of(120, 100);
    let inside = screen.lines().filter_map(|line| line.split('│').nth(1));
    inside.collect::<String>().replace(' ', "")
}

fn says(stage: &mut Stage, words: &str) -> bool {
    flat(stage).contains(&words.replace(' ', ""))
}

/// Empties the field in use.
fn empty(stage: &mut Stage) {
    stage.press("End");
    stage.press(&"Backspace ".repeat(60));
}

/// A rule of the committee's own has no other official text: whoever turns its source by hand takes the mark
/// away with it, and has it back with the source.
#[test]
fn the_mark_of_an_unverified_clause_goes_with_its_source() {
    for language in Language::ALL {
        let mut stage = book(language);
        choose(&mut stage, "joint-default");
        stage.press("2");
        let (mark, said) = (
            words::unverified(language),
            rule_sentence::unverified(language),
        );
        assert!(says(&mut stage, mark) && says(&mut stage, said));
        field(&mut stage, words::provenance(language));
        let own = terms::provenance(language, Provenance::Own);
        let turn = |stage: &mut Stage, to: &str, key: &str| {
            for _ in 0..8 {
                if stage.caret_row().contains(to) {
                    return;
                }
                stage.press(key);
            }
            panic!("{}", stage.screen());
        };
        turn(&mut stage, own, "Right");
        assert!(!says(&mut stage, mark), "{}", stage.screen());
        assert!(!says(&mut stage, said), "{}", stage.screen());
        turn(
            &mut stage,
            terms::provenance(language, Provenance::Party),
            "Left",
        );
        assert!(says(&mut stage, mark) && says(&mut stage, said));
        turn(&mut stage, own, "Right");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let rules = adopted(&stage);
        let rule = &rules.first().unwrap().rule;
        assert_eq!((rule.provenance, rule.unverified), (Provenance::Own, false));
        choose(&mut stage, rule.id.as_str());
        let marked = words::mark_unverified(language);
        let row = stage.caret_row();
        assert!(!row.contains(marked), "{row}");
    }
}

/// Whoever fills in a form sees everything that is wrong, each at its field, and how much of it there is.
#[test]
fn every_fault_stands_at_its_field_and_the_first_says_how_many_more() {
    for language in Language::ALL {
        let mut stage = book(language);
        choose(&mut stage, "one-village-one-vote");
        stage.press("2");
        field(&mut stage, words::from(language));
        empty(&mut stage);
        stage.type_text("2026-02-30");
        for method in crate::domain::rule::Method::ALL {
            let label = words::method(language, terms::method(language, method));
            if says(&mut stage, &label) {
                field(&mut stage, &label);
                if stage.caret_row().contains('✓') {
                    stage.press("Space");
                }
            }
        }
        // Below the form the first is said, and that there is more.
        let first = rule_fault::no_method(language);
        assert!(says(&mut stage, first), "{}", stage.screen());
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some());
        let clause = ui::field_and_more(language, ui::field_missing(language), 2);
        assert!(says(&mut stage, &clause), "{}", stage.screen_of(120, 100));
        let seen = flat(&mut stage);
        let twice = first.replace(' ', "");
        assert_eq!(seen.matches(&twice).count(), 2, "{seen}");
        stage.every_size();
        // The field in use is the first of them; put right, the next is the first.
        assert!(stage.caret_row().contains(words::clause(language)));
        stage.type_text("议事规则第十二条");
        assert!(!says(&mut stage, ui::field_missing(language)));
        let more = ui::field_and_more(language, "", 1);
        assert!(says(&mut stage, more.trim()), "{}", stage.screen());
    }
}
