//! The steps of a matter that is no longer open are read and printed, and nothing is entered on them.

#![allow(clippy::unwrap_used)]

use super::tests::chosen;
use super::*;
use crate::domain::Command;
use crate::domain::matter::{self, Became, MatterState, Step};
use crate::i18n::{Language, matter as sentences, path_screen as words};
use crate::tui::screens::{Screen, matters};

#[test]
fn the_steps_of_a_matter_that_is_over_stay_to_be_read_and_printed() {
    for language in Language::ALL {
        let mut stage = chosen(language);
        let matter = MatterId::from("x1");
        let what = Became::Withdrawn {
            reason: crate::tui::screens::scene::line("撤回"),
        };
        let on = stage.desk().today();
        stage.record(&[Command::Matter(matter::Command::Become {
            matter: matter.clone(),
            step: Step { on, what },
        })]);
        let open = stage.desk().world().matters.get(&matter);
        assert!(open.is_none_or(|it| it.state == MatterState::Closed));
        matters::open_page(&mut stage.app, matter);
        stage.screen();
        stage.press("F3");
        let grid = stage.screen();
        assert!(!grid.contains(words::gone(language)), "{grid}");
        assert!(
            grid.contains("本村四议两公开") || grid.contains("Four delib"),
            "{grid}"
        );
        stage.every_size();
        // Nothing is entered: it is to be taken up again first.
        stage.press("Enter");
        let refused = stage.screen();
        assert!(stage.app.overlay.is_none(), "{refused}");
        let title = "四村合修石沟路";
        let closed: String = sentences::refused_filed(language, title)
            .chars()
            .take(8)
            .collect();
        assert!(refused.contains(&closed), "{closed}\n{refused}");
        for key in ["8", "9"] {
            stage.press(key);
            assert!(
                matches!(stage.app.top(), Screen::Paths(State::Paper(_))),
                "{}",
                stage.screen()
            );
            assert!(stage.screen().contains(title), "{}", stage.screen());
            stage.press("1");
            let written = stage.screen();
            let saved = words::saved(language, "");
            assert!(written.contains(saved.trim()), "{written}");
            stage.press("Esc");
        }
    }
}
