//! What is said where something was put right, or has to be: the remedy of a wrong figure, the page behind a mark.

#![allow(clippy::unwrap_used)]

use super::hands_tests::drafted;
use super::slate_tests::{fill, secretly};
use crate::i18n::{Language, ballot_refusal, corrected, live, record};
use crate::tui::action::key_of;
use crate::tui::stage::Stage;

fn flat(text: &str) -> String {
    text.replace('│', "").split_whitespace().collect()
}

fn says(stage: &mut Stage, said: &str) -> bool {
    let screen = flat(&stage.screen_of(200, 50));
    screen.contains(&flat(said))
}

/// Figures that cannot be are mended or counted anew; the key of the step would only say so again.
#[test]
fn papers_that_do_not_add_up_are_mended_or_counted_anew() {
    for language in Language::ALL {
        let again = ballot_refusal::remedy_recount_papers(language);
        let count = ballot_refusal::remedy_count_papers(language);
        let mut stage = secretly(language);
        // Twelve papers with two names each: thirty-six votes are too many.
        fill(&mut stage, &[12, 0, 12, 0, 12, 0, 12, 0]);
        stage.press("F5");
        let said = flat(stage.said());
        assert!(said.contains(&flat(again)), "{said}");
        assert!(said.contains(&key_of("papers.again")), "{said}");
        assert!(!said.contains(&flat(count)), "{said}");
        // So is a name written in that stands on the ballot already, at its field.
        stage.press("+");
        stage.type_text("丁三");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        assert!(says(&mut stage, again), "{}", stage.screen());
        assert!(!says(&mut stage, count), "{}", stage.screen());
        stage.every_size();
    }
}

/// The mark of a correction names the key of the page that has all of it; the page itself names no key.
#[test]
fn the_page_behind_a_mark_has_the_old_figures_and_the_reason_and_not_the_mark() {
    for language in Language::ALL {
        let mut stage = drafted(language);
        stage.press("j Home 2 F5 F5 End c 7 Down Down Down 5");
        stage.press("PgDn Up");
        stage.type_text("抄错一行");
        stage.press("PgDn Enter Space PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let key = key_of("live.whole");
        let motion = super::slate_tests::motion(&stage);
        let world = stage.desk().world().clone();
        let mark = corrected::mark(language, &world, &motion, key.clone()).unwrap();
        assert!(says(&mut stage, &mark), "{mark}\n{}", stage.screen());
        stage.press(&key);
        let screen = stage.screen_of(120, 50);
        let inside = screen.lines().filter_map(|line| line.split('│').nth(1));
        let page = flat(&inside.collect::<String>());
        assert!(!page.contains(&flat(&mark)), "{screen}");
        for said in corrected::history(language, &world, &motion) {
            for line in said.lines() {
                assert!(page.contains(&flat(line)), "{line}\n{screen}");
            }
            assert!(said.contains("抄错一行"), "{said}");
        }
        assert!(page.contains(&flat(record::corrections(language))));
        // What the correction leads to is on it: the room is to be told.
        let told = live::step_key(language, crate::i18n::totals::key_told(language));
        let world = stage.desk().world();
        let session = world.session(&motion.session).unwrap();
        let spoken = corrected::to_tell(language, world, session).unwrap();
        assert!(page.contains(&flat(&spoken)), "{spoken}\n{screen}");
        stage.press("Esc");
        assert!(says(&mut stage, &told), "{}", stage.screen());
    }
}
