//! A legal opinion that is wanted is named wherever the matter goes on, and entered by a key whenever it comes.

#![allow(clippy::unwrap_used)]

use super::open_page;
use super::tests::{levy, receive, screen};
use crate::domain::matter::intake::Legal;
use crate::domain::matter::screening::{Ground, Screening};
use crate::i18n::{Language, matter_result, matters};
use crate::tui::screens::ledgers::tests::{decided, restore};
use crate::tui::screens::scene::{committee, line};

fn bare(screen: &str) -> String {
    screen.split(['│', ' ', '\n']).collect()
}

#[test]
fn it_is_named_on_the_way_and_entered_after_the_screening() {
    for language in Language::ALL {
        let mut stage = committee(language);
        stage.record(&[receive("m1", "11-02", levy())]);
        open_page(&mut stage.app, "m1".into());
        let known = |stage: &crate::tui::stage::Stage| {
            stage.desk().world().matter(&"m1".into()).unwrap().clone()
        };
        let whole = bare(&matters::opinion_awaited(language, &known(&stage)).unwrap());
        // Lines of a sheet are broken, and the screen stands beside them.
        let awaited: String = whole.chars().take(14).collect();
        // While it is screened, on its page, and where its steps are chosen.
        stage.screen();
        stage.press("4");
        assert!(
            bare(&stage.screen_of(120, 40)).contains(&awaited),
            "{}",
            stage.screen()
        );
        stage.press("Esc");
        stage.record(&[screen("m1")]);
        let page = stage.screen_of(120, 40);
        assert!(bare(&page).contains(&awaited), "{page}");
        stage.press("F3 2");
        let steps = stage.screen_of(120, 40);
        assert!(bare(&steps).contains(&awaited), "{steps}");
        stage.press("Esc Esc");
        // A day that is to come is none.
        stage.press("+");
        stage.type_text("片区法律顾问");
        stage.press("Tab");
        stage.type_text("2026-12-30");
        stage.press("Tab");
        stage.type_text("法意7号");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        stage.every_size();
        stage.press("PgUp Tab Home");
        for _ in 0..10 {
            stage.press("Delete");
        }
        stage.type_text("2026-11-20");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        assert!(matches!(known(&stage).intake.legal, Legal::Given { .. }));
        let page = bare(&stage.screen_of(120, 40));
        assert!(!page.contains(&whole), "{page}");
        for words in ["片区法律顾问", "法意7号"] {
            assert!(
                page.matches(words).count() >= 2,
                "the fact and its history: {page}"
            );
        }
        stage.every_size();
        insta::assert_snapshot!(format!("opinion_{}", language.tag()), stage.screen());
    }
}

#[test]
fn a_result_that_no_board_tells_is_named_on_the_page() {
    for language in Language::ALL {
        let mut stage = committee(language);
        let mut matter = decided();
        matter.screening = Some(Screening {
            on: matter.received,
            grounds: vec![Ground::Villages],
            reason: line("两个村"),
        });
        let id = matter.id.clone();
        stage.record(&[restore(matter)]);
        open_page(&mut stage.app, id);
        let page = bare(&stage.screen_of(120, 40));
        let untold: String = bare(matter_result::untold(language));
        assert!(page.contains(&untold), "{page}");
        // A stop stands between it and what is to be done.
        let glued = page.split(&untold).nth(1).unwrap();
        let stop = untold.ends_with('.') || glued.starts_with('。');
        assert!(stop, "{page}");
        assert!(!glued.starts_with('.'), "{page}");
        assert!(
            page.contains(&bare(matter_result::draft(language))),
            "{page}"
        );
        stage.every_size();
    }
}
